"""What each thing that can happen adds to a session: one event, and what is to be posted about it.

Everything here is worked out from a `Played` session alone; `practice.py` writes it down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import timedelta

from bot.negotiation.moves import (
    BINDING,
    Accept,
    Ask,
    CiteAlternative,
    Move,
    Offer,
    RequestExtra,
    SmallTalk,
    WalkAway,
)
from bot.negotiation.naming import on_the_table
from bot.negotiation.reading import (
    OUT_OF_STORY,
    Aside,
    DoubtKind,
    OpenQuestion,
    Reading,
    Reply,
    ReplyKind,
    begins_with_yes,
    hedges,
    read_answer,
)
from bot.negotiation.record import JSON, StepKind, take, to_plain
from bot.negotiation.scenario import Scenario
from bot.negotiation.voice import Say
from bot.services.additions import (
    Addition,
    asked_back,
    beside_words,
    known,
    said_then,
    stepped,
    together,
)
from bot.services.coaching import UNREADABLE, beside
from bot.services.doubts import doubt_about
from bot.services.errors import BadAmount, Held, NothingAsked, NothingToTakeBack, TermsChanged
from bot.services.hinting import LOOK, Hint
from bot.services.passages import Passage
from bot.services.phrases import (
    BACK_AT,
    NOTHING_CHANGED,
    SAY_AGAIN,
    UNRATED_FROM_NOW,
    WHETHER_TO_STOP,
    beyond,
    over_told,
)
from bot.services.played import MOST_TAKEN_BACK, NOT_WHILE_HELD, EventKind, Played, Question, QuestionKind
from bot.services.posting import Draft, brief, coach, reply
from bot.services.preparing import Plan, plan_to_plain
from bot.services.reading import READER, Reader, keepable
from bot.services.views import PostKind

AGAINST_A_YES = frozenset({"reject", "stall", "walk_away_threat", "rude", "question"})
"""Labels of a message that, whatever it begins with, is no yes."""

MAY_TAKE_BACK = timedelta(minutes=5)  # for so long what ended a session


def opening(played: Played) -> Addition:
    """The brief, and the counterpart's first words."""
    addition = stepped(played, take(played.scenario, played.world, None, StepKind.OPENED), None)
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

    Where a question is open and this is no answer to it, what was clear in the message that was asked about counts
    together with this one.
    """
    text = keepable(text)
    question = played.question
    if question is not None:
        reply_ = read_answer(text, _open(played, question))
        if reply_ is not None:
            return _answered(played, question, reply_, text)
    reading = reader.read(text, known(played.scenario, played.state, played.said[-1] if played.said else ""))
    if not can_be_meant(played.scenario, reading):
        return Addition(EventKind.DROPPED, {}, (Draft(PostKind.NOTICE, beyond(played.scenario), {}),))
    if reading.aside is Aside.UNDO and played.last_message is not None:
        try:
            return taking_back(played)
        except NothingToTakeBack as reason:
            return _beside(played, text, reading.aside, str(reason))
    if reading.aside is Aside.STOP:
        return stopping(played, text)
    if reading.aside in OUT_OF_STORY or (reading.aside in UNREADABLE and _was_unreadable(played)):
        return _beside(played, text, reading.aside)
    if question is not None and (_said_again(question, reading, text) or _said_yes(question, reading, text)):
        both = None if question.text is None else together(question.text, text)
        return _chosen(played, question, 0, both, besides=reading.moves)
    moves = reading.moves
    if question is not None and question.besides:
        moves = tuple(dict.fromkeys((*question.besides, *moves)))
    if question is not None and question.text is not None:
        text = together(question.text, text)
    if reading.doubt is not None:
        kind = QuestionKind.CONFIRM if reading.doubt.kind is DoubtKind.CONFIRM else QuestionKind.CHOICE
        options = reading.doubt.options[:1] if kind is QuestionKind.CONFIRM else reading.doubt.options
        return asked_back(played, kind, text, moves, options)
    return said_then(played, moves, text, reading, heard=True)


def pressing(played: Played, moves: tuple[Move, ...], *, asks: bool = False, shown: int | None = None) -> Addition:
    """Moves that were chosen and not written: there is nothing to read. With `asks` those that can hardly be meant are
    asked about first. What was clear in a message that is still asked about counts with them.

    Raises BadAmount where one of them names an amount that nobody could mean, and TermsChanged where another price than
    `shown` is on the table.
    """
    _check_amounts(played.scenario, amounts_in(moves))
    ask = played.scenario.price_at(played.state.given)
    if shown not in (None, ask):
        raise TermsChanged(
            f"That price isn't on the table anymore. Now it's {on_the_table(played.scenario, played.state)}."
        )
    reason = doubt_about(played.scenario, played.state, moves) if asks else None
    if reason is not None:
        return asked_back(played, QuestionKind.PRESSED, None, (), moves, reason)
    question = played.question
    if question is None or not question.besides:
        return said_then(played, moves, None)
    return said_then(played, tuple(dict.fromkeys((*question.besides, *moves))), question.text)


def stopping(played: Played, text: str | None = None) -> Addition:
    """The learner would like to stop: it can't be taken back, so it is asked about."""
    return asked_back(played, QuestionKind.STOP, text, (), (), WHETHER_TO_STOP)


