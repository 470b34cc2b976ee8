"""The fonts and colours of a Word file."""

from collections import Counter
from collections.abc import Callable, Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import Place
from kimhoa_app.documents.reading.effective import TextFormat
from kimhoa_app.text.legacy import TextEncoding, encoding_of_font

_BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục I, 4: phông Times New Roman, bộ mã Unicode, màu đen"
_SAME = ("times new roman", "times", "tinos", "liberation serif")
_SIGNS = ("symbol", "wingdings", "wingdings 2", "webdings", "cambria math")
_FEW = 0.02  # share of the words below which a font is a slip that nobody sees
_BLACK = ("000000", "000", "black", "windowText")


def _others(subject: Subject) -> Iterator[Hit]:
    found, total = _found(subject, _other_font)
    names = [name for name, (count, _) in found.items() if count > _FEW * total]
    if names:
        place = min((found[name][1] for name in names), key=lambda each: each.paragraph)
        yield Hit(f"Phông chữ {', '.join(sorted(names))}; phải là Times New Roman.", place=place)


def _legacy(subject: Subject) -> Iterator[Hit]:
    found, _ = _found(subject, _legacy_font)
    if found:
        place = min((place for _, place in found.values()), key=lambda each: each.paragraph)
        yield Hit(
            f"Chữ gõ bằng phông của bộ mã cũ ({', '.join(sorted(found))}); phải gõ bằng Unicode, Times New Roman.",
            place=place,
        )


def _colors(subject: Subject) -> Iterator[Hit]:
    found, _ = _found(subject, _color)
    if found:
        place = min((place for _, place in found.values()), key=lambda each: each.paragraph)
        count = sum(count for count, _ in found.values())
        yield Hit(f"Có {count} ký tự không phải màu đen.", place=place)


def _found(subject: Subject, fault: Callable[[TextFormat], str | None]) -> tuple[dict[str, tuple[int, Place]], int]:
    """Return what is at fault with how many signs are set so and where the first stands, and the count of all signs."""
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    total = 0
    for line in subject.part_lines:
        for count, look in line.looks:
            total += count
            name = fault(look)
            if name:
                counts[name] += count
                places.setdefault(name, line.place)
    return {name: (count, places[name]) for name, count in counts.items()}, total


def _other_font(look: TextFormat) -> str | None:
    name = look.fonts[1] or look.fonts[0]
    if name is None or name.lower() in _SAME + _SIGNS or encoding_of_font(name) is not TextEncoding.UNICODE:
        return None
    return name


def _legacy_font(look: TextFormat) -> str | None:
    name = look.fonts[0] or look.fonts[1] or ""
    return name if encoding_of_font(name) is not TextEncoding.UNICODE else None


def _color(look: TextFormat) -> str | None:
    return look.color if look.color is not None and look.color not in _BLACK else None


RULES: tuple[Rule, ...] = (
    Rule("font", "form", Severity.WARNING, "phông khác Times New Roman", _BASIS, _others),
    Rule("font-legacy", "form", Severity.WARNING, "phông của bộ mã cũ (.VnTime, VNI)", _BASIS, _legacy),
    Rule("text-color", "form", Severity.INFO, "chữ không phải màu đen", _BASIS, _colors),
)
