"""Blocks set as the form of official documents sets them; the step from its points and millimetres to twips."""

from collections.abc import Sequence
from dataclasses import replace

from kimhoa_app.documents.form import Component, FormRules
from kimhoa_app.documents.model import Align, Orientation, Paragraph, Run
from kimhoa_app.text.normal import printable
from ui.printing.blocks import Margins, Rule, TextBlock, TextRun
from ui.printing.units import from_mm, from_points


def set_as(part: Component, text: str) -> TextBlock:
    """Return `text` set as `part` of the form."""
    return set_runs_as(part, (Run(part.shown(text)),))


def set_runs_as(part: Component, runs: Sequence[Run]) -> TextBlock:
    """Return `runs` set as `part` of the form; what they make bold or italic is so beside what the part does."""
    return TextBlock(
        runs=tuple(
            TextRun(printable(run.text), part.size, run.bold or part.bold, run.italic or part.italic, part.color)
            for run in runs
        ),
        align=part.align,
        indent=from_mm(part.first_line),
        before=from_points(part.before),
        after=from_points(part.after),
        spacing=part.line_spacing,
        keep_with_next=part.keep_with_next,
    )


def set_paragraph_as(part: Component, paragraph: Paragraph) -> TextBlock:
    """Return `paragraph` set as `part`, with its own alignment and with its first line indented if it asks for that."""
    stands_in = paragraph.indent and paragraph.align in (Align.JUSTIFY, Align.LEFT)
    block = set_runs_as(part, paragraph.runs or (Run(""),))
    return replace(block, align=paragraph.align, indent=block.indent if stands_in else 0)


def rule_of(length_mm: float, form: FormRules) -> Rule:
    """Return a drawn rule as the form places it below a text."""
    thickness = from_points(form.rule_thickness.value)
    gap, height = from_points(form.rule.before), from_points(form.rule.size) + thickness
    return Rule(from_mm(length_mm), gap, height, thickness)


def margins_of(form: FormRules, orientation: Orientation) -> Margins:
    """Return the margins of a sheet that lies this way."""
    sheet = form.sheet(orientation)
    return Margins(from_mm(sheet.top), from_mm(sheet.bottom), from_mm(sheet.left), from_mm(sheet.right))
