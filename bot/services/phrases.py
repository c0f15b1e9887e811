"""What the bot itself says beside the two who negotiate: questions about what was meant, and notices."""

from __future__ import annotations

from bot.negotiation.acts import Outcome
from bot.negotiation.money import spoken
from bot.negotiation.moves import (
    Accept,
    Ask,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    HoldFirm,
    LetGo,
    Move,
    Offer,
    RequestConcession,
    RequestExtra,
    Stall,
    StrikeAddOn,
    Threaten,
    WalkAway,
)
from bot.negotiation.naming import gets, gives, on_the_table, terms
from bot.negotiation.record import Step, StepKind
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import State

CLOSED_IDLE = (
    "It has been quiet here for a while, so this practice is closed. Nothing is lost: below is where it stood, "
    "and you can start it anew whenever you like."
)
VEILED_END = (
    "That was your game. What they were hiding is told when everybody has finished and the moderator reveals it."
)
DRILL_TIME_UP = "Time is up, so this game stops where it stands. What was on the table counts, if it beats no deal."
DRILL_CALLED_OFF = "The moderator has called this drill off. Nothing of it is compared; below is where your game stood."
BACK_AT = (
    "You are back at this moment of an earlier practice, and they are who they were. It is practice: your rating stays "
    "as it is."
)
SAY_AGAIN = "All right, that didn't count. Say it again in your own words."
UNRATED_FROM_NOW = "You’ve taken back a lot, so this practice can’t raise your rating anymore. Undo works as before."
NOTHING_CHANGED = "All right, nothing has changed."
WHETHER_TO_STOP = "End this practice here? Nothing more can be said in it, and you see what they were hiding."
STOPS, GOES_ON = "End it", "Go on"


def option_label(scenario: Scenario, ask: int, move: Move) -> str:
    """What a learner would be doing with `move`, as an order and short enough for a button (80 characters)."""
    match move:
        case Offer(amount, extras):
            return _short(f"Offer {terms(scenario, amount, extras, to_do=True)}")
        case Accept():
            return f"Accept {spoken(ask, scenario.currency)}"
        case WalkAway():
            return "Leave the table"
        case Threaten():
            return "Only say that you may leave"
        case CiteAlternative(amount):
            of = "" if amount is None else f" of {spoken(amount, scenario.currency)}"
            return f"Mention another offer{of}"
        case HoldFirm():
            return "Say no, without a new price"
        case RequestConcession():
            return "Ask for a better price"
        case RequestExtra(extra_id):
            return _short(wish(scenario, extra_id))
        case StrikeAddOn():
            return "Ask to leave something out"
        case Stall():
            return "Ask for time"
        case Ask():
            return "Only ask"
        case GiveReason():
            return "Give a reason"
        case ComeBack():
            return "Come back to the table"
        case CallAfter():
            return "Call them back"
        case LetGo():
            return "Let them go"
        case _:
            return "Just talk"


def deed(scenario: Scenario, ask: int, step: Step) -> str:
    """What moved a session on, in a few words; `ask` is what was on the table before."""
    match step.kind:
        case StepKind.OPENED:
            return "The start"
        case StepKind.TIME:
            return "Time passes"
        case StepKind.LEFT:
            return "Stop here"
        case StepKind.SAID:
            return "; ".join(option_label(scenario, ask, move) for move in step.moves)


def beyond(scenario: Scenario) -> str:
    """What to say to an amount that nobody could mean; it isn't said again, however long it is."""
    began = spoken(scenario.opening_ask, scenario.currency)
    return f"That can’t be a price for {scenario.item}, which started at {began}. Try again with the figure you mean."


def wish(scenario: Scenario, extra_id: str) -> str:
    """What is done by naming an extra: "Ask for a spare bulb", "Offer to pay all of it today"."""
    asked, offered = gets(scenario, {extra_id}), gives(scenario, {extra_id})
    if offered:
        return f"Offer to {offered[0]}"
    return f"Ask for {asked[0]}" if asked else "Ask for something on top"


def over_told(scenario: Scenario, state: State) -> str:
    """How it ended, as far as the learner knows it."""
    if state.outcome is Outcome.DEAL:
        return f"A deal at {on_the_table(scenario, state)}."
    return "It is over, without a deal."


def _short(label: str) -> str:
    return label if len(label) <= 80 else f"{label[:79]}…"
