"""Read what is reported without a word of who said it: "The court heard that …", "It is claimed that …".

Whoever is told is not who says it: a court, a jury or an inquest is where it was said, and stands as the medium. Only
"by" names a speaker here ("The jury was told by a surgeon that …").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.clauses import in_main_clause
from factcheck.claims.sentence.complements import Complement, complement
from factcheck.claims.sentence.grammar import Token
from factcheck.claims.sentence.speaking_nouns import head_of
from factcheck.claims.sentence.subjects import subject_after, subject_before
from factcheck.claims.speech.scan import Attribution, Scan, asserts, content_span, parts
from factcheck.claims.speech.unsaid import is_unsaid
from factcheck.claims.speech.voices import other_voice

Range = tuple[int, int]

_HEARERS_WORDS = """
    court jury jurors juror inquest tribunal hearing inquiry enquiry trial panel judge judges magistrate magistrates
    coroner committee commission mps councillors lawmakers arbitrators"""
_HEARERS = frozenset(_HEARERS_WORDS.split())
"""Who hears evidence, and never the one who gives it."""
_BE = frozenset(["is", "are", "was", "were", "been", "being"])
_REPORTED_WORDS = """
    said claimed alleged reported believed thought understood rumoured rumored suggested feared argued announced
    revealed confirmed assumed speculated acknowledged"""
_REPORTED = frozenset(_REPORTED_WORDS.split())
_RAISED = frozenset(
    ["said", "claimed", "alleged", "reported", "believed", "thought", "understood", "rumoured", "rumored"]
)
"""Participles of "is said to have": others are a plan or an outlook of the writer's ("is expected to")."""
_HEARS = frozenset(["heard", "hears"])
_VERBS = _REPORTED | _RAISED | _HEARS | {"told"}
_CLAUSES = frozenset([Complement.THAT, Complement.CLAUSE, Complement.QUOTATION])
PHRASE_TOKENS = 8  # from "alleged" to "that": "it was alleged in court on Monday that"
CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class _Cue:
    """The words from `low` to `high` that report, the place where what is reported begins, and where it was said."""

    low: int
    high: int
    begin: int
    medium: str = ""
    mention: Range | None = None


def hearsay(scan: Scan) -> Iterator[Attribution]:
    """Read what somebody was told, what it is said that, and what somebody is said to have done."""
    tokens = scan.tokens
    if _VERBS.isdisjoint(scan.words):
        return
    for index in range(1, len(tokens)):
        token = tokens[index]
        if token.lower not in _VERBS or token.capital or token.start < scan.taken:
            continue
        found = list(_told(scan, index)) or list(_impersonal(scan, index)) or list(_raised(scan, index))
        if found and is_unsaid(tokens, index):
            continue
        yield from found
        if found:
            scan.taken = max(one.content[1] for one in found) - scan.sentence.start
            scan.taken = max(scan.taken, tokens[index].end)


def _told(scan: Scan, verb: int) -> Iterator[Attribution]:
    """Read "The jury was told that …", "The court heard how …", and both behind what was said."""
    tokens = scan.tokens
    passive = tokens[verb].lower == "told" and _auxiliary(tokens, verb) >= 0
    if not passive and tokens[verb].lower not in _HEARS:
        return
    subject = subject_before(tokens, verb) or _hearer_before(tokens, verb)
    if (
        subject is None
        or not _leads(tokens, subject)
        or any(t.lower in ("not", "never") or t.lower.endswith("n't") for t in tokens[subject[1] : verb])
    ):
        return
    head = head_of(tokens[slice(*subject)])
    heard = head.lower in _HEARERS or tokens[subject[1] - 1].lower in _HEARERS
    if not (heard or passive):
        return
    medium = _named(scan, subject) if heard else ""
    low = _auxiliary(tokens, verb) if passive else verb
    begin, mention = _past_agent(tokens, verb + 1)
    kind, start = complement(tokens, begin - 1, telling=False)
    if kind is Complement.QUESTION and tokens[start].lower == "how" and start + 1 < len(tokens):
        kind, start = Complement.THAT, start + 1
    if kind in _CLAUSES:
        yield from _reported(scan, _Cue(low, verb + 1, start, medium, mention))
    elif heard and subject[0] > 1 and tokens[subject[0] - 1].text == ",":
        content = content_span(scan.sentence, scan.taken, tokens[subject[0] - 2].end)
        if content is not None and asserts([t for t in tokens[: subject[0] - 1] if t.start >= scan.taken]):
            cue = scan.span((low, verb + 1))
            said = scan.span(mention) if mention else None
            for part in parts(scan.sentence, content):
                yield Attribution(part, cue, said, "hearsay", CONFIDENCE, medium=medium)


def _leads(tokens: Sequence[Token], subject: Range) -> bool:
    """Tell whether a subject is that of a main clause, or of the report behind one ("…, the court heard")."""
    return in_main_clause(tokens, subject) or tokens[subject[0] - 1].text == ","


def _hearer_before(tokens: Sequence[Token], verb: int) -> Range | None:
    """Return "the hearing", which is nobody and yet is told things, before a verb."""
    at = _auxiliary(tokens, verb) - 1
    return (at - 1, at + 1) if at > 0 and tokens[at].lower == "hearing" else None


