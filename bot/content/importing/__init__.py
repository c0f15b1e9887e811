"""An article about a tactic, taken apart into a draft that its author rewrites: `draft_of(article_from(raw))`.

Written for articles of one series, as they come off a web page: a title with a number, a summary, the principle, a
story, how to answer the tactic, a question to the readers, their comments, and whatever the page leaves around it.
Nothing in an article is relied upon; what isn't found is marked to be filled in.
"""

from __future__ import annotations

import re

from bot.content.importing.article import Article, LeftOut, NoArticle, Thread, article_in
from bot.content.importing.drafting import draft_of, id_for
from bot.content.importing.html_page import html_blocks
from bot.content.importing.page import Block
from bot.content.importing.text_page import text_blocks

__all__ = ["Article", "LeftOut", "NoArticle", "Thread", "article_from", "blocks_of", "draft_of", "id_for"]

_HTML = re.compile(r"<(?:!doctype|html|head|body|div|p|h[1-6]|br|article|section|ol|ul|li|span|blockquote)\b", re.I)


def article_from(raw: bytes) -> Article:
    """The article in the bytes of a text or an HTML page. Raises NoArticle where there is none."""
    return article_in(blocks_of(raw))


def blocks_of(raw: bytes) -> tuple[Block, ...]:
    """The blocks of a text or an HTML page in whatever encoding and with whatever line ends. Never raises."""
    text = _decoded(raw)
    return tuple(block for block in (html_blocks(text) if _HTML.search(text) else text_blocks(text)) if block.text)


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
