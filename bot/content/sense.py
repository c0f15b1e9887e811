"""Whether a scenario makes sense: chances, prices on their right sides, ids that lead somewhere, nothing unused.

Prices are compared as room (bot.negotiation.scenario): how far they lie from the opening ask in the learner's favour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.content.draft import Draft
from bot.content.lines import check_amounts, check_repeats, check_templates
from bot.content.problems import did_you_mean
from bot.negotiation.money import spoken
from bot.negotiation.moves import Topic
from bot.negotiation.scenario import Effect, Side
from bot.negotiation.voice import FIRST_LINE_PLACEHOLDERS

ROUNDING = 1e-6  # chances such as 0.1 have no exact binary form


def check_scenario(scenario: Draft, currency: str | None) -> None:
    """Adds to the problems of the file all that can be said about it by itself.

    `currency` is its ISO 4217 code; None where there is none, so that prices can't be compared.
    """
    check_unique_ids(scenario.part("worlds").items(), "world")
    check_unique_ids(scenario.part("extras").items(), "extra")
    _check_chances(scenario.part("worlds"))
    if currency:
        _check_prices(scenario, currency)
    _check_rounds(scenario)
    _check_happenings(scenario)
    _check_answers(scenario)
    check_told(scenario)


def check_told(scenario: Draft) -> None:
    """Adds what can be said about the lines of a scenario and its facts."""
    _check_facts(scenario)
    first_lines = list(scenario.part("brief", "first_line").items())
    answer_lines = list(_answer_lines(scenario))
    check_templates([*first_lines, *answer_lines], FIRST_LINE_PLACEHOLDERS)
    check_amounts([*first_lines, *answer_lines], _fixed_amounts(scenario))
    check_repeats([*first_lines, *answer_lines])


def check_unique_ids(items: Iterable[Draft], kind: str) -> None:
    """Every item of the list has an `id` of its own."""
    lines: dict[str, int | None] = {}
    for item in items:
        own = item.part("id")
        if own.text is None:
            continue
        if own.text in lines:
            own.problem(f"The {kind} at line {lines[own.text]} has this id too. Give each its own.")
        lines.setdefault(own.text, own.source.line_of(own.where))


def _check_chances(worlds: Draft) -> None:
    drafts = [world.part("chance") for world in worlds.items()]
    for chance in drafts:
        if chance.number == 0:
            chance.problem("A world with no chance is never drawn. Give it one, or take the world out.")
    chances = [chance.number for chance in drafts if chance.number is not None and 0 <= chance.number <= 1]
    if chances and len(chances) == len(drafts) and abs(sum(chances) - 1) > ROUNDING:
        worlds.problem(f"The chances of the worlds add up to {sum(chances):g}. Change them so that they make 1.")


class _Prices:
    """The prices of a scenario, seen from the learner's side."""

    def __init__(self, side: Side, opening_ask: int, currency: str) -> None:
        self.side = side
        self.opening_ask = opening_ask
        self.currency = currency
        self.better = "higher" if side is Side.SELLER else "lower"
        self.counterpart = "buys" if side is Side.SELLER else "sells"

    def room(self, price: int) -> int:
        return (price - self.opening_ask) * self.side.sign

    def said(self, price: int) -> str:
        return spoken(price, self.currency)


def _check_prices(scenario: Draft, currency: str) -> None:
    side, ask = scenario.part("side").text, scenario.part("opening_ask").amount
    if side not in tuple(Side) or not ask:
        return
    prices = _Prices(Side(side), ask, currency)
    limits = [world.part("limit") for world in scenario.part("worlds").items()]
    for limit in limits:
        _check_limit(limit, prices)
    known = [limit.amount for limit in limits if limit.amount]
    if known and len(known) == len(limits):
        _check_reach(scenario, known, prices)


def _check_limit(limit: Draft, prices: _Prices) -> None:
    if limit.amount and prices.room(limit.amount) < 0:
        limit.problem(
            f"The learner is the {prices.side}, so the counterpart {prices.counterpart} and moves to {prices.better} "
            f"prices: its limit can't be {prices.said(limit.amount)} when it opens at "
            f"{prices.said(prices.opening_ask)}. Change the limit, or the side."
        )


