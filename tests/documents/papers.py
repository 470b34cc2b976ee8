"""Official papers of a fictional commune as model values, for tests and benchmarks of what writes and reads them."""

from kimhoa_app.documents.model import (
    Align,
    Appendix,
    Circulation,
    Column,
    DocumentKind,
    IssueDate,
    Letterhead,
    OfficialDocument,
    Orientation,
    Paragraph,
    Row,
    Run,
    Section,
    Signature,
    Table,
    Urgency,
    plain,
)

COMMITTEE = ("ỦY BAN NHÂN DÂN", "XÃ KIM HOA")
COUNCIL = ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",)
CHAIR = Signature("CHỦ TỊCH", "Nguyễn Thị Hồng Hạnh", ("TM. ỦY BAN NHÂN DÂN",))
DEPUTY = Signature("PHÓ CHỦ TỊCH", "Trần Đình Ánh", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"))
LAW = "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phan", "Hồ", "Võ", "Đặng", "Bùi", "Đinh", "Cao")
_MIDDLE = ("Thị Hồng", "Văn", "Đình", "Thị Minh", "Quốc", "Xuân", "Thị Kim")
_GIVEN = ("Hạnh", "Ánh", "Tuấn", "Hường", "Sỹ", "Nghĩa", "Thảo", "Dũng", "Uyên", "Đức", "Ước")
_UNITS = ("Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trường Tiểu học Kim Hoa")


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


def sample_decision(people: int = 60) -> OfficialDocument:
    """Return a decision of the chairman with a landscape list of `people`."""
    return OfficialDocument(
        kind=DocumentKind.DECISION,
        letterhead=Letterhead(COMMITTEE, "QĐ-UBND", "Kim Hoa", number="7", date=IssueDate(2027, 1, 5)),
        title="QUYẾT ĐỊNH",
        subject="Về việc tặng Giấy khen cho các cá nhân có thành tích xuất sắc trong phong trào thi đua "
        "yêu nước năm 2026",
        issuing_post="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ KIM HOA",
        legal_bases=(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
            f"Căn cứ {LAW};",
            "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân "
            "cấp, phân quyền "
            "trong lĩnh vực thi đua, khen thưởng",
            "Theo đề nghị của Hội đồng Thi đua - Khen thưởng xã.",
        ),
        enacting="QUYẾT ĐỊNH:",
        sections=(
            Section(
                "Điều 1.",
                blocks=(
                    plain(
                        f"Tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã cho {people} cá nhân có "
                        "thành tích xuất sắc trong phong trào thi đua yêu nước năm 2026 (có danh sách "
                        "kèm theo)."
                    ),
                ),
            ),
            Section(
                "Điều 2.",
                blocks=(
                    plain(
                        "Mức tiền thưởng thực hiện theo quy định hiện hành, trích từ quỹ thi đua, "
                        "khen thưởng của Ủy ban nhân dân xã."
                    ),
                ),
            ),
            Section(
                "Điều 3.",
                blocks=(
                    plain(
                        "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, Trưởng phòng Văn hóa "
                        "- Xã hội, Trưởng phòng Kinh tế, các đơn vị và cá nhân có tên tại Điều 1 chịu "
                        "trách nhiệm thi hành Quyết định này."
                    ),
                ),
            ),
        ),
        signatures=(Signature("CHỦ TỊCH", "Nguyễn Thị Hồng Hạnh"),),
        recipients=("Như Điều 3", "Sở Nội vụ tỉnh Hà Tĩnh (b/c)", "Lưu: VT, VHXH"),
        appendices=(_awarded(people),),
        year=2026,
    )


def people_rows(count: int) -> tuple[Row, ...]:
    """Return `count` rows of fictional people: number, name, post, unit, merit, money."""
    return tuple(
        Row(
            (
                str(number),
                f"{_FAMILY[number % 10]} {_MIDDLE[number % 7]} {_GIVEN[number % 11]}",
                "Công chức" if number % 3 else "Giáo viên, Tổ trưởng tổ chuyên môn",
                _UNITS[number % 4],
                "Hoàn thành xuất sắc nhiệm vụ năm 2026" + ("; có sáng kiến được công nhận" if number % 5 == 0 else ""),
                "468.000",
            )
        )
        for number in range(1, count + 1)
    )


def _awarded(people: int) -> Appendix:
    columns = (
        Column("STT", 1.2, Align.CENTER),
        Column("Họ và tên", 5),
        Column("Chức vụ", 4.5),
        Column("Đơn vị", 5),
        Column("Thành tích", 7),
        Column("Tiền thưởng (đồng)", 3, Align.RIGHT),
    )
    rows = (Row(("I. CÁ NHÂN",), span=True), *people_rows(people))
    return Appendix(
        heading="Phụ lục",
        title="Danh sách cá nhân được tặng Giấy khen",
        reference="(Kèm theo Quyết định số 07/QĐ-UBND ngày 05 tháng 01 năm 2027 của Chủ tịch "
        "Ủy ban nhân dân xã Kim Hoa)",
        blocks=(Table(columns, rows),),
        closing=f"Danh sách này có {people} cá nhân./.",
        orientation=Orientation.LANDSCAPE,
    )


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
            for n, given in enumerate(_GIVEN, 1)
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
    rows = tuple(Row((str(number), unit, f"{number + 3}")) for number, unit in enumerate(_UNITS, 1))
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


def all_samples() -> dict[str, OfficialDocument]:
    """Return every sample by a short name."""
    return {
        "plan": sample_plan(),
        "decision": sample_decision(),
        "minutes": sample_minutes(),
        "letter": sample_letter(),
        "invitation": sample_invitation(),
        "list": sample_list(),
        "regulation": sample_regulation(),
        "urgent letter": sample_urgent_letter(),
    }


def sample_regulation() -> OfficialDocument:
    """Return a decision that issues rules in chapters, divisions and articles."""
    article = Section(
        "Điều 1.",
        "Phạm vi điều chỉnh",
        children=(
            Section("1.", blocks=(plain("Quy định về tổ chức phong trào thi đua trên địa bàn xã."),)),
            Section(
                "2.",
                blocks=(plain("Quy định về xét khen thưởng, gồm:"),),
                children=(
                    Section("a)", blocks=(plain("Khen thưởng theo công trạng;"),)),
                    Section("b)", blocks=(plain("Khen thưởng đột xuất."),)),
                ),
            ),
        ),
    )
    division = Section("Mục 1", "Những quy định chung", children=(article,))
    return OfficialDocument(
        kind=DocumentKind.OTHER,
        title="QUY CHẾ",
        subject="Thi đua, khen thưởng của Ủy ban nhân dân xã Kim Hoa",
        sections=(Section("Chương I", "Quy định chung", children=(division,)),),
        signatures=(CHAIR,),
    )
