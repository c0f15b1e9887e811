"""Messages that say nothing about the deal and want a friendly answer: orders to the bot, code, links, languages."""

from __future__ import annotations

import re

from bot.negotiation.reading.findings import Aside
from bot.negotiation.reading.phrases import PhraseBook
from bot.negotiation.reading.said import Said
from bot.negotiation.reading.wordsets import words

_ORDERS: PhraseBook[None] = PhraseBook(
    (None, phrase)
    for phrase in (
        "(ignore|disregard|forget|override|bypass|disobey|drop) (all|any|the|your|of|my|every|everything|previous"
        "|prior|above|these|those|earlier|those|that)* (instructions|instruction|prompt|prompts|rules|rule|programming"
        "|guidelines|directions|context|training|orders|you were told)",
        "(system|developer|admin|debug|god|dan|jailbreak|sudo|root|maintenance) (prompt|mode|message|override|access"
        "|command)",
        "(print|show|reveal|output|repeat|tell|display|dump|leak|give|share|expose|say|write|list) (me|us|out|the|your"
        "|all|my|full|entire|hidden|secret|exact|real|true|whole|internal|world)* (prompt|instructions|rules"
        "|reservation price|reservation value|hidden value|hidden limit|secret limit|hidden values|source code|system"
        "|configuration|variables|seed|policy|internal state|state|world|secret|secrets|hidden price|token|password)",
        "(you are|act as|pretend|pretend to be|roleplay|role play|behave|respond) (now|a|an|as|to|you are|like|if"
        "|that)* (a|an|different|new|the|my|helpful)* (assistant|ai|bot|chatbot|language model|model|pirate|gpt"
        "|chatgpt|unrestricted|llm)",
        "(as|being) an? (ai|language model|llm|assistant)",
        "(new|updated|your new) (instructions|instruction|rules|rule|role|task|system|prompt)",
        "(set|change|update|assign) (the|your|my)* (ask|limit|reservation|score|world|state|price variable|reserve "
        "price) .. to",
        "(pretend|simulate|act as if|act like|behave as if) (that|like|as if)* (you|we|i|it|the)",
        "(from now on|henceforth|starting now) ,? (your|you|the)",
        "(repeat|copy|quote) (everything|all|the text|the words|what|word for word) .. (above|before|so far|said)",
        "(rules|instructions|programming|system|prompt) (say|says|require|requires|tell|tells|state|states) (that)? "
        "you",
        "(developer|creator|owner|admin|maker|programmer|author) of (this|the) (bot|game|program|server|system)",
        "play (a|another|some)? (different|new|other) game",
        "^ (please|can you|could you|now|,)* (translate|summarize|summarise|paraphrase|rephrase|proofread|spell"
        "|rewrite)",
        "(you|your) (must|have to|will|shall) (now|always)? (accept|obey|agree|comply|answer) (any|all|every|whatever"
        "|with|to|my) (offer|offers|price|prices|i|commands|command|orders|instructions)",
        "(end|begin|start|stop) of (the)? (prompt|instructions|system|conversation|context)",
        "(write|generate|create) (me|a|an|the|some|my)* (poem|essay|code|python|program|function|story|song|script"
        "|haiku|joke)",
    )
)
_CODE = re.compile(
    r"```|</?[a-z][a-z0-9]{0,12}[ />]"
    r"|\b(?:SELECT\s+[\w*,.]{1,40}\s+FROM|DROP\s+TABLE|INSERT\s+INTO|import\s+(?:os|sys|re)\b"
    r"|def\s+\w{1,40}\(|console\.log\(|print\(|function\s*\w{0,40}\(|eval\(|exec\(|__\w{2,20}__)"
    r"|^\s*[a-z_]\w{0,30}(?:\s*=\s*\S{1,30}|\([^)]{0,40}\))\s*;?\s*$"
    r"|\{\{|\$\{|=>\s*\{|;\s*--|==|&&",
    re.IGNORECASE,
)
_CODE_SIGNS = frozenset("`<({$=;&_")
_CODE_WORDS = words("select drop insert import def")
"""No code that is looked for is without one of these signs or words."""

