"""Which tactic is at work in a message: on texts of all kinds, and by the rules one at a time.

texts.txt holds a message a line, after the tactic that is at work in it, or "none".
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.library import load_library
from bot.negotiation.recognising import cue_fault, recognise
from bot.negotiation.tactic import Story, Tactic

HERE = Path(__file__).parent
TACTICS = load_library(HERE.parents[2] / "knowledge").tactics
TEXTS = [line.split(" | ", 1) for line in (HERE / "texts.txt").read_text(encoding="utf-8").splitlines()]


def tactic(name, *cues):
    return Tactic(name, None, name, (), 1, "", "", (), (), Story("", ""), (), (), (), (), "", cues, {})


def named(text, *tactics):
    return [found.tactic.id for found in recognise(text, tactics)]


# --- the shipped tactics on texts that people might send --------------------------------------------------------------


def test_the_tactic_of_a_text_comes_first_and_a_sure_one_is_right():
    shown = [(expected, recognise(text, TACTICS.values())) for expected, text in TEXTS if expected != "none"]
    first = [(expected, found[0].tactic.id) for expected, found in shown if found]
    sure = [(expected, found[0].tactic.id) for expected, found in shown if found and found[0].sure]

    assert sum(expected == name for expected, name in first) >= 0.95 * len(shown)
    assert [(expected, name) for expected, name in sure if expected != name] == []
    assert len(sure) >= 0.85 * len(shown)


@pytest.mark.parametrize("text", [text for expected, text in TEXTS if expected == "none"])
def test_an_ordinary_message_shows_no_tactic(text):
    assert recognise(text, TACTICS.values()) == ()


def test_every_tactic_is_in_the_texts():
    assert {expected for expected, _ in TEXTS} == {*TACTICS, "none"}


# --- one rule at a time -----------------------------------------------------------------------------------------------

SPLIT = tactic("split", "split the difference", "meet ... halfway")
LEAVE = tactic("leave", "walk away", "take my/our business elsewhere")
ASK = tactic("ask", "have an offer for 500", "halfway there")


def test_the_words_are_quoted_as_they_were_typed():
    (found,) = recognise("Dont know.  Why dont we SPLIT the difference, then?", [SPLIT, LEAVE])

    assert (found.tactic, found.sure, found.words) == (SPLIT, True, ("SPLIT the difference",))


@pytest.mark.parametrize(
    "text",
    [
        "we could split the difference",
        "how about splitting the difference",
        "he splits the difference",
        "Meet me at least halfway!",
        "meeting halfway",
    ],
)
def test_forms_of_words_and_gaps(text):
    assert named(text, SPLIT, LEAVE) == ["split"]


@pytest.mark.parametrize("text", ["meet. Halfway", "meet one of the many nice people at halfway", "split", ""])
def test_a_gap_ends_with_the_sentence_and_after_five_words(text):
    assert named(text, SPLIT, LEAVE) == []


def test_one_of_several_words():
    assert named("I'll take our business elsewhere", LEAVE) == ["leave"]
    assert named("I'll take your business elsewhere", LEAVE) == []


def test_a_number_stands_for_any_number():
    assert named("I have an offer for $1,250.", ASK) == ["ask"]
    assert named("I have an offer for you.", ASK) == []


@pytest.mark.parametrize("text", ["I'm not going to walk away", "never walk away", "I don't want to walk away"])
def test_what_is_denied_does_not_count(text):
    assert named(text, LEAVE) == []


def test_a_no_in_another_clause_denies_nothing():
    assert named("No, I'd rather walk away", LEAVE) == ["leave"]


@pytest.mark.parametrize("text", ["Why not walk away?", "Why don't we walk away?", "Couldn't you walk away?"])
def test_an_invitation_is_no_denial(text):
    assert named(text, LEAVE) == ["leave"]


def test_two_tactics_with_the_same_words_are_not_sure():
    twin = tactic("twin", "walk away")

    assert [(found.tactic.id, found.sure) for found in recognise("I walk away", [LEAVE, twin])] == [
        ("leave", False),
        ("twin", False),
    ]


def test_more_telling_words_win():
    assert named("Let's meet halfway, and we're halfway there", SPLIT, ASK) == ["split", "ask"]


def test_at_most_three_are_named():
    assert len(recognise("walk away", [tactic(name, "walk away") for name in "abcde"])) == 3


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text):
    found = recognise(text, TACTICS.values())

    assert len(found) <= 3
    assert not any(each.sure for each in found[1:])
    assert all(each.words for each in found)


# --- cues -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cue", "fault"),
    [
        ("walk away", None),
        ("halfway", None),
        ("my/our final offer", None),
        ("if you ... I can throw in", None),
        ("... walk away", "A cue begins and ends with a word. Take the ... at its end away."),
        ("walk away ...", "A cue begins and ends with a word. Take the ... at its end away."),
        ("walk/ away", "There is a sign here that is no word. Write words, with / only between two of them."),
        ("🥾 walk", "There is a sign here that is no word. Write words, with / only between two of them."),
        ("it is", "This stands in many messages. Add a word or two that only this tactic has."),
        ("500", "This stands in many messages. Add a word or two that only this tactic has."),
    ],
)
def test_a_cue_that_would_not_do_is_told_why(cue, fault):
    assert cue_fault(cue) == fault
