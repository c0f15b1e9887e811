from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.drills.costly import Cost, Costly, costliest

COSTS = st.lists(st.builds(Cost, st.integers(1, 9), st.integers(1, 9), st.sampled_from("abcde"), st.integers(1, 5000)))


def test_moves_are_put_together_by_what_was_wrong() -> None:
    costs = [Cost(1, 3, "eager", 500), Cost(2, 1, "eager", 700), Cost(2, 5, "eager", 100), Cost(3, 2, "rude", 900)]

    assert costliest(costs) == (
        Costly("eager", 2, 1300, Cost(2, 1, "eager", 700)),
        Costly("rude", 1, 900, Cost(3, 2, "rude", 900)),
    )


@given(COSTS)
def test_the_order_in_which_games_are_reviewed_makes_no_difference(costs: list[Cost]) -> None:
    assert costliest(costs) == costliest(list(reversed(costs)))


@given(COSTS)
def test_nothing_that_is_left_out_cost_more_than_what_is_told(costs: list[Cost]) -> None:
    told = costliest(costs)
    all_of_them = costliest(costs, most=len(costs) + 1)

    assert all_of_them[: len(told)] == told
    assert sum(each.total for each in all_of_them) == sum(cost.amount for cost in costs)
