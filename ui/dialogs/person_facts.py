"""Facts of a year or of a day that are kept beside a person or a unit: the rating, a disciplinary measure."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.people import Rating
from kimhoa_app.services import discipline, ratings
from kimhoa_app.services.discipline import DisciplineDraft, DisciplineEntry
from kimhoa_app.services.ratings import RatingEntry
from kimhoa_app.services.staff import PersonRecord
from kimhoa_app.services.undoing import Step
from kimhoa_app.text.dates import list_date
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.enum_combo import EnumCombo
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace

Done = Callable[[Step | None], object]
OLDEST_YEAR: Final = 1945
_DECISION: Final = "Số quyết định"


def rating_dialog(
    runner: Runner,
    workspace: "Workspace",
    subject: tuple[str, int | None, int | None],
    known: Sequence[RatingEntry],
    done: Done,
    parent: QWidget | None = None,
) -> FormDialog:
    """Return the form of the rating of a year; `subject` is a name with a person's number or a unit's, one of them.

    `done` gets the step, None where nothing was changed.
    """
    name, person_id, unit_id = subject
    by_year = {entry.year: entry for entry in known}

    def save(values: dict[str, Any]) -> Step | None:
        if values["rating"] is None:
            return ratings.remove_rating(workspace, person_id, unit_id, values["year"])
        number = values["decision_number"] or None
        entry = RatingEntry(person_id, unit_id, values["year"], values["rating"], number, values["decision_date"])
        return ratings.set_rating(workspace, entry)

    dialog = FormDialog(runner, f"Xếp loại: {name}", save, done, parent=parent)
    year = NumberEdit(OLDEST_YEAR, workspace.today.year)
    dialog.form.add("year", "Năm", year)
    dialog.form.add("rating", "Mức xếp loại", EnumCombo(tuple(Rating), none_text="Không xếp loại"))
    dialog.form.add("decision_number", _DECISION, QLineEdit())
    dialog.form.add("decision_date", "Ngày quyết định", DateEdit())

    def show_year(shown: int) -> None:
        entry = by_year.get(shown)
        dialog.form.fill(
            {
                "rating": entry.rating if entry else None,
                "decision_number": entry.decision_number if entry else "",
                "decision_date": entry.decision_date if entry else None,
            }
        )

    year.valueChanged.connect(show_year)
    last = max(by_year, default=workspace.today.year)
    dialog.form.fill({"year": last})
    show_year(last)
    return dialog


def discipline_dialog(
    runner: Runner, workspace: "Workspace", record: PersonRecord, done: Done, parent: QWidget | None = None
) -> FormDialog:
    """Return the form of a disciplinary measure of a person: a new one, or one that is recorded, to end or correct."""
    known = {entry.id: entry for entry in record.disciplines}

    def save(values: dict[str, Any]) -> Step | None:
        measure_id = values.pop("measure", None)
        if values["form"] is None:
            if measure_id is None:
                raise InvalidInput("form", "Chọn hình thức kỷ luật.")
            return discipline.remove_measure(workspace, measure_id)
        return discipline.save_measure(workspace, DisciplineDraft(record.person.id, **values), measure_id)

    dialog = FormDialog(
        runner,
        f"Kỷ luật: {record.person.full_name}",
        save,
        done,
        explain="Ghi quyết định mới, hoặc chọn mục đã ghi để sửa, ghi ngày hết hiệu lực.",
        parent=parent,
    )
    which = _measures(known.values())
    none_text = "Không có: bỏ mục đang chọn" if known else "chọn"
    if known:
        dialog.form.add("measure", "Mục", which)
    dialog.form.add("form", "Hình thức", EnumCombo(tuple(DisciplineForm), none_text=none_text))
    dialog.form.add("decided_on", "Ngày quyết định", DateEdit(), required=True)
    dialog.form.add("ended_on", "Hết hiệu lực từ", DateEdit(), help_text="Để trống: còn hiệu lực.")
    dialog.form.add("decision_number", _DECISION, QLineEdit())

    def show_measure() -> None:
        entry = known.get(which.currentData() or 0)
        names = ("form", "decided_on", "ended_on", "decision_number")
        dialog.form.fill({name: getattr(entry.measure, name) if entry else None for name in names})

    which.currentIndexChanged.connect(lambda _place: show_measure())
    return dialog


def _measures(known: Iterable[DisciplineEntry]) -> QComboBox:
    which = QComboBox()
    which.addItem("Ghi mới", None)
    for entry in known:
        which.addItem(f"{label(entry.measure.form)}, {list_date(entry.measure.decided_on)}", entry.id)
    return which
