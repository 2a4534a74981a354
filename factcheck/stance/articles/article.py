"""A whole article beside a claim: its stance, by its best passages and a small trained combiner.

Unlike a passage, an article always gets the likeliest of the four stances. A page's own ruling on the claim goes before
everything. The reasons are those of the passage that answers the claim and says what the article says; where none does,
a reason names the words that the combiner went by. `conflicts` is far less certain than a passage's (F1 .37,
cross-validated): it is where to look, not what to conclude.

Source: the task of the Fake News Challenge 2017.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.domain import Claim, Facet, Judgement, Polarity, Reason, Span, Stance
from factcheck.stance.articles.combining import NEWS, Opinion, combiner, kind_of, opinion
from factcheck.stance.articles.features import (
    LEAD_SENTENCES,
    Article,
    best_places,
    read_article,
    sentence_shares,
    window,
)
from factcheck.stance.articles.figures import figures_lacking
from factcheck.stance.corrections import only_related
from factcheck.stance.judging import judge
from factcheck.stance.predicates.markers import NOT_MEANT
from factcheck.stance.reading.pair import LONGEST_CLAIM, align
from factcheck.stance.reading.texts import Text, read
from factcheck.stance.rulings.reviewed import ruled_on
from factcheck.stance.rulings.rulings import RATED_STRENGTH
from factcheck.stance.slight import FEWEST_WORDS
from factcheck.stance.tongues import another_tongue
from factcheck.text.rulings import rating_in
from factcheck.text.tables.rows import is_table_text

ARTICLE = "article"
"""The comparator of what is told of an article as a whole."""
WORDING_STRENGTH = 0.3
"""Of the reason that an article is worded so: a guess, and the least of all strengths that point."""
CUT = "only the start of the article was read"
ALONE = "one passage by itself"
NOWHERE, NOT_READ = "the article has nowhere", "what was read of the article has nowhere"
LONGEST = 200_000
"""Characters of an article that are read; a longer text is a book."""
_UNSURE = 0.2
"""How much of a score is left where the claim says too little, or too much, to be sure of anything."""
_LATIN = 0x250  # letters below are Latin
_DIGIT = re.compile(r"\d")
"""In a run of words every figure is a 0, which stands nowhere."""
_UNDONE = tuple(f"the source has it as {kind}" for kind in sorted(NOT_MEANT))
_MEANS = {Stance.CORROBORATES: ("supports", Polarity.SUPPORTS), Stance.CONFLICTS: ("disputes", Polarity.OPPOSES)}


def judge_article(
    claim: Claim | str,
    text: str,
    *,
    claim_date: date | None = None,
    article_date: date | None = None,
    translated: bool = False,
) -> Judgement:
    """Judge a whole article; see `factcheck.stance.compare_article`."""
    if len(text) > LONGEST:
        start = judge_article(
            claim, text[:LONGEST], claim_date=claim_date, article_date=article_date, translated=translated
        )
        return _of_what_was_read(start)
    asked, article = read(claim if isinstance(claim, str) else claim.verbatim), read_article(text)
    empty = not asked.content or not article.sentences
    rating = None if empty else rating_in(text)
    if empty or rating:
        whole = judge(claim, text, claim_date=claim_date, passage_date=article_date, translated=translated, heading="")
        if empty or any(one.comparator == "rulings" and one.strength >= RATED_STRENGTH for one in whole.reasons):
            return whole
    passages = _passages(claim, article, (claim_date, article_date), translated=translated)
    if _is_odd(asked, article):
        return _unsure(passages[0])
    found = _heeding_lead(article, passages, opinion(asked, article))
    lacking = figures_lacking(asked, article.whole) if found.stance is Stance.CORROBORATES else ()
    if lacking and not any(one.stance is Stance.CORROBORATES for one in passages):
        found = _exchanged(found, Stance.CORROBORATES, Stance.RELATED)
        passages = [replace(passages[0], reasons=(_nowhere(lacking), *passages[0].reasons)), *passages[1:]]
    told = _told(article, passages, found)
    borne_out = told.stance not in _MEANS or any(one.stance is told.stance for one in passages)
    if rating is None or borne_out or ruled_on(align(asked.text, text), rating) is not None:
        return told
    return only_related(told, _rules_on_another(rating))


def without_guess(judgement: Judgement) -> Judgement:
    """Return the judgement of an article as a suggestion for a person: what its passages say, not how it is worded.

    Where a passage by itself takes a side and none takes the other, that is the side, and its score and that of the
    article's stance are exchanged; where its wording alone takes one, it is `related`, and its scores stay.
    """
    alone = next((one for one in judgement.reasons if one.comparator == ARTICLE and ALONE in one.message), None)
    if alone is not None and alone.polarity is not Polarity.CONTEXT:
        (told,) = (stance for stance, (_, polarity) in _MEANS.items() if polarity is alone.polarity)
        swapped = {**judgement.scores, told: judgement.confidence, judgement.stance: judgement.scores[told]}
        return replace(judgement, stance=told, scores=swapped, confidence=judgement.confidence)
    sided = _MEANS.get(judgement.stance)
    if sided is None or any(one.polarity is sided[1] and one.comparator != ARTICLE for one in judgement.reasons):
        return judgement
    reasons = tuple(
        replace(one, polarity=Polarity.CONTEXT) if one.comparator == ARTICLE else one for one in judgement.reasons
    )
    scores = judgement.scores
    return replace(judgement, stance=Stance.RELATED, confidence=scores[Stance.RELATED], reasons=reasons)


def _passages(
    claim: Claim | str, article: Article, days: tuple[date | None, date | None], *, translated: bool
) -> list[Judgement]:
    """Return the judgements of the passages that answer most of the claim, best first; places count in the article."""
    asked = read(claim if isinstance(claim, str) else claim.verbatim)
    judged = []
    for at in best_places(sentence_shares(asked, article, combiner().rarity)):
        start, end = window(article, at)
        passage = article.whole.text[start:end]
        one = judge(claim, passage, claim_date=days[0], passage_date=days[1], translated=translated, heading="")
        judged.append(_moved(one, start))
    return judged


def _heeding_lead(article: Article, passages: Sequence[Judgement], found: Opinion) -> Opinion:
    """Return the opinion, `conflicts` where the head of a news article denies the claim or has its opposite.

    "Council rejects ban" is worded like any news of the ban, and the weights go by the wording. Where its head says no
    more than that a ban was not made ("voted against a ban"), it does not corroborate one. Where a passage bears the
    claim out, the weights decide.
    """
    likeliest = found.stance
    if likeliest in (Stance.UNRELATED, Stance.CONFLICTS) or kind_of(article) != NEWS:
        return found
    lead = article.whole.sentences[:LEAD_SENTENCES][-1][1]
    heads = [one for one in passages if one.aligned is not None and one.aligned.start < lead]
    if any(one.stance is Stance.CORROBORATES for one in passages):
        return found
    if any(_is_denied(one) for one in heads):
        return _exchanged(found, likeliest, Stance.CONFLICTS)
    if likeliest is Stance.CORROBORATES and any(_is_undone(one) for one in heads):
        return _exchanged(found, likeliest, Stance.RELATED)
    return found


def _nowhere(figures: Sequence[Span]) -> Reason:
    """Return the reason that an article has a figure of the claim nowhere, so that no wording of it bears that out."""
    return Reason(
        comparator=ARTICLE,
        facet=Facet.HOW_MANY,
        polarity=Polarity.CONTEXT,
        strength=RATED_STRENGTH,
        message=f"{NOWHERE} {', '.join(f'“{one.text}”' for one in figures)}",
        claim_spans=tuple(figures),
    )


def _of_what_was_read(start: Judgement) -> Judgement:
    """Return the judgement of the start of an article: what is missing there can stand in the rest."""
    reasons = tuple(
        replace(one, message=one.message.replace(NOWHERE, NOT_READ, 1)) if one.comparator == ARTICLE else one
        for one in start.reasons
    )
    told = replace(start, reasons=reasons, badges=(*start.badges, CUT))
    return _unsure(told) if start.stance is Stance.UNRELATED else told


def _exchanged(found: Opinion, one: Stance, other: Stance) -> Opinion:
    return replace(found, scores={**found.scores, one: found.scores[other], other: found.scores[one]})


def _is_denied(passage: Judgement) -> bool:
    """Whether a passage conflicts, and by nothing but what it denies or says the opposite of.

    Source: such a passage at the head of a related article of FNC-1 train, 2026-11: 7 of 9 disagree, where of all
    related ones 11 in 100 do; of clashes of numbers, names and dates 1 in 10.
    """
    against = {one.comparator for one in passage.reasons if one.polarity is Polarity.OPPOSES}
    return passage.stance is Stance.CONFLICTS and against == {"polarity"}


def _is_undone(passage: Judgement) -> bool:
    """Whether a passage has what the claim says as put off, called off, turned down or no more than a threat."""
    return any(one.comparator == "modality" and one.message.startswith(_UNDONE) for one in passage.reasons)


def _told(article: Article, passages: Sequence[Judgement], found: Opinion) -> Judgement:
    """Return the judgement: the combiner's stance, with the reasons of the passage that says the same."""
    pointing = [one for one in passages if one.stance in _MEANS]
    same = [one for one in pointing if one.stance is found.stance]
    shown = (same or pointing or [one for one in passages if one.stance is found.stance] or passages)[0]
    reasons = shown.reasons
    if pointing and not same:
        agree = all(one.stance is shown.stance for one in pointing)
        reasons = (_by_itself(found, shown, agree=agree), *reasons)
    elif found.stance in _MEANS and shown.stance is not found.stance:
        reasons = (*reasons, _worded(found, shown.aligned))
    there = article.stems
    return replace(
        shown,
        stance=found.stance,
        scores=found.scores,
        confidence=found.scores[found.stance],
        reasons=reasons,
        missing=tuple(one for one in shown.missing if not all(word.stem in there for word in read(one.text).words)),
    )


