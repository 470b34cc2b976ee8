"""What the pages of an official document keep to: the rules of page breaks, every word, the same form as in Word."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kimhoa_app.documents.form import form_rules
from kimhoa_app.documents.model import (
    Appendix,
    Column,
    DocumentKind,
    OfficialDocument,
    Orientation,
    Row,
    Section,
    Signature,
    Table,
    plain,
)
from tests.documents.papers import all_samples, sample_decision, sample_plan
from ui.printing.blocks import Region, Source
from ui.printing.items import Page, PlacedLine, PlacedRule
from ui.printing.layout import lay_out
from ui.printing.typesetting import Typesetter
from ui.printing.units import A4_LONG, A4_SHORT, from_mm, from_points

pytestmark = pytest.mark.usefixtures("qapp")

_WORD = "việc"
_lines = st.integers(1, 60).map(lambda words: " ".join([_WORD] * words))


@st.composite
def _documents(draw: st.DrawFn) -> OfficialDocument:
    def section(number: int) -> Section:
        texts = draw(st.lists(_lines, min_size=1, max_size=4))
        return Section(f"{number}.", f"Đề mục {number}", tuple(plain(text) for text in texts))

    parts = draw(st.integers(1, 40))
    return OfficialDocument(
        kind=DocumentKind.PLAN,
        sections=tuple(section(number) for number in range(1, parts + 1)),
        signatures=(Signature("CHỦ TỊCH", "Nguyễn Văn Bình"),),
        recipients=("Như trên", "Lưu: VT"),
    )


def _pages(document: OfficialDocument) -> tuple[Page, ...]:
    return lay_out(document, Typesetter())


def _body(page: Page) -> list[str]:
    """The lines of a page without its number."""
    return page.lines[1:] if page.number > 1 else page.lines


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_documents())
def test_a_heading_has_two_lines_below_it_or_all_that_it_heads(document: OfficialDocument) -> None:
    pages = [_body(page) for page in _pages(document)]
    for page, following in pairwise(pages):
        assert not _is_heading(page[-1])
        assert not _is_heading(page[-2]) or _is_heading(following[0])


def _is_heading(line: str) -> bool:
    return " Đề mục " in line


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_documents())
def test_the_signature_block_stands_whole_below_two_lines_of_the_body(document: OfficialDocument) -> None:
    lines = _body(_pages(document)[-1])
    first = lines.index("Nơi nhận:")
    assert first >= 2
    assert lines[first:] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH", "Nguyễn Văn Bình"]


def test_a_long_chain_of_headings_with_a_line_each_breaks_above_a_heading() -> None:
    for above in range(8):
        sections = tuple(Section(f"{n}.", f"Đề mục {n}", (plain("Một dòng."),)) for n in range(60))
        document = OfficialDocument(
            kind=DocumentKind.PLAN, opening=tuple(plain("Một dòng.") for _ in range(above)), sections=sections
        )
        pages = _pages(document)
        assert len(pages) > 3
        assert all(_is_heading(_body(page)[0]) for page in pages[1:])


@pytest.mark.parametrize("count", range(20, 50))
def test_a_signature_block_takes_two_short_lines_with_it(count: int) -> None:
    lines = tuple(plain(f"Việc thứ {number}.") for number in range(count))
    document = OfficialDocument(kind=DocumentKind.PLAN, opening=lines, signatures=(Signature("CHỦ TỊCH"),))
    assert len([line for line in _pages(document)[-1].lines if line.startswith("Việc thứ")]) >= 2


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_documents())
def test_a_paragraph_leaves_at_least_two_lines_on_each_page(document: OfficialDocument) -> None:
    paragraphs = [block.text for section in document.sections for block in section.blocks if block.type == "paragraph"]
    pages = [_body(page) for page in _pages(document)]
    for paragraph, pieces in _spread(paragraphs, pages):
        assert len(pieces) == 1 or min(pieces) >= 2, paragraph


def _spread(paragraphs: list[str], pages: list[list[str]]) -> list[tuple[str, list[int]]]:
    """For each paragraph, how many of its lines stand on each page that it touches."""
    queue = [(number, line.removesuffix("./.")) for number, page in enumerate(pages) for line in page]
    queue = [(number, line) for number, line in queue if line.startswith(_WORD)]
    spread = []
    for paragraph in paragraphs:
        words, counts = len(paragraph.split()), dict[int, int]()
        while words > 0:
            number, line = queue.pop(0)
            words -= len(line.split())
            counts[number] = counts.get(number, 0) + 1
        spread.append((paragraph, list(counts.values())))
    return spread


@pytest.mark.parametrize("name", sorted(all_samples()))
def test_every_word_of_a_document_stands_on_its_pages(name: str) -> None:
    document = all_samples()[name]
    seen = " ".join(" ".join(_body(page)) for page in _pages(document)).split()
    for text in _texts(document):
        wanted = text.rstrip(" .;").split()
        assert _contains(seen, [word for word in wanted if word]), text


def _texts(document: OfficialDocument) -> list[str]:
    texts = [document.title, *document.legal_bases, *document.recipients]
    texts += [paragraph.text for paragraph in (*document.opening, *document.closing)]
    for _, section in document.walk_sections():
        texts += [block.text for block in section.blocks if block.type == "paragraph"]
        texts += [cell for block in section.blocks if block.type == "table" for row in block.rows for cell in row.cells]
    for appendix in document.appendices:
        texts += [
            cell for block in appendix.blocks if block.type == "table" for row in block.rows for cell in row.cells
        ]
    return [text for text in texts if len(text) < 40 or "\n" not in text]


def _contains(seen: list[str], wanted: list[str]) -> bool:
    """Whether `wanted` stands in `seen` one word after the other; the last may carry a mark of its own."""
    if not wanted:
        return True
    starts = [index for index, word in enumerate(seen) if word == wanted[0] or len(wanted) == 1]
    return any(
        seen[index : index + len(wanted) - 1] == wanted[:-1]
        and index + len(wanted) <= len(seen)
        and seen[index + len(wanted) - 1].startswith(wanted[-1])
        for index in starts
    )


def test_the_words_of_the_body_keep_their_order() -> None:
    plan = sample_plan(3)
    seen = " ".join(" ".join(_body(page)) for page in _pages(plan))
    seen = " ".join(seen.split())
    at = 0
    for _, section in plan.walk_sections():
        for block in section.blocks:
            if block.type == "paragraph":
                at = seen.index(" ".join(block.text.split())[:60].rstrip(" ."), at)
    assert at > 0


def test_a_row_is_never_split_and_each_page_of_a_table_begins_with_its_head() -> None:
    table = Table(
        (Column("STT", 1), Column("Họ và tên", 4), Column("Thành tích", 4)),
        tuple(Row((str(n), f"Người {n}", " ".join([_WORD] * 40) + f" hết{n}")) for n in range(1, 60)),
    )
    pages = _pages(_list_of(table))
    assert len(pages) > 3
    for page in pages:
        assert _body(page)[:3] == ["STT", "Họ và tên", "Thành tích"]
        people = [line.split()[1] for line in page.lines if line.startswith("Người ")]
        assert [f"hết{n}" for n in people] == [word for word in page.text.split() if word.startswith("hết")]


def test_a_group_heading_stays_with_the_row_below_it() -> None:
    columns = (Column("STT", 1), Column("Họ và tên", 4))
    for count in range(25, 45):
        rows = [Row((str(n), f"Người {n}")) for n in range(count)]
        group = Row(("Khối trường học",), span=True)
        for page in _pages(_list_of(Table(columns, (*rows, group, Row(("1", "Người cuối")))))):
            assert page.lines[-1] != "Khối trường học"


def test_a_row_higher_than_a_page_loses_no_word() -> None:
    words = [f"từ{n}" for n in range(3000)]
    pages = _pages(_list_of(Table((Column("Thành tích", 1),), (Row((" ".join(words),)),))))
    assert len(pages) > 2
    assert [word for page in pages for word in page.text.split() if word.startswith("từ")] == words


def test_recipients_that_fill_more_than_a_page_are_all_printed() -> None:
    recipients = tuple(f"Đơn vị {n}" for n in range(150))
    document = OfficialDocument(
        kind=DocumentKind.PLAN, opening=(plain("Nội dung"),), recipients=recipients, signatures=(Signature("CHỦ TỊCH"),)
    )
    lines = [line for page in _pages(document) for line in page.lines if line.startswith("- ")]
    assert [line.strip("- ;.") for line in lines] == list(recipients)


def test_the_line_that_closes_a_list_stands_with_its_last_row() -> None:
    for people in range(20, 45):
        rows = tuple(Row((str(n), f"Người {n}")) for n in range(people))
        table = Table((Column("STT", 1), Column("Họ và tên", 4)), rows)
        last = _pages(_list_of(table, closing="Danh sách này có các cá nhân trên./."))[-1]
        assert any(line.startswith("Người ") for line in last.lines)


def _list_of(table: Table, closing: str = "") -> OfficialDocument:
    appendix = Appendix("", "", blocks=(table,), closing=closing)
    whole = OfficialDocument(kind=DocumentKind.LIST, end_mark=False, blocks=(table,))
    return OfficialDocument(kind=DocumentKind.LIST, appendices=(appendix,)) if closing else whole


def test_page_numbers_begin_on_the_second_page_and_anew_in_each_appendix() -> None:
    pages = _pages(sample_decision(60))
    numbers = [page.number for page in pages]
    assert numbers[:2] == [1, 1]
    assert numbers[1:] == list(range(1, len(numbers)))
    for page in pages:
        if page.number > 1:
            first = page.items[0]
            assert isinstance(first, PlacedLine)
            assert first.text == str(page.number)
            assert first.y < from_mm(form_rules().sheet(_lies(page)).top)


def _lies(page: Page) -> Orientation:
    return Orientation.LANDSCAPE if page.width > page.height else Orientation.PORTRAIT


def test_an_appendix_lies_as_it_asks_and_keeps_the_turned_margins() -> None:
    main, *appendix = _pages(sample_decision(60))
    assert (main.width, main.height) == (A4_SHORT, A4_LONG)
    sheet = form_rules().sheet(Orientation.LANDSCAPE)
    for page in appendix:
        assert (page.width, page.height) == (A4_LONG, A4_SHORT)
        rules = [item for item in page.items if isinstance(item, PlacedRule) and not item.upright]
        border = from_points(form_rules().table_border.value)
        assert min(rule.x for rule in rules) >= from_mm(sheet.left) - border
        assert max(rule.x + rule.length for rule in rules) <= page.width - from_mm(sheet.right) + border


@pytest.mark.parametrize("name", sorted(all_samples()))
def test_nothing_stands_outside_the_margins(name: str) -> None:
    for page in _pages(all_samples()[name]):
        sheet = form_rules().sheet(_lies(page))
        body = page.items[1:] if page.number > 1 else page.items
        foot = [item.y for item in body if isinstance(item, PlacedRule) and item.length == _text_width(page)]
        body = [item for item in body if item.y < min(foot, default=page.height)]
        assert all(item.y >= from_mm(sheet.top) - 1 for item in body)
        assert all(item.y <= page.height - from_mm(sheet.bottom) + 1 for item in body)


def _text_width(page: Page) -> int:
    sheet = form_rules().sheet(_lies(page))
    return page.width - from_mm(sheet.left) - from_mm(sheet.right)


def test_an_empty_document_is_one_empty_page() -> None:
    (page,) = _pages(OfficialDocument(kind=DocumentKind.OTHER, end_mark=False))
    assert page.items == ()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12), max_size=80))
def test_no_character_of_any_text_is_lost(words: list[str]) -> None:
    paragraph = plain(" ".join(words))
    pages = _pages(OfficialDocument(kind=DocumentKind.OTHER, opening=(paragraph,), end_mark=False))
    printed = "".join("".join(_body(page)) for page in pages).replace(" ", "")
    assert printed == unicodedata.normalize("NFC", "".join(words))


def test_sections_are_found_on_their_pages() -> None:
    plan = sample_plan(3)
    found = [text.source for page in _pages(plan) for text in page.texts]
    assert {(path, None) for path in _paths(plan.sections)} <= {(source.path, source.block) for source in found}
    assert found[0] == Source(Region.HEAD)
    assert found[-1] == Source(Region.END)


def _paths(sections: tuple[Section, ...], above: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    own = [(*above, index) for index, section in enumerate(sections) if section.heading]
    inner = [path for index, section in enumerate(sections) for path in _paths(section.children, (*above, index))]
    return own + inner


def test_every_paragraph_and_table_of_a_section_has_its_place() -> None:
    table = Table((Column("TT", 1), Column("Việc", 9)), tuple(Row((str(number), "Việc")) for number in range(60)))
    section = Section("1.", "", (plain("Một câu dài. " * 40), table, plain("Sau bảng.")))
    pages = _pages(OfficialDocument(kind=DocumentKind.PLAN, sections=(section,)))
    places = [(text.source.block, text.top < text.bottom) for page in pages for text in page.texts]
    assert places[0] == (0, True)
    assert [place for place in places if place[0] == 1] == [(1, True)] * len(pages)
    assert (2, True) in places


def test_a_text_that_only_moved_is_not_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    typesetter = Typesetter()
    plan = sample_plan(2)
    lay_out(plan, typesetter)
    set_again = _count_settings(monkeypatch)
    lay_out(replace(plan, sections=(Section("A.", "MỤC MỚI"), *plan.sections)), typesetter)
    assert set_again() == 1


def test_an_edited_paragraph_is_the_only_text_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    typesetter = Typesetter()
    plan = sample_plan(2)
    lay_out(plan, typesetter)
    set_again = _count_settings(monkeypatch)
    lay_out(_with_opening(plan, "Thực hiện nhiệm vụ năm mới, như sau:"), typesetter)
    assert set_again() == 1


def _count_settings(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    from ui.printing import typesetting

    texts: list[object] = []
    original = typesetting._set
    monkeypatch.setattr(typesetting, "_set", lambda block, width: (texts.append(block), original(block, width))[1])
    return lambda: len(texts)


def _with_opening(document: OfficialDocument, text: str) -> OfficialDocument:
    from dataclasses import replace

    return replace(document, opening=(plain(text), *document.opening[1:]))
