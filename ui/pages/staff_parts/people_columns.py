"""How people are shown in the list: the columns, the words of states, and what is masked."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kimhoa_app.domain.labels import label
from kimhoa_app.domain.people import StaffGroup, WorkStatus
from kimhoa_app.services.staff import PersonEntry
from kimhoa_app.text.collation import name_key
from kimhoa_app.text.search_keys import search_key
from ui.models.records import Column
from ui.theme import State

STATES: Final = {
    WorkStatus.WORKING: State.GOOD,
    WorkStatus.MATERNITY_LEAVE: State.ATTENTION,
    WorkStatus.TRAINING: State.ATTENTION,
    WorkStatus.TRANSFERRED: State.QUIET,
    WorkStatus.RETIRED: State.QUIET,
}
_SHORT: Final = {
    WorkStatus.TRAINING: "Đi đào tạo",
    WorkStatus.TRANSFERRED: "Đã chuyển",
    WorkStatus.RETIRED: "Đã nghỉ",
}
_SHORT_GROUPS: Final = {StaffGroup.WORKER: "Lao động", StaffGroup.PART_TIME: "Không CT"}
SHOWN_DIGITS: Final = 4


def status_word(status: WorkStatus) -> str:
    """Return the status in the few words that a chip has room for."""
    return _SHORT.get(status) or label(status)


def group_word(group: StaffGroup | None) -> str:
    """Return the group in the few words that a column has room for."""
    if group is None:
        return ""
    return _SHORT_GROUPS.get(group) or label(group)


def masked(national_id: str) -> str:
    """Return an identity number of which only the last digits can be read."""
    return "•" * (len(national_id) - SHOWN_DIGITS) + national_id[-SHOWN_DIGITS:]


def namesakes_among(people: Iterable[PersonEntry]) -> frozenset[int]:
    """Return the numbers of those whose name, leaving diacritics aside, somebody else has too."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for person in people:
        by_name[search_key(person.full_name)].append(person.id)
    return frozenset(number for numbers in by_name.values() if len(numbers) > 1 for number in numbers)


COLUMNS: Final = (
    Column[PersonEntry]("Họ và tên", lambda row: row.full_name, lambda row: name_key(row.full_name)),
    Column[PersonEntry](
        "Ngày sinh",
        lambda row: row.birth.shown if row.birth else "",
        lambda row: row.birth.iso if row.birth else None,
    ),
    Column[PersonEntry]("Chức vụ", lambda row: row.position, stretch=True),
    Column[PersonEntry]("Đơn vị", lambda row: row.unit_name, stretch=True),
    Column[PersonEntry]("Nhóm", lambda row: group_word(row.group)),
    Column[PersonEntry]("Tình trạng", lambda row: status_word(row.status), chip=lambda row: STATES[row.status]),
)
LESS_NEEDED: Final = (1, 4)
"""The columns that a narrow window leaves out; the card shows them all the same."""
