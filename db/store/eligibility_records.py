"""What eligibility alone writes: facts about people, uses of initiatives, overrides, edits of rules."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from db.audit import Change, history
from db.store.rows import change, entity, found, insert, number, remove
from db.tables import (
    ConsiderationFactRow,
    EligibilityOverrideRow,
    InitiativeUseRow,
    RuleEditRow,
)
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.consideration import ConsiderationFact, ConsiderationKind
from kimhoa_app.domain.eligibility import Override, Overrides, Severity

SubjectKey = tuple[int | None, int | None, str]
"""A person's number or a unit's, the other None, and the code of an award."""


@dataclass(frozen=True, slots=True)
class StoredFact:
    """A fact with its number in the data file."""

    id: int
    fact: ConsiderationFact


@dataclass(frozen=True, slots=True)
class OverrideEntry:
    """That somebody is put forward against the conditions; exactly one of `person_id` and `unit_id` is given."""

    award_code: str
    year: int
    reason: str
    made_at: datetime
    person_id: int | None = None
    unit_id: int | None = None

    @property
    def key(self) -> SubjectKey:
        """Who is put forward for what."""
        return self.person_id, self.unit_id, self.award_code


def add_fact(uow: UnitOfWork, fact: ConsiderationFact) -> int:
    """Write a checked fact and return its number."""
    return insert(uow, ConsiderationFactRow(**(asdict(fact) | {"kind": fact.kind.value})))


def list_facts(uow: UnitOfWork, person_id: int) -> list[StoredFact]:
    """Return the facts about a person, the latest first."""
    query = (
        select(ConsiderationFactRow)
        .where(ConsiderationFactRow.person_id == person_id)
        .order_by(col(ConsiderationFactRow.valid_from).desc(), col(ConsiderationFactRow.id))
    )
    return [
        StoredFact(
            number(row),
            ConsiderationFact(
                row.person_id, ConsiderationKind(row.kind), row.valid_from, row.valid_to, row.is_good, row.note
            ),
        )
        for row in uow.session.exec(query)
    ]


def remove_fact(uow: UnitOfWork, fact_id: int) -> None:
    """Remove a fact, kept in the trail; raises NotFound."""
    remove(uow, found(uow, ConsiderationFactRow, fact_id, "Không tìm thấy thông tin này."))


def add_use(uow: UnitOfWork, initiative_id: int, person_id: int, award_code: str, year: int) -> int:
    """Note that the initiative has served that award of a person, once, and return the number of the note."""
    query = select(InitiativeUseRow).where(
        InitiativeUseRow.initiative_id == initiative_id,
        InitiativeUseRow.person_id == person_id,
        InitiativeUseRow.award_code == award_code,
        InitiativeUseRow.year == year,
    )
    row = uow.session.exec(query).first()
    if row is not None:
        return number(row)
    return insert(
        uow,
        InitiativeUseRow(initiative_id=initiative_id, person_id=person_id, award_code=award_code, year=year),
    )


def remove_use(uow: UnitOfWork, use_id: int) -> None:
    """Take back that an initiative has served an award; raises NotFound."""
    remove(uow, found(uow, InitiativeUseRow, use_id, "Không tìm thấy lần dùng sáng kiến này."))


def list_overrides(uow: UnitOfWork, year: int) -> list[OverrideEntry]:
    """Return what the office put forward against the conditions in a year."""
    query = select(EligibilityOverrideRow).where(EligibilityOverrideRow.year == year)
    return [OverrideEntry(**row.model_dump(exclude={"id"})) for row in uow.session.exec(query)]


def save_override(uow: UnitOfWork, key: SubjectKey, year: int, reason: str) -> None:
    """Put somebody forward against the conditions, or give another reason for it."""
    row = _override(uow, key, year)
    if row is not None:
        change(uow, row, {"reason": reason, "made_at": uow.clock()})
        return
    person_id, unit_id, award_code = key
    insert(
        uow,
        EligibilityOverrideRow(
            person_id=person_id, unit_id=unit_id, award_code=award_code, year=year, reason=reason, made_at=uow.clock()
        ),
    )


def remove_override(uow: UnitOfWork, key: SubjectKey, year: int) -> None:
    """Let the conditions decide again, the override kept in the trail; where there is none nothing happens."""
    row = _override(uow, key, year)
    if row is not None:
        remove(uow, row)


def read_rule_edits(uow: UnitOfWork) -> Overrides:
    """Return what the office changed of the rules."""
    return {(row.rule_id, row.regime): _edit(row) for row in uow.session.exec(select(RuleEditRow))}


def save_rule_edit(uow: UnitOfWork, rule_id: str, regime: str, edit: Override) -> None:
    """Write what the office changed of a rule, over what it changed before."""
    values: dict[str, Any] = {
        "severity": None if edit.severity is None else edit.severity.value,
        "params": json.dumps(dict(edit.params), ensure_ascii=False, sort_keys=True),
        "certain": edit.certain,
    }
    row = _rule_edit(uow, rule_id, regime)
    if row is None:
        insert(uow, RuleEditRow(rule_id=rule_id, regime=regime, **values))
    else:
        change(uow, row, values)


def restore_rule(uow: UnitOfWork, rule_id: str, regime: str) -> None:
    """Forget the values that the office set, so that the shipped rule holds; the row stays for its history."""
    row = _rule_edit(uow, rule_id, regime)
    if row is not None:
        change(uow, row, {"severity": None, "params": "{}", "certain": None}, "restore_default")


def rule_history(uow: UnitOfWork, rule_id: str, regime: str) -> list[Change]:
    """Return the changes of a rule by the office, oldest first."""
    row = _rule_edit(uow, rule_id, regime)
    return [] if row is None else history(uow, entity(row), number(row))


def _override(uow: UnitOfWork, key: SubjectKey, year: int) -> EligibilityOverrideRow | None:
    person_id, unit_id, award_code = key
    query = select(EligibilityOverrideRow).where(
        EligibilityOverrideRow.person_id == person_id,
        EligibilityOverrideRow.unit_id == unit_id,
        EligibilityOverrideRow.award_code == award_code,
        EligibilityOverrideRow.year == year,
    )
    return uow.session.exec(query).first()


def _rule_edit(uow: UnitOfWork, rule_id: str, regime: str) -> RuleEditRow | None:
    query = select(RuleEditRow).where(RuleEditRow.rule_id == rule_id, RuleEditRow.regime == regime)
    return uow.session.exec(query).first()


def _edit(row: RuleEditRow) -> Override:
    return Override(None if row.severity is None else Severity(row.severity), json.loads(row.params), row.certain)
