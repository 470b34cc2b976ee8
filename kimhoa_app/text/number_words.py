"""Numbers said in words, read back as numbers, with the words that both customs and dialects use."""

from kimhoa_app.text.normal import nfc

_DIGITS = dict(zip(("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"), range(10), strict=True))
_DIGITS |= {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}
_TENS = frozenset({"mươi", "chục"})
_EMPTY_TENS = frozenset({"linh", "lẻ", "lẽ"})
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}


def number_from_words(words: str) -> int | None:
    """Return the number that `words` say ("một trăm linh năm" gives 105), None when they are not a number alone."""
    spoken = nfc(words.lower()).split()
    return _scaled(spoken) if spoken else None


def _scaled(spoken: list[str]) -> int | None:
    """Return the sum of the groups between tỷ, triệu, nghìn; a smaller scale may not stand before a larger one."""
    largest = max((word for word in spoken if word in _SCALES), key=lambda word: _SCALES[word], default=None)
    if largest is None:
        return _below_thousand(spoken)
    cut = len(spoken) - 1 - spoken[::-1].index(largest) if _SCALES[largest] == 1_000_000_000 else spoken.index(largest)
    count = _scaled(spoken[:cut]) if cut else None
    rest = _scaled(spoken[cut + 1 :]) if spoken[cut + 1 :] else 0
    if count is None or rest is None or rest >= _SCALES[largest]:
        return None
    return count * _SCALES[largest] + rest


def _below_thousand(spoken: list[str]) -> int | None:
    if "trăm" not in spoken:
        return _below_hundred(spoken)
    cut = spoken.index("trăm")
    hundreds = _digit(spoken[:cut])
    rest = _below_hundred(spoken[cut + 1 :]) if spoken[cut + 1 :] else 0
    return None if hundreds is None or rest is None else hundreds * 100 + rest


def _below_hundred(spoken: list[str]) -> int | None:
    if spoken[0] in _EMPTY_TENS:
        return _digit(spoken[1:])
    if spoken[0] == "mười":
        return 10 if len(spoken) == 1 else _plus(10, _digit(spoken[1:]))
    if len(spoken) >= 2 and spoken[1] in _TENS:
        tens = _digit(spoken[:1])
        if tens is None:
            return None
        return tens * 10 if len(spoken) == 2 else _plus(tens * 10, _digit(spoken[2:]))
    return _digit(spoken)


def _digit(spoken: list[str]) -> int | None:
    return _DIGITS.get(spoken[0]) if len(spoken) == 1 else None


def _plus(tens: int, units: int | None) -> int | None:
    return None if units is None else tens + units
