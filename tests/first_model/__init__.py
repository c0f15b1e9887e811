"""Scenarios with numbers of their own, which the first model plays: as sessions in older databases have them stored.

Everything around the negotiation is tested with them, because what is expected of them has stood for long.
"""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "knowledge"


@cache
def knowledge() -> Path:
    """Return a knowledge folder that has these scenarios in the place of the shipped ones."""
    folder = Path(mkdtemp(prefix="walkaway-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(SHIPPED, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("scenarios"))
    shutil.copytree(HERE / "scenarios", folder / "scenarios")
    return folder
