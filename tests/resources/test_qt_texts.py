"""Qt's own texts: the dialogs that the program opens speak Vietnamese."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QSpinBox,
    QTabWidget,
    QTextEdit,
    QWidget,
    QWizard,
    QWizardPage,
)
from pytestqt.qtbot import QtBot

import resources

SAME_IN_BOTH_LANGUAGES = re.compile(
    r"""
    [\W\d_]*                                  # no letters at all
    | \d+(\.|,)?\d*%                          # a zoom
    | (ANSI|JIS|PRC|Architect|Super|Quarto|Statement|Folio|Legal|Letter|Ledger|Tabloid|Executive|Note|Fan-fold).*
    | [ABC]\d+.*                              # sizes of paper
    | (mm|pt|in|CC|DD|P̸|Didot\ \(DD\)|Cicero\ \(CC\)|Pica\ \(P̸\))
    | qt_\w+                                  # a title that Qt sets for itself and never shows
    """,
    re.VERBOSE,
)


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[QTranslator]:
    translator = QTranslator()
    compiled = resources.read_bytes("i18n/qtbase_vi.qm")  # Qt reads it in place: it must outlive the translator
    assert translator.load(compiled)
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def messages() -> Iterator[tuple[str, str, str]]:
    for context in ET.fromstring(resources.read_text("i18n/qtbase_vi.ts")).iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message.findtext("source", ""), message.findtext("translation", "")


def bare(text: str) -> str:
    return text.split("\t")[0].replace("&", "").strip()


def action_texts(actions: list[QAction]) -> Iterator[str]:
    for action in actions:
        yield action.text()
        yield re.sub(r" \(.*\)$", "", action.toolTip())


def texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.accessibleDescription())
    yield from action_texts([action for action in widget.actions() if not action.isSeparator()])
    match widget:
        case QAbstractButton() | QLabel():
            yield widget.text()
        case QGroupBox() | QMenu():
            yield widget.title()
        case QComboBox() if not widget.isEditable():
            yield from (widget.itemText(index) for index in range(widget.count()))
        case QSpinBox():
            yield from (widget.prefix(), widget.suffix(), widget.specialValueText())
        case QTabWidget():
            yield from (widget.tabText(index) for index in range(widget.count()))
        case QHeaderView() if widget.model():
            model, orientation = widget.model(), widget.orientation()
            yield from (str(model.headerData(section, orientation) or "") for section in range(widget.count()))


def foreign_texts(top: QWidget, given: set[str]) -> set[str]:
    """The texts of `top` and all below it that are neither in our list, nor `given`, nor the same in any language."""
    ours = {bare(translation) for _, _, translation in messages()}
    shown = {bare(text) for widget in (top, *top.findChildren(QWidget)) for text in texts_of(widget)}
    shown.add(bare(top.windowTitle()))
    return {
        text for text in shown if text not in ours | given and not SAME_IN_BOTH_LANGUAGES.fullmatch(text.strip(" :()"))
    }


def test_every_translation_is_in_the_compiled_file(vietnamese: QTranslator) -> None:
    assert [m for m in messages() if vietnamese.translate(m[0], m[1]) != m[2]] == []


def test_every_source_text_is_one_that_this_qt_shows() -> None:
    german = QTranslator()
    assert german.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    with_a_comment_in_qt = {"%1 File", "File Folder", "Alias", "Kind", "Folder", "Type", "Undo", "Redo", "Pica (P̸)"}
    unknown = [(context, source) for context, source, _ in messages() if not german.translate(context, source)]
    assert {source for _, source in unknown} <= with_a_comment_in_qt


def test_translations_keep_their_places_and_mnemonics() -> None:
    for _, source, translation in messages():
        assert re.findall(r"%\d", source) == re.findall(r"%\d", translation), source
        assert translation.count("&") <= 1, source
        assert "&" in source or "&" not in translation, source
        assert not re.search(r"&[^A-Za-z]", translation), translation


def test_a_message_box_says_huy(vietnamese: QTranslator, qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    assert box.button(QMessageBox.StandardButton.Cancel).text() == "Hủy"


def test_every_standard_button_is_vietnamese(vietnamese: QTranslator, qtbot: QtBot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    for standard in QDialogButtonBox.StandardButton:
        if standard != QDialogButtonBox.StandardButton.NoButton:
            box.addButton(standard)
    assert len(box.buttons()) == 18
    assert foreign_texts(box, set()) == set()


def test_the_file_dialog_is_vietnamese(vietnamese: QTranslator, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = QFileDialog(None, "Mở danh sách", str(tmp_path), "Bảng tính (*.xlsx)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    columns = {f"Hiện {name}" for name in ("Cỡ", "Loại", "Ngày sửa")}
    assert foreign_texts(dialog, columns | {str(tmp_path), "Mở danh sách", "Bảng tính (*.xlsx)"}) == set()


def test_the_print_preview_is_vietnamese(vietnamese: QTranslator, qtbot: QtBot) -> None:
    dialog = QPrintPreviewDialog(QPrinter())
    qtbot.addWidget(dialog)
    assert foreign_texts(dialog, set()) == set()


def test_the_print_dialog_is_vietnamese(vietnamese: QTranslator, qtbot: QtBot) -> None:
    dialog = QPrintDialog(QPrinter())
    qtbot.addWidget(dialog)
    assert foreign_texts(dialog, set()) == set()


def test_a_wizard_is_vietnamese(vietnamese: QTranslator, qtbot: QtBot) -> None:
    wizard = QWizard()
    qtbot.addWidget(wizard)
    wizard.setOption(QWizard.WizardOption.HaveHelpButton)
    for _ in range(2):
        wizard.addPage(QWizardPage())
    wizard.restart()
    assert foreign_texts(wizard, set()) == set()
    wizard.next()
    assert wizard.button(QWizard.WizardButton.FinishButton).text().replace("&", "") == "Xong"


def test_a_progress_dialog_is_vietnamese(vietnamese: QTranslator, qtbot: QtBot) -> None:
    dialog = QProgressDialog()
    qtbot.addWidget(dialog)
    assert foreign_texts(dialog, {QApplication.applicationName()}) == set()


@pytest.mark.parametrize("editor", [QLineEdit, QTextEdit, QPlainTextEdit])
def test_the_menu_of_an_editor_is_vietnamese(
    editor: type[QLineEdit] | type[QTextEdit] | type[QPlainTextEdit], vietnamese: QTranslator, qtbot: QtBot
) -> None:
    widget = editor()
    qtbot.addWidget(widget)
    menu = widget.createStandardContextMenu()
    qtbot.addWidget(menu)
    assert "Sao chép" in {bare(action.text()) for action in menu.actions()}
    assert foreign_texts(menu, set()) == set()


def test_the_calendar_of_vietnam_names_its_months_in_vietnamese() -> None:
    vietnam = QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam)
    assert vietnam.dayName(1).casefold() == "thứ hai"
    assert vietnam.standaloneMonthName(1).casefold() == "tháng 1"
