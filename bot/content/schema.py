"""JSON Schemas of the files, so that an editor completes fields, shows what they mean and marks what is wrong.

They say what the shapes say (shapes.py). What only `check` knows, such as whether chances add up to 1, isn't in them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from bot.content.folder import COACH, KINDS
from bot.content.shapes import ScenarioPart, ShapedScenarioPart, TacticPart, VoicePart
from bot.content.texts import SPOKEN
from bot.negotiation.coach import PLACEHOLDERS as COACH_PLACEHOLDERS
from bot.negotiation.voice import OPTIONAL
from bot.negotiation.voice import PLACEHOLDERS as VOICE_PLACEHOLDERS

FOLDER = "schema"
_COMMENT = "# yaml-language-server: $schema="


def schemas() -> dict[str, dict[str, Any]]:
    """The schema for each kind of file: "tactic", "scenario", "voice" and "coach"."""
    voice = _schema(VoicePart, "voice")
    voice["properties"]["lines"] = _pools(VOICE_PLACEHOLDERS, OPTIONAL) | {
        "description": "what the person may say, by key"
    }
    return {
        "tactic": _schema(TacticPart, "tactic"),
        "scenario": _either(_schema(ShapedScenarioPart, "scenario"), _schema(ScenarioPart, "scenario")),
        "voice": voice,
        "coach": {"$schema": GenerateJsonSchema.schema_dialect, "title": "coach", **_pools(COACH_PLACEHOLDERS)},
    }


def schema_line(kind: str) -> str:
    """The comment by which editors find the schema for a file of this kind in the knowledge folder."""
    return f"{_COMMENT}{'' if kind == 'coach' else '../'}{FOLDER}/{kind}.json"


def write_schemas(knowledge: Path) -> list[Path]:
    """Writes all schemas into the knowledge folder, and the line that names its schema on top of every file without.

    Gives what was written or changed. Raises OSError where it can't be.
    """
    written: list[Path] = []
    (knowledge / FOLDER).mkdir(parents=True, exist_ok=True)
    for kind, schema in schemas().items():
        text = as_text(schema)
        path = knowledge / FOLDER / f"{kind}.json"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            written.append(path)
    files = [(path, kind.removesuffix("s")) for kind in KINDS for path in sorted((knowledge / kind).glob("*.yaml"))]
    for path, kind in [*files, (knowledge / COACH, "coach")]:
        raw = path.read_bytes() if path.exists() else b""
        if raw.strip() and _COMMENT.encode() not in raw:
            path.write_bytes(_with_line(raw, schema_line(kind)))
            written.append(path)
    return written


def _with_line(raw: bytes, line: str) -> bytes:
    """Whatever the file's encoding mark and line ends are."""
    mark = b"\xef\xbb\xbf"
    end = b"\r\n" if b"\r\n" in raw else b"\n"
    return (mark if raw.startswith(mark) else b"") + line.encode() + end + raw.removeprefix(mark)


def as_text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _schema(shape: type[BaseModel], kind: str) -> dict[str, Any]:
    schema = shape.model_json_schema()
    properties: dict[str, Any] = schema.pop("properties")
    return {"$schema": GenerateJsonSchema.schema_dialect, **_without_titles(schema), "title": kind} | {
        "properties": _without_titles(properties)
    }


def _either(shaped: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """One schema for two forms: which one it is shows by whether there is a `model`."""
    parts = shaped.pop("$defs") | own.pop("$defs")
    head = {key: own[key] for key in ("$schema", "title")}
    forms = [{key: value for key, value in form.items() if key not in head} for form in (shaped, own)]
    return head | {"if": {"required": ["model"]}, "then": forms[0], "else": forms[1], "$defs": parts}


def _without_titles(schema: Any) -> Any:
    """pydantic names everything anew, which editors would show in place of what it means."""
    if isinstance(schema, list):
        return [_without_titles(each) for each in cast("list[Any]", schema)]
    if isinstance(schema, dict):
        return {
            key: _without_titles(value)
            for key, value in cast("dict[str, Any]", schema).items()
            if not (key == "title" and isinstance(value, str)) and not (key == "default" and value is None)
        }
    return schema


def _pools(placeholders: Mapping[Any, Collection[str]], optional: Collection[str] = ()) -> dict[str, Any]:
    """Lines by key: all keys are wanted, unless they are `optional`, and no others."""
    line = {"type": "string", "minLength": 1, "maxLength": SPOKEN}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [str(key) for key in placeholders if key not in optional],
        "properties": {
            str(key): {
                "type": "array",
                "minItems": 1,
                "items": line,
                "description": f"may have filled in: {', '.join(f'{{{name}}}' for name in sorted(names)) or 'nothing'}",
            }
            for key, names in placeholders.items()
        },
    }
