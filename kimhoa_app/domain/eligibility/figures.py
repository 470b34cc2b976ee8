"""The figures of a rule that an office may change: what each is called, what it may be, how it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.people import Rating
from kimhoa_app.domain.settings import basis_points
from kimhoa_app.text.normal import tidy
from kimhoa_app.text.numbers import percent

YES_NO = MappingProxyType({"true": "Có", "false": "Không"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a rule; a whole number up to `most`, a percentage where `most` is 0, else one of `choices`."""

    key: str
    label: str
    most: int = 0
    choices: Mapping[str, str] = field(default_factory=dict, hash=False)


_RATINGS = {rating.value: label(rating) for rating in Rating}
_DISCIPLINES = {
    DisciplineForm.REPRIMAND.value: "Khiển trách",
    DisciplineForm.WARNING.value: "Cảnh cáo",
    DisciplineForm.DEMOTION.value: "Cách chức, giáng chức",
    DisciplineForm.DISMISSAL.value: "Buộc thôi việc",
}
_FIGURES = {
    each.key: each
    for each in (
        Figure("rating", "Xếp loại từ", choices=_RATINGS),
        Figure("months", "Số tháng", 12),
        Figure("from", "Hình thức kỷ luật từ", choices=_DISCIPLINES),
        Figure("discipline", "Không ai bị kỷ luật từ", choices=_DISCIPLINES),
        Figure("years", "Số năm", 20),
        Figure("wide_years", "Số năm của sáng kiến cấp tỉnh, toàn quốc", 20),
        Figure("count", "Số lần, số năm liên tục", 20),
        Figure("initiatives", "Số sáng kiến", 20),
        Figure("above", "Tỷ lệ trên"),
        Figure("at_least", "Tỷ lệ ít nhất"),
        Figure("at_most", "Tỷ lệ không quá"),
        Figure("base", "Tính theo", choices={"office": "toàn cơ quan", "unit": "từng đơn vị"}),
        Figure("at_least_one", "Có người đủ điều kiện thì được ít nhất 1", choices=YES_NO),
        Figure("BKT", "Số năm thành tích của Bằng khen cấp tỉnh", 20),
        Figure("BKTTg", "Số năm thành tích của Bằng khen Thủ tướng", 20),
    )
}


def figures_of(params: Mapping[str, Any]) -> tuple[Figure, ...]:
    """Return the figures among the parameters of a rule that an office may change, in their fixed order."""
    return tuple(
        figure for key, figure in _FIGURES.items()
        if key in params and (isinstance(params[key], int) or not figure.most)
    )  # fmt: skip


def shown_figure(figure: Figure, value: object) -> str:
    """Return what people read for the value of a figure."""
    stored = stored_figure(value)
    return figure.choices.get(stored, stored)


def stored_figure(value: object) -> str:
    """Return a value as it is chosen or typed: "true", "12", "70%"."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def checked_figure(figure: Figure, typed: str) -> bool | int | str:
    """Return the value of a figure from what was typed or chosen; raises InvalidInput with its key as the field."""
    text = tidy(typed)
    if figure.choices:
        if text not in figure.choices:
            raise InvalidInput(figure.key, f"{figure.label}: chọn một trong: {'; '.join(figure.choices.values())}.")
        return text == "true" if figure.choices is YES_NO else text
    if figure.most:
        if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= figure.most):
            raise InvalidInput(figure.key, f"{figure.label}: ghi một số nguyên từ 1 đến {figure.most}.")
        return int(text)
    try:
        return percent(basis_points(text))
    except ValueError:
        raise InvalidInput(figure.key, f"{figure.label}: ghi một tỷ lệ, ví dụ 70%.") from None
