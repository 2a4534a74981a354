"""Combine the comparators' reasons into a stance, with scores for all four and a rough confidence.

It abstains. Conflicts: an explicit clash, on topic. Corroborates: an explicit agreement, or nearly every word of the
claim answered in one stretch with no name, number or people missing, no clash, no hedge. Related: enough in common.
Overlap alone never corroborates a claim of which a name, a number, a people or a predicate is missing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.domain import Claim, Form, Judgement, Polarity, Reason, Span, Stance, Target
from factcheck.stance.dates import compare_dates, compare_said
from factcheck.stance.events import set_apart
from factcheck.stance.gaps import alternatives, blocking_words
from factcheck.stance.modality import STRONGER, WEAKER, is_hedged, modality_badge
from factcheck.stance.naming import compare_names
from factcheck.stance.numbers import compare_numbers, unanswered
from factcheck.stance.pair import Pair, align, is_name, weight
from factcheck.stance.polarity import clashes_somewhere, compare_polarity, negated_words
from factcheck.stance.quoted import compare_quotations
from factcheck.stance.rulings import compare_rulings, denies_something
from factcheck.stance.shared import credit_names
from factcheck.stance.slots import Alignment, lay_side_by_side
from factcheck.stance.who import another_speaks, compare_slots, compare_speakers
from factcheck.text.words import Word

# Thresholds. Source: FEVER-symmetric dev, SICK train and Emergent tune, 2026 (see tests/quality/stance.py).
CONFLICT_FROM = 0.55
CORROBORATE_COVERAGE = 0.85
AGREED_COVERAGE = 0.7
LONG_COVERAGE = 0.6
LONG_CLAIM = 7
RELATED_COVERAGE = 0.3
RELATED_NAMED = 0.2
FEWEST_WORDS = 3
LEAST_COMPARED = 0.2
"""Share of the claim answered below which nothing is compared but rulings and quotations: it is something else."""
LONGEST_PASSAGE = 400
ONE_REASON = 0.5
TRANSLATED_COVERAGE, TRANSLATED_AGREED = 0.65, 0.5
"""Two translations of one sentence share fewer words; names, numbers and polarity are asked for all the same."""
LATER = "later than the claim"
_SAID = frozenset(["speakers", "quotations", "said on"])
_ANSWERING = frozenset(["dates", "numbers", "quotations"])


def judge(
    claim: Claim | str, passage: str, *, claim_date: date | None, passage_date: date | None, translated: bool
) -> Judgement:
    """Judge one passage; see `factcheck.stance.compare`."""
    text = claim if isinstance(claim, str) else claim.verbatim
    pair = credit_names(align(text, passage))
    alignment = lay_side_by_side(pair)
    reasons = set_apart(pair, _reasons(claim, pair, alignment, claim_date, passage_date, translated=translated))
    pair = _turned(_answered(pair, reasons))
    badges = _badges(claim, pair, alignment, claim_date, passage_date)
    against, agreed = _against(reasons), _support(reasons)
    mixed = any(one.comparator == "rulings" and one.polarity is Polarity.CONTEXT for one in reasons)
    whole = len(pair.passage.words) > LONGEST_PASSAGE  # an article quotes what it then takes apart
    other_words = list(alternatives(pair, alignment))
    reasons += other_words
    denied = denies_something(pair) or (not alignment.verbatim and clashes_somewhere(pair))
    denied = denied or any(one.comparator == "events" for one in reasons)
    blocked = (
        denied
        or unanswered(pair, reasons)
        or mixed
        or whole
        or bool(other_words)
        or another_speaks(pair, claim)
        or bool(blocking_words(pair))
        or is_hedged(pair.stretch) > is_hedged(pair.claim.words)
    )
    enough = None if blocked or WEAKER in badges or STRONGER in badges else _enough(pair, agreed, translated=translated)
    stance = _stance(pair, reasons, against, enough)
    scores = _scores(pair, against, agreed, stance, blocked=blocked)
    return Judgement(
        stance=stance,
        target=_target(claim, reasons, stance),
        scores=scores,
        confidence=scores[stance],
        reasons=tuple(sorted(reasons, key=lambda one: -one.strength)),
        missing=tuple(Span(word.start, word.end, word.text) for word in pair.missing),
        badges=badges,
        aligned=pair.aligned if pair.coverage and pair.end > pair.start else None,
    )


def _reasons(
    claim: Claim | str,
    pair: Pair,
    alignment: Alignment,
    claim_date: date | None,
    passage_date: date | None,
    *,
    translated: bool,
) -> list[Reason]:
    if len(pair.claim.content) == 0 or not pair.passage.words:
        return []
    quoted = list(compare_quotations(pair, claim, translated=translated))
    ruled = list(compare_rulings(pair, claim))
    if pair.coverage < LEAST_COMPARED:
        return [*ruled, *quoted]
    return [
        *ruled,
        *quoted,
        *compare_polarity(pair, alignment),
        *compare_numbers(pair, alignment),
        *compare_dates(pair, alignment, claim_date, passage_date),
        *compare_said(pair, claim, passage_date),
        *compare_names(pair, alignment),
        *compare_slots(pair),
        *compare_speakers(pair, claim, [span for one in quoted for span in one.passage_spans]),
    ]


def _answered(pair: Pair, reasons: list[Reason]) -> Pair:
    """Return `pair` with the words of a date or number that agrees counted as answered ("summer" beside "July")."""
    spans = [
        span
        for one in reasons
        if one.comparator in _ANSWERING and one.polarity is Polarity.SUPPORTS
        for span in one.claim_spans
    ]
    if not spans:
        return pair
    rest = tuple(word for word in pair.missing if not _inside(word, spans))
    gained = sum(weight(word) for word in (*pair.missing, *pair.near) if _inside(word, spans))
    total = sum(weight(word) for word in pair.claim.content) or 1.0
    near = tuple(word for word in pair.near if not _inside(word, spans))
    return replace(pair, missing=rest, near=near, coverage=min(1.0, pair.coverage + gained / total))


def _turned(pair: Pair) -> Pair:
    """Return `pair` with a word answered by its opposite under a negation: "disagree" beside "do not agree"."""
    turned = [one for one in pair.partners if one.kind == "opposite"]
    if not turned:
        return pair
    ours = negated_words(pair.claim.words, pair.claim.text)
    theirs = negated_words(pair.stretch, pair.passage.text)
    agreed = [one.claim for one in turned if (one.claim.start in ours) != (one.passage.start in theirs)]
    total = sum(weight(word) for word in pair.claim.content) or 1.0
    return replace(pair, coverage=min(1.0, pair.coverage + sum(weight(word) for word in agreed) / total))


def _inside(word: Word, spans: list[Span]) -> bool:
    return any(span.start <= word.start < span.end for span in spans)


def _badges(
    claim: Claim | str, pair: Pair, alignment: Alignment, claim_date: date | None, passage_date: date | None
) -> tuple[str, ...]:
    said = claim_date
    if not isinstance(claim, str) and claim.said_on is not None and claim.said_on.end is not None:
        said = claim.said_on.end
    later = (LATER,) if said is not None and passage_date is not None and passage_date > said else ()
    badge = modality_badge(pair, alignment)
    return (*((badge,) if badge else ()), *later)


def _against(reasons: list[Reason]) -> float:
    return _together(reasons, Polarity.OPPOSES)


def _support(reasons: list[Reason]) -> float:
    return _together(reasons, Polarity.SUPPORTS)


def _together(reasons: list[Reason], polarity: Polarity) -> float:
    doubt = 1.0
    for reason in reasons:
        if reason.polarity is polarity:
            doubt *= 1.0 - reason.strength
    return 1.0 - doubt


def _rebuttal(reasons: list[Reason]) -> float:
    """Return what speaks against the clashes: a ruling, or the quotation that all of them lie in."""
    ruled = [one for one in reasons if one.comparator == "rulings"]
    places = [span for one in reasons if one.polarity is Polarity.OPPOSES for span in one.claim_spans]
    quoted = [
        one
        for one in reasons
        if one.comparator == "quotations" and places and all(_within(place, one.claim_spans) for place in places)
    ]
    return _together([*ruled, *quoted], Polarity.SUPPORTS)


def _within(place: Span, spans: tuple[Span, ...]) -> bool:
    return any(span.start <= place.start and place.end <= span.end for span in spans)


def _enough(pair: Pair, agreed: float, *, translated: bool) -> float:
    """Return the coverage that corroborates, given how much is explicitly agreed."""
    if len({word.stem for word in pair.claim.content}) >= LONG_CLAIM:
        return LONG_COVERAGE
    if translated:
        return TRANSLATED_COVERAGE if agreed < ONE_REASON else TRANSLATED_AGREED
    return CORROBORATE_COVERAGE if agreed < ONE_REASON else AGREED_COVERAGE


def _stance(pair: Pair, reasons: list[Reason], against: float, enough: float | None) -> Stance:
    """Choose the stance; `enough` is the coverage that corroborates, None where no coverage would."""
    ruled = [one for one in reasons if one.comparator == "rulings"]
    if len(pair.claim.content) < FEWEST_WORDS and not ruled:
        return Stance.RELATED if pair.coverage >= RELATED_COVERAGE else Stance.UNRELATED
    elsewhere = any(one.comparator == "speakers" and one.polarity is Polarity.OPPOSES for one in reasons)
    if against >= CONFLICT_FROM and (elsewhere or against > _rebuttal(reasons) * pair.coverage):
        return Stance.CONFLICTS
    ruled_true = any(one.polarity is Polarity.SUPPORTS for one in ruled)
    if ruled_true or (enough is not None and pair.coverage >= enough and against == 0):
        return Stance.CORROBORATES
    named = any(is_name(partner.claim) for partner in pair.partners)
    floor = RELATED_NAMED if named else RELATED_COVERAGE
    return Stance.RELATED if pair.coverage >= floor or reasons else Stance.UNRELATED


def _scores(pair: Pair, against: float, agreed: float, stance: Stance, *, blocked: bool) -> dict[Stance, float]:
    """Return a score for each stance; they sum to one, and the stance chosen has the highest."""
    support = pair.coverage**2 * (0.5 if blocked else 1.0) * (1 - against) + agreed * pair.coverage * (1 - against)
    raw = {
        Stance.CORROBORATES: support,
        Stance.CONFLICTS: against * max(pair.coverage, 0.3) + 0.35 * (1 - pair.coverage) * pair.coverage,
        Stance.RELATED: 0.6 * pair.coverage,
        Stance.UNRELATED: max(0.0, 0.6 - 2 * pair.coverage) + 0.01,
    }
    highest = max(raw.values())
    raw[stance] = max(raw[stance], highest * 1.01)
    total = sum(raw.values())
    return {one: round(raw[one] / total, 4) for one in Stance}


def _target(claim: Claim | str, reasons: list[Reason], stance: Stance) -> Target:
    if isinstance(claim, str) or claim.form is Form.NONE:
        return Target.SO
    wanted = Polarity.OPPOSES if stance is Stance.CONFLICTS else Polarity.SUPPORTS
    telling = max((one for one in reasons if one.polarity is wanted), key=lambda one: one.strength, default=None)
    return Target.SAID if telling is not None and telling.comparator in _SAID else Target.SO
