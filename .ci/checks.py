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
    "pytest": ["-m", "pytest"],
}


def main() -> int:
    results: dict[str, tuple[bool, float]] = {}
    for name, arguments in CHECKS.items():
        print(f"\n=== {name}", flush=True)  # noqa: T201
        start = time.monotonic()
        passed = subprocess.run([sys.executable, *arguments], check=False).returncode == 0
        results[name] = (passed, time.monotonic() - start)
    print()  # noqa: T201
    for name, (passed, seconds) in results.items():
        print(f"{'passed' if passed else 'FAILED'}  {name}  ({seconds:.0f} s)")  # noqa: T201
    return 0 if all(passed for passed, _ in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
