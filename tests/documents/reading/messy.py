"""Badly made papers of fictional offices, as they come from Word, from a chat or from an old disk."""

import textwrap
from io import BytesIO

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

Word = docx.document.Document

OPENING = (
    "Thực hiện Kế hoạch số 15/KH-UBND ngày 10 tháng 01 năm 2022 của Ủy ban nhân dân huyện An Bình về phong trào thi "
    "đua yêu nước năm 2022, Ủy ban nhân dân xã xây dựng kế hoạch với các nội dung như sau:"
)
LONG = (
    "Phát huy tinh thần đoàn kết, sáng tạo của cán bộ, công chức và Nhân dân trong xã; nâng cao chất lượng, hiệu quả "
    "các phong trào thi đua, góp phần hoàn thành thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022."
)
MORE = (
    "Việc tổ chức phong trào thi đua phải bảo đảm thiết thực, hiệu quả, phù hợp với điều kiện của từng cơ quan, đơn "
    "vị; gắn thi đua với khen thưởng và nhân rộng điển hình tiên tiến."
)


def saved(word: Word) -> bytes:
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def put(word: Word, text: str, *, bold: bool = False, center: bool = False, style: str | None = None) -> Paragraph:
    paragraph = word.add_paragraph(style=style)
    paragraph.add_run(text).bold = bold or None
    if center:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def fill(cell: object, *lines: str) -> None:
    cell.text = lines[0]  # type: ignore[attr-defined]
    for line in lines[1:]:
        cell.add_paragraph(line)  # type: ignore[attr-defined]


def head_table(word: Word, left: tuple[str, ...], right: tuple[str, ...], below: tuple[str, str]) -> None:
    table = word.add_table(rows=2, cols=2)
    fill(table.cell(0, 0), *left)
    fill(table.cell(0, 1), *right)
    fill(table.cell(1, 0), *below[0].split("\n"))
    fill(table.cell(1, 1), below[1])


NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "-----------------")


