"""The article as a Word document with a comment at each claim: what editors work in. The text stands as it was read.

Wording that is open or accepted and not in the text is a tracked change (`docx_changes`), and so are words to be cut.
Written by python-docx (the extra `office`). All times in it are of the log, a comment's that of the decision it tells
or else of the last event, so that the same state gives the same bytes. A claim within another has a comment of its own.
"""

from __future__ import annotations

import io
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any

from factcheck.domain import ClaimState, ClaimView, Evidence, Rating, ReviewState, Revision, Stance
from factcheck.errors import StateError
from factcheck.reports.about import About
from factcheck.reports.aside import withheld_in_words
from factcheck.reports.cells import counted, shown_line, shown_text
from factcheck.reports.claim_counts import verdict_in_words
from factcheck.reports.claim_page import stage_lines
from factcheck.reports.docx_changes import track_changes
from factcheck.reports.looked_up import LookedUp, minded, periods
from factcheck.reports.wording import wording_lines
from factcheck.review.binding import effective_stance, why_stale
from factcheck.text.display import short_name

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

AUTHOR, INITIALS = "factcheck", "fc"
"""Of comments on claims without a verdict, and of the document."""
LONGEST_PASSAGE = 300
"""Characters of a passage that a comment quotes: it is read beside the text, and the annotated copy has the whole."""
MOST_EVIDENCE = 6
"""Pieces of evidence that a comment names; the others are counted."""
SIDES = frozenset([Stance.CORROBORATES, Stance.CONFLICTS])
_FIRST_CHANGE = 1_000_000
"""The number of the first tracked change: comments, which are numbered too, are fewer."""
_NEVER = datetime(1980, 1, 1, tzinfo=UTC)
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Commented:
    """An article with the claims to be told of; their views hold what may leave.

    `looked_up`: the facets, the gaps and the search of claims (ids), as they may leave.
    """

    revision: Revision
    claims: Sequence[ClaimView]
    looked_up: Mapping[str, LookedUp] = field(default_factory=dict)


def articles_as_docx(articles: Iterable[Commented], about: About) -> bytes:
    """Return the document, packed.

    Raises:
        StateError: python-docx is not installed.
    """
    document = _new_document()
    ratings = {rating.id: rating for rating in about.ratings}
    titles: list[str] = []
    numbers = count(_FIRST_CHANGE)
    for article in articles:
        if titles:
            document.add_paragraph().paragraph_format.page_break_before = True
        titles.append(article.revision.title)
        _write(document, article, ratings, about, numbers)
    _tell_state(document, about, titles)
    packed = io.BytesIO()
    document.save(packed)
    return _repacked(packed)


def _new_document() -> Document:
    try:
        import docx
    except ImportError as error:
        raise StateError(
            f"writing a Word document needs {error.name}, which is not installed",
            hint="pip install 'factcheck-workbench[office]'",
        ) from error
    document: Document = docx.Document()
    _without_makers(document)
    return document


def _without_makers(document: Document) -> None:
    """Take out what the template tells of the machine that it was made on: its word processor, and a picture of it."""
    package = document.part.package
    for name, rel in list(package.rels.items()):
        if rel.reltype.endswith("/thumbnail"):
            del package.rels[name]
        elif rel.reltype.endswith("/extended-properties"):
            rel.target_part._blob = _APP  # noqa: SLF001 - there is no other way to it


_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>factcheck</Application></Properties>"
)


def _write(
    document: Document, article: Commented, ratings: Mapping[str, Rating], about: About, numbers: Iterator[int]
) -> None:
    """Write the text paragraph by paragraph, in runs that end where a claim begins or ends."""
    text = article.revision.text
    edges = sorted({edge for view in article.claims for edge in (view.claim.start, view.claim.end)})
    runs: list[tuple[int, int, Run]] = []
    for start, end in _paragraphs(text):
        within = edges[bisect_right(edges, start) : bisect_left(edges, end)]
        runs += _runs(document.add_paragraph(), text, [start, *within, end])
    starts, ends = [start for start, _, _ in runs], [end for _, end, _ in runs]
    add = _commenting(document)
    for view in article.claims:
        touched = runs[bisect_right(ends, view.claim.start) : bisect_left(starts, view.claim.end)]
        own = [run for _, _, run in touched]
        decided = view.state.verdict or view.state.stage.waiver
        author, at = (shown_line(decided.user), decided.at.astimezone(UTC)) if decided else (AUTHOR, _moment(about))
        if own:
            add(own, "\n".join(_told(view, ratings, article.looked_up.get(view.claim.id))), author, at)
    track_changes(text, runs, article.claims, numbers)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines of a text that are not blank stand."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line)


def _runs(paragraph: Paragraph, text: str, edges: Sequence[int]) -> Iterator[tuple[int, int, Run]]:
    for start, end in pairwise(edges):
        yield start, end, paragraph.add_run(shown_text(text[start:end]))


