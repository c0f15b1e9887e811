"""Beginning a practice in Discord, and coming back to one: what /practice and the buttons that start one do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import discord

from bot.discord_front import permissions, threads
from bot.discord_front.answering import fill_in
from bot.discord_front.cards.brief import brief_card
from bot.discord_front.outbox import VenueLost
from bot.negotiation.scenario import Side
from bot.services.errors import NotYours
from bot.services.views import SessionView

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway


class Moment(NamedTuple):
    """A moment of a session that has ended, by the number of the move that was made in it."""

    session: int
    move: int


async def begin(
    interaction: Interaction,
    *,
    scenario: str | None = None,
    side: Side | None = None,
    level: int | None = None,
    tactic: str | None = None,
    private: bool = False,
    again: Moment | None = None,
) -> None:
    """Opens a practice for the member who asked, or shows the one that is open here or has lost its thread. Without a
    `scenario` it is the one that is best for them, of that side, level and tactic.

    With `again` it goes on from that moment. The interaction may have been deferred, with "thinking…", already. Raises
    what `Practice.start` and `Reviewing.of` do.
    """
    if not interaction.response.is_done():
        await interaction.response.defer(ephemeral=True, thinking=True)
    client = interaction.client
    with client.in_hand.turn():
        here = await running_here(interaction)
        if here is not None:
            await show_again(interaction, here)
            return
        private, channel = await _where(interaction, private=private)
        view = await _without_venue(client, interaction.user)
        found, why = view is not None, ""
        if view is None:
            client.pace.opening.check(interaction.user.id)
        if view is None and again is not None:
            view = await _back_at(interaction, again)
        elif view is None:
            if scenario is None:
                advice = await client.learning.next_best(interaction.user.id, side=side, level=level, tactic=tactic)
                scenario, why = advice.scenario, advice.why
            turn = await client.practice.start(
                interaction.user.id, threads.venue_before(interaction), scenario=scenario, side=side
            )
            view = turn.session
        if channel is not None:
            venue = await threads.open_thread(client, channel, interaction.user, view, private=private)
        else:
            venue = threads.venue_before(interaction)
        await client.practice.move_to(view.id, venue)
        if found:
            await _show_where_it_stood(client, view.id)
        await client.outbox.deliver(view.id)
        await fill_in(interaction, _opened(found, venue.channel, view, why))


async def _back_at(interaction: Interaction, moment: Moment) -> SessionView:
    client, member = interaction.client, interaction.user.id
    step = (await client.learning.reviewing.of(moment.session, member)).move(moment.move).step
    turn = await client.practice.start_from(moment.session, member, threads.venue_before(interaction), step)
    return turn.session


async def show_again(interaction: Interaction, view: SessionView) -> None:
    """The brief and the buttons once more, for the learner alone. The interaction was deferred already."""
    await interaction.client.outbox.deliver(view.id)
    card = brief_card(view, hears_everything=hears_everything(interaction.client, view), again=True)
    await fill_in(interaction, view=card)


async def running_here(interaction: Interaction) -> SessionView | None:
    """The member's own practice that is running in this thread or DM. Raises NotYours where it is somebody else's."""
    if interaction.guild_id is not None and not isinstance(interaction.channel, discord.Thread):
        return None  # one that was begun here and has no thread is not held here
    view = await interaction.client.practice.session_at(interaction.channel_id or 0, front=threads.FRONT)
    if view is None or view.finished:
        return None
    if view.learner != interaction.user.id:
        raise NotYours("Somebody else practises in this thread. Type /practice in another channel to start your own.")
    return view


def hears_everything(client: Walkaway, view: SessionView) -> bool:
    """Whether the bot can read all that is written where `view` is held: in direct messages it always can."""
    return client.hears_everything or view.venue.guild is None


async def _where(interaction: Interaction, *, private: bool) -> tuple[bool, discord.TextChannel | None]:
    """Whether the thread is to be private, and the channel to open it in, as the server's settings have it; no channel
    in direct messages. Raises MayNot."""
    if interaction.guild_id is None:
        return private, None
    settings = await interaction.client.servers.of(interaction.guild_id)
    private = private or settings.private_threads
    channel = threads.channel_for(interaction, private=private)
    if channel is not None and settings.practice_channels and channel.id not in settings.practice_channels:
        named = " or ".join(f"<#{each}>" for each in settings.practice_channels)
        raise permissions.MayNot(f"Practice is held in {named} here. You can also write to me directly.")
    return private, channel


async def _without_venue(client: Walkaway, member: discord.abc.User) -> SessionView | None:
    """A session of the member that is running but has no thread, or has lost it."""
    for view in await client.practice.open_sessions(front=threads.FRONT, learner=member.id):
        if not view.veiled:  # a drill looks after its own threads
            try:
                await client.outbox.venue(view)
            except VenueLost:
                return view
            except permissions.MayNot:
                continue
    return None


async def _show_where_it_stood(client: Walkaway, session: int) -> None:
    """The brief in the new thread, unless it is still owed there."""
    if not await client.practice.owed(session=session):
        view = await client.practice.view(session)
        venue = await client.outbox.venue(view)
        await client.outbox.spread.turn()
        await venue.send(view=brief_card(view, hears_everything=hears_everything(client, view), again=True))


def _opened(found: bool, channel: int, view: SessionView, why: str) -> str:
    """`why` it is this scenario, where the learner named none."""
    where = f" in <#{channel}>" if view.venue.guild is not None else ""
    if found:
        return f"Your practice “{view.scenario.title}” had lost its thread and goes on{where}. End it to start another."
    return " ".join(
        part for part in (f"Your practice “{view.scenario.title}” has begun{where}.", why, "Good luck!") if part
    )