def choosing(played: Played, option: int | None, number: int | None) -> Addition:
    """An option of the open question, or none of them; `number` tells which question is meant, if it is known.

    Raises NothingAsked where that question isn't open or has no such option.
    """
    question = _asked_about(played, number)
    if option is None:
        return _dropped(played, question)
    if question.kind is QuestionKind.STOP and option == 0:
        return leaving(played)
    if not 0 <= option < len(question.options):
        raise NothingAsked("That question has no such answer. Just say what you mean in your own words.")
    return _chosen(played, question, option, question.text)


def declining(played: Played, number: int | None) -> Addition:
    """No to what was asked: it is no refusal, and what was said besides counts. Raises what `choosing` does."""
    question = _asked_about(played, number)
    return _declined(played, question, question.text)


def taking_back(played: Played, event: int | None = None) -> Addition:
    """What the learner said last didn't happen; `event` is its number, where that is known.

    Raises NothingToTakeBack where it isn't the last one, or the end of a session stays as it is, and Held.
    """
    span = played.last_message
    if span is None or event not in (None, span.last):
        raise NothingToTakeBack("Only what you said last can be taken back, and only once.")
    if played.finished and not played.row.sealed:
        raise NothingToTakeBack("It is too late to take that back. It stands as it ended.")
    if played.row.held:
        raise Held(NOT_WHILE_HELD)
    if played.row.veiled and played.times_taken_back >= MOST_TAKEN_BACK:
        raise NothingToTakeBack("You have taken back as much as one may in a drill. It stands.")
    question = played.question
    if question is not None and question.number == span.last:
        return _dropped(played, question)
    steps = [step for step, at in zip(played.steps, played.step_events, strict=True) if at.number < span.since]
    words = beside_words(played, Say.SORRY)
    body: dict[str, JSON] = {"since": span.since, "step": to_plain(steps[-1]), "words": words}
    posts = [reply(played.scenario, steps[-1], words)]
    if played.row.rated and played.times_taken_back == MOST_TAKEN_BACK:
        posts.append(Draft(PostKind.NOTICE, UNRATED_FROM_NOW, {}))
    return Addition(EventKind.UNDONE, body, tuple(posts), restored=steps[-1])


def refusing() -> Addition:
    """It was said that something doesn't count: whenever it is found again, it has been dealt with."""
    return Addition(EventKind.REFUSED, {}, ())


def passing(played: Played) -> Addition:
    """The wait that the counterpart announced is over."""
    return stepped(played, take(played.scenario, played.world, played.state, StepKind.TIME), None)


def leaving(played: Played, notice: str | None = None) -> Addition:
    """The learner stops here, or has long been gone: then `notice` says so first."""
    step = take(played.scenario, played.world, played.state, StepKind.LEFT)
    addition = stepped(played, step, None)
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


def result(played: Played) -> Draft:
    """That it is over, where it may still be taken back: the debrief waits to be opened."""
    span = played.last_message
    body: dict[str, JSON] = {
        "outcome": str(played.state.outcome),
        "event": None if span is None else span.last,
        "minutes": round(MAY_TAKE_BACK.total_seconds() / 60),
    }
    return Draft(PostKind.RESULT, over_told(played.scenario, played.state), body)


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


def _open(played: Played, question: Question) -> OpenQuestion:
    kind = DoubtKind.CHOICE if question.kind is QuestionKind.CHOICE else DoubtKind.CONFIRM
    return OpenQuestion(kind, question.options, known(played.scenario, played.state))


def _asked_about(played: Played, number: int | None) -> Question:
    question = played.question
    if question is None or number not in (None, question.number):
        raise NothingAsked("That question is closed by now. Just say what you mean in your own words.")
    return question


