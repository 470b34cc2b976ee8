"""The command that brings lists in from spreadsheets, of every kind."""

import argparse
from collections.abc import Iterator
from types import MappingProxyType

from kimhoa_app.cli.command import DONE, NO, PdfMaker, UnusableCall, opened, opened_office, print_json
from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.services.imports import (
    TAKEN,
    ImportPlan,
    ListKind,
    NoListFound,
    RowAction,
    commit_import,
    import_json,
    plan_import,
)
from kimhoa_app.services.workspace import Workspace

KINDS = MappingProxyType({kind.value: kind for kind in ListKind})
NAMES = MappingProxyType(
    {
        ListKind.STAFF: "cán bộ",
        ListKind.RATINGS: "xếp loại",
        ListKind.AWARDS: "khen thưởng",
        ListKind.INITIATIVES: "sáng kiến",
        ListKind.REGISTRATIONS: "đăng ký thi đua",
    }
)


def read_list(call: argparse.Namespace, _make_pdf: PdfMaker) -> int:
    """Bring in a list, or with `--dry-run` only say what that would do; 1 when every line of it is refused."""
    kind = KINDS[call.kind]
    if kind is ListKind.REGISTRATIONS and call.year is None:
        raise UnusableCall("Nhập danh sách đăng ký cần biết năm; hãy thêm --year, ví dụ --year 2026.")
    with opened_office(call) if kind is ListKind.REGISTRATIONS else opened(call) as workspace:
        plan = _planned(workspace, kind, call)
        if not call.dry_run:
            commit_import(workspace, plan)
    if call.json:
        print_json(import_json(plan))
    else:
        print(f"{'Xem trước, chưa ghi' if call.dry_run else 'Đã nhập'}: {_sum(plan)}")
        for line in _lines(plan):
            print(line)
        if plan.found.fitting is not None:
            print(f"Cần xem lại: {_better(plan.found.fitting, call)}.")
    return DONE if plan.with_action(*TAKEN) or not plan.rows else NO


def _planned(workspace: Workspace, kind: ListKind, call: argparse.Namespace) -> ImportPlan:
    """Return the plan; the refusal of a list of another kind names the command for that kind."""
    try:
        return plan_import(workspace, kind, call.file, year=call.year)
    except NoListFound as error:
        if error.fitting is None:
            raise
        raise UnusableFile(f"{error.message.removesuffix('.')}; {_better(error.fitting, call)}.") from error


def _better(fitting: ListKind, call: argparse.Namespace) -> str:
    return f'tệp này giống danh sách {NAMES[fitting]}: kimhoa import {fitting.value} "{call.file}"'


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
