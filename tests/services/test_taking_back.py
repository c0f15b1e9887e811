"""What the learner said last can be taken back, as if it had not been said; the record keeps both."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.negotiation.moves import Accept, Offer, Place, WalkAway
from bot.services.errors import NothingToTakeBack, NotOpened, NotYours, SessionOver, StillRunning
from bot.services.learning import Learning
from bot.services.practice import Practice
from bot.services.privacy import Privacy
from bot.services.views import PostKind, TimerKind, Turn
from bot.storage import Storage, events
from tests.services.lamp import LAMP, LEARNER, STRANGER, THREAD, Clock, library_of


async def begin(practice: Practice, world: str = "slow") -> int:
    return (await practice.start(LEARNER, THREAD, world=world)).session.id


async def say(practice: Practice, session: int, *texts: str) -> Turn:
    """The last turn of several messages."""
    turn = None
    for text in texts:
        number = len(await practice.causes(session, "message:"))
        turn = await practice.hear(session, LEARNER, text, cause=f"message:{number}")
    assert turn is not None
    return turn


async def test_the_state_is_as_before_and_the_counterpart_says_sorry(practice: Practice) -> None:
    session = await begin(practice)
    before = (await say(practice, session, "I'd pay $70.")).session.state
    await say(practice, session, "Bo's has it for $90. I'd pay $95.")

    turn = await practice.take_back(session, LEARNER, cause="press:1")

    (apology,) = turn.posts
    assert (apology.kind, apology.text[:6]) == (PostKind.REPLY, "Sorry ")
    assert apology.body["ask"] == LAMP.price_at(before.given)
    assert "heard" not in apology.body
    assert turn.session.state == before
    assert (await practice.view(session)).state == before


async def test_saying_it_again_is_answered_as_if_it_had_been_said_at_once(practice: Practice, clock: Clock) -> None:
    session = await begin(practice)
    await say(practice, session, "I offer $99.")
    await practice.take_back(session, LEARNER, cause="press:1")

    turn = await say(practice, session, "I offer $70.")

    straight = (await practice.start(STRANGER, THREAD, world="slow")).session.id
    expected = await practice.hear(straight, STRANGER, "I offer $70.", cause="message:1")
    assert turn.session.state == expected.session.state


@pytest.mark.parametrize("words", ["That's not what I said!", "you misunderstood me", "undo"])
async def test_in_words(practice: Practice, words: str) -> None:
    session = await begin(practice)
    await say(practice, session, "I'd pay $99.")

    turn = await say(practice, session, words)

    assert (turn.session.state.demand, turn.session.round) == (None, 0)
    assert [post.text[:6] for post in turn.posts] == ["Sorry "]


async def test_the_record_keeps_both(practice: Practice, storage: Storage) -> None:
    session = await begin(practice)
    await say(practice, session, "I'd pay $99.", "undo", "I'd pay $70.")

    async with storage.reading() as db:
        kinds = [event.kind for event in await events.of(db, session)]
    assert kinds == ["opened", "said", "undone", "said"]


async def test_only_the_last_message_and_only_once(practice: Practice) -> None:
    session = await begin(practice)
    first = await say(practice, session, "I'd pay $70.")
    await say(practice, session, "I'd pay $72.")

    with pytest.raises(NothingToTakeBack, match="Only what you said last"):
        await practice.take_back(session, LEARNER, cause="press:1", event=int(str(first.posts[0].body["event"])))
    await practice.take_back(session, LEARNER, cause="press:2")
    with pytest.raises(NothingToTakeBack):
        await practice.take_back(session, LEARNER, cause="press:3")


async def test_a_press_is_not_taken_back_and_a_hint_costs_what_it_costs(practice: Practice) -> None:
    session = await begin(practice)
    await say(practice, session, "I'd pay $70.")
    await practice.hint(session, LEARNER, cause="press:1")
    await practice.take_back(session, LEARNER, cause="press:2")
    await practice.press(session, LEARNER, Offer(7500), cause="press:3")

    with pytest.raises(NothingToTakeBack):
        await practice.take_back(session, LEARNER, cause="press:4")
    await practice.press(session, LEARNER, Accept(), cause="press:5")
    assert (await practice.debrief(session)).hints is not None


async def test_somebody_else_takes_nothing_back(practice: Practice) -> None:
    session = await begin(practice)
    await say(practice, session, "I'd pay $70.")

    with pytest.raises(NotYours):
        await practice.take_back(session, STRANGER, cause="press:1")


async def test_the_same_press_counts_once(practice: Practice) -> None:
    session = await begin(practice)
    await say(practice, session, "I'd pay $70.")
    await practice.take_back(session, LEARNER, cause="press:1")

    assert (await practice.take_back(session, LEARNER, cause="press:1")).posts == ()


async def test_leaving_is_taken_back_with_what_has_come_of_it(practice: Practice, clock: Clock) -> None:
    session = await begin(practice)
    await say(practice, session, "I'm leaving.")
    (wait,) = await practice.due(clock.forward(seconds=30), kind=TimerKind.WAIT)
    await practice.run_timer(wait.id)

    turn = await say(practice, session, "that's not what I said")

    assert turn.session.state.place is Place.AT_TABLE
    assert await practice.due(clock.forward(hours=1), kind=TimerKind.WAIT) == []


async def test_a_wait_that_was_over_begins_again(practice: Practice, clock: Clock) -> None:
    session = await begin(practice)
    await practice.press(session, LEARNER, WalkAway(), cause="press:1")
    await say(practice, session, "I'm back.")
    assert await practice.due(clock.forward(seconds=60), kind=TimerKind.WAIT) == []

    turn = await say(practice, session, "undo")

    assert turn.session.state.place is Place.LEARNER_AWAY
    assert await practice.due(clock(), kind=TimerKind.WAIT) == []
    assert len(await practice.due(clock.forward(seconds=60), kind=TimerKind.WAIT)) == 1


# --- after the end ----------------------------------------------------------------------------------------------------


async def test_what_ended_the_game_tells_nothing_yet(practice: Practice, storage: Storage, clock: Clock) -> None:
    session = await begin(practice)

    turn = await say(practice, session, "Deal.")

    result = turn.posts[-1]
    assert (result.kind, result.text) == (PostKind.RESULT, "A deal at $100.")
    assert result.body == {"outcome": "deal", "event": 1, "minutes": 5}
    assert (turn.session.finished, turn.session.sealed, turn.session.world) == (True, True, None)
    with pytest.raises(NotOpened):
        await practice.debrief(session)
    learning = Learning(storage, lambda: library_of(LAMP), clock)
    assert await learning.lessons.catch_up() == 0


async def test_what_is_kept_tells_nothing_yet_either(practice: Practice, storage: Storage, clock: Clock) -> None:
    session = await begin(practice)
    await say(practice, session, "Deal.")
    privacy = Privacy(storage, lambda: library_of(LAMP), clock, timedelta(days=30))

    (row,) = (await privacy.data(LEARNER))["sessions"]["rows"]
    await practice.open_debrief(session, LEARNER)
    (told,) = (await privacy.data(LEARNER))["sessions"]["rows"]

    assert "world" not in row
    assert told["world"] == "slow"


async def test_the_line_is_left_out_for_who_does_not_want_it(
    practice: Practice, storage: Storage, clock: Clock
) -> None:
    session = await begin(practice)
    await Learning(storage, lambda: library_of(LAMP), clock).members.set_heard(LEARNER, False)

    written = await say(practice, session, "I'd pay $70.")
    await say(practice, session, "You win, I'm out.")
    pressed = await practice.choose(session, LEARNER, 1, cause="press:1")

    assert "heard" not in written.posts[0].body
    assert "heard" not in pressed.posts[0].body
    assert pressed.session.sealed


async def test_it_goes_on_as_if_it_had_not_ended(practice: Practice, storage: Storage, clock: Clock) -> None:
    session = await begin(practice)
    await say(practice, session, "Deal.")

    turn = await say(practice, session, "That's not what I meant!")

    assert (turn.session.finished, turn.session.sealed, turn.session.state.outcome) == (False, False, None)
    assert [timer.kind for timer in await practice.due(clock.forward(days=3))] == [TimerKind.IDLE]
    again = await say(practice, session, "I'd pay $80.")
    assert again.session.round == 1
    with pytest.raises(StillRunning):
        await practice.debrief(session)
    learning = Learning(storage, lambda: library_of(LAMP), clock)
    assert await learning.lessons.catch_up() == 0


async def test_other_words_after_the_end_are_not_heard(practice: Practice) -> None:
    session = await begin(practice)
    await say(practice, session, "Deal.")

    with pytest.raises(SessionOver):
        await say(practice, session, "Thanks, Ann!")


async def test_the_debrief_comes_when_it_is_opened_and_then_the_end_stays(practice: Practice) -> None:
    session = await begin(practice)
    await say(practice, session, "Deal.")

    opened = await practice.open_debrief(session, LEARNER)

    assert [post.kind for post in opened.posts] == [PostKind.DEBRIEF]
    assert (await practice.open_debrief(session, LEARNER)).posts == ()
    with pytest.raises(NothingToTakeBack, match="too late"):
        await practice.take_back(session, LEARNER, cause="press:1")
    with pytest.raises(SessionOver):
        await say(practice, session, "undo")


async def test_nobody_else_opens_it_and_not_before_the_end(practice: Practice) -> None:
    session = await begin(practice)
    with pytest.raises(StillRunning):
        await practice.open_debrief(session, LEARNER)
    await say(practice, session, "Deal.")

    with pytest.raises(NotYours):
        await practice.open_debrief(session, STRANGER)


async def test_the_debrief_comes_by_itself_after_five_minutes(
    practice: Practice, storage: Storage, clock: Clock
) -> None:
    session = await begin(practice)
    await say(practice, session, "Deal.")
    assert await practice.due(clock.forward(seconds=299)) == []

    (timer,) = await practice.due(clock.forward(seconds=2))
    turn = await practice.run_timer(timer.id)

    assert turn is not None
    assert [post.kind for post in turn.posts] == [PostKind.DEBRIEF]
    assert await practice.due(clock.forward(days=3)) == []
    with pytest.raises(NothingToTakeBack):
        await practice.take_back(session, LEARNER, cause="press:1")
    learning = Learning(storage, lambda: library_of(LAMP), clock)
    assert await learning.lessons.catch_up() == 1


async def test_what_was_taken_back_is_judged_by_nobody(practice: Practice, storage: Storage, clock: Clock) -> None:
    session = await begin(practice)
    await say(practice, session, "I'd pay $99.", "undo", "I'd pay $70.")
    await practice.press(session, LEARNER, Accept(), cause="press:1")

    learning = Learning(storage, lambda: library_of(LAMP), clock)
    told = await learning.reviewing.of(session, LEARNER)
    assert told.moves[0].text == "I'd pay $70."
    assert len(told.moves) == 2
    assert [exchange.text for exchange in (await practice.debrief(session)).exchanges] == ["I'd pay $70.", None]


async def test_a_press_that_ends_it_is_told_about_at_once(practice: Practice) -> None:
    session = await begin(practice)

    turn = await practice.press(session, LEARNER, Accept(), cause="press:1")

    assert [post.kind for post in turn.posts] == [PostKind.REPLY, PostKind.DEBRIEF]


async def test_a_practice_that_was_begun_earlier_and_left_is_in_nobodys_way(practice: Practice) -> None:
    await practice.start(LEARNER, THREAD, scenario="lamp", world="slow")
    session = (await practice.start(LEARNER, THREAD, scenario="lamp", world="slow")).session.id
    await say(practice, session, "Deal.")

    await practice.take_back(session, LEARNER, cause="undo")

    assert not (await practice.view(session)).finished


async def test_the_end_stays_where_another_practice_has_begun_in_its_place(practice: Practice) -> None:
    session = await begin(practice)
    await say(practice, session, "Deal.")
    await practice.start(LEARNER, THREAD, world="slow")

    with pytest.raises(NothingToTakeBack, match="another practice"):
        await practice.take_back(session, LEARNER, cause="press:1")
    assert (await practice.view(session)).sealed


async def test_a_question_that_was_asked_about_it_is_taken_back_too(practice: Practice) -> None:
    session = await begin(practice)
    await say(practice, session, "Deal, I suppose, if you throw in a bulb.", "the second one")

    turn = await practice.take_back(session, LEARNER, cause="press:1")

    assert (turn.session.finished, turn.session.round, turn.session.state.extras) == (False, 0, frozenset())
    with pytest.raises(NothingToTakeBack):
        await practice.take_back(session, LEARNER, cause="press:2")
