"""Content as text and back."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.content.frozen import freeze, thaw
from bot.content.library import load_library

SHIPPED = Path(__file__).parents[2] / "knowledge"

FREEZE = """
from pathlib import Path
from bot.content.frozen import freeze
from bot.content.library import load_library
library = load_library(Path("knowledge"))
scenario = library.scenarios["lamp"]
print(freeze(scenario, library.voices[scenario.voice]), end="")
"""


@pytest.fixture(scope="module")
def shipped():
    library = load_library(SHIPPED)
    return [(scenario, library.voices[scenario.voice]) for scenario in library.scenarios.values()]


def test_what_is_thawed_is_what_was_frozen(shipped):
    for scenario, voice in shipped:
        assert thaw(freeze(scenario, voice)) == (scenario, voice)


def test_freezing_again_gives_the_same_text(shipped):
    for scenario, voice in shipped:
        text = freeze(scenario, voice)
        assert freeze(*thaw(text)) == text


def test_happenings_and_extras_are_kept(knowledge):
    library = load_library(knowledge.path)
    lamp, dealer = library.scenarios["lamp"], library.voices["dealer"]

    assert thaw(freeze(lamp, dealer)) == (lamp, dealer)
    assert lamp.happenings[0].worlds == {"collector"}


def test_the_text_is_the_same_in_every_process(knowledge):
    knowledge.change("scenarios/lamp.yaml", ("worlds: [collector]", "worlds: [collector, packing-up]"))

    def frozen_with(hash_seed):
        return subprocess.run(
            [sys.executable, "-c", FREEZE],
            env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(SHIPPED.parent)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout

    assert frozen_with("1") == frozen_with("2") != ""


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", '{"format":1}', "not json", "1e999", "[" * 5000])
def test_text_that_is_no_content_is_refused(text):
    with pytest.raises(ValueError, match="Stored content can't be read"):
        thaw(text)


def test_another_format_is_refused_by_its_number(shipped):
    content = json.loads(freeze(*shipped[0]))
    content["format"] = 2

    with pytest.raises(ValueError, match=r"This content has the format 2; this version of the bot reads 1\."):
        thaw(json.dumps(content))
