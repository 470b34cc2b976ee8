from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.councils import VoteBase, VoteMethod
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.settings import SettingKind, Settings, checked_value, definitions
from kimhoa_app.text.numbers import number_in_words

VOTE_RULES = ("commune_basic", "commune_high", "province")


def test_an_office_that_changed_nothing_has_the_defaults():
    settings = Settings()
    assert settings.share("quorum") == (2, 3)
    assert [settings.percent(f"threshold.{rule}") for rule in VOTE_RULES] == [7000, 8000, 9000]
    assert [VoteMethod(settings.choice(f"vote_method.{rule}")) for rule in VOTE_RULES] == [
        VoteMethod.SHOW_OF_HANDS,
        VoteMethod.SECRET_BALLOT,
        VoteMethod.SECRET_BALLOT,
    ]
    assert VoteBase(settings.choice("vote_base")) is VoteBase.ALL_MEMBERS
    assert settings.boolean("written_opinions") is True
    assert settings.day("registration.deadline", 2027) == date(2027, 1, 31)
    assert settings.choice("registration.force") == "warn"
    assert settings.text("province_statute") == ""
    assert settings.integer("reminder.days") == 7


def test_what_the_office_changed_holds():
    settings = Settings({"quorum": "3/4", "threshold.commune_high": "66,67%", "written_opinions": "false"})
    assert settings.share("quorum") == (3, 4)
    assert settings.percent("threshold.commune_high") == 6667
    assert settings.boolean("written_opinions") is False
    assert settings.percent("threshold.province") == 9000


def test_the_office_chooses_how_it_says_numbers():
    assert number_in_words(1105, Settings().wording) == "một nghìn một trăm linh năm"
    southern = Settings({"wording.empty_tens": "lẻ", "wording.thousand": "ngàn", "wording.four": "bốn"})
    assert number_in_words(1105, southern.wording) == "một ngàn một trăm lẻ năm"
    assert number_in_words(24, southern.wording) == "hai mươi bốn"


@pytest.mark.parametrize("setting", definitions().values(), ids=list(definitions()))
def test_every_default_is_a_value_that_may_be_stored(setting):
    assert checked_value(setting.key, setting.default) == setting.default
    assert setting.label
    assert setting.group
    assert setting.ground
    assert (setting.kind is SettingKind.CHOICE) is bool(setting.choices)


@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [
        ("quorum", " 2 / 3 ", "2/3"),
        ("threshold.province", "90", "90%"),
        ("threshold.province", "66.67 %", "66,67%"),
        ("threshold.province", "95,50%", "95,5%"),
        ("vote_base", "present", "present"),
        ("vote_base", "Số thành viên dự họp", "present"),
        ("written_opinions", "Không", "false"),
        ("registration.deadline", "5/2", "05/02"),
        ("registration.deadline", "28-2", "28/02"),
        ("reminder.days", "010", "10"),
        ("province_statute", " Quyết định\u00a0số 10 ", "Quyết định số 10"),
    ],
)
def test_what_the_clerk_types_is_stored_in_one_way(key, typed, stored):
    assert checked_value(key, typed) == stored


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("quorum", "4/3", "phân số"),
        ("quorum", "0/3", "phân số"),
        ("quorum", "hai phần ba", "phân số"),
        ("threshold.province", "0", "70%"),
        ("threshold.province", "100,01%", "70%"),
        ("threshold.province", "", "70%"),
        ("vote_base", "half", "chọn một trong: Tổng số thành viên theo quyết định thành lập; Số thành viên dự họp"),
        ("written_opinions", "có lẽ", "Có hoặc Không"),
        ("registration.deadline", "29/02", "năm nào cũng có"),
        ("registration.deadline", "31/01/2027", "năm nào cũng có"),
        ("reminder.days", "-3", "số nguyên"),
    ],
)
def test_what_a_setting_cannot_hold_is_refused_beside_its_field(key, typed, sentence):
    with pytest.raises(InvalidInput) as refusal:
        checked_value(key, typed)
    assert refusal.value.field == key
    assert refusal.value.message.startswith(definitions()[key].label)
    assert sentence in refusal.value.message


def test_a_stored_value_that_cannot_be_used_is_told_and_can_still_be_shown():
    settings = Settings({"quorum": "9/3"})
    assert settings.value("quorum") == "9/3"
    with pytest.raises(InvalidInput):
        settings.share("quorum")


def test_a_setting_is_read_as_what_it_is():
    with pytest.raises(TypeError, match="quorum"):
        Settings().percent("quorum")
    with pytest.raises(KeyError):
        Settings().text("unknown")


@pytest.mark.parametrize(
    ("key", "stored", "shown"),
    [
        ("vote_base", "present", "Số thành viên dự họp"),
        ("written_opinions", "true", "Có"),
        ("written_opinions", "false", "Không"),
        ("quorum", "2/3", "2/3"),
    ],
)
def test_people_read_words_for_what_is_stored(key, stored, shown):
    assert definitions()[key].shown(stored) == shown


@given(st.integers(1, 10_000))
def test_every_percentage_is_stored_and_read_back(basis_points):
    whole, rest = divmod(basis_points, 100)
    stored = checked_value("threshold.province", f"{whole},{rest:02d}")
    assert Settings({"threshold.province": stored}).percent("threshold.province") == basis_points


@given(st.sampled_from(sorted(definitions())), st.text())
def test_any_text_is_stored_unchanged_the_second_time_or_refused(key, text):
    try:
        stored = checked_value(key, text)
    except InvalidInput:
        stored = definitions()[key].default
    assert checked_value(key, stored) == stored


def test_what_the_office_must_confirm_is_marked():
    unsure = {key for key, setting in definitions().items() if not setting.certain}
    assert {"quorum", "vote_base", "threshold.commune_basic", "registration.deadline"} <= unsure
    assert "wording.thousand" not in unsure
