"""Figures against the words in brackets behind them."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.numbers.figures import figure, written
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.text.number_words import number_from_words

_WORDED = re.compile(
    r"(?<![\d.,/-])(?P<figure>\d{1,3}(?:\.\d{3})+|\d{1,9})(?P<unit>\s*(?:đồng|đ|VNĐ|người|thành viên))?\s*"
    r"\((?:[Bb]ằng chữ\s*:?\s*)?(?P<words>[^()\d]{2,120})\)"
)
_TAIL = re.compile(r"\s*(?:đồng|người|thành viên)?(?:\s+(?:chẵn|Việt Nam))?\s*[./]*\s*$")


def _unlike(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        for match in _WORDED.finditer(text.words):
            said = number_from_words(_TAIL.sub("", match["words"].strip()))
            told = figure(match["figure"])
            if said is not None and told is not None and said != told:
                message = f"Số ghi {match['figure']} mà chữ trong ngoặc là {written(told * 0 + said)}."
                yield hit_in(text, *match.span(), message)


RULES = (
    Rule(
        "figure-against-words",
        "numbers",
        Severity.ERROR,
        "Số viết bằng chữ số khác số viết bằng chữ trong ngoặc",
        "Hai cách ghi của cùng một số phải bằng nhau",
        _unlike,
    ),
)
