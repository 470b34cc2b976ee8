"""Dialogs about one rule of eligibility: its severity and its figures, and what the office changed of it before."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kimhoa_app.domain.eligibility import Severity
from kimhoa_app.domain.eligibility.figures import Figure, figures_of, stored_figure
from kimhoa_app.services import eligibility_rules
from kimhoa_app.services.eligibility_rules import RuleNow
from kimhoa_app.services.history import Change
from kimhoa_app.services.workspace import Workspace
from ui import theme
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.models.records import Column
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button
from ui.widgets.data_table import DataTable
from ui.widgets.labels import label

_ACTIONS = {"add": "Sửa", "change": "Sửa", "restore_default": "Về mặc định", "delete": "Xóa"}


def rule_dialog(
    workspace: Workspace,
    runner: Runner,
    rule: RuleNow,
    severities: Mapping[Severity, str],
    done: Callable[[object], object],
    parent: QWidget | None = None,
) -> FormDialog:
    """Return the dialog that changes one rule in one regime, the shipped rule being kept apart."""
    figures = figures_of(rule.shipped.params)

    def save(values: dict[str, Any]) -> None:
        eligibility_rules.change_rule(
            workspace,
            rule.shipped.id,
            rule.regime,
            severity=None if rule.is_set_elsewhere else Severity(values["severity"]),
            figures={figure.key: values[figure.key] for figure in figures},
            certain=True if values["certain"] else None,
        )

    dialog = FormDialog(
        runner, f"Sửa quy tắc {rule.shipped.id} ({rule.regime})", save, done,
        explain=f"{rule.shipped.title}. Căn cứ: {rule.shipped.basis}.", parent=parent,
    )  # fmt: skip
    if not rule.is_set_elsewhere:
        severity = QComboBox()
        for each, text in severities.items():
            severity.addItem(text, each.value)
        severity.setCurrentIndex(severity.findData(rule.current.severity.value))
        dialog.form.add("severity", "Mức xử lý", severity)
    for figure in figures:
        usual = rule.shipped.params[figure.key]
        dialog.form.add(
            figure.key, figure.label, _editor(figure, rule.current.params[figure.key]), required=True,
            help_text=f"Mặc định: {figure.choices.get(stored_figure(usual), stored_figure(usual))}.",
        )  # fmt: skip
    certain = QCheckBox("Đã đối chiếu với văn bản, xác nhận")
    certain.setChecked(rule.current.certain)
    dialog.form.add("certain", "Xác nhận", certain)
    return dialog


def history_dialog(workspace: Workspace, runner: Runner, rule: RuleNow, parent: QWidget | None = None) -> QDialog:
    """Return the dialog that lists what the office changed of a rule, the latest first."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Lịch sử quy tắc")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    table: DataTable[Change] = DataTable(
        "rule-history", _COLUMNS, key=lambda change: change.at, empty="Cơ quan chưa sửa quy tắc này."
    )
    banner = Banner()
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
    layout.addWidget(label(f"Lịch sử quy tắc {rule.shipped.id} ({rule.regime})", "heading", wrap=True))
    layout.addWidget(banner)
    layout.addWidget(table, 1)
    foot = QHBoxLayout()
    foot.addStretch(1)
    foot.addWidget(plain_button("Đóng", dialog.accept))
    layout.addLayout(foot)
    dialog.resize(640, 360)
    runner.submit(
        lambda: eligibility_rules.rule_history(workspace, rule.shipped.id, rule.regime),
        done=lambda changes: table.show_rows(list(reversed(changes))),
        failed=lambda error: banner.say(error.message),
    )
    return dialog


def _editor(figure: Figure, value: object) -> QWidget:
    stored = stored_figure(value)
    if not figure.choices:
        return QLineEdit(stored)
    combo = QComboBox()
    for code, text in figure.choices.items():
        combo.addItem(text, code)
    combo.setCurrentIndex(combo.findData(stored))
    return combo


def _told(change: Change) -> str:
    parts = []
    for key, (before, after) in change.changed.items():
        if key in ("severity", "params", "certain") and (before, after) != (None, "{}"):
            parts.append(f"{_NAMES[key]}: {_plain(before)} → {_plain(after)}")
    return "; ".join(parts)


def _plain(value: object) -> str:
    if value is None or value == "{}":
        return "mặc định"
    return {True: "đã xác nhận", False: "chưa xác nhận"}[value] if isinstance(value, bool) else str(value)


_NAMES = {"severity": "mức xử lý", "params": "số liệu", "certain": "xác nhận"}
_COLUMNS = (
    Column[Change]("Lúc", lambda change: f"{change.at.astimezone():%H:%M %d/%m/%Y}", lambda change: change.at),
    Column[Change]("Người sửa", lambda change: change.actor),
    Column[Change]("Việc", lambda change: _ACTIONS.get(change.action, change.action)),
    Column[Change]("Thay đổi", _told, stretch=True, is_name=True),
)
