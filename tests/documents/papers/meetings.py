"""Papers of a meeting of the council."""

from kimhoa_app.documents.model import (
    Align,
    Column,
    DocumentKind,
    IssueDate,
    Letterhead,
    OfficialDocument,
    Orientation,
    Row,
    Section,
    Signature,
    Table,
    plain,
)
from tests.documents.papers.commune import COUNCIL, GIVEN, people_rows


def sample_minutes() -> OfficialDocument:
    """Return the minutes of the council's meeting, with two signatures."""
    tally = Table(
        (
            Column("STT", 1, Align.CENTER),
            Column("Họ và tên", 4),
            Column("Danh hiệu đề nghị", 4),
            Column("Số phiếu đồng ý", 2, Align.RIGHT),
            Column("Tỷ lệ (%)", 2, Align.RIGHT),
        ),
        tuple(
            Row((str(n), f"Lê Thị {given}", "Chiến sĩ thi đua cơ sở", "11", "84,62"))
            for n, given in enumerate(GIVEN, 1)
        ),
    )
    return OfficialDocument(
        kind=DocumentKind.MINUTES,
        letterhead=Letterhead(
            COUNCIL,
            "BB-HĐTĐKT",
            "Kim Hoa",
            superior="ỦY BAN NHÂN DÂN XÃ KIM HOA",
            number="02",
            date=IssueDate(2026, 12, 9),
        ),
        title="BIÊN BẢN",
        subject="Họp Hội đồng Thi đua - Khen thưởng xã xét danh hiệu thi đua năm 2026",
        blocks=(
            plain(
                "Vào hồi 14 giờ 00 phút ngày 09 tháng 12 năm 2026, tại phòng họp Ủy ban nhân dân xã Kim Hoa, Hội đồng "
                "Thi đua - Khen thưởng xã họp xét danh hiệu thi đua năm 2026."
            ),
        ),
        sections=(
            Section(
                "I.",
                "Thành phần",
                children=(
                    Section("1.", blocks=(plain("Chủ trì: Bà Nguyễn Thị Hồng Hạnh, Chủ tịch Hội đồng."),)),
                    Section("2.", blocks=(plain("Thư ký: Ông Phan Quốc Tuấn, công chức Phòng Văn hóa - Xã hội."),)),
                    Section("3.", blocks=(plain("Có mặt: 12/13 thành viên; vắng: 01 (có lý do)."),)),
                ),
            ),
            Section(
                "II.",
                "Kết quả bỏ phiếu",
                (plain("Số phiếu phát ra: 12; thu về: 12; hợp lệ: 12; không hợp lệ: 0. Kết quả:"), tally),
            ),
        ),
        closing=(
            plain(
                "Cuộc họp kết thúc hồi 16 giờ 30 phút cùng ngày. Biên bản đã được thông qua trước toàn thể thành viên "
                "dự họp và nhất trí ký tên."
            ),
        ),
        signatures=(Signature("THƯ KÝ", "Phan Quốc Tuấn"), Signature("CHỦ TRÌ", "Nguyễn Thị Hồng Hạnh")),
        recipients=("Thành viên Hội đồng", "Lưu: VT, HĐTĐKT"),
        year=2026,
    )


def sample_invitation() -> OfficialDocument:
    """Return an invitation to the council's meeting, number and day left for the pen."""
    return OfficialDocument(
        kind=DocumentKind.INVITATION,
        letterhead=Letterhead(COUNCIL, "GM-HĐTĐKT", "Kim Hoa", superior="UBND XÃ KIM HOA", date=IssueDate(2026, 12)),
        title="GIẤY MỜI",
        subject="Họp xét danh hiệu thi đua và hình thức khen thưởng năm 2026",
        addressees=("Các thành viên Hội đồng Thi đua - Khen thưởng xã",),
        sections=(
            Section("1.", blocks=(plain("Thời gian: 14 giờ 00 phút, thứ Tư, ngày 09 tháng 12 năm 2026."),)),
            Section("2.", blocks=(plain("Địa điểm: Phòng họp tầng 2, trụ sở Ủy ban nhân dân xã Kim Hoa."),)),
            Section("3.", blocks=(plain("Nội dung: Xét danh hiệu thi đua, hình thức khen thưởng năm 2026."),)),
        ),
        closing=(plain("Đề nghị các thành viên sắp xếp công việc, dự họp đầy đủ, đúng thời gian."),),
        signatures=(Signature("CHỦ TỊCH", "Nguyễn Thị Hồng Hạnh", ("TM. HỘI ĐỒNG",)),),
        recipients=("Như thành phần mời", "Lưu: VT, HĐTĐKT"),
        year=2026,
    )


def sample_list() -> OfficialDocument:
    """Return a free-standing landscape registration list of a school, without a number."""
    columns = (
        Column("STT", 1, Align.CENTER),
        Column("Họ và tên", 4),
        Column("Chức vụ", 4),
        Column("Đơn vị", 4),
        Column("Nội dung", 5),
        Column("Số tiền", 2, Align.RIGHT),
    )
    return OfficialDocument(
        kind=DocumentKind.LIST,
        letterhead=Letterhead(
            ("TRƯỜNG TIỂU HỌC KIM HOA",), "", "Kim Hoa", superior="UBND XÃ KIM HOA", date=IssueDate(2026, 1, 12)
        ),
        title="DANH SÁCH",
        subject="Đăng ký danh hiệu thi đua, hình thức khen thưởng năm 2026",
        blocks=(Table(columns, people_rows(32)),),
        signatures=(Signature("HIỆU TRƯỞNG", "Đặng Thị Minh Uyên"),),
        orientation=Orientation.LANDSCAPE,
        year=2026,
    )
