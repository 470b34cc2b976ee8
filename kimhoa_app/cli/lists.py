"""The command that brings lists in from Excel: staff and registrations."""

import argparse
from collections.abc import Callable, Iterable
from types import MappingProxyType

from kimhoa_app.cli.command import DONE, NO, PdfMaker, UnusableCall, opened, opened_office, print_json
from kimhoa_app.services import registration_import, staff_import
from kimhoa_app.services.staff_import_plan import TAKEN, RowAction


def read_list(call: argparse.Namespace, _make_pdf: PdfMaker) -> int:
    """Bring in a list, or with `--dry-run` only say what that would do; 1 when every line of it is refused."""
    return KINDS[call.kind](call)


def _staff(call: argparse.Namespace) -> int:
    with opened(call) as workspace:
        plan = staff_import.plan_staff_import(workspace, call.file)
        taken = sum(row.action in TAKEN for row in plan.rows)
        if taken and not call.dry_run:
            staff_import.commit_staff_import(workspace, plan)
    new, changed = (len(plan.with_action(action)) for action in (RowAction.NEW, RowAction.CHANGE))
    lines = [f"Dòng {row.row} không nhập: {row.reason}" for row in plan.rows if row.action not in TAKEN]
    lines += [f"Dòng {row.row} cần xem lại: {text}" for row in plan.rows for text in row.warnings]
    lines += [f"Dòng {passed.number} bỏ qua: {passed.reason}" for passed in plan.passed_over]
    if call.json:
        print_json(staff_import.import_json(plan))
    else:
        done = f"{taken} người: {new} mới, {changed} thay đổi, {taken - new - changed} giữ nguyên"
        _tell(call, f"{done}; {len(plan.new_units)} đơn vị mới.", lines)
    return DONE if taken else NO


def _registrations(call: argparse.Namespace) -> int:
    if call.year is None:
        raise UnusableCall("Nhập danh sách đăng ký cần biết năm; hãy thêm --year, ví dụ --year 2026.")
    with opened_office(call) as workspace:
        plan = registration_import.plan_registration_import(workspace, call.year, call.file)
        if plan.accepted and not call.dry_run:
            registration_import.commit_registration_import(workspace, plan)
    if call.json:
        print_json(registration_import.import_json(plan))
    else:
        count = sum(len(line.drafts) for line in plan.accepted)
        done = f"{count} đăng ký của {len(plan.accepted)} dòng" if count else "không có gì mới"
        lines = [f"{note.place} không nhập: {note.text}" for note in plan.rejected]
        lines += [f"{note.place} bỏ qua: {note.text}" for note in (*plan.warnings, *plan.notes)]
        _tell(call, f"{done}.", lines)
    return NO if plan.is_refused else DONE


def _tell(call: argparse.Namespace, done: str, lines: Iterable[str]) -> None:
    print(f"{'Xem trước, chưa ghi' if call.dry_run else 'Đã nhập'}: {done}")
    for line in lines:
        print(line)


KINDS = MappingProxyType[str, Callable[[argparse.Namespace], int]]({"registrations": _registrations, "staff": _staff})
