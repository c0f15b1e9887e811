"""What a learner set out to do, and how it held up."""

from __future__ import annotations

import pytest

from bot.negotiation.moves import Accept, Ask, GiveReason, HoldFirm, Offer, Topic
from bot.services.errors import BadAmount, NothingAsked, NotYours, SessionOver
from bot.services.learning import Learning
from bot.services.practice import Practice
from bot.services.preparing import Plan
from bot.storage import Storage
from tests.services.lamp import LAMP, LEARNER, STRANGER, Clock, library_of
from tests.services.test_playing import begin


@pytest.fixture
def learning(storage: Storage, clock: Clock) -> Learning:
    return Learning(storage, lambda: library_of(LAMP), clock)


async def test_a_plan_that_held(practice: Practice, learning: Learning) -> None:
    session = await begin(practice, "slow")
    await practice.prepare(session, LEARNER, Plan(target=9900, first=7000, walk=9000), cause="form")
    await practice.press(session, LEARNER, Ask(Topic.OTHER_BUYERS), cause="1")
    await practice.press(session, LEARNER, (GiveReason(), Offer(7000)), cause="2")
    await practice.press(session, LEARNER, Offer(7800), cause="3")
    await practice.press(session, LEARNER, Offer(8200), cause="4")
    price = (await practice.view(session)).ask
    await practice.press(session, LEARNER, Accept(), cause="5")

    told = (await learning.reviewing.of(session, LEARNER)).plan

    assert told == (
        "Walk-away point: $90 was right. That is what your alternative is worth.",
        "Target: $99 is no better than leaving. A target is what you would be glad of.",
        "Breaking the ice: a question or a kind word came before your first price. Keep that.",
        "First offer: you opened at $70, as you had planned.",
        "Counter-offers: you gave way twice, by $8 at most, in steps that grew smaller.",
        "Reasons: you gave one.",
        f"Closing: ${price // 100} is "
        + (
            f"${price // 100 - 90} worse than where you meant to walk away."
            if price > 9000
            else "within what you had set yourself."
        ),
    )


async def test_a_plan_that_was_thrown_over(practice: Practice, learning: Learning) -> None:
    session = await begin(practice, "slow")
    await practice.prepare(session, LEARNER, Plan(target=8000, first=7000, walk=9500), cause="form")
    await practice.press(session, LEARNER, Accept(), cause="1")

    assert (await learning.reviewing.of(session, LEARNER)).plan == (
        "Walk-away point: at $95 you would still have said yes, with an alternative worth $90.",
        "Target: you hoped for $80 and ended $20 short of it.",
        "Breaking the ice: your first price came before any question. One would have cost nothing.",
        "First offer: you meant to open at $70 and named no price at all.",
        "Reasons: you gave none. A price with a reason is harder to refuse.",
        "Closing: $100 is $5 worse than where you meant to walk away.",
    )


async def test_only_what_was_set_is_measured(practice: Practice, learning: Learning) -> None:
    session = await begin(practice, "slow")
    await practice.prepare(session, LEARNER, Plan(None, 7000, None), cause="form")
    await practice.press(session, LEARNER, Offer(8800), cause="1")
    await practice.end(session, LEARNER, cause="end")

    told = (await learning.reviewing.of(session, LEARNER)).plan

    assert told[1] == (
        "First offer: you opened at $88, more modest than the $70 that you had planned. That left no room on the way "
        "to $85."
    )
    assert not any(each.startswith(("Walk-away", "Target", "Closing")) for each in told)


async def test_without_a_plan_nothing_is_said_about_one(practice: Practice, learning: Learning) -> None:
    session = await begin(practice, "slow")
    await practice.press(session, LEARNER, Accept(), cause="1")

    assert (await learning.reviewing.of(session, LEARNER)).plan == ()


async def test_the_last_plan_counts_and_only_before_the_first_word(practice: Practice) -> None:
    session = await begin(practice, "slow")
    for number, walk in enumerate((9000, 9100)):
        await practice.prepare(session, LEARNER, Plan(None, None, walk), cause=f"form:{number}")
    with pytest.raises(BadAmount):
        await practice.prepare(session, LEARNER, Plan(None, None, None), cause="empty")
    with pytest.raises(NotYours):
        await practice.prepare(session, STRANGER, Plan(None, None, 1), cause="stranger")
    await practice.press(session, LEARNER, HoldFirm(), cause="1")
    with pytest.raises(NothingAsked):
        await practice.prepare(session, LEARNER, Plan(None, None, 9200), cause="late")
    await practice.press(session, LEARNER, Accept(), cause="2")
    with pytest.raises(SessionOver):
        await practice.prepare(session, LEARNER, Plan(None, None, 9300), cause="over")
