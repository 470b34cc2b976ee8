import pytest
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.people import Gender
from ui.widgets.enum_combo import EnumCombo
from ui.widgets.filter_combo import Choice
from ui.widgets.open_combo import OpenCombo


@pytest.fixture
def combo(qtbot: QtBot) -> OpenCombo[int]:
    made: OpenCombo[int] = OpenCombo([Choice(1, "Văn phòng"), Choice(2, "Phòng Kinh tế")])
    qtbot.addWidget(made)
    made.show()
    return made


def leave_with(combo: OpenCombo[int], qtbot: QtBot, typed: str) -> None:
    combo.setEditText(typed)
    with qtbot.waitSignal(combo.left):
        combo.lineEdit().editingFinished.emit()


def test_a_known_name_typed_without_diacritics_is_the_known_one(combo: OpenCombo[int], qtbot: QtBot) -> None:
    leave_with(combo, qtbot, "phong kinh te")
    assert combo.value() == 2
    assert combo.new_name == ""


def test_a_part_of_a_known_name_stays_what_was_typed(combo: OpenCombo[int], qtbot: QtBot) -> None:
    leave_with(combo, qtbot, "  Phòng  Tư pháp ")
    assert combo.value() == "Phòng Tư pháp"
    assert combo.new_name == "Phòng Tư pháp"


def test_an_emptied_field_chooses_nothing(combo: OpenCombo[int], qtbot: QtBot) -> None:
    combo.choose(1)
    leave_with(combo, qtbot, "")
    assert combo.value() is None


def test_a_list_of_codes_gives_back_the_code_or_nothing(qtbot: QtBot) -> None:
    combo = EnumCombo(tuple(Gender), none_text="Chưa rõ")
    qtbot.addWidget(combo)
    assert combo.value() is None
    combo.choose(Gender.FEMALE)
    assert (combo.currentText(), combo.value()) == ("Nữ", Gender.FEMALE)
    combo.choose(None)
    assert combo.currentText() == "Chưa rõ"
