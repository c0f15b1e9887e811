"""Finds the numbers in a row of words and decides what each one counts: money, percent, or something else."""

from __future__ import annotations

from bot.negotiation.reading.quantities import (
    CURRENCY_WORDS,
    NOTES,
    ONES,
    SCALES,
    SHARES,
    SMALL,
    Kind,
    Quantity,
    digits_value,
    words_value,
)
from bot.negotiation.reading.units import (
    CLOCK_BEFORE,
    DISTANCES,
    MEETING_WORDS,
    MONTHS,
    NAMES_BEFORE,
    UNITS_AFTER,
)

_GROUPS = frozenset(
    {"team", "teams", "group", "groups", "crew", "crews", "staff", "class", "classes", "family", "party", "sets"}
)
_THOUSANDS_SUFFIXES = frozenset({"k", "ks", "grand"})
_STOPS = frozenset(".?!")
_SIGNS = "$€£¥"
_GOES = frozenset({"go", "come", "going", "coming", "gone", "went", "bump", "came"})
_CHANGES = frozenset({"off", "less", "cheaper", "lower", "discount", "under", "below", "more"})


BEGINS_NUMBER = frozenset({*SMALL, *NOTES, "a", "hundred"})
"""Words with which a number may begin."""


def take_number(words: list[str], i: int, list_price: float | None) -> tuple[Quantity, int] | None:
    """The number that starts at `words[i]` and how many words it takes; None where no number starts.

    A word that begins with NUL is a number in digits: NUL, digits with sign, NUL, suffix.
    """
    word = words[i]
    if word[0] == "\0":
        return _digit_by_digit(words, i, list_price) or _in_digits(words, i, list_price)
    if word in {"a", "one"} and words[i + 1 : i + 2] and words[i + 1] in SHARES and _taken_off(words, i):
        return Quantity(SHARES[words[i + 1]], Kind.PERCENT, in_words=True), 2
    if word in NOTES:
        return Quantity(float(NOTES[word]), Kind.PRICE, marked=True, in_words=True), 1
    if spelled := _digit_by_digit(words, i, list_price):
        return spelled
    if word in SMALL:
        return _thousands_said_short(words, i, list_price) or _in_words(words, i, i, list_price)
    if word == "hundred" and words[i + 1 : i + 2] and (words[i + 1] in SMALL or _and_small(words, i + 1)):
        return _in_words(words, i, i, list_price)
    if word == "a" and i + 1 < len(words):
        following = words[i + 1]
        if following in NOTES:
            return Quantity(float(NOTES[following]), Kind.PRICE, marked=True, in_words=True), 2
        if following in SCALES:
            return _in_words(words, i, i + 1, list_price)
        if following == "bucks" and i + 2 < len(words) and words[i + 2] in SMALL:  # "a buck fifty" is 150
            value, taken = words_value(words[i + 2 :])
            scale = 1 if list_price is not None and list_price < 20 else 100
            cents = value / 100 if scale == 1 else value
            return Quantity(scale + cents, Kind.PRICE, marked=True, in_words=True), 2 + taken
        if following == "couple" and i + 2 < len(words):
            at = i + 3 if words[i + 2] == "of" and i + 3 < len(words) else i + 2
            if words[at] in SCALES:
                return Quantity(2.0 * SCALES[words[at]], Kind.PRICE, in_words=True), at + 1 - i
    return None


def _and_small(words: list[str], i: int) -> bool:
    """Whether "and seventy" stands there."""
    return words[i] == "and" and words[i + 1 : i + 2] != [] and words[i + 1] in SMALL


