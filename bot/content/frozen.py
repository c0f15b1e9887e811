"""A scenario and a voice as text, so that a session keeps the content it began with whatever becomes of the files.

    thaw(freeze(scenario, voice)) == (scenario, voice)

Equal content gives equal text, on any machine.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from pydantic import TypeAdapter, ValidationError

from bot.negotiation.scenario import Scenario
from bot.negotiation.voice import Voice

FORMAT = 1
"""Raised when content frozen by this version could be misread by an older one, or the other way round."""


@dataclass(frozen=True, slots=True)
class _Content:
    format: int
    scenario: Scenario
    voice: Voice


_CONTENT = TypeAdapter(_Content)


def freeze(scenario: Scenario, voice: Voice) -> str:
    """Canonical JSON: keys in order, sets as ordered lists, nothing but the values."""
    return json.dumps(
        _Content(FORMAT, scenario, voice), default=_plain, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def thaw(text: str) -> tuple[Scenario, Voice]:
    """What `freeze` was given. Raises ValueError where the text isn't such content, or is of another format."""
    try:
        content = _CONTENT.validate_json(text)
    except ValidationError as error:
        raise ValueError(f"Stored content can't be read: {error}") from error
    if content.format != FORMAT:
        raise ValueError(f"This content has the format {content.format}; this version of the bot reads {FORMAT}.")
    return content.scenario, content.voice


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(cast("frozenset[str]", value))
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, object]", value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    raise TypeError(f"{type(value).__name__} is no content")
