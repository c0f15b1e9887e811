"""docs/permissions.md, cell by cell: each button of Alice's is pressed by Bob, with ids that he made up himself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from discord import AppCommandType, app_commands

from bot.discord_front import custom_ids
from bot.discord_front.cards import paper
from bot.discord_front.cards.paper import PLAIN, Card, button
from bot.discord_front.custom_ids import CustomId
from bot.discord_front.drilling import ids as drill_ids
from bot.negotiation.moves import Accept, Offer
from tests.discord_front.bench import Bench, Table
from tests.discord_front.seen import private

TEXT = (Path(__file__).parents[2] / "docs" / "permissions.md").read_text(encoding="utf-8")
TOLD = {
    name: row[2].strip()
    for row in (line.strip("|\n ").split("|") for line in TEXT.splitlines() if line.startswith("| `"))
    for name in re.findall(r"`([^`]+)`", row[0])
    if len(row) == 3
}
"""What the tables say, by the command or the id."""

KINDS = {
    value.name: value
    for module in (custom_ids, drill_ids)
    for value in vars(module).values()
    if isinstance(value, CustomId)
}
FORMS = {"offer-form", "reply-form", "prepare-form", "zone-form"}  # their handlers are those of what opens them
ELSEWHERE = re.compile("drill-|setup-")  # in test_drill_room and test_setup, with a drill and a moderator
PRESSED = sorted(name for name in KINDS if name not in FORMS and not ELSEWHERE.match(name))


def fields_of(name: str) -> set[str]:
    return set(KINDS[name].template.groupindex)


FINISHED = {
    "open-debrief",
    "thinking",
    "again",
    "another",
    "review",
    "review-jump",
    "review-habit",
    "review-try",
    "again-from",
}


def test_the_tables_hold_every_id_and_command(bench: Bench) -> None:
    commands = {
        each.name if isinstance(each, app_commands.ContextMenu) else f"/{each.name}"
        for each in bench.client.tree.walk_commands()
        if not (isinstance(each, app_commands.Command) and each.parent is not None)
    }
    menus = {each.name for each in bench.client.tree.get_commands(type=AppCommandType.message)}

    assert KINDS.keys() | commands | menus == TOLD.keys(), "Say in docs/permissions.md who may."


async def hers(bench: Bench) -> tuple[Table, dict[str, str]]:
    """A running practice, a finished one, a quiz and a position of the day, all Alice's; and the fields of ids."""
    finished = await bench.begin()
    over = await finished.view()
    await bench.app.practice.press(over.id, bench.alice.id, Offer(17000), cause="interaction:1")
    await bench.app.practice.press(over.id, bench.alice.id, Accept(), cause="interaction:2")
    await bench.app.learning.lessons.catch_up()
    running = await bench.begin()
    quiz = await bench.app.learning.quiz.start(bench.alice.id)
    day = (await bench.app.learning.daily.today(bench.guild.id, bench.alice.id)).day
    fields = {
        "running": str((await running.view()).id),
        "finished": str(over.id),
        "quiz": str(quiz.id),
        "guild": str(bench.guild.id),
        "day": day.isoformat(),
        "member": str(bench.alice.id),
    }
    return running, fields


REFUSED = r"This practice|That quiz|That button|That is somebody else's|A review is for"
FIXED = {
    "tactic": "walk-away", "part": "use", "level": "1", "reachable": "1", "question": "1", "event": "1", "option": "0",
    "number": "0", "choice": "0", "what": "shown", "on": "1", "by": "rating", "page": "0", "move": "1", "shown": "1",
    "ask": "20200", "reason": "gave_too_much",
}  # fmt: skip


def made_up(name: str, fields: dict[str, str]) -> str:
    """An id of that kind which would do something, if it were Alice who pressed it."""
    kind = KINDS[name]
    known = FIXED | fields | {"session": fields["finished" if name in FINISHED else "running"]}
    wanted = {field: known[field] for field in kind.template.groupindex}
    if name == "progress":
        wanted["part"] = "settings"
    return kind(**wanted)


async def put_up(bench: Bench, table: Table, custom_id: str) -> Any:
    """A button with that id in Alice's thread."""
    card = Card(PLAIN, ["A button", paper.buttons(button("Press me", custom_id))])
    await bench.client.get_channel(table.thread.id).send(view=card)
    return table.thread.last_message


@pytest.mark.parametrize("name", PRESSED)
async def test_nothing_of_alice_changes_when_bob_presses(bench: Bench, name: str) -> None:
    table, fields = await hers(bench)
    message = await put_up(bench, table, made_up(name, fields))
    before, shown = await data_of(bench, bench.alice), len(table.shown)

    result = await bench.bob.click(message, label="Press me")

    assert await data_of(bench, bench.alice) == before
    if TOLD[name] == "refused":
        assert re.match(
            r"(This practice|That quiz|That button|That is somebody else's|A review is for)", private(result)
        )
        assert len(table.shown) == shown
        assert (await data_of(bench, bench.bob)).keys() <= {"member", "members"}


@pytest.mark.parametrize("name", [name for name in PRESSED if TOLD[name] == "refused" and "session" in fields_of(name)])
async def test_a_session_that_nobody_has_is_a_sentence_too(bench: Bench, name: str) -> None:
    table, fields = await hers(bench)
    message = await put_up(bench, table, made_up(name, fields | {"running": "999", "finished": "999"}))
    before = await data_of(bench, bench.alice)

    result = await bench.alice.click(message, label="Press me")

    assert re.match(r"That practice isn't there any more\.", private(result))
    assert await data_of(bench, bench.alice) == before


async def data_of(bench: Bench, member: Any) -> dict[str, Any]:
    data = await bench.app.privacy.data(member.id)
    del data["exported_at"]
    return data
