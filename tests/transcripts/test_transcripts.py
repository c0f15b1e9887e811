"""Every shipped scenario has golden sessions, and they still play as they did."""

import pytest

from bot.content.library import load_library

from .playing import KNOWLEDGE, files, played_again, scenario_of


@pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
def test_a_golden_session_plays_as_it_did(file):
    recorded = file.read_text("utf-8")
    assert played_again(recorded) == recorded


def test_every_scenario_has_a_golden_session():
    recorded = {scenario_of(file.read_text("utf-8")) for file in files()}
    assert recorded == set(load_library(KNOWLEDGE).scenarios)
