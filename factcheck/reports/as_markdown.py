"""The claim list as a Markdown table (GitHub's dialect). Whatever the text holds, no markup or HTML in it acts.

Under the table stands what was looked up for each claim: its facets by origins, its gaps, the search.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from factcheck.domain import CitedStatus, ClaimSummary, ReviewState
from factcheck.reports.about import NAMED, About
from factcheck.reports.cells import counted, shown_line
from factcheck.reports.claim_counts import verdict_in_words
from factcheck.reports.columns import row_of
from factcheck.reports.looked_up import INDENT
from factcheck.reports.marks import is_unjudged
from factcheck.reports.ordering import NOBODY, Group, group_of
from factcheck.reports.table_columns import UNSEARCHED
from factcheck.reports.wording import rated_before

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", ":": "&#58;", "@": "&#64;"}
"""What a backslash does not make harmless everywhere: entities, HTML, quoted blocks, addresses, mentions, emoji."""
_ALWAYS = r"[\\`*_=\[|<@]|&(?=#?\w)"
_ADDRESS = r":(?=//)|(?<=mailto):|(?<=xmpp):|:(?=[a-z+-][\w+-]{0,40}:)|(?<=\bwww)\."
_BEGINNING = r"\A[#>+-]|(?<=\A\d)[.)]" + "".join(rf"|(?<=\A\d{{{n}}})[.)]" for n in range(2, 10))
"""What begins a heading, a quoted block, a rule or a list (of up to nine digits), and only at the head of a line."""
_PAIRED = "~$"
"""What acts where there are two of it: struck out, a formula."""
_ACTIVE = re.compile(rf"{_ALWAYS}|{_ADDRESS}|{_BEGINNING}|#(?=\d)", re.IGNORECASE)
_HEADER = ("No", "Article", "State", "Verdict", "Corrob.", "Confl.", "Claimant", "Said on", "Claim", "Rationale")


def claims_as_markdown(rows: Iterable[ClaimSummary], about: About) -> Iterator[str]:
    """Yield a line of counts, the state that is shown, and a table; or one for each group, where that is asked for.

    Then, unless columns are asked for, what was looked up for each claim; the rows are gone through once more for that.
    """
    n, aside = about.counts, str(about.aside)
    left_out = f" Not listed: {aside}." if aside else ""
    tail = f" Sign-offs: identity {about.identity}." if n.signed + n.stale else ""
    claims = counted(n.claims, "claim")
    yield f"{claims}, {n.states_in_words}.{left_out}{tail}\n"
    if not about.columns:
        yield "Corrob. and Confl.: origins that do so, as people judged them or, where nobody did, as suggested"
        yield f"; {UNSEARCHED}: not searched yet.\n"
    yield from _articles(about)
    yield f"State: {escape(str(about.stamp))}\n\n"
    header, cells = _chosen(about) if about.columns else (_HEADER, _usual(about))
    current: str | None = None
    for row in rows:
        name = group_of(row, about.group) if about.group else ""
        if name != current:
            current = name
            yield from _heading(about.group, name)
            yield _row(header)
            yield _row(["---"] * len(header))
        yield _row(cells(row))
    if current is None:
        yield _row(header)
        yield _row(["---"] * len(header))
    if not about.columns:
        yield from _looked_up(rows, about)


def _looked_up(rows: Iterable[ClaimSummary], about: About) -> Iterator[str]:
    """Yield a heading for each claim of which that is known, and under it a line for each thing to say."""
    for row in rows:
        found = about.looked_up(row)
        if found is not None:
            yield f"\n### {escape(f'Claim {row.number}, article {row.article}: what was looked up')}\n\n"
            yield from (f"{INDENT * line.startswith(INDENT)}- {escape(line)}\n" for line in found.lines())


def _articles(about: About) -> Iterator[str]:
    """Yield a line for each article: what it is called, and when it was published."""
    articles = about.stamp.articles
    for one in articles[:NAMED]:
        day = f", published {one.published}" if one.published else ", no date"
        yield f"Article {escape(one.id)}: {escape(one.title or 'without a title')}{escape(day)}.\n"
    if len(articles) > NAMED:
        yield f"And {counted(len(articles) - NAMED, 'more article')}.\n"


def _heading(group: Group | None, name: str) -> Iterator[str]:
    if group:
        yield f"\n{escape(f'{group}: {name or NOBODY}')}\n\n"


def _chosen(about: About) -> tuple[Sequence[str], Callable[[ClaimSummary], list[str]]]:
    made = row_of(about, about.columns)
    return [escape(name) for name in about.columns], lambda row: [
        escape("" if cell is None else str(cell)) for cell in made(row)
    ]


def _usual(about: About) -> Callable[[ClaimSummary], list[str]]:
    labels = {r.id: r.label for r in about.ratings}

    def cells(row: ClaimSummary) -> list[str]:
        texts = (_state(row), "" if is_unjudged(row) else verdict_in_words(row, labels))
        counts = (UNSEARCHED,) * 2 if row.is_unsearched else (str(row.corroborates), str(row.conflicts))
        told = (row.claimant, row.said_on, row.verbatim, row.rationale)
        return [str(row.number), repeated(row.article), *map(repeated, texts), *counts, *map(escape, told)]

    return cells


def escape(text: str) -> str:
    """Return text on one line that Markdown shows as it stands; only what would act where it stands is escaped."""
    if not text:
        return ""
    shown = _ACTIVE.sub(_written, shown_line(text))
    for letter in _PAIRED:
        if shown.count(letter) > 1:
            shown = shown.replace(letter, f"\\{letter}")
    return shown


def _written(found: re.Match[str]) -> str:
    letter = found.group()
    return _ENTITIES.get(letter, f"\\{letter}")


repeated = lru_cache(4096)(escape)
"""`escape` for what many rows have."""


def _state(row: ClaimSummary) -> str:
    wording = f"wording {row.wording_state}: {row.wording}" if row.wording else f"wording {row.wording_state}"
    source = f"source {row.source_state}" if row.source_state else ""
    cited = "cited source unreachable" if row.cited_source is CitedStatus.UNREACHABLE else ""
    waived = f"waived by {row.waived_by}: {row.waived}" if row.waived else ""
    exception = f"exception to the source policy: {row.exception}" if row.exception else ""
    positions = (f"position of {one}" for one in (row.held, row.position) if one)
    rated = rated_before(row.rated) if row.rated else ""
    told = (_signed(row), rated, waived, exception, *positions, source, cited, wording if row.wording_state else "")
    return "; ".join(filter(None, told))


def _signed(row: ClaimSummary) -> str:
    closing = f", {row.closing}" if row.closing else ""
    if row.review_state not in {ReviewState.SIGNED, ReviewState.STALE}:
        return f"{row.review_state}{closing}"
    bypass = f" (past the rules: {row.bypass})" if row.bypass else ""
    return f"{row.review_state} by {row.reviewer}" + (" (self-signed)" if row.self_signed else "") + bypass + closing


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
