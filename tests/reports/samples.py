"""Rows for the reports, with hostile text among them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from factcheck.domain import (
    ArticleSummary,
    ClaimSummary,
    Content,
    Facet,
    Form,
    Rating,
    ReviewState,
    Search,
    Stance,
    Term,
)
from factcheck.reports.about import About, Stamp, stamp
from factcheck.reports.claim_counts import count
from factcheck.reports.looked_up import LookedUp, Piece
from factcheck.stance.matrix.facets import Cell, Coverage, FacetMatrix, Gap, Row
from factcheck.stance.matrix.parts import Part, PartKind

HOSTILE = (
    "=cmd|'/c calc'!A1 \x1b]52;c;aGk=\x07 [@click=app.quit]x[/b] <script>x</script> | **b** "
    '\u202egnp.exe \x9b31m \u200b "q"'
)
WIDE = "東京の橋は 40,000 台 🚗 を運ぶ。" * 4

RATINGS = (
    Rating(id="confirmed", label="confirmed", letter="C", meaning="borne out"),
    Rating(id="contradicted", label="contradicted", letter="X", meaning="not so"),
)
ARTICLES = (
    ArticleSummary(
        id="a1", revision="r1", title="Cranes", path="cranes.txt", published=date(2026, 11, 1), published_from=""
    ),
    ArticleSummary(id="b2", revision="r2", title="", path="bridge.md", published=None, published_from=""),
)


def row(number: int, **given: object) -> ClaimSummary:
    fields: dict[str, object] = {
        "number": number,
        "id": f"c{number:04d}",
        "article": "a1",
        "start": 0,
        "end": 5,
        "verbatim": f"The harbour has {number} cranes.",
        "text": f"The harbour has {number} cranes.",
        "claimant": "",
        "said_on": "",
        "form": Form.NONE,
        "content": Content.FACT,
        "check_worthiness": 0.5,
        "review_state": ReviewState.EXTRACTED,
        "was_searched": True,
    }
    return ClaimSummary(**{**fields, **given})  # type: ignore[arg-type]


ROWS = [
    row(1, claimant="Maren Holt", said_on="2026-10-30", corroborates=2),
    row(
        2,
        claimant="Ölrik Sand",
        said_on="2026-10-01/2026-10-31",
        conflicts=1,
        rating="confirmed",
        rationale="Seen.",
        checker="alice",
        review_state=ReviewState.PROPOSED,
        check_worthiness=0.9,
    ),
    row(
        3,
        rating="contradicted",
        rationale="@home",
        checker="alice",
        reviewer="bob",
        conflicts=3,
        review_state=ReviewState.SIGNED,
        wording="The harbour has four cranes.",
        wording_state="accepted",
    ),
    row(
        4,
        rating="confirmed",
        rationale="Minutes.",
        checker="bob",
        reviewer="bob",
        self_signed=True,
        conflicts=1,
        review_state=ReviewState.STALE,
    ),
    row(
        1,
        article="b2",
        verbatim=HOSTILE,
        text=HOSTILE,
        claimant=HOSTILE,
        rationale=HOSTILE,
        wording=HOSTILE,
        wording_state="open",
    ),
    row(
        2,
        article="b2",
        verbatim=WIDE,
        text=WIDE,
        claimant="東京都知事の山田太郎さん",
        said_on="../2026-10-31",
        was_searched=False,
    ),
]


STAMP = Stamp(
    program="factcheck 9.9",
    events=12,
    at=datetime(2026, 11, 24, 12, 0, 5, tzinfo=UTC),
    head="9f2c" * 16,
    articles=stamp("", None, ARTICLES).articles,
)


def looked_up(row: ClaimSummary) -> LookedUp | None:
    """What was looked up for a claim: of the first, that a source has another figure; of a hostile one, nothing."""
    if row.number != 1:
        return None
    number = Part(facet=Facet.HOW_MANY, kind=PartKind.NUMBER, words="1 crane" if row.article == "a1" else HOSTILE)
    against = Cell(facet=number.facet, words=number.words, coverage=Coverage.CONTRADICTED, evidence="ev1", message="")
    found = row.article == "a1"
    gaps = (Gap(facet=number.facet, words=number.words, message=number.words, contradicted=int(found)),)
    origins = (Row(origin="o1", evidence=("ev1",), cells=(against,)),) if found else ()
    search = Search(
        terms=(Term(text="harbour"), Term(text=number.words)),
        corpus_digest="d19e57" * 10,
        documents=12,
        retrieved=int(found),
        kept=int(found),
        filters={"retrieve": 50, "keep": 12},
        at=datetime(2026, 11, 24, 11, 0, tzinfo=UTC),
        event=3,
    )
    return LookedUp(
        facets=FacetMatrix(parts=(number,), rows=origins, gaps=gaps),
        evidence=(Piece(id="ev1", name="e1", stance=Stance.CONFLICTS, judged=True, source=f"Harbour report {HOSTILE}"),)
        if found
        else (),
        search=search,
    )


def about(rows: Sequence[ClaimSummary] = ROWS, **given: Any) -> About:
    """What a list of these rows says of itself."""
    fields = {"stamp": STAMP, "counts": count(rows), "ratings": RATINGS, "articles": ARTICLES, "looked_up": looked_up}
    return About(**{**fields, **given})
