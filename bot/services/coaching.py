"""What the coach says beside the story, where a message was meant for the app or couldn't be read."""

from __future__ import annotations

from bot.negotiation.moves import Place
from bot.negotiation.reading import Aside
from bot.services.played import Played

UNREADABLE = frozenset({Aside.CODE, Aside.LINK, Aside.LANGUAGE, Aside.EMOJI_ONLY, Aside.EMPTY})

_HOW = (
    "Write to {name} as you would say it: ask something, give a reason, name your price. Say plainly that you take it, "
    "and it is a deal; say that you are leaving, and you leave. Nothing you ask me here costs anything."
)
_HOW_AWAY = "You have left. Wait for what {name} does, or go back in."
_HOW_THEIRS = "{name} is leaving. Call after them, let them go, or name a price that could bring them back."
_UNREADABLE = (
    "I can read plain English, and couldn't read that. Say it in a sentence, or use the buttons. It cost you nothing."
)
_NOTHING = "There is nothing to take back: only what you said last can be, in your own words."


def beside(played: Played, aside: Aside) -> str:
    """The answer to a message that was no part of the story."""
    name = played.scenario.counterpart.partition(",")[0]
    match aside:
        case Aside.STANDING:
            return _standing(played)
        case Aside.REPEAT:
            words = played.question.words if played.question else None
            return f"{name} said: {_quoted(words or played.step_events[-1].body['words'])}"
        case Aside.UNDO:
            return _NOTHING
        case Aside.HELP:
            how = {Place.LEARNER_AWAY: _HOW_AWAY, Place.COUNTERPART_AWAY: _HOW_THEIRS}
            return how.get(played.state.place, _HOW).format(name=name)
        case _:
            return _UNREADABLE


def _standing(played: Played) -> str:
    match played.state.place:
        case Place.LEARNER_AWAY:
            where = "They want you back." if played.state.called else "You have left."
        case Place.COUNTERPART_AWAY:
            where = "They are leaving."
        case _:
            where = "You are both at the table."
    asked = played.question and played.question.words
    open_question = f" They asked you: {_quoted(asked)}" if asked else ""
    return f"{where}{open_question} Your alternative: {played.scenario.alternative.text}"


def _quoted(words: str) -> str:
    flat = " ".join(words.split())
    return flat if flat.startswith("*") else f"“{flat}”"
