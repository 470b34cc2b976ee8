"""Letters, which name no kind, usual and urgent."""

from kimhoa_app.documents.model import (
    Align,
    Appendix,
    Circulation,
    Column,
    DocumentKind,
    IssueDate,
    Letterhead,
    OfficialDocument,
    Row,
    Table,
    Urgency,
    plain,
)
from tests.documents.papers.commune import COMMITTEE, DEPUTY, LAW, UNITS


def sample_letter() -> OfficialDocument:
    """Return a letter with its subject under the number and several addressees."""
    return OfficialDocument(
        kind=DocumentKind.LETTER,
        letterhead=Letterhead(COMMITTEE, "UBND-VHXH", "Kim Hoa", number="215", date=IssueDate(2026, 2, 3)),
        subject="đăng ký danh hiệu thi đua, hình thức khen thưởng năm 2026",
        addressees=(
            "Các phòng, đơn vị thuộc Ủy ban nhân dân xã",
            "Các trường học, Trạm Y tế xã",
            "Thôn trưởng các thôn",
        ),
        blocks=(
            plain(
                f"Căn cứ {LAW}, Ủy ban nhân dân xã Kim Hoa đề nghị các đơn vị đăng ký danh hiệu thi đua, hình "
                f"thức khen "
                "thưởng năm 2026 theo mẫu gửi kèm."
            ),
            plain(
                "Bản đăng ký gửi về Phòng Văn hóa - Xã hội trước ngày 15 tháng 02 năm 2026. Quá thời hạn trên, "
                "đơn vị nào "
                "không gửi đăng ký được xem là không tham gia phong trào thi đua năm 2026."
            ),
            plain("Đề nghị các đơn vị phối hợp thực hiện."),
        ),
        signatures=(DEPUTY,),
        recipients=("Như trên", "Chủ tịch, các Phó Chủ tịch UBND xã", "Lưu: VT, VHXH"),
        year=2026,
    )


def sample_urgent_letter(urgency: Urgency = Urgency.VERY_URGENT) -> OfficialDocument:
    """Return a letter with every mark that a letter can carry, two pages long, and a list on its own sheet."""
    columns = (Column("STT", 1, Align.CENTER), Column("Đơn vị", 5), Column("Số người", 2, Align.RIGHT))
    rows = tuple(Row((str(number), unit, f"{number + 3}")) for number, unit in enumerate(UNITS, 1))
    request = plain(
        "Đề nghị các đơn vị rà soát danh sách, đối chiếu hồ sơ khen thưởng của từng cá nhân và gửi kết quả về Phòng "
        "Văn hóa - Xã hội trước 16 giờ 00 phút ngày 05 tháng 12 năm 2026 (có danh sách kèm theo)."
    )
    return OfficialDocument(
        kind=DocumentKind.LETTER,
        letterhead=Letterhead(COMMITTEE, "UBND-VHXH", "Kim Hoa", number="9", date=IssueDate(2026, 12, 2)),
        subject="rà soát hồ sơ đề nghị khen thưởng năm 2026",
        addressees=("Các phòng, đơn vị thuộc Ủy ban nhân dân xã", "Các trường học, Trạm Y tế xã"),
        blocks=(request,) * 14,
        signatures=(DEPUTY,),
        recipients=("Như trên", "Lưu: VT, VHXH"),
        appendices=(
            Appendix(
                heading="Phụ lục",
                title="Danh sách đơn vị rà soát hồ sơ",
                reference="(Kèm theo Công văn số 09/UBND-VHXH ngày 02 tháng 12 năm 2026 của Ủy ban nhân dân xã)",
                blocks=(Table(columns, rows),),
                closing=f"Danh sách này có {len(rows)} đơn vị./.",
            ),
        ),
        year=2026,
        urgency=urgency,
        circulation=Circulation.INTERNAL,
        drafter_mark="NTH.15",
        contact_line="Địa chỉ: Thôn Trung tâm, xã Kim Hoa, tỉnh Hà Tĩnh. Điện thoại: 0239 3000 000. "
        "Thư điện tử: ubnd@kimhoa.vi-du.vn",
    )
