"""Which claim a person means: by its number in the list, or by the start of an id, also one of an earlier revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import InputError
from factcheck.reports.named import articles_named
from factcheck.review.kinds import Kind

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench

LONGEST_NUMBER = 5
"""Digits of a claim's number; more can only be the start of an id."""


def find_claim(bench: Workbench, reference: str, article: str, *, earlier: bool) -> str:
    """Return the id of the claim that a person means; see `Workbench.find_claim`."""
    named = articles_named([article], bench.articles()) if article else frozenset()
    number = int(reference) if reference.isdecimal() and len(reference) <= LONGEST_NUMBER else -1
    pattern = "" if number >= 0 else reference
    found = [one for one in bench.store.claim_ids(pattern, number) if not named or one[1] in named]
    if not found and pattern:
        found = _of_earlier_revisions(bench, pattern, named, earlier=earlier)
    if len(found) == 1:
        return found[0][0]
    if found:
        titles = {article.id: article.title for article in bench.articles()}
        hint = "name the article with --article: " + ", ".join(f"{of} ({titles[of]})" for _, of in found)
        raise InputError(f"{len(found)} claims are meant by {reference!r}", hint=hint)
    raise InputError(f"there is no claim {reference!r}", hint="`factcheck claim-list` shows the claims")


def heir_of(reader: Reader, claim: str) -> str:
    """Return the claim that has the decisions on a claim of an earlier revision now; itself where none took them."""
    heirs = {event.body["from"]: event.subject for event in reader.events(kinds=[Kind.CARRIED])}
    while claim in heirs:
        claim = heirs[claim]
    return claim


def _of_earlier_revisions(
    bench: Workbench, pattern: str, named: frozenset[str], *, earlier: bool
) -> list[tuple[str, str]]:
    """Return (claim, article) of earlier revisions whose id starts so.

    Raises:
        InputError: there is one, and it is not asked for.
    """
    found = [one for one in bench.store.earlier_claim_ids(pattern) if not named or one[1] in named]
    if len(found) != 1 or earlier:
        return found
    claim, heir = found[0][0], heir_of(bench.store, found[0][0])
    took = "no claim took its decisions over" if heir == claim else f"claim {heir} took its decisions over"
    hint = f"`factcheck claim show {heir}`"
    raise InputError(f"is a claim of an earlier revision; {took}", hint=hint, subject=f"claim {claim}")
