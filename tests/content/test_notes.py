"""What `check` says of parts that are right and yet of no use."""

from __future__ import annotations

import json

import pytest

from bot.content.library import load_library
from tests.content.conftest import Knowledge, dealer

SCENARIO = "scenarios/lamp.yaml"
SILENT = (
    "knowledge/scenarios/lamp.yaml:58: answers: No world answers questions about: other_buyers, how_long, why, "
    "condition, lowest_price, who_decides, extras, deadline. They are put off."
)


def notes(knowledge: Knowledge) -> list[str]:
    return [str(note) for note in load_library(knowledge.path).notes]


def test_topics_that_no_world_answers(knowledge):
    assert notes(knowledge) == [SILENT]


def test_a_voice_that_no_scenario_uses(knowledge):
    knowledge.write("voices/aunt.yaml", json.dumps(dealer(), indent=1))

    assert notes(knowledge)[1:] == [
        "knowledge/voices/aunt.yaml:2: No scenario speaks with this voice. Name it in one, or delete the file."
    ]


def test_an_extra_that_nobody_can_get(knowledge):
    knowledge.change(SCENARIO, ("cost: 0.50", "cost: 20.50"))

    assert notes(knowledge)[0] == (
        "knowledge/scenarios/lamp.yaml:34: extras[0]: Nobody can ever get a bulb: it costs $20.50, and no world gives "
        "more than $20 in all."
    )


def test_a_world_that_gives_itself_away_by_silence(knowledge):
    knowledge.change(SCENARIO, ("    lively:", "  why:\n    art:\n      lines: [It's art.]\n    lively2:"))
    knowledge.change(SCENARIO, ("    lively2:\n      tells: She sells well.\n", "    old:\n"))
    knowledge.change(
        SCENARIO,
        ("{business: lively}", "{business: quiet, why: art}"),
        ("{business: quiet}", "{business: quiet, why: old}"),
    )

    told = notes(knowledge)

    assert not any("gives it away" in note for note in told)
    knowledge.change(SCENARIO, ("{business: quiet, why: old}", "{why: old}"))
    assert notes(knowledge)[0] == (
        "knowledge/scenarios/lamp.yaml:45: worlds[0].answers: Other worlds answer questions about: business. "
        "That this one doesn't gives it away."
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], "Nothing that it says or that happens tells it from the world `packing-up`. Let an answer differ."),
        (
            [("limit: 38", "limit: 20"), ("commitment: 0.1", "commitment: 0.8"), ("patience: 4", "patience: 5")],
            "It plays exactly as the world `packing-up` does. Make them differ, or make them one.",
        ),
    ],
)
def test_worlds_that_nobody_can_tell_apart(knowledge, changes, expected):
    text = (knowledge.path / SCENARIO).read_text(encoding="utf-8")
    start, end = text.index("    lively:"), text.index("happenings:")
    knowledge.change(SCENARIO, (text[start:], "\n" if end else ""), ("{business: lively}", "{business: quiet}"))
    knowledge.change(SCENARIO, ("    leaves: 5\n    returns: true\n", ""), *changes)

    assert notes(knowledge)[0] == f"knowledge/scenarios/lamp.yaml:46: worlds[1]: {expected}"


def test_lines_that_fit_only_one_thing(knowledge):
    data = dealer()
    data["lines"]["refused"][:2] = ["No {extra} today.", "{extra} stays with me."]
    knowledge.write("voices/dealer.yaml", json.dumps(data, indent=1))

    told = [note for note in notes(knowledge) if "lines.refused" in note]
    assert [note.split(": ")[1] for note in told] == ["lines.refused[0]", "lines.refused[1]"]
    assert told[0].endswith('Say it so that each fits: "I\'ll add {extra}", "not {extra}".')
