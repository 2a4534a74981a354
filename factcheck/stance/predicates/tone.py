"""The tone of a passage, and what of the claim it is silent about: signs for the trained scores.

A cue (`factcheck.stance.predicates.cues`) counts where the passage has it and the claim has not.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.stance.predicates.cues import KINDS, kinds_told
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import is_name, read

SILENCES = (
    *("names missing", "numbers missing", "words missing", "last word missing"),
    *("nearby", "by synonyms", "by opposites", "claim length"),
)
_LONG = 10  # content words of a claim that says a lot


def tone(pair: Pair) -> dict[str, float]:
    """Return for each kind of cue whether the stretch has it and the claim has not, 0 or 1."""
    told = kinds_told(pair.stretch, pair.passage.text[pair.start : pair.end]) - _kinds_of_claim(pair.claim.text)
    return {kind: float(kind in told) for kind in KINDS}


@lru_cache(512)
def _kinds_of_claim(claim: str) -> frozenset[str]:
    """Return the kinds of cues of a claim; kept for the claims used last, since a claim meets many passages."""
    return kinds_told(read(claim).words, claim)


def silence(pair: Pair) -> dict[str, float]:
    """Return what kinds of the claim's words found no partner, and how the others found theirs, each 0..1."""
    content = pair.claim.content
    total = len(content) or 1
    names, numbers = sum(map(is_name, pair.missing)), sum([word.is_number for word in pair.missing])
    kinds = [one.kind for one in pair.partners]
    values = (
        names > 0,
        numbers > 0,
        names + numbers < len(pair.missing),
        bool(pair.missing) and pair.missing[-1].start == content[-1].start,
        min(1.0, len(pair.near) / total),
        min(1.0, kinds.count("synonym") / total),
        "opposite" in kinds,
        min(1.0, len(content) / _LONG),
    )
    return dict(zip(SILENCES, map(float, values), strict=True))
