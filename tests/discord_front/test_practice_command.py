"""/practice: a thread with the brief, its buttons, and the counterpart's first words."""

from __future__ import annotations

import discord

from bot.discord_front.permissions import MayNot
from bot.services.errors import NoSuchScenario, NotYours
from tests.discord_front.bench import Bench
from tests.discord_front.seen import failures, labels_in, private, text_of


async def test_opens_a_thread_with_the_brief_and_the_first_words(bench: Bench):
    table = await bench.begin()

    brief, first = table.shown
    assert labels_in(brief) == ["Offer…", "Accept", "Walk away", "Reply…", "Hint", "End", "Prepare…"]
    assert "walk-away point is **$184**" in text_of(brief)
    assert first.content.endswith("-# On the table: $202 · about 8 rounds to go")


async def test_tells_the_learner_privately_where_it_is(bench: Bench):
    result = await bench.alice.slash(bench.channel, "practice", scenario="daybed")

    (thread,) = bench.channel.threads
    assert thread.mention in private(result)


async def test_picks_a_scenario_where_none_is_named(bench: Bench):
    await bench.alice.slash(bench.channel, "practice")

    assert len(bench.channel.threads) == 1


async def test_a_side_can_be_chosen(bench: Bench):
    table = await bench.begin(scenario="daybed", side="seller")

    assert (await table.view()).side == "seller"


async def test_a_level_can_be_chosen(bench: Bench):
    await bench.alice.slash(bench.channel, "practice", level=3)

    (view,) = await bench.app.practice.open_sessions()
    assert view.scenario.level == 3


async def test_a_private_thread_is_private(bench: Bench):
    table = await bench.begin(private=True)

    channel = bench.client.get_channel(table.thread.id)
    assert isinstance(channel, discord.Thread)
    assert channel.is_private()


async def test_in_direct_messages_it_stays_there(bench: Bench):
    await bench.alice.user.slash("practice", scenario="daybed")

    brief, first = [m for m in bench.alice.user.dm_channel.history() if not m.flags.ephemeral]
    assert "Write as you would say it" in text_of(brief)
    assert "On the table: $202" in first.content


async def test_in_the_middle_of_one_it_shows_the_brief_and_the_buttons_again(bench: Bench):
    table = await bench.begin()
    await table.say("I'd pay 170.")

    result = await bench.alice.slash(table.thread, "practice")

    assert "round 1 of about 8" in private(result)
    assert len(bench.channel.threads) == 1


async def test_not_in_somebody_elses_thread(bench: Bench):
    table = await bench.begin()

    result = await bench.bob.slash(table.thread, "practice")

    assert "Somebody else practises in this thread" in private(result)
    assert failures(bench.env) == [NotYours]


async def test_an_unknown_scenario_is_a_sentence_with_what_is_near(bench: Bench):
    result = await bench.alice.slash(bench.channel, "practice", scenario="daybd")

    assert "daybed" in private(result)
    assert bench.channel.threads == []
    assert failures(bench.env) == [NoSuchScenario]


async def test_scenarios_are_offered_while_typing(bench: Bench):
    choices = await bench.alice.autocomplete(bench.channel, "practice", "scenario", "dealership")

    assert [choice["value"] for choice in choices] == ["car-dealership"]


async def test_names_the_permission_that_is_missing(bench: Bench):
    me = bench.client.user
    shut = bench.guild.create_text_channel(
        "shut",
        overwrites={me: discord.PermissionOverwrite(create_public_threads=False, send_messages_in_threads=False)},
    )

    result = await bench.alice.slash(shut, "practice")

    assert "**Send Messages In Threads** and **Create Public Threads**" in private(result)
    assert await bench.app.practice.open_sessions() == []
    assert failures(bench.env) == [MayNot]


async def test_threads_need_a_text_channel(bench: Bench):
    voice = bench.guild.create_voice_channel("talk")

    result = await bench.alice.slash(voice, "practice")

    assert "in a text channel" in private(result)
    assert failures(bench.env) == [MayNot]


async def test_a_practice_that_lost_its_thread_goes_on_in_a_new_one(bench: Bench):
    table = await bench.begin()
    await table.say("I'd pay 170.")
    bench.env.backend.delete_channel(table.thread.id)

    result = await bench.alice.slash(bench.channel, "practice")

    (thread,) = bench.channel.threads
    assert "had lost its thread and goes on" in private(result)
    assert "round 1 of about 8" in text_of(thread.last_message)
    assert [view.venue.channel for view in await bench.app.practice.open_sessions()] == [thread.id]
