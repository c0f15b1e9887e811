"""/quiz, /daily, /progress and /leaderboard: each command, button and form, by the right and the wrong person."""

from __future__ import annotations

from typing import Any

import pytest

from bot.discord_front.cards import paper
from bot.discord_front.cards.paper import PLAIN, Card, button
from bot.discord_front.views.board import NoServer
from bot.learning.rating import Rating
from bot.services.daily import NoPosition
from bot.services.errors import NotYours
from bot.services.learning import NotShown
from bot.services.memberships import NoSuchZone
from bot.services.quiz import NoSuchQuiz
from bot.storage import Storage, ratings
from bot.storage.ratings import Rated
from tests.discord_front.bench import Bench
from tests.discord_front.seen import failures, ids_in, labels_in, private, text_of


async def quiz_of(bench: Bench) -> Any:
    return (await bench.alice.slash(bench.channel, "quiz")).response


def id_like(message: Any, start: str) -> str:
    return next(each for each in ids_in(message) if each.startswith(start))


async def in_public(bench: Bench, *custom_ids: str) -> Any:
    """Buttons with these ids where anybody can press them, which the bot itself never does: those of a private message
    can be pressed by its member alone, but ids are no secret."""
    buttons = [[button(str(n), each) for n, each in enumerate(custom_ids[at : at + 5], at)] for at in (0, 5)]
    card = Card(PLAIN, ["Buttons", *(paper.buttons(*row) for row in buttons if row)])
    await bench.client.get_channel(bench.channel.id).send(view=card)
    return bench.channel.last_message


# --- /quiz ------------------------------------------------------------------------------------------------------------


async def test_a_question_is_asked_of_the_member_alone(bench: Bench):
    result = await bench.alice.slash(bench.channel, "quiz")

    assert "-# Question 1 of 8" in private(result)
    assert labels_in(result.response)[-1] == "Stop for now"
    assert labels_in(result.response)[:2] == ["A", "B"]


async def test_the_message_changes_as_one_answers(bench: Bench):
    message = await quiz_of(bench)

    await bench.alice.click(message, label="A")
    assert "👉 **A**" in text_of(message) or "✅ **A**" in text_of(message)
    assert labels_in(message) == ["Next", "Stop for now"]
    await bench.alice.click(message, label="Next")

    assert "-# Question 2 of" in text_of(message)


async def test_a_quiz_can_be_gone_through_to_its_end(bench: Bench):
    message = await quiz_of(bench)
    for _ in range(40):
        labels = labels_in(message)
        if not labels:
            break
        await bench.alice.click(message, label="Next" if "Next" in labels else labels[0])
        if "How it went" in labels_in(message):
            await bench.alice.click(message, label="How it went")

    assert " right\n" in text_of(message)
    assert labels_in(message) == []


async def test_one_can_stop_and_go_on_after_a_restart(bench: Bench):
    message = await quiz_of(bench)
    await bench.alice.click(message, label="A")
    await bench.restart()

    again = await bench.alice.slash(bench.channel, "quiz")
    assert "-# Question 2 of" in private(again)
    await bench.alice.click(message, label="Stop for now")
    assert "It is kept." in text_of(message)


async def test_pressing_twice_answers_once(bench: Bench):
    message = await quiz_of(bench)
    copy = await in_public(bench, *(each for each in ids_in(message) if each.startswith("quiz:")))
    await bench.alice.click(message, label="A")

    await bench.alice.click(copy, label="1")

    assert text_of(bench.channel.last_message) == text_of(message)


async def test_nobody_answers_for_somebody_else(bench: Bench):
    message = await quiz_of(bench)
    copy = await in_public(bench, *ids_in(message))

    for custom_id in ids_in(copy):
        result = await bench.bob.click(copy, custom_id=custom_id)
        assert "That quiz isn't yours" in private(result)

    assert set(failures(bench.env)) <= {NoSuchQuiz}
    assert "-# Question 1 of 8" in text_of(message)


async def test_a_mistake_of_ones_own_comes_first(bench: Bench):
    table = await bench.begin()
    await table.say("I *really* want it!")
    await table.accept()

    asked = private(await bench.alice.slash(bench.channel, "quiz"))

    assert "### From your own practice" in asked
    assert "You: I \\*really\\* want it!" in asked


