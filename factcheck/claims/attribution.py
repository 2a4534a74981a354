"""Find who is reported to say what inside one sentence: the content, the cue, the mention of the speaker, the rule.

Method: quotations are masked one character for one, so that a cue inside somebody's words is not a cue of the article.
Then sieves in order of trust, after the deterministic sieves of CoreNLP's quote annotator and citron: content before
its speaker ("…, X said", "…, said X"), "X said (that) …", "X: “…”", "according to X", participles (", stressing that
…"), speech acts ("X urged …"), and last a quotation with its sentence's subject. Who the mention is, is `registry`'s
business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.claims import cues, grammar
from factcheck.claims.acts import speech_acts
from factcheck.claims.clauses import coordination, is_finite_or_past, is_passive
from factcheck.claims.german import german
from factcheck.claims.grammar import MASK, Token, tokenize
from factcheck.claims.masking import Masked
from factcheck.claims.postposed import postposed
from factcheck.claims.preposed import opening_verb, preposed
from factcheck.claims.scan import SPEECH, Attribution, Scan, content_span
from factcheck.claims.sourced import according, announced, inserted, participles, subject_of_quotation
from factcheck.claims.subjects import main_subject

Pair = tuple[int, int]

REMAINDER_TOKENS = 4  # less asserts nothing by itself
BESIDE = 6  # tokens between a quotation and a verb that is no listed cue


_NO_VERBS = grammar.AUXILIARIES | grammar.CONJUNCTIONS | grammar.PREPOSITIONS | grammar.PRONOUNS | grammar.DETERMINERS
_PARTS_CLAUSES = frozenset(
    ["because", "as", "while", "when", "after", "before", "although", "though", "since", ",", "and"]
)


def attributions(sentence: Masked, *, in_german: bool = False) -> list[Attribution]:
    """Return the attributions of one sentence, in order, their contents apart from each other."""
    if in_german:
        return _apart(german(Scan(sentence, tokenize(sentence.text))))
    if MASK not in sentence.text and not cues.ANY.search(sentence.text):
        return []
    scan = Scan(sentence, tokenize(sentence.text))
    sieves = (opening_verb, inserted, _verbs, announced, according, participles, speech_acts)
    found = _apart(new for sieve in sieves for new in sieve(scan))
    return found or sorted(subject_of_quotation(scan), key=lambda a: a.content)


def _apart(attributions: Iterable[Attribution]) -> list[Attribution]:
    """Return attributions in the order of the text, without those that overlap an earlier one of the order given."""
    found: list[Attribution] = []
    for new in attributions:
        if not any(_overlap(old.content, new.content) for old in found):
            found.append(new)
    return sorted(found, key=lambda a: a.content)


def _overlap(a: Pair, b: Pair) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _verbs(scan: Scan) -> Iterator[Attribution]:
    """Read every verb of saying from left to right: content before it, else content after it."""
    for index, token in enumerate(scan.tokens):
        if token.start < scan.taken or token.quotation or not _may_introduce(scan.tokens, index):
            continue
        found = list(postposed(scan, index)) or list(preposed(scan, index))
        yield from found
        if found:
            ends = max(a.content[1] for a in found) - scan.sentence.start
            scan.taken = max(ends, token.end)


def _may_introduce(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a token is a cue: a listed verb, or any verb in the past right beside a quotation."""
    token = tokens[index]
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if token.lower in _NO_VERBS or is_passive(tokens, index):
        return False
    idiom = (token.lower in ("put", "puts") and following == "it") or (token.lower == "shot" and following == "back")
    if token.lower in cues.VERBS or idiom:
        return not token.capital
    past = token.lower.endswith("ed") or token.lower in grammar.IRREGULAR
    named = index > 0 and (tokens[index - 1].capital or tokens[index - 1].lower in grammar.PRONOUNS)
    present = token.lower.endswith("s") and named  # "Lee mocks", but "the main problems"
    if token.capital or not token.word or not (past or present):
        return False
    before = any(t.quotation and SPEECH.search(t.text) for t in tokens[max(0, index - BESIDE) : index])
    after = (
        index + 1 < len(tokens) and tokens[index + 1].quotation and SPEECH.search(tokens[index + 1].text) is not None
    )
    announced = index + 2 < len(tokens) and tokens[index + 1].text in ",:" and tokens[index + 2].quotation
    return before or after or announced


def remainder(sentence: Masked, found: Sequence[Attribution]) -> Pair | None:
    """Return what a sentence with attributions asserts besides them in the article's own voice, or None.

    "The mayor left on Monday and said that …", "The road is shut because police said …".
    """
    tokens = tokenize(sentence.text)
    first = found[0]
    starts = [span[0] for span in (first.content, first.cue, first.mention) if span is not None]
    high = min(starts) - sentence.start
    cue = next((k for k, t in enumerate(tokens) if first.cue and t.start == first.cue[0] - sentence.start), -1)
    if cue > 0 and first.content[0] > first.cue[0] and (cut := coordination(tokens, cue)):  # type: ignore[index]
        high = tokens[cut].start
    before = [t for t in tokens if t.end <= high]
    if len(before) < REMAINDER_TOKENS or any(t.quotation for t in before) or not _has_verb(before):
        return None
    while before and before[-1].lower in _PARTS_CLAUSES:
        before.pop()
    if (
        len(before) < REMAINDER_TOKENS
        or any(t.lower == "as" for t in before)
        or (before[0].lower in ("last", "this") and high < len(sentence.text) // 3)
    ):
        return None
    if before[0].lower in grammar.LEADS or before[0].lower.endswith(("ing", "ed")) or _dangles(before[-1]):
        return None
    return content_span(sentence, 0, before[-1].end)


def _has_verb(words: Sequence[Token]) -> bool:
    """Tell whether a stretch has a finite verb: "wounded" in "the wounded men" is none."""
    closed = grammar.DETERMINERS | grammar.PREPOSITIONS
    return any(
        is_finite_or_past(word) and (index == 0 or words[index - 1].lower not in closed)
        for index, word in enumerate(words)
    )


def _dangles(last: Token) -> bool:
    """Tell whether a stretch stops in the middle of a phrase, so that it asserts nothing by itself."""
    return last.lower in grammar.CONJUNCTIONS | grammar.PREPOSITIONS | grammar.DETERMINERS


def introduces(sentence: Masked) -> Pair | None:
    """Return the speaker's mention where a sentence only announces a quotation ("She told reporters:"), or None."""
    if not sentence.text.endswith((":", ",")):
        return None
    scan = Scan(sentence, tokenize(sentence.text))
    subject = main_subject(scan.tokens, len(scan.tokens))
    return scan.span(subject) if subject else None


__all__ = ["Attribution", "attributions", "introduces", "remainder"]
