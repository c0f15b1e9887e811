"""What a member sees of a message: its text and what can be pressed, whatever it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import simcord


def text_of(message: Any) -> str:
    """All text of a message or a response, cards included."""
    texts = (component["content"] for component in _walk(_plain(message)) if "content" in component)
    return "\n".join(text for text in (message.content, *texts) if text)


def ids_in(message: Any) -> list[str]:
    """The custom ids of all that can be pressed, in order."""
    return [component["custom_id"] for component in _walk(_plain(message)) if "custom_id" in component]


def labels_in(message: Any) -> list[str]:
    return [component["label"] for component in _walk(_plain(message)) if component.get("label")]


def private(result: Any) -> str:
    """The one word that an interaction was answered with, seen by the one who acted alone."""
    words = [each for each in (result.response, *result.followups) if each is not None and each.ephemeral]
    assert len(words) == 1, words
    return text_of(words[0])


def failures(env: simcord.Env) -> list[type[BaseException]]:
    """The kinds of what commands failed with, which the simulation would report otherwise."""
    return [type(getattr(error, "original", error)) for error in env.errors]


def _plain(message: Any) -> list[Mapping[str, Any]]:
    return [each if isinstance(each, Mapping) else each.to_dict() for each in message.components]


def _walk(components: Any) -> Iterator[Mapping[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components") or ())
        yield from _walk([component["accessory"]] if component.get("accessory") else ())
