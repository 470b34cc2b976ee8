"""The first year of a clerk in the real window: from an empty folder and a staff list to the papers of the meeting."""

import json
from collections.abc import Callable

import docx
import openpyxl
import pytest
from PySide6.QtCore import Qt

from kimhoa_app.documents.reading.outline import outline_json, read_document
from tests.documents.nd30 import assert_meets_nd30
from tests.e2e.commune import LEADERS, STAFF, UNITS, write_staff_list
from tests.e2e.person import Person
from tests.e2e.surroundings import Calendar, Files

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
VILLAGES = ("Thôn Đông Hòa", "Thôn Trung Sơn", "Thôn Bãi Bằng")
THEME = "Kỷ cương, sáng tạo, vì Nhân dân phục vụ"
UPPER_NUMBER = "12/KH-UBND"
DEADLINE = "20/01/2026"
VOTES = {"Hồ Ngọc Nga": (5, 1), "Đặng Thị Oanh": (4, 1, 1)}
THRESHOLD = "70%"
RAIL = "Kim Hoa"
FIGHTERS = ("Phòng Kinh tế",)
REGISTERED = (*FIGHTERS, "Văn phòng HĐND và UBND")
LATE, BASIC = LEADERS[0], "Lao động tiên tiến"
SEATED = ("duc yen", "ngoc uyen", "ngoc nga", "quang phuc")
SEATS = 3 + len(SEATED)
ABSENCE = "đi công tác tại tỉnh"
ADDED = "Mỗi cán bộ đăng ký ít nhất một việc làm mới có ích cho Nhân dân trong xã."


def test_the_first_year(
    person: Person, files: Files, calendar: Calendar, record_property: Callable[[str, object], None]
) -> None:
    first_start(person, files)
    add_villages(person)
    draft_the_plan(person, files)
    take_registrations(person, files, calendar)
    change_a_threshold(person, calendar)
    hold_the_meeting(person, files, calendar)
    record_property("said", f"Năm đầu tiên trên cửa sổ. Số lần bấm: {person.clicks}; số ô đã gõ: {person.fields}")
    nothing_is_typed_twice(person)
    the_plan_says_what_was_typed(files)
    the_list_has_those_registered(files)
    the_minutes_agree_with_the_votes(files)


def first_start(person: Person, files: Files) -> None:
    person.sees("Chào mừng đến với Kim Hoa")
    person.type_into("Tên riêng", "Kim Hoa")
    person.type_into("Tỉnh, thành phố", "Hà Tĩnh")
    person.type_into("Họ và tên Chủ tịch UBND", LEADERS[0])
    person.type_into("Họ và tên các Phó Chủ tịch", "\n".join(LEADERS[1:]))
    person.click("Tiếp tục")
    person.click("Nhập danh sách cán bộ")
    files.to_open = write_staff_list(files.folder / "Danh sach can bo 2026.xlsx")
    person.click("Chọn tệp Excel…")
    person.sees("Thêm mới 45")
    person.click("Nhập 45 người")
    person.sees(f"45 người ở {len(UNITS)} đơn vị")


def add_villages(person: Person) -> None:
    person.click("Tập thể")
    for village in VILLAGES:
        person.click("Thêm tập thể")
        person.type_into("Tên đơn vị", village)
        person.choose("Loại", "Thôn")
        person.click("Thêm tập thể")
    person.sees(f"{len(UNITS)} đơn vị và {len(VILLAGES)} thôn, tổ dân phố")


def draft_the_plan(person: Person, files: Files) -> None:
    person.click("Kế hoạch, phong trào", RAIL)
    person.click("Soạn kế hoạch năm 2026")
    person.type_into("Chủ đề thi đua của năm", THEME)
    person.type_into("Số văn bản của cấp trên", UPPER_NUMBER)
    person.type_into("Ngày văn bản của cấp trên", "02/01/2026")
    person.type_into("Hạn đăng ký thi đua", DEADLINE)
    person.sees(THEME)
    person.click("Tạo văn bản")
    person.click_line("I. MỤC ĐÍCH")
    person.click_into("Nội dung của mục")
    person.press(Key.Key_End, CONTROL)
    person.write("\n" + ADDED)
    person.sees(ADDED)
    person.click("Xuất Word")
    person.click("Xuất PDF")
    person.click("In…")
    person.click("In")
    assert files.printed.exists()


def take_registrations(person: Person, files: Files, calendar: Calendar) -> None:
    calendar.turn_to(1, 12)
    person.click("Đăng ký thi đua", RAIL)
    person.click("Mở đợt đăng ký năm 2026")
    assert person.value("Hạn đăng ký") == DEADLINE
    person.click("Mở đợt")
    register(person, "Phòng Kinh tế", "Chiến sĩ thi đua cơ sở")
    register(person, "HĐND", BASIC)
    person.click("Cả 10 tập thể")
    missing = [member.name for member in STAFF if member.unit not in REGISTERED]
    person.sees(*missing)
    calendar.turn_to(1, 25)
    person.click("Tổng quan", RAIL)
    person.click("Đăng ký thi đua", RAIL)
    person.click_line(LATE, "Đăng ký")
    person.sees("trễ")
    person.click("Gửi cấp trên…")
    person.click("Chọn thư mục…")


def register(person: Person, unit: str, title: str) -> None:
    person.click("Đăng ký…")
    person.choose("Danh hiệu", title)
    person.search("Tìm theo tên, đơn vị", unit)
    person.click("Chọn tất cả đang hiện")
    person.click("Đăng ký")


