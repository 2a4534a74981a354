"""Others' fact-checks made sources: each review of a file of ClaimReview becomes a document that states its ruling.

The publisher's own label stands in the document. A review whose rating says not which way it points (a label of its
own, and no scale) is a problem, no source: its words would else bear the claim out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.corpus.readers.claim_reviews import ClaimReview, review_sentence, reviews_in
from factcheck.corpus.records import make_document
from factcheck.corpus.tiers import TierRules
from factcheck.corpus.undated import not_yet
from factcheck.domain import Document, Problem
from factcheck.errors import InputError
from factcheck.files import NEVER_ENDS, may_never_end
from factcheck.reports.linked_data import web_address
from factcheck.web.markup import read_markup

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

LARGEST = 200_000_000
"""Bytes of a file that is read: a feed of every review of a large publisher has some 50 MB."""
MOST_NODES = 20_000_000
"""JSON objects and lists of such a file; more than it can hold."""
LONGEST_TITLE = 200
_HINT = "name a file of ClaimReview as JSON-LD, or a page that has it in its markup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did: how many reviews were read, how many documents are new, how many were there."""

    reviews: int
    added: int
    there: int
    problems: tuple[Problem, ...] = ()


def import_reviews(bench: Workbench, path: Path) -> Imported:
    """Make the reviews of a file sources of the workspace's corpus. Importing it again adds nothing twice.

    Raises:
        InputError: the file cannot be read, or holds no review.
    """
    reviews = reviews_of(path)
    if not reviews:
        raise InputError("holds no ClaimReview", hint=_HINT, subject=str(path))
    problems: list[Problem] = []
    with bench.open_corpus(create=True) as corpus:
        documents = _documents(reviews, path, bench, problems)
        report = corpus.add(list(documents))
    return Imported(
        reviews=len(reviews), added=report.added, there=report.unchanged, problems=(*problems, *report.problems)
    )


def reviews_of(path: Path) -> tuple[ClaimReview, ...]:
    """Return the reviews in a file of JSON-LD, of JSON Lines, or in the markup of a page.

    Raises:
        InputError: it cannot be read.
    """
    text = _text(path)
    try:
        return reviews_in(json.loads(text, strict=False), MOST_NODES)
    except (ValueError, RecursionError):
        return read_markup(text).reviews if "<" in text[:1000] else _of_lines(text, path)


def _of_lines(text: str, path: Path) -> tuple[ClaimReview, ...]:
    found: list[ClaimReview] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found += reviews_in(json.loads(line, strict=False))
        except (ValueError, RecursionError) as error:
            raise InputError(f"line {number} is no JSON", hint=_HINT, subject=str(path)) from error
    return tuple(found)


def _text(path: Path) -> str:
    if may_never_end(path):
        raise InputError(NEVER_ENDS, hint=_HINT, subject=str(path))
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"has more than {LARGEST // 1_000_000} MB", hint="split it", subject=str(path))
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8", hint="save it as UTF-8", subject=str(path)) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", hint=_HINT, subject=str(path)) from error


def _documents(
    reviews: tuple[ClaimReview, ...], path: Path, bench: Workbench, problems: list[Problem]
) -> Iterator[Document]:
    """Yield the documents of reviews; publisher and address are what the file says, so that no rule gives a tier."""
    tier, today = bench.settings.default_tier, bench.now().date()
    for number, review in enumerate(reviews, start=1):
        name = f"{path.name}#{number}"
        if text := review_sentence(review):
            doubt = not_yet(review.reviewed, name, today)
            problems += [doubt] if doubt else []
            fields = {
                "text": text,
                "title": f"{review.reviewer or 'Fact-check'}: {review.claim}"[:LONGEST_TITLE],
                "publisher": review.reviewer,
                "published": "" if doubt else review.reviewed,
                "url": web_address(review.url),
            }
            yield make_document(fields, name, TierRules(default=tier))
        else:
            problems.append(
                Problem(path=name, reason=_why_none(review), remedy="read it, and add what it says as a source")
            )


def _why_none(review: ClaimReview) -> str:
    if not review.claim:
        return "names no claim (claimReviewed)"
    if not review.rating:
        return "has no rating (reviewRating)"
    return f"its rating ({review.rating!r}) says not which way it points, and gives no scale"
