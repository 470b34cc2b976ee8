"""Every step of editing one document, to be taken back and made again: typing, rearranging, forms, corrections.

Knows nothing of the screen. Documents are values that share what they have in common, so a step costs little more than
the text that was typed in it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from kimhoa_app.documents.model import OfficialDocument
from ui.pages.drafting.places import Place

PAUSE_S: Final = 1.5
MOST_STEPS: Final = 300
MOST_LETTERS: Final = 2_000_000
_LETTERS_OF_A_STEP: Final = 40
_REACH: Final = 8
"""How many letters one key changes at the most: typing with tone marks takes back some and puts others."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The document and where one stands in it: the place, the text shown there, and what that text is read against."""

    document: OfficialDocument
    place: Place
    base: OfficialDocument
    typed: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One thing that was done, with how the document stood before and after it."""

    name: str
    before: Standing
    after: Standing
    is_typing: bool = False

    @property
    def size(self) -> int:
        """How many letters the step keeps of its own."""
        return len(self.before.typed) + len(self.after.typed)


class EditingHistory:
    """The steps of one document, the oldest forgotten first; `clock` tells seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._typed_at = 0.0
        self._is_open = False

    @property
    def last(self) -> Step | None:
        """The step that `undo` takes back, None when there is none."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Step | None:
        """The step that `redo` makes again, None when there is none."""
        return self._undone[-1] if self._undone else None

    def clear(self) -> None:
        """Forget every step."""
        self._done.clear()
        self._undone.clear()
        self._is_open = False

    def note(self, name: str, before: Standing, after: Standing) -> Step:
        """Keep a step that stands for itself; what was undone can no longer be made again."""
        self._is_open = False
        return self._keep(Step(name, before, after))

    def note_typing(self, name: str, before: Standing, after: Standing) -> Step:
        """Keep what one key changed, in one step with the letters just typed beside it.

        A new step begins after a pause, in another place, with a paste, and with the word after some forty letters.
        """
        now = self._clock()
        last = self.last
        joins = last is not None and self._is_open and now - self._typed_at <= PAUSE_S and _continues(last, after)
        self._typed_at = now
        self._is_open = _is_one_key(before, after)
        if last is None or not joins or not self._is_open:
            return self._keep(Step(name, before, after, is_typing=True))
        self._done[-1] = replace(last, after=after)
        self._undone.clear()
        return self._done[-1]

    def pause(self) -> None:
        """Let the next letter begin a step of its own, as when one has gone to another place."""
        self._is_open = False

    def undo(self) -> Step | None:
        """Return the step to take back, None when there is none."""
        return self._pass(self._done, self._undone)

    def redo(self) -> Step | None:
        """Return the step to make again, None when there is none."""
        return self._pass(self._undone, self._done)

    def _pass(self, source: list[Step], target: list[Step]) -> Step | None:
        self._is_open = False
        if not source:
            return None
        target.append(source.pop())
        return target[-1]

    def _keep(self, step: Step) -> Step:
        self._undone.clear()
        self._done.append(step)
        while len(self._done) > MOST_STEPS or (
            len(self._done) > 1 and sum(each.size for each in self._done) > MOST_LETTERS
        ):
            del self._done[0]
        return step


def seam(before: str, after: str) -> int:
    """Return where in `after` the change from `before` ends: the place for the cursor."""
    return _changed(before, after)[2]


def _changed(before: str, after: str) -> tuple[int, int, int]:
    """Return where the two begin to differ, and where the difference ends in each."""
    start = _alike(before, after)
    tail = _alike(before[start:][::-1], after[start:][::-1])
    return start, len(before) - tail, len(after) - tail


def _alike(first: str, second: str) -> int:
    """Return how many letters both begin with."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((place for place, (one, two) in pairs if one != two), min(len(first), len(second)))


def _is_one_key(before: Standing, after: Standing) -> bool:
    start, old_end, new_end = _changed(before.typed, after.typed)
    return max(old_end, new_end) - start <= _REACH


def _continues(step: Step, after: Standing) -> bool:
    """Return whether the last letter belongs to the step: beside its letters, and not of a word too many."""
    if not step.is_typing or step.after.place != after.place:
        return False
    begun, _, reached = _changed(step.before.typed, step.after.typed)
    start, _, end = _changed(step.after.typed, after.typed)
    if not begun - _REACH <= start <= reached + _REACH:
        return False
    begins_word = start > 0 and after.typed[start - 1 : start].isspace() and not after.typed[start:end].isspace()
    return not (begins_word and reached - begun >= _LETTERS_OF_A_STEP)