def _auxiliary(tokens: Sequence[Token], verb: int) -> int:
    """Return where the passive of a verb begins ("has | been also told"), or -1."""
    at = verb - 1
    while at >= 0 and grammar.is_adverb(tokens[at]):
        at -= 1
    if at < 0 or tokens[at].lower not in _BE:
        return -1
    return at - 1 if at > 0 and tokens[at - 1].lower in ("has", "have", "had") else at


def _past_agent(tokens: Sequence[Token], at: int) -> tuple[int, Range | None]:
    """Return where "by a surgeon" ends at `at`, and the surgeon, or `at` and None."""
    if at >= len(tokens) or tokens[at].lower != "by":
        return at, None
    agent = subject_after(tokens, at)
    return (agent[1], agent) if agent is not None else (at, None)


def _named(scan: Scan, subject: Range) -> str:
    low, high = scan.tokens[subject[0]].start, scan.tokens[subject[1] - 1].end
    words = scan.sentence.text[low:high]
    first = scan.tokens[subject[0]].lower
    return words[len(first) :].strip() if first in grammar.DETERMINERS else words


def _impersonal(scan: Scan, verb: int) -> Iterator[Attribution]:
    """Read "It was alleged in court that …"."""
    tokens = scan.tokens
    if tokens[verb].lower not in _REPORTED or (low := _auxiliary(tokens, verb)) < 1:
        return
    if tokens[low - 1].lower != "it" or (
        low > 1 and tokens[low - 2].word and tokens[low - 2].lower not in grammar.LEADS
    ):
        return
    begin, mention = _past_agent(tokens, verb + 1)
    for at in range(begin, min(len(tokens) - 1, begin + PHRASE_TOKENS)):
        if tokens[at].lower == "that" or (at == begin and tokens[at].text == ","):
            if tokens[at].lower == "that":
                yield from _reported(scan, _Cue(low, verb + 1, at + 1, _place(tokens, begin, at), mention))
            return
        if not tokens[at].word or grammar.is_finite(tokens[at]):
            break
    yield from _claimed_before(scan, low, verb)


def _claimed_before(scan: Scan, low: int, verb: int) -> Iterator[Attribution]:
    """Read "…, it was claimed last night", at the end of a sentence."""
    tokens = scan.tokens
    dated = all(
        grammar.is_time(t) or t.lower in ("on", "last", "in", "court") or not t.word for t in tokens[verb + 1 :]
    )
    if low < 3 or tokens[low - 2].text != "," or not dated:  # noqa: PLR2004 - a clause, a comma and "it"
        return
    content = content_span(scan.sentence, scan.taken, tokens[low - 3].end)
    if content is not None and asserts(tokens[: low - 2]):
        for part in parts(scan.sentence, content):
            yield Attribution(part, scan.span((low, verb + 1)), None, "hearsay", CONFIDENCE)


def _place(tokens: Sequence[Token], low: int, high: int) -> str:
    """Return the court or hearing that is named between a verb and "that", or ""."""
    return next((t.text for t in tokens[low:high] if t.lower in _HEARERS), "")


def _raised(scan: Scan, verb: int) -> Iterator[Attribution]:
    """Read "Two men are said to have fled": the whole clause is what is said."""
    tokens = scan.tokens
    if tokens[verb].lower not in _RAISED or (low := _auxiliary(tokens, verb)) < 0:
        return
    after, mention = _past_agent(tokens, verb + 1)
    if after + 1 >= len(tokens) or tokens[after].lower != "to" or not _infinitive(tokens[after + 1]):
        return
    begin = _clause_start(tokens, low)
    ahead = tokens[begin:low]
    if not ahead or ahead[0].lower in grammar.CONJUNCTIONS | {"that", "it"} or any(map(grammar.is_finite, ahead)):
        return
    yield from _reported(scan, _Cue(low, verb + 1, begin, "", mention), after=verb)


def _infinitive(token: Token) -> bool:
    """Tell whether a word behind "to" can be a verb: not "were reported to | the police"."""
    closed = grammar.DETERMINERS | grammar.PRONOUNS | grammar.PREPOSITIONS
    plain = token.word and not (token.capital or token.number or token.quotation)
    return plain and token.lower not in closed and not grammar.is_person_noun(token)


def _clause_start(tokens: Sequence[Token], at: int) -> int:
    """Return where the clause begins whose verb stands at `at`: behind the last mark or conjunction."""
    low = at
    while (
        low > 0 and tokens[low - 1].word and tokens[low - 1].lower not in grammar.CONJUNCTIONS | {"and", "but", "that"}
    ):
        low -= 1
    return low


def _reported(scan: Scan, cue: _Cue, after: int = 0) -> Iterator[Attribution]:
    tokens = scan.tokens
    voice = other_voice(tokens, max(cue.begin, after))
    if voice is not None:
        scan.voices.append(voice[1])
    high = tokens[voice[0]].start if voice else len(scan.sentence.text)
    content = content_span(scan.sentence, tokens[cue.begin].start, high)
    said = scan.span(cue.mention) if cue.mention else None
    if content is not None:
        for part in parts(scan.sentence, content):
            yield Attribution(part, scan.span((cue.low, cue.high)), said, "hearsay", CONFIDENCE, medium=cue.medium)


__all__ = ["hearsay"]
