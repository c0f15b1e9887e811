from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.rating import (
    AUTHOR_COUNTS,
    LEVEL,
    Hardness,
    Rating,
    after_session,
    expected,
    hardness,
    of_scenario,
    score,
)

scores = st.floats(0, 1)
ratings = st.builds(Rating, st.floats(0, 50), st.floats(0.5, 8.4))


def test_a_beginner_starts_at_1500_and_is_not_compared_yet() -> None:
    beginner = Rating()

    assert (beginner.points, beginner.within, beginner.is_provisional) == (1500, 333, True)


def test_levels_start_apart() -> None:
    assert [of_scenario(level).points for level in (1, 2, 3)] == [1333, 1500, 1667]


@given(ratings, ratings, scores, scores, scores)
def test_a_better_score_never_gives_a_lower_rating(
    me: Rating, it: Rating, one: float, other: float, gains: float
) -> None:
    low, high = sorted((one, other))

    assert after_session(me, it, low, gains).mean <= after_session(me, it, high, gains).mean + 1e-9


@given(ratings, ratings, scores, scores)
def test_help_lowers_what_can_be_won_and_keeps_what_can_be_lost(
    me: Rating, it: Rating, scored: float, gains: float
) -> None:
    alone, helped = after_session(me, it, scored), after_session(me, it, scored, gains)

    if alone.mean <= me.mean:
        assert helped == alone
    else:
        assert helped.mean - me.mean == pytest.approx((alone.mean - me.mean) * gains, abs=1e-9)
    assert after_session(me, it, scored, 0.0).mean <= me.mean


@given(ratings, st.integers(1, 3), scores)
def test_a_result_says_no_more_than_a_level_up_or_down(me: Rating, level: int, scored: float) -> None:
    found = hardness(me, level, scored)

    assert abs(found - of_scenario(level).mean) <= LEVEL + 1e-9
    assert found >= hardness(me, level, min(1, scored + 0.1))


def test_the_expected_result_says_what_the_author_said() -> None:
    me, it = Rating(27, 3), of_scenario(2)

    assert hardness(me, 2, expected(me, it)) == pytest.approx(it.mean)


@pytest.mark.parametrize("members", [1, 5, 50, 5000])
def test_members_move_a_scenario_by_so_much_and_never_by_more_than_a_level(members: int) -> None:
    hardest = Hardness(members, members * (of_scenario(2).mean + LEVEL))

    moved = of_scenario(2, hardest).mean - of_scenario(2).mean
    assert moved == pytest.approx(LEVEL * members / (AUTHOR_COUNTS + members))
    assert moved < LEVEL
    assert of_scenario(2, hardest).spread < of_scenario(2).spread


@given(ratings, ratings)
def test_the_expected_score_changes_no_mean(me: Rating, it: Rating) -> None:
    after = after_session(me, it, expected(me, it))

    assert after.mean == pytest.approx(me.mean, abs=1e-4)


def test_sessions_make_it_surer_and_never_so_sure_that_nothing_can_change_it() -> None:
    me, spreads = Rating(), list[float]()
    for _ in range(200):
        me = after_session(me, of_scenario(2), 0.5)
        spreads.append(me.spread)

    assert spreads[:30] == sorted(spreads[:30], reverse=True)
    assert 0.5 < spreads[-1] < Rating().spread / 3


@pytest.mark.parametrize("no_score", [-0.01, 1.01])
def test_a_score_lies_between_0_and_1(no_score: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        after_session(Rating(), Rating(), no_score)


def test_ratings_find_the_strength_of_who_plays() -> None:
    """A member who keeps 80 % of what there is against level 2 ends where 80 % is what is expected."""
    me, it = Rating(), of_scenario(2)
    for _ in range(300):
        me = after_session(me, it, 0.8)

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
