"""The end of a session: what came of it, which moves mattered, what the other side was hiding and thinking."""

from __future__ import annotations

from collections.abc import Iterator

from discord import ui

from bot.discord_front import custom_ids
from bot.discord_front.cards.brief import name_of
from bot.discord_front.cards.paper import END, Card, bullets, button, buttons, percent, rule, small
from bot.discord_front.cards.review import moment_in_short
from bot.discord_front.quoting import escaped
from bot.negotiation.money import spoken
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import Outcome
from bot.services.debriefing import Debrief, Exchange
from bot.services.results import Result
from bot.services.review_views import SessionReview
from bot.services.views import SessionView

_PAGE = 1800  # characters of thoughts on one page: what one reads on a phone without losing the thread
_BAR = 10  # squares of the bar that shows the surplus share

TITLES = {Outcome.DEAL: "A deal", Outcome.NO_DEAL: "No deal", Outcome.UNFINISHED: "Not finished"}


def debrief_card(view: SessionView, told: Debrief, reviewed: SessionReview | None) -> Card:
    """What is posted at the end. Its buttons are the learner's. `reviewed` is None where nothing was decided."""
    world = told.world
    hidden = f"### What they were hiding\n**{world.name}.** {world.truth}\n{small(world.alternative)}"
    return Card(
        END,
        [
            f"## {_title(told)}\n{told.headline}",
            _numbers(told.scenario, told.result, reviewed),
            small(told.hints) if told.hints else None,
            rule(),
            *(_moments(reviewed) if reviewed is not None else ()),
            hidden,
            rule(),
            _ways_back(view.id, None if view.shared else reviewed),
            buttons(
                button("Try again", custom_ids.AGAIN(session=view.id)),
                button("Another one", custom_ids.ANOTHER(session=view.id)),
            ),
        ],
    )


def _moments(reviewed: SessionReview) -> Iterator[str]:
    """What cost something, and what helped."""
    if reviewed.key_moments:
        told = "\n\n".join(moment_in_short(reviewed, move) for move in reviewed.key_moments)
        yield f"### What it cost you\n{told}"
    else:
        yield "### No move cost you anything to speak of\nBy what you could know at each point, that was well played."
    if reviewed.worked:
        yield f"### What worked\n{bullets(reviewed.worked)}"
    if reviewed.plan:
        yield f"### How your plan held up\n{bullets(reviewed.plan)}"


def _ways_back(session: int, reviewed: SessionReview | None) -> ui.ActionRow[Card]:
    """Back into the session: move by move, in the other's mind, or at the table again where it went wrong."""
    thinking = button("What they were thinking", custom_ids.THINKING(session=session, page=1))
    if reviewed is None:
        return buttons(thinking)
    costliest = max(reviewed.key_moments, key=lambda move: move.cost, default=None)
    row = [button("Review", custom_ids.REVIEW(session=session, move=0, shown=0), "primary"), thinking]
    if costliest is not None:
        again = custom_ids.AGAIN_FROM(session=session, move=costliest.number)
        row.append(button(f"Try again from move {costliest.number}", again))
    return buttons(*row)


def thinking_card(told: Debrief, page: int) -> Card:
    """What the counterpart was thinking, step by step. A page that is not there is the nearest one."""
    pages = list(_pages(told))
    page = min(max(page, 1), len(pages))
    row = [
        button("Before", custom_ids.THINKING(session=told.session, page=page - 1), here=page == 1),
        button("After", custom_ids.THINKING(session=told.session, page=page + 1), here=page == len(pages)),
    ]
    counted = small(f"{told.scenario.title} · page {page} of {len(pages)}")
    return Card(
        END,
        [f"## What they were thinking\n{counted}", pages[page - 1], buttons(*row) if len(pages) > 1 else None],
    )


def _title(told: Debrief) -> str:
    price = told.result.price
    return f"A deal at {spoken(price, told.scenario.currency)}" if price is not None else TITLES[told.result.outcome]


def _numbers(scenario: Scenario, result: Result, reviewed: SessionReview | None) -> str:
    """The figures behind the headline, one a line so that a phone does not break them."""
    lines = [
        f"**Your walk-away point** {spoken(scenario.walk_away_point, scenario.currency)}",
        f"**What you hoped for** {spoken(scenario.brief.target, scenario.currency)}",
    ]
    if result.surplus is not None:
        lines.append(f"**Against your alternative** {_against_alternative(result.surplus, scenario.currency)}")
    if result.surplus_share is not None:
        lines.append(f"**Share of the gain** {_bar(result.surplus_share)}")
    if reviewed is not None:
        lines.append(f"**Accuracy of your moves** {_bar(reviewed.accuracy / 100)}")
    return "\n".join(lines)


def _against_alternative(surplus: int, currency: str) -> str:
    if surplus == 0:
        return "even"
    return f"{spoken(abs(surplus), currency)} {'better' if surplus > 0 else 'worse'}"


def _bar(share: float) -> str:
    """A share as a figure and as squares, so that neither colour nor shape carries it alone."""
    filled = round(min(max(share, 0.0), 1.0) * _BAR)
    return f"{percent(share)} {'▰' * filled}{'▱' * (_BAR - filled)}"


def _pages(told: Debrief) -> Iterator[str]:
    page = ""
    for exchange in told.exchanges:
        if not exchange.thoughts:
            continue
        entry = _entry(told.scenario, exchange)
        if page and len(page) + len(entry) > _PAGE:
            yield page
            page = ""
        page += f"{entry}\n\n"
    yield page or "Little happened, so there was little to think about."


def _entry(scenario: Scenario, exchange: Exchange) -> str:
    said = f"> You: {escaped(exchange.text)}\n" if exchange.text else ""
    words = " ".join(exchange.words.split())
    answered = f"> {words}\n" if words.startswith("*") else f"> {name_of(scenario)}: {words}\n"
    asked = f"**Round {exchange.round}** · {spoken(exchange.ask, scenario.currency)} on the table\n"
    return asked + said + answered + " ".join(exchange.thoughts)
