"""How the text of a Word file is really set: document defaults, styles and what they are based on, and direct changes.

ECMA-376 Part 1, 17.7.2 gives the order: defaults, table style, paragraph style, character style, direct. Conditional
parts of table styles and numbering are not followed. Lengths are in mm, sizes and spaces in pt.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from lxml import etree

from kimhoa_app.documents.model import Align
from kimhoa_app.documents.reading.properties import (
    Element,
    attributes,
    compact,
    figure,
    inner,
    is_default_paragraph,
    is_drawn,
    is_on,
    last,
    mm,
    serialized,
    space,
    style_id,
    style_of,
    toggled,
    value_of,
)

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
_WORD_SIZE = 20  # half points that Word takes where a file says nothing
_SINGLE = 240


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
        self._styles: dict[str, Element] = {style_id(style): style for style in found}
        self._default = next((key for key, style in self._styles.items() if is_default_paragraph(style)), None)
        self._chains: dict[str, tuple[Element, ...]] = {}
        self._texts: dict[tuple[str | bytes | None, ...], TextFormat] = {}
        self._paragraphs: dict[tuple[str | bytes | None, ...], ParagraphFormat] = {}
        defaults = inner(styles, "w:docDefaults")
        self._text_defaults = inner(defaults, "w:rPrDefault", "w:rPr")
        self._paragraph_defaults = inner(defaults, "w:pPrDefault", "w:pPr")
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
        style = self._styles.get(style_of(paragraph, "w:pPr", "w:pStyle") or self._default or "")
        name = value_of(style.find(qn("w:name"))) if style is not None else None
        return name.replace("heading ", "Heading ") if name else ""

    def paragraph(self, paragraph: Element) -> ParagraphFormat:
        """Return how `paragraph` (w:p) is set."""
        key = (*self._style_names(paragraph), serialized(paragraph.find(qn("w:pPr"))))
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolved_paragraph(paragraph)
        return self._paragraphs[key]

    def text(self, paragraph: Element, run: Element | None = None) -> TextFormat:
        """Return how `run` (w:r) of `paragraph` is set, or text without any formatting of its own there."""
        key = (*self._style_names(paragraph), serialized(inner(run, "w:rPr")))
        if key not in self._texts:
            self._texts[key] = self._resolved_text(paragraph, run)
        return self._texts[key]

    def _style_names(self, paragraph: Element) -> tuple[str | None, str | None]:
        """Return the styles that a paragraph has from itself and from the table that it stands in."""
        table = next(paragraph.iterancestors(qn("w:tbl")), None)
        own = style_of(paragraph, "w:pPr", "w:pStyle")
        return own, style_of(table, "w:tblPr", "w:tblStyle") if table is not None else None

    def _resolved_paragraph(self, paragraph: Element) -> ParagraphFormat:
        layers = self._paragraph_layers(paragraph)
        spacing = attributes(layers, "w:spacing")
        indent = attributes(layers, "w:ind")
        line, rule = figure(spacing.get("line"), _SINGLE), spacing.get("lineRule", "auto")
        border = last(layers, "w:pBdr")
        return ParagraphFormat(
            align=_ALIGNS.get(value_of(last(layers, "w:jc")) or "left", Align.LEFT),
            left=mm(indent.get("left", indent.get("start"))),
            right=mm(indent.get("right", indent.get("end"))),
            first_line=mm(indent.get("firstLine")) - mm(indent.get("hanging")),
            before=space(spacing, "before"),
            after=space(spacing, "after"),
            lines=line / _SINGLE if rule == "auto" else None,
            keep_with_next=is_on(last(layers, "w:keepNext")),
            keep_lines=is_on(last(layers, "w:keepLines")),
            widow_control=is_on(last(layers, "w:widowControl")),
            line_above=is_drawn(border.find(qn("w:top")) if border is not None else None),
            line_below=is_drawn(border.find(qn("w:bottom")) if border is not None else None),
        )

    def _resolved_text(self, paragraph: Element, run: Element | None) -> TextFormat:
        styled = self._styled_text_layers(paragraph)
        character = self._character_layers(run)
        direct = compact([inner(run, "w:rPr")])
        layers = [*styled, *character, *direct]
        color = value_of(last(layers, "w:color"))
        return TextFormat(
            fonts=tuple(self._font(layers, script) for script in _SCRIPTS),
            size=figure(value_of(last(layers, "w:sz")), _WORD_SIZE) / 2,
            bold=toggled(styled, character, direct, "w:b"),
            italic=toggled(styled, character, direct, "w:i"),
            underlined=is_on(last(layers, "w:u")),
            capitals=toggled(styled, character, direct, "w:caps"),
            color=None if color in (None, "auto") else color,
        )

    def _paragraph_layers(self, paragraph: Element) -> list[Element]:
        chain = (*self._table_chain(paragraph), *self._paragraph_chain(paragraph))
        styled = [style.find(qn("w:pPr")) for style in chain]
        return compact([self._paragraph_defaults, *styled, paragraph.find(qn("w:pPr"))])

    def _styled_text_layers(self, paragraph: Element) -> list[Element]:
        chain = (*self._table_chain(paragraph), *self._paragraph_chain(paragraph))
        return compact([self._text_defaults, *(style.find(qn("w:rPr")) for style in chain)])

    def _character_layers(self, run: Element | None) -> list[Element]:
        name = style_of(run, "w:rPr", "w:rStyle") if run is not None else None
        return compact([style.find(qn("w:rPr")) for style in self._chain(name)])

    def _paragraph_chain(self, paragraph: Element) -> tuple[Element, ...]:
        return self._chain(style_of(paragraph, "w:pPr", "w:pStyle") or self._default)

    def _table_chain(self, paragraph: Element) -> tuple[Element, ...]:
        table = next(paragraph.iterancestors(qn("w:tbl")), None)
        return self._chain(style_of(table, "w:tblPr", "w:tblStyle")) if table is not None else ()

    def _chain(self, name: str | None) -> tuple[Element, ...]:
        """Return the style and what it is based on, the root first; a circle in a bad file ends where it closes."""
        if name is None:
            return ()
        if name not in self._chains:
            found: list[Element] = []
            current: str | None = name
            while current in self._styles and self._styles[current] not in found:
                found.append(self._styles[current])
                current = value_of(found[-1].find(qn("w:basedOn")))
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
