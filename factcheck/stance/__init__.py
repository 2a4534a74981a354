"""Claim x passage -> judgement: one comparator a file, and what combines them.

The comparators take a second to load, so each call loads what it needs: a face that shows what is stored loads none.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.domain import Claim, Judgement, Polarity, Stance
from factcheck.stance.reading.badges import RETRACTED
from factcheck.text.retractions import is_retracted

ENGINE = "stance/21"

__all__ = ["ENGINE", "compare", "compare_article", "is_article"]


def compare(  # noqa: PLR0913 - one for each thing that can be known of the two texts
    claim: str | Claim,
    passage: str,
    *,
    claim_date: date | None = None,
    passage_date: date | None = None,
    translated: bool = False,
    heading: str = "",
    self_named: str = "",
    publisher: str = "",
) -> Judgement:
    """Judge whether `passage` corroborates `claim`, conflicts with it, or is only related; it abstains when in doubt.

    `claim_date` and `passage_date` are the datelines that each text's relative dates count from. `translated`: the two
    texts went through different translations, so nearly the same words agree. `heading` is the title that the passage
    stands under: a name in it need not be repeated in the passage; where it says that the text was retracted, the
    passage is only related. `self_named`: the publisher that the source says it is, where nothing bears that out: what
    it gives as the words of that publisher is its own word. `publisher`: who publishes the source; where that is the
    claimant, whoever it quotes is no other speaker. Any text gives a defined result.
    """
    from factcheck.stance.judging import judge

    def judged(asked: str | Claim) -> Judgement:
        return judge(
            asked, passage, claim_date=claim_date, passage_date=passage_date, translated=translated, heading=heading
        )

    found = judged(claim)
    if isinstance(claim, Claim) and (
        (self_named and _speaks_for_itself(found, self_named)) or _tells_it(found, claim, self_named or publisher)
    ):
        found = judged(replace(claim, claimant=None))
    if not is_retracted(heading):
        return found
    sided = found.stance in (Stance.CORROBORATES, Stance.CONFLICTS)
    return replace(found, stance=Stance.RELATED if sided else found.stance, badges=(*found.badges, RETRACTED))


def _speaks_for_itself(found: Judgement, name: str) -> bool:
    """Whether the words are given to the claimant only by a source that takes the claimant's name for its own."""
    from factcheck.text.names.finding import same_name

    given = [one for one in found.reasons if one.comparator == "speakers" and one.polarity is Polarity.SUPPORTS]
    return any(same_name(span.text, name) for one in given for span in one.passage_spans)


def _tells_it(found: Judgement, claim: Claim, publisher: str) -> bool:
    """Whether the claimant is the publisher of the source, and the words are not given to the claimant by name.

    What the Courier quotes of the mayor "the Courier reported".
    """
    from factcheck.stance.names.who import is_called

    if claim.claimant is None or not publisher or not is_called(publisher, claim.claimant.name):
        return False
    return not any(one.comparator == "speakers" and one.polarity is Polarity.SUPPORTS for one in found.reasons)


def compare_article(
    claim: str | Claim, article: str, *, claim_date: date | None = None, article_date: date | None = None
) -> Judgement:
    """Judge a whole article by its best passages and a small trained combiner: the likeliest of the four stances.

    It does not abstain, so its `conflicts` is a hint of where to look (F1 .29 on FNC-1 train, held out, 2026-11).
    Places in the reasons count from the start of the article. An article of 800 words takes some 30 ms (measured
    2026-11, AMD EPYC); one longer than `article.LONGEST` is read to there, and a badge says so.
    """
    from factcheck.stance.articles.article import judge_article

    return judge_article(claim, article, claim_date=claim_date, article_date=article_date)


def is_article(text: str) -> bool:
    """Whether a text is longer than a passage, so that `compare_article` is the one to judge it."""
    from factcheck.stance.reading.texts import read
    from factcheck.stance.signs import LONGEST_PASSAGE

    return len(read(text).words) > LONGEST_PASSAGE
