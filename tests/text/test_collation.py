import random
import sys
import unicodedata
from functools import cmp_to_key

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.collation import collation_key, name_key
from kimhoa_app.text.names import split_name

ORDERED_WORDS = [
    ["an", "àn", "ản", "ãn", "án", "ạn", "ăn", "ân", "ba", "da", "đa", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"],
    ["Hoa", "Hòa", "Hỏa", "Họa", "Hoà An"],
    ["ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ", "ẫ", "ấ", "ậ"],
    ["Thôn 1", "Thôn 2", "Thôn 10", "Thôn Đông"],
    ["", "1", "a", "A b", "ab"],
    ["Bùi An", "Bùi Anh", "Bùi Ánh"],
]

ORDERED_NAMES = [
    "An",
    "Lê An",
    "Lê Thị An",
    "Lê Văn An",
    "Nguyễn An",
    "Đặng Văn Anh",
    "Nguyễn Thị Anh",
    "Nguyễn Thị Ánh",
    "Nguyễn Thị Ân",
    "Trần Thị Dung",
    "Phạm Văn Đông",
    "Bùi Thị Hoa",
    "Bùi Thị Hòa",
    "Cao Thị Y",
]

FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Đào", "Dương", "Bùi", "Hồ", "Ngô", "Võ", "Vũ", "Ông", "Ân"]
MIDDLES = ["Văn", "Thị", "Đức", "Hữu", "Thị Bích", "Thị Ánh", "Ngọc", "Xuân", "Quốc", "Thế", "Đình"]
GIVENS = ["An", "Ân", "Ánh", "Anh", "Ảnh", "Bình", "Bính", "Dũng", "Dung", "Đông", "Đồng", "Hà", "Hạ", "Hòa", "Hoa"]
GIVENS += [
    "Hoá",
    "Hương",
    "Hường",
    "Lan",
    "Lân",
    "Lần",
    "Oanh",
    "Ơn",
    "Sơn",
    "Tú",
    "Tư",
    "Từ",
    "Uyên",
    "Ước",
    "Ý",
    "Yến",
]


@pytest.mark.parametrize("words", ORDERED_WORDS)
def test_words_stand_as_in_a_vietnamese_dictionary(words):
    shuffled = random.Random(1).sample(words, len(words))
    assert sorted(shuffled, key=collation_key) == words


def test_people_stand_by_given_name_then_family_then_middle_names():
    shuffled = random.Random(1).sample(ORDERED_NAMES, len(ORDERED_NAMES))
    assert sorted(shuffled, key=name_key) == ORDERED_NAMES


def test_a_capital_does_not_move_a_word_away_from_its_letter():
    assert sorted(["Bé", "an", "bà", "Ăn"], key=collation_key) == ["an", "Ăn", "bà", "Bé"]


@given(st.text(), st.text())
def test_keys_are_equal_only_for_the_same_text(one, other):
    same_text = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (collation_key(one) == collation_key(other)) is same_text
    assert (collation_key(one) <= collation_key(other)) or (collation_key(other) <= collation_key(one))


@given(st.text())
def test_the_way_marks_are_encoded_does_not_change_the_key(text):
    assert collation_key(unicodedata.normalize("NFD", text)) == collation_key(unicodedata.normalize("NFC", text))


@given(st.text())
def test_any_text_has_a_name_key_that_tidying_does_not_change(text):
    assert name_key(text) == name_key(" " + text + "\u00a0")


@pytest.mark.skipif(sys.platform == "win32", reason="Qt compares through Windows there, not through ICU")
def test_two_thousand_names_stand_as_the_unicode_collation_has_them():
    from PySide6.QtCore import QCollator, QLocale

    collator = QCollator(QLocale("vi_VN"))

    def compare(one: str, other: str) -> int:
        first, second = split_name(one), split_name(other)
        pairs = ((first.given, second.given), (first.family, second.family), (first.middle, second.middle))
        return next((sign for pair in pairs if (sign := collator.compare(*pair))), 0)

    dice = random.Random(20260101)
    names = {f"{dice.choice(FAMILIES)} {dice.choice(MIDDLES)} {dice.choice(GIVENS)}" for _ in range(4000)}
    chosen = sorted(names)[:2000]
    assert len(chosen) == 2000
    assert sorted(chosen, key=name_key) == sorted(chosen, key=cmp_to_key(compare))
