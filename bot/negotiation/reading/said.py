"""A message in plain form: words in one spelling, each number replaced by a sign for what it counts.

"I can't do $180, would you take 150?" becomes ". i can not do # would you take # ?". The rules are phrases over
this form, so that one rule holds for all amounts and spellings, and each find leads back to the words as typed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from bot.negotiation.reading.counting import BEGINS_NUMBER, take_number
from bot.negotiation.reading.numerals import one_form
from bot.negotiation.reading.quantities import Quantity
from bot.negotiation.reading.spelling import spelled_out
from bot.negotiation.reading.wordsets import words

LONGEST = 4000
"""Discord's own limit for a message."""

START_READ, END_READ = 700, 400
"""Characters of a longer text that are read: nobody bargains in more, and so every message is read in bounded time."""

REMEMBERED = 64
"""For so many messages the plain form and what was found in it are kept: each comes back as context of the next."""

_TOKEN = re.compile(
    r"(?P<number>(?:[$€£¥]\s?)?[0-9]+(?:[.,:/][0-9]+)*)"
    r"(?P<suffix>\s?[%$€£¥](?!\s?[0-9])|'s(?![^\W\d_])|[\"']|[^\W\d_]{1,12})?"
    r"|(?P<word>[^\W\d_][^\W_]*(?:'[^\W\d_]+)*)"
    r"|(?P<mark>[.?!…\n;]+)"
    r"|(?P<dash>(?<=\s)-+(?=\s))"
    r"|(?P<quiet>[,()\[\]\"*_~`'<>{}|=+&:/\\-]+)"
    r"|(?P<sign>\S)"
)
LINK = re.compile(
    r"(?:https?://|www\.|discord\.gg/)\S{1,300}|\b[\w-]{1,60}\.(?:com|net|org|io|gg|ru|xyz|me)/\S{0,200}", re.IGNORECASE
)
"""A link is cut out of a message, and the rest is read."""

_PICTURES = "\u2190"
"""From here on, signs are arrows and pictures."""

_LINE_BREAKS = str.maketrans(dict.fromkeys("\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029", "\n"))
"""Whatever ends a line is a line feed, so that no rule meets white space it doesn't know."""

_LETTER_O = re.compile(r"(?<=[0-9])o(?=[0-9])")
"""Typed for a zero: "1o50"."""

_DECADE = re.compile(r"(?:19|20)?[2-9]0")
_EMOJI = {
    "👍": "yes_sign", "✅": "yes_sign", "👌": "yes_sign", "🤝": "deal_sign", "✔": "yes_sign", "☑": "yes_sign",
    "👎": "no_sign", "❌": "no_sign", "🙅": "no_sign", "🚫": "no_sign", "👋": "bye_sign", "🚶": "walk_sign",
    "😂": "haha", "🤣": "haha", "🙄": "eyeroll", "😍": "love_sign", "❤": "love_sign", "🥰": "love_sign",
    "🙏": "please_sign", "🖕": "rude_sign", "%": "percent",
}  # fmt: skip
STOPS = frozenset(".?!")
_CAPITALS_OF_THEIR_OWN = words(
    "i am will have would monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june "
    "july august september october november december okay english god christmas easter usd eur gbp"
)
_AFTER_TOO = words("much low high expensive pricey steep far late little bad")
_OPENERS = words(
    "hi hello hey okay so and but well please then also or , yes no great thanks now hiya done deal perfect cool fine "
    "agreed lovely"
)
_CALLED = words("mate bro bruv pal dude buddy sir madam maam man haha honestly tbh lads")
"""At the end of a sentence these call somebody or soften it, and say no more: "I'm out lol", "no deal, mate"."""

_MOST_CALLED = 5
"""So many of them in a row at most."""

_NOT_CALLED = words(
    "a an the my your his her our their this that another other old new one of for with to from by and or no yes okay "
    "sure deal . , ? !"
)
"""After these, a word is what is spoken of ("my mate") or all that is said ("haha"); "sure lol" is half a joke."""

_LEADS_IN = words(
    "okay well so then right hmm hm oh ah um uh er look listen honestly actually sorry and , man mate bro dude haha "
    "anyway now"
)
"""A sentence may begin anew after these: "ok well, sorry, can't"."""

