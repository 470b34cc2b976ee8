"""From the lines of a rendered template to an `OfficialDocument`: the directives for the parts around the body.

A directive is a line `@tên: lời văn`. The names stand in the tables below and in docs/templates.md.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from kimhoa_app.documents.model import Appendix, IssueDate, OfficialDocument, Orientation, Paragraph, Signature
from kimhoa_app.documents.templating.body import BodyBuilder, Line, split_cells
from kimhoa_app.documents.templating.inline import parse_runs
from kimhoa_app.documents.templating.protection import unprotected
from kimhoa_app.documents.templating.template import TemplateError

LINES = {"tên loại": "title", "trích yếu": "subject", "thẩm quyền": "issuing_post", "lời ban hành": "enacting"}
LISTS = {"kính gửi": "addressees", "căn cứ": "legal_bases", "nơi nhận": "recipients"}
PARAGRAPHS = {"mở đầu": "opening", "kết thúc": "closing"}
LETTERHEAD = {"cơ quan chủ quản": "superior", "số": "number", "ký hiệu": "symbol", "địa danh": "place"}


def assembled(lines: Iterable[Line], base: OfficialDocument) -> OfficialDocument:
    """Return `base` with the parts that the lines give; a part that they do not name stays as it is in `base`.

    Raises `TemplateError` for a line that is no markup, with its number.
    """
    assembly = _Assembly(base)
    for line in lines:
        if line.text.strip():
            assembly.take(Line(line.text.strip(), line.number))
    return assembly.finished()


class _Assembly:
    def __init__(self, base: OfficialDocument) -> None:
        self._base = base
        self._parts: dict[str, Any] = {}
        self._letterhead: dict[str, Any] = {}
        self._body = BodyBuilder()
        self._current = self._body
        self._appendices: list[tuple[Appendix, BodyBuilder]] = []
        self._steps: dict[str, Callable[[str, Line], None]] = {
            "cơ quan ban hành": self._issuer,
            "khổ ngang": self._landscape,
            "không dấu kết": self._no_end_mark,
            "không chữ ký": self._no_signature,
            "để trống ngày": self._pen_date,
            "chữ ký": self._signature,
            "phụ lục": self._appendix,
            "tên phụ lục": lambda words, line: self._of_appendix("title", words, line),
            "kèm theo": lambda words, line: self._of_appendix("reference", words, line),
            "lời kết phụ lục": lambda words, line: self._of_appendix("closing", words, line),
        }

    def take(self, line: Line) -> None:
        name, words = line.directive or ("", "")
        if name in self._steps:
            self._steps[name](words, line)
        elif name in LINES:
            self._parts[LINES[name]] = unprotected(words)
        elif name in LETTERHEAD:
            self._letterhead[LETTERHEAD[name]] = unprotected(words)
        elif name in LISTS:
            self._append(LISTS[name], unprotected(words))
        elif name in PARAGRAPHS:
            self._append(PARAGRAPHS[name], Paragraph(parse_runs(words)))
        elif self._appendices and line.text.startswith("#"):
            raise TemplateError("phụ lục chỉ có đoạn văn và bảng, không có đề mục.", line.number)
        else:
            self._current.take(line)

    def finished(self) -> OfficialDocument:
        blocks, sections = self._body.finished()
        letterhead = self._base.letterhead
        if letterhead is not None:
            letterhead = replace(letterhead, **self._letterhead)
        appendices = tuple(replace(appendix, blocks=body.finished()[0]) for appendix, body in self._appendices)
        return replace(
            self._base,
            letterhead=letterhead,
            blocks=blocks,
            sections=sections,
            appendices=appendices,
            **self._parts,
        )

    def _append(self, part: str, value: object) -> None:
        self._parts[part] = (*self._parts.get(part, ()), value)

    def _issuer(self, words: str, _line: Line) -> None:
        self._letterhead["issuer"] = tuple(split_cells(words))

    def _landscape(self, _words: str, _line: Line) -> None:
        if self._appendices:
            appendix, body = self._appendices[-1]
            self._appendices[-1] = (replace(appendix, orientation=Orientation.LANDSCAPE), body)
        else:
            self._parts["orientation"] = Orientation.LANDSCAPE

    def _no_end_mark(self, _words: str, _line: Line) -> None:
        self._parts["end_mark"] = False

    def _no_signature(self, _words: str, _line: Line) -> None:
        self._parts["signatures"] = ()

    def _pen_date(self, _words: str, _line: Line) -> None:
        known = self._base.letterhead and self._base.letterhead.date
        self._letterhead["date"] = IssueDate(known.year) if known else None

    def _signature(self, words: str, line: Line) -> None:
        *authority, position, name = ["", *split_cells(words)]
        if not position:
            raise TemplateError("chữ ký phải viết như “@chữ ký: TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH | Họ tên”.", line.number)
        self._append("signatures", Signature(position, name, tuple(part for part in authority if part)))

    def _appendix(self, words: str, _line: Line) -> None:
        self._current = BodyBuilder()
        self._appendices.append((Appendix(unprotected(words), ""), self._current))

    def _of_appendix(self, part: str, words: str, line: Line) -> None:
        if not self._appendices:
            raise TemplateError("chỉ dẫn của phụ lục phải đứng sau dòng “@phụ lục:”.", line.number)
        appendix, body = self._appendices[-1]
        changed: dict[str, Any] = {part: unprotected(words)}
        self._appendices[-1] = (replace(appendix, **changed), body)
