"""Whether a message takes the terms on the table, takes them under a condition, or refuses them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.negotiation.reading.about import about_the_goods, grants, may_be_about_else
from bot.negotiation.reading.answers import Answer
from bot.negotiation.reading.asking import Request
from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.hearing import Hearing
from bot.negotiation.reading.phrases import Found
from bot.negotiation.reading.said import STOPS, Said
from bot.negotiation.reading.signs import Way
from bot.negotiation.reading.terms import extras_named
from bot.negotiation.reading.wordsets import SETS, words
from bot.negotiation.scenario import Side

_UNDOES = words(
    "not never if unless hardly doubt wish almost until whether how neither wondering see think would could "
    "should once when before hope hoping what than"
)
"""Right before a yes, one of these makes it none: "not sure that's a deal", "if that works"."""

_NEW_QUESTION = words(", when what where how which who")
"""After a yes, these begin a question of their own: "works for me, when can I come?"."""

_HALF_HEARTED = words("maybe perhaps suppose")
"""Beside a yes, these leave it open whether it is one: "ok deal maybe?"."""

_CORRECTS = words("mean meant sorry oops typo mistake wait")
_KIND_WORDS = words("please thanks thank you very much , . !")
_ASSENT = words(
    "okay fine all yes sure then good right great agreed well grand lovely brilliant super splendid perfect done"
)
_NO_ORDER = _ASSENT | words(
    "i we it that this those so you the a my your our he she they there perfect awesome wonderful excellent deal done "
    "thanks thank hi hello hey oh wow cool nice and but because since if when of no lovely brilliant # , haha hmm"
)
"""A sentence that begins with one of these orders nothing."""

_LESS = words("less lower cheaper")
_STEPS = words("more less another extra off better lower higher closer further")
_SIGNING = words("sign pay start hired")
_ELSEWHERE = words("train bus shop store rest risk chance second hint elsewhere home instead")
"""What is taken besides the terms: "I'll take the train"."""

_WHEN = SETS["day"] | SETS["at_hours"]
_LOGISTICS = words("pick pickup when where meet come bring deliver drop today tomorrow tonight")
_MODALS = words("can could will do am are")
_SOFTENERS = words("just really simply honestly still even ever possibly quite so too going to able about willing ,")
_OUTSIDE = words(
    "wait believe find see hear remember think know imagine help say complain understand tell come reach make mind "
    "be stress thank cancel forget disappoint regret bother damage hurt waste leave walk go do have get lie live stop "
    "miss recall decide lose let"
)
"""What one can not do without refusing anything: "I can't wait", "I can't find the door"."""

_OUTSIDE_OF_HABIT = _OUTSIDE | words(
    "want need like own care feel drive use smoke work trust agree love hate doubt blame eat drink sure happy angry "
    "here "
    "alone rich mean looking in interested expect ready the a certain as joking kidding from expecting rushing"
)
"""The same after "do not" and "am not", which tell habits and states."""

_CONDITIONS = words("if unless provided assuming depending long once subject condition when")
_UNDOES_AFTER = words("breaker breakers killer on wrong how")
_ABOUT = words("on in how what why where when that it")
_GOODS_ARE = words("perfect great good lovely nice amazing wonderful awesome fantastic excellent cool")
_INTERJECTIONS = words(
    "okay yes sure great perfect awesome cool fine all right wonderful excellent fantastic absolutely good nice "
    "definitely of course certainly thanks thank you then i see oh so much very well amazing sweet please bet "
    "brilliant lovely for thing right on by means yes_sign ik alrighty gotcha got it fair enough no problem , . ! haha"
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
    ironic = bool(hearing.answers.get(Answer.IRONY)) or (proposed is not None and proposed.sure <= 0.5)
    refuses = refusal(hearing)
    for found in hearing.answers.get(Answer.YES, ()):
        begin, stop = said.sentence(found.start)
        near = said.words[max(begin, found.start - 5) : found.start]
        near = (
            near[len(near) - near[::-1].index("but") :] if "but" in near else near
        )  # "... I was hoping, but I accept"
        before = set(near) - ({"not"} if "why" in said.where else set())
        rest = set(said.words[found.end : stop])
        halfhearted = bool(_HALF_HEARTED & set(said.words[begin:stop])) or "guess" in said.words[found.end - 1 : stop]
        if "think" in said.words[found.start - 2 : found.start] and not {"not", "you", "if"} & before:
            before.discard("think")  # "I think I can make that work"
        if _of_another_number(hearing, found) or about_the_goods(hearing, found):
            continue  # "the delivery is 25, it's on the order"
        if said.words[stop] == "?" and halfhearted and not before & _UNDOES:
            return Yes(found.start, found.end, 0.5, clear=False)
        if (said.words[stop] == "?" and not rest & _NEW_QUESTION and not _SIGNING & set(said.words[begin:stop])) or (
            before & _UNDOES
        ):
            continue
        if said.words[found.start - 1] in {"no", "deal"} or said.words[found.end] in _UNDOES_AFTER:
            continue  # "no deal at 190", "a deal is a deal", "that's a deal breaker"
        if before & _WHEN and said.words[found.end - 1] in {"me", "us"}:
            continue  # "Tomorrow is good for me"
        if _ELSEWHERE & rest or any(found.start < cited.end and cited.start < stop for cited in hearing.alternatives):
            continue  # "I'll take the other one", "I'll take it to the shop"
        if proposed is not None and proposed.amount != _theirs(known) and (found.number >= 0 or proposed.start < stop):
            continue
        if "but" in rest and grants(said, found):
            continue  # "I agree it's a great truck, but ..."
        if _hangs_on_request(hearing, found):
            continue
        if refuses is not None and refuses[1] < begin and proposed is None:
            continue  # "That won't work. I'll take the water, you take the food."
        if Way.REACHABLE in hearing.ways and "if" in said.words[found.start : stop]:
            continue  # "ok, if you change your mind call me"
        conditional = bool(_CONDITIONS & set(said.words[found.start : stop])) or "but" in rest
        if refuses is not None and (conditional or (proposed is not None and proposed.amount != _theirs(known))):
            continue
        wants_more = any(said.same_sentence(place, found.start) for place in extras_named(said, known).values())
        unclear = conditional or ironic or halfhearted or wants_more or may_be_about_else(said, found, begin, stop)
        return Yes(found.start, found.end, 0.6 if unclear else 0.95, clear=not unclear)
    if repeated := _repeats_ask(hearing):
        return repeated
    if known.ask is None and known.asked is None:
        return None
    return _pleased(hearing, ironic)


def _of_another_number(hearing: Hearing, found: Found[Answer]) -> bool:
    """Whether the number in the words of a yes is another one than the other side's."""
    ask = _theirs(hearing.known)
    if found.number < 0 or ask is None:
        return False
    return round(hearing.said.numbers[found.number].value * hearing.known.per_major) != ask


