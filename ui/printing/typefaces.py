"""The typeface of official documents: Times New Roman, or Tinos of the same widths where it is missing."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

import resources
from ui.printing.units import PER_POINT

_PRESCRIBED = "Times New Roman"
_SUBSTITUTE = "Tinos"
_VIETNAMESE_LETTERS = "ăâđêôơưẶẨẼỖỢỮỸỵ"
_FONTS_FOLDER = "fonts"


@cache
def document_family() -> str:
    """Return the family that documents are set in; needs a QGuiApplication.

    Times New Roman is what Nghị định số 30/2020/NĐ-CP asks for. An old copy without all Vietnamese letters does not
    count; then, and where there is none, Tinos stands in.
    """
    installed = QFontDatabase.families()
    if _PRESCRIBED in installed and _has_vietnamese(_PRESCRIBED):
        return _PRESCRIBED
    if _SUBSTITUTE not in installed:
        register_substitute()
    return _SUBSTITUTE


def register_substitute() -> list[str]:
    """Give Qt the Tinos that ships with the program and return the names of its families."""
    families: list[str] = []
    for name in resources.names_in(_FONTS_FOLDER, ".ttf"):
        if _SUBSTITUTE in name:
            font_id = QFontDatabase.addApplicationFontFromData(resources.read_bytes(name))
            families += QFontDatabase.applicationFontFamilies(font_id)
    return sorted(set(families))


def document_font(size: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Return the documents' font of `size` points for a surface of 1440 dots to the inch, unhinted.

    Kerning is off, as in Word: with it lines would break elsewhere than in the Word file.
    """
    font = QFont(document_family())
    font.setPixelSize(round(size * PER_POINT))
    font.setBold(bold)
    font.setItalic(italic)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _has_vietnamese(family: str) -> bool:
    raw = QRawFont.fromFont(QFont(family))
    return all(raw.supportsCharacter(ord(letter)) for letter in _VIETNAMESE_LETTERS)
