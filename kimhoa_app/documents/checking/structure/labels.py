"""Labels of sections: counted without gap, all in one form, and those of a part that fit its own."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.outline import Part, all_parts, parts_of, sibling_lists
from kimhoa_app.documents.checking.rule import Hit, Rule
from kimhoa_app.documents.checking.structure.counting import Counted, counted, label_after
from kimhoa_app.documents.checking.subject import Subject

_ORDER = "Số thứ tự của các mục, khoản, điểm phải liên tục"
_SIGNS = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II: số thứ tự của khoản “1.”, của điểm “a)”"
_NUMBERED = ("number", "decimal")


def _lists(subject: Subject) -> Iterator[list[Counted]]:
    """Yield the lists that count, each with its items in reading order; articles count through the document."""
    parts = parts_of(subject)
    articles: list[Counted] = []
    for _, siblings in sibling_lists(parts):
        by_family: dict[tuple[str, tuple[int, ...]], list[Counted]] = {}
        for each in filter(None, map(counted, siblings)):
            by_family.setdefault((each.family, each.above), []).append(each)
        articles += by_family.pop(("article", ()), [])
        yield from by_family.values()
    if articles:
        yield sorted(articles, key=lambda each: each.part.spot.number if each.part.spot else 0)


def _repeated(subject: Subject) -> Iterator[Hit]:
    for items in _lists(subject):
        for previous, item in pairwise(items):
            if item.value == previous.value and item.value:
                wanted = label_after(previous)
                after = f"; sau “{previous.label}” phải là “{wanted}{previous.form}”" if wanted else ""
                hit = item.part.hit(f"Số thứ tự “{item.label}” bị lặp lại{after}, các số sau đó đánh lại cho đúng.")
                yield hit if item.value > 1 else _milder(hit, Severity.WARNING)


def _skipped(subject: Subject) -> Iterator[Hit]:
    for items in _lists(subject):
        for previous, item in pairwise(items):
            if item.is_latin_next_of(previous):
                continue
            if item.value > previous.value + 1:
                wanted = label_after(previous)
                lacking = f", thiếu “{wanted}{previous.form}”" if wanted else ""
                yield item.part.hit(f"Sau “{previous.label}” là “{item.label}”{lacking}.")


def _latin_letters(subject: Subject) -> Iterator[Hit]:
    for items in _lists(subject):
        for previous, item in pairwise(items):
            if item.is_latin_next_of(previous) and item.value != previous.value + 1:
                wanted = label_after(previous)
                yield item.part.hit(
                    f"Điểm đánh theo bảng chữ cái tiếng Việt: sau “{previous.label}” là “{wanted}{previous.form}”, "
                    f"không phải “{item.label}”."
                )
                break


def _out_of_order(subject: Subject) -> Iterator[Hit]:
    for items in _lists(subject):
        for previous, item in pairwise(items):
            if 1 < item.value < previous.value:
                yield item.part.hit(f"“{item.label}” đứng sau “{previous.label}”, không đúng thứ tự.")


def _not_begun_at_first(subject: Subject) -> Iterator[Hit]:
    last: dict[str, int] = {}
    strangers = [item.part.section for _, item in _strangers(subject)]
    for items in sorted(_lists(subject), key=lambda each: _position(each[0])):
        first = items[0]
        goes_on = first.value == last.get(first.family, 0) + 1
        if first.value > 1 and not goes_on and not any(first.part.section is each for each in strangers):
            yield first.part.hit(f"Danh sách bắt đầu bằng “{first.label}”, không phải số thứ tự đầu tiên.")
        last[first.family] = items[-1].value


def _position(item: Counted) -> int:
    return item.part.spot.number if item.part.spot else 0


def _mixed_forms(subject: Subject) -> Iterator[Hit]:
    """Yield one hit for each kind of label that is printed in several forms; milder where no list itself mixes them."""
    families: dict[str, list[list[Counted]]] = {}
    for items in _lists(subject):
        families.setdefault(items[0].family, []).append(items)
    for lists in families.values():
        mixing = next((items for items in lists if len({item.form for item in items}) > 1), None)
        items = mixing or sorted((item for items in lists for item in items), key=_position)
        usual = Counter(item.form for item in items).most_common(1)[0][0]
        other = next((item for item in items if item.form != usual), None)
        if other is not None:
            like = next(item.label for item in items if item.form == usual)
            hit = other.part.hit(f"Số thứ tự viết không thống nhất: có chỗ “{like}”, có chỗ “{other.label}”.")
            yield hit if mixing else _milder(hit, Severity.INFO)


def _unusual_signs(subject: Subject) -> Iterator[Hit]:
    found = [each for each in map(counted, all_parts(parts_of(subject))) if each and each.form in ("/", ":", "/.")]
    if found:
        yield found[0].part.hit(f"Số thứ tự “{found[0].label}” ({len(found)} chỗ) nên viết theo mẫu “1.”, “a)”.")


def _wrong_parent(subject: Subject) -> Iterator[Hit]:
    for parent, item in _strangers(subject):
        yield item.part.hit(
            f"“{item.label}” đứng trong mục “{parent.section.label}”, phần đầu của số thứ tự không khớp."
        )


def _strangers(subject: Subject) -> Iterator[tuple[Part, Counted]]:
    """Yield the first part of each list that begins with other figures than the part it stands in."""
    for parent, siblings in sibling_lists(parts_of(subject)):
        above = _figures(parent)
        items = (item for item in map(counted, siblings) if item and item.above)
        strange = next((item for item in items if item.above[: len(above)] != above), None)
        if parent is not None and above and strange is not None:
            yield parent, strange


def _figures(parent: Part | None) -> tuple[int, ...]:
    found = counted(parent) if parent is not None else None
    return (*found.above, found.value) if found and found.family.startswith(_NUMBERED) else ()


def _milder(hit: Hit, severity: Severity) -> Hit:
    return replace(hit, severity=severity)


RULES: tuple[Rule, ...] = (
    Rule("label-repeated", "structure", Severity.ERROR, "số thứ tự bị lặp lại (1, 2, 2, 3)", _ORDER, _repeated),
    Rule("label-skipped", "structure", Severity.WARNING, "số thứ tự bị bỏ quãng (I, II, IV)", _ORDER, _skipped),
    Rule("label-order", "structure", Severity.WARNING, "số thứ tự không theo thứ tự", _ORDER, _out_of_order),
    Rule(
        "label-start", "structure", Severity.WARNING, "danh sách không bắt đầu từ số đầu", _ORDER, _not_begun_at_first
    ),
    Rule(
        "label-alphabet",
        "structure",
        Severity.INFO,
        "điểm đánh theo chữ cái Latin, thiếu đ",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II: điểm theo thứ tự bảng chữ cái tiếng Việt",
        _latin_letters,
    ),
    Rule("label-mixed", "structure", Severity.WARNING, "số thứ tự viết nhiều kiểu (3.2. và 3.3)", _SIGNS, _mixed_forms),
    Rule("label-sign", "structure", Severity.INFO, "số thứ tự viết “1/”, “a/”", _SIGNS, _unusual_signs),
    Rule(
        "label-parent",
        "structure",
        Severity.WARNING,
        "số của mục con không khớp mục chứa nó (2.1 trong 3)",
        _ORDER,
        _wrong_parent,
    ),
)
