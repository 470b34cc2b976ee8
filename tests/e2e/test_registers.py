"""The registers in the real window: old lists, a round of registrations, who may be put forward, the papers of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import docx
import openpyxl
import pytest

from tests.documents.nd30 import assert_meets_nd30
from tests.e2e.commune import LEADERS, STAFF, UNITS, Member
from tests.e2e.old_lists import (
    BEST,
    IDEA,
    IMPOSSIBLE,
    INVENTOR,
    MISWRITTEN,
    WEAK,
    fill_form,
    write_awards,
    write_initiatives,
    write_old_staff_list,
    write_ratings,
)
from tests.e2e.person import Person
from tests.e2e.surroundings import Calendar, Files
from tests.libreoffice import PDFTOTEXT, SOFFICE, laid_out, pdf_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
RAIL: Final = "Kim Hoa"
FIGHTER, BASIC = "Chiến sĩ thi đua cơ sở", "Lao động tiên tiến"
ON_TIME, LATE = "Phòng Kinh tế", "Trạm Y tế"
REASON: Final = "Hội đồng xem xét thành tích đột xuất trong phòng, chống bão số 5"
NURSE: Final = next(member for member in STAFF if member.unit == LATE)
OWN: Final = frozenset({"DSCB cu", "Xep loai", "Khen thuong 2025", "Sang kien"})
"""The lists that were there before."""
ASKED: Final = {BEST: FIGHTER, WEAK: FIGHTER, INVENTOR: BASIC, NURSE: BASIC}


def test_the_registers(
    person: Person, files: Files, calendar: Calendar, record_property: Callable[[str, object], None]
) -> None:
    set_up_the_office(person)
    bring_in_the_staff(person, files)
    take_registrations(person, files, calendar)
    bring_in_what_is_known(person, files, calendar)
    see_who_may_be_put_forward(person)
    send_the_lists_upward(person)
    print_the_card(person, files)
    record_property("said", f"Sổ cán bộ, đăng ký, sáng kiến. Số lần bấm: {person.clicks}; số ô đã gõ: {person.fields}")
    the_lists_have_those_who_registered(files)
    the_card_tells_the_history(files)
    libreoffice_opens_all(files)


def set_up_the_office(person: Person) -> None:
    person.sees("Chào mừng đến với Kim Hoa")
    person.type_into("Tên riêng", "Kim Hoa")
    person.type_into("Tỉnh, thành phố", "Hà Tĩnh")
    person.type_into("Họ và tên Chủ tịch UBND", LEADERS[0])
    person.click("Tiếp tục")
    person.click("Nhập danh sách cán bộ")


def bring_in_the_staff(person: Person, files: Files) -> None:
    """An old list with errors goes in, is taken back as a whole, mended where it stands, and goes in again."""
    files.to_open = write_old_staff_list(files.folder / "DSCB cu.xlsx")
    person.click("Chọn tệp Excel…")
    person.sees(f"Thêm mới {len(STAFF) - 1}", "Không nhập được 1", f"năm {IMPOSSIBLE.birth.year} không có ngày 42")
    person.click("2. Cột")
    person.sees("Hä vµ tªn", "Họ và tên")
    assert person.value("Phông chữ") == "Tự nhận: TCVN3"
    assert person.value("Nghĩa của cột Ngày sinh - Nữ") == "Năm sinh nữ"
    person.click("Xem từng dòng")
    person.click(f"Nhập {len(STAFF) - 1} người")
    person.sees(f"Nhập xong: đã thêm {len(STAFF) - 1} người, thêm {len(UNITS)} đơn vị.", "Còn 1 dòng chưa nhập")
    person.click("Hoàn tác cả lần nhập")
    person.sees("Đã hoàn tác cả lần nhập")
    person.click("Không nhập được 1")
    person.click("Sửa dòng này…")
    person.type_into("Họ và tên", MISWRITTEN.name)
    person.click("Xem lại dòng này")
    person.click(f"Nhập {len(STAFF)} người")
    person.sees(f"{len(STAFF)} người ở {len(UNITS)} đơn vị")


def take_registrations(person: Person, files: Files, calendar: Calendar) -> None:
    """A round is opened, every unit gets its form, one comes back in time and one late."""
    calendar.turn_to(1, 8)
    person.click("Đăng ký thi đua", RAIL)
    person.click("Mở đợt đăng ký năm 2026")
    person.click("Mở đợt")
    person.click("Gửi phiếu")
    person.click("Chọn thư mục…")
    person.sees(f"Đã ghi {len(UNITS)} phiếu")
    calendar.turn_to(1, 12)
    bring_in_a_form(person, files, ON_TIME, {BEST: FIGHTER, WEAK: FIGHTER, INVENTOR: BASIC})
    calendar.turn_to(2, 20)
    bring_in_a_form(person, files, LATE, {NURSE: BASIC})
    person.sees("trễ")


def bring_in_a_form(person: Person, files: Files, unit: str, titles: dict[Member, str]) -> None:
    path = next(each for each in files.folder.rglob("*.xlsx") if each.name.startswith(_plain(unit)))
    files.to_open = fill_form(path, titles)
    person.click("Nhập từ Excel")
    person.click("Chọn tệp Excel…")
    person.sees(f"Phiếu của {unit}", *(member.name for member in titles))
    person.click(f"Nhập {len(titles)} đăng ký")
    person.sees(*(member.name for member in titles))


def bring_in_what_is_known(person: Person, files: Files, calendar: Calendar) -> None:
    """At the end of the year the ratings, last year's awards and the initiatives come from their own lists."""
    calendar.turn_to(12, 5)
    person.click("Cán bộ, tập thể", RAIL)
    rated = f"{2 * len(STAFF)} xếp loại"
    bring_in(person, files, "Nhập xếp loại", write_ratings(files.folder / "Xep loai.xlsx"), rated)
    person.click("Khen thưởng", RAIL)
    bring_in(person, files, "Nhập từ Excel", write_awards(files.folder / "Khen thuong 2025.xlsx"), "3 khen thưởng")
    person.sees("125/QĐ-UBND")
    person.click("Sáng kiến", RAIL)
    bring_in(person, files, "Nhập từ Excel", write_initiatives(files.folder / "Sang kien.xlsx"), "1 sáng kiến")
    person.sees(IDEA)


