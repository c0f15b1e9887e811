"""How a message was heard is shown below the answer, with a button that takes it back."""

from __future__ import annotations

from bot.negotiation.acts import Outcome
from tests.discord_front.bench import Bench
from tests.discord_front.seen import labels_in, private, text_of

NOT_MEANT = "Not what I meant"


async def test_the_answer_shows_how_the_message_was_heard(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("Harlow's has it for $184. I'd pay $165.")

    assert table.last.endswith("\n-# Heard: you named the same bed at Harlow's at $184 · offered $165")
    assert labels_in(table.shown[-1]) == [NOT_MEANT]


async def test_the_button_takes_it_back(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("I'd pay $165.")
    answer = table.shown[-1]

    assert "somebody else's" in private(await table.press(NOT_MEANT, who=bench.bob, on=answer))
    assert (await table.view()).round == 1
    await table.press(NOT_MEANT, on=answer)

    view = await table.view()
    assert (view.round, view.state.demand) == (0, None)
    taken_back, apology = table.shown[-2:]
    assert taken_back.content.endswith("-# You took that back: it didn't count.")
    assert labels_in(taken_back) == []
    assert "On the table: $202" in apology.content
    assert "Heard" not in apology.content


async def test_an_older_answer_takes_nothing_back(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("I'd pay $165.")
    older = table.shown[-1]
    await table.say("I'd pay $166.")

    assert "Only what you said last" in private(await table.press(NOT_MEANT, on=older))
    assert (await table.view()).round == 2


async def test_the_line_can_be_left_out(bench: Bench) -> None:
    table = await bench.begin()
    opened = await bench.alice.slash(bench.channel, "progress")
    page = await bench.alice.click(opened.response, label="Settings")
    await bench.alice.click(page.response or opened.response, label="Leave that line out")

    await table.say("I'd pay $165.")

    assert "Heard" not in table.last
    assert labels_in(table.shown[-1]) == []
    await table.say("That's not what I said")
    assert (await table.view()).round == 0


async def test_what_ended_the_practice_is_taken_back(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("Deal, I'll take it.")
    result = table.shown[-1]
    assert text_of(result).startswith("## A deal at $202")
    assert labels_in(result) == ["Open the debrief", NOT_MEANT]
    assert "hiding" not in text_of(table.shown[-2])

    assert "somebody else's" in private(await table.press(NOT_MEANT, who=bench.bob, on=result))
    await table.press(NOT_MEANT, on=result)

    assert not (await table.view()).finished
    closed = next(message for message in table.shown if message.id == result.id)
    assert labels_in(closed) == []
    await table.say("I'd pay $165.")
    assert (await table.view()).round == 1


async def test_in_words_too_and_nothing_else_is_heard_after_the_end(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("Deal, I'll take it.")
    shown = len(table.shown)
    await table.say("Thanks, Dale!")
    assert len(table.shown) == shown

    await table.say("That's not what I meant!")

    assert not (await table.view()).finished


async def test_the_debrief_is_opened_by_its_learner(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("Deal, I'll take it.")
    result = table.shown[-1]

    assert "somebody else's" in private(await table.press("Open the debrief", who=bench.bob, on=result))
    await table.press("Open the debrief", on=result)

    assert "What Dale was hiding" in table.last
    closed = next(message for message in table.shown if message.id == result.id)
    assert labels_in(closed) == []


async def test_the_debrief_comes_by_itself(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("Deal, I'll take it.")

    for _ in range(6):
        await bench.env.advance_time(51)

    assert "What Dale was hiding" in table.last
    assert "too late" in private(await table.press(NOT_MEANT, on=table.shown[-2]))
    assert (await table.view()).state.outcome is Outcome.DEAL


async def test_it_is_taken_back_after_a_restart(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("Deal, I'll take it.")
    await bench.restart()

    await table.press(NOT_MEANT, on=table.shown[-1])

    assert not (await table.view()).finished


async def test_words_that_take_it_back_are_heard_though_nobody_listened(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("Deal, I'll take it.")
    table.say_unheard("Thanks!")
    table.say_unheard("That's not what I meant!")
    await bench.restart()

    assert not (await table.view()).finished


# --- confirming -------------------------------------------------------------------------------------------------------


async def test_a_likely_yes_is_asked_for_and_said_in_words(bench: Bench) -> None:
    table = await bench.begin()
    await table.press("Accept")
    asked = table.shown[-1]
    assert labels_in(asked) == ["Yes", "No"]
    assert "somebody else's" in private(await table.press("Yes", who=bench.bob, on=asked))

    await table.say("no, it was a question")

    assert not (await table.view()).finished
    assert "closed by now" in private(await table.press("Yes", on=asked))
    assert not (await table.view()).finished


async def test_one_likely_move_is_asked_for_in_character(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("Harlow's has it for $184, but okay, I'll pay the $202.")
    asked = table.shown[-1]
    assert labels_in(asked) == ["Yes", "No", "That's not what I meant"]
    assert "-# Yes means: Accept $202. Nothing has counted yet." in asked.content
    assert asked.content.endswith("-# Heard besides: you named the same bed at Harlow's at $184")

    for label in ("Yes", "No", "That's not what I meant"):
        assert "somebody else's" in private(await table.press(label, who=bench.bob, on=asked))
    await table.press("No", on=asked)

    view = await table.view()
    assert (view.round, view.finished) == (1, False)
    assert view.state.named


async def test_an_open_question_survives_a_restart(bench: Bench) -> None:
    table = await bench.begin()
    await table.press("Accept")
    asked = table.shown[-1]
    await bench.restart()

    await table.press("Yes", on=asked)

    assert (await table.view()).state.outcome is Outcome.DEAL


async def test_stop_asks_and_the_coach_answers_with_the_buttons(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("help")
    assert "beside the story" in table.last
    assert labels_in(table.shown[-1])[:3] == ["Offer…", "Accept", "Walk away"]

    await table.say("stop")
    asked = table.shown[-1]
    assert labels_in(asked) == ["End it", "Go on"]
    assert "somebody else's" in private(await table.press("End it", who=bench.bob, on=asked))
    await table.press("Go on", on=asked)
    assert not (await table.view()).finished

    await table.say("stop")
    await table.press("End it", on=table.shown[-1])
    assert (await table.view()).state.outcome is Outcome.UNFINISHED


# --- forms ------------------------------------------------------------------------------------------------------------


async def test_a_form_that_can_not_be_read_comes_back_filled_in(bench: Bench) -> None:
    table = await bench.begin()
    filled = {"amount": "about 170", "extras": ["mattress-cover"]}
    refused = await bench.alice.submit_modal(await table.press("Offer…"), filled)
    assert "“about 170” is no price" in private(refused)

    again = await bench.alice.click(refused.followups[0], label="Mend it…")

    assert "about 170" in str(again.modal)
    await bench.alice.submit_modal(again, {"amount": "170"})
    assert (await table.view()).round == 1


async def test_an_offer_that_is_far_from_everything_is_asked_about(bench: Bench) -> None:
    table = await bench.begin()
    await bench.alice.submit_modal(await table.press("Offer…"), {"amount": "1.70"})

    assert "far from everything so far" in table.last
    assert "offers" not in "".join(text_of(message) for message in table.shown[2:-1])
    assert (await table.view()).round == 0
