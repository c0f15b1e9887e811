"""One YAML file as plain values, each with the line where it stands.

Only the plain part of YAML is taken: mappings with text keys, lists, text, numbers, true and false. PyYAML's own
composer is not used: it keeps the last of two equal keys in silence, reads `on` and `12:30` as something else than
text, and follows deep nesting until the process dies. Parsing events leaves all of that to this module.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from bot.content.marks import unfinished
from bot.content.problems import Problem
from bot.content.yaml_errors import place_and_sentence

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
Where: TypeAlias = tuple[str | int, ...]
"""The way from the top of a file to a value: ("worlds", 0, "limit")."""

LARGEST = 1_000_000  # bytes; the longest voice needs a tenth of it
DEEPEST = 12  # levels; a scenario needs six

_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?")
_LINE_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")  # as YAML counts lines
_CUT_OFF = re.compile(r"\s+(#[^\s#]\S*)")  # a note begins with a space: "#53" was meant to be read
_TRUTH = {"true": True, "True": True, "false": False, "False": False}
_READ_AS_TRUTH = frozenset({"yes", "no", "on", "off", "true", "false"})
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


def dotted(where: Where) -> str:
    """The way to a value as people write it: `worlds[0].limit`."""
    text = ""
    for step in where:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


@dataclass(slots=True)
class Source:
    """What a file says. `data` is None where nothing could be read; `problems` then says why.

    A value that YAML itself has spoiled, or that is still marked to be written, reads as None, and `spoiled` holds
    where it stands, so that nobody complains about the None as well.
    """

    file: str
    data: Plain = None
    lines: dict[Where, int] = field(default_factory=dict[Where, int])
    problems: list[Problem] = field(default_factory=list[Problem])
    spoiled: set[Where] = field(default_factory=set[Where])

    def line_of(self, where: Where) -> int | None:
        """The line of a value, or of the nearest thing around it where the value itself is missing."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where)

    def problem(self, where: Where, sentence: str) -> None:
        self.problems.append(Problem(self.file, self.line_of(where), dotted(where), sentence))

    def spoil(self, where: Where, line: int, sentence: str) -> None:
        """A problem with the YAML itself at `where`."""
        self.spoiled.add(where)
        self.problems.append(Problem(self.file, line, dotted(where), sentence))


