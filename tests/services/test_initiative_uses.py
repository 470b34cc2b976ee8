"""Topics taken up, uses of initiatives, wider scopes and near duplicates."""

from datetime import date

import pytest

from db.store import initiatives as initiative_store
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.initiatives import InitiativeState, Scope
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import (
    awards,
    council_desk,
    documents,
    eligibility_decisions,
    initiative_uses,
    initiatives,
    registrations,
    settings,
)
from kimhoa_app.services.awards import AwardDraft
from kimhoa_app.services.decisions import DecisionDraft
from kimhoa_app.services.initiative_likeness import KnownInitiatives
from kimhoa_app.services.initiative_year import initiative_year
from kimhoa_app.services.initiatives import AuthorShare, InitiativeDraft
from kimhoa_app.services.office_rules import alike_from
from tests.services.conftest import YEAR, Commune

REGISTERED = date(2026, 1, 10)
NAME = "Ứng dụng mã QR tiếp nhận phản ánh"


def record(commune: Commune, name: str = NAME, year: int = YEAR, who: str = "Lê Thị Ánh", **more: object) -> int:
    draft = InitiativeDraft(year, name, **more)  # type: ignore[arg-type]
    return initiatives.record_initiative(commune.workspace, draft, [AuthorShare(commune.people[who], 10000)])


def register(commune: Commune, topic: str, who: str = "Lê Thị Ánh", title: str = "CSTĐCS") -> int:
    draft = RegistrationDraft(title, REGISTERED, person_id=commune.people[who], topic=topic)
    return registrations.register(commune.workspace, YEAR, draft)


def recognise(commune: Commune, initiative_id: int, year: int = YEAR) -> None:
    paper = DecisionDraft(year, "9/QĐ-UBND", date(year, 11, 20), "Chủ tịch UBND xã")
    initiatives.recognise(commune.workspace, [initiative_id], paper)


def lines(commune: Commune) -> list[tuple[str, InitiativeState]]:
    return [(line.name, line.state) for line in initiative_year(commune.workspace, YEAR).lines]


def test_a_registered_topic_waits_until_it_is_taken_up(commune: Commune) -> None:
    register(commune, NAME)
    second = register(commune, "Nhắc lịch", "Phạm Văn Đạt")
    register(commune, NAME, title="LĐTT")
    assert lines(commune) == [(NAME, InitiativeState.REGISTERED), ("Nhắc lịch", InitiativeState.REGISTERED)]
    record(commune, "Ứng dụng  mã QR tiếp nhận phản ánh")
    assert [state for _, state in lines(commune)] == [InitiativeState.SUBMITTED, InitiativeState.REGISTERED]
    record(commune, "Nhắc lịch họp bằng tin nhắn", who="Phạm Văn Đạt", registration_id=second)
    assert {state for _, state in lines(commune)} == {InitiativeState.SUBMITTED}


def test_an_award_notes_the_initiative_it_rested_on(commune: Commune) -> None:
    initiative = record(commune)
    recognise(commune, initiative)
    register(commune, NAME)
    draft = AwardDraft("CSTĐCS", YEAR, "Lê Thị Ánh", person_id=commune.people["Lê Thị Ánh"])
    awards.record_award(commune.workspace, draft)
    (line,) = initiative_year(commune.workspace, YEAR).lines
    assert line.state is InitiativeState.USED
    assert line.entry is not None
    assert [use.words for use in line.entry.uses] == ["CSTĐCS 2026"]
    eligibility_decisions.take_back_use(commune.workspace, line.entry.uses[0].use_id)
    assert lines(commune) == [(NAME, InitiativeState.RECOGNISED)]


def test_an_award_without_a_topic_uses_nothing(commune: Commune) -> None:
    recognise(commune, record(commune))
    draft = AwardDraft("CSTĐCS", YEAR, "Lê Thị Ánh", person_id=commune.people["Lê Thị Ánh"])
    awards.record_award(commune.workspace, draft)
    assert lines(commune) == [(NAME, InitiativeState.RECOGNISED)]


