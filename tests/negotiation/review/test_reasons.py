"""Each reason by construction: a session in which one thing is wrong, and that thing is what the review names."""

from __future__ import annotations

import pytest

from bot.content.library import load_library
from bot.negotiation.money import minor_per_major
from bot.negotiation.moves import (
    Accept,
    Ask,
    BeRude,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    HoldFirm,
    Offer,
    RequestExtra,
    ShowEagerness,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.reading import Known, read
from bot.negotiation.record import StepKind, take
from bot.negotiation.review import ReasonKind, Search, review
from bot.negotiation.review.tracking import turns
from bot.negotiation.review.words import PASSAGES, in_words, why, whys
from tests.negotiation.play import KNOWLEDGE, scenario_and_world, scenarios

NAMED = (CiteAlternative(18400), Offer(15800))
BARGAINING = (NAMED, (Threaten(), Offer(16000)), (GiveReason(), Offer(16200)), (Offer(16400),), (Offer(16600),))
AWAY = (WalkAway(reachable=True),)
WAIT = None

WRONG = {
    ReasonKind.EAGER: ("daybed", "under-target", NAMED, (Offer(16000), *[ShowEagerness()] * 3)),
    ReasonKind.RUDE: ("daybed", "own-decision", NAMED, (Offer(16000), *[BeRude()] * 5)),
    ReasonKind.EMPTY_THREAT: (
        "daybed",
        "own-decision",
        NAMED,
        (Threaten(), Offer(16000)),
        (Threaten(), Threaten(), Offer(16100)),
    ),
    ReasonKind.ALTERNATIVE_VAGUE: (
        "salary-offer",
        "alone-on-the-list",
        (WalkAway(reachable=False),),
        WAIT,
        (CiteAlternative(), Offer(9050000)),
    ),
    ReasonKind.ALTERNATIVE_UNBELIEVED: (
        "phone-contract",
        "leavers-week",
        (Offer(2000),),
        (CiteAlternative(2450), WalkAway(reachable=True)),
    ),
    ReasonKind.WALKED_FROM_GOOD_TERMS: (
        "daybed-clerk",
        "halfway",
        AWAY,
        WAIT,
        (CiteAlternative(21840), Offer(18700)),
        AWAY,
    ),
    ReasonKind.NOT_ASKED: (
        "daybed-clerk",
        "other-store",
        (CiteAlternative(21840), *AWAY),
        (Offer(19300),),
        (CiteAlternative(), Offer(19500)),
    ),
    ReasonKind.UNREACHABLE: (
        "car-dealership",
        "waits-a-day",
        (CiteAlternative(1430000), Offer(1305000)),
        (WalkAway(reachable=False),),
    ),
    ReasonKind.WORSE_THAN_ALTERNATIVE: ("daybed", "waiting", (Accept(),)),
    ReasonKind.WALKED_BACK: ("daybed", "under-target", NAMED, AWAY, (ComeBack(),)),
    ReasonKind.CHASED: ("daybed-clerk", "needs-it", *[(HoldFirm(),)] * 3, (CallAfter(),)),
    ReasonKind.LET_LEAVE: ("daybed-clerk", "proud", (HoldFirm(),), (HoldFirm(),), WAIT),
    ReasonKind.PASSED_LAST_WORD: (
        "daybed",
        "own-decision",
        *BARGAINING,
        (Offer(16800),),
        (Offer(16900),),
        (Offer(17000),),
        (HoldFirm(),),
    ),
    ReasonKind.GAVE_TOO_MUCH: ("daybed", "own-decision", *BARGAINING, (Offer(18300),)),
    ReasonKind.OPENED_LOW: ("daybed", "under-target", (CiteAlternative(18400), Offer(18300))),
    ReasonKind.LARGE_CONCESSION: ("daybed", "under-target", NAMED, (Threaten(), Offer(18300))),
    ReasonKind.ROUND_UNUSED: ("daybed", "own-decision", NAMED, *[(Ask(Topic.WHY),)] * 6),
    ReasonKind.ACCEPTED_TOO_SOON: ("daybed", "own-decision", *BARGAINING, (Accept(),)),
    ReasonKind.WALKED_TOO_SOON: ("daybed", "own-decision", NAMED, AWAY),
    ReasonKind.STAYED: ("car-dealership", "old-stock", (Offer(1440000),), (Offer(1450000),)),
}


def played(scenario, world, messages):
    """The steps of a session in which nobody waits but where it says so, and for an answer to leaving at the end."""
    steps = [take(scenario, world, None, StepKind.OPENED)]
    for message in messages:
        match message:
            case None:
                steps.append(take(scenario, world, steps[-1].after, StepKind.TIME))
            case StepKind.LEFT:
                steps.append(take(scenario, world, steps[-1].after, StepKind.LEFT))
            case _:
                steps.append(take(scenario, world, steps[-1].after, StepKind.SAID, message))
    return steps


def last_of(scenario_id, world_id, *messages):
    scenario, world = scenario_and_world(scenario_id, world_id)
    return scenario, review(scenario, world, played(scenario, world, messages)).moves[-1]


@pytest.mark.parametrize("kind", WRONG, ids=str)
def test_the_one_thing_that_was_wrong_is_named(kind):
    _, move = last_of(*WRONG[kind])
    assert move.reason is not None
    assert move.reason.kind is kind


@pytest.mark.parametrize("kind", WRONG, ids=str)
def test_undoing_that_thing_wins_back_most_of_the_loss(kind):
    scenario_id, world_id, *messages = WRONG[kind]
    scenario, world = scenario_and_world(scenario_id, world_id)
    steps = played(scenario, world, messages)
    move = review(scenario, world, steps).moves[-1]
    *_, turn = turns(scenario, world, steps)
    undone = Search(scenario).value_of(turn.position, move.reason.instead)
    assert undone - move.played == pytest.approx(move.reason.recovers, abs=1e-9)
    assert undone - move.played >= 0.6 * move.loss


def test_an_offer_that_was_taken_is_not_explained_by_an_extra_that_would_have_been_refused():
    _, move = last_of("car-dealership", "old-stock", (Offer(1520000),), (CiteAlternative(1430000), Offer(1550000)))
    assert move.reason.kind is not ReasonKind.EXTRA_NOT_ASKED


def test_leaving_is_called_for_where_it_is_the_best_move():
    _, move = last_of(*WRONG[ReasonKind.STAYED])
    assert any(isinstance(m, WalkAway) for m in move.best.message)


def test_a_good_move_has_no_reason_and_no_words():
    daybed, move = last_of("daybed", "under-target", NAMED)
    assert move.reason is None
    assert why(daybed, move, load_library(KNOWLEDGE).coach) is None


@pytest.mark.parametrize("kind", WRONG, ids=str)
def test_a_reason_that_comes_up_again_refers_to_the_costliest(kind):
    scenario, move = last_of(*WRONG[kind])
    told = whys(scenario, [move] * 6, load_library(KNOWLEDGE).coach)
    assert all("move 1" in sentence for sentence in told[len(load_library(KNOWLEDGE).coach.lines[f"why_{kind}"]) :])
    assert "move 1" not in told[0]


def test_naming_an_alternative_that_is_no_better_than_the_table_is_never_called_for():
    """Nora offers $177 from the start, and next week's markdown brings $168."""
    _, move = last_of("daybed-clerk", "halfway", (Accept(),))
    assert CiteAlternative(16800) not in (*move.reason.instead, *move.best.message)


def test_every_reason_has_a_passage_that_is_there():
    there = {passage for tactic in load_library(KNOWLEDGE).tactics.values() for passage in tactic.passages}
    assert set(PASSAGES) == set(ReasonKind)
    assert set(PASSAGES.values()) <= there


@pytest.mark.parametrize("kind", WRONG, ids=str)
def test_why_and_the_better_move_in_words(kind):
    scenario, move = last_of(*WRONG[kind])
    coach = load_library(KNOWLEDGE).coach
    for text in (
        why(scenario, move, coach),
        in_words(scenario, scenario.price_at(move.state.given), move.best.message, coach),
    ):
        assert text
        assert "{" not in text
        assert text == " ".join(text.split())
        assert text[0] == text[0].upper()


@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.id)
def test_what_is_advised_can_be_typed_and_is_understood(scenario):
    coach = load_library(KNOWLEDGE).coach
    known = Known(
        scenario.side,
        scenario.list_price,
        scenario.opening_ask,
        per_major=minor_per_major(scenario.currency),
        extras=scenario.extras,
    )
    messages = [
        (Offer(scenario.brief.target),),
        (Offer(scenario.brief.target, frozenset(extra.id for extra in scenario.extras)),),
        (Accept(),),
        (HoldFirm(),),
        (Threaten(),),
        AWAY,
        *((RequestExtra(extra.id),) for extra in scenario.extras),
        *((Ask(topic),) for topic in scenario.answers),
    ]
    for message in messages:
        text = in_words(scenario, scenario.opening_ask, message, coach)
        reading = read(text, known)
    asked = () if reading.doubt is None else reading.doubt.options
    assert set(message) <= {*reading.moves, *asked}, text


def test_where_nothing_is_to_be_said_it_says_so():
    daybed, move = last_of(*WRONG[ReasonKind.WALKED_BACK])
    assert move.best.message == ()
    assert in_words(daybed, 17700, (), load_library(KNOWLEDGE).coach).startswith("*")
