"""Stretches of days, phases, years, periods and lunar years."""

from datetime import date

import pytest

from kimhoa_app.documents.checking import issue_span
from kimhoa_app.documents.checking.check import check
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.said_year import said_year
from tests.documents.checking.dated_papers import TODAY, findings, found, paper, suggested


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("từ ngày 30/6/2023 đến ngày 01/01/2023", Severity.ERROR),
        ("từ ngày 01 tháng 7 năm 2023 đến hết ngày 30 tháng 6 năm 2023", Severity.ERROR),
        ("từ tháng 6/2023 đến tháng 01/2023", Severity.ERROR),
        ("từ ngày 25/12 đến ngày 20/12/2023", Severity.ERROR),
        ("Từ ngày 22 đến ngày 15 tháng 11 năm 2023", Severity.WARNING),
    ],
)
def test_an_end_before_its_beginning_is_found(text: str, severity: Severity) -> None:
    assert [finding.severity for finding in findings("range-reversed", paper(f"Họp {text}."))] == [severity]


@pytest.mark.parametrize(
    "text",
    [
        "từ tháng 01/2023 đến 30/6/2023",
        "Từ ngày 15 đến ngày 22 tháng 11 năm 2023",
        "từ ngày 15/11 đến ngày 15/01/2024",
        "từ ngày 15/11/2022 đến ngày 15/01",
        "từ ngày 25 đến ngày 5 hằng tháng",
        "từ ngày 01/01/2023 đến 01/01/2023",
        "kéo từ 31/12 xuống 30/6",
        "chuyển từ ngày 30/6/2023 sang ngày 15/6/2023",
    ],
)
def test_an_end_after_its_beginning_is_left_alone(text: str) -> None:
    assert found("range-reversed", f"Họp {text}.") == []


FIRST = "Đợt 1 (từ ngày 01/01/2023 đến ngày 30/6/2023): thi đua."


@pytest.mark.parametrize(
    ("second", "is_found"),
    [
        ("Đợt 2 (từ ngày 01/7/2023 đến ngày 31/12/2023)", False),
        ("Đợt 2 (từ ngày 15/6/2023 đến ngày 31/12/2023)", True),
        ("Đợt thi đua thứ hai (từ 01/6/2022 đến 31/12/2022)", True),
        ("Đợt 1 (từ ngày 01/3/2023 đến ngày 31/3/2023)", False),
        ("Đợt 2 thi đua đến ngày 31/12/2023", False),
    ],
)
def test_phases_follow_each_other(second: str, is_found: bool) -> None:
    assert bool(found("phase-order", FIRST, second)) is is_found


def test_phases_of_one_paragraph_follow_each_other() -> None:
    both = "Đợt I từ 01/01/2023 đến 30/6/2023; Đợt II từ 01/6/2023 đến 31/12/2023."
    assert found("phase-order", both) == ["01/6/2023 đến 31/12/2023"]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Đợt 2 (từ 01/7/2022 đến 31/12/2022)", True),
        ("Đợt 2 (từ 01/7/2023 đến 31/12/2024)", True),
        ("Đợt 2 (từ 01/7/2023 đến 31/12/2023)", False),
        ("Đợt 1 (từ 20/11/2022 đến 30/6/2023)", False),
        ("Giai đoạn dịch (từ 01/7/2021 đến 31/12/2021)", False),
    ],
)
def test_phases_are_those_of_the_year(text: str, is_found: bool) -> None:
    assert bool(found("phase-year", text)) is is_found


@pytest.mark.parametrize(
    ("subject", "issued", "is_found"),
    [
        ("Phát động phong trào thi đua năm 2022", date(2023, 1, 5), True),
        ("Phát động phong trào thi đua năm 2023", date(2022, 1, 5), True),
        ("Phát động phong trào thi đua năm 2023", date(2023, 1, 5), False),
        ("Phát động phong trào thi đua năm 2023", date(2022, 11, 20), False),
        ("Tổng kết phong trào thi đua năm 2022", date(2023, 1, 5), False),
        ("Phát triển kinh tế đến năm 2030", date(2023, 1, 5), False),
    ],
)
def test_the_year_of_the_subject_goes_with_the_day_of_issue(subject: str, issued: date, is_found: bool) -> None:
    assert bool(findings("subject-year", paper("Nội dung.", subject=subject, year=None, issued=issued))) is is_found


def test_the_year_of_the_subject_is_that_of_the_text_and_that_asked_for() -> None:
    body = "Nhiệm vụ năm 2024. Chỉ tiêu năm 2024. Phong trào năm 2024."
    document = paper(body, subject="Phát động thi đua năm 2023", year=2023)
    assert [finding.text for finding in findings("subject-year", document)] == ["2023"]
    plain = paper("Nhiệm vụ năm 2023.", subject="Phát động thi đua năm 2023", year=2023)
    assert findings("subject-year", plain) == []
    assert "subject-year" in [finding.rule for finding in check(plain, TODAY, year=2024)]


def test_a_subject_that_kept_the_old_year_is_one_finding() -> None:
    body = "Hoàn thành nhiệm vụ năm 2023. Kỷ niệm 93 năm Ngày thành lập Đảng. Đợt 2 (từ 01/7/2023 đến 31/12/2023)."
    closing = "Trên đây là Kế hoạch phát động năm 2023."
    document = paper(body, closing, subject="Phát động thi đua năm 2022", year=2022)
    (finding,) = [each for each in check(document, TODAY) if each.severity is not Severity.INFO and each.spot]
    assert (finding.rule, finding.text, finding.suggestion) == ("subject-year", "2022", "2023")


