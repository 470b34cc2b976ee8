"""The parts of a document told apart by the Word styles that the writer gives them (`word_styles`)."""

import re
from dataclasses import replace
from typing import TypeVar

from kimhoa_app.documents import word_styles as styles
from kimhoa_app.documents.model import (
    Appendix,
    Block,
    Circulation,
    OfficialDocument,
    Orientation,
    Paragraph,
    PartPlaces,
    Place,
    Run,
    Signature,
    Urgency,
)
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.reading.kinds import kind_of
from kimhoa_app.documents.reading.labels import Label, label_of, split_label
from kimhoa_app.documents.reading.runs import without_start
from kimhoa_app.documents.reading.section_tree import SectionTree
from kimhoa_app.documents.reading.source import Source, SourceParagraph, SourceTable
from kimhoa_app.documents.reading.styled_letterhead import HEAD, letterhead_of
from kimhoa_app.documents.reading.word_text import is_bold, paragraph_of, table_of
from kimhoa_app.documents.wording import END_MARK, is_chapter

_YEAR = re.compile(r"năm (\d{4})")
_ADDRESSING = re.compile(r"^(Kính gửi|Trân trọng kính mời):")
_SIGNING = {styles.AUTHORITY, styles.SIGNER, styles.RECIPIENTS_HEAD, styles.RECIPIENT, styles.DRAFTER_MARK}
_MARKS = {styles.URGENCY, styles.CIRCULATION}
_SUBJECTS = {styles.SUBJECT, styles.LETTER_SUBJECT}
_ONCE = {styles.TITLE, styles.ISSUING_POST, styles.ENACTING, styles.LEGAL_BASIS, styles.ADDRESSEE}
KEPT_BY_STYLE = HEAD | _SIGNING | _MARKS | _SUBJECTS | _ONCE
_APPENDIX = {styles.APPENDIX_LABEL: "heading", styles.APPENDIX_TITLE: "title", styles.APPENDIX_REFERENCE: "reference"}


MarkT = TypeVar("MarkT", Urgency, Circulation)


