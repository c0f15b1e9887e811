from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.learning.next_best import Candidate, Needs, Suggestion, Why, next_best
from bot.learning.rating import Rating, of_scenario

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
LAMP = Candidate("lamp", 1, ("walk-away", "silence"), of_scenario(1))
BOAT = Candidate("boat", 1, ("flinch",), of_scenario(1))
HOUSE = Candidate("house", 3, ("deadline",), of_scenario(3))
ALL = [HOUSE, BOAT, LAMP]


def needs(
    *, due: Mapping[str, int] | None = None, weak: str | None = None, ago: Mapping[str, float] | None = None
) -> Needs:
    """What a beginner needs; `ago` says how many days ago each scenario was played."""
    played = {scenario: NOW - timedelta(days=days) for scenario, days in (ago or {}).items()}
    return Needs(Rating(), 1, due or {}, weak, played)


PLAYED = {"lamp": 20, "boat": 20, "house": 20}


def test_the_first_one_is_an_easy_one() -> None:
    assert next_best(ALL, needs(), NOW) == Suggestion("boat", Why.FIRST, None)


def test_the_costliest_habit_first() -> None:
    assert next_best(ALL, needs(weak="silence", ago=PLAYED), NOW) == Suggestion("lamp", Why.HABIT, "silence")


def test_then_what_is_due() -> None:
    assert next_best(ALL, needs(due={"flinch": 4}, ago=PLAYED), NOW) == Suggestion("boat", Why.DUE, "flinch")


def test_what_all_have_in_common_explains_no_choice() -> None:
    alike = [replace(each, tactics=("walk-away", *each.tactics)) for each in ALL]

    found = next_best(alike, needs(weak="walk-away", due={"flinch": 4}, ago=PLAYED), NOW)

    assert found == Suggestion("boat", Why.DUE, "flinch")
    assert next_best(alike[2:], needs(weak="walk-away", ago=PLAYED), NOW) == Suggestion("lamp", Why.HABIT, "walk-away")


def test_what_is_new_is_liked() -> None:
    assert next_best(ALL, needs(ago={"boat": 20, "house": 20}), NOW) == Suggestion("lamp", Why.NEW, None)


def test_what_was_played_just_now_is_left_for_later() -> None:
    ago = {**PLAYED, "lamp": 0.01}

    assert next_best(ALL, needs(weak="silence", ago=ago), NOW).scenario == "boat"


def test_a_beginner_is_not_sent_to_the_hardest() -> None:
    ago = {"lamp": 3, "boat": 3}

    assert next_best(ALL, needs(ago=ago), NOW).scenario != "house"


def test_who_is_strong_gets_what_is_hard() -> None:
    strong = replace(needs(ago=PLAYED), rating=Rating(35, 1.5), level=3)

    assert next_best(ALL, strong, NOW) == Suggestion("house", Why.NEAR, None)


@given(
    st.dictionaries(st.sampled_from(["lamp", "boat", "house"]), st.floats(0, 400)),
    st.dictionaries(st.sampled_from(["walk-away", "flinch", "deadline"]), st.integers(0, 9)),
    st.sampled_from([None, "silence", "flinch"]),
    st.permutations(ALL),
)
def test_the_order_of_the_candidates_makes_no_difference(
    ago: dict[str, float], due: dict[str, int], weak: str | None, order: list[Candidate]
) -> None:
    found = next_best(order, needs(due=due, weak=weak, ago=ago), NOW)

    assert found == next_best(ALL, needs(due=due, weak=weak, ago=ago), NOW)
    assert found.tactic is None or found.tactic in next(c for c in ALL if c.scenario == found.scenario).tactics
