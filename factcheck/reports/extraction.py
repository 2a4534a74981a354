"""The claims of an article, annotated, and the sentences that were set aside with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import Claim, Disposition, Extraction, Sentence
from factcheck.reports.cells import counted, shown_line, wrap

INDENT = "      "


def extraction_lines(extraction: Extraction, columns: int) -> Iterator[str]:
    """Yield the claims in the order of the text, then the sentences without one, each line with its newline."""
    aside = [s for s in extraction.sentences if s.disposition != Disposition.CLAIMS]
    claims, sentences = counted(len(extraction.claims), "claim"), counted(len(extraction.sentences), "sentence")
    yield f"{claims}, {sentences}, {len(aside)} set aside\n"
    for number, claim in enumerate(extraction.claims, start=1):
        yield f"{number:4}  {_about(claim)}\n"
        yield from (f"{line}\n" for line in wrap(shown_line(claim.verbatim), columns, INDENT))
    if aside:
        yield "\nSet aside:\n"
    for sentence in aside:
        yield f"      {_reason(sentence)}\n"
        yield from (f"{line}\n" for line in wrap(shown_line(sentence.text), columns, INDENT))


def _about(claim: Claim) -> str:
    who = claim.claimant.name if claim.claimant else "the article"
    when = claim.said_on.iso if claim.said_on else "date not known"
    return shown_line(f"[{claim.start}, {claim.end}) {who}; {when}; {claim.form}/{claim.content}")


def _reason(sentence: Sentence) -> str:
    why = f" ({sentence.reason})" if sentence.reason else ""
    return shown_line(f"[{sentence.start}, {sentence.end}) {sentence.disposition}{why}")
