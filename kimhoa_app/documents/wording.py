"""The printed lines of a document's parts, with the marks that the form asks for; the same on paper and in Word.

Nghị định số 30/2020/NĐ-CP, Phụ lục I: each legal basis, addressee and recipient on a line of its own ending ";", the
last "."; days below 10 and the months 1 and 2 with a leading zero; "./." after the last word of the body.
"""

from collections.abc import Sequence
from dataclasses import replace

from kimhoa_app.documents.form import Component
from kimhoa_app.documents.model import (
    Block,
    DocumentKind,
    IssueDate,
    Letterhead,
    OfficialDocument,
    Paragraph,
    Run,
    Section,
    Signature,
    Table,
)

END_MARK = "./."
PEN_ROOM = " " * 8
RECIPIENTS_HEAD = "Nơi nhận:"

_MARKS = " \t\r\n\u00a0;.,"
_SUBJECT_MARK = "V/v"


def number_line(letterhead: Letterhead) -> str:
    """Return "Số: 05/KH-UBND", with room for the pen where the number is not given yet; "" without a symbol (C3)."""
    if not letterhead.symbol:
        return ""
    number = letterhead.number
    if not number:
        return f"Số:{PEN_ROOM}/{letterhead.symbol}"
    return f"Số: {_two_digits(number)}/{letterhead.symbol}"


def date_line(letterhead: Letterhead) -> str:
    """Return "Kim Hoa, ngày 05 tháng 3 năm 2026", with room for the pen; "" where no date belongs on the page (C4)."""
    if letterhead.date is None:
        return ""
    place = f"{letterhead.place}, " if letterhead.place else ""
    return f"{place}{_date(letterhead.date)}"


def reference(document: OfficialDocument) -> str:
    """Return how lists name the document by number and day, "12/KH-UBND ngày 05/01/2026", "" without a number."""
    head = document.letterhead
    if head is None or not head.number:
        return ""
    number = f"{_two_digits(head.number)}/{head.symbol}".rstrip("/")
    day = head.date
    if day is None or day.month is None or day.day is None:
        return number
    return f"{number} ngày {day.day:02d}/{day.month:02d}/{day.year}"


def letter_subject(subject: str) -> str:
    """Return the subject of a letter with its "V/v" (C5c)."""
    return subject if subject.startswith(_SUBJECT_MARK) else f"{_SUBJECT_MARK} {subject}"


def legal_basis_lines(bases: Sequence[str]) -> tuple[str, ...]:
    """Return the legal bases, each ending ";" and the last "." (C6a)."""
    return _closed([_bare(line) for line in bases])


def addressee_label(kind: DocumentKind) -> str:
    """Return what stands before the addressees; an invitation invites (C9a)."""
    return "Trân trọng kính mời:" if kind is DocumentKind.INVITATION else "Kính gửi:"


def addressee_lines(addressees: Sequence[str]) -> tuple[str, ...]:
    """Return the addressees: one alone as it is, several each "- …;" and the last "." (C9a)."""
    if len(addressees) == 1:
        return (_bare(addressees[0]),)
    return _listed(addressees)


def recipient_lines(recipients: Sequence[str]) -> tuple[str, ...]:
    """Return the recipients, each "- …;" and the last "." (C9c)."""
    return _listed(recipients)


def signature_lines(signature: Signature) -> tuple[str, ...]:
    """Return the authority and the post, each on a line above the room for the pen (C7a)."""
    return tuple(line for line in (*signature.authority, signature.position) if line)


def heading_run(section: Section, chapter: Component) -> Run:
    """Return the label and heading of a section, bold where its label asks for that; `chapter` sets a chapter's."""
    if is_chapter(section.label):
        return Run(f"{section.label}\n{chapter.shown(section.heading)}", bold=True)
    heading = section.heading.upper() if is_capital_label(section.label) else section.heading
    return Run(f"{section.label} {heading}".strip(), bold=is_article(section.label))


def section_blocks(section: Section) -> tuple[Block, ...]:
    """Return the blocks of a section; without a heading its label stands before the first paragraph, or alone."""
    first = section.blocks[0] if section.blocks else None
    if section.heading or not section.label:
        return section.blocks
    if isinstance(first, Paragraph):
        return (run_in(section.label, first), *section.blocks[1:])
    return (Paragraph((Run(section.label),)), *section.blocks)


