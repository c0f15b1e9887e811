"""Words for what the counterpart does: one response of the table becomes one short message.

A reply is put together from clauses: what happened, a reaction to what was noticed, answers, extras, and the main
clause. Each clause comes from a pool of lines. Which line it is depends on seed and turn alone, save that lines that
were said longest ago go first; so a pool is used up before anything is said again. Words are chosen from what the
learner can see (`Response.seen` and the notes, which never depend on the world), so they give nothing away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import perm
from typing import NamedTuple

from bot.negotiation.acts import Act, NoteKind, Outcome
from bot.negotiation.arranging import Clause, arrangements, first_word, in_order, last_said, rank
from bot.negotiation.money import spoken
from bot.negotiation.naming import listed
from bot.negotiation.questions import Wanted, wanted
from bot.negotiation.reading.findings import Aside
from bot.negotiation.reading.meaning import fact_about
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import Response, State
from bot.negotiation.voice import ALWAYS, OPTIONAL, Say, Voice, filled, placeholders

MOST_REPLIES = 300
"""More replies than any session has: idle messages and rounds are both counted out by the table."""

_FEWEST = next(n for n in range(1, 20) if sum(perm(n, r) for r in range(1, n + 1)) > MOST_REPLIES)
_FEWEST_BESIDE = 3  # for what never stands alone: the main clause keeps the replies apart

_OWN: Mapping[Say, frozenset[str]] = {  # beside ALWAYS: what is filled in whenever this is said
    Say.FAR_OFF: frozenset({"offer"}),
    Say.ALTERNATIVE: frozenset({"cited"}),
    Say.GIVE_WAY: frozenset({"small_thing"}),
    Say.STRUCK: frozenset({"small_thing"}),
    Say.WITHOUT: frozenset({"small_thing"}),
    Say.WITH_EXTRA: frozenset({"extra"}),
    Say.PRICE_ONLY: frozenset({"extra"}),
    Say.GRANTED: frozenset({"extra"}),
    Say.REFUSED: frozenset({"extra"}),
    Say.INCLUDED: frozenset({"extra"}),
    Say.CONFIRM_OFFER: frozenset({"offer"}),
    Say.IN_RETURN: frozenset({"gives"}),
    Say.NO_USE: frozenset({"gives"}),
    Say.NOTED: frozenset({"gives"}),
    Say.COOL: frozenset({"offer"}),
}

_REACTIONS = (
    NoteKind.RUDE,
    NoteKind.CAME_WHEN_CALLED,
    NoteKind.EMPTY_THREAT,
    NoteKind.STRUCK,
    NoteKind.ALTERNATIVE_UNBELIEVED,
    NoteKind.ALTERNATIVE,
    NoteKind.ALTERNATIVE_WEAK,
    NoteKind.FAR_OFF,
    NoteKind.LAST_WORD_MOVED,
    NoteKind.STEP_BACK,
    NoteKind.GREEDY,
    NoteKind.LARGE_STEP,
    NoteKind.EAGER,
    NoteKind.THREAT,
    NoteKind.EXTRA_AGAIN,
    NoteKind.ALTERNATIVE_VAGUE,
    NoteKind.REASON,
    NoteKind.ALTERNATIVE_AGAIN,
    NoteKind.REASON_AGAIN,
    NoteKind.WOULD_HELP,
    NoteKind.ASKED_AGAIN,
    NoteKind.TOKEN_STEP,
    NoteKind.NO_STEP,
    NoteKind.REASON_UNFIT,
    NoteKind.SMALL_STEP,
    NoteKind.FIRST_OFFER,
    NoteKind.STALL,
    NoteKind.SUM_UP,
    NoteKind.APOLOGY,
    NoteKind.COURTEOUS,
)
"""What may be reacted to while bargaining goes on, the most telling first."""

_MILD = frozenset(_REACTIONS[_REACTIONS.index(NoteKind.NO_STEP) :])  # passed over now and then, and beside an answer
_AGREEING = frozenset({Act.ACCEPT, Act.SHAKE})
_BARGAINING = frozenset({Act.COUNTER, Act.HOLD, Act.FINAL, Act.ANSWER})
_UNSETTLED = frozenset({Act.COUNTER, Act.HOLD, Act.ANSWER})  # acts whose usual words compare with the terms before
_FITTING: Mapping[Act, frozenset[NoteKind]] = (
    dict.fromkeys(_BARGAINING, frozenset(_REACTIONS))
    | dict.fromkeys(_AGREEING, frozenset({NoteKind.CAME_WHEN_CALLED, NoteKind.CALLED_AFTER}))
    | dict.fromkeys((Act.CLOSE, Act.LEAVE), frozenset({NoteKind.RUDE, NoteKind.EMPTY_THREAT, NoteKind.FAR_OFF}))
)
_RANKED = (NoteKind.CALLED_AFTER, *_REACTIONS)
_PUT_OFF = {
    Wanted.WHETHER: Say.WHETHER,
    Wanted.DETAIL: Say.DETAIL,
    Wanted.CHAT: Say.CHAT,
    Wanted.NOTHING: Say.TALK,
}
_ADDED = frozenset({Say.DODGE, *_PUT_OFF.values(), Say.GRANTED, Say.REFUSED, Say.INCLUDED, Say.WITHOUT, Say.GREETING})
_MAIN_OPTIONAL = frozenset({Say.IN_RETURN, Say.NO_USE, Say.COOL, Say.SOLD})
_BESIDE = _ADDED | (OPTIONAL - _MAIN_OPTIONAL) | {Say(kind) for kind in _RANKED}
_OF_GIVES = frozenset({Say.IN_RETURN, Say.NO_USE, Say.NOTED})
_ASIDES: Mapping[Aside, Say] = {
    Aside.INSTRUCTION: Say.ASIDE_INSTRUCTION,
    Aside.CODE: Say.ASIDE_CODE,
    Aside.LINK: Say.ASIDE_LINK,
    Aside.LANGUAGE: Say.ASIDE_LANGUAGE,
    Aside.EMOJI_ONLY: Say.ASIDE_EMOJI_ONLY,
    Aside.EMPTY: Say.ASIDE_EMPTY,
}
"""What the counterpart says to asides. What is said to the app is none of its business."""

_PLAINLY: Mapping[Say, str] = {
    Say.CONFIRM_DEAL: "So we have a deal at {ask}?",
    Say.CONFIRM_OFFER: "So you're offering {offer}?",
    Say.CONFIRM_LEAVING: "So you're leaving?",
    Say.WHICH: "Which one do you mean?",
    Say.SORRY: "Sorry, I misheard you. Say it again?",
}
"""The same for voices that don't say it in their own way."""


