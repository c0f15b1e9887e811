"""A server's leaderboard."""

from __future__ import annotations

from bot.discord_front import custom_ids
from bot.discord_front.cards.paper import PLAIN, Card, button, buttons, rule, small
from bot.services.learning import Board, Place

_NOBODY = "Nobody stands here yet."


def board_card(board: Board) -> Card:
    """The ten best of those who have agreed to stand here, and the place of the one who asks."""
    by = "rating" if board.week is None else "week"
    explained = (
        "By rating, ± how sure it is. Ratings that are still settling come later."
        if board.week is None
        else "Since Monday: your best session of each scenario counts, up to 100 each. Hints take some of it off."
    )
    stand = button("Take me off", custom_ids.BOARD_STAND(by=by, on=0)) if board.on else None
    return Card(
        PLAIN,
        [
            f"## Leaderboard\n{small(explained)}",
            "\n".join(_line(place) for place in board.places) or _NOBODY,
            _own(board),
            rule(),
            buttons(
                button("By rating", custom_ids.BOARD(by="rating"), "primary", here=by == "rating"),
                button("This week", custom_ids.BOARD(by="week"), "primary", here=by == "week"),
                stand or button("Put me here", custom_ids.BOARD_STAND(by=by, on=1), "success"),
            ),
        ],
    )


def _line(place: Place) -> str:
    sure = "" if place.within is None else f" ± {place.within}"
    return f"{place.rank}. <@{place.learner}> **{place.points:,}**{sure} · {place.sessions} played"


def _own(board: Board) -> str | None:
    if not board.on:
        return "You are not shown here: only those are who have said that they want to be."
    if board.mine is None:
        return "You will stand here after some more rated practice."
    if board.mine in board.places:
        return None
    return f"…\n{_line(board.mine)}\n{small(f'{board.members:,} stand here')}"
