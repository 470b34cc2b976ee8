"""Words are found again in an edited document, and put in place of nothing but themselves."""

from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.documents.anchors import Anchor, Moves, locate, with_words
from kimhoa_app.documents.model import DocumentKind, OfficialDocument, Signature, plain
from kimhoa_app.documents.texts import Edit, edited_words, texts_of

WORDS = ("thi đua", "năm 2025", "xã", "phong trào", "Nghị quyết số 25/NQ-HĐND", "kỷ niệm", "(03/02)", "ủy ban", "2025")
sentences = st.lists(st.sampled_from(WORDS), min_size=4, max_size=12).map(" ".join)
additions = st.lists(st.sampled_from(("mới", "bổ sung", "tổ chức", "kịp thời,")), max_size=3).map(" ".join)


def paper(*texts: str, signer: str = "") -> OfficialDocument:
    signatures = (Signature("CHỦ TỊCH", signer),) if signer else ()
    return OfficialDocument(DocumentKind.PLAN, blocks=tuple(map(plain, texts)), signatures=signatures)


def words_of(document: OfficialDocument) -> list[str]:
    return [text.words for text in texts_of(document)]


def test_the_same_words_in_one_text_are_told_apart() -> None:
    around = "năm 2025 và cả năm 2025"
    found = locate(paper(around), [Anchor("năm 2025", around, 15), Anchor("năm 2025", around, 0)])
    assert [each.start for each in found if each] == [15, 0]


def test_two_texts_that_read_alike_are_given_in_order() -> None:
    anchor = Anchor("2025", "năm 2025", 4)
    found = locate(paper("năm 2025", "khác", "năm 2025"), [anchor, anchor])
    assert [each.spot.number for each in found if each and each.spot] == [0, 2]


def test_each_of_very_many_edited_texts_keeps_its_own_words() -> None:
    """Also where all are edited at once, and where they read alike, so that no word tells them apart."""
    for text in ("Đơn vị {0} báo cáo năm 2025 về phong trào {0}", "Thôn báo cáo năm 2025"):
        texts = [text.format(number) for number in range(300)]
        anchors = [Anchor("năm 2025", each, each.index("năm")) for each in texts]
        found = locate(paper(*(f"Trong quý, {each.lower()} và kịp thời" for each in texts)), anchors)
        assert [each.spot.number for each in found if each and each.spot] == list(range(300))


def test_words_that_are_gone_are_not_found_in_part_of_others() -> None:
    anchor = Anchor("năm 2025", "trong năm 2025", 6)
    assert locate(paper("trong năm 20256", "trăm 2025"), [anchor]) == [None]


def test_words_taken_out_of_their_place_do_not_take_those_of_another() -> None:
    around = "Đợt 1: trước ngày 30/6/2026; đợt 2: trước ngày 30/6/2026."
    anchors = [Anchor("30/6/2026", around, 18), Anchor("30/6/2026", around, 47)]
    edited = around.replace("30/6/2026", "15/6/2026", 1)
    found = locate(paper(edited), anchors)
    assert found[0] is None
    assert found[1] is not None
    assert found[1].start == 47


def test_the_name_of_a_signer_is_found_and_replaced() -> None:
    document = paper("Thi đua", signer="Lê Văn An")
    (found,) = locate(document, [Anchor("Lê Văn An", "Lê Văn An", 0)])
    assert found is not None
    assert found.signer == 0
    assert with_words(document, found, "Lê Văn An", "Trần Văn Bình").signatures[0].name == "Trần Văn Bình"


def test_an_anchor_says_how_the_text_reads_with_an_answer() -> None:
    assert Anchor("2025", "năm 2025.", 4).reading("2026") == Anchor("2026", "năm 2026.", 4)


@given(st.lists(sentences, min_size=1, max_size=6), st.data())
def test_words_that_still_stand_are_found_and_only_they_are_replaced(texts: list[str], data: st.DataObject) -> None:
    """The text of the question is edited on both sides of its words, and others are added and taken away around it."""
    asked = data.draw(st.integers(0, len(texts) - 1))
    text = f"{texts[asked]} Kế hoạch số 7 {data.draw(sentences)}"
    start = text.index("Kế hoạch số 7")
    anchor = Anchor("Kế hoạch số 7", text, start)
    cut = data.draw(st.integers(0, start))
    behind = data.draw(st.integers(start + len(anchor.words) + 1, len(text)))
    edited = f"{text[:cut]} {data.draw(additions)} {text[start:behind]} {data.draw(additions)}"
    others = texts[:asked], texts[asked + 1 :]
    kept = [data.draw(st.permutations(each))[: data.draw(st.integers(0, len(each)))] for each in others]
    document = paper(*kept[0], edited, *kept[1])
    (found,) = locate(document, [anchor])
    assert found is not None
    assert found.text == edited
    after = with_words(document, found, anchor.words, "Kế hoạch số 9")
    expected = [*kept[0], edited.replace("Kế hoạch số 7", "Kế hoạch số 9", 1), *kept[1]]
    assert words_of(after) == expected


@given(st.lists(sentences, min_size=1, max_size=5), st.lists(sentences, max_size=5), st.data())
def test_no_two_questions_are_given_the_same_words(old: list[str], new: list[str], data: st.DataObject) -> None:
    anchors = [Anchor(word, text, text.index(word)) for text in old for word in WORDS if word in text]
    document = paper(*data.draw(st.permutations([*old, *new])))
    found = [(each, anchor) for each, anchor in zip(locate(document, anchors), anchors, strict=True) if each]
    taken = [(each.spot, each.start, anchor.words) for each, anchor in found]
    assert len(set(taken)) == len(taken)
    for each, anchor in found:
        assert each.text[each.start : each.start + len(anchor.words)] == anchor.words


@given(sentences, st.data())
def test_an_anchor_holds_what_its_stretch_has_become(text: str, data: st.DataObject) -> None:
    points = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=4, max_size=8)))
    edits = [
        Edit(a, b, data.draw(st.text("năm 2026", max_size=9))) for a, b in zip(points[::2], points[1::2], strict=False)
    ]
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = Moves(text, edits).anchor(start, end)
    assert anchor.around == edited_words(text, edits)
    assert anchor.around[anchor.start : anchor.start + len(anchor.words)] == anchor.words
    untouched = all(edit.end <= start or end <= edit.start for edit in edits)
    assert not untouched or anchor.words == text[start:end]
