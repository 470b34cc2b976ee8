"""Two documents beside each other: what answers to what, which words differ, what merely moved."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.documents.comparing import Mark, RowChange, compare
from kimhoa_app.documents.comparing.lines import compared_lines
from kimhoa_app.documents.comparing.word_marks import Runs, marked_words
from kimhoa_app.documents.model import DocumentKind, IssueDate, OfficialDocument, Section, plain
from kimhoa_app.documents.rolling import roll
from kimhoa_app.documents.texts import Edit, Role, texts_of, with_edits
from tests.documents.papers import all_samples, sample_plan

SENTENCES = st.lists(
    st.sampled_from(("Thi đua", "khen thưởng", "năm 2025", "năm 2026", "", "a", "1.", "các đơn vị; ", "./.")),
    max_size=8,
).map(" ".join)
BODIES = st.lists(SENTENCES, max_size=12)


def body(*texts: str) -> OfficialDocument:
    return OfficialDocument(DocumentKind.PLAN, blocks=tuple(map(plain, texts)))


def said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def test_the_same_document_does_not_differ() -> None:
    comparison = compare(sample_plan(), sample_plan())
    assert comparison.is_same
    assert comparison.differences == ()


def test_a_changed_word_is_marked_on_both_sides_and_nothing_else() -> None:
    (row,) = compare(body("Phong trào thi đua năm 2025 của xã"), body("Phong trào thi đua năm 2026 của xã")).rows
    assert row.left is not None
    assert row.right is not None
    assert [run.text for run in row.left.runs if run.mark is Mark.CHANGED] == ["2025"]
    assert [run.text for run in row.right.runs if run.mark is Mark.CHANGED] == ["2026"]


def test_a_word_put_in_and_a_word_taken_out_are_told_apart() -> None:
    left, right = marked_words("Hội đồng xã họp", "Hội đồng họp ngay")
    assert [run.text for run in left if run.mark is Mark.REMOVED] == ["xã "]
    assert [run.text for run in right if run.mark is Mark.ADDED] == [" ngay"]


def test_a_paragraph_in_between_is_added_and_its_neighbours_stay() -> None:
    rows = compare(body("Một hai ba", "Bốn năm sáu"), body("Một hai ba", "Bảy tám chín", "Bốn năm sáu")).rows
    assert [row.change for row in rows] == [RowChange.SAME, RowChange.ADDED, RowChange.SAME]


def test_paragraphs_that_go_together_are_one_difference() -> None:
    comparison = compare(body("Đầu", "Bỏ một", "Bỏ hai", "Cuối"), body("Đầu", "Cuối"))
    assert comparison.differences == (1,)


def test_a_section_that_stands_elsewhere_is_moved_and_its_new_number_marked() -> None:
    purpose = Section("I.", "Mục đích của phong trào", (plain("Động viên mọi người hăng hái lao động."),))
    demand = Section("II.", "Yêu cầu đối với các đơn vị", (plain("Triển khai nghiêm túc đến từng thôn."),))
    work = Section("III.", "Tổ chức thực hiện kế hoạch", (plain("Các đơn vị căn cứ kế hoạch này thực hiện."),))
    left = OfficialDocument(DocumentKind.PLAN, sections=(purpose, demand, work))
    moved = (replace(demand, label="I."), replace(work, label="II."), replace(purpose, label="III."))
    comparison = compare(left, OfficialDocument(DocumentKind.PLAN, sections=moved))
    went = [row for row in comparison.rows if row.change is RowChange.MOVED and row.left]
    assert [row.left.text for row in went if row.left] == [
        "I. Mục đích của phong trào",
        "Động viên mọi người hăng hái lao động.",
    ]
    for row in went:
        assert row.other is not None
        there = comparison.rows[row.other]
        assert there.change is RowChange.MOVED
        assert there.right is not None
    assert not any(row.change in {RowChange.REMOVED, RowChange.ADDED} for row in comparison.rows)


def test_a_short_line_is_not_followed_elsewhere() -> None:
    rows = compare(body("Lưu: VT", "Một hai ba bốn"), body("Một hai ba bốn", "Lưu: VT")).rows
    assert RowChange.MOVED not in {row.change for row in rows}


def test_number_day_and_signer_are_compared_too() -> None:
    left = sample_plan()
    assert left.letterhead is not None
    head = replace(left.letterhead, number="5", date=IssueDate(2026, 1, 6))
    right = replace(left, letterhead=head, signatures=(replace(left.signatures[0], name="Lê Văn Tám"),))
    rows = compare(left, right).rows
    changed = [row.right.text for row in rows if row.right and row.change is not RowChange.SAME]
    assert changed == ["Số: 05/KH-UBND", "Kim Hoa, ngày 06 tháng 01 năm 2026", "Lê Văn Tám"]


def test_a_rolled_plan_answers_paragraph_by_paragraph() -> None:
    rows = compare(sample_plan(), roll(sample_plan(), 2027).document).rows
    assert {row.change for row in rows} == {RowChange.SAME, RowChange.CHANGED}


def test_spots_are_those_of_the_texts() -> None:
    for document in all_samples().values():
        texts = texts_of(document)
        named = {line.spot.number: line for line in reversed(compared_lines(document))}
        for text in texts:
            line = named.get(text.spot.number)
            if line is None:  # a further cell of a row
                assert text.spot.role in {Role.COLUMN, Role.CELL}
            elif line.words:
                assert (line.spot.path, line.spot.appendix) == (text.spot.path, text.spot.appendix)


@given(SENTENCES, SENTENCES)
def test_marked_runs_hold_every_letter(left: str, right: str) -> None:
    before, after = marked_words(left, right)
    assert said(before) == left
    assert said(after) == right
    same = [said(tuple(run for run in runs if run.mark is Mark.SAME)) for runs in (before, after)]
    assert same[0] == same[1]


@given(BODIES, BODIES)
def test_rows_hold_every_paragraph_of_both_once_and_in_order(left: list[str], right: list[str]) -> None:
    comparison = compare(body(*left), body(*right))
    assert [row.left.text for row in comparison.rows if row.left] == [text.strip() for text in left if text]
    assert [row.right.text for row in comparison.rows if row.right] == [text.strip() for text in right if text]
    assert comparison.is_same == ([t.strip() for t in left if t] == [t.strip() for t in right if t])


@given(st.data())
def test_one_edit_is_one_difference(data: st.DataObject) -> None:
    document = sample_plan()
    texts = texts_of(document)
    text = data.draw(st.sampled_from([each for each in texts if len(each.words.split()) > 4]))
    made = with_edits(document, text.spot.number, [Edit(0, 1, "Mới ")])
    comparison = compare(document, made)
    assert len(comparison.differences) == 1
    row = comparison.rows[comparison.differences[0]]
    assert row.left is not None
    assert row.left.spot.number == text.spot.number or text.spot.role.value in ("cell", "column")
