"""A tactic as a card of several parts, and the list of all tactics."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

import discord
from discord import ui

from bot.discord_front import custom_ids
from bot.discord_front.cards.paper import (
    PLAIN,
    TACTIC,
    Card,
    bullets,
    button,
    buttons,
    cut,
    numbered,
    percent,
    rule,
    small,
)
from bot.discord_front.cards.progress import level_told
from bot.learning.mastery import Stage
from bot.negotiation.tactic import Tactic
from bot.services.learned import Learned, TacticProgress

_SELECT_OPTIONS = 25  # Discord's limit, and as many as one wants to scroll through


class TacticPart(StrEnum):
    """The parts of a tactic's card. The values stand in buttons that have been posted: never rename one."""

    SHORT = "short"
    USE = "use"
    AGAINST = "against"
    STORY = "story"
    PITFALLS = "pitfalls"
    RESEARCH = "research"


LABELS = {
    TacticPart.SHORT: "In short",
    TacticPart.USE: "Use it",
    TacticPart.AGAINST: "Used on you",
    TacticPart.STORY: "A story",
    TacticPart.PITFALLS: "Pitfalls",
    TacticPart.RESEARCH: "Research",
}
_FIRST_ROW = 5  # buttons; Discord takes no more in a row


def tactic_card(tactic: Tactic, part: TacticPart, known: Mapping[str, Tactic]) -> Card:
    """`tactic` opened at `part`. `known` holds all tactics by id, for the titles of related ones."""
    number = f"Tactic {tactic.number} · " if tactic.number is not None else ""
    turn = [  # the part that is open stays in the row, coloured and disabled, so that the row does not jump
        button(
            label,
            custom_ids.TURN(tactic=tactic.id, part=each),
            "primary" if each is part else "secondary",
            here=each is part,
        )
        for each, label in LABELS.items()
    ]
    return Card(
        TACTIC,
        [
            f"## {tactic.title}\n{small(f'{number}{LABELS[part]}')}",
            _TEXTS[part](tactic, known),
            rule(),
            buttons(*turn[:_FIRST_ROW]),
            buttons(*turn[_FIRST_ROW:], button("Practise this", custom_ids.PRACTISE(tactic=tactic.id), "success")),
        ],
    )


def _short(tactic: Tactic, known: Mapping[str, Tactic]) -> str:
    related = bullets(f"**{_title(each.tactic, known)}**: {each.why}" for each in tactic.related)
    parts = [tactic.in_short, tactic.principle, f"**Related**\n{related}" if related else "", small(tactic.source)]
    return "\n\n".join(part for part in parts if part)


def _title(tactic: str, known: Mapping[str, Tactic]) -> str:
    return known[tactic].title if tactic in known else tactic


def _use(tactic: Tactic, known: Mapping[str, Tactic]) -> str:
    return numbered(tactic.how_to_use)


def _against(tactic: Tactic, known: Mapping[str, Tactic]) -> str:
    return numbered(tactic.when_used_on_you)


def _story(tactic: Tactic, known: Mapping[str, Tactic]) -> str:
    return f"### {tactic.story.title}\n{tactic.story.text}"


def _pitfalls(tactic: Tactic, known: Mapping[str, Tactic]) -> str:
    pitfalls = bullets(f"**{each.what}** {each.what_to_do}" for each in tactic.pitfalls)
    questions = "\n\n".join(f"**{each.question}**\n{each.answer}" for each in tactic.questions)
    return pitfalls + (f"\n\n### Questions\n{questions}" if questions else "")


def _research(tactic: Tactic, known: Mapping[str, Tactic]) -> str:
    found = "\n\n".join(f"{each.claim} {each.limits}\n{small(each.source)}" for each in tactic.evidence)
    return found or "Nothing that we would put our name to yet."


_TEXTS: dict[TacticPart, Callable[[Tactic, Mapping[str, Tactic]], str]] = {
    TacticPart.SHORT: _short,
    TacticPart.USE: _use,
    TacticPart.AGAINST: _against,
    TacticPart.STORY: _story,
    TacticPart.PITFALLS: _pitfalls,
    TacticPart.RESEARCH: _research,
}


def tactics_card(tactics: Sequence[Tactic], found: Learned) -> Card:
    """All `tactics` by level, each in a sentence and with what the member has of it, and a menu to open one."""
    parts: list[str | ui.Item[Any]] = [f"## Tactics\n{level_told(found)}"]
    mine = {each.mastery.tactic: each for each in found.tactics}
    for level, title in LEVELS.items():
        here = [tactic for tactic in tactics if tactic.level == level]
        if here:
            lines = bullets(
                f"**{tactic.title}**{_standing(mine.get(tactic.id))}: {_first_sentence(tactic.in_short)}"
                for tactic in here
            )
            parts += [f"### {title}\n{lines}", _menu(level, title, here, mine)]
    return Card(PLAIN, parts)


def _standing(mine: TacticProgress | None) -> str:
    """Nothing for a tactic that the member has not begun with."""
    told = "" if mine is None else _standing_in_words(mine)
    return f" ({told})" if told else ""


def _standing_in_words(mine: TacticProgress) -> str:
    if mine.mastery.stage is Stage.NEW:
        return ""
    due = f", {mine.due} due" if mine.due else ""
    return f"{mine.mastery.stage} {percent(mine.mastery.share)}{due}"


def _menu(level: int, title: str, tactics: Sequence[Tactic], mine: Mapping[str, TacticProgress]) -> ui.ActionRow[Card]:
    options = [
        discord.SelectOption(
            label=cut(tactic.title, 100),
            value=tactic.id,
            description=(_standing_in_words(mine[tactic.id]) if tactic.id in mine else "") or None,
        )
        for tactic in tactics
    ]
    menu = ui.Select[Card](
        custom_id=custom_ids.OPEN_TACTIC(level=level),
        placeholder=f"Open one: {title}",
        options=options[:_SELECT_OPTIONS],
    )
    return ui.ActionRow(menu)


def _first_sentence(text: str) -> str:
    return f"{text.partition('. ')[0].rstrip('.')}."


LEVELS = {1: "To begin with", 2: "When those sit", 3: "Advanced"}
