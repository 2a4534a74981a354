"""Read who is inserted into what they say: "China, he said, poses a threat", "The plan, said Lee, would cost £9m"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.clauses import is_finite_or_past, is_passive
from factcheck.claims.sentence.grammar import Token, is_finite
from factcheck.claims.sentence.subjects import subject_after, subject_before
from factcheck.claims.speech.postposed import past_told
from factcheck.claims.speech.relatives import opens_predicate
from factcheck.claims.speech.scan import Attribution, Scan, asserts, content_span

APPOSITION_TOKENS = 12  # how far what describes an inserted speaker may part a subject from its verb
_NO_SUBJECTS = grammar.CONJUNCTIONS | grammar.PREPOSITIONS | {"and", "but", "or", "that", "who", "which", "to"}
_SUBORDINATES = frozenset(["when", "after", "before", "because", "although", "though", "while", "since", "once"])
_SUPPOSES = frozenset(["if", "unless"])
_THINKS_WORDS = """
    believes believe believed thinks think thought fears fear feared reckons reckon reckoned suspects suspect hopes hope
    estimates estimate estimated feels knows show shows showed suggest suggests indicate indicates"""
_SAYS_OR_THINKS = cues.SAYING | frozenset(_THINKS_WORDS.split())
_INVERTS_WORDS = """
    wrote writes explained explains insisted insists argued argues claimed claims warned warns noted notes recalled"""
_INVERTS = frozenset(_INVERTS_WORDS.split()) | cues.CORE
"""Verbs before their speaker; others are as often participles behind a comma: "The boy, named Sam, was"."""


def inserted(scan: Scan) -> Iterator[Attribution]:
    """Read "China, he said, poses a threat": the speaker stands between a subject and its verb, or behind what leads.

    What leads to a main clause is an "if" or an adverbial: "In March, Lee said, the firm lost £9m".
    """
    tokens = scan.tokens
    if _SAYS_OR_THINKS.isdisjoint(scan.words):
        return
    for verb in range(2, len(tokens) - 2):
        if tokens[verb].lower not in _SAYS_OR_THINKS or tokens[verb].capital:
            continue
        after = past_told(tokens, verb)
        if after + 1 >= len(tokens) or tokens[after].text != ",":
            continue
        subject = subject_before(tokens, verb)
        low = subject[0] - 1 if subject else 0
        if subject is None or low < 1 or tokens[low].text != ",":
            continue
        before, rest = tokens[:low], tokens[after + 1 :]
        adverbial = before[0].lower in grammar.LEADS | {"of"} and _opens_clause(rest)
        supposed = before[0].lower in _SUPPOSES or (before[0].lower in _SUBORDINATES and adverbial)
        led = adverbial and before[0].lower in grammar.PREPOSITIONS  # "Of the £9m | raised |, records show, most"
        clause = any(map(is_finite if led else is_finite_or_past, before)) and not supposed
        predicates = (opens_predicate(tokens, k) for k in range(after + 1, len(tokens)))
        goes_on = any(map(is_finite_or_past, rest)) or any(predicates)
        apart = rest[0].lower in ("which", "who") and not supposed  # "The law bans it, Lee said, which was new"
        if before[-1].lower in ("and", "but") and clause and not any(t.quotation for t in tokens):
            yield from _second_half(scan, subject, (verb, after))
            continue
        if clause or apart or any(t.quotation for t in before) or not (goes_on or adverbial):
            continue
        content = content_span(scan.sentence, 0, len(scan.sentence.text))
        if content is not None and (supposed or adverbial or before[0].lower not in grammar.LEADS):
            nobody = is_passive(tokens, verb) and tokens[subject[0]].lower == "it"
            mention = None if nobody else scan.span(subject)
            yield Attribution(content, scan.cue(verb), mention, "inserted", 0.4 if nobody else 0.75)


def _second_half(scan: Scan, subject: tuple[int, int], at: tuple[int, int]) -> Iterator[Attribution]:
    """Read "There are 900 people and, locals say, one bar": what follows is said. `at`: the verb and where it ends."""
    content = content_span(scan.sentence, scan.tokens[at[1]].end, len(scan.sentence.text))
    if content is not None:
        yield Attribution(content, scan.cue(at[0]), scan.span(subject), "inserted", 0.7)


def inserted_inversely(scan: Scan) -> Iterator[Attribution]:
    """Read "The plan, said Lee, would cost £9m": verb and speaker stand between a subject and its verb."""
    tokens = scan.tokens
    if _INVERTS.isdisjoint(scan.words):
        return
    for verb in range(2, len(tokens) - 3):
        if tokens[verb].lower not in _INVERTS or tokens[verb - 1].text != ",":
            continue
        before, subject = tokens[: verb - 1], subject_after(tokens, verb)
        adverbial = before[0].lower in grammar.LEADS
        asserted = any(map(is_finite_or_past, before))
        spoken = sum(t.quotation for t in tokens[verb:]) > 1  # a claim each, as behind any verb
        if subject is None or asserted or spoken or any(t.quotation for t in before):
            continue
        content = content_span(scan.sentence, 0, len(scan.sentence.text))
        closed = tokens[subject[1] : subject[1] + 1]
        behind = bool(closed) and closed[0].text == "," and _opens_clause(tokens[subject[1] + 1 :])
        if content is not None and (behind if adverbial else _predicate_behind(tokens, subject[1])):
            yield Attribution(content, scan.cue(verb), scan.span(subject), "inserted", 0.75)


def _opens_clause(words: Sequence[Token]) -> bool:
    """Tell whether a main clause with its subject begins here ("In March, Lee said, | the firm lost £9m")."""
    first = words[0] if words else None
    if first is None or not first.word or first.lower in _NO_SUBJECTS or is_finite_or_past(first):
        return False
    if first.lower.endswith("ing") and any(t.lower == "that" for t in words[1:4]):  # "Lee said, smiling, that"
        return False
    stop = next((k for k, t in enumerate(words) if t.text in ";:" or t.quotation), len(words))
    return asserts(words[:stop])


def _predicate_behind(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a clause goes on with its verb behind the comma at `at`, or behind the apposition that it opens."""
    commas = [k for k in range(at, min(len(tokens) - 1, at + APPOSITION_TOKENS)) if tokens[k].text == ","]
    if commas[:1] != [at]:
        return False
    within = tokens[at + 1 : commas[1]] if len(commas) > 1 else [tokens[at]]
    relative = bool(within) and within[0].lower in ("who", "which")
    closing = len(commas) > 1 and (relative or not any(is_finite_or_past(t) or t.quotation for t in within))
    return opens_predicate(tokens, at + 1) or (closing and opens_predicate(tokens, commas[1] + 1))


__all__ = ["inserted", "inserted_inversely"]
