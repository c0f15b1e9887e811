"""What can be wrong with the folder, a tactic, a voice and the coach."""

import json

import pytest

from bot.content.library import load_library
from bot.content.problems import ContentProblems, Problem
from bot.content.source import LARGEST
from bot.negotiation.voice import Say
from tests.content.conftest import dealer, pools

TACTIC = "tactics/go-home.yaml"
VOICE = "voices/dealer.yaml"


def line_of(knowledge, name, words):
    """The number of the only line of a file that holds `words`."""
    lines = (knowledge.path / name).read_text(encoding="utf-8").splitlines()
    (number,) = [number for number, line in enumerate(lines, start=1) if words in line]
    return number


def test_a_problem_holds_its_parts(knowledge):
    knowledge.change(TACTIC, ("level: 1", "level: 0"))

    with pytest.raises(ContentProblems) as caught:
        load_library(knowledge.path)

    assert caught.value.problems == (
        Problem("knowledge/tactics/go-home.yaml", 4, "level", "The number must be 1 or more."),
    )


# --- the folder -------------------------------------------------------------------------------------------------------


def test_a_folder_that_is_not_there(knowledge):
    knowledge.path = knowledge.path / "nowhere"

    assert knowledge.problems() == [
        "knowledge/nowhere: There is no such folder. Name the one that holds `tactics`, `scenarios` and `voices`."
    ]


def test_missing_and_empty_parts(knowledge):
    (knowledge.path / "tactics/go-home.yaml").unlink()
    (knowledge.path / "tactics/stay-put.yaml").unlink()
    (knowledge.path / "scenarios/lamp.yaml").unlink()
    (knowledge.path / "scenarios").rmdir()
    (knowledge.path / "coach.yaml").unlink()

    assert knowledge.problems() == [
        "knowledge/coach.yaml: This file is missing. Add it.",
        "knowledge/scenarios: This folder is missing. Make it, and put at least a scenario into it.",
        "knowledge/tactics: This folder is empty. Put at least a tactic into it.",
    ]


def test_a_folder_in_the_place_of_a_file(knowledge):
    (knowledge.path / "coach.yaml").unlink()
    (knowledge.path / "coach.yaml").mkdir()

    assert knowledge.problems() == ["knowledge/coach.yaml: The file can't be read: Is a directory."]


def test_files_that_have_no_place_there(knowledge):
    knowledge.write("tactics/Go Away.yaml", "title: x")
    knowledge.write("tactics/stay.yml", "title: x")
    knowledge.write("tactics/more/nested.yaml", "title: x")
    knowledge.write("tactics/README.md", "Notes are welcome.")
    knowledge.write("tactics/.go-home.yaml.swp", b"\x00")

    assert knowledge.problems() == [
        "knowledge/tactics/Go Away.yaml: The file's name is the id: small letters, digits and single hyphens, "
        "40 characters at most, such as walk-away.yaml. Rename it.",
        "knowledge/tactics/more: Only files that end in .yaml belong here, each with a tactic. Rename it or move it.",
        "knowledge/tactics/stay.yml: Only files that end in .yaml belong here, each with a tactic. "
        "Rename it or move it.",
    ]


# --- any file ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"", ": The file is empty. Fill it in, or delete it.", id="empty"),
        pytest.param(b"# soon\n", ": The file is empty. Fill it in, or delete it.", id="only a comment"),
        pytest.param(
            "title: Über\n".encode("latin-1"),
            ":1: The file isn't UTF-8 text from here on. Save it again with the encoding UTF-8.",
            id="not UTF-8",
        ),
        pytest.param(
            "title: a\n".encode("utf-16"),
            ":1: The file isn't UTF-8 text from here on. Save it again with the encoding UTF-8.",
            id="UTF-16",
        ),
        pytest.param(
            b"title: a\nsource: b\x07\n",
            ":2: There is an invisible control character here that YAML doesn't allow. Delete it.",
            id="a control character",
        ),
        pytest.param(
            b"#" * (LARGEST + 1),
            ": The file is larger than 1,000,000 bytes. Split it, or take out what doesn't belong there.",
            id="huge",
        ),
        pytest.param(
            b"[" * 200_000,
            ":1: This is nested more than 12 levels deep. Nothing here needs that: check brackets.",
            id="nested without end",
        ),
        pytest.param(
            b"- " * 200_000,
            ":1: This is nested more than 12 levels deep. Nothing here needs that: check brackets.",
            id="lists in lists",
        ),
        pytest.param(
            b"- a\n- b\n",
            ":1: This must be made of fields: put each on a line of its own, as `name: text`.",
            id="a list",
        ),
        pytest.param(
            b"Sit down.\n",
            ":1: This must be made of fields: put each on a line of its own, as `name: text`.",
            id="a text",
        ),
    ],
)
def test_files_that_hold_no_tactic(knowledge, content, expected):
    knowledge.write("tactics/stay-put.yaml", content)

    assert knowledge.problems() == [f"knowledge/tactics/stay-put.yaml{expected}"]


def test_aliases_are_not_followed(knowledge):
    pairs = zip("abcdefghi", "bcdefghij", strict=True)
    bomb = "a: &a [x, x]\n" + "".join(f"{name}: &{name} [*{last}, *{last}]\n" for last, name in pairs)
    knowledge.write("tactics/bomb.yaml", bomb + "k: &k [*k]\n")

    problems = [p.removeprefix("knowledge/tactics/bomb.yaml:") for p in knowledge.problems()]

    assert "2: b[1]: `*a` means something else in YAML. Put the text in quotes." in problems
    assert "11: k[0]: `*k` means something else in YAML. Put the text in quotes." in problems


