"""A document under the checker: what is to be looked at, what the clerk passed over and why, and the corrections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.store.documents import read_document
from db.store.ignored_findings import FindingKey, ignore_finding, ignored_findings, take_back_finding
from kimhoa_app.documents.checking.check import check, corrected
from kimhoa_app.documents.checking.file_check import CheckedFile
from kimhoa_app.documents.checking.file_check import check_file as check_file_on
from kimhoa_app.documents.checking.findings import Finding, Severity
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.normal import nfc, tidy

__all__ = ["CheckedFile", "Finding", "Severity"]


@dataclass(frozen=True, slots=True)
class IgnoredFinding:
    """A finding that the clerk decided to leave, with the reason."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Review:
    """What the rules find in a document, in reading order, apart from what was passed over in it."""

    findings: tuple[Finding, ...]
    ignored: tuple[IgnoredFinding, ...] = ()


def review(workspace: Workspace, document_id: int, document: OfficialDocument) -> Review:
    """Return what is to be looked at in `document`, the text of `document_id` as it is edited now."""
    with workspace.begin() as uow:
        reasons = ignored_findings(uow, document_id)
    found = check(document, workspace.today)
    return Review(
        tuple(finding for finding in found if _key(finding) not in reasons),
        tuple(IgnoredFinding(each, reasons[_key(each)]) for each in found if _key(each) in reasons),
    )


def ignore(workspace: Workspace, document_id: int, finding: Finding, reason: str) -> None:
    """Pass over `finding`, and whatever else its rule finds in the same words of this document.

    Raises NotFound for an unknown document, InvalidInput for field "reason" without a reason.
    """
    if not tidy(reason):
        raise InvalidInput("reason", "Cần ghi lý do bỏ qua.")
    with workspace.begin() as uow:
        read_document(uow, document_id)
        ignore_finding(uow, document_id, _key(finding), tidy(reason))
        uow.commit()


def take_back(workspace: Workspace, document_id: int, finding: Finding) -> None:
    """Let a finding that was passed over be shown again."""
    with workspace.begin() as uow:
        take_back_finding(uow, document_id, _key(finding))
        uow.commit()


def correct(document: OfficialDocument, findings: Sequence[Finding]) -> OfficialDocument:
    """Return the document with the corrections of `findings`, all of them or none.

    Raises LookupError when one has no correction, or its words no longer stand where they were found.
    """
    for finding in sorted(findings, key=_position, reverse=True):
        document = corrected(document, finding)
    return document


def same_mistakes(findings: Sequence[Finding]) -> Mapping[Finding, tuple[Finding, ...]]:
    """Return for each finding with a correction those that are wrong in the same words and to be corrected alike."""
    alike: dict[tuple[str, str, str | None], list[Finding]] = {}
    for each in findings:
        if each.suggestion is not None and each.spot is not None:
            alike.setdefault((each.rule, each.text, each.suggestion), []).append(each)
    return {each: tuple(same) for same in alike.values() for each in same}


def check_file(workspace: Workspace, path: Path) -> CheckedFile:
    """Return what the rules find in a .docx or .txt file, of which nothing is kept; raises UnusableFile."""
    return check_file_on(path, workspace.today)


def _key(finding: Finding) -> FindingKey:
    return finding.rule, nfc(finding.text)


def _position(finding: Finding) -> tuple[int, int]:
    return (-1, 0) if finding.spot is None else (finding.spot.number, finding.start)
