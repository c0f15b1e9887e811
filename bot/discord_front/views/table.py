"""The buttons of a running session. Only the learner may press them, and only where the session is held.

Whatever is pressed is answered before the database is asked anything, so that Discord never waits for it. Only what
opens a form or asks back needs a look first, to know what to ask.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypedDict

import discord

from bot.discord_front import custom_ids
from bot.discord_front.answering import fill_in
from bot.discord_front.cards.hint import hint_card
from bot.discord_front.cards.paper import PLAIN, Card, button, buttons, small
from bot.discord_front.views import forms
from bot.discord_front.views.acting import cause_of, close_question, make_move, pressed_by_learner, show_turn
from bot.discord_front.views.pressing import on_press
from bot.negotiation.moves import Accept, CallAfter, ComeBack, LetGo, Place, WalkAway
from bot.services.errors import WalkawayError
from bot.services.views import SessionView

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction


class _About(TypedDict):
    """Which question is answered, and by which press."""

    cause: str
    question: int


class NotNow(WalkawayError):  # noqa: N818
    """The move makes no sense where things stand."""


@on_press(custom_ids.OFFER)
async def offer(interaction: Interaction, session: str) -> None:
    view = await pressed_by_learner(interaction, session)
    await interaction.response.send_modal(forms.offer_form(view, _before(interaction, custom_ids.OFFER_FORM, session)))


@on_press(custom_ids.REPLY)
async def reply(interaction: Interaction, session: str) -> None:
    await interaction.response.send_modal(forms.reply_form(await pressed_by_learner(interaction, session)))


@on_press(custom_ids.ACCEPT)
async def accept(interaction: Interaction, session: str) -> None:
    await make_move(interaction, session, Accept(), "takes what is on the table")


@on_press(custom_ids.ACCEPT_AT)
async def accept_at(interaction: Interaction, session: str, ask: str) -> None:
    await make_move(interaction, session, Accept(), "takes what is on the table", shown=int(ask))


@on_press(custom_ids.WALK)
async def walk(interaction: Interaction, session: str) -> None:
    """Asks, privately, whether to leave a way to be reached."""
    view = await pressed_by_learner(interaction, session)
    _check_at_table(view)
    question = "**You are about to leave.** Do you want to leave a way to be reached, in case they change their mind?"
    row = buttons(
        button("Leave my number", custom_ids.LEAVE(session=view.id, reachable=1), "primary"),
        button("Just leave", custom_ids.LEAVE(session=view.id, reachable=0), "danger"),
        button("Stay", custom_ids.STAY(session=view.id)),
    )
    await interaction.response.send_message(view=Card(PLAIN, [question, row]), ephemeral=True)


@on_press(custom_ids.LEAVE)
async def leave(interaction: Interaction, session: str, reachable: str) -> None:
    number = reachable == "1"
    told = "leaves a number and goes" if number else "gets up and goes"
    await make_move(interaction, session, WalkAway(number), told, _check_at_table)
    await close_question(interaction, "You are on your way out.")


@on_press(custom_ids.STAY)
async def stay(interaction: Interaction, session: str) -> None:
    await interaction.response.edit_message(view=Card(PLAIN, ["All right, we go on."]))


@on_press(custom_ids.BACK)
async def back(interaction: Interaction, session: str) -> None:
    await make_move(interaction, session, ComeBack(), "goes back in", _check_away)


@on_press(custom_ids.CALL_AFTER)
async def call_after(interaction: Interaction, session: str) -> None:
    await make_move(interaction, session, CallAfter(), "calls after them", _check_they_are_leaving)


@on_press(custom_ids.LET_GO)
async def let_go(interaction: Interaction, session: str) -> None:
    await make_move(interaction, session, LetGo(), "lets them go", _check_they_are_leaving)


@on_press(custom_ids.HINT)
async def hint(interaction: Interaction, session: str) -> None:
    """A word of the coach, for the learner alone; pressed again it says more."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    view = await pressed_by_learner(interaction, session)
    with interaction.client.in_hand.turn():
        given = await interaction.client.practice.hint(view.id, interaction.user.id, cause=cause_of(interaction))
        await fill_in(interaction, view=hint_card(view.id, given))


