"""A look at what Discord says of the bot: its token, its intents, and what each server lets it do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
import discord
from discord.http import Route

from bot.discord_front.permissions import INVITE, names
from bot.services.findings import Finding, Health

_SECONDS = 20.0
_SHOWN = 10  # servers that are named
_MAY_HEAR = ("gateway_message_content", "gateway_message_content_limited")


@dataclass(frozen=True, slots=True)
class Seen:
    """`time` is Discord's, None where it couldn't be asked."""

    findings: tuple[Finding, ...]
    time: datetime | None


async def examine(token: str, *, message_content: bool) -> Seen:
    """Asks Discord, and changes nothing there. Whatever goes wrong is a finding."""
    client = discord.Client(intents=discord.Intents.none())
    try:
        await client.login(token)
        application = await client.application_info()
        servers: list[Any] = await client.http.get_guilds(200)
        time = await _time()
    except discord.LoginFailure:
        to_do = "Copy it anew from the developer portal (your application, Bot, Reset Token) into DISCORD_TOKEN."
        return Seen((Finding(Health.WRONG, "token", "Discord does not accept it.", to_do),), None)
    except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError) as error:
        to_do = "Check the network of this machine, and Discord's status page."
        return Seen((Finding(Health.WRONG, "Discord", f"It can't be asked: {error}.", to_do),), None)
    finally:
        await client.close()
    me = Finding(Health.WELL, "token", f"It is that of {application.name}.")
    return Seen((me, intents_found(application, message_content), *servers_found(servers)), time)


async def _time() -> datetime | None:
    """The time by Discord's clock, as the answer to any request says it."""
    timeout = aiohttp.ClientTimeout(total=_SECONDS)
    async with (
        aiohttp.ClientSession(timeout=timeout, trust_env=True) as http,
        http.get(f"{Route.BASE}/gateway") as answer,
    ):
        told = answer.headers.get("Date")
        return parsedate_to_datetime(told) if told else None


async def running(address: str) -> Finding | None:
    """Asks the bot that answers at `address`, as HEALTH has it, whether it is well; None where none does."""
    timeout = aiohttp.ClientTimeout(total=_SECONDS)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as http, http.get(f"http://{address}/health") as answer:
            told: dict[str, Any] = await answer.json()
    except (aiohttp.ClientError, OSError, ValueError):
        return None
    if told.get("well"):
        return Finding(Health.WELL, "running bot", "It is well.")
    if told.get("database") is False:
        to_do = "Its log says why. Where the file was deleted or replaced, nothing is kept until it is started anew."
        return Finding(Health.WRONG, "running bot", "It can't use its database.", to_do)
    return Finding(Health.MIND, "running bot", "It isn't well just now.", "docs/runbook.md says what /health means.")


def intents_found(application: discord.AppInfo, message_content: bool) -> Finding:
    granted = any(getattr(application.flags, flag) for flag in _MAY_HEAR)
    if message_content and not granted:
        to_do = (
            "Switch on Message Content Intent in the developer portal (your application, Bot, Privileged Gateway "
            "Intents), or set MESSAGE_CONTENT=off."
        )
        return Finding(Health.WRONG, "intents", "MESSAGE_CONTENT is on, and Discord does not give it.", to_do)
    if granted and not message_content:
        to_do = "Set MESSAGE_CONTENT=on, so that members can simply type; or switch the intent off in the portal."
        return Finding(Health.MIND, "intents", "Discord would give the message content, and it is not used.", to_do)
    return Finding(Health.WELL, "intents", "Message content is on." if message_content else "None is needed.")


def servers_found(servers: list[Any]) -> Iterator[Finding]:
    if not servers:
        to_do = "Invite it: README.md says with which permissions."
        yield Finding(Health.MIND, "servers", "The bot is in no server.", to_do)
        return
    short = [(server["name"], _missing(discord.Permissions(int(server["permissions"])))) for server in servers]
    lacking = [(name, missing) for name, missing in short if missing]
    for name, missing in lacking[:_SHOWN]:
        told = f"In “{name}” the bot lacks {names(missing).replace('*', '')}."
        to_do = "Give them to its role there. Channels can take them away again: /practice says so where it happens."
        yield Finding(Health.MIND, "permissions", told, to_do)
    if not lacking:
        yield Finding(Health.WELL, "permissions", f"All that is needed, in each of {len(servers)} servers.")


def _missing(granted: discord.Permissions) -> list[str]:
    if granted.administrator:
        return []
    return [name for name, needed in INVITE if needed and not getattr(granted, name)]
