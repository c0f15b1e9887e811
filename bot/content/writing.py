"""New files for authors: where they go, and what stands in them before anybody has written a word."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from bot.content.folder import KINDS
from bot.content.schema import schema_line
from bot.content.texts import ID, ID_SHAPE

FOLDERS = {kind.removesuffix("s"): kind for kind in KINDS}
"""The folder for each kind of file: "tactic" -> "tactics"."""


class CannotWrite(Exception):  # noqa: N818 (named as it is told)
    """A file can't be begun; the text is a sentence for its author."""


def template(kind: str) -> str:
    """The commented template for a kind of file ("tactic", "scenario" or "voice")."""
    text = (resources.files("bot.content") / "templates" / f"{kind}.yaml").read_text(encoding="utf-8")
    return f"{schema_line(kind)}\n{text}"


def write_new(knowledge: Path, kind: str, name: str, text: str) -> Path:
    """Writes a new file called `name` (its id) into the folder for its kind, and says where.

    Raises CannotWrite where the name is no id, a file is there already, or the folder can't be written to.
    """
    if len(name) > ID or not ID_SHAPE.fullmatch(name):
        raise CannotWrite(
            f"`{name[:ID]}` can't be an id: it is made of small letters, digits and single hyphens, {ID} characters at "
            "most, such as walk-away. Choose another."
        )
    path = knowledge / FOLDERS[kind] / f"{name}.yaml"
    if path.exists():
        raise CannotWrite(f"{path.as_posix()} is there already. Choose another id, or change that file.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise CannotWrite(f"{path.as_posix()} can't be written: {error.strerror}.") from error
    return path
