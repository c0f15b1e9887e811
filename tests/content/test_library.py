"""Finding one's way in knowledge that is right."""

from pathlib import Path

import pytest

from bot.content.library import NoSuchScenario, load_library
from bot.negotiation.moves import Topic
from bot.negotiation.scenario import Effect, Side
from bot.negotiation.tactic import Evidence, Pitfall, Question, Related, Story
from bot.negotiation.voice import FIRST_LINE_PLACEHOLDERS, OPTIONAL, Say, placeholders

SHIPPED = Path(__file__).parents[2] / "knowledge"


@pytest.fixture(scope="module")
def shipped():
    return load_library(SHIPPED)


# --- what becomes of a file -------------------------------------------------------------------------------------------


def test_a_scenario_is_read_in_minor_units(knowledge):
    lamp = load_library(knowledge.path).scenarios["lamp"]

    assert (lamp.id, lamp.side, lamp.opening_ask, lamp.walk_away_point) == ("lamp", Side.BUYER, 40_00, 30_00)
    assert [extra.cost for extra in lamp.extras] == [50]
    assert [world.limit for world in lamp.worlds] == [20_00, 38_00]
    assert lamp.worlds[1].answers == {Topic.BUSINESS: "lively"}
    assert lamp.answers[Topic.BUSINESS]["quiet"].lines == ("I sold two spoons.", "Slow as rain.")
    assert (lamp.happenings[0].worlds, lamp.happenings[0].effect) == ({"collector"}, Effect.ASK_WORSENS)


def test_amounts_of_a_currency_without_cents_stay_as_they_are(knowledge):
    knowledge.change("scenarios/lamp.yaml", ("currency: USD", "currency: JPY"), ("cost: 0.50", "cost: 1"))

    assert load_library(knowledge.path).scenarios["lamp"].opening_ask == 40


def test_a_tactic_is_read_whole(knowledge):
    tactic = load_library(knowledge.path).tactics["go-home"]

    assert (tactic.number, tactic.title, tactic.aliases) == (7, "Go home", ("Home again", "Leave it"))
    assert (tactic.how_to_use, tactic.when_used_on_you) == (("Decide beforehand.",), ("Wish them well.",))
    assert tactic.story == Story("The umbrella", "It rained, and she went home.")
    assert tactic.pitfalls == (Pitfall("Going too soon.", "Ask first."),)
    assert tactic.questions == (Question("Is it final?", "Seldom."),)
    assert tactic.related == (Related("stay-put", "The opposite."),)
    assert tactic.evidence == (Evidence("Rested people decide better.", "Not all of them.", "Nobody 1900"),)


def test_each_part_that_a_review_may_point_to_has_an_id(knowledge):
    assert load_library(knowledge.path).tactics["go-home"].passages == {
        "go-home#principle": "Who can stop has the say.",
        "go-home#story": "It rained, and she went home.",
        "go-home#know-when": "Decide beforehand.",
        "go-home#wish-well": "Wish them well.",
        "go-home#too-soon": "Going too soon. Ask first.",
        "go-home#is-it-final": "Seldom.",
    }


def test_the_version_is_that_of_the_words(knowledge):
    first = load_library(knowledge.path).version
    again = load_library(knowledge.path).version
    knowledge.change("scenarios/lamp.yaml", ("Slow as rain.", "Slower than rain."))

    assert first == again != load_library(knowledge.path).version


# --- scenarios by name ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "side", "expected"),
    [
        ("daybed", None, "daybed"),
        ("daybed", Side.SELLER, "daybed-clerk"),
        ("daybed-clerk", None, "daybed-clerk"),
        ("daybed-clerk", Side.BUYER, "daybed"),
        (" Car-Dealership ", Side.BUYER, "car-dealership"),
        ("the customer at the door", None, "daybed-clerk"),
    ],
)
def test_a_scenario_is_found_by_id_story_title_or_side(shipped, name, side, expected):
    assert shipped.scenario_for(name, side).id == expected


@pytest.mark.parametrize("side", [None, Side.BUYER, Side.SELLER])
def test_without_a_name_it_is_one_of_the_easiest(shipped, side):
    levels = [scenario.level for scenario in shipped.scenarios.values() if side in (None, scenario.side)]
    assert shipped.scenario_for("", side).level == min(levels)


