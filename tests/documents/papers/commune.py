"""Who and what all papers of the fictional commune have in common."""

from kimhoa_app.documents.model import (
    Row,
    Signature,
)

COMMITTEE = ("ỦY BAN NHÂN DÂN", "XÃ KIM HOA")
COUNCIL = ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",)
CHAIR = Signature("CHỦ TỊCH", "Nguyễn Thị Hồng Hạnh", ("TM. ỦY BAN NHÂN DÂN",))
DEPUTY = Signature("PHÓ CHỦ TỊCH", "Trần Đình Ánh", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"))
LAW = "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phan", "Hồ", "Võ", "Đặng", "Bùi", "Đinh", "Cao")
_MIDDLE = ("Thị Hồng", "Văn", "Đình", "Thị Minh", "Quốc", "Xuân", "Thị Kim")
GIVEN = ("Hạnh", "Ánh", "Tuấn", "Hường", "Sỹ", "Nghĩa", "Thảo", "Dũng", "Uyên", "Đức", "Ước")
UNITS = ("Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trường Tiểu học Kim Hoa")


def people_rows(count: int) -> tuple[Row, ...]:
    """Return `count` rows of fictional people: number, name, post, unit, merit, money."""
    return tuple(
        Row(
            (
                str(number),
                f"{_FAMILY[number % 10]} {_MIDDLE[number % 7]} {GIVEN[number % 11]}",
                "Công chức" if number % 3 else "Giáo viên, Tổ trưởng tổ chuyên môn",
                UNITS[number % 4],
                "Hoàn thành xuất sắc nhiệm vụ năm 2026" + ("; có sáng kiến được công nhận" if number % 5 == 0 else ""),
                "468.000",
            )
        )
        for number in range(1, count + 1)
    )
