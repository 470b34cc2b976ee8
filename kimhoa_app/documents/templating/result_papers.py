"""The results of a year as papers list them: by decision, and counted by award."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kimhoa_app.domain.awards import SubjectKind, award, award_name
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.year_results import Awarded, Registered, YearResults


@dataclass(frozen=True, slots=True)
class AwardedLine:
    """A numbered line of a list of awards; `post` joins position and unit."""

    number: int
    name: str
    post: str
    award: str


@dataclass(frozen=True, slots=True)
class DecisionPaper:
    """A decision with its lists; `number` is "" for awards whose decision the data do not name."""

    number: str
    day: date | None
    authority: str
    collectives: tuple[AwardedLine, ...]
    people: tuple[AwardedLine, ...]


@dataclass(frozen=True, slots=True)
class ResultCount:
    """How many collectives and people registered for an award, and how many have it."""

    award: str
    collectives_registered: int
    people_registered: int
    collectives: int
    people: int

    @property
    def is_awarded(self) -> bool:
        """Whether anyone has it."""
        return bool(self.collectives or self.people)


@dataclass(frozen=True, slots=True)
class ResultsPaper:
    """The year's results; a subject with several awards or registrations counts once in the sums."""

    decisions: tuple[DecisionPaper, ...] = ()
    counts: tuple[ResultCount, ...] = ()
    collective_count: int = 0
    person_count: int = 0
    collectives_registered: int = 0
    people_registered: int = 0


def results_paper(results: YearResults, office: OfficeKind) -> ResultsPaper:
    """Return what papers of such an office print of the year's results."""
    return ResultsPaper(
        decisions=_decisions(results.awarded, office),
        counts=_counts(results, office),
        collective_count=_subjects(results.awarded, is_person=False),
        person_count=_subjects(results.awarded, is_person=True),
        collectives_registered=_subjects(results.registered, is_person=False),
        people_registered=_subjects(results.registered, is_person=True),
    )


def _decisions(awarded: tuple[Awarded, ...], office: OfficeKind) -> tuple[DecisionPaper, ...]:
    papers = sorted({_paper(each) for each in awarded}, key=lambda paper: (paper[1] or date.max, paper[0]))
    return tuple(_decision(paper, [each for each in awarded if _paper(each) == paper], office) for paper in papers)


def _paper(awarded: Awarded) -> tuple[str, date | None, str]:
    return awarded.decision, awarded.decided_on, awarded.authority


def _decision(paper: tuple[str, date | None, str], awarded: list[Awarded], office: OfficeKind) -> DecisionPaper:
    people = [each for each in awarded if each.subject is SubjectKind.PERSON]
    others = [each for each in awarded if each.subject is not SubjectKind.PERSON]
    return DecisionPaper(*paper, collectives=_lines(others, office), people=_lines(people, office))


def _lines(awarded: list[Awarded], office: OfficeKind) -> tuple[AwardedLine, ...]:
    ordered = sorted(awarded, key=lambda each: award(each.award_code).rank)
    return tuple(
        AwardedLine(
            number,
            each.name,
            ", ".join(part for part in (each.position, each.unit) if part and part != each.name),
            award_name(each.award_code, office, each.name),
        )
        for number, each in enumerate(ordered, 1)
    )


def _counts(results: YearResults, office: OfficeKind) -> tuple[ResultCount, ...]:
    codes = {each.award_code for each in results.registered} | {each.award_code for each in results.awarded}
    return tuple(
        ResultCount(
            award_name(code, office),
            collectives_registered=_subjects(results.registered, code, is_person=False),
            people_registered=_subjects(results.registered, code, is_person=True),
            collectives=_subjects(results.awarded, code, is_person=False),
            people=_subjects(results.awarded, code, is_person=True),
        )
        for code in sorted(codes, key=lambda code: award(code).rank)
    )


def _subjects(entries: Iterable[Awarded | Registered], code: str = "", *, is_person: bool) -> int:
    """Return how many people, or how many others, stand in the entries, for one award where `code` is given."""
    fitting = (each for each in entries if not code or each.award_code == code)
    return len({each.subject_id for each in fitting if (each.subject is SubjectKind.PERSON) == is_person})
