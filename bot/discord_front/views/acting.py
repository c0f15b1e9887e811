"""What all presses of a running session have in common: who may press, and how a move is made and shown."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from bot.discord_front import threads
from bot.discord_front.cards.paper import PLAIN, Card
from bot.discord_front.errors import NOT_TAKEN
from bot.discord_front.quoting import escaped
from bot.negotiation.moves import Move
from bot.services.errors import NoSuchSession, NotYours, SessionOver
from bot.services.views import PostKind, SessionView, Turn

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction


def cause_of(interaction: Interaction) -> str:
    """What a press or a form counts as in the session's record: delivered twice, it counts once."""
    return f"interaction:{interaction.id}"


async def pressed_by_learner(interaction: Interaction, session: str, *, also_ended: bool = False) -> SessionView:
    """The running session of a button, for its learner; `also_ended` is for what stands below the end.

    Raises NotYours, SessionOver, and NoSuchSession where the button does not belong here: an id says which session it
    is for, but it is the place and the member that decide.
    """
    view = await interaction.client.practice.view(int(session))
    if view.venue.front != threads.FRONT or view.venue.channel != interaction.channel_id:
        raise NoSuchSession("That button belongs to a practice that is held elsewhere now.")
    if view.learner != interaction.user.id:
        raise NotYours("This practice is somebody else's. Type /practice in a channel to start your own.")
    if view.finished and not also_ended:
        raise SessionOver("This practice is over. Start another one with /practice.")
    return view


async def make_move(
    interaction: Interaction,
    session: str,
    move: Move,
    told: str,
    check: Callable[[SessionView], None] | None = None,
    *,
    shown: int | None = None,
) -> None:
    """Makes a move that was pressed. `told` says it to the thread, after the learner's name: "takes the deal".

    `check` raises a WalkawayError where the move makes no sense as things stand. `shown` is the price that stood above
    the button, where the move is about that price and no other.
    """
    await interaction.response.defer()
    view = await pressed_by_learner(interaction, session)
    if check is not None:
        check(view)
    await press(interaction, view, move, told, shown=shown)


async def press(
    interaction: Interaction, view: SessionView, move: Move, told: str, *, shown: int | None = None
) -> None:
    """The same once it was deferred and is known to be the learner's."""
    with interaction.client.in_hand.turn():
        service = interaction.client.practice
        happens = partial(
            service.press, view.id, interaction.user.id, move, cause=cause_of(interaction), asks=True, shown=shown
        )
        await show_turn(interaction, view, happens, f"*{escaped(interaction.user.display_name)} {told}.*")


async def show_turn(
    interaction: Interaction, view: SessionView, happens: Callable[[], Awaitable[Turn]], told: str | None
) -> Turn:
    """Lets a turn happen, tells the thread what the learner did unless it is asked about first, and posts what came of
    it. It was deferred before.

    What the learner wrote while the bot was away comes before what is pressed now.
    """
    await interaction.client.hearing.catch_up(view)
    turn = await happens()
    if turn.posts and turn.posts[0].kind is not PostKind.ASK_BACK and told is not None:
        venue = await interaction.client.outbox.venue(view)
        await interaction.client.hearing.tell(venue, told, interaction.id)  # a follow-up might appear twice
    await interaction.client.outbox.deliver(turn.session.id)
    return turn


async def close_question(interaction: Interaction, answer: str) -> None:
    """Takes the buttons off a question that only the learner saw. The interaction was deferred."""
    with contextlib.suppress(*NOT_TAKEN):  # it may have been dismissed
        await interaction.edit_original_response(view=Card(PLAIN, [answer]))
