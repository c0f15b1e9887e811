"""Tactics found by a part of their name, by the words of what they teach, or by a message in which they are at work."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from bot.negotiation.reading.wordsets import FREQUENT
from bot.negotiation.recognising import recognise
from bot.negotiation.tactic import Tactic

LONGEST = 100  # characters of a query that are looked at

# All ways to be found are compared on the scale of rapidfuzz: 100 is the name itself.
_BEGINS = 101.0
_ENOUGH = 65.0
_AT_WORK, _MAYBE_AT_WORK = 88.0, 70.0
_ALL_WORDS, _NO_WORDS = 85.0, 45.0  # where all words of the query stand in what a tactic teaches, and where none does
_HALF = 0.5  # with less of the query's words in it a tactic is about something else

_FILLERS = frozenset({"a", "an", "and", "for", "in", "it", "of", "on", "or", "the", "to"})  # names share them by chance
_ONE_WORD = 0.9  # of a name, as against the whole of it
_SHORTEST_PART = 5  # shorter ones stand in the midst of other words
_SHORTEST_WORD = 4  # shorter ones tell nothing about what is meant
_TYPING_ERROR = 82.0  # how alike a word and the one that was meant are


class TacticIndex:
    """What `tactics` can be found by."""

    def __init__(self, tactics: Iterable[Tactic]) -> None:
        self._tactics = sorted(tactics, key=lambda tactic: (tactic.level, tactic.title))
        self._words = {tactic.id: frozenset(_told_words(" ".join(_texts(tactic)))) for tactic in self._tactics}
        everywhere = frozenset[str]().union(*self._words.values())
        self._worth = {
            word: math.log(1 + len(self._tactics) / sum(word in words for words in self._words.values()))
            for word in everywhere
        }

    def find(self, query: str) -> list[Tactic]:
        """All tactics that the query may mean, the likeliest first; all there are, the easiest first, for ""."""
        wanted = query.strip().lower()[:LONGEST]
        if not wanted:
            return list(self._tactics)
        meant = self._meant(wanted)
        at_work = {
            found.tactic.id: _AT_WORK if found.sure else _MAYBE_AT_WORK for found in recognise(wanted, self._tactics)
        }
        scores = {
            tactic.id: max(
                *(_likeness(wanted, name) for name in _names(tactic)),
                at_work.get(tactic.id, 0.0),
                self._likeness_of_meaning(meant, tactic.id),
            )
            for tactic in self._tactics
        }
        likely = [tactic for tactic in self._tactics if scores[tactic.id] >= _ENOUGH]
        return sorted(likely, key=lambda tactic: -scores[tactic.id])  # of two that are alike, the easier one

    def _meant(self, wanted: str) -> dict[str, float]:
        """The words of the query, each as one that some tactic has where it comes near, with what it is worth."""
        unknown = math.log(1 + len(self._tactics))
        meant: dict[str, float] = {}
        for word in _told_words(wanted):
            near = word if word in self._worth else self._near(word)
            meant[near or word] = self._worth[near] if near else unknown
        return meant

    def _near(self, word: str) -> str | None:
        found = process.extractOne(word, self._worth.keys(), scorer=fuzz.ratio, score_cutoff=_TYPING_ERROR)
        return found[0] if found else None

    def _likeness_of_meaning(self, meant: dict[str, float], tactic: str) -> float:
        whole = sum(meant.values())
        shared = sum(worth for word, worth in meant.items() if word in self._words[tactic])
        if not whole or shared / whole < _HALF:
            return 0.0
        return _NO_WORDS + (_ALL_WORDS - _NO_WORDS) * shared / whole


def _names(tactic: Tactic) -> Iterator[str]:
    yield tactic.id
    yield tactic.title.lower()
    yield from (alias.lower() for alias in tactic.aliases)
    if tactic.number is not None:
        yield str(tactic.number)
        yield f"#{tactic.number}"


def _likeness(wanted: str, name: str) -> float:
    """Parts count, but no "the" or "to" that two names happen to share."""
    if name.startswith(wanted):
        return _BEGINS
    bare, bare_name = _bare(wanted), _bare(name)
    if min(len(bare), len(bare_name)) >= _SHORTEST_PART:
        parts = fuzz.WRatio(bare, bare_name)
    else:
        parts = _ONE_WORD * max((fuzz.ratio(bare, word) for word in bare_name.split()), default=0.0)
    return max(fuzz.ratio(wanted, name), parts)


def _bare(text: str) -> str:
    return " ".join(word for word in text.split() if word not in _FILLERS)


def _texts(tactic: Tactic) -> Iterator[str]:
    yield from (tactic.title, *tactic.aliases, tactic.in_short, tactic.principle)
    yield from tactic.how_to_use
    yield from (cue.replace("/", " ") for cue in tactic.cues)


def _told_words(text: str) -> Iterator[str]:
    """The words that tell something, without their endings."""
    for token in text.lower().split():
        word = token.strip(".,:;!?\"'()…")
        if len(word) >= _SHORTEST_WORD and word.isalpha() and word not in FREQUENT:
            yield _stem(word)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_WORD - 1:
            return word.removesuffix(ending)
    return word
