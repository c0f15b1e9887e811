"""A hint, with the passage that explains it and the way to the next one."""

from __future__ import annotations

from bot.discord_front import custom_ids
from bot.discord_front.cards.paper import PLAIN, Card, button, buttons, quote, small
from bot.services.hinting import Hint

_NEXT = {1: "Which kind of move?", 2: "Show me the move"}
_COUNTS = {
    1: "With a hint your rating stays as it is. Elsewhere the score counts 5 points less.",
    2: "Another 10 points less. With the next one it is practice only.",
    3: "With this the session is practice only.",
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
