"""The message menu "Which tactic is this?"."""

from __future__ import annotations

from typing import Any

from bot.discord_front.cards.paper import CARD_TEXT
from bot.discord_front.cards.recognised import recognised_card
from bot.discord_front.views.tactics import NothingToRead
from bot.negotiation.recognising import Recognised
from tests.discord_front.bench import Bench
from tests.discord_front.seen import failures, labels_in, private, text_of

MENU = "Which tactic is this?"


async def asked_about(bench: Bench, words: str) -> Any:
    """Bob writes something, and Alice asks which tactic it is."""
    message = await bench.bob.send(bench.channel, words)
    return await bench.alice.context_menu(bench.channel, MENU, message)


async def test_it_names_the_tactic_and_the_words_that_point_to_it(bench: Bench):
    result = await asked_about(bench, "Fine, then give me my money back. I'll buy it somewhere else.")

    told = private(result)
    assert told.startswith("## Walk away\n")
    assert "What points to it: “my money back”, “buy it somewhere else”." in told
    assert "**If it is used on you.** First ask what you lose." in told


async def test_read_about_it_opens_the_tactic(bench: Bench):
    result = await asked_about(bench, "Fine, then give me my money back. I'll buy it somewhere else.")

    opened = await bench.alice.click(result.response, label="Read about it")

    assert private(opened).startswith("## Walk away\n-# Tactic 53 · In short")


async def test_its_button_outlives_a_restart(bench: Bench):
    result = await asked_about(bench, "Fine, then give me my money back. I'll buy it somewhere else.")
    await bench.restart()

    opened = await bench.alice.click(result.response, label="Read about it")

    assert "## Walk away" in private(opened)


async def test_it_says_when_it_is_not_sure(bench: Bench):
    result = await asked_about(bench, "The weather is bad, forget it.")

    told = private(result)
    assert "I'm not sure. It may be one of these:\n- **Small talk**, because of “The weather”." in told
    assert "- **Walk away**, because of “forget it”." in told
    assert labels_in(result.response) == ["Small talk", "Walk away"]


async def test_it_says_when_no_tactic_shows(bench: Bench):
    told = private(await asked_about(bench, "See you on Thursday at ten."))

    assert "None that I know shows in these words." in told


async def test_a_message_without_words_is_a_sentence(bench: Bench):
    message = await bench.bob.send(bench.channel, "", attachments=[("bed.png", b"not really")])
    result = await bench.alice.context_menu(bench.channel, MENU, message)

    assert "There are no words in that message" in private(result)
    assert failures(bench.env) == [NothingToRead]


async def test_what_the_message_says_neither_pings_nor_formats(bench: Bench):
    result = await asked_about(bench, "@everyone **give me my** @everyone __money back__, we're leaving the table")

    assert "@everyone" not in private(result).replace("@\u200beveryone", "")


async def test_help_says_where_it_is(bench: Bench):
    assert MENU in private(await bench.alice.slash(bench.channel, "help"))


async def test_a_card_fits_whatever_was_found(bench: Bench):
    tactics = sorted(bench.app.library().tactics.values(), key=lambda tactic: -len(tactic.in_short))
    words = tuple("w" * 500 for _ in range(20))
    for sure in (True, False):
        found = [Recognised(tactics[0], sure, words), *(Recognised(each, False, words) for each in tactics[1:3])]
        shown = text_of(_Shown(recognised_card(found)))
        assert len(shown) <= CARD_TEXT


class _Shown:
    """A card as a message."""

    def __init__(self, card: Any) -> None:
        self.content = ""
        self.components = card.to_components()
