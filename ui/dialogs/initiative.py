"""Recording an initiative, changing it, and recording what recognises it or what it has served."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from kimhoa_app.domain.awards import SubjectKind, forms_for, titles_for
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.domain.labels import label
from kimhoa_app.services import eligibility_decisions, initiatives
from kimhoa_app.services.decisions import DecisionEntry
from kimhoa_app.services.initiative_likeness import KnownInitiatives
from kimhoa_app.services.initiative_year import RegisteredTopic
from kimhoa_app.services.initiatives import WHOLE_SHARE, AuthorShare, InitiativeDraft, InitiativeEntry
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.numbers import grouped
from ui.dialogs.base import FormDialog
from ui.dialogs.decision_fields import add_decision_fields, typed_decision
from ui.pages.context import PageContext
from ui.widgets.author_shares import AuthorShares
from ui.widgets.date_edit import DateEdit
from ui.widgets.filter_combo import Choice, FilterCombo
from ui.widgets.number_edit import NumberEdit

MOST_DIGITS: Final = 15
PAUSE_MS: Final = 300
_TEXTS: Final = (
    "name",
    "field_of_work",
    "applied_at",
    "situation_before",
    "summary",
    "economic_effect",
    "social_effect",
)


def initiative_dialog(
    context: PageContext,
    people: Sequence[Choice[int]],
    known: KnownInitiatives,
    done: Callable[[object], object],
    parent: QWidget,
    *,
    entry: InitiativeEntry | None = None,
    topic: RegisteredTopic | None = None,
) -> FormDialog:
    """Return a dialog that records an initiative of the year, from a registered `topic` or new, or changes `entry`.

    While the name or the summary is typed, it says which initiative of any year is close to it.
    """

    def save(values: dict[str, Any]) -> object:
        authors = values.pop("authors")
        values["money_benefit"] = _money(values["money_benefit"])
        if entry is None:
            source = None if topic is None else topic.registration_id
            draft = InitiativeDraft(context.year, registration_id=source, **values)
            return initiatives.record_initiative(context.workspace, draft, authors)
        initiatives.change_initiative(context.workspace, entry.id, replace(entry.initiative, **values), authors)
        return entry.id

    heading = "Sửa sáng kiến" if entry else f"Ghi sáng kiến năm {context.year}"
    explain = f"Lấy từ đăng ký của {topic.full_name}; bổ sung nội dung đã nộp." if topic else ""
    dialog = FormDialog(context.runner, heading, save, done, explain=explain, columns=2, parent=parent)
    _add_fields(dialog, people)
    _tell_alike(dialog, known, None if entry is None else entry.id)
    if entry is not None:
        _fill(dialog, entry)
    else:
        dialog.form.fill({"submitted_on": context.workspace.today})
    if topic is not None:
        dialog.form.fill({"name": topic.topic, "authors": [AuthorShare(topic.person_id, WHOLE_SHARE)]})
    return dialog


def recognition_dialog(
    context: PageContext,
    entries: Sequence[InitiativeEntry],
    known: Sequence[DecisionEntry],
    done: Callable[[object], object],
    parent: QWidget,
    *,
    met_on: date | None = None,
) -> FormDialog:
    """Return a dialog that records the decision recognising `entries`; the council for emulation meets on `met_on`."""

    def save(values: dict[str, Any]) -> object:
        decision = typed_decision(values, context.year)
        assert decision is not None
        return initiatives.recognise(context.workspace, [entry.id for entry in entries], decision)

    names = entries[0].initiative.name if len(entries) == 1 else f"{len(entries)} sáng kiến đã chọn"
    dialog = FormDialog(
        context.runner, "Ghi quyết định công nhận sáng kiến", save, done, explain=names, columns=2, parent=parent
    )
    add_decision_fields(dialog.form, known, required=True)
    _tell_too_late(dialog, context.year, met_on)
    return dialog


def wider_dialog(
    context: PageContext,
    entry: InitiativeEntry,
    done: Callable[[object], object],
    parent: QWidget,
    *,
    met_on: date | None = None,
) -> FormDialog:
    """Return a dialog that records what recognises the effect of `entry` in the province or the whole country."""

    def save(values: dict[str, Any]) -> object:
        scope = Scope(values.pop("scope"))
        decision = typed_decision(values, context.year)
        assert decision is not None
        return initiatives.recognise_wider(context.workspace, entry.id, scope, decision)

    dialog = FormDialog(
        context.runner, "Công nhận phạm vi rộng hơn", save, done, explain=entry.initiative.name, columns=2,
        parent=parent,
    )  # fmt: skip
    dialog.form.add("scope", "Phạm vi ảnh hưởng", _wider_scopes(), required=True, wide=True)
    add_decision_fields(dialog.form, (), required=True)
    _tell_too_late(dialog, context.year, met_on)
    if entry.initiative.scope != Scope.GRASSROOTS:
        dialog.form.fill({"scope": entry.initiative.scope})
    return dialog


def use_dialog(
    context: PageContext, entry: InitiativeEntry, done: Callable[[object], object], parent: QWidget
) -> FormDialog:
    """Return a dialog that notes which award `entry` has served for one of its authors."""

    def save(values: dict[str, Any]) -> object:
        return eligibility_decisions.record_use(
            context.workspace, entry.id, values["person_id"], values["award_code"], values["year"]
        )

    dialog = FormDialog(
        context.runner, "Ghi lần dùng sáng kiến", save, done,
        explain=f"{entry.initiative.name}. Mỗi sáng kiến chỉ dùng để xét một lần.", parent=parent,
    )  # fmt: skip
    people = FilterCombo([Choice(author.person_id, author.full_name) for author in entry.authors])
    fitting = (*titles_for(SubjectKind.PERSON), *forms_for(SubjectKind.PERSON))
    awards = FilterCombo([Choice(award.code, award.name, award.code) for award in fitting])
    dialog.form.add("person_id", "Tác giả", people, required=True)
    dialog.form.add("award_code", "Danh hiệu, hình thức", awards, required=True)
    dialog.form.add("year", "Năm", NumberEdit(1990, 2100), required=True)
    dialog.form.fill({"person_id": entry.authors[0].person_id, "award_code": "CSTĐCS", "year": context.year})
    return dialog


def _add_fields(dialog: FormDialog, people: Sequence[Choice[int]]) -> None:
    form = dialog.form
    form.add("name", "Tên sáng kiến", QLineEdit(), required=True, wide=True)
    form.add("authors", "Tác giả và tỷ lệ đóng góp", AuthorShares(people), wide=True, required=True)
    form.add("field_of_work", "Lĩnh vực", QLineEdit())
    form.add("submitted_on", "Ngày nộp", DateEdit())
    form.add("applied_at", "Phạm vi áp dụng", QLineEdit(), help_text="Nơi đã áp dụng, ví dụ: bộ phận một cửa, 5 thôn.")
    form.add("applied_since", "Áp dụng từ ngày", DateEdit())
    for field, name, height in (
        ("situation_before", "Trước khi có sáng kiến", 52),
        ("summary", "Tóm tắt giải pháp", 72),
        ("economic_effect", "Hiệu quả kinh tế", 52),
        ("social_effect", "Hiệu quả xã hội", 52),
    ):
        form.add(field, name, QPlainTextEdit(), wide=field in ("situation_before", "summary")).setFixedHeight(height)
    form.add("money_benefit", "Số tiền làm lợi mỗi năm (đồng)", QLineEdit(), help_text="Để trống nếu không tính được.")


def _fill(dialog: FormDialog, entry: InitiativeEntry) -> None:
    draft = entry.initiative
    shown = {field: getattr(draft, field) for field in (*_TEXTS, "submitted_on", "applied_since")}
    money = "" if draft.money_benefit is None else grouped(draft.money_benefit)
    dialog.form.fill({**shown, "authors": entry.authors, "money_benefit": money})


def _tell_alike(dialog: FormDialog, known: KnownInitiatives, apart_from: int | None) -> None:
    name, summary = dialog.form.field("name"), dialog.form.field("summary")
    name_edit, summary_edit = name.editor, summary.editor
    assert isinstance(name_edit, QLineEdit)
    assert isinstance(summary_edit, QPlainTextEdit)

    def tell_of_name(typed: str) -> None:
        found = known.closest(typed, apart_from=apart_from)
        name.show_remark("" if found is None else f"Tên {found.words}.")

    def tell_of_summary() -> None:
        found = known.closest("", summary_edit.toPlainText(), apart_from=apart_from)
        summary.show_remark("" if found is None else f"Nội dung {found.words}.")

    name_edit.textChanged.connect(tell_of_name)
    pause = QTimer(dialog, singleShot=True, interval=PAUSE_MS)  # texts are long: they are compared when typing rests
    pause.timeout.connect(tell_of_summary)
    summary_edit.textChanged.connect(pause.start)


def _tell_too_late(dialog: FormDialog, year: int, met_on: date | None) -> None:
    """Say beside the day of the decision when the council for emulation met before it (rule C18)."""
    field = dialog.form.field("decided_on")
    editor = field.editor
    if met_on is None or not isinstance(editor, DateEdit):
        return

    def tell() -> None:
        try:
            day = editor.typed_date()
        except ValueError:
            day = None
        late = f"Hội đồng họp ngày {list_date(met_on)}, trước khi công nhận: không tính khi xét năm {year} (C18)."
        field.show_remark(late if day is not None and day > met_on else "")

    editor.textChanged.connect(tell)


def _money(typed: str) -> int | None:
    digits = typed.replace(".", "").replace(" ", "")
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit()) or len(digits) > MOST_DIGITS:
        raise InvalidInput("money_benefit", "Ghi số tiền bằng số, ví dụ 120.000.000.")
    return int(digits)


def _wider_scopes() -> QComboBox:
    combo = QComboBox()
    for scope in (Scope.PROVINCE, Scope.NATION):
        combo.addItem(label(scope), scope.value)
    return combo
