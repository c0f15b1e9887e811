"""Sessions with their words, and a voice so plain that a test can say what it will say."""

from __future__ import annotations

import random
from functools import cache

from bot.content.library import load_library
from bot.negotiation.moves import (
    Accept,
    Ask,
    BeCourteous,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    HoldFirm,
    LetGo,
    Offer,
    Place,
    RequestConcession,
    ShowEagerness,
    SmallTalk,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.reading.findings import Aside
from bot.negotiation.record import StepKind, take
from bot.negotiation.voice import Say, Voice
from bot.negotiation.wording import word

from ..play import KNOWLEDGE


@cache
def library():
    return load_library(KNOWLEDGE)


def steps_of(scenario, world, messages):
    """The steps of a session in which `messages` are said; waits are over at once."""
    steps = [take(scenario, world, None, StepKind.OPENED)]
    for moves in messages:
        if steps[-1].after.place is Place.OVER:
            break
        steps.append(take(scenario, world, steps[-1].after, StepKind.SAID, moves))
        while steps[-1].after.pending is not None:
            steps.append(take(scenario, world, steps[-1].after, StepKind.TIME))
    return steps


def words_of(scenario, steps, seed=7, voice=None, aside=Aside.NONE):
    """The counterpart's words at each step."""
    said: list[str] = []
    for turn, step in enumerate(steps):
        said.append(
            word(
                scenario,
                voice or library().voices[scenario.voice],
                step.response,
                step.after,
                seed=seed,
                turn=turn,
                said=tuple(said),
                aside=aside,
            )
        )
    return said


PLAIN = {
    Say.COUNTER: ("Now {ask}.",),
    Say.HOLD: ("Still {ask}.",),
    Say.WITH_EXTRA: ("{ask} with {extra}.",),
    Say.PRICE_ONLY: ("{ask} without {extra}.",),
    Say.GIVE_WAY: ("No {small_thing}: {ask}.",),
    Say.ALTERNATIVE: ("So {cited} elsewhere.",),
    Say.REFUSED: ("{extra}: no.",),
}


def plain_voice(**lines: tuple[str, ...]) -> Voice:
    """A voice with one line for each thing, its own name unless told otherwise: "<hold>"."""
    pools = {say: (f"<{say}>",) for say in Say} | PLAIN | {Say(name): pool for name, pool in lines.items()}
    return Voice("plain", "Plain", "", pools)


def learner(seed, scenario, world, most=30):
    """The steps of a session with a learner who bargains in a plausible way, drawn from `seed`."""
    draw = random.Random(seed)
    steps = [take(scenario, world, None, StepKind.OPENED)]
    while steps[-1].after.place is not Place.OVER and len(steps) < most:
        state = steps[-1].after
        if state.pending is not None:
            steps.append(take(scenario, world, state, StepKind.TIME))
        elif state.place is Place.LEARNER_AWAY and not state.called:
            steps.append(take(scenario, world, state, StepKind.LEFT))
        else:
            steps.append(take(scenario, world, state, StepKind.SAID, _message(draw, scenario, state)))
    return steps


def _message(draw, scenario, state):
    if state.place is Place.LEARNER_AWAY:
        return (draw.choice([Accept(), ComeBack(), HoldFirm(), BeCourteous()]),)
    if state.place is Place.COUNTERPART_AWAY:
        return (draw.choice([LetGo(), CallAfter(), SmallTalk()]),)
    wanted = state.demand if state.demand is not None else abs(scenario.room_at(scenario.brief.target))
    step = scenario.step * draw.randrange(4) if state.demand is not None else 0
    offer = Offer(scenario.price_at(wanted - step))
    messages = [
        (offer,),
        (offer, GiveReason(draw.choice("abc"))),
        (HoldFirm(),),
        (CiteAlternative(scenario.alternative.amount),),
        (CiteAlternative(),),
        (Ask(draw.choice(list(Topic))),),
        (RequestConcession(),),
        (Threaten(),),
        (ShowEagerness(), offer),
        (SmallTalk(),),
        (BeCourteous(),),
    ]
    if state.round >= 3:
        messages += [(WalkAway(True),), (WalkAway(False),), (Accept(),)]
    return draw.choice(messages)
