"""A session again, move by move: what each was worth, why, and what would have been better."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import discord
from discord import ui

from bot.discord_front import custom_ids
from bot.discord_front.cards.brief import name_of
from bot.discord_front.cards.paper import END, Card, Part, button, buttons, quote, rule, small
from bot.discord_front.cards.questions import LETTERS
from bot.discord_front.quoting import escaped
from bot.negotiation.money import spoken
from bot.negotiation.review import Grade
from bot.pictures import Picture
from bot.services.review_views import MoveReview, Puzzle, SessionReview

_CURVE = "curve.png"
SIGNS = {
    Grade.BEST: "★",
    Grade.EXCELLENT: "✓",
    Grade.GOOD: "✓",
    Grade.INACCURACY: "?!",
    Grade.MISTAKE: "?",
    Grade.BLUNDER: "??",
}
"""As chess players write them; the grade itself always stands beside it."""


def curve_file(picture: Picture) -> discord.File:
    """The picture as it is attached to a card that shows it."""
    return discord.File(BytesIO(picture.png), _CURVE, description=picture.alt)


def review_card(
    told: SessionReview, number: int, picture: Picture, *, answered: bool, chosen: int | None = None
) -> Card:
    """One move of a session. A costly one is a question first, where it makes one, until it is `answered`; `chosen` is
    the option that the learner has just tried."""
    move = told.move(number)
    asking = move.puzzle is not None and not answered and chosen is None
    head = f"## Move {move.number} of {len(told.moves)}: {_verdict(move)}"
    accuracy = "" if told.accuracy is None else f" · accuracy {told.accuracy:.0f}%"
    counted = small(f"{told.scenario.title} · round {move.round}{accuracy}")
    curve = ui.MediaGallery[Card](discord.MediaGalleryItem(f"attachment://{_CURVE}", description=picture.alt))
    return Card(
        END,
        [
            f"{head}\n{counted}",
            "\n".join(_talk(told, move)),
            *(_question(told, move) if asking else _answer(told, move, chosen)),
            curve,
            _pages(told, move),
            buttons(
                button("Try again from here", custom_ids.AGAIN_FROM(session=told.session, move=move.number), "success"),
                button("What they were thinking", custom_ids.THINKING(session=told.session, page=1)),
            ),
        ],
    )


def moment_in_short(move: MoveReview) -> str:
    """A moment for the debrief: what was said, why it cost something, and what one could have said instead."""
    lines = [f"> {_quoted(move)}", move.why or ""]
    if move.better is not None:
        lines.append(f"Better: {typed(move.better)}")
    return "\n".join(line for line in lines if line)


def _verdict(move: MoveReview) -> str:
    return f"{move.grade} {SIGNS[move.grade]}"


def _talk(told: SessionReview, move: MoveReview) -> Iterator[str]:
    before = " ".join(move.before.split())
    yield f"> {before}" if before.startswith("*") else f"> {name_of(told.scenario)}: {before}"
    yield f"> **You:** {_quoted(move)}"
    if move.heard is not None:
        yield small(f"Heard: {move.heard}")
    currency = told.scenario.currency
    offer = "no offer of yours" if move.offer is None else f"your offer {spoken(move.offer, currency)}"
    yield small(f"On the table then: {spoken(move.ask, currency)} · {offer}")


def _quoted(move: MoveReview) -> str:
    return quoted(move.text, spoken=move.spoken)


def quoted(text: str, *, spoken: bool) -> str:
    """Return what somebody said as it stands, or in italics what they did."""
    return escaped(text) if spoken else f"*{escaped(text)}*"


def _question(told: SessionReview, move: MoveReview) -> Iterator[Part]:
    """The move as a puzzle: what would have been better stays hidden."""
    puzzle = move.puzzle
    if puzzle is None:
        return
    yield f"That cost about {spoken(move.cost, told.scenario.currency)}. **Can you find the better move?**"
    yield "\n".join(f"**{LETTERS[option]}** {text}" for option, text in enumerate(puzzle.options))
    letters = [
        button(
            LETTERS[option],
            custom_ids.REVIEW_TRY(session=told.session, move=move.number, option=option),
            "primary",
        )
        for option in range(len(puzzle.options))
    ]
    show = button("Just show me", custom_ids.REVIEW(session=told.session, move=move.number, shown=1))
    yield buttons(*letters, show)
    yield rule()


def _answer(told: SessionReview, move: MoveReview, chosen: int | None) -> Iterator[Part]:
    if chosen is not None and move.puzzle is not None:
        yield _tried(told, move.puzzle, chosen)
    yield "\n".join(_explained(told, move))
    if move.passage is not None:
        yield f"**{move.passage.title}**\n{quote(move.passage.text)}"
    if move.thoughts:
        yield f"**What {name_of(told.scenario)} was thinking.** {' '.join(move.thoughts)}"
    yield rule()


def _tried(told: SessionReview, puzzle: Puzzle, chosen: int) -> str:
    chosen = min(chosen, len(puzzle.options) - 1)
    cost = puzzle.costs[chosen]
    if cost == 0:
        return f"✅ **{LETTERS[chosen]}** {puzzle.options[chosen]}. That’s the best move."
    best = puzzle.costs.index(0)
    gives = spoken(cost, told.scenario.currency)
    return (
        f"❌ **{LETTERS[chosen]}** {puzzle.options[chosen]}: that costs about {gives}.\n"
        f"✅ **{LETTERS[best]}** {puzzle.options[best]}."
    )


def _explained(told: SessionReview, move: MoveReview) -> Iterator[str]:
    yield move.why or _nothing_lost(move)
    if move.better is not None:
        yield f"**Better:** {typed(move.better)}"
    yield from (small(aside) for aside in move.asides)


def _nothing_lost(move: MoveReview) -> str:
    if move.grade is Grade.BEST:
        return "That was the best move, going by what you could know."
    return "A good move: nothing would have been much better, going by what you could know."


def typed(better: str) -> str:
    """Return a message in quotation marks, or what to do as it stands."""
    return better if better.startswith("*") else f"“{better}”"


def _pages(told: SessionReview, move: MoveReview) -> ui.ActionRow[Card]:
    """Back and forth, and straight to what cost most."""
    last = len(told.moves)
    costliest = max(told.key_moments, key=lambda each: each.cost, default=None)

    def turn(label: str, number: int, page: str) -> ui.Button[ui.LayoutView]:
        return button(label, page, here=not 1 <= number <= last or number == move.number)

    def page(number: int) -> str:
        return custom_ids.REVIEW(session=told.session, move=min(max(number, 0), last + 1), shown=0)

    row = [
        turn("◀ Before", move.number - 1, page(move.number - 1)),
        turn("After ▶", move.number + 1, page(move.number + 1)),
    ]
    if costliest is not None and last > 1:
        jump = custom_ids.REVIEW_JUMP(session=told.session, move=costliest.number)
        row.append(turn("What cost most", costliest.number, jump))
    return buttons(*row)
