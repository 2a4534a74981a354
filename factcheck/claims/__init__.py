"""From an article to its claims: layout, speakers, dates, self-contained wording, check-worthiness.

Rules and small tables, no model: deterministic, and every claim says which rule found its speaker. English is
measured; German is split and dated; other languages are split by their punctuation.

What extracts is imported when it is called: its patterns take a fifth of a second to compile, and the faces, which use
`claims.wording`, extract nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from factcheck.domain import Extraction, LayoutHint

Progress = Callable[[int, int], None]
"""Called now and then with how many characters of a text are read, and how many it has."""

ENGINE = "claims/22"


def extract_claims(text: str, *, published: date | None = None, layout: Sequence[LayoutHint] = ()) -> Extraction:
    """Extract the claims of an article and account for each of its sentences.

    `published` anchors relative dates; where it is None, a date line at the head of the text is used, and
    `published_from` says so ("given", "text" or ""). Spans count in code points of `text`, which is kept as it is.
    Where the text is a transcript, its speakers are the claimants. Time is linear in the length of the text.
    """
    from factcheck.claims.transcripts import extract_spoken
    from factcheck.claims.turns import find_turns

    turns, markers = find_turns(text)
    return extract_spoken(text, turns, markers, published=published, layout=layout)


def extract_unspoken(
    text: str,
    *,
    published: date | None = None,
    layout: Sequence[LayoutHint] = (),
    spoken: Sequence[tuple[int, int]] = (),
    progress: Progress = lambda _, __: None,
) -> Extraction:
    """Extract as `extract_claims` does, without looking for the speakers of a transcript.

    `spoken`: where it is known, in order, that somebody speaks: a line there is no heading, and "you" no reader.
    `progress` hears of each sentence.
    """
    from factcheck.claims.answers import answered, find_interview
    from factcheck.claims.continued import with_speakers_behind
    from factcheck.claims.extraction import Reader
    from factcheck.claims.findings import blanked, find_all
    from factcheck.claims.inconsistencies.finding import with_findings
    from factcheck.claims.page.layout import find_pieces, notes_start
    from factcheck.claims.page.pieces import is_own
    from factcheck.claims.page.unseen import as_seen
    from factcheck.claims.sources.numbered import find_notes

    notes = find_notes(text)
    listed = tuple(notes.hints(text)) if notes else ()
    marks = [(mark.start, mark.end) for mark in notes.marks] if notes else []
    if (seen := as_seen(text, marks)) is not None:
        moved = [seen.seen(*pair) for pair in spoken]
        hints = seen.hints((*listed, *layout))  # what the file says comes last, and counts
        found = extract_unspoken(seen.text, published=published, layout=hints, spoken=moved, progress=progress)
        return seen.restored(found)
    published, published_from = _anchor(text, published)
    interview = None if spoken else find_interview(text[: notes_start(text, layout)])
    spoken = interview.answers if interview else spoken
    pieces = find_pieces(text, layout, spoken)
    known = find_all(text, published, [(p.start, p.end) for p in pieces if not is_own(p)])
    reader = Reader(known, tuple(spoken), progress)
    reader.read(pieces)
    claims = with_speakers_behind(blanked(text, known.aside), reader.claims, known.quotations)
    if interview is not None:
        claims = list(answered(claims, interview, known.registry, published))
    return Extraction(
        sentences=tuple(reader.sentences),
        claims=tuple(with_findings(text, claims, reader.sentences, known)),
        published=published,
        published_from=published_from,
        engine=ENGINE,
    )


def _anchor(text: str, given: date | None) -> tuple[date | None, str]:
    from factcheck.claims.page.published import find_published

    if given is not None:
        return given, "given"
    found = find_published(text)
    return (found.start, "text") if found is not None else (None, "")


__all__ = ["ENGINE", "Progress", "extract_claims", "extract_unspoken"]