@on_press(custom_ids.PREPARE)
async def prepare(interaction: Interaction, session: str) -> None:
    view = await pressed_by_learner(interaction, session)
    before = _before(interaction, custom_ids.PREPARE_FORM, session)
    await interaction.response.send_modal(forms.prepare_form(view, before))


@on_press(custom_ids.END)
async def end(interaction: Interaction, session: str) -> None:
    """Asks, privately, whether to end it: it cannot be taken back."""
    view = await pressed_by_learner(interaction, session)
    question = "**End this practice here?** Nothing more can be said in it, and you see what they were hiding."
    row = buttons(
        button("End it", custom_ids.END_NOW(session=view.id), "danger"),
        button("Go on", custom_ids.STAY(session=view.id)),
    )
    await interaction.response.send_message(view=Card(PLAIN, [question, row]), ephemeral=True)


@on_press(custom_ids.END_NOW)
async def end_now(interaction: Interaction, session: str) -> None:
    await interaction.response.defer()
    view = await pressed_by_learner(interaction, session)
    with interaction.client.in_hand.turn():
        happens = partial(interaction.client.practice.end, view.id, interaction.user.id, cause=cause_of(interaction))
        await show_turn(interaction, view, happens, None)
    await close_question(interaction, "This practice is over.")


@on_press(custom_ids.CHOOSE)
async def choose(interaction: Interaction, session: str, question: str, option: str) -> None:
    """Answers what the bot asked back. The question then shows what was chosen instead of its buttons."""
    await interaction.response.defer()
    view = await pressed_by_learner(interaction, session)
    practice, by = interaction.client.practice, interaction.user.id
    about: _About = {"cause": cause_of(interaction), "question": int(question)}
    with interaction.client.in_hand.turn():
        if option == "no":
            happens = partial(practice.decline, view.id, by, **about)
        else:
            happens = partial(practice.choose, view.id, by, None if option == "none" else int(option), **about)
        await show_turn(interaction, view, happens, None)
    if interaction.message is not None:
        chosen = small(f"You said: {_label_pressed(interaction)}")
        await interaction.edit_original_response(content=f"{interaction.message.content}\n{chosen}", view=None)


@on_press(custom_ids.TAKE_BACK)
async def take_back(interaction: Interaction, session: str, event: str) -> None:
    """Takes back the message that was answered there, also where it had ended the practice."""
    await interaction.response.defer()
    view = await pressed_by_learner(interaction, session, also_ended=True)
    with interaction.client.in_hand.turn():
        happens = partial(
            interaction.client.practice.take_back,
            view.id,
            interaction.user.id,
            cause=cause_of(interaction),
            event=int(event),
        )
        await show_turn(interaction, view, happens, None)
    if interaction.message is not None and interaction.message.content:
        taken_back = small("You took that back: it didn't count.")
        await interaction.edit_original_response(content=f"{interaction.message.content}\n{taken_back}", view=None)
    else:
        await close_question(interaction, "You took that back, and it goes on.")


def _before(interaction: Interaction, form: custom_ids.CustomId, session: str) -> forms.FilledIn:
    """What was filled into a form that couldn't be read."""
    return interaction.client.unfinished.get((form(session=session), interaction.user.id), {})


def _label_pressed(interaction: Interaction) -> str:
    rows = interaction.message.components if interaction.message is not None else []
    for row in rows:
        for each in row.children if isinstance(row, discord.ActionRow) else []:
            if isinstance(each, discord.Button) and each.custom_id == (interaction.data or {}).get("custom_id"):
                return each.label or ""
    return ""


def _check_at_table(view: SessionView) -> None:
    match view.state.place:
        case Place.LEARNER_AWAY:
            raise NotNow("You have left already. Wait for what they do, or go back in.")
        case Place.COUNTERPART_AWAY:
            raise NotNow("They are leaving themselves. Take their last word, let them go, or call after them.")
        case _:
            pass


def _check_away(view: SessionView) -> None:
    if view.state.place is not Place.LEARNER_AWAY:
        raise NotNow("You are at the table already.")


def _check_they_are_leaving(view: SessionView) -> None:
    if view.state.place is not Place.COUNTERPART_AWAY:
        raise NotNow("They are not leaving any more.")


PRESSABLE = (
    offer,
    reply,
    accept,
    accept_at,
    walk,
    leave,
    stay,
    back,
    call_after,
    let_go,
    hint,
    prepare,
    end,
    end_now,
    choose,
    take_back,
)
