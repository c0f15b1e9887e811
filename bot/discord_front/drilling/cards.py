"""How a drill looks: the invitation for everybody, and the console for its moderators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

import discord
from discord import ui

from bot.discord_front.cards.brief import rounds_of
from bot.discord_front.cards.paper import Card, button, buttons, rule, small
from bot.discord_front.drilling import ids
from bot.discord_front.quoting import escaped
from bot.drills.drill import TABLE, Mode, Phase, Status
from bot.drills.pairs import Pair
from bot.drills.standings import Ending, Result
from bot.negotiation.money import spoken
from bot.negotiation.state import State
from bot.services.drill_book import DrillView, SeatView

DRILL = discord.Colour(0x7A4FA5)
MORE_MINUTES = 5
_LISTED = 50  # seats that the console tells one by one

MODES = {Mode.ROOM: "Room", Mode.PAIRS: "Pairs", Mode.FISHBOWL: "Fishbowl"}
_HOW = {
    Mode.ROOM: "Everybody negotiates the same, with the same hidden truth, in a private thread of their own.",
    Mode.PAIRS: "Two and two, each with a role that only they know.",
    Mode.FISHBOWL: "One negotiation in front of all. You vote on every move.",
}
_BEGINS = {
    Mode.ROOM: "When the moderator starts, I add you to your thread; your time starts there.",
    Mode.PAIRS: "When the moderator starts, I add the two of you to your thread.",
    Mode.FISHBOWL: "When the moderator starts, a thread opens below this channel. You have a vote on every move.",
}
_ENDINGS = {Ending.DEAL: "a deal", Ending.NO_DEAL: "no deal", Ending.UNFINISHED: "not finished"}


def invitation_card(view: DrillView) -> Card:
    """What everybody sees in the channel."""
    drill, scenario = view.drill, view.scenario
    gathering = drill.phase is Phase.GATHERING
    starts = f"\nStarts <t:{int(view.starts_at.timestamp())}:f>." if view.starts_at and gathering else ""
    return Card(
        DRILL,
        [
            f"## Drill: {scenario.title}\n{scenario.summary}",
            f"{_HOW[drill.mode]}\n**{minutes(drill.clock.length)}** each{_sides(view)}.{starts}",
            f"> {escaped(view.note)}" if view.note else None,
            small("The second game: each of you has the other side now.") if view.game == 2 else None,
            rule(),
            _invitation_line(view),
            buttons(
                button("Join", ids.JOIN(drill=view.id), "success", here=drill.taken >= drill.most),
                button("Leave", ids.LEAVE(drill=view.id)),
            )
            if gathering
            else None,
        ],
    )


def _sides(view: DrillView) -> str:
    return "" if view.drill.mode is Mode.PAIRS else f", you play the {view.scenario.side}"


def _invitation_line(view: DrillView) -> str:
    drill = view.drill
    match drill.phase:
        case Phase.GATHERING:
            return f"**{drill.taken}** of {drill.most} seats taken."
        case Phase.CANCELLED:
            return "Called off."
        case Phase.OVER:
            return f"Over. {_people(drill.taken)} took part."
        case _:
            queued = len(drill.those(Status.QUEUED))
            if drill.mode is Mode.FISHBOWL:
                state = "Paused." if drill.phase is Phase.PAUSED else "It runs, in the thread of this channel."
                return f"{state} {_people(drill.taken)} vote."
            opening = f" Threads open one after another, {queued} to go; your time starts in yours." if queued else ""
            state = "Paused." if drill.phase is Phase.PAUSED else f"It runs: {_people(drill.taken)}."
            return state + opening


def joined_card(view: DrillView, *, named: bool) -> Card:
    """What a member who has joined sees, alone: whether their name may stand in the standings."""
    told = (
        "Your name will stand in the standings."
        if named
        else "In the standings you are a place without a name, unless you say otherwise."
    )
    switch = (
        button("Keep my name out", ids.NAMED(drill=view.id, on=0))
        if named
        else button("Show my name", ids.NAMED(drill=view.id, on=1))
    )
    return Card(
        DRILL,
        [
            f"**You have a seat.** {_BEGINS[view.drill.mode]}",
            None if view.drill.mode is Mode.FISHBOWL else told,
            buttons(*([] if view.drill.mode is Mode.FISHBOWL else [switch]), button("Leave", ids.LEAVE(drill=view.id))),
        ],
    )


def console_card(view: DrillView, states: Mapping[int, State]) -> Card:
    """Who has joined, where each one stands, the time left, and what a moderator can do about it."""
    drill = view.drill
    lines = list(_seat_lines(view, states))
    more = f"\n… and {len(lines) - _LISTED} more" if len(lines) > _LISTED else ""
    return Card(
        DRILL,
        [
            f"## Console · {view.scenario.title}\n{small(f'Drill {view.id} · {MODES[drill.mode]} · for moderators')}",
            _clock_line(view),
            _counts(view),
            "\n".join(lines[:_LISTED]) + more if lines else "Nobody has joined yet.",
            rule(),
            *_controls(view),
        ],
    )


def _controls(view: DrillView) -> Iterator[ui.ActionRow[Card]]:
    drill, number = view.drill, view.id
    paused = drill.phase is Phase.PAUSED
    over = drill.phase in (Phase.OVER, Phase.CANCELLED)
    yield buttons(
        button("Start", ids.START(drill=number), "success", here=drill.phase is not Phase.GATHERING),
        button("Go on", ids.RESUME(drill=number), "success")
        if paused
        else button("Pause", ids.PAUSE(drill=number), here=drill.phase is not Phase.RUNNING),
        button(
            f"+{MORE_MINUTES} min",
            ids.MORE(drill=number, seen=round(drill.clock.length.total_seconds())),
            here=over,
        ),
        button("Remind", ids.REMIND(drill=number), here=over or paused),
    )
    yield buttons(
        button("Reveal", ids.REVEAL(drill=number), "primary", here=drill.revealed or drill.phase is not Phase.OVER),
        button("End", ids.END(drill=number), "danger", here=not drill.under_way),
        button("Export", ids.EXPORT(drill=number), here=not drill.revealed),
        button("Refresh", ids.REFRESH(drill=number)),
    )


def _clock_line(view: DrillView) -> str:
    drill = view.drill
    length = f"**{minutes(drill.clock.length)}** each"
    match drill.phase:
        case Phase.GATHERING:
            return f"{length}. Press Start when all are here."
        case Phase.PAUSED:
            return f"{length}. **Paused**: the clock stands, and nothing that is said counts."
        case Phase.RUNNING:
            return f"{length}. {_deadlines(drill.deadline(), drill.last_deadline())}"
        case Phase.CANCELLED:
            return "**Called off.**"
        case Phase.OVER if drill.revealed:
            return "**Over**, and revealed."
        case Phase.OVER:
            return "**All are done.** Press Reveal to tell everybody what was hidden."


def _deadlines(first: datetime | None, last: datetime | None) -> str:
    if first is None or last is None:
        return "No clock runs yet: it starts for each when their thread is there."
    if first == last:
        return f"Time is up {moment(last)}."
    return f"Time is up {moment(first)} for the first, {moment(last)} for the last."


def _counts(view: DrillView) -> str:
    names = {
        Status.JOINED: "joined",
        Status.QUEUED: "waiting for a thread",
        Status.PLAYING: "playing",
        Status.VOTING: "voting",
        Status.DONE: "done",
        Status.GONE: "left",
    }
    counts = {status: len(view.drill.those(status)) for status in names}
    return " · ".join(f"**{count}** {names[status]}" for status, count in counts.items() if count) or "**0** joined"


def _seat_lines(view: DrillView, states: Mapping[int, State]) -> Iterator[str]:
    for seat in view.seats:
        if seat.seat.status is not Status.GONE:
            who = "**The table**" if seat.seat.number == TABLE else f"{seat.seat.number}. <@{seat.seat.member}>"
            yield f"{who} · {_standing(view, seat, states)}"


def _standing(view: DrillView, seat: SeatView, states: Mapping[int, State]) -> str:
    if seat.result is not None:
        return result_words(seat.result, view.scenario.currency)
    match seat.seat.status:
        case Status.JOINED:
            return "is here"
        case Status.QUEUED:
            return "waits for a thread"
        case Status.VOTING:
            return "votes"
        case _:
            pair = next((pair for pair in view.pairs if seat.seat.number in pair.seats), None)
            if pair is not None and pair.second is not None:
                return _at_table(view, pair, seat.seat.number)
            state = states.get(seat.seat.number)
            if state is None:
                return "is done"
            ask = spoken(view.scenario.price_at(state.given), view.scenario.currency)
            return f"{ask} on the table, {rounds_of(state.round, view.scenario.rounds)}"


def _at_table(view: DrillView, pair: Pair, seat: int) -> str:
    """Where one of two stands: "with 2, who offers $189"."""
    other = pair.other(seat)
    if pair.away is not None:
        return f"with {other}, has left the table" if pair.away == seat else f"with {other}, who has left the table"
    if pair.proposal is None:
        return f"talks with {other}"
    price = spoken(pair.proposal.terms.price, view.scenario.currency)
    return f"with {other}, offers {price}" if pair.proposal.by == seat else f"with {other}, who offers {price}"


def result_words(result: Result, currency: str) -> str:
    """ "a deal, $7 better than the alternative"."""
    if result.gain == 0:
        return f"{_ENDINGS[result.ending]}, even with the alternative"
    better = "better" if result.gain > 0 else "worse"
    return f"{_ENDINGS[result.ending]}, {spoken(abs(result.gain), currency)} {better} than the alternative"


def moment(at: datetime) -> str:
    """A time as each reader's own Discord counts down to it."""
    return f"<t:{int(at.timestamp())}:R>"


def minutes(length: timedelta) -> str:
    count = round(length.total_seconds() / 60)
    return "1 minute" if count == 1 else f"{count} minutes"


def _people(count: int) -> str:
    return "one member" if count == 1 else f"{count} members"
