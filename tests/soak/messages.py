"""Messages without end, made of all that the project's own sets hold: cut off at each word, joined, and with signs
between that nobody types on purpose."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from bot.negotiation.moves import Accept, Offer, Place, WalkAway
from bot.negotiation.reading import Known
from tests.negotiation.reading import labelled_lines, lines

TRAINING = Path(__file__).parents[2] / "training/messages"
BETWEEN = (
    " ", " ", " ", ". ", ", ", "? ", "! ", "; ", " - ", " and ", " but ", " or ", "\n", "\u2028", "\u2029", "\x0b",
    "\x0c", "\x85", "\t", "\r", "…", "", "/", "...",
)  # fmt: skip
ODD = (
    "\u2028", "\x0b", "\x0c", "\x85", "\x1c", "\u200b", "\u00a0", "\ufeff", "\0", "\ud83d", "\u0301", "İ",
    "ß", "ﬁ", "😂", "👍", "👎", "🤝", "👋", "🏳️‍🌈", "$", "€", "%", "#", "@", "'", '"', "(", ")", "*", "~~", "||",
    "$\u20281", "$\x0b9", "1,", ",5", "1.5.5", "1:30", "0", "00", "-1", "1e9", "²", "½", "٣", "१", "一",
    "9" * 30, "150", "$180", "2k", "10%", "1o50", "one hundred and", "fifty", "deal", "no", "bye", "if",
    "not", "okay", "have",
)  # fmt: skip
ASKED = (None, None, None, Accept(), WalkAway(), Offer(15000))


@lru_cache
def written() -> tuple[tuple[str, Known], ...]:
    """Every message of the labelled sets, of those that are to be heard, and of those that were learned from."""
    found: list[tuple[str, Known]] = [(line.text, line.known) for line in lines.all_lines()]
    for path in sorted(labelled_lines.FOLDER.glob("*.yaml")):
        found += [(line.text, line.known) for line in labelled_lines.labelled(path.stem)]
    grounds = [known for _, known in found]
    for path in sorted(TRAINING.glob("*.jsonl")):
        for number, line in enumerate(path.read_text().splitlines()):
            found.append((json.loads(line)["text"], grounds[number % len(grounds)]))
    return tuple(found)


def vocabulary() -> list[str]:
    """Every word of them, in order, as it is written."""
    return sorted({word for text, _ in written() for word in text.split()})


def cut_off() -> Iterator[tuple[str, Known]]:
    """Each message as it is, and cut off after each of its words."""
    for text, known in written():
        words = text.split()
        for end in range(1, len(words)):
            yield " ".join(words[:end]), known
        yield text, known


def made(rnd: random.Random) -> Iterator[tuple[str, Known]]:
    """Messages without end: beginnings and ends of others, joined, with odd signs among their words."""
    all_of_them = written()
    while True:
        known = rnd.choice(all_of_them)[1]
        known = replace(known, place=rnd.choice([Place.AT_TABLE, *Place]), asked=rnd.choice(ASKED))
        text = rnd.choice(BETWEEN).join(
            _part(rnd.choice(all_of_them)[0].split(), rnd) for _ in range(rnd.choice((1, 2, 2, 3)))
        )
        yield text, known


def _part(words: Sequence[str], rnd: random.Random) -> str:
    begin = rnd.choice((0, 0, 0, rnd.randrange(len(words) + 1)))
    part = list(words[begin : rnd.randrange(begin, len(words) + 1)])
    for _ in range(rnd.choice((0, 0, 1, 1, 2, 4))):
        part.insert(rnd.randrange(len(part) + 1), rnd.choice(ODD))
    return rnd.choice((" ", " ", " ", "", rnd.choice(BETWEEN))).join(part)
