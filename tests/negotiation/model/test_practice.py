"""Practices under the second model: what is read becomes its messages, and what it decides is told in common words."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.negotiation.acts import Act, NoteKind, Outcome
from bot.negotiation.analyst import Analyst, analyst_for
from bot.negotiation.model.practice import inner_of, kind_of
from bot.negotiation.model.scenario import game_of
from bot.negotiation.model.shapes.catalog import SHAPES
from bot.negotiation.moves import (
    Accept,
    Ask,
    BeCourteous,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    HoldFirm,
    LetGo,
    Message,
    Move,
    Offer,
    Place,
    RequestConcession,
    RequestExtra,
    SmallTalk,
    Stall,
    StrikeAddOn,
    Topic,
    WalkAway,
)
from bot.negotiation.record import Step, StepKind, replay, step_from_plain, take, to_plain
from bot.negotiation.review.tracking import BrokenRecord
from bot.negotiation.scenario import Scenario, World
from tests.shaped import shaped

LATE = shaped("late-add-on")
LEASE = shaped("relationship")
SCENARIOS = {each.id: each for each in (shaped(shape, side) for shape in SHAPES for side in ("buyer", "seller"))}


@cache
def analyst_of(id: str) -> Analyst[Any]:
    return analyst_for(SCENARIOS[id])


def opened(scenario: Scenario, world: str) -> tuple[World, list[Step]]:
    chosen = scenario.world(world)
    return chosen, [take(scenario, chosen, None, StepKind.OPENED)]


def say(scenario: Scenario, world: World, steps: list[Step], *messages: Message) -> Step:
    for message in messages:
        steps.append(take(scenario, world, steps[-1].after, StepKind.SAID, message))
    return steps[-1]


def test_a_give_that_is_named_stands_beside_the_counter() -> None:
    world, steps = opened(LEASE, "change-1")
    step = say(LEASE, world, steps, (RequestExtra("long"),))
    assert step.response.act is Act.COUNTER
    assert step.response.taken == {"long"}
    assert step.after.extras == {"long"}
    assert step.response.ask < 20000  # it dreads a change, so this is worth much to it


@pytest.mark.parametrize("wish", [RequestExtra("long"), RequestExtra("extra")])
def test_a_wish_without_a_price_is_no_deal(wish: Move) -> None:
    world, steps = opened(LEASE, "change-1")
    assert say(LEASE, world, steps, (wish,)).after.outcome is None


def test_a_give_of_no_use_moves_no_price_and_that_shows() -> None:
    world, steps = opened(LEASE, "list-1")
    step = say(LEASE, world, steps, (Offer(17000),), (RequestExtra("long"),))
    assert NoteKind.NO_USE in {note.kind for note in step.response.notes}
    assert step.response.ask == steps[-2].response.ask


def test_a_new_price_keeps_what_was_given() -> None:
    world, steps = opened(LEASE, "bills-1")
    say(LEASE, world, steps, (Offer(15500, frozenset({"ahead"})),), (Offer(16000),))
    state = inner_of(steps[-1].after)
    assert steps[-1].after.extras >= {"ahead"} or steps[-1].after.outcome is Outcome.DEAL
    assert state.credibility == 3  # nothing was taken back


def test_an_ask_that_was_refused_is_not_part_of_the_next_offer() -> None:
    world, steps = opened(LEASE, "list-1")
    say(LEASE, world, steps, (Offer(15500, frozenset({"extra"})),))
    assert steps[-1].response.refused == {"extra"}
    say(LEASE, world, steps, (Offer(16500),))
    assert "extra" not in game_of(LEASE.model).ids(inner_of(steps[-1].after).wanted)  # type: ignore[arg-type]


def test_to_strike_the_add_on_takes_its_part_of_the_price_off() -> None:
    world, steps = opened(LATE, "short-1")
    step = say(LATE, world, steps, (GiveReason("promise"), StrikeAddOn()))
    state = inner_of(step.after)
    assert state.demand == 2800
    assert step.after.extras == frozenset()
    kinds = {note.kind for note in step.response.notes}
    assert (NoteKind.WITHOUT in kinds) == step.after.struck
    assert NoteKind.WITHOUT in kinds or NoteKind.STRUCK in kinds


def test_an_insult_cools_or_ends_the_talk_and_says_so() -> None:
    for name, expected in (("short-1", Act.COOL), ("waiting-2", Act.CLOSE)):
        world, steps = opened(LATE, name)
        step = say(LATE, world, steps, (Offer(10000),))
        assert step.response.act is expected
        assert NoteKind.FAR_OFF in {note.kind for note in step.response.notes}


def test_a_question_about_nothing_of_its_topics_costs_nothing() -> None:
    world, steps = opened(LATE, "short-1")
    step = say(LATE, world, steps, (Ask(Topic.WHO_DECIDES),))
    assert step.response.act is Act.TALK
    assert step.after.round == 0


def test_luck_decides_what_is_answered_and_stands_in_the_id() -> None:
    world = LEASE.world("change-1").with_luck(12345)
    assert LEASE.world(world.id) == world
    assert kind_of(LEASE, world) == kind_of(LEASE, LEASE.world("change-1"))
    heard: set[str] = set()
    for luck in range(40):
        lucky = LEASE.world("change-1").with_luck(luck)
        steps = [take(LEASE, lucky, None, StepKind.OPENED)]
        heard.add(say(LEASE, lucky, steps, (Ask(Topic.INTEREST),)).response.answers[0][1])
    assert "stay" in heard
    assert len(heard) > 1


def test_leaving_with_kind_words_is_leaving_with_thanks() -> None:
    world, steps = opened(LATE, "short-1")
    say(LATE, world, steps, (BeCourteous(), WalkAway(reachable=True)))
    assert inner_of(steps[-1].after).thankful
    assert steps[-1].response.wait is not None


def test_a_step_comes_back_from_its_record() -> None:
    world, steps = opened(LEASE, "tired-2")
    say(LEASE, world, steps, (BeCourteous(), Ask(Topic.INTEREST)), (Offer(15000, frozenset({"work"})),))
    assert [step_from_plain(to_plain(step)) for step in steps] == steps
    assert replay(LEASE, world, steps) == steps


def a_move(scenario: Scenario) -> st.SearchStrategy[Move]:
    extras = [extra.id for extra in scenario.extras]
    offers = st.builds(
        Offer,
        st.integers(100, 260).map(lambda price: price * 100),
        st.frozensets(st.sampled_from(extras), max_size=2),
    )
    plain: list[Move] = [
        Accept(),
        HoldFirm(),
        RequestConcession(),
        StrikeAddOn(),
        CiteAlternative(scenario.walk_away_point),
        CiteAlternative(),
        Stall(),
        WalkAway(),
        WalkAway(reachable=True),
        ComeBack(),
        CallAfter(),
        LetGo(),
        SmallTalk(),
        BeCourteous(),
        *(Ask(topic) for topic in Topic),
        *(GiveReason(kind) for kind in ("promise", "loyalty", "market")),
        *(RequestExtra(extra) for extra in extras),
    ]
    return st.one_of(offers, st.sampled_from(plain))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_talk_goes_on_is_recorded_and_is_reviewed(data: st.DataObject) -> None:
    scenario = SCENARIOS[data.draw(st.sampled_from(sorted(SCENARIOS)))]
    world = data.draw(st.sampled_from(scenario.worlds)).with_luck(data.draw(st.integers(0, 2**64 - 1)))
    steps = [take(scenario, world, None, StepKind.OPENED)]
    for message in data.draw(st.lists(st.lists(a_move(scenario), min_size=1, max_size=3).map(tuple), max_size=6)):
        state = steps[-1].after
        if state.place is Place.OVER:
            break
        if state.pending is not None and data.draw(st.booleans()):
            steps.append(take(scenario, world, state, StepKind.TIME))
        else:
            say(scenario, world, steps, message)
    last = steps[-1]
    assert [step_from_plain(to_plain(step)) for step in steps] == steps
    if last.after.outcome is Outcome.DEAL:
        assert last.response.ask == scenario.price_at(last.after.given)
        assert last.response.extras == last.after.extras
    found = analyst_of(scenario.id).review(world, steps)
    assert len(found.curve) == len(steps)
    for move in found.moves:
        assert move.loss >= -1e-9
        assert abs(move.best.value - move.played - move.loss) < 1e-9
        assert (move.reason is not None) == move.grade.is_costly


def test_a_record_of_another_truth_cannot_be_reviewed() -> None:
    world, steps = opened(LEASE, "change-1")
    say(LEASE, world, steps, (Offer(16000, frozenset({"long"})),))
    with pytest.raises(BrokenRecord):
        analyst_for(LEASE).review(LEASE.world("list-2"), steps)
    with pytest.raises(BrokenRecord):
        analyst_for(LEASE).review(world, steps[1:])
