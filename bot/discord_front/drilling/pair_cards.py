"""How a table of two looks: the role that each one sees alone, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator

from discord import ui

from bot.discord_front.cards.brief import name_of, numbers
from bot.discord_front.cards.paper import Card, bullets, button, buttons, percent, rule, small
from bot.discord_front.drilling import ids
from bot.discord_front.drilling.cards import DRILL, moment, result_words
from bot.drills.drill import Phase
from bot.drills.pairs import Pair, Terms
from bot.drills.standings import Ending
from bot.negotiation.money import spoken
from bot.negotiation.moves import Topic
from bot.negotiation.naming import beside, gets, gives, listed
from bot.negotiation.scenario import Scenario, Side, World
from bot.services.pair_views import PairTold, PairView, Role

_DOES = {Side.BUYER: "buys", Side.SELLER: "sells"}
_ASKED = {
    Topic.BUSINESS: "how business is",
    Topic.HOW_LONG: "how long it has been",
    Topic.WHO_DECIDES: "who decides",
    Topic.WHY: "why",
    Topic.DEADLINE: "by when",
    Topic.CONDITION: "about its state",
}


# --- the roles --------------------------------------------------------------------------------------------------------


def role_card(role: Role) -> Card:
    """One side's role. Nothing stands in it that only the other side knows."""
    scenario = role.scenario
    return Card(
        DRILL,
        [
            *(_of_learner(scenario) if role.world is None else _of_other(scenario, role.world)),
            small("Only you see this. Say of it what you like, and leave unsaid what you like."),
        ],
    )


def _of_learner(scenario: Scenario) -> Iterator[str | ui.Item[Card]]:
    brief = scenario.brief
    yield f"## You {_deed(scenario.side)} {scenario.item}\n{brief.you}"
    yield brief.situation
    yield f"**On the table:** {brief.on_the_table}"
    yield rule()
    yield numbers(scenario)


def _of_other(scenario: Scenario, world: World) -> Iterator[str | ui.Item[Card]]:
    yield f"## You {_deed(scenario.side.other)} {scenario.item}\nYou are **{scenario.counterpart}**. {scenario.summary}"
    yield f"**On the table:** you have named {spoken(scenario.opening_ask, scenario.currency)}."
    yield rule()
    worse = "Below" if scenario.side is Side.BUYER else "Above"
    lines = [
        f"Your walk-away point is **{spoken(world.limit, scenario.currency)}**. "
        f"{worse} it you are better off without a deal.",
        f"How things stand: {world.alternative}",
    ]
    lines += [
        f"They could {extra.name}. That is worth {spoken(-cost, scenario.currency)} to you."
        if extra.given
        else f"You could add {extra.name}. It costs you {spoken(cost, scenario.currency)}."
        for extra in scenario.extras
        for cost in [scenario.cost_of(extra, world)]
    ]
    yield bullets(lines)
    known = bullets(_known(scenario, world))
    if known:
        yield f"**What {name_of(scenario)} would say when asked**\n{known}"


def _known(scenario: Scenario, world: World) -> Iterator[str]:
    for topic, words in _ASKED.items():
        answer = world.answers.get(topic)
        if answer is not None:
            yield f"{words}: “{scenario.answers[topic][answer].lines[0]}”"


def _deed(side: Side) -> str:
    return "buy" if side is Side.BUYER else "sell"


# --- the table --------------------------------------------------------------------------------------------------------


def table_card(view: PairView) -> Card:
    """What stands between the two just now, and what each of them can press."""
    return Card(DRILL, list(_told(view, view.told) if view.told is not None else _table(view)))


def _table(view: PairView) -> Iterator[str | ui.Item[Card] | None]:
    pair, scenario = view.pair, view.scenario
    if pair.ending is not None:
        yield _end(view, pair.ending)
        yield small("What was hidden is told when the moderator reveals it.")
        return
    if view.phase is Phase.CANCELLED:
        yield "### Called off\nThe moderator has called the drill off. Nothing counts any more."
        return
    if pair.away is not None:
        yield f"### {_who(view, pair.away)} has left the table\n{_after_leaving(view, pair, pair.away)}"
    elif pair.proposal is None:
        first, second = _who(view, pair.first), _who(view, pair.other(pair.first))
        yield (
            f"## {scenario.title}\n{first} {_DOES[scenario.side]}, {second} {_DOES[scenario.side.other]}. "
            "Press **My role** first: only you see it. Then talk it over here, in your own words."
        )
    if pair.proposal is not None:
        made = pair.proposal
        yield f"### {terms_words(made.terms, scenario)}\n{_who(view, made.by)}'s offer. {_yes_of(view, pair)}"
    yield small(_until(view))
    yield _controls(view)


