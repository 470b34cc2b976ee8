"""The command that checks a document."""

import argparse
from collections import Counter
from datetime import date
from types import MappingProxyType

from kimhoa_app.cli.command import DONE, NO, PdfMaker, print_json
from kimhoa_app.documents.checking.file_check import CheckedFile, check_file
from kimhoa_app.documents.checking.findings import Finding, Severity
from kimhoa_app.documents.checking.level import Level

LEVELS = tuple(level.value for level in Level)

_SEVERITIES = MappingProxyType({Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"})


def check_document(call: argparse.Namespace, _make_pdf: PdfMaker) -> int:
    """Say what is wrong with a document; 1 when something surely is."""
    level = Level(call.level) if call.level else None
    checked = check_file(call.file, date.today(), year=call.year, level=level)
    if call.json:
        print_json(_json(str(call.file), checked))
    else:
        _tell(checked)
    return NO if checked.has_errors else DONE


def _json(file: str, checked: CheckedFile) -> dict[str, object]:
    return {
        "file": file,
        "kind": checked.document.kind.value or None,
        "year": checked.year,
        "findings": [
            {
                "rule": each.rule,
                "severity": each.severity.value,
                "paragraph": _paragraph(each),
                "text": each.text,
                "message": each.message,
                "suggestion": each.suggestion,
                "basis": each.basis,
            }
            for each in checked.findings
        ],
    }


def _tell(checked: CheckedFile) -> None:
    if not checked.findings:
        print("Không thấy gì phải sửa.")
        return
    counts = Counter(each.severity for each in checked.findings)
    print(", ".join(f"{counts[severity]} {word}" for severity, word in _SEVERITIES.items() if counts[severity]) + ".")
    for finding in checked.findings:
        print(_line(finding))


def _line(finding: Finding) -> str:
    paragraph = _paragraph(finding)
    where = "Cả văn bản" if paragraph is None else f"Đoạn {paragraph}"
    correction = f" Sửa thành “{finding.suggestion}”." if finding.suggestion is not None else ""
    return f"{where}, {_SEVERITIES[finding.severity]}: {finding.message}{correction} [{finding.basis}]"


def _paragraph(finding: Finding) -> int | None:
    return None if finding.place is None else finding.place.paragraph
