from pytestqt.qtbot import QtBot

from ui.widgets.stat import Stat


def test_a_long_note_keeps_the_room_for_all_its_lines(qtbot: QtBot) -> None:
    stat = Stat("lượt đăng ký danh hiệu")
    qtbot.addWidget(stat)
    stat.resize(180, 100)
    stat.show_figure("2", "sau hạn")
    stat.show()
    qtbot.waitExposed(stat)
    short = stat.minimumSizeHint().height()
    stat.show_figure("66", "6 CSTĐCS · 2 TTLĐXS · 41 LĐTT · 10 TTLĐTT · 7 TVH")
    line = stat.fontMetrics().height()
    qtbot.waitUntil(lambda: stat.minimumSizeHint().height() >= short + line)
