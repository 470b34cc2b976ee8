"""An initiative as a list has it, and what is told of it before it is taken in."""

from dataclasses import dataclass

from db.store.initiatives import AuthorShare, InitiativeEntry
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.domain.labels import label
from kimhoa_app.exchange.lists.values import NO_DECISION, ListedDecision
from kimhoa_app.services.imports.plan import FieldChange
from kimhoa_app.services.imports.subjects import Subject


@dataclass(frozen=True, slots=True)
class ListedInitiative:
    """An initiative as a list has it; `shares` are those of `authors`, in basis points of the whole."""

    name: str
    year: int
    scope: Scope
    authors: tuple[Subject, ...]
    shares: tuple[int, ...]
    field: str = ""
    summary: str = ""
    decision: ListedDecision = NO_DECISION
    known: InitiativeEntry | None = None


def changes_of(known: InitiativeEntry, entry: ListedInitiative) -> list[FieldChange]:
    """Return what a list says otherwise than the data file, as people read it."""
    old = known.initiative
    pairs = [
        ("scope", label(Scope(old.scope)), label(entry.scope)),
        ("field", old.field_of_work, entry.field),
        ("summary", old.summary, entry.summary),
        ("authors", _known_authors(known), _shown_authors(entry)),
        ("decision", (known.decision.number or "") if known.decision else "", entry.decision.number),
    ]
    return [FieldChange(name, before, after) for name, before, after in pairs if after and before != after]


def _known_authors(known: InitiativeEntry) -> str:
    return ", ".join(f"{author.full_name} ({author.share / 100:g}%)" for author in sorted(known.authors, key=_by_share))


def _shown_authors(entry: ListedInitiative) -> str:
    shares = [
        AuthorShare(author.person.id if author.person else 0, share, author.name)
        for author, share in zip(entry.authors, entry.shares, strict=True)
    ]
    return ", ".join(f"{author.full_name} ({author.share / 100:g}%)" for author in sorted(shares, key=_by_share))


def _by_share(author: AuthorShare) -> tuple[int, str]:
    return -author.share, author.full_name


def content_of(entry: ListedInitiative) -> str:
    """Return what a list says of an initiative besides its name, in one line."""
    decision = (
        f"công nhận theo {entry.decision.number or 'quyết định'}"
        if entry.decision != ListedDecision()
        else "chưa công nhận"
    )
    return f"năm {entry.year}, {_shown_authors(entry)}, {label(entry.scope).lower()}, {decision}"


def answers_of(entry: ListedInitiative) -> list[dict[str, object]]:
    """Return what the list says for each author."""
    return [
        {
            "full_name": author.name,
            "year": entry.year,
            "name": entry.name,
            "scope": entry.scope.value,
            "share": share / 100,
            "decision_number": entry.decision.number or None,
            "decision_date": entry.decision.day.isoformat() if entry.decision.day else None,
        }
        for author, share in zip(entry.authors, entry.shares, strict=True)
    ]
