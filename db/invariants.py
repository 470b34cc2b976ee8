"""What must be true of the data beyond the constraints of the tables."""

from collections.abc import Callable

from sqlmodel import col, func, select

from db.tables import AwardRow, InitiativeAuthorRow, NominationRow, RegistrationRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import catalogue

WHOLE_SHARE = 10_000


def broken_invariants(uow: UnitOfWork) -> list[str]:
    """Return a sentence for each thing that is not as it must be; empty when all is well."""
    checks: list[Callable[[UnitOfWork], list[str]]] = [_unknown_awards, _shares_not_whole]
    return [sentence for check in checks for sentence in check(uow)]


def _unknown_awards(uow: UnitOfWork) -> list[str]:
    used: set[str] = set()
    for column in (AwardRow.award_code, RegistrationRow.award_code, NominationRow.award_code):
        used.update(uow.session.exec(select(column).distinct()))
    unknown = sorted(used - catalogue().keys())
    return [f"Danh hiệu hoặc hình thức khen thưởng có mã “{code}” không có trong danh mục." for code in unknown]


def _shares_not_whole(uow: UnitOfWork) -> list[str]:
    total = func.sum(InitiativeAuthorRow.share)
    query = (
        select(InitiativeAuthorRow.initiative_id, total)
        .group_by(col(InitiativeAuthorRow.initiative_id))
        .having(total != WHOLE_SHARE)
    )
    return [
        f"Sáng kiến số {initiative}: tổng tỷ lệ đóng góp của các tác giả là {share / 100:g} %, không phải 100 %."
        for initiative, share in uow.session.exec(query)
    ]
