"""Running the bot until it is told to stop, and saying in a sentence why it cannot run."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TypeAlias

import aiohttp
import discord

from bot import error_reports, logs
from bot.content.problems import ContentProblems
from bot.discord_front.client import Walkaway
from bot.discord_front.health import AddressTaken, answering
from bot.discord_front.reloading import reload_on_hangup
from bot.discord_front.stopping import told_to_stop
from bot.error_reports import NotInstalled
from bot.services.app import App
from bot.settings import Settings, SyncCommands
from bot.storage import StorageProblem

log = logging.getLogger(__name__)

OpenApp: TypeAlias = Callable[[Settings], AbstractAsyncContextManager[App]]

STOPPED = 0
CANNOT_RUN = 1
WRONG_SETTINGS = 2

FIRST_PAUSE, LONGEST_PAUSE = 5.0, 300.0  # seconds

_NO_TOKEN = (
    "There is no bot token. Put DISCORD_TOKEN=... into the environment or into a file called .env; "
    "you find the token in the Discord developer portal under your application, Bot."
)
_WRONG_TOKEN = (
    "Discord does not accept the bot token. Copy it anew from the Discord developer portal (your application, Bot, "
    "Reset Token) into DISCORD_TOKEN."
)
_WRONG_INTENT = (
    "Discord does not give this bot the message content. Switch on Message Content Intent in the developer portal "
    "(your application, Bot, Privileged Gateway Intents), or set MESSAGE_CONTENT=off."
)
_REFUSED = "Discord refuses this bot: {error}. docs/runbook.md says what that may be."
_TOKEN_REFUSED = 4004  # the gateway's code for it


def run(settings: Settings, open_app: OpenApp, *, first_pause: float = FIRST_PAUSE) -> int:
    """Runs the bot until SIGTERM or SIGINT. Returns the exit status; what keeps it from running is said on stderr.

    `open_app` builds what the bot is built on (bootstrap.py). Where Discord can't be reached it is tried again after
    `first_pause` seconds, then after twice as many each time.
    """
    logs.set_up(settings.log_level, settings.log_format)
    if settings.sentry_dsn is not None:
        try:
            error_reports.set_up(settings.sentry_dsn.get_secret_value())
        except NotInstalled as problem:
            return _say(str(problem), WRONG_SETTINGS)
    discord.VoiceClient.warn_nacl = False  # nobody speaks here
    discord.VoiceClient.warn_dave = False
    token = settings.discord_token.get_secret_value().strip() if settings.discord_token else ""
    if not token:
        return _say(_NO_TOKEN, WRONG_SETTINGS)
    try:
        return asyncio.run(_run(settings, open_app, token, first_pause))
    except ContentProblems as problems:
        return _say(str(problems), CANNOT_RUN)
    except StorageProblem as problem:
        return _say(str(problem), CANNOT_RUN)


async def _run(settings: Settings, open_app: OpenApp, token: str, first_pause: float) -> int:
    asyncio.get_running_loop().set_exception_handler(logs.unhandled)
    async with open_app(settings) as app:
        _share_the_processor()
        _collect_seldom()
        told = told_to_stop()
        reload_on_hangup(app.knowledge)
        looking = asyncio.create_task(_look_through(app, told))
        try:
            return await _go_on(app, settings, token, told, first_pause)
        except discord.LoginFailure:
            return _say(_WRONG_TOKEN, WRONG_SETTINGS)
        except discord.PrivilegedIntentsRequired:
            return _say(_WRONG_INTENT, WRONG_SETTINGS)
        except discord.ConnectionClosed as closed:
            sentence = _WRONG_TOKEN if closed.code == _TOKEN_REFUSED else _REFUSED.format(error=closed)
            return _say(sentence, WRONG_SETTINGS)
        except discord.HTTPException as refusal:
            return _say(_REFUSED.format(error=refusal), CANNOT_RUN)
        except AddressTaken as problem:
            return _say(str(problem), WRONG_SETTINGS)
        finally:
            looking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await looking


async def _go_on(app: App, settings: Settings, token: str, told: asyncio.Event, first_pause: float) -> int:
    """Runs one client after the other until `told` is set: what is in the way of one may have passed for the next."""
    pause = first_pause
    while True:
        client = client_for(app, settings)
        async with client, answering(client, settings.health):
            try:
                return await _until_stopped(client, token, told)
            except _MAY_PASS as error:
                if not _may_pass(error):
                    raise
                if client.is_ready():
                    pause = first_pause
                log.warning("Discord can't be used just now (%s). Trying again in %.0f seconds", _reason(error), pause)
            await client.close()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(told.wait(), pause)  # GET /health is answered meanwhile
                return STOPPED
        pause = min(2 * pause, LONGEST_PAUSE)


_MAY_PASS = (discord.HTTPException, discord.GatewayNotFound, aiohttp.ClientError, OSError)


def _may_pass(error: Exception) -> bool:
    """Whether it is worth another try: an outage, the network, or a refusal for a while, as Discord's guard at the door
    gives it (403 and 429)."""
    if isinstance(error, AddressTaken | discord.LoginFailure):
        return False
    return not isinstance(error, discord.HTTPException) or error.status in (403, 429) or error.status >= 500


def _reason(error: Exception) -> str:
    """The error in one line: what a guard at the door says may be a whole page."""
    if isinstance(error, discord.HTTPException):
        return f"{error.status} {error.response.reason or ''}".strip()
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def _share_the_processor() -> None:
    """While something is worked out in a thread, the event loop gets its turn ten times as soon as Python would give
    it: a transaction, which waits for its turn at each query, takes about half as long beside such a thread."""
    sys.setswitchinterval(0.0005)


def _collect_seldom() -> None:
    """Garbage is looked for less often, and never much at once: everything else, the gateway's heartbeat too, stands
    still meanwhile. Of 50,000 new things a look was seen to take 60 ms, of 2,000 it takes 2."""
    gc.freeze()  # what the start has made stays
    gc.set_threshold(2_000, 10, 100)


def client_for(app: App, settings: Settings) -> Walkaway:
    return Walkaway(
        app,
        message_content=settings.message_content,
        sync_commands=settings.sync_commands if app.cluster.leads else SyncCommands.NEVER,
        shard_ids=None if settings.shard_ids is None else sorted(settings.shard_ids),
        shard_count=settings.shard_count,
    )


async def _until_stopped(client: Walkaway, token: str, told: asyncio.Event) -> int:
    """Runs `client` until it is told to stop; discord.py leaves SIGTERM to whoever runs it."""
    running = asyncio.create_task(client.start(token))
    stopping = asyncio.create_task(told.wait())
    watching = asyncio.create_task(client.watchdog.watch())
    try:
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            log.info("told to stop: finishing what is in hand")
            await client.close()
            running.cancel()  # where it hasn't even connected
        with contextlib.suppress(asyncio.CancelledError):
            await running
    finally:
        stopping.cancel()
        watching.cancel()
    return STOPPED


async def _look_through(app: App, damaged: asyncio.Event) -> None:
    try:
        await app.look_through()
    except StorageProblem:
        damaged.set()
        raise


def _say(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201 (for whoever started it, not for the log)
    return status
