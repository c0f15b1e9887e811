"""The brief: all that the learner is told, and the buttons of the table. Nothing hidden is known here."""

from __future__ import annotations

from discord import ui

from bot.discord_front import custom_ids
from bot.discord_front.cards.paper import BRIEF, Card, bullets, button, buttons, rule, small
from bot.negotiation.money import spoken
from bot.negotiation.scenario import Scenario
from bot.services.views import SessionView

_IN_FRONT_OF_ALL = "You play this together: what most of you vote for is said. Talk it over here as you like."


def brief_card(view: SessionView, *, hears_everything: bool, again: bool = False) -> Card:
    """The brief of `view`. `again` shows it to a learner who is in the middle of it, with where things stand.

    Where the bot does not hear everything that is written, the card says how to be heard.
    """
    scenario, table = view.scenario, table_buttons(view.id, reply_first=not hears_everything, prepare=not again)
    standing = f"**Where you are:** {standing_of(view)}" if again else None
    return Card(
        BRIEF,
        [
            f"## {scenario.title}\n{scenario.brief.you}",
            scenario.brief.situation,
            f"**On the table:** {scenario.brief.on_the_table}",
            rule(),
            numbers(scenario),
            rule(),
            standing,
            small(_IN_FRONT_OF_ALL if view.shared else _how_to_speak(scenario, hears_everything)),
            *([] if view.shared else table),
        ],
    )


def table_buttons(session: int, *, reply_first: bool, prepare: bool) -> list[ui.ActionRow[Card]]:
    """What the learner may press during a session. Writing is the usual way; "Reply…" works where it does not.

    `prepare` is for the beginning: what one is after is set out before the first word.
    """
    row = [
        button("Reply…", custom_ids.REPLY(session=session), "primary" if reply_first else "secondary"),
        button("Hint", custom_ids.HINT(session=session)),
        button("End", custom_ids.END(session=session)),
    ]
    if prepare:
        row.append(button("Prepare…", custom_ids.PREPARE(session=session)))
    reply = buttons(*row)
    moves = buttons(
        button("Offer…", custom_ids.OFFER(session=session), "secondary" if reply_first else "primary"),
        button("Accept", custom_ids.ACCEPT(session=session), "success"),
        button("Walk away", custom_ids.WALK(session=session), "danger"),
    )
    return [reply, moves] if reply_first else [moves, reply]


def standing_of(view: SessionView) -> str:
    """Where a running session stands, in one line: "$189 is on the table, round 3 of about 8"."""
    terms = spoken(view.ask, view.scenario.currency)
    return f"{terms} is on the table, {rounds_of(view.round, view.scenario.rounds)}."


def name_of(scenario: Scenario) -> str:
    """What one calls the counterpart: "Dale" for "Dale, at the counter"."""
    return scenario.counterpart.partition(",")[0]


def rounds_of(played: int, rounds: int) -> str:
    """How far a session has come: it may end sooner or later than after `rounds`."""
    return f"round {played} of about {rounds}" if played else f"about {rounds} rounds to go"


def numbers(scenario: Scenario) -> str:
    """What the learner knows in figures: target, walk-away point, alternative, and what extras are worth."""
    lines = [
        f"You hope for **{spoken(scenario.brief.target, scenario.currency)}**.",
        f"Your walk-away point is **{spoken(scenario.walk_away_point, scenario.currency)}**: "
        "past it, no deal is the better deal.",
        f"If nothing comes of it: {scenario.alternative.text}",
    ]
    lines += [
        f"Worth {spoken(extra.worth, scenario.currency)} to you: {extra.name}."
        for extra in scenario.extras
        if extra.worth > 0
    ]
    lines += [
        f"You could offer to {extra.name}. It costs you {spoken(-extra.worth, scenario.currency)}."
        for extra in scenario.extras
        if extra.given
    ]
    return bullets(lines)


def _how_to_speak(scenario: Scenario, hears_everything: bool) -> str:
    if hears_everything:
        how = "Write as you would say it; the buttons are there if you like."
    else:
        how = "Here I only hear replies to what I wrote, messages that mention me, and the button Reply…"
    return f"You are talking to {scenario.counterpart}. {how}"
