"""What the phrase books hear in a message: the labels and the price that the rules alone would give it.

One of the two opinions that reader.py weighs against each other. Nothing here binds anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.negotiation.moves import (
    Accept,
    BeCourteous,
    BeRude,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    HoldFirm,
    LetGo,
    Move,
    Offer,
    Place,
    ShowEagerness,
    SmallTalk,
    Threaten,
    WalkAway,
)
from bot.negotiation.reading.amounts import Price
from bot.negotiation.reading.answering import Yes, firmness, refusal, yes
from bot.negotiation.reading.answers import Answer
from bot.negotiation.reading.extras import extras_named
from bot.negotiation.reading.findings import Doubt, Heard, Known
from bot.negotiation.reading.hearing import Hearing, hear
from bot.negotiation.reading.labels import concedes, greets, tells_more
from bot.negotiation.reading.leaving import Exit, alternative, exit_from, threat
from bot.negotiation.reading.reasons import SPOKEN_BY
from bot.negotiation.reading.said import REMEMBERED, Said
from bot.negotiation.reading.signs import Way
from bot.negotiation.reading.telling import statements
from bot.negotiation.reading.tone import Tone, shouts
from bot.negotiation.reading.wishing import wishes
from bot.negotiation.scenario import Side

_ASSENTS = frozenset({"okay", "yes", "sure", "fine", "deal", "good", "great"})
_MAY_REFUSE = frozenset({"market", "budget", "why", "others_pay", "skill", "loyalty"})
"""Reasons whose words may refuse in the same breath: "quite high for the neighbourhood"."""

_CHANGES_TERMS = frozenset({"if", "unless", "provided", "instead", "without", "minus", "except", "long"})
"""Beside the other side's own price, these change something else: "at 12,500 I'd leave it out"."""

_WANTS = frozenset({"need", "want", "expect"})
_ARGUED_FOR = frozenset({"offer", "reject", "request_extra"})


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
        _Judgement(hearing).labels_heard(),
        bool(hearing.answers.get(Answer.IRONY)),
        Way.CALLS_AFTER in hearing.ways,
        Way.RETURNS in hearing.ways,
    )


