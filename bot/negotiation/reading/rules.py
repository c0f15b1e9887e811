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
from bot.negotiation.reading.reasons import SPOKEN_BY
from bot.negotiation.reading.said import REMEMBERED, Said
from bot.negotiation.reading.signs import Way
from bot.negotiation.reading.telling import statements
from bot.negotiation.reading.terms import extras_named
from bot.negotiation.reading.tone import Tone, shouts
from bot.negotiation.reading.wishing import wishes
from bot.negotiation.scenario import Side

_ASSENTS = frozenset({"okay", "yes", "sure", "fine", "deal", "good", "great"})
_MAY_REFUSE = frozenset({"market", "budget", "why", "others_pay"})
"""Reasons whose words may refuse in the same breath: "quite high for the neighbourhood"."""

_CHANGES_TERMS = frozenset({"if", "unless", "provided", "instead", "without", "minus", "except", "long"})
"""Beside the other side's own price, these change something else: "at 12,500 I'd leave it out"."""

_WANTS = frozenset({"need", "want", "expect"})
_ARGUED_FOR = frozenset({"offer", "reject", "request_extra"})
_OF_PRICE = frozenset({"deal", "price", "steal", "bargain", "value", "worth", "offer", "cheap", "sell", "low", "#"})


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
    """Gathers the labels of one message, and which of its words have led to one."""

    def __init__(self, hearing: Hearing) -> None:
        self.hearing = hearing
        self.said = hearing.said
        self.known = hearing.known
        self.spans: list[tuple[int, int]] = []
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
        self._argue(answer, price, threatens)
        wished = wishes(self.hearing)
        self.spans += [(start, end) for start, end, _, _ in wished.heard]
        self.labels |= wished.labels
        self._tone()
        if not self.labels or (self.labels == {"greet"} and tells_more(self.hearing)):
            self.labels.add("other")
        return frozenset(self.labels)

    def _add(self, start: int, end: int, *labels: str) -> None:
        self.spans.append((start, end))
        self.labels.update(labels)

    def _away(self, answer: Yes | None, price: Price | None) -> bool:
        """What can be said while one side is away from the table; True where that settles what binds."""
        place, ways = self.known.place, self.hearing.ways
        if place is Place.LEARNER_AWAY and (back := ways.get(Way.RETURNS)):
            self._add(back[0].start, back[0].end, "come_back")
            return price is None and (answer is None or not answer.clear)
        if place is not Place.COUNTERPART_AWAY or price is not None:
            return False
        if calls := ways.get(Way.CALLS_AFTER):
            self._add(calls[0].start, calls[0].end, "other")
            return True
        if lets := ways.get(Way.LETS_GO):
            if answer is not None and answer.clear and answer.sure > 0.9:
                return False
            self._add(lets[0].start, lets[0].end, "other")
            return True
        return False

    def _bind(self, answer: Yes | None, price: Price | None, leaves: Exit | None, threatens: Exit | None) -> None:
        if answer is not None:
            self.labels.add("accept")
            if answer.clear:
                self.spans.append((answer.start, answer.end))
        elif price is not None:
            self.labels.add("offer")
            self._offer(price)
            if refusal(self.hearing) is not None:
                self.labels.add("reject")
        elif leaves is not None and threatens is None:
            if leaves.clear:
                self._add(leaves.start, leaves.end, "walk_away")
            elif leaves.sure > 0.5:
                self.labels.add("walk_away")
            if refusal(self.hearing) is not None:
                self.labels.add("reject")
        elif stands := refusal(self.hearing) or firmness(self.hearing):
            self._add(*stands[:2], "reject")

    def _offer(self, price: Price) -> None:
        known, said = self.known, self.said
        ironic = bool(self.hearing.answers.get(Answer.IRONY))
        if concedes(price.amount, known):
            self.labels.add("concede")
        if price.amount != known.ask or extras_named(said, known):
            others = [other for other in self.hearing.prices.others if other.amount != price.amount]
            either = others and said.words[others[-1].place + 1 : price.place] in (["or"], ["or", "maybe"])
            worse = known.ask is not None and (price.amount - known.ask) * known.side.sign < 0
            if not (ironic or price.sure <= 0.5 or either or worse):
                self.spans.append((price.start, price.end))
            return
        if self._flinches(price):
            self._add(price.start, price.end, "reject")
            return
        begin, stop = said.sentence(price.place)
        agrees = said.words[begin] in _ASSENTS
        sentence = set(said.words[begin:stop])
        hangs = not _CHANGES_TERMS.isdisjoint(sentence) or ("would" in sentence and not _WANTS.isdisjoint(sentence))
        refused = refusal(self.hearing)
        doubtful = ironic or (refused is not None and said.same_sentence(refused[0], price.place))
        if not (doubtful or price.sure <= 0.5 or hangs or said.asks_at(price.start)):
            self.spans.append((price.start, price.end))
            agrees = True
        if agrees:
            self.labels = self.labels - {"offer", "concede"} | {"accept"}

    def _flinches(self, price: Price) -> bool:
        """Whether their own price is said back in dismay: "190 for a bed?!" """
        said = self.said
        dismay = Tone.RUDE in self.hearing.tones or "?!" in said.text or "!?" in said.text or "??" in said.text
        return said.asks_at(price.place) and (dismay or said.words[price.place + 1 : price.place + 3] == ["for", "a"])

    def _argue(self, answer: Yes | None, price: Price | None, threatens: Exit | None) -> None:
        if threatens is not None and answer is None:
            self._add(threatens.start, threatens.end, "walk_away_threat")
        if cited := alternative(self.hearing):
            self._add(cited[0], cited[1], "alternative")
        kinds: set[str] = set()
        argued = False
        for found in self.hearing.reasons:
            before = self.said.words[max(1, found.start - 3) : found.start]
            of_you = before[-1:] == ["you"] or ("not" in before and not {"mind", "care"}.isdisjoint(before))
            asks = self.said.asks_at(found.start) and (
                price is None or not self.said.same_sentence(found.start, price.place)
            )
            speaker = SPOKEN_BY.get(found.value, self.known.side)
            if found.value in kinds or of_you or asks or speaker is not self.known.side:
                continue
            if self._heard_at(found.start, found.end):
                argued |= found.value in _MAY_REFUSE
                continue
            kinds.add(found.value)
            self.spans.append((found.start, found.end))
        if (argued or kinds - {"ease"} or "alternative" in self.labels) and answer is None:
            self.labels.add("justify")
            if self._states_facts(price, kinds):
                self.labels.add("other")
        elif answer is None and not argued and not kinds and self.labels & _ARGUED_FOR:
            told = next((span for span in statements(self.said) if not self._heard_at(*span)), None)
            if told is not None:  # a reason by where it stands, beside an offer, a refusal or a wish
                self._add(*told, "justify")

    def _heard_at(self, start: int, end: int) -> bool:
        """Whether words there have led to a label already."""
        return any(start < until and begin < end for begin, until in self.spans)

    def _states_facts(self, price: Price | None, kinds: set[str]) -> bool:
        """Whether a seller describes the goods without a word about the price: an answer as much as an argument."""
        of_goods = kinds <= {"quality", "faults", "why"} and not self.labels & {"reject", "walk_away", "alternative"}
        return self.known.side is Side.SELLER and price is None and of_goods and not _OF_PRICE & self.said.where.keys()

    def _tone(self) -> None:
        tones = self.hearing.tones
        if Tone.RUDE in tones or shouts(self.said.text):
            self.labels.add("rude")
        if greets(self.hearing) or (Tone.INTEREST in tones and not self.labels):
            self.labels.add("greet")
