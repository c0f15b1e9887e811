"""What each thing that can happen adds to a session: one event, and what is to be posted about it.

Everything here is worked out from a `Played` session alone; `practice.py` writes it down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from bot.negotiation.money import minor_per_major
from bot.negotiation.moves import Ask, CiteAlternative, Move, Offer
from bot.negotiation.reading import Aside, Known, Reading
from bot.negotiation.record import JSON, Step, StepKind, take, to_plain
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import State
from bot.negotiation.wording import word
from bot.services.errors import BadAmount, NothingAsked
from bot.services.hinting import LOOK, Hint
from bot.services.passages import Passage
from bot.services.phrases import BACK_AT, SAY_AGAIN, beyond, option_label, question_text
from bot.services.played import EventKind, Played
from bot.services.posting import Draft, brief, reply
from bot.services.preparing import Plan, plan_to_plain
from bot.services.reading import READER, Reader, keepable
from bot.services.views import PostKind


@dataclass(frozen=True, slots=True)
class Addition:
    """An event that is about to be written, and the posts that come of it. `step` where the negotiation went on."""

    kind: EventKind
    body: Mapping[str, JSON]
    posts: tuple[Draft, ...]
    step: Step | None = None


def opening(played: Played) -> Addition:
    """The brief, and the counterpart's first words."""
    addition = _stepped(played, take(played.scenario, played.world, None, StepKind.OPENED), None)
    return Addition(addition.kind, addition.body, (brief(played.scenario), *addition.posts), addition.step)


def back_again(old: Played, step: int, body: Mapping[str, JSON]) -> Addition:
    """The last step before `step` of an old session, as the one that a session goes on from: the brief, that this is
    a second try, and the counterpart's words as they were. `body` is that of the step's event."""
    last, event = old.steps[step - 1], old.step_events[step - 1]
    notice = Draft(PostKind.NOTICE, BACK_AT, {})
    words = reply(old.scenario, last, event.body["words"])
    return Addition(EventKind(event.kind), body, (brief(old.scenario), notice, words), last)


def hearing(played: Played, text: str, reader: Reader = READER) -> Addition:
    """A message in the learner's own words: answered, or asked back where a binding move in it is not clear, or where
    it names an amount that nobody could mean.

    An open question is answered by it where it says the likeliest option ("yes"), and forgotten otherwise.
    """
    text = keepable(text)
    question = played.question
    reading = reader.read(text, known(played.scenario, played.state, question.likeliest if question else None))
    if not can_be_meant(played.scenario, reading):
        return Addition(EventKind.DROPPED, {}, (Draft(PostKind.NOTICE, beyond(played.scenario), {}),))
    if reading.doubt is not None:
        return _asked(played, text, reading.moves, reading.doubt.options)
    moves = reading.moves
    if question is not None and question.likeliest in moves:
        text = f"{question.text}\n{text}"
        moves = question.meaning(question.likeliest) + tuple(m for m in moves if m != question.likeliest)
    return _said(played, moves, text, reading)


def pressing(played: Played, moves: tuple[Move, ...]) -> Addition:
    """Moves that were chosen and not written: there is nothing to read. An open question is forgotten.

    Raises BadAmount where one of them names an amount that nobody could mean.
    """
    _check_amounts(played.scenario, amounts_in(moves))
    return _said(played, moves, None)


def choosing(played: Played, option: int | None, number: int | None) -> Addition:
    """An option of the open question, or none of them; `number` tells which question is meant, if it is known.

    Raises NothingAsked where that question isn't open or has no such option.
    """
    question = played.question
    if question is None or number not in (None, question.number):
        raise NothingAsked("That question is closed by now. Just say what you mean in your own words.")
    if option is None:
        return Addition(EventKind.DROPPED, {}, (Draft(PostKind.NOTICE, SAY_AGAIN, {}),))
    if not 0 <= option < len(question.options):
        raise NothingAsked("That question has no such answer. Just say what you mean in your own words.")
    return _said(played, question.meaning(question.options[option]), question.text)


def passing(played: Played) -> Addition:
    """The wait that the counterpart announced is over."""
    return _stepped(played, take(played.scenario, played.world, played.state, StepKind.TIME), None)


