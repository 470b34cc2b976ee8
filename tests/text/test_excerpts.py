from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.excerpts import excerpt


def test_the_sentence_around_the_words_is_shown() -> None:
    text = "Câu một. Thực hiện Chỉ thị số 18; hoàn thành. Câu ba."
    start = text.index("Chỉ thị")
    assert excerpt(text, start, start + 7) == ("Thực hiện ", "Chỉ thị", " số 18;")


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "một hai ba " * 40
    before, words, behind = excerpt(text, 220, 223, most=40)
    assert (before, words, behind) == ("…hai ba một hai ba ", "một", " hai ba một hai ba…")


@given(st.text("ab .;", max_size=80), st.data())
def test_the_words_are_whole_and_what_is_around_them_stands_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, words, behind = excerpt(text, start, end, most=20)
    assert words == text[start:end]
    assert text[:start].endswith(before.removeprefix("…"))
    assert text[end:].startswith(behind.removesuffix("…"))
