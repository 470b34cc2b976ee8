"""A template that means harm, or that was written badly, ends in one sentence; it reaches nothing and fills nothing."""

import tracemalloc
from dataclasses import replace
from datetime import date

import pytest

from kimhoa_app.documents.templating import Template, TemplateError, default_fields, load_template, render
from kimhoa_app.documents.templating.contexts import TemplateContext, context_for
from kimhoa_app.domain.office import OfficePeriod

FRONT = 'id = "a"\nname = "A"\nkind = "KH"\ndescription = ""\nneeds = "year"\nissuer = "committee"\n'
MEGABYTES = 2**20


def template(body: str, front: str = "") -> Template:
    return load_template(f"+++\n{FRONT}{front}+++\n{body}")


@pytest.fixture
def context(office: OfficePeriod) -> TemplateContext:
    made = context_for(template(""), office, None, 2026, date(2026, 1, 6))
    return replace(made, fields={"name": "Tên", "lines": "Một\nHai"})


def refusal(body: str, context: TemplateContext) -> str:
    with pytest.raises(TemplateError) as caught:
        render(template(body), context)
    return caught.value.message


REACHING = [
    "{{ office.__class__ }}",
    "{{ office['__class__'] }}",
    "{{ ().__class__.__mro__ }}",
    "{{ fields | map(attribute='__class__') | list | first }}",
    "{{ office.kind.value.format(office) }}",
    "{{ 'a'.join(['b']) }}",
    "{{ office | attr('__class__') }}",
    "{{ today.strftime('%99999999d') }}",
    "{{ fields.items() }}",
    "{{ self }}",
    "{{ namespace.__init__ }}",
    "{{ range(5) }}",
    "{{ lipsum(n=100000) }}",
    "{{ cycler('a') }}",
    "{{ _budget }}",
    "{{ 'a' | _bounded }}",
    "{% set _budget = 1 %}",
    "{% include 'a' %}",
    "{% import 'a' as b %}",
    "{% extends 'a' %}",
    "{% macro m() %}{% endmacro %}",
    "{% call x() %}{% endcall %}",
    "{% filter upper %}a{% endfilter %}",
    "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
]


@pytest.mark.parametrize("body", REACHING)
def test_a_template_reaches_nothing_but_the_values_of_the_paper(context: TemplateContext, body: str) -> None:
    assert "Dòng " in refusal(body, context)


LOOP = "{% for a in 'xxxxxxxxxxxxxxxxxxxx' %}"
FILLING = [
    "{{ 10 ** 10 ** 10 }}",
    "{{ 'a' * 1000000000 }}",
    "{{ [0] * 1000000000 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ 'a' | center(1000000000) }}",
    "{{ 'a' | format(1) }}",
    "{{ 'a' | indent(1000000000) }}",
    f"{LOOP * 9}x{'{% endfor %}' * 9}",
    "{% set n = namespace(x='aaaaaaaaaa') %}" + f"{LOOP}{LOOP}{{% set n.x = n.x ~ n.x %}}{'{% endfor %}' * 2}",
    "{% set n = namespace(x='aaaaaaaaaa') %}" + f"{LOOP}{LOOP}{{% set n.x = n.x + n.x %}}{'{% endfor %}' * 2}",
    "{% set n = namespace(x='aaaaaaaaaa') %}"
    + f"{LOOP}{LOOP}{{% set y %}}{{{{ n.x }}}}{{{{ n.x }}}}{{% endset %}}{{% set n.x = y %}}{'{% endfor %}' * 2}",
    "{% set n = namespace(x=9) %}" + f"{LOOP}{{% set n.x = n.x * n.x %}}{{% endfor %}}",
    "{% set n = namespace(x=[1]) %}" + f"{LOOP}{{% set n.x = n.x + n.x %}}{{% endfor %}}",
    "{{ ['a', 'b'] | join('" + "x" * 60_000 + "') }}{{ ['a', 'b'] | join('" + "x" * 60_000 + "') }}",
    f"{LOOP * 4}{'dài ' * 1000}{'{% endfor %}' * 4}",
    f"{LOOP * 3}** *{'{% endfor %}' * 3}",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "{{ 'a'" + " | trim" * 20_000 + " }}",
    "{{ " + "9" * 5000 + " }}",
    f"{'{% if true %}' * 300}x{'{% endif %}' * 300}",
    "x" * 250_000,
]


@pytest.mark.parametrize("body", FILLING, ids=lambda body: body[:40])
def test_a_template_ends_and_stays_small(context: TemplateContext, body: str) -> None:
    tracemalloc.start()
    try:
        assert refusal(body, context)
        assert tracemalloc.get_traced_memory()[1] < 100 * MEGABYTES
    finally:
        tracemalloc.stop()


def test_a_default_is_held_to_the_same(context: TemplateContext) -> None:
    field = '[[fields]]\nkey = "a"\nlabel = "A"\ndefault = "{{ office.__class__ }}"\n'
    with pytest.raises(TemplateError):
        default_fields(template("", field), context)


def test_what_a_paper_needs_goes_on_working(context: TemplateContext) -> None:
    body = """{% set n = namespace(count=0) %}
{% for line in fields.lines | lines %}
{% set n.count = n.count + 1 %}
{{ loop.index }}/{{ loop.length }} {{ line | lower }}{{ ";" if not loop.last else "." }}
{% endfor %}
{% set both %}{{ fields.name }} {{ year + 1 }}{% endset %}
{{ both ~ " - " ~ (["a", "b"] | join(", ")) }} {{ n.count }} {{ phases[0].anniversaries[0].phrase() }}
"""
    texts = [block.text for block in render(template(body), context).blocks if block.type == "paragraph"]
    assert texts[:2] == ["1/2 một;", "2/2 hai."]
    assert texts[2].startswith("Tên 2027 - a, b 2 kỷ niệm 96 năm Ngày thành lập Đảng Cộng sản Việt Nam")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("a\n{{ fields.nothing }}", "Dòng 10 của mẫu: không có trường hoặc giá trị nào tên là “nothing”."),
        ("a\n{{ year | nothing }}", "Dòng 10 của mẫu: không có bộ lọc nào tên là “nothing”."),
        ("a\n{% if year %}\nb", "lệnh mẫu sai cú pháp"),
        ("a\n{{ office.kind.upper() }}", "Dòng 10 của mẫu: không được dùng “upper” ở đây."),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(context: TemplateContext, body: str, sentence: str) -> None:
    assert sentence in refusal(body, context)
