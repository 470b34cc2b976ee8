"""A clean plan as a text, with what is changed in it, and what the rules find."""

from datetime import date

from kimhoa_app.documents.checking.check import check
from kimhoa_app.documents.checking.findings import Finding
from kimhoa_app.documents.checking.level import Level
from kimhoa_app.documents.reading.outline import document_of
from kimhoa_app.documents.reading.plain_file import text_source

TODAY = date(2026, 11, 21)

BODY = """I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Động viên cán bộ, công chức và Nhân dân trong xã hoàn thành nhiệm vụ năm 2026.
- Phát hiện và nhân rộng các gương điển hình tiên tiến.
2. Yêu cầu
- Nội dung thi đua phải thiết thực, có chỉ tiêu cụ thể.
- Việc khen thưởng phải chính xác, công khai, kịp thời.
II. NỘI DUNG
1. Phát triển kinh tế, hoàn thành dự toán thu ngân sách.
2. Xây dựng nông thôn mới, giữ vững các tiêu chí đã đạt.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội theo dõi, đôn đốc việc thực hiện.
2. Các thôn phổ biến Kế hoạch này đến từng hộ gia đình."""

PLAN = f"""ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ KIM HOA                         Độc lập - Tự do - Hạnh phúc
Số: 05/KH-UBND                     Kim Hoa, ngày 06 tháng 01 năm 2026

KẾ HOẠCH
Phát động phong trào thi đua yêu nước năm 2026

Ủy ban nhân dân xã Kim Hoa ban hành Kế hoạch phát động phong trào thi đua như sau:

{BODY}

Trên đây là Kế hoạch phát động phong trào thi đua yêu nước năm 2026./.

Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN
- Sở Nội vụ;                                     CHỦ TỊCH
- Các thôn;
- Lưu: VT, VHXH.
                                              Nguyễn Thị Hồng Hạnh
"""

DECISION = """ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ KIM HOA                         Độc lập - Tự do - Hạnh phúc
Số: 45/QĐ-UBND                     Kim Hoa, ngày 06 tháng 01 năm 2026

QUYẾT ĐỊNH
Về việc tặng Giấy khen

CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ KIM HOA

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
Theo đề nghị của Hội đồng Thi đua - Khen thưởng xã.

QUYẾT ĐỊNH:

Điều 1. Tặng Giấy khen cho 03 cá nhân có thành tích xuất sắc.
Điều 2. Tiền thưởng trích từ quỹ thi đua, khen thưởng của xã.
Điều 3. Văn phòng, các đơn vị và cá nhân có tên tại Điều 1 thi hành Quyết định này./.

Nơi nhận:                                        CHỦ TỊCH
- Như Điều 3;
- Lưu: VT, VHXH.
                                              Nguyễn Thị Hồng Hạnh
"""


def with_body(*lines: str) -> str:
    """Return the plan with other lines in the place of its body."""
    return PLAN.replace(BODY, "\n".join(lines))


def findings(text: str, *, level: Level | None = None, today: date = TODAY) -> list[Finding]:
    """Return what the rules find in a text."""
    source = text_source(text, "văn bản")
    return list(check(document_of(source), today, source=source, level=level))


def by(rule: str, text: str, *, level: Level | None = None) -> list[Finding]:
    """Return what the rule of that id finds in a text."""
    return [finding for finding in findings(text, level=level) if finding.rule == rule]


def words(rule: str, text: str, *, level: Level | None = None) -> list[str]:
    """Return the words that the rule of that id objects to in a text."""
    return [finding.text for finding in by(rule, text, level=level)]
