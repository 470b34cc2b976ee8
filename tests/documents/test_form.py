import pytest

from kimhoa_app.documents import word_styles
from kimhoa_app.documents.form import Measure, form_rules
from kimhoa_app.documents.model import Orientation
from tests.documents.nd30 import CHECKS


def test_every_value_stands_in_its_permitted_range() -> None:
    rules = form_rules()
    for name in rules.__slots__:
        measure = getattr(rules, name)
        if isinstance(measure, Measure):
            assert measure.least <= measure.value <= measure.most, name
    for name, part in rules.components().items():
        assert part.least_size <= part.size <= part.most_size, name


def test_the_form_has_a_part_for_every_word_style_and_no_other() -> None:
    names = {getattr(word_styles, name) for name in dir(word_styles) if name.isupper() and name != "HEADINGS"}
    assert {part.style for part in form_rules().components().values()} == names | set(word_styles.HEADINGS)


def test_every_row_of_the_table_is_checked_on_paper_or_prints_nothing() -> None:
    letters = {"C1": "ab", "C2": "ab", "C3": "ab", "C5": "abc", "C6": "abcdefghikl", "C7": "abc", "C9": "abc"}
    parts = [f"{row}{letter}" for row, tail in letters.items() for letter in tail]
    whole = [f"C{number}" for number in range(1, 16) if f"C{number}" not in letters]
    pages, tables = [f"P{number}" for number in range(1, 13)], [f"T{number}" for number in range(1, 8)]
    acts = {act.id for act in form_rules().acts}
    assert set(CHECKS) | acts == {*pages, *parts, *whole, "C10b", "C10c", *tables}


def test_running_text_takes_its_measures_from_the_page() -> None:
    rules = form_rules()
    body = (rules.body.before, rules.body.line_spacing, rules.body.first_line)
    assert body == (rules.paragraph_spacing.value, rules.line_spacing.value, rules.first_line_indent.value)


def test_a_turned_page_keeps_its_binding_edge_at_the_top() -> None:
    sheet = form_rules().sheet(Orientation.LANDSCAPE)
    assert (sheet.width, sheet.height, sheet.top, sheet.text_width) == (297, 210, 30, 257)


def test_another_body_size_takes_along_what_follows_the_body() -> None:
    rules = form_rules().with_body_size(13)
    assert {rules.body.size, rules.title.size, rules.legal_basis.size, rules.heading_1.size} == {13}
    assert rules.recipient.size == 11


@pytest.mark.parametrize("size", [12, 12.9, 14.5])
def test_a_body_size_outside_the_form_is_refused(size: float) -> None:
    with pytest.raises(ValueError, match="not permitted"):
        form_rules().with_body_size(size)
