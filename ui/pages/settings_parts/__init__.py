"""The parts of the settings page, one subject each."""
