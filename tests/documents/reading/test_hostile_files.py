import random
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from kimhoa_app.documents.reading.files import read_file
from kimhoa_app.documents.reading.outline import outline_json, read_document
from kimhoa_app.documents.reading.word_file import WordFile
from kimhoa_app.documents.reading.word_form import word_form
from kimhoa_app.domain.errors import UnusableFile
from tests.documents.reading import messy

DOCUMENT = (
    '<?xml version="1.0"?>{head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{body}</w:body></w:document>"
)
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def package(document: str | bytes, **others: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("word/document.xml", document)
        for name, content in others.items():
            file.writestr(name.replace("__", "/") + ".xml", content)
    return stream.getvalue()


def assert_read_or_refused(content: bytes, name: str = "a.docx") -> None:
    """Anything but a document or the one kind of failure that the clerk understands ends the test."""
    try:
        read = read_file(content, name)
        if isinstance(read, WordFile):
            word_form(read)
        outline_json(read_document(content, name))
    except UnusableFile as error:
        sentence = error.message
        assert name in sentence


def zipped(*names: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "không có chữ"),
        (b"  \r\n", "không có chữ"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "đời cũ"),
        (b"{\\rtf1 }", "RTF"),
        (b"\x89PNG\r\n", "ảnh"),
        (zipped("xl/workbook.xml"), "Excel"),
        (zipped("content.xml", "mimetype"), "LibreOffice"),
        (zipped("a.txt"), "không phải tệp Word"),
        (b"<html><body>x</body></html>", "trang web"),
        (bytes(range(32)) * 100, "không phải tệp văn bản"),
    ],
)
def test_what_is_no_document_gets_a_sentence_that_says_what_it_is(content: bytes, says: str) -> None:
    with pytest.raises(UnusableFile, match=r"“tệp\.txt”") as caught:
        read_document(content, "tệp.txt")
    assert says in caught.value.message


def test_a_part_that_unpacks_to_very_much_is_refused() -> None:
    with pytest.raises(UnusableFile, match="quá lớn"):
        read_document(package(b" " * (200 << 20)), "a.docx")


def test_a_part_with_very_many_elements_is_refused() -> None:
    with pytest.raises(UnusableFile, match="quá"):
        read_document(package(DOCUMENT.format(head="", body="<w:p/>" * 3_000_000)), "a.docx")


def test_a_file_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "to.docx"
    with path.open("wb") as file:
        file.truncate(200 << 20)
    with pytest.raises(UnusableFile, match="quá lớn"):
        read_document(path)


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_xml_with_entities_is_refused(head: str) -> None:
    with pytest.raises(UnusableFile, match=r"a\.docx"):
        read_document(package(DOCUMENT.format(head=head, body="<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")), "a.docx")


@pytest.mark.parametrize("tag", ["w:sdt", "w:tbl", "w:ins", "w:p", "w:r"])
def test_deep_nesting_ends_in_a_document_or_a_sentence(tag: str) -> None:
    for depth in (100, 250, 100_000):
        body = f"<{tag}>" * depth + f"</{tag}>" * depth
        assert_read_or_refused(package(DOCUMENT.format(head="", body=body)))


def test_styles_in_a_circle_and_numbers_without_end_are_read() -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = f'<w:styles {w}><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
    styles += '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    relations += '<Relationship Id="1" Type="x/styles" Target="styles.xml"/></Relationships>'
    body = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>Chữ</w:t></w:r></w:p>'
    content = BytesIO(package(DOCUMENT.format(head="", body=body), word__styles=styles))
    with zipfile.ZipFile(content, "a") as file:
        file.writestr("word/_rels/document.xml.rels", relations)
    assert read_document(content.getvalue(), "a.docx").opening[0].text == "Chữ"


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_ends_in_a_document_or_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(messy.directive())
    for _ in range(chance.randint(1, 40)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    cut = bytes(content[: chance.randrange(len(content))]) if seed % 3 == 0 else bytes(content)
    assert_read_or_refused(cut)


@pytest.mark.parametrize("seed", range(40))
def test_damaged_xml_ends_in_a_document_or_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(messy.ward_plan())) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = bytearray(old.read(name))
            for _ in range(chance.randint(0, 3)):
                start = chance.randrange(len(part))
                part[start : start + chance.randrange(9)] = chance.choice([b'w:val="-1"', b"", b"9" * 5000, b"<w:p/>"])
            new.writestr(name, bytes(part))
    assert_read_or_refused(stream.getvalue())


@pytest.mark.parametrize("piece", ["a", "*", "**x", "Số: ", "1.", "(", "ngày 1 tháng ", "x, ", "\t", "| ", "a\n", "\n"])
def test_a_huge_text_of_one_piece_is_read_or_refused(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert_read_or_refused(text.encode(), "a.txt")


def test_insertions_boxes_links_and_controls_are_read_and_deletions_and_comments_not() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>".format
    body = (
        f"<w:p>{run('Giữ ')}<w:ins>{run('thêm ')}</w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
        f"<w:hyperlink>{run('nối ')}</w:hyperlink><w:smartTag>{run('thẻ ')}</w:smartTag>"
        f"<w:fldSimple>{run('trường ')}</w:fldSimple><w:sdt><w:sdtContent>{run('ô')}</w:sdtContent></w:sdt>"
        f"<w:r><w:pict><w:txbxContent><w:p>{run('Trong khung')}</w:p></w:txbxContent></w:pict></w:r>"
        "<w:r><w:commentReference/></w:r></w:p>"
    )
    read = read_document(package(DOCUMENT.format(head="", body=body)), "a.docx")
    assert [each.text for each in read.opening] == ["Giữ thêm nối thẻ trường ô", "Trong khung"]
    assert [each.place.paragraph for each in read.opening if each.place] == [1, 2]


def test_words_of_margins_and_notes_are_kept_apart() -> None:
    word = docx.Document()
    word.add_paragraph("Nội dung.")
    word.sections[0].footer.paragraphs[0].text = "Địa chỉ: thôn Đông"
    word.sections[0].header.paragraphs[0].text = "2"
    read = read_document(messy.saved(word), "a.docx")
    assert [each.text for each in read.notes] == ["Địa chỉ: thôn Đông"]
