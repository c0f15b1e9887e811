"""Comments below an article as questions and what was answered to them, threaded or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from bot.content.importing import signs
from bot.content.importing.page import Block, Kind


@dataclass(frozen=True, slots=True)
class Thread:
    """A reader's question and the answers to it, joined; "" where nobody answered."""

    line: int
    question: str
    answer: str


@dataclass(slots=True)
class _Comment:
    line: int
    depth: int
    author: str
    texts: list[str] = field(default_factory=list[str])

    @property
    def text(self) -> str:
        return " ".join(self.texts)


def threads_in(blocks: Sequence[Block]) -> tuple[tuple[Thread, ...], list[tuple[Block, str]]]:
    """The questions among the comments; and what is none, each with the reason why it is left out."""
    threads: list[Thread] = []
    left_out = [
        (block, "says who wrote a comment, or when")
        for block, author in _with_authors(blocks)
        if author is not None or signs.beside_a_comment(block.text)
    ]
    for first, replies in _threaded(list(_comments(blocks))):
        if "?" in first.text:
            threads.append(Thread(first.line, first.text, " ".join(reply.text for reply in replies)))
        else:
            remarks = (Block(comment.text, comment.line) for comment in (first, *replies))
            left_out += [(remark, "a reader's remark, no question") for remark in remarks]
    return tuple(threads), left_out


def _with_authors(blocks: Sequence[Block]) -> Iterator[tuple[Block, str | None]]:
    """Each block, with the name in it where all it does is say who wrote the comment below."""
    for block, after in zip_longest(blocks, blocks[1:]):
        dated = after is not None and signs.is_a_date(after.text)
        yield block, block.text if dated and signs.is_a_name(block.text) else signs.commenter(block.text)


def _comments(blocks: Sequence[Block]) -> Iterator[_Comment]:
    """Where neither numbers nor names part them, every paragraph is a comment of its own."""
    authors = list(_with_authors(blocks))
    parted = any(block.kind is Kind.ITEM or author is not None for block, author in authors)
    open_: _Comment | None = None
    for block, author in authors:
        if author is not None:
            if open_ is not None and open_.texts:
                yield open_
            open_ = _Comment(block.line, block.depth, author)
        elif signs.beside_a_comment(block.text):
            continue
        elif open_ is not None and parted and (block.kind is not Kind.ITEM or not open_.texts):
            open_.texts.append(block.text)
        else:
            if open_ is not None and open_.texts:
                yield open_
            open_ = _Comment(block.line, block.depth, "", [block.text])
    if open_ is not None and open_.texts:
        yield open_


def _threaded(comments: Sequence[_Comment]) -> list[tuple[_Comment, list[_Comment]]]:
    """Each comment that begins a thread, with the replies to it: those that are set deeper, or address its author."""
    threads: list[tuple[_Comment, list[_Comment]]] = []
    for comment in comments:
        thread = threads[-1] if threads else None
        name = signs.addressed(comment.text)
        if thread is not None and comment.depth > thread[0].depth:
            thread[1].append(comment)
        elif name is not None and (meant := _addressed_to(name, threads)) is not None:
            meant[1].append(comment)
        else:
            threads.append((comment, []))
    return threads


def _addressed_to(
    name: str, threads: Sequence[tuple[_Comment, list[_Comment]]]
) -> tuple[_Comment, list[_Comment]] | None:
    """The latest thread of somebody by that name; where no names are given, the latest of all."""
    for thread in reversed(threads):
        if thread[0].author.lower().startswith(name.lower()):
            return thread
    if threads and not any(first.author for first, _ in threads):
        return threads[-1]
    return None
