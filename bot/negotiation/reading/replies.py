"""How an answer in words to an open question is understood: "yes", "the second one", "177 it is", "no, it was a
question".

Every word of the message must belong to an answer. What has anything besides is a new message, and read as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto

from bot.negotiation.moves import Accept, HoldFirm, Move, Offer, Threaten, WalkAway
from bot.negotiation.reading.findings import Aside, DoubtKind, Known
from bot.negotiation.reading.out_of_story import out_of_story
from bot.negotiation.reading.typed import amount_typed

_LONGEST = 160  # characters
_MOST_WORDS = 24


class ReplyKind(StrEnum):
    OPTION = "option"  # one of those that were asked about: "yes" where it was only one
    NO = "no"  # not what was asked about; what else was said stands
    NOT_MEANT = "not_meant"  # misheard altogether
    UNCLEAR = "unclear"  # an answer, and nobody knows which


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What is open: binding moves, the likeliest first, or none where it is asked whether to stop altogether."""

    kind: DoubtKind
    options: tuple[Move, ...]
    known: Known


@dataclass(frozen=True, slots=True)
class Reply:
    kind: ReplyKind
    option: int | None = None  # the number of the option that was chosen


class _Says(StrEnum):
    """What a piece of an answer says."""

    YES = auto()
    NO = auto()
    NOT_MEANT = auto()
    ACCEPT = auto()
    OFFER = auto()
    LEAVE = auto()
    STAY = auto()
    STOP = auto()
    GO_ON = auto()
    DEAL = auto()  # an acceptance or a yes
    WITHOUT = auto()
    NOTHING = auto()  # manners, and what holds words together


def _pieces(says: _Says, text: str) -> Iterable[tuple[tuple[str, ...], _Says]]:
    return ((tuple(phrase.split()), says) for phrase in text.split(";"))


