"""The fields of a registration, as both of its dialogs ask for them."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from kimhoa_app.domain.awards import Award, SubjectKind, forms_for, titles_for
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.search_keys import search_key
from ui.pages.registration_parts.year import RegistrationYear
from ui.widgets.date_edit import DateEdit
from ui.widgets.form import Form
from ui.widgets.pick_list import PickList

NO_FORM: Final = "(không đề nghị)"
INITIATIVE_TITLES: Final = frozenset({"CSTĐCS", "CSTĐT", "CSTĐTQ"})
NOTHING_USED: Final[Mapping[str, str]] = {}


class RegistrationFields:
    """Title, form of commendation, topic, note and day, in the dialog that registers and in the one that changes."""

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


def draft_of(values: dict[str, Any]) -> RegistrationDraft:
    """Return the registration that the fields say, of nobody yet."""
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
