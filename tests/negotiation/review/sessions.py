"""Records of sessions, made from what the learner says."""

from __future__ import annotations

from bot.negotiation.moves import LetGo, Place
from bot.negotiation.record import StepKind, take
from bot.negotiation.review.positions import after_message, after_time, opening


def record(scenario, world, messages, ends=True):
    """The steps of a session in which `messages` are said; waits are over at once, and it is stopped if it isn't."""
    steps = [take(scenario, world, None, StepKind.OPENED)]
    for message in messages:
        if steps[-1].after.place is Place.OVER:
            break
        steps.append(take(scenario, world, steps[-1].after, StepKind.SAID, message))
        while steps[-1].after.pending is not None:
            steps.append(take(scenario, world, steps[-1].after, StepKind.TIME))
    if ends and steps[-1].after.place is not Place.OVER:
        steps.append(take(scenario, world, steps[-1].after, StepKind.LEFT))
    return steps


def advised(scenario, world, search):
    """The steps of a session in which the learner says what the analysis advises, until it says to stop."""
    truth = scenario.worlds.index(world)
    position, steps = opening(scenario), [take(scenario, world, None, StepKind.OPENED)]
    while (state := steps[-1].after).place is not Place.OVER:
        waiting = state.pending is not None and state.place is Place.LEARNER_AWAY
        message = () if waiting else search.best(position).message
        lets_go = state.place is Place.COUNTERPART_AWAY and message == (LetGo(),)
        if waiting or lets_go:
            branches = after_time(scenario, position)
            steps.append(take(scenario, world, state, StepKind.TIME))
        elif not message:
            steps.append(take(scenario, world, state, StepKind.LEFT))
            break
        else:
            branches = after_message(scenario, position, message)
            steps.append(take(scenario, world, state, StepKind.SAID, message))
        position = next(b.position for b in branches if any(s.world == truth for s in b.position))
    return steps
