"""Checks a document by every rule."""

from datetime import date

from kimhoa_app.documents.checking import anniversaries, citations, dates, form, language, levels, numbers, structure
from kimhoa_app.documents.checking.findings import Finding
from kimhoa_app.documents.checking.level import Level, level_of
from kimhoa_app.documents.checking.part_lines import part_lines
from kimhoa_app.documents.checking.rule import Rule
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.reading.source import Source
from kimhoa_app.documents.reading.word_form import WordForm
from kimhoa_app.documents.said_year import said_year
from kimhoa_app.documents.texts import Edit, texts_of, with_edits

RULES: tuple[Rule, ...] = (
    *dates.RULES,
    *anniversaries.RULES,
    *citations.RULES,
    *structure.RULES,
    *form.RULES,
    *levels.RULES,
    *language.RULES,
    *numbers.RULES,
)
"""Every rule, family by family, in the order of the table of rules."""


def check(
    document: OfficialDocument,
    today: date,
    *,
    source: Source | None = None,
    word: WordForm | None = None,
    year: int | None = None,
    level: Level | None = None,
) -> tuple[Finding, ...]:
    """Return what the rules find in `document`, in reading order, what concerns it as a whole first.

    `source` is what it was read from and `word` how that is set, for the rules on the form of a file. `year` and
    `level` are by default those that the document says.
    """
    texts = texts_of(document)
    subject = Subject(
        document,
        texts,
        today,
        source,
        year or year_of(document),
        level or level_of(document),
        word,
        part_lines(document, texts, source, word) if source and word else (),
    )
    found = [finding for rule in RULES for finding in rule.findings(subject)]
    return tuple(sorted(found, key=_position))


def year_of(document: OfficialDocument) -> int | None:
    """Return the year that the document is about, by its title or its day of issue, else by its words."""
    return document.year or said_year(document)


def corrected(document: OfficialDocument, finding: Finding) -> OfficialDocument:
    """Return the document with the suggestion of `finding` in the place of its words.

    Raises LookupError when there is no suggestion, or the words no longer stand where they were found.
    """
    spot = finding.spot
    if spot is None or finding.suggestion is None:
        raise LookupError("the finding has no correction")
    words = next((text.words for text in texts_of(document) if text.spot.number == spot.number), "")
    end = finding.start + len(finding.text)
    if words[finding.start : end] != finding.text:
        raise LookupError("the words have changed since they were found")
    return with_edits(document, spot.number, (Edit(finding.start, end, finding.suggestion),))


def _position(finding: Finding) -> tuple[int, int]:
    return (-1, 0) if finding.spot is None else (finding.spot.number, finding.start)
