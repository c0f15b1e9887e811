"""What is said depends on nothing that is hidden: in two worlds that show the same, the words are the same."""

from __future__ import annotations

from hypothesis import given as for_all
from hypothesis import strategies as st

from bot.content.library import load_library
from bot.negotiation.wording import word
from tests.negotiation.play import KNOWLEDGE, play, scenarios, sessions

VOICES = load_library(KNOWLEDGE).voices


@for_all(st.data())
def test_two_worlds_that_show_the_same_sound_the_same(data):
    scenario = data.draw(st.sampled_from(scenarios()))
    messages, seed = data.draw(sessions(scenario)), data.draw(st.integers(0, 2**31 - 1))
    heard = {}
    for world in scenario.worlds:
        said, seen = [], ()
        for turn, (_, _, response, after) in enumerate(play(scenario, world, messages)):
            seen = (*seen, response.seen)
            said.append(word(scenario, VOICES[scenario.voice], response, after, seed=seed, turn=turn, said=said))
            assert heard.setdefault(seen, said[-1]) == said[-1]
