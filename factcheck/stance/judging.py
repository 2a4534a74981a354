"""Combine the comparators' reasons into a stance, with scores for all four and a rough confidence.

It abstains. Conflicts: an explicit clash, on topic. Corroborates: an explicit agreement, or nearly every word of the
claim answered in one stretch with no name, number or people missing, no clash, no hedge. Related: enough in common.
Overlap alone never corroborates a claim of which a name, a number, a people or a predicate is missing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from factcheck.domain import LATER, WORD_FOR_WORD, Claim, Judgement, Polarity, Reason, Stance
from factcheck.stance.alike.chance import is_worded_by_chance, without_chance
from factcheck.stance.alike.crediting import ANSWERING, credit_opposites, credit_values, not_told, unsettled
from factcheck.stance.alike.events import denied_of_another, set_apart
from factcheck.stance.alike.measured import credit_measured, without_measures
from factcheck.stance.alike.own_sentence import passage_of_its_own
from factcheck.stance.alike.rated_values import ruled_on_another
from factcheck.stance.alike.swapped import counted_of_another
from factcheck.stance.alike.translated import compare_translated
from factcheck.stance.bound import bound_to_clauses
from factcheck.stance.choosing import choose, distant, enough_of, target_of
from factcheck.stance.dates.dates import compare_dates, compare_days
from factcheck.stance.dates.durations import compare_durations
from factcheck.stance.dates.said_on import compare_said
from factcheck.stance.dates.times import compare_times
from factcheck.stance.figures.bearer import keep_to_bearer
from factcheck.stance.figures.claimants import compare_claimants
from factcheck.stance.figures.frames import about
from factcheck.stance.figures.lacking import lacking
from factcheck.stance.figures.numbers import compare_numbers
from factcheck.stance.figures.ranks import compare_ranks
from factcheck.stance.figures.results import compare_results
from factcheck.stance.figures.shares import compare_shares
from factcheck.stance.ledger import hold_back
from factcheck.stance.matrix.gaps import alternatives
from factcheck.stance.matrix.parts import without_aside
from factcheck.stance.names.clefts import compare_clefts
from factcheck.stance.names.namesakes import compare_offices, with_offices_missing
from factcheck.stance.names.naming import compare_names, compare_spellings
from factcheck.stance.names.numerals import settle_numerals
from factcheck.stance.names.places import compare_places
from factcheck.stance.names.pronouns import in_place, with_antecedent
from factcheck.stance.names.roles import compare_roles, settle_roles
from factcheck.stance.names.same_role import compare_same_role
from factcheck.stance.names.seats import compare_seats
from factcheck.stance.names.shared import compare_heading, credit_names, speaks_of_nobody
from factcheck.stance.names.subject import compare_subject, keep_to_subject
from factcheck.stance.names.together import told_in_one_place
from factcheck.stance.names.who import compare_slots, compare_speakers
from factcheck.stance.objections import settle
from factcheck.stance.predicates.accusers import claimants_of, compare_accusers
from factcheck.stance.predicates.allegations import compare_allegations
from factcheck.stance.predicates.deaths import compare_deaths
from factcheck.stance.predicates.factuality import compare_factuality
from factcheck.stance.predicates.hearsay import compare_doers, compare_hearsay
from factcheck.stance.predicates.modality import STRONGER, WEAKER, modality_degree
from factcheck.stance.predicates.other_side import credit_other_side
from factcheck.stance.predicates.polarity import compare_polarity
from factcheck.stance.predicates.prepositions import compare_prepositions
from factcheck.stance.predicates.quashed import compare_quashed
from factcheck.stance.predicates.refusals import heed_refusals
from factcheck.stance.predicates.strength import degree_beside, tell_degree
from factcheck.stance.quotations.quoted import compare_quotations, quotations_of
from factcheck.stance.quotations.quoted_parts import keep_to_parts
from factcheck.stance.reading.badges import TRANSLATED
from factcheck.stance.reading.pair import Pair, align
from factcheck.stance.reading.slots import Alignment, lay_side_by_side
from factcheck.stance.rulings.reviewed import stands_in_review
from factcheck.stance.rulings.rulings import RATED_STRENGTH, compare_rulings
from factcheck.stance.scoring import Signs, certain, flattened, scores_of
from factcheck.stance.signs import LONGEST_PASSAGE, signs_beside, signs_of, together
from factcheck.stance.slight import is_copied, is_slight, says_nothing
from factcheck.stance.telling import told_plainly
from factcheck.stance.tongues import compare_shared, incomparable
from factcheck.stance.two_voices import told_by_each
from factcheck.stance.wording import as_scores, worded_alike

LEAST_COMPARED = 0.4
"""Share of the claim answered, with names and numbers and without, below which nothing is compared but rulings and
quotations: it is something else.

