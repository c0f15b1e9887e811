"""The roles of pairs over all that is written: each side reads what it may know, and nothing that the other hides."""

from __future__ import annotations

import pytest

from bot.content.library import load_library
from bot.discord_front.cards.paper import CARD_TEXT, Card
from bot.discord_front.drilling.pair_cards import role_card
from bot.negotiation.money import spoken
from bot.negotiation.scenario import Scenario, Side, World
from bot.services.pair_views import Role
from tests import first_model
from tests.services.lamp import LAMP, SLOW

SCENARIOS = load_library(first_model.knowledge()).scenarios.values()


def words_of(card: Card) -> str:
    return "\n".join(
        part["content"] for part in card.to_components()[0]["components"] if isinstance(part.get("content"), str)
    )


@pytest.mark.parametrize(
    ("scenario", "world"),
    [pytest.param(each, world, id=f"{each.id}-{world.id}") for each in SCENARIOS for world in each.worlds],
)
def test_a_role_is_whole_and_tells_nothing_of_the_other_side(scenario: Scenario, world: World) -> None:
    learner, other = words_of(role_card(Role(scenario, None))), words_of(role_card(Role(scenario, world)))

    assert f"**{spoken(scenario.walk_away_point, scenario.currency)}**" in learner
    assert world.alternative not in learner
    assert f"**{spoken(world.limit, scenario.currency)}**" in other
    assert scenario.alternative.text not in other
    assert scenario.brief.you not in other
    for text in (learner, other):
        assert text.endswith("leave unsaid what you like.")
        assert len(text) < CARD_TEXT
        assert "{" not in text


def test_who_sells_may_not_go_below_and_who_buys_not_above() -> None:
    from_buyer = words_of(role_card(Role(LAMP, SLOW)))
    assert from_buyer.startswith("## You sell the lamp\nYou are **Ann, at the till**.")
    assert "**$80**. Below it you are" in from_buyer
    clerk = next(each for each in SCENARIOS if each.side is Side.SELLER)
    assert "Above it you are" in words_of(role_card(Role(clerk, clerk.worlds[0])))
