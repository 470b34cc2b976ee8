"""What a template can speak of: the office, the year, and the meeting or the registrations that it needs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, timedelta

from kimhoa_app.documents.model import IssueDate, Letterhead, Signature
from kimhoa_app.documents.templating.council_papers import CouncilPaper, council_paper
from kimhoa_app.documents.templating.letterheads import issue_date, letterhead, signature
from kimhoa_app.documents.templating.meeting_papers import MeetingPaper, meeting_paper
from kimhoa_app.documents.templating.outcome_papers import OutcomesPaper, outcomes_paper
from kimhoa_app.documents.templating.places import bare_province, district_name, province_name, village_word
from kimhoa_app.documents.templating.registration_papers import RegistrationPaper, registration_paper
from kimhoa_app.documents.templating.result_papers import ResultsPaper, results_paper
from kimhoa_app.documents.templating.template import Dated, Template
from kimhoa_app.domain.anniversaries import AnniversaryInYear, principal_between
from kimhoa_app.domain.campaigns import Phase, default_phases
from kimhoa_app.domain.commune_bodies import bodies_on
from kimhoa_app.domain.councils import Council
from kimhoa_app.domain.initiatives import ListedInitiative
from kimhoa_app.domain.legal_texts import LAW, LegalText, Topic, texts_in_force
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.domain.office import OfficePeriod, Signer
from kimhoa_app.domain.registration_fates import Fate
from kimhoa_app.domain.registrations import RegistrationList
from kimhoa_app.domain.year_results import YearResults

_AFTER_THE_YEAR = timedelta(days=90)
_YEAR = re.compile(r"(?:năm |/|-)((?:19|20)\d{2})\b")


@dataclass(frozen=True, slots=True)
class PhaseOfYear:
    """A phase of the year's movement with the principal anniversaries that fall into it."""

    phase: Phase
    anniversaries: tuple[AnniversaryInYear, ...]


@dataclass(frozen=True, slots=True)
class IssuedPlan:
    """The year's plan as later papers cite it; `code` is "05/KH-UBND"."""

    code: str
    day: date


@dataclass(frozen=True, slots=True)
class TemplateContext:
    """Everything that a template may name; `today` is the day on which the paper is thought to be issued.

    `recognition_bases` are the legal bases of a decision that recognises initiatives. `province_statute` is the
    province's rules on emulation as a legal basis cites them, "" where the office names none.
    """

    office: OfficePeriod
    year: int
    today: date
    letterhead: Letterhead
    signatures: tuple[Signature, ...] = ()
    phases: tuple[PhaseOfYear, ...] = ()
    legal_bases: tuple[LegalText, ...] = ()
    recognition_bases: tuple[LegalText, ...] = ()
    province_statute: str = ""
    meeting: MeetingPaper | None = None
    registrations: RegistrationPaper | None = None
    outcomes: OutcomesPaper | None = None
    council: CouncilPaper | None = None
    plan: IssuedPlan | None = None
    results: ResultsPaper = field(default_factory=ResultsPaper)
    initiatives: tuple[ListedInitiative, ...] = ()
    fields: Mapping[str, object] = field(default_factory=dict)

    def values(self) -> dict[str, object]:
        """The names that a template uses, with their values; `district` is empty where there is no district."""
        own = {part.name: getattr(self, part.name) for part in fields(self)}
        office = self.office
        return own | {
            "province": province_name(office),
            "district": district_name(office),
            "village": village_word(office),
            "bodies": bodies_on(self.today, office.kind),
        }


def paper_day(year: int, today: date, dated: Dated = Dated.OPENING) -> date:
    """Return the day on which a paper for the working year `year` is thought to be issued.

    A paper that opens its year belongs to today, or to the first day of a year that is past: a plan is drafted from
    the November before its year. One that closes it belongs to today as well, up to three months after the year.
    """
    if dated is Dated.CLOSING:
        last = date(year, 12, 31)
        return today if today <= last + _AFTER_THE_YEAR else last
    return today if year >= today.year else date(year, 1, 1)


def context_for(
    template: Template,
    office: OfficePeriod,
    signer: Signer | None,
    year: int,
    today: date,
    *,
    meeting: MeetingRecord | None = None,
    registrations: RegistrationList | None = None,
    outcomes: Sequence[Fate] | None = None,
    province_statute: str = "",
    council: Council | None = None,
    plan: IssuedPlan | None = None,
    results: YearResults | None = None,
    initiatives: tuple[ListedInitiative, ...] = (),
) -> TemplateContext:
    """Return the context of a paper drafted on `today`, without the values of its fields.

    `meeting`, `registrations` or `outcomes` must be given to a template that needs them; `council`, `plan`, `results`
    where known.
    The date line leaves room for the day and month, except on the papers of a meeting, which carry its day. A
    `province_statute` whose own date lies later is left out.
    """
    day = IssueDate(today.year) if meeting is None else issue_date(meeting.held_on)
    return TemplateContext(
        office=office,
        year=year,
        today=today,
        letterhead=letterhead(template.issuer, office, template.symbol, day),
        signatures=(signature(template.issuer, signer),),
        phases=_phases(year, bare_province(office)),
        legal_bases=_bases(today, Topic.EMULATION),
        recognition_bases=_bases(today, Topic.LOCAL_GOVERNMENT, Topic.EMULATION, Topic.INITIATIVE),
        province_statute=_citable(province_statute, today),
        meeting=None if meeting is None else meeting_paper(meeting, office.kind),
        registrations=None if registrations is None else registration_paper(registrations, office.kind),
        outcomes=None if outcomes is None else outcomes_paper(outcomes, office.kind),
        council=None if council is None else council_paper(council),
        plan=plan,
        results=ResultsPaper() if results is None else results_paper(results, office.kind),
        initiatives=initiatives,
    )


def _bases(day: date, *topics: Topic) -> tuple[LegalText, ...]:
    """Return what holds on `day` and can be cited, laws before decrees, topic by topic."""
    texts = [text for topic in topics for text in texts_in_force(day, topic) if text.is_citable]
    return tuple(sorted(texts, key=lambda text: text.type != LAW))


def _citable(statute: str, today: date) -> str:
    years = (int(year) for year in _YEAR.findall(statute))
    words = statute.strip(" ;.,").removeprefix("Căn cứ ")
    return words if max(years, default=0) <= today.year else ""


def _phases(year: int, province: str) -> tuple[PhaseOfYear, ...]:
    return tuple(
        PhaseOfYear(phase, tuple(principal_between(phase.starts_on, phase.ends_on, province)))
        for phase in default_phases(year)
    )