def _answered(played: Played, question: Question, reply_: Reply, text: str) -> Addition:
    """An answer in words."""
    both = None if question.text is None else together(question.text, text)
    match reply_.kind:
        case ReplyKind.OPTION if question.kind is QuestionKind.STOP:
            return leaving(played)
        case ReplyKind.OPTION:
            return _chosen(played, question, reply_.option or 0, both)
        case ReplyKind.NO:
            return _declined(played, question, both)
        case ReplyKind.NOT_MEANT:
            return _dropped(played, question)
        case ReplyKind.UNCLEAR:
            plainly = question.words is None and question.kind in (QuestionKind.PRESSED, QuestionKind.STOP)
            reason = _asked_plainly(played, question) if plainly else None
            return asked_back(played, question.kind, question.text, question.moves, question.options, reason)


def _said_again(question: Question, reading: Reading, text: str) -> bool:
    """Return whether a message sounds like just what was asked about: whoever says it twice means it."""
    if question.kind is not QuestionKind.CONFIRM or reading.doubt is None or len(reading.doubt.options) != 1:
        return False
    (asked,), (again,) = question.options, reading.doubt.options
    if isinstance(asked, WalkAway):
        return isinstance(again, WalkAway)
    return asked == again and not hedges(text)


def _said_yes(question: Question, reading: Reading, text: str) -> bool:
    """Return whether a message begins with a yes to what was asked about, and goes on with nothing against it."""
    if question.kind is not QuestionKind.CONFIRM or reading.acts & AGAINST_A_YES:
        return False
    if not begins_with_yes(text) or hedges(text):
        return False
    (asked,) = question.options
    binds = [move for move in reading.moves if isinstance(move, BINDING)]
    doubted = list(reading.doubt.options) if reading.doubt is not None else []
    if any(isinstance(move, Ask) for move in reading.moves):
        return False
    if isinstance(asked, WalkAway):
        return not any(isinstance(move, Offer | Accept) for move in (*binds, *doubted))
    ask_or_amount = {getattr(move, "amount", None) for move in (*binds, *doubted)} - {None}
    own = asked.amount if isinstance(asked, Offer) else None
    return ask_or_amount <= {own} and not any(isinstance(move, WalkAway) for move in (*binds, *doubted))


def _asked_plainly(played: Played, question: Question) -> str:
    if question.kind is QuestionKind.STOP:
        return WHETHER_TO_STOP
    return doubt_about(played.scenario, played.state, question.options) or "Is that what you mean?"


def _chosen(
    played: Played, question: Question, option: int, text: str | None, besides: tuple[Move, ...] = ()
) -> Addition:
    """`besides` is what the answer says beside the yes."""
    meant = question.meaning(question.options[option])
    answer = question.options[option]
    named = {RequestExtra(extra) for extra in answer.extras} if isinstance(answer, Offer) else set[Move]()
    more = [move for move in besides if not isinstance(move, (*BINDING, SmallTalk)) and move not in named]
    return said_then(
        played, tuple(dict.fromkeys((*more, *meant))), text, heard=question.kind is not QuestionKind.PRESSED
    )


def _declined(played: Played, question: Question, text: str | None) -> Addition:
    if question.besides:
        return said_then(played, question.besides, text, heard=True)
    body: dict[str, JSON] = {"kind": str(question.kind)}
    on_table = on_the_table(played.scenario, played.state)
    told = f"{NOTHING_CHANGED} On the table: {on_table}."
    return Addition(EventKind.DROPPED, body, (Draft(PostKind.NOTICE, told, {}),))


def _dropped(played: Played, question: Question) -> Addition:
    """Nothing of what was asked about was meant, and nothing of it counts."""
    body: dict[str, JSON] = {"kind": str(question.kind)}
    if question.words is None:
        return Addition(EventKind.DROPPED, body, (Draft(PostKind.NOTICE, SAY_AGAIN, {}),))
    words = beside_words(played, Say.SORRY)
    return Addition(EventKind.DROPPED, {**body, "words": words}, (reply(played.scenario, played.steps[-1], words),))


def _beside(played: Played, text: str, aside: Aside, told: str | None = None) -> Addition:
    post = coach(played.scenario, played.state, told or beside(played, aside))
    return Addition(EventKind.BESIDE, {"text": text, "aside": str(aside)}, (post,))


def _was_unreadable(played: Played) -> bool:
    """Whether the message before couldn't be read either."""
    for event in reversed(played.stood):
        if event.kind in (EventKind.SAID, EventKind.BESIDE):
            return event.body.get("aside") in UNREADABLE
        if event.kind not in (EventKind.HINTED, EventKind.PREPARED, EventKind.REFUSED):
            return False
    return False
