"""Fixed strategies and best play, against the shipped scenarios and against some that teach nothing."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from bot.content.library import load_library
from bot.negotiation.acts import Outcome
from bot.negotiation.moves import Accept, WalkAway
from bot.negotiation.review import Search
from bot.negotiation.simulation import NAIVE, play_through, simulate, teaching_problems
from bot.negotiation.simulation.playing import ROWS
from bot.negotiation.simulation.strategies import (
    ALWAYS_ACCEPT,
    BLUFF,
    HAGGLE,
    NAME_AND_WALK,
    STRATEGIES,
    at_random,
    best_play,
)
from bot.terminal.simulate_command import simulate as simulate_command
from tests.negotiation.play import KNOWLEDGE, scenario_and_world, scenarios
from tests.negotiation.review import brute

TABLE = brute.small(brute.NEEDS_IT, brute.BUSY, brute.AT_THE_DESK)


def share_of(strategy, scenario_id, world_id):
    scenario, world = scenario_and_world(scenario_id, world_id)
    return play_through(scenario, scenario.worlds.index(world), strategy)


def test_accepting_takes_the_first_price():
    played = share_of(ALWAYS_ACCEPT, "daybed", "slow-week")
    assert played.messages == ((Accept(),),)
    assert played.state.given == 0


def test_a_haggler_never_leaves_and_never_goes_without_a_deal():
    played = share_of(HAGGLE, "daybed", "waiting")
    assert played.state.outcome is Outcome.DEAL
    assert played.share < 0
    assert played.walks == 0


def test_naming_and_walking_gets_more_than_haggling_where_they_need_the_sale():
    assert share_of(NAME_AND_WALK, "daybed", "under-target").share > share_of(HAGGLE, "daybed", "under-target").share


def test_naming_and_walking_ends_elsewhere_where_they_do_not():
    played = share_of(NAME_AND_WALK, "daybed", "waiting")
    assert (played.state.outcome, played.share) == (None, 0.0)


def test_a_bluffer_leaves_and_comes_back():
    played = share_of(BLUFF, "daybed", "own-decision")
    assert played.walks == 1
    assert played.state.walked_back == 1


def test_the_same_seed_says_the_same():
    scenario, _ = scenario_and_world("daybed", "slow-week")
    assert play_through(scenario, 1, at_random(3)) == play_through(scenario, 1, at_random(3))
    assert len({play_through(scenario, 1, at_random(seed)).messages for seed in range(8)}) > 4


@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.id)
def test_best_play_is_worth_its_value_and_no_fixed_strategy_beats_it(scenario):
    search = Search(scenario)
    best = best_play(search)
    mean = sum(w.chance * play_through(scenario, i, best).share for i, w in enumerate(scenario.worlds))
    for strategy in STRATEGIES:
        other = sum(w.chance * play_through(scenario, i, strategy).share for i, w in enumerate(scenario.worlds))
        assert other <= mean + 1e-9, strategy.id


def test_the_table_has_every_strategy_and_world():
    heard = []
    table = simulate(TABLE, done=heard.append)
    assert len(heard) == len(table.rows) == ROWS
    assert table.row("best").mean == pytest.approx(brute.value(brute.small(*TABLE.worlds)), abs=1e-9)
    assert table.row("never-read").mean <= table.row("best").mean + 1e-9
    assert all(set(row.by_world) == {w.id for w in TABLE.worlds} for row in table.rows if row.by_world is not None)
    assert max(row.mean for row in table.rows) == table.row("best").mean
    with pytest.raises(KeyError):
        table.row("no-such-strategy")


def test_how_often_best_play_walks_is_weighed_by_the_chances():
    row = simulate(TABLE).row("best")
    walked = sum(
        world.chance
        for index, world in enumerate(TABLE.worlds)
        if any(
            isinstance(move, WalkAway)
            for message in play_through(TABLE, index, best_play(Search(TABLE))).messages
            for move in message
        )
    )
    assert row.walks == pytest.approx(walked)


def test_the_daybed_teaches():
    scenario, _ = scenario_and_world("daybed", "slow-week")
    assert teaching_problems(scenario) == ()


def test_a_scenario_with_one_world_has_nothing_to_find_out():
    (problem, *_) = [p for p in teaching_problems(brute.small(brute.NEEDS_IT)) if "Reading" in p]
    assert problem.startswith("Reading the counterpart is worth nothing")


def test_a_scenario_where_the_first_price_is_good_does_not_teach_walking():
    generous = brute.small(brute.BUSY, replace(brute.BUSY, id="busy-too"), alternative=13000)
    assert any(problem.startswith("The tactic hardly pays") for problem in teaching_problems(generous))


def test_a_habit_that_is_best_everywhere_is_named():
    problems = teaching_problems(brute.small(brute.NEEDS_IT))
    assert any("is best in every world" in problem for problem in problems)


def test_naive_strategies_are_the_four_of_the_check():
    assert [strategy.id for strategy in NAIVE] == ["accept", "haggle", "walk-at-once", "bluff"]


def output(*ids, as_json):
    out = io.StringIO()
    console = Console(file=out, width=160, color_system=None)
    return simulate_command(load_library(KNOWLEDGE), ids, as_json, console), out.getvalue()


def test_the_command_prints_a_table_and_a_verdict():
    status, text = output("daybed", as_json=False)
    assert status == 0
    assert "Best play" in text
    assert "under-target" in text
    assert "daybed: teaches what it says." in text


def test_the_command_prints_one_json_object_a_line():
    status, text = output("daybed", as_json=True)
    (row,) = [json.loads(line) for line in text.splitlines()]
    assert status == 0
    assert row["scenario"] == "daybed"
    assert row["problems"] == []
    assert {strategy["id"] for strategy in row["strategies"]} >= {"best", "never-read", "random", "haggle"}


def test_an_unknown_scenario_is_a_sentence():
    status, text = output("no-such-place", as_json=False)
    assert status == 1
    assert "There is no scenario called 'no-such-place'" in text
