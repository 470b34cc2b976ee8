"""What a draft still waits for, abbreviations, and letters that are not ours."""

import pytest

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.language import abbreviations, placeholders, scripts
from kimhoa_app.documents.model import DocumentKind, OfficialDocument, Signature
from tests.documents.checking.looking import found, found_in, paper


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("xã [...] tỉnh", "[...]"),
        ("năm {{ year }} của", "{{ year }}"),
        ("do ông (ghi rõ họ tên) ký", "(ghi rõ họ tên)"),
        ("trên địa bàn xã xxx", "xxx"),
        ("trước ngày xx/xx/2026", "xx/xx"),
        ("nguồn vốn ………… của", "…………"),
        ("nguồn vốn .......... của", ".........."),
        ("Ủy ban nhân dân xã ... ban hành", "..."),
        ("giao ông Nguyễn Văn A thực hiện", "Nguyễn Văn A"),
        ("ông <họ tên> ký", "<họ tên>"),
        ("báo cáo trước ngày ....../12/2026", "....../12/2026"),
        ("từ … tháng … năm 2026 phải xong", "… tháng … năm 2026"),
    ],
)
def test_a_place_still_to_be_filled_is_told(text: str, wrong: str) -> None:
    (finding,) = found_in(paper(text), placeholders.RULES)
    assert finding.text.strip() == wrong or wrong in finding.text


@pytest.mark.parametrize(
    "text",
    [
        "Số:      /KH-UBND, ngày      tháng      năm 2026; Quyết định số ……/QĐ-UBND ngày ……/……/2026",
        "ngày ... tháng ... năm 2026",
        "giữ vững an ninh, trật tự ...; văn nghệ, thể thao, v.v...",
        "Đại hội lần thứ XXX; ông Nguyễn Văn An, bà Trần Thị Ánh; khu A; nhóm <5 tuổi> 3",
        "(có danh sách kèm theo); [1]; {a}",
        "các xã trong tỉnh…",
    ],
)
def test_room_for_the_pen_and_dots_of_a_sentence_mean_nothing(text: str) -> None:
    assert found_in(paper(text), placeholders.RULES) == []


def test_the_dots_of_a_form_mean_nothing() -> None:
    minutes = OfficialDocument(DocumentKind.MINUTES, closing=paper("Họ và tên: ………………").closing)
    assert found_in(minutes, placeholders.RULES) == []


@pytest.mark.parametrize(("name", "is_told"), [("Nguyễn Văn A", True), ("Trần Thị B", True), ("Nguyễn Văn An", False)])
def test_an_example_name_signs_nothing(name: str, is_told: bool) -> None:
    document = OfficialDocument(DocumentKind.PLAN, signatures=(Signature("CHỦ TỊCH", name),))
    assert [each.text for each in found_in(document, placeholders.RULES)] == ([name] if is_told else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Mục đích", [("**", "")]),
        ("## Mục đích", [("##", "")]),
        ("phong trào *“Dân vận khéo”* của", [("*“Dân vận khéo”*", "“Dân vận khéo”")]),
        ("Ghi chú: (*) số liệu tạm tính; 5 * 3; * Lưu ý", []),
        ("số #12, mã a_b", []),
    ],
)
def test_marks_of_style_are_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert found("style-mark-left", text) == expected


def told(*texts: str) -> list[tuple[str, str]]:
    return [(each.rule, each.text) for each in found_in(paper(*texts), abbreviations.RULES)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("thực hiện chương trình BVTN năm nay",), [("abbreviation-unexplained", "BVTN")]),
        (
            ("họp BVTN xã", "Bảo vệ thiên nhiên (BVTN)"),
            [("abbreviation-explained-late", "BVTN")],
        ),
        (
            ("Bảo vệ thiên nhiên (BVTN)", "Ban vận động thôn Nam (BVTN)", "Bảo vệ thanh niên (BVTN)"),
            [("abbreviation-explained-twice", "BVTN")],
        ),
    ],
)
def test_an_abbreviation_is_explained_once_and_first(texts: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert told(*texts) == expected


@pytest.mark.parametrize(
    "texts",
    [
        ("UBND, HĐND, UBMTTQ, NTM, KT-XH, QP-AN, THCS, BHYT, OCOP, CBCCVC, TTHC",),
        ("Bảo vệ thiên nhiên (BVTN) là", "họp BVTN"),
        ("Bảo vệ thiên nhiên (sau đây viết tắt là BVTN)", "họp BVTN"),
        ("Bảo vệ thiên nhiên (gọi tắt là “BVTN”); BVTN"),
        ("BVTN (bảo vệ thiên nhiên) là; BVTN",),
        ("Quyết định số 12/QĐ-BVTN; 03-NQ/BVTN; Kế hoạch số 5/KH-BVTN",),
        ("KẾ HOẠCH BVTN NĂM 2026",),
        ("Đại hội lần thứ XIII, quý IV, Chương XXIV",),
        ("phải NGHIÊM CẤM việc; tuyệt đối KHÔNG",),
    ],
)
def test_what_everybody_knows_or_is_explained_needs_no_word(texts: tuple[str, ...]) -> None:
    assert told(*texts) == []


def test_unknown_abbreviations_are_only_worth_a_look() -> None:
    (finding,) = found_in(paper("chương trình BVTN"), abbreviations.RULES)
    assert finding.severity is Severity.INFO


def test_letters_that_look_like_ours_are_replaced() -> None:
    assert found("look-alike-letter", "phong tr\u0430\u0300o thi đu\u0430") == [
        ("tr\u0430", "tra"),
        ("đu\u0430", "đua"),
    ]
    assert found("look-alike-letter", "tia α, β; Москва; 5 kΩ, Δt") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ],
)
def test_text_in_an_old_code_is_told_with_its_reading(text: str, right: str) -> None:
    assert found("legacy-encoding", text) == [(text, right)]


@pytest.mark.parametrize(
    "text", ["Cộng hòa xã hội chủ nghĩa Việt Nam", "thu là là, ngà ngà", "Société générale à Paris", "® © 25 µm", ""]
)
def test_text_of_today_is_no_old_code(text: str) -> None:
    assert found_in(paper(text), scripts.RULES) == []
