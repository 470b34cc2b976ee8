"""Lists of initiatives (sáng kiến) with their authors; one whose list names the decision is recognised by it."""

from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from db.store import initiatives as store
from db.store.initiatives import AuthorShare, InitiativeDraft, InitiativeEntry
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import InvalidInput, KimHoaError
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.people import ListedPerson, person_of
from kimhoa_app.exchange.lists.reading import FoundList
from kimhoa_app.exchange.lists.values import (
    WHOLE_SHARE,
    authors_of,
    code_in,
    code_of,
    share_of,
)
from kimhoa_app.services.imports.listed_decisions import Decisions, listed_decision
from kimhoa_app.services.imports.listed_initiatives import ListedInitiative, answers_of, changes_of, content_of
from kimhoa_app.services.imports.plan import Decision, PlannedRow, RowAction, Steps
from kimhoa_app.services.imports.planner import Added, Occasion, Planner, barred, refused, unclear, with_faults
from kimhoa_app.services.imports.register import name_key
from kimhoa_app.services.imports.subjects import Subject, matched
from kimhoa_app.services.imports.years import year_of
from kimhoa_app.text.names import listed_name
from kimhoa_app.text.search_keys import search_key


class InitiativePlanner(Planner):
    """Plans and writes lists of initiatives."""

    def __init__(self, uow: UnitOfWork, occasion: Occasion) -> None:
        super().__init__(uow, occasion)
        self._known: dict[object, list[InitiativeEntry]] = {}
        for each in store.list_initiatives(uow):
            self._known.setdefault((search_key(each.initiative.name), each.initiative.year), []).append(each)
        self._taken: dict[object, int] = {}

    @override
    def entries(self, found: FoundList) -> list[PlannedRow]:
        groups: dict[object, list[Line]] = {}
        for line in found.lines:
            name = search_key(line.text("name"))
            last = next(reversed(groups), None)
            is_same = bool(name) and last is not None and last[0] == name  # type: ignore[index]
            groups.setdefault(last if is_same else (name, line.number), []).append(line)
        return [self._entry(lines, found) for lines in groups.values()]

    def _entry(self, lines: list[Line], found: FoundList) -> PlannedRow:
        first = lines[0]
        try:
            if not first.text("name"):
                raise InvalidInput("name", "Thiếu tên sáng kiến.")
            authors, shares, warnings = self._authors(lines, found)
            decision, remarks = listed_decision(first, self.occasion.today)
            scope, said = _scope(first.text("scope"))
            year = year_of(first, found, self.occasion, decision.day)
        except KimHoaError as error:
            return refused(
                first.number, first.text("name") or first.text("full_name"), with_faults(error.message, first)
            )
        entry = ListedInitiative(
            first.text("name"), year, scope, authors, shares, first.text("field"), first.text("summary"), decision
        )
        told = (*dict.fromkeys((*first.faults, *warnings, *remarks, *said)),)
        return PlannedRow(first.number, RowAction.NEW, entry.name, entry=entry, warnings=told)

    def _authors(self, lines: list[Line], found: FoundList) -> tuple[tuple[Subject, ...], tuple[int, ...], list[str]]:
        """Return the authors of an initiative with shares that make the whole, from one cell or from several lines."""
        people: list[ListedPerson] = []
        shares: list[int | None] = []
        warnings: list[str] = []
        for line in lines:
            named = authors_of("\n".join(line.lines_of("full_name"))) or [(line.text("given_name"), None)]
            listed = person_of(line, self.occasion.today)
            warnings += listed.warnings
            for name, share in named:
                alone = replace(listed, full_name=listed_name(name)[0] if len(named) > 1 or share else listed.full_name)
                if len(named) > 1:
                    alone = replace(alone, national_id=None, birth=None, gender=None, honorific=None)
                people.append(self.register.placed(alone, has_unit_column="unit" in found.columns))
                shares.append(share if share is not None or len(named) > 1 else share_of(line.text("share")))
        if any(not person.full_name for person in people):
            raise InvalidInput("full_name", "Thiếu tác giả.")
        if len({name_key(person.full_name) for person in people}) != len(people):
            raise InvalidInput("full_name", "Một tác giả được ghi hai lần.")
        whole, remark = _whole(shares)
        return tuple(Subject(person) for person in people), whole, [*warnings, *remark]

    @override
    def planned(self, row: PlannedRow, decision: Decision | None = None) -> PlannedRow:
        entry = row.entry
        assert isinstance(entry, ListedInitiative)
        full = replace(row, content=content_of(entry), answers=tuple(answers_of(entry)))
        earlier = self._taken.setdefault((search_key(entry.name), entry.year, _names(entry)), row.key)
        if earlier != row.key:
            return barred(full, "Sáng kiến này đã có ở dòng trên.")
        authors: list[Subject] = []
        for author in entry.authors:
            is_asked = len(self.register.match(author.listed).possible) > 1
            try:
                subject = matched(author, self.occasion, decision if is_asked or len(entry.authors) == 1 else None)
            except KimHoaError as error:
                return barred(full, f"{author.listed.full_name}: {error.message}")
            if subject.is_new and subject.match.possible:
                return unclear(full, subject.match.reason, subject.match.possible)
            authors.append(subject)
        remarks = [remark for author in authors for remark in author.remarks]
        found = replace(entry, authors=tuple(authors))
        is_asked = len(authors) == 1 and authors[0].is_new
        read = replace(full, entry=found, warnings=(*row.warnings, *remarks), asks_person=is_asked)
        return self._compared(read, found)

    def _compared(self, row: PlannedRow, entry: ListedInitiative) -> PlannedRow:
        ids = {author.person.id for author in entry.authors if author.person}
        for known in self._known.get((search_key(entry.name), entry.year), []):
            if ids & {author.person_id for author in known.authors} or not known.authors:
                changes = tuple(changes_of(known, entry))
                action = RowAction.CHANGE if changes else RowAction.SAME
                return replace(row, action=action, changes=changes, entry=replace(entry, known=known))
        return row

    @override
    def people_of(self, row: PlannedRow) -> list[ListedPerson]:
        entry = row.entry
        return [each.listed for each in entry.authors if each.is_new] if isinstance(entry, ListedInitiative) else []

    @override
    def write(self, uow: UnitOfWork, rows: Sequence[PlannedRow], added: Added, steps: Steps) -> None:
        decisions = Decisions(uow)
        for count, row in enumerate(rows, start=1):
            entry = row.entry
            assert isinstance(entry, ListedInitiative)
            shares = [
                AuthorShare(author.written_ids(added)[0] or 0, share)
                for author, share in zip(entry.authors, entry.shares, strict=True)
            ]
            decision_id = decisions.id_of(entry.decision, entry.year)
            if entry.known is None:
                store.insert_initiative(uow, _draft(entry, decision_id), shares)
            else:
                draft = _merged(entry, entry.known.initiative, decision_id)
                store.overwrite_initiative(uow, entry.known.id, draft, shares)
            steps(count, len(rows), "Đang ghi sáng kiến")