def bring_in(person: Person, files: Files, entrance: str, path: Path, what: str) -> None:
    """A clean list is in with three clicks: the entrance, the file, the one button."""
    files.to_open = path
    person.click(entrance)
    person.click("Chọn tệp Excel…")
    person.click(f"Nhập {what}")


def see_who_may_be_put_forward(person: Person) -> None:
    person.click("Đăng ký thi đua", RAIL)
    person.click("Ai đủ điều kiện")
    person.click_line(BEST.name, "CSTĐCS")
    person.click_line(WEAK.name, "CSTĐCS")
    person.sees("Bỏ qua điều kiện…")
    person.click("Bỏ qua điều kiện…")
    person.type_into("Lý do", REASON)
    person.click("Vẫn đưa ra xét")
    person.sees("vẫn xét", REASON)


def send_the_lists_upward(person: Person) -> None:
    person.click("Đăng ký")
    person.click("Gửi cấp trên…")
    person.click("Chọn thư mục…")
    person.sees("Đã ghi")


def print_the_card(person: Person, files: Files) -> None:
    person.click("Cán bộ, tập thể", RAIL)
    person.click_line(BEST.name)
    person.sees("125/QĐ-UBND")
    person.click("In quá trình")
    person.click("In")
    assert files.printed.exists()


def the_lists_have_those_who_registered(files: Files) -> None:
    word, excel = (next(files.folder.glob(f"Danh sach dang ky*{ending}")) for ending in (".docx", ".xlsx"))
    assert_meets_nd30(word.read_bytes())
    cells = [[cell.text for cell in row.cells] for table in docx.Document(str(word)).tables for row in table.rows]
    lines = [list(line) for sheet in openpyxl.load_workbook(excel) for line in sheet.iter_rows(values_only=True)]
    for member, title in ASKED.items():
        assert any(member.name in line and title in line for line in lines), member
        assert any(member.name in line and title in line for line in cells), member


def the_card_tells_the_history(files: Files) -> None:
    assert files.printed.read_bytes().startswith(b"%PDF-")
    if PDFTOTEXT is not None:
        words = " ".join(pdf_text(files.printed).split())
        assert [text for text in (BEST.name, "125/QĐ-UBND", IDEA) if text not in words] == []


def libreoffice_opens_all(files: Files) -> None:
    if SOFFICE is None:
        return
    made = [path for path in files.folder.rglob("*") if path.suffix in (".docx", ".xlsx") and path.stem not in OWN]
    assert len(made) >= len(UNITS) + 3
    pages = laid_out(made, files.folder / "pdf")
    assert sorted(pages) == sorted(path.name for path in made)


def _plain(unit: str) -> str:
    return {"Phòng Kinh tế": "Phong Kinh te", "Trạm Y tế": "Tram Y te"}[unit]
