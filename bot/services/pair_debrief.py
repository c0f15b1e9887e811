"""What a group is told after a drill in pairs, and the table that moderators take away."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from bot.content.library import Library
from bot.drills.pairs import Pair
from bot.drills.sharing import Shared, best_together, shared
from bot.drills.standings import Ending, Standing
from bot.negotiation.money import minor_per_major, spoken
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.tactic import Question
from bot.pictures import Picture
from bot.pictures.pairs import PairsDrawn
from bot.services.discussing import questions_for
from bot.services.drill_book import DrillView, Kept, pair_of
from bot.services.pair_views import by_side
from bot.services.sheets import safe
from bot.storage.drill_pairs import OfferRow

MOST = 3  # things that cost the group


@dataclass(frozen=True, slots=True)
class PairsDebrief:
    """`firsts` are the standings of those on the learner's side, `seconds` of those opposite; `best` is the most that
    two could gain together, in minor units; `costly` tells in sentences what the pairs left lying."""

    drill: DrillView
    world: World
    firsts: tuple[Standing, ...]
    seconds: tuple[Standing, ...]
    best: int
    deals: int
    costly: tuple[str, ...]
    questions: tuple[Question, ...]
    picture: Picture


def drawn(kept: Kept) -> PairsDrawn:
    """What is to be drawn of a drill in pairs."""
    scenario, pairs = kept.scenario, _pairs_of(kept)
    return PairsDrawn(
        prices=tuple(sorted(pair.agreed.price for pair in pairs if pair.agreed is not None)),
        no_deals=sum(pair.ending is Ending.NO_DEAL for pair in pairs),
        unfinished=sum(pair.ending is Ending.UNFINISHED for pair in pairs),
        learner_limit=scenario.walk_away_point,
        other_limit=scenario.world(kept.row.world).limit,
        learner=str(scenario.side),
        other=str(scenario.side.other),
    )


def _pairs_of(kept: Kept) -> list[Pair]:
    """Those in which two sat."""
    return [pair_of(row) for row in kept.pairs if row.second_seat is not None]


def pairs_debrief(kept: Kept, picture: Picture, library: Library) -> PairsDebrief:
    """The debrief with the `picture` of what is `drawn` of it."""
    scenario, world = kept.scenario, kept.scenario.world(kept.row.world)
    pairs = _pairs_of(kept)
    firsts, seconds = by_side(kept)
    made = [(pair, shared(scenario, world, pair.agreed)) for pair in pairs if pair.ending is not None]
    return PairsDebrief(
        drill=kept.view(),
        world=world,
        firsts=firsts,
        seconds=seconds,
        best=best_together(scenario, world),
        deals=sum(pair.ending is Ending.DEAL for pair in pairs),
        costly=tuple(_costly(scenario, world, made)),
        questions=questions_for(scenario, library),
        picture=picture,
    )


# --- what cost the group most -----------------------------------------------------------------------------------------


def _costly(scenario: Scenario, world: World, made: Sequence[tuple[Pair, Shared]]) -> list[str]:
    """At most three sentences, what cost most first."""
    found = sorted(_losses(scenario, world, made), key=lambda each: -each[0])
    return [words for lost, words in found[:MOST] if lost > 0]


def _losses(scenario: Scenario, world: World, made: Sequence[tuple[Pair, Shared]]) -> Iterator[tuple[int, str]]:
    """What was lost in all, in minor units, and a sentence about it."""
    currency, best = scenario.currency, best_together(scenario, world)
    apart = [pair for pair, _ in made if pair.ending is Ending.NO_DEAL]
    late = [pair for pair, _ in made if pair.ending is Ending.UNFINISHED]
    yield (
        best * len(apart),
        f"**{_pairs(len(apart))} parted without a deal**, though {spoken(best, currency)} could have been shared. "
        "Before you leave for good, name the figure that would keep you.",
    )
    yield (
        best * len(late),
        f"**{_pairs(len(late))} ran out of time** with {spoken(best, currency)} still to share. An early offer, even a "
        "bold one, shows sooner whether there is a deal at all.",
    )
    beyond = [-gain for _, each in made for gain in (each.first, each.second) if gain < 0]
    yield (
        sum(beyond),
        f"**{_people(len(beyond))} agreed to less than the alternative was worth**, by {_mean(beyond, currency)}. Look "
        "at your walk-away point before you say yes.",
    )
    for extra in scenario.extras:
        without = [pair for pair, _ in made if pair.agreed is not None and extra.id not in pair.agreed.extras]
        more = extra.worth - extra.cost
        yield (
            max(0, more) * len(without),
            f"**{_deals(len(without))} left out {extra.name}**: worth {spoken(extra.worth, currency)} to the "
            f"{scenario.side}, {spoken(extra.cost, currency)} to the {scenario.side.other}. Ask for what costs "
            "the other side little.",
        )


def _pairs(count: int) -> str:
    return "One pair" if count == 1 else f"{count} pairs"


def _people(count: int) -> str:
    return "One member" if count == 1 else f"{count} members"


def _deals(count: int) -> str:
    return "One deal" if count == 1 else f"{count} deals"


def _mean(amounts: Sequence[int], currency: str) -> str:
    if not amounts:
        return spoken(0, currency)
    unit = minor_per_major(currency)
    mean = sum(amounts) / len(amounts)
    rounded = spoken(round(mean / unit) * unit if mean >= unit else round(mean), currency)
    return rounded if len(amounts) == 1 else f"about {rounded} each"


# --- the export -------------------------------------------------------------------------------------------------------

HEAD = (
    "seat",
    "name",
    "pair",
    "side",
    "opposite",
    "place",
    "result",
    "price",
    "extras",
    "gain",
    "share",
    "joint gain",
    "best joint gain",
    "points",
    "offers",
    "first offer",
    "last offer",
)


def pairs_export(kept: Kept, offers: Sequence[OfferRow], names: Mapping[int, str]) -> str:
    """One line for each seat, as CSV. Gains and prices are in major units."""
    places = {standing.result.seat: standing for side in by_side(kept) for standing in side}
    out = StringIO()
    sheet = csv.writer(out)
    sheet.writerow(HEAD)
    for row in kept.pairs:
        pair = pair_of(row)
        for seat in pair.seats:
            mine = [offer for offer in offers if (offer.pair, offer.seat) == (row.number, seat)]
            cells = [*_who(kept, pair, seat, names), *_outcome(kept, pair, places.get(seat)), *_offered(mine)]
            sheet.writerow([safe(cell) for cell in cells])
    return out.getvalue()


def _who(kept: Kept, pair: Pair, seat: int, names: Mapping[int, str]) -> list[str | int]:
    side = kept.scenario.side if seat == pair.first else kept.scenario.side.other
    opposite = "coach" if pair.second is None else pair.other(seat)
    return [seat, names.get(kept.seat(seat).member, ""), pair.number, str(side), opposite]


def _outcome(kept: Kept, pair: Pair, standing: Standing | None) -> list[str | int | float]:
    if standing is None:
        return ["", "not played", *[""] * 7]
    scenario, result = kept.scenario, standing.result
    unit = minor_per_major(scenario.currency)
    made = shared(scenario, scenario.world(kept.row.world), pair.agreed)
    alone, terms = pair.second is None, pair.agreed
    return [
        standing.place,
        str(result.ending),
        "" if terms is None else terms.price / unit,
        "" if terms is None else " and ".join(sorted(scenario.extra(extra).name for extra in terms.extras)),
        result.gain / unit,
        round(result.gain / made.best, 3) if made.best else "",
        "" if alone else made.joint / unit,
        made.best / unit,
        "" if standing.points is None else round(standing.points, 3),
    ]


def _offered(offers: Sequence[OfferRow]) -> list[str | int]:
    times = [offer.at.isoformat(timespec="seconds") for offer in offers]
    return [len(offers), times[0] if times else "", times[-1] if times else ""]
