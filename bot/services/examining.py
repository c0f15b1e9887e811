"""A look at everything that the bot needs on its machine: settings, database, backups, knowledge and clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.content.library import load_library
from bot.content.problems import ContentProblems
from bot.services.findings import Finding, Health
from bot.storage import StorageProblem, backups
from bot.storage.examining import examine
from bot.storage.migrating import is_known

LITTLE = 200 * 2**20  # bytes free: about what a busy server writes in a year, with its backups
_OLDEST_NOW = datetime(2026, 1, 1, tzinfo=UTC)  # a clock that says less was never set
_BACKUP_EVERY = timedelta(days=2)
_MEGABYTE = 2**20


def database(name: str) -> Iterator[Finding]:
    """`name` is a path or URL, as in the settings. Waits: call it in a thread."""
    try:
        found = examine(name)
    except StorageProblem as told:
        yield Finding(Health.MIND, "database", str(told), "Set DATABASE to the path of a file, or to a database URL.")
        return
    if found.problem is not None:
        to_do = "Stop the bot, then run `python -m bot restore FILE` with a backup, or mend what the sentence says."
        yield Finding(Health.WRONG, "database", found.problem, to_do)
    elif found.version is None:
        yield Finding(Health.WELL, "database", f"There is nothing in {found.place} yet. It is made at the first start.")
    elif found.version == found.newest:
        state = "answers and takes changes" if found.free is None else "is whole"
        size = f"{found.size / _MEGABYTE:.1f} MB"
        yield Finding(Health.WELL, "database", f"{found.place} {state} ({size}, version {found.version}).")
    elif is_known(found.version):
        told = f"{found.place} is at version {found.version}, this bot needs {found.newest}."
        yield Finding(Health.MIND, "database", told, "The next start brings it up to date. Make a backup before.")
    else:
        told = f"{found.place} was written by a newer version of the bot (it is at {found.version})."
        yield Finding(Health.WRONG, "database", told, "Start the newer version, or put an older backup back.")
    if found.open_to_others:
        told = f"{found.place} can be read by other users of this machine."
        yield Finding(Health.MIND, "database", told, f"chmod 600 {found.place}, unless somebody else is to read it.")
    if found.free is not None and found.free < LITTLE:
        told = f"Only {found.free / _MEGABYTE:.0f} MB are free where the database lies."
        yield Finding(Health.WRONG, "disk", told, "Make room, or set DATABASE to a path on another disk.")


def nightly(name: str, folder: Path, kept: int, now: datetime) -> Iterator[Finding]:
    """The backups in `folder`, of which `kept` are to be there, and what was put aside when one was put back. Waits:
    call it in a thread."""
    if not backups.can_be_made_of(name):
        to_do = "Set DATABASE to the path of a file, or to a database URL."
        yield Finding(Health.MIND, "backups", "The bot makes none of a database in memory.", to_do)
        return
    for file in backups.replaced(name, folder):
        told = f"{file} is kept still, from before a backup was put back. Members may have deleted what it holds."
        yield Finding(Health.MIND, "backups", told, "Delete it once you are sure that you don't need it.")
    if kept == 0:
        to_do = "Set BACKUPS_KEPT to 7, or see that something else copies the database."
        yield Finding(Health.MIND, "backups", "None are made (BACKUPS_KEPT is 0).", to_do)
        return
    made = backups.made(folder)
    if not made:
        told = f"There is none in {folder} yet; the first is made in the coming night."
        yield Finding(Health.MIND, "backups", told, "Run `python -m bot backup FILE` for one at once.")
        return
    try:
        backups.check(made[-1])
    except StorageProblem as problem:
        to_do = "Delete it and run `python -m bot backup FILE`; then look at the disk."
        yield Finding(Health.WRONG, "backups", str(problem), to_do)
        return
    age = now - datetime.fromtimestamp(made[-1].stat().st_mtime, UTC)
    if age > _BACKUP_EVERY:
        told = f"The latest one, {made[-1]}, is {age.days} days old."
        yield Finding(Health.MIND, "backups", told, "Look into the log for why there is no newer one.")
    else:
        yield Finding(Health.WELL, "backups", f"{made[-1]} is whole; there are {len(made)} of {kept}.")


def knowledge(folder: Path) -> Iterator[Finding]:
    try:
        library = load_library(folder)
    except ContentProblems as found:
        told = f"{len(found.problems)} problems in {folder}, the first: {found.problems[0]}"
        yield Finding(Health.WRONG, "knowledge", told, "Run `python -m bot check` and mend what it names.")
        return
    told = f"{len(library.tactics)} tactics and {len(library.scenarios)} scenarios in {folder}."
    yield Finding(Health.WELL, "knowledge", told)


def clock(now: datetime, true: datetime | None) -> Iterator[Finding]:
    """`true` is the time by somebody else's clock, where it is known."""
    if now < _OLDEST_NOW:
        yield Finding(Health.WRONG, "clock", f"This machine says it is {now:%Y-%m-%d}.", "Set its clock.")
    elif true is None:
        yield Finding(Health.WELL, "clock", f"It is {now:%Y-%m-%d %H:%M} UTC by this machine.")
    elif abs(off := (now - true).total_seconds()) > 5:
        told = f"It is {abs(off):.0f} seconds {'fast' if off > 0 else 'slow'}."
        yield Finding(Health.MIND, "clock", told, "Let the machine set its clock by the network (NTP).")
    else:
        yield Finding(Health.WELL, "clock", "It agrees with Discord's.")
