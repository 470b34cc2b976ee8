"""Recording an award of the past for a person or a unit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kimhoa_app.domain.awards import SubjectKind, forms_for, titles_for
from kimhoa_app.services import awards, staff
from kimhoa_app.services.awards import AwardDraft
from kimhoa_app.services.decisions import DecisionEntry
from kimhoa_app.services.staff import PersonEntry
from kimhoa_app.services.workspace import Workspace
from ui.background import Runner
from ui.dialogs.award_occasion import OCCASION_HELP, occasion_combo, occasion_of
from ui.dialogs.base import FormDialog
from ui.dialogs.decision_fields import add_decision_fields, typed_decision
from ui.widgets.filter_combo import Choice, FilterCombo
from ui.widgets.number_edit import NumberEdit

FIRST_YEAR: Final = 1990


@dataclass(frozen=True, slots=True)
class AwardChoices:
    """What the dialog offers: people, units, and the decisions that are known."""

    people: tuple[Choice[int], ...]
    units: tuple[Choice[int], ...]
    decisions: tuple[DecisionEntry, ...]


class AwardDialog(FormDialog):
    """Records one award; position and unit are proposed as the register has them at the end of its year."""

    def __init__(
        self,
        workspace: Workspace,
        runner: Runner,
        year: int,
        offered: AwardChoices,
        done: Callable[[object], object],
        parent: QWidget,
    ) -> None:
        super().__init__(
            runner,
            "Ghi khen thưởng đã có",
            self._record,
            done,
            explain="Thành tích các năm trước là căn cứ xét danh hiệu sau này; ghi theo đúng quyết định.",
            columns=2,
            parent=parent,
        )
        self._workspace = workspace
        self._background = runner
        self._offered = offered
        self._proposed = ("", "")
        self.kind, self.award = QComboBox(), QComboBox()
        self.subject: FilterCombo[int] = FilterCombo()
        self.year = NumberEdit(FIRST_YEAR, max(year, workspace.today.year))
        self.position, self.unit = QLineEdit(), QLineEdit()
        self._add_fields(year)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.subject.activated.connect(self._propose)
        self.year.valueChanged.connect(self._propose)
        self._show_kind()

    def _add_fields(self, year: int) -> None:
        self.kind.addItem("Cá nhân", SubjectKind.PERSON)
        self.kind.addItem("Tập thể", SubjectKind.COLLECTIVE)
        self.year.setValue(year)
        self.award.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.award.setMinimumContentsLength(16)
        add = self.form.add
        add("kind", "Khen thưởng cho", self.kind)
        add("subject", "Người, tập thể được khen", self.subject, required=True)
        add("award_code", "Danh hiệu, hình thức", self.award, required=True)
        add("year", "Thành tích của năm", self.year)
        add("occasion", "Loại hình khen thưởng", occasion_combo(), help_text=OCCASION_HELP)
        add("position", "Chức vụ khi đó", self.position, help_text="Đề xuất theo danh sách cán bộ của năm ấy.")
        add("unit", "Đơn vị khi đó", self.unit)
        add_decision_fields(self.form, self._offered.decisions, required=False)

    @property
    def _kind(self) -> SubjectKind:
        return SubjectKind(self.kind.currentData())

    def _show_kind(self) -> None:
        kind = self._kind
        of_person = kind is SubjectKind.PERSON
        self.subject.choose(None)
        self.subject.offer(self._offered.people if of_person else self._offered.units)
        self.award.clear()
        for entry in [*titles_for(kind), *forms_for(kind)]:
            self.award.addItem(f"{entry.name} ({entry.code})", entry.code)
        usual = "LĐTT" if of_person else "TTLĐTT"
        self.award.setCurrentIndex(self.award.findData(usual))
        for editor in (self.position, self.unit):
            editor.setEnabled(of_person)
            editor.clear()

    def _propose(self) -> None:
        """Propose the post that the register has for that year, where the clerk has not written another."""
        try:
            subject = self.subject.value()
        except ValueError:
            return
        if self._kind is not SubjectKind.PERSON or subject is None:
            return
        day = date(self.year.value(), 12, 31)
        self._background.submit(
            lambda: staff.read_person(self._workspace, subject, day).person, done=self._show_post, failed=self._refuse
        )

    def _show_post(self, person: PersonEntry) -> None:
        proposed = (person.position, person.unit_name)
        for editor, before, now in zip((self.position, self.unit), self._proposed, proposed, strict=True):
            if editor.text() == before:
                editor.setText(now)
        self._proposed = proposed

    def _record(self, values: dict[str, Any]) -> object:
        of_person = values["kind"] == SubjectKind.PERSON
        names = {choice.value: choice.name for choice in (self._offered.people if of_person else self._offered.units)}
        draft = AwardDraft(
            award_code=values["award_code"],
            year=values["year"],
            subject_then=names[values["subject"]],
            person_id=values["subject"] if of_person else None,
            unit_id=None if of_person else values["subject"],
            position_then=values["position"],
            unit_then=values["unit"],
            occasion=occasion_of(values["occasion"]),
        )
        decision = typed_decision(values, values["year"])
        if decision is None:
            return awards.record_award(self._workspace, draft)
        return awards.record_award_of(self._workspace, draft, decision)
