"""What `doctor` says of a bot's intents and permissions."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.discord_front.examining import intents_found, servers_found
from bot.discord_front.permissions import INVITE
from bot.services.findings import Health


def application(**flags: bool) -> Any:
    return SimpleNamespace(flags=discord.ApplicationFlags(**flags))


@pytest.mark.parametrize(
    ("flags", "message_content", "health"),
    [
        ({}, False, Health.WELL),
        ({}, True, Health.WRONG),
        ({"gateway_message_content_limited": True}, True, Health.WELL),
        ({"gateway_message_content": True}, True, Health.WELL),
        ({"gateway_message_content_limited": True}, False, Health.MIND),
    ],
)
def test_the_intent_and_the_setting_belong_together(flags: dict[str, bool], message_content: bool, health: Health):
    assert intents_found(application(**flags), message_content).health is health


def server(permissions: discord.Permissions) -> dict[str, str]:
    return {"name": "The club", "permissions": str(permissions.value)}


def test_a_server_that_lets_the_bot_do_all_it_needs():
    (finding,) = servers_found([server(INVITE), server(discord.Permissions(administrator=True))])

    assert (finding.health, finding.told) == (Health.WELL, "All that is needed, in each of 2 servers.")


def test_what_is_missing_is_named_by_server():
    less = discord.Permissions(INVITE.value)
    less.update(create_public_threads=False, read_message_history=False)

    (finding,) = servers_found([server(INVITE), server(less)])

    assert finding.told == "In “The club” the bot lacks Read Message History and Create Public Threads."


def test_a_bot_in_no_server_is_to_be_invited():
    (finding,) = servers_found([])

    assert finding.to_do == "Invite it: README.md says with which permissions."
