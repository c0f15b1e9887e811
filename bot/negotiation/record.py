"""The record of a session as plain data that JSON can hold, and the way back.

    plain = to_plain(step)             # dicts, lists, strings, numbers, booleans and None only
    step == step_from_plain(plain)
    step.after == replay(scenario, world, [step])[-1].after

A record is read by later versions of the bot than the one that wrote it, so nothing in it is guessed at: a key, a name
or a version that isn't known raises RecordError. A field that has a default may be missing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

from bot.negotiation import moves as vocabulary
from bot.negotiation.moves import Move
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import Response, State
from bot.negotiation.table import leave_it, open_table, pass_time, say

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"

VERSION = 1

MOVES: Mapping[str, type[Move]] = {
    "offer": vocabulary.Offer,
    "accept": vocabulary.Accept,
    "hold_firm": vocabulary.HoldFirm,
    "cite_alternative": vocabulary.CiteAlternative,
    "give_reason": vocabulary.GiveReason,
    "ask": vocabulary.Ask,
    "request_extra": vocabulary.RequestExtra,
    "request_concession": vocabulary.RequestConcession,
    "threaten": vocabulary.Threaten,
    "walk_away": vocabulary.WalkAway,
    "come_back": vocabulary.ComeBack,
    "call_after": vocabulary.CallAfter,
    "let_go": vocabulary.LetGo,
    "show_eagerness": vocabulary.ShowEagerness,
    "be_courteous": vocabulary.BeCourteous,
    "be_rude": vocabulary.BeRude,
    "small_talk": vocabulary.SmallTalk,
}
"""The names by which moves stand in records. They never change once released, whatever becomes of the classes."""

_NAMES = {kind: name for name, kind in MOVES.items()}


class RecordError(ValueError):
    """A record that this version can't read: str(error) says what was met and where."""


class StepKind(StrEnum):
    """What moved the session on."""

    OPENED = "opened"  # the counterpart named its opening ask
    SAID = "said"  # the learner's message
    TIME = "time"  # the passing of time that a response had announced
    LEFT = "left"  # the learner stopped


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a session: what was done, what the counterpart answered, and where that left things."""

    kind: StepKind
    moves: tuple[Move, ...]
    response: Response
    after: State


def take(scenario: Scenario, world: World, before: State | None, kind: StepKind, moves: tuple[Move, ...] = ()) -> Step:
    """Takes the next step from `before`, which is None only for the opening.

    Raises ValueError where the session is over, or where time is to pass and nothing is pending.
    """
    if before is None:
        after, response = open_table(scenario)
        return Step(StepKind.OPENED, (), response, after)
    match kind:
        case StepKind.SAID:
            after, response = say(scenario, world, before, moves)
        case StepKind.TIME:
            after, response = pass_time(scenario, world, before)
        case StepKind.LEFT:
            after, response = leave_it(scenario, before)
        case StepKind.OPENED:
            raise ValueError("this session is open already")
    return Step(kind, moves, response, after)


def replay(scenario: Scenario, world: World, steps: Iterable[Step]) -> list[Step]:
    """The same steps taken again from the start: kinds and moves as recorded, answers and states worked out anew."""
    taken: list[Step] = []
    for step in steps:
        before = taken[-1].after if taken else None
        taken.append(take(scenario, world, before, step.kind, step.moves))
    return taken


def to_plain(value: object) -> JSON:
    """Plain data for a step, a move, a response, a state, or tuples and sets of them; sets are sorted."""
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return str(value)
        case frozenset():
            return sorted(str(item) for item in cast("frozenset[str]", value))
        case Step():
            return {"version": VERSION, **_fields_to_plain(value)}
        case _ if type(value) is tuple:
            return [to_plain(item) for item in cast("tuple[object, ...]", value)]
        case _:
            name = _NAMES.get(cast("type[Move]", type(value)))
            return {"move": name, **_fields_to_plain(value)} if name else _fields_to_plain(value)


def step_from_plain(plain: JSON) -> Step:
    """Raises RecordError where the record is of another version or holds anything unknown."""
    fields = _mapping(plain, "step")
    version = fields.pop("version", None)
    if version != VERSION:
        raise RecordError(f"step: version {version!r} isn't known; this version of the bot reads {VERSION}")
    return cast(Step, _build(Step, fields, "step"))


def moves_from_plain(plain: JSON) -> tuple[Move, ...]:
    """Raises RecordError where a move or one of its fields isn't known."""
    return cast("tuple[Move, ...]", _read(tuple[Move, ...], plain, "moves"))


