from __future__ import annotations

from pathlib import Path

from tests.killing.killing import kill_again_and_again


async def test_a_bot_that_is_killed_loses_nothing_and_says_nothing_twice(tmp_path: Path):
    outcome = await kill_again_and_again(tmp_path / "walkaway.db", kills=5, seed=3)

    assert outcome.wrong == []
    assert outcome.heard > 10
