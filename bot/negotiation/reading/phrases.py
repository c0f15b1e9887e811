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
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from bot.negotiation.reading.said import STOPS, Said
from bot.negotiation.reading.wordsets import SETS, TURNS

T = TypeVar("T")

_LONGEST_ROW = 6
_PIECE = re.compile(r"\([^()]*\)[*?]*|\{\w+\}[*?]*|\S+")


class _Kind:
    ONE, MAYBE, ROW, GAP, BEGIN, END = range(6)


class _Piece(NamedTuple):
    kind: int
    words: frozenset[str]  # those of one word
    longer: dict[str, list[list[str]]]  # those of several words, by the first of them
    reach: int  # of a gap
    comma: bool  # whether a comma may stand before it


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase found: what it stands for, its first word, the word after its last one, and its first number (-1 if
    it has none)."""

    value: T
    start: int
    end: int
    number: int


class PhraseBook(Generic[T]):
    """Phrases and what each stands for."""

    def __init__(self, entries: Iterable[tuple[T, str]]) -> None:
        self._at_begin: list[tuple[list[_Piece], list[frozenset[str]], T]] = []
        self._by_word: dict[str, list[tuple[list[_Piece], list[frozenset[str]], T]]] = {}
        for value, phrase in entries:
            pieces = _pieces(phrase)
            needed = [piece.words.union(piece.longer) for piece in pieces if piece.kind == _Kind.ONE]
            if pieces[0].kind == _Kind.BEGIN:
                self._at_begin.append((pieces[1:], needed, value))
            elif pieces[0].kind == _Kind.ONE:
                for word in needed[0]:
                    self._by_word.setdefault(word, []).append((pieces, needed[1:], value))
            else:
                raise ValueError(f"a phrase begins with a word that must be there: {phrase!r}")
        self._first_words = frozenset(self._by_word)

    def find(self, said: Said) -> Iterator[Found[T]]:
        """Every phrase that stands in the message, at most once for each place where it may begin."""
        words, where = said.words, said.where
        present = where.keys()
        for word in self._first_words & present:
            places = where[word]
            for pieces, needed, value in self._by_word[word]:
                for choices in needed:
                    if choices.isdisjoint(present):
                        break
                else:
                    for place in places:
                        if match := _match(words, place, pieces, 0):
                            yield Found(value, place, *match)
        for pieces, needed, value in self._at_begin:
            for choices in needed:
                if choices.isdisjoint(present):
                    break
            else:
                for place in said.begins:
                    if match := _match(words, place, pieces, 0):
                        yield Found(value, place, *match)


def _pieces(phrase: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    for text in _PIECE.findall(phrase):
        comma = bool(pieces) and text[0] not in "#{,%@."
        if text in {"..", "..."}:
            pieces.append(_Piece(_Kind.GAP, frozenset(), {}, 2 if text == ".." else 5, False))
            continue
        if text in {"^", "$"}:
            pieces.append(_Piece(_Kind.BEGIN if text == "^" else _Kind.END, frozenset(), {}, 0, False))
            continue
        kind = _Kind.ONE
        if len(text) > 1 and text[-1] in "?*":
            kind = _Kind.MAYBE if text[-1] == "?" else _Kind.ROW
            text = text[:-1]
        choices = SETS[text[1:-1]] if text[0] == "{" else frozenset(text.strip("()").split("|"))
        longer: dict[str, list[list[str]]] = {}
        for choice in choices:
            if " " in choice:
                longer.setdefault(choice.split()[0], []).append(choice.split())
        words = frozenset(choice for choice in choices if " " not in choice) if longer else choices
        pieces.append(_Piece(kind, words, longer, 0, comma))
    return pieces


def _match(words: list[str], at: int, pieces: list[_Piece], k: int) -> tuple[int, int] | None:
    """Where the phrase ends that begins with `pieces[k]` at `words[at]`, and where its first number stands."""
    number = -1
    while k < len(pieces):
        kind, choices, longer, reach, comma = pieces[k]
        k += 1
        word = words[at]
        if word == "," and comma:
            at += 1
            word = words[at]
        if kind == _Kind.ONE:
            for choice in longer.get(word, ()):
                if words[at : at + len(choice)] == choice and (match := _match(words, at + len(choice), pieces, k)):
                    return (match[0], number) if number >= 0 else match
            if word not in choices:
                return None
            if word == "#" and number < 0:
                number = at
            at += 1
        elif kind == _Kind.END:
            if word not in STOPS:
                return None
        else:
            ends = _ends(words, at, kind, choices, longer, reach)
            for end in ends:
                if match := _match(words, end, pieces, k):
                    return (match[0], number) if number >= 0 else match
            return None
    return at, number


def _ends(
    words: list[str], at: int, kind: int, choices: frozenset[str], longer: dict[str, list[list[str]]], reach: int
) -> list[int]:
    """Where a piece that may be left out can end, the likeliest first: a gap short, all others long."""
    ends = [at]
    if kind == _Kind.GAP:
        while len(ends) <= reach and words[at] not in STOPS and words[at] not in TURNS:
            at += 1
            ends.append(at)
        return ends
    limit = 1 if kind == _Kind.MAYBE else _LONGEST_ROW
    while len(ends) <= limit:
        word = words[at]
        step = 1 if word in choices else 0
        for choice in longer.get(word, ()):
            if words[at : at + len(choice)] == choice:
                step = len(choice)
        if not step:
            break
        at += step
        ends.append(at)
    ends.reverse()
    return ends
