from dataclasses import replace
from datetime import date

import pytest

from kimhoa_app.documents.templating import FieldKind, Needs, Template, TemplateField, load_template, render
from kimhoa_app.documents.templating.placeholders import Placeholder, placeholders_for
from kimhoa_app.documents.texts import texts_of
from kimhoa_app.domain.office import OfficePeriod
from kimhoa_app.services.trial_values import trial_context

FIELDS = tuple(
    TemplateField(
        f"f_{kind.value}", f"Mục {kind.value}", kind, choices=("Một", "Hai") if kind is FieldKind.CHOICE else ()
    )
    for kind in FieldKind
)
ALL = {each.name: each for needs in Needs for each in placeholders_for(FIELDS, needs)}


def template_with(placeholder: Placeholder) -> Template:
    front = (
        f'id = "a"\nname = "A"\nkind = "KH"\ndescription = ""\nneeds = "{placeholder.needs.value}"\nissuer = "council"'
    )
    shipped = load_template(f"+++\n{front}\n+++\n# I. TRƯỚC\nMột đoạn\n{placeholder.text}\nSau")
    return replace(shipped, fields=FIELDS)


@pytest.mark.parametrize("name", ALL)
def test_what_is_put_in_from_the_list_makes_a_document(office: OfficePeriod, name: str) -> None:
    template = template_with(ALL[name])
    for fills_all in (False, True):
        context = trial_context(template, 2026, date(2026, 1, 6), office, None, fills_all=fills_all)
        words = " ".join(text.words for text in texts_of(render(template, context)))
    assert not any(sign in words for sign in ("{", "}", "%}"))


def test_a_template_is_offered_what_it_can_hold() -> None:
    groups = {needs: {each.group for each in placeholders_for((), needs)} for needs in Needs}
    assert "Phiên họp" in groups[Needs.MEETING] - groups[Needs.YEAR]
    assert "Đăng ký" in groups[Needs.REGISTRATIONS] - groups[Needs.MEETING]
    assert placeholders_for(FIELDS, Needs.YEAR)[0].text == "{{ fields.f_text }}"
