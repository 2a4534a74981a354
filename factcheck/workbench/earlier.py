"""Claims that were checked before, in another article: their verdict, what it rests on, and whether it still holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from factcheck.domain import Claim, ClaimSummary, Evidence, ReviewState
from factcheck.review.alike import ALIKE, best_alike
from factcheck.review.binding import why_stale
from factcheck.text.words import content_stems

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.own_words import OwnWords

MOST = 3
"""Claims that are shown; what was checked more often is found from these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A claim that was checked before: `article` is its title, `evidence` what its verdict rests on.

    `holds`: it is signed, nothing that it rests on has changed, and its verdict is of these words; `standing` says so,
    or why it does not, in words.
    """

    claim: ClaimSummary
    article: str
    standing: str
    holds: bool
    evidence: tuple[Evidence, ...]

    def leaving(self, words: OwnWords) -> dict[str, object]:
        """Return what of it may leave: no words of a source, nor `words` that name one that may not be named."""
        row = words.row(self.claim)
        told = {"id": row.id, "number": row.number, "article": row.article, "title": self.article}
        verdict = {"rating": row.rating, "rationale": row.rationale, "checker": row.checker, "reviewer": row.reviewer}
        standing = {"review_state": row.review_state, "standing": self.standing, "holds": self.holds}
        return {**told, **verdict, **standing, "evidence": [item.id for item in self.evidence]}


_FORMER = "; of an earlier revision: the article no longer says so"


class CheckedBefore:
    """The claims of a workspace that have a verdict, by their words. Made once for many questions.

    Those of earlier revisions are among them, where their article no longer says so: what was corrected in print comes
    back in other articles.
    """

    def __init__(self, bench: Workbench) -> None:
        """Read what has a verdict."""
        self._bench = bench
        listed = list(bench.summaries())
        self._former = dict(_no_longer_said(bench.store.former(), listed))
        self._rows = {row.id: row for row in listed if row.rating} | self._former
        self._words: dict[str, frozenset[str]] = {}
        self._where: dict[str, set[str]] = defaultdict(set)
        for row in self._rows.values():
            self._words[row.id] = content_stems(row.verbatim)
            for word in self._words[row.id]:
                self._where[word].add(row.id)
        self._titles = {article.id: article.title or article.path for article in bench.articles()}

    def of(self, claim: Claim, article: str) -> tuple[Earlier, ...]:
        """Return what was checked before in other articles and says what a claim of `article` (its id) says."""
        known = {name: self._bench.store.claim(name)[0] for name in self._near(claim, article)}
        alike = best_alike(claim, known, len(known))
        still_say_so = {self._rows[name].article for name in alike if name not in self._former}
        told = (n for n in alike if n not in self._former or self._rows[n].article not in still_say_so)
        return tuple(self._earlier(name) for name in islice(told, MOST))

    def _near(self, claim: Claim, article: str) -> Iterator[str]:
        """Yield the claims of other articles that have enough of the words."""
        yield from self._sharing(content_stems(claim.verbatim), article)

    def has(self, row: ClaimSummary) -> bool:
        """Whether something was checked before that says what a claim says; claims are read where words are shared."""
        near = list(self._sharing(content_stems(row.verbatim), row.article))
        if not near:
            return False
        store = self._bench.store
        return bool(best_alike(store.claim(row.id)[0], {name: store.claim(name)[0] for name in near}, 1))

    def _sharing(self, words: frozenset[str], article: str) -> Iterator[str]:
        counts = Counter(name for word in words for name in self._where.get(word, ()))
        for name, shared in counts.items():
            longer = max(len(words), len(self._words[name]))
            if self._rows[name].article != article and shared >= ALIKE * longer:
                yield name

    def _earlier(self, name: str) -> Earlier:
        view = self._bench.claim(name)
        row, state = view.summary, view.state
        resting = tuple(item for item in view.evidence if item.id in state.rests_on)
        rated = state.stage.carried.rated if state.stage.carried else ""
        holds = row.review_state is ReviewState.SIGNED and not view.state.lost and not rated
        return Earlier(
            claim=row,
            article=self._titles.get(row.article, row.article),
            standing=_standing(row, holds=holds, why=why_stale(state), rated=rated)
            + (_FORMER if name in self._former else ""),
            holds=holds,
            evidence=resting,
        )


def _no_longer_said(
    former: Iterable[ClaimSummary], listed: Iterable[ClaimSummary]
) -> Iterator[tuple[str, ClaimSummary]]:
    """Yield rows of earlier revisions (by id) whose words their article has no more, each as it stood last."""
    said = {(row.article, row.verbatim) for row in listed}
    for row in former:
        if (row.article, row.verbatim) not in said:
            said.add((row.article, row.verbatim))
            yield row.id, row


def _standing(row: ClaimSummary, *, holds: bool, why: str, rated: str) -> str:
    if holds:
        return f"signed by {row.reviewer}; it still holds"
    if rated:
        return f"the verdict is of the words before, and not of these: “{rated}”"
    if row.review_state is ReviewState.STALE:
        return f"signed by {row.reviewer}, and holds no longer: {why}"
    return f"{row.review_state}; nobody has signed it" if not row.reviewer else str(row.review_state)


def checked_before(bench: Workbench, claim: str) -> tuple[Earlier, ...]:
    """Return what was checked before in other articles and says what a claim (its id) says, the most alike first."""
    view = bench.claim(claim)
    return CheckedBefore(bench).of(view.claim, view.summary.article)


def with_earlier(bench: Workbench, goes_on: Callable[[], bool] = lambda: True) -> frozenset[str]:
    """Return the claims (ids) without a verdict of which something was checked before in another article.

    `goes_on`: asked before each claim; where nobody wants it any more, what was found so far is returned.
    """
    if len(bench.articles()) < 2:  # noqa: PLR2004 - one, and another
        return frozenset()
    known = CheckedBefore(bench)
    open_rows = takewhile(lambda _: goes_on(), (row for row in bench.summaries() if not row.rating))
    return frozenset(row.id for row in open_rows if known.has(row))


def in_article(bench: Workbench, rows: Sequence[ClaimSummary]) -> Mapping[int, tuple[Earlier, ...]]:
    """Return what was checked before, for each claim of an article (its number) that was."""
    known = CheckedBefore(bench)
    found = {row.number: known.of(bench.store.claim(row.id)[0], row.article) for row in rows if not row.rating}
    return {number: earlier for number, earlier in found.items() if earlier}
