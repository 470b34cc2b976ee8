"""What the program remembers of the person at this computer, one typed declaration each."""

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T", int, float, str, bool, QByteArray)


@dataclass(frozen=True, slots=True)
class Preference(Generic[T]):
    """One remembered value: where it is kept and what holds until it is set."""

    key: str
    default: T

    def read(self) -> T:
        """Return what was remembered, or the default where nothing readable is kept."""
        kept = _settings().value(self.key, self.default, type(self.default))
        return kept if isinstance(kept, type(self.default)) else self.default

    def write(self, value: T) -> None:
        """Remember `value` from now on."""
        _settings().setValue(self.key, value)


WINDOW_GEOMETRY: Final = Preference("window/geometry", QByteArray())
WORKING_YEAR: Final = Preference("window/working_year", 0)
TEXT_POINTS: Final = Preference("window/text_points", 10.5)
PREVIEW_ZOOM: Final = Preference("preview/zoom", "width")
LAST_FOLDER: Final = Preference("files/last_folder", "")
PRINT_SIDES: Final = Preference("printing/sides", "")


def table_header(name: str) -> Preference[QByteArray]:
    """Return the preference that keeps the widths and the order of the table `name`."""
    return Preference(f"tables/{name}", QByteArray())


def keep_in(folder: str) -> None:
    """Remember in `folder` from now on and start with nothing, so that pictures show nobody's habits."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Kim Hoa", "kimhoa")
