from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.learning.history import Piece, Sum, history
from bot.learning.mastery import Mastery, Stage
from bot.learning.rating import Rating
from bot.pictures import Picture
from bot.pictures.axes import Axes, round_ticks
from bot.pictures.progress import Held, mastery_picture, progress_picture
from bot.pictures.sheet import WIDTH, Ink, Shape, Sheet, fitted, width_of

MONDAY = date(2026, 5, 4)


def lived(days: int, sessions: int = 2) -> list[Piece]:
    each = Sum(sessions, 60.0 * sessions)
    share = Sum(sessions, 0.3 * sessions)
    return [Piece(MONDAY + timedelta(days=day), sessions, 0, each, share, 25.0) for day in range(days)]


def drawn(days: Sequence[Piece], rating: Rating | None = None) -> Picture:
    unit, pieces = history(days, days[-1].begins if days else MONDAY)
    return progress_picture(unit, pieces, rating)


def opened(picture: Picture) -> Image.Image:
    image = Image.open(BytesIO(picture.png))
    image.load()
    return image


def inks(picture: Picture) -> set[str]:
    """Which inks there are in a picture, by name."""
    colours = opened(picture).convert("RGB").getcolors(1 << 20) or []
    there = {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in colours if isinstance(colour, tuple)}
    return {ink.name for ink in Ink if ink.value in there}


@pytest.mark.parametrize("days", [0, 1, 30, 200, 1000, 4000])
def test_every_history_fits_on_a_picture_that_a_phone_can_show(days: int) -> None:
    picture = drawn(lived(days), Rating(26.0, 2.0))

    image = opened(picture)
    assert (image.width, image.height <= 1100) == (WIDTH, True)
    assert len(picture.png) < 200_000
    assert 0 < len(picture.alt) <= 1024


def test_the_words_say_what_the_picture_shows() -> None:
    assert drawn([]).alt == "An empty chart: no practice yet."
    assert drawn(lived(1, sessions=1), Rating(25.0, 2.0)).alt == (
        "1 session since May 4, 2026. In the week of May 4, 2026: 1, accuracy 60%, surplus share 30%. "
        "Rating 1500, give or take 80."
    )


def test_only_what_there_is_is_drawn() -> None:
    assert "GREEN" in inks(drawn(lived(5), Rating(26.0, 2.0)))
    assert "GREEN" not in inks(drawn(lived(5)))
    assert inks(drawn([])) == {"GROUND", "GRID", "FAINT"}


def test_the_same_history_gives_the_same_picture() -> None:
    assert drawn(lived(50), Rating()) == drawn(lived(50), Rating())


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.integers(0, 500), st.integers(0, 9), st.floats(0, 100), st.floats(-9, 1)), min_size=1, max_size=30
    )
)
def test_any_history_can_be_drawn(days: list[tuple[int, int, float, float]]) -> None:
    pieces = [
        Piece(MONDAY + timedelta(days=day), sessions, 1, Sum(sessions, accuracy * sessions), Sum(1, share), 20.0)
        for day, sessions, accuracy, share in days
    ]

    assert opened(drawn(sorted(pieces, key=lambda each: each.begins), Rating())).width == WIDTH


def test_mastery_is_as_long_as_it_is_far() -> None:
    def length(share: float) -> int:
        held = Held("Silence", Mastery("silence", share, share, share, Stage.SOLID))
        image = opened(mastery_picture([held])).convert("RGB")
        blue = tuple(bytes.fromhex(Ink.BLUE.value[1:]))
        return sum(image.getpixel((x, 129)) == blue for x in range(WIDTH))

    assert length(0.0) == 0
    assert length(1.0) == pytest.approx(380, abs=2)
    assert length(0.5) == pytest.approx(190, abs=2)


def test_mastery_of_nothing_and_of_very_much() -> None:
    many = [Held(f"Tactic {n} with a long name", Mastery(f"t{n}", 0.4, None, None, Stage.NEW)) for n in range(60)]

    assert mastery_picture([]).alt == "Mastery by tactic: nothing yet."
    assert len(mastery_picture(many).alt) <= 1024


def luminance(ink: Ink) -> float:
    """As the Web Content Accessibility Guidelines define it."""
    parts = [each / 255 for each in bytes.fromhex(ink.value[1:])]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("ink", [ink for ink in Ink if ink not in (Ink.GROUND, Ink.GRID)])
def test_every_ink_stands_out_from_the_ground(ink: Ink) -> None:
    assert (luminance(ink) + 0.05) / (luminance(Ink.GROUND) + 0.05) >= 4.5


def test_shapes_can_be_told_apart_without_colour() -> None:
    def looks(shape: Shape) -> bytes:
        sheet = Sheet(60, 60)
        sheet.mark((30, 30), shape, ink=Ink.TEXT, size=16)
        return sheet.png()

    assert len({looks(shape) for shape in Shape}) == len(Shape)


@given(st.text(st.characters(codec="latin-1", min_codepoint=32), max_size=80), st.floats(30, 400))
def test_a_text_is_cut_to_its_room(words: str, room: float) -> None:
    assert width_of(fitted(words, room)) <= room or fitted(words, room) == "…"


@given(st.floats(-1000, 1000), st.floats(0, 5000), st.integers(2, 6))
def test_ticks_are_round_and_span_the_values(low: float, more: float, most: int) -> None:
    ticks = round_ticks(low, low + more, most)

    assert ticks[0] <= low + 1e-6
    assert ticks[-1] >= low + more - 1e-6
    assert 2 <= len(ticks) <= most + 2


def test_a_value_beyond_the_field_is_brought_to_its_edge() -> None:
    axes = Axes(Sheet(100), (0, 0, 100, 100), 2, 0, 10)

    assert [axes.at(0, value) for value in (0, 5, 10, 99, -99)] == [(25, 100), (25, 50), (25, 0), (25, 0), (25, 100)]