def _in_words(words: list[str], i: int, first: int, list_price: float | None) -> tuple[Quantity, int] | None:
    value, taken = words_value(words[first : first + 12])
    after = first + taken
    following = words[after] if after < len(words) else "."
    marked = following in CURRENCY_WORDS
    if (
        list_price is not None
        and 100 < value <= 9999
        and value > 8 * list_price
        and taken > 1
        and words[after - 1] in SMALL
    ):
        value /= 100  # "forty-two fifty" for a pot
    if following == "percent":
        return Quantity(value, Kind.PERCENT, in_words=True), after + 1 - i
    if following == "per" and words[after + 1 : after + 2] == ["cent"]:
        return Quantity(value, Kind.PERCENT, in_words=True), after + 2 - i
    if marked:
        return Quantity(value, Kind.PRICE, marked=True, in_words=True), after + 1 - i
    if taken == 1 and words[first] in ONES and not (_may_cost(value, list_price) or _is_a_step(words, i, after, value)):
        return None
    if _is_a_share(words, i):
        return Quantity(value, Kind.OTHER, in_words=True), after - i
    if taken and list_price is not None and value * 900 < list_price and value * 1000 <= list_price * 3:
        return Quantity(value * 1000, Kind.PRICE, in_words=True, thousands=True), after - i
    kind = Kind.OTHER if _counts_something(words, i, after, value) else Kind.PRICE
    return Quantity(value, kind, in_words=True), after - i


def _digit_by_digit(words: list[str], i: int, list_price: float | None) -> tuple[Quantity, int] | None:
    """ "Three nine zero" or "1-9-0" for 390 and 190, where the price on the tag makes that likely."""
    digits = [_one_digit(word) for word in words[i : i + 4]]
    if list_price is None or "" in digits[:3] or len(digits) < 3 or (len(digits) == 4 and digits[3]):
        return None
    value = float("".join(digits[:3]))
    return (Quantity(value, Kind.PRICE, marked=True), 3) if 0.3 * list_price <= value <= 2 * list_price else None


def _one_digit(word: str) -> str:
    """The digit that a word or a number of one digit stands for; empty where it stands for more or for none."""
    if word[:1] == "\0":
        _, digits, suffix = word.split("\0")
        return digits if len(digits) == 1 and not suffix else ""
    return str(ONES[word]) if ONES.get(word, 10) < 10 else ""


def _thousands_said_short(words: list[str], i: int, list_price: float | None) -> tuple[Quantity, int] | None:
    """ "Seven two" for 7,200, where the price on the tag makes that likely."""
    thousands, hundreds = ONES.get(words[i], 0), ONES.get(words[i + 1], 0) if i + 1 < len(words) else 0
    value = 1000.0 * thousands + 100 * hundreds
    if not (0 < thousands < 10 and 0 < hundreds < 10) or words[i + 2 : i + 3] in (["hundred"], ["thousand"], ["five"]):
        return None
    if list_price is None or not 0.3 * list_price <= value <= 2 * list_price:
        return None
    return Quantity(value, Kind.PRICE, in_words=True, thousands=True), 2


def _taken_off(words: list[str], i: int) -> bool:
    """Whether the share at `words[i]` is one by which a price changes: "a fifth off", "drop it by a third"."""
    return words[i - 1 : i] == ["by"] or (i + 2 < len(words) and words[i + 2] in _CHANGES)


def _is_a_share(words: list[str], i: int) -> bool:
    """Whether the words before a number make it the size of a group: "teams of twenty"."""
    return i > 1 and words[i - 1] == "of" and words[i - 2] in _GROUPS


def _may_cost(value: float, list_price: float | None) -> bool:
    """Whether "five" alone may be a price: only for goods that cost about as much."""
    return value >= 5 and list_price is not None and list_price / 4 <= value <= list_price * 2


def _is_a_step(words: list[str], i: int, after: int, value: float) -> bool:
    """Whether "ten" is by how much a price is to change: "I'll go up ten", "another fifteen", "ten off"."""
    before, following = words[i - 2 : i], words[after] if after < len(words) else "."
    if value < 5 or following in UNITS_AFTER:
        return False
    goes = len(before) == 2 and before[0] in _GOES and before[1] in {"up", "down"}
    ends = following in _STOPS or following in {"off", "more", "and", ",", "then"}
    return ends and (goes or before[-1:] in (["another"], ["extra"], ["by"]) or following == "off")


