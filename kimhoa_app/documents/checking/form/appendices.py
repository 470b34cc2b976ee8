"""Appendices and long tables: what they carry, how the text points to them, heads that are repeated."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.printed import printed_lines
from kimhoa_app.documents.checking.rule import Hit, Rule
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import Place
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.reading.source import SourceTable
from kimhoa_app.documents.texts import Role

_APPENDIX = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II: Phụ lục văn bản"
_PRACTICE = "Thông lệ trình bày văn bản hành chính"
_POINTS = re.compile(r"kèm theo|gửi kèm|đính kèm|phụ lục|danh sách|biểu mẫu|theo mẫu", re.IGNORECASE)
_POINTING = (Role.SUBJECT, Role.OPENING, Role.HEADING, Role.BODY, Role.CLOSING)
_LONG = 25  # rows of a table that does not fit one page


def _without_reference(subject: Subject) -> Iterator[Hit]:
    for appendix in subject.document.appendices:
        if not appendix.reference:
            name = " ".join(filter(None, (appendix.heading, appendix.title)))
            yield Hit(f"“{name}” thiếu dòng “(Kèm theo … số … ngày … của …)” dưới tên.", place=appendix.place)


def _not_pointed_to(subject: Subject) -> Iterator[Hit]:
    appendices = subject.document.appendices
    texts = (text for text in subject.texts if text.spot.role in _POINTING and text.spot.appendix is None)
    if appendices and not any(_POINTS.search(text.words) for text in texts):
        yield Hit("Có phụ lục mà trong nội dung không chỗ nào ghi “kèm theo”.", place=appendices[0].place)


def _nation_again(subject: Subject) -> Iterator[Hit]:
    appendices = subject.document.appendices
    first = appendices[0].place if appendices else None
    for line in printed_lines(subject.source) if subject.source and first else ():
        if first and line.place.paragraph > first.paragraph and marks.is_nation_or_motto(line.text):
            yield Hit("Phụ lục không ghi lại quốc hiệu, tiêu ngữ.", line.text, place=line.place)
            return


def _heads_not_repeated(subject: Subject) -> Iterator[Hit]:
    tables = [each for each in subject.source.items if isinstance(each, SourceTable)] if subject.source else []
    for table in tables:
        if len(table.rows) > _LONG and not table.head_rows:
            first = next((paragraph.number for paragraph in table.paragraphs), None)
            yield Hit(
                f"Bảng {len(table.rows)} hàng sang trang mới mà hàng tiêu đề không lặp lại.",
                place=Place(first) if first else None,
            )


RULES: tuple[Rule, ...] = (
    Rule("appendix-reference", "form", Severity.INFO, "phụ lục thiếu “(Kèm theo …)”", _APPENDIX, _without_reference),
    Rule("appendix-unsaid", "form", Severity.INFO, "nội dung không nhắc đến phụ lục", _APPENDIX, _not_pointed_to),
    Rule("appendix-nation", "form", Severity.INFO, "phụ lục ghi lại quốc hiệu", _APPENDIX, _nation_again),
    Rule("table-heads", "form", Severity.INFO, "bảng dài không lặp hàng tiêu đề", _PRACTICE, _heads_not_repeated),
)
