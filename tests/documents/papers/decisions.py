"""Decisions: a commendation with its list, and a regulation in articles."""

from kimhoa_app.documents.model import (
    Align,
    Appendix,
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
from tests.documents.papers.commune import CHAIR, COMMITTEE, LAW, people_rows


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
