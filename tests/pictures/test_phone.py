"""Cards drawn as a phone shows them, and the markdown in them."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.pictures.markdown import BULLET, Look, Span, lines_of
from bot.pictures.phone import Page, Row, Rule, Words, phone_picture

PAGE = Page("the card", (Words("## A title\nSome **bold** words"), Rule(), Row(("One", "Two"), "Two")))


def size_of(*pages: Page) -> tuple[int, int]:
    return Image.open(BytesIO(phone_picture(pages, "x").png)).size


def test_markdown_as_cards_use_it():
    heading, bullet, number, small, quote, empty = lines_of(
        "### Why\n- **Now**: *never* again\n12. twelve\n-# grey\n> said\n\n"
    )

    assert (heading.look, heading.text) == (Look.HEADING, "Why")
    assert (bullet.mark, bullet.spans) == (
        BULLET,
        (Span("Now", bold=True), Span(": "), Span("never", italic=True), Span(" again")),
    )
    assert (number.mark, number.text) == ("12.", "twelve")
    assert (small.look, quote.look, empty.spans) == (Look.SMALL, Look.QUOTE, ())


@pytest.mark.parametrize("plain", ["2 * 3 * 4", "a*b*c", "**", "5. ", "#53 is a number", "\\*not italic\\*"])
def test_what_only_looks_like_markdown_stays(plain):
    (line,) = lines_of(plain)

    assert line.mark + line.text.strip() in (plain.strip(), plain.replace("\\", ""))
    assert not any(span.bold or span.italic for span in line.spans)


def test_each_page_has_a_phones_width_and_the_longest_sets_the_height():
    one, two = size_of(PAGE), size_of(PAGE, Page("a message", (Words("word " * 500),), card=False))

    assert one[0] == 500
    assert two[0] == 988
    assert two[1] > 4 * one[1]


def test_what_is_pressed_goes_into_the_next_row_where_it_does_not_fit():
    assert size_of(Page("", (Row(tuple(["A button"] * 9)),)))[1] > size_of(Page("", (Row(("A button",)),)))[1]


def test_it_is_told_in_words_too():
    assert phone_picture([PAGE], "Walk away").alt == "Walk away as members see it: the card."


def test_no_page_is_no_picture():
    with pytest.raises(ValueError, match="no page"):
        phone_picture([], "x")


@settings(deadline=None, max_examples=30)
@given(st.text(st.characters(codec="utf-8") | st.sampled_from("#*->_ \n1."), max_size=200))
def test_any_text_can_be_drawn(text):
    assert size_of(Page(text[:20], (Words(text), Row((text[:30],)))))[0] == 500


@given(st.text("ab *_#>-1.\n\\", max_size=80))
def test_no_word_is_lost(text):
    kept = "".join(sign for line in lines_of(text) for sign in line.text if sign.isalpha())

    assert kept == "".join(sign for sign in text if sign.isalpha())
