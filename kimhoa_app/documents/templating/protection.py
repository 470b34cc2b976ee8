"""Keeping values apart from markup: signs that come from a value are moved out of reach until the markup is read.

A value is written into the text of a template before that text is parsed. Its ASCII punctuation is moved, sign by sign,
to a private plane of Unicode, so that no value can open a section, close a cell or make a directive; after parsing the
signs are moved back. Text from that plane and control signs, line breaks among them, have no place in an official
document and become a space.
"""

import re
import string

_PLANE = 0x100000
_AWAY = {ord(sign): _PLANE + ord(sign) for sign in string.punctuation}
_BACK = {away: sign for sign, away in _AWAY.items()}
_MARK_OPEN = chr(_PLANE + 1)
_MARK_CLOSE = chr(_PLANE + 2)
_LINE_MARK = re.compile(f"{_MARK_OPEN}(\\d+){_MARK_CLOSE}")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\U00100000-\U001000ff]+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def protected(value: str) -> str:
    """Return the value as text that no markup is seen in; line marks in it, left by a captured block, are dropped."""
    return _UNPRINTABLE.sub(" ", _LINE_MARK.sub("", value).translate(_BACK)).translate(_AWAY)


def unprotected(text: str) -> str:
    """Return parsed text with the signs of its values back in their places."""
    return text.translate(_BACK)


def with_escapes_resolved(text: str) -> str:
    r"""Return a line of markup with each escaped sign, such as `\*`, protected as a value's sign is."""
    return _ESCAPED.sub(lambda found: found.group(1).translate(_AWAY), text)


def line_mark(number: int) -> str:
    """Return the mark that says from which line of the template the text after it comes."""
    return f"{_MARK_OPEN}{number}{_MARK_CLOSE}"


def numbered_line(text: str) -> tuple[int | None, str]:
    """Return the line of the template that `text` comes from, None without a mark, and the text without its marks.

    The last mark counts: the ones before it are of statements that left nothing.
    """
    marks = _LINE_MARK.findall(text)
    return (int(marks[-1]) if marks else None), _LINE_MARK.sub("", text)