_ASKING_VERBS = words("can could would will is are was were do does did has have had may should shall")
_QUESTION_WORDS = words("what which who whose where when why how")
_HAVING = words("got have selling there around")
_CONDITIONAL = words("should had were")
_ANYBODY = words("i you we they he she")
_ANYTHING = _ANYBODY | words("it that this there the these those your my any anybody anyone")


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """The plain form: a row of words between two stops, and an empty word at its end. Places are places in it.

    Each is itself alone (no two are equal), so that what was found in one can be remembered for it.
    """

    text: str
    words: list[str]
    spans: list[tuple[int, int]]  # where each word stands in `text`
    where: dict[str, list[int]]  # the places of each word
    begins: list[int]  # the places where a sentence begins
    starts: list[int]  # the same, and where it begins again after words that only lead in
    stops: list[int]  # the places of the stops, but for the first
    questions: frozenset[int]  # where a sentence begins that asks
    numbers: dict[int, Quantity]
    names: tuple[int, ...]  # places of words that are written as names: with a capital inside a sentence
    links: int  # how many links were cut out
    unknown_signs: int  # signs that are neither letters nor anything a rule knows

    def quote(self, start: int, end: int) -> str:
        """The words as typed from one place up to another."""
        last = min(max(start, end - 1), len(self.words) - 1)
        return self.text[self.spans[start][0] : self.spans[last][1]].strip()

    def sentence(self, place: int) -> tuple[int, int]:
        """The first place of the sentence around `place`, and the place of the stop that ends it."""
        begin = self.begins[max(0, bisect_right(self.begins, place) - 1)]
        stop = bisect_left(self.stops, max(begin, place))
        return begin, self.stops[min(stop, len(self.stops) - 1)]

    def same_sentence(self, one: int, other: int) -> bool:
        return self.sentence(one)[0] == self.sentence(other)[0]

    def asks_at(self, place: int) -> bool:
        """Whether the sentence around this place is a question: by its mark, or by its build where that is missing."""
        return self.sentence(place)[0] in self.questions


def _ends_of(text: str) -> str:
    return text if len(text) <= START_READ + END_READ + 1 else f"{text[:START_READ]}\n{text[-END_READ:]}"


def clean(text: str) -> str:
    """Return the start and the end of `text`, compatibility forms folded and apostrophes made one."""
    text = _ends_of(text[:LONGEST].translate(_LINE_BREAKS))
    if not text.isascii():
        text = _ends_of(unicodedata.normalize("NFKC", text))
        text = text.replace("’", "'").replace("‘", "'").replace("`", "'").replace("ʼ", "'")
        text = text.replace("–", "-").replace("—", "-").replace("″", '"')
    return text


def plainly(text: str, list_price: float | None = None) -> Said:
    """The plain form of `text`. `list_price` (major units) helps to tell "one fifty" and "2000" apart."""
    text, links = LINK.subn(" ", clean(text))
    text = one_form(text, list_price)
    lower = _LETTER_O.sub("0", text.lower())
    words, spans, unknown = _words(lower)
    if len(lower) != len(text):  # a few letters are longer in lower case
        text = lower
    return _assembled(text, words, spans, links, unknown, list_price)


def _words(text: str) -> tuple[list[str], list[tuple[int, int]], int]:
    """Words, stops and raw numbers of a lower-case text, in order, where each stands, and how many signs are unknown.

    A number is handed on as its digits with their sign and as its suffix, each after a NUL.
    """
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    unknown = 0
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        span = token.span()
        if kind == "word":
            for word in spelled_out(token[0]):
                words.append(word)
                spans.append(span)
        elif kind == "number" or kind == "suffix":
            suffix = token["suffix"] or ""
            says_is = suffix == "'s" and not _DECADE.fullmatch(token["number"])
            words.append(f"\0{token['number']}\0{'' if says_is else suffix}")
            spans.append(span)
            if says_is:  # "700's fine"
                words.append("is")
                spans.append(span)
        elif kind == "mark":
            mark = "?" if "?" in token[0] else "!" if "!" in token[0] else "."
            words.append(mark)
            spans.append(span)
        elif kind == "dash":
            words.append(".")
            spans.append(span)
        elif kind == "quiet":
            if "," in token[0]:
                words.append(",")
                spans.append(span)
            elif token[0] == "+" and text[span[0] - 1 : span[0]] == " " and text[span[1] : span[1] + 1] == " ":
                words.append("plus")  # "150 + the case"
                spans.append(span)
            elif token[0] == "/" and words and words[-1][0] == "\0":  # "1950/month"
                words.append("per")
                spans.append(span)
        else:
            sign = _EMOJI.get(token[0])
            if sign:
                words.append(sign)
                spans.append(span)
            elif token[0] not in "️$€£¥^#@":
                unknown += 1
                if token[0] >= _PICTURES and words and words[-1] not in STOPS:
                    words.append(".")  # "can't blame me for trying 🙂 22 then"
                    spans.append(span)
    return words, spans, unknown