def run_in(label: str, paragraph: Paragraph) -> Paragraph:
    """Return `paragraph` with the label of its section before it; the label of an article is bold (C6h)."""
    return replace(paragraph, runs=(Run(f"{label} ", bold=is_article(label)), *paragraph.runs))


def is_article(label: str) -> bool:
    """Return whether `label` is that of an article ("Điều 1.")."""
    return label.startswith("Điều ")


def is_chapter(label: str) -> bool:
    """Return whether `label` stands on a line of its own above its heading: Phần, Chương, Mục, Tiểu mục (C6e, C6g)."""
    return label.startswith(("Phần ", "Chương ", "Mục ", "Tiểu mục "))


def is_capital_label(label: str) -> bool:
    """Return whether the heading after `label` is set in capitals: Roman figures and A, B, C (C6l)."""
    bare = label.rstrip(".)")
    return bool(bare) and (set(bare) <= set("IVXLC") or (len(bare) == 1 and bare.isalpha() and bare.isupper()))


def end_marked(document: OfficialDocument) -> OfficialDocument:
    """Return the document with "./." right after the last character of its body, in place of its last stop (C15).

    A table cannot carry the mark: after one it stands in a paragraph of its own, except in a list, which is nothing
    but its table. A document without a body, or that asks for no mark, comes back unchanged.
    """
    if not document.end_mark or _is_bare_list(document):
        return document
    if document.closing:
        return replace(document, closing=_mark_paragraphs(document.closing))
    if document.sections:
        last = _mark_section(document.sections[-1])
        return replace(document, sections=(*document.sections[:-1], last))
    if document.blocks:
        return replace(document, blocks=_mark_blocks(document.blocks))
    return replace(document, opening=_mark_paragraphs(document.opening)) if document.opening else document


def _is_bare_list(document: OfficialDocument) -> bool:
    ends_in_table = bool(document.blocks) and isinstance(document.blocks[-1], Table)
    return document.kind is DocumentKind.LIST and ends_in_table and not document.sections and not document.closing


def _mark_section(section: Section) -> Section:
    if section.children:
        return replace(section, children=(*section.children[:-1], _mark_section(section.children[-1])))
    if section.blocks:
        return replace(section, blocks=_mark_blocks(section.blocks))
    return replace(section, heading=_mark(section.heading)) if section.heading else section


def _mark_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    last = blocks[-1]
    if isinstance(last, Paragraph):
        return (*blocks[:-1], _mark_paragraph(last))
    return (*blocks, Paragraph((Run(END_MARK),), indent=False))


def _mark_paragraphs(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return (*paragraphs[:-1], _mark_paragraph(paragraphs[-1]))


def _mark_paragraph(paragraph: Paragraph) -> Paragraph:
    if paragraph.text.rstrip().endswith(END_MARK):
        return paragraph
    runs = list(paragraph.runs)
    while runs and not runs[-1].text.strip(_MARKS):
        runs.pop()
    last = runs.pop() if runs else Run("")
    return replace(paragraph, runs=(*runs, replace(last, text=_mark(last.text))))


def _mark(text: str) -> str:
    return text if text.rstrip().endswith(END_MARK) else text.rstrip(_MARKS) + END_MARK


def _listed(items: Sequence[str]) -> tuple[str, ...]:
    return _closed([f"- {_bare(item).removeprefix('-').lstrip()}" for item in items])


def _closed(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{line}{'.' if number == len(lines) else ';'}" for number, line in enumerate(lines, start=1))


def _bare(text: str) -> str:
    return text.strip().rstrip(_MARKS)


def _date(date: IssueDate) -> str:
    day = PEN_ROOM if date.day is None else f" {date.day:02d} "
    return f"ngày{day}tháng{_month(date.month)}năm {date.year}"


def _month(month: int | None) -> str:
    if month is None:
        return PEN_ROOM
    return f" {month:02d} " if month <= 2 else f" {month} "


def _two_digits(number: str) -> str:
    return number.zfill(2) if number.isdecimal() else number
