"""What the group is shown at the end of a drill."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import discord
from discord import ui

from bot.discord_front.cards.paper import Card, bullets, numbered, rule, small
from bot.discord_front.drilling.cards import DRILL, result_words
from bot.drills.standings import Standing
from bot.negotiation.money import spoken
from bot.services.drill_debrief import CostlyMove, GroupDebrief

_CHART = "results.png"
_SHOWN = 20  # places that are told one by one


def chart_file(told: GroupDebrief) -> discord.File:
    return discord.File(BytesIO(told.picture.png), _CHART, description=told.picture.alt)


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
            _picture(told) if with_picture else told.picture.alt,
            _standings(told),
            f"### What was hidden\n**{told.world.name}.** {told.world.truth}",
            f"### What cost the group most\n{bullets(_costly(each, told) for each in told.costly)}"
            if told.costly
            else None,
            rule(),
            f"### To talk about\n{numbered(question.question for question in told.questions)}"
            if told.questions
            else None,
            small(f"Drill {view.id}. Everybody finds their own debrief in their thread."),
        ],
    )


def _picture(told: GroupDebrief) -> ui.MediaGallery[Card]:
    return ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{_CHART}", description=told.picture.alt))


def _standings(told: GroupDebrief) -> str:
    lines = list(_lines(told))
    more = f"\n… and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
    return "### Standings\n" + ("\n".join(lines[:_SHOWN]) + more if lines else "Nobody played.")


def _lines(told: GroupDebrief) -> Iterator[str]:
    for standing in told.standings:
        seat = told.drill.seat(standing.result.seat).seat
        who = f"<@{seat.member}> · " if seat.named else ""
        yield f"{_place(standing)} {who}{result_words(standing.result, told.drill.scenario.currency)}"


def _place(standing: Standing) -> str:
    return f"**{standing.place}{'=' if standing.tied else ''}.**"


def _costly(costly: CostlyMove, told: GroupDebrief) -> str:
    games = "one game" if costly.seats == 1 else f"{costly.seats} games"
    each = spoken(
        round(costly.each / told.drill.scenario.step) * told.drill.scenario.step, told.drill.scenario.currency
    )
    better = f" Better there: *{costly.better}*" if costly.better else ""
    return f"**{costly.did.capitalize()}** in {games}, about {each} each. {costly.instead}{better}"
