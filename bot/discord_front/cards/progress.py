"""What a member has learned so far: the overview, the tactics, and what the member decides about it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import discord
from discord import ui

from bot.discord_front import custom_ids
from bot.discord_front.cards.paper import PLAIN, Card, Part, bullets, button, buttons, percent, rule, small
from bot.learning.days import Streak
from bot.negotiation.acts import Outcome
from bot.negotiation.money import spoken
from bot.pictures import Picture
from bot.services.learned import CostlyHabit, Learned
from bot.services.views import Past
from bot.storage.members import Member

PAGES = {"overview": "Overview", "tactics": "Tactics", "settings": "Settings"}
"""By the name that stands in buttons: never change one."""
_CHART = "chart.png"


def chart_file(picture: Picture) -> discord.File:
    """The picture as it is attached to a card that shows it."""
    return discord.File(BytesIO(picture.png), _CHART, description=picture.alt)


def overview_card(found: Learned, picture: Picture, *, own: bool) -> Card:
    """Sessions, accuracy, rating, streak, habits and what comes next, with the chart. `own`: for the member alone."""
    whose = "Your progress" if own else f"Progress of <@{found.learner}>"
    if found.sessions == 0 and not found.history:
        nothing = f"Nothing yet. {_next(found)}" if own else "Nothing yet."
        return Card(PLAIN, [f"## {whose}\n{nothing}", _pages(found, "overview") if own else None])
    return Card(
        PLAIN,
        [
            f"## {whose}\n" + "\n".join(_figures(found)),
            _chart(picture),
            *_habits(found, own=own),
            rule() if found.last else None,
            "**Lately**\n" + bullets(_line(past) for past in found.last) if found.last else None,
            f"**Next.** {_next(found)}" if own else None,
            _pages(found, "overview") if own else None,
        ],
    )


def tactics_page(found: Learned, picture: Picture) -> Card:
    """How far the member has come with each tactic, and which comes next."""
    due = [each for each in found.tactics if each.due]
    told = ", ".join(f"{each.title} ({each.due})" for each in due)
    return Card(
        PLAIN,
        [
            f"## Tactics\n{level_told(found)}",
            _chart(picture),
            f"**Due today.** {told}" if told else "Nothing is due today.",
            small("Half of it is what you know in the quiz, half what you do at the table."),
            _pages(found, "tactics"),
        ],
    )


def level_told(found: Learned) -> str:
    """Where the member stands, and what comes next and why. It is advice and no lock."""
    level = f"You are at level {found.level} of 3. Any tactic and any scenario is open to you at any time."
    if found.next_tactic is None:
        return level
    return f"{level}\nNext on this level: **{found.next_tactic.title}**, because {found.next_tactic.why}."


def settings_page(found: Learned) -> Card:
    return Card(PLAIN, [*_settings(found.member), _pages(found, "settings")])


def _settings(member: Member) -> Iterator[str | ui.ActionRow[Card]]:
    shown = "Everybody here may see your progress." if member.shown else "Only you see your progress."
    rated = "Your practices are rated." if member.rated else "Your practices aren’t rated."
    yield f"## Settings\n**Time zone.** {member.zone.replace('_', ' ')}. Your days begin and end there."
    yield buttons(button("Change time zone…", custom_ids.ZONE()))
    yield f"**Others.** {shown}"
    yield buttons(_switch("shown", on=member.shown, turn_on="Let others see it", turn_off="Keep it to myself"))
    yield f"**Rating.** {rated} That’s settled with your first move in each one. Second tries never count."
    yield buttons(_switch("rated", on=member.rated, turn_on="Practise rated", turn_off="Practise unrated"))
    heard = "Under each answer a line shows how you were heard" if member.heard else "No line shows how you were heard"
    yield f"**Hearing.** {heard}. “That's not what I said” takes your last message back either way."
    yield buttons(_switch("heard", on=member.heard, turn_on="Show how I was heard", turn_off="Leave that line out"))


def _switch(what: str, *, on: bool, turn_on: str, turn_off: str) -> ui.Button[Card]:
    return button(turn_off if on else turn_on, custom_ids.PROGRESS_SET(what=what, on=int(not on)))


def _pages(found: Learned, here: str) -> ui.ActionRow[Card]:
    return buttons(
        *(
            button(
                label,
                custom_ids.PROGRESS_PAGE(member=found.learner, part=page),
                "primary" if page == here else "secondary",
                here=page == here,
            )
            for page, label in PAGES.items()
        )
    )


def _chart(picture: Picture) -> ui.MediaGallery[Card]:
    return ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{_CHART}", description=picture.alt))


def _figures(found: Learned) -> Iterator[str]:
    yield f"**{_count(found.sessions, 'practice', 'practices')}**, {_count(found.deals, 'deal', 'deals')}"
    if found.accuracy is not None:
        yield f"Accuracy **{found.accuracy:.0f}%**{_change(found.accuracy_trend)}"
    if found.share is not None:
        trend = None if found.share_trend is None else 100 * found.share_trend
        yield f"Surplus share **{percent(found.share)}**{_change(trend)}"
    if found.rated_sessions:
        settling = ", still settling" if found.rating.is_provisional else ""
        yield f"Rating **{found.rating.points}** ± {found.rating.within}{settling}"
    yield _streak(found.streak)
    yield f"{_count(found.due, 'question', 'questions')} due today" + (": /quiz" if found.due else "")
    yield small("0% of the surplus is as good as your alternative, 100% the best that could be had.")


def _streak(streak: Streak) -> str:
    if streak.length == 0:
        longest = f" The longest was {_count(streak.longest, 'day', 'days')}." if streak.longest else ""
        return f"No streak just now.{longest}"
    today = "" if streak.done_today else ", today is still to come"
    free = "" if streak.free_day_left else ", this week's free day is used"
    return f"Streak **{_count(streak.length, 'day', 'days')}**{today}{free}"


def _change(points: float | None) -> str:
    """A trend in words as well as in a sign."""
    if points is None:
        return ""
    if abs(points) < 1:
        return ", steady"
    return f", {'up' if points > 0 else 'down'} {abs(points):.0f} points lately"


def _habits(found: Learned, *, own: bool) -> Iterator[Part]:
    """Where practices are others' business, what costs most is not."""
    if own and found.habits:
        yield "**What costs you most**"
        yield from map(_habit, found.habits)


def _habit(costly: CostlyHabit) -> ui.Section[Card]:
    """A habit, and beside it the way to the last time that it cost something."""
    habit, words = costly.habit, costly.words
    name = f"{words.did[:1].upper()}{words.did[1:]}"
    return ui.Section(
        f"**{name}** ({habit.times:,} times, {percent(habit.each)} of the surplus each). {words.instead}",
        accessory=button("See it", custom_ids.REVIEW_HABIT(session=habit.session, reason=habit.reason)),
    )


def _next(found: Learned) -> str:
    if found.next is None:
        return "Type /practice."
    return f"/practice starts “{found.next.title}”. {found.next.why}"


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
            return f"a deal{price}{_worth(past.surplus_share)}"


def _worth(share: float | None) -> str:
    if share is None:
        return ""
    return f", {percent(share)} of what there was" if share >= 0 else ", worse than your alternative"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
