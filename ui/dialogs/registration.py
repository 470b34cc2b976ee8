"""Registering people or units for a title, and changing one registration."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationLine
from kimhoa_app.services import registrations
from kimhoa_app.services.eligibility import Assessment
from kimhoa_app.services.registrations import Registered
from kimhoa_app.services.workspace import Workspace
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.dialogs.registration_fields import RegistrationFields, draft_of
from ui.pages.eligibility_parts.words import hint
from ui.pages.registration_parts.year import PERSON_TITLE, UNIT_TITLE, RegistrationYear, Subject
from ui.widgets.filter_combo import Choice
from ui.widgets.pick_list import PickList

PEOPLE, UNITS, HOUSEHOLDS = "Cá nhân", "Tập thể", "Hộ gia đình…"


class RegisterDialog(FormDialog):
    """Registers one or several for the same title on the same day; `done` gets what came of it.

    `households_asked` says that households are to be registered instead, which has a dialog of its own.
    """

    households_asked = Signal()

    def __init__(
        self,
        workspace: Workspace,
        runner: Runner,
        year: RegistrationYear,
        done: Callable[[Registered], object],
        *,
        chosen: Sequence[Subject] = (),
        assessment: Assessment | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            runner, f"Đăng ký thi đua năm {year.round.year}", self._register, done, save_text="Đăng ký", columns=2,
            parent=parent,
        )  # fmt: skip
        self._workspace = workspace
        self._year = year
        self._assessment = assessment
        self.kind = QComboBox()
        self.picks: PickList[int] = PickList("Chỉ hiện nơi còn thiếu")
        self._add_fields()
        self._title_is_chosen = False
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.picks.picked.connect(self._follow_picks)
        self._fields.title.currentIndexChanged.connect(self._suggest_topics)
        self._fields.title.activated.connect(self._keep_title)
        if chosen:
            self.kind.setCurrentIndex(self.kind.findData(chosen[0].kind))
        self._show_kind()
        self.picks.pick([one.id for one in chosen])

    def _add_fields(self) -> None:
        self.kind.addItem(PEOPLE, SubjectKind.PERSON)
        self.kind.addItem(UNITS, SubjectKind.COLLECTIVE)
        if self._year.villages:
            self.kind.addItem(HOUSEHOLDS, SubjectKind.HOUSEHOLD)
        self.form.add("kind", "Đăng ký cho", self.kind)
        self._fields = RegistrationFields(self.form, self._year, with_picks=self.picks)
        self._fields.day.show_date(self._year.usual_day)

    def _show_kind(self) -> None:
        if self._kind is SubjectKind.HOUSEHOLD:
            self.reject()
            self.households_asked.emit()
            return
        self._title_is_chosen = False
        kind = self._kind
        fitting = [one for one in self._year.subjects if one.kind is kind]
        self._fields.offer(kind)
        self._fields.choose_title(PERSON_TITLE if kind is SubjectKind.PERSON else UNIT_TITLE)
        self.picks.offer(
            [Choice(one.id, one.name, one.detail) for one in fitting], [one.id for one in fitting if one.is_missing]
        )

    @property
    def _kind(self) -> SubjectKind:
        return SubjectKind(self.kind.currentData())

    def _follow_picks(self) -> None:
        """Choose the title that is usual for all that are picked, unless the clerk has chosen one."""
        usual = {one.usual_title for one in self._picked()}
        if len(usual) == 1 and not self._title_is_chosen:
            self._fields.choose_title(usual.pop())
        self._suggest_topics()

    def _keep_title(self) -> None:
        self._title_is_chosen = True

    def _suggest_topics(self) -> None:
        picked = self._picked()
        one = picked[0] if len(picked) == 1 else None
        self._fields.suggest(one.topics if one else (), one.used if one else {})
        self._fields.remark_on_title(self._hint(picked))

    def _hint(self, picked: Sequence[Subject]) -> str:
        """Return what the conditions of the chosen title say of those picked, "" where nothing is in the way."""
        if self._assessment is None:
            return ""
        find = self._assessment.of_person if self._kind is SubjectKind.PERSON else self._assessment.of_unit
        results = [(one.name, find(one.id, str(self._fields.title.currentData()))) for one in picked]
        known = [(name, result) for name, result in results if result is not None]
        return hint([result for _name, result in known], [name for name, _result in known])

    def _picked(self) -> list[Subject]:
        picks = set(self.picks.picks())
        return [one for one in self._year.subjects if one.kind is self._kind and one.id in picks]

    def _register(self, values: dict[str, Any]) -> Registered:
        draft = draft_of(values)
        key = "person_id" if values["kind"] == SubjectKind.PERSON else "unit_id"
        drafts = [replace(draft, **{key: each}) for each in values["subject"]]
        return registrations.register_all(self._workspace, self._year.round.year, drafts)


def change_dialog(
    workspace: Workspace,
    runner: Runner,
    year: RegistrationYear,
    line: RegistrationLine,
    done: Callable[[RegistrationDraft], object],
    parent: QWidget | None = None,
) -> FormDialog:
    """Return a dialog that changes one registration; `done` gets what stood there before, for undoing."""

    def save(values: dict[str, Any]) -> RegistrationDraft:
        before = registrations.read_draft(workspace, line.registration_id)
        after = replace(draft_of(values), person_id=before.person_id, unit_id=before.unit_id)
        registrations.change_registration(workspace, line.registration_id, after)
        return before

    dialog = FormDialog(
        runner, f"Sửa đăng ký của {line.name}", save, done, explain=line.unit or line.position, columns=2, parent=parent
    )
    fields = RegistrationFields(dialog.form, year)
    fields.offer(line.subject)
    subject = next((one for one in year.subjects if _is_of(one, line)), None)
    if subject is not None:
        fields.suggest(subject.topics, subject.used)
    dialog.form.fill(
        {
            "award_code": line.award_code,
            "form_code": line.form_code,
            "topic": line.topic,
            "note": line.note,
            "registered_on": line.registered_on,
        }
    )
    return dialog


def _is_of(subject: Subject, line: RegistrationLine) -> bool:
    return subject.kind is line.subject and subject.id == line.subject_id
