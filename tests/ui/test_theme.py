import re

import pytest

import resources
from ui import icons, theme
from ui.theme import State, TypeScale, contrast, style_sheet

TEXTS = [
    (theme.INK, theme.PAPER),
    (theme.INK, theme.GROUND),
    (theme.INK, theme.SELECTION),
    (theme.MUTED, theme.PAPER),
    (theme.MUTED, theme.GROUND),
    (theme.MUTED, theme.TRACK),
    (theme.PAPER, theme.ACCENT),
    (theme.PAPER, theme.ACCENT_DARK),
    (theme.ACCENT, theme.PAPER),
    (theme.ACCENT, theme.GROUND),
    (theme.WRONG, theme.PAPER),
    (theme.WRONG, theme.GROUND),
    (theme.RAIL_TEXT, theme.RAIL),
    (theme.RAIL_TEXT, theme.RAIL_RAISED),
    (theme.RAIL_MUTED, theme.RAIL),
    (theme.PAPER, theme.INK),
    (theme.STAR, theme.INK),
]


@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_every_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("state", State)
def test_the_word_of_a_state_is_readable_on_its_tint_and_on_white(state: State) -> None:
    assert contrast(state.ink, state.tint) >= 4.5
    assert contrast(state.ink, theme.PAPER) >= 4.5


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_larger_text_size_makes_every_size_larger() -> None:
    small, large = TypeScale(9.5), TypeScale(13.0)
    for name in ("base", "small", "chip", "heading", "figure", "brand"):
        assert getattr(large, name) > getattr(small, name)


def test_the_style_sheet_has_every_name_filled_in() -> None:
    assert "$" not in style_sheet(TypeScale())


def test_every_drawing_that_the_style_sheet_names_ships() -> None:
    named = re.findall(r"url\(icons:([\w-]+)\.svg\)", style_sheet(TypeScale()))
    assert named
    for name in named:
        assert resources.read_bytes(f"icons/{name}.svg")


def test_every_icon_draws_something_in_the_colour_asked_for() -> None:
    for path in resources.names_in("icons", ".svg"):
        name = path.removeprefix("icons/").removesuffix(".svg")
        image = icons.pixmap(name, "#FF0000", size=40).toImage()
        painted = [image.pixelColor(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() > 200]
        assert painted, name
        if not resources.read_text(path).count("#FFFFFF") and "#5B6775" not in resources.read_text(path):
            assert all(colour.red() > 200 and colour.blue() < 60 for colour in painted), name
