"""What a reason is about, told by its words once it is known to be one: the same argument twice earns nothing more."""

from __future__ import annotations

from bot.negotiation.reading.said import Said
from bot.negotiation.reading.wordsets import words

GENERAL = "general"

KINDS = {
    "promise": words(
        "promised promise agreed said told waived dropped writing confirmed advertised ad poster website tag printed"
    ),
    "market": words(
        "market average going usual normal everywhere comparable similar online others elsewhere rate worth typical"
    ),
    "budget": words("budget afford money savings saved spend tight broke paycheck salary wage cash-strapped"),
    "faults": words(
        "scratch scratches scratched broken damage damaged worn wear old older dent dents rust stain stains crack "
        "cracked missing dirty noisy used repair repairs faulty"
    ),
    "quality": words(
        "new mint perfect condition quality original genuine barely excellent handmade rare solid warranty"
    ),
    "cash": words("cash today now upfront immediately tonight"),
    "ease": words("pick pickup myself truck collect fetch quick easy hassle"),
    "no_need": words("need use useless dizzy bicycle bike never nothing without unnecessary"),
    "loyalty": words("years loyal regular always customer client tenant member again late paid"),
    "skill": words("experience certified degree skills skill portfolio results trained led managed built"),
    "effort": words("work hours time cost costs costing materials crew travel drive drove"),
    "others_pay": words("colleague neighbor neighbour friend paid pays charged earn earns"),
}
"""Words that tell what an argument is about; the kind with most of them in a message is its kind."""


def kind_of(said: Said) -> str:
    """Return the kind of the argument in a message that is known to argue."""
    counts = {kind: len(telling & said.where.keys()) for kind, telling in KINDS.items()}
    best = max(counts, key=lambda kind: counts[kind])
    return best if counts[best] else GENERAL
