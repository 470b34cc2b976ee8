"""Last year's document rolled forward and its questions answered, on a real data file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.store import drafting
from kimhoa_app.documents.model import OfficialDocument, plain
from kimhoa_app.documents.reading.outline import read_text
from kimhoa_app.documents.texts import texts_of
from kimhoa_app.domain.errors import InvalidInput, NotFound, Refused, UnusableFile
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.people import PersonDraft, WorkStatus
from kimhoa_app.domain.units import UnitDraft, UnitKind
from kimhoa_app.services import documents, office, rolling, staff, units
from kimhoa_app.services.overview import overview
from kimhoa_app.services.rolling import Item, QuestionState
from kimhoa_app.services.workspace import Workspace

LONG_AGO = date(2024, 1, 1)
PLAN = """ỦY BAN NHÂN DÂN
XÃ KIM HOA

Số: 12/KH-UBND
Kim Hoa, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Phát động phong trào thi đua năm 2026

Thực hiện Nghị quyết số 25/NQ-HĐND ngày 28/12/2025 của Hội đồng nhân dân xã về nhiệm vụ năm 2026.

I. MỤC ĐÍCH
Hoàn thành trước ngày 20/12/2026 các chỉ tiêu giai đoạn 2021 - 2025; giai đoạn 2021 - 2025 còn dở dang.

II. TỔ CHỨC THỰC HIỆN
Giao Văn phòng Thống kê và Nguyễn Văn An theo dõi./.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH

