"""What the phrase books hear in a message: the labels that the rules alone would give it.

One of the two opinions that reader.py weighs against each other. Nothing here binds anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.negotiation.moves import Place
from bot.negotiation.reading.amounts import Price
from bot.negotiation.reading.answering import Yes, firmness, refusal, yes
from bot.negotiation.reading.answers import Answer
from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.hearing import Hearing, hear
from bot.negotiation.reading.labels import concedes, greets, tells_more
from bot.negotiation.reading.leaving import Exit, alternative, exit_from, threat
from bot.negotiation.reading.said import REMEMBERED, Said
from bot.negotiation.reading.signs import Way
from bot.negotiation.reading.terms import extras_named
from bot.negotiation.reading.tone import Tone, shouts
from bot.negotiation.reading.wishing import wishes
from bot.negotiation.scenario import Side

_ASSENTS = frozenset({"okay", "yes", "sure", "fine", "deal", "good", "great"})
_CHANGES_TERMS = frozenset({"if", "unless", "provided", "instead", "without", "minus", "except", "long"})
"""Beside the other side's own price, these change something else: "at 12,500 I'd leave it out"."""

_WANTS = frozenset({"need", "want", "expect"})


@dataclass(frozen=True, slots=True)
class RuleOpinion:
    """The labels that the rules give a message, and what they heard besides."""

    acts: frozenset[str]
    ironic: bool
    calls_after: bool  # it asks somebody who is leaving to stay
    returns: bool  # it takes the talk up again


@lru_cache(maxsize=REMEMBERED)
def rule_opinion(said: Said, known: Known) -> RuleOpinion:
    """Return what the rules hear in a message. Same arguments, same opinion."""
    hearing = hear(said, known)
    return RuleOpinion(
        _Labels(hearing).all(),
        bool(hearing.answers.get(Answer.IRONY)),
        Way.CALLS_AFTER in hearing.ways,
        Way.RETURNS in hearing.ways,
    )


class _Labels:
    """Gathers the labels of one message."""

    def __init__(self, hearing: Hearing) -> None:
        self.hearing = hearing
        self.said = hearing.said
        self.known = hearing.known
        self.labels: set[str] = set()

    def all(self) -> frozenset[str]:
        answer = yes(self.hearing)
        leaves = exit_from(self.hearing, answer is not None)
        threatens = threat(self.hearing, leaves)
        price = self.hearing.prices.proposed
        if price is not None and leaves is not None and leaves.clear:
            price = None
        refused = refusal(self.hearing)
        theirs = self.known.ask or (self.known.list_price if self.known.side is Side.BUYER else None)
        if price is not None and price.amount == theirs and refused is not None and refused[1] >= price.place:
            price = None  # "150? No way."
        if not self._away(answer, price):
            self._bind(answer, price, leaves, threatens)
        self._argue(answer, threatens)
        self.labels |= wishes(self.hearing).labels
        self._tone()
        if not self.labels or (self.labels == {"greet"} and tells_more(self.hearing)):
            self.labels.add("other")
        return frozenset(self.labels)

    def _away(self, answer: Yes | None, price: Price | None) -> bool:
        """What can be said while one side is away from the table; True where that settles what binds."""
        place, ways = self.known.place, self.hearing.ways
        if place is Place.LEARNER_AWAY and Way.RETURNS in ways:
            self.labels.add("come_back")
            return price is None and (answer is None or not answer.clear)
        if place is not Place.COUNTERPART_AWAY or price is not None:
            return False
        if Way.CALLS_AFTER in ways:
            self.labels.add("other")
            return True
        if Way.LETS_GO in ways:
            if answer is not None and answer.clear and answer.sure > 0.9:
                return False
            self.labels.add("other")
            return True
        return False

    def _bind(self, answer: Yes | None, price: Price | None, leaves: Exit | None, threatens: Exit | None) -> None:
        if answer is not None:
            self.labels.add("accept")
        elif price is not None:
            self.labels.add("offer")
            self._offer(price)
            if refusal(self.hearing) is not None:
                self.labels.add("reject")
        elif leaves is not None and threatens is None:
            if leaves.clear or leaves.sure > 0.5:
                self.labels.add("walk_away")
            if refusal(self.hearing) is not None:
                self.labels.add("reject")
        elif refusal(self.hearing) or firmness(self.hearing):
            self.labels.add("reject")

    def _offer(self, price: Price) -> None:
        known, said = self.known, self.said
        ironic = bool(self.hearing.answers.get(Answer.IRONY))
        if concedes(price.amount, known):
            self.labels.add("concede")
        if price.amount != known.ask or extras_named(said, known):
            return
        if self._flinches(price):
            self.labels.add("reject")
            return
        begin, stop = said.sentence(price.place)
        agrees = said.words[begin] in _ASSENTS
        sentence = set(said.words[begin:stop])
        hangs = not _CHANGES_TERMS.isdisjoint(sentence) or ("would" in sentence and not _WANTS.isdisjoint(sentence))
        refused = refusal(self.hearing)
        doubtful = ironic or (refused is not None and said.same_sentence(refused[0], price.place))
        if not (doubtful or price.sure <= 0.5 or hangs or said.asks_at(price.start)):
            agrees = True
        if agrees:
            self.labels = self.labels - {"offer", "concede"} | {"accept"}

    def _flinches(self, price: Price) -> bool:
        """Whether their own price is said back in dismay: "190 for a bed?!" """
        said = self.said
        dismay = Tone.RUDE in self.hearing.tones or "?!" in said.text or "!?" in said.text or "??" in said.text
        return said.asks_at(price.place) and (dismay or said.words[price.place + 1 : price.place + 3] == ["for", "a"])

    def _argue(self, answer: Yes | None, threatens: Exit | None) -> None:
        if threatens is not None and answer is None:
            self.labels.add("walk_away_threat")
        if alternative(self.hearing):
            self.labels.add("alternative")

    def _tone(self) -> None:
        tones = self.hearing.tones
        if Tone.RUDE in tones or shouts(self.said.text):
            self.labels.add("rude")
        if greets(self.hearing) or (Tone.INTEREST in tones and not self.labels):
            self.labels.add("greet")
