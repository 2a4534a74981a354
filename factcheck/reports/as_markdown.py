"""The claim list as a Markdown table (GitHub's dialect). Whatever the text holds, no markup or HTML in it acts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.domain import ClaimSummary, Rating, ReviewState
from factcheck.reports.cells import counted, shown_line
from factcheck.reports.claim_list import Aside, count

_ACTIVE = re.compile(r"[\\`*_{}\[\]()#+.!|~$^=-]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", ":": "&#58;", "@": "&#64;", '"': "&quot;"})
_HEADER = ("No", "Article", "State", "Verdict", "Corrob.", "Confl.", "Claimant", "Said on", "Claim", "Rationale")


def claims_as_markdown(
    rows: Sequence[ClaimSummary], ratings: Sequence[Rating], identity: str, aside: Aside | None = None
) -> Iterator[str]:
    """Yield a line of counts and the table. `aside`: what the list leaves out."""
    n = count(rows)
    left_out = f" Not listed: {aside}." if aside and str(aside) else ""
    tail = f" Sign-offs: identity {identity}." if n.signed + n.stale else ""
    claims = counted(n.claims, "claim")
    yield f"{claims}, {n.states_in_words}.{left_out}{tail}\n"
    yield "Corrob. and Confl.: origins that do so, as people judged them or, where nobody did, as suggested.\n\n"
    yield _row(_HEADER)
    yield _row(["---"] * len(_HEADER))
    labels = {r.id: r.label for r in ratings}
    for row in rows:
        texts = (_state(row), labels.get(row.rating, row.rating))
        counts = (str(row.corroborates), str(row.conflicts))
        told = (row.claimant, row.said_on, row.verbatim, row.rationale)
        yield _row([str(row.number), escape(row.article), *map(escape, texts), *counts, *map(escape, told)])


def escape(text: str) -> str:
    """Return text on one line that Markdown shows as it stands."""
    return _ACTIVE.sub(r"\\\g<0>", shown_line(text)).translate(_ENTITIES)


def _state(row: ClaimSummary) -> str:
    return f"{_signed(row)}; source {row.source_state}" if row.source_state else _signed(row)


def _signed(row: ClaimSummary) -> str:
    if row.review_state not in {ReviewState.SIGNED, ReviewState.STALE}:
        return str(row.review_state)
    bypass = f" (past the rules: {row.bypass})" if row.bypass else ""
    return f"{row.review_state} by {row.reviewer}" + (" (self-signed)" if row.self_signed else "") + bypass


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
