"""What every test shares: no test depends on how fast the machine is."""

from hypothesis import settings

settings.register_profile("any speed", deadline=None)
settings.load_profile("any speed")
