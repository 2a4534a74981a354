"""A piece of evidence judged for a claim, and judged anew where the claim has other words: what is kept is the passage.

What a person decided of it stays theirs; see `review.binding`. A calculation is compared without the figure that was
named when it was made: which one of the new words is meant nobody has said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from factcheck.corpus.publishers import unproven_name
from factcheck.domain import BY_HAND, ERASED, Candidate, Claim, ClaimState, Evidence, Judgement, Stance
from factcheck.stance import compare
from factcheck.stance.reading.badges import AT_ODDS, NOT_IN_FILE, OWN_TEXT, TRANSLATED
from factcheck.stance.tongues import another_tongue
from factcheck.text.languages.stems import primary_language
from factcheck.text.languages.stop_words import language_by_small_words


def spoken_in_of(claim: Claim, state: ClaimState) -> str:
    """Return the language of what was said, where a quotation of the claim is a translation of it; "" else."""
    return state.original.language if state.original and claim.quotations else ""


def is_translated(claim: Claim, passage: str, *, article: str, spoken_in: str, written_in: str) -> bool:
    """Tell whether a claim and a passage have a quotation from different translations.

    `spoken_in`: see `spoken_in_of`; `written_in`: the language of the source, where it is told; `article`: the text of
    the article. Either language must be another than the article's. Of a passage that is itself in another language
    than the claim no words can be compared.
    """
    if not claim.quotations or another_tongue(claim.words, passage):
        return False
    language = language_of(article)
    told = (spoken_in, written_in if language else "")
    return any(primary_language(one) != language for one in told if one)


@lru_cache(4)
def language_of(text: str) -> str:
    """Return the language of an article, "" where its small words do not tell; kept for the texts asked for last."""
    return language_by_small_words(text)


def judgement_of(
    claim: Claim, candidate: Candidate, published: date | None, *, own: bool, translated: bool = False
) -> Judgement:
    """Compare a claim with a passage. `published`: of the article, where it is not known when the claim was said.

    `own`: it is the article's own text, which cannot bear the article out, and is only related; where it says otherwise
    (an earlier version, the minutes that the article repeats with another figure), that is a conflict like any other.
    `translated`: see `is_translated`.
    """
    source = candidate.source
    judgement = compare(
        claim,
        candidate.passage.text,
        claim_date=claim.said_on.end if claim.said_on and claim.said_on.end else published,
        passage_date=source.published,
        translated=translated,
        heading=source.title,
        self_named=unproven_name(source.publisher),
        publisher=source.publisher,
        own_word=candidate.passage.own_word,
    )
    if not own or judgement.stance is Stance.CONFLICTS:
        return judgement
    return replace(judgement, stance=Stance.RELATED, badges=(*judgement.badges, OWN_TEXT))


def judged_anew(evidence: Evidence, claim: Claim, published: date | None) -> Evidence:
    """Return a piece of evidence judged for the words that a claim has now; one whose words were erased stays so."""
    candidate = evidence.candidate
    if candidate.passage.text == ERASED:
        return evidence
    if evidence.calculation:
        from factcheck.stance.figures.calculations import judge_calculation

        return replace(evidence, judgement=judge_calculation(claim.words, evidence.calculation).judgement)
    by_hand = candidate.source.id.startswith(BY_HAND)  # compared without the day of the article, as it was brought
    own = OWN_TEXT in evidence.judgement.badges
    translated = TRANSLATED in evidence.judgement.badges
    judgement = judgement_of(claim, candidate, None if by_hand else published, own=own, translated=translated)
    if NOT_IN_FILE in evidence.judgement.badges:
        judgement = replace(judgement, badges=(*judgement.badges, NOT_IN_FILE))
    return replace(evidence, judgement=judgement)


def at_odds(evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield the evidence of a claim, with a badge where one copy of its origin speaks for it and another against it."""
    said: dict[str, set[Stance]] = {}
    for one in evidence:
        said.setdefault(one.candidate.origin, set()).add(one.judgement.stance)
    for one in evidence:
        judgement = one.judgement
        if judgement.stance in _SIDES and said[one.candidate.origin].issuperset(_SIDES):
            judgement = replace(judgement, badges=(*judgement.badges, AT_ODDS))
        yield replace(one, judgement=judgement)


_SIDES = (Stance.CORROBORATES, Stance.CONFLICTS)
