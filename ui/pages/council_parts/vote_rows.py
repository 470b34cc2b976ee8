"""One row of the votes table: what is saved, what is typed and not yet saved, and how the row stands."""

from dataclasses import dataclass, replace
from typing import Final

from kimhoa_app.domain.meetings import Case, Votes
from kimhoa_app.services.nominations import Result
from kimhoa_app.text.numbers import percent
from ui.theme import State

Counts = tuple[int, int, int]
NOTHING: Final = ("", "", "")


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A case on the votes table; `typed` are the three cells as a person left them, None when they are as saved.

    `fits` says whether the saved votes still agree with the attendance and the ballots.
    """

    result: Result
    fits: bool
    typed: tuple[str, str, str] | None = None

    @property
    def case(self) -> Case:
        """The case voted on."""
        return self.result.case

    @property
    def cells(self) -> tuple[str, str, str]:
        """What the three cells show: for, against, blank or other."""
        return self.saved_cells if self.typed is None else self.typed

    @property
    def saved_cells(self) -> tuple[str, str, str]:
        """The three counts as they are saved."""
        votes = self.case.votes
        return NOTHING if votes is None else _texts(votes)

    @property
    def share(self) -> str:
        """The share of the saved votes, or a dash while what is typed is not saved."""
        if self.typed is not None and self.typed != NOTHING:
            return "–"
        return "" if self.result.share is None else percent(self.result.share)

    def with_cell(self, place: int, text: str, cast: int) -> "VoteRow":
        """Return the row after `text` was typed into a cell; cells still empty become 0 once the sum is reached."""
        cells = list(self.cells)
        cells[place] = text
        if text and sum(_number(cell) for cell in cells) == cast:
            cells = [cell or "0" for cell in cells]
        typed = (cells[0], cells[1], cells[2])
        return replace(self, typed=None if typed == self.saved_cells else typed)

    @property
    def is_entered(self) -> bool:
        """Whether the row holds saved votes and nothing else."""
        return self.typed is None and self.case.votes is not None

    def to_save(self, cast: int) -> Counts | None:
        """Return the counts when what is typed is whole and adds up to `cast`, else None."""
        if self.typed is None or "" in self.typed:
            return None
        counts = (_number(self.typed[0]), _number(self.typed[1]), _number(self.typed[2]))
        return counts if sum(counts) == cast else None

    def standing(self, cast: int) -> tuple[str, State]:
        """Return the word and the state of the row's chip."""
        if self.typed is not None and self.typed != NOTHING:
            return self._typed_standing(cast)
        if self.case.votes is None or self.typed == NOTHING:
            return "chưa nhập", State.ACTIVE
        if not self.fits:
            return "nhập lại", State.ATTENTION
        return ("đạt", State.GOOD) if self.result.passed else ("không đạt", State.WRONG)

    def explain(self, cast: int, unit: str) -> str:
        """Return a sentence on what keeps the row from being saved or counted, empty when nothing does."""
        word, state = self.standing(cast)
        name = self.case.name
        if word == "nhập lại":
            return f"{name}: số phiếu không còn khớp với số người, số phiếu của cuộc họp; hãy nhập lại."
        if state is not State.ATTENTION:
            return ""
        before = f" Kết quả đang lưu: {' / '.join(self.saved_cells)}; Esc để lấy lại." if self.case.votes else ""
        if word.startswith("tổng"):
            return f"{name}: {word} {unit}, chưa lưu.{before}"
        return f"{name}: {'chưa đủ ba cột, ' if word == 'đang nhập' else ''}chưa lưu.{before}"

    def _typed_standing(self, cast: int) -> tuple[str, State]:
        assert self.typed is not None
        total = sum(_number(cell) for cell in self.typed)
        if total > cast:
            return f"tổng {total} > {cast}", State.ATTENTION
        if "" in self.typed:
            return "đang nhập", State.ATTENTION
        if total < cast:
            return f"tổng {total} < {cast}", State.ATTENTION
        return "chưa lưu", State.ATTENTION


def _texts(votes: Votes) -> tuple[str, str, str]:
    return str(votes.votes_for), str(votes.votes_against), str(votes.votes_other)


def _number(cell: str) -> int:
    return int(cell) if cell else 0
