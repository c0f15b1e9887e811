"""The numbers of a message, and how each stands to the amounts that are known.

The network never sees a digit: a number is one token, with traits that say what it is like ("a percentage", "the other
side's price", "between both positions"). So what it learns about one scenario holds for amounts of any size.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.negotiation.reading.wordsets import words
from bot.negotiation.scenario import Side

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "fity": 50, "fiddy": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_NAMED = {"fiver": 5, "tenner": 10, "dozen": 12}
_SCALES = {"hundred": 100, "thousand": 1000, "thou": 1000, "grand": 1000, "k": 1000, "mil": 10**6, "million": 10**6}
_WORD_VALUES = _UNITS | _TEENS | _TENS | _NAMED

_DIGITS = re.compile(
    r"(?P<sign>[$£€¥₹]\s?)?"
    r"(?P<body>[0-9]{1,3}(?:[,.'’ ][0-9]{3})+(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?|[0-9]+(?:[.,][0-9]+)?)"
    r"(?P<scale>\s?(?:k|mil|million|hundred|thousand|thou|grand)\b)?",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(?:(?:an?|half)\s(?:an?\s)?(?=hundred|thousand|grand|mil|dozen|fiver|tenner))?"
    r"(?:{0})(?:(?:\s|-|\sand\s)(?:{0}))*\b|\bhalf\b".format(
        "|".join(sorted({*_WORD_VALUES, *_SCALES} - {"k"}, key=len, reverse=True))
    ),
    re.IGNORECASE,
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:[,.'’ ][0-9]{3})+")
_TAIL = re.compile(r"[^\W\d_]+")
_ORDINAL_TAILS = words("st nd rd th")
_TIME_TAILS = words("am pm h hr hrs min mins mo y yr yrs d w wk wks")
_OTHER_TAILS = words("x m mm cm km kg g gb tb mb p eur euro euros usd gbp chf bucks quid pounds dollars c s er")
_MONEY_AFTER = re.compile(r"\s?(?:[$£€¥₹]|(?:eur|usd|gbp|chf|euros?|bucks?|quid|pounds?|dollars?|francs?)\b)", re.I)
_MONEY_BEFORE = re.compile(r"(?:\b(?:eur|usd|gbp|chf)|[$£€¥₹])\s?$", re.I)
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b|pct\b)", re.I)
_MOST_DIGITS = 15

_RATIO_BOUNDS = (0.02, 0.1, 0.3, 0.6, 0.85, 0.97, 1.031, 1.2, 1.7, 4.0)
TRAITS: tuple[str, ...] = (
    # its form
    "money", "percent", "scaled", "words", "half", "small", "year", "ordinal", "clock", "decimal", "joined", "round",
    # what it equals
    "is_ask", "is_own", "is_tag", "is_middle", "is_ask_less_tag", "is_ask_less_own", "is_own_less_tag",
    "in_said", "before", "after",
    # where it stands
    "between_own_and_ask", "between_tag_and_ask", "past_own", "past_ask", "short_of_own",
    "as_thousands", "as_hundreds", "no_reference", "reference_is_ask",
    *(f"ratio_{place}" for place in range(len(_RATIO_BOUNDS) + 1)),
)  # fmt: skip
_TRAIT = {name: place for place, name in enumerate(TRAITS)}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text: where, how much, and what can be told from its form alone."""

    start: int
    end: int
    value: float
    form: frozenset[str]


def numbers_in(text: str, start: int, end: int) -> list[Number]:
    """Return the numbers of a stretch of a text, in order; "one" alone is none."""
    found: list[Number] = []
    for number in sorted([*_in_digits(text, start, end), *_in_words(text, start, end)], key=lambda each: each.start):
        if not found or found[-1].end <= number.start:
            found.append(number)
    return found


def _in_digits(text: str, start: int, end: int) -> Iterator[Number]:
    for match in _DIGITS.finditer(text, start, end):
        body, scale = match["body"], (match["scale"] or "").strip().lower()
        stop = match.end()
        form = set[str]()
        before = text[match.start() - 1] if match.start() and not match["sign"] else " "
        if before.isalpha():
            if len(body) == 1:
                continue  # "b4", "m8", "gr8"
            form.add("joined")
        tail = _TAIL.match(text, stop)
        if tail and not scale:
            unit = tail[0].lower()
            if unit in _ORDINAL_TAILS:
                form.add("ordinal")
            elif unit in _TIME_TAILS:
                form.add("clock")
            elif unit not in _OTHER_TAILS:
                if len(body) == 1:
                    continue  # "2nite"
                form.add("joined")
        grouped = _GROUPED.match(body)
        if grouped and not body.startswith("0"):
            whole, rest = re.sub(r"[^0-9]", "", grouped[0]), body[grouped.end() + 1 :]
        else:
            whole, _, rest = re.sub(r"[^0-9.]", "", body.replace(",", ".")).partition(".")
            rest = rest.replace(".", "")  # "0.150.000"
        if len(whole) > _MOST_DIGITS:
            whole = "9" * _MOST_DIGITS
        value = float(f"{whole}.{rest or 0}")
        if rest:
            form.add("decimal")
        if scale:
            value *= _SCALES[scale]
            form.add("scaled")
        if text[stop : stop + 1] == ":" or text[match.start() - 1 : match.start()] == ":":
            form.add("clock")
        if len(body) == 4 and 1950 <= value <= 2039 and not scale:
            form.add("year")
        yield _number(text, match.start("body"), stop, value, form)


