"""A Word file in which nothing is set at all, as a text that was only pasted: told once, the rest is worth a look."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule
from kimhoa_app.documents.checking.subject import Subject

Look = Callable[[Subject], Iterable[Hit]]

_BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục I"
_FEWEST = 5  # lines from which a text that is all set alike has not been set


def is_unformatted(subject: Subject) -> bool:
    """Return whether all words of a Word file, head and title too, are set alike."""
    lines = [each for each in subject.part_lines if each.looks]
    if len(lines) < _FEWEST:
        return False
    look, setting = lines[0].looks[0][1], lines[0].line.format
    return all(line.line.format == setting and all(each == look for _, each in line.looks) for line in lines)


def _unformatted(subject: Subject) -> Iterator[Hit]:
    if is_unformatted(subject):
        look = subject.part_lines[0].line.runs[0][1]
        font = look.fonts[1] or look.fonts[0] or "mặc định"
        yield Hit(f"Tệp chưa được trình bày theo thể thức: mọi dòng đều là phông {font}, cỡ {look.size:g}.")


def milder_where_unformatted(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules on how a file is set, which only inform where it is not set at all."""
    return tuple(replace(rule, look=_milder(rule.look)) for rule in rules)


def _milder(strict: Look) -> Look:
    def look(subject: Subject) -> Iterator[Hit]:
        severity = Severity.INFO if is_unformatted(subject) else None
        for hit in strict(subject):
            yield replace(hit, severity=severity or hit.severity)

    return look


RULES: tuple[Rule, ...] = (
    Rule("file-unformatted", "form", Severity.WARNING, "tệp chưa trình bày theo thể thức", _BASIS, _unformatted),
)
