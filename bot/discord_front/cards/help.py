"""One screen that says how it goes."""

from __future__ import annotations

from bot.discord_front.cards.paper import PLAIN, Card, bullets, rule, small


def help_card(*, hears_everything: bool) -> Card:
    """`hears_everything` is False where messages must mention the bot or reply to it to be read."""
    speaking = (
        "Write in your own words, as you would say it."
        if hears_everything
        else "Reply to what I wrote, mention me, or press **Reply…**. I can't read anything else here."
    )
    return Card(
        PLAIN,
        [
            "## Walkaway\nNegotiate with somebody who has limits of their own, then see what they were hiding.",
            bullets(
                [
                    "**/practice** opens a thread with your brief. Inside one, it shows the buttons again.",
                    "**/review** goes through one that is over, move by move.",
                    "**/tactic** explains one tactic, **/tactics** lists them. "
                    "Under Apps in any message's menu, “Which tactic is this?” names the one at work.",
                    "**/quiz** asks what is due today, **/daily** has one position for the whole server.",
                    "**/progress** shows your record, **/leaderboard** those who like to be compared.",
                    "**/privacy** shows what I keep about you, and deletes it if you like.",
                ]
            ),
            rule(),
            f"**At the table.** {speaking} Ask, offer, hold, leave: leaving is a move, not the end. "
            "When I'm not sure what you meant, I ask before it counts. “That's not what I said” takes your last "
            "message back, also one that ended it; “where do we stand?” and “stop” are for me.",
            small("Only you move in your practice. It keeps for a day without a word."),
        ],
    )
