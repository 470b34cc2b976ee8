"""Cuts blocks into strips, the pieces of a page that are never split, and marks where a page may end.

The rules of Word's widow control hold: two lines of a paragraph at the least on each page, a heading with two lines
below it, a signature block with two lines above it. Of the spaces after and before two blocks the larger counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from kimhoa_app.documents.table_layout import column_widths
from ui.printing.blocks import Block, Box, Columns, Grid, GridRow, Source, Stack, TextBlock
from ui.printing.items import Item, PlacedLine, PlacedRule
from ui.printing.typesetting import SetText, Typesetter

_LINES_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece as wide as the text that stays whole; its items count from its own upper left corner.

    `may_begin_page` is whether a page may break above it, `head` what is then repeated over it, `source` what of the
    document it shows.
    """

    height: float
    items: tuple[Item, ...]
    before: float = 0
    may_begin_page: bool = True
    head: "Strip | None" = field(default=None, repr=False)
    source: Source | None = None


def cut_into_strips(
    blocks: Sequence[Block], width: int, room: float, typesetter: Typesetter, sources: Sequence[Source] = ()
) -> list[Strip]:
    """Return the strips of all blocks in order; `room` is the height of a page's text, which no strip exceeds.

    `sources` run beside the blocks, where they are known.
    """
    strips: list[Strip] = []
    owed = 0
    after = 0
    for block, source in zip_longest(blocks, sources):
        cut = [replace(strip, source=source) for strip in _strips_of(block, width, room, typesetter)]
        cut[0] = replace(cut[0], before=max(cut[0].before, after))
        after = block.after
        _join_to_heading(cut, block, owed)
        _join_to_above(strips, cut, block)
        owed = _LINES_TOGETHER if _keeps_with_next(block) else max(owed - len(cut), 0)
        strips += cut
    return strips


def _keeps_with_next(block: Block) -> bool:
    return isinstance(block, TextBlock) and block.keep_with_next


def _join_to_heading(cut: list[Strip], block: Block, owed: int) -> None:
    """Keep with the heading above the lines owed to it, as far as there are any before the next heading."""
    if _keeps_with_next(block) and owed < _LINES_TOGETHER:
        return
    for number in range(min(owed, len(cut))):
        cut[number] = replace(cut[number], may_begin_page=False)


def _join_to_above(strips: list[Strip], cut: list[Strip], block: Block) -> None:
    if isinstance(block, TextBlock) and block.keep_with_previous:
        cut[0] = replace(cut[0], may_begin_page=False)
    if isinstance(block, Columns) and block.lines_kept_above and strips:
        cut[0] = replace(cut[0], may_begin_page=False)
        for number in range(max(len(strips) - block.lines_kept_above + 1, 0), len(strips)):
            strips[number] = replace(strips[number], may_begin_page=False)


def _strips_of(block: Block, width: int, room: float, typesetter: Typesetter) -> Iterator[Strip]:
    if isinstance(block, TextBlock):
        yield from _text_strips(block, width, typesetter)
    elif isinstance(block, Box):
        yield replace(_boxed(block, width, typesetter), before=block.before)
    elif isinstance(block, Columns):
        yield from _column_strips(block, room, typesetter)
    else:
        yield from _grid_strips(block, width, room, typesetter)


def _text_strips(block: TextBlock, width: int, typesetter: Typesetter) -> Iterator[Strip]:
    text = typesetter.set(block, width)
    last = len(text.lines) - _LINES_TOGETHER
    for number, piece in enumerate(_pieces(text, width)):
        yield replace(
            piece,
            before=block.before if number == 0 else 0,
            may_begin_page=number == 0 or (_LINES_TOGETHER <= number <= last and not block.keep_with_next),
        )


def _pieces(text: SetText, width: int) -> list[Strip]:
    """Return a strip for each line; the rule below the text lies in that of the last line."""
    strips = [
        Strip(line.height, (PlacedLine(0, line.glyphs_top, line.text, line.drawing, text.layout),))
        for line in text.lines
    ]
    rule = text.block.rule
    if rule is not None:
        last = strips[-1]
        drawn = PlacedRule((width - rule.length) / 2, last.height + rule.gap, rule.length, rule.thickness)
        strips[-1] = replace(last, height=last.height + rule.gap + rule.height, items=(*last.items, drawn))
    return strips


def _column_strips(block: Columns, room: float, typesetter: Typesetter) -> Iterator[Strip]:
    stacks = [_stack(stack, width, typesetter) for stack, width in zip(block.stacks, block.widths, strict=True)]
    for number, strip in enumerate(_side_by_side(stacks, block.widths, room, middle=False)):
        yield replace(strip, before=block.before if number == 0 else 0)


