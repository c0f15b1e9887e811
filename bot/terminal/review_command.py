"""`python -m bot review`: a session that is over, move by move, in the terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from bot.negotiation.money import spoken
from bot.services.review_views import MoveReview, SessionReview
from bot.services.reviewing import Reviewing


async def review(
    reviewing: Reviewing, learner: int, session: int | None, console: Console, picture: Path | None = None
) -> int:
    """Prints the review of a session, or of the last one; with `picture` the curve is written there as a PNG too.

    Exit status 0, or 1 where it can't be written. Raises what `Reviewing.of` does.
    """
    told = await reviewing.of(await reviewing.latest(learner) if session is None else session, learner)
    accuracy = "Not finished." if told.accuracy is None else f"Accuracy {told.accuracy:.0f}%."
    console.print(escape(f"{told.scenario.title}, practice {told.session}. {accuracy}"))
    for move in told.moves:
        console.print()
        for line in _move(told, move):
            console.print(Padding(escape(line), (0, 0, 0, 0 if line.startswith("Move") else 2)))
    console.print()
    console.print(escape(f"`python -m bot try --again {told.session} --from N` plays on from move N."))
    return 0 if picture is None else await _write(reviewing, told, console, picture)


async def _write(reviewing: Reviewing, told: SessionReview, console: Console, picture: Path) -> int:
    drawn = await reviewing.picture(told)
    try:
        await asyncio.to_thread(picture.write_bytes, drawn.png)
    except OSError as error:
        console.print(escape(f"{picture} can't be written: {error.strerror}."))
        return 1
    console.print(escape(f"The curve is in {picture}. {drawn.alt}"))
    return 0


def _move(told: SessionReview, move: MoveReview) -> Iterator[str]:
    currency = told.scenario.currency
    offer = "no offer of yours" if move.offer is None else f"your offer {spoken(move.offer, currency)}"
    yield f"Move {move.number}: {move.grade} ({spoken(move.ask, currency)} on the table, {offer})"
    yield f"You: “{' '.join(move.text.split())}”" if move.spoken else f"({move.text})"
    if move.heard is not None:
        yield f"Heard: {move.heard}"
    yield from costs(move)
    yield from move.asides
    if move.passage is not None:
        before = next((each for each in told.moves[: move.number - 1] if each.passage == move.passage), None)
        text = f"see what stands at move {before.number}." if before else move.passage.text
        yield f"{move.passage.title}: {text}"
    if move.thoughts:
        yield f"They thought: {' '.join(move.thoughts)}"


def costs(move: MoveReview) -> Iterator[str]:
    """Why a move cost something, and what would have been better; nothing where it cost nothing."""
    if move.why is not None:
        yield move.why
    if move.better is not None:
        yield f"Better: {move.better if move.better.startswith('*') else f'“{move.better}”'}"
