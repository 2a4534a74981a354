"""The matrix never says otherwise than the judgements that it is read off, on many pairs of texts.

What a reason opposes is contradicted; what has no word with a partner is not covered; a gap is what no origin covers;
who conflicts contradicts something, who corroborates contradicts nothing.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.bounds import claims_at
from factcheck.domain import (
    Claim,
    Claimant,
    DateValue,
    Evidence,
    Facet,
    Form,
    Judgement,
    Polarity,
    Precision,
    Reason,
    Span,
    Stance,
    Target,
)
from factcheck.stance import compare
from factcheck.stance.matrix.facets import Cell, Coverage, facet_cells, facet_matrix
from factcheck.stance.matrix.parts import Part, PartKind
from factcheck.stance.matrix.placing import parts_of
from factcheck.text.words import split_words
from tests.conftest import SHARED_DATA, needs_data
from tests.factory import make_evidence
from tests.quality import planted, seed
from tests.quality.parts import parts, records

DAY = date(2024, 5, 4)
Judged = tuple[Claim, Judgement]
WHO = ("Ada Reed", "Mayor Jon Halm", "The Torvik council", "the minister", "“Northway” founder Ben Ost")
SAID = ("said that", "told the Courier that", "denied that", "")
WHAT = ("the town of Velby built", "Velby sold", "no harbour lost", "the Skei mine will close", "Norway bought almost")
MANY = (
    "40,000 homes",
    "31,000 homes",
    "about a third of its ferries",
    "12 to 15 per cent of the seats",
    "125 years ago",
)
WHEN = ("in 2023", "on Monday", "last week", "in March 2022", "before Palm Sunday", "")
WHERE = ("in Ostwick", "near the Gulf of Arle", "outside Torvik, Norway", "")


def sentence(dice: random.Random) -> str:
    words = (dice.choice(some) for some in (WHO, SAID, WHAT, MANY, WHEN, WHERE))
    return " ".join(filter(None, words)) + "."


def as_claim(text: str) -> Claim:
    (claim,) = claims_at(text, [((0, len(text)), None)], published=DAY)
    return claim


def written() -> list[Judged]:
    """Sentences of our own, each beside others that differ from it in one part or in several."""
    dice = random.Random(4)
    texts = [sentence(dice) for _ in range(400)]
    claims = [as_claim(text) for text in texts]
    spoken = [replace(one, claimant=Claimant(name="Ada Reed"), form=Form.INDIRECT) for one in claims[::3]]
    beside = [*pairwise(texts), *((text, text) for text in texts[::5])]
    pairs = [(as_claim(one), other) for one, other in beside] + [*zip(spoken, texts[1::3], strict=False)]
    return [(claim, compare(claim, text, claim_date=DAY, passage_date=DAY)) for claim, text in pairs]


def of_the_seed() -> Iterator[Judged]:
    folder = SHARED_DATA / "seed"
    claims = seed.seed_claims(folder)
    for name in seed.LABELS:
        for label in records(folder / f"{name}.jsonl"):
            claim = claims[label["claim"]]
            claim = as_claim(claim) if isinstance(claim, str) else claim
            yield claim, compare(claim, label["passage"], claim_date=seed.PUBLISHED, passage_date=seed.PUBLISHED)


def of_planted_edits() -> Iterator[Judged]:
    ((_, path),) = parts(SHARED_DATA / "corpora" / "news")
    for one in planted.plant(list(records(path)), seed=11, sample=60):
        (claim,) = claims_at(one.claim, [((0, len(one.claim)), None)], published=one.published)
        yield claim, compare(claim, one.passage, claim_date=one.published, passage_date=one.published)


def lost(part: Part, judgement: Judgement) -> bool:
    """Whether every word of a part that says something is listed as missing."""
    if part.span is None:
        return False
    first, whole = part.span.start, split_words(part.span.text)
    words = [word for word in whole if not word.is_stop]
    if part.kind is PartKind.SAYING:
        words = [word for word in words if word.text in part.words.split()]
    gone = [any(one.start <= first + word.start < one.end for one in judgement.missing) for word in words]
    return bool(gone) and all(gone)


def faults(claim: Claim, judgement: Judgement, cells: tuple[Cell, ...]) -> list[str]:
    """What the cells say otherwise than the judgement that they are read off."""
    against = {cell.facet for cell in cells if cell.coverage is Coverage.CONTRADICTED}
    opposing = [one for one in judgement.reasons if one.polarity is Polarity.OPPOSES]
    found = [f"not contradicted: {one.facet}: {one.message}" for one in opposing if one.facet not in against]
    told = [part for part in parts_of(claim, [judgement]) if not lost(part, judgement)]
    kept = {(part.facet, part.words) for part in told}
    covered = [(cell.facet, cell.words) for cell in cells if cell.coverage is Coverage.COVERED]
    found += [f"covered, and missing: {words}" for facet, words in covered if (facet, words) not in kept]
    found += [f"contradicted by nobody: {one}" for one in against - {one.facet for one in opposing}]
    return found


def sided(judgement: Judgement, cells: tuple[Cell, ...]) -> list[str]:
    against = any(cell.coverage is Coverage.CONTRADICTED for cell in cells)
    if judgement.stance is Stance.CONFLICTS and not against:
        return ["conflicts, and nothing is contradicted"]
    return ["corroborates, and something is contradicted"] * (judgement.stance is Stance.CORROBORATES and against)


@pytest.mark.parametrize(
    "pairs",
    [written, pytest.param(of_the_seed, marks=needs_data), pytest.param(of_planted_edits, marks=needs_data)],
)
def test_the_row_of_a_judgement_says_what_its_reasons_say(pairs: Callable[[], Iterable[Judged]]) -> None:
    judged = list(pairs())
    assert {one.stance for _, one in judged} >= {Stance.CONFLICTS, Stance.CORROBORATES, Stance.RELATED}
    for claim, judgement in judged:
        cells = facet_cells(claim, judgement)
        assert not [*faults(claim, judgement, cells), *sided(judgement, cells)], claim.verbatim


def evidence_of(claim: Claim, judgements: list[Judgement]) -> list[Evidence]:
    found = [make_evidence(claim.id, f"e{place}") for place in range(len(judgements))]
    return [replace(one, judgement=made) for one, made in zip(found, judgements, strict=True)]


def test_among_several_origins_each_says_what_its_own_reasons_say() -> None:
    dice = random.Random(9)
    for text in (sentence(dice) for _ in range(60)):
        claim = as_claim(text)
        judgements = [compare(claim, sentence(dice), claim_date=DAY, passage_date=DAY) for _ in range(4)]
        check_matrix(claim, judgements)


def check_matrix(claim: Claim, judgements: list[Judgement]) -> None:
    matrix = facet_matrix(claim, evidence_of(claim, judgements))
    for row, judgement in zip(matrix.rows, judgements, strict=True):
        against = {cell.facet for cell in row.cells if cell.coverage is Coverage.CONTRADICTED}
        told = judgement.stance is not Stance.UNRELATED
        assert not told or {one.facet for one in judgement.reasons if one.polarity is Polarity.OPPOSES} <= against
    covered = [
        any(row.cells[at].coverage is Coverage.COVERED for row in matrix.rows) for at in range(len(matrix.parts))
    ]
    gone = [(gap.facet, gap.words) for gap in matrix.gaps]
    open_ = [(part.facet, part.words) for part, has in zip(matrix.parts, covered, strict=True) if not has]
    assert sorted(gone) == sorted(open_)


CLAIM = replace(
    as_claim("On Monday the “Northway” council of Velby, Norway, sold almost 40 ferries, Ada Reed said."),
    claimant=Claimant(name="Ada Reed"),
    form=Form.INDIRECT,
)
BARE = replace(CLAIM, claimant=None, names=(), dates=(), quantities=(), quotations=(), items=())
SAID_ON = replace(CLAIM, said_on=DateValue(start=DAY, end=DAY, precision=Precision.DAY))
edges = st.tuples(st.integers(0, len(CLAIM.verbatim) - 1), st.integers(1, 30))
spans = st.lists(
    edges.map(lambda one: Span.cut(CLAIM.verbatim, one[0], min(sum(one), len(CLAIM.verbatim)))), max_size=2
)
reasons = st.builds(
    Reason,
    comparator=st.sampled_from(["names", "numbers", "speakers", "said on", "dates", "quotations", "rulings"]),
    facet=st.sampled_from(Facet),
    polarity=st.sampled_from(Polarity),
    strength=st.just(0.6),
    message=st.just("the source says so"),
    claim_spans=spans.map(tuple),
)
judgements = st.builds(
    Judgement,
    stance=st.sampled_from(Stance),
    target=st.just(Target.SO),
    scores=st.just({}),
    confidence=st.just(0.5),
    reasons=st.lists(reasons, max_size=4).map(tuple),
    missing=spans.map(tuple),
)


@given(st.sampled_from([CLAIM, BARE, SAID_ON]), st.lists(judgements, min_size=1, max_size=3))
def test_whatever_reasons_there_are_the_matrix_says_what_they_say(claim: Claim, made: list[Judgement]) -> None:
    for judgement in made:
        assert not faults(claim, judgement, facet_cells(claim, judgement))
    check_matrix(claim, made)


def test_other_words_than_a_speakers_are_contradicted_where_the_claim_names_nobody_as_its_claimant() -> None:
    claim = as_claim("A second statement, from Todd Akins, said anger over the film did not justify the violence.")
    passage = "A second statement, from Hilde Clint, said anger over the film did not justify the violence."
    cells = {cell.words: cell.coverage for cell in facet_cells(claim, compare(claim, passage))}
    assert cells["Todd Akins"] is Coverage.CONTRADICTED


def test_a_name_is_one_part_however_often_the_claim_has_it() -> None:
    claim = as_claim("Ada Reed said in Velby that Ada Reed would not sell her house in Velby.")
    matrix = facet_matrix(claim, evidence_of(claim, [compare(claim, "Ada Reed would not sell her house in Velby.")]))
    names = [part.words for part in matrix.parts if part.facet in (Facet.WHO, Facet.WHERE)]
    assert sorted(names) == ["Ada Reed", "Velby"]
    assert not {gap.words for gap in matrix.gaps} & set(names)


def test_how_many_say_it_is_a_figure_of_its_own() -> None:
    text = "The water of Velby tastes bad in 40 houses."
    claim = replace(as_claim(text), claimant=Claimant(name="62 per cent of residents"), form=Form.INDIRECT)
    cells = facet_cells(claim, compare(claim, f"47 per cent of residents said: {text}"))
    told = {cell.words: cell.coverage for cell in cells if cell.facet is Facet.HOW_MANY}
    assert told == {"62 per cent of residents": Coverage.CONTRADICTED, "40": Coverage.COVERED}
    same = facet_cells(claim, compare(claim, f"62 per cent of residents said: {text.replace('40', 'some')}"))
    assert {cell.words: cell.coverage for cell in same if cell.facet is Facet.HOW_MANY} == {
        "62 per cent of residents": Coverage.COVERED,
        "40": Coverage.SILENT,
    }


def test_how_exact_a_figure_is_says_nothing_without_it() -> None:
    words = [part.words for part in parts_of(as_claim("Halm had been in the Senate for almost 8 years."))]
    assert "almost" not in words
