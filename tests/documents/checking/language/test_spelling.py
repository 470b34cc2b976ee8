"""Syllables, tones, slips and repeated words."""

import re

import pytest

from kimhoa_app.documents.checking.language import compounds
from kimhoa_app.text.normal import nfc
from kimhoa_app.text.syllables import is_syllable
from resources import read_toml
from tests.documents.checking.looking import found

SLIPS = read_toml("checking/slips.toml")["slip"]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["wrong"])
def test_every_slip_is_found_and_its_right_form_is_not(slip: dict[str, str]) -> None:
    wrong, right = slip["wrong"], slip["right"]
    assert found("common-slip", f"Các thôn đã {wrong}.") == [(wrong, right)]
    assert found("common-slip", f"Các thôn đã {right}.") == []
    assert found("common-slip", f"{wrong.capitalize()}.") == [(wrong.capitalize(), right[0].upper() + right[1:])]
    assert found("common-slip", wrong.upper()) == [(wrong.upper(), right.upper())]


def test_slips_are_listed_once_in_small_letters_with_a_reason() -> None:
    assert len(SLIPS) >= 40
    assert len({slip["wrong"] for slip in SLIPS}) == len(SLIPS)
    for slip in SLIPS:
        assert slip["wrong"] == nfc(slip["wrong"]).lower() != slip["right"]
        assert slip["why"]
        for side in ("unless_before", "unless_after"):
            re.compile(slip.get(side, ""))


@pytest.mark.parametrize(
    "text",
    [
        "anh Ninh và anh Ninh Bình; đồng chí Anh Ninh",
        "danh hiệu xuất sắc; khả năng xuất khẩu; có công xuất sắc; thương hiệu xuất khẩu",
        "thành tựu chung của xã; tiếp xúc tích cực; điều chỉnh chu kỳ; hiệu chỉnh chu trình",
        "đầu tiên hành động; cơ quan hành chính sát dân; cũng cố gắng; ung thư bàng quang",
        "lịch sử lý luận; thế kỷ năng động; xã hội hóa; sơ kết; bổ sung; sung sướng",
        "quy định, quy chế; thi đua, khen thưởng; Hội đồng Thi đua - Khen thưởng",
    ],
)
def test_the_same_letters_in_other_words_are_no_slip(text: str) -> None:
    assert found("common-slip", text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("các nghành trong xã", "nghành", "ngành"),
        ("hoàn thành nhiệm vụ thựchiện tốt", "thựchiện", "thực hiện"),
        ("phát động phongtrào thi đua", "phongtrào", "phong trào"),
        ("các cáct thôn", "cáct", None),
        ("Nhân dân thamgia xây dựng", "thamgia", "tham gia"),
        ("tránh hình thứcc, thành tích", "thứcc", "thức"),
        ("biểu dương thành tíhc", "tíhc", "tích"),
        ("đơn vị xuât sắc", "xuât", None),
        ("Nghành giáo dục xã", "Nghành", "Ngành"),
    ],
)
def test_what_is_no_syllable_is_told(text: str, wrong: str, right: str | None) -> None:
    assert found("not-a-syllable", text) == [(wrong, right)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"), [("đã đựơc khen", "đựơc", "được"), ("Hòan thành tốt", "Hòan", "Hoàn")]
)
def test_a_tone_on_the_wrong_letter_is_told(text: str, wrong: str, right: str) -> None:
    assert found("tone-misplaced", text) == [(wrong, right)]
    assert found("not-a-syllable", text) == []


