"""The record of a session as plain data that JSON can hold, and the way back.

    plain = to_plain(step)             # dicts, lists, strings, numbers, booleans and None only
    step == step_from_plain(plain)
    step.after == replay(scenario, world, [step])[-1].after

A record is read by later versions of the bot than the one that wrote it, so nothing in it is guessed at: a key, a name
or a version that isn't known raises RecordError. A field that has a default may be missing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

from bot.negotiation import moves as vocabulary
from bot.negotiation import table
from bot.negotiation.model import practice
from bot.negotiation.moves import Move
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import Response, State

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
    "strike_add_on": vocabulary.StrikeAddOn,
    "stall": vocabulary.Stall,
    "sum_up": vocabulary.SumUp,
    "apologize": vocabulary.Apologize,
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
    engine = table if scenario.model is None else practice
    if before is None:
        after, response = engine.open_table(scenario)
        return Step(StepKind.OPENED, (), response, after)
    match kind:
        case StepKind.SAID:
            after, response = engine.say(scenario, world, before, moves)
        case StepKind.TIME:
            after, response = engine.pass_time(scenario, world, before)
        case StepKind.LEFT:
            after, response = engine.leave_it(scenario, before)
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
    fields = dict(_mapping(plain))
    version = fields.pop("version", None)
    if version != VERSION:
        raise RecordError(f"version {version!r} isn't known; this version of the bot reads {VERSION}")
    return cast(Step, _reader(Step)(fields))


def moves_from_plain(plain: JSON) -> tuple[Move, ...]:
    """Raises RecordError where a move or one of its fields isn't known."""
    return cast("tuple[Move, ...]", _reader(tuple[Move, ...])(plain))


def state_from_plain(plain: JSON) -> State:
    """Raises RecordError where a field isn't known or has the wrong kind of value."""
    return cast(State, _reader(State)(plain))


def response_from_plain(plain: JSON) -> Response:
    """Raises RecordError where a field isn't known or has the wrong kind of value."""
    return cast(Response, _reader(Response)(plain))


# --- reading, by the declared types ---------------------------------------------------------------------------------

Reader: TypeAlias = Callable[[JSON], object]


@cache
def _reader(kind: Any) -> Reader:
    """What reads a value of a type that stands in a step."""
    if kind == Move:
        return _move
    origin, of = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (some,) = (_reader(option) for option in of if option is not NoneType)
        return lambda plain: None if plain is None else some(plain)
    if origin is frozenset:
        item = _reader(of[0])
        return lambda plain: frozenset(item(value) for value in _list(plain))
    if origin is tuple and of[1:] == (...,):
        item = _reader(of[0])
        return lambda plain: tuple(item(value) for value in _list(plain))
    if origin is tuple:
        return _row_reader([_reader(each) for each in of])
    if kind in (bool, int, str):
        return _plain_reader(kind)
    if issubclass(kind, StrEnum):
        return _enum_reader(kind)
    return _fields_reader(kind)


def _plain_reader(kind: type) -> Reader:
    def read(plain: JSON) -> object:
        if type(plain) is not kind:
            raise RecordError(f"{plain!r} is no {kind.__name__}")
        return plain

    return read


def _enum_reader(kind: type[StrEnum]) -> Reader:
    known: dict[object, StrEnum] = {str(value): value for value in kind}

    def read(plain: JSON) -> object:
        value = known.get(plain) if isinstance(plain, str) else None
        if value is None:
            raise RecordError(f"{plain!r} isn't known here")
        return value

    return read


def _row_reader(readers: Sequence[Reader]) -> Reader:
    def read(plain: JSON) -> object:
        items = _list(plain)
        if len(items) != len(readers):
            raise RecordError(f"{len(readers)} values belong here, not {len(items)}")
        return tuple(reader(item) for reader, item in zip(readers, items, strict=True))

    return read


def _fields_reader(kind: type) -> Reader:
    """Reads a dataclass or a named tuple from an object of its fields."""
    hints = get_type_hints(kind)
    names, optional = _fields(kind)
    readers = {name: _reader(hints[name]) for name in names}
    needed = frozenset(names) - optional

    def read(plain: JSON) -> object:
        fields = _mapping(plain)
        unknown, missing = fields.keys() - readers.keys(), needed - fields.keys()
        if unknown or missing:
            said = [f"{name} isn't known here" for name in unknown] + [f"{name} is missing" for name in missing]
            raise RecordError(", ".join(sorted(said)))
        values: dict[str, object] = {}
        for name, value in fields.items():
            try:
                values[name] = readers[name](value)
            except RecordError as error:
                raise RecordError(f"{name}: {error}") from None
        return kind(**values)

    return read


@cache
def _fields(kind: type) -> tuple[tuple[str, ...], frozenset[str]]:
    """The names of a dataclass's or named tuple's fields, and which of them have a default."""
    if dataclasses.is_dataclass(kind):
        fields = dataclasses.fields(kind)
        optional = frozenset(field.name for field in fields if field.default is not dataclasses.MISSING)
        return tuple(field.name for field in fields), optional
    named_tuple = cast(Any, kind)
    return named_tuple._fields, frozenset(named_tuple._field_defaults)


def _fields_to_plain(value: object) -> dict[str, JSON]:
    return {name: to_plain(getattr(value, name)) for name in _fields(type(value))[0]}


def _move(plain: JSON) -> Move:
    fields = dict(_mapping(plain))
    name = fields.pop("move", None)
    kind = MOVES.get(name) if isinstance(name, str) else None
    if kind is None:
        raise RecordError(f"no move is called {name!r}")
    return cast(Move, _reader(kind)(fields))


def _mapping(plain: JSON) -> Mapping[str, JSON]:
    if not isinstance(plain, Mapping):
        raise RecordError(f"{plain!r} is no object")
    return plain


def _list(plain: JSON) -> Sequence[JSON]:
    if not isinstance(plain, Sequence) or isinstance(plain, str):
        raise RecordError(f"{plain!r} is no list")
    return plain
