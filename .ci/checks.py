"""Every check that main has to pass, one after the other, with one line for each at the end. `make test` runs this."""

from __future__ import annotations

import subprocess
import sys
import time

CHECKS = {
    "ruff (lint)": ["-m", "ruff", "check", "."],
    "ruff (format)": ["-m", "ruff", "format", "--check", "."],
    "pyright (strict)": ["-m", "pyright"],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "knowledge": ["-m", "bot", "check", "--teach"],
    "pytest on PostgreSQL": [".ci/postgres.py"],
    "pytest": ["-m", "pytest"],
}
NOT_RUN = 77
"""The status of a check that this machine lacks something for; it has said what. All others always run."""


def main() -> int:
    results: dict[str, tuple[int, float]] = {}
    for name, arguments in CHECKS.items():
        print(f"\n=== {name}", flush=True)  # noqa: T201
        start = time.monotonic()
        status = subprocess.run([sys.executable, *arguments], check=False).returncode
        results[name] = (status, time.monotonic() - start)
    print()  # noqa: T201
    for name, (status, seconds) in results.items():
        told = {0: "passed ", NOT_RUN: "NOT RUN"}.get(status, "FAILED ")
        print(f"{told}  {name}  ({seconds:.0f} s)")  # noqa: T201
    return 0 if all(status in (0, NOT_RUN) for status, _ in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