_BESIDE_THE_DEAL = (NoteKind.APOLOGY, NoteKind.SUM_UP, NoteKind.STALL)
"""What is answered in its own way though it moves no terms, the most telling first."""

_PLAIN_POOLS: Mapping[Say, tuple[str, ...]] = {
    Say.STRUCK: (
        "I can't just take {small_thing} off.",
        "The way it stands, {small_thing} is part of it.",
        "{small_thing} stays on for now.",
        "You'd leave {small_thing} out. I hear you. I can't, not just like that.",
    ),
    Say.WITHOUT: (
        "Without {small_thing}, as you said.",
        "And that's without {small_thing}.",
        "{small_thing} comes off, then.",
    ),
    Say.STALL: (
        "Take your time.",
        "Sure, think about it. It's {ask} as we stand.",
        "No hurry on my side.",
        "All right. No answer is needed this second.",
    ),
    Say.SUM_UP: (
        "Yes, that's where we are. {ask} from me.",
        "That's about right. I'm at {ask}.",
        "You've got it. {ask} is what's on the table.",
        "That's how I see it too. {ask}.",
    ),
    Say.APOLOGY: ("No harm done.", "Already forgotten.", "Don't worry about it.", "It's fine, really."),
    Say.IN_RETURN: (
        "If you {gives}, I can do {ask}.",
        "{ask}, if you {gives}.",
        "All right: you {gives}, and it's {ask}.",
        "You {gives}, I say {ask}.",
        "Then let's put it like this. You {gives}, and we're at {ask}.",
        "With that on your side, {ask}.",
    ),
    Say.NO_USE: (
        "You can {gives} if you like. It's still {ask}.",
        "If you {gives}, fine. It doesn't change my price. {ask}.",
        "That makes no difference to me. {ask}.",
        "It's {ask} either way.",
        "Kind of you, but I've no use for that. {ask}.",
    ),
    Say.NOTED: (
        "Good, so you {gives}.",
        "And you {gives}, as you said.",
        "You {gives}. I'll count on that.",
    ),
    Say.COOL: (
        "{offer} isn't a price I can answer. {ask}.",
        "We're not talking about the same thing. {ask}, as I said.",
        "No. Not at {offer}. It's {ask}.",
        "I thought you were serious. {ask}.",
        "There's no use in going on from {offer}. I'm at {ask}.",
    ),
    Say.SOLD: (
        "I'm sorry. I've agreed with somebody else in the meantime.",
        "Too late, I'm afraid. Somebody else has said yes.",
        "That's settled now, with somebody else. I couldn't wait.",
        "You were away, and somebody else was quicker. Sorry.",
    ),
    Say.TOKEN_STEP: (
        "That's hardly a step.",
        "That's small change.",
        "You haven't moved much.",
    ),
    Say.LAST_WORD_MOVED: (
        "So that wasn't your last word.",
        "You said that was it. It wasn't, then.",
        "I see your last word moves.",
    ),
    Say.GREEDY: (
        "That's a long list, and nothing on it for me.",
        "You're asking for a lot at once.",
        "And what do I get for all that?",
    ),
    Say.REASON_UNFIT: (
        "That may be. It doesn't change the price.",
        "I hear you. I don't see what it has to do with this.",
        "Maybe so.",
    ),
    Say.WOULD_HELP: (
        "It might. Put a price to it and I'll tell you.",
        "Maybe. What would you want for it?",
        "Say it with a number, and I'll say yes or no.",
        "That depends on what you'd pay then.",
    ),
    Say.ASKED_AGAIN: (
        "You've asked me that.",
        "As I told you a minute ago.",
        "I've answered that one.",
    ),
}
"""What a voice says that brings no lines of its own for it."""


