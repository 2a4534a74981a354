"""Read "X: “…”", as in headlines and lists of answers, and "“…” — X", as under pull quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.clauses import is_finite_or_past
from factcheck.claims.sentence.grammar import Token
from factcheck.claims.sentence.phrases import phrase_before
from factcheck.claims.sentence.subjects import DASHES, DOCUMENTS, main_subject, subject_after
from factcheck.claims.speech.scan import Attribution, Scan, content_span, quotation_end

Pair = tuple[int, int]
Range = tuple[int, int]

SOURCE_TOKENS = 12  # from "with" to the colon of "with one writing:"
_KINDS_OF_TEXT_WORDS = """
    interview exclusive opinion analysis video watch live update updated breaking review essay comment editorial podcast
    report feature explainer"""
_ANNOUNCES = DASHES | {":"}
KINDS_OF_TEXT = frozenset(_KINDS_OF_TEXT_WORDS.split())
"""What a headline puts before its colon and nobody speaks by."""
_TOWARDS = frozenset(["to", "on", "about"])
_BY_WAY = frozenset(["in", "via", "by", "on", "over", "through"])
MEDIUM_TOKENS = 9  # from the comma to the colon of ", in a written statement to the Courier on Monday:"


def announced(scan: Scan) -> Iterator[Attribution]:
    """Read "X: “…”", as in headlines, and "“…” — X", as under pull quotes."""
    tokens = scan.tokens
    if _ANNOUNCES.isdisjoint(scan.words):
        return
    done = 0
    for index in range(1, len(tokens) - 1):
        if tokens[index].text == ":" and tokens[index + 1].quotation:
            found = _behind_colon(scan, index, done)
            if found is None:
                return
            yield from found
            done = index + 2
        elif not done and tokens[index].text in DASHES and tokens[index - 1].quotation and tokens[index + 1].capital:
            subject = subject_after(tokens, index)
            content = content_span(scan.sentence, tokens[index - 1].start, tokens[index - 1].end)
            if subject is not None and content is not None and _ends(tokens, subject[1]):
                yield Attribution(content, scan.cue(index), scan.span(subject), "signed", 0.7)


def _behind_colon(scan: Scan, colon: int, done: int) -> list[Attribution] | None:
    """Return what is said behind a colon, or None where nobody announces it.

    `done`: the token up to which another's words go; then only who is named right before this colon speaks.
    """
    tokens = scan.tokens
    if _accompanied(tokens, colon) or (colon == 1 and tokens[0].lower in KINDS_OF_TEXT):
        return None  # "…, with one writing: “…”", "Interview: “…”"
    subject = _before_medium(tokens, colon) or phrase_before(tokens, colon - 1)
    if subject is not None and subject[0] == 1 and tokens[0].lower in _TOWARDS:
        return None  # "To the young: “…”" names who was told
    if done and (subject is None or subject[0] < done):
        return None
    if not done and (subject is None or not tokens[subject[1] - 1].capital or _verb_before(tokens, subject[0])):
        subject = main_subject(tokens, colon) or subject
    content = content_span(scan.sentence, tokens[colon + 1].start, quotation_end(tokens, colon + 1))
    if subject is None or content is None:
        return []
    named = scan.span(subject) if speaks(tokens[subject[1] - 1]) else _whose(scan, subject)
    return [Attribution(content, scan.cue(colon), named, "colon", 0.7 if named else 0.4)]


def _before_medium(tokens: Sequence[Token], colon: int) -> Range | None:
    """Return who is named before how the words came: "Mia Toll, | in a statement:", "Toll, | by phone on Monday:"."""
    low = max(0, colon - MEDIUM_TOKENS)
    comma = next((k for k in range(low, colon - 1) if tokens[k].text == "," and tokens[k + 1].lower in _BY_WAY), 0)
    if not comma or any(is_finite_or_past(t) or not t.word for t in tokens[comma + 1 : colon]):
        return None
    subject = phrase_before(tokens, comma - 1)
    return subject if subject is not None and subject[0] == 0 and tokens[subject[1] - 1].capital else None


def _accompanied(tokens: Sequence[Token], colon: int) -> bool:
    """Tell whether "with X saying" or "as saying" stands before a colon, and no verb behind it."""
    if tokens[colon - 1].lower in cues.PARTICIPLES and tokens[colon - 2].lower == "as":
        return True
    for k in range(colon - 1, max(1, colon - SOURCE_TOKENS), -1):
        if is_finite_or_past(tokens[k]):
            return False
        if tokens[k].lower in cues.PARTICIPLES:
            return "with" in (tokens[k - 2].lower, tokens[k - 3].lower if k > 2 else "")  # noqa: PLR2004 - "with a man"
    return False


def _verb_before(tokens: Sequence[Token], high: int) -> bool:
    """Tell whether a clause with a verb stands before `high`: its subject speaks ("Lee took calls from Arle: “…”")."""
    low = next((k for k in range(high - 1, 0, -1) if tokens[k].text in DASHES or tokens[k].text == ";"), 0)
    return any(is_finite_or_past(token) for token in tokens[low + 1 : high])


def _whose(scan: Scan, subject: Range) -> Pair | None:
    """Return whose answer is announced: "Lee’s response was: “…”"."""
    for at in range(subject[1] - 2, subject[0] - 1, -1):
        if scan.tokens[at].capital and scan.tokens[at].lower.endswith(("'s", "s'")):
            low = at
            while low > subject[0] and scan.tokens[low - 1].capital:
                low -= 1
            return scan.span((low, at + 1))
    return None


def speaks(head: Token) -> bool:
    """Tell whether the head of a subject can be who speaks: a name, a pronoun, a person, people, a document."""
    plural = head.lower.endswith("s") and not head.lower.endswith(("ss", "us", "is"))
    return is_person(head) or head.lower in DOCUMENTS | grammar.PRONOUNS or plural


def is_person(head: Token) -> bool:
    """Tell whether a word can be one person: a name, a pronoun, a noun for people."""
    return head.capital or head.lower in ("he", "she", "they", "who") or grammar.is_person_noun(head)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a sentence ends at `at`, but for an apposition ("— Ann Lee, teacher")."""
    return at >= len(tokens) or tokens[at].text in ",.("


__all__ = ["KINDS_OF_TEXT", "announced", "is_person", "speaks"]