def _assembled(
    text: str, raw: list[str], raw_spans: list[tuple[int, int]], links: int, unknown: int, list_price: float | None
) -> Said:
    words = ["."]
    spans = [(0, 0)]
    numbers: dict[int, Quantity] = {}
    begins: list[int] = []
    where: dict[str, list[int]] = {}
    i = 0
    while i < len(raw):
        word, taken = raw[i], 1
        if word == "\x002\0" and raw[i + 1 : i + 2] and raw[i + 1] in _AFTER_TOO:
            word = "too"  # "2 much"
        if (word[0] == "\0" or word in BEGINS_NUMBER) and (found := take_number(raw, i, list_price)):
            quantity, taken = found
            word = quantity.kind.value
            numbers[len(words)] = quantity
        if word in _CALLED and words[-1] not in _NOT_CALLED and _ends_after(raw, i):
            i += 1
            continue
        if words[-1] in STOPS:
            begins.append(len(words))
        if word in where:
            where[word].append(len(words))
        else:
            where[word] = [len(words)]
        words.append(word)
        spans.append(raw_spans[i] if taken == 1 else (raw_spans[i][0], raw_spans[i + taken - 1][1]))
        i += taken
    if words[-1] not in STOPS:
        where.setdefault(".", []).append(len(words))
        words.append(".")
        spans.append((len(text), len(text)))
    words.append("")  # so that a phrase may look one word beyond the last stop
    spans.append((len(text), len(text)))
    stops = sorted(place for stop in STOPS for place in where.get(stop, ()))
    begins, stops = begins or [0], stops or [0]
    questions = frozenset(
        begin
        for begin in begins
        if words[stops[min(bisect_left(stops, begin), len(stops) - 1)]] == "?" or _inverted(words, begin)
    )
    starts = begins + [place for begin in begins for place in _led_in(words, begin)]
    names = tuple(_names(text, words, spans, frozenset(begins)))
    return Said(text, words, spans, where, begins, starts, stops, questions, numbers, names, links, unknown)


def _names(text: str, words: list[str], spans: list[tuple[int, int]], begins: frozenset[int]) -> Iterator[int]:
    """The places of words with a capital letter where a sentence asks for none."""
    if text.isupper() or text.islower():
        return
    capitals = [place for place in range(1, len(words) - 1) if text[spans[place][0] : spans[place][0] + 1].isupper()]
    if 2 * len(capitals) > len(words):
        return  # all in capitals, or every word with one
    for place in capitals:
        if place not in begins and words[place] not in _CAPITALS_OF_THEIR_OWN and spans[place] != spans[place - 1]:
            yield place


def _ends_after(raw: list[str], i: int) -> bool:
    """Whether a sentence ends after this word, or after others that call somebody."""
    most = i + _MOST_CALLED
    while i < most and i + 1 < len(raw) and raw[i + 1] in _CALLED:
        i += 1
    return i + 1 == len(raw) or raw[i + 1] in STOPS


def _led_in(words: list[str], begin: int) -> Iterator[int]:
    """The places after each of the words that lead in a sentence."""
    while words[begin] in _LEADS_IN:
        begin += 1
        if words[begin] not in STOPS and words[begin] not in _LEADS_IN:
            yield begin


def _inverted(words: list[str], begin: int) -> bool:
    """Whether a sentence asks by its build: "can you deliver", "is there a scratch", "how much for the lamp"."""
    while words[begin] in _OPENERS:
        begin += 1
    verb, subject = words[begin], words[begin + 1 : begin + 2]
    if verb == "you" and subject == ["still"]:
        return words[begin + 2] in _HAVING
    if verb in _QUESTION_WORDS and subject and subject[0] in _ASKING_VERBS:
        return True
    if verb in {"when", "where"} and subject == ["you"]:
        return words[begin + 2].endswith("ing") and words[begin + 3] in STOPS
    if verb == "how" and subject in (["much"], ["many"], ["long"], ["old"]):
        return True
    if verb in _CONDITIONAL and subject == ["you"]:
        return False  # "should you change your mind"
    return verb in _ASKING_VERBS and bool(subject) and subject[0] in (_ANYBODY if verb in {"do", "have"} else _ANYTHING)
