"""The daybed as it should play: what each way of bargaining comes to in each world, in the order of the article."""

import pytest

from bot.negotiation.acts import Act, Outcome
from bot.negotiation.moves import Accept, CiteAlternative, ComeBack, HoldFirm, Offer, WalkAway

from .play import end, play, scenario_and_world

NAMED = (CiteAlternative(18400), Offer(16500))
WAYS = {
    "pay": [(Accept(),)],
    "haggle": [(Offer(16000),), (Offer(16500),), *[(HoldFirm(),)] * 3, (Accept(),)],
    "name and walk": [NAMED, (HoldFirm(),), (HoldFirm(),), (WalkAway(),), (Accept(),)],
    "leave at once": [(WalkAway(),), (Accept(),)],
    "creep back": [NAMED, (WalkAway(),), (ComeBack(),), *[(HoldFirm(),)] * 3, (Accept(),)],
}


def outcome(world_id, way):
    """The price in dollars, or None without a deal. Whoever is not called back stays away."""
    scenario, world = scenario_and_world("daybed", world_id)
    messages = WAYS[way]
    if way in ("name and walk", "leave at once"):
        *messages, accept = messages
        if end(scenario, world, messages).called:
            messages = [*messages, accept]
    state = end(scenario, world, messages, waits=way != "creep back")
    return scenario.price_at(state.given) / 100 if state.outcome is Outcome.DEAL else None


def acts(world_id, way):
    scenario, world = scenario_and_world("daybed", world_id)
    return [response.act for _, _, response, _ in play(scenario, world, WAYS[way])]


@pytest.mark.parametrize("world_id", ["waiting", "slow-week", "slow-week-bluff", "under-target", "own-decision"])
def test_who_pays_what_is_asked_pays_for_a_fee_that_was_waived(world_id):
    assert outcome(world_id, "pay") == 202


def test_with_other_buyers_waiting_nothing_beats_the_other_store():
    assert outcome("waiting", "name and walk") is None
    assert outcome("waiting", "leave at once") is None
    assert outcome("waiting", "haggle") > 184


def test_in_a_slow_week_the_clerk_gives_way_on_the_fee_at_the_door():
    assert Act.GIVE_WAY in acts("slow-week", "name and walk")
    assert outcome("slow-week", "name and walk") == 177
    assert 185 <= outcome("slow-week", "haggle") <= 192


def test_a_clerk_short_of_the_target_follows_with_the_fee_and_something_on_top():
    assert Act.CHASE in acts("under-target", "name and walk")
    assert outcome("under-target", "name and walk") < 177
    assert 182 <= outcome("under-target", "haggle") < outcome("slow-week", "haggle")


@pytest.mark.parametrize("world_id", ["slow-week", "under-target"])
def test_leaving_without_a_word_brings_only_a_part_of_the_fee(world_id):
    assert Act.CHASE in acts(world_id, "leave at once")
    assert 177 < outcome(world_id, "leave at once") < 202


@pytest.mark.parametrize("world_id", ["slow-week", "under-target"])
def test_the_ways_are_worth_what_the_article_says(world_id):
    best, second, third, worst = (outcome(world_id, way) for way in ("name and walk", "haggle", "creep back", "pay"))
    assert best < second <= third < worst


def test_where_the_clerk_can_decide_staying_beats_leaving():
    scenario, world = scenario_and_world("daybed", "own-decision")
    stayed = end(scenario, world, [NAMED, *[(HoldFirm(),)] * 9])
    assert scenario.price_at(stayed.given) < scenario.walk_away_point
    assert outcome("own-decision", "name and walk") is None