class ThinPool(NamedTuple):
    """Something that a voice has too few lines for. Only lines that can always be said are counted."""

    say: Say
    has: int
    needs: int


def word(
    scenario: Scenario,
    voice: Voice,
    response: Response,
    state: State,
    *,
    seed: int,
    turn: int,
    said: Sequence[str],
    aside: Aside = Aside.NONE,
    questions: Sequence[str] = (),
    offered: int | None = None,
) -> str:
    """The counterpart's message for one response (Act.OPEN included).

    `state` is the state after the response, `turn` the number of the reply within the session, `said` the earlier
    replies in order, `questions` what was asked about none of the topics, as the learner put it, `offered` the price
    that the message named. Same arguments, same words. The result is none of `said` as long as there are fewer than
    MOST_REPLIES of them and `thin_pools(voice)` is empty. Raises KeyError where the voice lacks what is to be said.
    """
    clauses = _clauses(
        scenario,
        voice,
        response,
        state,
        _values(scenario, response, state, offered),
        seed=seed,
        turn=turn,
        said=said,
        aside=aside,
        questions=questions,
    )
    pools: list[list[str]] = []
    for clause in clauses:
        begun = {first_word(pool[0]) for pool in pools}
        pools.append(in_order(clause, seed, turn, said, begun))
    told = "".join(f"*{text.strip().strip('*')}*\n" for text in response.happened)
    earlier = frozenset(said)
    candidates = (told + words for words in arrangements(pools))
    return next((words for words in candidates if words not in earlier), told + " ".join(pool[0] for pool in pools))


def word_beside(
    scenario: Scenario,
    voice: Voice,
    say: Say,
    *,
    seed: int,
    turn: int,
    said: Sequence[str],
    ask: str = "",
    offer: str = "",
) -> str:
    """What the counterpart says where nothing has happened: one of OPTIONAL. `ask` and `offer` are terms in words.

    Lines that were `said` longest ago go first. Never raises.
    """
    named = {"item": scenario.item, "name": scenario.counterpart.split(",")[0], "ask": ask, "offer": offer}
    values = {name: value for name, value in named.items() if value}
    lines = in_order(Clause(voice.lines.get(say, ()), values), seed, turn, said, frozenset())
    return lines[0] if lines else filled(_PLAINLY[say], values)


