"""Filling a template: its placeholders in the sandbox, its lines numbered, its failures as sentences.

Undefined names are errors; values are protected (see `protection`); each line of the body carries the number of the
line of the file that it comes from, so that an error in the markup is told with its place.
"""

import re
import traceback
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from typing_extensions import override

from kimhoa_app.documents.templating.filters import FILTERS
from kimhoa_app.documents.templating.protection import line_mark, protected
from kimhoa_app.documents.templating.sandbox import BUDGET, Budget, Forbidden, Sandbox
from kimhoa_app.documents.templating.template import Template, TemplateError

_FAILURES = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
_UNDEFINED_NAME = re.compile(r"'([^']+)' is undefined|has no attribute '([^']+)'")
_NO_FILTER = re.compile(r"named '([^']+)'")


class _LineNumbers(Extension):
    """Marks the beginning of each line of plain template text with its number."""

    @override
    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        for token in stream:
            yield Token(token.lineno, "data", _numbered(token)) if token.type == "data" else token


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
    except _FAILURES as error:
        raise TemplateError(_sentence(error), _line_of(error)) from error


def _filled(text: str, values: Mapping[str, object], environment: jinja2.Environment) -> str:
    try:
        return _compiled(text, environment).render({**values, BUDGET: Budget()})
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
    if isinstance(error, Forbidden | SecurityError):
        return f"{error.message}."
    if isinstance(error, jinja2.TemplateAssertionError):
        found = _NO_FILTER.search(str(error))
        return f"không có bộ lọc nào tên là “{found.group(1) if found else ''}”."
    if isinstance(error, jinja2.TemplateSyntaxError):
        return "lệnh mẫu sai cú pháp: thiếu dấu đóng, thiếu endif, endfor, hoặc viết sai tên lệnh."
    return f"lệnh mẫu không thực hiện được ({error})."


def _line_of(error: Exception) -> int | None:
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.lineno
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    return lines[-1] if lines else None


@jinja2.pass_context
def _finalized(context: Context, value: object) -> str:
    return protected(_printable(context, value))


@jinja2.pass_context
def _printable(context: Context, value: object) -> str:
    """Only words and whole numbers are printed as they are; the rest needs a filter that says how it reads."""
    if isinstance(value, jinja2.Undefined):
        return str(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(f"giá trị kiểu {type(value).__name__} chưa có bộ lọc để viết ra chữ")
    text = str(value)
    context[BUDGET].spend(len(text))
    return text


@cache
def _environment() -> jinja2.Environment:
    return _with_filters(Sandbox(finalize=_finalized, extensions=[_LineNumbers], **_SYNTAX))


@cache
def _plain_environment() -> jinja2.Environment:
    return _with_filters(Sandbox(finalize=_printable, **_SYNTAX))


_SYNTAX: dict[str, Any] = {"undefined": jinja2.StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}


def _with_filters(environment: Sandbox) -> jinja2.Environment:
    environment.filters |= FILTERS
    return environment
