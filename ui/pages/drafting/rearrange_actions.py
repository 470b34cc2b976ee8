"""Rearranging the sections of the document on the desk: by dragging, by keys, from the menu of the outline."""

from typing import TYPE_CHECKING, Final

from kimhoa_app.documents.editing import Path, section_at
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.rearranging import (
    Rearranged,
    counted_anew,
    demoted,
    moved,
    promoted,
    shifted,
    with_copy,
    with_new_section,
    without,
)
from kimhoa_app.documents.section_mentions import SectionMention, mentions_of_moved
from ui.pages.drafting.outline import INSIDE, Command
from ui.pages.drafting.places import Part, Place, section_title

if TYPE_CHECKING:
    from ui.pages.drafting.desk import DocumentDesk

_MENTIONS_NAMED: Final = 3
IN_ORDER: Final = "Số thứ tự các mục đã đúng."
CANNOT: Final = "Không chuyển được mục này tới đó."


class RearrangeActions:
    """Does to the document on `desk` what its outline asks, as one step each."""

    def __init__(self, desk: "DocumentDesk") -> None:
        self._desk = desk
        desk.outline.commanded.connect(self.do)
        desk.outline.dropped.connect(self.drop)

    def drop(self, path: Path, parent: Path, index: int) -> None:
        """Put the section at `path` under `parent` before its child `index`, last with INSIDE."""
        if index == INSIDE:
            index = len(section_at(self._desk.document, parent).children)
        self._make(moved(self._desk.document, path, parent, index), "chuyển", path)

    def do(self, command: Command, place: Place | None) -> None:
        """Do `command` to the section at `place`; elsewhere a section is added where it comes nearest."""
        if self._desk.is_locked:
            return
        document = self._desk.document
        if command is Command.COUNT:
            self._count()
        elif not isinstance(place, tuple):
            index = 0 if place in (Part.HEAD, Part.BLOCKS) else len(document.sections)
            self._make(with_new_section(document, (), index), "thêm mục")
        else:
            name, outcome = _outcome(document, command, place)
            self._make(outcome, name, place)

    def _make(self, outcome: Rearranged | None, name: str, path: Path | None = None) -> None:
        if outcome is None:
            self._desk.tell(CANNOT)
            return
        before = self._desk.document
        title = f"{name} “{section_title(section_at(before, path))}”" if path is not None else name
        place = outcome.path if outcome.path is not None else _place_after_removal(outcome.document, path or ())
        step = self._desk.change(outcome.document, title, place)
        mentions = mentions_of_moved(before, outcome.document, outcome.moves)
        said = f"Đã {title}." if outcome.path is None else ""
        if said or mentions:
            self._desk.tell(" ".join(filter(None, (said, mentions_remark(mentions)))), step)

    def _count(self) -> None:
        before = self._desk.document
        outcome = counted_anew(before)
        if outcome.document == before:
            self._desk.tell(IN_ORDER)
            return
        step = self._desk.change(outcome.document, "đánh số lại")
        pairs = zip(before.walk_sections(), outcome.document.walk_sections(), strict=True)
        changed = sum(old.label != new.label for (_, old), (_, new) in pairs)
        remark = mentions_remark(mentions_of_moved(before, outcome.document, outcome.moves))
        self._desk.tell(" ".join(filter(None, (f"Đã đánh số lại {changed} mục.", remark))), step)


def mentions_remark(mentions: tuple[SectionMention, ...]) -> str:
    """Return the sentence about mentions of sections whose number is another now, "" when there are none."""
    if not mentions:
        return ""
    named = ", ".join(f"“{mention.words}”" for mention in mentions[:_MENTIONS_NAMED])
    more = ", …" if len(mentions) > _MENTIONS_NAMED else ""
    return f"Có {len(mentions)} chỗ nhắc đến mục đã đổi số: {named}{more}; hãy xem lại."


def _outcome(document: OfficialDocument, command: Command, path: Path) -> tuple[str, Rearranged | None]:
    match command:
        case Command.UP:
            return "chuyển lên", shifted(document, path, -1)
        case Command.DOWN:
            return "chuyển xuống", shifted(document, path, 1)
        case Command.PROMOTE:
            return "nâng bậc", promoted(document, path)
        case Command.DEMOTE:
            return "hạ bậc", demoted(document, path)
        case Command.ADD:
            return "thêm mục sau", with_new_section(document, path[:-1], path[-1] + 1)
        case Command.ADD_INSIDE:
            return "thêm mục con của", with_new_section(document, path, len(section_at(document, path).children))
        case Command.COPY:
            return "nhân đôi", with_copy(document, path)
        case _:
            return "xóa", without(document, path)


def _place_after_removal(document: OfficialDocument, path: Path) -> Place:
    """Return where one stands once the section at `path` is gone: at the next one, the one before it, or above."""
    for candidate in (path, (*path[:-1], path[-1] - 1), path[:-1]):
        if candidate and candidate[-1] >= 0:
            try:
                section_at(document, candidate)
            except LookupError:
                continue
            return candidate
    return Part.HEAD
