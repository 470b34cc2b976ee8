"""What the styles of a Word file say about its text, as far as reading asks: bold, italic, capitals, font, outline."""

from dataclasses import dataclass, replace

from docx.oxml.ns import qn
from lxml import etree

Element = etree._Element

_OFF = ("0", "false", "off", "none")
_FONTS = (qn("w:ascii"), qn("w:hAnsi"), qn("w:cs"))
_VALUE = qn("w:val")
_DEEPEST = 20  # styles that a style may be based on, one on another
_MARKS = {qn("w:b"): "bold", qn("w:i"): "italic", qn("w:caps"): "capitals"}


@dataclass(frozen=True, slots=True)
class TextStyle:
    """What a style or a run says; None where it says nothing."""

    name: str = ""
    font: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    align: str | None = None
    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None

    def over(self, lower: "TextStyle") -> "TextStyle":
        """Return this style with what it leaves open as `lower` says."""
        return TextStyle(
            self.name or lower.name,
            *(getattr(lower if getattr(self, part) is None else self, part) for part in _PARTS),
        )


_PARTS = tuple(TextStyle.__slots__[1:])
_NOTHING = TextStyle()


class StyleTable:
    """The styles of one file by their ids, each with what it inherits."""

    def __init__(self, root: Element | None) -> None:
        styles = root.findall(qn("w:style")) if root is not None else []
        self._elements = {style.get(qn("w:styleId"), ""): style for style in styles}
        self._made: dict[str, TextStyle] = {}
        defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}") if root is not None else None
        self._defaults = text_properties(defaults)
        self._usual = next((key for key, style in self._elements.items() if _is_usual(style)), "")

    def paragraph(self, style_id: str | None) -> TextStyle:
        """Return the paragraph style, the usual one where a paragraph names none."""
        return self.style(style_id or self._usual).over(self._defaults)

    def style(self, style_id: str | None, depth: int = 0) -> TextStyle:
        """Return the style with what it is based on; nothing for an unknown one."""
        element = self._elements.get(style_id or "")
        if style_id is None or element is None or depth > _DEEPEST:
            return _NOTHING
        if style_id not in self._made:
            base = element.find(qn("w:basedOn"))
            lower = self.style(base.get(_VALUE), depth + 1) if base is not None else _NOTHING
            self._made[style_id] = _own(element).over(replace(lower, name=""))
        return self._made[style_id]


def text_properties(properties: Element | None) -> TextStyle:
    """Return what run properties (w:rPr) say of themselves."""
    if properties is None:
        return _NOTHING
    marks: dict[str, bool] = {}
    font = None
    for child in properties:
        if child.tag in _MARKS:
            marks[_MARKS[child.tag]] = child.get(_VALUE, "true") not in _OFF
        elif child.tag == qn("w:rFonts"):
            font = next((child.get(script) for script in _FONTS if child.get(script)), None)
    return TextStyle("", font, marks.get("bold"), marks.get("italic"), marks.get("capitals"))


def paragraph_properties(properties: Element | None) -> TextStyle:
    """Return what paragraph properties (w:pPr) say of themselves, without their runs."""
    if properties is None:
        return _NOTHING
    align = level = list_id = list_level = None
    for child in properties:
        if child.tag == qn("w:jc"):
            align = child.get(_VALUE)
        elif child.tag == qn("w:outlineLvl"):
            level = _figure(child)
        elif child.tag == qn("w:numPr"):
            number, depth = child.find(qn("w:numId")), child.find(qn("w:ilvl"))
            list_id = number.get(_VALUE) if number is not None else None
            list_level = _figure(depth) if depth is not None else None
    return TextStyle(align=align, level=level, list_id=list_id, list_level=list_level)


def _own(style: Element) -> TextStyle:
    name = style.find(qn("w:name"))
    shown = (name.get(_VALUE) or "") if name is not None else ""
    if shown.startswith("heading "):
        shown = shown.capitalize()
    text = text_properties(style.find(qn("w:rPr")))
    own = paragraph_properties(style.find(qn("w:pPr"))).over(text)
    return replace(own, name=shown)


def _is_usual(style: Element) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default"), "0") not in _OFF


def _figure(element: Element) -> int | None:
    value = element.get(_VALUE, "")
    return int(value) if value.isdecimal() and len(value) == 1 else None
