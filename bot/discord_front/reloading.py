"""Reading the knowledge anew while the bot runs, and saying what came of it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal

from bot.services.knowledge import BrokenKnowledge, Knowledge, Reloaded

log = logging.getLogger(__name__)


def in_words(reloaded: Reloaded) -> str:
    """What became different, in a sentence for whoever asked for it."""
    told = [
        f"{what}: {', '.join(names)}"
        for what, names in (("New", reloaded.added), ("Changed", reloaded.changed), ("Gone", reloaded.removed))
        if names
    ]
    return f"{'. '.join(told)}." if told else "Nothing has changed."


async def reload_and_log(knowledge: Knowledge) -> None:
    """For whoever sent a signal and reads the log."""
    try:
        log.info("the knowledge was read anew. %s", in_words(await knowledge.reload()))
    except BrokenKnowledge as broken:
        for problem in broken.problems:
            log.warning("%s", problem)
        log.warning("the knowledge in use stays: %d problems in the files", len(broken.problems))
    except Exception:
        log.exception("the knowledge could not be read anew; the one in use stays")


def reload_on_hangup(knowledge: Knowledge) -> None:
    """From now on SIGHUP reads the knowledge anew, where there is such a signal."""
    hangup = getattr(signal, "SIGHUP", None)
    if hangup is None:
        return
    under_way: set[asyncio.Task[None]] = set()

    def begin() -> None:
        task = asyncio.get_running_loop().create_task(reload_and_log(knowledge))
        under_way.add(task)  # the loop itself holds tasks by weak references only
        task.add_done_callback(under_way.discard)

    with contextlib.suppress(NotImplementedError):
        asyncio.get_running_loop().add_signal_handler(hangup, begin)