def _after_leaving(view: PairView, pair: Pair, away: int) -> str:
    other = _who(view, pair.other(away))
    return f"{other}: call after them with an offer, or let them go. Whoever left may go back, which has its price."


def _yes_of(view: PairView, pair: Pair) -> str:
    assert pair.proposal is not None
    missing = [_who(view, seat) for seat in pair.seats if seat not in pair.proposal.agreed]
    if len(missing) == 2:
        return "I heard it in your talk, so it is a deal when both of you press Agree."
    return f"It is a deal when {missing[0]} presses Agree."


def _controls(view: PairView) -> ui.ActionRow[Card]:
    pair, at = view.pair, {"drill": view.drill, "pair": view.pair.number}
    offer, role = button("Offer…", ids.PAIR_OFFER(**at), "primary"), button("My role", ids.PAIR_ROLE(**at))
    if pair.away is None:
        leaving = [button("Walk away", ids.PAIR_WALK(**at), "danger")]
    else:
        leaving = [
            button("Go back", ids.PAIR_BACK(**at)),
            button("Let them go", ids.PAIR_LET_GO(**at), "danger"),
        ]
    if pair.proposal is not None:
        agree = button("Agree", ids.PAIR_AGREE(**at, offer=pair.proposal.number), "success")
        return buttons(agree, offer, *leaving, role)
    return buttons(role, offer, *leaving)


def _until(view: PairView) -> str:
    if view.phase is Phase.PAUSED:
        return "Paused: the clock stands, and nothing counts until it goes on."
    return "Offers count when both have said yes." + (
        f" Time is up {moment(view.deadline)}." if view.deadline is not None else ""
    )


def _end(view: PairView, ending: Ending) -> str:
    terms = view.pair.agreed
    if terms is not None:
        return f"### It is a deal\n{terms_words(terms, view.scenario)}. Both of you said yes."
    if ending is Ending.NO_DEAL:
        return "### No deal\nYou parted. Each has what they would have had anyway."
    return "### Time is up\nNothing was agreed. Each has what they would have had anyway."


def terms_words(terms: Terms, scenario: Scenario) -> str:
    """ "$189 with a mattress cover"."""
    done = gives(scenario, terms.extras)
    price = spoken(terms.price, scenario.currency) + beside(gets(scenario, terms.extras), ())
    return price + (f"; the {scenario.side} would {listed(done)}" if done else "")


def _who(view: PairView, seat: int) -> str:
    return f"<@{view.members[seat]}>"


# --- the end ----------------------------------------------------------------------------------------------------------


def _told(view: PairView, told: PairTold) -> Iterator[str | ui.Item[Card]]:
    scenario, currency, made = view.scenario, view.scenario.currency, told.shared
    terms = view.pair.agreed
    yield f"## How you shared it\n{'No deal.' if terms is None else f'A deal at {terms_words(terms, scenario)}.'}"
    limits = f"**{spoken(scenario.walk_away_point, currency)}**", f"**{spoken(told.world.limit, currency)}**"
    yield (
        f"The {scenario.side} could go to {limits[0]}, the {scenario.side.other} to {limits[1]}. {_between(view, told)}"
    )
    shares = (
        (view.pair.first, scenario.side, made.first_share),
        (view.pair.second, scenario.side.other, made.second_share),
    )
    yield bullets(
        f"{_who(view, seat)}, the {side}: {_place(view, told, seat, share)}"
        for seat, side, share in shares
        if seat is not None and seat in told.standings
    )
    yield rule()
    yield f"**{told.world.name}.** {told.world.alternative}"


def _between(view: PairView, told: PairTold) -> str:
    made, currency = told.shared, view.scenario.currency
    if not made.best:
        return "Between the two there was nothing to share: to part was the best that both could do."
    if made.left:
        return f"{spoken(made.best, currency)} could be shared, and {spoken(made.left, currency)} of it stayed lying."
    return f"{spoken(made.best, currency)} could be shared, and you found all of it."


def _place(view: PairView, told: PairTold, seat: int, share: float | None) -> str:
    standing = told.standings[seat]
    part = "" if share is None or not told.shared.joint else f", {percent(share)} of what there was"
    beside = "" if standing.points is None else f". Place {standing.place} among all who had this seat"
    return f"{result_words(standing.result, view.scenario.currency)}{part}{beside}."
