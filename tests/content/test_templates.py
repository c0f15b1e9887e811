"""What `new` writes: a template that is refused as it is, and right once its marked places are filled."""

import re
from itertools import count

import pytest

from bot.content.library import load_library
from bot.content.marks import FILL_IN
from bot.content.source import parse
from bot.content.writing import FOLDERS, CannotWrite, template, write_new
from tests.content.conftest import SHIPPED

KINDS = sorted(FOLDERS)


def filled(text: str) -> str:
    """The template with its examples in place of the marks; lines without an example get something of their own."""
    numbers = count()
    with_examples = text.replace(f"{FILL_IN}, for example ", "")
    return re.sub(rf"(?m)- {FILL_IN}$", lambda _: f"- Something else, wording {next(numbers)}.", with_examples)


@pytest.fixture
def shipped(knowledge):
    """A copy of the shipped knowledge, to add to."""
    for path in SHIPPED.rglob("*.yaml"):
        knowledge.write(path.relative_to(SHIPPED).as_posix(), path.read_bytes())
    for name in ("tactics/go-home", "tactics/stay-put", "scenarios/lamp", "voices/dealer"):
        (knowledge.path / f"{name}.yaml").unlink()
    return knowledge


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_refused_at_every_marked_place_and_for_nothing_else(shipped, kind):
    text = template(kind)
    marked = [number for number, line in enumerate(text.splitlines(), 1) if FILL_IN in line and line[:1] != "#"]

    path = write_new(shipped.path, kind, "my-own", text)

    told = shipped.problems()
    assert len(told) == len(marked)
    assert all(f"{path.as_posix()}:" in problem for problem in told)
    assert all("This is still to be filled in." in problem for problem in told)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_right_once_it_is_filled_in(shipped, kind):
    write_new(shipped.path, kind, "my-own", filled(template(kind)))

    assert shipped.problems() == []
    library = load_library(shipped.path)
    assert "my-own" in {"tactic": library.tactics, "scenario": library.scenarios, "voice": library.voices}[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_there_is_stands_in_the_template(kind):
    """Those of the shapes as well as those of the lists in them: an author finds everything in one place."""
    from bot.content.shapes import ShapedScenarioPart, TacticPart, VoicePart

    shape = {"tactic": TacticPart, "scenario": ShapedScenarioPart, "voice": VoicePart}[kind]
    data = parse(template(kind).encode(), "template").data

    assert isinstance(data, dict)
    assert list(data) == [field for field in data if field in shape.model_fields]
    assert set(data) == set(shape.model_fields)


@pytest.mark.parametrize("name", ["", "Walk Away", "walk_away", "../walk", "a" * 41, "-a", "walk-", "ä"])
def test_a_name_that_is_no_id(tmp_path, name):
    with pytest.raises(CannotWrite, match="can't be an id"):
        write_new(tmp_path, "tactic", name, "")

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_stays_as_it_is(knowledge):
    before = (knowledge.path / "tactics/go-home.yaml").read_bytes()

    with pytest.raises(CannotWrite, match=re.escape("knowledge/tactics/go-home.yaml is there already.")):
        write_new(knowledge.path, "tactic", "go-home", "x")

    assert (knowledge.path / "tactics/go-home.yaml").read_bytes() == before


def test_a_folder_that_can_not_be_written_to(tmp_path):
    (tmp_path / "tactics").write_text("a file where the folder should be", encoding="utf-8")

    with pytest.raises(CannotWrite, match="can't be written"):
        write_new(tmp_path, "tactic", "my-own", "x")