def _in_digits(words: list[str], i: int, list_price: float | None) -> tuple[Quantity, int]:
    _, written, suffix = words[i].split("\0")
    digits = written.lstrip(_SIGNS + " \n\t")
    marked = digits != written
    after = i + 1
    value = digits_value(digits)
    if value is None or value > 1e12:
        return Quantity(0.0, Kind.OTHER), 1
    if not suffix and (group := _thousands_apart(words, i, value, list_price)):
        value, after = value * 1000 + group[0], i + group[1]
    following = words[after] if after < len(words) else "."
    suffix = suffix.strip()
    if suffix and suffix in _SIGNS:
        marked, suffix = True, ""
    if suffix == "%" or (not suffix and following in {"percent", "pct"}):
        return Quantity(value, Kind.PERCENT), 1 if suffix else 2
    if not suffix and following == "per" and words[after + 1 : after + 2] == ["cent"]:
        return Quantity(value, Kind.PERCENT), 3
    thousands = suffix in _THOUSANDS_SUFFIXES
    if not suffix and following in {"k", "okay"} and _is_loose_k(words, after, value, list_price):
        thousands, after = True, after + 1
    elif suffix == "k" and (tenths := _tenths(words, after)):  # "7k5"
        value, after, thousands = value + tenths, after + 1, True
    elif not suffix and following in SCALES:
        value *= SCALES[following] if SCALES[following] > value or value < 1000 else 1
        after += 1
    elif not suffix and following == "and" and words[after + 1 : after + 3] == ["a", "half"]:
        scale = SCALES.get(words[after + 3], 1) if after + 3 < len(words) else 1
        value, after = (value + 0.5) * scale, after + 3 + (scale > 1)
    if thousands:
        value *= 1000
        suffix = ""
    following = words[after] if after < len(words) else "."
    if suffix in {"dollars", "dollar", "bucks", "usd", "eur", "gbp", "euro", "euros", "quid", "d", "cash"}:
        marked, suffix = True, ""
    if not suffix and following in CURRENCY_WORDS:
        marked, after = True, after + 1
    if words[i - 1 : i] == ["dollars"] and i >= 1 and not marked:  # "USD 150"
        marked = True
    if suffix in {"for", "and", "obo", "is", "then", "it", "total", "max", "firm", "each", "a", "ish"}:
        suffix = ""
    if suffix and not suffix.strip("o"):  # "17o" for 170
        value, suffix = value * 10 ** len(suffix), ""
    if value == 0 or (i and words[i - 1][0] == "\0" and words[i - 1].endswith("\0x")):  # "27x11x4"
        return Quantity(value, Kind.OTHER), after - i
    if suffix:
        return Quantity(value, Kind.OTHER), after - i
    long = value >= 10**6 and value % 1000 > 0  # nobody's number ends in three zeros
    phone = not marked and ((len(digits) == 3 and _digits_only(words, after, 4)) or long)
    if phone and (list_price is None or value > list_price * 5 or len(digits) == 3):
        return Quantity(value, Kind.OTHER), (2 if len(digits) == 3 else 1)
    following_counts = not marked or following in {"miles", "mile"} or words[i - 1 : i] in (["weighs"], ["weigh"])
    if following_counts and (
        _counts_something(words, i, after, value, thousands) or _is_year(words, i, after, digits, list_price)
    ):
        return Quantity(value, Kind.OTHER), after - i
    return Quantity(value, Kind.PRICE, marked=marked, thousands=thousands), after - i


def _thousands_apart(words: list[str], i: int, value: float, list_price: float | None) -> tuple[float, int] | None:
    """The rest of "85 500" or "12, 200" and how many words the number takes, where only that can be a price."""
    at = i + 2 if words[i + 1 : i + 2] == [","] else i + 1
    if list_price is None or not 1 <= value < 1000 or value * 50 > list_price or not _digits_only(words, at, 3):
        return None
    group = float(words[at].split("\0")[1])
    likely = 0.2 * list_price <= value * 1000 + group <= 3 * list_price
    return (group, at + 1 - i) if likely and not words[at].split("\0")[2].strip() else None


