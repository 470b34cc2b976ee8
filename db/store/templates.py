"""Templates of the office in the data file: copies of what ships, changed as the office wants them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from db.store.rows import change, found, insert, to_bin
from db.tables import OfficeTemplateRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import InvalidInput, NotFound

OWN: Final = "rieng-"
"""How the ids of the office's templates begin; no template that ships begins so."""

_MISSING: Final = "Không tìm thấy mẫu này của cơ quan; có thể mẫu đã được chuyển vào thùng rác."


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A template of the office; `base` is the id of the shipped one that it came from, "" for one from a document."""

    number: int
    base: str
    name: str
    text: str
    changed_at: datetime

    @property
    def id(self) -> str:
        """The id by which documents know it."""
        return f"{OWN}{self.number}"


def list_own(uow: UnitOfWork) -> list[OwnTemplate]:
    """Return the templates of the office in the order in which they were made."""
    query = select(OfficeTemplateRow).where(col(OfficeTemplateRow.deleted_at).is_(None))
    return [_own(row) for row in uow.session.exec(query.order_by(col(OfficeTemplateRow.id)))]


def read_own(uow: UnitOfWork, template_id: str) -> OwnTemplate:
    """Return a template of the office; raises NotFound, also for one in the bin."""
    return _own(_row(uow, template_id))


def add_own(uow: UnitOfWork, base: str, name: str, text: str) -> str:
    """Write a new template and return its id; raises InvalidInput for a name that another one has."""
    row = OfficeTemplateRow(base=base, name=name, text=text, changed_at=uow.clock())
    try:
        return f"{OWN}{insert(uow, row)}"
    except IntegrityError as error:
        raise _name_taken(name) from error


def write_own(uow: UnitOfWork, template_id: str, name: str, text: str) -> None:
    """Write over a template; raises NotFound, InvalidInput for a name that another one has."""
    row = _row(uow, template_id)
    try:
        change(uow, row, {"name": name, "text": text, "changed_at": uow.clock()})
    except IntegrityError as error:
        raise _name_taken(name) from error


def bin_own(uow: UnitOfWork, template_id: str) -> int:
    """Put a template into the bin and return the number of its row; raises NotFound."""
    row = _row(uow, template_id)
    to_bin(uow, row)
    return row.id or 0


def base_of(uow: UnitOfWork, template_id: str) -> str:
    """Return the id of the shipped template behind a template, also of one in the bin; its own where nothing is."""
    number = _number(template_id)
    row = None if number is None else uow.session.get(OfficeTemplateRow, number)
    return row.base if row is not None else template_id


def _row(uow: UnitOfWork, template_id: str) -> OfficeTemplateRow:
    number = _number(template_id)
    row = found(uow, OfficeTemplateRow, number or 0, _MISSING)
    if row.deleted_at is not None:
        raise NotFound(_MISSING)
    return row


def _number(template_id: str) -> int | None:
    number = template_id.removeprefix(OWN)
    is_own = template_id.startswith(OWN) and number.isascii() and number.isdigit() and len(number) < 10
    return int(number) if is_own else None


def _own(row: OfficeTemplateRow) -> OwnTemplate:
    return OwnTemplate(row.id or 0, row.base, row.name, row.text, row.changed_at)


def _name_taken(name: str) -> InvalidInput:
    return InvalidInput("name", f"Đã có mẫu tên “{name}”; hãy đặt tên khác.")
