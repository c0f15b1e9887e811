"""An article about a tactic, taken apart into a draft that its author rewrites: `draft_from(raw)`.

Written for articles of one series, as they come off a web page: a title with a number, a summary, the principle, a
story, how to answer the tactic, a question to the readers, their comments, and whatever the page leaves around it.
Nothing in an article is relied upon; what isn't found is marked to be filled in.
"""

from __future__ import annotations

from bot.content.importing.article import Article, LeftOut, NoArticle, Thread, article_in
from bot.content.importing.drafting import draft_of, id_for
from bot.content.importing.page import blocks_of

__all__ = ["Article", "LeftOut", "NoArticle", "Thread", "article_from", "draft_of", "id_for"]


def article_from(raw: bytes) -> Article:
    """The article in the bytes of a text or an HTML page. Raises NoArticle where there is none."""
    return article_in(blocks_of(raw))
