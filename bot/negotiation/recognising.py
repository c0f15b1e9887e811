"""Which tactic is at work in a message, and which of its words say so.

A tactic's cues are words as people would write them. Each is looked for in the plain form of the message
(reading/said.py), so that spelling and contractions don't matter, and in all regular forms of its words. A number in a
cue stands for any number, "..." for up to five words, and "wife/husband" for one of the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from bot.negotiation.reading.phrases import Found, PhraseBook
from bot.negotiation.reading.said import STOPS, Said, plainly
from bot.negotiation.reading.wordsets import FREQUENT
from bot.negotiation.tactic import Tactic

GAP = "..."

# How telling a word is: one that stands in nearly every message says little by itself, a few of them in a row do.
_TELLING, _PLAIN = 1.0, 0.4
_ENOUGH = 0.9  # what a tactic needs to be named
_SURE = 1.4
_CLEAR = 1.3  # how many times as much as the next tactic one needs to be sure

_DENIALS = frozenset({"not", "never", "no", "without"})
_DENIAL_REACH = 3  # words before a cue
_PERSONS = frozenset({"i", "you", "he", "she", "we", "they"})
_MOST = 3  # tactics that are named


class Recognised(NamedTuple):
    """One tactic that may be at work. `words` are those of the message, as typed, that point to it."""

    tactic: Tactic
    sure: bool
    words: tuple[str, ...]


class _Cue(NamedTuple):
    tactic: str
    weight: float  # how telling its words are together


def recognise(text: str, tactics: Iterable[Tactic]) -> tuple[Recognised, ...]:
    """The tactics that the words of `text` point to, the likeliest first, at most three; empty where none do.

    Only the first can be sure: its words are telling enough, and clearly more so than those of the next.
    """
    known = {tactic.id: tactic for tactic in tactics}
    said = plainly(text)
    cues = _standing_in(said, _book(tuple((tactic.id, tactic.cues) for tactic in known.values())))
    scores = {tactic: sum(cue.value.weight for cue in of_tactic) for tactic, of_tactic in cues.items()}
    likely = sorted((tactic for tactic, score in scores.items() if score >= _ENOUGH), key=lambda t: (-scores[t], t))
    return tuple(
        Recognised(
            known[tactic],
            place == 0 and scores[tactic] >= max(_SURE, *(_CLEAR * scores[other] for other in likely[1:]), 0),
            tuple(said.quote(start, end) for start, end in _joined((cue.start, cue.end) for cue in cues[tactic])),
        )
        for place, tactic in enumerate(likely[:_MOST])
    )


@lru_cache(maxsize=4096)
def cue_fault(cue: str) -> str | None:
    """What is wrong with a cue, as a sentence for its author; None where nothing is."""
    parts = [part.split() for part in cue.split(GAP)]
    if not parts[0] or not parts[-1]:
        return f"A cue begins and ends with a word. Take the {GAP} at its end away."
    if any(not _words(choice) for part in parts for token in part for choice in _choices(token)):
        return "There is a sign here that is no word. Write words, with / only between two of them."
    if _weight(cue) < _ENOUGH:
        return "This stands in many messages. Add a word or two that only this tactic has."
    return None


@lru_cache(maxsize=8)
def _book(cues: tuple[tuple[str, tuple[str, ...]], ...]) -> PhraseBook[_Cue]:
    return PhraseBook((_Cue(tactic, _weight(cue)), _phrase(cue)) for tactic, all_cues in cues for cue in all_cues)


def _weight(cue: str) -> float:
    tokens = chain.from_iterable(part.split() for part in cue.split(GAP))
    return sum(_token_weight(token) for token in tokens)


def _token_weight(token: str) -> float:
    """That of the least telling of its choices."""
    return min(
        (sum(_PLAIN if word in FREQUENT else _TELLING for word in _words(choice)) for choice in _choices(token)),
        default=0,
    )


def _phrase(cue: str) -> str:
    """A cue as a phrase (reading/phrases.py)."""
    parts = ([_piece(token) for token in part.split()] for part in cue.split(GAP))
    return f" {GAP} ".join(" ".join(part) for part in parts)


def _piece(token: str) -> str:
    choices = [_words(choice) for choice in _choices(token)]
    if len(choices) == 1:
        return " ".join("|".join(sorted(_forms(word))) for word in choices[0])
    forms = {" ".join(words) for words in choices} | {
        form for words in choices if len(words) == 1 for form in _forms(words[0])
    }
    return f"({'|'.join(sorted(forms))})"


def _choices(token: str) -> list[str]:
    return token.split("/")


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """The words of a part of a cue in plain form; of its signs only a question mark counts."""
    return tuple(word for word in plainly(text).words if word and word not in {".", "!", ","})


def _forms(word: str) -> set[str]:
    """The word with its regular endings: "split" is found in "splitting" too."""
    if len(word) < 4 or word in FREQUENT or not word.isalpha():
        return {word}
    stem = word.removesuffix("e")
    last_doubles = word[-1] not in "aeiouwy" and word[-2] in "aeiou" and word[-3] not in "aeiou"
    doubled = word + word[-1] if last_doubles else stem
    return {word, f"{word}s", f"{stem}ed", f"{stem}ing", f"{doubled}ed", f"{doubled}ing"}


def _standing_in(said: Said, book: PhraseBook[_Cue]) -> dict[str, list[Found[_Cue]]]:
    """The cues of each tactic that stand in the message, the most telling ones first; none shares words with another
    of its tactic, and none is denied."""
    standing: dict[str, list[Found[_Cue]]] = {}
    for found in sorted(book.find(said), key=lambda found: (-found.value.weight, found.start)):
        others = standing.setdefault(found.value.tactic, [])
        apart = all(found.end <= other.start or other.end <= found.start for other in others)
        if apart and not _denied(said, found.start):
            others.append(found)
    return standing


def _denied(said: Said, start: int) -> bool:
    """Whether a no stands right before this place, in the same clause: "I'm not going to walk away".

    "Why not ..." and "Don't we ...?" are invitations.
    """
    words = said.words
    for place in range(start - 1, max(0, start - 1 - _DENIAL_REACH), -1):
        if words[place] in STOPS or words[place] == ",":
            return False
        if words[place] in _DENIALS:
            return words[place - 1] != "why" and words[place + 1] not in _PERSONS
    return False


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that touch made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
