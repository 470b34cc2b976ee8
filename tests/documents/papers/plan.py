"""The plan that launches the year's movement."""

from kimhoa_app.documents.model import (
    Align,
    Column,
    DocumentKind,
    IssueDate,
    Letterhead,
    OfficialDocument,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    plain,
)
from tests.documents.papers.commune import CHAIR, COMMITTEE, LAW


def sample_plan(repeats: int = 1) -> OfficialDocument:
    """Return a plan that launches the year's movement; `repeats` makes its middle part longer."""
    return OfficialDocument(
        kind=DocumentKind.PLAN,
        letterhead=Letterhead(COMMITTEE, "KH-UBND", "Kim Hoa", date=IssueDate(2026, 1)),
        title="KẾ HOẠCH",
        subject="Phát động phong trào thi đua yêu nước thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội, "
        "bảo đảm quốc phòng, an ninh năm 2026",
        opening=(
            plain(
                f"Thực hiện {LAW}; nhằm động viên cán bộ, công chức, viên chức, người lao động và Nhân dân trên "
                f"địa bàn "
                "hoàn thành các chỉ tiêu năm 2026, Ủy ban nhân dân xã Kim Hoa ban hành Kế hoạch phát động phong trào "
                "thi đua yêu nước năm 2026 như sau:"
            ),
        ),
        sections=(_purpose(), *_movements(repeats), _phases(), _work()),
        closing=(
            plain(
                "Trên đây là Kế hoạch phát động phong trào thi đua yêu nước năm 2026. Ủy ban nhân dân xã yêu cầu các "
                "đơn vị nghiêm túc triển khai thực hiện. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các "
                "đơn vị phản ánh về Phòng Văn hóa - Xã hội để tổng hợp, báo cáo Ủy ban nhân dân xã xem xét, quyết định."
            ),
        ),
        signatures=(CHAIR,),
        recipients=(
            "Sở Nội vụ tỉnh Hà Tĩnh (b/c)",
            "Thường trực Đảng ủy, HĐND xã (b/c)",
            "Ủy ban MTTQ Việt Nam xã và các đoàn thể",
            "Các phòng, đơn vị thuộc UBND xã",
            "Thôn trưởng các thôn",
            "Lưu: VT, VHXH.",
        ),
        year=2026,
    )


def _purpose() -> Section:
    purpose = (
        "Khơi dậy tinh thần yêu nước, ý chí tự lực, tự cường; tạo khí thế thi đua sôi nổi trong từng cơ quan, trường "
        "học, thôn xóm ngay từ những ngày đầu năm.",
        "Phát hiện, bồi dưỡng và nhân rộng gương điển hình tiên tiến, chú trọng người trực tiếp lao động, sản xuất.",
    )
    demands = (
        "Nội dung thi đua phải thiết thực, có chỉ tiêu cụ thể, dễ làm, dễ kiểm tra; tránh phô trương, hình thức.",
        "Việc khen thưởng bảo đảm chính xác, công khai, minh bạch, kịp thời; thành tích đến đâu khen thưởng đến đó.",
    )
    return Section(
        "I.",
        "Mục đích, yêu cầu",
        children=(
            Section("1.", "Mục đích", tuple(plain(f"- {text}") for text in purpose)),
            Section("2.", "Yêu cầu", tuple(plain(f"- {text}") for text in demands)),
        ),
    )


