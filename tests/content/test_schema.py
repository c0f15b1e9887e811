"""The JSON Schemas for editors say what the shapes say, and lie beside the knowledge."""

import json
import re

import pytest

from bot.content.schema import as_text, schema_line, schemas, write_schemas
from bot.negotiation.coach import Remark
from bot.negotiation.moves import Topic
from bot.negotiation.voice import Say
from tests.content.conftest import SHIPPED


@pytest.mark.parametrize("kind", ["tactic", "scenario", "voice", "coach"])
def test_the_shipped_schemas_are_current(kind):
    """`python -m bot schema` writes them anew."""
    shipped = (SHIPPED / "schema" / f"{kind}.json").read_text(encoding="utf-8")

    assert shipped == as_text(schemas()[kind])


def test_a_field_says_what_it_means_whether_it_may_be_missing_and_what_fits():
    tactic = schemas()["tactic"]

    assert tactic["additionalProperties"] is False
    assert tactic["required"][:3] == ["title", "level", "in_short"]
    assert tactic["properties"]["title"] == {
        "description": "the name that members see",
        "minLength": 1,
        "maxLength": 80,
        "type": "string",
    }
    assert tactic["properties"]["level"]["maximum"] == 3
    assert tactic["$defs"]["PassagePart"]["properties"]["id"]["pattern"] == "^[a-z0-9]+(-[a-z0-9]+)*$"


def test_amounts_are_numbers_as_an_author_writes_them():
    scenario = schemas()["scenario"]

    for form in ("then", "else"):
        assert scenario[form]["properties"]["opening_ask"]["type"] == "number"
    assert scenario["$defs"]["ExtraPart"]["properties"]["worth"]["minimum"] == 0


def test_keys_that_are_chosen_from_a_list_are_offered():
    everything = schemas()

    assert set(everything["voice"]["properties"]["lines"]["properties"]) == set(Say)
    assert set(everything["coach"]["properties"]) == set(Remark)
    assert set(everything["scenario"]["$defs"]["Topic"]["enum"]) == set(Topic)


def test_every_field_has_a_description():
    def fields(schema):
        for form in (schema, schema.get("then", {}), schema.get("else", {})):
            yield from form.get("properties", {}).items()
        for part in schema.get("$defs", {}).values():
            yield from part.get("properties", {}).items()

    bare = [name for kind in schemas().values() for name, field in fields(kind) if not field.get("description")]

    assert bare == []


def test_files_that_do_not_name_their_schema_do_so_afterwards(knowledge):
    before = (knowledge.path / "tactics/go-home.yaml").read_bytes()
    knowledge.write("tactics/stay-put.yaml", b"\xef\xbb\xbftitle: x\r\n")
    knowledge.write("scenarios/lamp.yaml", f"{schema_line('scenario')}\nstory: lamp\n")

    written = write_schemas(knowledge.path)

    assert [path.relative_to(knowledge.path).as_posix() for path in written] == [
        "schema/tactic.json",
        "schema/scenario.json",
        "schema/voice.json",
        "schema/coach.json",
        "tactics/go-home.yaml",
        "tactics/stay-put.yaml",
        "voices/dealer.yaml",
        "coach.yaml",
    ]
    line = b"# yaml-language-server: $schema=../schema/tactic.json"
    assert (knowledge.path / "tactics/go-home.yaml").read_bytes() == line + b"\n" + before
    assert (knowledge.path / "tactics/stay-put.yaml").read_bytes() == b"\xef\xbb\xbf" + line + b"\r\ntitle: x\r\n"
    assert (knowledge.path / "coach.yaml").read_text().startswith("# yaml-language-server: $schema=schema/coach.json\n")
    assert write_schemas(knowledge.path) == []


def test_the_line_leads_to_the_schema(knowledge):
    write_schemas(knowledge.path)

    for path in (*knowledge.path.rglob("*.yaml"),):
        named = re.match(r"# yaml-language-server: \$schema=(.*)\n", path.read_text(encoding="utf-8"))
        assert named is not None
        assert json.loads((path.parent / named[1]).read_text(encoding="utf-8"))["title"] == (
            path.parent.name.removesuffix("s") if path.name != "coach.yaml" else "coach"
        )


def test_the_knowledge_is_still_right_with_schemas_in_it(knowledge):
    write_schemas(knowledge.path)

    assert knowledge.problems() == []
