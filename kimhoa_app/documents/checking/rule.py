"""What a rule of the checker is: a look at a document, with its id, its severity and its ground."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kimhoa_app.documents.checking.findings import Finding, Severity
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import Place
from kimhoa_app.documents.texts import Spot, Text


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that a rule objects to; as in `Finding`, without what the rule knows of itself."""

    message: str
    text: str = ""
    suggestion: str | None = None
    spot: Spot | None = None
    start: int = 0
    place: Place | None = None
    severity: Severity | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `title` says in a phrase what it finds, `basis` is the article or the arithmetic that it stands on."""

    id: str
    family: str
    severity: Severity
    title: str
    basis: str
    look: Callable[[Subject], Iterable[Hit]]

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """Yield what the rule finds; a hit may be milder than its rule, or have a ground of its own."""
        for hit in self.look(subject):
            yield Finding(
                rule=self.id,
                severity=hit.severity or self.severity,
                message=hit.message,
                basis=hit.basis or self.basis,
                text=hit.text,
                suggestion=hit.suggestion,
                spot=hit.spot,
                start=hit.start,
                place=hit.place or (hit.spot.place if hit.spot else None),
            )


def hit_in(text: Text, start: int, end: int, message: str, suggestion: str | None = None) -> Hit:
    """Return a hit on the stretch `start` to `end` of `text`."""
    return Hit(message, text.words[start:end], suggestion, text.spot, start)
