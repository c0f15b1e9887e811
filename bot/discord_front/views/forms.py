"""The forms of a running session: an offer by its figure, and a reply in one's own words where writing does not reach
the bot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import discord
from discord import ui

from bot.discord_front import custom_ids
from bot.discord_front.answering import fill_in
from bot.discord_front.quoting import escaped, quoted
from bot.discord_front.views.acting import cause_of, press, pressed_by_learner, show_turn
from bot.discord_front.views.pressing import Form, Forms
from bot.negotiation.money import spoken
from bot.negotiation.moves import Offer
from bot.negotiation.naming import beside, gets, gives, listed
from bot.negotiation.scenario import Scenario
from bot.services.amounts import price_typed
from bot.services.preparing import Plan
from bot.services.views import SessionView

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction

_LONGEST_REPLY = 2000  # characters, as in a message


FilledIn: TypeAlias = Mapping[str, str | list[str]]
"""What was filled into a form before, by the ids of its fields."""


def offer_form(view: SessionView, filled_in: FilledIn) -> Form:
    """A price, and what should come with it where there is anything."""
    on_table = f"On the table: {spoken(view.ask, view.scenario.currency)}"
    return terms_form(view.scenario, custom_ids.OFFER_FORM(session=view.id), on_table, filled_in)


def terms_form(scenario: Scenario, made: str, about: str, filled_in: FilledIn) -> Form:
    """Asks for a price and, where the scenario has extras, for what comes with it: "amount" and "extras". `made` is the
    form's id, `about` a line on the price."""
    price = ui.Label[Form](
        text=f"Your price for {scenario.item}"[:45],
        description=about[:100],
        component=ui.TextInput(
            custom_id="amount",
            placeholder="for example 180 or 180.50",
            max_length=20,
            default=_text(filled_in, "amount"),
        ),
    )
    if not scenario.extras:
        return Form("Make an offer", made, price)
    wanted = filled_in.get("extras", ())
    options = [
        discord.SelectOption(label=label[:100], value=extra.id, default=extra.id in wanted)
        for extra in scenario.extras
        for label in [f"I would {extra.name}" if extra.given else extra.name]
    ]
    extras = ui.Label[Form](
        text="What comes with it?",
        component=ui.Select(
            custom_id="extras",
            options=options,
            min_values=0,
            max_values=len(options),
            required=False,
            placeholder="Nothing",
        ),
    )
    return Form("Make an offer", made, price, extras)


def reply_form(view: SessionView) -> Form:
    """Anything the learner would say."""
    words = ui.Label[Form](
        text="What do you say?",
        description=f"You are talking to {view.scenario.counterpart}."[:100],
        component=ui.TextInput(custom_id="words", style=discord.TextStyle.paragraph, max_length=_LONGEST_REPLY),
    )
    return Form("Your reply", custom_ids.REPLY_FORM(session=view.id), words)


def _text(filled_in: FilledIn, field: str) -> str | None:
    text = filled_in.get(field)
    return text if isinstance(text, str) and text else None


def prepare_form(view: SessionView, filled_in: FilledIn) -> Form:
    """What the learner is after; each of the three may be left out."""

    def price(custom_id: str, text: str, description: str) -> ui.Label[Form]:
        before = _text(filled_in, custom_id)
        component = ui.TextInput[Form](custom_id=custom_id, required=False, max_length=20, default=before)
        return ui.Label[Form](text=text, description=description, component=component)

    return Form(
        "Prepare",
        custom_ids.PREPARE_FORM(session=view.id),
        price("target", "What do you hope for?", "A price that you would be glad of."),
        price("first", "What do you begin with?", "Your first offer: bold, and one that you can give a reason for."),
        price("walk", "At which price do you leave?", "Anything worse, and your alternative is the better deal."),
    )


async def prepared(interaction: Interaction, session: str, target: str = "", first: str = "", walk: str = "") -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)
    view = await pressed_by_learner(interaction, session)
    prices = [price_typed(text, view.scenario) if text.strip() else None for text in (target, first, walk)]
    await interaction.client.practice.prepare(view.id, interaction.user.id, Plan(*prices), cause=cause_of(interaction))
    await fill_in(interaction, "Noted. The debrief tells you how it held up.")


async def offered(interaction: Interaction, session: str, amount: str, extras: Sequence[str] = ()) -> None:
    await interaction.response.defer()
    view = await pressed_by_learner(interaction, session)
    currency = view.scenario.currency
    price = price_typed(amount, view.scenario, view.ask)
    given = gives(view.scenario, extras)
    aside = beside(gets(view.scenario, extras), ()) + (f" and to {listed(given)}" if given else "")
    told = f"offers {escaped(spoken(price, currency) + aside)}"
    await press(interaction, view, Offer(price, frozenset(extras)), told)


async def replied(interaction: Interaction, session: str, words: str) -> None:
    await interaction.response.defer()
    view = await pressed_by_learner(interaction, session)
    with interaction.client.in_hand.turn():
        hear = interaction.client.practice.hear
        happens = partial(hear, view.id, interaction.user.id, words, cause=cause_of(interaction))
        await show_turn(interaction, view, happens, quoted(interaction.user.display_name, words))


FORMS = Forms(
    (
        (custom_ids.OFFER_FORM, offered, custom_ids.OFFER),
        (custom_ids.REPLY_FORM, replied, None),
        (custom_ids.PREPARE_FORM, prepared, custom_ids.PREPARE),
    )
)
