"""What a transaction lets its user do, whichever database it is on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, Concatenate, ParamSpec, Protocol, TypeAlias, TypeVar, TypeVarTuple, overload

import sqlalchemy
from sqlalchemy import CursorResult, Executable, ScalarResult
from sqlalchemy.sql.selectable import TypedReturnsRows

Result = TypeVar("Result")
_T = TypeVar("_T")
_Ts = TypeVarTuple("_Ts")
_P = ParamSpec("_P")


class Connection(Protocol):
    """As SQLAlchemy's AsyncConnection, of which only this is used. Rows have been fetched when a result is there."""

    @overload
    async def execute(self, statement: TypedReturnsRows[*_Ts], parameters: Any = None) -> CursorResult[*_Ts]: ...
    @overload
    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[*tuple[Any, ...]]: ...
    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[*tuple[Any, ...]]: ...

    @overload
    async def scalar(self, statement: TypedReturnsRows[_T], parameters: Any = None) -> _T | None: ...
    @overload
    async def scalar(self, statement: Executable, parameters: Any = None) -> Any: ...
    async def scalar(self, statement: Executable, parameters: Any = None) -> Any: ...

    @overload
    async def scalars(self, statement: TypedReturnsRows[_T], parameters: Any = None) -> ScalarResult[_T]: ...
    @overload
    async def scalars(self, statement: Executable, parameters: Any = None) -> ScalarResult[Any]: ...
    async def scalars(self, statement: Executable, parameters: Any = None) -> ScalarResult[Any]: ...

    async def exec_driver_sql(self, statement: str, parameters: Any = None) -> CursorResult[Any]: ...

    async def run_sync(
        self, fn: Callable[Concatenate[sqlalchemy.Connection, _P], _T], *arg: _P.args, **kw: _P.kwargs
    ) -> _T: ...


Work: TypeAlias = Callable[[Connection], Coroutine[Any, Any, Result]]
"""What is done in a transaction. It awaits nothing but the connection that it is given."""


def to_its_end(work: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine that has nothing to wait for, in this thread."""
    try:
        work.send(None)
    except StopIteration as done:
        return done.value
    work.close()
    raise RuntimeError("A transaction that is one errand can wait for nothing but its connection.")


async def seen_through(errand: Coroutine[Any, Any, Result]) -> Result:
    """Return what `errand` comes to. Whoever is cancelled meanwhile waits for its end too."""
    task = asyncio.ensure_future(errand)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with suppress(asyncio.CancelledError):  # once more
                await asyncio.wait([task])
        if not task.cancelled():
            task.exception()  # nobody is there any more to be told of it
        raise
