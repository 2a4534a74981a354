"""Write a claim list in the format that is asked for, and say what did not go into it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from factcheck.cli.list_options import Asked
from factcheck.cli.output import columns, say
from factcheck.cli.target import write_bytes, write_text
from factcheck.reports.aside import withheld_in_words
from factcheck.reports.cells import counted

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.listing import Listed
    from factcheck.workbench.own_words import OwnWords

FILE_WIDTH = 120
"""Cells of a line of a table that goes to a file: the same bytes for the same state, on whatever terminal."""
_OF_ROWS = ("json", "jsonl", "csv", "xlsx", "md")
"""Formats that leave and are made of the rows alone; the table stays on the terminal."""
_LINKED = ("claimreview", "annotations")


def write_list(bench: Workbench, listed: Listed, wanted: Asked, words: OwnWords) -> None:
    """Write the list to where it is wanted. `words`: takes out what may not leave, and counts that."""
    from factcheck.reports.columns import LOOKED_UP
    from factcheck.workbench.looking_up import MOST_LOOKED_UP, LookingUp

    asks = wanted.facets or not set(LOOKED_UP).isdisjoint(listed.about.columns)
    if asks or listed.about.counts.claims <= MOST_LOOKED_UP:
        listed = replace(listed, about=replace(listed.about, looked_up=LookingUp(bench, listed.rows)))
    if wanted.kind in _OF_ROWS:
        from factcheck.workbench.listing import Listing

        shown = listed.rows
        rows = Listing(lambda: words.rows(shown))
        about = words.told_in(listed.about, rows, listed.worded)
        listed = replace(listed, rows=rows, about=about)
    else:
        listed = replace(listed, about=replace(listed.about, withheld=lambda: len(words.withheld)))
    if wanted.kind == "xlsx":
        from factcheck.reports.as_xlsx import claims_as_xlsx

        write_bytes(lambda: [claims_as_xlsx(listed.rows, listed.about)], wanted.output, force=wanted.force)
        return
    if wanted.kind == "docx":
        from factcheck.workbench.annotated import docx_of

        write_bytes(lambda: [docx_of(bench, listed.rows, listed.about, words)], wanted.output, force=wanted.force)
        return
    write_text(_chunks(bench, listed, wanted, words), wanted.output, force=wanted.force)
    silent = wanted.kind == "table" and not listed.about.counts.claims  # what has no row says nothing itself
    if (silent or wanted.kind == "csv") and (left_out := str(listed.about.aside)):
        say(f"not listed: {left_out}")
    if silent or (wanted.columns and wanted.kind == "csv"):
        say(f"state: {listed.about.stamp}")


def _chunks(bench: Workbench, listed: Listed, wanted: Asked, words: OwnWords) -> Iterable[str]:
    if wanted.kind in _LINKED:
        return _linked(bench, listed, wanted.kind, words)
    if wanted.kind == "html":
        from factcheck.workbench.annotated import copy_of, leaving

        return copy_of(bench, listed.rows, listed.about, partial(leaving, bench, words))
    return _rendered(listed, wanted)


def _linked(bench: Workbench, listed: Listed, kind: str, words: OwnWords) -> Iterable[str]:
    from factcheck.workbench.publishing import NOT_PUBLISHED, REWORDED, WAIVED, anchors, reviews, unpublished

    if kind == "annotations":
        return anchors(bench, listed.rows, listed.about)
    chunks = reviews(bench, listed.rows, listed.about, words)
    left_out = unpublished(bench, listed.rows)
    if hidden := left_out.get(NOT_PUBLISHED):
        say(f"left out: {counted(hidden, 'claim')} {NOT_PUBLISHED} (`exported` in [ratings])")
    if reworded := left_out.get(REWORDED):
        say(f"left out: {counted(reworded, 'claim')} {REWORDED} (`factcheck claim verdict` rates what it reads now)")
    told = [str(listed.about.aside)] * bool(str(listed.about.aside))
    if waived := left_out.get(WAIVED):
        told.append(f"{waived} {WAIVED}")
    if told:
        say(f"not listed: {', '.join(told)}")
    say(f"state: {listed.about.stamp}")
    return chunks


def _rendered(listed: Listed, wanted: Asked) -> Iterable[str]:
    rows, about = listed.rows, listed.about
    if wanted.kind == "csv":
        from factcheck.reports.as_csv import claims_as_csv

        return claims_as_csv(rows, about)
    if wanted.kind in {"json", "jsonl"}:
        from factcheck.reports.as_json import claims_as_json, claims_as_jsonl

        return claims_as_json(rows, about) if wanted.kind == "json" else claims_as_jsonl(rows, about)
    if wanted.kind == "md":
        from factcheck.reports.as_markdown import claims_as_markdown

        return claims_as_markdown(rows, about)
    if not about.counts.claims:
        return ()
    from factcheck.reports.table import claim_table
    from factcheck.reports.table_columns import Layout

    wide = FILE_WIDTH if wanted.output else columns()
    layout = Layout(columns=wide, wide=wanted.wide, about=about)
    return claim_table(rows, about.articles, about.ratings, layout)


def tell_withheld(words: OwnWords) -> None:
    """Say what of the words did not leave, and what of them needs a look."""
    if words.withheld:
        say(f"withheld: {withheld_in_words(len(words.withheld))}")
    if words.given:
        from factcheck.workbench.own_words import GIVEN

        say(f"look: words that leave have {', '.join(sorted(words.given))}, {GIVEN}")
    if words.uncited:
        say(f"left out: sources of {counted(len(words.uncited), 'claim')} that are not open")
    if words.cut:
        say(f"cut: the folders of paths in words of {counted(len(words.cut), 'claim')}; the file's name stays")