def _movements(repeats: int) -> tuple[Section, ...]:
    fields = (
        (
            "Phát triển kinh tế",
            "thu ngân sách trên địa bàn vượt 5 % dự toán tỉnh giao; mỗi thôn có thêm một mô hình sản "
            "xuất hàng hóa gắn với chương trình mỗi xã một sản phẩm",
        ),
        (
            "Xây dựng nông thôn mới",
            "chỉnh trang 12 km đường trục thôn, 100 % hộ tham gia phân loại rác tại nguồn; giữ "
            "vững các tiêu chí xã đạt chuẩn nông thôn mới nâng cao",
        ),
        (
            "Văn hóa - xã hội",
            'tỷ lệ gia đình đạt danh hiệu "Gia đình văn hóa" từ 92 % trở lên; các trường giữ vững '
            "trường chuẩn quốc gia; không để tái nghèo",
        ),
        (
            "Cải cách hành chính, chuyển đổi số",
            "100 % hồ sơ giải quyết đúng hạn; trên 80 % hồ sơ nộp trực tuyến; cán bộ, "
            "công chức thực hiện nghiêm kỷ luật, kỷ cương hành chính",
        ),
        ("Quốc phòng, an ninh", "hoàn thành 100 % chỉ tiêu giao quân; xây dựng xã an toàn về an ninh, trật tự"),
    )
    reason = (
        "Các đơn vị căn cứ chức năng, nhiệm vụ được giao để cụ thể hóa thành chỉ tiêu của từng cá nhân, "
        "từng tổ công tác, "
        "đăng ký với Hội đồng Thi đua - Khen thưởng xã và tự chấm điểm hằng quý; lấy kết quả thực hiện "
        "nhiệm vụ làm thước "
        "đo chủ yếu khi xét danh hiệu thi đua cuối năm."
    )
    parts = tuple(
        Section(
            f"{number}.",
            f"Thi đua trong lĩnh vực {name[0].lower()}{name[1:]}",
            (plain(f"Phấn đấu {goal}."), plain(reason)),
            (
                Section(
                    "a)",
                    blocks=(
                        plain(
                            "Đối với tập thể: hoàn thành toàn bộ chỉ tiêu đã đăng ký trước ngày 30 tháng 11 năm 2026."
                        ),
                    ),
                ),
                Section(
                    "b)",
                    blocks=(
                        Paragraph(
                            (
                                Run("Đối với cá nhân: ", italic=True),
                                Run("có ít nhất một việc làm mới, cách làm hay được đơn vị ghi nhận."),
                            )
                        ),
                    ),
                ),
            ),
        )
        for number, (name, goal) in enumerate(fields * repeats, start=1)
    )
    return (Section("II.", "Nội dung thi đua", (plain("Toàn xã tập trung thi đua trên các lĩnh vực sau:"),), parts),)


def _phases() -> Section:
    rows = (
        ("1", "Đợt 1", "Từ ngày phát động đến 19/5/2026", "136 năm Ngày sinh Chủ tịch Hồ Chí Minh", "Phòng VH-XH"),
        (
            "2",
            "Đợt 2",
            "Từ 20/5/2026 đến 02/9/2026",
            "81 năm Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam",
            "Văn phòng HĐND và UBND",
        ),
        (
            "3",
            "Đợt 3",
            "Từ 03/9/2026 đến 31/12/2026",
            "Tổng kết phong trào, bình xét danh hiệu thi đua năm 2026",
            "Hội đồng TĐ-KT xã",
        ),
    )
    table = Table(
        (
            Column("TT", 1, Align.CENTER),
            Column("Đợt", 2),
            Column("Thời gian", 4),
            Column("Nội dung trọng tâm", 5),
            Column("Chủ trì", 3),
        ),
        tuple(Row(row) for row in rows),
    )
    return Section("III.", "Các đợt thi đua", (plain("Phong trào thi đua năm 2026 chia làm ba đợt:"), table))


def _work() -> Section:
    offices = ("Văn phòng HĐND và UBND xã", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Các trường học, Trạm Y tế")
    work = (
        "tham mưu tổ chức hội nghị phát động, ký giao ước thi đua; đôn đốc các đơn vị đăng ký thi đua "
        "trước ngày 15 tháng "
        "01 năm 2026; tổng hợp kết quả, tham mưu sơ kết 6 tháng trước ngày 30 tháng 6 và tổng kết trước "
        "ngày 20 tháng 12."
    )
    return Section(
        "IV.",
        "Tổ chức thực hiện",
        children=tuple(
            Section(f"{number}.", office, (plain(f"{office} {work}"),)) for number, office in enumerate(offices, 1)
        ),
    )
