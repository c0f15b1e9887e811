"""By what a part of an article is known: words and phrases, looked for in plain text."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.negotiation.reading.wordsets import FREQUENT


class Section(StrEnum):
    SUMMARY = "summary"
    PRINCIPLE = "principle"
    USE = "use"
    STORY = "story"
    ANSWER = "answer"


SHORT = 90  # characters that a heading, a button or the like has at most
TITLE_LENGTH = 160

_SEPARATORS = r"[\s–—‒―−:|.,;)\]~-]"
_NUMBER = r"(?:#|no\b\.?|nr\b\.?|number|№|n°)?\s*(?P<number>\d{1,4})\b"
_KIND = r"(?:tactic|ploy|technique|strategy|gambit)s?"
_TITLES = (
    re.compile(rf"\W*(?:the\s+)?negotiat\w*\s+{_KIND}\s*{_NUMBER}{_SEPARATORS}*(?P<name>.*)", re.I),
    re.compile(rf"\W*(?:the\s+)?negotiat\w*\s+{_KIND}\s*[–—‒―−:|-]{_SEPARATORS}*(?P<name>.+)", re.I),
    re.compile(rf"\W*{_KIND}\s*{_NUMBER}\s*[–—‒―−:|.)-]{_SEPARATORS}*(?P<name>.+)", re.I),
)
_SITE = re.compile(r"\s+(?:\||\"|::|•|·)\s+.*$")  # what a page adds to the title of each of its articles

_LABELS = {
    Section.SUMMARY: r"(?:the )?(?:summary|synopsis|overview|abstract)|in (?:short|brief|a nutshell)|tl;?dr",
    Section.PRINCIPLE: r"(?:the )?(?:principle|idea|background|explanation|theory)|(?:why|how) it works|what it is",
    Section.USE: r"how to use.*|when to use.*|using (?:it|this|the).*",
    Section.STORY: r"(?:the |a |an )?(?:story|examples?|case(?: study)?|anecdote|illustration)|for example"
    r"|in (?:practice|action)",
    Section.ANSWER: r"(?:the )?(?:counter(?:s|ing|measures?|[- ]?tactics?)?|defen[cs]e|answer|response|antidote)|"
    r"(?:how to )?(?:answer|counter|respond|defend|deal with|handl|react|answering|responding|defending).*|"
    r"(?:if|when) (?:it|it's|this|someone|somebody|they).*|what to do.*|on the receiving end.*",
}
_LABEL = {section: re.compile(rf"(?:{words})\s*[:.?–—-]?", re.I) for section, words in _LABELS.items()}
_INLINE = re.compile(r"(?P<label>[A-Za-z][\w;' -]{1,30}?)\s*(?::|\s[–—-]\s)\s*(?P<text>\S.*)")

_ANSWERS = re.compile(
    r"\b(?:if|when|whenever|should|in case)\b.{0,60}"
    r"\b(?:us(?:e|es|ing|ed)|tr(?:y|ies)|pulls?|plays?|employ\w*|attempt\w*)\b.{0,80}\b(?:on|against|with) you\b"
    r"|\bused (?:on|against) you\b"
    r"|^(?:to )?(?:counter|avoid|combat|overcome|deflect|respond|defend|protect|guard|handl|neutrali[sz]|deal"
    r"|answer)\w*\b"
    r"|^(?:the|a|your|one) (?:best |good |effective |simple |surest )?(?:way to|defen[cs]e|counter|response|answer)\b"
    r"|\b(?:if|when|whenever|should) you(?:'re| are| ever)?\b.{0,25}"
    r"\b(?:encounter|come across|run into|fac(?:e|ed|ing)|spot|recogni[sz]e|confronted|up against"
    r"|on the receiving end)\b"
    r"|^(?:if|when|once) (?:your|the) (?:counterpart|opponent|other (?:side|party))\b",
    re.I,
)
_TO_READERS = re.compile(
    r"\b(?:have|did|has) your?\b.*"
    r"\b(?:us|had|encounter|experienc|tri|seen|fac|met|run into|come across|been|meet|work)\w*.*\?"
    r"|\bha(?:s|ve) (?:any|some)(?:one|body)\b.*\?|\bwhen was the last time\b.*\?"
    r"|\bhow(?:'d| did| has| does) (?:it|that|this|you)\b.*\?"
    r"|\bwhat (?:is|was|are|were|has been) your\b.*\?",
    re.I,
)
_TO_COMMENT = re.compile(
    r"(?:.*[.!?] )?(?:please |so )?(?:share|tell us|let us know|leave us)\b.*"
    r"\b(?:comments?|below|story|stories|experiences?|thoughts)\b.*",
    re.I,
)
_QUESTION = re.compile(
    r"[^.!:]*\byour?\b[^.!:]*\?(?:\s+(?:please |so |do )?(?:share|tell us|let us know|drop us|leave)\b[^.!?]*[.!]?)?",
    re.I,
)
_COMMENTS = re.compile(
    r"\(?\s*(?:\d+|no|one|two|three|four|five)?\s*\)?\s*(?:reader )?(?:comments?|responses?|replies|thoughts|reactions)"
    r"\s*(?:\(\s*\d+\s*\))?(?:\s+(?:on|to|so far|yet)\b.*)?\s*[:.]?",
    re.I,
)
_THE_END = re.compile(
    r"(?:leave|post|write|add|submit|make) (?:a |your )?(?:reply|comment|response)\b|your email|required fields"
    r"|(?:popular|related|recent|latest|more|similar) (?:on|posts?|articles?|tactics?|comments?|stories|from)\b"
    r"|you (?:may|might) also|about (?:the author|us)|comments? (?:are|is) (?:now )?closed|subscribe|sign up|newsletter"
    r"|©|copyright|all rights reserved|client login|free white paper|categories$|archives?$|follow us|get in touch",
    re.I,
)
_ABOUT_THE_PAGE = re.compile(
    r"(?:posted|published|updated|written|filed|categor(?:y|ies)|tag(?:s|ged)?|by|author|in)\b[^.?!]*$"
    r"|(?:share|tweet|like|pin|e-?mail|print|facebook|twitter|linkedin|reddit|whatsapp|save)\b[^.?!]*$"
    r"|(?:previous|next|older|newer|back|home|menu|search|skip|read more|continue)\b[^.?!]*$|[←→«»<>]"
    r"|\d+ (?:min|minute)s? read|(?:log|sign) ?(?:in|out)\b[^.?!]*$",
    re.I,
)
_DATE = re.compile(
    r"\W*(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d{1,4}|\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
    r"|\d+ (?:minute|hour|day|week|month|year)s? ago)\b[^.?!]*",
    re.I,
)
_AUTHOR = re.compile(
    r"(?P<name>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3})"
    r"(?:\s+(?:says|said|wrote|writes|commented|replied|responded)\b[^.?!]{0,60}:?|\s+(?:on|at)\s+\S*\d[^.?!]{0,40}|\s*:)",
)
_ONLY_A_NAME = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}")
_COMMENT_BUTTON = re.compile(
    r"(?:log in to )?(?:reply|permalink|edit|like|report|quote|link|share)\b[^.?!]{0,40}", re.I
)
_ADDRESSED = re.compile(r"(?:@(?P<at>\w+)\b|(?P<name>[A-Z][\w'-]+)\s?[,:!–—-])")

_TELLS = re.compile(
    r"for (?:example|instance)|imagine|suppose|let's say|picture|once\b|years ago|recently|one day|when i "
    r"|last (?:week|year|month|summer|spring|fall|winter)"
    r"|(?:a few|some|two|three|several|many) (?:years|months|weeks|days) (?:ago|back)",
    re.I,
)
_MONEY = re.compile(r"[$€£¥]\s?\d|\d\s?(?:dollars|euros|pounds|[$€£¥])", re.I)
_SOMEBODY = re.compile(r"\b(?:he|she|his|hers?|him)\b", re.I)
_SPEECH = re.compile(r'"[^"]{8,}"')
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}\b")
_FIRST_WORD = re.compile(r"(?P<word>[A-Z][a-z]{2,})(?:'s)? (?:and [A-Z][a-z]+ )?[a-z]")
ENOUGH_OF_A_STORY = 2


def title_in(text: str) -> tuple[int | None, str] | None:
    """Number and name, where the text is the title of such an article; the name is "" where it stands elsewhere."""
    if len(text) > TITLE_LENGTH:
        return None
    for form in _TITLES:
        found = form.fullmatch(text)
        if found:
            number = found.groupdict().get("number")
            name = _SITE.sub("", found["name"]).strip(" \"'*_.,;:|-–—")
            return (int(number) if number and int(number) else None, name)
    return None


def label_in(text: str, *, heading: bool) -> tuple[Section, str] | None:
    """The section that a text begins, and what of it belongs there already: "Summary: ..." or a heading alone."""
    if len(text) <= SHORT and (heading or text.endswith(":") or len(text.split()) <= 3):
        for section, form in _LABEL.items():
            if form.fullmatch(text):
                return section, ""
    inline = _INLINE.fullmatch(text)
    if inline:
        for section, form in _LABEL.items():
            if form.fullmatch(inline["label"]):
                return section, inline["text"]
    return None


def tells_how_to_answer(text: str) -> bool:
    return _ANSWERS.search(text[:250]) is not None


def asks_the_readers(text: str) -> bool:
    return len(text) <= 300 and _TO_READERS.search(text) is not None


def asks_to_comment(text: str) -> bool:
    return len(text) <= 2 * SHORT and _TO_COMMENT.fullmatch(text) is not None


def is_a_question(text: str) -> bool:
    """Nothing but questions to whoever reads it, and perhaps the wish to hear the answer."""
    return len(text) <= 2 * SHORT and _QUESTION.fullmatch(text) is not None


def begins_comments(text: str) -> bool:
    return len(text) <= TITLE_LENGTH and _COMMENTS.fullmatch(text) is not None


def ends_the_article(text: str) -> bool:
    return len(text) <= SHORT and _THE_END.match(text) is not None


def is_about_the_page(text: str) -> bool:
    """Bylines, dates, buttons, links to other pages."""
    if len(text) > SHORT:
        return False
    return _DATE.fullmatch(text) is not None or (len(text) <= 60 and _ABOUT_THE_PAGE.match(text) is not None)


def commenter(text: str) -> str | None:
    """The name, where the text only says who wrote the comment below it."""
    found = _AUTHOR.fullmatch(text) if len(text) <= SHORT else None
    return found["name"] if found else None


def is_a_name(text: str) -> bool:
    """Whether a line is one to four words with capitals and nothing more: who commented, where a date follows."""
    return _ONLY_A_NAME.fullmatch(text) is not None


def is_a_date(text: str) -> bool:
    return len(text) <= SHORT and _DATE.fullmatch(text) is not None


def beside_a_comment(text: str) -> bool:
    """Dates and buttons."""
    return is_a_date(text) or (len(text) <= SHORT and _COMMENT_BUTTON.fullmatch(text) is not None)


def addressed(text: str) -> str | None:
    """The name that a reply begins with."""
    found = _ADDRESSED.match(text)
    return (found["at"] or found["name"]) if found else None


def story_score(text: str) -> int:
    """How much a paragraph tells of what somebody did; from ENOUGH_OF_A_STORY on it is taken for a part of a story."""
    first = _FIRST_WORD.match(text)
    named = first is not None and first["word"].lower() not in FREQUENT and not first["word"].endswith(("ing", "ly"))
    return (
        2 * bool(_TELLS.match(text))
        + bool(_MONEY.search(text))
        + bool(_SOMEBODY.search(text))
        + bool(_SPEECH.search(text))
        + (named or bool(_NAME.search(text)))
    )
