"""A list of registrations as units send it in Excel."""

from pathlib import Path

from kimhoa_app.exchange.sheet_reading import SheetRows, read_list

_NAMES = frozenset({"name"})


def read_registration_rows(path: Path) -> SheetRows:
    """Return the lines of the registration list in the .xlsx file at `path`, cells by meaning.

    The meanings are name, birth, national_id, unit, position, title, form, topic and note; `group` of a line is the
    heading above it, often the unit or "Tập thể". Titles stand as written, by name or abbreviation.
    Raises UnusableFile.
    """
    return read_list(path, "registrations", _NAMES)
