"""What no reader sees inside a word hides nothing from a comparison, and the places count in the texts themselves."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Judgement, Stance
from factcheck.stance import compare, compare_article

HIDDEN = ["\u00ad", "\u200b", "\u2060", "\ufeff"]
CLAIM = "The council of Marby voted to sell the two ferries."


def plainly(found: Judgement) -> tuple[object, ...]:
    return found.stance, found.scores, [one.message for one in found.reasons], len(found.missing)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_a_denial_is_seen_whatever_hides_in_it(hidden: str) -> None:
    denied = "The council of Marby never voted to sell the two ferries."
    torn = denied.replace("never", f"nev{hidden}er").replace("ferries", f"fer{hidden}ries")
    found = compare(CLAIM, torn)
    assert plainly(found) == plainly(compare(CLAIM, denied))
    assert found.stance is Stance.CONFLICTS
    spans = [span for one in found.reasons for span in one.passage_spans] + [found.aligned]
    assert all(span is not None and torn[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_a_claim_is_read_as_it_is_seen(hidden: str) -> None:
    torn = CLAIM.replace("council", f"coun{hidden}cil").replace("sell", f"se{hidden}ll")
    passage = "The council of Marby voted to buy the two ferries, as the clerk said."
    found = compare(torn, passage)
    assert plainly(found) == plainly(compare(CLAIM, passage))
    spans = [span for one in found.reasons for span in one.claim_spans] + list(found.missing)
    assert spans
    assert all(torn[span.start : span.end] == span.text for span in spans)


def test_a_quotation_of_an_article_is_found_without_them() -> None:
    text = (
        "The weir was old. “We have never sold a fer\u00adry of this town,” said Anna Lind, the may\u00ador of Marby."
    )
    claim = next(one for one in extract_claims(text).claims if one.quotations)
    found = compare(claim, "“We have never sold a ferry of this town,” Anna Lind, the mayor of Marby, said.")
    assert found.stance is Stance.CORROBORATES
    (quoted,) = [one for one in found.reasons if one.comparator == "quotations"]
    assert all(claim.verbatim[span.start : span.end] == span.text for span in quoted.claim_spans)


def test_an_article_is_read_so_too() -> None:
    article = "The council of Marby nev\u00ader voted to sell the two ferries. The ferries run on. " * 20
    found = compare_article(CLAIM, article)
    assert plainly(found) == plainly(compare_article(CLAIM, article.replace("\u00ad", "")))
    assert all(article[span.start : span.end] == span.text for one in found.reasons for span in one.passage_spans)
