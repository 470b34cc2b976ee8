"""The command that brings lists in from spreadsheets, of every kind."""

import argparse
from collections.abc import Iterator
from types import MappingProxyType

from kimhoa_app.cli.command import DONE, NO, PdfMaker, UnusableCall, opened, opened_office, print_json
from kimhoa_app.services.imports import (
    TAKEN,
    ImportPlan,
    ListKind,
    RowAction,
    commit_import,
    import_json,
    plan_import,
)

KINDS = MappingProxyType({kind.value: kind for kind in ListKind})


def read_list(call: argparse.Namespace, _make_pdf: PdfMaker) -> int:
    """Bring in a list, or with `--dry-run` only say what that would do; 1 when every line of it is refused."""
    kind = KINDS[call.kind]
    if kind is ListKind.REGISTRATIONS and call.year is None:
        raise UnusableCall("Nhập danh sách đăng ký cần biết năm; hãy thêm --year, ví dụ --year 2026.")
    with opened_office(call) if kind is ListKind.REGISTRATIONS else opened(call) as workspace:
        plan = plan_import(workspace, kind, call.file, year=call.year)
        if not call.dry_run:
            commit_import(workspace, plan)
    if call.json:
        print_json(import_json(plan))
    else:
        print(f"{'Xem trước, chưa ghi' if call.dry_run else 'Đã nhập'}: {_sum(plan)}")
        for line in _lines(plan):
            print(line)
    return DONE if plan.with_action(*TAKEN) or not plan.rows else NO


def _sum(plan: ImportPlan) -> str:
    new, changed, same = (len(plan.with_action(action)) for action in (RowAction.NEW, RowAction.CHANGE, RowAction.SAME))
    if not new + changed:
        return f"không có gì mới; {same} mục giữ nguyên."
    counted = f"{new + changed + same} mục: {new} mới, {changed} thay đổi, {same} giữ nguyên"
    beside = [f"{len(plan.new_people)} người mới"] if plan.new_people else []
    beside += [f"{len(plan.new_units)} đơn vị mới"] if plan.new_units else []
    return f"{'; '.join([counted, *beside])}."


def _lines(plan: ImportPlan) -> Iterator[str]:
    refused = plan.with_action(RowAction.REFUSED, RowAction.AMBIGUOUS)
    yield from dict.fromkeys(f"{row.place} không nhập: {row.reason}" for row in refused)
    yield from dict.fromkeys(f"{row.place} cần xem lại: {text}" for row in plan.rows for text in row.warnings)
    for note in plan.notes:
        yield f"{note.place}: {note.text}"
