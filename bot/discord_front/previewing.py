"""What members would see of a tactic or a scenario, without Discord: taken from the very cards that are sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from bot.content.library import Library
from bot.content.problems import did_you_mean
from bot.discord_front.cards.brief import brief_card
from bot.discord_front.cards.paper import Card, small
from bot.discord_front.cards.tactic import LABELS, TacticPart, tactic_card
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.table import open_table
from bot.negotiation.tactic import Tactic
from bot.negotiation.voice import Voice
from bot.negotiation.wording import word
from bot.pictures.phone import Page, Piece, Row, Rule, Words
from bot.services.errors import WalkawayError
from bot.services.views import SessionView, Venue

_FIRST_WORDS = 4  # ways of opening that are shown


class NothingToPreview(WalkawayError):  # noqa: N818
    """There is no tactic and no scenario by that id."""


def preview_of(library: Library, name: str) -> tuple[str, tuple[Page, ...]]:
    """The title of the tactic or scenario with the id `name`, and every page that members see of it.

    Raises NothingToPreview.
    """
    if name in library.tactics:
        tactic = library.tactics[name]
        return tactic.title, tuple(_tactic(tactic, library.tactics))
    if name in library.scenarios:
        scenario = library.scenarios[name]
        return scenario.title, tuple(_scenario(scenario, library.voices[scenario.voice]))
    near = did_you_mean(name, {*library.tactics, *library.scenarios})
    raise NothingToPreview(f"There is no tactic and no scenario `{name}`. {near}".rstrip())


def _tactic(tactic: Tactic, known: Mapping[str, Tactic]) -> Iterator[Page]:
    for part in TacticPart:
        yield Page(f"/tactic, {LABELS[part]}", tuple(_pieces(tactic_card(tactic, part, known))))


def _scenario(scenario: Scenario, voice: Voice) -> Iterator[Page]:
    state, response = open_table(scenario)
    view = SessionView(
        id=1,
        learner=0,
        venue=Venue("preview", None, 0),
        scenario=scenario,
        seed=0,
        started_at=datetime.fromtimestamp(0, UTC),
        state=state,
        last_cause="start",
        world=None,
    )
    yield Page("/practice, the brief", tuple(_pieces(brief_card(view, hears_everything=True))))
    said: list[str] = []
    for seed in range(_FIRST_WORDS):
        said.append(word(scenario, voice, response, state, seed=seed, turn=0, said=said))
    openings = "\n\n".join(f"**{scenario.counterpart}**\n{words}" for words in said)
    yield Page("how it may open", (Words(openings),), card=False)
    hidden = "\n\n".join(_hidden(world) for world in scenario.worlds)
    yield Page("told at the end, one of these", (Words(hidden),))


def _hidden(world: World) -> str:
    return f"### {world.name} ({world.chance:.0%})\n{world.truth}\n{small(world.alternative)}"


def _pieces(card: Card) -> Iterator[Piece]:
    yield from _from_components(card.to_components())


def _from_components(components: Iterable[Mapping[str, Any]]) -> Iterator[Piece]:
    """The parts of a message as Discord is sent them."""
    for component in components:
        if "content" in component:
            yield Words(component["content"])
        elif "divider" in component or "spacing" in component:
            yield Rule()
        elif "components" in component and all("label" in each for each in component["components"]):
            buttons = component["components"]
            is_open = [each["label"] for each in buttons if each.get("disabled")]
            yield Row(tuple(each["label"] for each in buttons), is_open[0] if is_open else None)
        else:
            yield from _from_components(component.get("components", ()))
