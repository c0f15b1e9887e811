"""What all tests share: hypothesis's profiles, and a fresh database for each test that asks for one.

Property tests draw the same cases at every run; `--hypothesis-profile=explore` looks for new ones. Databases are files
of SQLite. With `--postgres postgresql://…` they are databases of that server, each a copy of one that is up to date,
and only what runs on either runs: tests that need no database, or a file, have nothing to say about PostgreSQL.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

import asyncpg
import pytest
from hypothesis import settings
from sqlalchemy import make_url

from bot.storage import Storage

settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("explore", deadline=None, max_examples=2000, database=None)
settings.load_profile("steady")

_FILE = "walkaway.db"
_UP_TO_DATE = "walkaway_up_to_date"
_numbers = count(1)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--postgres", metavar="URL", help="a database of a PostgreSQL server to make databases at")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Function]) -> None:
    if config.getoption("--postgres") is None:
        wanted = [item for item in items if "postgres" not in item.fixturenames]
    else:
        wanted = [item for item in items if "server" in item.fixturenames and "path" not in item.fixturenames]
    config.hook.pytest_deselected(items=[item for item in items if item not in wanted])
    items[:] = wanted


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of the test's database, for what can only be done with a file."""
    return tmp_path / _FILE


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> str | None:
    """The URL of the PostgreSQL server to use, if one is to be used; it has a database that is up to date."""
    server: str | None = request.config.getoption("--postgres")
    if server is not None:
        asyncio.run(_bring_up_to_date(server))
    return server


@pytest.fixture
async def database(server: str | None, tmp_path: Path) -> AsyncGenerator[str]:
    """What DATABASE says for a database of the test's own."""
    async with _database(server, tmp_path / _FILE, like=_UP_TO_DATE) as database:
        yield database


@pytest.fixture
async def empty_database(server: str | None, tmp_path: Path) -> AsyncGenerator[str]:
    """The same for one in which there is nothing, not even a table."""
    async with _database(server, tmp_path / _FILE, like="template0") as database:
        yield database


@pytest.fixture
def postgres(database: str) -> str:
    """The same, for what can only be done with PostgreSQL."""
    return database


@pytest.fixture
async def storage(database: str) -> AsyncGenerator[Storage]:
    storage = await Storage.open(database)
    yield storage
    await storage.close()


@asynccontextmanager
async def _database(server: str | None, file: Path, *, like: str) -> AsyncGenerator[str]:
    if server is None:
        yield str(file)
        return
    name = f"walkaway_{next(_numbers)}"
    await _make(server, name, like=like)
    yield _named(server, name)
    await _drop(server, name)


def _named(server: str, database: str) -> str:
    return make_url(server).set(database=database).render_as_string(hide_password=False)


async def _bring_up_to_date(server: str) -> None:
    await _make(server, _UP_TO_DATE, like="template0")
    await (await Storage.open(_named(server, _UP_TO_DATE))).close()


async def _make(server: str, database: str, *, like: str) -> None:
    await _drop(server, database)
    await _order(server, f"CREATE DATABASE {database} TEMPLATE {like}")


async def _drop(server: str, database: str) -> None:
    await _order(server, f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")


async def _order(server: str, what: str) -> None:
    connection = await asyncpg.connect(server)
    await connection.execute(what)
    await connection.close()