def directive() -> bytes:
    word = docx.Document()
    head_table(
        word,
        ("UBND HUYỆN AN BÌNH", "ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP", "________"),
        NATION,
        ("Số: 03/CT-UBND", "Tân Lập, ngày 05 tháng 01 năm 2023"),
    )
    put(word, "CHỈ THỊ", bold=True, center=True)
    put(word, "Về việc phát động phong trào thi đua yêu nước", bold=True, center=True)
    put(word, "năm 2023 trên địa bàn xã Tân Lập", bold=True, center=True)
    put(word, "Năm 2023 là năm bản lề thực hiện Nghị quyết Đại hội Đảng bộ xã. " + LONG)
    put(word, "Chủ tịch Ủy ban nhân dân xã yêu cầu:")
    put(word, "1. Các ban ngành, đoàn thể cấp xã:")
    put(word, "a) " + LONG)
    put(word, "b) " + MORE)
    put(word, "2. Hội đồng Thi đua - Khen thưởng xã tham mưu tổng kết phong trào trước ngày 20/12/2023.")
    put(word, "Chỉ thị này được phổ biến đến toàn thể cán bộ và Nhân dân trong xã./.")
    table = word.add_table(rows=1, cols=2)
    fill(table.cell(0, 0), "Nơi nhận:", "- UBND huyện;", "- Các thôn;", "- Lưu: VT.")
    fill(table.cell(0, 1), "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "(Đã ký)", "", "Đỗ Thị Mai")
    return saved(word)


def ward_plan() -> bytes:
    """Return a plan whose numbers Word makes, with heading styles, a broken page and a tracked change."""
    word = docx.Document()
    put(word, "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    put(word, "PHƯỜNG LÊ LỢI\tĐộc lập – Tự do – Hạnh phúc", bold=True)
    put(word, "Số:      /KH-UBND\tLê Lợi, ngày      tháng 02 năm 2026")
    put(word, "KẾ HOẠCH", bold=True, center=True)
    put(word, "Tổ chức phong trào thi đua năm 2026", bold=True, center=True)
    put(word, "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;")
    put(word, "Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh;")
    put(word, "Ủy ban nhân dân phường ban hành Kế hoạch như sau:")
    put(word, "I. MỤC ĐÍCH", style="Heading 1")
    put(word, LONG, style="List Number")
    broken = put(word, "Nâng cao nhận thức của cán bộ,", style="List Number")
    broken.add_run().add_break(WD_BREAK.PAGE)
    broken.add_run("công chức về công tác thi đua.")
    put(word, "II. CÁC ĐỢT THI ĐUA", style="Heading 1")
    put(word, "Đợt 1: từ tháng 01 đến tháng 6.", style="List Bullet")
    put(word, "Đợt 2: từ tháng 7 đến tháng 12.", style="List Bullet")
    put(word, "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN")
    put(word, "- UBND tỉnh (b/c);\tCHỦ TỊCH")
    put(word, "- Các phòng, đơn vị;")
    put(word, "- Lưu: VT, VHXH.\tBùi Quang Huy")
    return saved(word)


DISTRICT_PLAN = f"""\
ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN AN BÌNH                        Độc lập - Tự do - Hạnh phúc
   Số: 205/KH-UBND                An Bình, ngày 31 tháng 02 năm 2021

                              KẾ HOẠCH
     Phát động phong trào thi đua chào mừng Đại hội Đảng các cấp

{OPENING}

A. ĐẶC ĐIỂM TÌNH HÌNH
{LONG}

B. NỘI DUNG
I. Chỉ tiêu thi đua
1. Về kinh tế
1.1. {LONG}
1.2 {MORE}
3. Về văn hóa
- {MORE}
+ Đối với các thôn: giữ vững danh hiệu thôn văn hóa.
II. Giải pháp
a/ {LONG}
b/ {MORE}

Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Phòng Nội vụ để tổng hợp./.

Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN
- UBND tỉnh;                                    KT. CHỦ TỊCH
- Các xã, thị trấn;                             PHÓ CHỦ TỊCH
- Lưu: VT, NV.

                                                Hoàng Văn Thái
"""

TOWN_PLAN = f"""\
UBND THỊ XÃ PHÚ SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số 77 /KH-UBND
Phú Sơn, ngày 12/3/2024

KẾ HOẠCH PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2024

{OPENING}

Chương I
QUY ĐỊNH CHUNG
Điều 1. Mục đích
{LONG}
Điều 2. Yêu cầu
1. {LONG}
2. {MORE}
Chương II
TỔ CHỨC THỰC HIỆN
Điều 3. {MORE}
"""

LETTER = f"""\
UBND XÃ TÂN LẬP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG\tĐộc lập - Tự do - Hạnh phúc
Số: 08/HĐTĐKT\tTân Lập, ngày 09 tháng 11 năm 2023
V/v đăng ký danh hiệu thi đua
năm 2024

Kính gửi:
- Các ban ngành, đoàn thể xã;
- Các trường học trên địa bàn.

{LONG}

1. Nội dung đăng ký: danh hiệu thi đua và hình thức khen thưởng.
2. Thời hạn: gửi trước ngày 15/01/2024.

Đề nghị các đơn vị nghiêm túc thực hiện./.

Nơi nhận:
- Như trên;
- Lưu: VT.
NTH.15

TM. HỘI ĐỒNG
CHỦ TỊCH

Trần Quốc Bảo
"""


def minutes() -> bytes:
    word = docx.Document()
    put(word, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, center=True)
    put(word, "Độc lập - Tự do - Hạnh phúc", bold=True, center=True)
    put(word, "BIÊN BẢN", bold=True, center=True)
    put(word, "Họp Hội đồng Thi đua - Khen thưởng xã", bold=True, center=True)
    put(word, "Vào hồi 14 giờ 00 phút ngày 12 tháng 12 năm 2023, Hội đồng họp xét khen thưởng.")
    put(word, "1. Thành phần", bold=True)
    put(word, "- Chủ trì: ông Trần Quốc Bảo, Chủ tịch Hội đồng;")
    put(word, "- Thư ký: bà Lê Thị Hoa.")
    put(word, "2. Kết quả bỏ phiếu", bold=True)
    table = word.add_table(rows=3, cols=3)
    for row, texts in enumerate(
        (("STT", "Họ và tên", "Số phiếu"), ("1", "Ngô Văn Cường", "9/9"), ("2", "Lý Thị Dung", "8/9"))
    ):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    put(word, "Cuộc họp kết thúc lúc 16 giờ 30 phút cùng ngày./.")
    sign = word.add_table(rows=2, cols=2)
    fill(sign.cell(0, 0), "THƯ KÝ")
    fill(sign.cell(0, 1), "CHỦ TRÌ")
    fill(sign.cell(1, 0), "Lê Thị Hoa")
    fill(sign.cell(1, 1), "Trần Quốc Bảo")
    return saved(word)


def all_in_one_cell() -> bytes:
    word = docx.Document()
    outer = word.add_table(rows=1, cols=1).cell(0, 0)
    head = outer.add_table(rows=1, cols=2)
    fill(head.cell(0, 0), "ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP", "Số: 11/KH-UBND")
    fill(head.cell(0, 1), *NATION[:2], "Tân Lập, ngày 20 tháng 12 năm 2022")
    for line in ("KẾ HOẠCH", "Thi đua năm 2023", OPENING, "I. MỤC ĐÍCH", LONG, "II. YÊU CẦU", MORE):
        outer.add_paragraph(line)
    return saved(word)


CHAT = f"""\
# KẾ HOẠCH
**Phát động phong trào thi đua *xanh - sạch - đẹp* năm 2025**

{OPENING}

## I. MỤC ĐÍCH
- {LONG}
* {MORE}

## II. CÁC ĐỢT THI ĐUA
| Đợt | Thời gian | Nội dung |
|-----|:---------:|----------|
| 1 | Từ 01/01 đến 30/6 | Chào mừng **Đại hội** |
| 2 | Từ 01/7 đến 31/12 | Tổng kết |

**TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH**

Nguyễn Hữu Lộc
"""

CAPITALS = f"""\
KẾ HOẠCH
Thi đua thu ngân sách năm 2022

MỤC ĐÍCH
{LONG}

CÁC GIẢI PHÁP CHỦ YẾU
1. {LONG}
2. {MORE}

TỔ CHỨC THỰC HIỆN
{MORE}
"""

NO_HEAD = f"""\
{LONG}

1. {LONG}
2. {LONG}
2. {MORE}
3.2. {MORE}
3.3 {LONG}
"""


def hard_wrapped() -> str:
    parts = (
        "I. MỤC ĐÍCH",
        LONG,
        "1. Công tác tuyên truyền",
        MORE + " Kịp thời biểu dương các tập thể, cá nhân có thành tích trong năm.",
        "- " + LONG,
        "- " + MORE,
        "II. THỰC HIỆN",
        LONG + " Ủy ban nhân dân xã giao Văn phòng theo dõi, đôn đốc các đơn vị thực hiện tốt Kế hoạch này.",
    )
    return "KẾ HOẠCH\nThi đua năm 2022\n\n" + "\n\n".join(textwrap.fill(part, 74) for part in parts)


def with_appendices() -> bytes:
    word = docx.Document()
    put(word, "QUYẾT ĐỊNH", bold=True, center=True)
    put(word, "Về việc tặng Giấy khen", bold=True, center=True)
    put(word, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN LẬP", bold=True, center=True)
    put(word, "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;")
    put(word, "Theo đề nghị của Hội đồng Thi đua - Khen thưởng xã.")
    put(word, "QUYẾT ĐỊNH:", bold=True, center=True)
    put(word, "Điều 1. Tặng Giấy khen cho 02 cá nhân (có danh sách kèm theo).")
    put(word, "Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.")
    table = word.add_table(rows=1, cols=2)
    fill(table.cell(0, 0), "Nơi nhận:", "- Như Điều 2;", "- Lưu: VT.")
    fill(table.cell(0, 1), "CHỦ TỊCH", "", "Trần Quốc Bảo")
    word.add_page_break()
    put(word, "Phụ lục I", bold=True, center=True)
    put(word, "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN", bold=True, center=True)
    put(word, "(Kèm theo Quyết định số 45/QĐ-UBND ngày 12 tháng 12 năm 2023)", center=True)
    table = word.add_table(rows=4, cols=3)
    for row, texts in enumerate(
        (("TT", "Họ và tên", "Đơn vị"), ("1", "Ngô Văn Cường", "Thôn Đông"), ("2", "Lý Thị Dung", ""))
    ):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 2).merge(table.cell(2, 2))
    last = table.cell(3, 0).merge(table.cell(3, 2))
    last.text = "Cộng: 02 cá nhân"
    put(word, "Phụ lục II", bold=True, center=True)
    put(word, "BIỂU TỔNG HỢP", bold=True, center=True)
    put(word, "Danh sách này có 02 cá nhân./.")
    return saved(word)


def in_font(text_lines: tuple[str, ...], font: str, capitals_font: str = "") -> bytes:
    word = docx.Document()
    for line in text_lines:
        run = word.add_paragraph().add_run(line.removeprefix("^"))
        name = capitals_font if line.startswith("^") else font
        run.font.name = name
        run._element.rPr.rFonts.set(qn("w:hAnsi"), name)
    return saved(word)
