"""Words as people type them, brought to one spelling: "dont" and "don't" to "do not", "acccept" to "accept".

The rules of this package are written in the words that come out here: contractions spelled out, no apostrophes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.negotiation.reading.wordsets import words

_SHORTHAND = {
    # contractions, with the apostrophe already dropped
    "im": "i am", "ive": "i have", "ill": "i will", "id": "i would", "iam": "i am",
    "youre": "you are", "youve": "you have", "youll": "you will", "youd": "you would",
    "hes": "he is", "shes": "she is", "theyre": "they are", "theyve": "they have", "theyll": "they will",
    "theyd": "they would",
    "weve": "we have", "wed": "we would", "its": "it is", "itll": "it will", "itd": "it would",
    "thats": "that is", "thatll": "that will", "thatd": "that would", "theres": "there is", "heres": "here is",
    "whats": "what is", "wheres": "where is", "whos": "who is", "hows": "how is", "whens": "when is",
    "lets": "let us", "cant": "can not", "cannot": "can not", "dont": "do not", "doesnt": "does not",
    "didnt": "did not", "wont": "will not", "wouldnt": "would not", "couldnt": "could not",
    "shouldnt": "should not", "isnt": "is not", "arent": "are not", "wasnt": "was not", "werent": "were not",
    "havent": "have not", "hasnt": "has not", "hadnt": "had not", "aint": "is not", "shant": "shall not",
    "mustnt": "must not", "neednt": "need not", "mightnt": "might not", "shouldve": "should have",
    "wouldve": "would have", "couldve": "could have", "yall": "you all", "thatve": "that have",
    "gonna": "going to",
    "wanna": "want to", "gotta": "got to", "lemme": "let me", "gimme": "give me", "kinda": "kind of",
    "sorta": "sort of", "dunno": "do not know", "coulda": "could have", "woulda": "would have",
    # typed on a phone
    "u": "you", "ur": "your", "r": "are", "y": "why", "thx": "thanks", "thnx": "thanks", "tnx": "thanks",
    "ty": "thanks", "tysm": "thanks", "tks": "thanks", "cheers": "thanks", "pls": "please",
    "plz": "please", "plse": "please", "ppl": "people", "abt": "about", "bc": "because", "cuz": "because",
    "coz": "because", "cos": "because", "b4": "before", "gr8": "great", "rn": "right now", "idk": "i do not know",
    "imo": "in my opinion", "nvm": "never mind", "omw": "on my way", "lmk": "let me know", "btw": "by the way",
    "gtg": "got to go", "g2g": "got to go", "cya": "see you", "ttyl": "talk later", "obo": "or best offer",
    "wat": "what", "wut": "what", "hw": "how", "alot": "a lot", "thru": "through", "tho": "though", "bout": "about",
    "ok": "okay", "okey": "okay", "oki": "okay", "okie": "okay", "k": "okay", "kk": "okay", "okk": "okay",
    "alright": "all right", "aight": "all right", "yea": "yes", "yeah": "yes", "yep": "yes", "yup": "yes",
    "yeh": "yes", "ya": "yes", "yah": "yes", "yas": "yes", "ye": "yes", "aye": "yes", "yess": "yes",
    "mhm": "yes", "mmhm": "yes",
    "nah": "no", "nope": "no", "naw": "no", "noo": "no", "nop": "no", "hiya": "hi", "heya": "hey", "yo": "hey",
    "helo": "hello", "hallo": "hello", "hii": "hi", "heyy": "hey", "greetings": "hello", "sry": "sorry",
    "srry": "sorry", "lol": "haha", "lmao": "haha", "rofl": "haha", "hahaha": "haha", "hehe": "haha", "ha": "haha",
    "buck": "bucks", "dollar": "dollars", "quid": "pounds", "euro": "euros", "usd": "dollars",
    "eur": "euros", "gbp": "pounds", "dolars": "dollars", "dollers": "dollars", "dollards": "dollars",
    "everythings": "everything is", "prolly": "probably", "def": "definitely", "defo": "definitely",
    "tmrw": "tomorrow", "tmr": "tomorrow", "tomorow": "tomorrow", "tommorow": "tomorrow", "2nite": "tonight",
    "sux": "sucks", "wtf": "wtf", "stfu": "stfu", "gud": "good", "dis": "this", "dat": "that", "luv": "love",
    "wud": "would", "wuld": "would", "cud": "could", "cld": "could", "wld": "would", "shud": "should",
    "hav": "have", "hv": "have", "giv": "give", "tak": "take", "takin": "taking", "jus": "just",
    "wht": "what", "whts": "what is", "wats": "what is", "tht": "that", "thts": "that is", "mch": "much",
    "cnt": "can not", "cn": "can", "dnt": "do not", "wnt": "will not", "lwst": "lowest", "bst": "best", "prc": "price",
    "jst": "just", "frm": "from", "gd": "good", "bcuz": "because", "bcz": "because", "becuz": "because",
    "smth": "something", "fity": "fifty", "fiddy": "fifty", "hunderd": "hundred", "hundrd": "hundred",
    "n": "and", "ofer": "offer", "offr": "offer", "del": "deal", "dael": "deal", "dela": "deal", "prce": "price",
    "pric": "price", "hte": "the", "teh": "the", "taht": "that", "adn": "and", "nad": "and", "fo": "for",
    "fot": "for", "yuo": "you", "yuor": "your", "oyu": "you", "wiht": "with", "jsut": "just", "wnat": "want",
    "waht": "what", "htat": "that", "cna": "can", "tkae": "take", "mkae": "make",
}  # fmt: skip

_LOST_WITHOUT_APOSTROPHE = {
    "we're": ("we", "are"), "we'll": ("we", "will"), "he'll": ("he", "will"), "she'll": ("she", "will"),
    "he'd": ("he", "would"), "she'd": ("she", "would"), "who'd": ("who", "would"), "there'd": ("there", "would"),
}  # fmt: skip
"""Contractions that are other words without their apostrophe."""

_WORTH_MENDING = words(
    "accept accepted accepting acceptable afford agreed alternative another anyone anywhere appreciate asking "
    "available because believe better between bottom brand budget cheaper cheapest closer come condition "
    "consider counter current deliver delivered delivery deposit difference difficult discount dollars "
    "elsewhere excellent expensive fifty final firm forty forward found going halfway hello higher highest "
    "hundred include included interested listed listing lowest maximum meeting middle minimum neither ninety "
    "nothing offer offered offering okay percent perfect pickup please possible price priced problem ready "
    "really reasonable seller selling several seventy similar sixty somebody someone something somewhere "
    "sorry sounds still store terms thanks thirty thousand throw today tomorrow tonight twelve twenty "
    "unfortunately waive walking warranty willing without wondering works worth would "
)
"""Words that the rules turn on: a slip in one of these changes what a message means."""


def _slips(word: str) -> set[str]:
    """One letter missing inside the word, or two neighbours swapped: "agree" is no slip for "agreed"."""
    missing = {word[:i] + word[i + 1 :] for i in range(1, len(word) - 1)}
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)}
    return missing | swapped


_LONG = sorted(word for word in _WORTH_MENDING if len(word) >= 6)
_MENDED = {slip: word for word in _LONG for slip in _slips(word) if slip not in _WORTH_MENDING}
_WILD = {f"{word[:i]}?{word[i + 1 :]}": word for word in _LONG if len(word) >= 7 for i in range(1, len(word) - 1)}
_ENDS = frozenset(word[0] + word[-1] for word in _LONG)
_DRAWN_OUT = re.compile(r"(.)\1{2,}")


@lru_cache(maxsize=8192)
def spelled_out(word: str) -> tuple[str, ...]:
    """The words that one lower-case word stands for, usually itself: ("do", "not") for "don't"."""
    if word in _LOST_WITHOUT_APOSTROPHE:
        return _LOST_WITHOUT_APOSTROPHE[word]
    word = word.replace("'", "")
    if len(word) > 24:
        return (word,)
    if word in _SHORTHAND:
        return tuple(_SHORTHAND[word].split())
    drawn = _DRAWN_OUT.search(word)
    if drawn:
        twice = _DRAWN_OUT.sub(r"\1\1", word)
        return spelled_out(twice if twice in _WORTH_MENDING or twice in _DOUBLED else _DRAWN_OUT.sub(r"\1", word))
    if len(word) >= 5 and word not in _WORTH_MENDING:
        word = _MENDED.get(word) or _one_letter_wrong(word) or word
    return (word,)


_DOUBLED = words("good too off cool look see need free full will all sell meet week ill still pass bill")
"""Words with a doubled letter, for "coool" and "gooood"."""


def _one_letter_wrong(word: str) -> str | None:
    """The known word that differs by one letter typed wrong or one letter too many, if there is one."""
    if len(word) < 7 or word[0] + word[-1] not in _ENDS:
        return None
    for i in range(1, len(word)):
        known = _WILD.get(f"{word[:i]}?{word[i + 1 :]}")
        if known:
            return known
        fewer = word[:i] + word[i + 1 :]
        if fewer in _WORTH_MENDING and not word.endswith(("s", "d", "y", "r")):
            return fewer
    return None
