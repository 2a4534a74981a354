"""Editing the list of claims at the desk: what each edit asks, and what is told after it.

New bounds are matched against the corpus at once, so each edit runs beside the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.errors import InputError
from factcheck.text.dates.iso_dates import read_iso_date
from factcheck.tui.claim_pane import attribution, in_context
from factcheck.tui.dialogs.form import Answers, Ask, Form
from factcheck.tui.keys import key_of
from factcheck.tui.marking import bounds_marking, join_marking, place_marked, split_marking
from factcheck.tui.pieces import Line, Piece, Role, line
from factcheck.workbench import correcting, editing

if TYPE_CHECKING:
    from factcheck.domain import ArticleSummary, Claim, ClaimSummary, ClaimView, DateValue
    from factcheck.tui.decisions import Decisions
    from factcheck.tui.marking import Marking
    from factcheck.tui.reading import ArticleText
    from factcheck.workbench import Workbench
    from factcheck.workbench.edited import Edited

NONE = "none"
"""The word that takes a claimant or a date away."""
DATE = "YYYY-MM-DD, YYYY-MM, YYYY, two of them with /, or none: not known"

MOST_NAMED = 6
"""Claims between those that are joined, which are named."""

DONE = {
    "split": "split",
    "join": "joined",
    "bounds": "bounds moved",
    "claimant": "claimant corrected",
    "said-on": "date corrected",
    "remove": "out of the list",
}
"""What an edit was, in words."""

Done = Callable[["Edited", str], object]
"""Shows what an edit did; the second is what it was, in words."""


class Edits:
    """The edits of the claim in view. `shown`: goes on with what an edit did."""

    def __init__(self, decisions: Decisions, shown: Done) -> None:
        self.decisions = decisions
        self._shown = shown

    def split(self, view: ClaimView) -> Form:
        """Ask after which words."""

        def work(bench: Workbench, answers: Answers, now: ClaimView) -> Edited:
            if not answers["after"]:
                raise InputError("nothing is marked", hint="mark the words of the first part, or type their last ones")
            place = place_marked(answers)
            offset = place[1] if place else editing.place_after(bench, now.claim.id, answers["after"])
            return editing.split(bench, now.claim.id, offset, seen=now.state.seq)

        asks = (Ask("after", hint="the first part, marked; or its last words, typed"),)
        return self._marked(self._form("Split", view, asks, work, "split"), split_marking, view)

    def join(self, view: ClaimView) -> Form:
        """Ask with which claims."""

        def work(bench: Workbench, answers: Answers, now: ClaimView) -> Edited:
            others = [bench.find_claim(name, now.summary.article) for name in answers["with"].split()]
            return editing.join(bench, [now.claim.id, *others])

        rows = sorted(self.decisions.desk.rows_of_article(), key=lambda row: (row.start, row.number))
        following = next((str(row.number) for row in rows if row.start >= view.summary.end), "")
        asks = (Ask("with", following, "claims, marked; or their numbers, typed with blanks"),)

        def doubt(answers: Answers) -> str:
            return between(rows, {str(view.summary.number), *answers["with"].split()})

        form = replace(self._form("Join", view, asks, work, "join"), doubt=doubt)
        return self._marked(form, lambda article, claim: join_marking(article, claim, rows, following), view)

    def bounds(self, view: ClaimView) -> Form:
        """Ask for the words."""

        def work(bench: Workbench, answers: Answers, now: ClaimView) -> Edited:
            typed = answers["words"]
            place = place_marked(answers) or editing.place_of(bench, now.revision, typed, near=now.claim.id)
            return editing.set_bounds(bench, now.claim.id, *place, seen=now.state.seq)

        asks = (Ask("words", view.claim.verbatim, "of the article, marked; or typed exactly"),)
        return self._marked(self._form("Move the bounds of", view, asks, work, "bounds"), bounds_marking, view)

    def claimant(self, view: ClaimView) -> Form:
        """Ask who asserts it."""
        own = view.claim.claimant

        def work(bench: Workbench, answers: Answers, now: ClaimView) -> Edited:
            name = answers["claimant"]
            office = answers["office"] if own is None or answers["office"] != own.standing else None
            if name in {NONE, ""}:
                return correcting.correct(bench, now.claim.id, claimant=None, seen=now.state.seq)
            person = correcting.person_named(bench, now.claim.id, name, office or None)
            return correcting.correct(bench, now.claim.id, claimant=person, seen=now.state.seq)

        asks = (
            Ask("claimant", own.name if own else "", "a name; none: the article itself"),
            Ask("office", own.standing if own else "", "left empty: the one they have in the article"),
        )
        return self._form("Correct the claimant of", view, asks, work, "claimant")

    def said_on(self, view: ClaimView) -> Form:
        """Ask when it was said."""
        now_said = view.claim.said_on

        def work(bench: Workbench, answers: Answers, now: ClaimView) -> Edited:
            return correcting.correct(bench, now.claim.id, said_on=_date(answers["said on"]), seen=now.state.seq)

        asks = (Ask("said on", now_said.iso if now_said else "", DATE),)
        return self._form("Correct the date of", view, asks, work, "said-on")

    def remove(self, view: ClaimView) -> Form:
        """Ask why it leaves the list."""

        def work(bench: Workbench, answers: Answers, now: ClaimView) -> Edited:
            return editing.withdraw_claim(bench, now.claim.id, answers["reason"], seen=now.state.seq)

        asks = (Ask("reason", hint="why it is not to be checked; a reviewer ticks that"),)
        return self._form("Take out of the list:", view, asks, work, "remove")

    def add(self, article: ArticleSummary) -> Form:
        """Ask for the words of a claim that is none yet."""

        def work(bench: Workbench, answers: Answers, _: ClaimView | None) -> Edited:
            start, end = editing.place_of(bench, article.revision, answers["words"])
            return editing.add(bench, article.revision, start, end)

        return Form(
            title=f"A claim of {article.title or article.path}",
            about=(line(Piece(f"{key_of('text')} shows the article: what is set aside in it is dim", Role.DIM)),),
            asks=(Ask("words", hint="the exact words of the article"),),
            draft="add",
            subject=article.id,
            work=work,
            done=lambda edited: self._shown(edited, "added"),
        )

    def _marked(self, form: Form, marking: Callable[[ArticleText, Claim], Marking], view: ClaimView) -> Form:
        """Have the answer of a form marked in the article, where it can be read."""
        article = self.decisions.desk.article
        return replace(form, marking=marking(article, view.claim)) if article else form

    def _form(
        self,
        title: str,
        view: ClaimView,
        asks: Iterable[Ask],
        work: Callable[[Workbench, Answers, ClaimView], Edited],
        draft: str,
    ) -> Form:
        def about(now: ClaimView) -> tuple[Line, ...]:
            return in_context(now), line(Piece(attribution(now), Role.DIM))

        def run(bench: Workbench, answers: Answers, now: ClaimView | None) -> Any:  # noqa: ANN401 - the form hands it on
            return work(bench, answers, now or view)

        return Form(
            title=f"{title} claim {view.summary.number}",
            about=about(view),
            anew=about,
            asks=tuple(asks),
            draft=draft,
            view=view,
            work=run,
            done=lambda edited: self._shown(edited, f"claim {view.summary.number}: {DONE[draft]}"),
        )


def between(rows: Sequence[ClaimSummary], joined: Collection[str]) -> str:
    """Say which claims of an article (in its order) stand between those that are to be joined (numbers); "" if none."""
    chosen = [row for row in rows if str(row.number) in joined]
    if not chosen:
        return ""
    start, end = min(row.start for row in chosen), max(row.end for row in chosen)
    others = [str(row.number) for row in rows if row not in chosen and start <= row.start and row.end <= end]
    named = ", ".join(others[:MOST_NAMED]) + ("..." if len(others) > MOST_NAMED else "")
    return f"they are not neighbours: the new claim would have the words of claim {named}, too" if others else ""


def _date(written: str) -> DateValue | None:
    found = read_iso_date(written)
    if found is None and written not in {NONE, ""}:
        raise InputError(f"{written!r} is no date", hint=f"write {DATE}")
    return found
