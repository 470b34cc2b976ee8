"""One rule looked at over a few texts."""

from collections.abc import Sequence
from datetime import date

from kimhoa_app.documents.checking.check import RULES
from kimhoa_app.documents.checking.findings import Finding
from kimhoa_app.documents.checking.rule import Rule
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import DocumentKind, OfficialDocument, plain
from kimhoa_app.documents.texts import texts_of

TODAY = date(2026, 1, 15)


def rule(rule_id: str) -> Rule:
    """Return the one rule of that id."""
    (found,) = (each for each in RULES if each.id == rule_id)
    return found


def paper(*texts: str) -> OfficialDocument:
    """Return a plan whose closing holds these paragraphs."""
    return OfficialDocument(DocumentKind.PLAN, closing=tuple(plain(text) for text in texts))


def found_in(document: OfficialDocument, rules: Sequence[Rule]) -> list[Finding]:
    """Return what `rules` find in the document, each finding's words being where it says."""
    subject = Subject(document, texts_of(document), TODAY)
    findings = [finding for each in rules for finding in each.findings(subject)]
    words = {text.spot.number: text.words for text in subject.texts}
    for finding in findings:
        if finding.spot is not None:
            stands = words[finding.spot.number][finding.start : finding.start + len(finding.text)]
            assert stands == finding.text, finding
        assert finding.message.endswith("."), finding
        assert finding.message[0].isupper() or not finding.message[0].isalpha(), finding
    return findings


def found(rule_id: str, *texts: str) -> list[tuple[str, str | None]]:
    """Return the words that the rule objects to in these paragraphs, with what it suggests."""
    return [(each.text, each.suggestion) for each in found_in(paper(*texts), [rule(rule_id)])]
