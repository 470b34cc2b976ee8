"""The office's names, its signers and its settings in the data file."""

from dataclasses import asdict, dataclass
from datetime import date

from sqlmodel import col, select

from db.audit import record
from db.store.rows import change, found, insert, remove
from db.tables import OfficePeriodRow, SettingRow, SignerRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.periods import current, holds_on

_SIGNING_ORDER = (SigningCapacity.HEAD, SigningCapacity.ACTING, SigningCapacity.DEPUTY)


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """A period of the office with the number of its row."""

    id: int
    period: OfficePeriod


@dataclass(frozen=True, slots=True)
class SignerEntry:
    """A signer with the number of the row."""

    id: int
    signer: Signer


def list_office_periods(uow: UnitOfWork) -> list[OfficeEntry]:
    """Return every period of the office, the oldest first."""
    rows = uow.session.exec(select(OfficePeriodRow).order_by(col(OfficePeriodRow.valid_from).nulls_first()))
    return [OfficeEntry(row.id or 0, _period(row)) for row in rows]


def office_on(uow: UnitOfWork, day: date) -> OfficePeriod | None:
    """Return the office as it is called on `day`, or None when no period covers it."""
    return current([entry.period for entry in list_office_periods(uow)], day)


def save_office_period(uow: UnitOfWork, period: OfficePeriod, period_id: int | None = None) -> int:
    """Write a new period, or over the one of `period_id`, and return its number; raises NotFound."""
    values = asdict(period)
    if period_id is None:
        return insert(uow, OfficePeriodRow(**(values | {"kind": period.kind.value})))
    change(uow, found(uow, OfficePeriodRow, period_id, "Không tìm thấy giai đoạn này của cơ quan."), values)
    return period_id


def list_signers(uow: UnitOfWork, day: date | None = None) -> list[SignerEntry]:
    """Return the signers, or those in office on `day`, heads first and then by the first day of the term."""
    entries = [SignerEntry(row.id or 0, _signer(row)) for row in uow.session.exec(select(SignerRow))]
    if day is not None:
        entries = [entry for entry in entries if holds_on(entry.signer, day)]
    return sorted(entries, key=_place_among_signers)


def signer_on(uow: UnitOfWork, day: date, capacity: SigningCapacity | None = None) -> Signer | None:
    """Return who signs on `day` in `capacity`; without one the head, else who acts as head, else a deputy."""
    serving = [entry.signer for entry in list_signers(uow, day)]
    for sought in [capacity] if capacity else _SIGNING_ORDER:
        signer = current([each for each in serving if each.capacity is sought], day)
        if signer is not None:
            return signer
    return None


def save_signer(uow: UnitOfWork, signer: Signer, signer_id: int | None = None) -> int:
    """Write a new signer, or over the one of `signer_id`, and return the number; raises NotFound."""
    values = asdict(signer)
    if signer_id is None:
        return insert(uow, SignerRow(**(values | {"capacity": signer.capacity.value})))
    change(uow, found(uow, SignerRow, signer_id, "Không tìm thấy người ký này."), values)
    return signer_id


def delete_signer(uow: UnitOfWork, signer_id: int) -> None:
    """Remove a signer entered by mistake; a term that is over gets its last day instead. Raises NotFound."""
    remove(uow, found(uow, SignerRow, signer_id, "Không tìm thấy người ký này."))


def read_settings(uow: UnitOfWork) -> dict[str, str]:
    """Return the settings that the office has changed, by key, as text."""
    return {row.key: row.value for row in uow.session.exec(select(SettingRow))}


def write_setting(uow: UnitOfWork, key: str, value: str) -> None:
    """Store a checked setting, and in the audit trail what it was before."""
    row = uow.session.get(SettingRow, key)
    before = None if row is None else {"value": row.value}
    if row is None:
        row = SettingRow(key=key, value=value)
    row.value = value
    uow.session.add(row)
    record(uow, f"setting:{key}", 0, "change", before, {"value": value})


def clear_setting(uow: UnitOfWork, key: str) -> None:
    """Forget what the office set, so that the default holds again."""
    row = uow.session.get(SettingRow, key)
    if row is not None:
        record(uow, f"setting:{key}", 0, "restore_default", {"value": row.value}, None)
        uow.session.delete(row)


def _period(row: OfficePeriodRow) -> OfficePeriod:
    return OfficePeriod(
        OfficeKind(row.kind), row.name, row.province, row.superior, row.district, row.valid_from, row.valid_to
    )


def _signer(row: SignerRow) -> Signer:
    return Signer(row.full_name, SigningCapacity(row.capacity), row.position, row.valid_from, row.valid_to)


def _place_among_signers(entry: SignerEntry) -> tuple[int, date]:
    return _SIGNING_ORDER.index(entry.signer.capacity), entry.signer.valid_from or date.min
