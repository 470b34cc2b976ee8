"""The legal texts of the work with the days on which they hold, and how a paper cites them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from kimhoa_app.domain.periods import holds_on
from kimhoa_app.text.dates import long_date
from resources import read_toml

LAW = "Luật"


class Topic(StrEnum):
    """What a text governs."""

    EMULATION = "emulation"
    LOCAL_GOVERNMENT = "local_government"
    COMMUNE_DEPARTMENTS = "commune_departments"
    CULTURE = "culture"
    RATING = "rating"
    INITIATIVE = "initiative"
    CEREMONY = "ceremony"
    DOCUMENT_FORM = "document_form"


class CitationStyle(StrEnum):
    """How a text is cited: in full as in a căn cứ, a law in full by its number, or shortly at a later mention."""

    FULL = "full"
    LAW_BY_NUMBER = "law_by_number"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class LegalText:
    """A law, decree or circular; `passed_on` is the day of passing or signing, None where it is not known.

    `subject` is the name of a law ("Thi đua, khen thưởng") or the trích yếu of another text. `certain` is False for a
    text that no one has yet compared with the signed one; `note` says what is open.
    """

    id: str
    type: str
    number: str
    issuer: str
    subject: str
    topic: Topic
    valid_from: date
    valid_to: date | None = None
    passed_on: date | None = None
    replaced_by: str | None = None
    certain: bool = True
    note: str = ""

    @property
    def is_citable(self) -> bool:
        """Whether the program may print it as a legal basis by itself: its day is known and its wording certain."""
        return self.certain and self.passed_on is not None


@cache
def legal_texts() -> dict[str, LegalText]:
    """Return every text that ships, by id, in the order of the data: laws, then decrees, then circulars."""
    return {entry["id"]: _legal_text(entry) for entry in read_toml("regimes/legal-texts.toml")["text"]}


def legal_text(text_id: str) -> LegalText:
    """Return the text of `text_id`; raises KeyError for an unknown id."""
    return legal_texts()[text_id]


def text_numbered(number: str) -> LegalText | None:
    """Return the text of that number and symbol ("98/2023/NĐ-CP"), None for one that the program does not know."""
    return _by_number().get(number.casefold())


def laws_named(name: str) -> list[LegalText]:
    """Return the laws that `name` names ("Luật Thi đua khen thưởng"), commas and capitals aside, the oldest first."""
    words = _bare_words(name)
    laws = [text for text in legal_texts().values() if text.type == LAW]
    return [text for text in laws if _bare_words(f"{text.type} {text.subject}") == words]


def law_named(name: str, year: int, day: date | None = None) -> LegalText | None:
    """Return the law of that name passed in `year`, of several the one of `day`, else the last; None for no such."""
    passed = [text for text in laws_named(name) if text.passed_on is not None and text.passed_on.year == year]
    return next((text for text in passed if text.passed_on == day), passed[-1] if passed else None)


def successor_on(text: LegalText, day: date) -> LegalText | None:
    """Return the text that stands in the place of `text` on `day`, the last one known where that has lapsed too."""
    following = None
    while text.valid_to is not None and text.valid_to < day and text.replaced_by is not None:
        following = text = legal_text(text.replaced_by)
    return following


def texts_in_force(day: date, topic: Topic) -> list[LegalText]:
    """Return the texts on `topic` that hold on `day`, in the order in which a paper cites them.

    Those that are not `is_citable` are among them, for the clerk to see.
    """
    return [text for text in legal_texts().values() if text.topic is topic and holds_on(text, day)]


def citation(text: LegalText, style: CitationStyle = CitationStyle.FULL) -> str:
    """Return how a paper names `text` (Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6).

    A law goes by name and date without number and issuer, any other text by number, date, issuer and trích yếu.
    Raises ValueError for a form that needs the day of a text whose day is not known.
    """
    if text.type == LAW:
        return _law_citation(text, style)
    short = f"{text.type} số {text.number}"
    if style is CitationStyle.SHORT:
        return short
    return f"{short} {_passed(text)} của {text.issuer} {text.subject}"


def _law_citation(text: LegalText, style: CitationStyle) -> str:
    name = f"{text.type} {text.subject}"
    match style:
        case CitationStyle.SHORT:
            return name
        case CitationStyle.LAW_BY_NUMBER:
            return f"{name} số {text.number}"
        case CitationStyle.FULL:
            return f"{name} {_passed(text)}"


def _passed(text: LegalText) -> str:
    if text.passed_on is None:
        raise ValueError(f"the day of {text.number} is not known")
    return long_date(text.passed_on)


@cache
def _by_number() -> dict[str, LegalText]:
    return {text.number.casefold(): text for text in legal_texts().values()}


def _bare_words(name: str) -> str:
    return " ".join(name.casefold().replace(",", "").split())


def _legal_text(entry: dict[str, Any]) -> LegalText:
    return LegalText(**{**entry, "topic": Topic(entry["topic"])})