INNOCENT = [
    "wifi, internet, email, website, logo, online, smartphone, vắcxin, ôxy, bôxít, panô, nilông",
    "xã Đắk Lắk, Krông Bông, Pleiku, Ê Đê, Kon Tum, Cư M’gar, Ea H’leo, buôn Mnông, đồng bào Xtiêng",
    "COVID-19, OCOP, VietGAP, ISO 9001:2015, 4G, m2, km², 5S, QĐ-UBND, KH/UBND, v/v, b/c, t/h, đ/c",
    "Paris, Praha, Gioóc-giơ, Các Mác, Lê-nin, Phi-đen Cát-xtơ-rô, Ăng-ghen, xích-lô, ốc-xy, mít-tinh, pa-nô",
    "mục iii, khoản iv, điểm aa; smart city, Make in Viet Nam, startup",
    "khuỷu tay, khúc khuỷu, ngoằn ngoèo, quạnh hiu, giếng nước, gìn giữ, quýt, quỳnh, huơ tay, xoong nồi, huýt sáo",
    "UBND, HĐND, MTTQ; TP.HCM; gửi ubnd@kimhoa.vn; tệp kehoachthiđua.docx; #thiđua",
    "Ngày Quốc tế; nghỉ; ghi nhận; kỷ cương; ý chí; y tế; yêu nước; uỷ ban; ủy ban; hoà bình; hòa bình",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_names_foreign_words_and_symbols_are_no_faults(text: str) -> None:
    for rule_id in ("not-a-syllable", "tone-misplaced"):
        assert found(rule_id, text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("trong lỉnh vực y tế", "lỉnh vực", "lĩnh vực"),
        ("LỈNH VỰC Y TẾ", "LỈNH VỰC", "LĨNH VỰC"),
        ("Chủ chương của Đảng, tránh hình thức", "Chủ chương", "Chủ trương"),
        ("kết quả sản suất của thôn", "sản suất", "sản xuất"),
        ("có nhiều đóng góp, nổ lực vươn lên", "nổ lực", "nỗ lực"),
    ],
)
def test_a_word_with_the_wrong_tone_or_onset_is_told_with_the_right_one(text: str, wrong: str, right: str) -> None:
    assert found("compound-slip", text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "làm chủ chương trình; khả năng xuất khẩu; lịch sử lý luận; thuế xuất nhập khẩu; lịch xử lý đơn",
        "Hội trợ giúp người khuyết tật; cử chi bộ tham gia; đảm bảo, bảo đảm; phòng chống bão đảm bảo an toàn",
        "anh Chủ Chương, ông Nổ Lực; lỉnh, vực; đã kích hoạt; gộp chung thành một khối",
        "lĩnh vực, chủ trương, sản xuất, nỗ lực, chia sẻ, sẽ được, củng cố",
    ],
)
def test_words_that_only_look_like_a_wrong_one_are_left_alone(text: str) -> None:
    assert found("compound-slip", text) == []


def test_no_right_word_is_a_wrong_spelling_of_another() -> None:
    assert compounds.compounds()
    for first, second in compounds.compounds():
        assert is_syllable(first), first
        assert is_syllable(second), second
        assert found("compound-slip", f"{first} {second}") == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("phát động động rộng khắp", "động động", "động"),
        ("nhiệm vụ của của các thôn", "của của", "của"),
        ("Của của các thôn", "Của của", "Của"),
        ("các các các thôn", "các các các", "các"),
        ("tiếp tục thực hiện thực hiện tốt", "thực hiện thực hiện", "thực hiện"),
        ("trên địa bàn xã xã Kim Hoa", "xã xã", "xã"),
    ],
)
def test_a_word_typed_twice_is_told(text: str, wrong: str, right: str) -> None:
    assert found("word-doubled", text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "luôn luôn, xa xa, đời đời, thường thường, ngày ngày, xanh xanh, đều đều, từ từ, người người, nhà nhà",
        "tặng bằng Bằng khen; công bằng bằng cách; giá trị của của cải; để để lại",
        "những tồn tại tại địa phương; năm năm 2021 - 2025; theo theo dõi; cơ quan cấp trên trên địa bàn",
        "Ban biên tập biên tập tin bài; các tổ chức tổ chức thực hiện; thực hiện hiện đại hóa; phát triển triển lãm",
        "nhiệm vụ của, của ai; các thôn và. Và xã",
        "xã xã hội hóa; nông thôn thôn Đông",
    ],
)
def test_what_vietnamese_doubles_is_left_alone(text: str) -> None:
    assert found("word-doubled", text) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Ủy ban", "Ủy ban và Uỷ ban"), [("Uỷ", "Ủy")]),
        (("văn hoá, văn hoá, văn hóa",), [("hóa", "hoá")]),
        (("Thuý, thúy, Thuý; hòa, hoà, hoà",), [("thúy", "thuý"), ("hòa", "hoà")]),
        (("văn hoá, Uỷ ban, khoẻ, thuý",), []),
        (("văn hóa, Ủy ban, khỏe, thúy",), []),
    ],
)
def test_mixed_tone_marks_are_told_once_for_each_pair(texts: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert sorted(found("tone-mark-mixed", *texts)) == sorted(expected)


def test_an_even_mixture_follows_the_custom_of_the_rest() -> None:
    assert found("tone-mark-mixed", "hòa, hoà; khoẻ, thuý, toả") == [("hòa", "hoà")]
    assert found("tone-mark-mixed", "hòa, hoà; khỏe, thúy, tỏa") == [("hoà", "hòa")]


def test_i_and_y_mixed_are_told_but_not_in_names() -> None:
    assert found("i-y-mixed", "kỹ thuật, kỹ năng, kĩ thuật") == [("kĩ", "kỹ")]
    assert found("i-y-mixed", "ông Sỹ là chiến sĩ; kỹ thuật") == []
