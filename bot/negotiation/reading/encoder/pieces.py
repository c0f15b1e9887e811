"""A message as the network takes it in: word pieces, numbers with their traits, and what is known of the talk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.negotiation.moves import Place
from bot.negotiation.reading.encoder.numbers import Amounts, Number, numbers_in, traits
from bot.negotiation.scenario import Side

CLASS, SEPARATOR, UNKNOWN, NUMBER = "[CLS]", "[SEP]", "[UNK]", "[NUM]"
SETTING: tuple[str, ...] = (*Side, *(place for place in Place if place is not Place.OVER), "tag", "ask", "own", "said")
"""What may be known of the talk: each that holds is added to every token."""

LONGEST_TEXT, LONGEST_SAID = 80, 32  # in tokens
_END_OF_TEXT = 28  # of a longer text, so many of its last tokens are kept beside its first ones
_START_READ, _END_READ = 700, 400  # characters of a long text that are looked at: more than fills the tokens
_LONGEST_WORD = 30
_PIECE = re.compile(r"[^\W_]+|_+|\.{2,}|!+|\?+|[^\w\s]")
_RUNS = {".": "…", "!": "!", "?": "?"}


@dataclass(frozen=True, slots=True)
class Talk:
    """What a message answers: the speaker's role, the other side's last line, and the amounts in whole units of money
    (pounds, not pence): the list price, the other side's terms and the speaker's own last offer."""

    side: Side
    said: str = ""
    tag: float | None = None
    ask: float | None = None
    own: float | None = None
    place: Place = Place.AT_TABLE


@dataclass(frozen=True, slots=True)
class Token:
    piece: int
    start: int
    end: int
    traits: Sequence[int] = ()


class _Mark(NamedTuple):
    piece: int
    start: int
    end: int
    number: int | None  # which of the text's numbers


@dataclass(frozen=True, slots=True)
class Input:
    """The tokens of both lines with the places of the separators, the setting, and the numbers of the text.

    `places` has for each number of the text the place of its token, None where the text was too long.
    """

    tokens: Sequence[Token]
    begin: int  # of the text's tokens; the other side's line is before
    setting: Sequence[int]
    numbers: Sequence[Number]
    places: Sequence[int | None]


class Pieces:
    """Splits words greedily into the longest pieces of a vocabulary, as BERT does."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._places: Mapping[str, int] = {piece: place for place, piece in enumerate(vocabulary)}
        self._class, self._separator = self._places[CLASS], self._places[SEPARATOR]
        self._number, self._unknown = self._places[NUMBER], self._places[UNKNOWN]
        self._word: Callable[[str], tuple[int, ...]] = lru_cache(maxsize=4096)(self._split)

    def input(self, text: str, talk: Talk) -> Input:
        said, numbers_said = self._marks(talk.said)
        words, numbers = self._marks(text)
        said = said[-LONGEST_SAID:]
        if len(words) > LONGEST_TEXT:
            words = words[: LONGEST_TEXT - _END_OF_TEXT] + words[-_END_OF_TEXT:]
        amounts = Amounts(talk.side, talk.tag, talk.ask, talk.own)
        tokens = [
            _mark(self._class),
            *_with_traits(said, numbers_said, amounts, []),
            _mark(self._separator),
            *_with_traits(words, numbers, amounts, numbers_said),
            _mark(self._separator),
        ]
        begin = len(said) + 2
        at = {mark.number: begin + place for place, mark in enumerate(words) if mark.number is not None}
        known = {talk.side, talk.place} | {name for name in ("tag", "ask", "own", "said") if getattr(talk, name)}
        setting = [place for place, name in enumerate(SETTING) if name in known]
        return Input(tokens, begin, setting, numbers, [at.get(place) for place in range(len(numbers))])

    def sentence(self, text: str, longest: int) -> list[int]:
        """Return the pieces of one sentence, between those that begin and end it; `longest` of them at most."""
        marks, _ = self._marks(text)
        return [self._class, *(mark.piece for mark in marks[: longest - 2]), self._separator]

    def _marks(self, text: str) -> tuple[list[_Mark], list[Number]]:
        """Return the pieces of a text and its numbers; of a long one, those of both its ends."""
        stretches = [(0, len(text))]
        if len(text) > _START_READ + _END_READ:
            stretches = [(0, _START_READ), (len(text) - _END_READ, len(text))]
        marks: list[_Mark] = []
        numbers: list[Number] = []
        for start, end in stretches:
            for number in numbers_in(text, start, end):
                self._words(text, start, number.start, marks)
                marks.append(_Mark(self._number, number.start, number.end, len(numbers)))
                numbers.append(number)
                start = number.end
            self._words(text, start, end, marks)
        return marks, numbers

    def _words(self, text: str, start: int, end: int, marks: list[_Mark]) -> None:
        for match in _PIECE.finditer(text, start, end):
            marks += [_Mark(piece, match.start(), match.end(), None) for piece in self._word(match[0])]

    def _split(self, word: str) -> tuple[int, ...]:
        if not word[0].isalnum():
            word = _RUNS.get(word[0], word[0]) if len(word) > 1 else word
            if word in self._places:
                return (self._places[word],)
            return tuple(piece for name in _name(word) for piece in self._word(name))
        plain = "".join(
            letter for letter in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(letter) != "Mn"
        )
        if len(plain) > _LONGEST_WORD:
            return (self._unknown,)
        found: list[int] = []
        at = 0
        while at < len(plain):
            for end in range(len(plain), at, -1):
                piece = self._places.get(("##" if at else "") + plain[at:end])
                if piece is not None:
                    found.append(piece)
                    at = end
                    break
            else:
                return (self._unknown,)
        return tuple(found)


def _with_traits(
    marks: Sequence[_Mark], numbers: Sequence[Number], amounts: Amounts, elsewhere: Sequence[Number]
) -> list[Token]:
    if all(mark.number is None for mark in marks):
        return [Token(mark.piece, mark.start, mark.end) for mark in marks]
    said = [number.value for number in elsewhere]
    values = [number.value for number in numbers]
    return [
        Token(
            mark.piece,
            mark.start,
            mark.end,
            ()
            if mark.number is None
            else traits(numbers[mark.number], amounts, said, values[: mark.number], values[mark.number + 1 :]),
        )
        for mark in marks
    ]


def _mark(piece: int) -> Token:
    return Token(piece, -1, -1)


def _name(sign: str) -> list[str]:
    """Return the words for a sign that is no piece: "face with rolling eyes" says more than "unknown"."""
    if unicodedata.category(sign[0])[0] in "MC":
        return []
    name = unicodedata.name(sign[0], "").lower()
    return [word for word in re.findall(r"[a-z]+", name) if word not in ("sign", "selector", "variation")][:5]
