"""What a press does counts by the time it is answered, unless that takes too long for Discord to wait."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.discord_front.answering import done_or_deferred
from bot.services.errors import WalkawayError


class Response:
    """Discord's side of an interaction: what it was told, and whether that was before or after it was done."""

    def __init__(self) -> None:
        self.told: list[dict[str, Any]] = []
        self.was_told = asyncio.Event()

    async def defer(self, **how: Any) -> None:
        self.told.append(how)
        self.was_told.set()


class Interaction:
    def __init__(self) -> None:
        self.response = Response()


async def test_what_is_done_at_once_is_not_put_off():
    interaction = Interaction()

    async def doing() -> str:
        return "done"

    assert await done_or_deferred(interaction, doing()) == "done"
    assert interaction.response.told == []


@pytest.mark.parametrize("privately", [True, False])
async def test_what_takes_long_is_put_off_and_done_all_the_same(privately: bool):
    interaction = Interaction()

    async def doing() -> str:
        await interaction.response.was_told.wait()
        return "done"

    assert await done_or_deferred(interaction, doing(), privately=privately) == "done"
    assert interaction.response.told == [{"ephemeral": privately, "thinking": privately}]


async def test_what_is_refused_at_once_can_still_be_answered_with_why():
    interaction = Interaction()

    async def doing() -> None:
        raise WalkawayError("Not now.")

    with pytest.raises(WalkawayError, match="Not now"):
        await done_or_deferred(interaction, doing())
    assert interaction.response.told == []
