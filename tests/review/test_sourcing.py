"""The source policy: origins are counted, of what people have speak for the rating."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from factcheck.domain import (
    BY_HAND,
    LATER,
    Claim,
    ClaimState,
    DateValue,
    Evidence,
    Precision,
    Rating,
    Sensitivity,
    Stance,
    StanceDecision,
    Tier,
)
from factcheck.review.pointers import AS_GIVEN, UNTITLED
from factcheck.review.sourcing import SourcePolicy, SourceRule, only_later, unmet
from factcheck.stance.reading.badges import OWN_TEXT
from tests.factory import make_claim, make_evidence

NOW = datetime(2026, 11, 24, tzinfo=UTC)
CLAIM = make_claim(1, "The quay is 300 metres long.", 0)
CONFIRMED = Rating(id="confirmed", label="confirmed", letter="C", meaning="", direction="supports")
FALSE = Rating(id="contradicted", label="contradicted", letter="X", meaning="", direction="against")
NOTHING = Rating(id="no-evidence-found", label="none", letter="N", meaning="", needs="search")


def source(name: str, tier: Tier = Tier.SECONDARY, *, origin: str = "", released: date | None = None) -> Evidence:
    made = make_evidence(CLAIM.id, name, origin=origin)
    of = replace(made.candidate.source, published=released)
    return replace(made, candidate=replace(made.candidate, tier=tier, source=of))


def judged(stance: Stance, *items: Evidence, cited: tuple[str, ...] = ()) -> ClaimState:
    decided = StanceDecision(stance=stance, user="ann", at=NOW)
    return ClaimState(claim=CLAIM.id, stances={item.id: decided for item in items}, cited=cited)


def missing(state: ClaimState, *items: Evidence, rating: Rating = CONFIRMED, policy: SourcePolicy | None = None) -> str:
    return unmet(policy or SourcePolicy(), CLAIM, state, rating, items)


@pytest.mark.parametrize(
    ("tiers", "met"),
    [
        ((Tier.PRIMARY,), True),
        ((Tier.SECONDARY, Tier.SECONDARY), False),
        ((Tier.SECONDARY,) * 3, True),
        ((Tier.TERTIARY,) * 5, False),
        ((Tier.SECONDARY, Tier.SECONDARY, Tier.TERTIARY), False),
        ((), False),
    ],
)
def test_one_primary_or_three_secondary_are_enough(tiers: tuple[Tier, ...], met: bool) -> None:
    items = [source(f"s{n}", tier) for n, tier in enumerate(tiers)]
    assert (missing(judged(Stance.CORROBORATES, *items), *items) == "") == met


def test_what_carries_one_and_the_same_text_is_one_source() -> None:
    items = [source(f"s{n}", origin="one dispatch") for n in range(5)]
    assert "0 primary, 1 secondary" in missing(judged(Stance.CORROBORATES, *items), *items)


def test_only_what_people_have_speak_for_the_rating_counts() -> None:
    item = source("a", Tier.PRIMARY)
    assert missing(ClaimState(claim=CLAIM.id), item), "suggested by a machine alone"
    assert missing(judged(Stance.CONFLICTS, item), item), "judged against the claim"
    assert missing(judged(Stance.CONFLICTS, item), item, rating=FALSE) == ""
    assert missing(ClaimState(claim=CLAIM.id, cited=(item.id,)), item) == "", "cited and not judged otherwise"
    assert missing(judged(Stance.CORROBORATES, item, cited=(item.id,)), item) == "", "cited and judged"
    assert missing(judged(Stance.RELATED, item, cited=(item.id,)), item), "cited, but judged to be beside the point"


def test_a_text_without_any_pointer_is_context_and_no_source() -> None:
    items = [typed(f"s{n}", "The quay is 300 metres long.") for n in range(3)]
    state = judged(Stance.CORROBORATES, *items)
    told = missing(state, *items)
    assert "rests on 0 primary, 0 secondary; not counted: 3 texts that name no source" in told
    assert "1 text that names no source" in missing(state, items[0], source("a"))
    for pointer in ({"title": "Minutes of 3 March"}, {"publisher": "Harbour office"}, {"url": "https://example.org/a"}):
        pointing = [replace_source(item, **pointer) for item in items]
        assert missing(state, *pointing) == "", pointer
    placed = [replace(item, candidate=replace(item.candidate, locator="minutes, page 3")) for item in items]
    assert missing(state, *placed) == ""


def typed(name: str, words: str) -> Evidence:
    """Evidence as `bring` keeps a text that somebody typed, with nothing that says where it stands."""
    made = source(name)
    of = replace(made.candidate.source, id=f"{BY_HAND}{name}", title=UNTITLED, path="", url="", publisher="")
    passage = replace(made.candidate.passage, text=words)
    return replace(made, candidate=replace(made.candidate, source=of, locator=AS_GIVEN, passage=passage))


def replace_source(item: Evidence, **changes: str) -> Evidence:
    return replace(item, candidate=replace(item.candidate, source=replace(item.candidate.source, **changes)))


def test_the_article_s_own_text_is_no_source_of_it() -> None:
    item = source("a", Tier.PRIMARY)
    own = replace(item, judgement=replace(item.judgement, badges=(OWN_TEXT,)))
    assert missing(judged(Stance.CORROBORATES, own), own)


def test_a_rule_for_a_rating_or_content_goes_before_the_default() -> None:
    item = source("a", Tier.PRIMARY)
    state = judged(Stance.CONFLICTS, item)
    two = SourcePolicy(rules=(SourceRule(primary=2, secondary=0, rating="contradicted"),))
    assert "asks for 2 primary, and the verdict rests on 1 primary" in missing(state, item, rating=FALSE, policy=two)
    none = SourcePolicy(rules=(SourceRule(primary=0, secondary=0, content="fact"),))
    assert missing(ClaimState(claim=CLAIM.id), policy=none) == ""
    assert two.digest != none.digest


def test_a_rating_that_rests_on_a_search_needs_no_source() -> None:
    assert missing(ClaimState(claim=CLAIM.id), rating=NOTHING) == ""


def test_what_was_released_after_the_statement_cannot_alone_contradict_it() -> None:
    said = DateValue(start=date(2024, 5, 1), end=date(2024, 5, 1), precision=Precision.DAY)
    claim: Claim = replace(CLAIM, said_on=said)
    later, before = source("later", released=date(2024, 6, 1)), source("before", released=date(2024, 4, 1))
    marked = replace(before, judgement=replace(before.judgement, badges=(LATER,)))
    for item in (later, marked):
        assert "released after the statement" in only_later(judged(Stance.CONFLICTS, item), claim, FALSE, [item])
    both = judged(Stance.CONFLICTS, later, before)
    assert only_later(both, claim, FALSE, [later, before]) == ""
    unjudged = ClaimState(claim=CLAIM.id, cited=(later.id,))
    assert "released after" in only_later(unjudged, claim, FALSE, [later]), "it rests on what is cited all the same"
    undated = source("undated")
    assert only_later(judged(Stance.CONFLICTS, undated), claim, FALSE, [undated]) == ""
    assert only_later(judged(Stance.CORROBORATES, later), claim, CONFIRMED, [later]) == ""


def test_what_somebody_says_later_of_then_is_no_hindsight() -> None:
    """A call has a day, and releases nothing: to ring the speaker is how many a statement is checked."""
    said = DateValue(start=date(2024, 5, 1), end=date(2024, 5, 1), precision=Precision.DAY)
    claim: Claim = replace(CLAIM, said_on=said)
    item = source("call", released=date(2024, 6, 1))
    who = replace(item.candidate.source, id=f"{BY_HAND}1", sensitivity=Sensitivity.CONFIDENTIAL)
    call = replace(item, candidate=replace(item.candidate, source=who))
    assert only_later(judged(Stance.CONFLICTS, call), claim, FALSE, [call]) == ""
    paper = replace(item, candidate=replace(item.candidate, source=replace(who, path="letter.pdf")))
    assert only_later(judged(Stance.CONFLICTS, paper), claim, FALSE, [paper])
