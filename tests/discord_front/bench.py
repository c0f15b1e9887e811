"""A server to try the bot in, and a practice in a thread of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import simcord

from bot.discord_front.client import Walkaway
from bot.services.app import App
from bot.services.views import SessionView
from tests.discord_front.seen import ids_in, labels_in, text_of


@dataclass
class Bench:
    """A server with a channel, Alice who practises, and Bob who happens to be there."""

    env: simcord.Env
    app: App
    client: Walkaway
    guild: Any
    channel: Any
    alice: Any
    bob: Any

    async def begin(self, who: Any = None, **options: Any) -> Table:
        """A practice in a new thread: of the daybed, where nothing else is said."""
        who = who or self.alice
        before = {thread.id for thread in self.channel.threads}
        await who.slash(self.channel, "practice", **({"scenario": "daybed"} | options))
        (thread,) = (thread for thread in self.channel.threads if thread.id not in before)
        return Table(self, thread, who)

    async def restart(self, **options: Any) -> None:
        """Another process on the same database; nothing that was in memory is left."""
        self.client = Walkaway(self.app, message_content=self.client.hears_everything, shard_count=1, **options)
        await self.env.restart_bot(self.client)

    async def reconnect(self) -> None:
        """A connection to Discord that knows nothing of the one before."""
        self.client.dispatch("shard_connect", 0)
        await self.env.settle()


@dataclass
class Table:
    """A practice in its thread."""

    bench: Bench
    thread: Any
    learner: Any

    @property
    def shown(self) -> list[Any]:
        """What the bot has posted for everybody to see, oldest first."""
        return [m for m in self.thread.history() if m.author.bot and not m.flags.ephemeral]

    @property
    def brief(self) -> Any:
        return next(message for message in self.shown if any(each.startswith("offer:") for each in ids_in(message)))

    @property
    def last(self) -> str:
        return text_of(self.shown[-1])

    async def say(self, text: str, **how: Any) -> Any:
        return await self.learner.send(self.thread, text, **how)

    def say_unheard(self, text: str) -> None:
        """A message that Discord keeps and nobody is told of."""
        backend = self.bench.env.backend
        emit, backend.emit = backend.emit, lambda *_, **__: None
        try:
            backend.create_message(self.thread.id, self.learner.id, text)
        finally:
            backend.emit = emit

    async def press(self, label: str, who: Any = None, on: Any = None) -> Any:
        """Presses a button of the brief, or of what is given."""
        return await (who or self.learner).click(on or self.brief, label=label)

    async def accept(self) -> Any:
        """Takes what is on the table, and says that this is meant where that is asked."""
        result = await self.press("Accept")
        asked = self.shown[-1]
        return await self.press("Yes", on=asked) if "Yes" in labels_in(asked) else result

    async def view(self) -> SessionView:
        view = await self.bench.app.practice.session_at(self.thread.id, front="discord")
        assert view is not None
        return view