def _theirs(known: Known) -> int | None:
    """The other side's terms: its ask, else, for a buyer, the tag."""
    return known.ask or (known.list_price if known.side is Side.BUYER else None)


def _repeats_ask(hearing: Hearing) -> Yes | None:
    """An "all right" before the other side's own number: "fine, 38, whatever"."""
    said, known = hearing.said, hearing.known
    if known.ask is None or refusal(hearing) or said.words[-2] == "?" or hearing.prices.proposed is not None:
        return None
    for place, number in said.numbers.items():
        begin = said.sentence(place)[0]
        repeated = round(number.value * known.per_major) == known.ask and said.words[begin] in _ASSENT
        if repeated and not _UNDOES & set(said.words[begin:place]) and "but" not in said.where:
            return Yes(begin, place + 1, 0.8, clear=not hearing.answers.get(Answer.IRONY))
    return None


def _hangs_on_request(hearing: Hearing, found: Found[Answer]) -> bool:
    """Whether the yes is the prize for something asked for right before: "drop the fee and I'll take it"."""
    said = hearing.said
    begin, _ = said.sentence(found.start)
    before = said.words[begin : found.start]
    wishes = [*hearing.requests.get(Request.BETTER_TERMS, ()), *hearing.requests.get(Request.EXTRA, ())]
    if not {"appreciate", "thanks", "thank"}.isdisjoint(before):
        return False
    if "and" in before and (not _STEPS.isdisjoint(before) or before[0] not in _NO_ORDER):
        return not extras_named(said, hearing.known)  # "ten more and we have a deal", "lose the package and I'll sign"
    return "and" in before and any(begin <= wish.start < found.start for wish in wishes)


