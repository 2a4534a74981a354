"""Read a speech act in the passive: "The claim was denied by its leader, Ann Lee"; the whole clause is the claim.

Without "by" nobody is named, and what was done in deed ("was dismissed by the board", "bail was denied by a judge") is
no speech: what can be done both ways counts only where a claim, charge or the like is its subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.clauses import in_main_clause
from factcheck.claims.sentence.grammar import Token
from factcheck.claims.sentence.speaking_nouns import head_of
from factcheck.claims.sentence.subjects import subject_after
from factcheck.claims.speech.scan import Attribution, Scan, content_span
from factcheck.claims.speech.unsaid import is_unsaid

Range = tuple[int, int]

_ALWAYS = frozenset(
    """denied disputed contradicted condemned denounced criticised criticized praised hailed decried lambasted slammed
    refuted rebutted""".split()  # noqa: SIM905
)
"""Participles of what is done in words alone."""
_IN_WORDS = frozenset(["rejected", "dismissed", "challenged", "questioned"])
"""Participles of what is done in words where what it is done to is words."""
_PARTICIPLES = _ALWAYS | _IN_WORDS
_SAID_WORDS = """
    claim claims allegation allegations accusation accusations suggestion suggestions report reports complaint
    complaints criticism charge charges statement statements warning warnings rumour
    rumours rumor rumors denial theory theories
    idea ideas argument arguments version account accounts story finding findings figure figures concerns fears notion
    assertion assertions link links speculation that this"""
_SAID = frozenset(_SAID_WORDS.split())
_GRANTED_WORDS = """
    bail entry visa visas access permission permit permits request requests application applications appeal appeals
    motion petition license licence asylum parole leave service services passage credit boarding him her them he she
    they"""
_GRANTED = frozenset(_GRANTED_WORDS.split())
"""What is denied in deed."""
_BE = frozenset(["is", "are", "was", "were", "been"])
CONFIDENCE = 0.6


def passive_acts(scan: Scan) -> Iterator[Attribution]:
    """Read "X was denied by Y": Y speaks, and the clause up to Y's end is the claim."""
    tokens = scan.tokens
    if _PARTICIPLES.isdisjoint(scan.words):
        return
    for index in range(2, len(tokens) - 2):
        token = tokens[index]
        if token.lower not in _PARTICIPLES or token.start < scan.taken:
            continue
        by = _by(tokens, index)
        be = _be(tokens, index)
        agent = _with_name(tokens, subject_after(tokens, by)) if by else None
        subject = _subject(tokens, be) if be else None
        if agent is None or subject is None or not _in_words(tokens, subject, token.lower) or is_unsaid(tokens, index):
            continue
        content = content_span(scan.sentence, tokens[subject[0]].start, tokens[agent[1] - 1].end)
        if content is not None:
            cue, mention = scan.span((be, index + 1)), scan.span(agent)
            yield Attribution(content, cue, mention, "speech-act", CONFIDENCE, whole_clause=True)
            return


def _with_name(tokens: Sequence[Token], agent: Range | None) -> Range | None:
    """Return an agent with the name in apposition that closes the clause: "its leader, Ann Lee"."""
    if agent is None or agent[1] + 1 >= len(tokens) or tokens[agent[1]].text != "," or tokens[agent[1] - 1].capital:
        return agent
    high = agent[1] + 1
    while high < len(tokens) and grammar.of_name(tokens, high):
        high += 1
    named = high - agent[1] > 2 and (high == len(tokens) or not tokens[high].word)  # noqa: PLR2004 - two words
    return (agent[0], high) if named else agent


def _by(tokens: Sequence[Token], index: int) -> int:
    """Return where "by" stands behind a participle, maybe with an adverb between, or 0."""
    at = index + 1
    while at < len(tokens) and (grammar.is_adverb(tokens[at]) or tokens[at].lower == "yesterday"):
        at += 1
    return at if at + 1 < len(tokens) and tokens[at].lower == "by" else 0


def _be(tokens: Sequence[Token], index: int) -> int:
    """Return where the auxiliaries of a passive begin ("has | been flatly denied"), or 0."""
    at = index - 1
    while at > 0 and (grammar.is_adverb(tokens[at]) or tokens[at].lower == "all"):
        at -= 1
    if at <= 0 or tokens[at].lower not in _BE:
        return 0
    return at - 1 if tokens[at].lower == "been" and at > 1 else at


def _subject(tokens: Sequence[Token], be: int) -> Range | None:
    """Return the subject of a passive: from the head of its clause, a that-clause of the noun included."""
    low = be
    while low > 0 and (tokens[low - 1].word or tokens[low - 1].quotation):
        low -= 1
    while low < be - 1 and tokens[low].lower in ("and", "but", "so"):
        low += 1
    return (low, be) if low < be and in_main_clause(tokens, (low, be)) else None


def _in_words(tokens: Sequence[Token], subject: Range, verb: str) -> bool:
    """Tell whether what is done to the subject is done in words."""
    low, high = subject
    words = tokens[low:high]
    clause = next((k for k in range(low, high) if tokens[k].lower in ("that", "of") and k > low), high)
    head = head_of(tokens[low:clause]).lower
    if verb in _IN_WORDS:
        return head in _SAID
    return head not in _GRANTED and not any(t.lower in grammar.CONJUNCTIONS for t in words[:1])


__all__ = ["passive_acts"]
