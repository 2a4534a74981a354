"""Tell where a sentence only speaks to the reader: a greeting, an order ("Click here", "Imagine a town").

Most verbs that orders begin with are nouns, too, and a sentence is a claim unless it plainly is none: "Share prices
fell", "Contact tracing cost £37bn" and "Thanks to a vote in 2007, the mine closed" state facts.
Written on sentences of our own and on news of ../shared/data/corpora outside the annotated articles.
"""

from __future__ import annotations

import re

from factcheck.claims.sentence import grammar

_GREETING = re.compile(
    r"(?:Hello|Hi|Goodbye|Cheers|Sorry|Welcome|Thanks)(?=\s*(?:[,!.:—–]|$))|(?:Hello|Hi)\s(?:again|everyone|all|there)\b"
    r"|Dear\s(?=[A-Z])|Good\s(?:morning|evening|afternoon|night)(?=[\s,!.]*(?:$|[,!.]|everyone\b|[A-Z]))"
    r"|(?:My\s(?:fellow|dear)|Fellow)\s[\w’'-]+(?:\sand\s[\w’'-]+)*[,.!:]?$|Ladies\sand\sgentlemen\b[,.!:]?$"
    r"|(?:Liebe|Sehr\sgeehrte|Meine\s(?:lieben?|sehr\sgeehrten))\s[^.!?:\d]{3,60}[,!]?$|Meine\sDamen\sund\sHerren[,.!:]?$"
    r"|Welcome\s(?:to|back)\b|Thank\syou\b|Thanks\s(?:for|so|again|very|everyone|a\slot)\b"
)
_ORDER = re.compile(
    r"(?:Please|Click|Subscribe|Let[’']s|Let\sus|Take\sa\slook|Enjoy|Imagine|Remember|Consider)\b(?![-’'])"
)
"""What begins an order and is no noun."""
_PERHAPS_ORDER = re.compile(
    r"(?P<verb>Read|Watch|See|Listen|Follow|Sign|Share|Check|Download|Visit|Contact|Email|Call|Stay|Join|Look|Tally|Enter"
    r"|Buy|Order|Pre-order|Book|Donate"
    r")\b(?![-’'])\s*"
)
_APPEAL = re.compile(
    r"(?:Anyone|Anybody|Those|Witnesses|Readers|Residents|Members\sof\sthe\spublic)\s[^.;:“\"]{0,90}?\b"
    r"(?:should|can|(?:is|are)\s(?:being\s)?(?:asked|urged|requested|encouraged|invited|advised)\sto)\s"
    r"(?:call|contact|e-?mail|ring|phone|visit|write\sto|get\sin\stouch|come\sforward)\b"
    r"(?![^$£€%]*[$£€%])"
)
"""What asks the public for something: "Anyone with information should call 101"."""
_TOLD = re.compile(r"(?:Look|Listen|See),\s|(?:Remember|Note|Let[’']s\snot\sforget)\sthat\s")
"""What opens a sentence that goes on to tell something."""
_AFTER_COLON = re.compile(r"[^:]{1,60}:\s(?=\S+\s\S+\s\S+)")
_OBJECT_WORDS = "us me it him them out up here now below back everything"
_OBJECTS = grammar.DETERMINERS | frozenset(_OBJECT_WORDS.split())
_FIGURE = re.compile(r"[$£€%]|\d[\d.,]*\s[a-z]")


def is_greeting(sentence: str) -> bool:
    """Tell whether a sentence greets or thanks."""
    return _GREETING.match(sentence) is not None


def is_order(sentence: str) -> bool:
    """Tell whether a sentence tells the reader to do something, and nothing else.

    A noun of the same form is told by what follows: an object's article makes it an order, else a finite verb none.
    """
    if _TOLD.match(sentence) or _told_after_colon(sentence):
        return False
    if _ORDER.match(sentence) or _APPEAL.match(sentence):
        return True
    found = _PERHAPS_ORDER.match(sentence)
    if found is None:
        return False
    object_first = next((token.lower for token in grammar.tokenize(sentence[found.end() :]) if token.word), "")
    states = _FIGURE.search(sentence) or grammar.has_finite(sentence[found.end() :])
    return object_first in _OBJECTS or not states


def _told_after_colon(sentence: str) -> bool:
    """Tell whether an order only introduces what the sentence states: "Consider this: the town lost 400 jobs"."""
    told = _AFTER_COLON.match(sentence)
    return told is not None and grammar.has_finite(sentence[told.end() :])


__all__ = ["is_greeting", "is_order"]
