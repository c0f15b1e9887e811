"""The laws of the counterpart, over every shipped scenario, every world and random sessions."""

from dataclasses import replace

import pytest
from hypothesis import assume
from hypothesis import given as for_all
from hypothesis import strategies as st

from bot.negotiation import counterpart
from bot.negotiation.acts import Act, Outcome
from bot.negotiation.moves import (
    Accept,
    CiteAlternative,
    ComeBack,
    HoldFirm,
    Offer,
    Place,
    RequestConcession,
    RequestExtra,
    ShowEagerness,
    SmallTalk,
    Threaten,
    WalkAway,
)
from bot.negotiation.table import open_table, pass_time, say

from .play import end, gain_at_end, play, scenario_and_world, scenarios, sessions, worlds

WORSENS = {Act.TAKE_BACK, Act.DOOR_PRICE}
COMMITTED = [("daybed", "under-target"), ("daybed", "slow-week"), ("car-dealership", "month-end")]
UNCOMMITTED = [("daybed", "waiting"), ("car-dealership", "hot-model"), ("daybed", "own-decision")]


@for_all(st.data())
def test_it_never_gives_more_than_its_limit(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    limit = counterpart.limit_room(scenario, world)
    for _, _, _, state in play(scenario, world, data.draw(sessions(scenario))):
        assert counterpart.spent(scenario, state) <= limit


@for_all(st.data())
def test_its_terms_get_worse_only_after_walking_back_or_calling_after_it(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    for _, before, response, after in play(scenario, world, data.draw(sessions(scenario)))[1:]:
        if response.act in WORSENS or response.happened:
            continue
        assert after.given >= before.given
        assert after.extras >= before.extras


def can_say_yes(state):
    return state.place in (Place.AT_TABLE, Place.COUNTERPART_AWAY) or state.called


@for_all(st.data())
def test_accepting_binds_exactly_the_terms_that_were_shown_last(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    waits = data.draw(st.booleans())
    for _, _, shown, state in play(scenario, world, data.draw(sessions(scenario)), waits):
        if can_say_yes(state):
            for yes in (Accept(), Offer(shown.ask, shown.extras), Offer(shown.ask)):
                after, response = say(scenario, world, state, (yes,))
                assert after.outcome is Outcome.DEAL
                assert (response.ask, response.extras, response.happened) == (shown.ask, shown.extras, ())


@for_all(st.data())
def test_no_deal_closes_at_terms_that_neither_side_has_named(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    shown = None
    for moves, _, response, after in play(scenario, world, data.draw(sessions(scenario)), data.draw(st.booleans())):
        if after.outcome is Outcome.DEAL:
            named = [move.amount for move in moves if isinstance(move, Offer)]
            asked = {move.extra for move in moves if isinstance(move, RequestExtra)}
            asked = asked.union(*(move.extras for move in moves if isinstance(move, Offer)))
            assert response.ask in {shown.ask, *named[-1:]}
            assert shown.extras <= response.extras <= shown.extras | asked
        shown = response


@for_all(st.data())
def test_what_happens_is_told_before_it_counts(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    for _, before, response, after in play(scenario, world, data.draw(sessions(scenario)))[1:]:
        assert after.withdrawn == before.withdrawn or response.happened
        if after.outcome is Outcome.DEAL and after.given < before.given:
            assert after.given == after.demand  # a price that the learner named


@pytest.mark.parametrize(
    ("scenario", "world_id", "happening"),
    [(s, w, h) for s in scenarios() for h in s.happenings for w in sorted(h.worlds)],
    ids=lambda value: getattr(value, "id", value if isinstance(value, str) else ""),
)
@pytest.mark.parametrize("dearer", [0, 1, 3])
def test_an_offer_of_no_less_than_was_asked_is_taken_before_anything_happens(scenario, world_id, happening, dearer):
    world = scenario.world(world_id)
    talk = [(Offer(scenario.brief.target),), *[(RequestConcession(),)] * (happening.round - 2)]
    *_, shown, state = play(scenario, world, talk)[-1]
    assert (state.place, state.round) == (Place.AT_TABLE, happening.round - 1)
    offer = Offer(shown.ask - dearer * scenario.step * scenario.side.sign)
    after, response = say(scenario, world, state, (offer,))
    assert (after.outcome, response.ask) == (Outcome.DEAL, shown.ask)


@for_all(st.data())
def test_it_never_gives_more_than_was_asked_for(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    for moves, before, _, after in play(scenario, world, data.draw(sessions(scenario)))[1:]:
        if moves is not None and after.demand is not None and after.given > before.given:
            assert after.given <= after.demand


@for_all(st.data())
def test_any_moves_in_any_state_have_a_result_and_the_record_replays_to_it(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    messages = data.draw(sessions(scenario))
    assert play(scenario, world, messages) == play(scenario, world, messages)


@for_all(st.data())
def test_a_session_is_over_once_and_says_so(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    state = end(scenario, world, data.draw(sessions(scenario)))
    assert (state.place is Place.OVER) == (state.outcome is not None)
    if state.place is Place.OVER:
        with pytest.raises(ValueError, match="over"):
            say(scenario, world, state, (Accept(),))
    with pytest.raises(ValueError, match="pending"):
        pass_time(scenario, world, state)


@for_all(st.data())
def test_every_session_ends_after_a_bounded_number_of_messages(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    filler = data.draw(st.sampled_from([(SmallTalk(),), (HoldFirm(),), (ShowEagerness(),), (ComeBack(),)]))
    start = data.draw(sessions(scenario, max_size=5))
    assert end(scenario, world, [*start, *[filler] * 60]).place is Place.OVER


@for_all(st.data())
def test_a_smaller_concession_never_ends_in_a_worse_price(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    target = scenario.room_at(scenario.brief.target)
    first = data.draw(st.integers(target, target * 2))
    large = data.draw(st.integers(scenario.step * 2, max(scenario.step * 2, first)))
    small = data.draw(st.integers(scenario.step, large))
    rest = [(HoldFirm(),)] * data.draw(st.integers(0, 4)) + [(Accept(),)]
    prices = []
    for step in (small, large):
        messages = [(Offer(scenario.price_at(first)),), (Offer(scenario.price_at(first - step)),), *rest]
        prices.append(end(scenario, world, messages))
    smaller, larger = prices
    assume(smaller.outcome is Outcome.DEAL and larger.outcome is Outcome.DEAL)
    assert smaller.given >= larger.given


@for_all(st.data())
def test_a_later_concession_never_ends_in_a_worse_price(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    target = scenario.room_at(scenario.brief.target)
    first = data.draw(st.integers(target, target * 2))
    second = data.draw(st.integers(0, max(0, first - scenario.step)))
    holds = data.draw(st.integers(1, 3))
    opening, concession = (Offer(scenario.price_at(first)),), (Offer(scenario.price_at(second)),)
    early = end(scenario, world, [opening, concession, *[(HoldFirm(),)] * holds, (Accept(),)])
    late = end(scenario, world, [opening, *[(HoldFirm(),)] * holds, concession, (Accept(),)])
    assume(early.outcome is Outcome.DEAL and late.outcome is Outcome.DEAL)
    assert late.given >= early.given


@pytest.mark.parametrize(("scenario_id", "world_id"), COMMITTED)
def test_in_a_committed_world_a_well_timed_walk_beats_never_walking(scenario_id, world_id):
    scenario, world = scenario_and_world(scenario_id, world_id)
    talk = [(CiteAlternative(scenario.walk_away_point), Offer(scenario.brief.target)), (HoldFirm(),)]
    walked = gain_at_end(scenario, end(scenario, world, [*talk, (WalkAway(),), (Accept(),)]))
    stayed = max(
        gain_at_end(scenario, end(scenario, world, [*talk, *[(HoldFirm(),)] * more, (Accept(),)])) for more in range(9)
    )
    assert walked > stayed


@pytest.mark.parametrize(("scenario_id", "world_id"), UNCOMMITTED)
def test_in_an_uncommitted_world_nobody_comes_after_the_learner(scenario_id, world_id):
    scenario, world = scenario_and_world(scenario_id, world_id)
    talk = [(CiteAlternative(scenario.walk_away_point), Offer(scenario.brief.target)), (HoldFirm(),)]
    acts = [response.act for _, _, response, _ in play(scenario, world, [*talk, (WalkAway(reachable=True),)])]
    assert acts[-2:] == [Act.LET_GO, Act.NO_CALL]


@for_all(st.data())
def test_walking_back_unasked_never_ends_better_than_not_having_walked(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    before = data.draw(sessions(scenario, max_size=4))
    after = data.draw(sessions(scenario, max_size=6))
    state, _ = open_table(scenario)
    for moves in before:
        if state.place is Place.OVER:
            break
        state, _ = say(scenario, world, state, moves)
    assume(state.place is Place.AT_TABLE)
    crept, _ = say(scenario, world, state, (WalkAway(),))
    crept, back = say(scenario, world, crept, (ComeBack(),))
    assert back.act is Act.TAKE_BACK
    given = []
    for start in (state, crept):
        here, response = start, None
        for moves in [*after, (Accept(),)]:
            if here.place is not Place.AT_TABLE:
                break
            here, response = say(scenario, world, here, moves)
        given.append(counterpart.spent(scenario, here))
        # an offer of the learner's own that was taken at once tells nothing about the counterpart's terms
        assume(here.outcome is Outcome.DEAL and response is not None and response.act is Act.SHAKE)
    stayed, returned = (
        given  # with the cost of extras: what is worth more to the learner than it costs may still differ
    )
    assert stayed >= returned


@for_all(st.data())
def test_empty_threats_lose_their_force(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    times = data.draw(st.integers(2, 4))
    gained = [
        after.leverage - before.leverage
        for moves, before, _, after in play(scenario, world, [(Threaten(),)] * times)
        if moves is not None and before.place is Place.AT_TABLE
    ]
    first, *later = gained
    assert first > 0
    assert sum(later) < 0
    assert all(change <= 0 for change in later)


@for_all(st.data())
def test_what_it_notices_is_the_same_in_every_world(data):
    scenario, _ = scenario_and_world(*data.draw(worlds()))
    message = data.draw(sessions(scenario, max_size=1))
    notes = {
        tuple(
            note
            for _, _, response, _ in play(replace(scenario, happenings=()), world, message)[:2]
            for note in response.notes
        )
        for world in scenario.worlds
    }
    assert len(notes) == 1