def _check_reach(scenario: Draft, limits: list[int], prices: _Prices) -> None:
    """The target beats the walk-away point, and some world lets each of them be reached."""
    target, walk_away = scenario.part("brief", "target"), scenario.part("alternative", "amount")
    best = max(limits, key=prices.room)
    extras = sum(_trade(extra) for extra in scenario.part("extras").items())
    if walk_away.amount and prices.room(best) + extras <= prices.room(walk_away.amount):
        walk_away.problem(
            f"With a walk-away point of {prices.said(walk_away.amount)} there is nothing to win: the best that any "
            f"world gives is {prices.said(best)}. Change the alternative, or a limit."
        )
    if not target.amount:
        return
    if walk_away.amount and prices.room(target.amount) <= prices.room(walk_away.amount):
        target.problem(
            f"A {prices.side}'s target must be {prices.better} than the walk-away point of "
            f"{prices.said(walk_away.amount)}. {prices.said(target.amount)} isn't."
        )
    elif prices.room(target.amount) <= 0:
        target.problem(
            f"A {prices.side}'s target must be {prices.better} than the opening ask of "
            f"{prices.said(prices.opening_ask)}. {prices.said(target.amount)} isn't."
        )
    elif prices.room(target.amount) > prices.room(best):
        target.problem(
            f"No world ever gives {prices.said(target.amount)}: the best limit is {prices.said(best)}. "
            "Set a target that can be reached, or change a limit."
        )


def _trade(extra: Draft) -> int:
    worth, cost = extra.part("worth").amount, extra.part("cost").amount
    return max(0, worth - cost) if worth is not None and cost is not None else 0


def _check_rounds(scenario: Draft) -> None:
    rounds = scenario.part("rounds").number
    for world in scenario.part("worlds").items():
        leaves = world.part("leaves")
        if rounds is not None and leaves.number is not None and leaves.number > rounds:
            leaves.problem(f"The talk has {rounds} rounds, so this never comes. Name an earlier round.")
        if world.part("returns").data is True and leaves.data is None:
            world.part("returns").problem("Only a counterpart that leaves can return. Add `leaves`, or take this out.")


def _check_happenings(scenario: Draft) -> None:
    rounds = scenario.part("rounds").number
    worlds = {world.part("id").text for world in scenario.part("worlds").items()} - {None}
    for happening in scenario.part("happenings").items():
        when, amount = happening.part("round"), happening.part("amount")
        if rounds is not None and when.number is not None and when.number > rounds:
            when.problem(f"The talk has {rounds} rounds, so this never comes. Name an earlier round.")
        for world in happening.part("worlds").items():
            if world.text and world.text not in worlds:
                world.problem(
                    f"There is no world `{world.text}`. {did_you_mean(world.text, map(str, worlds))}".rstrip()
                )
        worsens = happening.part("effect").text == Effect.ASK_WORSENS
        if worsens and not amount.amount:
            amount.problem("Say by how much the ask gets worse.")
        if not worsens and amount.amount:
            amount.problem("Only `ask_worsens` has an amount. Take it out.")


def _check_answers(scenario: Draft) -> None:
    """Every answer that a world gives exists, and every answer is given in some world."""
    answers = scenario.part("answers")
    given: set[tuple[str, str]] = set()
    unclear = False
    for world in scenario.part("worlds").items():
        unclear |= not isinstance(world.part("answers").data, dict)
        for topic, answer in world.part("answers").fields():
            there = {name for name, _ in answers.part(topic).fields()}
            given.add((topic, answer.text or ""))
            unclear |= answer.text not in there
            if answer.text and answer.text not in there and topic in tuple(Topic):
                hint = did_you_mean(answer.text, there) or f"Add it there, under `{topic}`."
                answer.problem(f"`answers` has no `{answer.text}` under `{topic}`. {hint}")
    if unclear:
        return  # what looks unused may be what was meant
    for topic, by_id in answers.fields():
        for name, answer in by_id.fields():
            if (topic, name) not in given:
                answer.problem(f"No world answers `{name}` about `{topic}`. Let a world give it, or take it out.")


def _check_facts(scenario: Draft) -> None:
    """A word leads to one fact."""
    seen: dict[str, Draft] = {}
    for fact in scenario.part("facts").items():
        for word in fact.part("words").items():
            first = seen.setdefault((word.text or "").casefold(), word)
            if word.text and first is not word:
                line = first.source.line_of(first.where)
                word.problem(f"This word already leads to the fact at line {line}. Leave it to one of them.")


def _fixed_amounts(scenario: Draft) -> set[int]:
    """Amounts that stay true whatever happens at the table, in minor units."""
    places = [("list_price",), ("small_thing", "amount"), ("alternative", "amount")]
    return {amount for place in places if (amount := scenario.part(*place).amount)}


def _answer_lines(scenario: Draft) -> Iterator[Draft]:
    for _, by_id in scenario.part("answers").fields():
        for _, answer in by_id.fields():
            yield from answer.part("lines").items()
    for fact in scenario.part("facts").items():
        yield from fact.part("lines").items()
