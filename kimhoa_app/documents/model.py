"""An official document as one value, from which Word, Excel, the preview, the printer and the PDF are all made.

The components are those of Nghị định số 30/2020/NĐ-CP, Phụ lục I; the ids C1 to C15 of their presentation are
named in `resources/forms/nd30-2020.toml`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class DocumentKind(StrEnum):
    """Tên loại văn bản by its abbreviation (Phụ lục III); a letter and a list have none of their own in the symbol."""

    PLAN = "KH"
    DIRECTIVE = "CT"
    DECISION = "QĐ"
    SUBMISSION = "TTr"
    MINUTES = "BB"
    REPORT = "BC"
    NOTICE = "TB"
    INVITATION = "GM"
    GUIDANCE = "HD"
    LETTER = "CV"
    LIST = "DS"
    OTHER = ""


class Orientation(StrEnum):
    """How the sheet lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Urgency(StrEnum):
    """Mức độ khẩn as the mark prints it (C11), the least urgent first."""

    URGENT = "KHẨN"
    VERY_URGENT = "THƯỢNG KHẨN"
    IMMEDIATE = "HỎA TỐC"


class Circulation(StrEnum):
    """Chỉ dẫn phạm vi lưu hành as the mark prints it (C12)."""

    RETURN_AFTER_READING = "XEM XONG TRẢ LẠI"
    INTERNAL = "LƯU HÀNH NỘI BỘ"


class Align(StrEnum):
    """How a paragraph or a cell stands."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the source a part came from: the number of its paragraph, counted from 1."""

    paragraph: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; `indent` is whether its first line stands in (1,27 cm)."""

    runs: tuple[Run, ...]
    align: Align = Align.JUSTIFY
    indent: bool = True
    type: Literal["paragraph"] = "paragraph"
    place: Place | None = None

    @property
    def text(self) -> str:
        """The words without their styles."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is its share, in the same unit for all columns of the table."""

    heading: str
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a row with `span` is a group heading across all columns and holds one cell."""

    cells: tuple[str, ...]
    bold: bool = False
    span: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose heads are repeated on every page; rows are never split across pages."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    type: Literal["table"] = "table"
    place: Place | None = None


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A labelled part ("I.", "1.", "a)") with its heading, its own blocks and the parts under it.

    Without a heading the label stands before the first paragraph, as in a numbered sentence.
    """

    label: str
    heading: str = ""
    blocks: tuple[Block, ...] = ()
    children: tuple["Section", ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class IssueDate:
    """The day of issue; an unknown day or month leaves room for the pen."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of page 1; `number` None leaves room for the pen, `superior` None prints no line above the issuer.

    `issuer` holds the lines of the issuing body as they break, in capitals as printed. `symbol` is what follows the
    slash ("KH-UBND"); an empty symbol prints no number line at all, as on a free-standing list. `number_text` and
    `date_text` are these lines as a document that was read has them, "" for one that is made.
    """

    issuer: tuple[str, ...]
    symbol: str = ""
    place: str = ""
    superior: str | None = None
    number: str | None = None
    date: IssueDate | None = None
    number_text: str = ""
    date_text: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature block; `authority` lines stand above the post ("TM. ỦY BAN NHÂN DÂN"), `name` may be empty.

    `note` is what a document that was read has between post and name ("(Đã ký)"); it is not printed again.
    """

    position: str
    name: str = ""
    authority: tuple[str, ...] = ()
    note: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Appendix:
    """A phụ lục or an attached list, in a section of its own with its own page numbers."""

    heading: str
    title: str
    reference: str = ""
    blocks: tuple[Block, ...] = ()
    closing: str = ""
    orientation: Orientation = Orientation.PORTRAIT
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class PartPlaces:
    """Where the parts that are plain text stood in the source; lists run beside the lists of the document."""

    superior: Place | None = None
    issuer: Place | None = None
    number: Place | None = None
    date: Place | None = None
    title: Place | None = None
    subject: Place | None = None
    issuing_post: Place | None = None
    enacting: Place | None = None
    addressees: tuple[Place, ...] = ()
    legal_bases: tuple[Place, ...] = ()
    recipients: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """A whole official document; absent parts are empty or None.

    `title` is the name of the kind as printed ("KẾ HOẠCH"), `subject` the trích yếu below it or, in a letter, after
    "V/v". `issuing_post` and `enacting` are the lines of a decision ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ...",
    "QUYẾT ĐỊNH:"). `blocks` are paragraphs and tables that stand before the first section. Two signatures stand side
    by side, the first on the left. `drafter_mark` names who drafted and how many copies are issued ("NTH.15"), at the
    end of the recipients; `contact_line` is the office's address, printed at the foot of page 1. A document that was
    read has the `places` of its parts, and in `notes` its footnotes and what its margins hold besides page numbers.
    """

    kind: DocumentKind
    letterhead: Letterhead | None = None
    title: str = ""
    subject: str = ""
    addressees: tuple[str, ...] = ()
    issuing_post: str = ""
    legal_bases: tuple[str, ...] = ()
    enacting: str = ""
    opening: tuple[Paragraph, ...] = ()
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Paragraph, ...] = ()
    end_mark: bool = True
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    orientation: Orientation = Orientation.PORTRAIT
    year: int | None = None
    urgency: Urgency | None = None
    circulation: Circulation | None = None
    drafter_mark: str = ""
    contact_line: str = ""
    notes: tuple[Paragraph, ...] = ()
    places: PartPlaces = PartPlaces()

    def walk_sections(self) -> Iterator[tuple[int, Section]]:
        """Yield every section with its depth (0 for the outermost), in reading order."""
        yield from _walk(self.sections, 0)


def plain(text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
    """Return a body paragraph of one style."""
    return Paragraph((Run(text, bold, italic),))


def _walk(sections: tuple[Section, ...], depth: int) -> Iterator[tuple[int, Section]]:
    for section in sections:
        yield depth, section
        yield from _walk(section.children, depth + 1)
