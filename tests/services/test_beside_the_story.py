"""What is said to the app is answered beside the story, and costs nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from bot.negotiation.acts import Outcome
from bot.negotiation.moves import Accept, Offer, WalkAway
from bot.services.errors import BadAmount, Held
from bot.services.practice import Practice
from bot.services.views import PostKind, Turn
from bot.storage import Storage
from bot.storage.tables import sessions as rows
from tests.services.lamp import LEARNER, THREAD


async def begin(practice: Practice) -> int:
    return (await practice.start(LEARNER, THREAD, world="slow")).session.id


async def say(practice: Practice, session: int, *texts: str) -> Turn:
    turn = None
    for text in texts:
        number = len(await practice.causes(session, "message:"))
        turn = await practice.hear(session, LEARNER, text, cause=f"message:{number}")
    assert turn is not None
    return turn


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("help", "Write to Ann as you would say it"),
        ("where do we stand?", "You are both at the table."),
        ("can you repeat that?", "Ann said: “"),
        ("undo", "There is nothing to take back"),
    ],
)
async def test_the_coach_answers(practice: Practice, text: str, told: str) -> None:
    session = await begin(practice)
    before = (await practice.view(session)).state

    turn = await say(practice, session, text)

    (post,) = turn.posts
    assert (post.kind, post.text[: len(told)]) == (PostKind.COACH, told)
    assert (post.body["ask"], post.body["demand"], post.body["round"]) == (10000, None, 0)
    assert turn.session.state == before


async def test_what_can_not_be_read_is_met_by_the_counterpart_once_and_then_by_the_coach(practice: Practice) -> None:
    session = await begin(practice)

    first = await say(practice, session, "🦄")
    more = [await say(practice, session, text) for text in ("🌈🌈", "...", "🦄")]

    assert [post.kind for post in first.posts] == [PostKind.REPLY]
    assert [turn.posts[0].kind for turn in more] == [PostKind.COACH] * 3
    assert more[-1].session.state == first.session.state
    assert (await say(practice, session, "I'd pay $70.")).posts[0].kind is PostKind.REPLY
    assert (await say(practice, session, "🦄")).posts[0].kind is PostKind.REPLY


async def test_stop_asks_first_and_yes_is_no_acceptance(practice: Practice) -> None:
    session = await begin(practice)

    asked = await say(practice, session, "stop")
    assert [(post.kind, post.body["options"]) for post in asked.posts] == [(PostKind.ASK_BACK, ["End it"])]
    ended = await say(practice, session, "yes")

    assert ended.session.state.outcome is Outcome.UNFINISHED
    assert ended.posts[-1].kind is PostKind.DEBRIEF


@pytest.mark.parametrize("no", ["no", "no, go on", None])
async def test_stop_is_forgotten(practice: Practice, no: str | None) -> None:
    session = await begin(practice)
    before = (await say(practice, session, "I'd pay $70.")).session.state
    await say(practice, session, "stop")

    turn = await (
        say(practice, session, no) if no else practice.decline(session, LEARNER, cause="press:1", question=None)
    )

    assert [post.kind for post in turn.posts] == [PostKind.NOTICE]
    assert turn.session.state == before
    taken_back = await practice.take_back(session, LEARNER, cause="press:2") if no is None else None
    assert taken_back is None or taken_back.session.round == 0


async def test_help_leaves_a_question_open_and_repeat_repeats_it(practice: Practice) -> None:
    session = await begin(practice)
    asked = await say(practice, session, "Deal, I suppose, if you throw in a bulb.")

    repeated = await say(practice, session, "help", "what did you say?")

    assert asked.posts[0].text in repeated.posts[0].text
    assert (await practice.choose(session, LEARNER, 0, cause="press:1")).session.finished


# --- buttons and forms ------------------------------------------------------------------------------------------------


async def test_accepting_what_is_worse_than_the_alternative_is_asked_about(practice: Practice) -> None:
    session = await begin(practice)

    asked = await practice.press(session, LEARNER, Accept(), cause="press:1", asks=True)

    (post,) = asked.posts
    assert (post.kind, post.body["kind"], post.body["options"]) == (PostKind.ASK_BACK, "pressed", ["Accept $100"])
    assert post.text == ("Accept $100, and it is a deal? That is $10 worse for you than your walk-away point, $90.")
    declined = await practice.decline(session, LEARNER, cause="press:2", question=int(str(post.body["question"])))
    assert declined.session.round == 0
    assert [post.text for post in declined.posts] == ["All right, nothing has changed. On the table: $100."]


async def test_accepting_less_than_one_asked_for_oneself_is_asked_about(practice: Practice) -> None:
    session = await begin(practice)
    await practice.press(session, LEARNER, (Offer(7000),), cause="press:1")

    asked = await practice.press(session, LEARNER, Accept(), cause="press:2", asks=True)
    turn = await practice.choose(session, LEARNER, 0, cause="press:3")

    assert "Your own last offer was $70." in asked.posts[0].text
    assert turn.session.state.outcome is Outcome.DEAL
    assert turn.posts[-1].kind is PostKind.DEBRIEF  # what was pressed twice is not taken back


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        (750, "far from everything so far: they ask $100"),
        (75000, "worse for you than what is on the table, $100"),
        (10000, "$10 worse for you than your walk-away point"),
    ],
)
async def test_an_offer_that_can_hardly_be_meant_is_asked_about(practice: Practice, amount: int, told: str) -> None:
    session = await begin(practice)

    asked = await practice.press(session, LEARNER, Offer(amount), cause="press:1", asks=True)

    assert told in asked.posts[0].text
    assert asked.session.round == 0


@pytest.mark.parametrize("move", [Offer(7500), Offer(4000), WalkAway()])
async def test_what_is_plain_is_not_asked_about(practice: Practice, move: Offer | WalkAway) -> None:
    session = await begin(practice)

    turn = await practice.press(session, LEARNER, move, cause="press:1", asks=True)

    assert [post.kind for post in turn.posts] == [PostKind.REPLY]


async def test_an_offer_of_nothing_is_refused(practice: Practice) -> None:
    with pytest.raises(BadAmount):
        await practice.press(await begin(practice), LEARNER, Offer(0), cause="press:1", asks=True)


# --- what was told not to count ---------------------------------------------------------------------------------------


async def test_what_was_said_while_held_never_counts(practice: Practice, storage: Storage) -> None:
    session = await begin(practice)
    async with storage.writing() as db:
        await db.execute(update(rows).values(held=True))
    with pytest.raises(Held):
        await practice.hear(session, LEARNER, "Deal.", cause="message:1")
    async with storage.writing() as db:
        await db.execute(update(rows).values(held=False))

    turn = await practice.hear(session, LEARNER, "Deal.", cause="message:1")

    assert (turn.posts, turn.session.finished) == ((), False)


async def test_what_was_refused_elsewhere_never_counts(practice: Practice) -> None:
    session = await begin(practice)
    await practice.refuse_at(THREAD.channel, LEARNER, front=THREAD.front, cause="message:1")
    await practice.refuse_at(THREAD.channel, LEARNER, front=THREAD.front, cause="message:1")
    await practice.refuse_at(THREAD.channel, LEARNER + 1, front=THREAD.front, cause="message:2")

    refused = await practice.hear(session, LEARNER, "Deal.", cause="message:1")
    heard = await practice.hear(session, LEARNER, "I'd pay $70.", cause="message:2")

    assert (refused.posts, refused.session.finished) == ((), False)
    assert heard.session.round == 1
