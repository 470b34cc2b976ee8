"""What a document is called on the screen, in a sentence and as a file."""

from kimhoa_app.documents.model import DocumentKind
from kimhoa_app.documents.reading.kinds import kind_name
from kimhoa_app.documents.templating import Template
from kimhoa_app.documents.templating.template import OTHER_PLANS
from kimhoa_app.services.documents import DocumentEntry
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.search_keys import search_key

PLAN_TEMPLATE = "ke-hoach-nam"
_YEAR_WORD = " năm"


def document_name(template_name: str, year: int) -> str:
    """Return "Kế hoạch phát động phong trào thi đua năm 2026"."""
    return f"{template_name.removesuffix(_YEAR_WORD)}{_YEAR_WORD} {year}"


def template_name(templates: dict[str, Template], entry: DocumentEntry) -> str:
    """Return the name of the template that `entry` was made from, or its kind where there is none."""
    template = templates.get(entry.template)
    return template.name.removesuffix(_YEAR_WORD) if template is not None else kind_name(entry.kind)


def is_year_plan(templates: dict[str, Template], entry: DocumentEntry) -> bool:
    """Return whether `entry` is the plan of its year: every plan but those of a phase or of the council."""
    template = templates.get(entry.template)
    made_from = template.base or template.id if template is not None else entry.template
    return entry.kind is DocumentKind.PLAN and made_from not in OTHER_PLANS


def file_stem(name: str, year: int) -> str:
    """Return a file name without diacritics, which every mail program and USB stick takes."""
    words = search_key(name.removesuffix(_YEAR_WORD)).replace("/", "-").capitalize()
    return f"{words} {year}"


def issue_line(entry: DocumentEntry) -> str:
    """Return "số 05/KH-UBND ngày 06/01/2026", "chờ số", or "bản thảo"."""
    if entry.issued_on is None:
        return "chờ số" if entry.awaits_number else "bản thảo"
    day = f"ngày {list_date(entry.issued_on)}"
    return day if entry.number is None else f"số {entry.number:02d}/{entry.symbol} {day}"
