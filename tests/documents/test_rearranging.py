"""Sections rearranged and counted anew: labels run in order, no text is lost, mentions of what moved are found."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.documents.label_styles import read_label
from kimhoa_app.documents.model import DocumentKind, OfficialDocument, Section, plain
from kimhoa_app.documents.numbering import renumbered
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
from kimhoa_app.documents.section_mentions import mentions_of_moved
from kimhoa_app.documents.texts import texts_of


def labelled(*labels: str, children: tuple[Section, ...] = ()) -> tuple[Section, ...]:
    return tuple(Section(label, f"việc {label}", children=children) for label in labels)


def document(*sections: Section) -> OfficialDocument:
    return OfficialDocument(DocumentKind.PLAN, sections=sections)


def labels(made: OfficialDocument | tuple[Section, ...]) -> list[str]:
    tree = made if isinstance(made, OfficialDocument) else document(*made)
    return [section.label for _depth, section in tree.walk_sections()]


def done(outcome: Rearranged | None) -> Rearranged:
    assert outcome is not None
    return outcome


PLAN = document(
    Section("I.", "MỤC ĐÍCH", children=labelled("1.", "2.")),
    Section("II.", "NỘI DUNG", children=labelled("1.", "2.", "3.")),
    Section("III.", "TỔ CHỨC", (plain("Theo mục 2 phần II và Điều 3 Luật Thi đua, khen thưởng."),)),
)


@pytest.mark.parametrize(
    "label",
    ["I.", "IV", "XIX.", "1.", "01.", "4.1.", "4.1", "1.2.3", "a)", "đ)", "(1)", "(b)", "Điều 12.", "Chương II",
     "Phần thứ nhất", "PHẦN THỨ HAI", "A.", "III -", "2/", "aa)", "Mục 3.", "C."],
)  # fmt: skip
def test_a_label_is_read_and_written_back(label: str) -> None:
    read = read_label(label)
    assert read is not None
    assert read[0].written(read[1]) == label


@pytest.mark.parametrize("label", ["", "-", "+", "1a.", "Phụ lục 1", "f)", "0.", "IIII.", "(1", "Điều 1a."])
def test_a_label_of_no_known_style_has_none(label: str) -> None:
    assert read_label(label) is None


@given(st.sampled_from(["I.", "1.", "2.1.", "a)", "Điều 1.", "A.", "(1)"]), st.integers(1, 40))
def test_every_figure_of_a_style_is_read_back(label: str, value: int) -> None:
    read = read_label(label)
    assert read is not None
    style, figures = read
    again = read_label(style.written((*figures[:-1], value)))
    if style.form.value == "capital" and again is not None and again[0].form.value == "roman":
        return  # "I." alone is a Roman figure
    assert again == (style, (*figures[:-1], value))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("1.", "2.", "2.", "3."), ["1.", "2.", "3.", "4."]),
        (("a)", "b)", "d)", "e)", "f)"), ["a)", "b)", "c)", "d)", "f)"]),
        (("c)", "d)", "d)", "e)"), ["a)", "b)", "c)", "d)"]),
        (("1.", "2)", "3."), ["1.", "2.", "3."]),
        (("3.2.", "3.3", "3.4."), ["3.1.", "3.2.", "3.3."]),
        (("", "1.", "", "3."), ["", "1.", "", "2."]),
        (("-", "1.", "-"), ["-", "1.", "-"]),
        (("Chương I", "Điều 3.", "Chương III"), ["Chương I", "Điều 1.", "Chương II"]),
        (("Phần thứ nhất", "Phần thứ ba"), ["Phần thứ nhất", "Phần thứ hai"]),
        (("a)", "b)", "c)", "d)", "e)", "g)"), ["a)", "b)", "c)", "d)", "đ)", "e)"]),
    ],
)
def test_labels_are_counted_in_the_style_of_their_level(before: tuple[str, ...], after: list[str]) -> None:
    assert labels(renumbered(labelled(*before))) == after


def test_figures_of_the_section_above_lead_the_labels_below_it() -> None:
    tree = (*labelled("1."), *labelled("2.", children=labelled("2.1.", "2.2.")),
            *labelled("2.", children=labelled("2.1.", children=labelled("2.1.1."))))  # fmt: skip
    assert labels(renumbered(tree)) == ["1.", "2.", "2.1.", "2.2.", "3.", "3.1.", "3.1.1."]
    roman = (*labelled("II.", children=labelled("2.1.")), *labelled("III.", children=labelled("3.1.")))
    assert labels(renumbered(roman)) == ["I.", "1.1.", "II.", "2.1."]
    restarting = (*labelled("A.", children=labelled("1.1.")), *labelled("B.", children=labelled("1.1.")))
    assert labels(renumbered(restarting)) == labels(restarting)


def test_articles_and_numbers_that_run_on_go_on_running() -> None:
    articles = (*labelled("Chương I", children=labelled("Điều 1.", "Điều 2.")),
                *labelled("Chương II", children=labelled("Điều 4.")))  # fmt: skip
    assert labels(renumbered(articles))[-1] == "Điều 3."
    running = (*labelled("I.", children=labelled("1.", "2.")), *labelled("II.", children=labelled("3.")))
    assert labels(renumbered(running)) == labels(running)
    assert labels(done(shifted(document(*running), (1,), -1)).document) == ["I.", "1.", "II.", "2.", "3."]


def test_a_section_moved_among_its_siblings_renumbers_them() -> None:
    outcome = done(moved(PLAN, (1, 2), (1,), 0))
    assert outcome.path == (1, 0)
    assert [s.heading for s in outcome.document.sections[1].children] == ["việc 3.", "việc 1.", "việc 2."]
    assert labels(outcome.document) == labels(PLAN)
    assert shifted(PLAN, (0,), -1) is None
    assert shifted(PLAN, (2,), 1) is None
    assert done(shifted(PLAN, (0,), 1)).path == (1,)


def test_a_section_takes_the_style_of_its_new_siblings() -> None:
    up = done(promoted(PLAN, (1, 0)))
    assert labels(up.document) == ["I.", "1.", "2.", "II.", "1.", "2.", "III.", "IV."]
    assert up.path == (2,)
    down = done(demoted(PLAN, (2,)))
    assert labels(down.document) == ["I.", "1.", "2.", "II.", "1.", "2.", "3.", "4."]
    deeper = done(demoted(PLAN, (1,)))
    assert labels(deeper.document) == ["I.", "1.", "2.", "3.", "a)", "b)", "c)", "II."]
    alone = document(*labelled("1.", "2."))
    assert labels(done(demoted(alone, (1,))).document) == ["1.", "a)"]
    bare = document(*labelled("", ""), *labelled("", children=labelled("I.")))
    assert labels(done(promoted(bare, (2, 0))).document) == ["", "", "", ""]


def test_what_cannot_be_moved_is_not() -> None:
    assert moved(PLAN, (0,), (0, 1), 0) is None
    assert moved(PLAN, (0,), (), 0) is None
    assert moved(PLAN, (0,), (), 1) is None
    assert promoted(PLAN, (0,)) is None
    assert demoted(PLAN, (0,)) is None
    deep = document(*labelled("I.", children=labelled("1.", children=labelled("a)", children=labelled("-", "-")))))
    assert demoted(deep, (0, 0, 0, 1)) is None
    assert with_new_section(deep, (0, 0, 0, 0), 0) is None


def test_sections_are_added_copied_and_removed() -> None:
    added = done(with_new_section(PLAN, (), 1))
    assert labels(added.document) == ["I.", "1.", "2.", "II.", "III.", "1.", "2.", "3.", "IV."]
    assert added.path == (1,)
    assert labels(done(with_new_section(PLAN, (2,), 0)).document)[-1] == "1."
    assert labels(done(with_new_section(document(), (), 0)).document) == ["I."]
    copied = with_copy(PLAN, (1,))
    assert labels(copied.document) == ["I.", "1.", "2.", "II.", "1.", "2.", "3.", "III.", "1.", "2.", "3.", "IV."]
    assert copied.moves[(2,)] == (3,)
    removed = without(PLAN, (0,))
    assert labels(removed.document) == ["I.", "1.", "2.", "3.", "II."]
    assert (0,) not in removed.moves


def test_a_move_leaves_other_groups_as_they_were() -> None:
    faulty = document(
        *labelled("I.", children=labelled("1.", "2.", "2.")), *labelled("II.", children=labelled("1.", "2."))
    )
    assert labels(done(shifted(faulty, (1, 0), 1)).document) == labels(faulty)
    assert labels(counted_anew(faulty).document) == ["I.", "1.", "2.", "3.", "II.", "1.", "2."]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Thực hiện mục 2 phần II.", ["mục 2 phần II"]),
        ("Theo Phần II, mục 2 nêu trên", ["Phần II, mục 2"]),
        ("tại mục II.2 của Kế hoạch này", ["mục II.2"]),
        ("theo mục II", []),
        ("mục 2 phần II của Luật Thi đua, khen thưởng", []),
        ("mục 2, Phần II Nghị định số 98/2023/NĐ-CP", []),
        ("mục 1 phần I", []),
        ("đạt mục 2 phần II và mục 1 phần II", ["mục 2 phần II", "mục 1 phần II"]),
        ("điểm 2,5 phần", []),
    ],
)
def test_mentions_of_sections_that_changed_are_found(words: str, found: list[str]) -> None:
    before = replace(PLAN, closing=(plain(words),))
    outcome = done(shifted(before, (1, 0), 1))
    mentions = mentions_of_moved(before, outcome.document, outcome.moves)
    assert [mention.words for mention in mentions if mention.spot.path == ()] == found


def test_a_mention_without_its_part_means_the_nearest_section() -> None:
    near = Section("II.", "NỘI DUNG", (plain("Như mục 1 dưới đây."),), labelled("1.", "2."))
    before = document(Section("I.", "MỤC ĐÍCH", (plain("Như mục 1 dưới đây."),), labelled("1.", "2.")), near)
    outcome = done(shifted(before, (1, 0), 1))
    (mention,) = mentions_of_moved(before, outcome.document, outcome.moves)
    assert mention.spot.path == (1,)


def test_a_mention_of_a_removed_article_is_found_and_of_another_law_not() -> None:
    words = "Thực hiện Điều 2 của Quyết định này, Điều 2 Quyết định số 5/QĐ-UBND và Điều 1."
    before = document(*labelled("Điều 1.", "Điều 2."), Section("Điều 3.", "", (plain(words),)))
    outcome = without(before, (1,))
    found = mentions_of_moved(before, outcome.document, outcome.moves)
    assert [mention.words for mention in found] == ["Điều 2"]


_LABELS = st.sampled_from(
    ["I.", "II.", "1.", "2.", "2)", "1.1.", "2.3.", "a)", "d)", "đ)", "", "-", "Điều 4.", "Chương I"]
)


def _tree(depth: int) -> st.SearchStrategy[tuple[Section, ...]]:
    below = st.just(()) if depth == 0 else _tree(depth - 1)
    section = st.builds(Section, _LABELS, st.text("ab ", max_size=4), st.just((plain("chữ"),)), below)
    return st.lists(section, max_size=3).map(tuple)


def _words(made: OfficialDocument) -> Counter[str]:
    return Counter(text.words for text in texts_of(made))


def _in_order(sections: tuple[Section, ...]) -> bool:
    """Return whether the labels of each group count by one, from 1 or from where the group before it ended."""
    reached: dict[str, int] = {}
    for section in sections:
        read = read_label(section.label)
        if read is None:
            continue
        family, value = read[0].family, read[1][-1]
        if value != reached.get(family, value - 1) + 1:
            return False
        reached[family] = value
    return all(_in_order(section.children) for section in sections)


@given(_tree(3), st.data())
def test_any_rearrangement_keeps_every_text_and_counts_in_order(tree: tuple[Section, ...], data: st.DataObject) -> None:
    made = document(*tree)
    paths = [path for path, _section in _every_path(made)]
    if paths:
        path = data.draw(st.sampled_from(paths))
        parent = data.draw(st.sampled_from([(), *paths]))
        siblings = made.sections if parent == () else dict(_every_path(made))[parent].children
        outcome = moved(made, path, parent, data.draw(st.integers(0, len(siblings))))
        if outcome is not None:
            assert _words(outcome.document) == _words(made)
            assert sorted(outcome.moves) == sorted(paths)
            assert sorted(outcome.moves.values()) == sorted(path for path, _section in _every_path(outcome.document))
            made = outcome.document
    counted = counted_anew(made).document
    assert _words(counted) == _words(made)
    assert _in_order(counted.sections)


def _every_path(made: OfficialDocument) -> list[tuple[tuple[int, ...], Section]]:
    found: list[tuple[tuple[int, ...], Section]] = []

    def walk(sections: tuple[Section, ...], above: tuple[int, ...]) -> None:
        for index, section in enumerate(sections):
            found.append(((*above, index), section))
            walk(section.children, (*above, index))

    walk(made.sections, ())
    return found
