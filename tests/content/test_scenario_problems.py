"""Every way in which a scenario can be wrong, with the very words that its author reads.

scenario_problems.txt holds a case in each block: `= what is wrong`, the lines taken out of the good scenario (`-`) and
put in their place (`+`), then each problem from its line number on.
"""

from pathlib import Path

import pytest

SCENARIO = "scenarios/lamp.yaml"


def cases():
    text = (Path(__file__).parent / "scenario_problems.txt").read_text(encoding="utf-8")
    for block in text.split("\n= ")[1:]:
        what, *lines = block.split("\n\n")[0].rstrip("\n").split("\n")
        old = "\n".join(line[1:] for line in lines if line.startswith("-"))
        new = "\n".join(line[1:] for line in lines if line.startswith("+")).replace("\\t", "\t")
        expected = [f"knowledge/{SCENARIO}:{line}" for line in lines if line[0] not in "-+"]
        yield pytest.param(old, new, expected, id=what)


@pytest.mark.parametrize(("old", "new", "expected"), list(cases()))
def test_names_line_and_field_and_says_what_to_do(knowledge, old, new, expected):
    knowledge.change(SCENARIO, (old, new))

    assert knowledge.problems() == expected


def test_the_folder_that_the_cases_break_is_right(knowledge):
    assert knowledge.problems() == []


def test_all_that_is_wrong_is_told_at_once(knowledge):
    knowledge.change(SCENARIO, ("level: 1", "level: 9"), ("chance: 0.6", "chance: 0.5"), ("limit: 38", "limit: 50"))
    knowledge.change(SCENARIO, ("title: The lamp", "titel: The lamp"), ("It's {ask},", "It's {price},"))
    knowledge.change("tactics/stay-put.yaml", ("level: 2", "level: two"))
    knowledge.write("voices/broken.yaml", "name: [")

    assert knowledge.problems() == [
        "knowledge/scenarios/lamp.yaml:1: title: This field is missing. Add it: the name that members see.",
        "knowledge/scenarios/lamp.yaml:2: titel: There is no field `titel` here. Did you mean `title`?",
        "knowledge/scenarios/lamp.yaml:5: level: The number must be 3 or less.",
        "knowledge/scenarios/lamp.yaml:22: brief.first_line[0]: {price} isn't a placeholder here. "
        "There is: {ask}, {item}, {name}.",
        "knowledge/scenarios/lamp.yaml:36: worlds: The chances of the worlds add up to 0.9. "
        "Change them so that they make 1.",
        "knowledge/scenarios/lamp.yaml:49: worlds[1].limit: The learner is the buyer, so the counterpart sells and "
        "moves to lower prices: its limit can't be $50 when it opens at $40. Change the limit, or the side.",
        "knowledge/tactics/stay-put.yaml:2: level: Write a whole number here, without quotes.",
        "knowledge/voices/broken.yaml:1: A bracket or brace opens here and doesn't close as it should. "
        "Close it, or use quotes.",
    ]


def test_two_worlds_of_one_id(knowledge):
    knowledge.change(SCENARIO, ("- id: collector", "- id: packing-up"), ("[collector]", "[packing-up]"))

    assert knowledge.problems() == [
        f"knowledge/{SCENARIO}:46: worlds[1].id: The world at line 37 has this id too. Give each its own."
    ]


def test_a_world_that_is_never_drawn(knowledge):
    knowledge.change(SCENARIO, ("chance: 0.6", "chance: 0"), ("chance: 0.4", "chance: 1"))

    assert knowledge.problems() == [
        f"knowledge/{SCENARIO}:39: worlds[0].chance: "
        "A world with no chance is never drawn. Give it one, or take the world out."
    ]


def test_a_target_that_the_first_word_already_gives(knowledge):
    knowledge.change(SCENARIO, ("target: 25", "target: 41"), ("amount: 30", "amount: 45"))

    assert knowledge.problems() == [
        f"knowledge/{SCENARIO}:20: brief.target: A buyer's target must be lower than the opening ask of $40. $41 isn't."
    ]


def test_the_same_side_of_a_story_twice(knowledge):
    text = (knowledge.path / SCENARIO).read_text(encoding="utf-8")
    knowledge.write("scenarios/other-lamp.yaml", text.replace("title: The lamp", "title: The other lamp"))

    assert knowledge.problems() == [
        "knowledge/scenarios/other-lamp.yaml:1: story: This story already has a scenario for the buyer, in "
        "knowledge/scenarios/lamp.yaml:1. Change the side, or give it a story of its own."
    ]
