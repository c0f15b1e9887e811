"""Messages to the app: the whole message, never a part of one about the deal."""

from __future__ import annotations

import pytest

from bot.negotiation.moves import SmallTalk
from bot.negotiation.reading import Aside, Known, out_of_story, read
from bot.negotiation.scenario import Side

BUYER = Known(Side.BUYER, 20000, ask=18000, mine=14000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("help", Aside.HELP),
        ("HELP!!!", Aside.HELP),
        ("Help me, please", Aside.HELP),
        ("what do I do?", Aside.HELP),
        ("What do I do now?", Aside.HELP),
        ("ok so what am I supposed to do", Aside.HELP),
        ("How does this work?", Aside.HELP),
        ("what can I say?", Aside.HELP),
        ("I don’t know what to say", Aside.HELP),
        ("I'm lost", Aside.HELP),
        ("where do we stand?", Aside.STANDING),
        ("Sorry, where were we?", Aside.STANDING),
        ("What's on the table right now?", Aside.STANDING),
        ("what was my last offer?", Aside.STANDING),
        ("which round is it", Aside.STANDING),
        ("recap please", Aside.STANDING),
        ("can you repeat that?", Aside.REPEAT),
        ("Could you please say that again?", Aside.REPEAT),
        ("repeat", Aside.REPEAT),
        ("I didn't catch that, sorry", Aside.REPEAT),
        ("what did you say?", Aside.REPEAT),
        ("stop", Aside.STOP),
        ("Please stop.", Aside.STOP),
        ("quit", Aside.STOP),
        ("end the game", Aside.STOP),
        ("I want to stop this practice", Aside.STOP),
        ("how do I quit the game?", Aside.STOP),
        ("that's not what I said", Aside.UNDO),
        ("No, that’s not what I meant!", Aside.UNDO),
        ("you misunderstood me", Aside.UNDO),
        ("You got me wrong", Aside.UNDO),
        ("undo", Aside.UNDO),
        ("undo that please", Aside.UNDO),
        ("I never said that", Aside.UNDO),
        ("I didn't mean it like that", Aside.UNDO),
        ("That wasn't what I meant", Aside.UNDO),
    ],
)
def test_a_message_to_the_app(text: str, expected: Aside) -> None:
    reading = read(text, BUYER)

    assert (out_of_story(text), reading.aside, reading.moves) == (expected, expected, (SmallTalk(),))
    assert reading.doubt is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "Can you help me with the price?",
        "Help me out here, 170 and we're done.",
        "stop there and we have a deal",
        "Stop it, that's rude",
        "I'd like to stop at 170",
        "Where do we stand on the delivery fee?",
        "Can you repeat that price with the boxes?",
        "What do I do with two beds?",
        "That's not what I said, I said 170",
        "I didn't offer 34.50, that was your price",
        "You misunderstood me, I meant without the boxes",
        "undo the delivery fee and I sign",
        "I take that back to the store if it breaks",
        "what?",
        "Pardon?!",
        "I'm done",
        "I'm out",
        "leave",
        "deal",
        "no",
        "help " * 40,
    ],
)
def test_what_has_anything_besides_is_said_to_the_counterpart(text: str) -> None:
    assert out_of_story(text) is None