def leaving(played: Played, notice: str | None = None) -> Addition:
    """The learner stops here, or has long been gone: then `notice` says so first."""
    step = take(played.scenario, played.world, played.state, StepKind.LEFT)
    addition = _stepped(played, step, None)
    if notice is None:
        return addition
    return Addition(addition.kind, addition.body, (Draft(PostKind.NOTICE, notice, {}),), step)


def hinting(hint: Hint) -> Addition:
    """A hint was given. It is shown privately, so there is nothing to post."""
    passage = None if hint.passage is None else asdict(hint.passage)
    return Addition(EventKind.HINTED, {"text": hint.text, "step": hint.step, "passage": passage}, ())


def preparing(played: Played, plan: Plan) -> Addition:
    """The learner sets out what they are after. Raises BadAmount, and NothingAsked once something has been said."""
    if len(played.steps) > 1:
        raise NothingAsked("You are in the middle of it. Prepare before your first word the next time.")
    if plan.is_empty:
        raise BadAmount("Set at least one: what you hope for, what you begin with, or where you leave.")
    set_out = (plan.target, plan.first, plan.walk)
    _check_amounts(played.scenario, (amount for amount in set_out if amount is not None))
    return Addition(EventKind.PREPARED, plan_to_plain(plan), ())


def hint_from(played: Played, cause: str) -> Hint | None:
    """The hint that was given to this cause, if one was."""
    for event in played.events:
        if event.cause == cause and event.kind == EventKind.HINTED:
            passage = event.body.get("passage")
            return Hint(event.body.get("step", LOOK), event.body["text"], Passage(**passage) if passage else None)
    return None


def can_be_meant(scenario: Scenario, reading: Reading) -> bool:
    """Return whether each amount in a message is one that somebody could mean."""
    moves = (*reading.moves, *(reading.doubt.options if reading.doubt else ()))
    return all(map(scenario.can_cost, amounts_in(moves)))


def amounts_in(moves: Iterable[Move]) -> Iterator[int]:
    """The prices that are offered or cited, in minor units."""
    for move in moves:
        if isinstance(move, Offer | CiteAlternative) and move.amount is not None:
            yield move.amount


def _check_amounts(scenario: Scenario, amounts: Iterable[int]) -> None:
    if not all(map(scenario.can_cost, amounts)):
        raise BadAmount(beyond(scenario))


def known(scenario: Scenario, state: State, asked: Move | None) -> Known:
    """What may be known when a message of the learner is read."""
    return Known(
        side=scenario.side,
        list_price=scenario.list_price,
        ask=scenario.price_at(state.given),
        mine=None if state.demand is None else scenario.price_at(state.demand),
        per_major=minor_per_major(scenario.currency),
        place=state.place,
        extras=scenario.extras,
        alternative_words=scenario.alternative.words,
        asked=asked,
        alternative_amount=scenario.alternative.amount,
    )


def _said(played: Played, moves: tuple[Move, ...], text: str | None, reading: Reading | None = None) -> Addition:
    return _stepped(played, take(played.scenario, played.world, played.state, StepKind.SAID, moves), text, reading)


def _stepped(played: Played, step: Step, text: str | None, reading: Reading | None = None) -> Addition:
    words = word(
        played.scenario,
        played.voice,
        step.response,
        step.after,
        seed=played.row.seed,
        turn=len(played.said),
        said=played.said,
        aside=reading.aside if reading else Aside.NONE,
        questions=[heard.words for heard in reading.heard if heard.move == Ask()] if reading else [],
    )
    body: dict[str, JSON] = {"step": to_plain(step), "words": words, "text": text}
    return Addition(EventKind(step.kind), body, (reply(played.scenario, step, words),), step)


def _asked(played: Played, text: str, moves: tuple[Move, ...], options: tuple[Move, ...]) -> Addition:
    ask = played.scenario.price_at(played.state.given)
    labels = [option_label(played.scenario, ask, option) for option in options]
    body: dict[str, JSON] = {"text": text, "moves": to_plain(moves), "options": to_plain(options)}
    shown: dict[str, JSON] = {"question": len(played.events), "options": labels}
    return Addition(EventKind.ASKED, body, (Draft(PostKind.ASK_BACK, question_text(labels), shown),))
