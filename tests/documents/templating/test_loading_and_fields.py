from dataclasses import replace
from datetime import date

import pytest

from kimhoa_app.documents.templating import (
    FieldKind,
    Template,
    TemplateError,
    TemplateField,
    checked_fields,
    default_fields,
    load_template,
    shipped_templates,
)
from kimhoa_app.documents.templating.contexts import context_for
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.office import OfficePeriod

FRONT = 'id = "a"\nname = "A"\nkind = "KH"\ndescription = ""\nneeds = "year"\nissuer = "committee"\n'


def with_fields(*fields: TemplateField) -> Template:
    return replace(shipped_templates()[0], name="Mẫu", fields=fields)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("không có khai báo", 1),
        ("+++\nid = 'a'\n", 1),
        (f"+++\n{FRONT}sai cú pháp\n+++\n", 8),
        ("+++\nid = 'a'\n+++\n", 1),
        (f"+++\n{FRONT.replace('year', 'moon')}+++\n", 1),
        (f"+++\n{FRONT}fields = [{{ key = 'Ô', label = 'x' }}]\n+++\n", 1),
        (f"+++\n{FRONT}fields = [{{ key = 'a', label = 'x', kind = 'choice' }}]\n+++\n", 1),
        (f"+++\n{FRONT}+++\nMột\n{{% if %}}\n", 10),
    ],
)
def test_a_file_that_is_no_template_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(TemplateError) as caught:
        load_template(text)
    assert caught.value.line == line


def test_defaults_are_worked_out_for_the_year(office: OfficePeriod) -> None:
    plan = next(each for each in shipped_templates() if each.id == "ke-hoach-nam")
    defaults = default_fields(plan, context_for(plan, office, None, 2027, date(2026, 11, 21)))
    assert defaults["registration_deadline"] == "15/01/2027"
    assert defaults["upper_issuer"] == "Ủy ban nhân dân tỉnh Hà Tĩnh"


@pytest.mark.parametrize("typed", ["15/01/2026", "2026-01-15", "15-1-2026", date(2026, 1, 15)])
def test_a_day_is_read_however_it_is_typed(typed: object) -> None:
    template = with_fields(TemplateField("d", "Ngày", FieldKind.DATE))
    assert checked_fields(template, {"d": typed}) == {"d": date(2026, 1, 15)}


def test_an_empty_field_is_empty_text_no_number_no_day_and_no() -> None:
    template = with_fields(
        *(TemplateField(kind.value, "x", kind) for kind in FieldKind if kind is not FieldKind.CHOICE)
    )
    assert checked_fields(template, {}) == {
        "text": "", "long_text": "", "integer": None, "date": None, "boolean": False
    }  # fmt: skip


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (TemplateField("x", "Ô", FieldKind.INTEGER), "một"),
        (TemplateField("x", "Ô", FieldKind.INTEGER), "²"),
        (TemplateField("x", "Ô", FieldKind.DATE), "31/02/2026"),
        (TemplateField("x", "Ô", FieldKind.DATE), "2026"),
        (TemplateField("x", "Ô", FieldKind.BOOLEAN), "có thể"),
        (TemplateField("x", "Ô", FieldKind.CHOICE, choices=("A", "B")), "C"),
        (TemplateField("x", "Ô", required=True), "  "),
    ],
)
def test_a_value_that_does_not_fit_is_refused_beside_its_field(field: TemplateField, typed: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_fields(with_fields(field), {"x": typed})
    assert caught.value.field == "x"


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_fields(with_fields(), {"y": "1"})
    assert caught.value.field == "y"
