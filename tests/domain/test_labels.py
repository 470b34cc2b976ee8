import unicodedata
from enum import StrEnum

import pytest

from kimhoa_app.domain.awards import AwardKind, Level, SubjectKind
from kimhoa_app.domain.councils import (
    Attendance,
    CouncilKind,
    CouncilRole,
    MeetingState,
    VoteBase,
    VoteMethod,
    vote_methods,
)
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.office import SigningCapacity
from kimhoa_app.domain.people import Gender, Rating, StaffGroup, WorkStatus
from kimhoa_app.domain.registration_fates import FateState
from kimhoa_app.domain.settings import definitions
from kimhoa_app.domain.units import UnitKind

SHOWN = [Gender, WorkStatus, StaffGroup, Rating, UnitKind, CouncilKind, CouncilRole, Attendance, VoteMethod, VoteBase]
SHOWN += [FateState, MeetingState, SubjectKind, Level, AwardKind, SigningCapacity]


@pytest.mark.parametrize("enum", SHOWN)
def test_every_member_has_its_own_label(enum: type[StrEnum]):
    labels = [label(member) for member in enum]
    assert len(set(labels)) == len(enum)
    assert all(text == unicodedata.normalize("NFC", text).strip() and text[0].isupper() for text in labels)


def test_members_with_one_code_keep_their_own_labels():
    assert label(Attendance.PRESENT) == "Có mặt"
    assert label(VoteBase.PRESENT) == "Số thành viên dự họp"


@pytest.mark.parametrize(
    ("key", "members"),
    [
        ("vote_base", VoteBase),
        ("vote_method.province", vote_methods(CouncilKind.EMULATION)),
        ("vote_method.commune_high", vote_methods(CouncilKind.EMULATION)),
        ("vote_method.initiative", VoteMethod),
    ],
)
def test_a_setting_shows_a_choice_as_lists_do(key, members):
    assert definitions()[key].choices == {member.value: label(member) for member in members}
