"""Numbers as official papers write them: in words, in groups, as percentages, Roman numerals and list letters."""

from dataclasses import dataclass
from typing import Literal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_THOUSAND, _MILLION, _BILLION = 1_000, 1_000_000, 1_000_000_000


@dataclass(frozen=True, slots=True)
class NumberWording:
    """Which of two right words the office says: for an empty tens place, for 1000, and for 4 after a tens word."""

    empty_tens: Literal["linh", "lẻ"] = "linh"
    thousand: Literal["nghìn", "ngàn"] = "nghìn"
    four: Literal["tư", "bốn"] = "tư"


DEFAULT_WORDING = NumberWording()


def number_in_words(n: int, wording: NumberWording = DEFAULT_WORDING) -> str:
    """Return `n` in words, in small letters: 1005 gives "một nghìn không trăm linh năm"."""
    if n < 0:
        return f"âm {number_in_words(-n, wording)}"
    return " ".join(_whole(n, wording, follows=False)) or _DIGITS[0]


def grouped(n: int) -> str:
    """Return `n` with a dot between thousands: "1.234.567"."""
    return f"{n:,}".replace(",", ".")


def two_digits(n: int) -> str:
    """Return a count as papers number it, with a leading zero below ten: "01", "10", "105"."""
    return f"{n:02d}"


def percent(basis_points: int) -> str:
    """Return a share given in basis points with a decimal comma and no idle zeros: 9550 gives "95,5%"."""
    sign = "-" if basis_points < 0 else ""
    whole, rest = divmod(abs(basis_points), 100)
    decimals = f"{rest:02d}".rstrip("0")
    return f"{sign}{whole},{decimals}%" if decimals else f"{sign}{whole}%"


def roman(n: int) -> str:
    """Return `n` as a Roman numeral; raises ValueError outside 1 to 3999."""
    if not 1 <= n <= 3999:
        raise ValueError(f"no Roman numeral for {n}")
    numeral = ""
    for value, sign in _ROMAN:
        numeral += sign * (n // value)
        n %= value
    return numeral


def letter(n: int) -> str:
    """Return the n-th list letter in Vietnamese order (a, b, c, d, đ, e, g…), "aa" after "y".

    Raises ValueError below 1. Source: Nghị định số 30/2020/NĐ-CP, Phụ lục I (điểm).
    """
    if n < 1:
        raise ValueError(f"no letter for {n}")
    before, last = divmod(n - 1, len(_LETTERS))
    return (letter(before) if before else "") + _LETTERS[last]


def _whole(n: int, wording: NumberWording, *, follows: bool) -> list[str]:
    """Return the words of `n`, none for 0; `follows` says that higher digits came before, so its zeros are said."""
    if n >= _BILLION:
        billions, rest = divmod(n, _BILLION)
        return [*_whole(billions, wording, follows=follows), "tỷ", *_whole(rest, wording, follows=True)]
    words: list[str] = []
    for unit, name in ((_MILLION, "triệu"), (_THOUSAND, wording.thousand)):
        count, n = divmod(n, unit)
        if count:
            words += [*_below_thousand(count, wording, follows=follows), name]
            follows = True
    return words + _below_thousand(n, wording, follows=follows)


def _below_thousand(n: int, wording: NumberWording, *, follows: bool) -> list[str]:
    if n == 0:
        return []
    hundreds, rest = divmod(n, 100)
    if not hundreds and not follows:
        return _below_hundred(rest, wording)
    words = [_DIGITS[hundreds], "trăm"]
    if 0 < rest < 10:
        return [*words, wording.empty_tens, _DIGITS[rest]]
    return words + _below_hundred(rest, wording)


def _below_hundred(n: int, wording: NumberWording) -> list[str]:
    tens, units = divmod(n, 10)
    if tens == 0:
        return [_DIGITS[units]] if units else []
    words = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if units == 0:
        return words
    after_ten = {5: "lăm"}
    after_tens = {1: "mốt", 4: wording.four, 5: "lăm"}
    return [*words, (after_ten if tens == 1 else after_tens).get(units, _DIGITS[units])]
