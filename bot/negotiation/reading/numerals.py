"""The ways people type an amount, brought to one that the tokens can be cut from: "1'750" and "9 100,00" to "1750" and
"9100.00", "CAD7,000" to "CAD 7,000", "1.725k" to "1725", "£41 50p" to "£41.50", "half a grand" to "500"."""

from __future__ import annotations

import re

from bot.negotiation.reading.quantities import words_value

_CODES = "usd|cad|aud|nzd|eur|gbp|chf|inr|jpy|sgd|hkd|sek|nok|dkk|pln|rs"
_SPACES = "\u0020\u00a0\u2009\u202f"

_STUCK_CODE = re.compile(rf"\b({_CODES})(?=\d)", re.IGNORECASE)
_DOLLARS_OF = re.compile(r"\b(?:ca|au|nz|us|hk|c|a)\$(?=\s?\d)", re.IGNORECASE)
_APOSTROPHES = re.compile(r"(?<=\d)'(?=\d{3}(?!\d))")
_SPACED_GROUPS = re.compile(rf"(?<![\d.,])(\d{{1,3}}(?:[{_SPACES}]\d{{3}})+)(?=[.,]\d\d(?!\d))")
_SIGNED_GROUPS = re.compile(rf"(?<=[$€£¥])(\d{{1,3}}(?:[{_SPACES}]\d{{3}})+)(?!\d)")
_GROUPS_SIGNED = re.compile(rf"(?<![\d.,])(\d{{1,3}}(?:[{_SPACES}]\d{{3}})+)(?=\s?[$€£¥])")
_DECIMAL_K = re.compile(r"(?<![\d.,])(\d{1,3})[.,](\d{1,3})\s?k\b", re.IGNORECASE)
_PENCE = re.compile(r"(£\s?\d+)[ .,]+(\d\d)\s?p\b", re.IGNORECASE)
_POUNDS_FIFTY = re.compile(
    r"\b((?:[a-z]+[ -])?[a-z]+) (?:pounds?|euros?|dollars?) (?:and )?fifty(?: (?:pence|cents?|p))?\b", re.IGNORECASE
)
_HALF_A_GRAND = re.compile(r"(?<!a )\bhalf(?: a)? (?:grand|k|thousand)\b", re.IGNORECASE)
_DIGIT_DASH_TENS = re.compile(r"(?<![\d-])(\d)-(\d\d)(?![\d-])")
_TEN_THOUSANDS = re.compile(r"(\d+(?:\.\d+)?)\s?万")


def one_form(text: str, list_price: float | None) -> str:
    """Return `text` with its amounts in one form. `list_price` (major units) tells "1-75" from a score or a date."""
    if not any(character.isdigit() for character in text):
        if "half" in text or "fifty" in text.lower():
            text = _HALF_A_GRAND.sub("500", text)
            text = _POUNDS_FIFTY.sub(_with_fifty, text)
        return text
    text = _STUCK_CODE.sub(r"\1 ", _DOLLARS_OF.sub("$", text))
    text = _APOSTROPHES.sub("", text)
    for groups in (_SPACED_GROUPS, _SIGNED_GROUPS, _GROUPS_SIGNED):
        text = groups.sub(lambda found: re.sub(rf"[{_SPACES}]", "", found[1]), text)
    text = _PENCE.sub(r"\1.\2", text)
    text = _DECIMAL_K.sub(lambda found: f"{int(found[1]) * 1000 + int(found[2].ljust(3, '0'))}", text)
    text = _TEN_THOUSANDS.sub(lambda found: f"{float(found[1]) * 10_000:.0f}", text)
    text = _HALF_A_GRAND.sub("500", text)
    if list_price is not None:
        text = _DIGIT_DASH_TENS.sub(lambda found: _joined(found, list_price), text)
    return text


def _with_fifty(found: re.Match[str]) -> str:
    value, taken = words_value(found[1].lower().replace("-", " ").split())
    return f"{value:.0f}.50" if taken else found[0]


def _joined(found: re.Match[str], list_price: float) -> str:
    """ "1-75" as 175 where that is near the price on the tag, as it was typed otherwise."""
    value = int(found[1] + found[2])
    return str(value) if 0.5 * list_price <= value <= 1.5 * list_price else found[0]
