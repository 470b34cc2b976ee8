"""The page to try a printer with: its letters, the margins it keeps, and rulers along two edges."""

from collections.abc import Iterator
from dataclasses import replace

from kimhoa_app.documents.form import form_rules
from kimhoa_app.documents.model import Align, DocumentKind, OfficialDocument, Orientation, Paragraph, Run, plain
from ui.printing.items import Page, PlacedRule
from ui.printing.layout import lay_out
from ui.printing.typesetting import Typesetter
from ui.printing.units import from_mm, from_points

_LETTERS = "ă â đ ê ô ơ ư Ặ Ẩ Ễ Ộ Ợ Ự ỳ ỵ ỷ ỹ"
_RULER_AT = 12  # mm from the edge of the paper, where every printer reaches
_SHORT, _LONG = 2, 4  # mm
_STEP, _WHOLE = 5, 10  # mm
_HAIRLINE = from_points(0.25)
_GREY = "808080"


def trial_pages() -> tuple[Page, ...]:
    """Return one page that shows whether a printer keeps the letters, the margins and the drawn lines."""
    (page,) = lay_out(trial_document(), Typesetter())
    return (replace(page, items=(*page.items, *_rulers(page), *_margins(page))),)


def trial_document() -> OfficialDocument:
    """Return the words of the trial page."""
    sheet = form_rules().sheet(Orientation.PORTRAIT)
    return OfficialDocument(
        kind=DocumentKind.OTHER,
        title="TRANG IN THỬ",
        subject="Chữ tiếng Việt, lề giấy và đường kẻ",
        opening=(
            plain(f"Chữ đứng: {_LETTERS}."),
            plain(f"Chữ đậm: {_LETTERS}.", bold=True),
            plain(f"Chữ nghiêng: {_LETTERS}.", italic=True),
            plain(
                f"Khung mảnh là lề văn bản: trái {sheet.left:g} mm, phải {sheet.right:g} mm, trên {sheet.top:g} mm, "
                f"dưới {sheet.bottom:g} mm. Vạch dài ở mép trên và mép trái cách nhau {_WHOLE} mm, tính từ mép giấy. "
                "Đặt thước lên đo: nếu khác, tắt chế độ thu nhỏ cho vừa trang trong thuộc tính máy in rồi in lại."
            ),
            Paragraph((Run("Đường kẻ dưới trích yếu phải liền nét và nằm giữa."),), Align.CENTER),
        ),
        end_mark=False,
    )


def _rulers(page: Page) -> Iterator[PlacedRule]:
    edge = from_mm(_RULER_AT)
    for mm in range(_STEP, 210, _STEP):
        yield PlacedRule(from_mm(mm), edge, _length(mm), _HAIRLINE, upright=True)
    for mm in range(_STEP, 297, _STEP):
        yield PlacedRule(edge, from_mm(mm), _length(mm), _HAIRLINE)
    yield PlacedRule(0, edge, page.width, _HAIRLINE)
    yield PlacedRule(edge, 0, page.height, _HAIRLINE, upright=True)


def _margins(page: Page) -> Iterator[PlacedRule]:
    sheet = form_rules().sheet(Orientation.PORTRAIT)
    left, top = from_mm(sheet.left), from_mm(sheet.top)
    right, bottom = page.width - from_mm(sheet.right), page.height - from_mm(sheet.bottom)
    for y in (top, bottom):
        yield PlacedRule(left, y, right - left, _HAIRLINE, color=_GREY)
    for x in (left, right):
        yield PlacedRule(x, top, bottom - top, _HAIRLINE, upright=True, color=_GREY)


def _length(mm: int) -> int:
    return from_mm(_LONG if mm % _WHOLE == 0 else _SHORT)
