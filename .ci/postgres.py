"""The tests of storage and services once more, on PostgreSQL: a server of their own, made for them and thrown away.

Exits with the status of pytest, or with NOT_RUN where PostgreSQL can't be had here; that is said, with the reason.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

NOT_RUN = 77
TESTS = (
    "tests/storage",
    "tests/services",
    "tests/discord_front/test_idle.py",
    "tests/discord_front/test_practice_command.py",
    "tests/discord_front/test_restart.py",
)
NOBODY_ELSE = "walkaway"  # the server's only role
SETTINGS = {
    "listen_addresses": "",  # a socket in its own folder is all there is
    "max_connections": "30",
    "fsync": "off",  # it is thrown away, whatever happens
    "full_page_writes": "off",
    "synchronous_commit": "off",
}


class CannotBeHad(Exception):  # noqa: N818
    """PostgreSQL can't be had on this machine; str(reason) says why."""


def main() -> int:
    try:
        with server(programs()) as url:
            return subprocess.run([sys.executable, "-m", "pytest", *TESTS, "--postgres", url], check=False).returncode
    except CannotBeHad as reason:
        print(f"The tests on PostgreSQL were not run: {reason}")  # noqa: T201
        return NOT_RUN


def programs() -> Path:
    """The folder with PostgreSQL's programs; Debian's package is installed where there are none and that is allowed."""
    found = installed()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        for arguments in (["update"], ["install", "-y", "--no-install-recommends", "postgresql"]):
            environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run(["apt-get", "-qq", *arguments], env=environment, stdout=subprocess.DEVNULL, check=False)
        found = installed()
    if found is None:
        raise CannotBeHad("it isn't installed and can't be by this user. As root: apt-get install postgresql")
    return found


def installed() -> Path | None:
    folders = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: int(each.parent.name), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


@contextmanager
def server(programs: Path) -> Generator[str]:
    """A server as long as this is open; gives the URL of a database in it."""
    folder = Path(tempfile.mkdtemp(prefix="walkaway-"))
    as_owner = owner_of(folder)
    data, log = folder / "data", folder / "log"
    settings = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
    make = ["initdb", "-D", data, "-U", NOBODY_ELSE, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    start = ["pg_ctl", "-D", data, "-l", log, "-w", "-o", f"{settings} -c unix_socket_directories={folder}", "start"]
    try:
        for command in (make, start):
            name, *arguments = map(str, command)
            done = subprocess.run([*as_owner, programs / name, *arguments], capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise CannotBeHad(f"{name} failed: {done.stderr.strip() or log.read_text()}")
        yield f"postgresql://{NOBODY_ELSE}@/postgres?host={folder}"
    finally:
        stop = [*as_owner, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"]
        subprocess.run(stop, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        shutil.rmtree(folder, ignore_errors=True)


def owner_of(folder: Path) -> Sequence[str]:
    """What to put before a command so that it runs as the owner of `folder`: root is nobody that PostgreSQL runs as."""
    if os.geteuid() != 0:
        return ()
    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        raise CannotBeHad("this is root, and there is no user postgres that it could run as.") from None
    os.chown(folder, user.pw_uid, user.pw_gid)
    return ("setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups")


if __name__ == "__main__":
    sys.exit(main())
