"""Spaces and marks."""

import pytest

from kimhoa_app.documents.checking.language.spacing import RULES
from tests.documents.checking.looking import found, found_in, paper


@pytest.mark.parametrize(
    ("rule_id", "text", "wrong", "right"),
    [
        ("space-before-mark", "các thôn , xóm", " ,", ","),
        ("space-before-mark", "như sau :", " :", ":"),
        ("space-before-mark", "đã hoàn thành .", " .", "."),
        ("space-before-mark", "(bản sao) ; bản chính", " ;", ";"),
        ("space-before-mark", "đúng việc ,công khai", " ,", ", "),
        ("space-missing", "cá nhân,tập thể", ",tập", ", tập"),
        ("space-missing", "như sau:các thôn", ":các", ": các"),
        ("space-missing", "đã xong.Các thôn tiếp tục", ".Các", ". Các"),
        ("space-missing", "danh sách(kèm theo)", "(kèm", " (kèm"),
        ("space-missing", "“Dân vận khéo”của xã", "”của", "” của"),
        ("space-in-brackets", "xã ( kèm danh sách)", "( ", "("),
        ("space-in-brackets", "phong trào “Dân vận khéo ”", " ”", "”"),
        ("space-doubled", "các  thôn", "  ", " "),
        ("mark-doubled", "các thôn,, xóm", ",,", ","),
        ("mark-doubled", "các thôn; ; xóm", "; ;", ";"),
        ("mark-doubled", "các thôn,; xóm", ",;", None),
        ("mark-doubled", "đã hoàn thành..", "..", "."),
        ("mark-doubled", "đã hoàn thành. . Các thôn", ". .", "."),
        ("dash-spacing", "kinh tế- xã hội", "tế- xã", "tế - xã"),
        ("dash-spacing", "kinh tế -xã hội", "tế -xã", "tế - xã"),
        ("dash-spacing", "kinh tế-xã hội", "tế-xã", "tế - xã"),
        ("dash-spacing", "Thi đua- Khen thưởng", "đua- Khen", "đua - Khen"),
        ("bracket-left-open", "các thôn (kèm danh sách.", "(kèm", None),
        ("bracket-left-open", "phong trào “Dân vận khéo của xã", "“Dân", None),
    ],
)
def test_a_fault_is_told_and_mended(rule_id: str, text: str, wrong: str, right: str | None) -> None:
    assert found(rule_id, text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Lúc 07:30, ngày 02/9/2025; tỷ lệ 91,1%; 1.234.567 đồng; tỷ số 2 : 1; 10:00",
        "Kế hoạch số 12/KH-UBND, Chỉ thị số 34-CT/TW, Quyết định số 05-QĐ/TU, Nghị quyết số 07/2022/QH15",
        "Thư gửi về kimhoa.ubnd@hatinh.gov.vn, trang www.hatinh.gov.vn hoặc https://hatinh.gov.vn/a,b;c",
        "điện thoại 0239-3855-123, 0912.345.678",
        "Ngày      tháng      năm 2026; Số:       /KH-UBND",
        "Họ và tên: ……………… Năm sinh: ......................",
        "văn nghệ, thể thao, v.v., đều tốt; giữ trật tự ...",
        "Hợp tác xã Cu-ba, Lê-nin, in-tơ-nét, COVID-19, 2021 - 2025, 2021-2025",
        "kinh tế - xã hội, quốc phòng - an ninh, Độc lập - Tự do - Hạnh phúc",
        "- Phòng Kinh tế (b/c);",
        "a) Cá nhân; b) Tập thể; 1) Xã; (2) Thôn",
        "“Dân vận khéo”; “Cả nước chung sức”, (sau đây viết tắt là NTM).",
        "thực hiện./.",
        "TP.HCM, TM.UBND, KT.CHỦ TỊCH, P.Chủ tịch",
        "tệp .docx, .xlsx; bản 2.0; mục 1.1.a",
        "tăng 89,7 % so với năm trước",
    ],
)
def test_what_is_set_right_is_left_alone(text: str) -> None:
    assert found_in(paper(text), RULES) == []


def test_two_kinds_of_quotes_are_told_once_with_the_usual_kind() -> None:
    mixed = ("phong trào “Dân vận khéo” và “Ngày vì người nghèo”", 'phong trào "Xanh - Sạch - Đẹp"')
    assert found("quotes-mixed", *mixed) == [('"', "“")]
    assert found("quotes-mixed", 'phong trào "Dân vận khéo", "Xanh"') == []
    assert found("quotes-mixed", mixed[0]) == []


def test_quotes_over_several_paragraphs_are_not_left_open() -> None:
    assert found("bracket-left-open", "1. Một ý”.", "a) Cá nhân; b) Tập thể") == []
