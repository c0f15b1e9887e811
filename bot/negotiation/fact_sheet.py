"""Which entry of a scenario's fact sheet a question is about, by what it means rather than by one word in it.

Each entry brings some questions as people ask them. A question is compared with all of them as bags of stems, each stem
weighed by how few entries it stands in (inverse document frequency: Sparck Jones 1972), by the cosine of the two bags
(Salton, Wong and Yang 1975). The best entry answers where it is near enough; else nobody knows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log, sqrt

from bot.negotiation.reading.wordsets import words
from bot.negotiation.scenario import Fact

NEAR_ENOUGH = 0.55
"""The cosine from which on an entry answers. "I would have to look that up" does less harm than a wrong answer."""

AHEAD = 0.06
"""How much nearer than the second an entry must be."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_STOP = words(
    "a an the and or but so if then of to in on at for with from by as is are was were be been being am do does "
    "did done i you he she it we they me him her us them my your his its our their this that these those there "
    "here just really please would could should will can may might shall have has had get got like know tell say "
    "ask want let about any some very too also not no yes ok okay well hi hello hey thanks thank actually maybe "
    "again still even than s t re ve ll d m u ur"
)
_ASKING = {"what", "which", "who", "when", "where", "why", "how", "whose"}
"""Question words tell two questions about the same thing apart: "when do you deliver?", "who delivers?"."""

_SAME = {
    word: group.split()[0]
    for group in (
        "include comprise contain inclusive comprised",
        "cost price expensive",
        "compulsory mandatory obligatory required must forced necessary optional",
        "remove drop skip without waive strike omit exclude leave off",
        "cancel terminate quit notice",
        "decide boss manager owner authority approve approval",
        "cheap cheaper discount deal bargain lower",
        "begin start since",
        "end finish expire until deadline",
        "buy purchase",
        "repair fix mend broken",
        "guarantee warranty",
        "return refund",
        "car vehicle truck van",
        "big large size measure dimension wide tall",
        "deliver delivery ship",
        "cash card credit transfer paypal invoice",
        "people person guest customer",
        "colour color",
        "happen consequence",
        "other else another alternative different option",
        "reason because justify",
        "old age",
        "near far distance location address",
        "write writing written",
        "open opening hour hours",
    )
    for word in group.split()
}
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "edly", "ed", "es", "ly", "s", "er", "e")


def fact_about(facts: Sequence[Fact], question: str) -> Fact | None:
    """Return the entry that answers `question`, None where none is near enough."""
    if not facts:
        return None
    sheet = _sheet(tuple(facts))
    asked = _bag(question, sheet.weights)
    best, nearness, second = None, 0.0, 0.0
    for fact, bags in sheet.entries:
        near = max((_cosine(asked, bag) for bag in bags), default=0.0)
        if any(_stands_in(word, question) for word in fact.words):
            near += 0.3
        if near > nearness:
            best, nearness, second = fact, near, nearness
        elif near > second:
            second = near
    return best if nearness >= NEAR_ENOUGH and nearness - second >= AHEAD else None


class _Sheet:
    def __init__(self, facts: tuple[Fact, ...]) -> None:
        stems = [Counter(stem for text in (*fact.asks, *fact.words) for stem in set(stems_of(text))) for fact in facts]
        often = Counter(stem for entry in stems for stem in entry)
        self.weights = {stem: log((1 + len(facts)) / (0.5 + count)) for stem, count in often.items()}
        self.entries = [
            (fact, [_bag(text, self.weights) for text in (*fact.asks, " ".join((*fact.asks, *fact.words)))])
            for fact in facts
        ]


@lru_cache(maxsize=64)
def _sheet(facts: tuple[Fact, ...]) -> _Sheet:
    return _Sheet(facts)


def stems_of(text: str) -> Iterable[str]:
    """Yield the stems of the words in `text` that tell something, one for all words of the same meaning."""
    for word in _WORD.findall(text.casefold().replace("’", "'")):
        word = word.split("'")[0]
        if word in _ASKING:
            yield f"?{word}"
        elif word not in _STOP and len(word) > 1:
            yield _SAME.get(word) or _SAME.get(_stem(word)) or _stem(word)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _bag(text: str, weights: Mapping[str, float]) -> dict[str, float]:
    rare = max(weights.values(), default=1.0)
    bag: dict[str, float] = {}
    for stem in set(stems_of(text)):
        bag[stem] = 0.4 if stem[0] == "?" else weights.get(stem, 0.6 * rare)
    return bag


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(weight * other[stem] for stem, weight in one.items() if stem in other)
    if not shared:
        return 0.0
    return shared / sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))


def _stands_in(word: str, question: str) -> bool:
    return f" {' '.join(_WORD.findall(word.casefold()))} " in f" {' '.join(_WORD.findall(question.casefold()))} "
