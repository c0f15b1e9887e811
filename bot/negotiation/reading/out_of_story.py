"""Messages to the app and not to the counterpart: a call for help, for where things stand, to stop, to take it back.

Only a whole message counts. The same words inside a longer one are about the deal: "stop there and we have a deal".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from bot.negotiation.reading.findings import Aside

OUT_OF_STORY = frozenset({Aside.HELP, Aside.STANDING, Aside.REPEAT, Aside.STOP, Aside.UNDO})

_LONGEST = 90  # characters: nothing that is looked for is longer, and the work stays the same whatever the length
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_NO_WORD = re.compile(r"[^\w]+")

_BEFORE = (
    r"(?:(?:hey|hi|hello|um|uh|er|hm+|oh|ok|okay|well|so|wait|sorry|excuse me|please|pls|no|nope|hang on|hold on|bot|"
    r"coach|walkaway|actually|and|but) )*"
)
_AFTER = r"(?: (?:please|pls|thanks|thank you|now|right now|again|here|at all|then|bot|coach|exactly|lol|sorry))*"
_COULD = r"(?:(?:can|could|would|will) you )?(?:please )?"
_GAME = r"(?:the |this )?(?:game|practice|session|negotiation|exercise|drill|simulation|role ?play|talk|conversation)"
_WANT = r"(?:i want to|i wanna|id like to|i would like to|can i|may i|how do i|how can i|let me|lets|can we|i need to)"

_SAID_WRONG = r"(?:said|say|meant|mean|wrote|write|wanted|offered|offer|asked)"

_PHRASES: Mapping[Aside, tuple[str, ...]] = {
    Aside.HELP: (
        r"help(?: me)?",
        r"i need (?:some )?help",
        r"what (?:do|can|should|must|shall) i do(?: next| in this game)?",
        r"what am i (?:supposed|meant|expected) to (?:do|say|write|type)(?: next)?",
        r"what (?:can|do|should) i (?:say|write|type)(?: next)?",
        r"how (?:does|do) (?:this|it|the game|the bot|this game|this thing)(?: all)? work",
        r"how (?:do|can) i play(?: this| this game)?",
        r"how do i (?:make|place) an offer",
        r"what are (?:the|my) (?:rules|options|commands|buttons)",
        r"(?:rules|instructions|commands|tutorial|menu)",
        r"(?:i have no idea|i dont know|no idea|not sure) what to (?:do|say|write)(?: next)?",
        r"i am (?:totally |completely )?(?:lost|stuck)",
        r"im (?:totally |completely )?(?:lost|stuck)",
        r"what is this(?: game| about| all about)?",
        r"whats this(?: game| about| all about)?",
    ),
    Aside.STANDING: (
        r"where (?:do|did) (?:we|things|i) stand",
        r"where (?:are|were) we",
        r"where (?:is|was) (?:this|the deal)(?: at)?",
        r"what(?:s| is| was) (?:on|still on) the table",
        r"what(?:s| is) (?:the )?(?:status|score|state of play|standing|situation)",
        r"(?:status|standings?|recap|summary|overview|score)",
        r"(?:give me a |a )?(?:recap|summary)",
        r"what(?:s| is| are| were) the (?:current |latest |last )?(?:offers?|terms)(?: on the table)?",
        r"(?:what|which) round (?:is (?:it|this)|are we in)",
        r"how many rounds (?:are |have i |do i have |do we have )?(?:left|to go)",
        r"what (?:was|is) my (?:last|latest|current) offer",
        r"what did i (?:last )?offer(?: last)?",
        r"remind me(?: where (?:we are|we were|things stand|we stand))?",
    ),
    Aside.REPEAT: (
        _COULD + r"repeat(?: (?:that|it|this|yourself|what you said|the question|your offer|the last (?:bit|part)))?",
        _COULD + r"say (?:that|it)(?: once| one)?(?: more)?(?: time)? again",
        _COULD + r"say (?:that|it) (?:once|one) more(?: time)?",
        r"say again",
        r"(?:once|one) more time",
        r"what did you (?:just )?say",
        r"what was that",
        r"i (?:didnt|did not) (?:catch|get|hear|quite catch|quite get) (?:that|it|you|what you said)",
    ),
    Aside.STOP: (
        r"(?:please )?(?:stop|quit|exit|abort|cancel)",
        r"end",
        r"stop (?:it|this|here|playing|the bot)",
        r"(?:stop|quit|exit|end|leave|abort|cancel|finish|close) " + _GAME,
        r"end (?:it|this)",
        _WANT + r" (?:stop|quit|exit|end (?:it|this))(?: (?:it|this|here|playing))?",
        _WANT + r" (?:stop|quit|exit|end|leave|abort|cancel|finish|close) " + _GAME,
        r"game over",
        r"i (?:dont|do not) want to (?:play|do this|practi[cs]e)(?: this)?(?: any ?more)?",
        r"i quit",
    ),
    Aside.UNDO: (
        r"undo(?: (?:that|it|this|my last (?:message|move)|the last (?:message|move|one)))?",
        r"(?:take|i take|let me take|can i take|i want to take|id like to take) (?:that|it|this) back",
        r"take back (?:that|it|my last message|what i said)",
        r"(?:thats|that is|that was|this is|this was|it was|its) not (?:at all )?what i " + _SAID_WRONG,
        r"(?:that|this|it) (?:isnt|wasnt) (?:at all )?what i " + _SAID_WRONG,
        r"not (?:at all )?what i " + _SAID_WRONG,
        r"i (?:didnt|did not|never|havent|have not) (?:say|said|mean|meant|write|agree to|agreed to|offer|offered|"
        r"accept|accepted) (?:that|this|it|anything|that at all|any of that|anything like that|that like that)",
        r"i (?:didnt|did not) mean (?:that|it)(?: like that| that way)?",
        r"i meant something else",
        r"(?:youve|you have|you) (?:totally |completely )?(?:misunderstood|misheard|misread)(?: me| that| it)?",
        r"you (?:got|understood|heard|read) (?:me|that|it) (?:all )?wrong",
        r"youve got (?:me|that|it) (?:all )?wrong",
        r"you misunderstand(?: me)?",
        r"(?:thats|that is|that was|this is|its) a misunderstanding",
    ),
}
_KNOWN = tuple((kind, re.compile(f"{_BEFORE}(?:{'|'.join(phrases)}){_AFTER}")) for kind, phrases in _PHRASES.items())


def out_of_story(text: str) -> Aside | None:
    """What is asked of the app where the whole of `text` asks it; None where it is said to the counterpart.

    Never raises.
    """
    if len(text) > _LONGEST:
        return None
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES)
    words = _NO_WORD.sub(" ", plain).strip()
    if not words:
        return None
    return next((kind for kind, known in _KNOWN if known.fullmatch(words)), None)
