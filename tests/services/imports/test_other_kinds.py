"""Ratings, awards, initiatives and registrations: what their lists would do, and doing it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.consideration import Occasion
from kimhoa_app.domain.errors import NotFound, Refused
from kimhoa_app.domain.people import Rating
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import awards, exports, initiatives, ratings, registrations, settings, staff
from kimhoa_app.services.imports import (
    Decision,
    ImportPlan,
    ListKind,
    RowAction,
    commit_import,
    decided,
    import_json,
    plan_import,
    undo_import,
)
from kimhoa_app.services.initiatives import AuthorShare, InitiativeDraft
from kimhoa_app.services.workspace import open_workspace
from tests.exchange.lists.workbooks import Page, workbook
from tests.services.conftest import YEAR, Commune

NEW, SAME, CHANGE, REFUSED, AMBIGUOUS = (
    RowAction.NEW,
    RowAction.SAME,
    RowAction.CHANGE,
    RowAction.REFUSED,
    RowAction.AMBIGUOUS,
)


def planned(commune: Commune, kind: ListKind, *rows: tuple[object, ...], year: int | None = None) -> ImportPlan:
    path = workbook(commune.workspace.folder.parent / "ds.xlsx", Page(rows))
    return plan_import(commune.workspace, kind, path, year=year)


def actions(plan: ImportPlan) -> list[RowAction]:
    return [row.action for row in plan.rows]


RATED = (
    ("KẾT QUẢ XẾP LOẠI NĂM 2025",),
    ("STT", "Họ và tên", "Đơn vị", "Xếp loại", "Kỷ luật"),
    (1, "Lê Thị Ánh", "Văn phòng", "Hoàn thành xuất sắc nhiệm vụ", None),
    (2, "Đ/c PHẠM VĂN ĐẠT", "Phòng Kinh tế", "HTNV", "Khiển trách (QĐ số 5/QĐ-UBND ngày 3/4/2025)"),
    (3, "Thôn Đông", None, "B", None),
    (4, "Người Xa Lạ", "Văn phòng", "tốt", None),
    (5, "Đặng Văn Cường", "Văn phòng", "giỏi", None),
)


def test_ratings_of_people_and_units_come_in_with_the_year_of_the_title(commune: Commune) -> None:
    plan = planned(commune, ListKind.RATINGS, *RATED)
    assert actions(plan) == [NEW, NEW, NEW, NEW, REFUSED]
    assert plan.new_people == ("Người Xa Lạ",)
    answer = import_json(plan)
    assert answer["accepted"][1] == {  # type: ignore[index]
        "row": 4, "full_name": "Phạm Văn Đạt", "year": 2025, "rating": "HTNV", "discipline": "Khiển trách",
    }  # fmt: skip
    assert answer["rejected"] == [{"row": 7, "reason": "Không rõ mức xếp loại “giỏi”."}]
    commit_import(commune.workspace, plan)
    found = {(each.person_id, each.unit_id): each.rating for each in ratings.list_ratings(commune.workspace, 2025)}
    assert found[commune.people["Lê Thị Ánh"], None] is Rating.EXCELLENT
    assert found[None, commune.units["Thôn Đông"]] is Rating.GOOD
    assert "Người Xa Lạ" in [person.full_name for person in staff.list_people(commune.workspace)]
    assert actions(planned(commune, ListKind.RATINGS, *RATED)) == [SAME, SAME, SAME, SAME, REFUSED]


def test_ratings_that_are_ticked_in_their_columns_come_in(commune: Commune) -> None:
    ticked = (
        ("KẾT QUẢ XẾP LOẠI NĂM 2025",),
        ("STT", "Họ và tên", "HTXSNV", "HTTNV", "HTNV", "KHTNV"),
        (1, "Lê Thị Ánh", "x", None, None, None),
        (2, "Phạm Văn Đạt", None, "x", "x", None),
    )
    plan = planned(commune, ListKind.RATINGS, *ticked)
    assert actions(plan) == [NEW, REFUSED]
    assert "HTTNV HTNV" in plan.rows[1].reason
    assert import_json(plan)["accepted"][0]["rating"] == "HTXSNV"  # type: ignore[index]


def test_another_rating_is_a_change_with_both_values(commune: Commune) -> None:
    commit_import(commune.workspace, planned(commune, ListKind.RATINGS, *RATED[:3]))
    plan = planned(commune, ListKind.RATINGS, *RATED[:2], (1, "Lê Thị Ánh", "Văn phòng", "HTTNV", None))
    assert actions(plan) == [CHANGE]
    (change,) = plan.rows[0].changes
    assert (change.old, change.new) == ("Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ")
    commit_import(commune.workspace, plan)
    assert [each.rating for each in ratings.list_ratings(commune.workspace, 2025)] == [Rating.GOOD]


def test_a_list_that_says_no_year_asks_for_it(commune: Commune) -> None:
    rows = (("Họ và tên", "Xếp loại"), ("Lê Thị Ánh", "A"))
    plan = planned(commune, ListKind.RATINGS, *rows)
    assert (actions(plan), "Không rõ năm" in plan.rows[0].reason) == ([REFUSED], True)
    assert actions(planned(commune, ListKind.RATINGS, *rows, year=2024)) == [NEW]


def test_two_of_one_name_are_never_guessed_and_the_clerk_decides(commune: Commune) -> None:
    copy = staff.read_person(commune.workspace, commune.people["Lê Thị Ánh"]).person
    rows = (("Họ và tên", "Chức vụ", "Năm sinh"), (copy.full_name, "Kế toán", 1990))
    staff_plan = planned(commune, ListKind.STAFF, *rows)
    commit_import(commune.workspace, decided(commune.workspace, staff_plan, {0: Decision(is_somebody_new=True)}))
    plan = planned(commune, ListKind.RATINGS, ("Họ và tên", "Xếp loại 2024"), ("Lê Thị Ánh", "A"))
    assert actions(plan) == [AMBIGUOUS]
    chosen = decided(commune.workspace, plan, {0: Decision(person_id=commune.people["Lê Thị Ánh"])})
    assert actions(chosen) == [NEW]
    commit_import(commune.workspace, chosen)
    assert [each.person_id for each in ratings.list_ratings(commune.workspace, 2024)] == [commune.people["Lê Thị Ánh"]]


AWARDED = (
    ("STT", "Họ và tên", "Năm", "Danh hiệu", "Hình thức khen thưởng", "Quyết định", "Cơ quan quyết định"),
    (1, "Lê Thị Ánh", 2024, "LĐTT, CSTĐ cơ sở", "GK", "QĐ số 123/QĐ-UBND ngày 5/1/2025", "Chủ tịch UBND xã"),
    (None, None, 2023, "Lao động tiên tiến", None, "QĐ số 9/QĐ-UBND ngày 4/1/2024", "nt"),
    (2, "Văn phòng", 2024, "Tập thể LĐTT", None, None, None),
    (3, "Phạm Văn Đạt", 2024, "Chiến sỹ thi đua", None, None, None),
    (4, "Phạm Văn Đạt", 2024, None, "Giấy khen UBND huyện", None, None),
)


def test_awards_come_in_with_their_decisions_each_once(commune: Commune) -> None:
    plan = planned(commune, ListKind.AWARDS, *AWARDED)
    assert [(row["full_name"], row["year"], row["title"]) for row in import_json(plan)["accepted"]] == [  # type: ignore[attr-defined]
        ("Lê Thị Ánh", 2024, "LĐTT"),
        ("Lê Thị Ánh", 2024, "CSTĐCS"),
        ("Lê Thị Ánh", 2024, "GKX"),
        ("Lê Thị Ánh", 2023, "LĐTT"),
        ("Văn phòng", 2024, "TTLĐTT"),
    ]
    assert import_json(plan)["accepted"][3] == {  # type: ignore[index]
        "row": 3, "full_name": "Lê Thị Ánh", "year": 2023, "title": "LĐTT", "decision_number": "9/QĐ-UBND",
        "decision_date": "2024-01-04", "authority": "Chủ tịch UBND xã", "occasion": None,
    }  # fmt: skip
    assert [row.row for row in plan.with_action(REFUSED)] == [5, 6]
    commit_import(commune.workspace, plan)
    listed = awards.list_awards(commune.workspace)
    assert len(listed) == 5
    assert len({entry.award.decision_id for entry in listed if entry.decision}) == 2
    again = planned(commune, ListKind.AWARDS, *AWARDED)
    assert [row.action for row in again.rows if row.action is not REFUSED] == [SAME] * 5


def test_an_award_known_without_its_decision_gets_it(commune: Commune) -> None:
    heads = ("Họ và tên", "Năm", "Danh hiệu", "Số quyết định", "Ngày quyết định")
    commit_import(commune.workspace, planned(commune, ListKind.AWARDS, heads, ("Lê Thị Ánh", 2024, "LĐTT")))
    plan = planned(commune, ListKind.AWARDS, heads, ("Lê Thị Ánh", 2024, "LĐTT", "7/QĐ-UBND", "5/1/2025"))
    assert actions(plan) == [CHANGE]
    commit_import(commune.workspace, plan)
    (entry,) = awards.list_awards(commune.workspace)
    assert entry.decision is not None
    assert (entry.decision.number, entry.decision.decided_on) == ("7/QĐ-UBND", date(2025, 1, 5))


GIVEN_HEADS = ("Họ và tên", "Năm", "Hình thức khen thưởng", "Loại hình khen thưởng", "Số quyết định")


def test_why_an_award_was_given_comes_in_and_is_mended(commune: Commune) -> None:
    rows = (
        ("Lê Thị Ánh", 2024, "Giấy khen của Chủ tịch UBND xã", "Đột xuất", "7/QĐ-UBND"),
        ("Phạm Văn Đạt", 2024, "Giấy khen của Chủ tịch UBND xã", "theo chuyên đề", "7/QĐ-UBND"),
        ("Đặng Văn Cường", 2024, "Giấy khen của Chủ tịch UBND xã", "Công trạng", "7/QĐ-UBND"),
        ("Nguyễn Thị Ẩn", 2024, "Giấy khen của Chủ tịch UBND xã", "vì lý do khác", "7/QĐ-UBND"),
    )
    plan = planned(commune, ListKind.AWARDS, GIVEN_HEADS, *rows)
    assert [row.warnings for row in plan.rows[:3]] == [(), (), ()]
    assert "“vì lý do khác” không rõ" in plan.rows[3].warnings[0]
    commit_import(commune.workspace, plan)

    def given() -> dict[str, Occasion | None]:
        return {entry.award.subject_then: entry.award.occasion for entry in awards.list_awards(commune.workspace)}

    assert given() == {
        "Lê Thị Ánh": Occasion.SUDDEN,
        "Phạm Văn Đạt": Occasion.MOVEMENT,
        "Đặng Văn Cường": None,
        "Nguyễn Thị Ẩn": None,
    }
    assert set(actions(planned(commune, ListKind.AWARDS, GIVEN_HEADS, *rows))) == {SAME}
    mended = planned(commune, ListKind.AWARDS, GIVEN_HEADS, (*rows[2][:3], "Đột xuất", "7/QĐ-UBND"))
    (row,) = mended.rows
    assert [(each.field, each.old, each.new) for each in row.changes] == [("occasion", "Công trạng", "Đột xuất")]
    outcome = commit_import(commune.workspace, mended)
    assert outcome.batch_id is not None
    assert given()["Đặng Văn Cường"] is Occasion.SUDDEN
    undo_import(commune.workspace, outcome.batch_id)
    assert given()["Đặng Văn Cường"] is None


def test_awards_brought_in_note_the_initiatives_they_rested_on_until_they_are_taken_back(commune: Commune) -> None:
    anh = commune.people["Lê Thị Ánh"]
    initiatives.record_initiative(commune.workspace, InitiativeDraft(YEAR, "Số hóa hồ sơ"), [AuthorShare(anh, 10_000)])
    draft = RegistrationDraft("CSTĐCS", date(YEAR, 1, 10), person_id=anh, topic="Số hóa hồ sơ")
    registrations.register(commune.workspace, YEAR, draft)
    heads = ("Họ và tên", "Năm", "Danh hiệu", "Số quyết định")
    plan = planned(commune, ListKind.AWARDS, heads, ("Lê Thị Ánh", YEAR, "CSTĐCS", "9/QĐ-UBND"))
    outcome = commit_import(commune.workspace, plan)
    assert outcome.batch_id is not None
    (entry,) = initiatives.list_initiatives(commune.workspace, YEAR)
    assert [use.words for use in entry.uses] == [f"CSTĐCS {YEAR}"]
    undo_import(commune.workspace, outcome.batch_id)
    (entry,) = initiatives.list_initiatives(commune.workspace, YEAR)
    assert entry.uses == ()


INITIATIVES = (
    ("STT", "Tên sáng kiến", "Tác giả", "Năm", "Phạm vi", "Quyết định công nhận"),
    (1, "Số hóa hồ sơ", "Lê Thị Ánh (60%), Phạm Văn Đạt (40%)", 2025, "Cấp xã", "QĐ số 77/QĐ-UBND ngày 3/3/2025"),
    (2, "Một cửa lưu động", "Nguyễn Thị Ẩn", 2025, "tỉnh", None),
    (3, "Sổ tay điện tử", "Lê Thị Ánh (70%); Phạm Văn Đạt (70%)", 2025, None, None),
    (4, None, "Phạm Văn Đạt", 2025, None, None),
)


def test_an_initiative_is_recognised_only_by_a_decision_that_the_list_names(commune: Commune) -> None:
    plan = planned(commune, ListKind.INITIATIVES, *INITIATIVES)
    assert actions(plan) == [NEW, NEW, NEW, REFUSED]
    assert "chia đều" in plan.rows[2].warnings[0]
    commit_import(commune.workspace, plan)
    first, second, third = initiatives.list_initiatives(commune.workspace)
    shares = {author.full_name: author.share for author in first.authors}
    assert shares == {"Lê Thị Ánh": 6000, "Phạm Văn Đạt": 4000}
    assert first.decision is not None
    assert first.decision.number == "77/QĐ-UBND"
    assert (second.decision, second.initiative.scope) == (None, "province")
    assert {author.share for author in third.authors} == {5000}
    assert actions(planned(commune, ListKind.INITIATIVES, *INITIATIVES))[:3] == [SAME] * 3


def test_authors_in_lines_of_their_own_belong_to_one_initiative(commune: Commune) -> None:
    rows = (
        ("STT", "Tên sáng kiến", "Họ tên tác giả", "Tỷ lệ đóng góp", "Năm"),
        (1, "Số hóa hồ sơ", "Lê Thị Ánh", "60%", 2025),
        (None, None, "Phạm Văn Đạt", "40%", None),
    )
    plan = planned(commune, ListKind.INITIATIVES, *rows)
    assert [(row["full_name"], row["share"]) for row in import_json(plan)["accepted"]] == [  # type: ignore[attr-defined]
        ("Lê Thị Ánh", 60.0),
        ("Phạm Văn Đạt", 40.0),
    ]


HEADS = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu đăng ký", "Hình thức khen thưởng", "Tên sáng kiến")
LINES = (
    (1, "Lê Thị Ánh", "Công chức", "Văn phòng", "Chiến sĩ thi đua cơ sở; LĐTT", "Giấy khen", "Số hóa hồ sơ"),
    (2, "Phạm Văn Đạt", "Công chức", "Phòng Kinh tế", "lao động tiên tiến", None, None),
    (3, "Văn phòng", None, None, "TTLĐTT", None, None),
    (4, "Người Lạ", None, "Văn phòng", "LĐTT", None, None),
    (5, "Đặng Văn Cường", "Công chức", "Văn phòng", "Anh hùng xã", None, None),
    (6, "Thôn Tây", None, None, "TTLĐTT", None, None),
)


def registered(commune: Commune, *rows: tuple[object, ...]) -> ImportPlan:
    return planned(commune, ListKind.REGISTRATIONS, ("ĐĂNG KÝ NĂM 2026",), *rows, year=YEAR)


def test_each_registration_is_accepted_or_told_why_not(commune: Commune) -> None:
    plan = registered(commune, HEADS, *LINES)
    assert [(row["full_name"], row["title"]) for row in import_json(plan)["accepted"]] == [  # type: ignore[attr-defined]
        ("Lê Thị Ánh", "CSTĐCS"),
        ("Lê Thị Ánh", "LĐTT"),
        ("Phạm Văn Đạt", "LĐTT"),
        ("Văn phòng", "TTLĐTT"),
    ]
    assert [(row.row, row.reason) for row in plan.with_action(REFUSED)] == [
        (6, "Không có ai tên “Người Lạ” trong danh sách cán bộ."),
        (7, "Không rõ danh hiệu, hình thức “Anh hùng xã”."),
        (8, "Không có đơn vị nào tên “Thôn Tây”."),
    ]


def test_a_dry_run_registers_nothing_and_the_import_all_and_again_nothing(commune: Commune) -> None:
    plan = registered(commune, HEADS, *LINES)
    assert registrations.list_registrations(commune.workspace, YEAR).people == ()
    assert commit_import(commune.workspace, plan).added == 4
    people = registrations.list_registrations(commune.workspace, YEAR).people
    assert [(line.name, line.award_code, line.form_code, line.topic) for line in people] == [
        ("Lê Thị Ánh", "CSTĐCS", "GKX", "Số hóa hồ sơ"),
        ("Lê Thị Ánh", "LĐTT", "GKX", "Số hóa hồ sơ"),
        ("Phạm Văn Đạt", "LĐTT", None, ""),
    ]
    assert commit_import(commune.workspace, registered(commune, HEADS, *LINES)).batch_id is None


def test_a_registration_with_another_topic_is_changed(commune: Commune) -> None:
    commit_import(commune.workspace, registered(commune, HEADS, LINES[1]))
    plan = registered(commune, HEADS, (*LINES[1][:6], "Sổ tay điện tử"))
    assert actions(plan) == [CHANGE]
    commit_import(commune.workspace, plan)
    assert registrations.list_registrations(commune.workspace, YEAR).people[0].topic == "Sổ tay điện tử"


def test_an_import_that_fails_halfway_leaves_nothing(commune: Commune) -> None:
    plan = registered(commune, HEADS, *LINES)
    unit = RegistrationDraft("TTLĐTT", date(2026, 1, 10), unit_id=commune.units["Văn phòng"])
    registrations.register(commune.workspace, YEAR, unit)
    with pytest.raises(Refused):
        commit_import(commune.workspace, plan)
    assert registrations.list_registrations(commune.workspace, YEAR).people == ()


def test_a_year_without_a_round_is_told(commune: Commune) -> None:
    with pytest.raises(NotFound, match="2030"):
        planned(commune, ListKind.REGISTRATIONS, HEADS, *LINES, year=2030)


def test_what_is_registered_already_is_no_fault_where_late_ones_are_refused(commune: Commune) -> None:
    settings.change_setting(commune.workspace, "registration.force", "block")
    draft = RegistrationDraft("LĐTT", date(2026, 1, 10), person_id=commune.people["Lê Thị Ánh"])
    registrations.register(commune.workspace, YEAR, draft)
    rows = (("Họ và tên", "Danh hiệu"), ("Lê Thị Ánh", "LĐTT"), ("Phạm Văn Đạt", "LĐTT"))
    plan = registered(commune, *rows)
    assert actions(plan) == [SAME, REFUSED]
    assert plan.rows[1].reason == "Đã quá hạn đăng ký năm 2026 (ngày 31/01/2026)."


def test_collectives_and_people_on_two_sheets_are_both_registered(commune: Commune, tmp_path: Path) -> None:
    heads = ("STT", "Tên tập thể", "Danh hiệu thi đua", "Cờ thi đua (nếu có)")
    units = [heads, (1, "Văn phòng", "Tập thể lao động xuất sắc", "x"), (2, "Thôn Đông", "Thôn, tổ dân phố văn hóa")]
    people = [("STT", "Họ và tên", "Chức vụ, đơn vị", "Danh hiệu"), (1, "Lê Thị Ánh", "Công chức, Văn phòng", "LĐTT")]
    path = workbook(tmp_path / "dk.xlsx", Page(units, name="A"), Page(people, name="B"))
    plan = plan_import(commune.workspace, ListKind.REGISTRATIONS, path, year=YEAR)
    assert [(row.sheet, row.name, row.content) for row in plan.rows] == [
        ("A", "Văn phòng", "TTLĐXS"),
        ("A", "Văn phòng", "CTĐT"),
        ("A", "Thôn Đông", "TVH"),
        ("B", "Lê Thị Ánh", "LĐTT"),
    ]
    assert plan.rows[-1].place == "Trang tính “B”, dòng 2"
    assert commit_import(commune.workspace, plan).added == 4


def no_pdf(document: OfficialDocument) -> bytes:
    raise AssertionError("no PDF was asked for")


@pytest.mark.parametrize("year", [2022, 2025, 2026])
def test_our_own_list_read_back_is_known_line_by_line_on_both_sheets(sample_folder, tmp_path: Path, year: int) -> None:
    with open_workspace(shutil.copytree(sample_folder, tmp_path / "data")) as workspace:
        document = exports.registrations_document(workspace, year)
        exports.write(document, tmp_path / "dk.xlsx", no_pdf)
        plan = plan_import(workspace, ListKind.REGISTRATIONS, tmp_path / "dk.xlsx", year=year)
    sheets = ["Tập thể", "Cá nhân", *["Hộ gia đình"] * (year >= 2025)]
    assert plan.sheet == ", ".join(sheets)
    assert set(actions(plan)) == {SAME}
    assert [note.text.split()[0] for note in plan.notes] == ["“Cộng:", "Hết"] * len(sheets)
