"""The bundled fonts hold what Vietnamese needs, and their widths stand beside them."""

import json
import unicodedata

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

import resources

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = "aăâeêioôơuưy"
CONSONANTS = "bcdđghklmnpqrstvx"
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + list(CONSONANTS)
ALPHABET = "".join(LETTERS + [letter.upper() for letter in LETTERS])
SIGNS = "0123456789.,;:!?()[]/+-–—…“”‘’•₫%°→"

FACES = resources.names_in("fonts", ".otf") + resources.names_in("fonts", ".ttf")


@pytest.fixture
def widths() -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = json.loads(resources.read_text("fonts/tinos-widths.json"))
    return table


def load(name: str) -> QRawFont:
    font = QRawFont()
    font.loadFromData(resources.read_bytes(name), 1000, QFont.HintingPreference.PreferNoHinting)
    return font


def test_there_are_four_faces_of_each_family() -> None:
    assert len(ALPHABET) == 2 * (12 * 6 + 17)
    assert [name.split("/")[1].split("-")[0] for name in FACES] == ["Inter"] * 4 + ["Tinos"] * 4


@pytest.mark.parametrize("name", FACES)
def test_a_face_has_every_vietnamese_letter(name: str, qapp: QApplication) -> None:
    font = load(name)
    assert [
        character for character in ALPHABET + SIGNS + "".join(TONES) if not font.supportsCharacter(ord(character))
    ] == []


@pytest.mark.parametrize("name", FACES)
def test_qt_takes_a_face_under_its_own_family(name: str, qapp: QApplication) -> None:
    number = QFontDatabase.addApplicationFontFromData(resources.read_bytes(name))
    families = QFontDatabase.applicationFontFamilies(number)
    QFontDatabase.removeApplicationFont(number)
    assert families
    assert families[0].startswith(name.split("/")[1].split("-")[0])


@pytest.mark.parametrize(
    ("face", "name"),
    [("regular", "Regular"), ("bold", "Bold"), ("italic", "Italic"), ("bold_italic", "BoldItalic")],
)
def test_the_table_of_widths_agrees_with_the_face(
    face: str, name: str, widths: dict[str, dict[str, int]], qapp: QApplication
) -> None:
    font = load(f"fonts/Tinos-{name}.ttf")
    for character in ALPHABET + SIGNS:
        glyph = font.glyphIndexesForString(character)
        assert font.advancesForGlyphIndexes(glyph)[0].x() == pytest.approx(widths[face][character], abs=0.6), character


def test_a_line_measured_from_the_table_is_as_long_as_qt_makes_it(
    widths: dict[str, dict[str, int]], qapp: QApplication
) -> None:
    line = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    number = QFontDatabase.addApplicationFontFromData(resources.read_bytes("fonts/Tinos-Bold.ttf"))
    font = QFont("Tinos")
    font.setBold(True)
    font.setPixelSize(1000)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    measured = QFontMetricsF(font).horizontalAdvance(line)
    QFontDatabase.removeApplicationFont(number)
    assert measured == pytest.approx(sum(widths["bold"][character] for character in line), rel=0.005)


@pytest.mark.parametrize("family", ["Inter", "Tinos"])
def test_a_licence_stands_beside_the_fonts(family: str) -> None:
    licence = resources.read_text(f"fonts/OFL-{family}.txt")
    assert licence.startswith("Copyright")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
