"""The staff of a fictional commune as its office keeps it in Excel: 45 people, not as tidy as a program would like."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import cycle
from pathlib import Path
from typing import Final

import openpyxl

UNITS: Final = {
    "Thường trực UBND": 3,
    "Văn phòng HĐND và UBND": 8,
    "Phòng Kinh tế": 9,
    "Phòng Văn hóa - Xã hội": 8,
    "Trung tâm Phục vụ hành chính công": 6,
    "Ban Chỉ huy Quân sự": 4,
    "Trạm Y tế": 7,
}
LEADERS: Final = ("Phan Văn Thành", "Nguyễn Thị Mai Hương", "Đặng Quốc Tuấn")
FAMILY: Final = ("Nguyễn", "Trần", "Lê", "Phan", "Hồ", "Đặng", "Võ")
MIDDLE: Final = ("Thị", "Văn", "Đức", "Thị Thanh", "Quang", "Ngọc")
GIVEN: Final = (
    "Ánh", "Bình", "Cường", "Dung", "Đạt", "Giang", "Hằng", "Hòa", "Khánh", "Lài", "Mận", "Nga", "Oanh", "Phúc", "Quý",
    "Sơn", "Thủy", "Uyên", "Vân", "Xuân", "Yến",
)  # fmt: skip
POSTS: Final = ("Chuyên viên", "Công chức", "Kế toán", "Viên chức")


@dataclass(frozen=True)
class Member:
    """One line of the list."""

    name: str
    birth: date
    gender: str
    post: str
    unit: str


def _staff() -> tuple[Member, ...]:
    families, middles, givens, posts = (cycle(words) for words in (FAMILY, MIDDLE, GIVEN, POSTS))
    staff = []
    for unit, count in UNITS.items():
        for place in range(count):
            middle = next(middles)
            name = f"{next(families)} {middle} {next(givens)}"
            post = next(posts)
            if unit == "Thường trực UBND":
                name, post = LEADERS[place], "Phó Chủ tịch" if place else "Chủ tịch"
                middle = name.split()[1]
            elif place == 0:
                post = (
                    "Trưởng phòng" if unit.startswith("Phòng") else "Chánh Văn phòng" if "phòng" in unit else "Trưởng"
                )
            gender = "Nữ" if middle.startswith("Thị") else "Nam"
            born = date(1968 + len(staff) % 30, 1 + len(staff) % 12, 1 + len(staff) * 7 % 28)
            staff.append(Member(name, born, gender, post, unit))
    return tuple(staff)


STAFF: Final = _staff()


def write_staff_list(path: Path) -> Path:
    """Write the list as offices have it: title rows above the head, capitals, dates as text and as dates, a total."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Ghi chú"
    sheet = book.create_sheet("DS 2026")
    sheet.append(["UBND XÃ KIM HOA"])
    sheet.append([])
    sheet.append([None, None, "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC"])
    sheet.merge_cells("C3:F3")
    sheet.append([None, None, "(Có mặt đến ngày 01/01/2026)"])
    sheet.append([])
    sheet.append(
        ["TT", "Họ và tên ", "Ngày tháng\nnăm sinh", "Nam/Nữ", "Chức vụ,\nchức danh", "Đơn vị công tác", "Ghi chú"]
    )
    for number, member in enumerate(STAFF, start=1):
        name = member.name.upper() if number % 5 == 0 else f" {member.name.replace(' ', '  ', 1)} "
        birth = datetime.combine(member.birth, datetime.min.time()) if number % 3 else f"{member.birth:%d/%m/%Y}"
        sheet.append([number, name, birth, member.gender, member.post, member.unit])
    sheet.append([])
    sheet.append([None, "Tổng cộng: 45 người"])
    book.save(path)
    return path
