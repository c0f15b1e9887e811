"""`python -m bot import FILE|-`: an article becomes the draft of a tactic."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.content.importing import Article, article_from, draft_of, id_for
from bot.content.writing import write_new

_EXCERPT = 70  # characters


def import_article(raw: bytes, knowledge: Path, name: str | None, say: Callable[[str], None]) -> Path:
    """Writes the draft into `knowledge` under the id `name`, or the one that the title suggests, and tells what is in
    it, what the article had nothing about, and what was left out.

    Raises NoArticle, and CannotWrite where the id can't be used.
    """
    article = article_from(raw)
    path = write_new(knowledge, "tactic", name or id_for(article), draft_of(article))
    say(f"Wrote {path.as_posix()}.")
    say(f"It has {_contents(article)}.")
    if article.missing:
        say(f"Not found in the article: {', '.join(article.missing)}.")
    if article.left_out:
        say("\nLeft out:")
    for left in article.left_out:
        text = left.text if len(left.text) <= _EXCERPT else f"{left.text[: _EXCERPT - 1]}…"
        say(f"  line {left.line}, {left.why}: {text}")
    say("\nEvery part is marked. Say it in your own words, then run: python -m bot check")
    return path


def _contents(article: Article) -> str:
    counted = {
        "paragraph on the principle": len(article.principle),
        "paragraph of story": len(article.story),
        "way to answer it": len(article.answer),
        "way to use it": len(article.use),
        "reader's question": len(article.threads),
    }
    parts = ["a summary"] if article.summary else []
    parts += [f"1 {what}" if n == 1 else f"{n} {_plural(what)}" for what, n in counted.items() if n]
    return ", ".join(parts)


def _plural(what: str) -> str:
    first, *rest = what.split(" ")
    if first in ("paragraph", "way"):
        return " ".join([f"{first}s", *rest])
    return "readers' questions"
