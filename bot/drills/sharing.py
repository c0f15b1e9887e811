"""What two made of it together: each one's part of what lay between them.

Both play off one scenario and one world. The first has the learner's walk-away point; for the second it is the limit
of the world. What lies between the two, with what the extras are worth more to one than they cost the other, is theirs
to share; where the limits don't meet, leaving is the best that both can do.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.drills.pairs import Terms
from bot.negotiation.scenario import Scenario, World


@dataclass(frozen=True, slots=True)
class Shared:
    """Gains in minor units beyond each one's own alternative; `best` is the most that both could have together."""

    first: int
    second: int
    best: int

    @property
    def joint(self) -> int:
        return self.first + self.second

    @property
    def left(self) -> int:
        """What nobody got."""
        return self.best - self.joint

    @property
    def first_share(self) -> float | None:
        """Of what could be shared, 1 being all of it; None where there was nothing."""
        return self.first / self.best if self.best else None

    @property
    def second_share(self) -> float | None:
        return self.second / self.best if self.best else None


def shared(scenario: Scenario, world: World, terms: Terms | None) -> Shared:
    """What a deal at `terms`, or none, gave the two."""
    best = best_together(scenario, world)
    if terms is None:
        return Shared(0, 0, best)
    cost = sum(scenario.cost_of(extra, world) for extra in scenario.extras if extra.id in terms.extras)
    second = scenario.room_at(world.limit) - scenario.room_at(terms.price) - cost
    return Shared(scenario.gain(terms.price, terms.extras), second, best)


def best_together(scenario: Scenario, world: World) -> int:
    """The most that the two can gain together, in minor units; 0 where no deal is the better deal."""
    between = scenario.room_at(world.limit) - scenario.room_at(scenario.walk_away_point)
    return max(0, between + sum(max(0, extra.worth - scenario.cost_of(extra, world)) for extra in scenario.extras))
