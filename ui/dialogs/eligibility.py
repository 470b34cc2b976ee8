"""Dialogs about eligibility: a reason against the conditions, a fact about a person, and what would be if."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kimhoa_app.domain.awards import award_name
from kimhoa_app.domain.consideration import ConsiderationFact, ConsiderationKind
from kimhoa_app.domain.eligibility import PersonFacts, Verdict
from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.domain.labels import label as label_of
from kimhoa_app.domain.people import Rating
from kimhoa_app.services import eligibility, eligibility_decisions
from kimhoa_app.services.eligibility import AnyResult, WhatIf
from kimhoa_app.services.workspace import Workspace
from ui import theme
from ui.background import Runner
from ui.dialogs.base import FormDialog, size_within
from ui.models.records import Column
from ui.theme import State
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button
from ui.widgets.data_table import DataTable
from ui.widgets.date_edit import DateEdit
from ui.widgets.labels import label

AS_IT_IS: Final = "Như hiện có"
WORDS: Final = {True: "đủ", False: "chưa đủ", None: "chưa rõ"}
STATES: Final = {True: State.GOOD, False: State.WRONG, None: State.ATTENTION}

_Outcome = tuple[Verdict, Verdict]


def override_dialog(
    workspace: Workspace,
    runner: Runner,
    result: AnyResult,
    done: Callable[[Any], object],
    parent: QWidget | None = None,
) -> FormDialog:
    """Return the dialog that asks why a person or a unit is put forward against the conditions."""
    subject = result.subject
    is_person = isinstance(subject, PersonFacts)

    def save(values: dict[str, Any]) -> AnyResult:
        eligibility_decisions.override_verdict(
            workspace,
            result.year,
            result.award_code,
            values["reason"],
            person_id=subject.id if is_person else None,
            unit_id=None if is_person else subject.id,
        )
        return result

    lacking = "; ".join(rule.detail for rule in result.missing)
    dialog = FormDialog(
        runner, "Bỏ qua điều kiện", save, done,
        explain=f"{result.name}, “{award_name(result.award_code)}” năm {result.year}. Còn vướng: {lacking}.",
        save_text="Vẫn đưa ra xét", parent=parent,
    )  # fmt: skip
    reason = QPlainTextEdit()
    reason.setTabChangesFocus(True)
    reason.setFixedHeight(4 * theme.ROW_HEIGHT)
    dialog.form.add(
        "reason", "Lý do", reason, required=True,
        help_text="Lý do được ghi vào nhật ký, đánh dấu trong danh sách và ghi vào biên bản họp Hội đồng.",
    )  # fmt: skip
    return dialog


def fact_dialog(
    workspace: Workspace,
    runner: Runner,
    person: PersonFacts,
    done: Callable[[int], object],
    parent: QWidget | None = None,
) -> FormDialog:
    """Return the dialog that notes what the registers of staff do not hold of a person."""

    def save(values: dict[str, Any]) -> int:
        kind = ConsiderationKind(values["kind"])
        result = {"good": True, "poor": False}.get(values["is_good"] or "")
        fact = ConsiderationFact(
            person.id, kind, values["valid_from"], values["valid_to"],
            is_good=result if kind is ConsiderationKind.TRAINING_RESULT else None, note=values["note"],
        )  # fmt: skip
        return eligibility_decisions.add_fact(workspace, fact)

    dialog = FormDialog(
        runner, "Bổ sung thông tin để xét", save, done, explain=person.full_name, columns=2, parent=parent
    )
    kind, result = QComboBox(), QComboBox()
    for each in ConsiderationKind:
        kind.addItem(label_of(each), each.value)
    for code, text in ((None, "(không phải đi học)"), ("good", "Khá trở lên"), ("poor", "Dưới khá")):
        result.addItem(text, code)
    dialog.form.add("kind", "Loại thông tin", kind)
    dialog.form.add("is_good", "Kết quả học tập", result)
    dialog.form.add("valid_from", "Từ ngày", DateEdit(), required=True)
    dialog.form.add("valid_to", "Đến ngày", DateEdit(), help_text="Để trống nếu chưa kết thúc.")
    dialog.form.add("note", "Nội dung, văn bản kèm theo", QLineEdit(), wide=True)
    return dialog


class WhatIfDialog(QDialog):
    """Says what another rating of the year, or an initiative recognised in time, would change; saves nothing."""

    def __init__(
        self, workspace: Workspace, runner: Runner, person: PersonFacts, year: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Giả sử")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._runner = workspace, runner
        self._person, self._year = person, year
        self._asked = 0
        self.rating, self.initiative = QComboBox(), QComboBox()
        self.banner = Banner()
        self.table: DataTable[_Outcome] = DataTable(
            "what-if", _COLUMNS, key=lambda row: row[0].code, empty="Chọn xếp loại hoặc sáng kiến giả định ở trên.",
            keeps_one=True,
        )  # fmt: skip
        self.table.setAccessibleName("Kết quả nếu thay đổi")
        self.missing = label("", wrap=True)
        self.missing.setMinimumHeight(2 * theme.ROW_HEIGHT)
        self._fill()
        self._lay_out()
        size_within(self, 860, 500)
        for combo in (self.rating, self.initiative):
            combo.currentIndexChanged.connect(self._ask)
        self._ask()

    def _fill(self) -> None:
        self.rating.setAccessibleName("Nếu xếp loại")
        self.initiative.setAccessibleName("Nếu có sáng kiến")
        self.rating.addItem(AS_IT_IS, None)
        for rating in Rating:
            self.rating.addItem(label_of(rating), rating.value)
        self.initiative.addItem(AS_IT_IS, None)
        for scope, text in (
            (Scope.GRASSROOTS, "Thêm một sáng kiến cấp cơ sở"),
            (Scope.PROVINCE, "Thêm một sáng kiến cấp tỉnh"),
            (Scope.NATION, "Thêm một sáng kiến toàn quốc"),
        ):
            self.initiative.addItem(text, scope.value)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.addWidget(label(f"Giả sử {self._person.full_name} năm {self._year} có thêm…", "heading", wrap=True))
        layout.addWidget(label("Chỉ để xem trước: không có gì được lưu.", "muted", wrap=True))
        layout.addWidget(self.banner)
        asked = QHBoxLayout()
        for text, combo in (("Xếp loại", self.rating), ("Sáng kiến", self.initiative)):
            asked.addWidget(label(text, "field"))
            asked.addWidget(combo, 1)
        layout.addLayout(asked)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.missing)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(plain_button("Đóng", self.accept))
        layout.addLayout(foot)
        self.table.chosen.connect(self._tell_missing)

    def _tell_missing(self) -> None:
        """Say in full what stays in the way of the award whose row is chosen."""
        row = self.table.current()
        missing = "" if row is None else _still_missing(row)
        self.missing.setText(f"{award_name(row[1].code)}, còn vướng: {missing}." if row and missing else "")

    def _ask(self) -> None:
        rating, scope = self.rating.currentData(), self.initiative.currentData()
        self._asked += 1
        asked = self._asked

        def show(outcome: WhatIf) -> None:
            if asked == self._asked:
                self.table.show_rows(list(zip(outcome.before, outcome.after, strict=True)))

        self._runner.submit(
            lambda: eligibility.what_if(
                self._workspace,
                self._person.id,
                self._year,
                rating=None if rating is None else Rating(rating),
                initiative=None if scope is None else Scope(scope),
            ),
            done=show,
            failed=self._fail,
        )

    def _fail(self, error: KimHoaError) -> None:
        self.banner.say(error.message)


def _still_missing(row: _Outcome) -> str:
    return "; ".join(rule.detail for rule in row[1].reasons)


_COLUMNS = (
    Column[_Outcome]("Danh hiệu, hình thức", lambda row: award_name(row[0].code), stretch=True, is_name=True),
    Column[_Outcome]("Hiện nay", lambda row: WORDS[row[0].eligible], chip=lambda row: STATES[row[0].eligible]),
    Column[_Outcome]("Giả sử vậy", lambda row: WORDS[row[1].eligible], chip=lambda row: STATES[row[1].eligible]),
    Column[_Outcome]("Còn vướng", _still_missing, stretch=True),
)
