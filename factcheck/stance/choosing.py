"""Choose the stance by rule, given what the comparators say; and what a judgement is about."""

from __future__ import annotations

from factcheck.domain import Claim, Form, Polarity, Reason, Stance, Target
from factcheck.stance.matrix.parts import within
from factcheck.stance.names.who import has_same_speaker
from factcheck.stance.predicates.accusers import is_told_by_claimant
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import is_name
from factcheck.stance.rulings.rulings import RATED_STRENGTH
from factcheck.stance.signs import LONG_CLAIM, together
from factcheck.text.quotations import find_quotations

# Thresholds. Source: FEVER-symmetric dev, SICK train and Emergent tune, 2026 (see tests/quality/stance.py).
CONFLICT_FROM = 0.55
CORROBORATE_COVERAGE = 0.85
AGREED_COVERAGE = 0.7
LONG_COVERAGE = 0.64
WORDED_COVERAGE = 0.75
"""Of a long claim where nothing but the words agrees. Source: at .71 a passage that left out the claim's very subject
passed for corroboration on the seed; at .72 to .78 none does."""
LEAST_TOPIC = 0.5
"""Coverage without names and numbers that corroborates at least: who and when alone say nothing of what happened."""
RELATED_COVERAGE = 0.3
RELATED_NAMED = 0.2
ONE_REASON = 0.5
TRANSLATED_COVERAGE, TRANSLATED_AGREED = 0.65, 0.5
"""Two translations of one sentence share fewer words; names, numbers and polarity are asked for all the same."""
_SAID = frozenset(["speakers", "quotations", "said on"])


def _rebuttal(reasons: list[Reason]) -> float:
    """Return what speaks against the clashes: a ruling, or the quotation that all of them lie in."""
    ruled = [one for one in reasons if one.comparator == "rulings"]
    places = [span for one in reasons if one.polarity is Polarity.OPPOSES for span in one.claim_spans]
    quoted = [
        one
        for one in reasons
        if one.comparator == "quotations"
        and places
        and all(any(within(place, span) for span in one.claim_spans) for place in places)
    ]
    return together([*ruled, *quoted], Polarity.SUPPORTS)


def enough_of(pair: Pair, agreed: float, *, translated: bool) -> float:
    """Return the coverage that corroborates, given how much is explicitly agreed."""
    if len({word.stem for word in pair.claim.content}) >= LONG_CLAIM:
        return LONG_COVERAGE if agreed else WORDED_COVERAGE
    if translated:
        return TRANSLATED_COVERAGE if agreed < ONE_REASON else TRANSLATED_AGREED
    return CORROBORATE_COVERAGE if agreed < ONE_REASON else AGREED_COVERAGE


def choose(pair: Pair, reasons: list[Reason], against: float, enough: float | None, *, slight: bool) -> Stance:
    """Choose the stance; `enough` is the coverage that corroborates, None where no coverage would.

    `slight`: the claim says too little to be compared, unless the source itself rules on it.
    """
    ruled = [one for one in reasons if one.comparator == "rulings"]
    if slight and not ruled:
        return distant(pair, slight=True)
    elsewhere = any(one.comparator == "speakers" and one.polarity is Polarity.OPPOSES for one in reasons)
    if against >= CONFLICT_FROM and (elsewhere or against > _rebuttal(reasons) * pair.coverage):
        return Stance.CONFLICTS
    ruled_true = any(
        one.polarity is Polarity.SUPPORTS and (against == 0 or one.strength >= RATED_STRENGTH) for one in ruled
    )
    told = enough is not None and pair.coverage >= enough and pair.topic >= LEAST_TOPIC
    if ruled_true or (told and against == 0):
        return Stance.CORROBORATES
    return Stance.RELATED if reasons else distant(pair, slight=False)


def distant(pair: Pair, *, slight: bool) -> Stance:
    """Choose the stance by how much of the claim is answered alone."""
    named = not slight and any(is_name(partner.claim) for partner in pair.partners)
    return Stance.RELATED if pair.coverage >= (RELATED_NAMED if named else RELATED_COVERAGE) else Stance.UNRELATED


def target_of(claim: Claim | str, pair: Pair, reasons: list[Reason], stance: Stance) -> Target:
    """Return what a judgement is about: whether it was said, or whether it is so.

    It is about the saying only where the source gives the words to a speaker. A plain text is about it where it names
    its speaker itself, and the source gives the words to the same one.
    """
    if isinstance(claim, str) or claim.form is Form.NONE:
        said = stance is Stance.CORROBORATES and (
            _gives_words(reasons) or has_same_speaker(pair) or is_told_by_claimant(pair)
        )
        return Target.SAID if said else Target.SO
    wanted = Polarity.OPPOSES if stance is Stance.CONFLICTS else Polarity.SUPPORTS
    telling = max((one for one in reasons if one.polarity is wanted), key=lambda one: one.strength, default=None)
    if telling is None or telling.comparator not in _SAID:
        return Target.SO
    if telling.comparator == "quotations" and wanted is Polarity.SUPPORTS and not _is_given(pair, telling, reasons):
        return Target.SO
    return Target.SAID


def _is_given(pair: Pair, quoted: Reason, reasons: list[Reason]) -> bool:
    """Whether the source has the quoted words as somebody's: in quotation marks, or beside their speaker."""
    if _gives_words(reasons):
        return True
    marked = find_quotations(pair.passage.text)
    return any(one.start < there.end and there.start < one.end for one in marked for there in quoted.passage_spans)


def _gives_words(reasons: list[Reason]) -> bool:
    """Whether the source gives the words to a speaker, as the claim does."""
    return any(one.comparator in ("speakers", "said on") and one.polarity is Polarity.SUPPORTS for one in reasons)
