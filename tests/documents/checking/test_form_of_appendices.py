"""Appendices, long tables, addressees and the subject of a letter."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
from docx.oxml.ns import qn

from kimhoa_app.documents.checking.check import check
from kimhoa_app.documents.checking.file_check import check_file
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.writing import write_docx
from tests.documents.checking.whole_papers import DECISION, PLAN, TODAY, by
from tests.documents.papers import sample_decision, sample_letter

LIST = """
DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN
(Kèm theo Quyết định số 45/QĐ-UBND ngày 06 tháng 01 năm 2026 của Chủ tịch Ủy ban nhân dân xã)
1. Lê Thị Hạnh, thôn Đông.
2. Phan Văn Đức, thôn Tây.
"""
LETTER = (
    PLAN.replace("05/KH-UBND", "05/UBND-VHXH")
    .replace("KẾ HOẠCH\nPhát động", "V/v phát động")
    .replace("\n\nỦy", "\n\nKính gửi:\n- Các phòng thuộc xã;\n- Các thôn.\n\nỦy")
)


def rules(document: OfficialDocument) -> list[str]:
    return [each.rule for each in check(document, TODAY) if each.rule.startswith(("appendix-", "letter-"))]


def test_a_list_says_what_it_belongs_to() -> None:
    (appendix,) = sample_decision().appendices
    assert rules(replace(sample_decision(), appendices=(replace(appendix, reference=""),))) == ["appendix-reference"]
    assert rules(sample_decision()) == []


def test_the_text_points_to_its_list() -> None:
    pointing = DECISION.replace("thành tích xuất sắc.", "thành tích xuất sắc (có danh sách kèm theo).")
    assert by("appendix-unsaid", pointing + LIST) == []
    assert len(by("appendix-unsaid", DECISION + LIST)) == 1
    assert by("appendix-unsaid", DECISION) == []


def test_a_list_does_not_repeat_the_national_name() -> None:
    again = LIST.replace("\n1. Lê", "\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n1. Lê")
    assert len(by("appendix-nation", DECISION + again)) == 1
    assert by("appendix-nation", DECISION + LIST) == []


def test_the_heads_of_a_long_table_are_repeated(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(write_docx(sample_decision(40)))
    assert [each for each in check_file(file, TODAY).findings if each.rule == "table-heads"] == []
    word = docx.Document(BytesIO(file.read_bytes()))
    for mark in list(word.element.body.iter(qn("w:tblHeader"))):
        mark.getparent().remove(mark)
    word.save(str(file))
    (finding,) = [each for each in check_file(file, TODAY).findings if each.rule == "table-heads"]
    assert finding.place is not None


def test_several_addressees_stand_on_lines_of_their_own_with_their_marks() -> None:
    assert by("addressee-stop", LETTER) == []
    assert len(by("addressee-stop", LETTER.replace("- Các thôn.", "- Các thôn;"))) == 1
    assert len(by("addressee-stop", LETTER.replace("thuộc xã;", "thuộc xã,"))) == 1


def test_the_subject_of_a_letter_begins_small() -> None:
    letter = sample_letter()
    assert rules(letter) == []
    assert rules(replace(letter, subject="Đăng ký danh hiệu thi đua năm 2026")) == ["letter-subject"]
    assert rules(replace(letter, subject="UBND xã đăng ký thi đua")) == []