def _pleased(hearing: Hearing, ironic: bool) -> Yes | None:
    """A "sounds good": a yes only where nothing else is asked, refused or offered beside it."""
    said, known, proposed = hearing.said, hearing.known, hearing.prices.proposed
    others = (Request.BETTER_TERMS, Request.LIMIT, Request.EXTRA)
    if Way.LEAVES in hearing.ways:
        return None  # "it's fine, forget about us"
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
        plain = set(said.words[found.start : found.end])
        interjection = plain <= _INTERJECTIONS
        if plain <= _KIND_WORDS:
            continue  # "please"
        if said.words[found.start] == "it" and not _GOODS_ARE.isdisjoint(plain) and "price" not in said.where:
            continue  # "it's perfect" praises the goods, not the terms
        if interjection and len(said.words) > 9:
            continue
        goes_on = said.words[found.start] == "see" or said.words[found.end] in _ABOUT
        hangs = goes_on or not {"if", "unless", "provided"}.isdisjoint(said.words[found.end - 1 : stop])
        clear = not (interjection or ironic or hangs)
        return Yes(found.start, found.end, 0.8 if clear else 0.55, clear=clear)
    return None


@lru_cache(maxsize=1)  # asked for several times in a row
def refusal(hearing: Hearing) -> tuple[int, int, float] | None:
    """The places of the words that refuse the other side's terms, and how sure that is."""
    said = hearing.said
    for found in hearing.answers.get(Answer.NO, ()):
        begin, stop = said.sentence(found.start)
        before = said.words[max(begin, found.start - 3) : found.start]
        if (
            said.words[stop] == "?"
            or "if" in before
            or (before[-1:] == ["too"] and before[-2:-1] == ["not"])
            or (before and before[-1] in {"not", "nothing", "never"})
        ):
            continue
        if _says_no_to_a_fact(said, found, hearing.short):
            continue
        cheaper = not _LESS.isdisjoint(said.words[found.start : found.end])
        if cheaper and any(said.same_sentence(cited.start, found.start) for cited in hearing.alternatives):
            continue  # "way less at the shop"
        if (
            said.words[found.start : found.end - 1] == ["no"]
            and said.words[found.end - 1] in STOPS
            and not hearing.short
        ):
            continue  # the answer to a question
        return found.start, found.end, 0.85
    if hearing.prices.refused and not (hearing.prices.proposed and _CORRECTS & said.where.keys()):
        place = hearing.prices.refused[0]
        return place, said.sentence(place)[1], 0.9
    return None


def _says_no_to_a_fact(said: Said, found: Found[Answer], short: bool) -> bool:
    """Whether a "no" or "sorry" is not about the terms: "oh no!", "no, no scratches", "sorry, I meant"."""
    phrase = said.words[found.start : found.end]
    if phrase[0] == "oh" or (phrase[0] == "no" and said.words[found.start - 1] == "oh"):
        return phrase[-1] in STOPS
    if phrase[:1] == ["sorry"] and phrase[-1] in STOPS:
        return not short
    return (
        phrase[:2] == ["no", "no"] and said.words[found.end - 1] not in STOPS and "no" in said.words[found.start + 1 :]
    )


def firmness(hearing: Hearing) -> tuple[int, int, float] | None:
    """The places of the words that stand by one's own terms."""
    for found in hearing.answers.get(Answer.FIRM, ()):
        if not hearing.said.asks_at(found.start):
            return found.start, found.end, 0.8
    return _will_not(hearing)


def _will_not(hearing: Hearing) -> tuple[int, int, float] | None:
    """What the speaker will or can not do about the terms, whatever it is: "I can't change that"."""
    said = hearing.said
    for place in said.where.get("not", ()):
        begin, stop = said.sentence(place)
        before = [word for word in said.words[max(begin, place - 8) : place] if word not in _SOFTENERS]
        verb = next((word for word in said.words[place + 1 : min(stop, place + 6)] if word not in _SOFTENERS), "")
        if said.words[stop] == "?" or {"if", "why", "when"} & set(before) or not verb:
            continue
        own = before[-2:] and before[-2:][0] in {"i", "we"} and before[-1] in _MODALS
        if own and verb == "want" and "to" not in said.words[place + 1 : place + 4]:
            return max(begin, place - 2), min(stop, place + 4), 0.7
        if own and verb not in (_OUTSIDE if before[-1] in {"can", "could", "will"} else _OUTSIDE_OF_HABIT):
            return max(begin, place - 2), min(stop, place + 4), 0.7
    return None
