"""What isn't wrong but does nothing: parts that nobody uses, reaches or can tell apart. `check` names them; everything
still runs with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from bot.content.draft import Draft
from bot.content.folder import Folder
from bot.content.problems import Problem
from bot.content.source import Source, Where
from bot.negotiation.money import spoken
from bot.negotiation.moves import Topic
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.voice import PLACEHOLDERS

_ONE_THING = re.compile(
    r"\b[Nn]o (?:more )?\{(?:extra|small_thing)\}"
    r"|\{(?:extra|small_thing)\} (?:is|isn't|was|wasn't|has|hasn't|goes|comes|stays|costs|belongs|doesn't)\b"
)
_ABOUT_THINGS = tuple(say for say, names in PLACEHOLDERS.items() if {"extra", "small_thing"} & names)
_TOPICS = tuple(topic for topic in Topic if topic not in (Topic.GENERAL, Topic.INTEREST, Topic.HOW_SET))
"""What the first model's worlds tell of; other questions earn a pleasantry, or are answered by facts."""


def notes_on(folder: Folder, scenarios: Mapping[str, Scenario]) -> tuple[Problem, ...]:
    """The notes on knowledge in which nothing is wrong, in the order of files and lines."""
    notes = [*_unused_voices(folder, scenarios)]
    for source in folder.voices.values():
        notes += _one_thing_only(source)
    for name, scenario in scenarios.items():
        source = folder.scenarios[name]
        if scenario.model is not None:
            continue  # its shape has been tried
        notes += _unaffordable_extras(source, scenario)
        notes += _unanswered_topics(source, scenario)
        notes += _worlds_alike(source, scenario)
    return tuple(sorted(notes, key=lambda note: (note.file, note.line or 0)))


def _note(source: Source, where: Where, field: str, sentence: str) -> Problem:
    return Problem(source.file, source.line_of(where), field, sentence)


def _unused_voices(folder: Folder, scenarios: Mapping[str, Scenario]) -> Iterator[Problem]:
    used = {scenario.voice for scenario in scenarios.values()}
    for name, source in folder.voices.items():
        if name not in used:
            yield _note(
                source, ("name",), "", "No scenario speaks with this voice. Name it in one, or delete the file."
            )


def _one_thing_only(source: Source) -> Iterator[Problem]:
    """Lines that would be wrong about several extras, or about one that brings its own article."""
    lines = Draft(source, source.data).part("lines")
    for key in _ABOUT_THINGS:
        for number, line in enumerate(lines.part(key).items()):
            if _ONE_THING.search(line.text or ""):
                yield _note(
                    source,
                    line.where,
                    f"lines.{key}[{number}]",
                    'What is filled in may be "a lamp", "the tires", or two things at once. Say it so that each fits: '
                    '"I\'ll add {extra}", "not {extra}".',
                )


def _unaffordable_extras(source: Source, scenario: Scenario) -> Iterator[Problem]:
    most = max(scenario.room_at(world.limit) for world in scenario.worlds)
    for number, extra in enumerate(scenario.extras):
        if extra.cost > most:
            cost, room = spoken(extra.cost, scenario.currency), spoken(most, scenario.currency)
            yield _note(
                source,
                ("extras", number, "cost"),
                f"extras[{number}]",
                f"Nobody can ever get {extra.name}: it costs {cost}, and no world gives more than {room} in all.",
            )


def _unanswered_topics(source: Source, scenario: Scenario) -> Iterator[Problem]:
    answered = [topic for topic in _TOPICS if any(topic in world.answers for world in scenario.worlds)]
    silent = [topic for topic in _TOPICS if topic not in answered]
    if silent:
        topics = ", ".join(silent)
        yield _note(source, ("answers",), "answers", f"No world answers questions about: {topics}. They are put off.")
    for number, world in enumerate(scenario.worlds):
        missing = [topic for topic in answered if topic not in world.answers]
        if missing:
            yield _note(
                source,
                ("worlds", number, "answers"),
                f"worlds[{number}].answers",
                f"Other worlds answer questions about: {', '.join(missing)}. That this one doesn't gives it away.",
            )


def _worlds_alike(source: Source, scenario: Scenario) -> Iterator[Problem]:
    for (_, first), (number, second) in combinations(enumerate(scenario.worlds), 2):
        if _shown(scenario, first) != _shown(scenario, second):
            continue
        if _hidden(first) == _hidden(second):
            sentence = f"It plays exactly as the world `{first.id}` does. Make them differ, or make them one."
        else:
            sentence = (
                f"Nothing that it says or that happens tells it from the world `{first.id}`. Let an answer differ."
            )
        yield _note(source, ("worlds", number), f"worlds[{number}]", sentence)


def _shown(scenario: Scenario, world: World) -> tuple[object, ...]:
    """What a learner at the table can tell the world by."""
    happenings = tuple(happening for happening in scenario.happenings if world.id in happening.worlds)
    return world.answers, happenings, world.leaves, world.returns


def _hidden(world: World) -> tuple[object, ...]:
    return world.limit, world.commitment, world.patience
