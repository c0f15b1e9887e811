"""Just enough of Discord on 127.0.0.1 for a bot as a process of its own: a gateway, and channels to write into.

It measures what a bot costs, and what is lost of a bot that is killed (tests/killing): so it keeps what was written,
gives it to a bot that was away, and takes the same nonce once, as Discord does. A bot is started with
`python -m benchmarks.loopback NAME ADDRESS ...`: it is sent to this address in place of Discord, and is otherwise what
it always is. Its processor time is read from /proc, so this is for Linux.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from aiohttp import WSMsgType, web

BOT, GUILD, CHANNEL, ROLES_ALLOWED = 900, 500, 600, str(2**50 - 1)
NOW = "2026-05-01T12:00:00+00:00"
THREAD = 11
ROOT = Path(__file__).parents[1]
FAULTS = REFUSED, TOO_FAST, LOST = "refused", "too fast", "lost"  # LOST: it is taken, and the bot is never told
_TICKS = os.sysconf("SC_CLK_TCK")


class Loopback:
    """One server with one channel and `threads` of the bot's own in it; learner number n writes in thread number n.

    `fault` may say before each message of the bot what goes wrong with it: nothing, or one of FAULTS. `refusals` are
    the HTTP statuses with which the next logins are refused, `closes_with` is the code with which the gateway does.
    """

    def __init__(self, threads: Sequence[int], fault: Callable[[], str | None] = lambda: None) -> None:
        self.threads = threads
        self.written: dict[int, list[dict[str, Any]]] = {thread: [] for thread in threads}
        self.refusals: list[int] = []
        self.closes_with: int | None = None
        self._fault = fault
        self._not_looked_at = set(threads)
        self._all_looked_at = asyncio.Event()
        self._gateway: web.WebSocketResponse | None = None
        self._ready = asyncio.Event()
        self._sequence = 0
        self._ids = iter(range(2_000_000_000_000_000_000, 3_000_000_000_000_000_000))
        self._answers: dict[int, asyncio.Future[float]] = {}

    async def say(self, thread: int, learner: int, text: str) -> float:
        """What a learner writes; seconds until the bot writes in that thread."""
        answered = self._answers[thread] = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        await self.write(thread, learner, text)
        return await asyncio.wait_for(answered, 120) - began

    async def write(self, thread: int, learner: int, text: str) -> int:
        """The same without waiting for an answer; the id of the message. A bot that is away may ask for it later."""
        author = {
            "id": str(learner),
            "username": f"u{learner}",
            "global_name": None,
            "discriminator": "0",
            "avatar": None,
        }
        message = _message(next(self._ids), thread, author, text)
        self.written[thread].append(message)
        if self._ready.is_set():
            await self._push("MESSAGE_CREATE", message | {"guild_id": str(GUILD)})
        return int(message["id"])

    async def ready(self) -> None:
        await asyncio.wait_for(self._ready.wait(), 60)

    def gone(self) -> None:
        """The bot is no longer there, and hears nothing until it is ready again."""
        self._ready.clear()

    async def caught_up(self) -> None:
        """The bot has asked for what was written in each thread before it came."""
        await asyncio.wait_for(self._all_looked_at.wait(), 120)

    # --- the gateway --------------------------------------------------------------------------------------------------

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        self._gateway = socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            match json.loads(message.data)["op"]:
                case 1:
                    await socket.send_json({"op": 11})
                case 2 if self.closes_with is not None:
                    await socket.close(code=self.closes_with)
                case 2:
                    address = f"ws://{request.host}/gateway"
                    guilds = [{"id": str(GUILD), "unavailable": True}]
                    hello = {
                        "v": 10,
                        "user": _user(),
                        "guilds": guilds,
                        "session_id": "s",
                        "shard": [0, 1],
                        "resume_gateway_url": address,
                    }
                    await self._push("READY", hello | {"application": {"id": str(BOT), "flags": 0}})
                    await self._push("GUILD_CREATE", self._guild())
                    self._ready.set()
                case _:
                    pass
        return socket

    async def _push(self, kind: str, data: dict[str, Any]) -> None:
        assert self._gateway is not None
        self._sequence += 1
        with suppress(ConnectionError):  # it may be killed in this moment
            await self._gateway.send_json({"op": 0, "t": kind, "s": self._sequence, "d": data})

    def _guild(self) -> dict[str, Any]:
        everyone = {"id": str(GUILD), "name": "@everyone", "permissions": ROLES_ALLOWED, "position": 0, "color": 0}
        channel = {"id": str(CHANNEL), "type": 0, "name": "general", "position": 0, "permission_overwrites": []}
        member = {"user": _user(), "roles": [], "joined_at": NOW, "deaf": False, "mute": False, "flags": 0}
        return {
            "id": str(GUILD), "name": "bench", "owner_id": "1", "member_count": 2, "roles": [everyone], "emojis": [],
            "features": [], "channels": [channel], "members": [member], "unavailable": False, "stickers": [],
            "threads": [_thread(number) for number in self.threads], "voice_states": [], "presences": [],
            "stage_instances": [], "guild_scheduled_events": [], "system_channel_flags": 0, "preferred_locale": "en-US",
            "verification_level": 0, "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0, "premium_tier": 0,
            "default_message_notifications": 0, "afk_timeout": 60, "joined_at": NOW,
        }  # fmt: skip

    # --- what is asked and posted -------------------------------------------------------------------------------------

    async def api(self, request: web.Request) -> web.Response:
        match request.method, request.path.removeprefix("/api/v10").strip("/").split("/"):
            case "GET", ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
                return _json({"url": f"ws://{request.host}/gateway", "shards": 1, "session_start_limit": limit})
            case "GET", ["users", "@me"] if self.refusals:
                return _json({"message": "Not now.", "code": 0}, status=self.refusals.pop(0))
            case "GET", ["users", "@me"]:
                return _json(_user())
            case "GET", ["oauth2", "applications", "@me"]:
                return _json(_application())
            case "GET", ["channels", channel, "messages"]:
                self._not_looked_at.discard(int(channel))
                if not self._not_looked_at:
                    self._all_looked_at.set()
                return _json(_page(self.written[int(channel)], request.query))
            case "POST", ["channels", channel, "messages"]:
                return await self._post(request, int(channel))
            case method, path:
                return _json({"message": f"{method} {path} is not here", "code": 0}, status=404)

    async def _post(self, request: web.Request, channel: int) -> web.Response:
        sent = await request.json()
        fault = self._fault()
        if fault == REFUSED:
            return _json({"message": "Internal Server Error", "code": 0}, status=500)
        if fault == TOO_FAST:
            return _json({"message": "Wait.", "retry_after": 0.05, "global": False}, status=429)
        nonce = sent.get("nonce")
        same = [each for each in self.written[channel] if nonce is not None and each.get("nonce") == nonce]
        message = same[0] if same else _message(next(self._ids), channel, _user(), sent.get("content") or "")
        if not same:
            message |= {"nonce": nonce, "components": sent.get("components") or []}
            self.written[channel].append(message)
        answered = self._answers.pop(channel, None)
        if answered is not None:
            answered.set_result(time.perf_counter())
        if fault == LOST and request.transport is not None:
            request.transport.abort()
        return _json(message)


class Bot:
    """A bot as a process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @property
    def cpu(self) -> float:
        """Seconds of the processor so far, of all threads."""
        with open(f"/proc/{self._process.pid}/stat") as file:
            user, system = file.read().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / _TICKS

    @property
    def memory(self) -> float:
        """Resident, in MiB."""
        with open(f"/proc/{self._process.pid}/status") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


