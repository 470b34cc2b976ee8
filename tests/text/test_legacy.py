import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.legacy import (
    _TCVN3,
    _VNI,
    TextEncoding,
    decode,
    decode_tcvn3,
    decode_vni,
    draws_capitals,
    encoding_of_font,
    guess_encoding,
)

SENTENCE = "Ủy ban nhân dân xã phát động phong trào thi đua yêu nước, lập thành tích xuất sắc giữa các thôn xóm"
TO_TCVN3 = {letter: chr(code) for code, letter in sorted(_TCVN3.items(), reverse=True) if isinstance(letter, str)} | {
    letter if isinstance(letter, str) else chr(letter): chr(code) for code, letter in _TCVN3.items()
}
TO_VNI = {letter: signs for signs, letter in reversed(_VNI.items())}


def in_tcvn3(text: str) -> str:
    return "".join(TO_TCVN3.get(letter, letter) for letter in text)


def in_vni(text: str) -> str:
    return "".join(TO_VNI.get(letter, letter) for letter in text)


@pytest.mark.parametrize(
    ("legacy", "read"),
    [
        ("hép møt tÕt", "hộp mứt tết"),
        ("céng hoµ x· héi chñ nghÜa viÖt nam", "cộng hoà xã hội chủ nghĩa việt nam"),
        ("ng\u00adêi", "người"),
        ("§¶ng bé", "Đảng bộ"),
    ],
)
def test_tcvn3_is_read(legacy: str, read: str) -> None:
    assert decode_tcvn3(legacy) == read


def test_a_capital_font_shows_capitals() -> None:
    assert decode_tcvn3("kÕ ho¹ch", capitals=True) == "KẾ HOẠCH"
    assert draws_capitals(".VnTimeH")
    assert not draws_capitals(".VnTime")
    assert not draws_capitals("Arial H")


@pytest.mark.parametrize(
    ("legacy", "read"),
    [
        ("Xin chaøo caùc baïn", "Xin chào các bạn"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("ÑOÄC LAÄP", "ĐỘC LẬP"),
        ("Aùnh, lyù do, kyõ thuaät, tyû leä, nghæ, só", "Ánh, lý do, kỹ thuật, tỷ lệ, nghỉ, sĩ"),
        ("môùi, ngöôøi, höõu, aên", "mới, người, hữu, ăn"),
    ],
)  # fmt: skip
def test_vni_is_read(legacy: str, read: str) -> None:
    assert decode_vni(legacy) == read


def test_the_tables_are_whole() -> None:
    assert len(_TCVN3) == 74
    small_and_capital = {pair for pair in _VNI if pair.islower() or pair.isupper()}
    assert len(small_and_capital) == 134


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        (".vntimeh", "tcvn3"),
        ("VNI-Times", "vni"),
        ("Times New Roman", "unicode"),
        ("", "unicode"),
    ],
)
def test_the_font_names_the_encoding(font: str, encoding: str) -> None:
    assert encoding_of_font(font) == encoding


@given(st.lists(st.sampled_from(SENTENCE.lower().split()), min_size=1, max_size=30).map(" ".join))
def test_a_text_coded_and_decoded_is_the_same(text: str) -> None:
    assert decode_tcvn3(in_tcvn3(text)) == text
    assert decode_vni(in_vni(text)) == text


@given(st.text())
def test_every_text_decodes_to_nfc(text: str) -> None:
    for encoding in TextEncoding:
        assert unicodedata.is_normalized("NFC", decode(text, encoding))


def test_a_sentence_is_guessed() -> None:
    assert guess_encoding(SENTENCE)[0] is TextEncoding.UNICODE
    assert guess_encoding(in_tcvn3(SENTENCE.lower()))[0] is TextEncoding.TCVN3
    assert guess_encoding(in_vni(SENTENCE))[0] is TextEncoding.VNI


def test_a_text_without_marks_or_with_letters_of_unicode_only_is_unicode() -> None:
    assert guess_encoding("Ke hoach 2026") == (TextEncoding.UNICODE, 1.0)
    assert guess_encoding("kÕ ho¹ch và kế hoạch")[0] is TextEncoding.UNICODE


def test_codes_shown_by_windows_1258_are_read_too() -> None:
    assert decode_tcvn3("ph\u0110p") == "phép"
