"""Numbers and symbols: of the type that is named, in the form of their issuer."""

import pytest

from kimhoa_app.documents.checking.findings import Severity
from tests.documents.checking.dated_papers import findings, found, paper, suggested


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Căn cứ Quyết định số 01/KH-UBND, ngày 04/01/2023", Severity.ERROR),
        ("Kế hoạch số 12/QĐ-UBND", Severity.ERROR),
        ("Nghị định số 08/2017/TT-BNV", Severity.ERROR),
        ("Luật số 98/2023/NĐ-CP", Severity.ERROR),
        ("Chỉ thị số 05-NQ/TW", Severity.ERROR),
        ("Thông tư số 06/2022/QH15", Severity.ERROR),
        ("Công văn số 12/KH-UBND", Severity.WARNING),
        ("theo kế hoạch số 12/CT-UBND", Severity.WARNING),
    ],
)
def test_a_symbol_of_another_type_is_found(text: str, severity: Severity) -> None:
    assert [finding.severity for finding in findings("cited-type", paper(text))] == [severity]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 01/QĐ-UBND",
        "Luật số 15/2003/QH11",
        "Nghị quyết số 43/2022/QH15",
        "Nghị quyết số 1211/2016/UBTVQH13",
        "Quy định số 37-QĐ/TW",
        "Chỉ thị số 34- CT/TW",
        "Công văn số 1234/CT-TTHT",
        "Công văn số 215/UBND-VHXH",
        "Hướng dẫn số 1234/UBND-NC",
        "Báo cáo số 12/BC-KHTC",
        "Chương trình số 12/CTr-UBND",
        "Quyết định ban hành Kế hoạch số 01/QĐ-UBND",
        "Quyết định, Kế hoạch số 12/KH-UBND",
        "Kế hoạch số 5/KHPH-MTTQ",
        "Thông tư số 12/2010/TTLT-BNV-BTC",
        "mẫu số 01/2023",
        "số 12/KH-UBND",
    ],
)
def test_a_symbol_of_its_type_is_left_alone(text: str) -> None:
    assert found("cited-type", text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Chỉ thị số 34- CT/TW", "34-CT/TW"),
        ("Nghị quyết số 07/NQ/HU", "07-NQ/HU"),
        ("Nghị quyết số 07/NQ-HU", "07-NQ/HU"),
        ("Chỉ thị số 08-CT /TU", "08-CT/TU"),
        ("Chỉ thị số 19-CT/TTg", "19/CT-TTg"),
        ("Kế hoạch số 12 / KH-UBND", "12/KH-UBND"),
        ("Quyết định số 12/QD-UBND", "12/QĐ-UBND"),
        ("Tờ trình số 12/TTR-UBND", "12/TTr-UBND"),
        ("Nghị quyết số 12/NQ-HDND", "12/NQ-HĐND"),
        ("Nghị quyết số 46 NQ/HU", "46-NQ/HU"),
        ("Kế hoạch số 12KH-UBND", "12/KH-UBND"),
        ("Quyết định số 48/ 2018/QĐ-UBND", "48/2018/QĐ-UBND"),
    ],
)
def test_a_symbol_in_another_form_is_set_right(text: str, right: str) -> None:
    assert suggested("symbol-form", f"Căn cứ {text} về việc") == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị số 34-CT/TW",
        "Nghị quyết số 07-NQ/HU",
        "Nghị quyết số 25/NQ-HĐND",
        "Nghị quyết số 25/NQ-HĐND - Ngày",
        "Nghị định số 98/2023/NĐ-CP",
        "Kế hoạch số 12-KH/ĐTN",
        "Hướng dẫn số 05/HD-HĐTĐKT",
        "Nghị định số 30-CP ngày 01/6/1990",
        "Chỉ thị số 19-CT/TTg ngày 01/6/1990",
        "Công văn số 215/UBND-VHXH",
        "Quyết định số 167-HĐBT",
    ],
)
def test_a_symbol_in_its_form_is_left_alone(text: str) -> None:
    assert found("symbol-form", f"Căn cứ {text} về việc") == []


def test_a_decree_or_circular_without_its_year_is_found() -> None:
    assert suggested("number-without-year", "Nghị định số 98/NĐ-CP ngày 31/12/2022") == ["98/2022/NĐ-CP"]
    assert suggested("number-without-year", "Thông tư số 15/TT-BNV") == [None]
    for text in (
        "Nghị định số 98/2023/NĐ-CP",
        "Nghị định số 67/CP",
        "Nghị quyết số 08/NQ-CP",
        "Quyết định số 5/QĐ-TTg",
    ):
        assert found("number-without-year", text) == []


def test_the_year_of_a_number_is_that_of_its_day() -> None:
    assert found("number-year", "Quyết định số 48/2018/QĐ-UBND ngày 31/8/2019") == ["48/2018/QĐ-UBND ngày 31/8/2019"]
    assert found("number-year", "Quyết định số 48/2018/QĐ-UBND ngày 31 tháng 8 năm 2018") == []
    assert found("number-year", "Quyết định số 48/QĐ-UBND ngày 31/8/2019") == []
