from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def as_ordinary_user(*allowed: Path) -> Generator[None]:
    """Permissions mean nothing to root: whoever runs the tests as root is an ordinary user meanwhile, who may enter
    the folders of the `allowed` paths."""
    if os.geteuid() != 0:
        yield
        return
    folders = {folder for path in allowed for folder in (path, *path.parents)}
    modes = {folder: folder.stat().st_mode for folder in folders}
    for folder, mode in modes.items():
        folder.chmod(mode | 0o055)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        for folder, mode in modes.items():
            folder.chmod(mode)