def _by_itself(found: Opinion, passage: Judgement, *, agree: bool) -> Reason:
    """Return the reason that a passage points somewhere which the article as a whole does not: it has to be read.

    `agree`: no other passage points elsewhere.
    """
    stance, (_, polarity) = str(passage.stance), _MEANS[passage.stance]
    there = (passage.aligned,) if passage.aligned is not None else ()
    words = f": “{passage.aligned.text}”" if passage.aligned is not None else ""
    return Reason(
        comparator=ARTICLE,
        facet=Facet.WHAT,
        polarity=polarity if agree else Polarity.CONTEXT,
        strength=passage.confidence,
        message=f"{ALONE} {stance}, though the article as a whole reads as {found.stance}{words}",
        passage_spans=there,
    )


def _rules_on_another(rating: Span) -> Reason:
    return Reason(
        comparator=ARTICLE,
        facet=Facet.WHAT,
        polarity=Polarity.CONTEXT,
        strength=WORDING_STRENGTH,
        message=f"the page rules on another statement (“{rating.text}”)",
        passage_spans=(rating,),
    )


def _worded(found: Opinion, place: Span | None) -> Reason:
    verb, polarity = _MEANS[found.stance]
    runs = dict.fromkeys(run.partition(":")[2].strip("^$ ") for run in found.telling)
    words = ", ".join(f"“{run}”" for run in runs if read(run).content and not _DIGIT.search(run))
    message = f"no passage says so by itself; the article as a whole is worded like one that {verb} what it reports"
    return Reason(
        comparator=ARTICLE,
        facet=Facet.WHAT,
        polarity=polarity,
        strength=WORDING_STRENGTH,
        message=f"{message} ({words})" if words else message,
        passage_spans=(place,) if place is not None else (),
    )


