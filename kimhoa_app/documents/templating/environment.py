"""The sandbox in which a template is filled: Jinja2 without access to the machine, with what Vietnamese papers need.

Undefined names are errors; values are protected (see `protection`); each line of the body carries the number of the
line of the file that it comes from, so that an error in the markup is told with its place.
"""

import re
import traceback
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from typing_extensions import override

from kimhoa_app.documents.templating.places import bare_province
from kimhoa_app.documents.templating.protection import line_mark, protected
from kimhoa_app.documents.templating.template import Template, TemplateError
from kimhoa_app.domain.anniversaries import AnniversaryInYear, principal_between
from kimhoa_app.domain.awards import award_name
from kimhoa_app.domain.legal_texts import CitationStyle, LegalText, citation
from kimhoa_app.domain.office import OfficePeriod
from kimhoa_app.text import dates, names, numbers

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_FAILURES = (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_UNDEFINED_NAME = re.compile(r"'([^']+)' is undefined|has no attribute '([^']+)'")


class _LineNumbers(Extension):
    """Marks the beginning of each line of plain template text with its number."""

    @override
    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        for token in stream:
            yield Token(token.lineno, "data", _numbered(token)) if token.type == "data" else token


class _Sandbox(ImmutableSandboxedEnvironment):
    """Refuses the operators with which a few signs could fill the memory."""

    intercepted_binops = frozenset(["*", "**"])

    @override
    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or not isinstance(left, int) or not isinstance(right, int):
            raise SecurityError("only whole numbers are multiplied")
        return super().call_binop(context, operator, left, right)


def fill(template: Template, values: Mapping[str, object]) -> str:
    """Return the body with its placeholders filled, its lines numbered; raises `TemplateError`."""
    return _filled(_on_its_lines(template), values, _environment())


def fill_plain(text: str, values: Mapping[str, object]) -> str:
    """Return a short text of its own, such as the default of a field, filled; raises `TemplateError` without a line."""
    return _filled(text, values, _plain_environment())


def check_syntax(template: Template) -> None:
    """Raise `TemplateError` where a placeholder or a statement of the template is not well formed."""
    try:
        _environment().parse(_on_its_lines(template))
        for field in template.fields:
            _plain_environment().parse(field.default)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(f"lệnh mẫu sai cú pháp ({error.message}).", error.lineno) from error


def _filled(text: str, values: Mapping[str, object], environment: jinja2.Environment) -> str:
    try:
        return _compiled(text, environment).render(values)
    except _FAILURES as error:
        raise TemplateError(_sentence(error), _line_of(error)) from error


@lru_cache(maxsize=64)
def _compiled(text: str, environment: jinja2.Environment) -> jinja2.Template:
    return environment.from_string(text)


def _on_its_lines(template: Template) -> str:
    return "\n" * (template.first_line - 1) + template.body


def _numbered(token: Token) -> str:
    lines = token.value.split("\n")
    return "\n".join(line_mark(token.lineno + index) + line for index, line in enumerate(lines))


def _sentence(error: Exception) -> str:
    if isinstance(error, jinja2.UndefinedError):
        found = _UNDEFINED_NAME.search(str(error))
        name = (found.group(1) or found.group(2)) if found else str(error)
        return f"không có trường hoặc giá trị nào tên là “{name}”."
    return f"lệnh mẫu không thực hiện được ({error})."


def _line_of(error: Exception) -> int | None:
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.lineno
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    return lines[-1] if lines else None


def _finalized(value: object) -> str:
    return protected(_printable(value))


def _printable(value: object) -> str:
    """Only words and whole numbers are printed as they are; the rest needs a filter that says how it reads."""
    if isinstance(value, jinja2.Undefined):
        return str(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(f"giá trị kiểu {type(value).__name__} chưa có bộ lọc để viết ra chữ")
    return str(value)


@cache
def _environment() -> jinja2.Environment:
    return _with_functions(_Sandbox(finalize=_finalized, extensions=[_LineNumbers], **_SYNTAX))


@cache
def _plain_environment() -> jinja2.Environment:
    return _with_functions(_Sandbox(finalize=_printable, **_SYNTAX))


_SYNTAX: dict[str, Any] = {"undefined": jinja2.StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}


def _with_functions(environment: _Sandbox) -> jinja2.Environment:
    environment.filters |= {
        "long_date": dates.long_date,
        "short_date": dates.short_date,
        "list_date": dates.list_date,
        "lunar_year": dates.lunar_year_name,
        "words": numbers.number_in_words,
        "grouped": numbers.grouped,
        "two_digits": numbers.two_digits,
        "percent": numbers.percent,
        "roman": numbers.roman,
        "letter": numbers.letter,
        "capitals": names.capitals,
        "award_name": _award_name,
        "citation": _citation,
        "clock": _clock,
        "weekday": _weekday,
        "lines": _lines,
        "parts": _parts,
        "due": _due,
        "anniversaries_until": _anniversaries_until,
        "sentence": _sentence_start,
    }
    return environment


@jinja2.pass_context
def _award_name(context: Context, code: str, subject: str = "") -> str:
    office: OfficePeriod | None = context.get("office")
    return award_name(code, office.kind if office else None, subject)


@jinja2.pass_context
def _anniversaries_until(context: Context, first_day: date, last_day: date) -> list[AnniversaryInYear]:
    office: OfficePeriod | None = context.get("office")
    return principal_between(first_day, last_day, bare_province(office) if office else None)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@jinja2.pass_context
def _due(context: Context, day: str, days: int = 10) -> str:
    """Return the day as it is typed, or so many days from the day of the paper where it has passed."""
    year, month, of_month = dates.parse_date(day)
    today: date = context["today"]
    proposed = date(year, month or 1, of_month or 1)
    return dates.short_date(proposed if proposed >= today else today + timedelta(days))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _citation(text: LegalText, style: str = CitationStyle.FULL) -> str:
    return citation(text, CitationStyle(style))


def _clock(time: str) -> str:
    hours, minutes = time.split(":")
    return f"{int(hours):02d} giờ {minutes} phút"


def _weekday(day: date) -> str:
    return _WEEKDAYS[day.weekday()]


def _sentence_start(text: str) -> str:
    return text[:1].upper() + text[1:]