def _stack(stack: Stack, width: int, typesetter: Typesetter) -> list[Strip]:
    strips: list[Strip] = []
    after = 0
    for part in stack:
        pieces = _stacked(part, width, typesetter)
        pieces[0] = replace(pieces[0], before=max(part.before, after))
        strips += pieces
        after = part.after
    return strips


def _stacked(part: TextBlock | Box, width: int, typesetter: Typesetter) -> list[Strip]:
    if isinstance(part, Box):
        return [_boxed(part, width, typesetter)]
    return _pieces(typesetter.set(part, width), width)


def _boxed(box: Box, width: int, typesetter: Typesetter) -> Strip:
    """Return the box in the middle of `width`, its text half way down between its rules."""
    left = (width - box.width) / 2
    used, placed, _ = _pour(_pieces(typesetter.set(box.text, box.width), box.width), box.height)
    across = _across(0, box.width, box.border)
    upright = PlacedRule(0, 0, box.height, box.border, upright=True)
    rules = (across, across.moved(0, box.height), upright, upright.moved(box.width, 0))
    colored = [replace(rule, color=box.color).moved(left, 0) for rule in rules]
    return Strip(box.height, (*colored, *(item.moved(left, (box.height - used) / 2) for item in placed)))


def _side_by_side(stacks: list[list[Strip]], widths: Sequence[int], room: float, *, middle: bool) -> Iterator[Strip]:
    """Yield the stacks as one strip, or as several where they are together higher than a whole page.

    Each stack stands at the top, or with `middle` half way down.
    """
    while any(stacks):
        poured = [_pour(stack, room) for stack in stacks]
        stacks = [rest for _, _, rest in poured]
        height = max(used for used, _, _ in poured)
        items: list[Item] = []
        left = 0
        for (used, placed, _), width in zip(poured, widths, strict=True):
            down = (height - used) / 2 if middle else 0
            items += (item.moved(left, down) for item in placed)
            left += width
        yield Strip(height, tuple(items))


def _pour(stack: list[Strip], room: float) -> tuple[float, list[Item], list[Strip]]:
    """Return how much of the room the stack takes, what is then placed, and what is left over."""
    items: list[Item] = []
    y = 0.0
    for number, strip in enumerate(stack):
        bottom = y + strip.before + strip.height
        if bottom > room and number > 0:
            return y, items, stack[number:]
        items += (item.moved(0, y + strip.before) for item in strip.items)
        y = bottom
    return y, items, []


def _grid_strips(grid: Grid, width: int, room: float, typesetter: Typesetter) -> Iterator[Strip]:
    widths = column_widths(grid.shares, width)
    head = _grid_head(grid, widths, room, typesetter)
    yield replace(head, before=grid.before)
    kept = True
    for row in grid.rows:
        for strip in _row_strips(grid, row, widths, room - head.height, typesetter):
            yield replace(strip, may_begin_page=not kept, head=head)
            kept = False
        kept = row.span


def _grid_head(grid: Grid, widths: Sequence[int], room: float, typesetter: Typesetter) -> Strip:
    """Return the head with the line above it, which takes its own height; of a table without a head that line alone."""
    line = Strip(grid.border, (_across(grid.border / 2, sum(widths), grid.border),))
    if grid.head is None:
        return line
    row, *_ = _row_strips(grid, grid.head, widths, room - line.height, typesetter)
    below = (item.moved(0, line.height) for item in row.items)
    return Strip(line.height + row.height, (*line.items, *below))


def _row_strips(
    grid: Grid, row: GridRow, widths: Sequence[int], room: float, typesetter: Typesetter
) -> Iterator[Strip]:
    cells = [sum(widths)] if row.span else list(widths)
    stacks = []
    for cell, width in zip(row.cells, cells, strict=True):
        stack = _stack((cell,), width - 2 * grid.padding, typesetter)
        bottom = Strip(cell.after, ())
        stacks.append([_inset(strip, grid.padding) for strip in stack] + [bottom])
    for strip in _side_by_side(stacks, cells, room - grid.border, middle=True):
        height = strip.height + grid.border
        yield replace(strip, height=height, items=(*strip.items, *_borders(height, cells, grid.border)))


def _inset(strip: Strip, padding: int) -> Strip:
    return replace(strip, items=tuple(item.moved(padding, 0) for item in strip.items))


def _borders(height: float, widths: Sequence[int], thickness: int) -> Iterator[PlacedRule]:
    """Yield the lines below and beside a row, within its height; the one above it belongs to the row above."""
    yield _across(height - thickness / 2, sum(widths), thickness)
    x = 0
    yield PlacedRule(x, 0, height, thickness, upright=True)
    for width in widths:
        x += width
        yield PlacedRule(x, 0, height, thickness, upright=True)


def _across(y: float, width: int, thickness: int) -> PlacedRule:
    """Return a line across the table that closes its corners."""
    return PlacedRule(-thickness / 2, y, width + thickness, thickness)
