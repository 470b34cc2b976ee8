"""Checks a file: reads it once and puts its document under every rule."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kimhoa_app.documents.checking.check import check, year_of
from kimhoa_app.documents.checking.findings import Finding, Severity
from kimhoa_app.documents.checking.level import Level
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.reading.files import read_file
from kimhoa_app.documents.reading.outline import document_of
from kimhoa_app.documents.reading.source import Source
from kimhoa_app.documents.reading.word_form import word_form


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was checked: its document, the year that it is about, and what was found."""

    document: OfficialDocument
    year: int | None
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        """Whether something in it is surely wrong."""
        return any(each.severity is Severity.ERROR for each in self.findings)


def check_file(path: Path, today: date, *, year: int | None = None, level: Level | None = None) -> CheckedFile:
    """Return what the rules find in a .docx or a plain text file.

    `year` and `level` are by default those that the document says. Raises UnusableFile for a file that is neither, is
    broken, too large or cannot be read.
    """
    read = read_file(path)
    source, word = (read, None) if isinstance(read, Source) else (read.source, word_form(read))
    document = document_of(source)
    findings = check(document, today, source=source, word=word, year=year, level=level)
    return CheckedFile(document, year or year_of(document), findings)
