import re
from collections import Counter
from dataclasses import fields, is_dataclass
from io import BytesIO

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.reading.outline import read_document, read_text
from kimhoa_app.documents.reading.plain_file import text_source
from kimhoa_app.text.legacy import TextEncoding, guess_encoding
from kimhoa_app.text.normal import nfc
from tests.documents.reading import messy

_WORD = re.compile(r"\w+")
PRINTED_BY_THE_FORM = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số SỐ ngày Ngày tháng năm Kính gửi mời trình Trân "
    "trọng Nơi nhận NƠI NHẬN V v Về việc"
)

PIECES = st.sampled_from(
    (
        "KẾ HOẠCH",
        "CHỈ THỊ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/KH-UBND",
        "Số:   /QĐ-UBND",
        "Kim Hoa, ngày 42 tháng 11 năm 2021",
        "ngày    tháng 3 năm 2024",
        "V/v đăng ký",
        "Về việc thi đua",
        "UBND HUYỆN A",
        "ỦY BAN NHÂN DÂN",
        "XÃ KIM HOA",
        "Kính gửi: Các thôn",
        "- Một;",
        "+ Hai",
        "* Ba",
        "I. MỤC ĐÍCH",
        "II MỤC",
        "1. Yêu cầu",
        "1.1. Làm ngay.",
        "3.3 Nội dung",
        "a) chi tiết",
        "đ) việc khác;",
        "Điều 1. Tặng",
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Căn cứ Luật;",
        "QUYẾT ĐỊNH:",
        "Nơi nhận:",
        "Nơi nhận: - Như trên;",
        "- Lưu: VT.",
        "NTH.15",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "CHỦ TỊCH",
        "THƯ KÝ",
        "(Đã ký)",
        "Lê Văn Thức",
        "Phụ lục I",
        "PHỤ LỤC",
        "DANH SÁCH CÁ NHÂN",
        "(Kèm theo Quyết định số 4)",
        "Trên đây là kế hoạch./.",
        "./.",
        "*nghiêng* và **đậm**",
        "**mở",
        "đóng**",
        "| a | b |",
        "|---|---|",
        "x\ty\tz",
        "tiếp tục của câu",
        "xã hội, 12",
        "12",
        "",
        "   ",
        "hết…",
        "# Đầu đề",
        "HỎA TỐC",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Danh sách này có 02 người",
        "Thời gian: 8 giờ",
        "Trang 2",
    )
)
LETTERS = st.text("aăâbcđeêghiklmnoôơpqrstuưvxyAĂĐIVXKHS0123456789 .,;:()-–+*/|#_…“”\t", max_size=40)
LINES = st.lists(st.one_of(PIECES, LETTERS, st.tuples(PIECES, PIECES).map("\t".join)), max_size=30)


def words_of(value: object) -> list[str]:
    """Return the words of every text in a value, in the order of its fields."""
    if isinstance(value, str):
        return _WORD.findall(value.replace("_", " "))
    if isinstance(value, tuple):
        return [word for each in value for word in words_of(each)]
    if is_dataclass(value):
        return [word for field in fields(value) for word in words_of(getattr(value, field.name))]
    return []


def lost(texts: list[str], document: OfficialDocument) -> Counter[str]:
    given_words = Counter(words_of(tuple(texts)))
    missing = given_words - Counter(words_of(document))
    return Counter({word: count for word, count in missing.items() if word not in words_of(PRINTED_BY_THE_FORM)})


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_every_word_of_a_text_is_in_the_model(lines: list[str]) -> None:
    text = "\n".join(lines)
    printed = [paragraph.text for paragraph in text_source(text, "a").paragraphs]
    if guess_encoding(text)[0] is TextEncoding.UNICODE:
        assert words_of(tuple(printed)) == words_of(nfc(text))
    assert not lost(printed, read_text(text))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.one_of(LINES.map(tuple), LINES.map(lambda lines: list(lines[:9])), PIECES), max_size=6))
def test_every_word_of_a_word_file_is_in_the_model(parts: list[object]) -> None:
    word, texts = docx.Document(), []
    for part in parts:
        if isinstance(part, tuple):
            table = word.add_table(rows=max(1, len(part) // 3), cols=3)
            cells = [cell for row in table.rows for cell in row.cells]
            for cell, text in zip(cells, part, strict=False):
                cell.text = text
                texts.append(text)
        elif isinstance(part, list):
            cell = word.add_table(rows=1, cols=1).cell(0, 0)
            for text in part:
                cell.add_paragraph(text)
            texts += part
        else:
            word.add_paragraph(str(part))
            texts.append(str(part))
    stream = BytesIO()
    word.save(stream)
    assert not lost(texts, read_document(stream.getvalue(), "a.docx"))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Phát huy tinh thần.", "1. Nâng cao;", "I. NỘI DUNG", "a) tổ chức.", "- Giao ban;"]),
        max_size=15,
    )
)
def test_the_words_of_a_text_without_head_and_foot_keep_their_order(lines: list[str]) -> None:
    assert _body_words(read_text("\n".join(lines))) == words_of(tuple(lines))


def _body_words(document: OfficialDocument) -> list[str]:
    texts = [paragraph.text for paragraph in document.opening]
    for _, section in document.walk_sections():
        texts += [section.label, section.heading, *(getattr(block, "text", "") for block in section.blocks)]
    return words_of((*texts, *(paragraph.text for paragraph in document.closing)))


def test_every_word_of_the_messy_papers_is_in_the_model() -> None:
    texts = (
        messy.DISTRICT_PLAN,
        messy.TOWN_PLAN,
        messy.LETTER,
        messy.CHAT,
        messy.CAPITALS,
        messy.NO_HEAD,
        messy.hard_wrapped(),
    )
    for text in texts:
        assert not lost([text], read_text(text))
