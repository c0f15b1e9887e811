from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.negotiation.review import Grade
from bot.pictures.curve import Moment, curve_picture
from tests.services.lamp import LAMP, SLOW

PRICES = st.integers(1, 10**9)
MOMENTS = st.builds(
    Moment,
    value=st.floats(-9, 1),
    ask=PRICES,
    offer=st.none() | PRICES,
    number=st.none() | st.integers(1, 99),
    grade=st.none() | st.sampled_from(Grade),
)


@settings(max_examples=25)
@given(
    st.lists(MOMENTS, min_size=1, max_size=60), st.none() | st.integers(1, 60), st.sampled_from(["USD", "EUR", "JPY"])
)
def test_any_session_can_be_drawn(moments: list[Moment], number: int | None, currency: str) -> None:
    picture = curve_picture(replace(LAMP, currency=currency), SLOW, moments, number)

    assert Image.open(BytesIO(picture.png)).size == (1000, 980)
    assert 0 < len(picture.alt) <= 1024


def test_it_says_in_words_what_it_shows() -> None:
    moments = [
        Moment(0.5, 10000, None, None, None),
        Moment(0.2, 9500, 7000, 1, Grade.BLUNDER),
        Moment(0.25, 9000, 8500, 2, Grade.BEST),
    ]

    assert curve_picture(LAMP, SLOW, moments).alt == (
        "Your position was worth 50% of the gain at the start and 25% at the end. What cost most: move 1 (blunder). "
        "Their ask went from $100 to $90. Your offers went from $70 to $85. "
        "Your walk-away point was $90, their limit $80."
    )
