"""The matrix of a claim: what each origin covers, contradicts or leaves out, and the gaps in words."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.domain import (
    ERASED,
    Claim,
    ClaimState,
    ClaimView,
    Evidence,
    Facet,
    Search,
    Span,
    Stance,
    StanceDecision,
    Step,
)
from factcheck.stance import compare, judging
from factcheck.stance.matrix.covering import coverage_of
from factcheck.stance.matrix.facets import Coverage, FacetMatrix, facet_cells, facet_matrix
from factcheck.stance.matrix.placing import parts_of
from factcheck.stance.predicates import modality
from factcheck.stance.reading import badges
from factcheck.workbench.facets import facets_of
from tests.factory import NOON, make_evidence

ARTICLE = "Ada Reed said that the town of Ostwick built 40,000 homes in 2023."
AGREES = "The town of Ostwick built 40,000 homes in 2023."
DIFFERS = "The town of Ostwick built 31,000 homes in 2023."
COVERED, CONTRADICTED, SILENT = Coverage


@pytest.fixture(scope="module")
def claim() -> Claim:
    (found,) = extract_claims(ARTICLE, published=date(2024, 5, 4)).claims
    return found


def judged(claim: Claim, passage: str, name: str = "a", *, origin: str = "") -> Evidence:
    item = make_evidence(claim.id, name, origin=origin)
    passage_of = replace(item.candidate.passage, text=passage)
    judgement = compare(claim, passage, claim_date=date(2024, 5, 3), passage_date=date(2024, 5, 4))
    return replace(item, candidate=replace(item.candidate, passage=passage_of), judgement=judgement)


def column(matrix: FacetMatrix, words: str) -> list[Coverage]:
    at = next(place for place, part in enumerate(matrix.parts) if part.words == words)
    return [row.cells[at].coverage for row in matrix.rows]


def gaps(matrix: FacetMatrix) -> list[str]:
    return [gap.message for gap in matrix.gaps]


def test_a_german_noun_is_no_name_that_a_source_has_to_give() -> None:
    text = (
        "Der Stadtrat von Arle hat im Mai mit 23 zu 15 Stimmen beschlossen, das Bad für 7 Millionen Euro zu sanieren."
    )
    (claim,) = extract_claims(text, published=date(2024, 5, 4)).claims
    words = {part.words for part in facet_matrix(claim, [judged(claim, text)]).parts if part.facet is Facet.WHO}
    assert not words & {"Stimmen", "Bad", "Millionen Euro", "Freibad"}


def test_a_part_is_covered_contradicted_or_left_out(claim: Claim) -> None:
    other = "The weather in Ostwick was fine."
    passages = (AGREES, DIFFERS, other)
    matrix = facet_matrix(claim, [judged(claim, text, name) for text, name in zip(passages, "abc", strict=True)])
    assert column(matrix, "40,000") == [COVERED, CONTRADICTED, SILENT]
    assert column(matrix, "2023") == [COVERED, COVERED, SILENT]
    assert "no source gives the number 40,000" not in gaps(matrix)
    against = matrix.rows[1].cells[[part.words for part in matrix.parts].index("40,000")]
    assert against.evidence == f"{claim.id}-b"
    assert "31,000" in against.message


def test_what_no_origin_covers_is_a_gap_in_words(claim: Claim) -> None:
    matrix = facet_matrix(claim, [judged(claim, DIFFERS), judged(claim, "Ostwick has many new homes.", "b")])
    assert "no source gives the number 40,000; 1 contradicts it" in gaps(matrix)
    assert "no source gives these words to Ada Reed" in gaps(matrix)
    assert not any("2023" in gap for gap in gaps(matrix))
    assert all(gap.facet in set(Facet) for gap in matrix.gaps)


def test_a_day_of_saying_that_undated_sources_cannot_tell_is_no_plain_gap() -> None:
    (claim,) = extract_claims(
        "“We built 40,000 homes in Ostwick,” Ada Reed said on Friday.", published=date(2024, 5, 4)
    ).claims
    undated = judged(claim, "“We built 40,000 homes in Ostwick,” Ada Reed said.")
    told = "no source says that it was said on 2024-05-03"
    assert f"{told}; none of them is dated" in gaps(facet_matrix(claim, [undated]))
    source = replace(undated.candidate.source, published=date(2024, 5, 9))
    dated = replace(undated, candidate=replace(undated.candidate, source=source))
    assert told in gaps(facet_matrix(claim, [dated]))


def test_only_facets_that_the_claim_has_are_in_the_matrix() -> None:
    (claim,) = extract_claims("The council rejected the motion.").claims
    matrix = facet_matrix(claim, [judged(claim, "The council rejected the motion.")])
    assert {part.facet for part in matrix.parts} <= {Facet.WHO, Facet.WHAT}
    assert Facet.WHAT in {part.facet for part in matrix.parts}
    assert matrix.gaps == ()


def test_an_origin_is_one_row_and_a_contradiction_in_it_is_not_hidden(claim: Claim) -> None:
    matrix = facet_matrix(claim, [judged(claim, AGREES, "a", origin="one"), judged(claim, DIFFERS, "b", origin="one")])
    assert [row.evidence for row in matrix.rows] == [(f"{claim.id}-a", f"{claim.id}-b")]
    assert column(matrix, "40,000") == [CONTRADICTED]
    assert gaps(matrix)[0] == ("one origin both has “40,000” and contradicts it: its copies or passages disagree")


def searched(retrieved: int = 20, **dropped: int) -> Search:
    steps = {Step[name]: count for name, count in dropped.items()}
    limits = {"retrieve": 50.0, "keep": 12.0, "floor": 0.015, "each source": 2.0}
    return Search(terms=(), corpus_digest="", documents=3, retrieved=retrieved, dropped=steps, kept=1, filters=limits)


@pytest.mark.parametrize(
    ("search", "told"),
    [
        (None, "no source gives the number 40,000"),
        (searched(), "no source gives the number 40,000"),
        (searched(LOW=7), "no source found gives the number 40,000"),
        (searched(50, LOW=7), "no source found gives the number 40,000"),
        (searched(ORIGIN=2, JOINED=3, WORDS=1), "no source gives the number 40,000"),
        (searched(50), "no passage kept gives the number 40,000 (the search was cut short)"),
        (searched(BEST=1, LOW=7), "no passage kept gives the number 40,000 (the search was cut short)"),
        (searched(SOURCE=1), "no passage kept gives the number 40,000 (the search was cut short)"),
    ],
)
def test_a_gap_claims_no_more_than_the_search_bears_out(claim: Claim, search: Search | None, told: str) -> None:
    assert told in gaps(facet_matrix(claim, [judged(claim, "Ostwick has many new homes.")], search=search))


def test_a_calculation_that_corroborates_leaves_no_gap_in_what_the_claim_says(claim: Claim) -> None:
    cells = judged(claim, "Homes in the town of Ostwick, 2023: 40,000")
    (number,) = (one for one in compare(claim, AGREES).reasons if one.facet is Facet.HOW_MANY)
    made = replace(cells.judgement, stance=Stance.CORROBORATES, reasons=(replace(number, comparator="calculations"),))
    matrix = facet_matrix(claim, [replace(cells, judgement=made)])
    assert not any("what the claim says" in gap for gap in gaps(matrix))


def test_a_figure_of_one_digit_is_seen_in_a_source_in_other_words() -> None:
    text = "Coastlink’s shares fell 9% on Friday."
    (claim,) = extract_claims(text, published=date(2024, 5, 4)).claims
    passage = "Prices of tin rose 9 percent. Coastlink spoke of its shares on Friday."
    unsaid = judged(claim, passage)
    unsaid = replace(unsaid, judgement=replace(unsaid.judgement, reasons=()))
    assert "“9%” stands in a source, but no reason bears it out" in gaps(facet_matrix(claim, [unsaid]))


def test_what_a_person_dismissed_and_the_articles_own_text_cover_nothing(claim: Claim) -> None:
    agrees = judged(claim, AGREES)
    own = replace(agrees, judgement=replace(agrees.judgement, badges=(badges.OWN_TEXT,)))
    there = "“40,000” stands only in what bears nothing out: {}"
    for matrix, why in (
        (facet_matrix(claim, [agrees], [agrees.id]), "a checker judged it unrelated"),
        (facet_matrix(claim, [own]), badges.OWN_TEXT),
    ):
        assert column(matrix, "40,000") == [SILENT]
        assert there.format(why) in gaps(matrix)
    assert column(facet_matrix(claim, [agrees]), "40,000") == [COVERED]


def test_what_only_the_program_takes_for_unrelated_is_told_apart_from_what_a_person_dismissed(claim: Claim) -> None:
    agrees = judged(claim, AGREES)
    unrelated = replace(agrees, judgement=replace(agrees.judgement, stance=Stance.UNRELATED))
    there = "“40,000” stands only in what bears nothing out: {}"
    suggested, dismissed = "suggested as unrelated, judged by nobody", "a checker judged it unrelated"
    assert there.format(suggested) in gaps(facet_matrix(claim, [unrelated]))
    assert there.format(dismissed) in gaps(facet_matrix(claim, [unrelated], [unrelated.id]))


def test_what_a_person_finds_related_bears_whatever_the_program_suggested(claim: Claim) -> None:
    agrees = judged(claim, AGREES)
    unrelated = replace(agrees, judgement=replace(agrees.judgement, stance=Stance.UNRELATED))
    state = ClaimState(claim=claim.id)
    view = ClaimView(summary=None, claim=claim, revision="r", sentence="", state=state, evidence=(unrelated,))
    decided = StanceDecision(stance=Stance.CORROBORATES, user="ann", at=NOON)
    overruled = replace(view, state=replace(state, stances={unrelated.id: decided}))
    assert column(facets_of(view), "40,000") == [SILENT]
    assert column(facets_of(overruled), "40,000") == [COVERED]


def test_the_same_digits_of_another_thing_cover_no_number(claim: Claim) -> None:
    matrix = facet_matrix(claim, [judged(claim, "In 2023 some 40,000 people marched through the town of Ostwick.")])
    assert column(matrix, "40,000") == [SILENT]


def test_a_weaker_wording_does_not_cover_what_is_said() -> None:
    (claim,) = extract_claims("The town will close the harbour in March.").claims
    passage = "The town may close the harbour in March."
    item = judged(claim, passage)
    assert badges.WEAKER in item.judgement.badges
    what = next(cell for cell in facet_cells(claim, item.judgement) if cell.facet is Facet.WHAT)
    assert what.coverage is SILENT


def test_words_in_quotation_marks_are_a_part_of_their_own() -> None:
    (claim,) = extract_claims("“We will never sell the old harbour,” Ada Reed said.").claims
    matrix = facet_matrix(claim, [judged(claim, "“We will never sell the old harbour,” Ada Reed told the council.")])
    quoted = next(part for part in matrix.parts if part.facet is Facet.QUOTED_WORDS)
    assert quoted.words == "We will never sell the old harbour"
    assert column(matrix, quoted.words) == [COVERED]
    assert matrix.gaps == ()


def test_what_a_reason_compared_is_a_part_though_extraction_marked_nothing(claim: Claim) -> None:
    bare = replace(claim, quantities=(), dates=(), names=())
    matrix = facet_matrix(bare, [judged(bare, DIFFERS)])
    assert column(matrix, "40,000") == [CONTRADICTED]


def test_without_evidence_every_part_is_a_gap(claim: Claim) -> None:
    matrix = facet_matrix(claim, [])
    assert matrix.rows == ()
    assert len(matrix.gaps) == len(matrix.parts) > 3


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_texts_give_a_matrix(words: str, passage: str) -> None:
    claim = Claim(
        id="c",
        start=7,
        end=7 + len(words),
        verbatim=words,
        text=words,
        form="none",
        content="fact",  # type: ignore[arg-type]
    )
    matrix = facet_matrix(claim, [judged(claim, passage)])
    assert all(len(row.cells) == len(matrix.parts) for row in matrix.rows)
    covered = {place for row in matrix.rows for place, cell in enumerate(row.cells) if cell.coverage is COVERED}
    assert len(matrix.gaps) == len(matrix.parts) - len(covered)
    for part in matrix.parts:
        assert part.span is None or words[part.span.start : part.span.end] == part.span.text


def test_showing_what_is_stored_loads_no_comparator() -> None:
    code = "import sys, factcheck.workbench.facets; print('rapidfuzz' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_badge_is_the_one_that_the_comparator_gives() -> None:
    assert modality.WEAKER is badges.WEAKER
    assert judging.WEAKER is badges.WEAKER


@pytest.mark.parametrize(
    "passage",
    ["Brent crude fell by half in 2018, a drop of 50%.", "The choir of Velby sang 50% more masses in 2018."],
)
def test_a_figure_or_a_year_of_something_else_covers_nothing(passage: str) -> None:
    (found,) = extract_claims("The harbour of Ostwick lost 50% of its ferries in 2018.").claims
    matrix = facet_matrix(found, [judged(found, passage)])
    assert column(matrix, "50%") == column(matrix, "2018") == [SILENT]


def test_a_person_is_covered_under_another_spelling() -> None:
    (found,) = extract_claims("Zelensky visited the port of Odesa.").claims
    assert column(facet_matrix(found, [judged(found, "Selenskyj went to the port of Odesa.")]), "Zelensky") == [COVERED]


def test_a_looser_bound_does_not_cover_a_figure(claim: Claim) -> None:
    matrix = facet_matrix(claim, [judged(claim, "The town of Ostwick built more than 20,000 homes in 2023.")])
    assert column(matrix, "40,000") == [SILENT]
    assert "no source gives the number 40,000" in gaps(matrix)


BRIDGE = "The toll of £6.50 on the Saint Brannoc bridge will be scrapped in June 2027."


def bridge() -> Claim:
    (found,) = extract_claims(BRIDGE, published=date(2026, 5, 4)).claims
    return found


@pytest.mark.parametrize("words", ["June 2027", "£6.50", "Saint Brannoc"])
def test_no_gap_says_that_no_source_has_what_stands_in_a_retracted_one(words: str) -> None:
    claim = bridge()
    found = judged(claim, BRIDGE)
    withdrawn = replace(found, judgement=replace(found.judgement, badges=(badges.RETRACTED,)))
    (gap,) = [gap.message for gap in facet_matrix(claim, [withdrawn]).gaps if gap.words == words]
    assert gap == f"“{words}” stands only in what bears nothing out: {badges.RETRACTED}"
    assert not [gap for gap in facet_matrix(claim, [withdrawn, judged(claim, BRIDGE, "b")]).gaps if gap.words == words]


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("June 2027", "The ferry of Velby starts in June 2027, when its quay opens."),
        ("£6.50", "The bridge of Velby has a café: a soup there is 6.50 pounds, a bun £2."),
        ("Saint Brannoc", "A toll is paid near the chapel of SAINT  BRANNOC."),
    ],
)
def test_a_gap_on_what_stands_in_a_source_says_that_nothing_bears_it_out(words: str, passage: str) -> None:
    claim = bridge()
    beside = judged(claim, passage)
    related = replace(beside, judgement=replace(beside.judgement, stance=Stance.RELATED, reasons=(), missing=()))
    at = claim.verbatim.index(words)
    lost = replace(related.judgement, missing=(Span.cut(claim.verbatim, at, at + len(words)),))
    matrix = facet_matrix(claim, [replace(related, judgement=lost)])
    (gap,) = [gap.message for gap in matrix.gaps if gap.words == words]
    assert gap == f"“{words}” stands in a source, but no reason bears it out"


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("40,000", "Ostwick has 140,000 trees and 40,000.5 of something."),
        ("2023", "Ostwick has 20230 trees."),
    ],
)
def test_a_piece_of_a_longer_figure_does_not_stand_there(claim: Claim, words: str, passage: str) -> None:
    (gap,) = [gap.message for gap in facet_matrix(claim, [judged(claim, passage)]).gaps if gap.words == words]
    assert gap.startswith("no source gives the")


def test_what_was_erased_has_no_words_that_a_gap_could_tell_of(claim: Claim) -> None:
    agrees = judged(claim, AGREES)
    source = replace(agrees.candidate.source, title=ERASED)
    passage = replace(agrees.candidate.passage, text=ERASED)
    erased = replace(agrees, candidate=replace(agrees.candidate, source=source, passage=passage))
    assert "no source gives the number 40,000" in gaps(facet_matrix(claim, [erased]))


def test_no_word_is_said_to_be_nowhere_that_stands_in_some_source(claim: Claim) -> None:
    bare = judged(claim, "Ostwick has many parks.")
    assert any("none has" in gap and "“built”" in gap for gap in gaps(facet_matrix(claim, [bare])))
    unrelated = judged(claim, "A barn was built for homes of bees.", "b")
    told = gaps(facet_matrix(claim, [bare, unrelated], [unrelated.id]))
    assert not any("“built”" in gap for gap in told)


REFUSED = "The council of Ostwick was offered the old mill for £300,000 in 2023 and refused it."
OFFERED = "The council of Ostwick was offered the old mill for £300,000 in 2023."


@pytest.mark.parametrize("verb", ["refused", "demolished", "sold"])
def test_a_deed_that_no_source_has_is_a_gap(verb: str) -> None:
    (claim,) = extract_claims(REFUSED.replace("refused", verb), published=date(2024, 5, 4)).claims
    told = judged(claim, OFFERED)
    assert told.judgement.stance is Stance.RELATED
    matrix = facet_matrix(claim, [told])
    saying = next(part.words for part in matrix.parts if part.facet is Facet.WHAT)
    assert column(matrix, saying) == [SILENT]
    assert f"no source says what the claim says; none has “{verb}”" in gaps(matrix)


def test_a_deed_that_the_source_tells_in_other_words_is_none() -> None:
    (claim,) = extract_claims(REFUSED, published=date(2024, 5, 4)).claims
    told = judged(claim, OFFERED.replace("in 2023", "in 2023 and rejected it"))
    assert told.judgement.stance is Stance.CORROBORATES
    assert not gaps(facet_matrix(claim, [told]))


def test_the_same_figures_of_another_towns_vote_cover_nothing() -> None:
    text = "Ostwick Town Council voted by 14 to 9 on Tuesday to borrow £4.2 million for a bridge."
    (claim,) = extract_claims(text, published=date(2024, 5, 4)).claims
    other = "Hallow Quay Town Council voted by 14 to 9 on Tuesday 5 March 2019 to borrow £4.2 million for a bridge."
    matrix = facet_matrix(claim, [judged(claim, other)])
    assert judged(claim, other).judgement.stance is Stance.RELATED
    assert column(matrix, "14") == column(matrix, "£4.2 million") == [SILENT]
    assert "“14” stands in a source, but no reason bears it out" in gaps(matrix)
    assert column(facet_matrix(claim, [judged(claim, text)]), "14") == [COVERED]


def test_the_same_figure_of_somebody_else_covers_nothing() -> None:
    """An auditor: 7.1 per cent of another country was shown to cover the claim's figure."""
    (claim,) = extract_claims("Unemployment in Farwick was 7.1% in 2022.").claims
    found = compare(claim, "Unemployment in Norway was 7.1% in 2022.")
    parts = parts_of(claim, [found])
    counted = [one for one in parts if one.facet is Facet.HOW_MANY]
    assert found.stance is Stance.RELATED
    assert counted
    assert all(coverage_of(one, parts, found)[0] is Coverage.SILENT for one in counted)