# --- /daily -----------------------------------------------------------------------------------------------------------


async def test_everybody_has_the_same_position_and_sees_the_answers_afterwards(bench: Bench):
    mine = await bench.alice.slash(bench.channel, "daily")
    theirs = await bench.bob.slash(bench.channel, "daily")
    assert private(mine) == private(theirs)

    await bench.alice.click(mine.response, label="A")
    await bench.bob.click(theirs.response, label="B")

    shown = text_of(theirs.response)
    assert "**How it was answered here**\n`A █████" in shown
    assert "2 answers so far" in shown
    assert "**What they were hiding.**" in shown
    assert ids_in(theirs.response) == []


async def test_the_position_of_another_server_cannot_be_answered(bench: Bench):
    result = await bench.alice.slash(bench.channel, "daily")
    _, _, day, _ = id_like(result.response, "daily:").split(":")

    answer = await bench.alice.click(await in_public(bench, f"daily:999:{day}:0"), label="0")

    assert "belongs to another server" in private(answer)
    assert set(failures(bench.env)) <= {NoPosition}


async def test_there_is_one_in_direct_messages(bench: Bench):
    result = await bench.alice.user.slash("daily")

    await bench.alice.user.click(result.response, label="A")

    assert "1 answer so far" in text_of(result.response)


# --- /progress --------------------------------------------------------------------------------------------------------