def _commenting(document: Document) -> Callable[[Sequence[Run], str, str, datetime], None]:
    """Return what puts a comment (words, author, time) at some runs.

    Each is made among none and then moved: python-docx looks through all comments for the number of the next one.
    """
    from docx.comments import Comments
    from docx.oxml import OxmlElement

    there: Any = document.comments
    numbers = count(len(there))

    def add(runs: Sequence[Run], words: str, author: str, at: datetime) -> None:
        alone = Comments(OxmlElement("w:comments"), there._comments_part)  # noqa: SLF001
        made: Any = alone.add_comment(words, author, INITIALS)._comment_elm  # noqa: SLF001
        made.id, made.date = next(numbers), at  # a time of the log, not the clock's
        there._comments_elm.append(made)  # noqa: SLF001
        runs[0].mark_comment_range(runs[-1], made.id)

    return add


def _told(view: ClaimView, ratings: Mapping[str, Rating], found: LookedUp | None) -> Iterator[str]:
    """Yield what a comment says of a claim, a line each."""
    claim, state = view.claim, view.state
    label = verdict_in_words(view.summary, {name: rating.label for name, rating in ratings.items()})
    yield f"{view.summary.number}: {shown_line(label)} ({state.review_state}{_by(view)})"
    who = shown_line(claim.claimant.name) if claim.claimant else "the article itself"
    yield f"Claimant: {who}; said on: {claim.said_on.iso if claim.said_on else 'not known'}"
    if state.verdict:
        yield f"Rationale: {shown_line(state.verdict.rationale)}"
    yield from wording_lines(state)
    yield from stage_lines(state)
    yield from _evidence(view)
    if found is not None:
        yield from (f"Gap: {shown_line(gap.message)}" for gap in found.facets.gaps)
        yield from [] if view.evidence else found.search_lines()


def _by(view: ClaimView) -> str:
    sign_off = view.state.sign_off
    if sign_off is None:
        return ""
    if view.state.review_state is ReviewState.STALE:
        return f": {why_stale(view.state)}"
    return f" by {shown_line(sign_off.user)}" + (", self-signed" if sign_off.self_signed else "")


def _evidence(view: ClaimView) -> Iterator[str]:
    """Yield the evidence that was cited or judged, then what takes a side; the rest is counted."""
    decided = [one for one in view.evidence if one.id in view.state.stances or one.id in view.state.cited]
    siding = [one for one in view.evidence if one not in decided and one.judgement.stance in SIDES]
    told = [*decided, *siding][:MOST_EVIDENCE]
    yield from (_passage(one, view) for one in told)
    left = len(view.evidence) - len(told)
    if left:
        yield f"{counted(left, 'more passage')} in the annotated copy (claim-list --format html)"
    if not view.evidence:
        yield _found_nothing(view.state)


def _found_nothing(state: ClaimState) -> str:
    if state.search is None or not state.was_searched:
        return "Not searched yet."
    found = f"Nothing found in {counted(state.search.documents, 'document')}"
    return f"{found}; this does not mean that the claim is false."


def _passage(one: Evidence, view: ClaimView) -> str:
    source, stance = one.candidate.source, effective_stance(one, view.state)
    how = "judged" if one.id in view.state.stances else "suggested"
    cited = ", cited" if one.id in view.state.cited else ""
    day = source.published.isoformat() if source.published else ""
    named = (
        ", ".join(filter(None, (short_name(source.title), source.publisher, day, one.candidate.locator))) or "a source"
    )
    words = " ".join(one.candidate.passage.text.split())
    short = words if len(words) <= LONGEST_PASSAGE else f"{words[:LONGEST_PASSAGE].rstrip()}..."
    quoted = f": “{short}”" if short else ""
    quoted += f" (look: {view.notices[one.id]})" if one.id in view.notices else ""
    minding = minded(periods(one), one.judgement.badges)
    return shown_line(f"{view.state.name_of(one.id)} {stance} ({how}{cited}): {named}{minding}{quoted}")


def _tell_state(document: Document, about: About, titles: Sequence[str]) -> None:
    """Say which state it shows and what it leaves out: in the document's properties, and in the foot of each page.

    Not among the paragraphs: a document that comes back as the next revision is the article's text alone.
    """
    told = f"{about.stamp}; not listed: {str(about.aside) or 'nothing'}; sign-offs: identity {about.identity}"
    if withheld := about.withheld():
        told += f"; withheld: {withheld_in_words(withheld)}"
    foot = document.sections[0].footer.paragraphs[0].add_run(shown_line(f"{about.stamp.program}; state: {told}"))
    foot.font.size = FOOT
    own = document.core_properties
    own.author = own.last_modified_by = AUTHOR
    own.title = shown_line(titles[0])[:_LONGEST_PROPERTY] if len(titles) == 1 else counted(len(titles), "article")
    own.comments = told[:_LONGEST_PROPERTY]
    own.created = own.modified = _moment(about)
    own.revision = 1


FOOT = 8 * 12_700
"""The size of the letters in the foot: 8 points, in the unit of the format (EMU)."""
_LONGEST_PROPERTY = 255
"""Characters of a property. Source: python-docx, CoreProperties."""


def _moment(about: About) -> datetime:
    return (about.stamp.at or _NEVER).astimezone(UTC)


def _repacked(packed: io.BytesIO) -> bytes:
    """Pack the parts again without the time of the clock."""
    again = io.BytesIO()
    with zipfile.ZipFile(packed) as parts, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            one = zipfile.ZipInfo(name, _ZIP_TIME)
            one.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(one, parts.read(name))
    return again.getvalue()
