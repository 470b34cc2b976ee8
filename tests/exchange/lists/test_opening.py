"""What is no list of a spreadsheet, damaged or hostile, ends in one sentence."""

import random
import zipfile
from pathlib import Path

import openpyxl
import pytest

from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.exchange.lists import cells, opening
from kimhoa_app.exchange.lists.kinds import ListKind
from kimhoa_app.exchange.lists.reading import FoundList, read_lists
from tests.exchange.lists.workbooks import Page, workbook

LIST = (("Họ và tên", "Năm sinh", "Ghi chú"), ("Trần Văn Bình", 1979, "x"))


def read(path: Path) -> FoundList:
    return read_lists(path, ListKind.STAFF).lists[0]


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    return workbook(tmp_path / "ds.xlsx", Page(LIST))


def zip_with(path: Path, name: str, content: bytes = b"<x/>") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path


def with_part(source: Path, target: Path, name: str, content: bytes) -> Path:
    """Copy a workbook with one part replaced."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return target


def test_other_kinds_of_file_get_one_sentence(tmp_path: Path) -> None:
    old = tmp_path / "cu.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    locked = tmp_path / "khoa.xlsx"
    locked.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    text = tmp_path / "ghi chu.xlsx"
    text.write_text("Họ và tên;Năm sinh")
    empty = tmp_path / "rong.xlsx"
    empty.write_bytes(b"")
    files = {
        old: "bị hỏng",
        locked: "có mật khẩu",
        text: "không phải là bảng tính",
        empty: "không phải là bảng tính",
        tmp_path / "khong co.xlsx": "Không có tệp",
        tmp_path: "là thư mục; hãy chọn một tệp Excel",
        zip_with(tmp_path / "word.docx", "word/document.xml"): "tệp Word",
        zip_with(tmp_path / "anh.zip", "anh.png"): "không phải là bảng tính",
        zip_with(tmp_path / "hong.xlsx", "xl/workbook.xml"): "bị hỏng",
        zip_with(tmp_path / "b.xlsb", "xl/workbook.bin"): "xlsb",
    }
    for path, sentence in files.items():
        with pytest.raises(UnusableFile, match=sentence):
            read(path)


def test_a_truncated_file_gets_one_sentence(listed: Path) -> None:
    whole = listed.read_bytes()
    for size in range(8, len(whole), 97):
        listed.write_bytes(whole[:size])
        with pytest.raises(UnusableFile):
            read(listed)


def test_a_mutated_file_is_read_or_told(listed: Path) -> None:
    whole, chance = listed.read_bytes(), random.Random(4)
    for _ in range(150):
        mutated = bytearray(whole)
        for _byte in range(chance.randint(1, 8)):
            mutated[chance.randrange(len(mutated))] = chance.randrange(256)
        listed.write_bytes(bytes(mutated))
        try:
            assert read(listed).lines
        except UnusableFile as error:
            assert error.message.endswith(".")  # noqa: PT017 - either outcome is right


def test_a_file_that_unpacks_to_far_more_is_refused(tmp_path: Path) -> None:
    path = zip_with(tmp_path / "bom.xlsx", "xl/worksheets/sheet1.xml", bytes(opening.MAX_UNPACKED_BYTES + 1))
    with pytest.raises(UnusableFile, match="quá lớn"):
        read(path)


def test_entities_are_not_blown_up_and_files_not_fetched(listed: Path, tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    bomb = f'<!DOCTYPE x [{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    body = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a9;&f;</t></is></c></row>'
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'{bomb}<worksheet xmlns="{space}"><sheetData>{body}</sheetData></worksheet>'
    with pytest.raises(UnusableFile):
        read(with_part(listed, tmp_path / "bomb.xlsx", "xl/worksheets/sheet1.xml", sheet.encode()))


def test_more_rows_than_a_list_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "MAX_ROWS", 3)
    path = workbook(tmp_path / "ds.xlsx", Page([LIST[0], *[LIST[1]] * 5]))
    with pytest.raises(UnusableFile, match="3 dòng"):
        read(path)


def test_a_million_blank_rows_and_a_cell_far_below_cost_nothing(listed: Path, tmp_path: Path) -> None:
    blank = "".join(f'<row r="{number}"/>' for number in range(3, 200_000))
    with zipfile.ZipFile(listed) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    far = '<row r="1000000"><c r="A1000000"><v>1</v></c></row>'
    path = with_part(
        listed,
        tmp_path / "a.xlsx",
        "xl/worksheets/sheet1.xml",
        sheet.replace("</sheetData>", f"{blank}{far}</sheetData>").encode(),
    )
    assert [line.number for line in read(path).lines] == [2]


def test_a_text_that_begins_with_a_sign_is_text(listed: Path) -> None:
    book = openpyxl.load_workbook(listed)
    sheet = book.worksheets[0]
    for row, text in enumerate(("=1+1", "+84 912", "@a", "-x"), start=3):
        sheet.cell(row, 1, f"Lê Văn {text[1:] or 'A'}")
        cell = sheet.cell(row, 3, text)
        cell.data_type = "s"
    book.save(listed)
    assert [line.text("note") for line in read(listed).lines[1:]] == ["=1+1", "+84 912", "@a", "-x"]


def test_the_value_that_excel_kept_beside_a_formula_counts(listed: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(listed) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    formula = '<c r="D2" t="str"><f>A1&amp;"x"</f><v>từ công thức</v></c></row></sheetData>'
    heads = sheet.replace("</row></sheetData>", formula)
    path = with_part(listed, tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", heads.encode())
    assert "từ công thức" not in [line.text("note") for line in read(path).lines]
    assert read(path).lines[0].faults == ()


def test_a_csv_file_is_read_in_utf8_and_as_windows_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text("Họ và tên;Năm sinh\nTrần Văn Bình;1979\n", "utf-8-sig")
    assert read(path).lines[0].text("full_name") == "Trần Văn Bình"
    path.write_bytes("Ho va ten,Nam sinh\nTrâ\u0300n Văn Bi\u0300nh,1979\n".encode("cp1258"))
    assert read(path).lines[0].text("full_name") == "Trần Văn Bình"


def test_the_unicode_text_of_excel_is_read(tmp_path: Path) -> None:
    for name, coded in (("ds.txt", "utf-16"), ("ds.csv", "utf-16-le"), ("ds.csv", "utf-16-be")):
        mark = "" if coded == "utf-16" else "\ufeff"
        (tmp_path / name).write_bytes(f"{mark}Họ và tên\tNăm sinh\nTrần Văn Bình\t1979\n".encode(coded))
        assert read(tmp_path / name).lines[0].text("full_name") == "Trần Văn Bình"
