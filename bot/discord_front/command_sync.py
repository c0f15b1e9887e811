"""Registering the commands with Discord, only when they changed: it allows 200 new ones a day."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import Any

from discord import app_commands

from bot.services.memory import Memory
from bot.settings import SyncCommands

log = logging.getLogger(__name__)

_REGISTERED = "discord.commands"


async def bring_up_to_date(tree: app_commands.CommandTree[Any], memory: Memory, when: SyncCommands) -> None:
    """Registers the commands of `tree` if `when` asks for it, and remembers which ones Discord has."""
    current = fingerprint(tree)
    if when is SyncCommands.NEVER:
        return
    if when is SyncCommands.CHANGED and await memory.recall(_REGISTERED) == current:
        return
    registered = await tree.sync()
    await memory.remember(_REGISTERED, current)
    log.info("registered %d commands with Discord", len(registered))


def fingerprint(tree: app_commands.CommandTree[Any]) -> str:
    """The same for the same application and commands, whatever their order."""
    shapes = sorted(json.dumps(command.to_dict(tree), sort_keys=True) for command in tree.get_commands())
    return hashlib.sha256("\n".join([str(tree.client.application_id), *shapes]).encode()).hexdigest()
