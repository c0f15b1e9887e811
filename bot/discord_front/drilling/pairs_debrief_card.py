"""What the group is shown at the end of a drill in pairs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.discord_front.cards.paper import Card, bullets, numbered, rule, small
from bot.discord_front.drilling.cards import DRILL, result_words
from bot.discord_front.drilling.debrief_card import picture_of
from bot.drills.standings import Standing
from bot.negotiation.money import spoken
from bot.services.drill_book import DrillView
from bot.services.pair_debrief import PairsDebrief

_SHOWN = 12  # places of one seat that are told one by one


def pairs_debrief_card(told: PairsDebrief, *, with_picture: bool) -> Card:
    """Where the pairs met, the standings of each seat, what stayed lying, and what to talk about."""
    view, scenario = told.drill, told.drill.scenario
    best = spoken(told.best, scenario.currency)
    shared = f"Each pair could share {best}" if told.best else "There was nothing to share: to part was right"
    limits = f"{spoken(scenario.walk_away_point, scenario.currency)} and {spoken(told.world.limit, scenario.currency)}"
    return Card(
        DRILL,
        [
            f"## How it went: {scenario.title}\n{_deals(told)} {shared}. The limits of the two sides: {limits}.",
            picture_of(told.picture) if with_picture else told.picture.alt,
            f"### {scenario.side.capitalize()}s\n{_standings(view, told.firsts)}",
            f"### {scenario.side.other.capitalize()}s\n{_standings(view, told.seconds)}" if told.seconds else None,
            f"### What was hidden\n**{told.world.name}.** {told.world.alternative}",
            f"### What cost the group most\n{bullets(told.costly)}" if told.costly else None,
            rule(),
            f"### To talk about\n{numbered(question.question for question in told.questions)}"
            if told.questions
            else None,
            small(
                f"Drill {view.id}. Each is compared with those who had the same seat. Every pair finds its own in "
                "its thread."
            ),
        ],
    )


def _deals(told: PairsDebrief) -> str:
    pairs = sum(pair.second is not None for pair in told.drill.pairs)
    return (
        f"{told.deals} of {pairs} pairs made a deal."
        if pairs != 1
        else ("The pair made a deal." if told.deals else "The pair made no deal.")
    )


def _standings(view: DrillView, standings: Sequence[Standing]) -> str:
    """One line for each place, with the names of those who agreed to be named."""
    lines = [
        _place(view, list(equal)) for _, equal in groupby(standings, key=lambda each: (each.place, each.result.ending))
    ]
    more = f"\n… and {len(lines) - _SHOWN} more places" if len(lines) > _SHOWN else ""
    return "\n".join(lines[:_SHOWN]) + more if lines else "Nobody played."


def _place(view: DrillView, equal: Sequence[Standing]) -> str:
    seats = [view.seat(standing.result.seat).seat for standing in equal]
    named = [f"<@{seat.member}>" for seat in seats if seat.named]
    others = len(seats) - len(named)
    if others:
        named.append("one member" if others == 1 else f"{others} members")
    alone = {pair.first for pair in view.pairs if pair.second is None}
    coach = " (against me)" if any(seat.number in alone for seat in seats) else ""
    result = result_words(equal[0].result, view.scenario.currency)
    return f"**{equal[0].place}.** {result[:1].upper()}{result[1:]}: {', '.join(named)}{coach}"
