"""A small knowledge folder in which everything is right, to be broken one way at a time."""

import json
from pathlib import Path

import pytest

from bot.content.library import load_library
from bot.content.problems import ContentProblems
from bot.negotiation.coach import Remark
from bot.negotiation.voice import Say

SHIPPED = Path(__file__).parents[2] / "knowledge"

LAMP = """\
story: lamp
title: The lamp at the flea market
summary: A dealer wants forty for a lamp that stood in the rain.
side: buyer
level: 1
tactics: [go-home]
currency: USD
item: the lamp
counterpart: Olga, at her stall
voice: dealer
opening_ask: 40
step: 1
list_price: 40
rounds: 6

brief:
  you: You like the lamp.
  situation: It is late and the stalls are closing.
  on_the_table: $40.
  target: 25
  first_line:
    - It's {ask}, and worth it.

alternative:
  text: The next stall has one for $30.
  spoken: the lamp at the next stall
  amount: 30
  words: [next stall]

extras:
  - id: bulb
    name: a bulb
    worth: 2
    cost: 0.50

worlds:
  - id: packing-up
    name: She is packing up
    chance: 0.6
    limit: 20
    commitment: 0.8
    patience: 5
    alternative: The lamp goes back to the attic.
    truth: She did not want to carry it home.
    answers: {business: quiet}
  - id: collector
    name: A collector is coming
    chance: 0.4
    limit: 38
    commitment: 0.1
    patience: 4
    leaves: 5
    returns: true
    alternative: A collector pays forty.
    truth: She had a better buyer.
    answers: {business: lively}

answers:
  business:
    quiet:
      tells: Nobody is buying.
      lines:
        - I sold two spoons.
        - Slow as rain.
    lively:
      tells: She sells well.
      lines:
        - The table was full at noon.

happenings:
  - round: 3
    worlds: [collector]
    text: A man with a catalogue stops at the stall.
    effect: ask_worsens
    amount: 1
"""

GO_HOME = """\
number: 7
title: Go home
aliases: [Home again, "Leave it"]
level: 1
in_short: Know when to stop.
principle: Who can stop has the say.
how_to_use:
  - id: know-when
    text: Decide beforehand.
when_used_on_you:
  - id: wish-well
    text: Wish them well.
story:
  title: The umbrella
  text: It rained, and she went home.
pitfalls:
  - id: too-soon
    what: Going too soon.
    what_to_do: Ask first.
questions:
  - id: is-it-final
    question: Is it final?
    answer: Seldom.
related:
  - tactic: stay-put
    why: The opposite.
evidence:
  - claim: Rested people decide better.
    limits: Not all of them.
    source: Nobody 1900
source: Made up for a test.
cues: [go home]
"""

STAY_PUT = """\
title: Stay put
level: 2
in_short: Sit.
principle: Whoever sits has time.
how_to_use:
  - {id: sit, text: Sit down.}
when_used_on_you:
  - {id: sit-too, text: Sit down as well.}
story: {title: The bench, text: They sat.}
source: Made up for a test.
cues: [sit]
"""


def pools(keys: type[Say] | type[Remark]) -> dict[str, list[str]]:
    """Enough lines for each key, no two alike."""
    return {key: [f"{key} in wording {number}" for number in range(9)] for key in keys}


def dealer() -> dict[str, object]:
    return {"name": "Olga", "about": "Quick and kind.", "lines": pools(Say)}


class Knowledge:
    """A knowledge folder at `path`, called "knowledge" in problems."""

    path = Path("knowledge")

    def write(self, name: str, content: str | bytes) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def change(self, name: str, *changes: tuple[str, str]) -> None:
        """Replaces what stands once in a file."""
        text = (self.path / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        self.write(name, text)

    def problems(self) -> list[str]:
        """What loading complains about, as a host reads it."""
        try:
            load_library(self.path)
        except ContentProblems as error:
            return [str(problem) for problem in error.problems]
        return []


@pytest.fixture
def knowledge(tmp_path, monkeypatch) -> Knowledge:
    monkeypatch.chdir(tmp_path)
    folder = Knowledge()
    folder.write("scenarios/lamp.yaml", LAMP)
    folder.write("tactics/go-home.yaml", GO_HOME)
    folder.write("tactics/stay-put.yaml", STAY_PUT)
    folder.write("voices/dealer.yaml", json.dumps(dealer(), indent=1))
    folder.write("coach.yaml", json.dumps(pools(Remark), indent=1))
    return folder
