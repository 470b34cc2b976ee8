"""What one who writes a template can put into it from a list, each with a name that says what it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kimhoa_app.documents.templating.template import FieldKind, Needs, TemplateField
from resources import read_toml

_FIELDS = "Mục điền của mẫu"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder; `text` is what goes into the template, one line or several."""

    group: str
    name: str
    text: str
    needs: Needs = Needs.YEAR

    @property
    def is_block(self) -> bool:
        """Whether it takes lines of its own."""
        return "\n" in self.text or self.text.startswith(("#", "@"))


def placeholders_for(fields: Sequence[TemplateField], needs: Needs) -> list[Placeholder]:
    """Return what a template with these fields and needs may hold: its own fields first, then the rest by group."""
    return [*map(_of_field, fields), *(each for each in _shipped() if each.needs in (Needs.YEAR, needs))]


@cache
def _shipped() -> tuple[Placeholder, ...]:
    entries = read_toml("catalogue/placeholders.toml")["placeholder"]
    return tuple(
        Placeholder(entry["group"], entry["name"], entry["text"].strip("\n"), Needs(entry.get("needs", Needs.YEAR)))
        for entry in entries
    )


def _of_field(field: TemplateField) -> Placeholder:
    value = f"fields.{field.key}"
    match field.kind:
        case FieldKind.LONG_TEXT:
            text = f"{{% for line in {value} | lines %}}\n- {{{{ line }}}}\n{{% endfor %}}"
        case FieldKind.DATE:
            text = f"{{% if {value} %}}{{{{ {value} | long_date }}}}{{% endif %}}"
        case FieldKind.BOOLEAN:
            text = f"{{% if {value} %}}\n{field.label}\n{{% endif %}}"
        case FieldKind.INTEGER:
            text = f"{{% if {value} is not none %}}{{{{ {value} | two_digits }}}}{{% endif %}}"
        case _:
            text = f"{{{{ {value} }}}}"
    return Placeholder(_FIELDS, field.label, text)
