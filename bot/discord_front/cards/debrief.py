"""The end of a session: what came of it, which moves mattered, what the other side was hiding and thinking."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from discord import ui

from bot.discord_front import custom_ids
from bot.discord_front.cards.brief import name_of
from bot.discord_front.cards.paper import END, Card, bullets, button, buttons, rule, small
from bot.discord_front.cards.review import moment_in_short, quoted
from bot.discord_front.quoting import escaped
from bot.negotiation.acts import Outcome
from bot.negotiation.money import spoken
from bot.negotiation.scenario import Scenario
from bot.services.debriefing import Debrief, Exchange
from bot.services.review_views import SessionReview
from bot.services.views import SessionView

_PAGE = 1800  # characters of thoughts on one page: what one reads on a phone without losing the thread

TITLES = {Outcome.DEAL: "A deal", Outcome.NO_DEAL: "No deal", Outcome.UNFINISHED: "Not finished"}


def debrief_card(view: SessionView, told: Debrief, reviewed: SessionReview | None) -> Card:
    """What is posted at the end: one screen. Its buttons are the learner's. `reviewed` is None where nothing was
    decided."""
    name = name_of(told.scenario)
    hidden = f"### What {name} was hiding\n**{told.world.name}.** {told.world.truth} {told.world.alternative}"
    return Card(
        END,
        [
            f"## {_title(told)}\n{told.headline}",
            small(told.hints) if told.hints else None,
            *(_moments(reviewed) if reviewed is not None else ()),
            hidden,
            rule(),
            _ways_on(view.id, None if view.shared else reviewed),
        ],
    )


def _moments(reviewed: SessionReview) -> Iterator[str]:
    """What decided it, the one message to send again, and the one to change."""
    change = reviewed.to_change
    if reviewed.decided is not None:
        yield f"**What decided it.** {reviewed.decided}"
    if reviewed.repeat is not None:
        yield f"### Do again\n> {quoted(reviewed.repeat.text, spoken=reviewed.repeat.spoken)}\n{reviewed.repeat.did}"
    if change is not None:
        yield f"### Change\n{moment_in_short(change)}"
    elif reviewed.moves:
        yield "### Nothing to change\nNone of your moves cost you anything to speak of."
    if reviewed.plan:
        yield f"### Your plan\n{bullets(reviewed.plan)}"


def _ways_on(session: int, reviewed: SessionReview | None) -> ui.ActionRow[Card]:
    """To each move, to the table again where it went wrong, or to another practice."""
    again = button("Try again", custom_ids.AGAIN(session=session))
    row: list[ui.Button[Any]] = []
    if reviewed is None:
        row.append(button("What they were thinking", custom_ids.THINKING(session=session, page=1)))
    else:
        row.append(button("See each move", custom_ids.REVIEW(session=session, move=0, shown=0), "primary"))
        if (change := reviewed.to_change) is not None and change.number > 1:
            from_there = custom_ids.AGAIN_FROM(session=session, move=change.number)
            again = button(f"Try again from move {change.number}", from_there)
    return buttons(*row, again, button("Another one", custom_ids.ANOTHER(session=session)))


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