Lê Văn Cũ
"""


@pytest.fixture
def office_workspace(workspace: Workspace) -> Workspace:
    office.set_up(
        workspace,
        OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh"),
        [Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch Ủy ban nhân dân xã")],
    )
    return workspace


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch cũ.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def draft_id(office_workspace: Workspace, old_file: Path) -> int:
    return rolling.begin(office_workspace, rolling.plan_from_file(office_workspace, old_file, 2027))


def body(workspace: Workspace, document_id: int) -> OfficialDocument:
    return documents.read_draft(workspace, document_id).document


def words(workspace: Workspace, document_id: int) -> str:
    return "\n".join(text.words for text in texts_of(body(workspace, document_id)))


def items(workspace: Workspace, document_id: int) -> list[Item]:
    record = rolling.read_record(workspace, document_id)
    assert record is not None
    return record.items(body(workspace, document_id))


def item(workspace: Workspace, document_id: int, asked: str, nth: int = 0) -> Item:
    return [each for each in items(workspace, document_id) if each.question.anchor.words == asked][nth]


def number(workspace: Workspace, document_id: int, asked: str, nth: int = 0) -> int:
    return item(workspace, document_id, asked, nth).question.id


def asked_words(workspace: Workspace, document_id: int) -> list[str]:
    return [each.question.anchor.words for each in items(workspace, document_id) if each.is_open]


def test_a_file_becomes_a_draft_of_the_new_year_with_its_questions(office_workspace: Workspace, draft_id: int) -> None:
    entry = documents.read_draft(office_workspace, draft_id)
    assert (entry.kind, entry.year, entry.number, entry.symbol) == ("KH", 2027, None, "KH-UBND")
    assert entry.subject == "Phát động phong trào thi đua năm 2027"
    assert asked_words(office_workspace, draft_id) == [
        "Nghị quyết số 25/NQ-HĐND ngày 28/12/2025",
        "2021 - 2025",
        "2021 - 2025",
        "Lê Văn Cũ",
    ]
    assert rolling.open_counts(office_workspace, 2027) == {draft_id: 4}
    assert rolling.open_counts(office_workspace, 2026) == {}


def test_the_overview_says_how_many_questions_the_plan_has(office_workspace: Workspace, draft_id: int) -> None:
    assert draft_id
    labels = [task.label for task in overview(office_workspace, 2027).tasks]
    assert "Ban hành kế hoạch phát động thi đua năm 2027 (còn 4 câu hỏi)" in labels


def test_where_it_came_from_stays_known(office_workspace: Workspace, draft_id: int) -> None:
    record = rolling.read_record(office_workspace, draft_id)
    assert record is not None
    assert rolling.origin_name(record.origin) == "12/KH-UBND ngày 05/01/2026"
    assert record.origin.document == read_text(PLAN)
    assert item(office_workspace, draft_id, "năm 2026", 1).last_year.endswith("nhiệm vụ năm 2026.")
    assert documents.list_versions(office_workspace, draft_id)[0].reason == "Bản chuyển từ 12/KH-UBND ngày 05/01/2026"


def test_a_paper_without_a_number_is_named_after_its_file(office_workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "nháp.txt"
    path.write_text("KẾ HOẠCH\nThi đua năm 2026", encoding="utf-8")
    assert rolling.origin_name(rolling.plan_from_file(office_workspace, path, 2027).origin) == "tệp “nháp.txt”"
    pasted = rolling.plan_from_text(office_workspace, "KẾ HOẠCH\nThi đua năm 2026", 2027)
    assert rolling.origin_name(pasted.origin) == "văn bản năm 2026"


def test_reading_stores_nothing(office_workspace: Workspace, old_file: Path) -> None:
    plan = rolling.plan_from_file(office_workspace, old_file, 2027)
    assert len(plan.rolled.questions) == 4
    assert documents.list_documents(office_workspace) == []


@pytest.mark.parametrize("name", ["cũ.doc", "quét.pdf"])
def test_what_cannot_be_read_is_said_in_one_sentence(office_workspace: Workspace, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"%PDF-1.4" if name.endswith("pdf") else b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    with pytest.raises(UnusableFile, match="hãy mở"):
        rolling.plan_from_file(office_workspace, path, 2027)


def test_a_year_that_is_not_later_and_a_paper_without_a_year_are_refused(office_workspace: Workspace) -> None:
    with pytest.raises(Refused):
        rolling.plan_from_text(office_workspace, PLAN, 2026)
    with pytest.raises(InvalidInput) as refused:
        rolling.plan_from_text(office_workspace, "KẾ HOẠCH\nThi đua yêu nước", 2027)
    assert refused.value.field == "from_year"
    assert rolling.plan_from_text(office_workspace, "KẾ HOẠCH\nThi đua", 2027, 2026).rolled.from_year == 2026
    with pytest.raises(InvalidInput):
        rolling.plan_from_text(office_workspace, " \n", 2027)


def test_a_document_of_the_data_file_is_rolled_the_same_way(office_workspace: Workspace) -> None:
    old = documents.new_document(office_workspace, "ke-hoach-nam", 2026, {"theme": "Đoàn kết"})
    documents.issue(office_workspace, old, 7, date(2026, 1, 5))
    made = rolling.begin(office_workspace, rolling.plan_from_document(office_workspace, old, 2027))
    entry = documents.read_draft(office_workspace, made)
    assert (entry.template, entry.year, entry.fields["theme"]) == ("ke-hoach-nam", 2027, "Đoàn kết")
    record = rolling.read_record(office_workspace, made)
    assert record is not None
    assert rolling.origin_name(record.origin) == "07/KH-UBND ngày 05/01/2026"
    assert rolling.read_record(office_workspace, old) is None


def test_a_draft_is_stored_whole_or_not_at_all(
    office_workspace: Workspace, old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = rolling.plan_from_file(office_workspace, old_file, 2027)

    def fail(*_args: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(drafting, "add_questions", fail)
    with pytest.raises(RuntimeError):
        rolling.begin(office_workspace, plan)
    assert documents.list_documents(office_workspace) == []
    assert rolling.read_record(office_workspace, 1) is None


def test_an_answer_takes_the_place_of_the_words_and_of_no_others(office_workspace: Workspace, draft_id: int) -> None:
    before = words(office_workspace, draft_id)
    rolling.answer(office_workspace, number(office_workspace, draft_id, "2021 - 2025", 1), " 2026 -  2030 ")
    at = before.rindex("2021 - 2025")
    assert words(office_workspace, draft_id) == f"{before[:at]}2026 - 2030{before[at + 11 :]}"
    assert len(asked_words(office_workspace, draft_id)) == 3
    rolling.answer(office_workspace, number(office_workspace, draft_id, "2021 - 2025"), "2026 - 2030")
    assert words(office_workspace, draft_id).count("2026 - 2030") == 2


def test_the_answer_and_its_question_are_stored_together(
    office_workspace: Workspace, draft_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = words(office_workspace, draft_id)

    def fail(*_args: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(drafting, "settle_question", fail)
    with pytest.raises(RuntimeError):
        rolling.answer(office_workspace, number(office_workspace, draft_id, "2021 - 2025"), "2026 - 2030")
    assert words(office_workspace, draft_id) == before


def test_an_answer_without_words_is_refused(office_workspace: Workspace, draft_id: int) -> None:
    with pytest.raises(InvalidInput):
        rolling.answer(office_workspace, number(office_workspace, draft_id, "2021 - 2025"), "  ")
    with pytest.raises(NotFound):
        rolling.answer(office_workspace, 999, "2026 - 2030")


def test_words_may_be_kept_and_a_question_put_off_and_asked_again(office_workspace: Workspace, draft_id: int) -> None:
    before = words(office_workspace, draft_id)
    kept, later = (number(office_workspace, draft_id, "2021 - 2025", nth) for nth in (0, 1))
    rolling.settle(office_workspace, kept, QuestionState.ANSWERED)
    rolling.settle(office_workspace, later, QuestionState.POSTPONED)
    assert words(office_workspace, draft_id) == before
    assert item(office_workspace, draft_id, "2021 - 2025").question.state is QuestionState.ANSWERED
    assert item(office_workspace, draft_id, "2021 - 2025", 1).question.state is QuestionState.POSTPONED
    assert rolling.open_counts(office_workspace, 2027) == {draft_id: 3}
    rolling.reopen(office_workspace, kept)
    assert rolling.open_counts(office_workspace, 2027) == {draft_id: 4}


def test_every_step_can_be_taken_back_exactly(office_workspace: Workspace, draft_id: int) -> None:
    before = words(office_workspace, draft_id)
    question = number(office_workspace, draft_id, "2021 - 2025", 1)
    rolling.settle(office_workspace, question, QuestionState.POSTPONED)
    was = rolling.settle(office_workspace, question, QuestionState.ANSWERED, "2026 - 2030")
    assert was.state is QuestionState.POSTPONED
    rolling.settle(office_workspace, question, was.state, was.answer)
    assert words(office_workspace, draft_id) == before
    assert item(office_workspace, draft_id, "2021 - 2025", 1).question.state is QuestionState.POSTPONED


def test_words_edited_away_by_hand_answer_their_question(office_workspace: Workspace, draft_id: int) -> None:
    document = body(office_workspace, draft_id)
    sections = (replace(document.sections[0], blocks=(plain("Hoàn thành mọi chỉ tiêu."),)), *document.sections[1:])
    question = number(office_workspace, draft_id, "2021 - 2025")
    documents.save_body(office_workspace, draft_id, replace(document, sections=sections))
    assert asked_words(office_workspace, draft_id) == ["Nghị quyết số 25/NQ-HĐND ngày 28/12/2025", "Lê Văn Cũ"]
    assert rolling.open_counts(office_workspace, 2027) == {draft_id: 2}
    with pytest.raises(Refused, match="đã được sửa"):
        rolling.answer(office_workspace, question, "2026 - 2030")


def test_bringing_back_the_old_text_opens_its_question_again(office_workspace: Workspace, draft_id: int) -> None:
    before = body(office_workspace, draft_id)
    question = number(office_workspace, draft_id, "2021 - 2025")
    for each in items(office_workspace, draft_id):
        if each.is_open and each.question.id != question:
            rolling.settle(office_workspace, each.question.id, QuestionState.ANSWERED)
    rolling.answer(office_workspace, question, "2026 - 2030")
    assert rolling.open_counts(office_workspace, 2027) == {}
    documents.save_body(office_workspace, draft_id, before)
    assert rolling.open_counts(office_workspace, 2027) == {draft_id: 1}
    assert item(office_workspace, draft_id, "2021 - 2025").question.state is QuestionState.OPEN
    rolling.answer(office_workspace, question, "2026 - 2030")
    assert rolling.open_counts(office_workspace, 2027) == {}


def test_an_answer_finds_its_words_in_an_edited_text(office_workspace: Workspace, draft_id: int) -> None:
    document = body(office_workspace, draft_id)
    old = words(office_workspace, draft_id).split("\n")
    (text,) = (line for line in old if "dở dang" in line)
    edited = text.replace("Hoàn thành", "Phấn đấu vượt").replace("còn dở dang", "chưa xong")
    sections = (replace(document.sections[0], blocks=(plain("Đoạn mới."), plain(edited))), *document.sections[1:])
    documents.save_body(office_workspace, draft_id, replace(document, sections=sections))
    rolling.answer(office_workspace, number(office_workspace, draft_id, "2021 - 2025", 1), "2026 - 2030")
    assert edited.replace("giai đoạn 2021 - 2025 chưa", "giai đoạn 2026 - 2030 chưa") in words(
        office_workspace, draft_id
    )


def test_what_was_changed_by_itself_can_be_taken_back_and_made_again(
    office_workspace: Workspace, draft_id: int
) -> None:
    before = words(office_workspace, draft_id)
    changed = item(office_workspace, draft_id, "20/12/2026")
    assert (changed.question.asked, changed.question.answer, changed.is_open) == (False, "20/12/2027", False)
    was = rolling.settle(office_workspace, changed.question.id, QuestionState.ANSWERED)
    assert words(office_workspace, draft_id) == before.replace("20/12/2027", "20/12/2026")
    rolling.settle(office_workspace, changed.question.id, was.state, was.answer)
    assert words(office_workspace, draft_id) == before


def test_an_issued_document_asks_nothing_any_more(office_workspace: Workspace, draft_id: int) -> None:
    question = number(office_workspace, draft_id, "2021 - 2025")
    documents.issue(office_workspace, draft_id, 3, date(2026, 12, 20))
    assert rolling.open_counts(office_workspace, 2027) == {}
    with pytest.raises(Refused):
        rolling.answer(office_workspace, question, "2026 - 2030")


def test_the_office_asks_about_its_own_units_people_and_signer(office_workspace: Workspace, old_file: Path) -> None:
    old_unit = units.add_unit(
        office_workspace, UnitDraft("Văn phòng Thống kê", UnitKind.DEPARTMENT, founded_on=LONG_AGO)
    )
    middle = units.succeed_units(office_workspace, [old_unit], UnitDraft("Văn phòng"), date(2025, 7, 1)).unit_id
    units.succeed_units(office_workspace, [middle], UnitDraft("Văn phòng HĐND và UBND"), date(2026, 3, 1))
    gone = staff.add_person(office_workspace, PersonDraft("Nguyễn Văn An", start_date=LONG_AGO), LONG_AGO)
    staff.set_status(office_workspace, gone, WorkStatus.RETIRED, date(2026, 10, 1))
    made = rolling.begin(office_workspace, rolling.plan_from_file(office_workspace, old_file, 2027))
    proposals = {each.question.anchor.words: each.question.proposal for each in items(office_workspace, made)}
    assert proposals["Văn phòng Thống kê"] == "Văn phòng HĐND và UBND"
    assert proposals["Lê Văn Cũ"] == "Trần Văn Bình"
    assert "Nguyễn Văn An đã nghỉ hưu" in item(office_workspace, made, "Nguyễn Văn An").question.message
    rolling.answer(office_workspace, number(office_workspace, made, "Lê Văn Cũ"), "Trần Văn Bình")
    assert body(office_workspace, made).signatures[0].name == "Trần Văn Bình"


def test_a_renamed_office_is_asked_about_with_its_new_name(workspace: Workspace) -> None:
    period = OfficePeriod(OfficeKind.COMMUNE, "Kim Liên", "Hà Tĩnh", valid_from=LONG_AGO)
    office.set_up(workspace, period, [])
    office.rename_office_from(workspace, replace(period, name="Kim Hoa"), date(2025, 7, 1))
    plan = rolling.plan_from_text(workspace, "KẾ HOẠCH\nThi đua năm 2026\nGiao UBND xã Kim Liên thực hiện.", 2027)
    assert [(each.text, each.proposal) for each in plan.rolled.questions] == [("UBND xã Kim Liên", "UBND xã Kim Hoa")]
