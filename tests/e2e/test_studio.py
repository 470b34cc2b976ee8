"""The plan of the year in the real window: last year's file, made badly, becomes a paper that is issued and found."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import docx
from PySide6.QtCore import Qt

from kimhoa_app.documents.reading.outline import read_document
from kimhoa_app.documents.texts import texts_of
from tests.documents.nd30 import assert_meets_nd30
from tests.e2e.conftest import SitDown
from tests.e2e.person import Person
from tests.e2e.surroundings import Calendar, Files

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
RAIL: Final = "Kim Hoa"
OLD_ORDER: Final = "Chỉ thị số 02/CT-UBND ngày 20/01/2025"
NEW_ORDER: Final = "Chỉ thị số 05/CT-UBND ngày 02/01/2026"
OLD_PERIOD: Final = "2021 - 2025"
NEW_PERIOD: Final = "2026 - 2030"
OLD_OFFICE: Final = "Phòng Nội vụ huyện"
NEW_OFFICE: Final = "Sở Nội vụ"
ANNIVERSARY: Final = "kỷ niệm 81 năm"
OLD_HEAD: Final = "Trần Văn Cảnh"
HEAD: Final = "Phan Văn Thành"
PERSON: Final = "bà Hồ Thị Lài"
FROM_WORD: Final = "Mỗi thôn chọn ít nhất một mô hình hay để giới thiệu trong xã."
LAST_YEAR: Final = (
    "ỦY BAN NHÂN DÂN XÃ KIM HOA\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 09/KH-UBND\tĐộc lập - Tự do - Hạnh phúc",
    "Kim Hoa, ngày 15 tháng 01 năm 2025",
    "KẾ HOẠCH",
    "Phát động phong trào thi đua năm 2025",
    f"Thực hiện {OLD_ORDER} của Chủ tịch Ủy ban nhân dân tỉnh về việc tổ chức phong trào",
    "thi đua yêu nước, Ủy ban nhân dân xã xây dựng kế hoạch như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Khơi dậy tinh thần tự giác của cán bộ và Nhân dân trong năm 2025.",
    "2. Giữ vững anh ninh trật tự; gắn với mục tiêu giai đoạn 2021 - 2025.",
    "II. NỘI DUNG THI ĐUA",
    "1. Đợt một: từ nay đến ngày 30/6/2025, chào mừng kỷ niệm 50 năm Ngày Giải phóng miền Nam, thống nhất đất nước "
    "(30/4/1975 - 30/4/2025).",
    "2. Đợt hai: thi đua phát triển kinh tế- xã hội, hoàn thành trước ngày 15/12/2025.",
    "III. TỔ CHỨC THỰC HIỆN",
    f"1. {OLD_OFFICE} hướng dẫn việc đăng ký; xã báo cáo UBND huyện hằng quý.",
    f"2. Giao {PERSON} theo dõi, tổng hợp trên địa bàn xã Kim Hoa,các thôn báo cáo định kỳ.",
    "Trên đây là kế hoạch phát động phong trào thi đua năm 2025, đề nghị các đơn vị thực hiện nghiêm túc./.",
    "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN",
    "- UBND huyện;\tCHỦ TỊCH",
    "- Các thôn;",
    f"- Lưu: VT.\t{OLD_HEAD}",
)


def write_last_years_file(path: Path) -> Path:
    """Write the plan as it comes out of many hands: no style, bold at will, a line broken in mid sentence."""
    made = docx.Document()
    for number, line in enumerate(LAST_YEAR):
        paragraph = made.add_paragraph()
        for place, word in enumerate(line.split(" ")):
            paragraph.add_run(f"{' ' if place else ''}{word}").bold = (number + place) % 4 == 0
    made.save(str(path))
    return path


def test_the_plan_from_last_years_file_to_the_register(
    sit_down: SitDown, files: Files, calendar: Calendar, record_property: Callable[[str, object], None]
) -> None:
    with sit_down() as person:
        set_up_the_office(person)
        bring_in_last_years_file(person, files)
        answer_the_questions(person)
        counts = [person.clicks, person.fields]
    with sit_down() as person:
        open_the_draft(person)
        answer_what_was_put_off(person)
        correct_and_pass_over(person)
        rearrange_and_insert(person)
        save_and_take_back_from_word(person, files)
        issue_and_attach(person, files, calendar)
        find_it_again(person)
        counts = [counts[0] + person.clicks, counts[1] + person.fields]
    the_paper_says_what_was_decided(files)
    record_property("said", f"Kế hoạch từ tệp năm trước. Số lần bấm: {counts[0]}; số ô đã gõ: {counts[1]}")


def set_up_the_office(person: Person) -> None:
    person.sees("Chào mừng đến với Kim Hoa")
    person.type_into("Tên riêng", "Kim Hoa")
    person.type_into("Tỉnh, thành phố", "Hà Tĩnh")
    person.type_into("Họ và tên Chủ tịch UBND", HEAD)
    person.click("Tiếp tục")
    person.click("Để sau")


def bring_in_last_years_file(person: Person, files: Files) -> None:
    files.to_open = write_last_years_file(files.folder / "KH thi đua 2025 (bản cuối, sửa).docx")
    person.click("Kế hoạch, phong trào", RAIL)
    person.click("Từ tệp năm trước…")
    person.click("Chọn tệp…")
    person.sees("Kế hoạch số 09/KH-UBND ngày 15/01/2025, năm 2025", "kỷ niệm 51 năm")
    person.click("Tạo bản thảo năm 2026")
    person.sees("chuyển từ 09/KH-UBND ngày 15/01/2025")


def answer_the_questions(person: Person) -> None:
    """One answer is typed, one put off, words are kept, a proposal is taken: each by one key or one button."""
    person.click("Trả lời câu hỏi")
    person.sees("Câu 1/7", OLD_ORDER)
    person.type_into("Ghi lại thành", NEW_ORDER)
    person.press(Key.Key_Return)
    person.sees("Câu 2/7")
    person.click("Để sau")
    person.sees("Câu 3/7")
    person.type_into("Ghi lại thành", NEW_OFFICE)
    person.press(Key.Key_Return)
    person.sees("Câu 4/7")
    person.type_into("Ghi lại thành", "UBND tỉnh")
    person.click("Dùng cho cả 2 chỗ giống vậy")
    person.click("Trả lời")
    person.sees("Câu 5/7", "Người này năm nay còn giữ việc này không?")
    person.click("Giữ nguyên")
    person.sees("Câu 7/7", f"Người ký hiện nay là {HEAD}")
    assert person.value("Ghi lại thành") == HEAD
    person.press(Key.Key_Return)
    person.sees("1 câu hỏi")


def open_the_draft(person: Person) -> None:
    """What was answered before the program was closed is there, with the question that was put off."""
    person.sees("Ban hành kế hoạch phát động thi đua năm 2026 (còn 1 câu hỏi)")
    person.click("Kế hoạch, phong trào", RAIL)
    person.sees("bản thảo, 1 câu hỏi")
    person.click("Soạn tiếp kế hoạch")
    person.sees("1 câu hỏi", NEW_ORDER)
    person.does_not_see(OLD_ORDER)


def answer_what_was_put_off(person: Person) -> None:
    person.press(Key.Key_F9)
    person.sees("Câu 1/1", "Giai đoạn 2021 - 2025 đã qua")
    person.type_into("Ghi lại thành", NEW_PERIOD)
    person.press(Key.Key_Return)
    person.sees(f"Đã thay “{OLD_PERIOD}” bằng “{NEW_PERIOD}”.")


def correct_and_pass_over(person: Person) -> None:
    person.click_remark("anh ninh", "Sửa")
    person.sees("Giữ vững an ninh trật tự")
    person.click_remark("tế- xã", "Sửa")
    person.sees("kinh tế - xã hội, hoàn thành")
    person.click_remark(",các", "Bỏ qua")
    person.type_into("Lý do bỏ qua", "Xã viết liền như thế")
    person.press(Key.Key_Return)
    person.sees("1 bỏ qua")


def rearrange_and_insert(person: Person) -> None:
    person.drag_line("III. TỔ CHỨC", "II. NỘI DUNG")
    person.sees("II. TỔ CHỨC THỰC HIỆN", "III. NỘI DUNG THI ĐUA")
    person.press(Key.Key_Z, CONTROL)
    person.sees("II. NỘI DUNG THI ĐUA", "III. TỔ CHỨC THỰC HIỆN")
    person.click_line("2. Đợt hai")
    person.click_into("Nội dung của mục")
    person.press(Key.Key_End, CONTROL)
    person.write(" Chào mừng ")
    person.press(Key.Key_Space, CONTROL)
    person.search("Gõ để tìm", "cach mang thang tam")
    person.press(Key.Key_Return)
    person.sees(f"Chào mừng {ANNIVERSARY}")


def save_and_take_back_from_word(person: Person, files: Files) -> None:
    person.click("Xuất PDF")
    person.sees("Đã lưu “Ke hoach 2026.pdf”.")
    person.click("Xuất Word")
    person.sees("Đã lưu “Ke hoach 2026.docx”.")
    person.work_elsewhere(lambda: change_in_word(files.saved("Ke hoach", ".docx")))
    person.sees("đã được sửa trong Word lúc")
    person.click("Xem thay đổi")
    person.sees("Chỗ khác 1/1", "bản đang soạn được giữ ở Phiên bản")
    person.click("Lấy nội dung từ Word")
    person.sees(FROM_WORD)
    person.does_not_see("đã được sửa trong Word lúc")


def change_in_word(path: Path) -> None:
    opened = docx.Document(str(path))
    last = next(each for each in opened.paragraphs if "hướng dẫn việc đăng ký" in each.text)
    last.runs[-1].text = f"{last.runs[-1].text} {FROM_WORD}"
    opened.save(str(path))


def issue_and_attach(person: Person, files: Files, calendar: Calendar) -> None:
    calendar.turn_to(1, 9)
    person.click("Ban hành…")
    person.type_into("Số (…/KH-UBND)", "7")
    assert person.value("Ngày ban hành") == "09/01/2026"
    person.click("Ban hành")
    person.sees("Văn bản đã ban hành số 07/KH-UBND ngày 09/01/2026")
    files.to_open = files.folder / "KH 07 da ky.pdf"
    files.to_open.write_bytes(files.saved("Ke hoach", ".pdf").read_bytes())
    person.click("Đính kèm…")
    person.sees("Đã đính kèm “KH 07 da ky.pdf”.")


def find_it_again(person: Person) -> None:
    person.click("Sổ văn bản", RAIL)
    person.sees("Năm 2026 đã ban hành 1 văn bản", "07/KH-UBND", "1 tệp", HEAD)
    person.press(Key.Key_K, CONTROL)
    person.search("Tìm người", "ke hoach phat dong")
    person.sees("07/KH-UBND · năm 2026 · bản ký: KH 07 da ky.pdf")
    person.press(Key.Key_Return)
    person.sees("Bản đã ký", "KH 07 da ky.pdf")


def the_paper_says_what_was_decided(files: Files) -> None:
    word, pdf = files.saved("Ke hoach", ".docx"), files.saved("Ke hoach", ".pdf")
    assert_meets_nd30(word.read_bytes())
    paper = read_document(word)
    words = "\n".join(text.words for text in texts_of(paper))
    kept = (NEW_ORDER, NEW_OFFICE, PERSON, NEW_PERIOD, "UBND tỉnh", ANNIVERSARY, FROM_WORD, "an ninh trật tự")
    assert [text for text in kept if text not in words] == []
    assert [text for text in (OLD_ORDER, OLD_OFFICE, OLD_PERIOD, "2025", "anh ninh") if text in words] == []
    assert [section.label for section in paper.sections] == ["I.", "II.", "III."]
    assert (paper.year, paper.signatures[0].name) == (2026, HEAD)
    assert pdf.read_bytes().startswith(b"%PDF-")
