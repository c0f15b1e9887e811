"""Messages of our own over the settings of all scenarios, and what is to be heard in each: the files in heard/.

A file groups messages by what is known: a scenario, then after a bar what has changed since its opening ("ask 195,
mine 180, away learner"). Beside each message stand the moves to be heard, "~" before those that may be heard or not.
Courtesy, an argument, or a general question heard beside other moves is no mistake.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml

from bot.content.library import load_library
from bot.negotiation import moves as vocabulary
from bot.negotiation.money import minor_per_major
from bot.negotiation.moves import Accept, Ask, CiteAlternative, Move, Offer, Place, RequestExtra, WalkAway
from bot.negotiation.reading import Known, Reading
from bot.negotiation.scenario import Scenario
from tests import first_model

FOLDER = Path(__file__).parent / "heard"
KNOWLEDGE = first_model.knowledge()
NAMES: dict[type[Move], str] = {
    vocabulary.HoldFirm: "hold",
    vocabulary.GiveReason: "reason",
    vocabulary.RequestConcession: "better",
    vocabulary.StrikeAddOn: "better",
    vocabulary.Stall: "stall",
    vocabulary.SumUp: "sumup",
    vocabulary.Apologize: "sorry",
    vocabulary.Threaten: "threat",
    vocabulary.ComeBack: "back",
    vocabulary.CallAfter: "call",
    vocabulary.LetGo: "letgo",
    vocabulary.ShowEagerness: "eager",
    vocabulary.BeCourteous: "courteous",
    vocabulary.BeRude: "rude",
    vocabulary.SmallTalk: "nothing",
}
ALWAYS_ALLOWED = {"courteous", "reason", "ask general", "stall", "sumup", "sorry"}


@dataclass(frozen=True)
class Line:
    text: str
    known: Known
    file: str
    group: str
    required: frozenset[str]
    allowed: frozenset[str]

    @property
    def held_out(self) -> bool:
        """Whether this line was kept aside while the rules were written."""
        return hashlib.sha1(self.text.encode()).digest()[0] % 2 == 1

    def agrees_with(self, reading: Reading) -> bool:
        heard = set(names_of(reading, self.known.per_major))
        heard |= {name.removeprefix("doubt ") for name in heard if name.removeprefix("doubt ") in self.required}
        heard -= {f"doubt {name}" for name in self.required}
        surplus = heard - self.required - self.allowed - {"nothing"}
        if self.required != {"nothing"}:
            surplus -= ALWAYS_ALLOWED
        surplus = {name for name in surplus if name.split()[0] not in self.allowed}
        return self.required <= heard and not surplus


def names_of(reading: Reading, per_major: int) -> Iterator[str]:
    """What was heard, in the words of the files."""
    for move in reading.moves:
        yield name_of(move, per_major)
    if reading.doubt is not None:
        yield f"doubt {name_of(reading.doubt.options[0], per_major)}"


def name_of(move: Move, per_major: int) -> str:
    match move:
        case Offer(amount, extras):
            return " + ".join([f"offer {amount / per_major:g}", *sorted(extras)])
        case Accept():
            return "accept"
        case WalkAway(reachable):
            return "walk reachable" if reachable else "walk"
        case CiteAlternative(None):
            return "alternative"
        case CiteAlternative(int() as amount):
            return f"alternative {amount / per_major:g}"
        case Ask(topic):
            return f"ask {topic.value}"
        case RequestExtra(extra):
            return f"extra {extra}"
        case _:
            return NAMES[type(move)]


def all_lines() -> Iterator[Line]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for group, lines in yaml.safe_load(path.read_text()).items():
            if group.partition(" | ")[0] not in scenarios():
                continue
            for text, hear in lines.items():
                parts = [part.strip() for part in hear.split(",")]
                required = frozenset(part for part in parts if not part.startswith("~"))
                allowed = frozenset(part[1:] for part in parts if part.startswith("~"))
                yield Line(text, known_in(group), path.stem, group, required, allowed)


@lru_cache
def scenarios() -> Mapping[str, Scenario]:
    return load_library(KNOWLEDGE).scenarios


@lru_cache
def known_in(group: str) -> Known:
    """What may be known when a message of this group is read."""
    name, _, changes = group.partition(" | ")
    scenario = scenarios()[name]
    per_major = minor_per_major(scenario.currency)
    known = Known(
        scenario.side,
        scenario.list_price,
        ask=scenario.opening_ask,
        per_major=per_major,
        extras=scenario.extras,
        alternative_words=scenario.alternative.words,
        alternative_amount=scenario.alternative.amount,
    )
    for change in filter(None, changes.split(", ")):
        key, value = change.split()
        if key == "ask":
            known = replace(known, ask=int(value) * per_major)
        elif key == "mine":
            known = replace(known, mine=int(value) * per_major)
        else:
            known = replace(known, place=Place(f"{value}_away"))
    return known
