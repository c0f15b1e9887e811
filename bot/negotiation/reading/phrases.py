"""Phrases: how the rules of this package are written down, and how they are found in a message.

A phrase is words over the plain form (`said.py`), with a few signs:

    take|accept     one of these words          (a|the)?        an optional word or group
    (go|do that)    one of these, longer        (so|very)*      up to six of these
    {will}          a set of words with a name  ..  ...         up to two, up to five words of any kind
    ^  $            begin, end of a sentence    # % @           a number: a price, percent, anything else

A gap never runs past a stop, a comma or a "but". A comma may stand after any word, save right before a number: "I
can't, 150 is all I have" does not say that 150 can't be done; write `,?` there to allow it.

Gaps are bounded and a phrase is tried only where its first word stands, in messages that have all the words it
needs, so finding takes time linear in the length of the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from bot.negotiation.reading.said import STOPS, Said
from bot.negotiation.reading.wordsets import SETS, TURNS, how_often

T = TypeVar("T")

_LONGEST_ROW = 6
_PIECE = re.compile(r"\([^()]*\)[*?]*|\{\w+\}[*?]*|\S+")


_ONE, _MAYBE, _ROW, _GAP, _BEGIN, _END = range(6)
"""Kinds of piece, as plain numbers because they are compared some hundred times a message."""


class _Piece(NamedTuple):
    kind: int
    words: frozenset[str]  # those of one word
    longer: dict[str, list[list[str]]]  # those of several words, by the first of them
    reach: int  # of a gap
    comma: bool  # whether a comma may stand before it
    all_words: frozenset[str]  # every word it may begin with
    often: float  # in how many messages one of these stands, about


_NO_WORDS: frozenset[str] = frozenset()


def _made_of(kind: int, words: frozenset[str], longer: dict[str, list[list[str]]], comma: bool) -> _Piece:
    begins = words.union(longer)
    return _Piece(kind, words, longer, 0, comma, begins, how_often(begins))


class Found(NamedTuple, Generic[T]):
    """A phrase found: what it stands for, its first word, the word after its last one, and its first number (-1 if
    it has none)."""

    value: T
    start: int
    end: int
    number: int


class _Phrase(Generic[T]):
    """A phrase ready to be tried: what to look at before the pieces themselves are matched one by one."""

    __slots__ = ("first", "known", "needs", "pieces", "second", "step", "value")

    def __init__(self, value: T, pieces: list[_Piece], needs: int) -> None:
        self.value = value
        self.needs = needs  # a bit for each set of words of which one must stand in the message
        self.pieces = pieces
        self.first: frozenset[str] | None = pieces[0].all_words  # where it may begin; None: where a sentence does
        self.second: frozenset[str] | None = None  # the words that may stand next, unless any may
        self.step = 1  # how far the second word is from the first
        self.known = 0  # how many pieces need not be tried again where the first word stands
        if pieces[0].kind == _BEGIN:
            self.step = 0
            self.first, self.pieces = None, pieces[1:]
            self.second = _next_words(pieces[1:])
        elif not pieces[0].longer:
            self.second = _next_words(pieces[1:])
            self.known = int("#" not in pieces[0].words)


def _next_words(pieces: list[_Piece]) -> frozenset[str] | None:
    """The words with which these pieces may begin; None if that may be any word."""
    words = frozenset(",")
    for piece in pieces:
        if piece.kind == _GAP:
            return None
        words |= STOPS if piece.kind == _END else piece.all_words
        if piece.kind in {_ONE, _END}:
            return words
    return None


class PhraseBook(Generic[T]):
    """Phrases and what each stands for.

    Each phrase is filed under the rarest word that it needs, so that a message tries few of them. Which sets of
    words a message meets is one whole number, a bit for each set, so that what a phrase needs is one comparison.
    """

    def __init__(self, entries: Iterable[tuple[T, str]]) -> None:
        self._filed: dict[str, list[_Phrase[T]]] = {}
        self._bits: dict[frozenset[str], int] = {}
        self._meets: dict[str, int] = {}
        for value, text in entries:
            pieces = _pieces(text)
            if pieces[0].kind not in {_BEGIN, _ONE}:
                raise ValueError(f"a phrase begins with a word that must be there: {text!r}")
            for unfolded in _unfolded(pieces):
                self._file(value, unfolded)

    def _file(self, value: T, pieces: list[_Piece]) -> None:
        must = sorted((piece for piece in pieces if piece.kind == _ONE), key=lambda piece: piece.often)
        needs = 0
        for piece in must[1:]:
            needs |= self._bit(piece.all_words)
        phrase = _Phrase(value, pieces, needs)
        for word in must[0].all_words:
            self._filed.setdefault(word, []).append(phrase)

    def _bit(self, choices: frozenset[str]) -> int:
        if choices not in self._bits:
            bit = self._bits[choices] = 1 << len(self._bits)
            for word in choices:
                self._meets[word] = self._meets.get(word, 0) | bit
        return self._bits[choices]

    def find(self, said: Said) -> list[Found[T]]:
        """Every phrase that stands in the message, at most once for each place where it may begin."""
        words, where, filed, meets = said.words, said.where, self._filed, self._meets
        met = 0
        for word in where:
            if word in meets:
                met |= meets[word]
        tried: set[_Phrase[T]] = set()
        all_found: list[Found[T]] = []
        for phrases in [filed[word] for word in where if word in filed]:
            for phrase in phrases:
                needs = phrase.needs
                if needs & met != needs or phrase in tried:
                    continue
                tried.add(phrase)
                second, known = phrase.second, phrase.known
                for place in _places(phrase.first, said):
                    if second is not None and words[place + phrase.step] not in second:
                        continue
                    if match := _match(words, place + known, phrase.pieces, known):
                        all_found.append(Found(phrase.value, place, *match))
        return all_found


def _places(first: frozenset[str] | None, said: Said) -> list[int]:
    """Where a phrase may begin that begins with one of these words."""
    if first is None:
        return said.starts
    where = said.where
    if len(first) == 1:
        (word,) = first
        return where[word]
    return [place for word in where.keys() & first for place in where[word]]


def _pieces(phrase: str) -> list[_Piece]:
    return [_piece(text, place > 0) for place, text in enumerate(_PIECE.findall(phrase))]


@lru_cache(maxsize=4096)  # the same pieces stand in many phrases
def _piece(text: str, after_another: bool) -> _Piece:
    comma = after_another and text[0] not in "#{,%@."
    if text in {"..", "..."}:
        return _Piece(_GAP, _NO_WORDS, {}, 2 if text == ".." else 5, False, _NO_WORDS, 0.0)
    if text in {"^", "$"}:
        return _made_of(_BEGIN if text == "^" else _END, _NO_WORDS, {}, False)
    kind = _ONE
    if len(text) > 1 and text[-1] in "?*":
        kind = _MAYBE if text[-1] == "?" else _ROW
        text = text[:-1]
    choices = SETS[text[1:-1]] if text[0] == "{" else frozenset(text.strip("()").split("|"))
    longer: dict[str, list[list[str]]] = {}
    for choice in choices:
        if " " in choice:
            longer.setdefault(choice.split()[0], []).append(choice.split())
    words = frozenset(choice for choice in choices if " " not in choice) if longer else choices
    return _made_of(kind, words, longer, comma)


def _unfolded(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """The same phrase once for each choice of several words that it may begin with, so that each can be filed well."""
    first, *rest = pieces
    if first.kind == _ONE and first.longer:
        for choice in (choice for choices in first.longer.values() for choice in choices):
            yield [*(_made_of(_ONE, frozenset({word}), {}, False) for word in choice), *rest]
        if first.words:
            yield [_made_of(_ONE, first.words, {}, first.comma), *rest]
    else:
        yield pieces


def _match(words: list[str], at: int, pieces: list[_Piece], k: int) -> tuple[int, int] | None:
    """Where the phrase ends that begins with `pieces[k]` at `words[at]`, and where its first number stands."""
    number = -1
    while k < len(pieces):
        kind, choices, longer, reach, comma, _, _ = pieces[k]
        k += 1
        word = words[at]
        if word == "," and comma and word not in choices:
            at += 1
            word = words[at]
        if kind == _ONE:
            if longer and word in longer:
                for choice in longer[word]:
                    if words[at : at + len(choice)] == choice and (match := _match(words, at + len(choice), pieces, k)):
                        return (match[0], number) if number >= 0 else match
            if word not in choices:
                return None
            if word == "#" and number < 0:
                number = at
            at += 1
        elif kind == _END:
            if word not in STOPS:
                return None
        else:
            follows, follows_comma = _NO_WORDS, False
            if k < len(pieces) and pieces[k].kind == _ONE:
                follows, follows_comma = pieces[k].all_words, pieces[k].comma
            for end in _ends(words, at, kind, choices, longer, reach):
                if follows and words[end] not in follows and not (follows_comma and words[end] == ","):
                    continue
                if match := _match(words, end, pieces, k):
                    return (match[0], number) if number >= 0 else match
            return None
    return at, number


def _ends(
    words: list[str], at: int, kind: int, choices: frozenset[str], longer: dict[str, list[list[str]]], reach: int
) -> list[int]:
    """Where a piece that may be left out can end, the likeliest first: a gap short, all others long."""
    ends = [at]
    if kind == _GAP:
        while len(ends) <= reach and words[at] and words[at] not in STOPS and words[at] not in TURNS:
            at += 1
            ends.append(at)
        return ends
    limit = 1 if kind == _MAYBE else _LONGEST_ROW
    while len(ends) <= limit:
        word = words[at]
        step = 1 if word in choices else 0
        if longer and word in longer:
            for choice in longer[word]:
                if words[at : at + len(choice)] == choice:
                    step = len(choice)
        if not step:
            break
        at += step
        ends.append(at)
    ends.reverse()
    return ends
