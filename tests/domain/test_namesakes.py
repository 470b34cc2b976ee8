"""Who is told to have the same name when a person is typed or listed."""

from dataclasses import dataclass

import pytest

from kimhoa_app.domain.namesakes import namesakes
from kimhoa_app.domain.partial_dates import PartialDate


@dataclass(frozen=True)
class Person:
    full_name: str
    birth: PartialDate | None = None
    unit_id: int | None = None


PEOPLE = (
    Person("Nguyễn Thị Ánh", PartialDate(1985, 3, 9), 1),
    Person("Nguyễn Thị Anh", PartialDate(1990), 2),
    Person("Hoàng Văn Hòa", PartialDate(1979), 1),
)


@pytest.mark.parametrize("typed", ["NGUYỄN  THỊ ÁNH", "nguyen thi anh", "Nguye\u0302\u0303n Thị Ảnh"])
def test_the_same_name_is_told_however_it_is_written(typed: str) -> None:
    assert namesakes(typed, PEOPLE) == list(PEOPLE[:2])


@pytest.mark.parametrize("typed", ["Nguyễn Thị Án", "Nguễyn Thị Ánh", "Nguyễn Thi Ânhh"])
def test_a_slip_of_the_hand_is_told_with_the_same_birth_or_unit_alone(typed: str) -> None:
    assert namesakes(typed, PEOPLE) == []
    assert namesakes(typed, PEOPLE, PartialDate(1985)) == [PEOPLE[0]]
    assert namesakes(typed, PEOPLE, unit_id=2) == [PEOPLE[1]]


@pytest.mark.parametrize("typed", ["", "  ", "Nguyễn Thị Bích", "Hoàng Hòa"])
def test_another_name_is_not_told(typed: str) -> None:
    assert namesakes(typed, PEOPLE, PartialDate(1979), 1) == []
