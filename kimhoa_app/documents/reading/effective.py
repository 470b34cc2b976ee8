"""How the text of a Word file is really set: document defaults, styles and what they are based on, and direct changes.

ECMA-376 Part 1, 17.7.2 gives the order: defaults, table style, paragraph style, character style, direct. Conditional
parts of table styles and numbering are not followed. Lengths are in mm, sizes and spaces in pt.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from lxml import etree

from kimhoa_app.documents.model import Align

Element = etree._Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")
_THEMED = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_ALIGNS = {
    "both": Align.JUSTIFY,
    "distribute": Align.JUSTIFY,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
}
_OFF = ("0", "false", "off", "none")
_WORD_SIZE = 20  # half points that Word takes where a file says nothing
_SINGLE = 240
_AUTOMATIC_SPACE = 14.0
_FIGURE = re.compile(r"-?\d{1,6}(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class TextFormat:
    """How a run is set; `fonts` are those for ascii, hAnsi, eastAsia and cs text, `color` is None when automatic."""

    fonts: tuple[str | None, ...]
    size: float
    bold: bool
    italic: bool
    underlined: bool
    capitals: bool
    color: str | None


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """How a paragraph is set; `lines` is the multiple of a single line, None where the height of a line is fixed."""

    align: Align
    left: float
    right: float
    first_line: float
    before: float
    after: float
    lines: float | None
    keep_with_next: bool
    keep_lines: bool
    widow_control: bool
    line_above: bool
    line_below: bool


class FormatResolver:
    """Answers how paragraphs and runs of one open document are set."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        found = styles.findall(qn("w:style")) if styles is not None else []
        self._styles: dict[str, Element] = {_id(style): style for style in found}
        self._default = next((key for key, style in self._styles.items() if _is_default_paragraph(style)), None)
        self._chains: dict[str, tuple[Element, ...]] = {}
        self._texts: dict[tuple[str | bytes | None, ...], TextFormat] = {}
        self._paragraphs: dict[tuple[str | bytes | None, ...], ParagraphFormat] = {}
        defaults = _inner(styles, "w:docDefaults")
        self._text_defaults = _inner(defaults, "w:rPrDefault", "w:rPr")
        self._paragraph_defaults = _inner(defaults, "w:pPrDefault", "w:pPr")
        self._theme = _theme_fonts(theme)

    @classmethod
    def of(cls, document: Document) -> "FormatResolver":
        """Return the resolver of a document that python-docx holds."""
        try:
            theme = document.part.part_related_by(RT.THEME).blob
        except KeyError:
            return cls(document.styles.element, None)
        return cls(document.styles.element, etree.fromstring(theme, etree.XMLParser(resolve_entities=False)))

    def style_name(self, paragraph: Element) -> str:
        """Return the name of the paragraph's style as python-docx gives it ("Heading 1"), "" where it has none."""
        style = self._styles.get(_style_of(paragraph, "w:pPr", "w:pStyle") or self._default or "")
        name = _value(style.find(qn("w:name"))) if style is not None else None
        return name.replace("heading ", "Heading ") if name else ""

    def paragraph(self, paragraph: Element) -> ParagraphFormat:
        """Return how `paragraph` (w:p) is set."""
        key = (*self._style_names(paragraph), _serialized(paragraph.find(qn("w:pPr"))))
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolved_paragraph(paragraph)
        return self._paragraphs[key]

    def text(self, paragraph: Element, run: Element | None = None) -> TextFormat:
        """Return how `run` (w:r) of `paragraph` is set, or text without any formatting of its own there."""
        key = (*self._style_names(paragraph), _serialized(_inner(run, "w:rPr")))
        if key not in self._texts:
            self._texts[key] = self._resolved_text(paragraph, run)
        return self._texts[key]

    def _style_names(self, paragraph: Element) -> tuple[str | None, str | None]:
        """Return the styles that a paragraph has from itself and from the table that it stands in."""
        table = next(paragraph.iterancestors(qn("w:tbl")), None)
        own = _style_of(paragraph, "w:pPr", "w:pStyle")
        return own, _style_of(table, "w:tblPr", "w:tblStyle") if table is not None else None

    def _resolved_paragraph(self, paragraph: Element) -> ParagraphFormat:
        layers = self._paragraph_layers(paragraph)
        spacing = _attributes(layers, "w:spacing")
        indent = _attributes(layers, "w:ind")
        line, rule = _figure(spacing.get("line"), _SINGLE), spacing.get("lineRule", "auto")
        border = _last(layers, "w:pBdr")
        return ParagraphFormat(
            align=_ALIGNS.get(_value(_last(layers, "w:jc")) or "left", Align.LEFT),
            left=_mm(indent.get("left", indent.get("start"))),
            right=_mm(indent.get("right", indent.get("end"))),
            first_line=_mm(indent.get("firstLine")) - _mm(indent.get("hanging")),
            before=_space(spacing, "before"),
            after=_space(spacing, "after"),
            lines=line / _SINGLE if rule == "auto" else None,
            keep_with_next=_is_on(_last(layers, "w:keepNext")),
            keep_lines=_is_on(_last(layers, "w:keepLines")),
            widow_control=_is_on(_last(layers, "w:widowControl")),
            line_above=_is_drawn(border.find(qn("w:top")) if border is not None else None),
            line_below=_is_drawn(border.find(qn("w:bottom")) if border is not None else None),
        )

    def _resolved_text(self, paragraph: Element, run: Element | None) -> TextFormat:
        styled = self._styled_text_layers(paragraph)
        character = self._character_layers(run)
        direct = _compact([_inner(run, "w:rPr")])
        layers = [*styled, *character, *direct]
        color = _value(_last(layers, "w:color"))
        return TextFormat(
            fonts=tuple(self._font(layers, script) for script in _SCRIPTS),
            size=_figure(_value(_last(layers, "w:sz")), _WORD_SIZE) / 2,
            bold=_toggled(styled, character, direct, "w:b"),
            italic=_toggled(styled, character, direct, "w:i"),
            underlined=_is_on(_last(layers, "w:u")),
            capitals=_toggled(styled, character, direct, "w:caps"),
            color=None if color in (None, "auto") else color,
        )

    def _paragraph_layers(self, paragraph: Element) -> list[Element]:
        chain = (*self._table_chain(paragraph), *self._paragraph_chain(paragraph))
        styled = [style.find(qn("w:pPr")) for style in chain]
        return _compact([self._paragraph_defaults, *styled, paragraph.find(qn("w:pPr"))])

    def _styled_text_layers(self, paragraph: Element) -> list[Element]:
        chain = (*self._table_chain(paragraph), *self._paragraph_chain(paragraph))
        return _compact([self._text_defaults, *(style.find(qn("w:rPr")) for style in chain)])

    def _character_layers(self, run: Element | None) -> list[Element]:
        name = _style_of(run, "w:rPr", "w:rStyle") if run is not None else None
        return _compact([style.find(qn("w:rPr")) for style in self._chain(name)])

    def _paragraph_chain(self, paragraph: Element) -> tuple[Element, ...]:
        return self._chain(_style_of(paragraph, "w:pPr", "w:pStyle") or self._default)

    def _table_chain(self, paragraph: Element) -> tuple[Element, ...]:
        table = next(paragraph.iterancestors(qn("w:tbl")), None)
        return self._chain(_style_of(table, "w:tblPr", "w:tblStyle")) if table is not None else ()

    def _chain(self, name: str | None) -> tuple[Element, ...]:
        """Return the style and what it is based on, the root first; a circle in a bad file ends where it closes."""
        if name is None:
            return ()
        if name not in self._chains:
            found: list[Element] = []
            current: str | None = name
            while current in self._styles and self._styles[current] not in found:
                found.append(self._styles[current])
                current = _value(found[-1].find(qn("w:basedOn")))
            self._chains[name] = tuple(reversed(found))
        return self._chains[name]

    def _font(self, layers: Sequence[Element], script: str) -> str | None:
        for layer in reversed(layers):
            fonts = layer.find(qn("w:rFonts"))
            if fonts is None:
                continue
            theme = fonts.get(qn(f"w:{_THEMED[script]}"))
            named = self._theme.get(theme[:5]) if theme else fonts.get(qn(f"w:{script}"))
            if named:
                return named
        return None


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    if theme is None:
        return {}
    found = {kind: theme.find(f".//{_DRAWING}{kind}Font/{_DRAWING}latin") for kind in ("major", "minor")}
    return {kind: latin.get("typeface", "") for kind, latin in found.items() if latin is not None}


