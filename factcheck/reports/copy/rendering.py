"""The annotated copy as HTML: what is shown of an article, and the templates that write it."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from factcheck.domain import (
    ClaimSummary,
    ClaimView,
    Event,
    Rating,
    ReviewState,
    Revision,
    Source,
    Stance,
)
from factcheck.errors import StateError
from factcheck.reports.about import About
from factcheck.reports.aside import withheld_in_words
from factcheck.reports.cells import counted, shown_line, shown_text
from factcheck.reports.citations import citation_line
from factcheck.reports.claim_counts import UNJUDGED, WAIVED, verdict_counts
from factcheck.reports.claim_page import stage_lines, sureness
from factcheck.reports.copy.languages import PAGE, language_of
from factcheck.reports.copy.marks import passage_marked
from factcheck.reports.copy.pictures import bars, timeline
from factcheck.reports.copy.pieces import Marked
from factcheck.reports.disclosure import is_left
from factcheck.reports.linked_data import web_address
from factcheck.reports.log_lines import in_words
from factcheck.reports.looked_up import periods
from factcheck.reports.marks import is_waived
from factcheck.reports.searches import search_lines
from factcheck.reports.standing import sign_of, signs_shown, standing_in_words
from factcheck.reports.statistics import Spread
from factcheck.reports.table_columns import WAIVED_MARK
from factcheck.reports.wording import standing_of, wording_pieces
from factcheck.review.binding import why_stale
from factcheck.review.scale import shown_as
from factcheck.stance.matrix.facets import FacetMatrix, Row

if TYPE_CHECKING:
    from jinja2 import Environment, Template

KINDS = {"supports": "supports", "against": "against"}
NEITHER, NONE = "neither", "none"
NO_LETTER = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What stands at a claim in the text: number, letter of its verdict, sign of its state, and both in words.

    `kind`: its colour; `is_signed`: the verdict holds, signed by a reviewer.
    """

    key: str
    number: int
    letter: str
    label: str
    sign: str
    standing: str
    kind: str
    is_signed: bool

    @property
    def letters(self) -> str:
        """The letter and the sign, as they stand behind the number."""
        return self.letter + self.sign

    @property
    def words(self) -> str:
        """The verdict, and how far it holds."""
        return f"{self.label} ({self.standing})" if self.standing not in {"", self.label} else self.label


def mark_of(row: ClaimSummary, ratings: Mapping[str, Rating], key: str) -> Mark:
    """Return the mark of a claim by its verdict and by its state."""
    letter, label, kind = _verdict_mark(row, ratings)
    sign = sign_of(row)
    return Mark(
        key=key,
        number=row.number,
        letter=letter,
        label=label,
        sign="" if sign == letter else f" {sign}" if len(sign) > 1 else sign,
        standing=standing_in_words(row),
        kind=kind,
        is_signed=row.review_state is ReviewState.SIGNED and not row.is_published,
    )


def _verdict_mark(row: ClaimSummary, ratings: Mapping[str, Rating]) -> tuple[str, str, str]:
    """Return the letter, the words and the colour of a verdict, or of there being none."""
    if not row.rating:
        return (WAIVED_MARK, WAIVED, NONE) if is_waived(row) else (NO_LETTER, UNJUDGED, NONE)
    letter, label, rating = shown_as(row, ratings)
    return letter, label, _kind(rating) if rating else NEITHER


