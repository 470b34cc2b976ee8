"""Registering people or units for a title, and changing one registration."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from kimhoa_app.domain.awards import Award, SubjectKind, forms_for, titles_for
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationLine
from kimhoa_app.services import registrations
from kimhoa_app.services.eligibility import Assessment
from kimhoa_app.services.registrations import Registered
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.search_keys import search_key
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.pages.eligibility_parts.words import hint
from ui.pages.registration_parts.year import PERSON_TITLE, UNIT_TITLE, RegistrationYear, Subject
from ui.widgets.date_edit import DateEdit
from ui.widgets.filter_combo import Choice
from ui.widgets.form import Form
from ui.widgets.pick_list import PickList

NO_FORM: Final = "(không đề nghị)"
INITIATIVE_TITLES: Final = frozenset({"CSTĐCS", "CSTĐT", "CSTĐTQ"})
NOTHING_USED: Final[Mapping[str, str]] = {}
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
        self._fields = _Fields(self.form, self._year, with_picks=self.picks)
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
        draft = _draft(values)
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
        after = replace(_draft(values), person_id=before.person_id, unit_id=before.unit_id)
        registrations.change_registration(workspace, line.registration_id, after)
        return before

    dialog = FormDialog(
        runner, f"Sửa đăng ký của {line.name}", save, done, explain=line.unit or line.position, columns=2, parent=parent
    )
    fields = _Fields(dialog.form, year)
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


class _Fields:
    """The fields that both dialogs have: title, form of commendation, topic, note and day."""

    def __init__(self, form: Form, year: RegistrationYear, with_picks: PickList[int] | None = None) -> None:
        self._form = form
        self._round = year.round
        self._office = year.office
        self.title, self.commendation, self.topic, self.day = QComboBox(), QComboBox(), QLineEdit(), DateEdit()
        for combo in (self.title, self.commendation):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(16)
        form.add("award_code", "Danh hiệu", self.title, required=True)
        if with_picks is not None:
            form.add("subject", "Ai đăng ký", with_picks, wide=True, required=True)
        form.add("form_code", "Đề nghị thêm hình thức khen thưởng", self.commendation)
        form.add("registered_on", "Ngày đăng ký", self.day, required=True)
        form.add("topic", "Đề tài, sáng kiến", self.topic, wide=True)
        form.add("note", "Ghi chú", QLineEdit(), wide=True)
        self._used: Mapping[str, str] = NOTHING_USED
        self.day.textChanged.connect(self._warn_when_late)
        self.topic.textChanged.connect(self._remark_on_use)

    def offer(self, kind: SubjectKind) -> None:
        """Offer the titles and forms that a subject of this kind can have."""
        _offer(self.title, titles_for(kind), self._office)
        self.commendation.clear()
        self.commendation.addItem(NO_FORM, None)
        for entry in forms_for(kind):
            self.commendation.addItem(entry.name_for(self._office), entry.code)

    def choose_title(self, code: str) -> None:
        """Choose a title without the change being taken for the clerk's."""
        self.title.blockSignals(True)
        self.title.setCurrentIndex(self.title.findData(code))
        self.title.blockSignals(False)

    def suggest(self, topics: Sequence[str], used: Mapping[str, str] = NOTHING_USED) -> None:
        """Suggest topics while the clerk types; one that is the only one is put in for a title that asks for it.

        `used` says by search key which have served an award already; one of them is remarked on (rule C16).
        """
        self._used = used
        completer = QCompleter(list(topics), self.topic)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.topic.setCompleter(completer)
        self.topic.setPlaceholderText(topics[0] if topics else "")
        asked_for = self.title.currentData() in INITIATIVE_TITLES
        if asked_for and len(topics) == 1 and not self.topic.text():
            self.topic.setText(topics[0])
        self._remark_on_use()

    def _remark_on_use(self) -> None:
        served = self._used.get(search_key(self.topic.text()), "")
        self._form.field("topic").show_remark(
            f"Sáng kiến này {served}; mỗi sáng kiến chỉ dùng để xét một lần." if served else ""
        )

    def remark_on_title(self, sentence: str) -> None:
        """Say under the title what is worth knowing of it, "" for nothing."""
        self._form.field("award_code").show_remark(sentence)

    def _warn_when_late(self) -> None:
        try:
            day = self.day.typed_date()
        except ValueError:
            return
        late = day is not None and day > self._round.deadline
        self._form.field("registered_on").show_remark(
            f"Sau hạn {list_date(self._round.deadline)}: đăng ký sẽ được ghi là trễ hạn." if late else ""
        )


def _draft(values: dict[str, Any]) -> RegistrationDraft:
    return RegistrationDraft(
        award_code=values["award_code"],
        registered_on=values["registered_on"],
        form_code=values["form_code"],
        topic=values["topic"],
        note=values["note"],
    )


def _offer(combo: QComboBox, entries: Sequence[Award], office: OfficeKind | None) -> None:
    combo.blockSignals(True)
    combo.clear()
    for entry in entries:
        combo.addItem(f"{entry.name_for(office)} ({entry.code})", entry.code)
    combo.blockSignals(False)


def _is_of(subject: Subject, line: RegistrationLine) -> bool:
    return subject.kind is line.subject and subject.id == line.subject_id
