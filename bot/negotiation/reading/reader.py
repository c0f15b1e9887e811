"""Reads a message: which moves it makes, and where a move that would bind is not clear, what to ask.

Two readers read each message. The rules know what a bare yes or goodbye looks like (bare.py), what numbers are and what
their words say of them (amounts.py), and the names that the scenario gives to extras, the add-on and the alternative
(terms.py). The second reader (encoder/) tells how likely a message does each act and whose each number is. What binds
counts only where both agree; where one of them alone hears it, the speaker is asked; all else is let go.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.negotiation.moves import (
    Accept,
    Apologize,
    Ask,
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
    RequestConcession,
    RequestExtra,
    ShowEagerness,
    SmallTalk,
    Stall,
    StrikeAddOn,
    SumUp,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.questions import Wanted, wanted
from bot.negotiation.reading.agreement import STACKED, stacked, weighings
from bot.negotiation.reading.amounts import MAY_NAME_PRICE, Prices, prices
from bot.negotiation.reading.asides import aside
from bot.negotiation.reading.bare import Bare, bare, leaves_at_the_end, reachable
from bot.negotiation.reading.encoder import Opinion, Talk, opinion
from bot.negotiation.reading.findings import Aside, Doubt, DoubtKind, Heard, Known, Reading
from bot.negotiation.reading.giving import gives_named
from bot.negotiation.reading.hearing import said_of
from bot.negotiation.reading.kinds import GENERAL, kind_of
from bot.negotiation.reading.labels import concedes
from bot.negotiation.reading.meaning import OPEN, addressed, argument_in, asked_for
from bot.negotiation.reading.offers import Proposal, Weight, owners_of, proposal
from bot.negotiation.reading.out_of_story import out_of_story
from bot.negotiation.reading.rules import rule_opinion
from bot.negotiation.reading.said import LONGEST, Said
from bot.negotiation.reading.terms import add_on_named, extras_named, places_of
from bot.negotiation.reading.wordsets import words

SecondReader = Callable[[str, Talk], Opinion]

LIKELY = 0.45
"""Probability from which a yes or a leaving that is not bare is worth a question."""

TAKEN = 0.15
"""Probability of a yes from which the other side's own price, said back, may be meant as one."""

SURE = {
    "justify": 0.6,
    "walk_away_threat": 0.55,
    "eager": 0.8,
    "rude": 0.55,
    "stall": 0.6,
    "alternative": 0.6,
    "better": 0.5,
    "reject": 0.5,
}
"""Probability from which what the second reader hears moves the counterpart. On the tenth that it was not tuned on,
four of five of these are right; together with the rules they were fewer and no truer."""

BOTH_SURE = 0.25
"""The same for a tone that the rules hear, too."""

ARGUED = 0.05
"""The same for one that the scenario knows, and that a sentence comes near to."""

SURE_OF_ANY = 0.75
"""The same for a reason none of whose words tells what it is about."""

SURELY_LEAVES = 0.9
"""The same for leaving in a message that begins with a greeting."""

GREETINGS = words("hi hello hey morning afternoon evening greetings")

DENIED = 0.12
"""Probability under which the second reader denies a bare yes or goodbye: it is asked about, then."""

SUBSTANCE = frozenset({"offer", "accept", "reject", "walk_away", "walk_away_threat", "request_extra", "alternative"})
"""Labels beside which kind words are manners."""

LABELS_OF_OTHERS = frozenset(
    {"extra", "strike", "better", "sarcasm", "apology", "sum_up", "correct", "coach", "let_go"}
)
"""Labels that are finer than those by which readers are measured."""


def read(text: str, known: Known, second: SecondReader = opinion) -> Reading:
    """Return the moves that `text` makes, in the order of its words. Same arguments, same reading; never raises.

    `second` is asked for its opinion once a message.
    """
    said = said_of(text, known)
    beside = out_of_story(text) or aside(said)
    if beside is not Aside.NONE:
        return Reading((Heard(SmallTalk(), said.text[:80], 0.9),), None, frozenset({"other"}), None, beside)
    talk = Talk(
        known.side,
        said=known.said,
        tag=_major(known.list_price, known),
        ask=_major(known.ask, known),
        own=_major(known.mine, known),
        place=known.place,
    )
    return _Judgement(said, known, second(said.text, talk)).reading()


