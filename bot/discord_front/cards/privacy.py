"""What /privacy shows: what is kept about a member, the question before it is deleted, and that it has been."""

from __future__ import annotations

from io import BytesIO

import discord

from bot.discord_front import custom_ids
from bot.discord_front.cards.paper import PLAIN, Card, bullets, button, buttons, rule, small
from bot.services.privacy import Kept

_EXPORT = "walkaway-data.zip"
_NOTHING = "## What I keep about you\nNothing at all. That changes with your first practice, quiz or setting."


def kept_card(kept: Kept) -> Card:
    if not kept.things:
        return Card(PLAIN, [_NOTHING])
    return Card(
        PLAIN,
        [
            "## What I keep about you",
            bullets(f"{about} ({count:,})" for about, count in kept.things),
            f"What you wrote is taken out {_days(kept.keep.days)} after a practice has ended. What you did by it "
            "stays, for your progress. Nothing is passed on to anybody, and nothing is used to train anything.",
            rule(),
            buttons(
                button("Get it as a file", custom_ids.PRIVACY_EXPORT(), "primary"),
                button("Delete it all…", custom_ids.PRIVACY_DELETE(), "danger"),
            ),
            small("Only you see this. The threads themselves belong to the server: delete them there."),
        ],
    )


def question_card() -> Card:
    return Card(
        PLAIN,
        [
            "**Delete everything I keep about you?** Practices that are running stop at once, and your progress, "
            "rating, quizzes and settings are gone. Nobody can bring them back.",
            buttons(
                button("Delete it all", custom_ids.PRIVACY_DELETE_NOW(), "danger"),
                button("Keep it", custom_ids.PRIVACY_KEEP()),
            ),
        ],
    )


def deleted_card() -> Card:
    return Card(
        PLAIN,
        [
            "**It is all deleted.** Backups that the host has made lose it as they are replaced by newer ones. "
            "What was posted in threads and direct messages is still in Discord; you can delete it there."
        ],
    )


def kept_after_all_card() -> Card:
    return Card(PLAIN, ["All right, it stays."])


def export_file(zipped: bytes) -> discord.File:
    return discord.File(BytesIO(zipped), _EXPORT)


def _days(days: int) -> str:
    return "a day" if days == 1 else f"{days} days"
