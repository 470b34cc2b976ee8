"""A list of registrations as units send it in Excel."""

from pathlib import Path

from kimhoa_app.exchange.sheet_reading import SheetRows, read_lists

_NAMES = frozenset({"name"})
_TITLES = frozenset({"title", "flag"})


def read_registration_lists(path: Path) -> list[SheetRows]:
    """Return the registration lists in the .xlsx file at `path`, one for each sheet that has one, cells by meaning.

    The meanings are name, birth, national_id, unit, position, title, flag, form, topic and note; `group` of a line is
    the heading above it, often the unit or "Tập thể". Titles stand as written, by name or abbreviation. Sheets without
    a column of titles count only where no other has one. Raises UnusableFile.
    """
    found = read_lists(path, "registrations", _NAMES)
    return [each for each in found if _TITLES & each.columns.keys()] or found
