from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.partial_dates import PartialDate
from ui.widgets.date_edit import DateEdit, PartialDateEdit
from ui.widgets.filter_combo import Choice, FilterCombo
from ui.widgets.form import MISSING, Form

PEOPLE = (Choice(1, "Nguyễn Thị Ánh", "Văn phòng"), Choice(2, "Nguyễn Thị Ánh", "Phòng Kinh tế"), Choice(3, "Lê Bình"))


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form(columns=2)
    qtbot.addWidget(made)
    made.add("full_name", "Họ và tên", QLineEdit(), required=True, wide=True)
    made.add("birth", "Ngày sinh", PartialDateEdit(), help_text="Có thể chỉ ghi năm.")
    made.add("start", "Ngày tuyển dụng", DateEdit())
    made.add("person", "Người", FilterCombo(PEOPLE))
    made.add("votes", "Số phiếu", QSpinBox())
    made.add("party", "Đảng viên", QCheckBox())
    made.add("note", "Ghi chú", QPlainTextEdit())
    made.show()
    return made


def test_a_form_gives_back_what_it_was_filled_with(form: Form) -> None:
    values = {
        "full_name": "Nguyễn Thị Ánh",
        "birth": PartialDate(1985),
        "start": date(2015, 3, 5),
        "person": 2,
        "votes": 9,
        "party": True,
        "note": "hai\ndòng",
    }
    form.fill(values)
    assert form.values() == values


def test_text_is_read_in_one_spelling(form: Form) -> None:
    form.fill({"full_name": "  Nguye\u0302\u0303n   A "})
    assert form.values()["full_name"] == "Nguyễn A"


def test_every_missing_or_unreadable_field_is_marked_at_once(form: Form) -> None:
    form.fill({"full_name": ""})
    form.field("start").editor.setText("42/1/2026")
    with pytest.raises(InvalidInput) as refused:
        form.values()
    assert refused.value.field == "full_name"
    assert form.field("full_name").error == MISSING
    assert "5/3/2026" in form.field("start").error


def test_a_marked_field_is_clean_again_once_it_is_right(form: Form) -> None:
    with pytest.raises(InvalidInput):
        form.values()
    form.fill({"full_name": "Lê Bình"})
    form.values()
    assert form.field("full_name").error == ""


def test_a_refused_value_is_shown_at_its_field_only(form: Form) -> None:
    assert form.show_error(InvalidInput("birth", "Chưa đủ 18 tuổi."))
    assert form.field("birth").error == "Chưa đủ 18 tuổi."
    assert not form.show_error(InvalidInput("unknown", "…"))


@pytest.mark.parametrize("typed", ["5/3/2026", "05-03-2026", "5.3.2026", "2026-03-05"])
def test_a_date_is_read_as_people_type_it(qtbot: QtBot, typed: str) -> None:
    edit = DateEdit()
    qtbot.addWidget(edit)
    qtbot.keyClicks(edit, typed)
    assert edit.typed_date() == date(2026, 3, 5)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "05/03/2026"


@pytest.mark.parametrize("typed", ["30/2/2026", "2026", "hôm nay", "5/3/26"])
def test_what_is_no_full_date_is_refused_with_a_sentence(qtbot: QtBot, typed: str) -> None:
    edit = DateEdit()
    qtbot.addWidget(edit)
    edit.setText(typed)
    with pytest.raises(ValueError, match="hãy gõ như"):
        edit.typed_date()


def test_an_empty_date_is_no_date(qtbot: QtBot) -> None:
    edit = DateEdit()
    qtbot.addWidget(edit)
    assert edit.typed_date() is None


def test_typing_without_diacritics_narrows_the_choice(qtbot: QtBot) -> None:
    combo: FilterCombo[int] = FilterCombo(PEOPLE)
    qtbot.addWidget(combo)
    combo.show()
    qtbot.keyClicks(combo.lineEdit(), "le b")
    combo.lineEdit().editingFinished.emit()
    assert combo.value() == 3


def test_two_of_one_name_are_told_apart_and_not_guessed(qtbot: QtBot) -> None:
    combo: FilterCombo[int] = FilterCombo(PEOPLE)
    qtbot.addWidget(combo)
    combo.lineEdit().setText("nguyen thi anh")
    combo.lineEdit().editingFinished.emit()
    with pytest.raises(ValueError, match="chọn một dòng"):
        combo.value()
    combo.choose(2)
    assert combo.value() == 2
    assert combo.currentText() == "Nguyễn Thị Ánh · Phòng Kinh tế"


def test_an_emptied_choice_is_nothing_chosen(qtbot: QtBot) -> None:
    combo: FilterCombo[int] = FilterCombo(PEOPLE)
    qtbot.addWidget(combo)
    combo.choose(1)
    combo.lineEdit().clear()
    assert combo.value() is None


def test_new_choices_keep_what_was_chosen(qtbot: QtBot) -> None:
    combo: FilterCombo[int] = FilterCombo(PEOPLE)
    qtbot.addWidget(combo)
    combo.choose(3)
    combo.offer(PEOPLE[1:])
    assert combo.value() == 3
    combo.offer(PEOPLE[:1])
    assert combo.value() is None


def test_a_remark_gives_way_to_an_error_and_comes_back(form: Form) -> None:
    row = form.field("birth")
    row.show_remark("Đã 80 tuổi.")
    row.show_error("Ngày này không đọc được.")
    assert (row.error, row._below.text()) == ("Ngày này không đọc được.", "Ngày này không đọc được.")
    row.show_error("")
    assert (row.remark, row.error, row._below.text()) == ("Đã 80 tuổi.", "", "Đã 80 tuổi.")
    row.show_remark("")
    assert row._below.text() == "Có thể chỉ ghi năm."
