from __future__ import annotations

from bot.services.latest import Latest


def test_what_was_set_last_is_kept() -> None:
    seen = Latest[int, str](2)
    seen[1], seen[2] = "a", "b"
    seen[1] = "c"  # now 2 is the one that was set longest ago
    seen[3] = "d"

    assert seen == {1: "c", 3: "d"}
