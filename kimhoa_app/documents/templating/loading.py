"""Reading a template file: TOML front matter between two lines of `+++`, then the body."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache

from pydantic import TypeAdapter, ValidationError

from kimhoa_app.documents.templating.environment import check_syntax
from kimhoa_app.documents.templating.sandbox import LONGEST_TEMPLATE
from kimhoa_app.documents.templating.template import FieldKind, FieldScope, Template, TemplateError, TemplateField
from kimhoa_app.domain.settings import PAPER, definitions
from resources import names_in, read_text

_FENCE = "+++"
_FOLDER = "templates"
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_TOML_LINE = re.compile(r"line (\d+)")


@lru_cache(maxsize=64)
def load_template(text: str) -> Template:
    """Return the template that a file holds; raises `TemplateError` naming the line that is wrong.

    Those of an office are asked for with every paper that is made, and reading one takes longer than filling it.
    """
    if len(text) > LONGEST_TEMPLATE:
        raise TemplateError("mẫu quá dài, không phải một văn bản thông thường.")
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").lstrip("\ufeff").split("\n")
    if lines[0].strip() != _FENCE:
        raise TemplateError("tệp mẫu phải bắt đầu bằng một dòng “+++”.", 1)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.strip() == _FENCE), None)
    if end is None:
        raise TemplateError("phần khai báo chưa được khép bằng dòng “+++”.", 1)
    declared = _front_matter("\n".join(lines[1:end]))
    template = _template({**declared, "body": "\n".join(lines[end + 1 :]), "first_line": end + 2})
    _check_fields(template.fields)
    check_syntax(template)
    return template


@cache
def _shipped() -> tuple[Template, ...]:
    templates = [load_template(read_text(name)) for name in names_in(_FOLDER, ".khm")]
    return tuple(sorted(templates, key=lambda template: template.name))


def shipped_templates() -> list[Template]:
    """Return the templates that come with the program, by name."""
    return list(_shipped())


def shipped_text(template_id: str) -> str:
    """Return the file of a template that ships; raises FileNotFoundError for an unknown id."""
    return read_text(f"{_FOLDER}/{template_id}.khm")


def _front_matter(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = int(found.group(1)) + 1 if found else None
        raise TemplateError("phần khai báo sai cú pháp TOML.", line) from error


def _template(declared: dict[str, object]) -> Template:
    try:
        return TypeAdapter(Template).validate_python({"fields": (), "symbol": "", **declared})
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise TemplateError(f"phần khai báo thiếu hoặc sai mục “{where}”.", 1) from error


def _check_fields(fields: tuple[TemplateField, ...]) -> None:
    seen: set[str] = set()
    for field in fields:
        if not _KEY.fullmatch(field.key) or field.key in seen:
            raise TemplateError(f"khóa trường “{field.key}” bị trùng hoặc có ký tự ngoài a-z, 0-9, _.", 1)
        if (field.kind is FieldKind.CHOICE) != bool(field.choices):
            raise TemplateError(f"trường “{field.key}” kiểu choice phải có choices, kiểu khác thì không.", 1)
        if field.scope is FieldScope.OFFICE and PAPER + field.key not in definitions():
            raise TemplateError(f"trường “{field.key}” của cơ quan không có trong phần Cài đặt.", 1)
        seen.add(field.key)
