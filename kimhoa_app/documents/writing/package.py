"""The Word file around the text: an empty package with the form's styles, and what the file says of itself."""

from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.rel import Relationships
from docx.oxml.ns import qn

from kimhoa_app.documents.form import FormRules
from kimhoa_app.documents.writing.elements import Element, w
from kimhoa_app.documents.writing.styles import put_styles
from kimhoa_app.text.normal import printable

_WORD_2013 = 15
_OWN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
_DROPPED = (RT.THUMBNAIL, RT.EXTENDED_PROPERTIES, RT.NUMBERING, RT.FONT_TABLE, RT.WEB_SETTINGS, _OWN, _EFFECTS)
_TITLE_LENGTH = 255


def new_package(rules: FormRules) -> Document:
    """Return an empty Word file in the form: its styles, Vietnamese, and none of the template's leftovers."""
    document = docx.Document()
    _drop(document.part.rels)
    package = document.part.package
    if package is not None:
        _drop(package.rels)
    put_styles(document.styles.element, rules)
    _put_settings(document.settings.element, rules)
    return document


def describe(document: Document, title: str, office: str, made_at: datetime | None, rules: FormRules) -> None:
    """Write what the file says of itself: its title, the office as author, the time it was made (now, if None)."""
    properties = document.core_properties
    moment = (made_at or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.title = printable(title)[:_TITLE_LENGTH]
    properties.author = properties.last_modified_by = printable(office)[:_TITLE_LENGTH]
    properties.created = properties.modified = moment
    properties.language = rules.language
    properties.comments = ""
    properties.revision = 1


def _drop(relationships: Relationships) -> None:
    for key in [key for key, relationship in relationships.items() if relationship.reltype in _DROPPED]:
        relationships.pop(key)


def _put_settings(settings: Element, rules: FormRules) -> None:
    colours = settings.find(qn("w:clrSchemeMapping"))
    for child in list(settings):
        settings.remove(child)
    word = "http://schemas.microsoft.com/office/word"
    settings.extend(
        part
        for part in (
            w("zoom", percent=100),
            w("defaultTabStop", val=720),
            w("characterSpacingControl", val="doNotCompress"),
            w("compat", w("compatSetting", name="compatibilityMode", uri=word, val=_WORD_2013)),
            w("themeFontLang", val=rules.language),
            colours,
            w("decimalSymbol", val=","),
            w("listSeparator", val=";"),
        )
        if part is not None
    )
