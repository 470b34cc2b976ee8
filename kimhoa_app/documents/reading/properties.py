"""Properties in the XML of Word, looked up through the layers that set them."""

import re
from collections.abc import Iterable, Sequence

from docx.oxml.ns import qn
from lxml import etree

Element = etree._Element

_OFF = ("0", "false", "off", "none")
_AUTOMATIC_SPACE = 14.0
_FIGURE = re.compile(r"-?\d{1,6}(?:\.\d+)?")


def toggled(styled: Sequence[Element], character: Sequence[Element], direct: Sequence[Element], name: str) -> bool:
    """Return a property of which one style turns over what the other says; what is set directly counts before both."""
    own = last(direct, name)
    if own is not None:
        return is_on(own)
    return is_on(last(styled, name)) != is_on(last(character, name))


def last(layers: Sequence[Element], name: str) -> Element | None:
    """Return the element `name` of the last layer that has one."""
    found = (layer.find(qn(name)) for layer in reversed(layers))
    return next((element for element in found if element is not None), None)


def attributes(layers: Sequence[Element], name: str) -> dict[str, str]:
    """Return the attributes of the elements `name` of all layers, the later over the earlier."""
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


def compact(layers: Iterable[Element | None]) -> list[Element]:
    """Return the layers that there are."""
    return [layer for layer in layers if layer is not None]


def inner(element: Element | None, *names: str) -> Element | None:
    """Return the element at the end of a path of names, None where it breaks off."""
    for name in names:
        element = element.find(qn(name)) if element is not None else None
    return element


def style_of(element: Element, properties: str, name: str) -> str | None:
    """Return the style that the properties of an element name."""
    return value_of(inner(element, properties, name))


def value_of(element: Element | None) -> str | None:
    """Return what an element says in its `val`."""
    return element.get(qn("w:val")) if element is not None else None


def style_id(style: Element) -> str:
    """Return the id of a style, "" where it has none."""
    return style.get(qn("w:styleId")) or ""


def is_default_paragraph(style: Element) -> bool:
    """Return whether a style is that of paragraphs without one."""
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on")


def is_on(element: Element | None) -> bool:
    """Return whether a property is there and not turned off."""
    return element is not None and (value_of(element) or "1") not in _OFF


def is_drawn(border: Element | None) -> bool:
    """Return whether a border is there and has a line."""
    return border is not None and value_of(border) not in (None, "nil", "none")


def serialized(properties: Element | None) -> bytes | None:
    """Return the bytes of properties, by which equal ones are known."""
    return None if properties is None else etree.tostring(properties)


def figure(text: str | None, default: float = 0) -> float:
    """Return the number that `text` writes, `default` where it writes none that Word would."""
    return float(text) if text is not None and _FIGURE.fullmatch(text) else default


def space(spacing: dict[str, str], side: str) -> float:
    """Return the space on that side in pt; one that Word chooses by itself counts as it shows it."""
    if spacing.get(f"{side}Autospacing") in ("1", "true", "on"):
        return _AUTOMATIC_SPACE
    return figure(spacing.get(side)) / 20


def mm(twips: str | None) -> float:
    """Return a length in twips as mm."""
    return figure(twips) / 1440 * 25.4
