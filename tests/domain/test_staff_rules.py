import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.domain.staff_rules import checked_person, checked_unit
from kimhoa_app.domain.units import UnitDraft

TODAY = date(2026, 11, 21)


def test_a_person_is_kept_tidy():
    draft = PersonDraft(
        full_name=unicodedata.normalize("NFD", " NGUYỄN\u00a0THỊ  ÁNH "),
        birth=PartialDate(1985, 3, 5),
        national_id=" 042 185 001234 ",
        honorific=" ",
        position=" Chuyên\u200b viên ",
        start_date=date(2010, 9, 1),
        print_name="",
        note=" ",
    )
    checked = checked_person(draft, today=TODAY)
    assert checked == PersonDraft(
        full_name="Nguyễn Thị Ánh",
        birth=PartialDate(1985, 3, 5),
        national_id="042185001234",
        position="Chuyên viên",
        start_date=date(2010, 9, 1),
    )


@pytest.mark.parametrize("name", ["Nguyễn Văn A", "H'Hen Niê", "A-Lăng Bảy", "Hoàng Phủ Ngọc Tường", "Ông Ích Khiêm"])
def test_names_of_all_peoples_are_accepted(name):
    assert checked_person(PersonDraft(name), today=TODAY).full_name == name


@pytest.mark.parametrize(
    ("draft", "field", "sentence"),
    [
        (PersonDraft(" \u200b"), "full_name", "Ghi họ và tên"),
        (PersonDraft("Hoa"), "full_name", "đủ cả họ và tên"),
        (PersonDraft("Nguyễn Văn 2"), "full_name", "“2”"),
        (PersonDraft("NguyÔn V¨n A"), "full_name", "“¨”"),
        (PersonDraft("=Nguyễn A"), "full_name", "“=”"),
        (PersonDraft("Nguyễn " + "a" * 100), "full_name", "dài quá 100"),
        (PersonDraft("Lê A", national_id="42185001234"), "national_id", "số 0 ở đầu"),
        (PersonDraft("Lê A", national_id="1234"), "national_id", "ở đây có 4."),
        (PersonDraft("Lê A", national_id="04218500123A"), "national_id", "chỉ gồm chữ số"),
        (PersonDraft("Lê A", national_id="٠٤٢١٨٥٠٠١٢٣٤"), "national_id", "chỉ gồm chữ số"),
        (PersonDraft("Lê A", birth=PartialDate(2026, 11, 22)), "birth", "22/11/2026 ở sau ngày hôm nay"),
        (PersonDraft("Lê A", birth=PartialDate(2027)), "birth", "2027"),
        (PersonDraft("Lê A", birth=PartialDate(1885)), "birth", "1885"),
        (PersonDraft("Lê A", birth=PartialDate(1990, 5, 1), start_date=date(1990, 5, 1)), "start_date", "01/05/1990"),
        (PersonDraft("Lê A", birth=PartialDate(1990), start_date=date(1989, 12, 31)), "start_date", "1990"),
    ],
)
def test_what_cannot_be_true_is_refused_beside_its_field(draft, field, sentence):
    with pytest.raises(InvalidInput) as refusal:
        checked_person(draft, today=TODAY)
    assert refusal.value.field == field
    assert sentence in refusal.value.message


@pytest.mark.parametrize("number", ["187654321", "042185001234", None, ""])
def test_old_and_new_identity_numbers_are_accepted_and_none_is_needed(number):
    assert checked_person(PersonDraft("Lê A", national_id=number), today=TODAY).national_id == (number or None)


def test_someone_born_today_is_no_error_of_the_date():
    birth = PartialDate.from_date(TODAY)
    assert checked_person(PersonDraft("Lê A", birth=birth), today=TODAY).birth == birth


@given(st.text(), st.none() | st.text())
def test_a_checked_person_is_accepted_unchanged_the_second_time(name, number):
    try:
        checked = checked_person(PersonDraft(name, national_id=number), today=TODAY)
    except InvalidInput:
        checked = checked_person(PersonDraft("Lê A"), today=TODAY)
    assert checked_person(checked, today=TODAY) == checked


def test_a_unit_is_kept_tidy():
    assert checked_unit(UnitDraft("  Phòng  Kinh tế ", short_name=" P. KT ")) == UnitDraft(
        "Phòng Kinh tế", short_name="P. KT"
    )


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (UnitDraft(" "), "name"),
        (UnitDraft("Thôn 1", founded_on=date(2025, 7, 1), dissolved_on=date(2025, 6, 30)), "dissolved_on"),
    ],
)
def test_a_unit_without_name_or_with_days_out_of_order_is_refused(draft, field):
    with pytest.raises(InvalidInput) as refusal:
        checked_unit(draft)
    assert refusal.value.field == field
