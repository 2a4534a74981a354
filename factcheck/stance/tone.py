"""The tone of a passage: words by which it keeps a distance from what it reports, or stands behind it.

Kinds: *false* (fake, hoax), *deny* (denies, rejects), *doubt* (unclear, unverified), *hedge* (reportedly, may),
*report* (according to, says), *confirm* (confirmed, official), *but* (however, despite). They point nowhere by
themselves: they are signs for the trained scores, counted where the passage has them and the claim has not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.stance.pair import Pair, is_name, read
from factcheck.text.words import Word

_KINDS = {
    "false": "fake fakes faked hoax hoaxes false falsely untrue bogus fabricated myth debunked debunks satire "
    "satirical photoshopped prank fictional incorrect inaccurate wrong wrongly mistaken mistakenly "
    "misleading baseless unfounded nonsense retracted retracts lie lied lying disproved discredited "
    "refuted refutes refute dismissed dismisses dismiss exaggerated",
    "deny": "deny denies denied denying denial reject rejects rejected dispute disputes disputed contradicts "
    "contradicted isn't wasn't aren't weren't didn't doesn't don't hasn't haven't won't not no never",
    "doubt": "doubt doubts doubtful sceptical skeptical question questions questioned questionable unclear "
    "unverified unconfirmed unlikely dubious suspicious independently authenticity verify",
    "hedge": "alleged allegedly alleges allegation reported reportedly apparent apparently supposed supposedly "
    "purported purportedly rumor rumors rumour rumours rumored rumoured claim claims claimed claiming "
    "speculation may might could possible possibly perhaps believed suspected suggest suggests suggested "
    "appears appear seems likely potential potentially",
    "report": "according report reports reporting source sources said says told tells tweet tweets tweeted posted "
    "statement spokesman spokeswoman interview cited citing wrote added",
    "confirm": "confirm confirms confirmed confirmation announce announces announced reveal reveals revealed "
    "verified verifies official officials officially proof proves proved admits admitted acknowledged "
    "indeed fact evidence",
    "but": "but however although though despite yet actually instead while whereas nevertheless except",
}
KINDS = (*_KINDS, "asking", "quoting")
SILENCES = (
    *("names missing", "numbers missing", "words missing", "last word missing"),
    *("nearby", "by synonyms", "by opposites", "claim length"),
)
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_QUOTES = frozenset("“”\"‘'")
_LONG = 10  # content words of a claim that says a lot


def tone(pair: Pair) -> dict[str, float]:
    """Return for each kind whether the stretch has it and the claim has not, 0 or 1."""
    ours = _kinds(pair.claim.text)
    theirs = _found(pair.aligned.text, pair.stretch)
    return {kind: float(kind in theirs and kind not in ours) for kind in KINDS}


@lru_cache(512)
def _kinds(claim: str) -> frozenset[str]:
    """Return the kinds of a claim; kept for the claims used last, since a claim meets many passages."""
    return frozenset(_found(claim, read(claim).words))


def _found(text: str, words: Sequence[Word]) -> set[str]:
    found = {_KIND_OF[word.folded] for word in words if word.folded in _KIND_OF}
    if "?" in text:
        found.add("asking")
    if any(text[at] in _QUOTES and (not at or text[at - 1] == " ") for at in _marks(text)):
        found.add("quoting")
    return found


def _marks(text: str) -> list[int]:
    return [at for at, one in enumerate(text) if one in _QUOTES] if not _QUOTES.isdisjoint(text) else []


def silence(pair: Pair) -> dict[str, float]:
    """Return what kinds of the claim's words found no partner, and how the others found theirs, each 0..1."""
    content = pair.claim.content
    total = len(content) or 1
    names = any(is_name(word) for word in pair.missing)
    numbers = any(word.is_number for word in pair.missing)
    kinds = [one.kind for one in pair.partners]
    values = (
        names,
        numbers,
        any(not (is_name(word) or word.is_number) for word in pair.missing),
        bool(pair.missing) and pair.missing[-1].start == content[-1].start,
        min(1.0, len(pair.near) / total),
        min(1.0, kinds.count("synonym") / total),
        "opposite" in kinds,
        min(1.0, len(content) / _LONG),
    )
    return dict(zip(SILENCES, map(float, values), strict=True))
