"""Tell whether a sentence's verb is the present of a plural, which no ending shows: "Republicans hold the house".

A word of the list behind a noun is a verb where something follows it; behind an article, a preposition or "to" it is
a noun or an infinitive. Asked only of sentences in which no other finite verb was found.
Source: our own list of common verbs; tried on news of ../shared/data/corpora outside the annotated articles.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.grammar import Token

_VERB_WORDS = """
    have do say get make go know take see come think look want give find tell ask seem feel try leave need become mean
    keep begin help show hear play run move live believe hold bring write provide sit stand lose pay meet include
    continue learn lead understand follow stop create speak allow add spend grow win offer remember consider appear buy
    wait serve die send expect build stay fall reach kill remain suggest raise pass sell require decide argue identify
    indicate lack reside produce comprise constitute account cover cause contain involve represent describe support
    oppose favor favour face fear claim deny insist warn note agree disagree accuse demand urge vote elect own operate
    employ earn rely depend differ vary exist occur happen tend aim seek hate enjoy prefer refuse fail succeed struggle
    suffer benefit visit carry drive eat drink wear teach form join share match exceed outnumber connect separate
    surround protect defend fight threaten pose generate cost charge fund invest save burn emit consume absorb deliver
    handle treat prevent avoid reduce increase rise decline shrink restrict ban limit prohibit forbid permit regulate
    comply violate break obey enforce endorse reject approve accept adopt introduce propose discuss doubt suspect trust
    recognise recognize admire respect blame praise criticise criticize credit call use work like love want"""
_VERBS = frozenset(_VERB_WORDS.split())
_NO_SUBJECT = (
    grammar.DETERMINERS
    | grammar.PREPOSITIONS
    | grammar.CONJUNCTIONS
    | grammar.AUXILIARIES
    | {"and", "or", "not", "let"}
)


def has_plural_verb(sentence: str) -> bool:
    """Tell whether a word of a sentence can only be the present of a plural."""
    tokens = grammar.tokenize(sentence)
    return any(is_plural_verb(tokens, place) for place in range(1, len(tokens) - 1))


def is_plural_verb(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the word at `place` can only be the present of a plural."""
    token, following = tokens[place], tokens[place + 1]
    if token.text not in _VERBS or not (following.word or following.quotation):
        return False
    before = place - 1
    while before > 0 and grammar.is_adverb(tokens[before]):
        before -= 1
    subject = tokens[before]
    if subject.lower == "," and sum(one.lower == "," for one in tokens[:place]) > 1:
        subject = tokens[before - 1]  # "The Kurds, a people of the hills, live in four states"
    return subject.word and subject.lower not in _NO_SUBJECT and not grammar.is_adverb(subject)


__all__ = ["has_plural_verb", "is_plural_verb"]