def test_the_closing_sentence_names_the_year_of_the_subject() -> None:
    subject = "Phát động phong trào thi đua năm 2023"
    for text in ("Kế hoạch phát động năm 2022.", "Kế hoạch công tác thi đua, khen thưởng năm 2022."):
        (finding,) = findings("closing-year", paper(f"Trên đây là {text}", subject=subject))
        assert (finding.text, finding.suggestion, finding.severity) == ("2022", "2023", Severity.ERROR)
    for text in ("Trên đây là Kế hoạch phát động năm 2023.", "Trên đây là kết quả năm 2022.", "Trên đây là Kế hoạch."):
        assert findings("closing-year", paper(text, subject=subject)) == []


@pytest.mark.parametrize(
    "text",
    [
        "góp phần thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022",
        "Phấn đấu hoàn thành các chỉ tiêu 06 tháng đầu năm 2022",
        "đăng ký danh hiệu thi đua năm 2021 gửi Hội đồng",
        "Hội nghị tổng kết phong trào thi đua năm 2023, triển khai nhiệm vụ năm 2022",
    ],
)
def test_a_year_that_is_left_over_is_found(text: str) -> None:
    assert len(found("stale-year", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "góp phần thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2023",
        "Kết quả thực hiện nhiệm vụ năm 2022",
        "Tổng kết phong trào thi đua năm 2022",
        "các chương trình trọng điểm của xã đã đề ra trong năm 2022",
        "Nghị quyết số 07-NQ/HU ngày 20/12/2022 về nhiệm vụ năm 2022",
        "triển khai nhiệm vụ năm 2024",
        "hoàn thành nhiệm vụ năm 2022, năm 2023",
        "thực hiện Chương trình ban hành năm 2015",
        "phấn đấu vượt so với năm 2022",
        "triển khai giai đoạn 2021 - 2025",
    ],
)
def test_years_that_look_back_or_ahead_are_left_alone(text: str) -> None:
    assert found("stale-year", text) == []


def test_a_plan_that_is_issued_in_the_year_before_may_speak_of_it() -> None:
    text = "hoàn thành các chỉ tiêu năm 2022"
    assert found("stale-year", text, issued=date(2022, 11, 20)) == []
    assert found("stale-year", text, issued=None) == ["2022"]


@pytest.mark.parametrize("text", ["giai đoạn 2025 - 2021", "nhiệm kỳ 2020-2020", "năm học 2022 - 2024"])
def test_a_period_that_cannot_be_is_found(text: str) -> None:
    assert len(found("period-reversed", f"Chương trình {text}")) == 1


@pytest.mark.parametrize("text", ["giai đoạn 2021 - 2025", "năm học 2022 - 2023", "số máy 2025 - 2021", "2023 - 2022"])
def test_a_period_that_can_be_is_left_alone(text: str) -> None:
    assert found("period-reversed", f"Chương trình {text}") == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Thực hiện Chương trình xây dựng nông thôn mới giai đoạn 2016 - 2020", True),
        ("thực hiện kế hoạch 5 năm (2016 - 2020)", True),
        ("thực hiện Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2015 - 2020", True),
        ("Nâng cao công tác thi đua, khen thưởng giai đoạn 2016 - 2020", True),
        ("Khen thưởng giai đoạn 2016 - 2020", False),
        ("Thực hiện Chương trình giai đoạn 2021 - 2025", False),
        ("Phát huy kết quả giai đoạn 2016 - 2020", False),
        ("Quyết định số 1600/QĐ-TTg ngày 16/8/2016 về Chương trình giai đoạn 2016 - 2020", False),
        ("kháng chiến giai đoạn 1954 - 1975", False),
        ("Trong giai đoạn 2016 - 2020, toàn xã đã hiến đất", False),
    ],
)
def test_a_period_that_is_over_is_found(text: str, is_found: bool) -> None:
    assert bool(found("period-ended", text)) is is_found


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("mừng Xuân Quý Mão 2022", "Nhâm Dần"),
        ("Tết Nguyên đán Quý Mão năm 2024", "Giáp Thìn"),
        ("MỪNG XUÂN QUÝ MÃO 2022", "NHÂM DẦN"),
        ("mừng Xuân Quý Dần", None),
    ],
)
def test_a_lunar_year_that_is_not_that_of_the_year_is_found(text: str, right: str | None) -> None:
    assert suggested("lunar-year", text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "mừng Xuân Quý Mão 2023", "Tết Mậu Thân 1968", "Xuân Quí Mão năm 2023", "ông Đinh Tuất", "Xuân Kỷ Tị",
        "mừng Xuân Canh Tí 2020", "mừng Xuân Quý Mão, ngày 22/01/2023",
    ],
)  # fmt: skip
def test_a_lunar_year_of_its_year_is_left_alone(text: str) -> None:
    assert found("lunar-year", text) == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("mừng Đảng, mừng Xuân Nhâm Dần", True),
        ("mừng Xuân Nhâm Dần 2022", True),
        ("mừng Xuân Nhâm Dần 2023", False),
        ("mừng Xuân Quý Mão", False),
        ("đón Xuân Giáp Thìn 2024", False),
        ("Tổng tiến công Xuân Mậu Thân", False),
    ],
)
def test_a_lunar_year_that_is_left_over_is_found(text: str, is_found: bool) -> None:
    assert bool(found("lunar-year-old", text)) is is_found


def test_the_whole_text_is_asked_once_for_the_year_that_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[OfficialDocument] = []

    def counted(document: OfficialDocument) -> int | None:
        asked.append(document)
        return said_year(document)

    monkeypatch.setattr(issue_span, "said_year", counted)
    document = paper(*["Đợt 1: từ ngày 01/01/2019 đến ngày 31/3/2019 của năm 2019."] * 20, year=2019)
    assert findings("stale-year", document) == []
    assert len(asked) == 1
