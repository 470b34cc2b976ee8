"""The Word styles of the form: one for each of its parts, all built on Normal, and nothing of Word's own look left."""

from docx.oxml.ns import qn

from kimhoa_app.documents.form import Component, FormRules
from kimhoa_app.documents.word_styles import APPENDIX_TITLE, BODY, CONTACT_LINE, HEADINGS, RULE
from kimhoa_app.documents.writing.elements import Element, justification, style_id, twips, w

_KEPT = ("Normal", "Default Paragraph Font", "Normal Table", "No List")
_OUTLINE = {name: level for level, name in enumerate(HEADINGS)} | {APPENDIX_TITLE: 0}
_LINED = (RULE, CONTACT_LINE)
_SINGLE = 240  # a single line, in the unit of w:line


def put_styles(styles: Element, rules: FormRules) -> None:
    """Replace the styles of Word's template by those of the form."""
    for style in styles.findall(qn("w:style")):
        if _name(style) not in _KEPT:
            styles.remove(style)
    _put_defaults(styles, rules)
    drawn: set[str] = set()
    for part in rules.components().values():
        if part.style not in drawn and part is not rules.chapter:
            drawn.add(part.style)
            styles.append(_style(part, rules))


def exact(points: float) -> dict[str, str | int]:
    """Return the attributes of a line exactly `points` high."""
    return {"line": round(points * 20), "lineRule": "exact"}


def _put_defaults(styles: Element, rules: FormRules) -> None:
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is not None:
        styles.remove(defaults)
    language = w("lang", val=rules.language, eastAsia=rules.language, bidi="ar-SA")
    text = w("rPr", _fonts(rules), *_size(rules.body.size), language)
    lines = w("pPr", w("spacing", before=0, after=0, line=_SINGLE, lineRule="auto"))
    styles.insert(0, w("docDefaults", w("rPrDefault", text), w("pPrDefault", lines)))
    normal = next(style for style in styles.findall(qn("w:style")) if _name(style) == "Normal")
    normal.append(w("pPr", w("widowControl")))
    normal.append(w("rPr", _fonts(rules), *_size(rules.body.size)))


def _fonts(rules: FormRules) -> Element:
    return w("rFonts", ascii=rules.font, hAnsi=rules.font, eastAsia=rules.font, cs=rules.font)


def _size(points: float) -> tuple[Element, Element]:
    return w("sz", val=round(points * 2)), w("szCs", val=round(points * 2))


def _style(part: Component, rules: FormRules) -> Element:
    builtin = part.style in HEADINGS
    style = w(
        "style",
        w("name", val=part.style.lower() if builtin else part.style),
        w("basedOn", val="Normal"),
        w("next", val=style_id(BODY if part.keep_with_next else part.style)),
        w("uiPriority", val=9 if builtin else 1),
        w("qFormat"),
        _paragraph_properties(part, rules),
        _text_properties(part),
        type="paragraph",
        styleId=style_id(part.style),
    )
    if not builtin:
        style.set(qn("w:customStyle"), "1")
    return style


def _paragraph_properties(part: Component, rules: FormRules) -> Element:
    line = exact(part.size) if part.style == RULE else {"line": round(part.line_spacing * _SINGLE), "lineRule": "auto"}
    outline = _OUTLINE.get(part.style)
    return w(
        "pPr",
        w("keepNext") if part.keep_with_next else None,
        w("keepLines") if part.style in HEADINGS else None,
        _top_line(rules) if part.style in _LINED else None,
        w("spacing", before=round(part.before * 20), after=round(part.after * 20), **line),
        w("ind", firstLine=twips(part.first_line)) if part.first_line else None,
        justification(part.align),
        w("outlineLvl", val=outline) if outline is not None else None,
    )


def _text_properties(part: Component) -> Element:
    bold = (w("b"), w("bCs")) if part.bold else ()
    italic = (w("i"), w("iCs")) if part.italic else ()
    color = w("color", val=part.color) if part.color else None
    return w("rPr", *bold, *italic, color, *_size(part.size))


def _top_line(rules: FormRules) -> Element:
    return w("pBdr", w("top", val="single", sz=round(rules.rule_thickness.value * 8), space=0, color="auto"))


def _name(style: Element) -> str | None:
    name = style.find(qn("w:name"))
    return None if name is None else name.get(qn("w:val"))
