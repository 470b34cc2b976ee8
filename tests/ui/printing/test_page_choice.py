import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.errors import InvalidInput
from ui.printing.page_choice import chosen_pages


@pytest.mark.parametrize(
    ("typed", "pages"),
    [("", (1, 2, 3, 4, 5)), (" ", (1, 2, 3, 4, 5)), ("2", (2,)), ("1-3, 5", (1, 2, 3, 5)), ("5;1 – 2", (1, 2, 5))],
)
def test_pages_are_chosen_as_typed(typed: str, pages: tuple[int, ...]) -> None:
    assert chosen_pages(typed, 5) == pages


@pytest.mark.parametrize("typed", ["0", "6", "4-6", "3-2", "một", "1-", ",", "1,,2"])
def test_what_names_no_page_of_the_document_is_told(typed: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        chosen_pages(typed, 5)
    assert caught.value.field == "pages"


@given(st.text("0123456789-–,; x", max_size=12))
def test_whatever_is_typed_names_pages_or_is_told(typed: str) -> None:
    try:
        chosen = chosen_pages(typed, 9)
    except InvalidInput:
        return
    assert chosen
    assert list(chosen) == sorted(set(chosen))
    assert set(chosen) <= set(range(1, 10))