_PIECES: Mapping[tuple[str, ...], _Says] = dict(
    piece
    for says, text in (
        (
            _Says.YES,
            "yes;yeah;yep;yup;yea;ya;yess;yesss;aye;sure;sure thing;ok;okay;okey;k;kk;alright;all right;right;correct;"
            "exactly;precisely;absolutely;definitely;certainly;indeed;of course;naturally;by all means;fine;fine by me;"
            "fine with me;works for me;that works;sounds good;sounds right;sounds fair;thats right;thats correct;"
            "that is right;that is correct;thats it;thats what i meant;thats what i mean;that is what i meant;"
            "thats what i said;that is what i said;i did;i do;i am;we do;it is;it does;do it;do that;lets do it;"
            "lets do that;go ahead;go for it;please do;you got it;you heard right;you heard me;that one;thats the one;"
            "this one;affirmative;confirmed;confirm;confirm it;i confirm;so be it;makes sense;you bet;for sure;"
            "thats fine;that is fine;that was the idea;i think so;i guess so;i suppose so;why not;let us do it;"
            "👍;👌;✅;🤝",
        ),
        (
            _Says.NO,
            "no;nope;nah;naw;no no;not;no way;not yet;not really;not quite;not that;not at all;never;negative;"
            "certainly not;definitely not;absolutely not;of course not;no thanks;no thank you;dont;do not;i dont;"
            "i do not;i didnt;i did not;im not;i am not;it isnt;it is not;its not;that isnt it;thats not it;"
            "thats wrong;wrong;incorrect;not exactly;not now;not for now;hold on;wait;hang on;"
            "it was a question;it was only a question;it was just a question;that was a question;"
            "that was only a question;that was just a question;it was a joke;it was just a joke;that was a joke;"
            "i was joking;i was just joking;i was only joking;just joking;joking;just kidding;kidding;i was kidding;"
            "im kidding;i was asking;i was just asking;i was only asking;im just asking;im only asking;just asking;"
            "only asking;i only asked;i just asked;just a question;only a question;it was irony;i was being ironic;"
            "i was being sarcastic;it was sarcasm;that was sarcasm;that was irony;im still thinking;still thinking;"
            "i was thinking out loud;i was only thinking out loud;just thinking out loud;thinking out loud;"
            "i was just wondering;i was only wondering;just wondering;just saying;i was just saying;"
            "im just thinking;i havent decided;i have not decided;i havent decided yet;not decided yet;"
            "👎;❌",
        ),
        (
            _Says.NOT_MEANT,
            "neither;neither of them;neither of those;neither of these;neither one;none;none of them;none of those;"
            "none of these;none of that;none of the above;nothing of that;nothing of the kind;nothing like that;"
            "something else;something else entirely;no to both;not either;not any of them;not one of them",
        ),
        (_Says.ACCEPT, "accept;i accept;accept it;accept that;accepted;take it;i take it;ill take it;i will take it"),
        (
            _Says.OFFER,
            "offer;an offer;my offer;make an offer;i offer;offering;i was offering;i am offering;im offering;"
            "it was an offer;that was an offer;it is an offer;its an offer;the offer",
        ),
        (
            _Says.LEAVE,
            "leave;i leave;leaving;im leaving;i am leaving;im out;i am out;walk;walk away;im walking;im walking away;"
            "i walk;i walk away;im gone;im off;bye;goodbye;go;im going;i am going;leave the table;leave it",
        ),
        (
            _Says.STAY,
            "stay;i stay;im staying;i am staying;ill stay;i will stay;im still here;i am still here;still here;"
            "im not leaving;i am not leaving;im not going;im not going anywhere;not leaving;lets keep talking;"
            "keep talking;lets talk;lets talk on",
        ),
        (
            _Says.STOP,
            "end;end it;end this;stop;stop it;stop here;quit;exit;end the game;end the practice;stop the game;"
            "i want to stop;i want to quit;im done;i am done;enough;finish;finish it",
        ),
        (
            _Says.GO_ON,
            "go on;lets go on;i go on;continue;lets continue;i want to continue;i want to go on;keep going;"
            "lets keep going;carry on;keep playing;resume",
        ),
        (
            _Says.DEAL,
            "deal;its a deal;it is a deal;we have a deal;weve got a deal;you have a deal;done;shake;"
            "we shake;lets shake on it;we shake on it;shake on it;sold;agreed;we are agreed",
        ),
        (_Says.WITHOUT, "without;minus"),
        (
            _Says.NOTHING,
            "please;pls;thanks;thank you;lol;haha;hah;ha;oh;well;um;uh;hm;hmm;so;then;now;just;really;silly;man;mate;"
            "sir;maam;buddy;friend;dude;obviously;clearly;gladly;happily;honestly;i mean;i meant;i said;i say;"
            "i want;id like;i would like;i choose;i pick;ill go with;i will go with;lets go with;lets say;make it;"
            "with;and;for;at;the;a;an;it;is;its;one;option;number;answer;my answer;that;this;price;i;did;was;as i said;"
            "as said;like i said;him;her;them;you;both of us;sorry;no worries;no problem;good;great;perfect;cool;nice;"
            "lovely;excellent;super;wonderful;brilliant;fantastic;ma am;of course i do;to be clear;me;us;on;"
            "dollars;dollar;bucks;euros;euro;pounds;pound;quid;usd;eur;gbp;#",
        ),
    )
    for piece in _pieces(says, text)
)
_LONGEST_PIECE = max(map(len, _PIECES))

_HEDGES = frozenset({"?", "but", "if", "unless", "not", "no", "only", "dont", "cant", "wont", "though", "except"})
"""What makes more of a message than a yes."""

_ORDINALS: Mapping[str, int] = {
    word: place
    for place, text in enumerate(("first 1st former a top upper", "second 2nd b", "third 3rd c", "fourth 4th d"))
    for word in text.split()
}
_FROM_THE_END: Mapping[str, int] = {"last": -1, "latter": -1, "bottom": -1, "lower": -1}
_BEFORE_NUMBER = frozenset({"option", "number", "no", "nr", "#", "answer"})
_ARTICLES = frozenset({"a", "an", "the", "of", "set", "free", "some", "your", "for", "in", "on", "with", "and", "to"})

_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_WORD = re.compile(r"[$€£¥]?\d[\d.,]*\d(?:k\b)?|[$€£¥]?\d(?:k\b)?|#|\?|[^\W_]+|[👍👌✅🤝👎❌]")