def _names(entry: ListedInitiative) -> frozenset[object]:
    return frozenset(name_key(author.listed.full_name) for author in entry.authors)


def _scope(text: str) -> tuple[Scope, list[str]]:
    code = (code_of(text, "scope") or code_in(text, "scope")) if text else None
    if code is not None or not text:
        return Scope(code or Scope.GRASSROOTS), []
    return Scope.GRASSROOTS, [f"Phạm vi “{text}” không rõ nên ghi là cơ sở."]


def _whole(shares: Sequence[int | None]) -> tuple[tuple[int, ...], list[str]]:
    """Return the shares where they make the whole, else equal ones and a sentence unless none was given."""
    given = [share for share in shares if share is not None]
    if len(given) == len(shares) and sum(given) == WHOLE_SHARE and all(share > 0 for share in given):
        return tuple(given), []
    equal = [WHOLE_SHARE // len(shares)] * len(shares)
    equal[0] += WHOLE_SHARE - sum(equal)
    if not given:
        return tuple(equal), []
    shown = ", ".join("?" if share is None else f"{share / 100:g}%" for share in shares)
    return tuple(equal), [f"Tỷ lệ đóng góp ({shown}) không cộng thành 100% nên chia đều; hãy sửa lại."]


def _draft(entry: ListedInitiative, decision_id: int | None) -> InitiativeDraft:
    return InitiativeDraft(entry.year, entry.name, entry.field, entry.summary, entry.scope.value, decision_id)


def _merged(entry: ListedInitiative, known: InitiativeDraft, decision_id: int | None) -> InitiativeDraft:
    return replace(
        known,
        year=entry.year,
        field_of_work=entry.field or known.field_of_work,
        summary=entry.summary or known.summary,
        scope=entry.scope.value,
        decision_id=decision_id or known.decision_id,
    )
