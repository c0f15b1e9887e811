"""What a yes is about: the terms on the table, or the goods, a fact, another question."""

from __future__ import annotations

from bot.negotiation.reading.answers import Answer
from bot.negotiation.reading.hearing import Hearing
from bot.negotiation.reading.phrases import Found
from bot.negotiation.reading.said import Said
from bot.negotiation.reading.wordsets import words
from bot.negotiation.scenario import Side

_WORKS = words("works worked")
_FOR_ME = words("me us out")
_PAST = words("were was been working worked had")
_OUTRIGHT = words("deal sold accept agree agreed yours done bargain have take")
_SEEKS = words("way trying try")
_CAN = words("can do come")
_OPEN_ENDED = words("accept accepting agree agreeing good great fine")
_ENDS = words(
    ". ! , and then thanks thank offer price terms deal for at but if so # amount number rate now today please"
)
"""What may come after "I accept that", and it is still a yes to the terms."""

_NAMES_TERMS = _ENDS | words("to with by your the those these me us")
"""The same after "I accept"."""

_POINTING = words("that it this")
_LONG_AGO = words("yesterday ago earlier promised said told week")


def about_the_goods(hearing: Hearing, found: Found[Answer]) -> bool:
    """Whether what sounds like a yes tells of the goods or of something else: "it works fine", "a deal you'd rue"."""
    said, known = hearing.said, hearing.known
    phrase, after = said.words[found.start : found.end], said.words[found.end]
    if phrase[0] in {"it", "they"} and not _WORKS.isdisjoint(phrase) and phrase[-1] not in _FOR_ME:
        return True
    if phrase[-1] in _FOR_ME and said.words[found.start - 1] in _PAST:
        return True
    if phrase[-1] == "deal" and after in {"you", "that", "which", "of"}:
        return True
    before = said.words[max(said.sentence(found.start)[0], found.start - 4) : found.start]
    if "to" in before and not _SEEKS.isdisjoint(before):
        return True  # "a way to make this work for us"
    nothing_offered = known.ask is None and known.asked is None and known.mine is None and known.side is Side.SELLER
    return nothing_offered and not _CAN.isdisjoint(phrase) and _OUTRIGHT.isdisjoint(phrase)


def grants(said: Said, found: Found[Answer]) -> bool:
    """Whether "I agree" goes on to what is agreed: "I agree it's lovely"."""
    phrase = said.words[found.start : found.end]
    told = said.words[found.end - 1 : found.end + 3]
    return not {"agree", "accept"}.isdisjoint(phrase) and not {"is", "are", "was", "looks"}.isdisjoint(told)


def may_be_about_else(said: Said, found: Found[Answer], begin: int, stop: int) -> bool:
    """Whether a yes may be about something else than the terms: "I accept that you have rules", "he said it's fine"."""
    phrase, after = said.words[found.start : found.end], found.end
    if not _LONG_AGO.isdisjoint(said.words[begin:stop]) or "way" in phrase:
        return True
    if _OPEN_ENDED.isdisjoint(phrase):
        return False
    pointing = phrase[-1] in _POINTING
    if not pointing and said.words[after] in _POINTING:
        pointing, after = True, after + 1
    return phrase[-1] not in _ENDS and said.words[after] not in (_ENDS if pointing else _NAMES_TERMS)
