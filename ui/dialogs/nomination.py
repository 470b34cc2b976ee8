"""A case before the council as a form: one put forward besides the registrations, or the summary of one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kimhoa_app.domain.awards import SubjectKind, forms_for, titles_for
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.meetings import Case
from kimhoa_app.services import nominations
from kimhoa_app.services.staff import PersonEntry
from kimhoa_app.services.units import UnitEntry
from ui.dialogs.base import FormDialog
from ui.pages.context import PageContext
from ui.widgets.filter_combo import Choice, FilterCombo
from ui.widgets.form import Form


@dataclass(frozen=True, slots=True)
class Subject:
    """A person or a unit that can be put forward."""

    kind: SubjectKind
    id: int


def open_nomination_dialog(
    context: PageContext,
    meeting_id: int,
    people: Sequence[PersonEntry],
    units: Sequence[UnitEntry],
    done: Callable[[Any], object],
    notes: Mapping[int, str],
    parent: QWidget | None = None,
) -> FormDialog:
    """Open the form that puts one of `people` or `units` before the meeting.

    `notes` says by person what their initiatives are and have served; it is told where the person is chosen.
    """

    def save(values: dict[str, Any]) -> int:
        subject = values["subject"]
        person = subject.kind is SubjectKind.PERSON
        try:
            return nominations.add_nomination(
                context.workspace,
                meeting_id,
                values["award_code"],
                person_id=subject.id if person else None,
                unit_id=None if person else subject.id,
                summary=values["summary"],
            )
        except InvalidInput as error:
            raise InvalidInput("award_code", error.message) from error

    dialog = FormDialog(context.runner, "Thêm trường hợp xét", save, done, save_text="Thêm", parent=parent)
    form = dialog.form
    subjects = [
        Choice(Subject(SubjectKind.PERSON, each.id), each.print_name or each.full_name, each.unit_name)
        for each in people
    ]
    subjects += [Choice(Subject(SubjectKind.COLLECTIVE, each.id), each.name, "tập thể") for each in units]
    chooser = FilterCombo(subjects)
    form.add("subject", "Cá nhân, tập thể", chooser, required=True)
    chooser.currentTextChanged.connect(lambda _text: _tell(form, chooser, notes))
    form.add("award_code", "Danh hiệu, hình thức", FilterCombo(_awards()), required=True)
    form.add("summary", "Thành tích tóm tắt", QPlainTextEdit(), help_text="Vài dòng, ghi vào biên bản.")
    form.field("summary").editor.setFixedHeight(84)
    dialog.open()
    return dialog


def open_summary_dialog(
    context: PageContext, case: Case, done: Callable[[Any], object], parent: QWidget | None = None
) -> FormDialog:
    """Open the form of the summary of `case`."""
    dialog = FormDialog(
        context.runner,
        f"{case.name} · {case.award_code}",
        lambda values: nominations.change_summary(context.workspace, case.nomination_id, values["summary"]),
        done,
        explain=", ".join(part for part in (case.position, case.unit) if part),
        parent=parent,
    )
    dialog.form.add("summary", "Thành tích tóm tắt", QPlainTextEdit(), help_text="Vài dòng, ghi vào biên bản.")
    dialog.form.field("summary").editor.setMinimumHeight(120)
    dialog.form.fill({"summary": case.summary})
    dialog.open()
    return dialog


def _tell(form: Form, chooser: FilterCombo[Subject], notes: Mapping[int, str]) -> None:
    try:
        subject = chooser.value()
    except ValueError:
        return  # the name is still being typed
    is_person = subject is not None and subject.kind is SubjectKind.PERSON
    form.field("subject").show_remark(notes.get(subject.id, "") if is_person and subject is not None else "")


def _awards() -> list[Choice[str]]:
    kinds = (SubjectKind.PERSON, SubjectKind.COLLECTIVE)
    fitting = [entry for kind in kinds for entry in (*titles_for(kind), *forms_for(kind))]
    return [Choice(entry.code, entry.name, entry.code) for entry in dict.fromkeys(fitting)]
