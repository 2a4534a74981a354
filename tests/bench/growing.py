"""What takes long texts: four times a text beside the text itself, and a text of a million characters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.claims import extract_claims
from factcheck.corpus.origins import sketch
from factcheck.domain import Span
from factcheck.tui.pieces import Line, marked, wrap
from tests.bench.child import timed
from tests.bench.figures import Figure

PIECES = (
    *("- one\n", "Storm kills 5\n\n", "Lee: It was so [APPLAUSE]\n", "5% ", "Town12 34% 56% 7.1%\n"),
    "1\n00:00:01,000 --> 00:00:02,000\nLEE: We cut it by 12 percent\n\n",
    "The mill at Arle closed in May of 2019 for good. ",
    "The memo says (i) the quay was closed; (ii) 40 drivers were hired; ",
)
"""What a text is made of again and again, that a pattern could look through to the end from each place."""
SHORT, LONG = 15_000, 60_000
GROWN = 8
"""Times as long as four times the text may take; what is quadratic takes sixteen."""
MILLIONS = (" ".join(map(str, range(150_000))), "a " * 500_000, "x" * 1_000_000, "漢字" * 500_000)
WIDE = 30_000


def growth(_: Path) -> Iterator[Figure]:
    """Texts of one piece again and again, a million characters, and one long line of wide letters."""
    grown = max(map(_grown, PIECES))
    yield Figure("extraction, four times the text, the worst", grown, "x", len(PIECES), GROWN)
    slowest = max(timed(lambda text=text: sketch(text)) for text in MILLIONS)
    yield Figure("origin of a text of a million characters", slowest * 1e3, "ms", len(MILLIONS), 2_000)
    _, told = wide_letters()
    yield Figure(f"{WIDE:,} wide letters wrapped", timed(lambda: wrap(told, 78, indent=2)) * 1e3, "ms", 1, 200)


def _grown(piece: str) -> float:
    texts = [(piece * (length // len(piece) + 1))[:length] for length in (SHORT, LONG)]
    extract_claims(texts[0][:1_000])
    short, long = (timed(lambda text=text: extract_claims(text)) for text in texts)
    return long / short


def wide_letters() -> tuple[str, Line]:
    """Return a line of letters that take two cells each, and the same with many marks in it."""
    letters = "".join(chr(0x4E00 + (place * 7919) % 20_000) for place in range(WIDE))
    return letters, marked(letters, [Span.cut(letters, at, at + 3) for at in range(0, WIDE, 60)])
