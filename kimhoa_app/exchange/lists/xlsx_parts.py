"""What the sheets of an .xlsx file have in common, and how its parts are opened."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from kimhoa_app.exchange.lists.cells import MAX_CELLS

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

Runs = list[tuple[str, str]]
"""Pieces of a text, each with the name of its font, "" where it has that of the cell."""


@dataclass(frozen=True, slots=True)
class Style:
    """How cells are shown: their font, and whether a number is a day."""

    font: str
    is_date: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """What the sheets of a workbook have in common."""

    texts: list[Runs]
    styles: list[Style]
    epoch: datetime


def shared_texts(archive: zipfile.ZipFile) -> Iterator[Runs]:
    """Yield the texts that cells name by their number."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return
    with archive.open("xl/sharedStrings.xml") as stream:
        for count, (_event, element) in enumerate(walk(stream, "{*}si")):
            if count >= MAX_CELLS:
                return
            yield list(runs_of(element))
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def styles_of(archive: zipfile.ZipFile) -> list[Style]:
    """Return the styles that cells name by their number."""
    if "xl/styles.xml" not in archive.namelist():
        return []
    tree = tree_of(archive, "xl/styles.xml")
    names = [font.find("{*}name") for font in tree.iterfind("{*}fonts/{*}font")]
    fonts = ["" if name is None else name.get("val", "") for name in names]
    formats = dict(BUILTIN_FORMATS)
    formats |= {int(each.get("numFmtId")): each.get("formatCode", "") for each in tree.iterfind("{*}numFmts/{*}numFmt")}
    found = []
    for each in tree.iterfind("{*}cellXfs/{*}xf"):
        font = int(each.get("fontId", "0"))
        shown = formats.get(int(each.get("numFmtId", "0")), "General")
        found.append(Style(fonts[font] if font < len(fonts) else "", is_date_format(shown)))
    return found


def style_of(shared: Shared, number: str | None) -> Style:
    """Return the style that a cell names, a plain one where there is none."""
    place = int(number or 0)
    return shared.styles[place] if place < len(shared.styles) else Style("", is_date=False)


def runs_of(element: Any) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a text with the names of their fonts."""
    for child in element:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "t":
            yield _unescaped(child.text or ""), ""
        elif name == "r":
            font = child.find("{*}rPr/{*}rFont")
            text = child.findtext("{*}t") or ""
            yield _unescaped(text), "" if font is None else font.get("val", "")


def targets_of(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of the archive that each relation of the workbook names."""
    targets = {}
    for each in tree_of(archive, "xl/_rels/workbook.xml.rels"):
        target = str(each.get("Target", ""))
        absolute = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        targets[str(each.get("Id", ""))] = absolute
    return targets


def relation_of(entry: Any) -> str:
    """Return the relation that an entry of the workbook names."""
    return next((value for name, value in entry.attrib.items() if name.endswith("}id")), "")


def tree_of(archive: zipfile.ZipFile, part: str) -> Any:
    """Return the root of a part of the archive, read with nothing from outside."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    with archive.open(part) as stream:
        return etree.parse(stream, parser).getroot()


def walk(stream: Any, *tags: str) -> Any:
    """Return the elements of those tags one by one as they are read."""
    return etree.iterparse(stream, tag=tags, resolve_entities=False, no_network=True, load_dtd=False)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text
