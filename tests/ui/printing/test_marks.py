"""Marks of urgency and circulation, the drafter's mark, the address at the foot (rows C11 to C14), on the pages."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter

from kimhoa_app.documents.form import form_rules
from kimhoa_app.documents.measure import boxed_marks, header_columns
from kimhoa_app.documents.model import Circulation, DocumentKind, OfficialDocument, Urgency, plain
from tests.documents.papers import sample_urgent_letter
from ui.printing.items import Page, PlacedLine, PlacedRule
from ui.printing.layout import lay_out
from ui.printing.painting import paint_page
from ui.printing.typesetting import Typesetter
from ui.printing.units import from_mm, from_points

pytestmark = pytest.mark.usefixtures("qapp")

FORM = form_rules()
LEFT = from_mm(FORM.sheet(sample_urgent_letter().orientation).left)


def _pages(document: OfficialDocument) -> tuple[Page, ...]:
    return lay_out(document, Typesetter())


def _box_around(page: Page, words: str) -> tuple[float, float, float, float]:
    """Return left, top, width and height of the box in which the line `words` stands."""
    line = _line(page, words)
    sides = [rule for rule in _rules(page) if rule.upright and rule.y <= line.y <= rule.y + rule.length]
    left, right = (min(rule.x for rule in sides), max(rule.x for rule in sides))
    lids = [rule.y for rule in _rules(page) if not rule.upright and abs(rule.x - left) < 10]
    return left, max(y for y in lids if y <= line.y), right - left, sides[0].length


def _line(page: Page, words: str) -> PlacedLine:
    return next(item for item in page.items if isinstance(item, PlacedLine) and item.text == words)


def _rules(page: Page) -> list[PlacedRule]:
    return [item for item in page.items if isinstance(item, PlacedRule)]


@pytest.mark.parametrize("urgency", list(Urgency))
def test_a_mark_stands_in_a_box_of_its_size_in_the_middle_of_the_left_column(urgency: Urgency) -> None:
    document = sample_urgent_letter(urgency)
    page, *_ = _pages(document)
    assert document.letterhead is not None
    middle = LEFT + from_mm(header_columns(document.letterhead, FORM).left) / 2
    boxes = []
    for mark in boxed_marks(document, FORM):
        left, top, width, height = _box_around(page, mark.part.shown(mark.text))
        assert (width, height) == (from_mm(mark.width), from_mm(mark.height))
        assert left + width / 2 == pytest.approx(middle, abs=1)
        boxes.append((top, height))
    (urgent, height), (circulation, _) = boxes
    assert circulation - urgent - height == from_points(FORM.space_above_mark.value)


def test_the_words_stand_half_way_down_their_box() -> None:
    page, *_ = _pages(sample_urgent_letter())
    _, top, _, height = _box_around(page, "THƯỢNG KHẨN")
    line = _line(page, "THƯỢNG KHẨN")
    below = top + height - (line.y + line.drawing.height())
    assert line.y - top == pytest.approx(below, abs=from_points(1.5))


def test_marks_without_a_letterhead_stand_at_the_top() -> None:
    document = OfficialDocument(
        DocumentKind.LETTER, blocks=(plain("Nội dung."),), urgency=Urgency.URGENT, circulation=Circulation.INTERNAL
    )
    (page,) = _pages(document)
    assert page.lines == ["KHẨN", "LƯU HÀNH NỘI BỘ", "Nội dung./."]


def test_the_urgency_is_painted_red_and_the_circulation_black() -> None:
    page, *_ = _pages(sample_urgent_letter())
    image = QImage(page.width // 10, page.height // 10, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint_page(painter, page, 0.1)
    painter.end()

    def reds(words: str) -> int:
        left, top, width, height = (round(value / 10) for value in _box_around(page, words))
        colors = [image.pixelColor(x, y) for x in range(left, left + width) for y in range(top, top + height)]
        return sum(color.red() > 200 and color.green() < 100 for color in colors)

    assert reds("THƯỢNG KHẨN") > 100
    assert reds("LƯU HÀNH NỘI BỘ") == 0


def test_the_drafter_stands_after_the_recipients_and_without_them() -> None:
    document = replace(sample_urgent_letter(), drafter_mark="nth.15")
    lines = _pages(document)[1].lines
    assert lines[lines.index("- Lưu: VT, VHXH.") + 1] == "NTH.15"
    assert "NTH.15" in _pages(replace(document, recipients=()))[1].lines


def test_the_address_ends_the_first_page_of_the_main_sheets_alone() -> None:
    first, *others = _pages(sample_urgent_letter())
    assert first.lines[-1].endswith("ubnd@kimhoa.vi-du.vn")
    assert not any("Địa chỉ" in page.text for page in others)
    rule = max(_rules(first), key=lambda rule: rule.y)
    assert (rule.x, rule.length) == (LEFT, first.width - LEFT - from_mm(FORM.margin_right.value))
    assert rule.thickness == from_points(FORM.rule_thickness.value)
    last = first.items[-1]
    assert isinstance(last, PlacedLine)
    bottom = last.y + last.drawing.height()
    assert bottom == pytest.approx(first.height - from_mm(FORM.header_distance.value), abs=from_points(2))


@pytest.mark.parametrize("lines", [1, 2, 5, 12])
def test_a_taller_foot_leaves_less_room_on_the_first_page_alone(lines: int) -> None:
    document = OfficialDocument(
        DocumentKind.LETTER, blocks=(plain("Việc."),) * 120, contact_line="\n".join(["Địa chỉ"] * lines)
    )
    pages = _pages(document)
    rule = max(_rules(pages[0]), key=lambda rule: rule.y)
    counts = [sum(line.startswith("Việc") for line in page.lines) for page in pages]
    body = [item for item in pages[0].items if isinstance(item, PlacedLine) and item.text.startswith("Việc")]
    assert max(item.y + item.drawing.height() for item in body) <= rule.y + from_points(1)
    assert (counts[0] < counts[1]) == (lines > 2)