@asynccontextmanager
async def served(loopback: Loopback) -> AsyncGenerator[str]:
    """The loopback at an address of its own."""
    application = web.Application()
    application.router.add_get("/gateway", loopback.gateway)
    application.router.add_get("/gateway/", loopback.gateway)
    application.router.add_route("*", "/api/{rest:.*}", loopback.api)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    try:
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


async def started(name: str, address: str, *arguments: str, stderr: int | None = None) -> asyncio.subprocess.Process:
    """The bot `name` (`echo`, or `walkaway` with the path of its database) as a process."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.loopback", name, address, *arguments, cwd=ROOT, stderr=stderr
    )


@asynccontextmanager
async def running(name: str, threads: Sequence[int], *arguments: str) -> AsyncGenerator[tuple[Loopback, Bot]]:
    """The bot `name`, connected and ready."""
    loopback = Loopback(threads)
    async with served(loopback) as address:
        process = await started(name, address, *arguments)
        try:
            await loopback.ready()
            yield loopback, Bot(process)
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


def _page(written: Sequence[dict[str, Any]], query: Mapping[str, str]) -> list[dict[str, Any]]:
    """Some messages of a channel, the newest first: the first after the one that is asked for, or the last."""
    limit = int(query.get("limit", 50))
    found = [each for each in written if int(each["id"]) > int(query.get("after", 0))]
    return list(reversed(found[:limit] if "after" in query else found[-limit:]))


def _json(data: object, status: int = 200) -> web.Response:
    """As Discord labels it: without a charset, or discord.py takes it for text."""
    return web.Response(body=json.dumps(data).encode(), status=status, content_type="application/json")


def _user() -> dict[str, Any]:
    return {"id": str(BOT), "username": "bot", "global_name": None, "discriminator": "0", "avatar": None, "bot": True}


def _application() -> dict[str, Any]:
    return {
        "id": str(BOT), "name": "bot", "icon": None, "description": "", "bot_public": True, "verify_key": "0" * 64,
        "bot_require_code_grant": False, "flags": 0, "summary": "", "owner": _user(),
    }  # fmt: skip


def _thread(number: int) -> dict[str, Any]:
    metadata = {"archived": False, "auto_archive_duration": 1440, "archive_timestamp": NOW, "locked": False}
    return {
        "id": str(number), "type": THREAD, "guild_id": str(GUILD), "parent_id": str(CHANNEL), "owner_id": str(BOT),
        "name": f"practice {number}", "message_count": 1, "member_count": 2, "thread_metadata": metadata,
        "member": {"id": str(number), "user_id": str(BOT), "join_timestamp": NOW, "flags": 0},
    }  # fmt: skip


def _message(number: int, channel: int, author: dict[str, Any], text: str) -> dict[str, Any]:
    return {
        "id": str(number), "channel_id": str(channel), "author": author, "content": text, "timestamp": NOW,
        "edited_timestamp": None, "tts": False, "mention_everyone": False, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": [], "pinned": False, "type": 0, "components": [], "flags": 0,
    }  # fmt: skip


# --- in the bot's process ---------------------------------------------------------------------------------------------


def main() -> int:
    name, address, *arguments = sys.argv[1:]
    import discord
    import yarl

    discord.http.Route.BASE = f"{address}/api/v10"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(address.replace("http", "ws") + "/gateway")
    if name == "walkaway":
        from bot.bootstrap import open_app
        from bot.discord_front.pace import Spread
        from bot.discord_front.run import run
        from bot.settings import Settings

        async def at_once(_: Spread) -> None:
            """This Discord refuses nothing, so that posts need not be spread over time."""

        Spread.turn = at_once
        (database,) = arguments
        quiet = {"message_content": "on", "sync_commands": "never", "log_level": "WARNING", "backups_kept": 0}
        return run(Settings(_env_file=None, discord_token="x", database=database, **quiet), open_app, first_pause=0.1)
    intents = discord.Intents(guilds=True, guild_messages=True, message_content=True)
    client = discord.Client(intents=intents)

    @client.event
    async def on_message(message: discord.Message) -> None:
        if not message.author.bot:
            await message.channel.send(message.content)

    client.run("x", log_handler=None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
