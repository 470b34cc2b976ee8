"""WordprocessingML in the writer's words: paragraphs in a style, runs, and the seam between parts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, normalize

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement
from lxml import etree

from kimhoa_app.documents.form import Component
from kimhoa_app.documents.model import Align, Run
from kimhoa_app.text.normal import printable

Element = etree._Element

_BREAKS = re.compile(r"(\n|\t)")
_JUSTIFICATION = {Align.JUSTIFY: "both", Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What one paragraph changes of its style: mm and pt as in the form, None where the style holds."""

    align: Align | None = None
    left: float | None = None
    right: float | None = None
    first_line: float | None = None
    before: float | None = None
    after: float | None = None
    keep_with_next: bool = False


AS_STYLED = Setting()


def w(tag: str, *children: Element | None, **attributes: str | float) -> Element:
    """Return the element `tag` of WordprocessingML with its attributes and those children that are not None."""
    element: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(f"{{{nsmap['w']}}}{name}", str(value))
    element.extend(child for child in children if child is not None)
    return element


def twips(mm: float) -> int:
    """Return a length in mm as twentieths of a point."""
    return round(mm / 25.4 * 1440)


@cache
def style_id(name: str) -> str:
    """Return the id of the Word style `name`: its letters without marks, since ids travel through older programs."""
    letters = normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isalnum() and not combining(letter))


def justification(align: Align) -> Element:
    """Return how a paragraph stands."""
    return w("jc", val=_JUSTIFICATION[align])


def spacing(before: float | None, after: float | None) -> Element | None:
    """Return the space before and after a paragraph, in pt; None where both are the style's."""
    given = {"before": before, "after": after}
    attributes = {name: round(points * 20) for name, points in given.items() if points is not None}
    return w("spacing", **attributes) if attributes else None


def paragraph(part: Component, runs: str | Iterable[Run], setting: Setting = AS_STYLED) -> Element:
    """Return a paragraph in the style of `part`; a text is printed as the part prints it."""
    if isinstance(runs, str):
        runs = (Run(part.shown(runs)),)
    element = w("p", w("pPr", w("pStyle", val=style_id(part.style)), *_settings(setting)))
    element.extend(run(piece) for piece in runs)
    return element


def run(piece: Run) -> Element:
    """Return a stretch of text, its line breaks and tabs as Word's own, without characters that XML cannot hold."""
    properties = []
    if piece.bold:
        properties += [w("b"), w("bCs")]
    if piece.italic:
        properties += [w("i"), w("iCs")]
    element = w("r", w("rPr", *properties) if properties else None)
    element.extend(_pieces(printable(piece.text)))
    return element


def seam(section: Element | None = None, *, height: float = 1, keep: bool = False) -> Element:
    """Return the empty paragraph, `height` pt high, that Word wants after a table; it may end a section."""
    line = w("spacing", before=0, after=0, line=round(height * 20), lineRule="exact")
    return w("p", w("pPr", w("keepNext") if keep else None, line, w("rPr", w("sz", val=2), w("szCs", val=2)), section))


def keep_with_next(elements: Sequence[Element]) -> None:
    """Make the last paragraph of `elements`, or the last row of their last table, stay with what follows."""
    if not elements:
        return
    last = elements[-1]
    _keep(last.findall(qn("w:tr"))[-1] if last.tag == qn("w:tbl") else last)


def keep_rows_together(table: Element) -> None:
    """Make every row of `table` stay with the next one."""
    for row in table.findall(qn("w:tr"))[:-1]:
        _keep(row)


def _keep(part: Element) -> None:
    for properties in part.iter(qn("w:pPr")):
        if properties.find(qn("w:keepNext")) is None:
            properties.insert(1, w("keepNext"))


def _settings(setting: Setting) -> Iterable[Element | None]:
    if setting is AS_STYLED:
        return ()
    sides = {"left": setting.left, "right": setting.right}
    indents = {name: twips(mm) for name, mm in sides.items() if mm is not None}
    if setting.first_line is not None:
        indents["firstLine" if setting.first_line >= 0 else "hanging"] = twips(abs(setting.first_line))
    return (
        w("keepNext") if setting.keep_with_next else None,
        spacing(setting.before, setting.after),
        w("ind", **indents) if indents else None,
        justification(setting.align) if setting.align is not None else None,
    )


def _pieces(text: str) -> Iterable[Element]:
    for piece in _BREAKS.split(text):
        if piece == "\n":
            yield w("br")
        elif piece == "\t":
            yield w("tab")
        elif piece:
            element = w("t")
            element.text = piece
            if piece != piece.strip() or "  " in piece:
                element.set(qn("xml:space"), "preserve")
            yield element
