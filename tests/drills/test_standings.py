from __future__ import annotations

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.drills.standings import Ending, Result, Spread, standings

GAINS = st.lists(st.integers(-5000, 5000), max_size=40)


def results(gains: list[int]) -> list[Result]:
    return [Result(seat, Ending.DEAL, gain) for seat, gain in enumerate(gains, 1)]


def test_equal_results_share_the_best_of_their_places() -> None:
    table = standings(results([0, 1500, 700, 1500]))

    assert [(each.result.seat, each.place, each.tied, each.points) for each in table] == [
        (2, 1, True, 2.5 / 3),
        (4, 1, True, 2.5 / 3),
        (3, 3, False, 1 / 3),
        (1, 4, False, 0.0),
    ]


def test_who_left_where_nothing_was_to_be_had_stands_above_who_bought() -> None:
    table = standings([Result(1, Ending.DEAL, -1800), Result(2, Ending.NO_DEAL, 0), Result(3, Ending.DEAL, -100)])

    assert [each.result.seat for each in table] == [2, 3, 1]


def test_who_plays_alone_has_a_place_and_no_points() -> None:
    (only,) = standings(results([300]))

    assert (only.place, only.points) == (1, None)


@given(GAINS)
def test_points_are_fair(gains: list[int]) -> None:
    table = standings(results(gains))

    assert sorted(each.result.seat for each in table) == list(range(1, len(gains) + 1))
    for better, worse in pairwise(table):
        assert better.result.gain >= worse.result.gain
        assert (better.place == worse.place) == (better.result.gain == worse.result.gain)
        assert (better.points == worse.points) == (better.result.gain == worse.result.gain)
    points = [each.points for each in table if each.points is not None]
    if points:
        assert abs(sum(points) / len(points) - 0.5) < 1e-9  # what one wins another loses
        assert 0 <= min(points) <= max(points) <= 1


@given(GAINS, st.randoms(use_true_random=False))
def test_the_order_in_which_people_finish_does_not_matter(gains: list[int], order: Random) -> None:
    shuffled = results(gains)
    order.shuffle(shuffled)

    assert standings(shuffled) == standings(results(gains))


@given(st.lists(st.integers(-5000, 5000), min_size=1, max_size=40), st.integers(0, 39), st.integers(1, 500))
def test_a_better_result_never_costs_its_seat_anything(gains: list[int], seat: int, more: int) -> None:
    seat %= len(gains)
    better = [gain + more if index == seat else gain for index, gain in enumerate(gains)]

    def of(everyone: list[int]) -> tuple[int, float]:
        mine = next(each for each in standings(results(everyone)) if each.result.seat == seat + 1)
        return mine.place, mine.points or 0.0

    (place, points), (new_place, new_points) = of(gains), of(better)
    assert new_place <= place
    assert new_points >= points


def test_the_group_as_a_whole() -> None:
    spread = Spread(tuple(results([-200, 0, 300, 900])), best=1400)

    assert (spread.median, spread.better_than_alternative, spread.worse_than_alternative) == (150, 2, 1)
