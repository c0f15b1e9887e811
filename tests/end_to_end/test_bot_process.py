"""`python -m bot` as a process: what keeps it from running is a sentence and an exit status, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _run(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Runs the bot in an empty folder, so that no .env of this machine is read."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "SYSTEMROOT")}
    environment = kept | {"PYTHONPATH": str(ROOT), "KNOWLEDGE": str(ROOT / "knowledge")} | settings
    return subprocess.run(
        [sys.executable, "-m", "bot"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("token", ["", "   "])
def test_without_a_token(tmp_path: Path, token: str):
    ended = _run(tmp_path, DISCORD_TOKEN=token)

    assert ended.returncode == 2
    assert ended.stderr.startswith("There is no bot token. Put DISCORD_TOKEN=... into the environment")
    assert "Traceback" not in ended.stderr


def test_with_wrong_settings_all_are_told(tmp_path: Path):
    ended = _run(tmp_path, DISCORD_TOKEN="x", MESSAGE_CONTENT="2", IDLE_HOURS="soon")

    assert ended.returncode == 2
    assert ended.stderr.splitlines() == [
        "IDLE_HOURS: give a number of hours above 0 and up to 720.",
        "MESSAGE_CONTENT: write on or off.",
    ]


def test_with_a_database_that_is_none(tmp_path: Path):
    (tmp_path / "notes.txt").write_text("no database\n" * 100)

    ended = _run(tmp_path, DISCORD_TOKEN="x", DATABASE="notes.txt")

    assert ended.returncode == 1
    assert "notes.txt" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_with_broken_knowledge(tmp_path: Path):
    ended = _run(tmp_path, DISCORD_TOKEN="x", KNOWLEDGE="nowhere")

    assert ended.returncode == 1
    assert "There is no such folder" in ended.stderr
    assert "Traceback" not in ended.stderr