def _tenths(words: list[str], at: int) -> float:
    """What digits stand for right after a "k": 0.5 for "5", 0.25 for "250"; 0 where there are none."""
    digits = words[at].split("\0")[1] if at < len(words) and words[at][0] == "\0" else ""
    bare = digits.isdigit() and len(digits) <= 3 and words[at].endswith("\0")
    counts = words[at + 1 : at + 2] and words[at + 1] in UNITS_AFTER
    return float(f"0.{digits}") if bare and not counts else 0.0


def _is_loose_k(words: list[str], at: int, value: float, list_price: float | None) -> bool:
    return value < 1000 and list_price is not None and list_price >= 1000 and value * 100 < list_price


def _digits_only(words: list[str], at: int, length: int) -> bool:
    if at >= len(words) or words[at][0] != "\0":
        return False
    digits = words[at].split("\0")[1]
    return digits.isdigit() and len(digits) == length


def _counts_something(words: list[str], i: int, after: int, value: float, thousands: bool = False) -> bool:
    """Whether the words around a bare number say that it counts something other than money."""
    following = words[after] if after < len(words) else "."
    before = words[i - 1] if i else "."
    if following in UNITS_AFTER and not (following in {"left", "times", "x", "offers"} and value > 12):
        return not thousands or following in DISTANCES
    if following == "or" and words[after + 1 : after + 2] in (["more"], ["so"], ["less"], ["fewer"]) and value <= 12:
        return True
    if following == "more" and words[after + 1 : after + 2] in ([], [","], ["."], ["!"], ["and"]):
        return False
    if following in {"of", "or", "more"} and value <= 12 and not thousands:
        return following != "or" or before in {"about", "around"}
    if after + 1 < len(words) and words[after + 1] in UNITS_AFTER and not thousands:
        if following in {
            "more",
            "good",
            "small",
            "big",
            "large",
            "other",
            "different",
            "full",
            "extra",
            "hundred",
            "half",
            "whole",
        }:
            return True
        if following in {"to", "or"} and value <= 12:
            return True
        if following[0] == "\0" and words[after + 1] in {"miles", "years", "minutes", "days", "hours"}:
            return True
    if before in NAMES_BEFORE or before in MONTHS:
        return (before != "may" and before != "march") or value <= 31
    if value <= 12 and before in CLOCK_BEFORE and not thousands:
        return any(word in MEETING_WORDS for word in words[max(0, i - 8) : i + 5])
    if value <= 12 and before == "all":
        return True
    return (
        value <= 12
        and before in {"all", "other", "both", "these", "those", "only", "has", "have"}
        and (following not in _STOPS and following not in {"is", "it", "cash", "for", "bucks"})
    )


def _is_year(words: list[str], i: int, after: int, digits: str, list_price: float | None) -> bool:
    """Whether four bare digits name a year rather than a price."""
    if len(digits) != 4 or not digits.isdigit() or not 1900 <= int(digits) <= 2035:
        return False
    before = words[i - 1] if i else "."
    if before in {"in", "since", "year", "from", "circa", "early", "late", "during", "of"}:
        return before not in {"from", "of"} or list_price is None or not 0.3 <= int(digits) / list_price <= 1.5
    if before in {"offer", "offering", "pay", "give"}:
        return False
    following = words[after] if after < len(words) else "."
    if before in {"a", "my", "your", "this", "that", "the", "old", "used"} and following not in _STOPS:
        return following not in {"you", "i", "is", "and", "for", "to", "or", "but", "if", "was", "a", "offer", "price"}
    return list_price is None or not list_price / 5 <= int(digits) <= list_price * 2.5
