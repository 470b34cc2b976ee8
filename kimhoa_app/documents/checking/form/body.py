"""The running text of a Word file: its size, how its paragraphs stand and what is between them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.part_lines import PartLine, only
from kimhoa_app.documents.checking.rule import Hit, Rule
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.form import form_rules
from kimhoa_app.documents.model import Align
from kimhoa_app.documents.reading.word_form import WordLine

_BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II, 6"
_MOST = 0.5  # share of the paragraphs from which the whole text is set so
_FEW = 0.1
_LONG = 90  # signs of a paragraph that has more than one line
_NEAR = 0.5  # mm


def _sizes(subject: Subject) -> Counter[float]:
    counts: Counter[float] = Counter()
    for line in only(subject.part_lines, "body", "heading"):
        for count, look in line.looks:
            counts[look.size] += count
    return counts


def wrong_body_size(subject: Subject) -> float | None:
    """Return the size that most of the text has where the form does not permit it, None where it does."""
    body, counts = form_rules().body, _sizes(subject)
    usual = counts.most_common(1)[0][0] if counts else body.size
    return None if body.least_size <= usual <= body.most_size else usual


def _size(subject: Subject) -> Iterator[Hit]:
    body, counts, wrong = form_rules().body, _sizes(subject), wrong_body_size(subject)
    lines = only(subject.part_lines, "body", "heading")
    if wrong is not None:
        message = f"Nội dung cỡ chữ {wrong:g}; phải từ {body.least_size:g} đến {body.most_size:g}."
        yield Hit(message, place=lines[0].place)
    elif counts and counts.most_common(1)[0][1] < (1 - _FEW) * counts.total():
        usual = counts.most_common(1)[0][0]
        others = ", ".join(f"{size:g}" for size in sorted(counts) if size != usual)
        place = next((line.place for line in lines if line.size != usual), lines[0].place)
        message = f"Nội dung không cùng một cỡ chữ: phần lớn cỡ {usual:g}, có chỗ cỡ {others}."
        yield Hit(message, place=place, severity=Severity.INFO)


def _mostly(message: str, departs: Callable[[WordLine], bool]) -> Callable[[Subject], Iterator[Hit]]:
    """Return a look that objects where most of the long paragraphs depart, with their count and the first of them."""

    def look(subject: Subject) -> Iterator[Hit]:
        lines = [line for line in only(subject.part_lines, "body") if len(line.line.text) > _LONG]
        wrong = [line for line in lines if departs(line.line)]
        if len(wrong) > _MOST * len(lines):
            yield Hit(f"{message} ({len(wrong)} trong {len(lines)} đoạn).", place=wrong[0].place)

    return look


def _stands_wrong(line: WordLine) -> bool:
    return line.format.align is not Align.JUSTIFY


def _is_indented_wrong(line: WordLine) -> bool:
    rule = form_rules().first_line_indent
    starts = line.text[:1] in "\t "
    within = rule.least - _NEAR <= line.format.first_line <= rule.most + _NEAR
    return not within and not starts and not line.format.left


def _is_spaced_wrong(line: WordLine) -> bool:
    rule = form_rules().line_spacing
    lines = line.format.lines
    return lines is not None and not rule.least - 0.05 <= lines <= rule.most + 0.05


def _spacing(subject: Subject) -> Iterator[Hit]:
    lines = only(subject.part_lines, "body")
    near = [pair for pair in pairwise(lines) if pair[1].place.paragraph == pair[0].place.paragraph + 1]
    wrong = [pair[1] for pair in near if _room(pair) < form_rules().paragraph_spacing.least - 0.1]
    if len(wrong) > _MOST * len(near):
        yield Hit(
            f"Khoảng cách giữa các đoạn nhỏ hơn {form_rules().paragraph_spacing.least:g} pt ({len(wrong)} chỗ).",
            place=wrong[0].place,
        )


def _room(pair: Sequence[PartLine]) -> float:
    return max(pair[0].line.format.after, pair[1].line.format.before)


RULES: tuple[Rule, ...] = (
    Rule("body-size", "form", Severity.WARNING, "cỡ chữ nội dung ngoài 13 - 14", _BASIS, _size),
    Rule(
        "body-align",
        "form",
        Severity.INFO,
        "nội dung chưa canh đều hai lề",
        _BASIS,
        _mostly("Nội dung chưa canh đều cả hai lề", _stands_wrong),
    ),
    Rule(
        "body-indent",
        "form",
        Severity.INFO,
        "dòng đầu đoạn chưa lùi 1 - 1,27 cm",
        _BASIS,
        _mostly("Dòng đầu của đoạn chưa lùi vào 1 cm hoặc 1,27 cm", _is_indented_wrong),
    ),
    Rule(
        "line-spacing",
        "form",
        Severity.INFO,
        "giãn dòng ngoài mức 1 - 1,5",
        _BASIS,
        _mostly("Khoảng cách giữa các dòng không từ 1 đến 1,5 dòng", _is_spaced_wrong),
    ),
    Rule("paragraph-spacing", "form", Severity.INFO, "khoảng cách đoạn dưới 6 pt", _BASIS, _spacing),
)
