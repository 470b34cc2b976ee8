"""Sets a text to a width: where its lines break, and what each line needs to be painted."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from kimhoa_app.documents.model import Align
from ui.printing.blocks import TextBlock, TextRun
from ui.printing.typefaces import document_font

_ALIGNMENTS = {
    Align.JUSTIFY: Qt.AlignmentFlag.AlignJustify,
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_QT_TEXT = "utf-16-le"
_LINE_BREAK = "\u2028"
_TAB = 720
_EXTERNAL_LEADING = 87 / 2048
"""The line gap of Times New Roman and Tinos, which Word adds to every line; Qt does not report it for both."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of a set text: its words, its height with the spacing, and where its glyphs begin below its top."""

    text: str
    height: float
    glyphs_top: float
    drawing: QTextLine


@dataclass(frozen=True, slots=True)
class SetText:
    """A text block at a width; `layout` keeps the drawings of its lines alive."""

    block: TextBlock
    lines: tuple[SetLine, ...]
    layout: QTextLayout


class Typesetter:
    """Sets text blocks and remembers them by content, so that an edited document costs only what was edited.

    Belongs to one thread: Qt's fonts are kept per thread, and what was set must be painted where it was set.
    """

    def __init__(self) -> None:
        self._set: dict[tuple[TextBlock, int], SetText] = {}
        self._used: set[tuple[TextBlock, int]] = set()

    def set(self, block: TextBlock, width: int) -> SetText:
        """Return `block` set to `width`, from memory when it was set before."""
        key = (block, width)
        self._used.add(key)
        known = self._set.get(key)
        if known is None:
            known = self._set[key] = _set(block, width)
        return known

    def forget_unused(self) -> None:
        """Drop what was not asked for since the last call; to be called once a document is laid out."""
        self._set = {key: text for key, text in self._set.items() if key in self._used}
        self._used.clear()


def _set(block: TextBlock, width: int) -> SetText:
    layout = _layout_of(block)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        left = block.left + (block.indent if line.textStart() == 0 else 0)
        line.setLineWidth(max(width - left, 1))
        line.setPosition(QPointF(left, 0))
    layout.endLayout()
    height, descent = _line_height(block)
    text = layout.text().encode(_QT_TEXT)
    lines = tuple(
        _set_line(text, layout.lineAt(number), height * block.spacing, descent) for number in range(layout.lineCount())
    )
    return SetText(block, lines, layout)


def _set_line(text: bytes, line: QTextLine, height: float, descent: float) -> SetLine:
    start, length = line.textStart(), line.textLength()
    words = text[2 * start : 2 * (start + length)].decode(_QT_TEXT).rstrip(_LINE_BREAK)
    baseline = height - descent
    return SetLine(words, height, baseline - line.ascent(), line)


def _layout_of(block: TextBlock) -> QTextLayout:
    text = "".join(run.text for run in block.runs).replace("\n", _LINE_BREAK)
    layout = QTextLayout(text, document_font(max(run.size for run in block.runs)))
    option = QTextOption(_ALIGNMENTS[block.align])
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(_TAB)
    layout.setTextOption(option)
    layout.setFormats(_formats(block.runs))
    return layout


def _formats(runs: tuple[TextRun, ...]) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for run in runs:
        span = QTextLayout.FormatRange()
        span.start, span.length = start, len(run.text.encode(_QT_TEXT)) // 2
        span.format = QTextCharFormat()
        span.format.setFont(document_font(run.size, bold=run.bold, italic=run.italic))
        if run.color:
            span.format.setForeground(QColor(f"#{run.color}"))
        ranges.append(span)
        start += span.length
    return ranges


def _line_height(block: TextBlock) -> tuple[float, float]:
    """Return the height of a single line and its part below the baseline.

    As in Word, the line gap of the font lies below the letters and what a multiple adds lies above them.
    """
    font = document_font(max(run.size for run in block.runs))
    metrics = QFontMetricsF(font)
    gap = font.pixelSize() * _EXTERNAL_LEADING
    return metrics.ascent() + metrics.descent() + gap, metrics.descent() + gap