async def played(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("Harlow's has the same bed for $184.")
    await table.accept()


async def test_progress_shows_figures_and_a_chart_with_words_for_it(bench: Bench):
    await played(bench)

    result = await bench.alice.slash(bench.channel, "progress")

    text = private(result)
    assert "**1 practice**, 1 deal" in text
    assert "Streak **1 day**" in text
    assert "**Next.** /practice starts" in text
    (chart,) = result.followups[0].attachments if result.followups else result.response.attachments
    assert chart.filename == "chart.png"
    assert labels_in(result.response) == ["Overview", "Tactics", "Settings"]


async def test_a_costly_habit_leads_to_the_move_in_which_it_cost_something(bench: Bench):
    for _ in range(2):
        table = await bench.begin()
        await table.say("I really love it, I must have it!")
        await table.accept()
    message = (await bench.alice.slash(bench.channel, "progress")).response
    assert "**What costs you most**" in text_of(message)

    seen = await bench.alice.click(message, label="See it")

    assert "## Move 2 of 2: blunder ??" in private(seen)
    assert "> **You:** *Accept $202*" in private(seen)
    assert "**What costs you most**" in text_of(message)


async def test_pages_are_turned(bench: Bench):
    await played(bench)
    message = (await bench.alice.slash(bench.channel, "progress")).response

    await bench.alice.click(message, label="Tactics")
    assert "You are at level 1 of 3." in text_of(message)
    await bench.alice.click(message, label="Settings")
    assert "**Time zone.** UTC" in text_of(message)
    await bench.alice.click(message, label="Overview")
    assert "**1 practice**" in text_of(message)


async def test_others_see_it_only_if_the_member_lets_them(bench: Bench):
    await played(bench)
    refused = await bench.bob.slash(bench.channel, "progress", member=bench.alice.user)
    assert "They keep their progress to themselves." in private(refused)
    assert failures(bench.env) == [NotShown]
    message = (await bench.alice.slash(bench.channel, "progress")).response
    await bench.alice.click(message, label="Settings")
    await bench.alice.click(message, label="Let others see it")

    seen = await bench.bob.slash(bench.channel, "progress", member=bench.alice.user)

    assert f"Progress of <@{bench.alice.id}>" in private(seen)
    assert "What costs you most" not in private(seen)
    assert ids_in(seen.response) == []


async def test_nobody_turns_the_pages_of_somebody_else(bench: Bench):
    await played(bench)
    shown = (await bench.alice.slash(bench.channel, "progress")).response
    copy = await in_public(bench, *ids_in(shown))

    for custom_id in ids_in(copy):
        result = await bench.bob.click(copy, custom_id=custom_id)
        assert "somebody else's progress" in private(result)

    assert set(failures(bench.env)) <= {NotYours}


async def test_a_setting_pressed_by_another_is_their_own(bench: Bench):
    message = (await bench.alice.slash(bench.channel, "progress")).response
    await bench.alice.click(message, label="Settings")

    await bench.bob.click(await in_public(bench, id_like(message, "progress-set:rated")), label="0")

    assert (await bench.app.learning.members.of(bench.alice.id)).rated
    assert not (await bench.app.learning.members.of(bench.bob.id)).rated


async def test_the_time_zone_is_set_by_a_form(bench: Bench):
    message = (await bench.alice.slash(bench.channel, "progress")).response
    await bench.alice.click(message, label="Settings")

    form = await bench.alice.click(message, label="Change time zone…")
    await bench.alice.submit_modal(form, {"zone": "europe/berlin"})

    assert (await bench.app.learning.members.of(bench.alice.id)).zone == "Europe/Berlin"
    assert "**Time zone.** Europe/Berlin" in text_of(message)


async def test_an_unknown_time_zone_is_a_sentence(bench: Bench):
    message = (await bench.alice.slash(bench.channel, "progress")).response
    await bench.alice.click(message, label="Settings")
    form = await bench.alice.click(message, label="Change time zone…")

    result = await bench.alice.submit_modal(form, {"zone": "Atlantis"})

    assert "I know no time zone by that name" in text_of(result.followups[-1])
    assert set(failures(bench.env)) <= {NoSuchZone}


# --- /leaderboard -----------------------------------------------------------------------------------------------------


@pytest.fixture
async def strong(bench: Bench, tmp_path: Any) -> None:
    """Both have a rating that can be compared; neither has agreed to be shown."""
    storage = await Storage.open(str(tmp_path / "walkaway.db"))
    async with storage.writing() as db:
        for member, mean in ((bench.alice, 27.0), (bench.bob, 30.0)):
            await ratings.put_learner(db, member.id, Rated(Rating(mean, 2.0), 12))
    await storage.close()


@pytest.mark.usefixtures("strong")
async def test_nobody_is_shown_who_has_not_agreed(bench: Bench):
    result = await bench.alice.slash(bench.channel, "leaderboard")
    assert "Nobody stands here yet." in private(result)

    await bench.alice.click(result.response, label="Put me here")
    assert f"1. <@{bench.alice.id}> **1,580** ± 80 · 12 played" in text_of(result.response)
    assert str(bench.bob.id) not in text_of(result.response)
    await bench.alice.click(result.response, label="Take me off")

    assert "Nobody stands here yet." in text_of(result.response)


@pytest.mark.usefixtures("strong")
async def test_whoever_presses_puts_up_nobody_but_themselves(bench: Bench):
    message = (await bench.alice.slash(bench.channel, "leaderboard")).response

    await bench.bob.click(await in_public(bench, id_like(message, "board-stand:")), label="0")

    assert str(bench.alice.id) not in private(await bench.bob.slash(bench.channel, "leaderboard"))


async def test_the_week(bench: Bench):
    await bench.app.learning.members.set_on_board(bench.guild.id, bench.alice.id, True)
    await played(bench)
    await bench.app.learning.lessons.catch_up()
    message = (await bench.alice.slash(bench.channel, "leaderboard")).response

    await bench.alice.click(message, label="This week")

    assert "Since Monday" in text_of(message)
    assert f"1. <@{bench.alice.id}>" in text_of(message)


async def test_a_leaderboard_belongs_to_a_server(bench: Bench):
    dm = await bench.client.create_dm(await bench.client.fetch_user(bench.alice.id))
    message = await dm.send(view=Card(PLAIN, ["Buttons", paper.buttons(button("Week", "board:week"))]))

    result = await bench.alice.user.click(message, label="Week")

    assert "belongs to a server" in private(result)
    assert set(failures(bench.env)) <= {NoServer}


# --- /practice --------------------------------------------------------------------------------------------------------


async def test_practice_says_why_it_chose_what_it_chose(bench: Bench):
    first = await bench.alice.slash(bench.channel, "practice")
    await bench.app.practice.end((await bench.app.practice.open_sessions())[0].id, bench.alice.id, cause="test")
    second = await bench.alice.slash(bench.channel, "practice")

    assert "A good one to begin with." in private(first)
    assert "You have not played this one yet." in private(second)
