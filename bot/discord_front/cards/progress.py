"""What a member has practised so far."""

from __future__ import annotations

from bot.discord_front.cards.paper import PLAIN, Card, bullets, percent, rule, small
from bot.negotiation.money import spoken
from bot.negotiation.state import Outcome
from bot.services.views import Past, Progress

_LAST = 5  # sessions that are listed


def progress_card(progress: Progress) -> Card:
    """Sessions, results and surplus, and the last few of them; seen by the member alone."""
    if progress.sessions == 0:
        return Card(PLAIN, ["## Your progress", "Nothing yet. Type /practice, and the first one will stand here."])
    counts = [
        _count(progress.deals, "deal", "deals"),
        f"{progress.no_deals} without a deal",
        f"{progress.unfinished} unfinished",
        f"{progress.running} running",
    ]
    mean = "–" if progress.mean_share is None else percent(progress.mean_share)
    by_scenario = bullets(
        f"**{each.title}**: {_count(each.sessions, 'practice', 'practices')}"
        + (f", best {percent(each.best_share)}" if each.best_share is not None else "")
        for each in progress.by_scenario
    )
    return Card(
        PLAIN,
        [
            f"## Your progress\n**{_count(progress.sessions, 'practice', 'practices')}**: {', '.join(counts)}.",
            f"On average you got **{mean}** of what there was to win.\n"
            + small("0% is as good as your alternative, 100% the best that could be had."),
            rule(),
            by_scenario,
            rule(),
            "**Lately**\n" + bullets(_line(past) for past in progress.last[:_LAST]),
        ],
    )


def _line(past: Past) -> str:
    started = f"<t:{int(past.started_at.timestamp())}:d>"
    return f"{started} {past.title}: {_result(past)}"


def _result(past: Past) -> str:
    match past.outcome:
        case None:
            return "still running"
        case Outcome.UNFINISHED:
            return "unfinished"
        case Outcome.NO_DEAL:
            return "no deal"
        case Outcome.DEAL:
            price = "" if past.price is None or past.currency is None else f" at {spoken(past.price, past.currency)}"
            share = "" if past.surplus_share is None else f", {percent(past.surplus_share)} of what there was"
            return f"a deal{price}{share}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
