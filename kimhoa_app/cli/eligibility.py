"""The command that says who can be put forward for what, and why."""

import argparse
from collections import Counter
from collections.abc import Sequence
from datetime import date
from types import MappingProxyType

from kimhoa_app.cli.command import DONE, PdfMaker, UnusableCall, data_folder, opened, print_json
from kimhoa_app.domain.awards import award_name
from kimhoa_app.domain.eligibility import ListCheck
from kimhoa_app.domain.errors import DataUnavailable
from kimhoa_app.services.eligibility import AnyResult, Assessment, assess_year
from kimhoa_app.services.workspace import has_data_file

_STATES = MappingProxyType({True: "đủ điều kiện", False: "không đủ điều kiện", None: "chưa rõ"})


def assess(call: argparse.Namespace, _make_pdf: PdfMaker) -> int:
    """Say of every person, unit and household, for every award, whether the conditions are met, and which are not."""
    if call.decided is not None and call.received is not None and call.received > call.decided:
        raise UnusableCall("Ngày nhận hồ sơ (--received) phải trước hoặc cùng ngày quyết định (--decided).")
    if not has_data_file(data_folder(call)):
        raise DataUnavailable("Thư mục này chưa có dữ liệu; hãy nhập danh sách cán bộ, hoặc gõ “kimhoa demo”.")
    with opened(call) as workspace:
        assessment = assess_year(workspace, call.year, call.decided, call.received)
    if call.json:
        print_json(_json(assessment))
    else:
        _tell(assessment)
    return DONE


def day(text: str) -> date:
    """Return a day given as "2026-12-31" or "31/12/2026"; raises UnusableCall."""
    try:
        parts = [int(part) for part in text.split("/")] if "/" in text else []
        return date(parts[2], parts[1], parts[0]) if len(parts) == 3 else date.fromisoformat(text)
    except ValueError:
        raise UnusableCall(f"“{text}” không phải là ngày; ghi ví dụ 31/12/2026 hoặc 2026-12-31.") from None


def _json(assessment: Assessment) -> dict[str, object]:
    return {
        "year": assessment.year,
        "regime": assessment.regime.code,
        "decided": assessment.decided_on.isoformat(),
        "received": assessment.received_on.isoformat(),
        "results": [
            {"person_id": each.subject.id, "full_name": each.subject.full_name, "unit": each.subject.unit}
            | _verdict_json(each)
            for each in assessment.people
        ],
        "units": [
            {"unit_id": each.subject.id, "name": each.subject.name} | _verdict_json(each) for each in assessment.units
        ],
        "households": [
            {"household_id": each.subject.id, "name": each.subject.name, "village": each.subject.village}
            | _verdict_json(each)
            for each in assessment.households
        ],
        "checks": [_check_json(each) for each in assessment.checks_and_shares],
    }


def _verdict_json(result: AnyResult) -> dict[str, object]:
    return {
        "title": result.award_code,
        "eligible": result.eligible,
        "registered": result.is_registered,
        "override": None if result.override is None else result.override.reason,
        "rules": [
            {
                "id": rule.id,
                "title": rule.title,
                "severity": rule.severity.value,
                "ok": rule.ok,
                "detail": rule.detail,
                "basis": rule.basis,
                "certain": rule.certain,
            }
            for rule in result.verdict.rules
        ],
    }


def _check_json(check: ListCheck) -> dict[str, object]:
    return {
        "id": check.id,
        "title": check.title,
        "where": check.where,
        "ok": check.ok,
        "detail": check.detail,
        "basis": check.basis,
        "severity": check.severity.value,
    }


def _tell(assessment: Assessment) -> None:
    regime = assessment.regime
    print(
        f"Năm {assessment.year}, quyết định ngày {assessment.decided_on:%d/%m/%Y}: chế độ {regime.code}, {regime.name}."
    )
    by_award: dict[str, list[AnyResult]] = {}
    every: tuple[AnyResult, ...] = (*assessment.people, *assessment.units, *assessment.households)
    for result in every:
        by_award.setdefault(result.award_code, []).append(result)
    for code, results in by_award.items():
        _tell_award(code, results)
    print("\nTỷ lệ và danh sách")
    for check in assessment.checks_and_shares:
        print(
            f"  {check.word.upper() if check.ok is False else check.word.capitalize()}: {check.title}, {check.where}: "
            f"{check.detail} ({check.basis})."
        )


def _tell_award(code: str, results: Sequence[AnyResult]) -> None:
    counts = Counter(result.eligible for result in results)
    told = ", ".join(f"{counts[state]} {word}" for state, word in _STATES.items() if counts[state])
    print(f"\n{award_name(code)} ({code}): {told}.")
    for state, word in _STATES.items():
        for result in results:
            if result.eligible is state:
                print(f"  {result.name}: {word}{_why(result)}")


def _why(result: AnyResult) -> str:
    reasons = "; ".join(f"{rule.id} {rule.detail}" for rule in result.missing)
    given = "" if result.override is None else f" [vẫn đưa ra xét: {result.override.reason}]"
    return (f" ({reasons})" if reasons else "") + given
