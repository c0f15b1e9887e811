"""Whether a message says yes, or leaves, and nothing else: only then may words in free text end a game at once.

A message is cut at its stops and commas. Each part must be, as a whole, one of the ways to say yes or to leave that are
listed here, or a courtesy that goes with it. A part that is anything else (another price, a condition, a question, an
argument, a joke) leaves a remainder, and with a remainder nothing binds: what is likely is asked for instead. So the
lists are short on purpose; a way that is missing costs one question, a wrong one somebody's game.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.quantities import Kind
from bot.negotiation.reading.said import STOPS, Said


class Bare(StrEnum):
    """What a message says, where it says nothing besides."""

    YES = "yes"
    LEAVES = "leaves"
    ASSENTS = "assents"  # "okay", "fine", "sounds good": a yes, or only a nod
    REFUSES = "refuses"  # "no thanks"
    ACTS = "acts"  # "*walks to the door*": it is told that the speaker leaves
    TORN = "torn"  # a yes and a goodbye: "you win, I'm out"


LONGEST = 24
"""Words: nobody says yes and nothing else in more."""


def _any(*ways: str) -> str:
    return "(?:" + "|".join(ways) + ")"


_SOFT = _any(
    "ok(?:ay)?|all right|well|then|so|now|oh|ah|aw|h+m+|right|you know what|haha|please|man|mate|bro|dude|buddy",
    "pal|sir|ma?am|madam|(?:my )?friend|honestly|look|listen|you too|just|today|again|in that case|at last",
    "finally|yay|phew|wow|very well|fair enough|happily|gladly|with pleasure|and",
    "please_sign|deal_sign|yes_sign|my dear|dear|boss|guys|champ|chief|love|mister",
    "(?:i )?appreciate it|much appreciated|thank you (?:so|very) much|thanks (?:a lot|so much|very much)|thanks",
    "thank you|many thanks|it is|that is it",
)
"""What may stand before and after a yes or a goodbye without changing it."""

_ASSENT = _any(
    "yes|sure|fine|great|good|perfect|lovely|cool|excellent|wonderful|brilliant|super|awesome|nice|absolutely",
    "definitely|of course|certainly|sounds (?:good|great|fair)|yes_sign|by all means|why not|okay|works|done",
    "that is (?:fair|fine|good|okay)|good enough|fine (?:by|with) me|works for (?:me|us)|that works(?: for (?:me|us))?",
    "ask(?: (?:dollars|euros|pounds|yen))?",
)
_MONEY = "(?: (?:dollars|euros|pounds|bucks|yen|francs))?"
_AT_ASK = f"(?:(?: for| at| with| on| of)? ask{_MONEY})?"
_IT = _any(
    "it", "that", "this", "them", "those", "these", "the deal", "(?:your|the|that) (?:offer|price)", "those terms"
)
_NOW = "(?: now| today| then| right away| right now| please| of course)*"
_I = "(?:i|we)"
_WILL = "(?:will |would |do |can |shall |am going to |are going to |gladly |happily |guess i will |think i will )*"
_A_DEAL = "(?:a |us a |your self a |yourself a |yourselves a |ourselves a )?(?:done )?deal"

_YES = re.compile(
    _any(
        f"(?:it is |that is |(?:we|you) (?:have |got |have got )?|call it |got )?{_A_DEAL}{_AT_ASK}{_NOW}",
        f"deal_sign|agreed{_AT_ASK}|accepted|settled|sold{_AT_ASK}|consider it (?:done|sold|a deal)",
        f"(?:{_I} )?{_WILL}(?:accept|agree)(?: to| with| on)?(?: {_IT})?{_AT_ASK}{_NOW}",
        f"(?:{_I} )?{_WILL}(?:take|buy|have) (?:{_IT}|this one|the lot){_AT_ASK}{_NOW}",
        f"(?:{_I} )?(?:am |are )?(?:taking|buying) {_IT}{_AT_ASK}{_NOW}",
        f"{_I} will (?:sign|do)(?: (?:it|that|the (?:contract|lease|papers)))?{_NOW}",
        f"(?:let us )?shake(?: hands)? on (?:it|that){_NOW}|let us shake(?: hands)?{_NOW}",
        f"let us (?:do|close) (?:it|this|that|ask){_NOW}",
        f"you are on|you win|count (?:me|us) in|{_I} (?:am|are) (?:in|sold)|sign (?:me|us) up",
        "it is (?:sold|all yours|yours)",
        f"you can have {_IT}{_AT_ASK}{_NOW}|(?:book|ring|wrap|pack) (?:it|me|us)(?: up| in)?{_NOW}|go on then",
        f"(?:call it |make it |it is )?ask{_MONEY} (?:it is|works(?: for (?:me|us))?|is (?:fine|good|okay|a deal)|then)"
        f"(?: (?:by|with|for) (?:me|us))?",
        f"{_I} {_WILL}(?:pay|give you|do|go with|take){_AT_ASK.removesuffix('?')}{_NOW}",
        f"{_ASSENT} ask{_MONEY}",
    )
)
_GO = "(?:go|leave|walk|walk away|walk out|be going|be off|be leaving|head out|head home|get going|pass)"
_HAVE_TO = "(?:will|shall|am going to|have to|must|need to|(?:had |would )?better|would rather)"
_GOING_TO = "(?:will|am going to) (?:then |just )?"
_ELSEWHERE = "(?:elsewhere|there|over there|somewhere else|from them|from somebody else|from someone else)"
_AWAY = "(?: (?:elsewhere|somewhere else|home|now|then|here|away|for good|instead|forever|of here|with this|with you))*"
_LEAVES = re.compile(
    _any(
        f"(?:good ?bye|bye|bye bye|farewell|so long|bye_sign|walk_sign){_AWAY}",
        f"{_I} (?:am|are) (?:out|off|leaving|gone|done|walking|walking away|walking out|passing){_AWAY}",
        f"(?:leaving|walking|walking away){_AWAY}|{_I} (?:am|are) going (?:elsewhere|home)",
        f"{_I} {_HAVE_TO} (?:then |just |now )*{_GO}{_AWAY}",
        f"{_I} {_GOING_TO}(?:buy|get|take|find|try|shop|go|look|do) (?:(?:it|one|mine) )?{_ELSEWHERE}",
        f"{_I} {_GOING_TO}take my (?:business|money|custom) elsewhere|{_I} (?:go|give up|quit)(?: now)?",
        f"(?:let us |{_I} will |{_I} )?call it off|(?:let us |{_I} will )?leave it (?:there|at that|here)",
        f"(?:the )?deal is off|{_I} (?:are|am) (?:done|finished|through)(?: here)?",
        "forget (?:about )?(?:it|the (?:whole )?(?:thing|deal))",
    )
)
_REFUSES = re.compile(
    _any(
        "no(?: thanks| thank you| deal| way| sorry| chance)?",
        "not interested",
        "sorry no",
        "thanks but no",
        "not for me",
    )
)
_COURTESY = re.compile(
    _any(
        "see you(?: around| later| soon| tomorrow| then)?",
        "have a (?:nice|good|great|lovely) (?:day|one|evening|night|weekend)",
        "take care|good (?:night|day|evening|luck)|best of luck|all the best|good luck with it|no hard feelings",
        "(?:i am )?sorry|(?:maybe )?(?:next|another) time",
        "(?:it was )?nice (?:meeting|talking) (?:to )?(?:you|with you)",
        "(?:thanks|thank you)(?: so much| very much)? for (?:your|the|all your) (?:time|help|patience|offer|trouble)",
        "(?:it (?:was|is) )?(?:a )?pleasure(?: doing business)?(?: with you)?|nice doing business(?: with you)?",
    )
)
_CALL = "(?:call|text|ring|message|write|contact|phone|email|ping)"
_CHANGES = (
    "(?:if|should|when|in case) (?:you|that|it|this|anything|things|your mind)"
    "(?: \\w+){0,5} (?:changes?|reconsider|mind|down)"
)
_REACHABLE = re.compile(
    _any(
        f"(?:please )?(?:you can )?{_CALL}(?: to)? (?:me|us)(?: back)?(?: {_CHANGES}(?: \\w+){{0,3}})?",
        f"{_CHANGES}(?: \\w+){{0,3}}",
        "you (?:have|have got|got|know) (?:my|our) (?:phone )?(?:number|card|email|address)"
        f"(?: {_CHANGES}(?: \\w+){{0,3}})?",
        "(?:my|our) (?:phone )?(?:number|email) is(?: on file| on the \\w+|(?: other)+)",
        "here is my (?:number|card)(?: other)*",
        "you know where to find (?:me|us)",
    )
)
_ACTS_LEAVING = re.compile(
    r"[*(_\[]+\W*(?:(?:i |he |she )?(?:starts? to |begins? to |gets? up and |slowly |quietly |just )?)*"
    r"(?:walk|head|storm|leave|turn|go|step|hang|get up|run|march)(?:s|es|ing)?\b[^*)\]]{0,60}[*)_\]]+\W*"
    r"(?:(?:good)?bye\W*)?"
)
"""An action told between asterisks or brackets."""

_AROUND = re.compile(f"^(?:{_SOFT} )+|(?: {_SOFT})+$")
_ONLY_SOFT = re.compile(f"{_SOFT}(?: {_SOFT})*")
_ONLY_ASSENT = re.compile(f"{_any(_SOFT, _ASSENT)}(?: {_any(_SOFT, _ASSENT)})*")
_LEADING_ASSENT = re.compile(f"^(?:{_any(_SOFT, _ASSENT)} )+")
_AGREES = re.compile(r"\b(?:yes|fine|okay|sure|great|good|perfect|works|all right|absolutely|agreed|deal)\b")
_LAUGHS = frozenset({"haha", "eyeroll"})
"""Beside a yes, these make it half a joke."""

_NODS = frozenset({"okay", "right", "yes_sign"})


def bare(said: Said, known: Known) -> Bare | None:
    """Return what the message says where it says only that; None where it says anything else."""
    if _ACTS_LEAVING.fullmatch(said.text.strip().lower()):
        return Bare.ACTS
    if len(said.words) > LONGEST + 3 or said.unknown_signs > 3:
        return None
    heard: set[Bare] = set()
    for part in _parts(said, known):
        if part is None:
            return None
        if _ONLY_SOFT.fullmatch(part):
            if not _NODS.isdisjoint(part.split()):
                heard.add(Bare.ASSENTS)
        elif _YES.fullmatch(part):
            heard.add(Bare.YES)
        elif _ONLY_ASSENT.fullmatch(part):
            heard.add(Bare.YES if "ask" in part.split() and _AGREES.search(part) else Bare.ASSENTS)
        elif not (_COURTESY.fullmatch(part) or _REACHABLE.fullmatch(part)):
            way = _way(part)
            if way is None:
                return None
            heard.add(way)
    if Bare.LEAVES in heard:
        return Bare.TORN if Bare.YES in heard or "yes" in said.where else Bare.LEAVES
    if Bare.REFUSES in heard:
        return None if Bare.YES in heard or Bare.ASSENTS in heard else Bare.REFUSES
    if Bare.YES in heard and _LAUGHS.isdisjoint(said.where):
        return Bare.YES
    return Bare.ASSENTS if heard else None


def leaves_at_the_end(said: Said, known: Known) -> bool:
    """Return whether the last thing that the message says is a plain goodbye, whatever stands before it."""
    last = None
    for part in _parts(said, known):
        if part is None or not (_ONLY_SOFT.fullmatch(part) or _COURTESY.fullmatch(part) or _REACHABLE.fullmatch(part)):
            last = None if part is None else _way(part)
    return last is Bare.LEAVES


def reachable(said: Said, known: Known) -> bool:
    """Return whether one part of the message leaves a way to be reached."""
    return any(part is not None and _REACHABLE.search(part) for part in _parts(said, known))


def _way(part: str) -> Bare | None:
    core = _AROUND.sub("", _AROUND.sub("", part))
    if _COURTESY.fullmatch(core):
        return Bare.ASSENTS
    if _LEAVES.fullmatch(core):
        return Bare.LEAVES
    if _REFUSES.fullmatch(core):
        return Bare.REFUSES
    return Bare.YES if _YES.fullmatch(core) or _YES.fullmatch(_LEADING_ASSENT.sub("", core)) else None


def _with_elsewhere(part: str, known: Known) -> str:
    """Return a part with "at Harlow's" and "to Harlow's" as "elsewhere", where that is the speaker's alternative."""
    for name in known.alternative_words:
        plain = name.lower().replace("'", "").replace("-", " ")
        if plain in part:
            part = re.sub(rf"\b(?:at|to|from|with) (?:the )?{re.escape(plain)}s?\b", "elsewhere", part)
    return part


def _parts(said: Said, known: Known) -> Iterator[str | None]:
    """Yield the parts between stops and commas, words with one space between; the ask as "ask", a number that is no
    price as "other". A part with another price, or one that asks, is None: a remainder."""
    row: list[str] = []
    spoiled = False
    for place in range(1, len(said.words) - 1):
        word, quantity = said.words[place], said.numbers.get(place)
        if word in STOPS or word == ",":
            if row or spoiled:
                yield None if spoiled or word == "?" else _with_elsewhere(" ".join(row), known)
            row, spoiled = [], False
        elif quantity is None:
            row.append(word)
        elif quantity.kind is Kind.OTHER:
            row.append("other")
        elif quantity.kind is Kind.PRICE and round(quantity.value * known.per_major) == known.ask:
            row.append("ask")
        else:
            spoiled = True