class PartReader:
    """Reads one file; what has none of our styles is a labelled section or a paragraph of the body."""

    def __init__(self) -> None:
        self._texts: dict[str, list[str]] = {}
        self._places: dict[str, list[Place]] = {}
        self._tree = SectionTree()
        self._closing: list[Paragraph] = []
        self._signatures: list[Signature] = []
        self._appendices: list[Appendix] = []
        self._orientation = Orientation.PORTRAIT
        self._has_end_mark = False

    def document(self, file: Source) -> OfficialDocument:
        """Return the document with the place of each part of its body in the file."""
        for sheet in file.sheets:
            self._orientation = sheet.orientation
            for item in sheet.items:
                if isinstance(item, SourceTable):
                    self._take_table(item)
                elif item.text.strip():
                    self._take(item)
        contact = [each for each in file.outside if each.style == styles.CONTACT_LINE]
        return replace(
            self._assembled(),
            orientation=file.orientation,
            contact_line=" ".join(_one_line(each.text) for each in contact),
            notes=tuple(paragraph_of(each, each.runs) for each in file.outside if each not in contact),
            places=self._part_places(),
        )

    def _take(self, paragraph: SourceParagraph) -> None:
        style = paragraph.style
        if style in KEPT_BY_STYLE:
            self._texts.setdefault(style, []).append(_one_line(paragraph.text))
            self._places.setdefault(style, []).append(Place(paragraph.number))
        elif style in _APPENDIX:
            self._take_appendix_line(_APPENDIX[style], _one_line(paragraph.text), Place(paragraph.number))
        elif self._appendices:
            self._take_in_appendix(paragraph)
        elif style in styles.HEADINGS:
            label, heading = _heading(self._unmarked(paragraph.text.strip()))
            self._tree.begin(label, heading, Place(paragraph.number), styles.HEADINGS.index(style))
        elif style == styles.CLOSING:
            self._closing.append(paragraph_of(paragraph, self._unmarked_runs(paragraph.runs)))
        else:
            self._take_body(paragraph)

    def _take_body(self, paragraph: SourceParagraph) -> None:
        labelled = split_label(paragraph.text)
        runs = paragraph.runs
        if labelled is not None:
            label, end = labelled
            rest = paragraph.text[end:]
            runs = without_start(runs, end)
            if rest.isupper() or is_bold(runs):
                self._tree.begin(label, _one_line(rest), Place(paragraph.number))
                return
            self._tree.begin(label, "", Place(paragraph.number))
        runs = self._unmarked_runs(runs)
        if runs:
            self._tree.add(paragraph_of(paragraph, runs))

    def _take_appendix_line(self, part: str, text: str, place: Place) -> None:
        last = self._appendices[-1] if self._appendices else None
        if last is None or last.blocks or getattr(last, part):
            self._appendices.append(Appendix("", "", orientation=self._orientation, place=place))
        changed: dict[str, str] = {part: text}
        self._appendices[-1] = replace(self._appendices[-1], **changed)  # type: ignore[arg-type]

    def _take_in_appendix(self, paragraph: SourceParagraph) -> None:
        last = self._appendices[-1]
        if paragraph.style == styles.CLOSING and not last.closing:
            self._appendices[-1] = replace(last, closing=_one_line(paragraph.text))
        else:
            self._add_to_appendix(paragraph_of(paragraph, paragraph.runs))

    def _add_to_appendix(self, block: Block) -> None:
        last = self._appendices[-1]
        self._appendices[-1] = replace(last, blocks=(*last.blocks, block))

    def _take_table(self, table: SourceTable) -> None:
        used = {paragraph.style for paragraph in table.paragraphs}
        if used & (HEAD | _SIGNING | _MARKS):
            for row in table.rows:
                for cell in row:
                    self._take_layout_cell(cell.paragraphs)
        elif self._appendices:
            self._add_to_appendix(table_of(table))
        else:
            self._tree.add(table_of(table))

    def _take_layout_cell(self, paragraphs: tuple[SourceParagraph, ...]) -> None:
        posts = [_one_line(each.text) for each in paragraphs if each.style == styles.AUTHORITY]
        names = [_one_line(each.text) for each in paragraphs if each.style == styles.SIGNER]
        if posts or names:
            *authority, position = posts or [""]
            place = next(Place(each.number) for each in paragraphs if each.style in (styles.AUTHORITY, styles.SIGNER))
            self._signatures.append(Signature(position, " ".join(names).strip(), tuple(authority), place=place))
        for paragraph in paragraphs:
            if paragraph.style not in (styles.AUTHORITY, styles.SIGNER) and paragraph.text.strip():
                self._take(paragraph)

    def _unmarked(self, text: str) -> str:
        if text.endswith(END_MARK):
            self._has_end_mark = True
        return text.removesuffix(END_MARK)

    def _unmarked_runs(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        if not runs or not runs[-1].text.rstrip().endswith(END_MARK):
            return runs
        last = replace(runs[-1], text=self._unmarked(runs[-1].text.rstrip()))
        return (*runs[:-1], last) if last.text else runs[:-1]

    def _assembled(self) -> OfficialDocument:
        before, sections = self._tree.finished()
        letterhead = letterhead_of(self._texts)
        title, subject = self._joined(styles.TITLE), self._joined(*_SUBJECTS).removeprefix("V/v ")
        year = _YEAR.search(subject) or _YEAR.search(self._joined(styles.PLACE_AND_DATE))
        opening = tuple(block for block in before if isinstance(block, Paragraph))
        is_text = len(opening) == len(before)
        return OfficialDocument(
            kind=kind_of(letterhead.symbol if letterhead else "", title),
            letterhead=letterhead,
            title=title,
            subject=subject,
            addressees=tuple(
                filter(None, (marks.bare(_ADDRESSING.sub("", each)) for each in self._of(styles.ADDRESSEE)))
            ),
            issuing_post=self._joined(styles.ISSUING_POST),
            legal_bases=tuple(marks.bare(each) for each in self._of(styles.LEGAL_BASIS)),
            enacting=self._joined(styles.ENACTING),
            opening=opening if is_text else (),
            blocks=() if is_text else before,
            sections=sections,
            closing=tuple(self._closing),
            end_mark=self._has_end_mark,
            signatures=tuple(self._signatures),
            recipients=tuple(marks.bare(each) for each in self._of(styles.RECIPIENT)),
            appendices=tuple(self._appendices),
            year=int(year.group(1)) if year else None,
            urgency=_named(Urgency, self._joined(styles.URGENCY)),
            circulation=_named(Circulation, self._joined(styles.CIRCULATION)),
            drafter_mark=self._joined(styles.DRAFTER_MARK),
        )

    def _part_places(self) -> PartPlaces:
        first = {style: found[0] for style, found in self._places.items()}
        return PartPlaces(
            superior=first.get(styles.SUPERIOR),
            issuer=first.get(styles.ISSUER),
            number=first.get(styles.NUMBER),
            date=first.get(styles.PLACE_AND_DATE),
            title=first.get(styles.TITLE),
            subject=first.get(styles.SUBJECT) or first.get(styles.LETTER_SUBJECT),
            issuing_post=first.get(styles.ISSUING_POST),
            enacting=first.get(styles.ENACTING),
            addressees=tuple(self._places.get(styles.ADDRESSEE, ())),
            legal_bases=tuple(self._places.get(styles.LEGAL_BASIS, ())),
            recipients=tuple(self._places.get(styles.RECIPIENT, ())),
        )

    def _of(self, style: str) -> list[str]:
        return self._texts.get(style, [])

    def _joined(self, *wanted: str) -> str:
        return " ".join(text for style in wanted for text in self._of(style))


def _heading(text: str) -> tuple[Label, str]:
    """Return label and heading; a chapter's label stands on a line of its own above its heading."""
    first, _, rest = text.partition("\n")
    if rest and is_chapter(first):
        return label_of(_one_line(first)), _one_line(rest)
    line = _one_line(text)
    label, end = split_label(line) or (Label("", ""), 0)
    return label, line[end:]


def _named(marks: type[MarkT], words: str) -> MarkT | None:
    return next((mark for mark in marks if mark.value == words.upper()), None)


def _one_line(text: str) -> str:
    return " ".join(text.split())
