"""An amount that stands alone: in a form, after a command. There is nothing around it that could tell what it is."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 40  # characters
_LARGEST = 10**15  # minor units: nobody means more, and beyond it amounts can't be written out
_CURRENCY = re.compile(
    r"[$€£¥₩₹]|\b(?:usd|eur|gbp|cad|aud|chf|jpy|dollars?|bucks?|euros?|pounds?|quid|yen|francs?)\b"
    r"|^(?:usd|eur|gbp|cad|aud|chf|jpy)(?=\d)|(?<=\d)(?:usd|eur|gbp|cad|aud|chf|jpy)$"
)
_NUMBER = re.compile(r"(\d{1,15}(?:[.,'’ ]\d{1,15}){0,5})\s?(k?)")
_GROUPED = re.compile(r"\d{1,3}(?:([.,'’ ])\d{3})(?:\1\d{3})*")


def amount_typed(text: str, *, per_major: int, near: int | None = None) -> int | None:
    """The minor units that `text` stands for: "177", "$1,250", "45,50", "1'500", "1.7k"; None where it is no amount, or
    none that somebody could pay. `per_major` of them make one dollar.

    A mark that could divide thousands as well as cents is taken as what comes closer to `near`, another price of the
    same thing, and as thousands where there is none. Never raises.
    """
    if len(text) > _LONGEST:
        return None
    plain = unicodedata.normalize("NFKC", text).casefold().replace("\u2009", " ")
    number = _NUMBER.fullmatch(_CURRENCY.sub("", plain).strip())
    if number is None:
        return None
    digits, thousands = number[1], 1000 if number[2] else 1
    meanings = [_minor(whole, cents, per_major * thousands) for whole, cents in _divided(digits)]
    possible = [amount for amount in meanings if amount is not None and 0 < amount <= _LARGEST]
    if not possible:
        return None
    if near is None or near <= 0:
        return possible[-1] if number[2] else possible[0]  # "1.725k" is no million
    return min(possible, key=lambda amount: max(amount, near) / min(amount, near))


def _divided(digits: str) -> list[tuple[str, str]]:
    """The ways in which a number can be meant, as what stands before and behind its decimal mark."""
    found: list[tuple[str, str]] = []
    if digits.isdigit() or _GROUPED.fullmatch(digits):
        found.append((re.sub(r"\D", "", digits), ""))
    whole, mark, cents = _last_mark(digits)
    if mark in (".", ",") and (whole.isdigit() or (_GROUPED.fullmatch(whole) and mark not in whole)):
        found.append((re.sub(r"\D", "", whole), cents))
    return found


def _last_mark(digits: str) -> tuple[str, str, str]:
    at = max(digits.rfind("."), digits.rfind(","))
    return (digits[:at], digits[at], digits[at + 1 :]) if at > 0 else (digits, "", "")


def _minor(whole: str, cents: str, per_unit: int) -> int | None:
    """None where the currency has no part so small."""
    parts = int(f"{whole}{cents}") * per_unit
    amount, rest = divmod(parts, 10 ** len(cents))
    return None if rest else amount