def price_in(text: str, known: Known) -> int | None:
    """Return the price that the rules alone find in a message, in minor units: for what was said before it."""
    if not MAY_NAME_PRICE.search(text[:LONGEST].lower()):
        return None
    found = prices(said_of(text, known), known).proposed
    return found and found.amount


def _major(amount: int | None, known: Known) -> float | None:
    return None if amount is None else amount / known.per_major


class _Judgement:
    """Turns what both readers heard in one message into moves and, where a binding move is unclear, a doubt."""

    def __init__(self, said: Said, known: Known, opinion: Opinion) -> None:
        self.said = said
        self.known = known
        self.opinion = opinion
        self.prices: Prices = prices(said, known)
        self.bare = bare(said, known)
        by_rules = rule_opinion(said, known)
        self.by_rules = by_rules.acts
        self.ironic = by_rules.ironic
        self.calls_after = by_rules.calls_after
        self.returns = by_rules.returns
        self.chances = dict(opinion.acts) | {
            label: stacked(label, opinion.acts[label], label in by_rules.acts) for label in STACKED
        }
        yields = "accept" in by_rules.acts  # "deal, but without the fee"
        self.proposal: Proposal | None = proposal(said, known, self.prices, opinion, self.chances, yields=yields)
        self.asks_a_fact = False  # whether the fact sheet answers what it asks
        self.found: list[tuple[int, Heard]] = []
        self.doubt: Doubt | None = None
        self.acts = {label for label in opinion.acts if self._says(label)} - LABELS_OF_OTHERS

    def reading(self) -> Reading:
        self._bind()
        self._argue()
        self._wish()
        self._ask()
        self._tone()
        if not self.found and self.doubt is None:
            self._add(SmallTalk(), 0.5)
        self.found.sort(key=lambda one: one[0])
        heard = tuple(heard for _, heard in self.found)
        return Reading(heard, self.doubt, frozenset(self._labels() or {"other"}), self._amount())

    def _labels(self) -> set[str]:
        """Return the labels by which readers are measured: those of what counts, and of what the message is about."""
        labels = set(self.acts)
        if "alternative" in labels and not any(isinstance(heard.move, GiveReason) for _, heard in self.found):
            labels.discard("justify")  # the other way is the argument, under its own label
        if labels & SUBSTANCE and "greet" not in self.by_rules:
            labels.discard("greet")  # thanks by the way
        if self.opinion.says("sarcasm") and not labels & {"accept", "walk_away"}:
            labels.add("rude")  # it mocks
        return labels

    def _amount(self) -> int | None:
        """Return the price that the speaker puts on the table, one that is repeated with a yes included."""
        if self.proposal is not None:
            return self.proposal.price.amount
        repeated = self.prices.proposed
        return repeated.amount if repeated is not None and "accept" in self.acts else None

    # --- what binds -------------------------------------------------------------------------------------------------

    def _bind(self) -> None:
        place = self.known.place
        if place is Place.LEARNER_AWAY and self._while_away():
            return
        if place is Place.COUNTERPART_AWAY and self._at_the_door():
            return
        leaves, accepts = self._likely("walk_away"), self._likely("accept")
        if self._greets() and self.opinion.acts["walk_away"] < SURELY_LEAVES:
            self.bare, leaves = self.bare if self.bare is Bare.YES else None, 0.0
        if self.bare is Bare.ACTS:
            self.proposal = None
            self._doubt("walk_away", WalkAway())
        elif self.bare is Bare.TORN:
            self.proposal = None
            self._doubt("walk_away", WalkAway(), Accept())
        elif self.bare is Bare.LEAVES:
            self.proposal = None
            if leaves >= DENIED:
                self._add(WalkAway(reachable(self.said, self.known)), 0.95, "walk_away")
            else:
                self._doubt("walk_away", WalkAway())
        elif self.proposal is None and leaves_at_the_end(self.said, self.known):
            self._doubt("walk_away", WalkAway(reachable(self.said, self.known)))
        elif leaves >= LIKELY and leaves >= max(accepts, self._likely("offer"), self._likely("walk_away_threat")):
            self.proposal = None
            self._doubt("walk_away", WalkAway(reachable(self.said, self.known)))
        elif self.bare is Bare.YES and self.known.ask is not None:
            self.proposal = None
            if accepts >= DENIED and not self.ironic:
                self._add(Accept(), 0.95, "accept")
            else:
                self._doubt("accept", Accept())
        elif self.proposal is not None and not self._is_the_ask(self.proposal):
            self._offer(self.proposal)
        elif self.known.ask is not None and (accepts >= LIKELY or (self.proposal is not None and self._taken())):
            self._doubt("accept", Accept())
        else:
            self.proposal = None
            if self._says("reject") and ("reject" in self.by_rules or self._agreed("reject")):
                self._add(HoldFirm(), self._likely("reject"), "reject")

    def _likely(self, label: str) -> float:
        return self.chances[label]

    def _says(self, label: str) -> bool:
        """Return whether the two readers together give the message this label."""
        weighing = weighings().get(label)
        return self.opinion.says(label) if weighing is None else self.chances[label] >= weighing.bar

    def _greets(self) -> bool:
        """Return whether the message begins with a greeting: nobody leaves with a good morning."""
        first, second = (*self.said.words[1:3], "", "")[:2]
        return first in GREETINGS or (first == "good" and second in GREETINGS)

    def _is_the_ask(self, found: Proposal) -> bool:
        return found.price.amount == self.known.ask and not found.extras

    def _taken(self) -> bool:
        """Return whether the other side's own price was said back as something to agree to."""
        accepts, offers = self._likely("accept"), self._likely("offer")
        return accepts >= TAKEN and accepts + offers >= LIKELY and self._likely("reject") < LIKELY

    def _offer(self, found: Proposal) -> None:
        offer = Offer(found.price.amount, found.extras)
        if found.weight is Weight.ASK or self.ironic:
            others = tuple(Offer(amount) for amount in found.price.instead)
            kind = DoubtKind.CHOICE if others else DoubtKind.CONFIRM
            self.doubt = Doubt((offer, *others), self.said.quote(found.price.start, found.price.end), kind)
        else:
            self.found.append(
                (found.price.start, Heard(offer, self.said.quote(found.price.start, found.price.end), found.price.sure))
            )
        self.acts.add("offer")
        if concedes(found.price.amount, self.known):
            self.acts.add("concede")

    def _while_away(self) -> bool:
        """What can be said after leaving; True where that settles what binds."""
        if self.bare in (Bare.LEAVES, Bare.REFUSES):
            self._add(SmallTalk(), 0.9)
            self.proposal = None
            return True
        if (
            self.returns
            or self._says("come_back")
            or (self.proposal is not None and self.proposal.weight is Weight.COUNTS)
        ):
            self._add(ComeBack(), self._likely("come_back"), "come_back")
            return False
        return self._says("walk_away")

    def _at_the_door(self) -> bool:
        """What can be said to a counterpart who is leaving; True where that settles what binds."""
        if self.proposal is not None and self.proposal.weight is Weight.COUNTS:
            return False
        stays = self._likely("come_back") >= self._likely("let_go")
        if self.calls_after or (self._says("come_back") and stays):
            self._add(CallAfter(), self._likely("come_back"), "come_back")
            return self._likely("accept") < LIKELY
        if self.bare is Bare.LEAVES or self._says("let_go"):
            self._add(LetGo(), 0.9, "let_go")
            return True
        return False

    # --- what argues ------------------------------------------------------------------------------------------------

    def _argue(self) -> None:
        threatens = "walk_away_threat" in self.by_rules or self._agreed("walk_away_threat")
        if self._says("walk_away_threat") and threatens and not self._leaves():
            self._add(Threaten(), self._likely("walk_away_threat"), "walk_away_threat")
        another = "alternative" in self.by_rules or self._agreed("alternative")
        if (self._says("alternative") and another) or self._names_alternative():
            self.acts.add("alternative")
            self._add(CiteAlternative(self._alternative_price()), self._likely("alternative"), "alternative")
        kind = kind_of(self.said)
        if self.known.reasons and self.opinion.acts["justify"] >= ARGUED:
            sentences = [self.said.quote(*self.said.sentence(begin)) for begin in self.said.begins]
            fitting = argument_in(sentences, self.known.reasons)
            if fitting is not None:
                self._add(GiveReason(fitting.kind), max(0.8, self._likely("justify")), "justify")
                return
        sure = SURE_OF_ANY if kind == GENERAL else SURE["justify"]
        if self.opinion.acts["justify"] >= sure and not (kind == GENERAL and "alternative" in self.acts):
            self._add(GiveReason(kind), self._likely("justify"), "justify")

    def _agreed(self, label: str) -> bool:
        """Return whether the second reader is sure of what would move the counterpart: better none than a false one."""
        return self.opinion.acts[label] >= SURE[label]

    def _leaves(self) -> bool:
        return any(isinstance(heard.move, WalkAway) for _, heard in self.found) or (
            self.doubt is not None and isinstance(self.doubt.options[0], WalkAway)
        )

    def _names_alternative(self) -> bool:
        """Return whether the scenario's own alternative is named, and not denied to be one."""
        named = any(places_of(self.said, name) for name in self.known.alternative_words)
        priced = {round(number.value * self.known.per_major) for number in self.said.numbers.values()}
        return named and (self._likely("alternative") >= DENIED or self.known.alternative_amount in priced)

    def _alternative_price(self) -> int | None:
        """Return what another way is said to cost: the number that both readers, or surely the second, give to it."""
        elsewhere = dict(self.prices.elsewhere)
        best: tuple[float, int] | None = None
        for place, owners in owners_of(self.said, self.opinion).items():
            likely = owners["alternative"] + (0.3 if place in elsewhere else 0.0)
            amount = elsewhere.get(place) or round(self.said.numbers[place].value * self.known.per_major)
            if amount == self.known.alternative_amount:
                likely += 0.3
            if likely >= LIKELY and amount > 0 and (best is None or likely > best[0]):
                best = likely, amount
        return best and best[1]

    # --- what is wished and asked -----------------------------------------------------------------------------------

    def _wish(self) -> None:
        in_offer = self.proposal.extras if self.proposal is not None else frozenset[str]()
        wishes = self._says("request_extra")
        if wishes and not in_offer:
            for extra, place in extras_named(self.said, self.known).items():
                self._add_at(place, place + 1, RequestExtra(extra), 0.85)
        for extra, give in gives_named(self.said, self.known).items() if self.proposal is None else ():
            asked = give.asked and Topic.INTEREST in self.known.topics
            move = Ask(Topic.INTEREST, leading=True) if asked else RequestExtra(extra)
            self._add_at(give.place, give.place + 1, move, 0.85)
        by_words = self.proposal is not None and self.proposal.price.place not in self.said.numbers
        if self._says("strike") and not by_words and add_on_named(self.said, self.known):
            self._add(StrikeAddOn(), self._likely("strike"), "strike")
        wished = any(isinstance(heard.move, RequestExtra | StrikeAddOn) for _, heard in self.found)
        asked = self._topics() if self.proposal is None and self._asks_outright() else []
        specific = {topic for _, _, topic in asked} - {Topic.GENERAL, Topic.EXTRAS, Topic.LOWEST_PRICE}
        helps = Ask(Topic.INTEREST, leading=True) in [heard.move for _, heard in self.found]
        if helps or specific & OPEN:
            pass  # "what would help you come down?" is a question
        elif (specific or (asked and self.asks_a_fact)) and not self._says("better"):
            pass  # a question about something is a question, however much the speaker would like to pay less
        elif wishes and not wished and Topic.EXTRAS in {topic for _, _, topic in asked}:
            self._add(Ask(Topic.EXTRAS), self._likely("request_extra"), "request_extra")
        elif self.proposal is None and (
            (self._says("better") and self._agreed("better") and "reject" not in self.by_rules)
            or (wishes and not wished and "request_extra" in self.by_rules)
        ):
            self._add(RequestConcession(), max(self._likely("better"), self._likely("request_extra")), "request_extra")

    def _asks_outright(self) -> bool:
        """Return whether a sentence is a question by its mark or build, and more than the offer it may hold."""
        return any(self.said.asks_at(begin) for begin in self.said.begins) and not self.acts & {
            "offer",
            "accept",
            "rude",
        }

    def _topics(self) -> list[tuple[int, int, Topic]]:
        """Return what is asked about, a topic once, with the places of the sentence that asks; a message that asks
        without the mark or the build of a question is taken as one sentence. What the fact sheet answers, and what
        nobody knows, is GENERAL; what the other side put on top is no extra to be asked for."""
        said = self.said
        sentences = [said.sentence(begin) for begin in said.begins if said.asks_at(begin)]
        span = add_on_named(said, self.known)
        asked: dict[Topic | int, tuple[int, int, Topic]] = {}
        for begin, stop in sentences or [(said.begins[0], said.stops[-1])]:
            question = addressed(said.quote(begin, stop), self.known.name)
            match = asked_for(question, self.known.side, self.known.facts, self.known.topics)
            topic = match.found if match is not None and isinstance(match.found, Topic) else Topic.GENERAL
            self.asks_a_fact |= match is not None and not isinstance(match.found, Topic)
            if topic is Topic.BUSINESS and wanted(question) is Wanted.CHAT:
                topic = Topic.GENERAL  # "how are you?" is a greeting
            if topic is Topic.EXTRAS and span and begin <= span[0] < stop:
                topic = Topic.GENERAL
            asked.setdefault(begin if topic is Topic.GENERAL else topic, (begin, stop, topic))
        return list(asked.values())

    def _ask(self) -> None:
        if not self._says("question") and not (self.proposal is None and self._asks_outright()):
            return
        topics = self._topics()
        if self._says("better") and {topic for _, _, topic in topics} <= {Topic.GENERAL, Topic.EXTRAS}:
            return
        wished = any(isinstance(heard.move, RequestExtra | RequestConcession | StrikeAddOn) for _, heard in self.found)
        helps = any(heard.move == Ask(Topic.INTEREST, leading=True) for _, heard in self.found)
        for start, end, topic in topics:
            if helps and topic in (Topic.GENERAL, Topic.INTEREST):
                continue
            if not (wished and topic in (Topic.GENERAL, Topic.EXTRAS)):
                self._add_at(start, end, Ask(topic), self._likely("question"))

    def _tone(self) -> None:
        tones: tuple[tuple[str, Move], ...] = (
            ("stall", Stall()),
            ("sum_up", SumUp()),
            ("apology", Apologize()),
            ("eager", ShowEagerness()),
            ("rude", BeRude()),
            ("greet", BeCourteous()),
        )
        gives = any(isinstance(heard.move, RequestExtra) for _, heard in self.found)
        for label, move in tones:
            if label == "stall" and gives:
                continue  # "I could pick it up within the hour" puts nothing off
            sure = BOTH_SURE if label in self.by_rules else SURE.get(label, 0.0)
            if self._says(label) and self.opinion.acts[label] >= sure:
                self._add(move, self._likely(label), label)

    # --- adding -----------------------------------------------------------------------------------------------------

    def _add(self, move: Move, sure: float, label: str | None = None) -> None:
        start, end = self._sentence_of(label)
        self._add_at(start, end, move, sure)

    def _add_at(self, start: int, end: int, move: Move, sure: float) -> None:
        self.found.append((start, Heard(move, self.said.quote(start, end), round(sure, 2))))

    def _doubt(self, label: str, *options: Move) -> None:
        start, end = self._sentence_of(label)
        kind = DoubtKind.CONFIRM if len(options) == 1 else DoubtKind.CHOICE
        self.doubt = Doubt(options, self.said.quote(start, end), kind)
        self.acts.add(label)

    def _sentence_of(self, label: str | None) -> tuple[int, int]:
        """Return the sentence that speaks most for a label: its first place, and the place of its stop."""
        span = None if label is None else self.opinion.words.get(label)
        if span is None:
            return 1, max(2, len(self.said.words) - 2)
        place = next((n for n, (start, end) in enumerate(self.said.spans) if n and start <= span[0] < end), 1)
        return self.said.sentence(place)
