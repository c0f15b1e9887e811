"""What authors type, as they type it: each command ends with a sentence and an exit status."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from tests import first_model

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "tests/content/importing/the-empty-drawer.txt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KNOWLEDGE", "knowledge")
    return Path(shutil.copytree(first_model.knowledge(), tmp_path / "knowledge"))


def typed(*arguments: str, pasted: bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=pasted)


def test_a_new_file_is_refused_until_it_is_filled_in(folder: Path):
    begun = typed("new", "tactic", "sleep-on-it")

    assert begun.output == (
        "Wrote knowledge/tactics/sleep-on-it.yaml. Fill in the marked places, then run: python -m bot check\n"
    )
    assert typed("check").exit_code == 1

    path = folder / "tactics/sleep-on-it.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("FILL IN, for example ", ""), encoding="utf-8")
    checked = typed("check")
    assert checked.exit_code == 0
    assert "All is well: " in checked.output
    assert "Don't answer today." in typed("preview", "sleep-on-it").output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["new", "tactic", "walk-away"], "knowledge/tactics/walk-away.yaml is there already."),
        (["new", "tactic", "Walk Away"], "`Walk Away` can't be an id"),
        (["preview", "walk-awya"], "There is no tactic and no scenario `walk-awya`. Did you mean `walk-away`?"),
        (["import", "-"], "Nothing here reads like an article about a tactic."),
        (["import", "nowhere.txt"], "No such file"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(folder: Path, arguments: list[str], told: str):
    ended = typed(*arguments)

    assert ended.exit_code == 2
    assert told in ended.output
    assert "Traceback" not in ended.output


@pytest.mark.parametrize("pasted", [None, ARTICLE.read_bytes()])
def test_an_article_from_a_file_or_pasted(folder: Path, pasted: bytes | None):
    ended = typed("import", "-" if pasted else str(ARTICLE), "--id", "drawer", pasted=pasted)

    assert ended.exit_code == 0
    assert ended.output.startswith("Wrote knowledge/tactics/drawer.yaml.\nIt has a summary, ")
    refused = typed("check")
    assert refused.exit_code == 1
    assert "knowledge/tactics/drawer.yaml:6: title: These are still the words of the article." in refused.output


def test_a_preview_as_a_picture(folder: Path, tmp_path: Path):
    ended = typed("preview", "daybed", "--png", "daybed.png")

    assert ended.output == "Wrote daybed.png.\n"
    assert (tmp_path / "daybed.png").read_bytes().startswith(b"\x89PNG")


def test_schemas_are_written_where_they_are_missing(folder: Path):
    typed("schema")
    assert typed("schema").output == "All schemas are current, and every file names its own.\n"

    (folder / "schema/tactic.json").unlink()
    typed("new", "voice", "neighbour")

    assert typed("schema").output == "Wrote knowledge/schema/tactic.json\n"
