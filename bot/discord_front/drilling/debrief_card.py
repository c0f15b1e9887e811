"""What the group is shown at the end of a drill."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby

import discord
from discord import ui

from bot.discord_front.cards.paper import Card, bullets, numbered, rule, small
from bot.discord_front.drilling.cards import DRILL, result_words
from bot.drills.drill import TABLE, Mode
from bot.drills.standings import Standing
from bot.negotiation.money import spoken
from bot.pictures import Picture
from bot.services.drill_debrief import CostlyMove, GroupDebrief

_CHART = "results.png"
_SHOWN = 20  # places that are told one by one
_NAMED = 8  # members that are named in one place


def _where(told: GroupDebrief) -> str:
    if told.drill.drill.mode is Mode.FISHBOWL:
        return "Every move is looked at in the thread of the table."
    return "Everybody finds their own debrief in their thread."


def chart_file(picture: Picture) -> discord.File:
    """The picture, to be sent with a card that shows it by `picture_of`."""
    return discord.File(BytesIO(picture.png), _CHART, description=picture.alt)


def picture_of(picture: Picture) -> ui.MediaGallery[Card]:
    return ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{_CHART}", description=picture.alt))


def debrief_card(told: GroupDebrief, *, with_picture: bool) -> Card:
    """Standings, the distribution, what was hidden, what cost most, and what to talk about. Without the picture its
    words stand in its place."""
    view, scenario = told.drill, told.drill.scenario
    best = spoken(told.best, scenario.currency)
    return Card(
        DRILL,
        [
            f"## How it went: {scenario.title}\n"
            f"Measured against the walk-away point, {spoken(scenario.walk_away_point, scenario.currency)}. "
            f"The best there was: {f'{best} better' if told.best else 'to leave'}.",
            picture_of(told.picture) if with_picture else told.picture.alt,
            _standings(told),
            f"### What was hidden\n**{told.world.name}.** {told.world.truth}",
            f"### What cost the group most\n{bullets(_costly(each, told) for each in told.costly)}"
            if told.costly
            else None,
            rule(),
            f"### To talk about\n{numbered(question.question for question in told.questions)}"
            if told.questions
            else None,
            small(f"Drill {view.id}. {_where(told)}"),
        ],
    )


def _standings(told: GroupDebrief) -> str:
    """One line for each place, with the names of those who agreed to be named."""
    in_order = sorted(told.standings, key=_place_and_ending)
    lines = [_place(told, list(equal)) for _, equal in groupby(in_order, key=_place_and_ending)]
    more = f"\n… and {len(lines) - _SHOWN} more places" if len(lines) > _SHOWN else ""
    return "### Standings\n" + ("\n".join(lines[:_SHOWN]) + more if lines else "Nobody played.")


def _place_and_ending(standing: Standing) -> tuple[int, str]:
    return standing.place, str(standing.result.ending)


def _place(told: GroupDebrief, equal: Sequence[Standing]) -> str:
    seats = [told.drill.seat(standing.result.seat).seat for standing in equal]
    named = [f"<@{seat.member}>" for seat in seats if seat.named]
    others = len(seats) - len(named[:_NAMED])
    if equal[0].result.seat == TABLE:
        who = "the group"
    elif named and others:
        who = f"{', '.join(named[:_NAMED])} and {others} more"
    elif named:
        who = ", ".join(named)
    else:
        who = "one member" if others == 1 else f"{others} members"
    result = result_words(equal[0].result, told.drill.scenario.currency)
    return f"**{equal[0].place}.** {result[:1].upper()}{result[1:]}: {who}"


def _costly(costly: CostlyMove, told: GroupDebrief) -> str:
    games = "one game" if costly.seats == 1 else f"{costly.seats} games"
    each = spoken(
        round(costly.each / told.drill.scenario.step) * told.drill.scenario.step, told.drill.scenario.currency
    )
    better = f" Better there: *{costly.better}*" if costly.better else ""
    cost = f"about {each}" if costly.seats == 1 else f"about {each} each"
    return f"**{costly.did.capitalize()}** in {games}, {cost}. {costly.instead}{better}"
