"""Findings of the checker as remarks."""

from collections.abc import Iterable
from typing import Final

from kimhoa_app.services.checking import Finding, IgnoredFinding, Severity
from ui.pages.drafting.remarks import Remark, RemarkAction, RemarkKind, shortened

KINDS: Final = {
    Severity.ERROR: RemarkKind.ERROR,
    Severity.WARNING: RemarkKind.WARNING,
    Severity.INFO: RemarkKind.INFO,
}


def finding_remark(finding: Finding, actions: Iterable[RemarkAction] = (), before: str = "") -> Remark:
    """Return what is to be shown of a finding; `before` stands before its sentence."""
    return Remark(
        KINDS[finding.severity],
        finding.text,
        before + _sentence(finding),
        finding.spot,
        tuple(actions),
        finding.start,
        _ground(finding),
    )


def ignored_remark(ignored: IgnoredFinding, action: RemarkAction) -> Remark:
    """Return what is to be shown of a finding that was passed over, with the reason."""
    finding = ignored.finding
    message = f"{finding.message} Đã bỏ qua: {ignored.reason}"
    return Remark(
        RemarkKind.IGNORED, finding.text, message, finding.spot, (action,), finding.start, _ground(finding)
    )  # fmt: skip


def _sentence(finding: Finding) -> str:
    """Return the message, with the correction where the message does not name it already."""
    suggestion = finding.suggestion
    if suggestion is None or (suggestion and suggestion in finding.message):
        return finding.message
    return f"{finding.message} {f'Sửa thành “{shortened(suggestion)}”.' if suggestion else 'Sửa bằng cách bỏ đi.'}"


def _ground(finding: Finding) -> str:
    return f"Căn cứ: {finding.basis}" if finding.basis else ""