def _moved(judgement: Judgement, by: int) -> Judgement:
    """Return the judgement of a passage with its places counted in the article that it starts at `by` in."""
    return replace(
        judgement,
        reasons=tuple(
            replace(one, passage_spans=tuple(_shift(span, by) for span in one.passage_spans))
            for one in judgement.reasons
        ),
        aligned=_shift(judgement.aligned, by) if judgement.aligned is not None else None,
    )


def _shift(span: Span, by: int) -> Span:
    return replace(span, start=span.start + by, end=span.end + by)


def _is_odd(claim: Text, article: Article) -> bool:
    """Whether the weights know nothing of such a pair: a word or two, a book, figures, other letters, a table."""
    telling = [word for word in claim.content if not word.is_number]
    return (
        len(telling) < FEWEST_WORDS
        or len(claim.content) > LONGEST_CLAIM
        or bool(another_tongue(claim.text, article.whole.text))
        or not _is_latin(claim.text)
        or is_table_text(article.whole.text)
    )


def _is_latin(text: str) -> bool:
    letters = [one for one in text if one.isalpha()]
    return 2 * sum(ord(one) < _LATIN for one in letters) >= len(letters)


def _unsure(judgement: Judgement) -> Judgement:
    """Return the judgement with scores that are sure of nothing."""
    even = (1.0 - _UNSURE) / len(Stance)
    scores = {stance: round(even + _UNSURE * value, 4) for stance, value in judgement.scores.items()}
    return replace(judgement, scores=scores, confidence=scores[judgement.stance])
