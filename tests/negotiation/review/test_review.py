"""The review as a whole: laws over any session, and sessions that a person can follow."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.negotiation.moves import Accept, CiteAlternative, ComeBack, LetGo, Offer, SmallTalk, WalkAway
from bot.negotiation.record import StepKind, take
from bot.negotiation.review import BrokenRecord, Grade, Search, review
from bot.negotiation.review.grading import accuracy, grade
from tests.negotiation.play import scenario_and_world, scenarios, sessions
from tests.negotiation.review.sessions import advised, record

worlds = [pytest.param(s, w, id=f"{s.id}/{w.id}") for s in scenarios() for w in s.worlds]
AWAY = (WalkAway(reachable=True),)


@st.composite
def records(draw):
    scenario = draw(st.sampled_from(scenarios()))
    world = draw(st.sampled_from(scenario.worlds))
    return scenario, world, record(scenario, world, draw(sessions(scenario, max_size=6)))


@settings(max_examples=40, deadline=None)
@given(records())
def test_laws_of_any_session(drawn):
    scenario, world, steps = drawn
    found = review(scenario, world, steps)
    for move in found.moves:
        assert move.best.value >= move.played - 1e-9
        assert move.loss == pytest.approx(move.value - move.played)
        assert move.grade is grade(move.loss)
        assert move.accuracy == accuracy(move.loss)
        assert move.cost == round(move.loss * scenario.best_gain)
        assert (move.reason is not None) == move.grade.is_costly
        assert world.id in move.belief
        assert found.curve[move.step - 1].value == move.value
        if move.reason is not None:
            assert move.reason.recovers >= 0.6 * move.loss - 1e-9
    assert len(found.curve) == len(steps)
    assert all(found.moves[index].grade.is_costly for index in found.key_moments)
    spared = [move.loss for index, move in enumerate(found.moves) if index not in found.key_moments]
    assert all(found.moves[index].loss >= max(spared, default=0) - 1e-9 for index in found.key_moments[:1])


@settings(max_examples=15, deadline=None)
@given(records())
def test_the_same_session_has_the_same_review(drawn):
    scenario, world, steps = drawn
    shared = Search(scenario)
    review(scenario, world, steps, shared)
    assert review(scenario, world, steps, shared) == review(scenario, world, steps)


@pytest.mark.parametrize(("scenario", "world"), worlds)
def test_a_session_played_by_the_advice_has_no_inaccuracy(scenario, world):
    search = Search(scenario)
    steps = advised(scenario, world, search)
    found = review(scenario, world, steps, search)
    assert {move.grade for move in found.moves} == {Grade.BEST}
    assert found.accuracy == pytest.approx(100)
    assert found.key_moments == ()


def test_paying_more_than_the_alternative_is_a_blunder():
    daybed, world = scenario_and_world("daybed", "under-target")
    (move,) = review(daybed, world, record(daybed, world, [(Accept(),)])).moves
    assert move.grade is Grade.BLUNDER
    assert move.best.value > 0 > move.played


def test_stopping_is_no_move():
    daybed, world = scenario_and_world("daybed", "slow-week")
    opened = take(daybed, world, None, StepKind.OPENED)
    steps = [opened, take(daybed, world, opened.after, StepKind.SAID, (CiteAlternative(18400), Offer(17000)))]
    left = [*steps, take(daybed, world, steps[-1].after, StepKind.LEFT)]
    stopped = review(daybed, world, left)
    assert stopped.moves == review(daybed, world, steps).moves
    assert stopped.curve[-1].value == stopped.curve[-2].value
    assert review(daybed, world, [left[0], take(daybed, world, left[0].after, StepKind.LEFT)]).moves == ()


def test_fair_judges_by_what_was_known_and_hindsight_by_what_was_true():
    """Leaving a store full of buyers costs nothing there, but who could know at the start?"""
    daybed, world = scenario_and_world("daybed", "waiting")
    (move, *_) = review(daybed, world, record(daybed, world, [AWAY])).moves
    assert move.loss > 0.05
    assert move.hindsight_loss == 0


def test_what_was_seen_narrows_what_is_believed():
    daybed, world = scenario_and_world("daybed", "under-target")
    naming = (CiteAlternative(daybed.walk_away_point), Offer(17000))
    first, second, *_ = review(daybed, world, record(daybed, world, [naming, AWAY, (Accept(),)])).moves
    assert set(first.belief) == {w.id for w in daybed.worlds}
    assert second.belief["under-target"] > first.belief["under-target"]


def test_small_talk_is_no_move():
    daybed, world = scenario_and_world("daybed", "slow-week")
    found = review(daybed, world, record(daybed, world, [(SmallTalk(),)], ends=False))
    assert found.moves == ()
    assert found.accuracy is None
    assert len(found.curve) == 2


def test_an_unfinished_session_is_reviewed_as_far_as_it_went():
    daybed, world = scenario_and_world("daybed", "slow-week")
    steps = record(daybed, world, [(Offer(17000),)], ends=False)
    assert [move.step for move in review(daybed, world, steps).moves] == [1]


def test_coming_back_before_the_wait_is_over_is_weighed_against_waiting():
    daybed, world = scenario_and_world("daybed", "under-target")
    steps = [take(daybed, world, None, StepKind.OPENED)]
    for message in ((CiteAlternative(18400), Offer(17000)), AWAY, (ComeBack(),)):
        steps.append(take(daybed, world, steps[-1].after, StepKind.SAID, message))
    back = review(daybed, world, steps).moves[-1]
    assert back.loss > 0.1
    assert back.best.message == ()


def test_letting_a_leaving_counterpart_go_is_a_decision_made_by_waiting():
    clerk, world = scenario_and_world("daybed-clerk", "needs-it")
    steps = record(clerk, world, [(Offer(20200),)] * 3)
    found = review(clerk, world, steps)
    assert (LetGo(),) in [move.message for move in found.moves]


def test_a_record_of_something_else_is_refused():
    daybed, world = scenario_and_world("daybed", "slow-week")
    steps = record(daybed, world, [(Accept(),)])
    with pytest.raises(BrokenRecord):
        review(daybed, world, steps[1:])
    with pytest.raises(BrokenRecord):
        review(daybed, world, [*steps, steps[1]])
