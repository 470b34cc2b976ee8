import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.normal import nfc, printable, tidy


def test_letters_and_marks_typed_apart_become_one_character():
    assert nfc("Nguye\u0302\u0303n") == "Nguyễn"


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("  Nguyễn \t Văn\n\nA ", "Nguyễn Văn A"),
        ("Nguyễn\u00a0Văn\u202fA", "Nguyễn Văn A"),
        ("\ufeffKim\u200b Hoa\u00ad", "Kim Hoa"),
        ("a\u200b\u0301", "á"),
        ("Kim\x00 Hoa\x07", "Kim Hoa"),
        ("", ""),
        (" \u200b ", ""),
    ],
)
def test_text_is_tidied(typed, tidied):
    assert tidy(typed) == tidied


@given(st.text())
def test_tidying_twice_changes_nothing_more(text):
    once = tidy(text)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "  " not in once
    assert once == once.strip()


def test_what_xml_forbids_is_left_out_and_the_rest_stays() -> None:
    assert printable("Hoa\x00 \x7f\ud800<&>\x0b\r\n\ufffe\U0001f600") == "Hoa <&>\n\n\U0001f600"
