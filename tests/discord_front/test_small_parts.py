"""The parts of the front that need no Discord: ids, quoting, cutting, and registering the commands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_front import custom_ids
from bot.discord_front.cards.paper import cut
from bot.discord_front.custom_ids import CustomId
from bot.discord_front.permissions import names
from bot.discord_front.quoting import escaped, quoted
from bot.settings import SyncCommands
from tests.discord_front.bench import Bench

ALL_IDS = [each for each in vars(custom_ids).values() if isinstance(each, CustomId)]


@given(session=st.integers(0, 10**18 - 1), option=st.integers(0, 99))
def test_an_id_says_what_was_put_into_it(session: int, option: int):
    text = custom_ids.CHOOSE(session=session, question=3, option=option)

    match = custom_ids.CHOOSE.template.fullmatch(text)
    assert match is not None
    assert match.groupdict() == {"session": str(session), "question": "3", "option": str(option)}
    assert len(text) <= 100


def test_no_id_is_taken_for_another():
    samples = {
        "session": "12",
        "tactic": "walk-away",
        "part": "use",
        "level": "1",
        "reachable": "0",
        "question": "3",
        "event": "3",
        "reason": "rude",
        "option": "1",
        "page": "2",
        "quiz": "12",
        "number": "3",
        "choice": "1",
        "guild": "500",
        "day": "2026-05-01",
        "member": "11",
        "what": "shown",
        "on": "1",
        "by": "week",
        "move": "3",
        "shown": "1",
        "ask": "7500",
    }
    for custom_id in ALL_IDS:
        text = custom_id(**samples)
        assert [each for each in ALL_IDS if each.template.fullmatch(text)] == [custom_id]


def test_an_id_that_would_not_fit_is_refused():
    with pytest.raises(ValueError, match="is no"):
        custom_ids.TURN(tactic="a" * 90, part="use")
    with pytest.raises(ValueError, match="is no"):
        custom_ids.OFFER(session="1:2")


@given(st.text(max_size=5000))
def test_what_a_member_wrote_stays_on_one_line_and_pings_nobody(text: str):
    line = quoted("alice", text)

    assert "\n" not in line
    assert "@everyone" not in line
    assert "@here" not in line
    assert len(line) < 2000


def test_markdown_and_mentions_are_only_words():
    assert escaped("**x** <@123456789012345678>") == r"\*\*x\*\* <@" + "\u200b" + "123456789012345678>"


@given(st.text(max_size=300), st.integers(2, 200))
def test_cutting_keeps_within_the_room(text: str, room: int):
    assert len(cut(text, room)) <= room
    assert cut(text, 300) == text


def test_permissions_are_named_as_discord_names_them():
    assert names(["send_messages_in_threads"]) == "**Send Messages In Threads**"
    assert names(["view_channel", "send_messages"]) == "**View Channel** and **Send Messages**"


@pytest.mark.parametrize(
    ("when", "registered"), [(SyncCommands.CHANGED, 1), (SyncCommands.ALWAYS, 2), (SyncCommands.NEVER, 1)]
)
async def test_commands_are_registered_when_they_changed(bench: Bench, when: SyncCommands, registered: int):
    await bench.restart(sync_commands=when)

    assert _registrations(bench) == registered


async def test_a_changed_command_is_registered_anew(bench: Bench):
    await bench.app.memory.remember("discord.commands", "what an older version had")
    await bench.restart()

    assert _registrations(bench) == 2


def _registrations(bench: Bench) -> int:
    return sum(request.method == "PUT" and request.path.endswith("/commands") for request in bench.env.http_requests)
