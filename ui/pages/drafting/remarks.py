"""Remarks: what a person is to look at in a document, whoever says so, with what can be done about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kimhoa_app.documents.texts import Spot
from ui.theme import State


class RemarkKind(Enum):
    """What a remark is, as its chip says it."""

    ERROR = "lỗi"
    WARNING = "nhắc"
    INFO = "xem"
    QUESTION = "hỏi"
    CHANGED = "đã đổi"
    IGNORED = "bỏ qua"

    @property
    def state(self) -> State:
        """The colours of the chip and of the words in the text."""
        return _STATES[self]

    def counted(self, count: int) -> str:
        """Return in words how many remarks of this kind there are."""
        return f"{count} {_COUNTED[self]}"


@dataclass(frozen=True, slots=True)
class RemarkAction:
    """A button of a remark."""

    label: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about `words`, which begin at `start` of the text at `spot`; without a spot about the whole.

    `ground` is what the sentence stands on, an article or a sum, shown on hovering.
    """

    kind: RemarkKind
    words: str
    message: str
    spot: Spot | None
    actions: tuple[RemarkAction, ...] = ()
    start: int = 0
    ground: str = ""

    @property
    def heading(self) -> str:
        """The words as the list shows them, shortened where they are many."""
        return shortened(self.words)

    @property
    def line(self) -> str:
        """The remark as one line, its heading first."""
        return f"{self.heading}: {self.message}" if self.words else self.message

    @property
    def position(self) -> tuple[int, int]:
        """Where the remark stands among others in reading order; what is about the whole comes first."""
        return (-1, 0) if self.spot is None else (self.spot.number, self.start)

    def says_the_same(self, other: "Remark") -> bool:
        """Whether `other` is the same remark, with buttons of the same names."""
        return self._said() == other._said()

    def _said(self) -> tuple[object, ...]:
        names = tuple(action.label for action in self.actions)
        return self.kind, self.words, self.message, self.position, names


_FOUND: Final = frozenset({RemarkKind.ERROR, RemarkKind.WARNING, RemarkKind.INFO})
_BEGINNING: Final = 36
_END: Final = 24
_STATES = {
    RemarkKind.ERROR: State.WRONG,
    RemarkKind.WARNING: State.ATTENTION,
    RemarkKind.INFO: State.QUIET,
    RemarkKind.QUESTION: State.ACTIVE,
    RemarkKind.CHANGED: State.GOOD,
    RemarkKind.IGNORED: State.QUIET,
}
_COUNTED = {
    RemarkKind.ERROR: "lỗi",
    RemarkKind.WARNING: "nhắc",
    RemarkKind.INFO: "nên xem",
    RemarkKind.QUESTION: "câu hỏi",
    RemarkKind.CHANGED: "chỗ đã đổi",
    RemarkKind.IGNORED: "chỗ đã bỏ qua",
}


def without_repeats(remarks: Iterable[Remark]) -> list[Remark]:
    """Return `remarks` without what the checker says of words that an open question asks about: the answer settles it.

    An error within the words stays; one on the very words is what the question asks.
    """
    everything = list(remarks)
    asked: dict[int, list[tuple[int, int]]] = {}
    for each in everything:
        if each.kind is RemarkKind.QUESTION and each.spot is not None:
            asked.setdefault(each.spot.number, []).append((each.start, each.start + len(each.words)))
    return [each for each in everything if not _is_asked(each, asked)]


def _is_asked(remark: Remark, asked: dict[int, list[tuple[int, int]]]) -> bool:
    if remark.kind not in _FOUND or remark.spot is None or not remark.words:
        return False
    room = (remark.start, remark.start + len(remark.words))
    return any(
        room == question or (remark.kind is not RemarkKind.ERROR and question[0] <= room[0] and room[1] <= question[1])
        for question in asked.get(remark.spot.number, ())
    )


def shortened(words: str) -> str:
    """Return `words` on one line; of many, how they begin and how they end."""
    line = " ".join(words.split())
    if len(line) <= _BEGINNING + _END + 3:
        return line
    return f"{line[:_BEGINNING].rstrip()} … {line[-_END:].lstrip()}"
