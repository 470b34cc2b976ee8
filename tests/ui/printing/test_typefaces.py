"""The typeface of documents: never one that lacks Vietnamese letters, the same widths everywhere."""

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QRawFont

import resources
from kimhoa_app.documents.measure import text_width
from ui.printing.typefaces import document_family, document_font, register_substitute
from ui.printing.units import from_mm

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_family_is_the_prescribed_one_or_its_substitute() -> None:
    assert document_family() in {"Times New Roman", "Tinos"}
    assert document_family() in QFontDatabase.families()


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_every_face_has_all_vietnamese_letters(bold: bool, italic: bool) -> None:
    raw = QRawFont.fromFont(document_font(14, bold=bold, italic=italic))
    letters = "ăâđêôơư" + "áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
    assert all(raw.supportsCharacter(ord(letter)) for letter in letters + letters.upper())


@pytest.mark.parametrize("text", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"])
def test_a_text_is_as_wide_as_the_form_computes_it(text: str) -> None:
    width = QFontMetricsF(document_font(13, bold=True)).horizontalAdvance(text)
    assert width == pytest.approx(from_mm(text_width(text, 13, bold=True)), rel=0.002)


@pytest.mark.skipif(
    not any("Tinos" in name for name in resources.names_in("fonts", ".ttf")), reason="Tinos is not bundled here"
)
def test_the_bundled_substitute_can_be_registered() -> None:
    assert register_substitute() == ["Tinos"]
