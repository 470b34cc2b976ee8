"""Cited acts and deadlines against the day of issue."""

from dataclasses import replace
from datetime import date

import pytest

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.model import DocumentKind
from tests.documents.checking.dated_papers import findings, found, paper

RULE = "cited-later"
ACT = "Quyết định số 7071/QĐ-UBND ngày 28/12/2023 của Ủy ban nhân dân huyện"


@pytest.mark.parametrize(
    "text",
    [
        ACT,
        "Chỉ thị số 03/CT-UBND, ngày 06 tháng 01 năm 2023",
        "Nghị định số 98/2023/NĐ-CP",
        "Nghị quyết số 07-NQ/HU ngày 20/12/2023",
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2023",
    ],
)
def test_an_act_of_a_day_after_the_document_is_found(text: str) -> None:
    (finding,) = findings(RULE, paper(f"Căn cứ {text} về việc giao chỉ tiêu."))
    assert finding.severity is Severity.ERROR
    assert text.startswith(finding.text)


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 7071/QĐ-UBND ngày 05/01/2023",
        "Chỉ thị số 34-CT/TW ngày 07/4/2014",
        "Nghị định số 91/2017/NĐ-CP",
        "Luật Thi đua, khen thưởng năm 2022",
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        "hoàn thành trước ngày 28/12/2023",
        "Quyết định số 7071/QĐ-UBND về giao chỉ tiêu đến ngày 28/12/2023",
    ],
)
def test_an_act_of_before_and_a_day_of_none_are_left_alone(text: str) -> None:
    assert found(RULE, f"Căn cứ {text}.") == []


def test_in_a_document_without_a_day_an_act_is_held_against_what_is_known() -> None:
    blank = paper(ACT, issued=None)
    assert findings(RULE, blank, date(2023, 1, 3))[0].severity is Severity.ERROR, "the day has not come"
    assert findings(RULE, blank, date(2026, 1, 3)) == [], "a plan of 2023 may be of the last days of 2023"
    assert findings(RULE, paper(ACT, issued=None, year=2022), date(2026, 1, 3))[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("deadlines", "severity"),
    [
        ("Sơ kết, hoàn thành trước ngày 20/6/2023. Tổng kết, hoàn thành trước ngày 20/12/2023.", Severity.ERROR),
        ("Đợt 1 (từ tháng 01/2023 đến 30/6/2023)", Severity.ERROR),
        ("Sơ kết, hoàn thành trước ngày 20/6/2023. Tổng kết, hoàn thành trước ngày 31/12/2023.", Severity.WARNING),
        ("Tổng kết, hoàn thành trước ngày 31/12/2023.", None),
        ("Các công trình đã hoàn thành trước ngày 20/6/2023.", None),
    ],
)
def test_an_act_after_the_deadlines_of_a_plan_without_a_day_is_found(deadlines: str, severity: Severity | None) -> None:
    document = replace(paper(ACT, deadlines), letterhead=None)
    said = [finding.severity for finding in findings(RULE, document, date(2026, 1, 3))]
    assert said == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Đăng ký gửi về Ủy ban nhân dân xã trước ngày 15/01/2022.", Severity.ERROR),
        ("Báo cáo kết quả chậm nhất ngày 20 tháng 12 năm 2022.", Severity.ERROR),
        ("Sơ kết đợt thi đua trước ngày 20/6/2022.", Severity.WARNING),
        ("Tổ chức tổng kết, hoàn thành trước ngày 20/12/2022.", Severity.WARNING),
    ],
)
def test_a_deadline_before_the_day_of_issue_is_found(text: str, severity: Severity) -> None:
    assert [finding.severity for finding in findings("due-before-issue", paper(text))] == [severity]


@pytest.mark.parametrize(
    "text",
    [
        "Đăng ký gửi về Ủy ban nhân dân xã trước ngày 15/01/2023.",
        "Các đơn vị đã gửi đăng ký trước ngày 20/12/2022.",
        "Công trình hoàn thành trước ngày 01/7/2014.",
        "Người sinh trước ngày 20/12/2022.",
        "Văn bản có hiệu lực trước ngày 20/12/2022.",
    ],
)
def test_a_deadline_to_come_and_a_day_of_the_past_are_left_alone(text: str) -> None:
    assert found("due-before-issue", text) == []


def test_a_plan_with_a_blank_day_may_be_checked_after_its_deadlines() -> None:
    plan = paper("Đăng ký gửi về Ủy ban nhân dân xã trước ngày 15/01/2023.", issued=None)
    assert findings("due-before-issue", plan, date(2023, 11, 20)) == []
    stale = paper("Đăng ký gửi về Ủy ban nhân dân xã trước ngày 15/01/2022.", issued=None)
    assert len(findings("due-before-issue", stale, date(2023, 11, 20))) == 1


def test_a_report_may_tell_of_deadlines_that_are_over() -> None:
    report = replace(paper("Báo cáo gửi trước ngày 20/12/2022."), kind=DocumentKind.REPORT)
    assert findings("due-before-issue", report) == []


def test_a_phase_that_is_over_on_the_day_of_issue_is_found() -> None:
    assert found("phase-before-issue", "Đợt 1 (từ 01/9/2022 đến 31/12/2022)") == ["01/9/2022 đến 31/12/2022"]
    assert found("phase-before-issue", "Đợt 1 (từ 01/01/2023 đến 30/6/2023)") == []
