"""The page of a Word file: its size, its margins, its page number."""

from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.form import Component, Measure, form_rules
from kimhoa_app.documents.reading.word_form import PageNumber, WordSheet

_PAGE = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục I"
_NEAR = 1.0  # mm by which a figure may be off that was put in as inches or rounded
_ARGUABLE = 3.0  # mm up to which a margin that is off is only worth a look
_SURELY_LONGER = 4_000  # signs of a text that does not fit one page


def _size(subject: Subject) -> Iterator[Hit]:
    rules = form_rules()
    wanted = (rules.page_width.value, rules.page_height.value)
    for sheet in subject.word.sheets if subject.word else ():
        short, long = sorted((sheet.width, sheet.height))
        if abs(short - wanted[0]) > _NEAR or abs(long - wanted[1]) > _NEAR:
            yield Hit(f"Khổ giấy là {short:.0f} x {long:.0f} mm; phải là A4 ({wanted[0]:.0f} x {wanted[1]:.0f} mm).")
            return


def _margins(subject: Subject) -> Iterator[Hit]:
    sheets = [sheet for sheet in subject.word.sheets if not sheet.is_turned] if subject.word else []
    for sheet in sheets:
        wrong = list(_wrong_margins(sheet))
        if wrong:
            is_mild = max(_off(value, measure) for _, value, measure in wrong) <= _ARGUABLE or any(_size(subject))
            told = ", ".join(
                f"lề {side} {value:.0f} mm (phải {measure.least:.0f} - {measure.most:.0f} mm)"
                for side, value, measure in wrong
            )
            yield Hit(f"{told.capitalize()}.", severity=Severity.INFO if is_mild else None)
            return


def _turned(subject: Subject) -> Iterator[Hit]:
    """Yield a hit where no edge of a sheet that lies on its side leaves room for binding."""
    binding = form_rules().margin_left
    for sheet in subject.word.sheets if subject.word else ():
        if sheet.is_turned and _off(sheet.top, binding) > _NEAR and _off(sheet.left, binding) > _NEAR:
            yield Hit(
                f"Trang nằm ngang: lề đóng ghim (trên hoặc trái) phải {binding.least:g} - {binding.most:g} mm, "
                f"nay là {sheet.top:.0f} và {sheet.left:.0f} mm."
            )
            return


def _wrong_margins(sheet: WordSheet) -> Iterator[tuple[str, float, Measure]]:
    rules = form_rules()
    sides = (
        ("trên", sheet.top, rules.margin_top),
        ("dưới", sheet.bottom, rules.margin_bottom),
        ("trái", sheet.left, rules.margin_left),
        ("phải", sheet.right, rules.margin_right),
    )
    for side, value, measure in sides:
        if _off(value, measure) > _NEAR:
            yield side, value, measure


def _off(value: float, measure: Measure) -> float:
    return max(measure.least - value, value - measure.most, 0)


def _page_number(subject: Subject) -> Iterator[Hit]:
    sheet = subject.word.sheets[0] if subject.word and subject.word.sheets else None
    if sheet is None:
        return
    if sheet.number is None:
        if sum(len(text.words) for text in subject.texts if text.spot.appendix is None) > _SURELY_LONGER:
            yield Hit("Văn bản nhiều trang nhưng chưa đánh số trang.", severity=Severity.INFO)
        return
    if not sheet.number.is_on_top:
        yield Hit("Số trang đặt ở lề dưới; phải ở giữa lề trên.")
        return
    wrong = list(_wrong_number(sheet, sheet.number, form_rules().page_number))
    if wrong:
        yield Hit(f"Số trang {', '.join(wrong)}.", severity=Severity.INFO)


def _wrong_number(sheet: WordSheet, number: PageNumber, part: Component) -> Iterator[str]:
    if not number.is_centered:
        yield "chưa canh giữa"
    if sheet.is_numbered_first:
        yield "hiện cả ở trang đầu"
    if sheet.number_style not in ("decimal", ""):
        yield "không phải chữ số Ả Rập"
    if not part.least_size <= number.format.size <= part.most_size:
        yield f"cỡ chữ {number.format.size:g} (phải {part.least_size:g} - {part.most_size:g})"
    if number.format.bold or number.format.italic:
        yield "không phải kiểu chữ đứng"


RULES: tuple[Rule, ...] = (
    Rule("page-size", "form", Severity.WARNING, "khổ giấy không phải A4", f"{_PAGE}, 1", _size),
    Rule("page-margins", "form", Severity.WARNING, "lề trang ngoài mức cho phép", f"{_PAGE}, 3", _margins),
    Rule(
        "page-turned",
        "form",
        Severity.INFO,
        "trang nằm ngang thiếu lề đóng ghim",
        "Thông lệ trình bày văn bản hành chính",
        _turned,
    ),
    Rule("page-number", "form", Severity.WARNING, "số trang thiếu hoặc sai chỗ", f"{_PAGE}, 7", _page_number),
)
