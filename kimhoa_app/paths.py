"""Where the clerk's data lies."""

from pathlib import Path

from platformdirs import user_data_path


def default_data_folder() -> Path:
    """Return the data folder of the person at this computer; it may not exist yet."""
    return user_data_path("KimHoa", appauthor=False)
