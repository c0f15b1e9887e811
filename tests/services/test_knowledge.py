"""The knowledge read anew while it is in use."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.content.problems import ContentProblems
from bot.services.knowledge import BrokenKnowledge, Knowledge, Reloaded
from tests import first_model

SHIPPED = first_model.knowledge()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "knowledge"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


async def test_what_changed_is_in_use_and_told(folder: Path):
    knowledge = Knowledge(folder)
    change(folder / "tactics/walk-away.yaml", "title: Walk away", "title: Walk off")
    change(folder / "coach.yaml", "hint_question:\n", "hint_question:\n  - You may ask them something.\n")

    assert await knowledge.reload() == Reloaded(added=(), changed=("coach", "tactics/walk-away"), removed=())
    assert knowledge.library().tactics["walk-away"].title == "Walk off"


async def test_what_came_and_went_is_told(folder: Path):
    knowledge = Knowledge(folder)
    shutil.move(folder / "scenarios/flea-market.yaml", folder / "scenarios/jumble-sale.yaml")

    assert await knowledge.reload() == Reloaded(("scenarios/jumble-sale",), (), ("scenarios/flea-market",))


async def test_nothing_changed(folder: Path):
    assert await Knowledge(folder).reload() == Reloaded((), (), ())


async def test_a_broken_set_is_refused_and_the_old_one_stays(folder: Path):
    knowledge = Knowledge(folder)
    before = knowledge.library()
    change(folder / "tactics/walk-away.yaml", "title: Walk away", "title: Walk off")
    change(folder / "tactics/nibble.yaml", "level: ", "level: 1")

    with pytest.raises(BrokenKnowledge) as refused:
        await knowledge.reload()

    assert knowledge.library() is before
    assert [problem.field for problem in refused.value.problems] == ["level"]
    assert str(refused.value).startswith("These files can't be used yet, so everything stays as it was:\n- ")
    assert "nibble.yaml:" in str(refused.value)


async def test_many_problems_still_fit_one_message(folder: Path):
    knowledge = Knowledge(folder)
    for path in (folder / "tactics").iterdir():
        change(path, "level: ", "level: 1")

    with pytest.raises(BrokenKnowledge, match=r"- and \d+ more: `python -m bot check` tells them all$") as refused:
        await knowledge.reload()

    assert len(str(refused.value)) < 2_000


async def test_a_folder_that_is_gone_is_refused_too(folder: Path):
    knowledge = Knowledge(folder)
    shutil.rmtree(folder)

    with pytest.raises(BrokenKnowledge, match="There is no such folder"):
        await knowledge.reload()

    assert "walk-away" in knowledge.library().tactics


async def test_the_loop_goes_on_meanwhile(folder: Path):
    knowledge = Knowledge(folder)
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            beats += 1
            await asyncio.sleep(0)

    beating = asyncio.create_task(beat())
    await knowledge.reload()
    beating.cancel()

    assert beats > 10


def test_it_begins_with_nothing_broken(folder: Path):
    change(folder / "tactics/nibble.yaml", "level: ", "level: 1")

    with pytest.raises(ContentProblems):
        Knowledge(folder)