def test_a_second_use_is_told_before_the_council_and_refused_where_the_office_says_so(commune: Commune) -> None:
    anh = commune.people["Lê Thị Ánh"]
    initiative = record(commune, year=2025)
    recognise(commune, initiative, 2025)
    eligibility_decisions.record_use(commune.workspace, initiative, anh, "CSTĐCS", 2025)
    registration = register(commune, NAME)
    meeting, _ = council_desk.prepare(commune.workspace, YEAR, date(2026, 12, 10), "08:00", "")
    warnings = council_desk.read_desk(commune.workspace, meeting).results.warnings
    assert any("đã dùng: CSTĐCS 2025" in each and "Lê Thị Ánh" in each for each in warnings)
    assert "đã dùng: CSTĐCS 2025" in initiative_uses.notes_of_people(commune.workspace, YEAR)[anh]
    registrations.withdraw(commune.workspace, registration)
    settings.change_setting(commune.workspace, "initiative.once", "block")
    with pytest.raises(InvalidInput, match="đã dùng: CSTĐCS 2025") as caught:
        register(commune, NAME)
    assert caught.value.field == "topic"
    register(commune, NAME, "Phạm Văn Đạt")  # somebody else's topic of the same name is not this initiative


def test_a_wider_scope_needs_its_paper_and_can_be_taken_back(commune: Commune) -> None:
    initiative = record(commune)
    recognise(commune, initiative)
    paper = DecisionDraft(YEAR, "88/QĐ-UBND", date(2026, 12, 1), "Chủ tịch UBND tỉnh Hà Tĩnh")
    with pytest.raises(InvalidInput, match="cấp tỉnh hoặc toàn quốc"):
        initiatives.recognise_wider(commune.workspace, initiative, Scope.GRASSROOTS, paper)
    initiatives.recognise_wider(commune.workspace, initiative, Scope.PROVINCE, paper)
    (entry,) = initiatives.list_initiatives(commune.workspace, YEAR)
    assert entry.initiative.scope == Scope.PROVINCE
    assert entry.wider_decision is not None
    assert entry.decision is not None
    assert (entry.decision.number, entry.wider_decision.number) == ("9/QĐ-UBND", "88/QĐ-UBND")
    initiatives.set_scope(commune.workspace, initiative, Scope.GRASSROOTS, None)
    assert initiatives.list_initiatives(commune.workspace, YEAR)[0].wider_decision is None


def test_names_and_texts_close_to_others_of_any_year_are_told(commune: Commune) -> None:
    text = "Dán mã tại bộ phận một cửa, nhà văn hóa thôn để người dân gửi phản ánh trên điện thoại."
    record(commune, "Ứng dụng mã QR tiếp nhận phản ánh của người dân", 2024, "Phạm Văn Đạt", summary=text)
    record(commune, "Xây dựng tuyến đường kiểu mẫu", 2024)
    own = record(commune, "Ứng dụng mã QR trong tiếp nhận phản ánh của nhân dân")
    with commune.workspace.begin() as uow:
        known = KnownInitiatives(initiative_store.list_initiatives(uow), alike_from(uow))
    found = known.closest("ung dung ma qr tiep nhan phan anh nguoi dan", apart_from=own)
    assert found is not None
    assert found.entry.initiative.year == 2024
    assert found.words.startswith("giống ")
    assert found.words.endswith("(2024, Phạm Văn Đạt)")
    assert known.closest("Ứng dụng") is None
    assert known.closest("Chăm sóc cây xanh ở trường học") is None
    same_text = known.closest("Cách làm khác hẳn", text.replace("điện thoại", "điện thoại di động"))
    assert same_text is not None
    assert same_text.share > 9000
    (line,) = initiative_year(commune.workspace, YEAR).lines
    assert line.alike is not None


def test_the_list_of_the_year_has_a_row_for_each_with_its_decision(commune: Commune) -> None:
    recognise(commune, record(commune, summary="Dán mã tại một cửa"))
    record(commune, "Nhắc lịch", who="Phạm Văn Đạt")
    document = documents.draft(commune.workspace, "danh-sach-sang-kien", YEAR, {})
    (table,) = document.blocks
    rows = [row.cells for row in table.rows]  # type: ignore[union-attr]
    assert rows[0][:4] == ("1", NAME, "20/11/2026", "Chủ tịch UBND xã; 9/QĐ-UBND")
    assert rows[0][4:7] == ("Dán mã tại một cửa", "Lê Thị Ánh", "Văn phòng")
    assert rows[1][2:4] == ("", "")


@pytest.mark.parametrize(
    ("more", "field"),
    [({"money_benefit": -1}, "money_benefit"),
     ({"applied_since": date(2026, 5, 1), "submitted_on": date(2026, 4, 1)}, "submitted_on")],
)  # fmt: skip
def test_what_cannot_be_is_said_at_its_field(commune: Commune, more: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        record(commune, **more)
    assert caught.value.field == field
    assert initiatives.list_initiatives(commune.workspace, YEAR) == []
