"""Brings a database up to date with this version of the bot, in the transaction that it is given."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, inspect

from bot.storage.problems import StorageProblem

SCRIPTS = Path(__file__).parent / "migrations"
VERSIONS = "alembic_version"
"""The table that says at which migration a database stands."""


def configuration() -> Config:
    """Alembic's configuration, for the bot and for tests; there is no alembic.ini."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def bring_up_to_date(connection: Connection, place: str) -> None:
    """Runs the migrations that the database at `place` hasn't seen yet.

    Raises StorageProblem where a newer version of the bot, or another program, has written it.
    """
    version = version_of(connection)
    if version == newest():
        return
    if version is None and inspect(connection).get_table_names():
        raise StorageProblem(f"The database {place} belongs to another program. Set DATABASE to another path.")
    if version is not None and not is_known(version):
        raise StorageProblem(
            f"The database {place} was written by a newer version of Walkaway (it is at {version}). Start that "
            "version again, or set DATABASE to another path."
        )
    make_tables(connection, "head")


def make_tables(connection: Connection, version: str) -> None:
    """Runs all migrations up to `version` that the database hasn't seen yet."""
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def version_of(connection: Connection) -> str | None:
    """The migration at which the database stands; None where there is nothing of the bot's."""
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str:
    """The migration that this version of the bot needs."""
    return ScriptDirectory.from_config(configuration()).get_current_head() or ""


def is_known(version: str) -> bool:
    """Whether this version of the bot has the migration that a database stands at."""
    try:
        ScriptDirectory.from_config(configuration()).get_revision(version)
    except CommandError:
        return False
    return True
