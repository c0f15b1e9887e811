"""A table of two in its thread: its buttons, for the two who sit there, and showing what has happened at it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias
from weakref import WeakValueDictionary

import discord

from bot.discord_front.answering import done_or_deferred, fill_in
from bot.discord_front.drilling import ids
from bot.discord_front.drilling.pair_cards import role_card, table_card
from bot.discord_front.views.forms import terms_form
from bot.discord_front.views.pressing import Forms, on_press
from bot.services.drill_pairs import DrillPairs
from bot.services.pair_views import PairView

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway


class PairTables:
    """One for each client. Each thing that happens at a table is posted once, by whoever sees it first."""

    def __init__(self, client: Walkaway) -> None:
        self._client = client
        self._locks: WeakValueDictionary[tuple[int, int], asyncio.Lock] = WeakValueDictionary()
        self._shown: dict[tuple[int, int], int] = {}  # the turn that was posted last

    async def show(self, view: PairView) -> None:
        """Posts how things stand at a table now, unless that stands there."""
        at = (view.drill, view.pair.number)
        lock = self._locks.setdefault(at, asyncio.Lock())
        async with lock:
            if self._shown.get(at, 0) >= view.turn:
                return
            try:
                room = self._client.get_channel(view.thread) or await self._client.fetch_channel(view.thread)
            except discord.NotFound:
                room = None  # its seats get another thread, and then it is shown there
            if isinstance(room, discord.Thread):
                await self._client.outbox.spread.turn()
                await room.send(view=table_card(view), nonce=f"pair-{view.drill}-{view.pair.number}-{view.turn}")
            self._shown[at] = view.turn
            await self._client.drills.pairs.shown(*at, view.turn)

    async def hear(self, message: discord.Message) -> None:
        """An offer in the talk of two is put on their table."""
        view = await self._client.drills.pairs.hear(message.channel.id, message.author.id, message.content)
        if view is not None:
            await self.show(view)


_At: TypeAlias = tuple[int, int, int, int]  # drill, server, pair and member


@on_press(ids.PAIR_ROLE)
async def role(interaction: Interaction, drill: str, pair: str) -> None:
    """Their own role, to the one who presses alone."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    found = await interaction.client.drills.pairs.role(*_at(interaction, drill, pair))
    await fill_in(interaction, view=role_card(found))


@on_press(ids.PAIR_OFFER)
async def offer(interaction: Interaction, drill: str, pair: str) -> None:
    view = await interaction.client.drills.pairs.view(*_at(interaction, drill, pair))
    made = ids.PAIR_OFFER_FORM(drill=view.drill, pair=view.pair.number)
    before = interaction.client.unfinished.get((made, interaction.user.id), {})
    await interaction.response.send_modal(terms_form(view.scenario, made, "All in.", before))


async def offered(interaction: Interaction, drill: str, pair: str, amount: str, extras: Sequence[str] = ()) -> None:
    await _move(interaction, drill, pair, lambda pairs, at: pairs.offer(*at, amount, frozenset(extras)))


@on_press(ids.PAIR_AGREE)
async def agree(interaction: Interaction, drill: str, pair: str, offer: str) -> None:
    await _move(interaction, drill, pair, lambda pairs, at: pairs.agree(*at, int(offer)))


@on_press(ids.PAIR_WALK)
async def walk(interaction: Interaction, drill: str, pair: str) -> None:
    await _move(interaction, drill, pair, lambda pairs, at: pairs.walk(*at))


@on_press(ids.PAIR_BACK)
async def go_back(interaction: Interaction, drill: str, pair: str) -> None:
    await _move(interaction, drill, pair, lambda pairs, at: pairs.come_back(*at))


@on_press(ids.PAIR_LET_GO)
async def let_go(interaction: Interaction, drill: str, pair: str) -> None:
    await _move(interaction, drill, pair, lambda pairs, at: pairs.let_go(*at))


async def _move(
    interaction: Interaction, drill: str, pair: str, how: Callable[[DrillPairs, _At], Coroutine[Any, Any, PairView]]
) -> None:
    """Makes a move of the one who pressed, and posts what came of it for both to see."""
    with interaction.client.in_hand.turn():
        view = await done_or_deferred(interaction, how(interaction.client.drills.pairs, _at(interaction, drill, pair)))
        if not interaction.response.is_done():
            await interaction.response.defer()
        await interaction.client.pair_tables.show(view)


def _at(interaction: Interaction, drill: str, pair: str) -> _At:
    return int(drill), interaction.guild_id or 0, int(pair), interaction.user.id


PRESSABLE = (role, offer, agree, walk, go_back, let_go)
FORMS = Forms(((ids.PAIR_OFFER_FORM, offered, ids.PAIR_OFFER),))
