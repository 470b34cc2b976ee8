"""The history of editing, without a screen: what makes a step, what is undone, how much is kept."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.documents.model import DocumentKind, OfficialDocument, plain
from ui.pages.drafting import history as module
from ui.pages.drafting.history import EditingHistory, Standing, seam
from ui.pages.drafting.places import Part, Place

EMPTY = OfficialDocument(DocumentKind.PLAN)


class Desk:
    """Types into a history as a person does, with a clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0
        self.history = EditingHistory(lambda: self.now)
        self.standing = Standing(EMPTY, (0,), EMPTY)

    def show(self, typed: str, place: Place | None = None) -> None:
        document = replace(EMPTY, blocks=(plain(typed),))
        after = Standing(document, place or self.standing.place, EMPTY, typed)
        self.history.note_typing("gõ", self.standing, after)
        self.standing = after

    def type(self, letters: str, each: float = 0.1) -> None:
        for letter in letters:
            self.now += each
            self.show(self.standing.typed + letter)

    def undo(self) -> bool:
        step = self.history.undo()
        self.standing = step.before if step else self.standing
        return step is not None

    def redo(self) -> bool:
        step = self.history.redo()
        self.standing = step.after if step else self.standing
        return step is not None


def test_letters_typed_without_a_pause_are_one_step() -> None:
    desk = Desk()
    desk.type("thi đua")
    assert desk.undo()
    assert desk.standing.typed == ""
    assert not desk.undo()
    assert desk.redo()
    assert desk.standing.typed == "thi đua"
    assert not desk.redo()


def test_a_pause_begins_a_step() -> None:
    desk = Desk()
    desk.type("một")
    desk.now += 2
    desk.type(" hai")
    desk.undo()
    assert desk.standing.typed == "một"


def test_a_long_line_is_taken_back_a_few_words_at_a_time_and_never_half_a_word() -> None:
    desk = Desk()
    line = "phát động phong trào thi đua yêu nước thực hiện thắng lợi nhiệm vụ năm nay"
    desk.type(line)
    steps = 0
    while desk.undo():
        steps += 1
        assert line.startswith(desk.standing.typed)
        assert not desk.standing.typed or desk.standing.typed.endswith(" ")
    assert steps == 2


def test_letters_put_back_by_the_keyboard_for_a_tone_belong_to_the_word() -> None:
    desk = Desk()
    for typed in ("n", "ng", "ngu", "nguo", "nguoi", "người", "ngườ", "người"):
        desk.show(typed)
    desk.undo()
    assert desk.standing.typed == ""


def test_a_paste_is_a_step_of_its_own() -> None:
    desk = Desk()
    desk.type("ab")
    desk.show("ab" + "dán vào cả một câu dài")
    desk.type("c")
    desk.undo()
    assert desk.standing.typed.endswith("dài")
    desk.undo()
    assert desk.standing.typed == "ab"


@pytest.mark.parametrize("place", [(1,), Part.HEAD])
def test_another_place_begins_a_step(place: Place) -> None:
    desk = Desk()
    desk.type("ab")
    desk.show("abc", place)
    desk.undo()
    assert (desk.standing.typed, desk.standing.place) == ("ab", (0,))


def test_another_line_of_the_same_text_begins_a_step() -> None:
    desk = Desk()
    desk.standing = replace(desk.standing, typed="đầu" + " " * 50 + "cuối")
    desk.show("đầu1" + " " * 50 + "cuối")
    desk.show("đầu1" + " " * 50 + "cuối2")
    desk.undo()
    assert desk.standing.typed == "đầu1" + " " * 50 + "cuối"


def test_a_step_that_stands_for_itself_is_not_joined_and_ends_what_could_be_redone() -> None:
    desk = Desk()
    desk.type("a")
    desk.undo()
    assert desk.history.next is not None
    moved = replace(desk.standing, place=(2,))
    desk.history.note("chuyển mục", desk.standing, moved)
    assert desk.history.next is None
    desk.standing = moved
    desk.type("b")
    assert desk.history.last is not None
    assert desk.history.last.name == "gõ"
    desk.undo()
    assert desk.history.last.name == "chuyển mục"


def test_the_oldest_steps_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_STEPS", 3)
    desk = Desk()
    for _ in range(10):
        desk.now += 5
        desk.type("x")
    assert sum(1 for _ in iter(desk.undo, False)) == 3
    monkeypatch.setattr(module, "MOST_LETTERS", 50)
    desk.show("y" * 60)
    desk.show("y" * 90)
    assert desk.undo()
    assert not desk.undo()


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=12))
def test_the_cursor_stands_after_what_changed(before: str, after: str) -> None:
    place = seam(before, after)
    assert 0 <= place <= len(after)
    assert before.endswith(after[place:])


@given(
    st.lists(st.tuples(st.sampled_from(["type", "paste", "undo", "redo", "wait", "note"]), st.text("ab ", max_size=5)))
)
def test_undoing_all_leads_to_the_beginning_and_redoing_all_to_the_end(acts: list[tuple[str, str]]) -> None:
    desk = Desk()
    for act, words in acts:
        if act == "type":
            desk.type(words)
        elif act == "paste":
            desk.show(words)
        elif act == "note":
            after = replace(desk.standing, place=(len(words),), typed="")
            desk.history.note("bước", desk.standing, after)
            desk.standing = after
        elif act == "wait":
            desk.now += 10
        else:
            getattr(desk, act)()
    while desk.redo():
        pass
    end = desk.standing
    while desk.undo():
        pass
    assert desk.standing == Standing(EMPTY, (0,), EMPTY)
    while desk.redo():
        pass
    assert desk.standing == end
