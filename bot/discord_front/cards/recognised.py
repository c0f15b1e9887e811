"""Which tactic is at work in a message: its name, the words that point to it, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from discord import ui

from bot.discord_front import custom_ids
from bot.discord_front.cards.paper import PLAIN, TACTIC, Card, Style, bullets, button, buttons, rule, small
from bot.discord_front.quoting import escaped
from bot.negotiation.recognising import Recognised

_MOST_WORDS = 6  # that are quoted for one tactic


def recognised_card(found: Sequence[Recognised]) -> Card:
    """What `recognise` found in a message, the likeliest first."""
    if not found:
        return _nothing()
    return _sure(found[0], found[1:]) if found[0].sure else _unsure(found)


def _sure(first: Recognised, others: Sequence[Recognised]) -> Card:
    tactic = first.tactic
    answer = f"**If it is used on you.** {tactic.when_used_on_you[0]}"
    return Card(
        TACTIC,
        [
            f"## {tactic.title}\n{small('Which tactic is this?')}",
            f"What points to it: {_words(first)}.",
            tactic.in_short,
            answer,
            f"Perhaps also at work:\n{_list(others)}" if others else None,
            rule(),
            buttons(_read(first, "Read about it", "primary"), *(_read(each, each.tactic.title) for each in others)),
        ],
    )


def _unsure(found: Sequence[Recognised]) -> Card:
    only = len(found) == 1
    doubt = "I'm not sure. It may be this one:" if only else "I'm not sure. It may be one of these:"
    return Card(
        PLAIN,
        [
            f"## Which tactic is this?\n{doubt}",
            bullets(f"**{each.tactic.title}**, because of {_words(each)}. {each.tactic.in_short}" for each in found),
            small("A few words are little to go by. What was said before them decides."),
            rule(),
            buttons(*(_read(each, "Read about it" if only else each.tactic.title) for each in found)),
        ],
    )


def _nothing() -> Card:
    return Card(
        PLAIN,
        [
            "## Which tactic is this?\nNone that I know shows in these words. It may still be one: "
            "tactics often lie in what is left out, or in when it is said.",
            small("/tactics shows all there are."),
        ],
    )


def _list(others: Sequence[Recognised]) -> str:
    return bullets(f"**{each.tactic.title}**: {_words(each)}" for each in others)


def _words(found: Recognised) -> str:
    """The words of the message that point to the tactic, as typed; nothing in them may ping or format."""
    return ", ".join(f"“{escaped(words)}”" for words in found.words[:_MOST_WORDS])


def _read(found: Recognised, label: str, style: Style = "secondary") -> ui.Button[Any]:
    return button(label, custom_ids.READ(tactic=found.tactic.id), style)