def thin_pools(voice: Voice) -> list[ThinPool]:
    """What `voice` has too few lines for: none where no session can make it say the same twice."""
    thin: list[ThinPool] = []
    for say in Say:
        if say in OPTIONAL and say not in voice.lines:
            continue
        known = ALWAYS | _OWN.get(say, ALWAYS)
        has = len({line for line in voice.lines.get(say, ()) if placeholders(line) <= known})
        needs = _FEWEST_BESIDE if say in _BESIDE or say.startswith("aside_") else _FEWEST
        if has < needs:
            thin.append(ThinPool(say, has, needs))
    return thin


# --- which clauses --------------------------------------------------------------------------------------------------


def _clauses(
    scenario: Scenario,
    voice: Voice,
    response: Response,
    state: State,
    values: Mapping[str, str],
    *,
    seed: int,
    turn: int,
    said: Sequence[str],
    aside: Aside,
    questions: Sequence[str],
) -> list[Clause]:
    def clause(say: Say, extras: frozenset[str] = frozenset()) -> Clause:
        name = "gives" if say in _OF_GIVES else "extra"
        named = {name: listed([scenario.extra(extra).name for extra in sorted(extras)])} if extras else {}
        return Clause(voice.lines.get(say) or _PLAIN_POOLS[say], {**values, **named})

    act = response.act
    if act is Act.OPEN:
        return [Clause(scenario.brief.first_line, values), clause(Say.OPEN)]
    noticed = {note.kind for note in response.notes}
    fact = next((found for asked in questions if (found := fact_about(scenario.facts, asked))), None)
    if act is Act.TALK:
        said_aside = next(
            (note for note in (NoteKind.APOLOGY, NoteKind.SUM_UP, NoteKind.STALL) if note in noticed), None
        )
        if said_aside is not None and fact is None and not _matters(questions):
            return [clause(Say(said_aside)), *([] if said_aside is NoteKind.STALL else [clause(Say.STEER)])]
        if fact is None and (aside in _ASIDES or not _matters(questions)):
            return [clause(_small_talk(voice, response, state, questions, aside)), clause(Say.STEER)]
        kind = [clause(_courtesy(state))] if _is_kind(response) else []
        if fact is None:
            return [*kind, clause(_put_off(voice, questions[0])), clause(Say.STEER)]
        return [*kind, Clause(fact.lines, values), clause(Say.ANSWER)]

    clauses: list[Clause] = []
    told: list[tuple[str, ...]] = []
    reaction = _reaction(response, state, seed, turn, "offer" in values)
    if reaction is not None:
        clauses.append(clause(reaction))
    if act in _BARGAINING:
        told = [scenario.answers[topic][answer].lines for topic, answer in response.answers]
        if fact is not None:
            told.append(fact.lines)
        clauses += [Clause(lines, values) for lines in told]
    main = _main(response, state)
    if main is Say.FINAL and not response.happened and _has_said_another(voice, said, values["ask"]):
        main = Say.STRETCH
    if main is Say.ANSWER and not told:
        clauses.append(clause(Say.DODGE))  # all that it asked was answered before
        main = Say.STEER
    elif act in _BARGAINING and reaction is None and not told and _matters(questions):
        clauses.append(clause(_put_off(voice, questions[0])))
    if act in _BARGAINING and response.refused and main is not Say.PRICE_ONLY:
        clauses.append(clause(Say.REFUSED, response.refused))
    if act in _BARGAINING and response.granted and main is not Say.WITH_EXTRA:
        clauses.append(clause(Say.GRANTED, response.granted))
    if act in _BARGAINING and response.taken and main not in _OF_GIVES:
        clauses.append(clause(Say.NOTED, response.taken))
    about = {Say.PRICE_ONLY: response.refused, Say.WITH_EXTRA: response.granted} | dict.fromkeys(
        _OF_GIVES, response.taken
    )
    clauses.append(clause(main, about.get(main, frozenset())))
    if act in _BARGAINING and NoteKind.WITHOUT in noticed:
        clauses.append(clause(Say.WITHOUT))
    if act in _AGREEING:
        gives = frozenset(extra for extra in response.extras if scenario.extra(extra).given)
        clauses += [clause(say, of) for say, of in _agreed(gives, response.extras - gives) if of]
        if state.struck and (act is Act.ACCEPT or state.inner is not None):
            clauses.append(clause(Say.WITHOUT))
    return clauses