def state_from_plain(plain: JSON) -> State:
    """Raises RecordError where a field isn't known or has the wrong kind of value."""
    return cast(State, _read(State, plain, "state"))


def response_from_plain(plain: JSON) -> Response:
    """Raises RecordError where a field isn't known or has the wrong kind of value."""
    return cast(Response, _read(Response, plain, "response"))


# --- fields by their declared types ---------------------------------------------------------------------------------


class _Shape(NamedTuple):
    """The fields of a dataclass or named tuple: their types, and which of them may be missing."""

    types: Mapping[str, Any]
    optional: frozenset[str]


@cache
def _shape(kind: type) -> _Shape:
    hints = get_type_hints(kind)
    if dataclasses.is_dataclass(kind):
        fields = dataclasses.fields(kind)
        optional = {
            field.name
            for field in fields
            if field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
        }
        return _Shape({field.name: hints[field.name] for field in fields}, frozenset(optional))
    named_tuple = cast(Any, kind)
    return _Shape({name: hints[name] for name in named_tuple._fields}, frozenset(named_tuple._field_defaults))


def _fields_to_plain(value: object) -> dict[str, JSON]:
    return {name: to_plain(getattr(value, name)) for name in _shape(type(value)).types}


def _build(kind: type, fields: Mapping[str, JSON], where: str) -> object:
    shape = _shape(kind)
    unknown = sorted(set(fields) - set(shape.types))
    if unknown:
        raise RecordError(f"{where}: {', '.join(unknown)} isn't known here")
    missing = sorted(set(shape.types) - shape.optional - set(fields))
    if missing:
        raise RecordError(f"{where}: {', '.join(missing)} is missing")
    return kind(**{name: _read(shape.types[name], plain, f"{where}.{name}") for name, plain in fields.items()})


def _read(kind: Any, plain: JSON, where: str) -> object:
    if kind == Move:
        return _move(plain, where)
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        if plain is None and NoneType in get_args(kind):
            return None
        (kind,) = (option for option in get_args(kind) if option is not NoneType)
        return _read(kind, plain, where)
    if origin is tuple:
        return _tuple(get_args(kind), plain, where)
    if origin is frozenset:
        (item,) = get_args(kind)
        return frozenset(_read(item, value, where) for value in _list(plain, where))
    if kind in (bool, int, str):
        if type(plain) is not kind:
            raise RecordError(f"{where}: {plain!r} is no {kind.__name__}")
        return plain
    if issubclass(kind, StrEnum):
        try:
            return kind(plain)
        except ValueError:
            raise RecordError(f"{where}: {plain!r} isn't known here") from None
    return _build(kind, _mapping(plain, where), where)


def _move(plain: JSON, where: str) -> Move:
    fields = _mapping(plain, where)
    name = fields.pop("move", None)
    kind = MOVES.get(name) if isinstance(name, str) else None
    if kind is None:
        raise RecordError(f"{where}: no move is called {name!r}")
    return cast(Move, _build(kind, fields, f"{where}.{name}"))


def _tuple(kinds: tuple[Any, ...], plain: JSON, where: str) -> tuple[object, ...]:
    items = _list(plain, where)
    if len(kinds) == 2 and kinds[1] is ...:
        return tuple(_read(kinds[0], item, f"{where}[{at}]") for at, item in enumerate(items))
    if len(items) != len(kinds):
        raise RecordError(f"{where}: {len(kinds)} values belong here, not {len(items)}")
    return tuple(_read(kind, item, f"{where}[{at}]") for at, (kind, item) in enumerate(zip(kinds, items, strict=True)))


def _mapping(plain: JSON, where: str) -> dict[str, JSON]:
    if not isinstance(plain, Mapping):
        raise RecordError(f"{where}: {plain!r} is no object")
    return dict(plain)


def _list(plain: JSON, where: str) -> list[JSON]:
    if not isinstance(plain, Sequence) or isinstance(plain, str):
        raise RecordError(f"{where}: {plain!r} is no list")
    return list(plain)
