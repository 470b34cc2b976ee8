"""The bin: what was deleted, and bringing it back."""

from dataclasses import dataclass
from datetime import datetime

from db.store import bin as store
from db.store.bin import DeletedEntry
from kimhoa_app.domain.awards import catalogue
from kimhoa_app.services.workspace import Workspace

_KINDS = {
    "person": "Cán bộ",
    "unit": "Đơn vị",
    "document": "Văn bản",
    "registration": "Đăng ký",
    "award": "Khen thưởng",
    "initiative": "Sáng kiến",
    "attachment": "Tệp đính kèm",
    "office_template": "Mẫu văn bản",
}


@dataclass(frozen=True, slots=True)
class BinEntry:
    """One thing in the bin; `label` says in Vietnamese what it is."""

    entity: str
    row_id: int
    label: str
    deleted_at: datetime


def list_bin(workspace: Workspace) -> list[BinEntry]:
    """Return everything in the bin, the last deleted first."""
    with workspace.begin() as uow:
        return [
            BinEntry(entry.entity, entry.row_id, _label(entry), entry.deleted_at) for entry in store.list_deleted(uow)
        ]


def restore(workspace: Workspace, entity: str, *row_ids: int) -> None:
    """Take things of one kind out of the bin, all or none.

    Raises NotFound, and Refused when another has taken the place of one.
    """
    with workspace.begin() as uow:
        for row_id in row_ids:
            store.bring_back(uow, entity, row_id)
        uow.commit()


def _label(entry: DeletedEntry) -> str:
    parts = [f"{_KINDS[entry.entity]}: {entry.name}"]
    if entry.award_code is not None:
        award = catalogue().get(entry.award_code)
        parts.append(award.name if award else entry.award_code)
    if entry.year is not None:
        parts.append(f"năm {entry.year}")
    return ", ".join(parts)
