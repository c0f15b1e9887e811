"""Whole sessions on the shipped scenarios, in the shipped voices."""

import re

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from bot.negotiation.money import spoken
from bot.negotiation.reading.findings import Aside
from bot.negotiation.voice import PLACEHOLDERS, placeholders
from bot.negotiation.wording import thin_pools

from ..play import scenario_and_world, scenarios, sessions, worlds
from .speaking import learner, library, steps_of, words_of

AMOUNT = re.compile(r"(?:CA)?[$€£¥]\d+(?:,\d{3})*(?:\.\d+)?")
VOICES = sorted(library().voices)


def drawn(data):
    """A scenario, the steps of a random session in it, and the words."""
    scenario, world = scenario_and_world(*data.draw(worlds()))
    steps = steps_of(scenario, world, data.draw(sessions(scenario)))
    seed, aside = data.draw(st.integers(0, 2**63)), data.draw(st.sampled_from(Aside))
    return scenario, steps, words_of(scenario, steps, seed=seed, aside=aside)


def figures(scenario, step):
    """The amounts that a reply to this step may name."""
    after = step.after
    amounts = [step.response.ask, scenario.list_price]
    amounts += [scenario.price_at(room) for room in (after.demand, after.cited) if room is not None]
    amounts += [scenario.small_thing.amount] if scenario.small_thing else []
    return {spoken(amount, scenario.currency) for amount in amounts}


@for_all(st.data())
def test_no_two_replies_of_a_session_are_the_same(data):
    _, _, words = drawn(data)
    assert len(set(words)) == len(words)


@for_all(st.data())
def test_every_amount_in_the_words_is_one_of_the_table(data):
    scenario, steps, words = drawn(data)
    for step, text in zip(steps, words, strict=True):
        assert set(AMOUNT.findall(text)) <= figures(scenario, step)


@for_all(st.data())
def test_a_deal_is_named_with_its_price(data):
    scenario, steps, words = drawn(data)
    for step, text in zip(steps, words, strict=True):
        if step.response.act in {"accept", "shake"}:
            assert spoken(step.response.ask, scenario.currency) in text


@for_all(st.data())
def test_words_are_well_formed(data):
    _, _, words = drawn(data)
    for text in words:
        assert not re.search(r"[{}]|  |\n\n|\s[.,!?]|^\s|\s$", text)
        assert re.match(r"[*\"]{0,2}[A-Z$€£¥]", text)
        assert re.search(r"[.!?][*\"]{0,2}$", text)
        assert not re.search(r"[.!?]\*? [a-z]", text)
        assert text.count("*") % 2 == 0
        assert len(text) <= 400


@for_all(st.data())
def test_words_say_no_more_than_what_can_be_seen(data):
    """Two worlds that answer the same way to the same messages answer in the same words."""
    scenario = data.draw(st.sampled_from(scenarios()))
    messages = data.draw(sessions(scenario))
    seed = data.draw(st.integers(0, 2**63))
    heard = {}
    for world in scenario.worlds:
        steps = steps_of(scenario, world, messages)
        for number, text in enumerate(words_of(scenario, steps, seed)):
            seen = tuple(step.response.seen for step in steps[: number + 1])
            assert heard.setdefault(seen, text) == text


def test_the_same_arguments_give_the_same_words():
    scenario, world = scenario_and_world("daybed", "under-target")
    steps = learner(3, scenario, world)
    assert words_of(scenario, steps, seed=11) == words_of(scenario, steps, seed=11)
    assert words_of(scenario, steps, seed=11) != words_of(scenario, steps, seed=12)


@pytest.mark.parametrize("voice_id", VOICES)
def test_a_shipped_voice_can_say_everything_without_saying_it_twice(voice_id):
    voice = library().voices[voice_id]
    assert thin_pools(voice) == []
    for say, lines in voice.lines.items():
        for line in lines:
            assert placeholders(line) <= PLACEHOLDERS[say]


@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.id)
def test_ten_sessions_in_a_row_do_not_sound_alike(scenario):
    shares = []
    for evening in range(10):
        said = [
            text
            for seed in range(10 * evening, 10 * evening + 10)
            for text in words_of(scenario, learner(seed, scenario, scenario.worlds[seed % len(scenario.worlds)]), seed)
        ]
        shares.append(1 - len(set(said)) / len(said))
    assert sum(shares) / len(shares) <= 0.06
    assert max(shares) <= 0.10