@dataclass
class _Told:
    """What an answer says in all."""

    says: set[_Says] = field(default_factory=set[_Says])
    numbers: set[int] = field(default_factory=set[int])  # of options, as they were counted out
    amounts: set[int] = field(default_factory=set[int])
    extras: set[str] = field(default_factory=set[str])
    left_out: set[str] = field(default_factory=set[str])  # extras
    asks: bool = False

    @property
    def names_something(self) -> bool:
        acts = {_Says.ACCEPT, _Says.OFFER, _Says.LEAVE, _Says.STAY, _Says.DEAL}
        return bool(self.amounts or self.extras or self.left_out or self.says & acts)


def read_answer(text: str, question: OpenQuestion) -> Reply | None:
    """How `text` answers `question`; None where it is not clearly an answer, but a new message.

    Never raises, and takes time linear in the length of `text`.
    """
    if len(text) > _LONGEST:
        return None
    if out_of_story(text) is Aside.UNDO:
        return Reply(ReplyKind.NOT_MEANT)
    words = _words(text)
    if not words or len(words) > _MOST_WORDS:
        return None
    told = _told(words, question)
    return None if told is None else _reply(told, question)


def begins_with_yes(text: str) -> bool:
    """Return whether a message begins with a yes, whatever it goes on with."""
    words = _words(text)
    piece = _piece_at(words, 0) if words else None
    return piece is not None and piece[1] is _Says.YES


def hedges(text: str) -> bool:
    """Return whether something in a message makes more of it than a yes: a question, a condition, a no."""
    return not _HEDGES.isdisjoint(_words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES))


def _told(words: list[str], question: OpenQuestion) -> _Told | None:
    """What all the words say together; None where one of them belongs to no answer."""
    told = _Told()
    named = {word: extra.id for extra in question.known.extras for word in _words_for(extra.name, extra.words)}
    without = False
    place = 0
    while place < len(words):
        word = words[place]
        if word == "?":
            told.asks = True
            place += 1
        elif (number := _counted(words, place, question)) is not None:
            told.numbers.add(number)
            place += 1
        elif word[-1].isdigit() or word[0].isdigit() or word[0] in "$€£¥":
            amount = amount_typed(word, per_major=question.known.per_major, near=question.known.ask)
            if amount is None:
                return None
            told.amounts.add(amount)
            place += 1
        elif (extra := named.get(_singular(word))) is not None:
            (told.left_out if without else told.extras).add(extra)
            place += 1
        else:
            piece = _piece_at(words, place)
            if piece is None:
                return None
            length, says = piece
            without = says is _Says.WITHOUT or (without and says is _Says.NOTHING)
            told.says.add(says)
            place += length
    return told


def _piece_at(words: list[str], place: int) -> tuple[int, _Says] | None:
    """The longest known piece that begins there."""
    for length in range(min(_LONGEST_PIECE, len(words) - place), 0, -1):
        says = _PIECES.get(tuple(words[place : place + length]))
        if says is not None:
            return length, says
    return None


def _counted(words: list[str], place: int, question: OpenQuestion) -> int | None:
    """The option that is counted out there: "the first one", "option 2"."""
    options, word = len(question.options), words[place]
    if question.kind is not DoubtKind.CHOICE or not options:
        return None
    if word in ("a", "b", "c", "d") and len(words) > 2:
        return None  # the article
    number = _ORDINALS.get(word)
    if number is None and word in _FROM_THE_END:
        number = options - 1
    if number is None and word.isdecimal() and word.isascii() and len(word) == 1:
        alone = place == 0 or words[place - 1] in _BEFORE_NUMBER or len(words) == 1
        number = int(word) - 1 if alone else None
    return number if number is not None and 0 <= number < options else None


