"""The article as it reads: claims in place, what was set aside, moving, clicking, long articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factcheck.domain import Block, ClaimSummary, Content, Disposition, Form, ReviewState, Sentence
from factcheck.tui.keys import CLAIMS
from factcheck.tui.pieces import Role, plain
from factcheck.tui.reading import AROUND, ArticleText, claim_at, reading_lines
from tests.tui.running import running

FERRY, TEASER, CREW = "The ferry has 40 seats.", "Read also: ten things to do.", "Its crew is three, the mayor said."


def article(*parts: tuple[str, Disposition], gap: str = " ") -> ArticleText:
    sentences, at = [], 0
    for text, disposition in parts:
        sentences.append(Sentence(start=at, end=at + len(text), text=text, block=Block.BODY, disposition=disposition))
        at += len(text) + len(gap)
    return ArticleText("r1", gap.join(text for text, _ in parts), sentences)


def row(
    number: int, start: int, words: str, rating: str = "", state: ReviewState = ReviewState.EXTRACTED
) -> ClaimSummary:
    return ClaimSummary(
        number, f"claim{number}", "a1", start, start + len(words), words, words, "", "", Form.NONE, Content.FACT, 0.5,
        state, rating,
    )  # fmt: skip


def shown(text: ArticleText, rows: list[ClaimSummary], here: ClaimSummary, width: int = 80) -> list[str]:
    return [plain(found) for found in reading_lines(text, rows, here, {"confirmed": "C"}, width, blind=False)]


def test_claims_are_numbered_in_place_and_what_was_set_aside_says_why() -> None:
    text = article((FERRY, Disposition.CLAIMS), (TEASER, Disposition.TEASER), (CREW, Disposition.CLAIMS), gap="\n\n")
    ferry, crew = row(1, 0, FERRY), row(2, text.text.index(CREW), "Its crew is three", "confirmed", ReviewState.SIGNED)
    assert shown(text, [ferry, crew], ferry) == [
        ">1 The ferry has 40 seats.",
        "",
        "(teaser) Read also: ten things to do.",
        "",
        "2[C]* Its crew is three, the mayor said.",
    ]


def test_of_claims_inside_each_other_the_one_under_the_cursor_is_marked() -> None:
    text = article((CREW, Disposition.CLAIMS))
    outer, inner = row(1, 0, CREW), row(2, 4, "crew is three")
    for here, marked in ((outer, CREW), (inner, "crew is three")):
        found = reading_lines(text, [outer, inner], here, {}, 80, blind=False)
        assert "".join(piece.text for line in found for piece in line if piece.role is Role.HERE) == marked


def test_every_line_of_a_claim_leads_to_it() -> None:
    text = article((FERRY, Disposition.CLAIMS), (TEASER, Disposition.TEASER), gap="\n")
    ferry = row(1, 0, FERRY)
    found = reading_lines(text, [ferry], ferry, {}, 12, blind=False)
    claims = [claim_at(found, number) for number in range(len(found) + 1)]
    assert claims[:2] == ["claim1", "claim1"]
    assert claims[-2:] == ["", ""]


def test_a_long_article_is_shown_around_the_claim_and_says_what_is_left_out() -> None:
    text = article(*((f"Line {number} of the long report.", Disposition.CLAIMS) for number in range(2000)), gap="\n")
    rows = [row(n, s.start, s.text) for n, s in enumerate(text.sentences, start=1)]
    for here in (rows[0], rows[999], rows[-1]):
        lines = shown(text, rows, here)
        assert f">{here.number} {here.verbatim}" in lines
        assert len(lines) < 1000
        assert ("characters before" in lines[0]) == (here is not rows[0])
        assert ("characters after" in lines[-1]) == (here is not rows[-1])


def test_one_character_that_is_left_out_is_counted_as_one() -> None:
    text = article(("A", Disposition.HEADING), (FERRY, Disposition.CLAIMS), gap="")
    here = row(1, 1 + AROUND, FERRY)
    assert shown(text, [here], here)[0] == "... 1 character before this; the cursor brings it into sight"


async def test_moving_in_the_text_moves_in_the_list_and_shows_the_evidence(fresh: Path) -> None:
    async with running(fresh, (140, 40)) as session:
        await session.press("t", "j")
        assert session.desk.selected.number == 2
        assert "Claim 2" in session.frame
        assert ">2! We have planted" in session.frame
        await session.press("t")
        assert ">  2 [ ]!" in session.frame


async def test_a_click_on_a_claim_of_the_text_selects_it(fresh: Path) -> None:
    async with running(fresh, (140, 40)) as session:
        await session.press("t")
        claims = session.app.review.lines[CLAIMS]
        line = next(n for n in range(len(claims.text)) if claim_at(claims.text, n) == session.desk.row(4).id)
        await session.pilot.click(f"#{CLAIMS}", offset=(4, line))
        await session.settle()
        assert session.desk.selected.number == 5


async def test_a_verdict_appears_in_the_text_at_once(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("t", "j", "v", "8", *"seen", "enter")
        assert f">2[{session.app.review.contents._letters[session.on_disk(2).verdict.rating]}]!" in session.frame


async def test_hostile_words_are_shown_harmlessly(filled: Callable[..., Path]) -> None:
    evil = "The [b]mayor[/b] \x1b]52;c;AAAA\x07 has \u202e40 seats."
    async with running(filled(1, sentences=(evil,))) as session:
        await session.press("t")
        assert "[b]mayor[/b]" in session.frame
        assert "\x1b" not in session.frame
        assert "\u202e" not in session.frame
