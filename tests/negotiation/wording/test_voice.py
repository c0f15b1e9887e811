"""Lines with placeholders."""

import pytest

from bot.negotiation.voice import filled, placeholders


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("I can do {ask}.", "I can do $184."),
        ("{item} is yours.", "The daybed is yours."),
        ("Fine. {item} is yours.", "Fine. The daybed is yours."),
        ("Fine, {item} is yours.", "Fine, the daybed is yours."),
        ("*{name} stops.* {item}, still?", "*Dale stops.* The daybed, still?"),
        ("About {item}: it's {ask}.", "About the daybed: it's $184."),
        ("Hm… {item}.", "Hm… the daybed."),
        ("No braces at all", "No braces at all"),
    ],
)
def test_a_line_is_filled_in_and_its_sentences_begin_with_a_capital(line, expected):
    assert filled(line, {"ask": "$184", "item": "the daybed", "name": "Dale"}) == expected


def test_a_line_names_what_it_wants():
    assert placeholders("{offer} isn't {ask}, {ask} is.") == {"offer", "ask"}


@pytest.mark.parametrize("line", ["{ask.__class__}", "{ask[0]}", "{0}", "{}"])
def test_no_line_reaches_into_a_value(line):
    with pytest.raises(KeyError):
        filled(line, {"ask": "$184"})