Source: of 12,600 judgements on the stance sets, the seed and planted edits that took a side without either, none was of
a passage that answers less than .5 (measured 2026-12); what was compared below showed names spelt otherwise.
"""
CLOSE_SHARE_OF_NOBODY = 0.8
"""Share of its words in order from which a passage says what a claim says that names and counts nothing ("It failed
them"). Source: suggestions on news, read 2026-11."""
_VALUES = ANSWERING | {"said on"}


@dataclass(frozen=True, slots=True)
class Look:
    """What the comparators make of a claim and a passage, before it is put into a judgement."""

    pair: Pair
    reasons: list[Reason]
    badges: tuple[str, ...]
    stance: Stance
    signs: Signs
    foreign: bool = False


def judge(
    claim: Claim | str,
    passage: str,
    *,
    claim_date: date | None,
    passage_date: date | None,
    translated: bool,
    heading: str,
) -> Judgement:
    """Judge one passage, each ruling and each voice in it heard for itself; see `factcheck.stance.compare`."""
    words = claim if isinstance(claim, str) else claim.verbatim

    def judged(wording: str, text: str) -> Judgement:
        asked = wording if isinstance(claim, str) else replace(claim, verbatim=wording)
        look = look_at(
            asked, text, claim_date=claim_date, passage_date=passage_date, translated=translated, heading=heading
        )
        return _judged(asked, look, passage_date, translated=translated)

    whole = judged(words, passage)
    if whole.stance is Stance.UNRELATED:
        return whole  # what has so little of the claim neither rules on it nor tells it in two voices
    return told_by_each(bound_to_clauses(whole, words, passage, judged), words, passage, judged)


def _judged(claim: Claim | str, look: Look, passage_date: date | None, *, translated: bool) -> Judgement:
    """Return the judgement that a look at a passage gives."""
    pair, stance = look.pair, look.stance
    rated = any(one.comparator == "rulings" and one.strength >= RATED_STRENGTH for one in look.reasons)
    scores = (
        certain(stance, RATED_STRENGTH)
        if rated
        else flattened(stance, look.signs)
        if is_slight(pair) or says_nothing(pair) or look.foreign
        else scores_of(look.signs)
    )
    return Judgement(
        stance=stance,
        target=target_of(claim, pair, look.reasons, stance),
        scores=scores,
        confidence=scores[stance],
        reasons=told_plainly(pair, sorted(look.reasons, key=lambda one: -one.strength)),
        missing=lacking(with_offices_missing(pair)),
        badges=(TRANSLATED, *look.badges) if translated and quotations_of(claim) else look.badges,
        aligned=pair.aligned if pair.coverage and pair.end > pair.start else None,
        about=() if _is_distant(pair) else about(pair, passage_date),
    )


def look_at(
    claim: Claim | str,
    passage: str,
    *,
    claim_date: date | None = None,
    passage_date: date | None = None,
    translated: bool = False,
    heading: str = "",
) -> Look:
    """Run every comparator, and choose the stance by rule.

    Where a value differs and the passage has too little of the claim to tell of the same event, or what it is silent
    on is only what the claim says by the way, the claim is looked at once more without that.
    """
    words = claim if isinstance(claim, str) else claim.verbatim
    look = _look(words, claim, passage, (claim_date, passage_date), translated=translated, heading=heading)
    look = _in_its_own_sentence(look, claim, (claim_date, passage_date), translated=translated, heading=heading)
    look = _by_pronoun(look, claim, (claim_date, passage_date), translated=translated, heading=heading)
    main = without_aside(words)
    if main == words or look.stance is not Stance.RELATED:
        return look
    if any(one.comparator == "events" for one in look.reasons) or _is_silent_on_aside(look.pair, main):
        told = _look(main, claim, passage, (claim_date, passage_date), translated=translated, heading=heading)
        if told.stance is Stance.CONFLICTS:
            return replace(told, pair=look.pair)
    return look


def _in_its_own_sentence(
    look: Look, claim: Claim | str, days: tuple[date | None, date | None], *, translated: bool, heading: str
) -> Look:
    """Look once more at the one sentence that tells of what the claim names, where only another name clashes.

    "The Skei mine produced 40,000 tonnes. The Torvik mine produced 22,000." Where that sentence leaves it open, the
    other name is what there is to see, and no conflict.
    """
    against = [one for one in look.reasons if one.polarity is Polarity.OPPOSES]
    if look.stance is not Stance.CONFLICTS or any(one.comparator != "names" for one in against):
        return look
    alone = passage_of_its_own(look.pair, against)
    if alone is None:
        return look
    words = look.pair.claim.text
    told = _look(words, claim, alone, days, translated=translated, heading=heading)
    if told.stance in (Stance.CONFLICTS, Stance.CORROBORATES):
        return told
    reasons = [replace(one, polarity=Polarity.CONTEXT) if one in against else one for one in look.reasons]
    return replace(look, reasons=reasons, stance=Stance.RELATED)


def _by_pronoun(
    look: Look, claim: Claim | str, days: tuple[date | None, date | None], *, translated: bool, heading: str
) -> Look:
    """Look once more at a sentence that tells of the claim's subject by a pronoun, where the rest leaves it open."""
    open_ = look.stance in (Stance.RELATED, Stance.UNRELATED)
    alone = with_antecedent(look.pair) if open_ and not look.foreign else None
    if alone is None:
        return look
    told = _look(look.pair.claim.text, claim, alone, days, translated=translated, heading=heading)
    if told.stance not in (Stance.CONFLICTS, Stance.CORROBORATES):
        return look
    pair = replace(told.pair, passage=look.pair.passage)
    return replace(told, pair=pair, reasons=in_place(told.reasons, pair.passage.text))


def _is_silent_on_aside(pair: Pair, main: str) -> bool:
    """Whether all words that have no partner, figures and dates apart, stand in what the claim says by the way.

    `main`: the claim with that blanked out.
    """
    silent = [word for word in (*pair.missing, *pair.near) if not word.is_number]
    return bool(silent) and all(main[word.start : word.end].isspace() for word in silent)


def _look(
    words: str,
    claim: Claim | str,
    passage: str,
    days: tuple[date | None, date | None],
    *,
    translated: bool,
    heading: str,
) -> Look:
    pair = credit_other_side(credit_names(align(words, passage, heading)))
    claimants = claimants_of(claim, words)
    if claimants:
        pair = replace(pair, claimants=claimants)
    tongue = incomparable(pair, translated=translated)
    if tongue:
        return _foreign(claim, pair, tongue, days)
    of_all = _told_of_all(claim, pair, translated=translated)
    if _is_distant(pair) and not of_all:
        return _beside(claim, pair, days)
    alignment = lay_side_by_side(pair)
    reasons = _reasons(claim, pair, alignment, days, of_all)
    if len(pair.passage.words) > LONGEST_PASSAGE:
        reasons = [one for one in reasons if one.comparator == "rulings" or one.polarity is not Polarity.OPPOSES]
    reasons = settle_numerals(pair, alignment, reasons)
    if reasons:  # most passages give none
        reasons = hold_back(settle_roles(pair, set_apart(pair, alignment, without_chance(pair, reasons), days)))
    reasons = keep_to_subject(reasons, compare_subject(pair, claim, alignment))
    reasons = keep_to_parts(keep_to_bearer(pair, alignment, reasons))
    pair = credit_measured(credit_opposites(credit_values(pair, reasons)), reasons)
    modality = modality_degree(pair, alignment)
    degree = modality if modality.badge else degree_beside(pair, alignment, reasons)
    badges = (*((degree.badge,) if degree.badge else ()), *_later(claim, days))
    other_words = without_measures(pair, unsettled(alternatives(pair, alignment), reasons), reasons)
    reasons = counted_of_another(
        pair, ruled_on_another(pair, denied_of_another(pair, reasons, other_words)), other_words
    )
    signs = signs_of(claim, pair, alignment, reasons, other_words)
    weaker = modality.badge in (WEAKER, STRONGER)
    agreed = any(map(_agrees, reasons)) or any(one.kind == "turned" for one in pair.partners)
    quoted = any(one.comparator == "quotations" and one.polarity is Polarity.SUPPORTS for one in reasons)
    free = not (signs.blocked or weaker)
    told = free and (quoted or told_in_one_place(pair, alignment, agreed=agreed))
    valued = any(_agrees(one) and one.comparator != "dates" for one in reasons)
    told = told and not is_worded_by_chance(pair, alignment, agreed=signs.agreed > 0, valued=valued)
    enough = enough_of(pair, signs.agreed, translated=translated) if told else None
    nobody = alignment.share < CLOSE_SHARE_OF_NOBODY and speaks_of_nobody(pair) and not quoted
    slight = (nobody or is_slight(pair)) and not is_copied(pair)
    stance = choose(pair, reasons, signs.against, enough, slight=slight)
    settled, reasons, objected = settle(stance, pair, alignment, reasons, claim_date=days[0], translated=translated)
    if settled is not stance:
        against = together(reasons, Polarity.OPPOSES)
        stance, badges, signs = (
            settled,
            tuple(dict.fromkeys((*objected, *badges))),
            signs._replace(blocked=1.0, against=against),
        )
    if stance is Stance.CORROBORATES and not any(map(_bears_out, reasons)):
        reasons = [*reasons, worded_alike(pair)]
    reasons = [*reasons, *not_told(other_words, reasons), *tell_degree(degree, reasons)]
    return Look(pair, as_scores(pair, reasons), badges, stance, signs.chosen(stance))


def _foreign(claim: Claim | str, pair: Pair, tongue: str, days: tuple[date | None, date | None]) -> Look:
    """Return what there is to see where the texts are in two languages: what both name, count and date, no more."""
    reasons = list(compare_shared(pair, *days))
    stance = Stance.RELATED if reasons else Stance.UNRELATED
    signs = signs_of(claim, pair, lay_side_by_side(pair), reasons, [])
    return Look(pair, reasons, (tongue, *_later(claim, days)), stance, signs.chosen(stance), foreign=True)


def _beside(claim: Claim | str, pair: Pair, days: tuple[date | None, date | None]) -> Look:
    """Return what there is to say of a passage that answers too little of the claim to be compared."""
    stance = distant(pair, slight=is_slight(pair))
    return Look(pair, [], _later(claim, days), stance, signs_beside(pair))


def _bears_out(reason: Reason) -> bool:
    """Whether a reason says by itself what bears the claim out; that both negate a word leaves the rest untold."""
    return reason.polarity is Polarity.SUPPORTS and reason.comparator != "polarity"


def _agrees(reason: Reason) -> bool:
    """Whether the reason is that a value of the claim stands in the source, and not only words."""
    told = bool(reason.passage_spans)  # that the source was published in the claim's year says nothing
    return told and reason.polarity is Polarity.SUPPORTS and reason.comparator in _VALUES


def _told_of_all(claim: Claim | str, pair: Pair, *, translated: bool) -> list[Reason]:
    """Return what is asked of every passage, however little of the claim it answers: rulings and quotations."""
    if _is_silent(pair):
        return []
    quoted = list(compare_quotations(pair, claim, translated=translated))
    altered = any(one.polarity is Polarity.OPPOSES for one in quoted)
    apart = list(compare_translated(pair, claim, quotations_of(claim))) if translated and not altered else []
    if apart:  # nearly the same words, and something else is said with them
        quoted = [one for one in quoted if one.strength >= WORD_FOR_WORD]
    return [*compare_rulings(pair, claim), *quoted, *apart]


def _is_distant(pair: Pair) -> bool:
    """Whether a passage answers too little of the claim, its values left out or not, to be compared."""
    return max(pair.coverage, pair.topic) < LEAST_COMPARED


def _is_silent(pair: Pair) -> bool:
    """Whether there is nothing to compare, or what answers the claim is no word of the source's."""
    return len(pair.claim.content) == 0 or not pair.passage.words or stands_in_review(pair)


def _reasons(
    claim: Claim | str, pair: Pair, alignment: Alignment, days: tuple[date | None, date | None], of_all: list[Reason]
) -> list[Reason]:
    """Return what all comparators say; `of_all`: what is asked of every passage."""
    if _is_distant(pair) or _is_silent(pair):
        return of_all
    claim_date, passage_date = days
    earlier = claim_date is not None and passage_date is not None and passage_date < claim_date
    quoted = [span for one in of_all if one.comparator == "quotations" for span in one.passage_spans]
    return [
        *of_all,
        *heed_refusals(pair, list(compare_polarity(pair, alignment, earlier=earlier))),
        *compare_numbers(pair, alignment, claim_date, passage_date),
        *compare_claimants(pair, claim),
        *compare_shares(pair),
        *compare_results(pair, alignment),
        *compare_ranks(pair),
        *compare_dates(pair, alignment, claim_date, passage_date),
        *compare_days(pair, alignment, claim_date, passage_date),
        *compare_times(pair, alignment),
        *compare_durations(pair, passage_date),
        *compare_said(pair, claim, passage_date),
        *_compare_named(pair, alignment),
        *compare_seats(pair),
        *compare_spellings(pair),
        *compare_clefts(pair),
        *compare_slots(pair, alignment),
        *compare_roles(pair),
        *compare_factuality(pair),
        *compare_hearsay(pair),
        *compare_doers(pair),
        *(list(compare_allegations(pair, claim)) or compare_accusers(pair)),
        *compare_quashed(pair),
        *compare_deaths(pair),
        *compare_prepositions(pair, alignment),
        *compare_heading(pair),
        *compare_speakers(pair, claim, quoted),
    ]


def _compare_named(pair: Pair, alignment: Alignment) -> list[Reason]:
    """Return what the names say, place by place; only where they are silent, by what is done by whom and where."""
    told = [*compare_names(pair, alignment), *compare_places(pair, alignment)] or [*compare_offices(pair)]
    return told or [*compare_same_role(pair)]


def _later(claim: Claim | str, days: tuple[date | None, date | None]) -> tuple[str, ...]:
    """Return the badge of a source that was released after the statement."""
    said, released = days
    if not isinstance(claim, str) and claim.said_on is not None and claim.said_on.end is not None:
        said = claim.said_on.end
    return (LATER,) if said is not None and released is not None and released > said else ()
