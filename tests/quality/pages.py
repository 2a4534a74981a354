"""Pages: how much of the body text of real web pages our readers find, and how little else, beside trafilatura alone.

Source: 4-gram F1 of scrapinghub/article-extraction-benchmark (`evaluate.py`): precision and recall per page over
multisets of four words, their means over the pages, and the F1 of the two means.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.quality.parts import parts, records, sampled
from tests.quality.rows import Row, bootstrap

FOLDER = "pages/article_extraction"
PREFIX = "split_"
SIZE = 4
WORD = re.compile(r"\w+")


class Overlap(NamedTuple):
    """Precision and recall of one page; None where there was nothing to divide by."""

    precision: float | None
    recall: float | None


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words; a shorter text is one run."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + SIZE]) for i in range(max(1, len(words) - SIZE + 1)))


def overlap(wanted: str, found: str) -> Overlap:
    """Compare the body that should have been found with the one that was."""
    gold, got = shingles(wanted), shingles(found)
    shared = (gold & got).total()
    return Overlap(
        shared / got.total() if WORD.search(found) else None,
        shared / gold.total() if WORD.search(wanted) else None,
    )


def mean(values: Sequence[float | None]) -> float:
    """Return the mean of what is there."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0


def f1(pages: Sequence[Overlap]) -> float:
    """Return the F1 of mean precision and mean recall."""
    precision, recall = mean([page.precision for page in pages]), mean([page.recall for page in pages])
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def body(folder: Path, record: dict[str, Any]) -> str:
    """Return what our reader finds on a page; nothing where it refuses the page."""
    from factcheck.corpus.readers import parse_article
    from factcheck.errors import FactcheckError

    page = gzip.decompress((folder / record["html"]).read_bytes())
    try:
        return parse_article(page, "page.html").text
    except FactcheckError:
        return ""


def fetched(folder: Path, record: dict[str, Any]) -> str:
    """Return what the reader of fetched pages makes of it."""
    from factcheck.web.pages import Received, read_page

    page = gzip.decompress((folder / record["html"]).read_bytes())
    return read_page(Received(url=record["url"], body=page, content_type="text/html")).text


def alone(folder: Path, record: dict[str, Any]) -> str:
    """Return what trafilatura itself finds: what ours must not fall below."""
    import trafilatura

    return trafilatura.extract((gzip.decompress((folder / record["html"]).read_bytes())), include_comments=False) or ""


READERS = {"4-gram F1": body, "4-gram F1 (fetched)": fetched, "4-gram F1 (trafilatura alone)": alone}


def score(data: Path, *, seed: int, sample: int | None) -> list[Row]:
    """Score every split of the pages under `data`."""
    folder = data / FOLDER
    rows = []
    for part, path in parts(folder):
        chosen = sampled(records(path), seed=seed, sample=sample)
        for metric, read in READERS.items():
            pages = [overlap(record["article_body"], read(folder, record)) for record in chosen]
            low, high = bootstrap(pages, f1, seed=seed)
            rows.append(Row(folder.name, part.removeprefix(PREFIX), metric, f1(pages), low, high, len(pages)))
    return rows
