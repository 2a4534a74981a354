"""Evidence that a person brings: what the forms ask, and what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.domain import Stance, Tier
from factcheck.errors import InputError
from factcheck.tui.claim_pane import in_context
from factcheck.tui.dialogs.form import Answers, Ask, Form
from factcheck.tui.tables import table_lines
from factcheck.workbench.bringing import Brought, bring
from factcheck.workbench.calculating import Wanted, calculate

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.domain import ClaimView, Evidence
    from factcheck.tui.decisions import Decisions
    from factcheck.workbench import Workbench

NOT_JUDGED = "none"


def evidence_form(decisions: Decisions, view: ClaimView) -> Form:
    """Ask for a file, page, contact or text."""

    def work(bench: Workbench, answers: Answers, now: ClaimView | None) -> Evidence:
        shown = now or view
        brought = Brought(
            what=answers["what"],
            pointer=answers["at"],
            words=answers["text"],
            title=answers["title"],
            day=_day(answers["date"]),
            tier=Tier(answers["tier"]),
            automatic=bool(answers["listened"]),
            listened=answers["listened"],
        )
        item = bring(bench, shown.claim.id, brought, seen=shown.state.seq)
        if answers["stance"] != NOT_JUDGED:
            bench.set_stance(shown.claim.id, item.id, Stance(answers["stance"]))
        return item

    asks = (
        Ask("what", hint="a path, an address, call:NAME (mail:, meeting:), or a text"),
        Ask("at", hint="needed of a file or page: page, paragraph, time code, cell, where others find it"),
        Ask("text", hint="the passage as you read or heard it; of a contact, what was said"),
        Ask("title", hint="what it is called"),
        Ask("date", hint="YYYY-MM-DD: when it was released, or the contact took place"),
        Ask("listened", hint="of words from an automatic transcript: where you listened to them, as 00:41:12"),
        Ask("tier", str(Tier.SECONDARY), options=tuple(map(str, Tier))),
        Ask("stance", NOT_JUDGED, options=(NOT_JUDGED, *map(str, Stance))),
    )
    return _form(f"Evidence for claim {view.summary.number}", decisions, view, asks, work, "evidence")


def calculation_form(decisions: Decisions, view: ClaimView) -> Form:
    """Ask for a formula and its table."""

    def work(bench: Workbench, answers: Answers, now: ClaimView | None) -> Evidence:
        shown = now or view
        wanted = Wanted(expression=answers["formula"], table=answers["table"], figure=answers["figure"])
        return calculate(bench, shown.claim.id, wanted, seen=shown.state.seq)

    asks = (
        Ask("formula", hint="like (C17-C12)/C12*100, or 'Table 1a'!C17"),
        Ask("table", hint="where cells without a name stand: name, file or start of its id; empty: the only one"),
        Ask("figure", hint="words of the claim that it is about; empty: the nearest figure"),
    )
    form = _form(f"Calculate for claim {view.summary.number}", decisions, view, asks, work, "calculation")
    return replace(form, below=lambda bench: table_lines(bench, view))


def _form(
    title: str,
    decisions: Decisions,
    view: ClaimView,
    asks: tuple[Ask, ...],
    work: Callable[[Workbench, Answers, ClaimView | None], Evidence],
    draft: str,
) -> Form:
    return Form(
        title=title,
        about=(in_context(view),),
        asks=asks,
        draft=draft,
        view=view,
        work=work,
        done=lambda item: decisions.brought(view, item),
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise InputError(f"{written!r} is no day", hint="write YYYY-MM-DD") from error
