"""The table of Nghị định số 30/2020/NĐ-CP, Phụ lục I, read back out of a .docx: one check for each row, by its id.

The figures here are written down again from the table, not taken from the program's own form rules. Parts are known by
their Word styles and by their words; what is checked is how they are really set.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.section import Section as WordSection
from docx.section import _Footer
from lxml import etree

from kimhoa_app.documents import word_styles as styles
from kimhoa_app.documents.measure import text_width
from kimhoa_app.documents.model import Align
from kimhoa_app.documents.reading.effective import FormatResolver, ParagraphFormat, TextFormat

TYPES = "NQ|QĐ|CT|QC|QyĐ|TC|TB|HD|CTr|KH|PA|ĐA|DA|BC|BB|TTr|HĐ|CĐ|BGN|BTT|GUQ|GM|GGT|GNP|PG|PC|PB"
NUMBER = re.compile(rf"^Số:(?: (?:0[1-9]|[1-9]\d+)|\s{{3,}})/(?:(?:{TYPES})-)?[A-ZĐ][A-ZĐa-z]*(?:-[A-ZĐ][A-ZĐa-z]*)*$")
DATE = re.compile(r"^.+, ngày (?:0[1-9]|[12]\d|3[01]|\s+) ?tháng (?:01|02|[3-9]|1[0-2]|\s+) ?năm \d{4}$")
RUNNING = (styles.BODY, styles.CLOSING, *styles.HEADINGS)


class Absent(Exception):
    """The document has no such part, so its row says nothing about it."""


@dataclass(frozen=True)
class Piece:
    """A paragraph with the width it has (mm) and how it and its runs are set."""

    element: etree._Element
    style: str
    text: str
    room: float
    form: ParagraphFormat
    runs: tuple[tuple[str, TextFormat], ...]
    mark: TextFormat

    @property
    def looks(self) -> list[TextFormat]:
        return [look for text, look in self.runs if text.strip()]

    @property
    def lines(self) -> list[str]:
        room = self.room - self.form.left - self.form.right
        look = self.looks[0]
        lines: list[str] = []
        for word in self.text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and text_width(longer, look.size, bold=look.bold, italic=look.italic) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def width(self, text: str) -> float:
        look = self.looks[0]
        return text_width(text, look.size, bold=look.bold, italic=look.italic)


@dataclass(frozen=True)
class FormReading:
    """A document taken apart: its paragraphs in reading order, its bordered tables, its sections."""

    pieces: list[Piece]
    tables: list[etree._Element]
    sections: list[WordSection]
    resolver: FormatResolver

    def of(self, *names: str) -> list[Piece]:
        """Return the paragraphs of those styles; raises Absent where there are none."""
        found = [piece for piece in self.pieces if piece.style in names]
        if not found:
            raise Absent(names)
        return found

    def after(self, piece: Piece) -> Piece:
        return self.pieces[self.pieces.index(piece) + 1]

    def running(self) -> list[Piece]:
        """Return the body paragraphs outside tables and appendices."""
        end = next((n for n, piece in enumerate(self.pieces) if piece.style == styles.APPENDIX_TITLE), None)
        return [piece for piece in self.pieces[:end] if piece.style in (styles.BODY, styles.CLOSING) and piece.text]


@lru_cache(maxsize=16)
def read_form(content: bytes) -> FormReading:
    """Return the document taken apart."""
    word = docx.Document(BytesIO(content))
    resolver = FormatResolver.of(word)
    pieces = [_piece(paragraph, room, resolver) for paragraph, room in _paragraphs(word)]
    tables = [
        table
        for table in word.element.body.findall(qn("w:tbl"))
        if table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}") is not None
    ]
    return FormReading(pieces, tables, list(word.sections), resolver)


def failing_rows(content: bytes) -> dict[str, str]:
    """Return the ids of the rows that the document breaks, each with what is wrong."""
    reading = read_form(content)
    broken = {}
    for row, check in CHECKS.items():
        try:
            check(reading)
        except Absent:
            continue
        except AssertionError as failure:
            broken[row] = str(failure) or "the row is not met"
    return broken


def applying_rows(content: bytes) -> set[str]:
    """Return the ids of the rows that the document has a part for."""
    reading = read_form(content)
    return {row for row in CHECKS if _applies(row, reading)}


def check_row(row: str, content: bytes) -> None:
    """Raise AssertionError when the document breaks `row`; a part that is absent breaks nothing."""
    try:
        CHECKS[row](read_form(content))
    except Absent:
        return


def assert_meets_nd30(content: bytes) -> None:
    """Raise AssertionError with every row that the document breaks."""
    broken = failing_rows(content)
    assert not broken, broken


def _applies(row: str, reading: FormReading) -> bool:
    try:
        CHECKS[row](reading)
    except Absent:
        return False
    except AssertionError:
        return True
    return True


def _paragraphs(word: docx.document.Document) -> Iterator[tuple[etree._Element, float]]:
    body = word.element.body
    rooms = [(s.page_width - s.left_margin - s.right_margin) / 36000 for s in word.sections]
    current = 0
    for paragraph in body.iter(qn("w:p")):
        cell = next(paragraph.iterancestors(qn("w:tc")), None)
        yield (
            paragraph,
            rooms[current] if cell is None else int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) / 1440 * 25.4,
        )
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            current += 1


def _piece(paragraph: etree._Element, room: float, resolver: FormatResolver) -> Piece:
    runs = tuple((_text(run), resolver.text(paragraph, run)) for run in paragraph.iter(qn("w:r")))
    text = "".join(part for part, _ in runs)
    form = resolver.paragraph(paragraph)
    return Piece(paragraph, resolver.style_name(paragraph), text, room, form, runs, resolver.text(paragraph))


def _text(run: etree._Element) -> str:
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join((child.text or "") if child.tag == qn("w:t") else marks.get(child.tag, "") for child in run)


def _words(element: etree._Element) -> str:
    return "".join(part.text or "" for part in element.iter(qn("w:t"), qn("w:instrText")))


# ---- the page


def _p1(reading: FormReading) -> None:
    for section in reading.sections:
        assert sorted((_mm(section.page_width), _mm(section.page_height))) == [210, 297]


def _p2(reading: FormReading) -> None:
    for section in reading.sections:
        turned = section.page_width > section.page_height
        assert turned == (section._sectPr.find(qn("w:pgSz")).get(qn("w:orient")) == "landscape")
    if any(piece.style == styles.LEGAL_BASIS for piece in reading.pieces):
        assert reading.sections[0].page_width < reading.sections[0].page_height


def _p3(reading: FormReading) -> None:
    for section in reading.sections:
        top, _right, bottom, _left = _margins(section)
        assert 20 <= top <= 25, top
        assert 20 <= bottom <= 25, bottom


def _p4(reading: FormReading) -> None:
    for section in reading.sections:
        assert 30 <= _margins(section)[3] <= 35


def _p5(reading: FormReading) -> None:
    for section in reading.sections:
        assert 15 <= _margins(section)[1] <= 20


def _margins(section: WordSection) -> tuple[int, int, int, int]:
    """Return top, right, bottom, left in mm as on the upright sheet: a turned page has its binding edge at the top."""
    sides = [_mm(m) for m in (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)]
    top, right, bottom, left = sides
    return (right, bottom, left, top) if section.page_width > section.page_height else (top, right, bottom, left)


def _mm(length: int | None) -> int:
    return round((length or 0) / 36000)


def _p6(reading: FormReading) -> None:
    for piece in reading.pieces:
        for look in (*(look for _, look in piece.runs), piece.mark):
            assert set(look.fonts) == {"Times New Roman"}, piece.text
            assert look.color in (None, "000000") or piece.style == styles.URGENCY, piece.text


def _p7(reading: FormReading) -> None:
    for section in reading.sections:
        assert section.different_first_page_header_footer
        assert "PAGE" not in _words(section.first_page_header._element), "shown on page 1"
        numbered = [p for p in section.header._element.iter(qn("w:p")) if "PAGE" in _words(p)]
        assert len(numbered) == 1, "no page number in the header"
        look = reading.resolver.text(numbered[0], numbered[0].find(qn("w:r")))
        assert 13 <= look.size <= 14
        assert not look.bold
        assert not look.italic
        assert reading.resolver.paragraph(numbered[0]).align is Align.CENTER
        assert "PAGE" not in _words(section.footer._element)


def _p8(reading: FormReading) -> None:
    for section in reading.sections:
        start = section._sectPr.find(qn("w:pgNumType"))
        assert start is not None, "the count is not begun again"
        assert start.get(qn("w:start")) == "1"


def _p9(reading: FormReading) -> None:
    for piece in reading.of(*RUNNING, styles.LEGAL_BASIS):
        assert 1 <= (piece.form.lines or 0) <= 1.5, piece.text


def _p10(reading: FormReading) -> None:
    for piece in reading.of(*RUNNING, styles.LEGAL_BASIS):
        assert max(piece.form.before, piece.form.after) >= 6, piece.text


def _p11(reading: FormReading) -> None:
    found = [piece for piece in reading.running() if piece.form.align is Align.JUSTIFY and piece.text != "./."]
    for piece in _some(found):
        assert 9.99 <= piece.form.first_line <= 12.71, (piece.form.first_line, piece.text)


def _p12(reading: FormReading) -> None:
    for piece in _some(reading.running()):
        assert piece.form.align is Align.JUSTIFY, piece.text


def _some(pieces: list[Piece]) -> list[Piece]:
    if not pieces:
        raise Absent
    return pieces


# ---- the parts


@dataclass(frozen=True)
class Look:
    """How the table asks one part to be set."""

    style: str
    least: float
    most: float
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    align: Align = Align.CENTER

    def __call__(self, reading: FormReading) -> None:
        for piece in reading.of(self.style):
            if piece.text:
                self.check(piece)

    def check(self, piece: Piece) -> None:
        assert piece.form.align is self.align, piece.text
        for look in piece.looks:
            assert self.least <= look.size <= self.most, (look.size, piece.text)
            assert look.bold == self.bold, piece.text
            assert look.italic == self.italic, piece.text
            assert not look.underlined, piece.text
        if self.capitals:
            assert piece.text == piece.text.upper() or all(look.capitals for look in piece.looks), piece.text
        assert "__" not in piece.text, "underscores in place of a line"


def _all(*checks: Callable[[FormReading], None]) -> Callable[[FormReading], None]:
    def check(reading: FormReading) -> None:
        for one in checks:
            one(reading)

    return check


def _national_name(reading: FormReading) -> None:
    for piece in reading.of(styles.NATIONAL_NAME):
        assert piece.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        assert len(piece.lines) == 1, "the national name breaks"


def _motto(reading: FormReading) -> None:
    for piece in reading.of(styles.MOTTO):
        assert piece.text == "Độc lập - Tự do - Hạnh phúc"
        _drawn(reading.after(piece), piece.width(piece.text), 0.95, 1.05)


def _issuer_rule(reading: FormReading) -> None:
    pieces = reading.of(styles.ISSUER)
    longest = max(piece.width(piece.text) for piece in pieces)
    assert all(len(piece.lines) == 1 for piece in pieces)
    _drawn(reading.after(pieces[-1]), longest, 1 / 3, 0.5)


def _subject_rule(reading: FormReading) -> None:
    for piece in reading.of(styles.SUBJECT):
        assert not piece.text.endswith(".")
        _drawn(reading.after(piece), max(map(piece.width, piece.lines)), 1 / 3, 0.5)


def _drawn(rule: Piece, text: float, least: float, most: float) -> None:
    assert rule.form.line_above, "no drawn line"
    assert rule.text == ""
    length = rule.room - rule.form.left - rule.form.right
    assert least - 0.005 <= length / text <= most + 0.005, f"{length / text:.3f} of the text"
    assert abs(rule.form.left - rule.form.right) < 0.1, "the line is not in the middle"


def _matches(style: str, pattern: re.Pattern[str]) -> Callable[[FormReading], None]:
    def check(reading: FormReading) -> None:
        for piece in reading.of(style):
            assert pattern.fullmatch(piece.text), piece.text

    return check


def _listed(style: str, start: str) -> Callable[[FormReading], None]:
    def check(reading: FormReading) -> None:
        pieces = reading.of(style)
        for piece in pieces:
            assert piece.text.startswith(start), piece.text
            assert piece.text.endswith("." if piece is pieces[-1] else ";"), piece.text

    return check


def _addressees(reading: FormReading) -> None:
    pieces = reading.of(styles.ADDRESSEE)
    for piece in pieces:
        Look(styles.ADDRESSEE, 13, 14, align=piece.form.align).check(piece)
    assert re.match(r"Kính gửi:|Trân trọng kính mời:", pieces[0].text)
    if len(pieces) == 1:
        assert pieces[0].form.align is Align.CENTER
        return
    for piece in pieces[1:]:
        assert piece.text.startswith("- ")
        assert piece.text.endswith("." if piece is pieces[-1] else ";"), piece.text


def _letter_subject(reading: FormReading) -> None:
    for piece in reading.of(styles.LETTER_SUBJECT):
        assert piece.text.startswith("V/v ")
        assert piece.form.before >= 6
        before = reading.pieces[reading.pieces.index(piece) - 1]
        assert before.style == styles.NUMBER


def _body_text(reading: FormReading) -> None:
    sizes = {look.size for piece in _some(reading.running()) for look in piece.looks}
    assert len(sizes) == 1, sizes
    assert 13 <= sizes.pop() <= 14


def _labelled(style: tuple[str, ...], pattern: str, **look: object) -> Callable[[FormReading], None]:
    def check(reading: FormReading) -> None:
        found = [piece for piece in reading.pieces if piece.style in style and re.match(pattern, piece.text)]
        for piece in _some(found):
            Look(piece.style, 13, 14, **look).check(piece)  # type: ignore[arg-type]

    return check


def _article(reading: FormReading) -> None:
    found = [
        p for p in reading.pieces if p.style in (*styles.HEADINGS, styles.BODY) and re.match(r"Điều \d+\.", p.text)
    ]
    for piece in _some(found):
        assert 9.99 <= piece.form.first_line <= 12.71
        label = piece.runs[0]
        assert re.match(r"Điều \d+\.", label[0])
        assert label[1].bold
        assert not label[1].italic


def _run_in(pattern: str) -> Callable[[FormReading], None]:
    def check(reading: FormReading) -> None:
        for piece in _some([p for p in reading.pieces if p.style == styles.BODY and re.match(pattern, p.text)]):
            assert not piece.runs[0][1].bold, piece.text
            assert not piece.runs[0][1].italic, piece.text
            assert 9.99 <= piece.form.first_line <= 12.71

    return check


def _chapter_title(reading: FormReading) -> None:
    for piece in _some([p for p in reading.pieces if re.match("(Phần|Chương) [IVX]+\n", p.text)]):
        title = piece.text.split("\n")[1]
        assert title == title.upper()


def _authority(reading: FormReading) -> None:
    for piece in reading.of(styles.AUTHORITY):
        assert not re.search(r"T/M|K/T|\b(TM|KT|TL|TUQ)\.\S", piece.text)


def _signature_room(reading: FormReading) -> None:
    for piece in reading.of(styles.SIGNER):
        assert 25 <= piece.form.before / 72 * 25.4 <= 30
    table = next(reading.of(styles.SIGNER)[0].element.iterancestors(qn("w:tbl")))
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.iter(qn("w:tr")))
    last = table.getprevious()
    ends = [last] if last.tag == qn("w:p") else list(last.findall(qn("w:tr"))[-1].iter(qn("w:p")))
    assert all(reading.resolver.paragraph(end).keep_with_next for end in ends), (
        "the signature may stand alone on a page"
    )


def _seal_room(reading: FormReading) -> None:
    for piece in reading.of(styles.SIGNER):
        assert piece.room >= 35
        assert piece.form.before / 72 * 25.4 >= 25
        above = reading.pieces[reading.pieces.index(piece) - 1]
        assert above.style == styles.AUTHORITY, "something is printed where the seal and the signature stand"


def _urgency(reading: FormReading) -> None:
    for piece in reading.of(styles.URGENCY):
        width = {"HỎA TỐC": 30, "THƯỢNG KHẨN": 40, "KHẨN": 20}[piece.text]
        assert {look.color for look in piece.looks} == {"FF0000"}, "not bright red"
        assert _boxed(piece, reading) == (width, 8)
        before = next(p for p in reversed(reading.pieces[: reading.pieces.index(piece)]) if p.text)
        assert before.style in (styles.NUMBER, styles.LETTER_SUBJECT), before.style


def _circulation(reading: FormReading) -> None:
    for piece in reading.of(styles.CIRCULATION):
        assert piece.text in ("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ")
        assert _boxed(piece, reading)[0] > piece.width(piece.text)


def _boxed(piece: Piece, reading: FormReading) -> tuple[int, int]:
    """Return the width and height in mm of the single-line box that holds nothing but `piece`."""
    table = next(piece.element.iterancestors(qn("w:tbl")))
    assert [p.text for p in reading.pieces if table in p.element.iterancestors(qn("w:tbl"))] == [piece.text]
    borders = table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    assert borders is not None, "no box"
    for edge in ("top", "left", "bottom", "right"):
        assert borders.find(qn(f"w:{edge}")).get(qn("w:val")) == "single", edge
    height = table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:trHeight')}")
    assert height.get(qn("w:hRule")) == "exact"
    assert len(piece.lines) == 1
    return round(piece.room), round(int(height.get(qn("w:val"))) / 1440 * 25.4)


def _drafter(reading: FormReading) -> None:
    for piece in reading.of(styles.DRAFTER_MARK):
        assert re.fullmatch(r"[A-ZĐ]+\.\d+", piece.text), piece.text
        assert reading.pieces[reading.pieces.index(piece) - 1].style == styles.RECIPIENT


def _address(reading: FormReading) -> None:
    feet = [_foot(section.first_page_footer, reading) for section in reading.sections]
    if not any(feet):
        raise Absent
    assert not any(feet[1:]), "the address stands on the first page of an appendix"
    assert not any(_foot(section.footer, reading) for section in reading.sections), "the address is on every page"
    for piece in feet[0]:
        Look(styles.CONTACT_LINE, 11, 12, align=piece.form.align).check(piece)
        assert piece.form.line_above, "no drawn line"
        assert piece.form.left == piece.form.right == 0, "the line is not as wide as the text"


def _foot(footer: _Footer, reading: FormReading) -> list[Piece]:
    room = _mm(reading.sections[0].page_width) - sum(_margins(reading.sections[0])[1::2])
    pieces = [_piece(paragraph, room, reading.resolver) for paragraph in footer._element.iter(qn("w:p"))]
    return [piece for piece in pieces if piece.text]


def _recipients_level(reading: FormReading) -> None:
    head = reading.of(styles.RECIPIENTS_HEAD)[0]
    assert head.text == "Nơi nhận:"


def _archive_copy(reading: FormReading) -> None:
    assert re.fullmatch(r"- Lưu: VT(, [\wĐ.\- ]+)*\.", reading.of(styles.RECIPIENT)[-1].text)


def _end_mark(reading: FormReading) -> None:
    running = _some(reading.running())
    if not any(piece.style == styles.SIGNER for piece in reading.pieces):
        raise Absent
    assert re.search(r"[^\s.;,]\./\.$|^\./\.$", running[-1].text), running[-1].text
    assert not any(piece.text.endswith("./.") for piece in running[:-1])


def _appendix_label(reading: FormReading) -> None:
    for piece in reading.of(styles.APPENDIX_LABEL):
        assert piece.text.startswith("Phụ lục")


def _reference(reading: FormReading) -> None:
    for piece in reading.of(styles.APPENDIX_REFERENCE):
        assert re.fullmatch(r"\(Kèm theo .+\)", piece.text)


# ---- tables


def _t1(reading: FormReading) -> None:
    reading.of(styles.APPENDIX_TITLE)
    assert any("kèm theo" in piece.text for piece in reading.running()), "the text does not point to its list"
    reading.of(styles.APPENDIX_LABEL)
    reading.of(styles.APPENDIX_REFERENCE)


def _t2(reading: FormReading) -> None:
    assert len(reading.of(styles.NATIONAL_NAME)) == 1


def _t3(reading: FormReading) -> None:
    turned = [section for section in reading.sections if section.page_width > section.page_height]
    if not turned:
        raise Absent
    for section in turned:
        assert 30 <= _mm(section.top_margin) <= 35, "the binding edge"


def _t4(reading: FormReading) -> None:
    if not reading.tables:
        raise Absent
    for table in reading.tables:
        rows = table.findall(qn("w:tr"))
        assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None, "the head is not repeated"
        for row in rows:
            assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None, "a row may be split"
    Look(styles.TABLE_HEAD, 11, 13, bold=True)(reading)
    for piece in reading.of(styles.TABLE_TEXT):
        assert all(11 <= look.size <= 13 for look in piece.looks)
    for table in reading.tables:
        _columns(table, reading)


def _columns(table: etree._Element, reading: FormReading) -> None:
    rows = [row.findall(qn("w:tc")) for row in table.findall(qn("w:tr"))]
    heads = [_words(cell) for cell in rows[0]]
    for cells in rows[1:]:
        if len(cells) < len(heads):
            continue
        for head, cell in zip(heads, cells, strict=True):
            align = reading.resolver.paragraph(cell.find(qn("w:p"))).align
            text = _words(cell)
            if head in ("TT", "STT"):
                assert align is Align.CENTER, text
            elif re.fullmatch(r"[\d.,]+%?", text):
                assert align is Align.RIGHT, text
            elif "tên" in head.lower():
                assert align is Align.LEFT, text
            elif text:  # the row asks for names on the left; a day, a mark or a result may stand in the middle
                assert align in (Align.LEFT, Align.CENTER), text


def _t5(reading: FormReading) -> None:
    reading.of(styles.APPENDIX_TITLE)
    assert re.fullmatch(r"(Danh sách này có|Tổng cộng).+\./\.", [p.text for p in reading.pieces if p.text][-1])


CHECKS: dict[str, Callable[[FormReading], None]] = {
    "P1": _p1,
    "P2": _p2,
    "P3": _p3,
    "P4": _p4,
    "P5": _p5,
    "P6": _p6,
    "P7": _p7,
    "P8": _p8,
    "P9": _p9,
    "P10": _p10,
    "P11": _p11,
    "P12": _p12,
    "C1a": _all(Look(styles.NATIONAL_NAME, 12, 13, bold=True, capitals=True), _national_name),
    "C1b": _all(Look(styles.MOTTO, 13, 14, bold=True), _motto),
    "C2a": Look(styles.SUPERIOR, 12, 13, capitals=True),
    "C2b": _all(Look(styles.ISSUER, 12, 13, bold=True, capitals=True), _issuer_rule),
    "C3a": Look(styles.NUMBER, 13, 13),
    "C3b": _matches(styles.NUMBER, NUMBER),
    "C4": _all(Look(styles.PLACE_AND_DATE, 13, 14, italic=True), _matches(styles.PLACE_AND_DATE, DATE)),
    "C5a": Look(styles.TITLE, 13, 14, bold=True, capitals=True),
    "C5b": _all(Look(styles.SUBJECT, 13, 14, bold=True), _subject_rule),
    "C5c": _all(Look(styles.LETTER_SUBJECT, 12, 13), _letter_subject),
    "C6a": _all(
        Look(styles.LEGAL_BASIS, 13, 14, italic=True, align=Align.JUSTIFY),
        _listed(styles.LEGAL_BASIS, ""),
    ),
    "C6b": Look(styles.ISSUING_POST, 13, 14, bold=True, capitals=True),
    "C6c": _all(
        Look(styles.ENACTING, 13, 14, bold=True, capitals=True),
        _matches(styles.ENACTING, re.compile("QUYẾT (ĐỊNH|NGHỊ):")),
    ),
    "C6d": _body_text,
    "C6e": _labelled(styles.HEADINGS, "(Phần|Chương) [IVX]+\n", bold=True),
    "C6f": _chapter_title,
    "C6g": _labelled(styles.HEADINGS, r"(Mục|Tiểu mục) \d+\n", bold=True),
    "C6h": _article,
    "C6i": _run_in(r"\d+\. "),
    "C6k": _run_in(r"[a-zđ]\) "),
    "C6l": _labelled(styles.HEADINGS[:1], r"[IVX]+\. ", bold=True, capitals=True, align=Align.JUSTIFY),
    "C7a": _all(Look(styles.AUTHORITY, 13, 14, bold=True, capitals=True), _authority),
    "C7b": Look(styles.SIGNER, 13, 14, bold=True),
    "C7c": _signature_room,
    "C8": _seal_room,
    "C9a": _addressees,
    "C9b": _all(Look(styles.RECIPIENTS_HEAD, 12, 12, bold=True, italic=True, align=Align.LEFT), _recipients_level),
    "C9c": _all(Look(styles.RECIPIENT, 11, 11, align=Align.LEFT), _listed(styles.RECIPIENT, "- "), _archive_copy),
    "C10": _all(Look(styles.APPENDIX_LABEL, 14, 14, bold=True), _appendix_label),
    "C10b": Look(styles.APPENDIX_TITLE, 13, 14, bold=True, capitals=True),
    "C10c": _all(Look(styles.APPENDIX_REFERENCE, 13, 14, italic=True), _reference),
    "C11": _all(Look(styles.URGENCY, 13, 14, bold=True, capitals=True), _urgency),
    "C12": _all(Look(styles.CIRCULATION, 13, 14, bold=True, capitals=True), _circulation),
    "C13": _all(Look(styles.DRAFTER_MARK, 11, 11, capitals=True, align=Align.LEFT), _drafter),
    "C14": _address,
    "C15": _end_mark,
    "T1": _t1,
    "T2": _t2,
    "T3": _t3,
    "T4": _t4,
    "T5": _t5,
}
