from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.rating import Rating, after_session, expected, of_level, score

scores = st.floats(0, 1)
ratings = st.builds(Rating, st.floats(0, 50), st.floats(0.5, 8.4))


def test_a_beginner_starts_at_1500_and_is_not_compared_yet() -> None:
    beginner = Rating()

    assert (beginner.points, beginner.within, beginner.is_provisional) == (1500, 333, True)


def test_levels_start_apart() -> None:
    assert [of_level(level).points for level in (1, 2, 3)] == [1333, 1500, 1667]


@given(ratings, ratings, scores, scores)
def test_a_better_score_never_gives_a_lower_rating(me: Rating, it: Rating, one: float, other: float) -> None:
    low, high = sorted((one, other))
    worse, better = after_session(me, it, low), after_session(me, it, high)

    assert worse[0].mean <= better[0].mean + 1e-9
    assert worse[1].mean >= better[1].mean - 1e-9


@given(ratings, ratings)
def test_the_expected_score_changes_no_mean(me: Rating, it: Rating) -> None:
    after, _ = after_session(me, it, expected(me, it))

    assert after.mean == pytest.approx(me.mean, abs=1e-4)


def test_sessions_make_it_surer_and_never_so_sure_that_nothing_can_change_it() -> None:
    me, spreads = Rating(), list[float]()
    for _ in range(200):
        me, _ = after_session(me, of_level(2), 0.5)
        spreads.append(me.spread)

    assert spreads[:30] == sorted(spreads[:30], reverse=True)
    assert 0.5 < spreads[-1] < Rating().spread / 3


@pytest.mark.parametrize("no_score", [-0.01, 1.01])
def test_a_score_lies_between_0_and_1(no_score: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        after_session(Rating(), Rating(), no_score)


def test_ratings_find_the_strength_of_who_plays() -> None:
    """A member who keeps 80 % of what there is against level 2 ends where 80 % is what is expected."""
    me, it = Rating(), of_level(2)
    for _ in range(300):
        me, _ = after_session(me, it, 0.8)

    assert expected(me, it) == pytest.approx(0.8, abs=0.02)
    assert not me.is_provisional


@pytest.mark.parametrize(
    ("values", "losses", "scored"),
    [
        ([0.5], [0.0], 1.0),
        ([0.5, 0.4], [0.1, 0.15], 0.5),
        ([0.5, 1.0], [0.0, 0.5], 0.5),  # good news: more to be had, more to be lost
        ([0.5, 0.05], [0.0, 0.05], 0.9),  # bad news: little left to lose
        ([0.5], [1.4], 0.0),
        ([0.0], [0.0], 1.0),
        ([0.0], [0.2], 0.0),
        ([], [], 1.0),
    ],
)
def test_a_session_scores_what_was_kept_of_what_could_be_expected(
    values: list[float], losses: list[float], scored: float
) -> None:
    assert score(values, losses) == pytest.approx(scored)
