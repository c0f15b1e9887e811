"""How something is said: a greeting, thanks, eagerness, rudeness."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from bot.negotiation.reading.phrases import PhraseBook


class Tone(StrEnum):
    GREETS = "greets"
    COURTEOUS = "courteous"
    EAGER = "eager"
    NOT_EAGER = "not_eager"
    RUDE = "rude"
    INTEREST = "interest"  # "I'm interested in the bike", "nice bike": an opening, not eagerness


def _tones(tone: Tone, *phrases: str) -> Iterator[tuple[Tone, str]]:
    return ((tone, phrase) for phrase in phrases)


TONES: PhraseBook[Tone] = PhraseBook(
    [
        *_tones(
            Tone.GREETS,
            "^ (oh|well|why|,)* (hi|hello|hey|howdy|hola|good morning|good afternoon|good evening|good day|welcome|hi "
            "there|hey there|hello there|sup|what is up|greetings|morning|evening)",
            "how (are|is|was|has) (you|it going|everything|things|your day|your weekend|your week|your evening|your "
            "morning|you been|your day been|you doing|life|it|everyone)",
            "(nice|good|great|pleased) to (meet|talk)",
            "(thanks|thank you) for .. (interest|viewing|looking|reaching|contacting|getting back|responding|message"
            "|inquiry|writing)",
            "^ (i am|i am doing|doing|not|pretty|very|just|,)* (good|well|fine|great|not bad|not too bad|doing good"
            "|doing well|doing great) ,? (thanks|thank you|and you|how are|you ?|,? yourself)",
            "how (do you do|you doing|goes it)",
            "(how|what) (can|may|could) i (help|do for|assist) you",
            "(thanks|thank you) for (stopping|coming|dropping|checking|asking|getting|taking|swinging|visiting|having)",
        ),
        *_tones(
            Tone.INTEREST,
            "{i} (am|was|would be|saw|have) (very|really|also|quite|just|still|so|a)* (interested|interest)",
            "{thing} (is|are|looks|look|seems|seem) {deg}* {nice}",
            "^ (wow|oh|haha|ah|what|that is|,|a|an|such|very|really)* {nice} {thing}",
        ),
        *_tones(
            Tone.COURTEOUS,
            "(thanks|thank you|appreciate|grateful|please|kindly|much obliged|my pleasure|you are welcome|no worries"
            "|no problem|have a nice|have a good|have a great|pleasure|sorry|apologies|excuse me|understand your|with "
            "respect|respectfully|please_sign|bless you|no rush|take your time)",
            "(hi|hello|good morning|good afternoon|good evening|nice to meet|how are you)",
        ),
        *_tones(
            Tone.EAGER,
            "{i} (really|just|absolutely|so|totally|do|truly|already|would|am going to|simply|honestly)* (love|adore"
            "|need|must have|have to have|got to have|want) (it|this|that|them|the|one) .. (so|now|today|badly|bad"
            "|tonight|asap|much|desperately|really|!|urgently|soon|right|this week|immediately|tomorrow|more than)",
            "{i} (really|just|absolutely|so|totally|do|truly|already|simply)* (love|adore) (it|this|that|them|these"
            "|the)",
            "{i} (really|absolutely|desperately|badly|just|so|truly|simply)* (desperately|badly|really|absolutely"
            "|truly) (need|want|like) (it|this|that|them|the|one)",
            "(really|absolutely|desperately|badly|so badly|urgently) (need|want|like|love) (it|this|that|them|the|one"
            "|a|to have)",
            "{i} (must|have to|got to|need to|would do anything to) have (it|this|that|them|the)",
            "(exactly|just|precisely) what (i|we) (want|need|am looking|are looking|was looking|wanted|have been|were"
            "|need)",
            "(in love|fell in love|dying to|desperate|desperately|dream|dreams|obsessed|can not wait|could not wait"
            "|cannot wait|been looking everywhere|looking everywhere|been searching|only one i|so excited|super "
            "excited|very excited|excited to|my heart set|heart set|needed badly|want it so|need it today|need it now"
            "|need it asap|need it tonight|need it by|take my money|love_sign|perfect for my|perfect for our|no other "
            "option|nowhere else)",
            "(perfect|gorgeous|beautiful|stunning) (!|and i|for my|for our|just what)",
            "(can not|could not|can never) (do|live|work|be|manage|go on|run) without",
            "(have|has|got|there is) (nobody|no one|nothing|nowhere) else",
            "(only|just) want (your|this|that|you)",
            "(dreaming|dreamed|dreamt) (of|about)",
            "not want to (lose|miss)",
            "not let me .. without (it|this|them)",
            "not leaving without (it|this|that|the|them)",
            "(any|whatever) (price|it takes|you want|the price)",
        ),
        *_tones(
            Tone.NOT_EAGER,
            "(not|if|you will|you would|would not|do not|will not|kids will|wife will|no) (really|just|even)* (love"
            "|need|want|desperate|in love|excited|a dream|dream)",
            "(in your dreams|dream on)",
            "(you|they) .. (love|need|want|desperate)",
        ),
        *_tones(
            Tone.RUDE,
            "(idiot|stupid|moron|dumb|dumbass|fool|asshole|jerk|crap|bullshit|shit|fuck|fucking|fuck you|screw you"
            "|bitch|bastard|damn you|piss off|shut up|stfu|wtf|go to hell|loser|liar|you lie|scammer|scam|thief|crook"
            "|crooked|ripoff artist|pathetic|clown|bs|greedy|cheapskate|rude_sign|rip off|robber|robbers|crooks"
            "|thieves|scammers|liars|idiots|cheats|fools|jerks|morons|robbery|you suck|waste of time|wasting my time"
            "|con man|get lost|get real|are you kidding|are you crazy|you crazy|are you high|are you nuts|you nuts"
            "|delusional|hell no)",
            "^ (so|well|and|but|,)* who cares (.|!|?|about)",
        ),
    ]
)


def shouts(text: str) -> bool:
    """Whether a message of some length is all in capitals."""
    return len(text) >= 16 and text.isupper()