def _kind(rating: Rating) -> str:
    return KINDS.get(rating.direction, NEITHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim with what is told of it. The view holds what may leave; `names`: what its evidence (ids) is called."""

    mark: Mark
    view: ClaimView
    matrix: FacetMatrix
    events: Sequence[Event]
    names: Mapping[str, str]


@dataclass(slots=True)
class Sources:
    """The sources of the evidence, gathered while the claims are written."""

    passages: Counter[str] = field(default_factory=Counter)
    cited: Counter[str] = field(default_factory=Counter)
    known: dict[str, Source] = field(default_factory=dict)

    def take(self, view: ClaimView) -> None:
        """Count the sources of a claim's evidence."""
        for item in view.evidence:
            source = item.candidate.source
            self.known[source.id] = source
            self.passages[source.id] += 1
            self.cited[source.id] += item.id in view.state.cited

    @property
    def listed(self) -> list[tuple[Source, int, int]]:
        """Return the sources with how many passages of them there are and how many are cited, cited ones first."""
        order = sorted(self.known, key=lambda one: (-self.cited[one], -self.passages[one], self.known[one].title, one))
        return [(self.known[one], self.passages[one], self.cited[one]) for one in order]

    @property
    def days(self) -> list[tuple[date, int]]:
        """Return the days on which sources were released, and how many passages are of each."""
        counts: Counter[date] = Counter()
        for name, source in self.known.items():
            if source.published:
                counts[source.published] += self.passages[name]
        return sorted(counts.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The desk's figures of an article: how long its claims took to be signed, what was corrected by cause."""

    signing: Spread | None = None
    corrections: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCopy:
    """An article in the copy. `language`: of its text. `told` is gone through once; `sources` is asked afterwards."""

    key: str
    title: str
    address: str
    revision: str
    published: date | None
    sentences: Sequence[Marked]
    language: str
    claims: Mapping[str, Mark]
    told: Iterable[Told]
    sources: Callable[[], Sources]
    coverage: Mapping[str, int]
    verdicts: Mapping[str, int]
    stances: Mapping[str, int]
    desk: Desk


def article_copy(
    key: str,
    revision: Revision,
    sentences: Sequence[Marked],
    rows: Mapping[str, ClaimSummary],
    told: Callable[[Mapping[str, Mark]], Iterator[Told]],
    ratings: Sequence[Rating],
    desk: Desk,
) -> ArticleCopy:
    """Return an article as the copy shows it. `rows`: its claims, by the key that the copy knows them by."""
    known = {rating.id: rating for rating in ratings}
    marks = {name: mark_of(row, known, name) for name, row in rows.items()}
    sources = Sources()
    return ArticleCopy(
        key=key,
        title=revision.title or f"Article {revision.article}",
        address=web_address(revision.path),
        revision=revision.id,
        published=revision.published,
        sentences=sentences,
        language=language_of(revision.text),
        claims=marks,
        told=_taking(told(marks), sources),
        sources=lambda: sources,
        coverage=Counter(str(one.disposition).replace("-", " ") for one in sentences),
        verdicts=verdict_counts(rows.values(), ratings),
        stances={
            str(Stance.CORROBORATES): sum(row.corroborates for row in rows.values()),
            str(Stance.CONFLICTS): sum(row.conflicts for row in rows.values()),
            str(Stance.RELATED): sum(row.related for row in rows.values()),
        },
        desk=desk,
    )


def _taking(told: Iterator[Told], sources: Sources) -> Iterator[Told]:
    for one in told:
        sources.take(one.view)
        yield one


def annotated_copy(articles: Iterable[ArticleCopy], titles: Sequence[str], about: About) -> Iterator[str]:
    """Yield the file. `titles`: those of the articles.

    Raises:
        StateError: what writes it is not installed.
    """
    template = _template()
    style = files(__package__).joinpath("copy.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    copy = {
        "language": PAGE,
        "title": "Fact-check: " + (titles[0] if len(titles) == 1 else counted(len(titles), "article")),
        "counts": about.counts,
        "aside": about.aside,
        "identity": about.identity,
        "stamp": about.stamp,
        "ratings": about.ratings,
        "waived": WAIVED_MARK if about.counts.waived else "",
        "signs": signs_shown(about.counts),
        "several": len(titles) > 1,  # parts of a page that a reader can jump to need names of their own
        "articles": articles,
        "withheld": about.withheld,
    }
    from markupsafe import Markup

    yield from template.generate(copy=copy, style=Markup(style), style_digest=f"sha256-{digest}")  # noqa: S704 - ours


@lru_cache(1)
def _template() -> Template:
    try:
        import jinja2
        import leather  # noqa: F401 - the pictures need it; better told before anything is written
    except ImportError as error:
        raise StateError(
            f"writing the annotated copy needs {error.name}, which is not installed",
            hint="pip install 'factcheck-workbench[html]'",
        ) from error
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("factcheck.reports", "copy"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=False,
        keep_trailing_newline=True,
    )
    _add_filters(environment)
    return environment.get_template("copy.html.j2")


def _add_filters(environment: Environment) -> None:
    """Give the templates what makes texts harmless and says things in words; all but pictures are escaped after it."""
    from markupsafe import Markup

    from factcheck.reports.copy import words

    environment.filters |= {
        "line": shown_line,
        "shown": shown_text,
        "counted": counted,
        "withheld_in_words": withheld_in_words,
        "kind": _kind,
        "citation": citation_line,
        "passage": passage_marked,
        "in_words": lambda event, names: in_words(event, lambda one: names.get(one, one)),
        "why_stale": why_stale,
        "sureness": sureness,
        "periods": periods,
        "search": lambda search: list(search_lines(search)),
        "stages": lambda state: list(stage_lines(state)),
        "names": _names,
        "pieces": wording_pieces,
        "standing": standing_of,
        "person": words.person,
        "moment": words.moment,
        "named": words.named,
        "is_left": is_left,
        "lang": words.in_language,
        "tagged": words.tagged,
        "bars": lambda counts: Markup(bars(counts)),  # noqa: S704 - leather escapes the labels
        "timeline": lambda days: Markup(timeline(days)),  # noqa: S704 - days and numbers alone
    }


def _names(row: Row, names: Mapping[str, str]) -> str:
    return ", ".join(names.get(item, "?") for item in row.evidence)
