"""What an event of a session is made of, and the two kinds that most of them are: the negotiation went on, or the
learner was asked back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.negotiation.money import minor_per_major
from bot.negotiation.moves import Accept, Ask, BeCourteous, Move, Offer, SmallTalk, Topic, WalkAway
from bot.negotiation.naming import on_the_table, terms
from bot.negotiation.reading import Aside, Known, Reading
from bot.negotiation.record import JSON, Step, StepKind, take, to_plain
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import State
from bot.negotiation.voice import Say
from bot.negotiation.wording import word, word_beside
from bot.services.heard import heard_line
from bot.services.phrases import STOPS, option_label
from bot.services.played import EventKind, Played, QuestionKind
from bot.services.posting import Draft, reply
from bot.services.reading import LONGEST_READ
from bot.services.views import PostKind


@dataclass(frozen=True, slots=True)
class Addition:
    """An event that is about to be written, and the posts that come of it. `step` where the negotiation went on,
    `restored` where something was taken back: the step after which things stand again."""

    kind: EventKind
    body: Mapping[str, JSON]
    posts: tuple[Draft, ...]
    step: Step | None = None
    restored: Step | None = None

    @property
    def shows_hearing(self) -> bool:
        """Whether a post tells the learner how they were heard."""
        return any(post.kind is PostKind.REPLY and "heard" in post.body for post in self.posts)

    @property
    def unshown(self) -> Addition:
        """The same for a learner who doesn't want to be shown how they were heard."""
        posts = tuple(
            replace(post, body={name: value for name, value in post.body.items() if name not in ("heard", "event")})
            if post.kind is PostKind.REPLY
            else post
            for post in self.posts
        )
        return replace(self, posts=posts)


def known(scenario: Scenario, state: State, said: str = "") -> Known:
    """Return what may be known when a message of the learner is read; `said` is what the counterpart said last."""
    return Known(
        side=scenario.side,
        list_price=scenario.list_price,
        ask=scenario.price_at(state.given),
        mine=None if state.demand is None else scenario.price_at(state.demand),
        per_major=minor_per_major(scenario.currency),
        place=state.place,
        topics=topics_of(scenario),
        extras=scenario.extras,
        reasons=scenario.reasons,
        alternative_words=scenario.alternative.words,
        alternative_amount=scenario.alternative.amount,
        add_on=scenario.small_thing,
        name=scenario.counterpart.partition(",")[0],
        said=said,
        facts=scenario.facts,
    )


def topics_of(scenario: Scenario) -> frozenset[Topic]:
    """Return what a question may be heard as, beside one that a fact answers."""
    if scenario.model is None:
        return frozenset(Topic) - {Topic.INTEREST, Topic.HOW_SET}
    return frozenset({*scenario.answers, Topic.LOWEST_PRICE, Topic.EXTRAS})


def together(before: str, text: str) -> str:
    """What was said in two messages, as much of it as is kept."""
    return f"{before}\n{text}"[-LONGEST_READ:]


def said_then(
    played: Played, moves: tuple[Move, ...], text: str | None, reading: Reading | None = None, *, heard: bool = False
) -> Addition:
    step = take(played.scenario, played.world, played.state, StepKind.SAID, moves)
    return stepped(played, step, text, reading, heard=heard)


def stepped(
    played: Played, step: Step, text: str | None, reading: Reading | None = None, *, heard: bool = False
) -> Addition:
    """`heard` is what was read, and not pressed: it is shown how it was, and it may be taken back."""
    words = word(
        played.scenario,
        played.voice,
        step.response,
        step.after,
        seed=played.row.seed,
        turn=len(played.said),
        said=played.said,
        aside=reading.aside if reading else Aside.NONE,
        questions=_small_questions(played.scenario, reading) if reading else [],
        offered=next((move.amount for move in reversed(step.moves) if isinstance(move, Offer)), None),
    )
    body: dict[str, JSON] = {"step": to_plain(step), "words": words, "text": text}
    if not heard:
        return Addition(EventKind(step.kind), body, (reply(played.scenario, step, words),), step)
    body["heard"] = True
    if reading is not None and reading.aside is not Aside.NONE:
        body["aside"] = str(reading.aside)
    line = heard_line(played.scenario, played.scenario.price_at(played.state.given), step.moves)
    post = reply(played.scenario, step, words, heard=line, event=len(played.events))
    return Addition(EventKind(step.kind), body, (post,), step)


def _small_questions(scenario: Scenario, reading: Reading) -> list[str]:
    """What was asked that the scenario answers in the same way whatever is hidden."""
    return [
        found.words
        for found in reading.heard
        if isinstance(found.move, Ask) and found.move.topic not in scenario.answers
    ]


def asked_back(
    played: Played,
    kind: QuestionKind,
    text: str | None,
    moves: tuple[Move, ...],
    options: tuple[Move, ...],
    plainly: str | None = None,
) -> Addition:
    """The counterpart asks what is meant, or the app does, `plainly`."""
    scenario = played.scenario
    ask = scenario.price_at(played.state.given)
    words = None if plainly is not None else _question_words(played, kind, options)
    labels = [STOPS] if kind is QuestionKind.STOP else [option_label(scenario, ask, option) for option in options]
    besides = tuple(move for move in moves if not isinstance(move, SmallTalk | BeCourteous))
    body: dict[str, JSON] = {
        "text": text,
        "moves": to_plain(moves),
        "options": to_plain(options),
        "kind": str(kind),
        "words": words,
    }
    shown: dict[str, JSON] = {
        "question": len(played.events),
        "kind": str(kind),
        "options": labels,
        "heard": heard_line(scenario, ask, besides) if besides else None,
    }
    return Addition(EventKind.ASKED, body, (Draft(PostKind.ASK_BACK, words or plainly or "", shown),))


def _question_words(played: Played, kind: QuestionKind, options: tuple[Move, ...]) -> str:
    if kind is QuestionKind.CHOICE:
        return beside_words(played, Say.WHICH)
    match options[0]:
        case Offer(amount, extras):
            return beside_words(played, Say.CONFIRM_OFFER, terms(played.scenario, amount, extras))
        case WalkAway():
            return beside_words(played, Say.CONFIRM_LEAVING)
        case Accept():
            return beside_words(played, Say.CONFIRM_DEAL)
        case other:
            return f"{option_label(played.scenario, played.scenario.price_at(played.state.given), other)}?"


def beside_words(played: Played, say: Say, offer: str = "") -> str:
    return word_beside(
        played.scenario,
        played.voice,
        say,
        seed=played.row.seed,
        turn=len(played.events),
        said=played.said_beside,
        ask=on_the_table(played.scenario, played.state),
        offer=offer,
    )
