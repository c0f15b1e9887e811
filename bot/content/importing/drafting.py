"""An article as the draft of a tactic: each part in its place, every word of it marked to be rewritten."""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from bot.content.importing.article import Article
from bot.content.marks import FILL_IN, LEFT_OUT, REWRITE
from bot.content.schema import schema_line
from bot.content.texts import ID, TITLE

_WIDTH = 118
_EXCERPT = 90  # characters of what was left out: enough to find it again
_NO_ID = "imported-tactic"

_HEADER = """\
# A draft, taken from an article. check refuses it until nothing is marked any more.
# REWRITE: the words of the article; say it in your own. FILL IN: the article had nothing here.
# Ids are short names that a review can point to: small letters, digits and hyphens. They never change.
"""


def id_for(article: Article) -> str:
    """The id that the article's name suggests, such as "walk-away"."""
    letters = unicodedata.normalize("NFKD", article.name).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", letters)
    slug = ""
    for word in words:
        if len(slug) + len(word) + bool(slug) > ID:
            break
        slug += f"-{word}" if slug else word
    return slug or _NO_ID


def draft_of(article: Article) -> str:
    """The YAML of a tactic. As it is it can't be used: that is what its marks are for."""
    return "\n".join([schema_line("tactic"), _HEADER.rstrip(), *_lines(article), ""])


def _lines(article: Article) -> Iterator[str]:
    if article.number:
        yield f"number: {article.number}"
    if article.name:
        yield f"title: {_quoted(f'{REWRITE}: {article.name}')}"
        yield "aliases:"
        yield f"  - {_quoted(_as_title(article.name))}"
    else:
        yield f"title: {FILL_IN}"
    yield f"level: {FILL_IN}, 1 to 3"
    yield from _text("in_short", [article.summary], "the tactic in one or two sentences")
    yield from _text("principle", article.principle, "why it works")
    yield from _passages("how_to_use", article.use, "how to use it, step by step")
    yield from _passages("when_used_on_you", article.answer, "what to do when somebody uses it on you")
    yield "\nstory:"
    yield f"  title: {FILL_IN}"
    yield from _text("text", article.story, "a story that shows it", indent=2)
    if article.threads:
        yield "\nquestions:"
    for thread in article.threads:
        yield f"  - id: {FILL_IN}"
        yield from _text("question", [thread.question], "", indent=4)
        yield from _text("answer", [thread.answer], "the answer; nobody gave one", indent=4)
    yield f"\nsource: {_quoted(_source(article))}"
    yield "\n# Words that point to the tactic in a message, as people say them."
    yield "cues:"
    yield f"  - {FILL_IN}"
    if article.left_out:
        yield "\n# What was left out, and where it stood. Delete the list when you have looked through it."
        yield f"{LEFT_OUT}:"
    for left in article.left_out:
        yield from _item(f"line {left.line}, {left.why}: {textwrap.shorten(left.text, _EXCERPT)}")


def _text(key: str, paragraphs: Sequence[str], what: str, indent: int = 0) -> Iterator[str]:
    """A field with paragraphs of the article, or with a mark that says what belongs there."""
    written = [paragraph for paragraph in paragraphs if paragraph]
    pad = " " * indent
    yield f"{'' if indent else chr(10)}{pad}{key}: >-"
    marked = f"{REWRITE}: {written[0]}" if written else f"{FILL_IN}: {what}"
    yield from _wrapped([marked, *written[1:]], indent + 2)


def _passages(key: str, paragraphs: Sequence[str], what: str) -> Iterator[str]:
    yield f"\n{key}:"
    for paragraph in paragraphs or [""]:
        yield f"  - id: {FILL_IN}"
        yield from _text("text", [paragraph], what, indent=4)


def _item(text: str) -> Iterator[str]:
    yield "  - >-"
    yield from _wrapped([text], 4)


def _wrapped(paragraphs: Iterable[str], indent: int) -> Iterator[str]:
    """Paragraphs of a folded text, two empty lines between them."""
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield "\n"
        pad = " " * indent
        yield textwrap.fill(
            paragraph,
            _WIDTH,
            initial_indent=pad,
            subsequent_indent=pad,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _as_title(name: str) -> str:
    """The name as an alias may have it: one line without braces, and not too long."""
    return textwrap.shorten(name.replace("{", "(").replace("}", ")"), TITLE, placeholder=" …")


def _source(article: Article) -> str:
    number = f" #{article.number}" if article.number else ""
    name = f" - {_as_title(article.name)}" if article.name else ""
    asked = " and readers' questions below it" if article.threads else ""
    return f"Told anew after the article Negotiation Tactic{number}{name}{asked}."