def _toggled(styled: Sequence[Element], character: Sequence[Element], direct: Sequence[Element], name: str) -> bool:
    own = _last(direct, name)
    if own is not None:
        return _is_on(own)
    return _is_on(_last(styled, name)) != _is_on(_last(character, name))


def _last(layers: Sequence[Element], name: str) -> Element | None:
    found = (layer.find(qn(name)) for layer in reversed(layers))
    return next((element for element in found if element is not None), None)


def _attributes(layers: Sequence[Element], name: str) -> dict[str, str]:
    merged: dict[str, str] = {}
    for layer in layers:
        element = layer.find(qn(name))
        if element is None:
            continue
        given = {etree.QName(str(key)).localname: str(value) for key, value in element.attrib.items()}
        for key, opposite in (("firstLine", "hanging"), ("hanging", "firstLine")):
            if key in given:
                merged.pop(opposite, None)
        merged |= given
    return merged


def _compact(layers: Iterable[Element | None]) -> list[Element]:
    return [layer for layer in layers if layer is not None]


def _inner(element: Element | None, *names: str) -> Element | None:
    for name in names:
        element = element.find(qn(name)) if element is not None else None
    return element


def _style_of(element: Element, properties: str, name: str) -> str | None:
    return _value(_inner(element, properties, name))


def _value(element: Element | None) -> str | None:
    return element.get(qn("w:val")) if element is not None else None


def _id(style: Element) -> str:
    return style.get(qn("w:styleId")) or ""


def _is_default_paragraph(style: Element) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on")


def _is_on(element: Element | None) -> bool:
    return element is not None and (_value(element) or "1") not in _OFF


def _is_drawn(border: Element | None) -> bool:
    return border is not None and _value(border) not in (None, "nil", "none")


def _serialized(properties: Element | None) -> bytes | None:
    return None if properties is None else etree.tostring(properties)


def _figure(text: str | None, default: float = 0) -> float:
    """Return the number that `text` writes, `default` where it writes none that Word would."""
    return float(text) if text is not None and _FIGURE.fullmatch(text) else default


def _space(spacing: dict[str, str], side: str) -> float:
    """Return the space on that side in pt; one that Word chooses by itself counts as it shows it."""
    if spacing.get(f"{side}Autospacing") in ("1", "true", "on"):
        return _AUTOMATIC_SPACE
    return _figure(spacing.get(side)) / 20


def _mm(twips: str | None) -> float:
    return _figure(twips) / 1440 * 25.4
