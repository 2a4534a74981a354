"""What the panes say, without a screen: marks in the passage, reasons, wrapping."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.domain import ClaimState, ClaimView, DateValue, Precision
from factcheck.stance.matrix.facets import facet_matrix
from factcheck.tui import pieces as pieces_module
from factcheck.tui.claim_pane import claim_lines, claim_strip, when
from factcheck.tui.lists import handover_lines
from factcheck.tui.ours import write_in_ascii
from factcheck.tui.panes import full_passage, passage_lines, source_lines, strip_lines, why_lines
from factcheck.tui.pieces import Line, Piece, Role, cells_of, fit, highlighted, line, pad, plain, width_of, wrap
from factcheck.tui.rows import evidence_rows
from factcheck.workbench import handing
from factcheck.workbench.facets import facets_of
from tests.bench.growing import wide_letters
from tests.counting import calls_of
from tests.factory import SEARCH
from tests.tui.running import running
from tests.tui.workspace import START, bench_at, make_calculation, make_claims, make_evidence

CLAIM = make_claims(1)[1][0][0]
_VIEW = ClaimView(summary=None, claim=CLAIM, revision="r", sentence="", state=ClaimState(claim="c"), evidence=())
TEXTS = st.text(alphabet="ab é市🚌\u0301\n ", max_size=80)


def roles(lines: list[Line], role: Role) -> list[str]:
    return [piece.text for found in lines for piece in found if piece.role is role]


def test_what_was_compared_is_marked_and_the_answer_is_strong() -> None:
    lines = passage_lines(make_evidence(CLAIM, 1), 200)
    assert roles(lines, Role.MATCH) == ["31,000"]
    assert roles(lines, Role.STRONG) == ["The parks office counted ", " trees,"]


def test_without_a_comparison_the_answer_is_marked() -> None:
    item = make_evidence(CLAIM, 1)
    bare = replace(item, judgement=replace(item.judgement, reasons=()))
    assert roles(passage_lines(bare, 200), Role.MATCH) == ["The parks office counted 31,000 trees,"]


def test_the_passage_is_shown_exactly_as_stored() -> None:
    item = make_evidence(CLAIM, 1)
    assert "".join(map(plain, passage_lines(item, 500))) == item.candidate.passage.text


def test_what_a_page_shows_in_place_of_the_whole_is_told_in_the_row_and_above_the_passage() -> None:
    item = make_evidence(CLAIM, 1)
    view = replace(_VIEW, evidence=(item,), notices={item.id: "only the free beginning of the page is shown"})
    row, *_ = evidence_rows(item, view, 120, blind=False, tall=False)
    assert "look: " in plain(row)
    first, *_ = full_passage(item, 120, view, blind=False, apart=True)
    assert plain(first) == "look: only the free beginning of the page is shown"
    assert full_passage(item, 120, _VIEW, blind=False, apart=True) == passage_lines(item, 120)


def test_the_strip_says_source_suggestion_reasons_with_their_sign_and_missing_words() -> None:
    origin, *why = map(plain, strip_lines(make_evidence(CLAIM, 1), 200, 3, blind=False))
    assert origin == "from Parks Office 1, 2026-10-02, later than the claim, secondary, sha256 00000000"
    assert "conflicts? -how many: The passage says 31,000" in why[0]
    assert "missing: in two years" in why[0]


def test_the_provenance_says_when_the_source_was_released_and_what_it_is_about() -> None:
    item = make_evidence(CLAIM, 1)
    period = DateValue(start=date(2025, 1, 1), end=date(2025, 12, 31), precision=Precision.YEAR)
    dated = replace(item, judgement=replace(item.judgement, about=(period,)))
    told = "as of        released 2026-10-02, later than the claim; about 2025"
    assert told in [plain(found) for found in source_lines(dated, 200)]
    assert "later than the claim, about 2025," in plain(strip_lines(dated, 200, 2, blind=True)[0])
    undated = replace(item.candidate, source=replace(item.candidate.source, published=None))
    bare = replace(item, candidate=undated, judgement=replace(item.judgement, badges=()))
    assert "as of        release date not known" in [plain(found) for found in source_lines(bare, 200)]


def test_the_strip_suggests_nothing_to_a_blind_checker() -> None:
    shown = " ".join(map(plain, strip_lines(make_evidence(CLAIM, 1), 200, 3, blind=True)))
    assert "conflicts" not in shown
    assert "how many" not in shown


def test_a_calculation_says_its_formula_its_cells_and_no_search() -> None:
    item = make_calculation(CLAIM)
    shown = list(map(plain, why_lines(item, 100, blind=False)))
    assert "formula      calculated: C17-C12 = 31,145, rounded 31,145" in shown
    assert "             Table 1a!C17 (2026; Trees): 40,145" in shown
    assert not any("token set" in found for found in shown)
    assert plain(evidence_rows(item, _VIEW, 80, blind=True, tall=False)[0]).startswith("[ ]  calc")
    assert "calculated: C17-C12" in plain(strip_lines(item, 200, 3, blind=True)[1])


def test_what_a_table_holds_is_shown_harmless() -> None:
    item = make_calculation(CLAIM, hostile="\x1b[31m\u202e[/b]")
    lines = [*why_lines(item, 60, blind=False), *strip_lines(item, 60, 5, blind=False), *passage_lines(item, 60)]
    assert not any(control in plain(found) for found in lines for control in "\x1b\u202e")


def test_gaps_and_facets_stand_with_the_claim_in_words_and_harmless() -> None:
    claim = make_claims(2)[1][1][0]
    evidence = [make_evidence(claim, number, hostile="\x1b[31m\u202e") for number in range(3)]
    view = replace(_VIEW, claim=claim, evidence=tuple(evidence))
    shown = list(map(plain, claim_lines(view, 100, str, facet_matrix(claim, evidence))))
    told = "gaps         “40,000” stands in a source, but no reason bears it out; 3 contradict it"
    assert any(found.startswith(told) for found in shown)
    assert "how many     40,000: contradicted by 1, 2, 3" in shown
    assert not any(control in found for found in shown for control in "\x1b\u202e")
    hidden = list(map(plain, claim_lines(view, 100, str, None)))
    assert not any("gaps" in found or "contradicted" in found for found in hidden)


def test_of_a_claim_that_was_not_searched_no_gap_is_shown() -> None:
    assert facets_of(_VIEW).gaps == ()
    assert facets_of(replace(_VIEW, state=replace(_VIEW.state, search=SEARCH))).gaps != ()


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, START.date(), "on or before 2026-11-23"),
        (START.date(), None, "on or after 2026-11-23"),
        (START.date(), START.date(), "2026-11-23"),
        (START.date(), START.date().replace(day=25), "2026-11-23 to 2026-11-25"),
    ],
)
def test_dates_in_words(start: object, end: object, words: str) -> None:
    assert when(DateValue(start=start, end=end, precision=Precision.DAY)) == words


@given(TEXTS, st.integers(2, 30), st.integers(0, 4))
def test_wrapped_lines_fit_and_lose_no_word(text: str, width: int, indent: int) -> None:
    lines = wrap(line(text), width + indent, indent=indent)
    assert all(width_of(found) <= max(2, width + indent) for found in lines)
    assert "".join("".join(map(plain, lines)).split()) == "".join(text.split())


@given(TEXTS, st.integers(2, 30), st.integers(1, 3))
def test_a_limit_gives_the_first_lines(text: str, width: int, limit: int) -> None:
    assert wrap(line(text), width, limit=limit) == wrap(line(text), width)[:limit]


@given(TEXTS, st.integers(0, 30))
def test_cut_and_padded_text_keeps_its_columns(text: str, width: int) -> None:
    flat = text.replace("\n", " ")
    assert cell_len(pad(flat, width)) == width
    assert width_of(fit(line(flat), width)) <= width


@given(TEXTS, st.text(alphabet="ab é", min_size=1, max_size=2))
def test_marking_what_is_found_changes_no_letter(text: str, found: str) -> None:
    pieces = (Piece(text[:3]), Piece(text[3:], Role.DIM))
    assert plain(highlighted(pieces, found)) == text


def test_a_claim_that_is_a_part_of_its_sentence_is_told_on_a_line_of_its_own() -> None:
    part = replace(_VIEW, sentence=f"After the vote {CLAIM.verbatim}, and nobody was surprised.")
    assert plain(claim_lines(part, 500, str, None)[0]) == f"its words    {CLAIM.verbatim}"
    first, *_ = claim_strip(part, 80, 2, str, None)
    assert plain(first).startswith("its words")
    whole = replace(_VIEW, sentence=f"“{CLAIM.verbatim}.”")
    assert not any("its words" in plain(one) for one in claim_lines(whole, 500, str, None))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_a_reviewer_returned_it_with_stands_in_the_pane_and_in_the_lists(
    fresh: Path, size: tuple[int, int]
) -> None:
    with bench_at(fresh, "bob") as bob:
        bob.set_verdict(bob.find_claim("1"), "not-checkable", "A matter of taste.")
        handing.submit(bob, bob.find_claim("1"))
    with bench_at(fresh) as alice:
        handing.send_back(alice, alice.find_claim("1"), "Count the school yards.")
    async with running(fresh, size=size, user="bob") as session:
        assert "returned     by alice: Count the school yards." in session.frame
        assert size[0] == 80 or "A matter of taste." in session.frame
        await session.press("w", "q")
        assert "Count the school yards." in session.frame
        assert any("Count the school yards. (alice)" in plain(one) for one in handover_lines(session.desk.bench))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_rationale_stands_before_who_said_it(worked: Path, size: tuple[int, int]) -> None:
    async with running(worked, size=size) as session:
        await session.press(*"jjjjjjj")
        assert session.desk.selected.number == 8
        assert "The report counts" in session.frame


def test_in_ascii_a_reason_has_no_typographic_signs_and_a_passage_keeps_its_own() -> None:
    item = make_evidence(make_claims(1)[1][0][0], 0)
    reason = replace(item.judgement.reasons[0], message="the source says “not yet” – the claim “done”…")
    passage = replace(item.candidate.passage, text="“Not yet”, she said – café…")
    item = replace(
        item,
        judgement=replace(item.judgement, reasons=(reason,), aligned=None),
        candidate=replace(item.candidate, passage=passage),
    )
    write_in_ascii(wanted=True)
    try:
        why = "\n".join(map(plain, why_lines(item, 100, blind=False)))
        strip = "\n".join(map(plain, strip_lines(item, 200, 9, blind=False)))
        shown = "\n".join(map(plain, passage_lines(item, 100)))
    finally:
        write_in_ascii(wanted=False)
    assert why.isascii()
    assert 'the source says "not yet" - the claim "done"...' in strip
    assert shown == passage.text


@pytest.mark.parametrize("text", ["市a", "カナ、한글（ok）", "e\u0301市", "👩\u200d👩市", "☀市\ufe0f", "ﾟ市「x」"])
def test_cells_are_counted_as_the_terminal_library_counts_them(text: str) -> None:
    assert cells_of(text) == cell_len(text)


def test_every_letter_that_is_counted_by_its_block_takes_two_cells() -> None:
    letters = map(chr, chain(range(0xD800), range(0xE000, 0x110000)))
    assert {cell_len(one) for one in letters if pieces_module._WIDE.match(one)} == {2}


def test_a_long_line_of_wide_letters_with_many_marks_is_wrapped_at_once() -> None:
    letters, told = wide_letters()
    lines = wrap(told, 78, indent=2)
    assert "".join(plain(found).strip() for found in lines) == letters
    assert {width_of(found) for found in lines[:-1]} == {78}
    assert calls_of(lambda: wrap(told, 78, indent=2)) < 5 * len(letters), "43 a letter if each line is cut out of all"


@given(TEXTS, st.integers(4, 30), st.integers(0, 3), st.lists(st.integers(0, 80), max_size=8))
def test_pieces_are_wrapped_as_the_whole_is(text: str, width: int, indent: int, cuts: list[int]) -> None:
    bounds = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = tuple(Piece(text[start:end], Role.DIM) for start, end in pairwise(bounds))
    assert [plain(found) for found in wrap(pieces, width, indent=indent)] == [
        plain(found) for found in wrap((Piece(text),), width, indent=indent)
    ]
