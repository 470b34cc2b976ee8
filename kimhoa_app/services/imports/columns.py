"""The columns of a list as the clerk looks at them: what stands in each, what it was taken for, what else it may be."""

from collections.abc import Mapping
from dataclasses import dataclass

from kimhoa_app.exchange.lists.examples import SheetLook, examples_in, shown
from kimhoa_app.exchange.lists.kinds import RULES, ListKind, meaning_of, meaning_words, meanings
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.reading import FoundList


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """A column of the file: its place, its head, some of its values, and what it means, "" for nothing."""

    place: int
    head: str
    examples: tuple[str, ...]
    meaning: str = ""


def found_columns(found: FoundList) -> tuple[SourceColumn, ...]:
    """Return every column of a list that was read, those without a head and those not understood as well."""
    places = sorted({*found.heads, *found.examples, *found.meanings})
    return tuple(
        SourceColumn(place, found.heads.get(place, ""), found.examples.get(place, ()), found.meanings.get(place, ""))
        for place in places
    )


def shown_cells(line: Line, found: FoundList) -> dict[str, str]:
    """Return the cells of a line as people read them, by the name of their column, "" for an empty one."""
    return {name: shown(line.cells.get(name, "")) for name in found.columns if name != "ordinal"}


def columns_under(look: SheetLook, row: int, kind: ListKind) -> tuple[SourceColumn, ...]:
    """Return the columns of a sheet in which no list was found, the row of number `row` taken for the header."""
    heads = next((cells for number, cells in look.rows if number == row), {})
    examples = examples_in([(number, cells) for number, cells in look.rows if number > row])
    return tuple(
        SourceColumn(place, heads.get(place, ""), examples.get(place, ()), meaning_of(heads.get(place, ""), kind) or "")
        for place in sorted({*heads, *examples})
    )


def possible_meanings(kind: ListKind) -> dict[str, str]:
    """Return every meaning that a column of such a list can have, in words."""
    return {meaning: meaning_words(meaning, kind) for meaning in (*meanings(kind), "name_rest")}


def fault_in_meanings(kind: ListKind, chosen: Mapping[int, str]) -> str:
    """Return in a sentence what keeps these meanings of columns from being a list of `kind`, "" for nothing."""
    taken = set(chosen.values())
    rules = RULES[kind]
    if not rules.names & taken or (rules.needs and not rules.needs & taken):
        return f"Danh sách này cần có cột {rules.wanted}."
    return ""
