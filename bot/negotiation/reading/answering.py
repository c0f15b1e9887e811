"""Whether a message takes the terms on the table, takes them under a condition, or refuses them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.negotiation.reading.asking import Request
from bot.negotiation.reading.binding import Answer
from bot.negotiation.reading.hearing import Hearing
from bot.negotiation.reading.phrases import Found
from bot.negotiation.reading.said import STOPS
from bot.negotiation.reading.wordsets import words

_UNDOES = words(
    "not never if unless hardly doubt wish almost until whether how neither wondering see think would could "
    "should once when before hope hoping what than"
)
"""Right before a yes, one of these makes it none: "not sure that's a deal", "if that works"."""

_NEW_QUESTION = words(", when what where how which who")
"""After a yes, these begin a question of their own: "works for me, when can I come?"."""

_LOGISTICS = words("pick pickup when where meet come bring deliver drop today tomorrow tonight")
_CONDITIONS = words("if unless provided assuming depending long once subject condition when")
_INTERJECTIONS = words(
    "okay yes sure great perfect awesome cool fine all right wonderful excellent fantastic absolutely good nice "
    "definitely of course certainly thanks thank you then i see oh so much very well amazing sweet please bet "
    "brilliant lovely yes_sign ik alrighty gotcha got it fair enough no problem , . ! haha"
)


@dataclass(frozen=True, slots=True)
class Yes:
    """A yes to the terms on the table. `clear` if nothing speaks against applying it at once."""

    start: int
    end: int
    sure: float
    clear: bool = True


def yes(hearing: Hearing) -> Yes | None:
    """The yes in a message, if there is one. A number of one's own beside it makes it an offer, not a yes."""
    said, known, proposed = hearing.said, hearing.known, hearing.prices.proposed
    if proposed is not None and known.ask is not None and proposed.amount != known.ask:
        return None
    if proposed is not None and known.ask is None and hearing.prices.others:
        return None
    ironic = bool(hearing.answers.get(Answer.IRONY))
    for found in hearing.answers.get(Answer.YES, ()):
        begin, stop = said.sentence(found.start)
        before = set(said.words[max(begin, found.start - 5) : found.start])
        rest = set(said.words[found.end : stop])
        if (said.words[stop] == "?" and not rest & _NEW_QUESTION) or before & _UNDOES:
            continue
        if proposed is not None and known.ask is None and (found.number >= 0 or proposed.start < found.start):
            continue
        if _hangs_on_request(hearing, found):
            continue
        conditional = bool(_CONDITIONS & set(said.words[found.start : stop])) or "but" in rest
        if conditional and refusal(hearing):
            continue
        return Yes(found.start, found.end, 0.6 if conditional else 0.95, clear=not (conditional or ironic))
    if known.ask is None and known.asked is None:
        return None
    return _pleased(hearing, ironic)


def _hangs_on_request(hearing: Hearing, found: Found[Answer]) -> bool:
    """Whether the yes is the prize for something asked for right before: "drop the fee and I'll take it"."""
    said = hearing.said
    begin, _ = said.sentence(found.start)
    before = said.words[begin : found.start]
    wishes = [*hearing.requests.get(Request.BETTER_TERMS, ()), *hearing.requests.get(Request.EXTRA, ())]
    return "and" in before and any(begin <= wish.start < found.start for wish in wishes)


def _pleased(hearing: Hearing, ironic: bool) -> Yes | None:
    """A "sounds good": a yes only where nothing else is asked, refused or offered beside it."""
    said, known, proposed = hearing.said, hearing.known, hearing.prices.proposed
    others = (Request.BETTER_TERMS, Request.LIMIT, Request.EXTRA)
    if any(request in hearing.requests for request in others) or refusal(hearing) or hearing.prices.quoted:
        return None
    for found in hearing.answers.get(Answer.PLEASED, ()):
        begin, stop = said.sentence(found.start)
        before = set(said.words[max(begin, found.start - 5) : found.start])
        after = said.words[found.end :]
        if said.words[stop] == "?" or before & _UNDOES or "but" in after:
            continue
        if "?" in after and not _LOGISTICS & set(after):
            continue
        if (proposed is not None and proposed.amount != known.ask) or {"someone", "somebody", "else"} & set(
            said.words[found.end : stop]
        ):
            continue
        interjection = set(said.words[found.start : found.end]) <= _INTERJECTIONS
        if interjection and len(said.words) > 9:
            continue
        return Yes(found.start, found.end, 0.55 if interjection else 0.8, clear=not (interjection or ironic))
    return None


def refusal(hearing: Hearing) -> tuple[int, int, float] | None:
    """The places of the words that refuse the other side's terms, and how sure that is."""
    said = hearing.said
    for found in hearing.answers.get(Answer.NO, ()):
        begin, stop = said.sentence(found.start)
        before = said.words[max(begin, found.start - 3) : found.start]
        if said.words[stop] == "?" or "if" in before or (before and before[-1] in {"not", "nothing", "never"}):
            continue
        if (
            said.words[found.start : found.end - 1] == ["no"]
            and said.words[found.end - 1] in STOPS
            and not hearing.short
        ):
            continue  # the answer to a question
        return found.start, found.end, 0.85
    if hearing.prices.refused:
        place = hearing.prices.refused[0]
        return place, said.sentence(place)[1], 0.9
    return None


def firmness(hearing: Hearing) -> tuple[int, int, float] | None:
    """The places of the words that stand by one's own terms."""
    for found in hearing.answers.get(Answer.FIRM, ()):
        if not hearing.said.asks_at(found.start):
            return found.start, found.end, 0.8
    return None
