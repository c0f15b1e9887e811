"""Numbers in a message, in digits or in words, and what each of them counts.

"one-fifty", "a buck fifty", "19.5k", "1.200,50", "twelve hundred", "2 grand": each becomes one `Quantity`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a number counts. Only PRICE can be money for the goods."""

    PRICE = "#"
    PERCENT = "%"
    OTHER = "@"  # a time, a size, a year, a mileage, a telephone number, how many ...


@dataclass(frozen=True, slots=True)
class Quantity:
    """`value` in major units (dollars) or percent. `marked`: a currency sign or word stood by it."""

    value: float
    kind: Kind
    marked: bool = False
    in_words: bool = False
    thousands: bool = False  # said as "9k" or "nine grand"


ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 100, "hundreds": 100, "hundo": 100, "thousand": 1000, "thou": 1000, "thousands": 1000, "grand": 1000,
    "million": 10**6, "millions": 10**6, "billion": 10**9, "billions": 10**9, "trillion": 10**12,
}  # fmt: skip
SMALL = ONES | TENS
CURRENCY_WORDS = frozenset({"dollars", "bucks", "pounds", "euros", "cents", "yen", "rupees", "francs"})


def digits_value(digits: str) -> float | None:
    """The value of digits with separators of either habit: "1,250", "1.250", "1.250,50", "12,5", "9.99".

    None where it is no plain number: a time ("4:20"), a date ("3/4"), a version ("1.2.3"), or far too long.
    """
    if len(digits) > 16 or ":" in digits or "/" in digits:
        return None
    if digits.isdigit():
        return float(digits)
    last = max(digits.rfind(","), digits.rfind("."))
    whole, tail = digits[:last], digits[last + 1 :]
    groups = whole.replace(",", ".").split(".")
    if any(len(group) != 3 for group in groups[1:]) or not 1 <= len(groups[0]) <= (3 if len(groups) > 1 else 12):
        return None
    if len(tail) == 3 and len(groups[0]) <= 3 and groups[0] != "0":
        return float("".join(groups) + tail)
    if len(groups) > 1 and digits[last] in whole:
        return None
    return float("".join(groups) + "." + tail)


SHARES = {"third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
"""In percent."""

NOTES = {"fiver": 5, "tenner": 10}


def words_value(words: list[str]) -> tuple[float, int]:
    """The number at the start of `words` as people say prices, and how many words it takes; (0, 0) if none.

    "one fifty" is 150, "twelve fifty" 1250, "twelve five" 12500, "two hundred and fifty" 250, "two and a half
    thousand" 2500.
    """
    total, current, last, used, taken = 0.0, 0.0, 0, 0, 0
    while used < len(words):
        word = words[used]
        if word == "and" and last >= 100 and used + 1 < len(words) and words[used + 1] in SMALL:
            used += 1
            continue
        if word == "and" and 0 < last < 100 and words[used : used + 3] == ["and", "a", "half"]:
            return _and_a_half(words, used, total + current)
        small = SMALL.get(word)
        if small is not None:
            if last == 0 or last >= 100 or (last >= 20 and last % 10 == 0 and 0 < small < 10):
                current += small
            elif small >= 10 and current < 100:
                current = current * 100 + small
            elif 10 <= current < 100 and 0 < small < 10:
                current = current * 1000 + small * 100
            else:
                break
            last = small or 1
        elif word in SCALES:
            scale = SCALES[word]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scale, 0.0
            last = scale
        else:
            break
        used += 1
        taken = used
    return total + current, taken


def _and_a_half(words: list[str], used: int, value: float) -> tuple[float, int]:
    """The same with the half that stands at `words[used]`, and with the scale after it: "three and a half thousand"."""
    scale = SCALES.get(words[used + 3], 1) if used + 3 < len(words) else 1
    return (value + 0.5) * scale, used + 3 + (scale > 1)