def change_a_threshold(person: Person, calendar: Calendar) -> None:
    calendar.turn_to(12, 10)
    person.click("Cài đặt, sao lưu", RAIL)
    person.click("Quy tắc")
    person.type_into(
        "Tỷ lệ phiếu phải đạt: Chiến sĩ thi đua cơ sở, Tập thể lao động xuất sắc, bằng khen, cờ thi đua", THRESHOLD
    )
    person.press(Key.Key_Tab)
    person.sees("Đã lưu quy tắc.")


def hold_the_meeting(person: Person, files: Files, calendar: Calendar) -> None:
    set_up_the_council(person)
    person.click("Chuẩn bị cuộc họp")
    assert person.value("Ngày họp") == "17/12/2026"
    person.click("Chuẩn bị")
    calendar.turn_to(12, 17, 9)
    person.click("2. Điểm danh")
    person.click_line("Đặng Quốc Tuấn", "Vắng, lý do")
    person.double_click_line("Đặng Quốc Tuấn", "Lý do vắng")
    person.write(ABSENCE)
    person.press(Key.Key_Return)
    person.sees(f"có mặt {SEATS - 1}/{SEATS} thành viên")
    person.click("Điểm danh xong")
    person.click("Sang nhập kết quả")
    person.click("Ghi số phiếu")
    person.click("Điền tất cả đồng ý")
    for name, votes in VOTES.items():
        person.click_line(name, "Đồng ý")
        for count in votes:
            person.write(str(count))
            person.press(Key.Key_Return)
    person.sees("đã nhập 28/28")
    person.click("Kiểm phiếu xong")
    person.click("Xuất Word")
    person.click("6. Kết thúc")
    person.click("Kết thúc cuộc họp")
    person.sees("Mở lại cuộc họp")


def set_up_the_council(person: Person) -> None:
    person.click("Hội đồng", RAIL)
    person.click("Lập Hội đồng")
    person.type_into("Số quyết định", "15/QĐ-UBND")
    person.type_into("Ngày quyết định", "08/01/2026")
    person.click("Lập Hội đồng")
    for letters in SEATED:
        person.search("gõ tên cán bộ", letters)
        person.press(Key.Key_Return)
    person.sees(f"{SEATS} thành viên")
    person.click_line("Võ Đức Yến")
    person.click("Vai trò")
    person.click("Thư ký Hội đồng")
    person.click("Xong")


def nothing_is_typed_twice(person: Person) -> None:
    """No fact, which is a date or a text of four characters or more, was asked for again, nor any that was imported."""
    facts = [text.casefold() for text in person.typed if len(text) >= 4]
    assert len(facts) == len(set(facts)), facts
    imported = {word.casefold() for member in STAFF for word in (member.name, member.unit, f"{member.birth:%d/%m/%Y}")}
    assert imported.intersection(facts) <= {leader.casefold() for leader in LEADERS}


def the_plan_says_what_was_typed(files: Files) -> None:
    path = files.saved("Ke hoach", ".docx")
    assert_meets_nd30(path.read_bytes())
    plan = read_document(path)
    words = json.dumps(outline_json(plan), ensure_ascii=False)
    assert plan.signatures[0].name == LEADERS[0]
    assert [section.label for section in plan.sections][:2] == ["I.", "II."]
    for text in (THEME, UPPER_NUMBER, "02 tháng 01 năm 2026", "20 tháng 01 năm 2026", ADDED, "Hà Tĩnh"):
        assert text in words, text
    for pdf in (files.saved("Ke hoach", ".pdf"), files.printed):
        content = pdf.read_bytes()
        assert content.startswith(b"%PDF-")
        assert content.count(b"/FontFile2") >= 2, pdf.name


def the_list_has_those_registered(files: Files) -> None:
    book = openpyxl.load_workbook(next(files.folder.glob("Danh sach dang ky*.xlsx")))
    lines = [line for sheet in book for line in sheet.iter_rows(values_only=True) if isinstance(line[0], int)]
    units = [(line[1], line[3]) for line in lines if line[1] not in ("Ông", "Bà")]
    assert units == [(unit, "Tập thể lao động tiên tiến") for unit in UNITS] + [
        (village, "Thôn văn hóa") for village in VILLAGES
    ]
    people = {(line[2], line[3], line[5]) for line in lines if line[1] in ("Ông", "Bà")}
    assert people == {
        (member.name, f"{member.birth:%d/%m/%Y}", "Chiến sĩ thi đua cơ sở" if member.unit in FIGHTERS else BASIC)
        for member in STAFF
        if member.unit in REGISTERED or member.name == LATE
    }


def the_minutes_agree_with_the_votes(files: Files) -> None:
    path = files.saved("bien-ban", ".docx")
    assert_meets_nd30(path.read_bytes())
    word = docx.Document(str(path))
    rows = [[cell.text for cell in row.cells] for table in word.tables for row in table.rows]
    found = {row[1].split(",")[0]: tuple(row[3:]) for row in rows if len(row) == 8 and row[0].isdigit()}
    everyone = {LATE, *UNITS, *VILLAGES, *(member.name for member in STAFF if member.unit in REGISTERED)}
    assert found == dict.fromkeys(everyone, ("6", "0", "0", "85,71%", "Đạt")) | {
        "Hồ Ngọc Nga": ("5", "1", "0", "71,42%", "Đạt"),
        "Đặng Thị Oanh": ("4", "1", "1", "57,14%", "Không đạt"),
    }
    words = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert f"Đặng Quốc Tuấn, Phó Chủ tịch, Phó Chủ tịch Hội đồng (lý do: {ABSENCE})" in words
    assert f"“Chiến sĩ thi đua cơ sở” (cá nhân): từ {THRESHOLD} trở lên" in words
    assert "đề nghị 27 (hai mươi bảy) trường hợp" in words
    assert "số 15/QĐ-UBND ngày 08 tháng 01 năm 2026" in words
