"""An amount that nobody could pay is no offer, no alternative and no plan, whichever way it comes in."""

from __future__ import annotations

import re

import pytest

from bot.drills.drill import Mode
from bot.negotiation.moves import CiteAlternative, Move, Offer
from bot.negotiation.scenario import MOST_TIMES
from bot.services.drill_book import Refused
from bot.services.drills import Drills
from bot.services.errors import BadAmount
from bot.services.ledger import Ledger
from bot.services.practice import IDLE, Practice
from bot.services.preparing import Plan
from bot.services.views import PostKind, Venue
from bot.storage import Storage
from tests.services.lamp import LAMP, LEARNER, STRANGER, Clock, library_of
from tests.services.test_playing import begin

MOST = MOST_TIMES * 10000  # the lamp began at $100
NOT_A_PRICE = "That can’t be a price for the lamp, which started at $100. Try again with the figure you mean."
GUILD = 1
HUGE = (
    "I'll give you $999,999,999,999",
    "I can pay ten trillion dollars",
    "I offer 2001",
    "$5,000,000?",
    "9000000 and not a cent more",
    "Bo's has it for $900,000,000,000",
    "I'll pay 1 billion, and throw in the bulb",
    "$" + "9" * 60,
)


@pytest.mark.parametrize("text", HUGE)
async def test_what_nobody_could_pay_is_answered_with_a_sentence_and_changes_nothing(
    practice: Practice, text: str
) -> None:
    session = await begin(practice)
    before = (await practice.view(session)).state

    turn = await practice.hear(session, LEARNER, text, cause="message:1")

    written = " ".join(post.text for post in turn.posts)
    assert all(100 * int(figure.replace(",", "")) <= MOST for figure in re.findall(r"\d[\d,]*", written))
    assert (turn.session.state.demand, turn.session.state.given) == (None, 0)
    assert (turn.session.state.cited, turn.session.state.leverage) == (None, before.leverage)
    assert (await practice.hear(session, LEARNER, "I can do $70", cause="message:2")).session.state.demand == 3000


async def test_it_says_what_the_matter_is(practice: Practice) -> None:
    session = await begin(practice)

    (post,) = (await practice.hear(session, LEARNER, "I'll give you $5,000,000", cause="message:1")).posts
    again = await practice.hear(session, LEARNER, "I'll give you $5,000,000", cause="message:1")

    assert (post.kind, post.text) == (PostKind.NOTICE, NOT_A_PRICE)
    assert again.posts == ()


@pytest.mark.parametrize("move", [Offer(MOST + 1), CiteAlternative(MOST + 1), (Offer(7000), CiteAlternative(10**30))])
async def test_a_press_with_it_is_refused(practice: Practice, move: Move | tuple[Move, ...]) -> None:
    session = await begin(practice)

    with pytest.raises(BadAmount, match="can’t be a price"):
        await practice.press(session, LEARNER, move, cause="press:1")

    assert (await practice.press(session, LEARNER, Offer(MOST), cause="press:1")).session.finished


@pytest.mark.parametrize("plan", [Plan(MOST + 1, None, None), Plan(None, 10**20, None), Plan(8000, 7000, MOST + 1)])
async def test_no_plan_is_made_of_it(practice: Practice, plan: Plan) -> None:
    session = await begin(practice)

    with pytest.raises(BadAmount, match="can’t be a price"):
        await practice.prepare(session, LEARNER, plan, cause="form:1")


async def seated(storage: Storage, clock: Clock, mode: Mode) -> tuple[Drills, int]:
    group = Drills(
        Ledger(storage, lambda: library_of(LAMP), clock, IDLE),
        lambda: library_of(LAMP),
        clock,
        lambda: 7,
        lambda: "7",
    )
    drill = (await group.create(GUILD, 2, 5, mode, "lamp", 10)).id
    for member in (LEARNER, STRANGER):
        await group.join(drill, GUILD, member)
    await group.start(drill, GUILD)
    for waiting in await group.tables.waiting():
        await group.tables.open(drill, waiting.number, Venue("discord", GUILD, 501))
    await group.votes.tick()
    return group, drill


async def test_a_group_is_not_asked_to_vote_on_it(storage: Storage, clock: Clock) -> None:
    group, drill = await seated(storage, clock, Mode.FISHBOWL)

    with pytest.raises(Refused, match="can’t be a price"):
        await group.votes.propose(drill, GUILD, LEARNER, "We pay $5,000,000")


async def test_two_at_a_table_do_not_put_it_there(storage: Storage, clock: Clock) -> None:
    group, drill = await seated(storage, clock, Mode.PAIRS)

    with pytest.raises(BadAmount, match="can’t be a price"):
        await group.pairs.offer(drill, GUILD, 1, LEARNER, "5,000,000")
    assert await group.pairs.hear(501, LEARNER, "I'd pay $5,000,000") is None
    assert await group.pairs.hear(501, LEARNER, "I'd pay $70") is not None
