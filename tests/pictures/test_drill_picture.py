from __future__ import annotations

from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.drills.standings import Ending, Result, Spread
from bot.pictures.drill import drill_picture

GAINS = st.integers(-(10**9), 10**9)
RESULTS = st.lists(st.builds(Result, st.integers(1, 100), st.sampled_from(Ending), GAINS), max_size=100)


def test_it_says_in_words_what_it_shows() -> None:
    spread = Spread((Result(1, Ending.DEAL, 700), Result(2, Ending.NO_DEAL, 0), Result(3, Ending.DEAL, -1800)), 1100)

    assert drill_picture(spread, "USD").alt == (
        "3 games: 2 a deal, 1 no deal. Against the alternative they range from -$18 to +$7, with $0 in the middle. "
        "The best there was: +$11."
    )


@settings(max_examples=15)
@given(RESULTS, st.integers(0, 10**9))
def test_any_results_can_be_drawn(results: list[Result], best: int) -> None:
    picture = drill_picture(Spread(tuple(results), best), "USD")

    assert Image.open(BytesIO(picture.png)).size == (1000, 700)
    assert len(picture.alt) <= 1024