def read_source(path: Path, name: str) -> tuple[Source, bytes]:
    """The file at `path`, called `name` in its problems, with its bytes as they were read."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        return Source(name, problems=[Problem(name, None, "", "This file is missing. Add it.")]), b""
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Source(name, problems=[Problem(name, None, "", f"The file can't be read: {reason}.")]), b""
    return parse(raw, name), raw


def parse(raw: bytes, name: str) -> Source:
    """What the bytes of one file say. Never raises: whatever is wrong is in `problems`."""
    source = Source(name)

    def stop(line: int | None, sentence: str) -> Source:
        source.problems.append(Problem(name, line, "", sentence))
        source.data = None
        return source

    if len(raw) > LARGEST:
        return stop(
            None, f"The file is larger than {LARGEST:,} bytes. Split it, or take out what doesn't belong there."
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return stop(line, "The file isn't UTF-8 text from here on. Save it again with the encoding UTF-8.")
    try:
        source.data = _Builder(source, text).document()
    except _StopError as error:
        return stop(error.line, error.sentence)
    except yaml.MarkedYAMLError as error:
        return stop(*place_and_sentence(error, text))
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        return stop(line, "There is an invisible control character here that YAML doesn't allow. Delete it.")
    if source.data is None and not source.problems:
        return stop(None, "The file is empty. Fill it in, or delete it.")
    return source


class _StopError(Exception):
    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence


class _Builder:
    """Builds the values of one document from PyYAML's events and notes the line of each."""

    def __init__(self, source: Source, text: str) -> None:
        self._source = source
        self._lines = _LINE_BREAK.split(text) if " #" in text or "\t#" in text else []
        self._next: Callable[[], Any] = yaml.CSafeLoader(text).get_event

    def document(self) -> Plain:
        data: Plain = None
        documents = 0
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _StopError(
                        event.start_mark.line + 1,
                        "A second document begins here. One file holds one: take out the `---`, "
                        "or make it a file of its own.",
                    )
                data = self._value(self._next(), ())
        return data

    def _value(self, event: Any, where: Where) -> Plain:
        line = event.start_mark.line + 1
        self._source.lines.setdefault(where, line)
        if len(where) > DEEPEST:
            raise _StopError(
                line, f"This is nested more than {DEEPEST} levels deep. Nothing here needs that: check brackets."
            )
        if event.anchor is not None or event.tag is not None:
            for mark in _marks(event):
                self._source.spoil(where, line, f"`{mark}` means something else in YAML. Put the text in quotes.")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, where)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(where)
        return None if isinstance(event, yaml.AliasEvent) else self._mapping(where)

    def _rest_of_line(self, mark: Any) -> str:
        """What stands behind a value."""
        return self._lines[mark.line][mark.column :] if mark.line < len(self._lines) else ""

    def _sequence(self, where: Where) -> list[Plain]:
        items: list[Plain] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*where, len(items))))
        return items

    def _mapping(self, where: Where) -> dict[str, Plain]:
        entries: dict[str, Plain] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, where)
            line = event.start_mark.line + 1
            if key in entries:
                first = self._source.lines[(*where, key)]
                self._source.spoil((*where, key), line, f"`{key}` already stands at line {first}. Keep one of the two.")
                self._value(self._next(), (*where, key))
                continue
            self._source.lines[(*where, key)] = line
            entries[key] = self._value(self._next(), (*where, key))
        return entries

    def _key(self, event: Any, where: Where) -> str:
        line = event.start_mark.line + 1
        if not isinstance(event, yaml.ScalarEvent):
            raise _StopError(line, "The name of a field must be a plain word. If this is text, put it in quotes.")
        value = str(event.value)
        if _plain(event) and value.lower() in _READ_AS_TRUTH:
            sentence = f"`{value}:` is read as true or false, not as a name. Put it in quotes, or use another name."
            self._source.spoil((*where, value), line, sentence)
        return value

    def _scalar(self, event: Any, where: Where) -> Plain:
        value = str(event.value)
        undone = unfinished(value)
        if undone:
            self._source.spoil(where, event.start_mark.line + 1, undone)
            return None
        if not _plain(event):
            return value
        cut_off = _CUT_OFF.match(self._rest_of_line(event.end_mark)) if self._lines else None
        if cut_off:
            sentence = f"Everything from `{cut_off[1]}` on is taken for a note. If it is text, put the whole in quotes."
            self._source.spoil(where, event.start_mark.line + 1, sentence)
        if value in _NOTHING:
            return None
        if value in _TRUTH:
            return _TRUTH[value]
        if value.lower() in _READ_AS_TRUTH:
            sentence = f"`{value}` is read as true or false. Put it in quotes if it is a word, else write true/false."
            self._source.spoil(where, event.start_mark.line + 1, sentence)
            return None
        if value[-1:].isdigit() and _NUMBER.fullmatch(value):
            return float(value) if "." in value else int(value)
        return value


def _plain(event: Any) -> bool:
    """Whether a scalar was written without quotes, so that it may stand for a number or a truth value."""
    return not event.style


def _marks(event: Any) -> Iterator[str]:
    """What YAML takes out of the text before or instead of a value: `*alias`, `&anchor` and `!tag`."""
    if isinstance(event, yaml.AliasEvent):
        yield f"*{event.anchor}"
        return
    if event.anchor is not None:
        yield f"&{event.anchor}"
    if event.tag is not None:
        yield str(event.tag).replace("tag:yaml.org,2002:", "!!")
