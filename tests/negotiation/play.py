"""Plays lists of moves at the table, and strategies that hypothesis draws them with."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from bot.content.library import load_library
from bot.negotiation.acts import Outcome
from bot.negotiation.moves import (
    Accept,
    Ask,
    BeCourteous,
    BeRude,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    HoldFirm,
    LetGo,
    Offer,
    Place,
    RequestConcession,
    RequestExtra,
    ShowEagerness,
    SmallTalk,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.table import open_table, pass_time, say
from tests import first_model

KNOWLEDGE = first_model.knowledge()


@cache
def scenarios():
    """Every shipped scenario."""
    return tuple(load_library(KNOWLEDGE).scenarios.values())


def scenario_and_world(scenario_id, world_id):
    scenario = next(s for s in scenarios() if s.id == scenario_id)
    return scenario, scenario.world(world_id)


def play(scenario, world, messages, waits=True):
    """The states and responses of a session in which `messages` are said.

    Waits are over at once, or with `waits=False` not before the next message. Stops where the session does.
    Gives a list of (moves or None, state before, response, state after).
    """
    state, response = open_table(scenario)
    steps = [(None, None, response, state)]
    for moves in messages:
        if state.place is Place.OVER:
            break
        before = state
        state, response = say(scenario, world, state, moves)
        steps.append((moves, before, response, state))
        while waits and state.pending is not None:
            before = state
            state, response = pass_time(scenario, world, state)
            steps.append((None, before, response, state))
    return steps


def end(scenario, world, messages, waits=True):
    """The last state of `play`."""
    return play(scenario, world, messages, waits)[-1][3]


def gain_at_end(scenario, state):
    """What the learner has beyond the alternative, in minor units: no deal is worth the alternative."""
    if state.outcome is not Outcome.DEAL:
        return 0
    return scenario.gain(scenario.price_at(state.given), state.extras)


def worlds():
    """Ids of a shipped scenario and of one of its worlds: short in a failure's report."""
    return st.deferred(lambda: st.sampled_from([(s.id, world.id) for s in scenarios() for world in s.worlds]))


def offers(scenario):
    low, high = sorted((scenario.opening_ask, scenario.walk_away_point))
    return st.integers(low // 3, high * 2).map(lambda amount: Offer(amount))


def moves(scenario):
    extras = [extra.id for extra in scenario.extras] or ["no-such-extra"]
    return st.one_of(
        offers(scenario),
        st.sampled_from(
            [
                Accept(),
                HoldFirm(),
                CiteAlternative(),
                CiteAlternative(scenario.walk_away_point),
                GiveReason("budget"),
                GiveReason("market"),
                RequestConcession(),
                Threaten(),
                WalkAway(reachable=True),
                WalkAway(reachable=False),
                ComeBack(),
                CallAfter(),
                LetGo(),
                ShowEagerness(),
                BeCourteous(),
                BeRude(),
                SmallTalk(),
            ]
        ),
        st.sampled_from(list(Topic)).map(Ask),
        st.sampled_from(extras).map(RequestExtra),
    )


def sessions(scenario, max_size=14):
    """Lists of messages, each a tuple of one to three moves."""
    message = st.lists(moves(scenario), min_size=1, max_size=3).map(tuple)
    return st.lists(message, max_size=max_size)
