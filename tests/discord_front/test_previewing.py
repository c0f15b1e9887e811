"""The preview shows what is sent, no more and no less."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from bot.content.library import load_library
from bot.discord_front.cards.tactic import LABELS, TacticPart, tactic_card
from bot.discord_front.previewing import NothingToPreview, preview_of
from bot.pictures.markdown import lines_of
from bot.pictures.phone import Row, Words, phone_picture
from bot.terminal.preview_command import preview
from tests import first_model
from tests.discord_front.seen import text_of

LIBRARY = load_library(first_model.knowledge())


class Sent:
    """A card as a message."""

    def __init__(self, card: Any) -> None:
        self.content = ""
        self.components = card.to_components()


def test_every_part_of_a_tactic_with_its_very_words_and_buttons():
    tactic = LIBRARY.tactics["walk-away"]

    title, pages = preview_of(LIBRARY, "walk-away")

    assert title == "Walk away"
    assert [page.caption for page in pages] == [f"/tactic, {label}" for label in LABELS.values()]
    for part, page in zip(TacticPart, pages, strict=True):
        words = "\n".join(piece.text for piece in page.pieces if isinstance(piece, Words))
        assert words == text_of(Sent(tactic_card(tactic, part, LIBRARY.tactics)))
        rows = [piece for piece in page.pieces if isinstance(piece, Row)]
        assert [label for row in rows for label in row.labels] == [*LABELS.values(), "Practise this"]
        assert [row.open_ for row in rows if row.open_] == [LABELS[part]]


def test_a_scenario_from_the_brief_to_what_is_told_at_the_end():
    title, (brief, opening, end) = preview_of(LIBRARY, "daybed")

    assert title == "The daybed at the counter"
    assert "Your walk-away point is **$184**" in "".join(p.text for p in brief.pieces if isinstance(p, Words))
    (spoken,), (told,) = opening.pieces, end.pieces
    assert isinstance(spoken, Words)
    assert isinstance(told, Words)
    assert spoken.text.count("**Dale, at the counter**\n") == 4
    assert all(world.truth in told.text for world in LIBRARY.scenarios["daybed"].worlds)


def test_an_id_that_is_not_there():
    with pytest.raises(NothingToPreview, match="There is no tactic and no scenario `daybedd`"):
        preview_of(LIBRARY, "daybedd")


@pytest.mark.parametrize("name", [*LIBRARY.tactics, *LIBRARY.scenarios])
def test_everything_that_is_shipped_can_be_previewed(name: str):
    title, pages = preview_of(LIBRARY, name)
    out = Console(file=StringIO(), width=100, emoji=False)

    preview(title, pages, out)

    shown = " ".join(out.file.getvalue().replace("│", " ").split())  # pyright: ignore[reportAttributeAccessIssue]
    for page in pages:
        for piece in page.pieces:
            lines = lines_of(piece.text) if isinstance(piece, Words) else ()
            assert all(" ".join(line.text.split()) in shown for line in lines)


@pytest.mark.parametrize("name", ["walk-away", "daybed"])
def test_it_can_be_drawn(name: str):
    title, pages = preview_of(LIBRARY, name)

    picture = phone_picture(pages, title)

    assert picture.png.startswith(b"\x89PNG")
    assert picture.alt.startswith(f"{title} as members see it: ")
