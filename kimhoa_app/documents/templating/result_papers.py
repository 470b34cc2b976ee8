"""The results of a year as papers list them: by decision, and counted by award."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kimhoa_app.domain.awards import SubjectKind, award, award_name
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.year_results import Awarded, Registered, YearResults
from kimhoa_app.text.collation import name_key


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
    households: tuple[AwardedLine, ...] = ()


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
    household_count: int = 0
    households_registered: int = 0


def results_paper(results: YearResults, office: OfficeKind) -> ResultsPaper:
    """Return what papers of such an office print of the year's results."""
    return ResultsPaper(
        decisions=_decisions(results.awarded, office),
        counts=_counts(results, office),
        collective_count=_subjects(results.awarded, SubjectKind.COLLECTIVE),
        person_count=_subjects(results.awarded, SubjectKind.PERSON),
        collectives_registered=_subjects(results.registered, SubjectKind.COLLECTIVE),
        people_registered=_subjects(results.registered, SubjectKind.PERSON),
        household_count=_subjects(results.awarded, SubjectKind.HOUSEHOLD),
        households_registered=_subjects(results.registered, SubjectKind.HOUSEHOLD),
    )


def _decisions(awarded: tuple[Awarded, ...], office: OfficeKind) -> tuple[DecisionPaper, ...]:
    papers = sorted({_paper(each) for each in awarded}, key=lambda paper: (paper[1] or date.max, paper[0]))
    return tuple(_decision(paper, [each for each in awarded if _paper(each) == paper], office) for paper in papers)


def _paper(awarded: Awarded) -> tuple[str, date | None, str]:
    return awarded.decision, awarded.decided_on, awarded.authority


def _decision(paper: tuple[str, date | None, str], awarded: list[Awarded], office: OfficeKind) -> DecisionPaper:
    collectives, people, households = (
        _lines([each for each in awarded if each.subject is kind], office)
        for kind in (SubjectKind.COLLECTIVE, SubjectKind.PERSON, SubjectKind.HOUSEHOLD)
    )
    return DecisionPaper(*paper, collectives=collectives, people=people, households=households)


def _lines(awarded: list[Awarded], office: OfficeKind) -> tuple[AwardedLine, ...]:
    ordered = sorted(awarded, key=_place)
    return tuple(
        AwardedLine(
            number,
            each.name,
            ", ".join(part for part in (each.position, each.unit) if part and part != each.name),
            award_name(each.award_code, office, each.name),
        )
        for number, each in enumerate(ordered, 1)
    )


def _place(awarded: Awarded) -> tuple[int, object]:
    """Return where one stands under its title: people by their given names, units as the office lists them."""
    by_name = () if awarded.subject is SubjectKind.COLLECTIVE else name_key(awarded.name)
    return award(awarded.award_code).rank, by_name


def _counts(results: YearResults, office: OfficeKind) -> tuple[ResultCount, ...]:
    entries: tuple[Awarded | Registered, ...] = (*results.registered, *results.awarded)
    codes = {each.award_code for each in entries if each.subject is not SubjectKind.HOUSEHOLD}
    return tuple(
        ResultCount(
            award_name(code, office),
            collectives_registered=_subjects(results.registered, SubjectKind.COLLECTIVE, code),
            people_registered=_subjects(results.registered, SubjectKind.PERSON, code),
            collectives=_subjects(results.awarded, SubjectKind.COLLECTIVE, code),
            people=_subjects(results.awarded, SubjectKind.PERSON, code),
        )
        for code in sorted(codes, key=lambda code: award(code).rank)
    )


def _subjects(entries: Iterable[Awarded | Registered], kind: SubjectKind, code: str = "") -> int:
    """Return how many subjects of `kind` stand in the entries, for one award where `code` is given."""
    fitting = (each for each in entries if not code or each.award_code == code)
    return len({each.subject_id for each in fitting if each.subject is kind})
