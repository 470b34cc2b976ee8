"""A comparison as the text of a page: two columns, differing words coloured and struck through or underlined."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from kimhoa_app.documents.comparing import ComparedRow, ComparedRun, ComparedSide, Comparison, Mark, RowChange
from ui import theme
from ui.theme import State

ROWS_A_TABLE: Final = 40  # Qt lays tables out one after the other as they come into view, each as a whole
_STATES: Final = {Mark.REMOVED: State.WRONG, Mark.ADDED: State.GOOD, Mark.CHANGED: State.ATTENTION}
_LEFT, _RIGHT = "line-through", "underline"


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """The page as HTML; the n-th of `count` differences, counted from 1, has the anchor "n"."""

    html: str
    count: int


def comparison_page(comparison: Comparison, *, only_differences: bool) -> ComparisonPage:
    """Return the page of `comparison`; with `only_differences` equal rows are counted instead of shown."""
    rows, differences = comparison.rows, comparison.differences
    numbers = {row: number for number, row in enumerate(differences, start=1)}
    lines = _only_differing(rows, numbers) if only_differences else _all(rows, numbers)
    return ComparisonPage("".join(_tables(lines)), len(differences))


def _all(rows: Sequence[ComparedRow], numbers: dict[int, int]) -> Iterator[str]:
    return (_row(row, numbers.get(place)) for place, row in enumerate(rows))


def _only_differing(rows: Sequence[ComparedRow], numbers: dict[int, int]) -> Iterator[str]:
    same = 0
    for place, row in enumerate(rows):
        if row.change is RowChange.SAME:
            same += 1
            continue
        if same:
            yield _left_out(same)
        same = 0
        yield _row(row, numbers.get(place))
    if same:
        yield _left_out(same)


def _tables(rows: Iterable[str]) -> Iterator[str]:
    begin = '<table width="100%" cellspacing="0" cellpadding="5" border="0">'
    for place, row in enumerate(rows):
        if place % ROWS_A_TABLE == 0:
            yield f"</table>{begin}" if place else begin
        yield row
    yield "</table>"


def _row(row: ComparedRow, number: int | None) -> str:
    place = f'<a name="{number}"></a>{number}' if number is not None else ""
    begins_move = row.change is RowChange.MOVED and number is not None
    left = _cell(row.left, _LEFT, "đã chuyển sang chỗ khác" if begins_move else "")
    right = _cell(row.right, _RIGHT, "chuyển từ chỗ khác đến" if begins_move else "")
    return f'<tr><td width="4%" align="right" style="color:{theme.MUTED}">{place}</td>{left}{right}</tr>'


def _cell(side: ComparedSide | None, line: str, note: str) -> str:
    if side is None:
        return f'<td width="48%" style="background-color:{theme.GROUND}"></td>'
    words = "".join(_run(run, line) for run in side.runs)
    said = f'<span style="color:{State.ACTIVE.ink};background-color:{State.ACTIVE.tint}">[{note}]</span> '
    return f'<td width="48%" style="white-space:pre-wrap">{said if note else ""}{words}</td>'


def _run(run: ComparedRun, line: str) -> str:
    words = escape(run.text).replace("\n", "<br>")
    if run.mark is Mark.SAME:
        return words
    state = _STATES[run.mark]
    return f'<span style="background-color:{state.tint};color:{state.ink};text-decoration:{line}">{words}</span>'


def _left_out(count: int) -> str:
    return f'<tr><td width="4%"></td><td colspan="2" style="color:{theme.MUTED}">… {count} đoạn giống nhau …</td></tr>'
