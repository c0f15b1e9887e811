"""What a message asks for: facts, better terms, extras."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.negotiation.moves import Ask, Move, Place, RequestConcession, RequestExtra, Topic
from bot.negotiation.reading.asking import Request
from bot.negotiation.reading.hearing import Hearing
from bot.negotiation.reading.said import Said
from bot.negotiation.reading.signs import Way
from bot.negotiation.reading.terms import extras_named
from bot.negotiation.reading.topics import FIRST, TOPICS
from bot.negotiation.reading.wordsets import words
from bot.negotiation.scenario import Side

_WISHING = words(
    "you please wondering hoping like maybe negotiate discount perhaps any want need love help ideal nice wish "
    "expect top needs must should more"
)
_ASKING = words("who what when why where how which is are has have do does did")
_LEADS = words("and so okay well but , hi hello hey oh hmm")
_ASKS_ABOUT = words("is are was what which where when does do how")
_GIVING = words("can could would will throw toss include add give have get free possible much")
_TAGGED = words("it they he she you we that i there")
_ASKING_YOU = words("you possible anything something")
_FACTS_BY = words("does is are did was were has")
_INFORMATION = words("info information details detail dimensions pictures photos picture photo history about idea")
_MAY = words("can could may might")
_TIMES = frozenset({"when", "where"})
_OWNERS = frozenset({"owner", "owners"})
"""Those before, not others who want it: "how many owners?"."""

_COLLEAGUES = words("team project office staff department company project working works work")
"""Among these, people are no others who want it: "how many people are in the team?"."""

_SAME_AS_EXTRA = (Ask(Topic.CONDITION), Ask(Topic.EXTRAS), Ask(Topic.GENERAL))
"""A question about these in the sentence that asks for an extra is the request itself."""


@dataclass(slots=True)
class Wishes:
    """The moves found (with the places of their words and how sure each is) and the labels that go with them."""

    heard: list[tuple[int, int, Move, float]] = field(default_factory=list[tuple[int, int, Move, float]])
    labels: set[str] = field(default_factory=set[str])

    def add(self, start: int, end: int, move: Move, sure: float) -> None:
        self.heard.append((start, end, move, sure))


def wishes(hearing: Hearing) -> Wishes:
    """Everything that the message asks for. A price beside it makes of an extra a part of the offer."""
    said, requests = hearing.said, hearing.requests
    price = hearing.prices.proposed
    wished = Wishes()
    limit = [found for found in requests.get(Request.LIMIT, ()) if not _under_condition(said, found.start)]
    if limit:
        wished.add(limit[0].start, limit[0].end, Ask(Topic.LOWEST_PRICE), 0.9)
        wished.labels |= {"request_extra", "question"}
    else:
        for found in requests.get(Request.BETTER_TERMS, ()):
            closer = not {"closer", "nearer"}.isdisjoint(said.words[found.start : found.end])
            beside = (
                price is None or closer or found.start > price.place or not said.same_sentence(found.start, price.place)
            )
            why = said.words[said.sentence(found.start)[0]] == "why" or _if_not(said, found.start)
            if beside and not why and _asked_for(said, found.start):
                wished.add(found.start, found.end, RequestConcession(), 0.8)
                wished.labels.add("request_extra")
                break
    _extras(hearing, wished)
    if asks_something(hearing):
        wished.labels.add("question")
        if not limit and hearing.known.place is not Place.LEARNER_AWAY:
            for question in _questions(hearing):
                beside_extra = any(
                    said.same_sentence(start, question[0])
                    for start, _, move, _ in wished.heard
                    if isinstance(move, RequestExtra)
                )
                if not (beside_extra and question[2] in _SAME_AS_EXTRA) and (
                    question[2] != Ask(Topic.GENERAL) or not wished.heard
                ):
                    wished.add(*question)
    return wished


def _extras(hearing: Hearing, wished: Wishes) -> None:
    said, price = hearing.said, hearing.prices.proposed
    named = extras_named(said, hearing.known)
    wanted = [
        found for found in hearing.requests.get(Request.EXTRA, ()) if _wanted(said, found.start, hearing.known.side)
    ]
    if price is None:
        for extra, place in named.items():
            if _asks_about(said, place):
                wished.add(place, place + 1, Ask(Topic.EXTRAS), 0.8)
            elif wanted or _asked_for(said, place):
                wished.add(place, place + 1, RequestExtra(extra), 0.85)
                wished.labels.add("request_extra")
        if wanted and not named:
            wished.add(wanted[0].start, wanted[0].end, Ask(Topic.EXTRAS), 0.8)
    if wanted:
        wished.labels.add("request_extra")


def _asks_about(said: Said, place: int) -> bool:
    """Whether the sentence there only asks about an extra: "is breakfast included?"."""
    begin, stop = said.sentence(place)
    while said.words[begin] in _LEADS:
        begin += 1
    only_asks = said.words[stop] == "?" and said.words[begin] in _ASKS_ABOUT and said.words[begin + 1] != "about"
    asked = set(said.words[begin:stop])
    wishes_for = _WISHING & asked - ({"like"} if "look" in asked or "looks" in asked else set())
    return only_asks and not wishes_for and _GIVING.isdisjoint(asked)


def _asked_for(said: Said, place: int) -> bool:
    """Whether the sentence there is a question or a wish."""
    begin, stop = said.sentence(place)
    asked = said.words[stop] == "?" or place == begin or bool(_WISHING & set(said.words[begin:stop]))
    return asked and not _gives(said, place)


def _under_condition(said: Said, place: int) -> bool:
    return "if" in said.words[said.sentence(place)[0] : place]


def _if_not(said: Said, place: int) -> bool:
    """Whether better terms are only the condition of a threat there: "if you can't come down"."""
    before = said.words[max(said.sentence(place)[0], place - 4) : place]
    return "if" in before and "not" in before


def _wanted(said: Said, place: int, side: Side) -> bool:
    """Whether an extra is asked for there, not offered, and not told as something that "you can" do."""
    begin, stop = said.sentence(place)
    asks_a_fact = (
        said.words[stop] == "?" and said.words[begin] in _FACTS_BY and not _ASKING_YOU & set(said.words[begin:stop])
    )
    if asks_a_fact or (said.words[stop] == "?" and not _INFORMATION.isdisjoint(said.words[place:stop])):
        return False  # "does it come with a case?", "can you give me some details?"
    if said.words[place] == "#" and side is Side.SELLER and "extra" not in said.words[place : place + 5]:
        return False  # "1440 with free parking"
    if said.words[place] == "you" and said.words[stop] != "?":
        return "if" in said.words[begin:place]
    return not _gives(said, place)


def _gives(said: Said, place: int) -> bool:
    """Whether the speaker says there what the speaker will do, not what the other side should."""
    before = set(said.words[max(said.sentence(place)[0], place - 4) : place + 1])
    together = {"work", "figure", "meet"} & set(said.words[place : place + 1])  # "we can work something out"
    if said.asks_at(place) and said.words[place] in {"lower", "better", "cheaper"}:
        return False
    if (
        said.asks_at(place)
        and not _MAY.isdisjoint(said.words[place - 2 : place])
        and said.words[place - 1] in {"i", "we"}
    ):
        return False  # "could we pay in parts?"
    if _has(said, place):
        return True  # "I do have a little room"
    own = ({"i"} if together else {"i", "we"}) & before and {
        "can",
        "will",
        "could",
        "would",
        "am",
        "not",
        "may",
    } & before
    return bool(own) and not {"if", "you", "wondering", "need", "want", "like", "have"} & before


def _has(said: Said, place: int) -> bool:
    """Whether the speaker says right before that there is some of it: "I do have a little room"."""
    for at in range(max(said.sentence(place)[0] + 1, place - 3), place + 1):
        own = not {"i", "we"}.isdisjoint(said.words[at - 2 : at]) and not said.asks_at(place)
        if said.words[at] == "have" and own and said.words[at + 1] in {"a", "some", "any", "little"}:
            return True
    return False


def _questions(hearing: Hearing) -> list[tuple[int, int, Move, float]]:
    """What is asked, by the most specific topic of each sentence or clause that asks."""
    said = hearing.said
    asking = {said.sentence(found.start)[0] for found in hearing.requests.get(Request.QUESTION, ())}
    asked = [
        found
        for found in sorted(TOPICS.find(said), key=lambda found: found.start)
        if (said.asks_at(found.start) or said.sentence(found.start)[0] in asking)
        and not (found.value is Topic.OTHER_BUYERS and _of_their_own(said, found.start, found.end))
    ]
    if asked:
        pointed_at = [found for found in asked if said.words[found.start - 1] in {"what", "which"}]  # "what condition"
        first = min(pointed_at or asked, key=lambda found: FIRST.index(found.value))
        chosen = {_asks_from(said, first.start): first}
        for found in sorted(asked, key=lambda found: FIRST.index(found.value)):
            if said.asks_at(found.start) and found.value not in {other.value for other in chosen.values()}:
                chosen.setdefault(_asks_from(said, found.start), found)
        return [(found.start, found.end, Ask(found.value), 0.85) for _, found in sorted(chosen.items())]
    if Way.RETURNS in hearing.ways:
        return []  # "is it still available?" opens a talk, or takes it up again
    asks = [begin for begin in said.begins if said.asks_at(begin) and not _only_polite(said, begin)]
    if not asks and any(said.asks_at(begin) for begin in said.begins):
        return []
    begin = asks[0] if asks else said.begins[0]
    return [(begin, said.sentence(begin)[1], Ask(Topic.GENERAL), 0.6)]


def _only_polite(said: Said, begin: int) -> bool:
    """Whether a question only ends a statement ("isn't it?") or greets ("what can I do for you?")."""
    stop = said.sentence(begin)[1]
    tag = said.words[max(begin, stop - 3) : stop]
    if stop - begin > 4 and "," in said.words[stop - 4 : stop] and tag[-2:-1] == ["not"] and tag[-1] in _TAGGED:
        return True
    return said.words[begin : begin + 4] in (
        ["what", "can", "i", "do"],
        ["how", "can", "i", "help"],
        ["how", "are", "you", "?"],
    )


def _of_their_own(said: Said, start: int, end: int) -> bool:
    """Whether people are asked after there who compete for nothing: earlier owners, colleagues."""
    begin, stop = said.sentence(start)
    return said.words[end - 1] in _OWNERS or not _COLLEAGUES.isdisjoint(said.words[begin:stop])


def _asks_from(said: Said, place: int) -> int:
    """Where the question there begins: with its sentence, or after "," or "and" with a word that asks."""
    begin = said.sentence(place)[0]
    joined = (at for at in range(place, begin, -1) if said.words[at] in _ASKING and said.words[at - 1] in {",", "and"})
    return next(joined, begin)


def asks_something(hearing: Hearing) -> bool:
    """Whether a question is more than the tail of an offer ("how does that sound?")."""
    said, proposed = hearing.said, hearing.prices.proposed
    checked = hearing.requests.get(Request.CHECKS_OFFER, ()) if proposed is not None else ()
    checks = {said.sentence(found.start)[0] for found in checked}
    wanted = (
        found
        for found in hearing.requests.get(Request.EXTRA, ())
        if _wanted(said, found.start, hearing.known.side) and said.words[found.start] not in {"and", "plus"}
    )
    extras = {said.sentence(found.start)[0] for found in wanted}
    better = (
        {said.sentence(found.start)[0] for found in hearing.requests.get(Request.BETTER_TERMS, ())}
        if proposed is not None
        else set[int]()
    )
    scorned = {said.sentence(place)[0] for place in hearing.prices.refused}  # "150? That's an insult."
    offered = None if proposed is None else said.sentence(proposed.end - 1)[0]
    begins = said.begins
    for begin in begins:
        if said.asks_at(begin) and begin not in checks | extras | better | scorned and begin != offered:
            return True
    if offered is not None and said.asks_at(offered) and _asks_after(said, offered):
        return True
    beside = checks | extras | {offered}
    return any(said.sentence(found.start)[0] not in beside for found in hearing.requests.get(Request.QUESTION, ()))


def _asks_after(said: Said, begin: int) -> bool:
    """Whether a sentence goes on to a question of its own: "sounds good, when can I come?"."""
    stop = said.sentence(begin)[1]
    return any(said.words[at] == "," and said.words[at + 1] in _TIMES for at in range(begin, stop))
