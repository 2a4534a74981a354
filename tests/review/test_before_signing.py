"""What whoever signs is told first: evidence judged to say otherwise, quotations that no source has, staleness."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.domain import (
    Claim,
    ClaimState,
    Evidence,
    Facet,
    Polarity,
    Rating,
    Reason,
    Span,
    Stance,
    StanceDecision,
    Verdict,
)
from factcheck.reports.sign_off import LONGEST_PASSAGE, said_lines
from factcheck.review.guards import standing_objections
from factcheck.review.quoting import not_verbatim
from tests.factory import NOON, make_claim, make_evidence

WORDS = "“The quay could not be held,” said the harbour master."
QUOTED = "“The quay could not be held,”"
RATINGS = (
    Rating(id="confirmed", label="Confirmed", letter="C", meaning="", direction="supports"),
    Rating(id="contradicted", label="Contradicted", letter="X", meaning="", direction="against"),
    Rating(id="missing", label="Missing context", letter="M", meaning=""),
    Rating(id="not-checkable", label="Not checkable", letter="N", meaning="", needs="nothing"),
)


def judged(rating: str, *stances: Stance) -> ClaimState:
    decided = {f"c0001-{n}": StanceDecision(stance=one, user="ann", at=NOON) for n, one in enumerate(stances)}
    verdict = Verdict(rating=rating, rationale="r", user="ann", at=NOON)
    return ClaimState(claim="c0001", verdict=verdict, stances=decided)


@pytest.mark.parametrize(
    ("rating", "stances", "told"),
    [
        ("not-checkable", (Stance.CONFLICTS,), "evidence (1) was judged to conflict"),
        ("not-checkable", (Stance.CORROBORATES, Stance.RELATED), "evidence (1) was judged to corroborate"),
        ("confirmed", (Stance.CORROBORATES, Stance.CONFLICTS), "evidence (1 of 2) was judged to conflict"),
        ("contradicted", (Stance.CORROBORATES, Stance.CONFLICTS), "evidence (1 of 2) was judged to corroborate"),
        ("not-checkable", (Stance.RELATED,), ""),
        ("confirmed", (Stance.CORROBORATES,), ""),
        ("missing", (Stance.CORROBORATES, Stance.CONFLICTS), ""),
    ],
)
def test_evidence_judged_to_say_otherwise_is_told(rating: str, stances: tuple[Stance, ...], told: str) -> None:
    found = standing_objections(judged(rating, *stances), RATINGS, ())
    assert [told in one for one in found] == ([True] if told else [])


def test_cited_evidence_that_nobody_judged_is_told_until_somebody_does() -> None:
    cited = replace(judged("confirmed"), cited=("c0001-0",))
    (told,) = standing_objections(cited, RATINGS, ())
    assert told == "cited evidence (1): nobody has judged whether it corroborates or conflicts"
    assert standing_objections(replace(judged("confirmed", Stance.CORROBORATES), cited=("c0001-0",)), RATINGS, ()) == ()
    (beside,) = standing_objections(replace(judged("missing", Stance.RELATED), cited=("c0001-0",)), RATINGS, ())
    assert "judged neither to corroborate nor to conflict" in beside


def passage(text: str) -> Evidence:
    made = make_evidence("c0001", "0")
    return replace(made, candidate=replace(made.candidate, passage=replace(made.candidate.passage, text=text)))


def quoting(quoted: str) -> Claim:
    return replace(make_claim(1, WORDS, 0), quotations=(Span(0, len(quoted), quoted),))


@pytest.mark.parametrize(
    ("quoted", "text", "verbatim"),
    [
        (QUOTED, 'He said: "The quay COULD not be  held."', True),
        (QUOTED, "He said the quay can not be held.", False),
        ("“The quay ... be held”", "The quay could, he said, not be held.", True),
        ("“The quay ... be held”", "It cannot be held, the quay.", False),
        ("“[It] could not be held”", "The quay could not be held.", True),
    ],
)
def test_a_quotation_that_no_source_has_word_for_word_is_named(quoted: str, text: str, verbatim: bool) -> None:
    state = judged("confirmed", Stance.CORROBORATES)
    assert (not_verbatim(quoting(quoted), state, [passage(text)]) == ()) == verbatim


def test_a_source_that_was_judged_to_be_unrelated_has_no_quotation() -> None:
    state, source = judged("confirmed", Stance.UNRELATED), passage("The quay could not be held.")
    cited = replace(state, stances={}, cited=(source.id,))
    assert not_verbatim(quoting(QUOTED), cited, [source]) == ()
    other = replace(passage("Nothing of it."), id="c0001-1")
    both = replace(state, cited=(other.id,))
    assert not_verbatim(quoting(QUOTED), both, [source, other]) == (QUOTED,)


def test_a_long_passage_is_cut_around_what_was_compared_and_says_so() -> None:
    assert list(said_lines(passage("Short words."))) == ["says: Short words."]
    (told,) = said_lines(passage("word " * 200))
    assert told.endswith(f"[...] ({LONGEST_PASSAGE} of 1,000 characters)")


def compared(text: str, words: str, *answering: str) -> Evidence:
    """Evidence of which `words` answer the claim, and of which `answering` were compared with it."""
    made = passage(text)
    spans = tuple(Span.cut(text, text.index(one), text.index(one) + len(one)) for one in answering)
    reasons = tuple(
        Reason(
            comparator="numbers",
            facet=Facet.HOW_MANY,
            polarity=Polarity.CONTEXT,
            strength=0.5,
            message="",
            passage_spans=(one,),
        )
        for one in spans
    )
    at = text.index(words)
    judgement = replace(made.judgement, aligned=Span.cut(text, at, at + len(words)), reasons=reasons)
    return replace(made, judgement=judgement)


FILLER = "Nothing of this bears on any claim at all, and it goes on for a while. " * 12


@pytest.mark.parametrize("before", [FILLER, FILLER[:71], ""])
@pytest.mark.parametrize("answering", [(), ("nine cranes",), ("goes on for a while",)])
def test_who_signs_reads_the_words_that_answer_the_claim_in_the_middle_of_what_is_shown(
    before: str, answering: tuple[str, ...]
) -> None:
    words = "The harbour of Ostwick has nine cranes since the spring."
    (told,) = said_lines(compared(f"{before}{words} {FILLER}", words, *answering))
    shown = told.removeprefix("says: ").rpartition(" (")[0]
    assert words in shown
    assert shown.startswith("[...] ") == (before == FILLER)
    assert shown.endswith(" [...]")
    inner = shown.removeprefix("[...] ").removesuffix(" [...]")
    assert {*inner.split()} <= {*f"{FILLER}{words}".split()}, "no word is cut"
    if before == FILLER:
        left, right = inner.split(words)
        assert min(len(left), len(right)) > LONGEST_PASSAGE / 3


def test_of_an_answer_too_long_to_be_shown_it_is_where_most_was_compared() -> None:
    answer = f"{FILLER}In all, nine cranes stand in the harbour of Ostwick, all of them new, {FILLER}"
    (told,) = said_lines(compared(f"{FILLER}{answer}", answer.strip(), "nine cranes", "Ostwick"))
    assert "nine cranes stand in the harbour of Ostwick" in told
