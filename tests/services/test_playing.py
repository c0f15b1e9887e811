"""A session from its brief to its debrief."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.negotiation.acts import Outcome
from bot.negotiation.moves import Accept, Ask, BeRude, HoldFirm, Move, Offer, Place, Topic, WalkAway
from bot.negotiation.scenario import Side
from bot.services.choosing import world_for
from bot.services.errors import (
    BadAmount,
    NoSuchScenario,
    NoSuchSession,
    NotYours,
    SessionOver,
    StillRunning,
)
from bot.services.practice import Practice
from bot.services.views import PostKind, Turn, Venue
from bot.storage import Storage
from tests.services.lamp import BUSY, LAMP, LEARNER, SLOW, STRANGER, THREAD, Clock, library_of


def kinds(turn: Turn) -> list[PostKind]:
    return [post.kind for post in turn.posts]


async def begin(practice: Practice, world: str = "slow") -> int:
    return (await practice.start(LEARNER, THREAD, world=world)).session.id


async def test_it_begins_with_the_brief_and_the_first_words(practice: Practice) -> None:
    turn = await practice.start(LEARNER, THREAD)

    assert kinds(turn) == [PostKind.BRIEF, PostKind.REPLY]
    brief, reply = turn.posts
    assert brief.body == {
        "title": "The lamp",
        "you": "You want a lamp.",
        "situation": "It has a scratch.",
        "on_the_table": "$100.",
        "side": "buyer",
        "counterpart": "Ann, at the till",
        "item": "the lamp",
        "currency": "USD",
        "opening_ask": 10000,
        "target": 8500,
        "walk_away_point": 9000,
        "alternative": "Bo's has it for $90.",
        "rounds": 8,
        "extras": [{"id": "bulb", "name": "a spare bulb", "worth": 500, "given": False}],
    }
    assert reply.text.startswith("It's $100. ")
    assert reply.body["ask"] == 10000


async def test_what_is_typed_is_read_and_answered(practice: Practice) -> None:
    session = await begin(practice)

    turn = await practice.hear(session, LEARNER, "I could pay $70.", cause="message:1")

    assert kinds(turn) == [PostKind.REPLY]
    assert turn.session.state.demand == 3000
    assert turn.posts[0].body == {
        "heard": "you offered $70",
        "event": 1,
        "act": "counter",
        "ask": turn.session.ask,
        "round": 1,
        "rounds": 8,
        "place": "at_table",
        "currency": "USD",
        "extras": [],
        "granted": [],
        "gives": [],
        "without": None,
        "refused": [],
        "wait": None,
    }


async def test_buttons_make_moves_without_reading(practice: Practice) -> None:
    session = await begin(practice)

    turn = await practice.press(session, LEARNER, (Ask(Topic.OTHER_BUYERS), Offer(7000)), cause="press:1")

    assert (turn.session.state.demand, turn.session.state.asked) == (3000, {Topic.OTHER_BUYERS})
    assert "Nobody." in turn.posts[0].text


async def test_a_deal_is_debriefed(practice: Practice) -> None:
    session = await begin(practice, "busy")

    turn = await practice.press(session, LEARNER, Accept(), cause="press:1")

    assert kinds(turn) == [PostKind.REPLY, PostKind.DEBRIEF]
    assert (turn.session.finished, turn.session.world) == (True, BUSY)
    debrief = turn.posts[1]
    assert {name: debrief.body[name] for name in ("outcome", "price", "surplus", "surplus_share", "left")} == {
        "outcome": "deal",
        "price": 10000,
        "surplus": -1000,
        "surplus_share": -1000 / 1200,
        "left": 500,
    }
    assert debrief.body["world"] == {
        "name": "A busy day",
        "truth": "Others wanted the lamp.",
        "alternative": "Somebody else pays $100.",
        "limit": 9500,
    }


async def test_the_debrief_can_be_asked_for_again(practice: Practice) -> None:
    session = await begin(practice, "busy")
    turn = await practice.press(session, LEARNER, (HoldFirm(), Accept()), cause="press:1")

    debrief = await practice.debrief(session)

    assert debrief.headline == turn.posts[1].text
    assert (debrief.world, debrief.result.outcome, debrief.result.deal_was_there) == (BUSY, Outcome.DEAL, False)
    (exchange,) = debrief.exchanges
    assert (exchange.text, exchange.did) == (None, "Say no, without a new price; Accept $100")
    assert exchange.words == turn.posts[0].text


async def test_extras_count_for_what_they_are_worth(practice: Practice) -> None:
    session = await begin(practice)

    turn = await practice.press(session, LEARNER, Offer(9900, frozenset({"bulb"})), cause="press:1")
    while not turn.session.finished:
        turn = await practice.press(
            session, LEARNER, Offer(9900, frozenset({"bulb"})), cause=f"press:{turn.session.round + 1}"
        )

    assert turn.posts[-1].body["extras"] == ["a spare bulb"]
    assert turn.posts[-1].body["surplus"] == 9000 - 9900 + 500


async def test_stopping_at_the_table_leaves_it_unfinished(practice: Practice) -> None:
    session = await begin(practice)

    turn = await practice.end(session, LEARNER, cause="press:1")

    body = turn.posts[-1].body
    assert (body["outcome"], body["price"], body["surplus"], body["surplus_share"]) == ("unfinished", None, None, None)


async def test_stopping_while_away_is_the_alternative(practice: Practice) -> None:
    session = await begin(practice)
    await practice.press(session, LEARNER, WalkAway(), cause="press:1")

    turn = await practice.end(session, LEARNER, cause="press:2")

    body = turn.posts[-1].body
    assert (body["outcome"], body["surplus"], body["surplus_share"], body["deal_was_there"]) == (
        "no_deal",
        0,
        0.0,
        True,
    )


async def test_nothing_hidden_is_told_before_the_end(practice: Practice) -> None:
    session = await begin(practice)

    assert (await practice.view(session)).world is None
    with pytest.raises(StillRunning, match="told at the end"):
        await practice.debrief(session)


@pytest.mark.parametrize(
    "text", ["", " \n", "\u200b" * 50, "😀😀", "e" + "\u0301" * 3000, "\0", "\ud83d", "x" * 4000, "9" * 500, "$1e400"]
)
async def test_any_text_gets_an_answer(practice: Practice, text: str) -> None:
    session = await begin(practice)

    turn = await practice.hear(session, LEARNER, text, cause="message:1")

    assert len(turn.posts) == 1
    assert turn.session.state.place is Place.AT_TABLE


async def test_what_comes_after_two_thousand_characters_is_not_read(practice: Practice) -> None:
    session = await begin(practice)

    turn = await practice.hear(session, LEARNER, "I see. " * 400 + " I'll pay $70.", cause="message:1")

    assert turn.session.state.demand is None


async def test_nothing_is_said_twice(practice: Practice) -> None:
    session = await begin(practice)

    said = [
        (await practice.hear(session, LEARNER, "Nice weather.", cause=f"message:{number}")).posts[0].text
        for number in range(20)
    ]

    assert len(set(said)) == 20


MOVING = [
    lambda practice, session, by: practice.hear(session, by, "ok", cause="x"),
    lambda practice, session, by: practice.press(session, by, Accept(), cause="x"),
    lambda practice, session, by: practice.choose(session, by, 0, cause="x"),
    lambda practice, session, by: practice.hint(session, by, cause="x"),
    lambda practice, session, by: practice.end(session, by, cause="x"),
]


@pytest.mark.parametrize("move", MOVING)
async def test_only_the_learner_moves(practice: Practice, move) -> None:
    session = await begin(practice)

    with pytest.raises(NotYours, match="Only the one who began this practice"):
        await move(practice, session, STRANGER)

    assert (await practice.view(session)).last_cause == "start"


@pytest.mark.parametrize("move", MOVING)
async def test_nothing_moves_once_it_is_over(practice: Practice, move) -> None:
    session = await begin(practice)
    await practice.end(session, LEARNER, cause="press:1")

    with pytest.raises(SessionOver):
        await move(practice, session, LEARNER)


@pytest.mark.parametrize("move", MOVING)
async def test_a_session_that_is_not_there(practice: Practice, move) -> None:
    with pytest.raises(NoSuchSession):
        await move(practice, 99, LEARNER)


@pytest.mark.parametrize("amount", [0, -5, 200_001, 10**15, 10**40])
async def test_an_offer_that_nobody_can_mean_is_refused(practice: Practice, amount: int) -> None:
    session = await begin(practice)

    with pytest.raises(BadAmount):
        await practice.press(session, LEARNER, Offer(amount), cause="press:1")


@pytest.mark.parametrize("move", [Offer(200_000), Offer(1), Offer(100, frozenset({"no such extra"})), BeRude()])
async def test_odd_moves_are_taken_in(practice: Practice, move: Move) -> None:
    session = await begin(practice)

    turn = await practice.press(session, LEARNER, move, cause="press:1")

    assert turn.session.last_cause == "press:1"


async def test_the_seed_alone_decides_world_and_words(storage: Storage, clock: Clock) -> None:
    async def played(seed: int) -> list[str]:
        turn = await practice.start(LEARNER, THREAD, seed=seed)
        texts = [post.text for post in turn.posts]
        for number, text in enumerate(["Hello", "I'd pay $80", "Then I'm leaving."]):
            turn = await practice.hear(turn.session.id, LEARNER, text, cause=f"message:{number}")
            texts += [post.text for post in turn.posts]
        return texts

    practice = Practice(storage, lambda: library_of(LAMP), clock, lambda: 0, lambda: "0")

    assert await played(5) == await played(5)
    assert await played(5) != await played(6)


def test_worlds_come_as_often_as_their_chances_say() -> None:
    slow = sum(world_for(LAMP, None, str(secret)) == SLOW for secret in range(2000))

    assert 1440 <= slow <= 1560  # three in four of 2000, give or take three standard deviations


@pytest.mark.parametrize("seed", [-1, 2**63])
async def test_a_seed_that_can_not_be_kept(practice: Practice, seed: int) -> None:
    with pytest.raises(BadAmount, match="The seed must be a whole number from 0 to"):
        await practice.start(LEARNER, THREAD, seed=seed)


async def test_a_world_that_is_not_there(practice: Practice) -> None:
    with pytest.raises(NoSuchScenario, match=r"'The lamp' has no world called 'x'. There is: busy, slow."):
        await practice.start(LEARNER, THREAD, world="x")


async def test_a_scenario_that_is_not_there(practice: Practice) -> None:
    with pytest.raises(NoSuchScenario, match="There is no scenario called 'lump'"):
        await practice.start(LEARNER, THREAD, scenario="lump")
    with pytest.raises(NoSuchScenario):
        await practice.start(LEARNER, THREAD, side=Side.SELLER)


async def test_without_a_name_it_is_what_the_learner_has_played_least(storage: Storage, clock: Clock) -> None:
    scenarios = (LAMP, replace(LAMP, id="chair", level=2), replace(LAMP, id="vase", level=2))
    practice = Practice(storage, lambda: library_of(*scenarios), clock, lambda: 7, lambda: "7")

    played = [(await practice.start(LEARNER, THREAD)).session.scenario.id for _ in range(4)]

    assert played == ["lamp", "chair", "vase", "lamp"]
    assert (await practice.start(STRANGER, THREAD)).session.scenario.id == "lamp"


async def test_a_session_keeps_the_content_it_began_with(storage: Storage, clock: Clock) -> None:
    content = [library_of(LAMP)]
    practice = Practice(storage, lambda: content[0], clock, lambda: 7, lambda: "7")
    session = await begin(practice)
    content[0] = library_of(replace(LAMP, title="Another lamp", opening_ask=20000, worlds=(BUSY,)))
    after_a_restart = Practice(storage, lambda: content[0], clock, lambda: 7, lambda: "7")

    for mine in (practice, after_a_restart):
        view = await mine.view(session)
        assert (view.scenario, view.ask) == (LAMP, 10000)
    assert (await practice.start(LEARNER, THREAD)).session.scenario.title == "Another lamp"


async def test_a_session_is_found_where_it_is_held(practice: Practice) -> None:
    session = await begin(practice)
    await practice.move_to(session, Venue("discord", 1, 501))

    view = await practice.session_at(501)

    assert view is not None
    assert (view.id, view.venue) == (session, Venue("discord", 1, 501))
    assert await practice.session_at(500) is None
    assert [view.id for view in await practice.open_sessions(front="discord")] == [session]
    assert await practice.open_sessions(front="terminal") == []


async def test_a_hint_is_private_and_the_same_for_the_same_cause(practice: Practice) -> None:
    session = await begin(practice)

    first = await practice.hint(session, LEARNER, cause="press:1")
    await practice.press(session, LEARNER, Ask(Topic.OTHER_BUYERS), cause="press:2")
    again, next_one = [await practice.hint(session, LEARNER, cause=cause) for cause in ("press:1", "press:3")]

    assert (first.text, again, next_one.text) == ("Hint_question.", first, "Hint_offer.")
    assert len(await practice.owed()) == 3