class _Judgement:
    """Turns what was heard in one message into moves, labels and, where a binding move is unclear, a doubt."""

    def __init__(self, hearing: Hearing) -> None:
        self.hearing = hearing
        self.said = hearing.said
        self.known = hearing.known
        self.found: list[tuple[int, Heard]] = []
        self.spans: list[tuple[int, int]] = []
        self.labels: set[str] = set()
        self.doubt: Doubt | None = None
        self.amount: int | None = None

    def labels_heard(self) -> frozenset[str]:
        """Judge the message and return its labels."""
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
        self.amount = price and price.amount
        bound = self._answered_question() or self._away(answer, price)
        if not bound:
            self._binding(answer, price, leaves, threatens)
        self._arguments(answer, price, threatens)
        wished = wishes(self.hearing)
        for start, end, move, sure in wished.heard:
            self._add(start, end, move, sure)
        self.labels |= wished.labels
        self._tone()
        if not self.labels or (self.labels == {"greet"} and tells_more(self.hearing)):
            self.labels.add("other")
        return frozenset(self.labels)

    def _add(self, start: int, end: int, move: Move, sure: float, *labels: str) -> None:
        self.spans.append((start, end))
        self.found.append((start, Heard(move, self.said.quote(start, end), sure)))
        self.labels.update(label for label in labels if label)

    def _ask_back(self, start: int, end: int, *options: Move) -> None:
        self.doubt = Doubt(options, self.said.quote(start, end))

    def _answered_question(self) -> bool:
        """ "Yes" to "Did you mean ...?" makes the move that was asked about."""
        asked = self.known.asked
        if asked is None or self.hearing.prices.proposed is not None or not self.hearing.short:
            return False
        said_yes = self.said.where.keys() & {
            "yes",
            "yes_sign",
            "correct",
            "right",
            "exactly",
            "sure",
            "okay",
            "yup",
            "deal",
        }
        said_no = self.said.where.keys() & {"no", "not", "no_sign", "never"}
        if said_yes and not said_no:
            self._add(1, len(self.said.words) - 1, asked, 0.95, "accept")
            return True
        if said_no:
            self._add(1, len(self.said.words) - 1, SmallTalk(), 0.8, "other")
        return bool(said_no)

    def _away(self, answer: Yes | None, price: Price | None) -> bool:
        """What can be said while one side is away from the table; True where that settles the binding move."""
        place, ways = self.known.place, self.hearing.ways
        if place is Place.LEARNER_AWAY and (back := ways.get(Way.RETURNS)):
            self._add(back[0].start, back[0].end, ComeBack(), 0.9, "come_back")
            return price is None and (answer is None or not answer.clear)
        if place is not Place.COUNTERPART_AWAY or price is not None:
            return False
        if calls := ways.get(Way.CALLS_AFTER):
            self._add(calls[0].start, calls[0].end, CallAfter(), 0.9, "other")
            return True
        if lets := ways.get(Way.LETS_GO):
            if answer is not None and answer.clear and answer.sure > 0.9:
                return False
            self._add(lets[0].start, lets[0].end, LetGo(), 0.9, "other")
            return True
        return False

    def _binding(self, answer: Yes | None, price: Price | None, leaves: Exit | None, threatens: Exit | None) -> None:
        """The one binding move of a message, or the doubt about it, or holding firm."""
        ironic = self.hearing.answers.get(Answer.IRONY)
        if answer is not None:
            self.labels.add("accept")
            if answer.clear:
                self._add(answer.start, answer.end, Accept(), answer.sure)
            else:
                self._ask_back(answer.start, answer.end, *self._ask_with_extras(), Accept())
            return
        if price is not None:
            self.labels.add("offer")
            self._offer(price, bool(ironic))
            if self._refuses():
                self.labels.add("reject")
            return
        if leaves is not None and threatens is None:
            if leaves.clear:
                self._add(leaves.start, leaves.end, WalkAway(leaves.reachable), leaves.sure, "walk_away")
            else:
                self._ask_back(leaves.start, leaves.end, WalkAway(), HoldFirm())
                if leaves.sure > 0.5:
                    self.labels.add("walk_away")
            if self._refuses():
                self.labels.add("reject")
            return
        stands = refusal(self.hearing) or firmness(self.hearing)
        if stands:
            self._add(*stands[:2], HoldFirm(), stands[2], "reject")

    def _ask_with_extras(self) -> tuple[Offer, ...]:
        """The other side's terms with the extras named beside them: "add the lights and we have a deal"."""
        extras = extras_named(self.said, self.known)
        return (Offer(self.known.ask, frozenset(extras)),) if extras and self.known.ask else ()

    def _refuses(self) -> bool:
        return refusal(self.hearing) is not None

    def _offer(self, price: Price, ironic: bool) -> None:
        known = self.known
        extras = extras_named(self.said, known)
        offer = Offer(price.amount, frozenset(extras))
        if concedes(price.amount, known):
            self.labels.add("concede")
        alternatives = [other for other in self.hearing.prices.others if other.amount != price.amount]
        if price.amount == known.ask and not extras and self._flinches(price):
            self._add(price.start, price.end, HoldFirm(), 0.7, "reject")
        elif price.amount == known.ask and not extras:
            begin, stop = self.said.sentence(price.place)
            agrees = self.said.words[begin] in _ASSENTS
            sentence = set(self.said.words[begin:stop])
            hangs = not _CHANGES_TERMS.isdisjoint(sentence) or ("would" in sentence and not _WANTS.isdisjoint(sentence))
            refused = refusal(self.hearing)
            doubtful = ironic or (refused is not None and self.said.same_sentence(refused[0], price.place))
            if doubtful or price.sure <= 0.5 or hangs or self.said.asks_at(price.start):
                self._ask_back(price.start, price.end, Accept())
            else:
                self._add(price.start, price.end, Accept(), price.sure)
                agrees = True
            if agrees:
                self.labels = self.labels - {"offer", "concede"} | {"accept"}
        elif ironic:
            self._ask_back(price.start, price.end, offer)
        elif price.sure <= 0.5:
            self._ask_back(price.start, price.end, offer, *(Offer(amount) for amount in price.instead))
        elif alternatives and self.said.words[alternatives[-1].place + 1 : price.place] in (["or"], ["or", "maybe"]):
            self._ask_back(alternatives[-1].start, price.end, offer, Offer(alternatives[-1].amount))
        elif known.ask is not None and (price.amount - known.ask) * known.side.sign < 0:
            self._ask_back(price.start, price.end, offer, Accept())  # worse for oneself than what is offered
        else:
            self._add(price.start, price.end, offer, price.sure)

    def _flinches(self, price: Price) -> bool:
        """Whether their own price is said back in dismay: "190 for a bed?!" """
        said = self.said
        dismay = Tone.RUDE in self.hearing.tones or "?!" in said.text or "!?" in said.text or "??" in said.text
        return said.asks_at(price.place) and (dismay or said.words[price.place + 1 : price.place + 3] == ["for", "a"])

    def _arguments(self, answer: Yes | None, price: Price | None, threatens: Exit | None) -> None:
        if threatens is not None and answer is None:
            self._add(threatens.start, threatens.end, Threaten(), threatens.sure, "walk_away_threat")
        if cited := alternative(self.hearing):
            start, end, amount, sure = cited
            self._add(start, end, CiteAlternative(amount), sure, "alternative")
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
                argued |= found.value in {
                    "market",
                    "budget",
                    "why",
                    "others_pay",
                }  # "quite high for the neighbourhood" refuses and says why
                continue
            kinds.add(found.value)
            self._add(found.start, found.end, GiveReason(found.value), 0.7)
        if (argued or kinds - {"ease"} or "alternative" in self.labels) and answer is None:
            self.labels.add("justify")
            if self._states_facts(price, kinds):
                self.labels.add("other")

        elif answer is None and not argued and not kinds and self.labels & _ARGUED_FOR:
            self._tell()

    def _tell(self) -> None:
        """A reason by where it stands: what is told beside an offer, a refusal or a wish."""
        for start, end in statements(self.said):
            if not self._heard_at(start, end):
                self._add(start, end, GiveReason(), 0.5, "justify")
                return

    def _heard_at(self, start: int, end: int) -> bool:
        """Whether words there have led to a move already."""
        return any(start < until and begin < end for begin, until in self.spans)

    def _states_facts(self, price: Price | None, kinds: set[str]) -> bool:
        """Whether a seller describes the goods without a word about the price: an answer as much as an argument."""
        of_price = {"deal", "price", "steal", "bargain", "value", "worth", "offer", "cheap", "sell", "low", "#"}
        of_goods = kinds <= {"quality", "faults", "why"} and not self.labels & {"reject", "walk_away", "alternative"}
        return self.known.side is Side.SELLER and price is None and of_goods and not of_price & self.said.where.keys()

    def _turns(self, sober: int, eager: int) -> bool:
        """Whether what is said soberly comes first in the same sentence: "you'll love it" is nobody's own wish."""
        return sober <= eager and self.said.same_sentence(sober, eager)

    def _tone(self) -> None:
        tones = self.hearing.tones
        if rude := tones.get(Tone.RUDE):
            self._add(rude[0].start, rude[0].end, BeRude(), 0.8, "rude")
        elif shouts(self.said.text):
            self._add(1, len(self.said.words) - 1, BeRude(), 0.6, "rude")
        eager, sober = tones.get(Tone.EAGER), tones.get(Tone.NOT_EAGER, ())
        if eager:
            wants = [found for found in eager if not any(self._turns(other.start, found.start) for other in sober)]
            if wants:
                self._add(wants[0].start, wants[0].end, ShowEagerness(), 0.8)
        if courteous := tones.get(Tone.COURTEOUS):
            self._add(courteous[0].start, courteous[0].end, BeCourteous(), 0.9)
        if greets(self.hearing) or (Tone.INTEREST in tones and not self.labels):
            self.labels.add("greet")