def _agreed(gives: frozenset[str], gets: frozenset[str]) -> Sequence[tuple[Say, frozenset[str]]]:
    return (Say.INCLUDED, gets), (Say.NOTED, gives)


def _matters(questions: Sequence[str]) -> bool:
    """Whether something was asked that wants to be met even beside a move."""
    return any(wanted(question) in (Wanted.WHETHER, Wanted.DETAIL) for question in questions)


def _put_off(voice: Voice, question: str) -> Say:
    """What is said to a small question that no fact answers."""
    say = _PUT_OFF[wanted(question)]
    return say if say in voice.lines else Say.DODGE  # a session may have begun with a voice that knew fewer ways


def _small_talk(voice: Voice, response: Response, state: State, questions: Sequence[str], aside: Aside) -> Say:
    if aside in _ASIDES:
        return _ASIDES[aside]
    if _is_kind(response):  # "how are you?" is, too
        return _courtesy(state)
    return _put_off(voice, questions[0]) if questions else Say.TALK


def _is_kind(response: Response) -> bool:
    return any(note.kind is NoteKind.COURTEOUS for note in response.notes)


def _courtesy(state: State) -> Say:
    """What answers kind words: in the learner's first message they are a greeting, later on thanks."""
    return Say.GREETING if state.round + state.idle == 1 else Say.COURTEOUS


def _reaction(response: Response, state: State, seed: int, turn: int, offered: bool) -> Say | None:
    """The most telling thing noticed that fits what is done; mild ones are passed over one time in three."""
    fitting = _FITTING.get(response.act, frozenset[NoteKind]())
    noticed = {note.kind for note in response.notes} & fitting
    if not offered:
        noticed.discard(NoteKind.FAR_OFF)
    if not noticed:
        return None
    kind = min(noticed, key=_RANKED.index)
    if kind in _MILD and (response.answers or rank(seed, turn, kind) % 3 == 0):
        return None
    return _courtesy(state) if kind is NoteKind.COURTEOUS else Say(kind)


def _main(response: Response, state: State) -> Say:
    act = response.act
    if act is Act.CLOSE:
        if state.outcome is Outcome.UNFINISHED:
            return Say.UNFINISHED
        return Say.CLOSE if response.thought else Say.ENDED  # it thinks about moves; stopping and idling are none
    if response.happened and act in _UNSETTLED:
        return Say.NEWS
    if act is Act.GONE and not state.left:
        return Say.SOLD
    if act is Act.COUNTER and response.taken:
        useless = any(note.kind is NoteKind.NO_USE for note in response.notes)
        return Say.NO_USE if useless else Say.IN_RETURN
    if act is Act.COUNTER and response.granted:
        return Say.WITH_EXTRA
    if act is Act.COUNTER and state.demand == state.given:
        return Say.PRICE_ONLY if response.refused else Say.MEET
    return Say(act)


def _has_said_another(voice: Voice, said: Sequence[str], ask: str) -> bool:
    """Whether its last word so far was another price than `ask`. A session may have begun with a voice that knew no
    other way to say it."""
    if Say.STRETCH not in voice.lines:
        return False
    last = max(last_said(line, said) for line in (*voice.lines[Say.FINAL], *voice.lines[Say.STRETCH]))
    return last >= 0 and ask not in said[last]


def _values(scenario: Scenario, response: Response, state: State, offered: int | None) -> dict[str, str]:
    values = {
        "ask": spoken(response.ask, scenario.currency),
        "item": scenario.item,
        "name": scenario.counterpart.split(",")[0],
    }
    if state.demand is not None and state.demand > state.given:  # only a price that was not met is talked about
        values["offer"] = spoken(scenario.price_at(state.demand), scenario.currency)
    elif response.act in (Act.COOL, Act.CLOSE) and offered is not None:
        values["offer"] = spoken(offered, scenario.currency)
    if state.cited is not None:
        values["cited"] = spoken(scenario.price_at(state.cited), scenario.currency)
    if scenario.small_thing is not None:
        values["small_thing"] = scenario.small_thing.name
    return values
