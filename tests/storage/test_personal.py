"""Every column that names a member is known, whatever tables are added."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table

from bot.storage.personal import HOLDINGS
from bot.storage.tables import metadata

NAMES_NO_MEMBER = {
    "again_of", "channel", "console", "console_channel", "debrief", "event", "gain", "guild", "id", "invitation",
    "message", "moderator_role", "price", "quiz", "rewound_from", "seed", "session", "thread",
}  # fmt: skip
"""Large whole numbers that are something else: ids of servers, channels, messages and roles, sums, seeds."""

DATA_OF_ALL = {
    "alembic_version": "where the migrations are",
    "contents": "scenarios and voices",
    "drill_ballots": "which vote a group has reached; who voted for what stands elsewhere",
    "daily_positions": "one question for a whole server",
    "drill_pairs": "which seats were at a table; who had them stands with the seats",
    "guild_secrets": "what the positions of a whole server are drawn from",
    "guilds": "what a server's administrators have set",
    "scenario_ratings": "averages over everybody",
    "settings": "what the bot remembers about itself",
}


def names_a_member(column: Column[object]) -> bool:
    return isinstance(column.type, BigInteger) and column.name not in NAMES_NO_MEMBER and not list(column.foreign_keys)


def test_every_column_that_names_a_member_is_among_the_holdings() -> None:
    named = {str(column) for table in metadata.tables.values() for column in table.columns if names_a_member(column)}

    assert named - {str(holding.key) for holding in HOLDINGS} == set(), (
        "Say in bot/storage/personal.py what this is to a member, or here that it names none."
    )


def test_every_table_is_a_holding_or_is_about_nobody() -> None:
    held: list[Table] = [holding.table for holding in HOLDINGS]

    assert {table.name for table in held} | DATA_OF_ALL.keys() >= metadata.tables.keys(), (
        "Say in bot/storage/personal.py whose data the new table holds, or here that it is nobody's."
    )
    assert len({table.name for table in held}) == len(held)


def test_what_hangs_on_rows_of_a_member_stands_after_them() -> None:
    seen: list[object] = []
    for holding in HOLDINGS:
        assert holding.of is None or holding.of in seen
        seen.append(holding)
