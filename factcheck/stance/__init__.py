"""Claim x passage -> judgement: one comparator a file, and what combines them.

The comparators take a second to load, so each call loads what it needs: a face that shows what is stored loads none.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.domain import Claim, Judgement, Polarity

ENGINE = "stance/24"

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
    own_word: str = "",
) -> Judgement:
    """Judge whether `passage` corroborates `claim`, conflicts with it, or is only related; it abstains when in doubt.

    `claim_date` and `passage_date` are the datelines that each text's relative dates count from. `translated`: the two
    texts went through different translations, so nearly the same words of a quotation agree; another figure, name or
    sense in it conflicts all the same. `heading` is the title that the passage
    stands under: a name in it need not be repeated in the passage; where it says that the text was retracted, the
    passage is only related. `self_named`: the publisher that the source says it is, where nothing bears that out: what
    it gives as the words of that publisher is its own word. `publisher`: who publishes the source; where that is the
    claimant, whoever it quotes is no other speaker. `own_word`: what the document says of itself elsewhere (that it was
    retracted or corrected, how it rules), as `factcheck.text.own_word` finds it; a passage that says such things itself
    is heeded without. Any text gives a defined result.
    """
    from factcheck.stance.heeding import heeded
    from factcheck.stance.judging import judge
    from factcheck.stance.unseen import in_themselves, seen_claim, seen_passage

    claim, ours = seen_claim(claim)
    words, theirs = seen_passage(passage)

    def judged(asked: str | Claim, text: str = words) -> Judgement:
        return judge(
            asked, text, claim_date=claim_date, passage_date=passage_date, translated=translated, heading=heading
        )

    found = judged(claim)
    if isinstance(claim, Claim) and (
        (self_named and _speaks_for_itself(found, self_named)) or _tells_it(found, claim, self_named or publisher)
    ):
        found = judged(replace(claim, claimant=None))
    said = claim if isinstance(claim, str) else claim.verbatim
    found = heeded(found, said, words, heading=heading, own_word=own_word, judge=lambda text: judged(claim, text))
    return in_themselves(found, ours, theirs)


def _speaks_for_itself(found: Judgement, name: str) -> bool:
    """Whether the words are given to the claimant only by a source that takes the claimant's name for its own."""
    from factcheck.text.names.sameness import same_name

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
    claim: str | Claim,
    article: str,
    *,
    claim_date: date | None = None,
    article_date: date | None = None,
    translated: bool = False,
) -> Judgement:
    """Judge a whole article by its best passages and a small trained combiner: the likeliest of the four stances.

    It does not abstain, so its `conflicts` is a hint of where to look (F1 .29 on FNC-1 train, held out, 2026-11).
    Places in the reasons count from the start of the article; `translated` is that of `compare`. An article of 800
    words takes some 30 ms (measured 2026-11, AMD EPYC); one longer than `article.LONGEST` is read to there, and a
    badge says so.
    """
    from factcheck.stance.articles.article import judge_article
    from factcheck.stance.heeding import heeded
    from factcheck.stance.judging import judge
    from factcheck.stance.unseen import in_themselves, seen_claim, seen_passage
    from factcheck.text.own_word import notices

    claim, ours = seen_claim(claim)
    words, theirs = seen_passage(article)

    def judged(text: str) -> Judgement:
        return judge(claim, text, claim_date=claim_date, passage_date=article_date, translated=translated, heading="")

    found = judge_article(claim, words, claim_date=claim_date, article_date=article_date, translated=translated)
    said = claim if isinstance(claim, str) else claim.verbatim
    found = heeded(found, said, "", heading="", own_word="\n\n".join(notices(words)), judge=judged)
    return in_themselves(found, ours, theirs)


def is_article(text: str) -> bool:
    """Whether a text is longer than a passage, so that `compare_article` is the one to judge it."""
    from factcheck.stance.reading.texts import read
    from factcheck.stance.signs import LONGEST_PASSAGE

    return len(read(text).words) > LONGEST_PASSAGE
