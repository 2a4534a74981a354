"""Words of the article marked with the keyboard: where the ends of the mark go, and what is taken then."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.tui.marking import Mark, Steps, claim_steps, word_steps
from factcheck.tui.pieces import Piece, line, wrap
from factcheck.tui.selecting import place_in, stretch_in
from factcheck.workbench import Workbench
from tests.tui.running import Session, running
from tests.tui.test_edits import rows

TEXT = 'Rents fell by 12% (a third), she said — "they\nfell". More will follow, he fears.'


def marked(words: str, *moves: str, steps: Steps | None = None) -> str:
    """What is marked after some moves, beginning with some words of the text."""
    start = TEXT.index(words)
    mark = Mark(steps or word_steps(TEXT), (start, start + len(words)))
    for move in moves:
        mark = mark.moved(move)
    return TEXT[slice(*mark.place)]


@pytest.mark.parametrize(
    ("words", "moves", "then"),
    [
        ("fell by", ["l"], "fell by 12%"),
        ("fell by", ["l", "l", "l"], "fell by 12% (a third"),
        ("fell by", ["l", "l", "l", "l"], "fell by 12% (a third)"),
        ("fell by", ["h"], "fell"),
        ("fell", ["h"], "fell"),
        ("fell by", ["H"], "Rents fell by"),
        ("Rents", ["H"], "Rents"),
        ("fell by", ["L"], "by"),
        ("by", ["L"], "by"),
        ("they", ["H"], '"they'),
        ("they", ["H", "H"], 'said — "they'),
        ("fell", ["j"], "fell by 12% (a third)"),
        ("More", ["j", "j"], "More will follow, he fears."),
        ("More", ["j", "j", "j"], "More will follow, he fears."),
        ("More will follow, he", ["k"], "More will follow"),
        ("he fears", ["K"], "More will follow, he fears"),
        ("will follow, he fears", ["J"], "he fears"),
        ("he fears", ["right", "shift+left", "up"], "follow"),
    ],
)
def test_an_end_of_the_mark_moves_by_a_word_or_a_clause_and_leaves_a_word(
    words: str, moves: list[str], then: str
) -> None:
    assert marked(words, *moves) == then


def test_in_writing_without_blanks_it_moves_by_a_letter() -> None:
    text = "市政府在三月种树"
    mark = Mark(word_steps(text), (1, 3))
    assert text[slice(*mark.moved("l").moved("H").place)] == "市政府在"


def test_where_no_words_are_marked_the_first_one_is() -> None:
    mark = Mark(word_steps(TEXT), (0, 0))
    assert mark.moved("h").place == (0, 0)
    assert mark.moved("l").place == (0, 5)


def test_words_dragged_over_are_taken_as_far_as_the_mark_may_go() -> None:
    steps = claim_steps([(0, 10), (12, 20), (12, 16), (30, 40)])
    assert Mark(steps, (12, 20)).over(14, 31).place == (12, 40)
    assert Mark(steps, (12, 20)).moved("l").moved("H").place == (0, 40)
    assert Mark(steps, (12, 20)).over(90, 99).place == (30, 40)


@pytest.mark.parametrize("width", [7, 19, 200])
def test_a_place_in_the_text_is_found_in_its_lines_at_any_width(width: int) -> None:
    text = f"\u202e{TEXT}"
    lines = wrap(line(Piece(text)), width)
    for words in ("Rents", "12% (a third)", "they\nfell", "fears."):
        place = (text.index(words), text.index(words) + len(words))
        assert place_in(text, lines, stretch_in(text, lines, place)) == place


def shown(session: Session) -> tuple[str, str]:
    """What is marked on the screen, and what stands in the line below."""
    dialog = session.app.screen
    return " ".join(dialog.body.words.split()), dialog.answers[dialog.ask.name]


async def test_a_claim_is_split_behind_the_words_that_are_marked(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("e", "s")
        assert shown(session) == ("", "")
        await session.press("l", "l", "right", "l", "l", "h")
        assert shown(session) == ("Bus fares in the",) * 2
        await session.press("l", "H", "enter")
        assert [rows(fresh)[n] for n in (11, 12)] == ["Bus fares in the district", "rose by 12% in March."]


async def test_a_claim_is_not_split_where_nothing_is_marked(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("e", "s", "enter")
        assert "mark" in session.frame
        assert len(rows(fresh)) == 10


async def test_the_bounds_are_moved_at_both_ends_across_sentences(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "e", "b", "j", "H", "H")
        words = "in March. We have planted 40,000 trees in two years, and more will follow."
        assert shown(session) == (words, words)
        await session.press("K", "L", "k", "enter")
        assert " ".join(rows(fresh)[11].split()) == (
            "fares in the district rose by 12% in March. We have planted 40,000 trees in two years"
        )


async def test_bounds_that_are_as_before_are_refused_as_by_the_command(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("e", "b", "enter")
        assert "has these bounds already" in session.frame
        assert len(rows(fresh)) == 10


async def test_words_that_stand_twice_are_taken_where_they_are_marked(fresh: Path) -> None:
    """The article has this sentence twice, and the typed words could be either."""
    async with running(fresh) as session:
        await session.press("G", "e", "b")
        first, second = (row for row in session.desk.rows if row.number in {4, 10})
        assert first.verbatim == second.verbatim
        await session.press("h", "enter")
        with Workbench.open(fresh, user="reader") as bench:
            claim = bench.claim(bench.find_claim("11")).claim
        assert claim.start == second.start


async def test_the_claims_under_the_mark_are_joined(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "j", "e", "j")
        assert session.app.screen.answers == {"with": "4"}
        await session.press("l", "H")
        assert session.app.screen.answers["with"] == "2 4 5"
        await session.press("h", "enter")
        assert not {2, 3, 4} & set(rows(fresh))
        assert 5 in rows(fresh)


async def test_words_may_be_typed_all_the_same_and_are_shown_marked(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("e", "b", "tab", "ctrl+u")
        await session.type("the district")
        assert session.app.screen.body.words == "the district"
        await session.press("tab", "H", "H")
        assert shown(session) == ("fares in the district",) * 2


async def test_a_mark_is_kept_when_the_dialog_is_closed_and_shown_again_at_another_size(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("e", "b", "h", "escape")
        assert "not saved" in session.frame
        await session.press("e", "b")
        await session.resize(50, 20)
        assert shown(session) == ("Bus fares in the district rose by 12% in March",) * 2
        await session.press("h")
        assert shown(session) == ("Bus fares in the district rose by 12% in",) * 2


async def test_the_last_line_names_the_keys_of_where_one_is(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("e", "b")
        assert "h l end  H L start" in session.frame
        assert "Tab type" in session.frame
        await session.press("tab")
        assert "h l end" not in session.frame
        assert "Tab mark" in session.frame