def _in_words(text: str, start: int, end: int) -> Iterator[Number]:
    for match in _WORDS.finditer(text, start, end):
        said = match[0].lower()
        spelled = [word for word in re.split(r"[\s-]+", said) if word not in ("and", "a", "an")]
        if spelled == ["one"] or said in _SCALES:
            continue  # "that's grand"
        if spelled == ["half"]:
            yield Number(match.start(), match.end(), 0.5, frozenset({"words", "half"}))
            continue
        yield _number(text, match.start(), match.end(), _worth(spelled), {"words"})


def _worth(spelled: Sequence[str]) -> float:
    """Return what number words come to, said as a clerk would write them or as in "one seventy" and "two fifty"."""
    total, current = 0.0, 0.0
    for word in spelled:
        if word == "half":
            current = 0.5
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scale, 0.0
        else:
            value = _WORD_VALUES[word]
            joins = not current or current % 100 == 0 or (current % 10 == 0 and value < 10)
            current = current + value if joins else current * 100 + value
            current = min(current, 1e9)
    return total + current


def _number(text: str, start: int, end: int, value: float, form: set[str]) -> Number:
    if _MONEY_AFTER.match(text, end) or _MONEY_BEFORE.search(text, max(0, start - 5), start):
        form.add("money")
    if _PERCENT.match(text, end):
        form.add("percent")
    if value <= 12 and value == int(value):
        form.add("small")
    if value >= 10 and value % 5 == 0:
        form.add("round")
    return Number(start, end, value, frozenset(form))


@dataclass(frozen=True, slots=True)
class Amounts:
    """What is known of the deal, in whole units of money (pounds, not pence)."""

    side: Side
    tag: float | None
    ask: float | None
    own: float | None


def traits(
    number: Number, amounts: Amounts, elsewhere: Sequence[float], before: Sequence[float], after: Sequence[float]
) -> list[int]:
    """Return the places in `TRAITS` of what holds for a number.

    `elsewhere` are the values in the other side's line; `before` and `after` are those in the same text.
    """
    found = set(number.form)
    value = number.value
    reference = amounts.ask or amounts.tag or amounts.own
    if amounts.ask:
        found.add("reference_is_ask")
    if not reference and elsewhere:
        reference = max(elsewhere)
    if not reference:
        found.add("no_reference")
        return sorted(_TRAIT[name] for name in found)
    if not found & {"percent", "scaled", "half", "year", "ordinal", "clock", "money"} and value * 20 < reference:
        for scale, name in ((1000, "as_thousands"), (100, "as_hundreds")):
            if 0.4 * reference <= value * scale <= 1.6 * reference:
                found.add(name)
                value *= scale
                break
    if number.value in elsewhere:
        found.add("in_said")
    if number.value in before:
        found.add("before")
    if number.value in after:
        found.add("after")
    if not found & {"percent", "half"}:
        found |= set(_relations(value, amounts))
        found.add(f"ratio_{bisect_right(_RATIO_BOUNDS, value / reference)}")
    return sorted(_TRAIT[name] for name in found)


def _relations(value: float, amounts: Amounts) -> Iterator[str]:
    tag, ask, own, sign = amounts.tag, amounts.ask, amounts.own, amounts.side.sign
    for name, known in (("is_ask", ask), ("is_own", own), ("is_tag", tag)):
        if known and _same(value, known):
            yield name
    for name, one, other in (
        ("is_ask_less_tag", ask, tag),
        ("is_ask_less_own", ask, own),
        ("is_own_less_tag", own, tag),
    ):
        if one and other and one != other and _same(value, abs(one - other)):
            yield name
    if ask and own:
        if _same(value, (ask + own) / 2):
            yield "is_middle"
        if min(ask, own) < value < max(ask, own):
            yield "between_own_and_ask"
    if ask and tag and min(ask, tag) < value < max(ask, tag):
        yield "between_tag_and_ask"
    if own and sign * value < sign * own:
        yield "past_own"  # further towards the other side than the speaker has been
    if own and sign * value > sign * own:
        yield "short_of_own"
    if ask and sign * value < sign * ask:
        yield "past_ask"  # worse for the speaker than what is on the table


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 0.001 * max(abs(one), abs(other))
