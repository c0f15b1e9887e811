"""A draft is refused until it has been rewritten, and whatever is imported makes a draft."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.content.importing import NoArticle, article_from, blocks_of, draft_of
from bot.content.source import parse
from bot.content.writing import CannotWrite
from bot.terminal.import_command import import_article
from tests.content.conftest import Knowledge

HERE = Path(__file__).parent
ARTICLES = {path.name: path.read_bytes() for path in sorted(HERE.glob("the-*"))}
MARKS = ("This is still to be filled in.", "These are still the words of the article.")
FOR_YOU = "left_out: This is what the importer left out. Use what you can of it, then delete the list."

WORDS = ["Negotiation Tactic", "#", "12", "Summary:", "Have you", "?", "3 Comments", "Reply", "says:", "Marek", "$25"]
SPACES = ["\n", "\n\n", "\r\n", "1. ", "    ", "- ", "\t", "If someone uses it on you", "@Anna", "FILL IN", ": ", "–"]
TAGS = ["<p>", "</p>", "<li>", "<ol>", "</ol>", "<br>", "<!--", "<![CDATA[", "&nbsp;", "&#0;"]
SIGNS = ["{", "}", '"', "'", "*", "\x00", "\u200b", "ß"]
BITS = st.sampled_from([*WORDS, *SPACES, *TAGS, *SIGNS])
PAGES = st.lists(BITS | st.text(max_size=12), max_size=60).map("".join)


@pytest.mark.parametrize("name", ARTICLES)
def test_check_names_every_part_that_is_still_the_articles(knowledge, name):
    path = import_article(ARTICLES[name], knowledge.path, "imported", lambda _: None)

    told = knowledge.problems()
    marked = [n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if _is_marked(line)]
    assert len(told) == len(marked) + 1  # and the list of what was left out
    assert sum(FOR_YOU in problem for problem in told) == 1
    assert all(any(mark in problem for mark in MARKS) for problem in told if FOR_YOU not in problem)
    assert any(f"{path.as_posix()}:6: title: These are still the words of" in problem for problem in told)


def _is_marked(line: str) -> bool:
    return line[:1] != "#" and re.search(r"REWRITE|FILL IN", line) is not None


def test_a_draft_that_was_rewritten_is_used(knowledge):
    path = import_article(ARTICLES["the-empty-drawer.txt"], knowledge.path, None, lambda _: None)
    draft = path.read_text(encoding="utf-8").split("left_out:")[0]
    ids = iter("abcdefgh")
    draft = re.sub(r"(?<=id: )FILL IN", lambda _: next(ids), draft)
    draft = draft.replace("FILL IN, 1 to 3", "2").replace("REWRITE: The Empty Drawer", "Show the bottom")
    draft = draft.replace("FILL IN", "Own words").replace("REWRITE: ", "")
    path.write_text(draft, encoding="utf-8")

    assert knowledge.problems() == []


def test_what_it_tells(knowledge):
    said: list[str] = []
    import_article(ARTICLES["the-borrowed-watch.txt"], knowledge.path, None, said.append)

    assert said[:4] == [
        "Wrote knowledge/tactics/the-borrowed-watch.yaml.",
        "It has 1 paragraph on the principle, 1 paragraph of story, 1 way to answer it, 1 reader's question.",
        "Not found in the article: summary.",
        "\nLeft out:",
    ]
    assert "  line 30, belongs to the page: Comments are closed." in said


def test_a_second_import_does_not_write_over_the_first(knowledge):
    import_article(ARTICLES["the-empty-drawer.txt"], knowledge.path, None, lambda _: None)

    with pytest.raises(CannotWrite, match="is there already"):
        import_article(ARTICLES["the-empty-drawer.txt"], knowledge.path, None, lambda _: None)


# --- anything at all --------------------------------------------------------------------------------------------------


def is_a_draft_or_a_sentence(knowledge: Knowledge, raw: bytes) -> bool:
    """Every problem of what comes of it is one of its marks."""
    name = "tactics/imported.yaml"
    try:
        knowledge.write(name, draft_of(article_from(raw)))
    except NoArticle:
        return True
    told = [problem for problem in knowledge.problems() if FOR_YOU not in problem]
    (knowledge.path / name).unlink()
    return all(any(mark in problem for mark in MARKS) for problem in told)


in_one_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@in_one_folder
@given(st.binary(max_size=300))
def test_any_bytes(knowledge, raw):
    assert is_a_draft_or_a_sentence(knowledge, raw)


@in_one_folder
@given(PAGES)
@example("Negotiation Tactic #12345 – {Drawer}\n\nIf: [x]")
@example("<p>" * 500 + "A story about him, and his $25.")
@example("<![x[ <p>Text for <b>you</p>")
def test_any_page(knowledge, page):
    assert is_a_draft_or_a_sentence(knowledge, page.encode("utf-8", errors="surrogatepass"))


@in_one_folder
@given(data=st.data(), name=st.sampled_from(sorted(ARTICLES)), bits=PAGES)
def test_an_article_that_is_cut_and_patched(knowledge, data, name, bits):
    raw = ARTICLES[name]
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))

    assert is_a_draft_or_a_sentence(knowledge, raw[:start] + bits.encode() + raw[end:])


@given(data=st.data(), name=st.sampled_from(sorted(ARTICLES)))
def test_nothing_is_lost_every_text_is_in_a_part_or_left_out(data, name):
    lines = ARTICLES[name].splitlines(keepends=True)
    start = data.draw(st.integers(0, len(lines)))
    raw = b"".join(lines[:start] + lines[data.draw(st.integers(start, len(lines))) :])
    try:
        found = article_from(raw)
    except NoArticle:
        return
    kept = [found.name, found.summary, *found.principle, *found.use, *found.story, *found.answer]
    kept += [text for thread in found.threads for text in (thread.question, thread.answer)]
    kept += [left.text for left in found.left_out]
    labels = r"(Negotiat\w+ )?Tactic.*|Summary|Why it works|Example|How to (answer|use) it"

    for block in blocks_of(raw):
        text = block.text.removeprefix("Summary: ")
        assert any(text in each for each in kept) or re.fullmatch(labels, text), text


def test_what_was_left_out_is_read_by_nobody_as_a_part():
    draft = draft_of(article_from(ARTICLES["the-empty-drawer.txt"]))

    source = parse(draft.encode(), "draft.yaml")

    assert isinstance(source.data, dict)
    assert list(source.data)[-1] == "left_out"
    assert source.data["number"] == 12
