"""Articles of the series taken apart: three of our own writing, and what pages make of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.importing import Article, NoArticle, Thread, article_from, draft_of, id_for

HERE = Path(__file__).parent
DRAWER = (HERE / "the-empty-drawer.txt").read_text(encoding="utf-8")


def imported(text: str) -> Article:
    return article_from(text.encode())


def begins(paragraphs: tuple[str, ...]) -> list[str]:
    """The first words of each paragraph."""
    return [" ".join(paragraph.split()[:4]) for paragraph in paragraphs]


# --- three articles ---------------------------------------------------------------------------------------------------


def test_a_page_copied_as_text():
    found = imported(DRAWER)

    assert (found.number, found.name) == (12, "The Empty Drawer")
    assert found.summary == "Showing that there is nothing left to give."
    assert begins(found.principle) == ["People press for as"]
    assert begins(found.story) == ["Marek restores chairs in", "Marek doesn't argue. He"]
    assert begins(found.answer) == ["If someone uses The"]
    assert found.use == ()
    assert found.threads == (
        Thread(
            27,
            "What keeps people from simply showing a false notebook? It seems easy to me.",
            "Easy once, Piotr. Whoever finds out never believes the second one.",
        ),
    )
    assert found.missing == ()
    assert [(left.line, left.why) for left in found.left_out] == [
        (1, "stands before the article"),
        (3, "stands before the article"),
        (7, "belongs to the page"),
        (19, "a question to the readers"),
        (21, "comes after the question to the readers"),
        (22, "comes after the question to the readers"),
        (23, "comes after the question to the readers"),
        (25, "the heading of the comments"),
        (31, "a reader's remark, no question"),
        (33, "belongs to the page"),
        (35, "belongs to the page"),
        (37, "comes after the end"),
        (38, "comes after the end"),
        (40, "belongs to the page"),
    ]


def test_a_page_in_html_with_headings_and_comments_in_lists():
    found = article_from((HERE / "the-second-chair.html").read_bytes())

    assert (found.number, found.name) == (204, "The Second Chair")
    assert found.summary == "Bringing along somebody who says nothing."
    assert found.principle == (
        "A silent witness makes people careful. They promise less, shout less, and keep what they have promised, "
        "because somebody else heard it.",
    )
    assert begins(found.use) == ["Choose somebody who is"]
    assert begins(found.story) == ["Leila had been told", "The roofer looked at"]
    assert begins(found.answer) == ["Greet the second chair", "Put your terms in"]
    assert [(thread.question[:22], thread.answer) for thread in found.threads] == [
        ("Does it matter who it ", "Then take your brother's umbrella. Seriously: yes, it does.")
    ]
    texts = [left.text for left in found.left_out]
    assert "Who sat in your second chair?" in texts
    assert "Worked at the bank." in texts
    assert "Negotiation Tactic #7 – The Cold Coffee" in texts
    assert not any("Not this one" in text or "margin" in text for text in texts)


def test_an_old_page_with_wrapped_lines_windows_line_ends_and_flat_comments():
    raw = (HERE / "the-borrowed-watch.txt").read_bytes()
    assert b"\r\n" in raw

    found = article_from(raw)

    assert (found.number, found.name, found.summary) == (88, "The Borrowed Watch", "")
    assert found.principle == (
        "Setting a deadline that belongs to somebody else is easier to defend than one of your own: nobody can argue "
        "with a ferry. The person across the table hurries for your sake and not against you.",
    )
    assert begins(found.story) == ["Last summer Ravi was"]
    assert begins(found.answer) == ["To counter a borrowed"]
    assert [(thread.question, thread.answer) for thread in found.threads] == [
        ("Is it still fair if I chose the movers' date myself?", "Maya, it is fair as long as it is true.")
    ]
    assert found.missing == ("summary",)


# --- what pages make of them ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "number", "name"),
    [
        ("Negotiation Tactic #12 – The Empty Drawer", 12, "The Empty Drawer"),
        ("Negotiation Tactic #12 — The Empty Drawer", 12, "The Empty Drawer"),
        ("Negotiation Tactic #12 - The Empty Drawer", 12, "The Empty Drawer"),
        ("Negotiation Tactic #12 −− “The Empty Drawer”", 12, "The Empty Drawer"),
        ("NEGOTIATION TACTIC # 12: THE EMPTY DRAWER", 12, "THE EMPTY DRAWER"),
        ("Negotiation Tactics No. 1200 | The Empty Drawer", 1200, "The Empty Drawer"),
        ("Negotiating Tactic Number 7. The Empty Drawer | The Quiet Table", 7, "The Empty Drawer"),
        ("Tactic 12) The Empty Drawer", 12, "The Empty Drawer"),
        ("## Negotiation Tactic #12 – The Empty Drawer", 12, "The Empty Drawer"),
        ("**Negotiation Tactic #12 – The Empty Drawer**", 12, "The Empty Drawer"),
        ("Negotiation Tactic – The Empty Drawer", None, "The Empty Drawer"),
        ("Negotiation Tactic #12\n\nThe Empty Drawer", 12, "The Empty Drawer"),
        ("Negotiation Tactic #12 – Buyer’s 2-for-1 Offer", 12, "Buyer's 2-for-1 Offer"),
        ("Negotiation\u00a0Tactic\u00a0#12\u00a0–\u00a0The\u200b Empty Drawer", 12, "The Empty Drawer"),
    ],
)
def test_titles(written, number, name):
    found = imported(DRAWER.replace("Negotiation Tactic #12 – The Empty Drawer", written))

    assert (found.number, found.name) == (number, name)
    assert found.summary == "Showing that there is nothing left to give."


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\u2028"])
def test_line_ends(ends):
    assert article_from(DRAWER.replace("\n", ends).encode()) == imported(DRAWER)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding):
    assert article_from(DRAWER.encode(encoding)) == imported(DRAWER)


def test_straight_and_curly_quotes_are_the_same():
    straight = DRAWER.replace("“", '"').replace("”", '"').replace("’", "'")

    assert imported(straight) == imported(DRAWER)


@pytest.mark.parametrize(
    ("first", "last", "missing", "part"),
    [
        ("Negotiation Tactic #12", "Drawer", "title", "name"),
        ("Summary:", "give.", "summary", "summary"),
        ("People press", "into it.", "principle", "principle"),
        ("Marek restores", "the order.", "story", "story"),
        ("If someone uses", "quality.", "how to answer it", "answer"),
    ],
)
def test_a_part_that_is_missing_is_missing_and_nothing_else(first, last, missing, part):
    start = DRAWER.index(first)
    end = DRAWER.index(last, start) + len(last)
    whole, found = imported(DRAWER), imported(DRAWER[:start] + DRAWER[end:])

    assert found.missing == (missing,)
    assert not getattr(found, part)
    parts = {"summary", "principle", "story", "answer"} - {part}
    assert all(getattr(found, each) == getattr(whole, each) for each in parts)


def test_no_comments():
    found = imported(DRAWER[: DRAWER.index("3 Comments")])

    assert found.threads == ()
    assert begins(found.answer) == ["If someone uses The"]


def test_comments_without_names_numbers_or_indentation():
    start, end = DRAWER.index("3 Comments"), DRAWER.index("Leave a Reply")
    flat = "Comments (2)\n\nIs it honest?\n\n@Piotr it is.\n\nAnd twice?\n\n"

    found = imported(DRAWER[:start] + flat + DRAWER[end:])

    assert [(thread.question, thread.answer) for thread in found.threads] == [
        ("Is it honest?", "@Piotr it is."),
        ("And twice?", ""),
    ]


def test_a_commenters_name_and_the_date_on_lines_of_their_own():
    start, end = DRAWER.index("3 Comments"), DRAWER.index("Leave a Reply")
    dated = (
        "(2) Comments\n\n1. Tom Ray\nMay 2, 2014 at 9:11 am\nIs it honest?\n\n"
        "   1. Admin\n   May 3, 2014\n   Tom, it is.\n\n"
    )

    found = imported(DRAWER[:start] + dated + DRAWER[end:])

    assert [(thread.question, thread.answer) for thread in found.threads] == [("Is it honest?", "Tom, it is.")]


def test_text_that_is_no_article_of_the_series_still_has_its_paragraphs():
    found = imported("A good pause is worth a good argument, since nobody can answer it.\n")

    assert found.missing == ("title", "summary", "story", "how to answer it")
    assert found.principle == ("A good pause is worth a good argument, since nobody can answer it.",)
    assert id_for(found) == "imported-tactic"


@pytest.mark.parametrize("raw", [b"", b"\n \r\n", b"<html><body></body></html>", b"Home\nLogin\n", b"\xff\xfe"])
def test_what_is_no_article_is_a_sentence(raw):
    with pytest.raises(NoArticle, match="Nothing here reads like an article"):
        article_from(raw)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("These Shoes Were Made for Dancing", "these-shoes-were-made-for-dancing"),
        ("Buyer's Remorse & Other Things", "buyers-remorse-other-things"),
        ("Déjà vu", "deja-vu"),
        ("A Very Long Name That Goes On and On Without an End", "a-very-long-name-that-goes-on-and-on"),
        ("谈判", "imported-tactic"),
    ],
)
def test_the_id_is_made_of_the_name(name, expected):
    assert id_for(imported(DRAWER.replace("The Empty Drawer\n", f"{name}\n", 1))) == expected


def test_the_draft_holds_every_part_in_its_place():
    draft = draft_of(imported(DRAWER))

    assert draft.splitlines()[4:12] == [
        "number: 12",
        'title: "REWRITE: The Empty Drawer"',
        "aliases:",
        '  - "The Empty Drawer"',
        "level: FILL IN, 1 to 3",
        "",
        "in_short: >-",
        "  REWRITE: Showing that there is nothing left to give.",
    ]
    assert "    line 19, a question to the readers: Have you ever opened the drawer" in draft


# --- other ways to put it ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "begins_with",
    [
        "If someone uses this on you,",
        "If you think that somebody is using The Empty Drawer against you,",
        "When your counterpart opens a drawer,",
        "Should you encounter this tactic,",
        "If you're faced with an empty drawer,",
        "To counter this tactic,",
        "Countering an empty drawer is simple:",
        "The best defense against it is a question:",
        "Your best response is to smile, and then",
        "When this tactic is used on you,",
        "Whenever you are up against an empty drawer,",
    ],
)
def test_how_to_answer_it_is_known_by_its_first_words(begins_with):
    found = imported(DRAWER.replace("If someone uses The Empty Drawer on you,", begins_with))

    assert [paragraph[: len(begins_with)] for paragraph in found.answer] == [begins_with]
    assert found.missing == ()


@pytest.mark.parametrize(
    "asked",
    [
        "Have you used or met this tactic? How did it turn out?",
        "What experiences have you had with empty drawers?",
        "When was the last time that a drawer was empty?",
        "Has anybody ever opened one for you?",
        "Do you keep a drawer?",
        "How'd it go for you?",
        "Share your story in the comments!",
        "We would love to hear. Tell us about your drawer below.",
        "Is there a drawer in your kitchen? Tell us about it.",
    ],
)
def test_what_is_asked_of_the_readers_is_left_out(asked):
    found = imported(DRAWER.replace("Have you ever opened the drawer for somebody? How did it go?", asked))

    assert begins(found.answer) == ["If someone uses The"]
    assert asked in [left.text for left in found.left_out]


@pytest.mark.parametrize(
    "story",
    [
        "You find a vase for $40 at a flea market. The dealer shows you what was paid for it.",
        "For example, a supplier opens the books at the end of the year.",
        "Imagine that you sell a car and the buyer turns out every pocket.",
        "Olga has two tables to sell and one evening left.",
        "A baker knew a miller. One Monday the miller showed him his books.",
    ],
)
def test_a_story_can_be_short_or_about_you(story):
    start, end = DRAWER.index("Marek restores"), DRAWER.index("If someone uses")

    found = imported(f"{DRAWER[:start]}{story}\n\n{DRAWER[end:]}")

    assert found.story == (story,)
    assert begins(found.principle) == ["People press for as"]
