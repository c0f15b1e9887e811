"""Clusters: several processes of the bot on one database, each with its own part of the servers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Integer, func, literal_column, true

_MOMENT = 22  # a server's id is the moment at which it was made, and 22 bits that tell servers of one moment apart


@dataclass(frozen=True, slots=True)
class Cluster:
    """A process that serves `shards` of `count`, as Discord deals them out: a server by its id, direct messages to
    shard 0. What happens by itself in a session or drill is done by the cluster that serves its server."""

    shards: frozenset[int]
    count: int

    @property
    def leads(self) -> bool:
        """Whether it does what is to be done once for all: exactly one cluster does."""
        return 0 in self.shards

    def serves(self, guild: int | None) -> bool:
        return ((guild or 0) >> _MOMENT) % self.count in self.shards

    def is_of(self, guild: Column[Any]) -> ColumnElement[bool]:
        """The same as a condition on rows."""
        if len(self.shards) == self.count:
            return true()
        moment = func.coalesce(guild, 0).bitwise_rshift(literal_column(str(_MOMENT), Integer))
        shard = moment % literal_column(str(self.count), Integer)
        return shard.in_(sorted(self.shards))


ALONE = Cluster(frozenset({0}), 1)