def _words_for(name: str, others: Iterable[str]) -> set[str]:
    """The words by which an extra is meant, each alone."""
    plain = " ".join((name, *others)).casefold().translate(_APOSTROPHES)
    return {_singular(word) for word in re.findall(r"[^\W_]+", plain) if word not in _ARTICLES and not word.isdigit()}


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _reply(told: _Told, question: OpenQuestion) -> Reply | None:
    says = told.says
    if _Says.NOT_MEANT in says:
        return Reply(ReplyKind.NOT_MEANT)
    if says == {_Says.NOTHING} and not (told.numbers or told.names_something):
        return None
    if not question.options:
        return _whether_to_stop(told)
    chosen = _chosen(told, question)
    if says & {_Says.STOP, _Says.GO_ON}:
        return None
    said_yes, said_no = _Says.YES in says, _Says.NO in says
    if told.asks and (said_yes or chosen):
        return Reply(ReplyKind.UNCLEAR)
    if said_no and not told.numbers and not told.names_something:
        kind = ReplyKind.NO if question.kind is DoubtKind.CONFIRM else ReplyKind.NOT_MEANT
        return Reply(ReplyKind.UNCLEAR if said_yes else kind)
    if question.kind is DoubtKind.CONFIRM and (said_no or _Says.STAY in says):
        return _refused(told, question)
    if chosen is None:
        return Reply(ReplyKind.UNCLEAR) if said_yes and not told.names_something else None
    if len(chosen) == 1:
        return Reply(ReplyKind.OPTION, chosen[0])
    return Reply(ReplyKind.UNCLEAR) if chosen else None


def _whether_to_stop(told: _Told) -> Reply | None:
    """An answer to "End this practice?"."""
    if told.numbers or told.amounts or told.extras:
        return None
    stops = bool(told.says & {_Says.YES, _Says.STOP, _Says.LEAVE})
    stays = bool(told.says & {_Says.NO, _Says.GO_ON, _Says.STAY})
    if told.asks or told.says & {_Says.ACCEPT, _Says.OFFER, _Says.DEAL}:
        return Reply(ReplyKind.UNCLEAR)
    if stops == stays:
        return Reply(ReplyKind.UNCLEAR) if stops else None
    return Reply(ReplyKind.OPTION, 0) if stops else Reply(ReplyKind.NO)


def _refused(told: _Told, question: OpenQuestion) -> Reply | None:
    """A no with more beside it: "no, I'm staying" says no, and "no, 170" is a new message."""
    stays = isinstance(question.options[0], WalkAway) and not _beside(told, _Says.STAY)
    if _Says.STAY in told.says and stays:
        return Reply(ReplyKind.NO)
    return None


def _chosen(told: _Told, question: OpenQuestion) -> list[int] | None:
    """The options that fit all that was said; None where nothing tells them apart."""
    if told.numbers:
        return [number for number in sorted(told.numbers) if _fits(told, question, question.options[number])]
    if told.names_something:
        if _Says.DEAL in told.says and len(question.options) > 1 and not (told.amounts or told.extras):
            return list(range(len(question.options)))
        return [number for number, option in enumerate(question.options) if _fits(told, question, option)]
    if question.kind is DoubtKind.CONFIRM and _Says.YES in told.says:
        return [0]
    return None


def _fits(told: _Told, question: OpenQuestion, option: Move) -> bool:
    """Whether `option` is what was said back."""
    says = told.says
    match option:
        case Offer(amount, extras):
            if _Says.LEAVE in says or _Says.STAY in says or _Says.ACCEPT in says:
                return False
            return told.amounts <= {amount} and told.extras <= extras and told.left_out.isdisjoint(extras)
        case Accept():
            if says & {_Says.LEAVE, _Says.STAY, _Says.OFFER}:
                return False
            return told.amounts <= {question.known.ask} and not told.extras
        case WalkAway():
            return _Says.LEAVE in says and not _beside(told, _Says.LEAVE)
        case HoldFirm() | Threaten():
            return _Says.STAY in says and not _beside(told, _Says.STAY)
        case _:
            return False


def _beside(told: _Told, act: _Says) -> bool:
    """Whether something else than `act` was named."""
    acts = {_Says.ACCEPT, _Says.OFFER, _Says.LEAVE, _Says.STAY, _Says.DEAL} - {act}
    return bool(told.amounts or told.extras or told.left_out or told.says & acts)