def test_a_byte_order_mark_does_no_harm(knowledge):
    text = (knowledge.path / TACTIC).read_bytes()
    knowledge.write(TACTIC, b"\xef\xbb\xbf" + text)

    assert knowledge.problems() == []


# --- tactics ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "tactic: stay-put",
            "tactic: stay-putt",
            "25: related[0].tactic: There is no other tactic `stay-putt`. Did you mean `stay-put`?",
            id="an unknown tactic",
        ),
        pytest.param(
            "tactic: stay-put",
            "tactic: go-home",
            "25: related[0].tactic: There is no other tactic `go-home`. There is: stay-put.",
            id="itself",
        ),
        pytest.param(
            "id: wish-well",
            "id: know-when",
            "11: when_used_on_you[0].id: The passage at line 8 has this id too. Give each its own.",
            id="a passage twice",
        ),
        pytest.param(
            '"Leave it"', "53", "3: aliases[1]: This must be text. Put it in quotes.", id="a number for a name"
        ),
    ],
)
def test_tactics(knowledge, old, new, expected):
    knowledge.change(TACTIC, (old, new))

    assert knowledge.problems() == [f"knowledge/{TACTIC}:{expected}"]


def test_pitfalls_and_questions_share_a_card(knowledge):
    more = "".join(f"  - id: q{n}\n    question: Why?\n    answer: {'x' * 700}\n" for n in range(6))
    knowledge.change(TACTIC, ("    answer: Seldom.\n", "    answer: Seldom.\n" + more))

    assert knowledge.problems() == [
        "knowledge/tactics/go-home.yaml:16: pitfalls: This has 4,268 characters together with the questions, "
        "one card holds 3,600. Shorten it."
    ]


def test_names_and_numbers_belong_to_one_tactic(knowledge):
    knowledge.change("tactics/stay-put.yaml", ("title: Stay put", "number: 7\ntitle: home AGAIN"))

    assert knowledge.problems() == [
        "knowledge/tactics/stay-put.yaml:1: number: This number is taken already, in knowledge/tactics/go-home.yaml:1. "
        "Choose another.",
        "knowledge/tactics/stay-put.yaml:2: title: This name is taken already, in knowledge/tactics/go-home.yaml:3. "
        "Choose another.",
    ]


# --- voices and the coach ---------------------------------------------------------------------------------------------


def test_a_voice_says_everything_and_nothing_else(knowledge):
    knowledge.change(VOICE, ('"counter": [', '"countre": ['))

    assert knowledge.problems() == [
        f"knowledge/{VOICE}:{line_of(knowledge, VOICE, 'lines')}: lines: `counter` is missing, "
        "so nothing could be said there. Add it with a few lines.",
        f"knowledge/{VOICE}:{line_of(knowledge, VOICE, 'countre')}: lines.countre: `countre` is never said. "
        "Did you mean `counter`?",
    ]


def test_a_line_fills_in_what_is_known_where_it_is_said(knowledge):
    knowledge.change(VOICE, ("talk in wording 3", "So you say {offer}."), ("hold in wording 3", "Not {offer}."))

    assert knowledge.problems() == [
        f"knowledge/{VOICE}:{line_of(knowledge, VOICE, 'So you say')}: lines.talk[3]: "
        "{offer} isn't a placeholder here. There is: {ask}, {item}, {name}."
    ]


def test_a_voice_does_not_repeat_itself(knowledge):
    first = line_of(knowledge, VOICE, '"talk in wording 3"')
    knowledge.change(VOICE, ('"hold in wording 3"', '"Talk  in wording 3"'))

    assert knowledge.problems() == [
        f"knowledge/{VOICE}:{line_of(knowledge, VOICE, 'Talk  in')}: lines.hold[3]: "
        f"This line already stands at line {first}. Say it in another way, or take it out."
    ]


def test_what_happens_stands_between_asterisks(knowledge):
    knowledge.change(
        VOICE, ("watch in wording 3", "*She folds the cloth."), ("watch in wording 4", "*She nods.* Well.")
    )

    assert knowledge.problems() == [
        f"knowledge/{VOICE}:{line_of(knowledge, VOICE, 'the cloth')}: lines.watch[3]: "
        "An asterisk stands alone. Put what happens between two of them, or take it out."
    ]


def test_a_voice_names_no_amount(knowledge):
    knowledge.change(VOICE, ("hold in wording 3", "$50 is my last word."))

    assert knowledge.problems() == [
        f"knowledge/{VOICE}:{line_of(knowledge, VOICE, 'last word')}: lines.hold[3]: "
        "50 stays the same while prices move. Write {ask}, or leave the amount out."
    ]


def test_a_voice_has_enough_to_say(knowledge):
    voice = dealer()
    voice["lines"] = pools(Say) | {Say.HOLD: ["No."]}
    knowledge.write(VOICE, json.dumps(voice, indent=1))

    (problem,) = knowledge.problems()

    assert problem.startswith(f"knowledge/{VOICE}:{line_of(knowledge, VOICE, 'No.') - 1}: lines.hold: Only 1 of these")


def test_the_coach_fills_in_what_it_knows(knowledge):
    knowledge.change("coach.yaml", ("hint_walk in wording 3", "It wants you back: {pull}."))

    (problem,) = knowledge.problems()

    assert "hint_walk[3]: {pull} isn't a placeholder here." in problem
