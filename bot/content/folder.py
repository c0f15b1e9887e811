"""The files of a knowledge folder, read but not yet understood."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.problems import Problem
from bot.content.source import Source, read_source
from bot.content.texts import ID, ID_SHAPE

COACH = "coach.yaml"
KINDS: Mapping[str, str] = {"tactics": "a tactic", "scenarios": "a scenario", "voices": "a voice"}
"""The folders, and what each file in them holds."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The sources by id in each of the three folders, the coach's, and what was wrong before any file was opened.

    `version` is drawn from the bytes of all of them.
    """

    tactics: Mapping[str, Source]
    scenarios: Mapping[str, Source]
    voices: Mapping[str, Source]
    coach: Source
    problems: tuple[Problem, ...]
    version: str

    @property
    def sources(self) -> tuple[Source, ...]:
        return (*self.tactics.values(), *self.scenarios.values(), *self.voices.values(), self.coach)


def read_folder(folder: Path) -> Folder:
    """Reads every file of the knowledge. Never raises for what is found there."""
    problems: list[Problem] = []
    digest = hashlib.sha256()

    def read(path: Path) -> Source:
        source, raw = read_source(path, path.as_posix())
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(raw)}\0".encode())
        digest.update(raw)
        return source

    by_kind = {kind: {path.stem: read(path) for path in _files(folder / kind, kind, problems)} for kind in KINDS}
    return Folder(**by_kind, coach=read(folder / COACH), problems=tuple(problems), version=digest.hexdigest()[:12])


def _files(folder: Path, kind: str, problems: list[Problem]) -> list[Path]:
    """The files of one folder that may be read, by name; whatever else lies there is a problem, save for notes."""

    def problem(path: Path, sentence: str) -> None:
        problems.append(Problem(path.as_posix(), None, "", sentence))

    try:
        entries = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        problem(folder, f"This folder is missing. Make it, and put at least {KINDS[kind]} into it.")
        return []
    except OSError as error:
        problem(folder, f"This folder can't be read: {error.strerror}.")
        return []
    files: list[Path] = []
    for path in entries:
        if path.suffix == ".md":
            continue
        if path.suffix != ".yaml" or not path.is_file():
            problem(path, f"Only files that end in .yaml belong here, each with {KINDS[kind]}. Rename it or move it.")
        elif len(path.stem) > ID or not ID_SHAPE.fullmatch(path.stem):
            problem(
                path,
                "The file's name is the id: small letters, digits and single hyphens, "
                f"{ID} characters at most, such as walk-away.yaml. Rename it.",
            )
        else:
            files.append(path)
    if not entries:
        problem(folder, f"This folder is empty. Put at least {KINDS[kind]} into it.")
    return files
