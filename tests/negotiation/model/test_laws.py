"""The laws of the second model, over all example scenarios, types, seeds and random moves."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.negotiation import moves as m
from bot.negotiation.acts import Act, Outcome
from bot.negotiation.model.counterpart import reach
from bot.negotiation.model.drawing import draw
from bot.negotiation.model.scenario import Game, Scenario
from bot.negotiation.model.shapes.catalog import examples
from bot.negotiation.model.state import Response, State
from bot.negotiation.model.table import Hidden, leave_it, open_table, pass_time, say
from bot.negotiation.moves import Place

EXAMPLES = examples()
GAMES = {scenario.id: Game(scenario) for scenario in EXAMPLES}


@st.composite
def games(pick: st.DrawFn) -> Game:
    return GAMES[pick(st.sampled_from(sorted(GAMES)))]


def a_move(game: Game) -> st.SearchStrategy[m.Move]:
    scenario = game.scenario
    room = st.integers(-2, 60).map(lambda n: scenario.price_at(n * game.serious // 40 // scenario.step * scenario.step))
    terms = st.sets(st.sampled_from([term.id for term in game.terms])).map(frozenset)
    offer = st.builds(m.Offer, room, terms, st.booleans())
    plain: list[m.Move] = [
        m.Accept(),
        m.HoldFirm(),
        m.CiteAlternative(),
        m.CiteAlternative(scenario.alternative.amount),
        m.CiteAlternative(scenario.price_at(game.walk_away + 5 * scenario.unit)),
        m.GiveReason("general"),
        *(m.GiveReason(kind) for kind in sorted(scenario.reasons)),
        *(m.Ask(topic) for topic in m.Topic),
        *(m.RequestExtra(term.id) for term in game.terms),
        m.Stall(),
        m.Threaten(),
        m.WalkAway(),
        m.WalkAway(reachable=True, thankful=True),
        m.ComeBack(),
        m.CallAfter(),
        m.LetGo(),
        m.BeCourteous(),
        m.SumUp(),
        m.Apologize(),
        m.BeRude(),
        m.ShowEagerness(),
        m.SmallTalk(),
    ]
    return st.one_of(offer, offer, st.sampled_from(plain))


def a_talk(game: Game, longest: int = 14) -> st.SearchStrategy[list[m.Message]]:
    return st.lists(st.lists(a_move(game), min_size=1, max_size=3).map(tuple), max_size=longest)


def played(game: Game, hidden: Hidden, talk: list[m.Message]) -> list[tuple[State, Response]]:
    """What follows from each message; waits are over at once."""
    state, response = open_table(game)
    found = [(state, response)]
    for message in talk:
        goes = state.place is Place.LEARNER_AWAY or m.LetGo() in message or response.act is Act.WALK_ON
        if state.pending is not None and goes:
            state, response = pass_time(game, hidden, state)
        elif state.place is not Place.OVER:
            state, response = say(game, hidden, state, message)
        found.append((state, response))
    return found


@st.composite
def sessions(pick: st.DrawFn) -> tuple[Game, Hidden, list[m.Message]]:
    game = pick(games())
    seed = pick(st.integers(0, 10_000))
    return game, Hidden(draw(game, seed), seed), pick(a_talk(game))


@given(sessions())
@settings(deadline=None, max_examples=300)
def test_it_never_goes_beyond_its_limit(session: tuple[Game, Hidden, list[m.Message]]) -> None:
    game, hidden, talk = session
    for state, _ in played(game, hidden, talk):
        assert state.given + game.costs[state.terms][hidden.kind.number] <= hidden.kind.limit or state.given <= 0


@given(sessions())
@settings(deadline=None, max_examples=200)
def test_the_same_moves_give_the_same_session(session: tuple[Game, Hidden, list[m.Message]]) -> None:
    game, hidden, talk = session
    assert played(game, hidden, talk) == played(Game(game.scenario), hidden, talk)


@given(sessions())
@settings(deadline=None, max_examples=300)
def test_accepting_binds_exactly_what_was_shown(session: tuple[Game, Hidden, list[m.Message]]) -> None:
    game, hidden, talk = session
    for state, response in played(game, hidden, talk):
        if state.place in (Place.AT_TABLE, Place.COUNTERPART_AWAY):
            after, deal = say(game, hidden, state, (m.Accept(),))
            assert after.outcome is Outcome.DEAL
            assert (deal.ask, deal.terms) == (response.ask, response.terms)


@given(sessions())
@settings(deadline=None, max_examples=300)
def test_its_price_gets_no_worse_while_its_package_stays(session: tuple[Game, Hidden, list[m.Message]]) -> None:
    """But for somebody who comes back unasked, or calls after it."""
    game, hidden, talk = session
    found = played(game, hidden, talk)
    for (before, _), (after, response) in pairwise(found):
        if before.terms == after.terms and response.act not in (Act.TAKE_BACK, Act.DOOR_PRICE):
            assert after.given >= before.given


@given(sessions())
@settings(deadline=None, max_examples=200)
def test_any_session_can_be_stopped_and_is_over_then(session: tuple[Game, Hidden, list[m.Message]]) -> None:
    game, hidden, talk = session
    state, _ = played(game, hidden, talk)[-1]
    if state.place is not Place.OVER:
        assert leave_it(game, state)[0].place is Place.OVER


@given(sessions(), st.integers(0, 10_000))
@settings(deadline=None, max_examples=200)
def test_what_it_says_shows_nothing_of_the_type_but_its_decision(
    session: tuple[Game, Hidden, list[m.Message]], seed: int
) -> None:
    """Two counterparts that act alike are not told apart by the notes or the state."""
    game, hidden, talk = session
    other = Hidden(draw(game, seed), hidden.seed)
    for (one, seen), (two, also) in zip(played(game, hidden, talk), played(game, other, talk), strict=True):
        shown = (seen.act, seen.ask, seen.terms, seen.answers)
        if shown != (also.act, also.ask, also.terms, also.answers):
            break
        assert (one, seen.notes) == (two, also.notes)


@given(games(), st.integers(0, 500), st.data())
@settings(deadline=None, max_examples=200)
def test_bad_faith_never_raises_what_it_would_give(game: Game, seed: int, data: st.DataObject) -> None:
    """A lie, rudeness, a retraction or eagerness beside a message never makes it aim better than the message alone."""
    hidden = Hidden(draw(game, seed), seed)
    talk = data.draw(a_talk(game, 4))
    state, _ = played(game, hidden, talk)[-1]
    if state.place is not Place.AT_TABLE:
        return
    lie = m.CiteAlternative(game.scenario.price_at(game.walk_away + 5 * game.scenario.unit))
    bad = data.draw(st.sampled_from([lie, m.BeRude(), m.ShowEagerness(), m.GiveReason("never fits")]))
    plain, _ = say(game, hidden, state, (m.HoldFirm(),))
    worse, _ = say(game, hidden, state, (bad, m.HoldFirm()))
    assert reach(game, worse) <= reach(game, plain)
    assert worse.given <= plain.given or worse.place is Place.OVER


@given(games(), st.integers(0, 500), st.integers(1, 12), st.data())
@settings(deadline=None, max_examples=200)
def test_a_better_alternative_never_ends_in_a_worse_offer(
    game: Game, seed: int, better: int, data: st.DataObject
) -> None:
    scenario = game.scenario
    if not scenario.alternative.nameable:
        return
    amount = scenario.price_at(game.walk_away + better * scenario.unit)
    rich = Game(replace(scenario, alternative=replace(scenario.alternative, amount=amount)))
    hidden = Hidden(draw(game, seed), seed)
    talk = data.draw(a_talk(game, 4))
    named = m.CiteAlternative
    talk = [tuple(move for move in message if not isinstance(move, named)) or (m.HoldFirm(),) for message in talk]
    one = played(game, hidden, [(m.CiteAlternative(scenario.alternative.amount), m.HoldFirm()), *talk])[-1][0]
    two = played(rich, hidden, [(m.CiteAlternative(amount), m.HoldFirm()), *talk])[-1][0]
    if one.place is two.place is Place.AT_TABLE and one.terms == two.terms:
        assert two.given >= one.given


@given(sessions())
@settings(deadline=None, max_examples=100)
def test_no_loop_pays(session: tuple[Game, Hidden, list[m.Message]]) -> None:
    """Saying the same again and again moves it twice at most."""
    game, hidden, talk = session
    for message in talk[:3]:
        if any(isinstance(move, m.Offer | m.RequestExtra | m.Accept | m.WalkAway) for move in message):
            continue
        rooms = [state.given for state, _ in played(game, hidden, [message] * 10)]
        assert len(set(rooms)) <= 3


@given(sessions())
@settings(deadline=None, max_examples=100)
def test_every_session_ends(session: tuple[Game, Hidden, list[m.Message]]) -> None:
    game, hidden, _ = session
    for message in ((m.HoldFirm(),), (m.SmallTalk(),), (m.Ask(m.Topic.INTEREST),), (m.Offer(game.scenario.serious),)):
        state = played(game, hidden, [message] * 40)[-1][0]
        assert state.place is Place.OVER, message


def test_the_price_falls_for_the_buyer_and_rises_for_the_seller() -> None:
    for scenario in EXAMPLES:
        assert _toward(scenario) > 0


def _toward(scenario: Scenario) -> int:
    return (scenario.target - scenario.opening_ask) * scenario.side.sign
