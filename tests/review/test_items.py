"""Items are ticked by a person, or by a verdict that rests on evidence in which they stand; nothing else ticks them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.domain import (
    WORD_FOR_WORD,
    Claim,
    ClaimState,
    Evidence,
    Facet,
    Item,
    ItemKind,
    Polarity,
    Reason,
    Span,
    Stance,
    StanceDecision,
    Tick,
    Verdict,
)
from factcheck.errors import GuardError, InputError
from factcheck.review.items import allotted, check_tick, is_opposed, items_named, key_of, left
from factcheck.review.tick_hints import NOWHERE, left_in_words, ticking_command
from tests.factory import NOON, make_claim, make_evidence

WORDS = "Maren Holt said the harbour of Ostwick has 4 cranes."
AT = 100


def item(kind: ItemKind, words: str) -> Item:
    start = AT + WORDS.index(words)
    return Item(kind=kind, span=Span(start, start + len(words), words))


NAME, PLACE, NUMBER = item(ItemKind.NAME, "Maren Holt"), item(ItemKind.PLACE, "Ostwick"), item(ItemKind.NUMBER, "4")
VERDICT = Verdict(rating="confirmed", rationale="r", user="alice", at=NOON)


def claim() -> Claim:
    return replace(make_claim(1, WORDS, AT), items=(NAME, PLACE, NUMBER))


def evidence(text: str, **changes: object) -> Evidence:
    made = make_evidence("c0001", "a", Stance.CORROBORATES)
    passage = replace(made.candidate.passage, text=text)
    judged = replace(made.judgement, **changes)  # type: ignore[arg-type]
    return replace(made, candidate=replace(made.candidate, passage=passage), judgement=judged)


def left_with(state: ClaimState, passage: Evidence) -> tuple[Item, ...]:
    return left(claim(), state, {passage.id: passage})


CITING = ClaimState(claim="c0001", verdict=VERDICT, cited=("c0001-a",))


def test_what_stands_in_the_evidence_of_the_verdict_is_covered() -> None:
    passage = evidence("In Ostwick, MAREN  HOLT counted the cranes: 4.")
    assert left_with(CITING, passage) == ()
    assert left_with(replace(CITING, verdict=None), passage) == (NAME, PLACE, NUMBER)
    assert left_with(replace(CITING, cited=()), passage) == (NAME, PLACE, NUMBER)


@pytest.mark.parametrize("figure", ["14", "40", "4.2", "2.4", "4,000", "1,4"])
def test_a_number_inside_another_is_not_it(figure: str) -> None:
    assert left_with(CITING, evidence(f"Maren Holt of Ostwick: {figure} cranes.")) == (NUMBER,)


def test_evidence_that_a_person_has_speak_otherwise_covers_nothing() -> None:
    passage = evidence("Maren Holt of Ostwick: not 4 cranes.")
    against = StanceDecision(stance=Stance.CONFLICTS, user="alice", at=NOON)
    assert left_with(replace(CITING, stances={"c0001-a": against}), passage) == (NAME, PLACE, NUMBER)
    for_it = replace(against, stance=Stance.CORROBORATES)
    assert left_with(replace(CITING, cited=(), stances={"c0001-a": for_it}), passage) == ()


def test_a_reason_for_the_claim_covers_what_it_is_about() -> None:
    start = NUMBER.span.start - AT
    reason = Reason(
        comparator="quantities",
        facet=Facet.HOW_MANY,
        polarity=Polarity.SUPPORTS,
        strength=1.0,
        message="both say 4",
        claim_spans=(Span(start, start + 1, "4"),),
    )
    words = "Maren Holt of Ostwick: four cranes."
    assert left_with(CITING, evidence(words, reasons=(reason,))) == ()
    against = replace(reason, polarity=Polarity.OPPOSES)
    opposed = evidence(words, reasons=(against,))
    assert left_with(CITING, opposed) == (NUMBER,)
    beside = replace(evidence("Maren Holt spoke."), id="c0001-b")
    assert allotted(claim(), claim().items, [beside, opposed], CITING) == {
        "c0001-b": (NAME,),
        "c0001-a": (PLACE, NUMBER),
    }
    assert allotted(claim(), claim().items, [beside], CITING) == {"c0001-b": (NAME,), "": (PLACE, NUMBER)}
    assert ticking_command(claim(), (PLACE,), CITING, [opposed], [opposed]) == "claim tick c0001 --all"
    assert ticking_command(claim(), (PLACE,), CITING, [beside], [beside]) == "claim tick c0001 --all --waive REASON"


def test_what_a_person_has_conflict_opposes_what_it_was_compared_with_and_is_not_alike() -> None:
    """The program held back: it may be another event. "The claim says 4; the source says 6" stays a comparison."""
    start = NUMBER.span.start - AT
    compared = Reason(
        comparator="quantities",
        facet=Facet.HOW_MANY,
        polarity=Polarity.CONTEXT,
        strength=1.0,
        message="the claim says 4; the source says 6 (cranes)",
        claim_spans=(Span(start, start + 1, "4"),),
    )
    passage = evidence("In all, 6 cranes were counted.", reasons=(compared,))
    against = StanceDecision(stance=Stance.CONFLICTS, user="alice", at=NOON)
    judged = replace(CITING, stances={"c0001-a": against})
    assert left_with(judged, passage) == (NAME, PLACE, NUMBER)
    assert allotted(claim(), claim().items, [passage], judged) == {"c0001-a": (NUMBER,), "": (NAME, PLACE)}
    assert allotted(claim(), [NUMBER], [passage], CITING) == {"": (NUMBER,)}, "cited, and judged by nobody"
    differing = replace(passage, judgement=replace(passage.judgement, reasons=(replace(compared, facet=Facet.WHAT),)))
    assert allotted(claim(), [NUMBER], [differing], judged) == {"": (NUMBER,)}, "words that stand beside each other"


@pytest.mark.parametrize(
    ("facet", "strength", "stays"),
    [(Facet.QUOTED_WORDS, WORD_FOR_WORD, False), (Facet.QUOTED_WORDS, 0.5, True), (Facet.WHAT, WORD_FOR_WORD, True)],
)
def test_a_quotation_is_covered_word_for_word_or_not_at_all(facet: Facet, strength: float, stays: bool) -> None:
    quotation = item(ItemKind.QUOTATION, "the harbour of Ostwick has 4 cranes")
    reason = Reason(
        comparator="quotations",
        facet=facet,
        polarity=Polarity.SUPPORTS,
        strength=strength,
        message="m",
        claim_spans=(Span(0, len(WORDS), WORDS),),
    )
    made = replace(claim(), items=(quotation,))
    passage = evidence("It has four cranes in its harbour, she said.", reasons=(reason,))
    assert left(made, CITING, {passage.id: passage}) == ((quotation,) if stays else ())


def test_a_tick_or_a_waiver_needs_no_verdict() -> None:
    tick = Tick(evidence="", reason="our own editor", user="alice", at=NOON)
    state = ClaimState(claim="c0001", ticks={key_of(NAME): tick})
    assert left_with(state, evidence("")) == (PLACE, NUMBER)
    passage = evidence("Ostwick lies by the sea.")
    told = left_in_words(claim(), (PLACE, NUMBER), replace(CITING, evidence=(passage.id,)), [passage])
    assert told == f"place 'Ostwick', number '4' ({NOWHERE})"
    assert left_in_words(claim(), (), CITING, []) == ""


def test_items_are_named_by_position_kind_or_words() -> None:
    assert items_named(claim(), ["1", "ostwick"]) == (NAME, PLACE)
    assert items_named(claim(), ["number", "3", "“4”"]) == (NUMBER,)
    for wrong in ("0", "99", "Holt", ""):
        with pytest.raises(InputError, match="there is no item"):
            items_named(claim(), [wrong])


def test_a_tick_rests_on_evidence_or_on_a_reason() -> None:
    check_tick("e", "", "c0001")
    check_tick("", "ours", "c0001")
    for given in (("", "  "), ("e", "ours")):
        with pytest.raises(GuardError, match="against evidence, or waived"):
            check_tick(*given, "c0001")


def test_what_evidence_contradicts_is_known_whether_or_not_its_words_stand_there() -> None:
    start = WORDS.index("4 cranes")
    other = Reason(
        comparator="quantities",
        facet=Facet.HOW_MANY,
        polarity=Polarity.OPPOSES,
        strength=0.9,
        message="the passage says 6",
        claim_spans=(Span(start, start + 1, "4"),),
    )
    passage = evidence("Ostwick has 6 cranes, not 4, said Maren Holt.", reasons=(other,))
    state = ClaimState(claim="c0001")
    assert [one for one in (NAME, PLACE, NUMBER) if is_opposed(passage, one, claim(), state)] == [NUMBER]
    silent = evidence("The harbour was dredged.", reasons=())
    assert not any(is_opposed(silent, one, claim(), state) for one in (NAME, PLACE, NUMBER))


def test_a_denial_of_the_whole_contradicts_no_name_in_it() -> None:
    denial = Reason(
        comparator="denials",
        facet=Facet.WHAT,
        polarity=Polarity.OPPOSES,
        strength=0.9,
        message="denied",
        claim_spans=(Span(0, len(WORDS), WORDS),),
    )
    passage = evidence("It is not true that Maren Holt said so of Ostwick.", reasons=(denial,))
    assert not is_opposed(passage, NAME, claim(), ClaimState(claim="c0001"))
