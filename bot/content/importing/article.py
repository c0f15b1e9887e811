"""The parts of an article, found among the blocks of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.content.importing import signs
from bot.content.importing.comments import Thread, threads_in
from bot.content.importing.page import Block, Kind
from bot.content.importing.signs import Section

_NEAR = 8  # blocks after the title in which its summary is looked for
_FEW_WORDS = 3


class NoArticle(Exception):  # noqa: N818 (named as it is told)
    """There is nothing that could be an article; the text is a sentence for whoever brought it."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A piece of the page that is no part of the tactic, and why it was taken for that."""

    line: int
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article taken apart, in its own words. A part that wasn't found is empty."""

    number: int | None
    name: str
    summary: str
    principle: tuple[str, ...]  # paragraphs, as the parts below
    use: tuple[str, ...]
    story: tuple[str, ...]
    answer: tuple[str, ...]
    threads: tuple[Thread, ...]  # of the readers' comments
    left_out: tuple[LeftOut, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that weren't found, as one would call them."""
        parts = {
            "title": self.name,
            "summary": self.summary,
            "principle": self.principle,
            "story": self.story,
            "how to answer it": self.answer,
        }
        return tuple(part for part, found in parts.items() if not found)


def article_in(blocks: Sequence[Block]) -> Article:
    """Raises NoArticle where the page has no text that could be one."""
    reader = _Reader()
    at, number, name = _title(blocks)
    for block in blocks[:at]:
        reader.leave_out(block, "stands before the article")
    begins = at + 1 if name or number else at
    if number and not name and begins < len(blocks) and len(blocks[begins].text) <= signs.TITLE_LENGTH:
        name, begins = blocks[begins].text, begins + 1
    reader.number, reader.name = number, name
    body, comments = reader.parts(blocks[begins:])
    reader.read_body(body)
    threads, beside = threads_in(comments)
    for block, why in beside:
        reader.leave_out(block, why)
    found = Article(
        number=number if number and number <= 9_999 else None,
        name=name,
        summary=reader.summary,
        principle=tuple(reader.found[Section.PRINCIPLE]),
        use=tuple(reader.found[Section.USE]),
        story=tuple(reader.found[Section.STORY]),
        answer=tuple(reader.found[Section.ANSWER]),
        threads=threads,
        left_out=tuple(sorted(reader.left_out, key=lambda left: left.line)),
    )
    if not (found.summary or found.principle or found.use or found.story or found.answer):
        raise NoArticle(
            "Nothing here reads like an article about a tactic. It should have a title, a few paragraphs, or both."
        )
    return found


def _title(blocks: Sequence[Block]) -> tuple[int, int | None, str]:
    """The place of the title, its number and its name; place 0 and no name where there is none."""
    best = (0, 0, None, "")
    for place, block in enumerate(blocks):
        found = signs.title_in(block.text)
        if found is None:
            continue
        following = blocks[place + 1 : place + 1 + _NEAR]
        summed_up = any(_is_summary(each) for each in following)
        again = any(signs.title_in(each.text) == found for each in following)
        score = 1 + 3 * summed_up + (block.kind is Kind.HEADING) - 2 * block.aside - again
        if score > best[0]:
            best = (score, place, *found)
    if best[0] <= 0:
        return 0, None, ""
    return best[1], best[2], best[3]


def _is_summary(block: Block) -> bool:
    label = signs.label_in(block.text, heading=block.kind is Kind.HEADING)
    return label is not None and label[0] is Section.SUMMARY


@dataclass(slots=True)
class _Reader:
    number: int | None = None
    name: str = ""
    summary: str = ""
    found: dict[Section, list[str]] = field(default_factory=lambda: {section: [] for section in Section})
    left_out: list[LeftOut] = field(default_factory=list[LeftOut])

    def leave_out(self, block: Block, why: str) -> None:
        self.left_out.append(LeftOut(block.line, why, block.text))

    def parts(self, blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
        """The blocks of the article itself and those of its comments; the others are left out."""
        body: list[Block] = []
        comments: list[Block] = []
        here: list[Block] | None = body
        for block in blocks:
            if signs.begins_comments(block.text):
                self.leave_out(block, "the heading of the comments")
                here = comments
            elif block.aside:
                self.leave_out(block, "belongs to the page")
            elif signs.ends_the_article(block.text):
                self.leave_out(block, "belongs to the page")
                here = None
            elif here is None:
                self.leave_out(block, "comes after the end")
            else:
                here.append(block)
        return body, comments

    def read_body(self, blocks: Sequence[Block]) -> None:
        """Each paragraph goes where its heading says, and those without one where they seem to belong."""
        section: Section | None = None
        unlabelled: list[Block] = []
        asked = False
        last = max((n for n, block in enumerate(blocks) if not _is_beside(block)), default=0)
        for place, block in enumerate(blocks):
            label = signs.label_in(block.text, heading=block.kind is Kind.HEADING)
            if label is not None:
                section, text = label
                if text:
                    self._add(section, text)
                    section = None if section is Section.SUMMARY else section
            elif signs.asks_the_readers(block.text) or (place >= last and signs.is_a_question(block.text)):
                self.leave_out(block, "a question to the readers")
                asked = True
            elif asked:
                self.leave_out(block, "comes after the question to the readers")
            elif signs.title_in(block.text) == (self.number, self.name):
                self.leave_out(block, "the title again")
            elif _is_beside(block):
                self.leave_out(block, "belongs to the page")
            elif section is None:
                unlabelled.append(block)
            else:
                self._add(section, block.text)
                section = None if section is Section.SUMMARY else section
        self._place(unlabelled)

    def _add(self, section: Section, text: str) -> None:
        if section is Section.SUMMARY and not self.summary:
            self.summary = text
        else:
            self.found[Section.PRINCIPLE if section is Section.SUMMARY else section].append(text)

    def _place(self, blocks: Sequence[Block]) -> None:
        """Paragraphs without a heading: first the principle, then the story, then how to answer the tactic."""
        answer = next((n for n, block in enumerate(blocks) if signs.tells_how_to_answer(block.text)), len(blocks))
        before = blocks[:answer]
        scores = [signs.story_score(block.text) for block in before]
        story = next((n for n, score in enumerate(scores) if score >= signs.ENOUGH_OF_A_STORY), None)
        if story is None:  # at least something happens there, after the principle
            story = next((n for n, score in enumerate(scores) if n and score), None)
        if self.found[Section.STORY]:
            story = None
        if story is None:
            principle, told, advice = before, before[:0], blocks[answer:]
        else:
            end = max(n for n, score in enumerate(scores) if score) + 1 if answer == len(blocks) else answer
            principle, told, advice = before[:story], before[story:end], blocks[end:]
        self.found[Section.PRINCIPLE][:0] = [block.text for block in principle]
        self.found[Section.STORY][:0] = [block.text for block in told]
        self.found[Section.ANSWER][:0] = [block.text for block in advice]


def _is_beside(block: Block) -> bool:
    """What a page adds to an article; also a word or two that end no sentence: a button, a name, a caption."""
    if signs.is_about_the_page(block.text) or signs.asks_to_comment(block.text):
        return True
    few = len(block.text.split()) <= _FEW_WORDS
    return few and block.text[-1] not in '.!?:"' and block.kind is not Kind.ITEM
