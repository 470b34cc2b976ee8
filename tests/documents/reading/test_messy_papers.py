import unicodedata

import pytest

from kimhoa_app.documents.model import OfficialDocument, Paragraph, Section, Table
from kimhoa_app.documents.reading.outline import outline_json, read_document, read_text
from tests.documents.reading import messy
from tests.text.test_legacy import in_tcvn3, in_vni

Tree = list[tuple[str, str, list[str], "Tree"]]


def tree(sections: tuple[Section, ...]) -> Tree:
    return [
        (
            each.label,
            each.heading,
            [block.text[:12] if isinstance(block, Paragraph) else "bảng" for block in each.blocks],
            tree(each.children),
        )
        for each in sections
    ]


def head_of(document: OfficialDocument) -> dict[str, object]:
    outline = outline_json(document)
    parts = ("kind", "superior", "agency", "number", "symbol", "place", "date", "title", "subject")
    return {part: outline[part] for part in parts if outline[part] is not None}


def signatures(document: OfficialDocument) -> list[tuple[tuple[str, ...], str, str]]:
    return [(each.authority, each.position, each.name) for each in document.signatures]


LONG, MORE = "Phát huy tin", "Việc tổ chức"


def test_a_directive_with_its_head_in_a_table() -> None:
    read = read_document(messy.directive(), "a.docx")
    assert head_of(read) == {
        "kind": "CT", "superior": "UBND HUYỆN AN BÌNH", "agency": "ỦY BAN NHÂN DÂN XÃ TÂN LẬP", "number": "03",
        "symbol": "CT-UBND", "place": "Tân Lập", "date": "2023-01-05", "title": "CHỈ THỊ",
        "subject": "Về việc phát động phong trào thi đua yêu nước năm 2023 trên địa bàn xã Tân Lập",
    }  # fmt: skip
    assert tree(read.sections) == [
        ("1.", "Các ban ngành, đoàn thể cấp xã:", [], [("a)", "", [LONG], []), ("b)", "", [MORE], [])]),
        ("2.", "", ["Hội đồng Thi"], []),
    ]
    assert read.closing[0].text == "Chỉ thị này được phổ biến đến toàn thể cán bộ và Nhân dân trong xã"
    assert read.end_mark
    assert read.recipients == ("UBND huyện", "Các thôn", "Lưu: VT")
    assert signatures(read) == [(("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Đỗ Thị Mai")]
    assert read.signatures[0].note == "(Đã ký)"


def test_a_plan_of_a_ward_whose_numbers_word_makes() -> None:
    read = read_document(messy.ward_plan(), "a.docx")
    assert head_of(read) == {
        "kind": "KH", "agency": "ỦY BAN NHÂN DÂN PHƯỜNG LÊ LỢI", "symbol": "KH-UBND", "place": "Lê Lợi",
        "title": "KẾ HOẠCH", "subject": "Tổ chức phong trào thi đua năm 2026",
    }  # fmt: skip
    assert len(read.legal_bases) == 2
    assert tree(read.sections) == [
        ("I.", "MỤC ĐÍCH", [], [("1.", "", [LONG], []), ("2.", "", ["Nâng cao nhậ"], [])]),
        ("II.", "CÁC ĐỢT THI ĐUA", ["- Đợt 1: từ ", "- Đợt 2: từ "], []),
    ]
    broken = read.sections[0].children[1].blocks[0]
    assert isinstance(broken, Paragraph)
    assert broken.text == "Nâng cao nhận thức của cán bộ, công chức về công tác thi đua."
    assert read.recipients == ("UBND tỉnh (b/c)", "Các phòng, đơn vị", "Lưu: VT, VHXH")
    assert signatures(read) == [(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Bùi Quang Huy")]


def test_a_plan_of_a_district_laid_out_with_spaces() -> None:
    read = read_text(messy.DISTRICT_PLAN)
    assert head_of(read) == {
        "kind": "KH", "agency": "ỦY BAN NHÂN DÂN HUYỆN AN BÌNH", "number": "205", "symbol": "KH-UBND",
        "place": "An Bình", "date": "ngày 31 tháng 02 năm 2021", "title": "KẾ HOẠCH",
        "subject": "Phát động phong trào thi đua chào mừng Đại hội Đảng các cấp",
    }  # fmt: skip
    assert tree(read.sections) == [
        ("A.", "ĐẶC ĐIỂM TÌNH HÌNH", [LONG], []),
        (
            "B.", "NỘI DUNG", [],
            [
                (
                    "I.", "Chỉ tiêu thi đua", [],
                    [
                        ("1.", "Về kinh tế", [], [("1.1.", "", [LONG], []), ("1.2", "", [MORE], [])]),
                        ("3.", "Về văn hóa", ["- Việc tổ ch", "+ Đối với cá"], []),
                    ],
                ),
                ("II.", "Giải pháp", [], [("a/", "", [LONG], []), ("b/", "", [MORE], [])]),
            ],
        ),
    ]  # fmt: skip
    assert read.closing[0].text.startswith("Trong quá trình")
    assert read.recipients == ("UBND tỉnh", "Các xã, thị trấn", "Lưu: VT, NV")
    assert signatures(read) == [(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Hoàng Văn Thái")]


def test_a_plan_of_a_town_with_chapters_and_articles() -> None:
    read = read_text(messy.TOWN_PLAN)
    assert head_of(read) == {
        "kind": "KH", "agency": "UBND THỊ XÃ PHÚ SƠN", "number": "77", "symbol": "KH-UBND", "place": "Phú Sơn",
        "date": "2024-03-12", "title": "KẾ HOẠCH", "subject": "PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2024",
    }  # fmt: skip
    assert tree(read.sections) == [
        (
            "Chương I", "QUY ĐỊNH CHUNG", [],
            [
                ("Điều 1.", "Mục đích", [LONG], []),
                ("Điều 2.", "Yêu cầu", [], [("1.", "", [LONG], []), ("2.", "", [MORE], [])]),
            ],
        ),
        ("Chương II", "TỔ CHỨC THỰC HIỆN", [], [("Điều 3.", "", [MORE], [])]),
    ]  # fmt: skip


def test_a_letter_of_the_council_in_tabs() -> None:
    read = read_text(messy.LETTER)
    assert head_of(read) == {
        "kind": "CV", "superior": "UBND XÃ TÂN LẬP", "agency": "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "number": "08",
        "symbol": "HĐTĐKT", "place": "Tân Lập", "date": "2023-11-09", "subject": "đăng ký danh hiệu thi đua năm 2024",
    }  # fmt: skip
    assert read.addressees == ("Các ban ngành, đoàn thể xã", "Các trường học trên địa bàn")
    assert [each.label for each in read.sections] == ["1.", "2."]
    assert read.closing[0].text == "Đề nghị các đơn vị nghiêm túc thực hiện"
    assert (read.recipients, read.drafter_mark) == (("Như trên", "Lưu: VT"), "NTH.15")
    assert signatures(read) == [(("TM. HỘI ĐỒNG",), "CHỦ TỊCH", "Trần Quốc Bảo")]


def test_minutes_with_two_signatures() -> None:
    read = read_document(messy.minutes(), "a.docx")
    assert (read.kind.value, read.subject) == ("BB", "Họp Hội đồng Thi đua - Khen thưởng xã")
    assert tree(read.sections) == [
        ("1.", "Thành phần", ["- Chủ trì: ô", "- Thư ký: bà"], []),
        ("2.", "Kết quả bỏ phiếu", ["bảng"], []),
    ]
    table = read.sections[1].blocks[0]
    assert isinstance(table, Table)
    assert [column.heading for column in table.columns] == ["STT", "Họ và tên", "Số phiếu"]
    assert signatures(read) == [((), "THƯ KÝ", "Lê Thị Hoa"), ((), "CHỦ TRÌ", "Trần Quốc Bảo")]
    assert read.closing[0].text.startswith("Cuộc họp kết thúc")


def test_a_plan_that_stands_whole_in_one_cell() -> None:
    read = read_document(messy.all_in_one_cell(), "a.docx")
    assert head_of(read) == {
        "kind": "KH", "agency": "ỦY BAN NHÂN DÂN XÃ TÂN LẬP", "number": "11", "symbol": "KH-UBND", "place": "Tân Lập",
        "date": "2022-12-20", "title": "KẾ HOẠCH", "subject": "Thi đua năm 2023",
    }  # fmt: skip
    assert tree(read.sections) == [("I.", "MỤC ĐÍCH", [LONG], []), ("II.", "YÊU CẦU", [MORE], [])]


def test_light_text_from_a_chat() -> None:
    read = read_text(messy.CHAT)
    assert head_of(read) == {
        "kind": "KH", "title": "KẾ HOẠCH", "subject": "Phát động phong trào thi đua xanh - sạch - đẹp năm 2025",
    }  # fmt: skip
    assert tree(read.sections) == [
        ("I.", "MỤC ĐÍCH", ["- Phát huy t", "* Việc tổ ch"], []),
        ("II.", "CÁC ĐỢT THI ĐUA", ["bảng"], []),
    ]
    table = read.sections[1].blocks[0]
    assert isinstance(table, Table)
    assert table.rows[0].cells == ("1", "Từ 01/01 đến 30/6", "Chào mừng Đại hội")
    assert signatures(read) == [(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Nguyễn Hữu Lộc")]


def test_headings_in_capitals_alone() -> None:
    assert tree(read_text(messy.CAPITALS).sections) == [
        ("", "MỤC ĐÍCH", [LONG], []),
        ("", "CÁC GIẢI PHÁP CHỦ YẾU", [], [("1.", "", [LONG], []), ("2.", "", [MORE], [])]),
        ("", "TỔ CHỨC THỰC HIỆN", [MORE], []),
    ]


def test_labels_are_kept_as_printed_without_a_head() -> None:
    read = read_text(messy.NO_HEAD)
    assert read.letterhead is None
    assert [section.label for _, section in read.walk_sections()] == ["1.", "2.", "2.", "3.2.", "3.3"]


def test_a_text_broken_at_a_column_is_whole_again() -> None:
    read = read_text(messy.hard_wrapped())
    texts = [
        block.text for _, section in read.walk_sections() for block in section.blocks if isinstance(block, Paragraph)
    ]
    assert texts == [
        messy.LONG,
        messy.MORE + " Kịp thời biểu dương các tập thể, cá nhân có thành tích trong năm.",
        "- " + messy.LONG,
        "- " + messy.MORE,
        messy.LONG + " Ủy ban nhân dân xã giao Văn phòng theo dõi, đôn đốc các đơn vị thực hiện tốt Kế hoạch này.",
    ]
    assert read.sections[0].children[0].heading == "Công tác tuyên truyền"


def test_a_decision_with_appendices() -> None:
    read = read_document(messy.with_appendices(), "a.docx")
    assert (read.issuing_post, read.enacting) == ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN LẬP", "QUYẾT ĐỊNH:")
    assert [each.split(" ")[0] for each in read.legal_bases] == ["Căn", "Theo"]
    assert [each.label for each in read.sections] == ["Điều 1.", "Điều 2."]
    first, second = read.appendices
    assert (first.heading, first.title) == ("Phụ lục I", "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN")
    assert first.reference.startswith("(Kèm theo Quyết định số 45")
    table = first.blocks[0]
    assert isinstance(table, Table)
    assert table.rows[-1].span
    assert (second.heading, second.title) == ("Phụ lục II", "BIỂU TỔNG HỢP")


LEGACY = ("^kế hoạch", "Thi đua năm 2005", "^i. mục đích", messy.LONG, "1. Yêu cầu", "- " + messy.MORE)


def test_runs_in_tcvn3_fonts_are_decoded() -> None:
    lines = tuple(("^" if line[0] == "^" else "") + in_tcvn3(line.removeprefix("^").lower()) for line in LEGACY)
    read = read_document(messy.in_font(lines, ".VnTime", ".VnTimeH"), "a.docx")
    assert (read.title, read.subject) == ("KẾ HOẠCH", "thi đua năm 2005")
    assert read.sections[0].heading == "MỤC ĐÍCH"
    assert read.sections[0].blocks[0].text == messy.LONG.lower()  # type: ignore[union-attr]


def test_runs_in_vni_fonts_are_decoded() -> None:
    lines = tuple(in_vni(line.removeprefix("^").upper() if line[0] == "^" else line) for line in LEGACY)
    read = read_document(messy.in_font(lines, "VNI-Times"), "a.docx")
    assert (read.title, read.subject) == ("KẾ HOẠCH", "Thi đua năm 2005")
    assert tree(read.sections) == [("I.", "MỤC ĐÍCH", [LONG], [("1.", "Yêu cầu", ["- Việc tổ ch"], [])])]


@pytest.mark.parametrize("coded", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258", "tcvn3", "vni"])
def test_a_text_file_is_read_in_every_coding(coded: str) -> None:
    text = messy.CAPITALS
    if coded == "tcvn3":
        content = in_tcvn3(text.lower()).encode("latin-1")
        assert messy.LONG.lower()[:60] in str(outline_json(read_document(content, "a.txt"))).lower()
        return
    content = in_vni(text).encode("latin-1") if coded == "vni" else as_bytes(text, coded)
    assert outline_json(read_document(content, "a.txt")) == outline_json(read_text(text))


def as_bytes(text: str, coding: str) -> bytes:
    if coding != "cp1258":
        return text.encode(coding)
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    split = []
    for letter in text:
        marked = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in marked if mark in tones)
        split.append(unicodedata.normalize("NFC", "".join(mark for mark in marked if mark not in tones)) + tone)
    return "".join(split).encode("cp1258")


RUN_TOGETHER = """
UBND HUYỆN AN BÌNH CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
ỦY BAN NHÂN DÂN XÃ TÂN LẬP Độc lập Tự do Hạnh phúc
Số: 07 /KH UBND Tân Lập, ngày 14 tháng 01 năm 2022
KẾ HOẠCH
Phát động phong trào thi đua năm 2022.
Thực hiện Kế hoạch số 02/KH-UBND ngày 05/01/2022 của UBND huyện, UBND xã xây dựng kế hoạch như sau:
I. Mục đích
Nâng cao chất lượng công tác.
Trên đây là kế hoạch của xã./.
Nơi nhận: TM. ỦY BAN NHÂN DÂN
- UBND huyện; CHỦ TỊCH
- Lưu: VT.
Đỗ Thị Mai
"""


def test_columns_that_a_copy_ran_together_are_parted_again() -> None:
    read = read_text(RUN_TOGETHER)
    assert head_of(read) == {
        "kind": "KH", "superior": "UBND HUYỆN AN BÌNH", "agency": "ỦY BAN NHÂN DÂN XÃ TÂN LẬP", "number": "07",
        "symbol": "KH-UBND", "place": "Tân Lập", "date": "2022-01-14", "title": "KẾ HOẠCH",
        "subject": "Phát động phong trào thi đua năm 2022",
    }  # fmt: skip
    assert read.recipients == ("UBND huyện", "Lưu: VT")
    assert signatures(read) == [(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Đỗ Thị Mai")]


@pytest.mark.parametrize(
    "subject",
    [
        ("Tổ chức các hoạt động thi đua; kỷ niệm ngày thành lập", "Đảng bộ xã (15/8/1949 - 15/8/2024).", "lần thứ hai"),
        ("Tổ chức thi đua. Chuẩn bị đại hội các cấp.",),
        ("Triển khai phong trào thi đua năm 2024.",),
        ("Thực hiện phong trào thi đua trên địa bàn xã năm 2024",),
    ],
)
def test_a_subject_reaches_to_the_paragraph_that_opens_the_text(subject: tuple[str, ...]) -> None:
    opening = "Thực hiện Kế hoạch số 02/KH-UBND ngày 05/01/2024, Ủy ban nhân dân xã xây dựng kế hoạch như sau:"
    read = read_text("\n\n".join(["KẾ HOẠCH", *subject, opening, "I. MỤC ĐÍCH", LONG]))
    assert read.subject == " ".join(subject).rstrip(".")
    assert read.opening[0].text == opening


def test_a_table_typed_with_bars_needs_none_around_it() -> None:
    read = read_text("KẾ HOẠCH\n\nI. KINH PHÍ\n\nTT | Việc | Số tiền\n1 | Hội nghị | 20\nCộng | | 20\n\nGhi chú: a | b")
    (section,) = read.sections
    table, note = section.blocks
    assert isinstance(table, Table)
    assert [column.heading for column in table.columns] == ["TT", "Việc", "Số tiền"]
    assert [row.cells for row in table.rows] == [("1", "Hội nghị", "20"), ("Cộng", "", "20")]
    assert isinstance(note, Paragraph)
