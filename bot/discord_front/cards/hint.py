"""A hint, with the passage that explains it and the way to the next one."""

from __future__ import annotations

from bot.discord_front import custom_ids
from bot.discord_front.cards.paper import PLAIN, Card, button, buttons, quote, small
from bot.services.hinting import Hint

_NEXT = {1: "Which kind of move?", 2: "Show me the move"}
_COUNTS = {
    1: "Before your first move, a hint makes this practice unrated. Later, it cuts what your rating can gain, not what "
    "it can lose. The score counts 5 points less.",
    2: "Another 10 points less. After the next one, your rating can’t gain anything here, only lose.",
    3: "Practice only from here: your rating can’t gain anything, only lose.",
}


def hint_card(session: int, hint: Hint) -> Card:
    passage = None if hint.passage is None else f"**{hint.passage.title}**\n{quote(hint.passage.text)}"
    more = _NEXT.get(hint.step)
    return Card(
        PLAIN,
        [
            hint.text,
            passage,
            small(_COUNTS[hint.step]),
            None if more is None else buttons(button(more, custom_ids.HINT(session=session))),
        ],
    )
