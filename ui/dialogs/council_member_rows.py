"""How the members of a council stand in the list of its dialog."""

from typing import Final

from kimhoa_app.domain.councils import CouncilRole, Member, MemberDraft
from kimhoa_app.domain.labels import label as words_for
from kimhoa_app.text.collation import name_key
from kimhoa_app.text.dates import list_date
from ui.models.records import RIGHT, Column
from ui.theme import State

_CHIPS: Final = {CouncilRole.CHAIR: State.GOOD, CouncilRole.SECRETARY: State.ACTIVE}
COLUMNS: Final = (
    Column[Member]("TT", lambda row: str(row.place), lambda row: row.place, RIGHT),
    Column[Member]("Họ và tên", lambda row: row.full_name, lambda row: name_key(row.full_name)),
    Column[Member]("Chức vụ, đơn vị", lambda row: row.position, stretch=True),
    Column[Member](
        "Vai trò",
        lambda row: words_for(row.role),
        lambda row: list(CouncilRole).index(row.role),
        chip=lambda row: _CHIPS.get(row.role, State.QUIET),
    ),
    Column[Member]("Thời gian", lambda row: _term(row)),
)


def seat_draft(member: Member, role: CouncilRole) -> MemberDraft:
    """Return the seat of `member` as it is but for the `role`."""
    return MemberDraft(member.full_name, member.position, role, member.person_id, member.valid_from, member.valid_to)


def _term(member: Member) -> str:
    begin = f"từ {list_date(member.valid_from)}" if member.valid_from else ""
    end = f"đến {list_date(member.valid_to)}" if member.valid_to else ""
    return " ".join(part for part in (begin, end) if part)
