"""The votes of a fishbowl: the card that counts them, and its buttons. Whoever has a seat has a vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.discord_front.answering import done_or_deferred, show
from bot.discord_front.cards.paper import Card, button, buttons, cut, small
from bot.discord_front.drilling import ids
from bot.discord_front.drilling.cards import DRILL, moment
from bot.discord_front.drilling.who import moderated
from bot.discord_front.quoting import escaped
from bot.discord_front.views.pressing import Form, Forms, on_press
from bot.services.drill_votes import LONGEST_PROPOSAL, BallotState, BallotView

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction

_ROW = 5  # buttons in one row, Discord's limit


def ballot_card(view: BallotView) -> Card:
    """What may be said, what each has, and until when one may vote."""
    counts = view.ballot.tally()
    leading = view.leading
    lines = [
        f"**{number}.** {escaped(candidate.text)} · {_votes(counts[number - 1])}"
        for number, candidate in enumerate(view.ballot.candidates, 1)
    ]
    if view.state is BallotState.CLOSED:
        return Card(DRILL, ["### No vote is open"] if view.chosen is None else ["### It is said", lines[view.chosen]])
    tied = view.state is BallotState.TIED
    votable = leading if tied else range(len(view.ballot.candidates))
    kind = ids.DECIDE if tied else ids.VOTE
    row = [
        button(str(each + 1), kind(drill=view.drill, number=view.number, candidate=each), "primary") for each in votable
    ]
    return Card(
        DRILL,
        [
            "### What do we say?",
            "\n".join(lines),
            _until(view),
            *(buttons(*row[at : at + _ROW]) for at in range(0, len(row), _ROW)),
            None if tied else buttons(button("Propose…", ids.PROPOSE(drill=view.drill))),
        ],
    )


def _until(view: BallotView) -> str:
    if view.state is BallotState.TIED:
        return small("A tie. A moderator decides.")
    return small("Voting is paused." if view.closes is None else f"Voting closes {moment(view.closes)}.")


def _votes(count: int) -> str:
    return "1 vote" if count == 1 else f"{count} votes"


@on_press(ids.VOTE)
async def vote(interaction: Interaction, drill: str, number: str, candidate: str) -> None:
    votes = interaction.client.drills.votes
    voting = votes.vote(int(drill), interaction.guild_id or 0, interaction.user.id, int(number), int(candidate))
    await show(interaction, ballot_card(await done_or_deferred(interaction, voting)))


@on_press(ids.DECIDE)
async def decide(interaction: Interaction, drill: str, number: str, candidate: str) -> None:
    """A moderator's word, where several lead."""
    with interaction.client.in_hand.turn():
        view = await done_or_deferred(interaction, _decided(interaction, int(drill), int(number), int(candidate)))
        await show(interaction, ballot_card(view))
        await interaction.client.outbox.deliver_quietly(view.session)


async def _decided(interaction: Interaction, drill: int, number: int, candidate: int) -> BallotView:
    guild = await moderated(interaction)
    return await interaction.client.drills.votes.decide(drill, guild, number, candidate)


@on_press(ids.PROPOSE)
async def propose(interaction: Interaction, drill: str) -> None:
    words = ui.Label[Form](
        text="What should we say?",
        description="As you would say it at the table.",
        component=ui.TextInput(custom_id="words", style=discord.TextStyle.paragraph, max_length=LONGEST_PROPOSAL),
    )
    await interaction.response.send_modal(Form("Propose a move", ids.PROPOSE_FORM(drill=drill), words))


async def proposed(interaction: Interaction, drill: str, words: str) -> None:
    votes = interaction.client.drills.votes
    proposing = votes.propose(int(drill), interaction.guild_id or 0, interaction.user.id, words)
    view = await done_or_deferred(interaction, proposing, privately=True)
    await show(interaction, Card(DRILL, [f"Proposed: “{cut(escaped(words), 200)}”"]), privately=True)
    await interaction.client.desk.show_ballot(view)


PRESSABLE = (vote, decide, propose)
FORMS = Forms(((ids.PROPOSE_FORM, proposed, None),))
