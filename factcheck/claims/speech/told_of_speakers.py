"""Find what a sentence tells of its speaker beside the name: "Lee, who bought it, said", "Lee, jailed in May, said"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.clauses import RELATIVES, has_verb, is_finite_or_past
from factcheck.claims.sentence.grammar import Token
from factcheck.claims.sentence.masking import Masked
from factcheck.claims.speech.scan import SPEECH, Attribution, content_span

Pair = tuple[int, int]

APPOSITION_TOKENS = 12  # from a name to the relative clause behind its apposition
CLAUSE_TOKENS = 4  # less asserts nothing by itself
_OPENS_CLAUSE = (RELATIVES - {"that"}) | {"where"}

_NO_ADJUNCT_WORDS = """
    speaking talking addressing commenting discussing referring questioned quizzed pressed approached contacted flanked
    asked challenged appearing testifying standing sitting smiling surrounded dressed prepared conducted published
    released commissioned posted dated emerging harking celebrating given according including compared based reached"""
NO_ADJUNCTS = frozenset(_NO_ADJUNCT_WORDS.split()) | cues.PARTICIPLES | cues.VERBS
"""What only tells how somebody came to speak: "Asked about the 14 deaths, Lee said"."""
_PARTICIPLES = frozenset(["born", "known", "led", "run", "built", "sold", "bought", "found", "held", "paid", "made"])
"""Participles without an ending that a description of a speaker opens with: "Lee, born in 1960, said"."""
_NAMED = frozenset(["named", "identified", "name"])
_NOT = frozenset(["not", "n't", "declined", "refused", "cannot", "without"])
_OPENS_ASIDE = {",": "", "(": ")", "—": "—", "–": "–", "--": "--", "-": "-"}
"""What opens an aside about a speaker, and the mark by which it is closed at the latest."""


def about_speaker(sentence: Masked, tokens: Sequence[Token], one: Attribution) -> Pair | None:
    """Return what a relative clause or participle tells of the speaker: "Lee, who bought the firm in 2019, said …"."""
    if one.mention is None or one.cue is None or one.whole_clause:
        return None
    low, end = one.mention[0] - sentence.start, one.mention[1] - sentence.start
    behind = _past_apposition([t for t in tokens if t.start >= end])
    if len(behind) < CLAUSE_TOKENS:
        return None
    describes = _describes(behind, led=one.cue[0] > one.mention[0])
    if behind[1].lower not in _OPENS_CLAUSE and not describes:
        return None
    if behind[0].text not in _OPENS_ASIDE and not grammar.is_person_noun(behind[0]):
        return None
    limit = one.cue[0] - sentence.start if one.cue[0] > one.mention[1] else len(sentence.text)
    clause: list[Token] = []
    for token in behind[1:]:
        speech = token.quotation and SPEECH.search(token.text) is not None
        if token.end > limit or speech or token.text in (":", ";") or token.text == _OPENS_ASIDE.get(behind[0].text):
            break
        clause.append(token)
    while clause and (not clause[-1].word or clause[-1].lower in grammar.AUXILIARIES | grammar.ADVERBS):
        clause.pop()  # "Lee, who bought it, | has also | said"
    says = any(_says(clause, k) for k in range(len(clause)))
    verb = 1 if clause and clause[0].lower != "whose" else _behind_noun(clause)
    present = 0 < verb < len(clause) and in_present(clause[verb], clause[verb + 1 :])  # "who leads the guild"
    if len(clause) < CLAUSE_TOKENS or says or _unnamed(clause) or not (present or describes or has_verb(clause)):
        return None
    closes = behind[0].text == "(" and sentence.text[clause[-1].end : clause[-1].end + 1] == ")"
    return content_span(sentence, low, clause[-1].end + closes)


def _describes(behind: Sequence[Token], *, led: bool) -> bool:
    """Tell whether a participle behind a comma tells of the speaker: "Lee, jailed in 2019, said", "said Lee, jailed …".

    `led`: the speaker stands before the verb. Behind it only a figure tells the speaker's past from what was done then.
    """
    if behind[0].text != "," or not is_participle(behind[1]) or behind[1].lower in NO_ADJUNCTS:
        return False
    closes = next((k for k in range(2, len(behind)) if not behind[k].word), len(behind))
    figure = any(t.number or t.lower in grammar.NUMBER_WORDS for t in behind[2:closes])
    if not led:
        return figure and not any(t.word for t in behind[closes:])
    named = any(t.capital for t in behind[2:closes])
    return (figure or named) and closes < len(behind) and behind[closes].text == ","


def _says(clause: Sequence[Token], at: int) -> bool:
    """Tell whether a verb of saying stands at `at`, and no noun: "which has sites in 13 | states"."""
    before = clause[at - 1] if at else clause[at]
    counted = before.number or before.lower in grammar.DETERMINERS | grammar.PREPOSITIONS | grammar.NUMBER_WORDS
    return clause[at].lower in cues.SAYING and not (counted and clause[at].lower in cues.NOUN_LIKE)


def _unnamed(clause: Sequence[Token]) -> bool:
    """Tell whether a clause only says that the speaker is not named: "who spoke on condition of anonymity"."""
    words = {t.lower for t in clause}
    return (
        "anonymity" in words or "anonymously" in words or (not words.isdisjoint(_NAMED) and not words.isdisjoint(_NOT))
    )


def _past_apposition(behind: Sequence[Token]) -> Sequence[Token]:
    """Return what follows a name without its age, place or trade: "Ann Lee, 61, a welder | , who lived there"."""
    for k in range(1, min(len(behind), APPOSITION_TOKENS)):
        if behind[k].lower in ("who", "whose") and (behind[k - 1].text == "," or grammar.is_person_noun(behind[k - 1])):
            return behind[k - 1 :]
        if behind[k].quotation or behind[k].text in ".:;" or is_finite_or_past(behind[k]):
            break
    return behind


def _behind_noun(clause: Sequence[Token]) -> int:
    """Return where the verb stands behind "whose" and its noun ("whose older brother | owns the mill"), or 0."""
    closed = grammar.DETERMINERS | {"a", "an", "the", "its", "his", "her", "their"}
    opens = (k for k in range(2, len(clause) - 1) if clause[k + 1].lower in closed | grammar.PREPOSITIONS)
    return next((k for k in opens if clause[k].lower.endswith("s") and not clause[k - 1].lower.endswith("s")), 0)


def in_present(verb: Token, rest: Sequence[Token]) -> bool:
    """Tell whether the word behind "who" is a verb in the present with what it needs: "who runs | the mill"."""
    plain = verb.word and not verb.capital and not grammar.is_adverb(verb) and not verb.lower.endswith(("ss", "'s"))
    return plain and verb.lower.endswith("s") and bool(rest) and rest[0].word


def is_participle(word: Token) -> bool:
    """Tell whether a word can be a past participle by its form: "fined", "born"."""
    plain = word.lower.endswith("ed") and len(word.lower) > len("need")
    return plain or word.lower in _PARTICIPLES


__all__ = ["NO_ADJUNCTS", "about_speaker", "in_present", "is_participle"]
