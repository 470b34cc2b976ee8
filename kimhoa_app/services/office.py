"""The office's particulars and its signers, through the days on which each holds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from db.store import office as store
from db.store.office import OfficeEntry, SignerEntry
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.domain.office import OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.periods import holds_on
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.names import tidy_name
from kimhoa_app.text.normal import tidy

__all__ = [
    "OfficeEntry",
    "SignerEntry",
    "add_signer",
    "change_office",
    "change_signer",
    "is_set_up",
    "list_periods",
    "list_signers",
    "read_office",
    "read_signer",
    "remove_signer",
    "rename_office_from",
    "set_up",
]


def is_set_up(workspace: Workspace) -> bool:
    """Return whether the office's particulars have been entered."""
    return bool(list_periods(workspace))


def read_office(workspace: Workspace, day: date | None = None) -> OfficePeriod | None:
    """Return the office as it is called on `day`, by default today; None when no period covers the day."""
    with workspace.begin() as uow:
        return store.office_on(uow, day or workspace.today)


def read_signer(
    workspace: Workspace, day: date | None = None, capacity: SigningCapacity | None = None
) -> Signer | None:
    """Return who signs on `day`, by default today; without `capacity` the head, else who acts, else a deputy."""
    with workspace.begin() as uow:
        return store.signer_on(uow, day or workspace.today, capacity)


def list_periods(workspace: Workspace) -> list[OfficeEntry]:
    """Return what the office has been called, the oldest first."""
    with workspace.begin() as uow:
        return store.list_office_periods(uow)


def set_up(workspace: Workspace, period: OfficePeriod, signers: Sequence[Signer]) -> None:
    """Enter the office's particulars and signers for the first time; raises Refused when they stand, InvalidInput."""
    checked, people = checked_period(period), [checked_signer(signer) for signer in signers]
    with workspace.begin() as uow:
        if store.list_office_periods(uow):
            raise Refused("Thông tin cơ quan đã có; hãy sửa trong phần Cài đặt.")
        store.save_office_period(uow, checked)
        for signer in people:
            store.save_signer(uow, signer)
        uow.commit()


def change_office(workspace: Workspace, period_id: int, period: OfficePeriod) -> None:
    """Correct a period of the office; a new name in law is `rename_office_from`. Raises InvalidInput, NotFound."""
    checked = checked_period(period)
    with workspace.begin() as uow:
        store.save_office_period(uow, checked, period_id)
        uow.commit()


def rename_office_from(workspace: Workspace, period: OfficePeriod, day: date) -> int:
    """Let the office be what `period` says from `day` on, and the earlier period end the day before.

    Returns the number of the new period; raises InvalidInput when a period begins on that day or later.
    """
    checked = checked_period(replace(period, valid_from=day, valid_to=None))
    with workspace.begin() as uow:
        for entry in store.list_office_periods(uow):
            if entry.period.valid_from is not None and entry.period.valid_from >= day:
                raise InvalidInput("valid_from", "Ngày đổi tên phải sau ngày bắt đầu của các giai đoạn đã có.")
            if holds_on(entry.period, day):
                ended = replace(entry.period, valid_to=day - timedelta(days=1))
                store.save_office_period(uow, ended, entry.id)
        period_id = store.save_office_period(uow, checked)
        uow.commit()
    return period_id


def list_signers(workspace: Workspace) -> list[SignerEntry]:
    """Return every signer, those whose term is over too, heads first."""
    with workspace.begin() as uow:
        return store.list_signers(uow)


def add_signer(workspace: Workspace, signer: Signer) -> int:
    """Add a signer and return the number; raises InvalidInput."""
    checked = checked_signer(signer)
    with workspace.begin() as uow:
        signer_id = store.save_signer(uow, checked)
        uow.commit()
    return signer_id


def change_signer(workspace: Workspace, signer_id: int, signer: Signer) -> None:
    """Write over a signer, to correct or to end the term; raises InvalidInput, NotFound."""
    checked = checked_signer(signer)
    with workspace.begin() as uow:
        store.save_signer(uow, checked, signer_id)
        uow.commit()


def remove_signer(workspace: Workspace, signer_id: int) -> None:
    """Remove a signer entered by mistake; raises NotFound."""
    with workspace.begin() as uow:
        store.delete_signer(uow, signer_id)
        uow.commit()


def checked_period(period: OfficePeriod) -> OfficePeriod:
    """Return `period` tidied; raises InvalidInput for a name that is missing or days in the wrong order."""
    name, province = tidy(period.name), tidy(period.province)
    if not name:
        raise InvalidInput("name", "Hãy nhập tên xã, phường.")
    if not province:
        raise InvalidInput("province", "Hãy nhập tên tỉnh, thành phố.")
    _check_days(period)
    return replace(
        period,
        name=name,
        province=province,
        superior=tidy(period.superior or "") or None,
        district=tidy(period.district or "") or None,
    )


def checked_signer(signer: Signer) -> Signer:
    """Return `signer` tidied; raises InvalidInput for a name or a post that is missing or days in the wrong order."""
    full_name, position = tidy_name(signer.full_name), tidy(signer.position)
    if not full_name:
        raise InvalidInput("full_name", "Hãy nhập họ và tên người ký.")
    if not position:
        raise InvalidInput("position", "Hãy nhập chức vụ người ký.")
    _check_days(signer)
    return replace(signer, full_name=full_name, position=position)


def _check_days(fact: OfficePeriod | Signer) -> None:
    if fact.valid_from and fact.valid_to and fact.valid_to < fact.valid_from:
        raise InvalidInput("valid_to", "Ngày kết thúc phải sau ngày bắt đầu.")