@pytest.mark.parametrize(
    ("name", "side", "sentence"),
    [
        ("daybet", None, "There is no scenario called 'daybet'. Did you mean `daybed`?"),
        (
            "car-dealership",
            Side.SELLER,
            "'The car and the protection package' is played as the buyer only. Leave the side out to play it.",
        ),
    ],
)
def test_a_scenario_that_is_not_there(shipped, name, side, sentence):
    with pytest.raises(NoSuchScenario) as caught:
        shipped.scenario_for(name, side)

    assert str(caught.value) == sentence


def test_a_scenario_like_no_other(knowledge):
    with pytest.raises(NoSuchScenario) as caught:
        load_library(knowledge.path).scenario_for("moon")

    assert str(caught.value) == "There is no scenario called 'moon'. There is: lamp."


def test_a_side_that_nobody_wrote_for(knowledge):
    with pytest.raises(NoSuchScenario) as caught:
        load_library(knowledge.path).scenario_for(None, Side.SELLER)

    assert str(caught.value) == "All scenarios are played as the buyer only. Leave the side out to play it."


# --- tactics by name --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [
        "walk away", "WALK", "wlak away", "walkawy", "walking", "boots", "these botos are made", "53", "#53",
        "walk-away", "  walk  ", "leave the tabel",
    ],
)  # fmt: skip
def test_a_tactic_is_found_in_spite_of_typing_errors(shipped, query):
    assert shipped.find_tactics(query, 5)[0].id == "walk-away"


@pytest.mark.parametrize("query", ["lose the batle", "win the war", "loose the battle", "small thing"])
def test_another_tactic_is_found_as_well(shipped, query):
    assert shipped.find_tactics(query, 5)[0].id == "lose-the-battle"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("hidden fees at checkout", "late-add-on"),
        ("surprise fees", "late-add-on"),
        ("batna", "walk-away"),
        ("wlak", "walk-away"),
        ("boss has to approve", "limited-authority"),
        ("the manager's permision", "limited-authority"),
        ("good cop", "good-guy-bad-guy"),
        ("anchor", "ambitious-first-offer"),
        ("50 percent each, halfway", "split-the-difference"),
        ("saying nothing", "silence"),
        ("exploding ofer", "deadline"),
        ("weather and the dog", "small-talk"),
        ("take it or leave it, 500 is my last word", "take-it-or-leave-it"),
        ("your competitor is cheaper", "competing-offer"),
        ("raised eyebrows", "flinch"),
    ],
)
def test_a_tactic_is_found_by_what_it_is_about(shipped, query, expected):
    assert shipped.find_tactics(query, 5)[0].id == expected


@pytest.mark.parametrize("query", ["zzzz", "🥾", "qwertyuiop", "\x00", "@everyone" * 500])
def test_nothing_is_found_for_nonsense(shipped, query):
    assert shipped.find_tactics(query, 5) == []


def test_no_query_gives_all_in_order(knowledge):
    library = load_library(knowledge.path)

    assert [tactic.id for tactic in library.find_tactics("", 25)] == ["go-home", "stay-put"]
    assert len(library.find_tactics("", 1)) == 1


# --- what is shipped --------------------------------------------------------------------------------------------------


def test_the_shipped_knowledge_is_right(shipped):
    assert {"daybed", "daybed-clerk", "car-dealership"} <= shipped.scenarios.keys()
    assert {"walk-away", "lose-the-battle"} <= shipped.tactics.keys()
    assert {scenario.voice for scenario in shipped.scenarios.values()} <= shipped.voices.keys()


def test_every_scenario_has_worlds_enough_to_be_different(shipped):
    assert all(len(scenario.worlds) >= 3 for scenario in shipped.scenarios.values())


def test_walking_back_is_a_passage_by_its_id(shipped):
    assert "walk-away#walking-back" in shipped.tactics["walk-away"].passages


def test_nothing_is_filled_in_that_is_not_known(shipped):
    spoken = {
        line
        for scenario in shipped.scenarios.values()
        for lines in (
            scenario.brief.first_line,
            *(answer.lines for by_id in scenario.answers.values() for answer in by_id.values()),
        )
        for line in lines
    }

    assert all(placeholders(line) <= FIRST_LINE_PLACEHOLDERS for line in spoken)
    assert all(set(Say) - OPTIONAL <= voice.lines.keys() for voice in shipped.voices.values())