_SPEAKS_AS = re.compile(
    r"\W{0,3}(?:system|assistant|counterpart|user|admin|developer|bot|narrator|game master|gm)\W{0,2}[:\]]",
    re.IGNORECASE,
)
"""The name of somebody else before what is said: a message that plays two parts."""

_ENGLISH = words(
    "a about all am an and any are as at available be but buy by can cash could deal did do does for from get give go "
    "good great have hello hi how i if in is it just like look looking lower me more my nice no not now of offer okay "
    "on one only or out pay please price so sell take thanks that the then there they this to too up want was we what "
    "when why will with would yes you your sure sorry fine bye still back wait sold agreed done been had has her him "
    "his how's its make need our she he than them these those us who come much very maybe let best way works meet half "
    "same"
)
_FOREIGN = words(
    # Spanish, Portuguese
    "el la los las un una que por para con pero como muy más mas precio cuanto cuánto cuesta puede puedo quiero "
    "gracias hola está esta usted bueno dinero comprar vender oferta trato acepto não nao obrigado quanto custa você "
    "voce uma isso aceito pagar euros vale ¿cuánto"
    # French, Italian
    " le les des une est et je vous nous pour avec mais prix combien merci bonjour pas c'est peux voudrais acheter "
    "d'accord il che di per sono prezzo grazie ciao vorrei comprare quanto costa accetto troppo caro très trop cher"
    # German, Dutch
    " der die das und ist ich sie nicht ein eine für fur mit aber wie viel preis danke hallo kann kaufen zu teuer "
    "bitte gut het een niet voor met maar hoeveel prijs bedankt kan kopen ik jij akzeptiere nehme geld geht"
    # what people say most in a bargain, in those languages
    " si sí bien doy te tengo dame caro barato menos poco nada claro ultimo último oui accord d'accord donne cher "
    "moins trop va bene accetto prendo aceito faz faço fechado menos ja nein gebe dir dafür habe noch gut letzte "
    "nehmen preis angebot einverstanden akzeptieren mir ist dank graag goed lira olur mu tamam evet hayır dobrze"
    # Polish, Turkish, Indonesian, romanised Hindi
    " nie jest ile kosztuje dzień dobry dziękuję bir için ne kadar teşekkürler fiyat berapa harga terima kasih saya "
    "tidak kya hai kitna nahi bhai mein aap kitne paisa"
)


def aside(said: Said) -> Aside:
    """What kind of aside a message is; NONE where it may be about the deal."""
    text = said.text
    if not text or text.isspace():
        return Aside.LINK if said.links else Aside.EMPTY
    if not (_CODE_SIGNS.isdisjoint(text) and _CODE_WORDS.isdisjoint(said.where)) and _CODE.search(text):
        return Aside.CODE
    if _SPEAKS_AS.match(text) or _ORDERS.find(said):
        return Aside.INSTRUCTION
    if not said.numbers and not any(word[0].isalpha() or word in "?!" for word in said.where):
        return Aside.EMOJI_ONLY if said.unknown_signs else Aside.EMPTY
    return Aside.LANGUAGE if _is_foreign(text, said) else Aside.NONE


def _is_foreign(text: str, said: Said) -> bool:
    """Another script, or clearly more words of other languages than of English."""
    if not text.isascii():
        letters = [letter for letter in text[:400] if letter.isalpha()]
        if letters and sum(letter > "ɏ" for letter in letters) * 2 > len(letters):
            return True
    known = _FOREIGN & said.where.keys()
    if not known or (len(known) < 2 and len(said.words) > 5):
        return False
    plain_words = [word for word in said.words if word[:1].isalpha()]
    foreign = sum(word in _FOREIGN for word in plain_words)
    return foreign > sum(word in _ENGLISH and word not in _FOREIGN for word in plain_words)
