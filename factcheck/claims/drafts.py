"""Make a claim of a draft, which is a span with who said it and when: gather what stands inside it."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claims.checkable.content import content_kind, modality
from factcheck.claims.checkable.worthiness import worthiness
from factcheck.claims.findings import Findings
from factcheck.claims.forms import quotations_in
from factcheck.claims.items import Parts, items_of
from factcheck.claims.page.lists import in_columns
from factcheck.claims.speech.saying import is_news
from factcheck.claims.wording import head_pronoun, self_contained
from factcheck.domain import Claim, Claimant, DateValue, Form, Precision, Quantity, Span
from factcheck.text.dates.finding import find_dates

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before everything inside its span is gathered."""

    span: Pair
    form: Form
    claimant: Claimant | None
    cue: Pair | None = None
    medium: str = ""
    said_on: DateValue | None = None
    act: str = ""
    subject: str = ""
    quotations: tuple[Pair, ...] = ()
    aside: Pair | None = None  # what inside the span is the article's own: no name, date or figure of the claim
    columns: tuple[str, ...] = ()  # the heads of a table's columns, where the claim is its row


def act_of(claim: Claim) -> str:
    """Return the cue of a claim whose kind follows from the act of speaking ("urged", "promised"), else ""."""
    act = claim.cue.text.lower() if claim.cue else ""
    by_act = content_kind(claim.verbatim, act=act) is claim.content is not content_kind(claim.verbatim)
    return act if by_act else ""


def make_claim(known: Findings, draft: Draft) -> Claim:
    """Make the claim of a draft: gather what stands inside its span."""
    start, end = draft.span
    verbatim = known.text[start:end]
    names = tuple(n for n in known.registry.names_in(start, end) if not _within(n.span, draft.aside))
    quantities = tuple(
        q for q in between(known.quantities, draft.span) if isinstance(q, Quantity) and not _within(q.span, draft.aside)
    )
    told = _dates_of_then(known, draft) if _spoken_then(known, draft) else between(known.dates, draft.span)
    dates = tuple(d for d in told if isinstance(d, DateValue) and not _within(d.span, draft.aside))
    content = content_kind(verbatim, act=draft.act, form=draft.form)
    pronoun = head_pronoun(verbatim) if draft.form in (Form.NONE, Form.INDIRECT) else ""
    meant = known.registry.only_one(pronoun, start) if pronoun else ""
    score, reasons = worthiness(
        verbatim,
        form=draft.form,
        content=content,
        claimant=draft.claimant,
        quantities=quantities,
        dates=dates,
        names=names,
    )
    explained = known.registry.explained(names)
    wording = self_contained(
        verbatim, start, claimant=draft.claimant, names=explained, meant=meant, subject=draft.subject
    )
    inside = draft.quotations or tuple((max(a, start), min(b, end)) for a, b in quotations_in(known, draft.span))
    quoted = tuple(Span.cut(known.text, a, b) for a, b in inside if a < b)
    return Claim(
        id=hashlib.sha256(f"{known.digest}:{start}:{end}".encode()).hexdigest()[:12],
        start=start,
        end=end,
        verbatim=verbatim,
        text=in_columns(verbatim, draft.columns) if draft.columns else wording,
        form=draft.form,
        content=content,
        claimant=draft.claimant,
        medium=draft.medium,
        cue=Span.cut(known.text, *draft.cue) if draft.cue else None,
        quotations=quoted,
        said_on=draft.said_on,
        dates=dates,
        quantities=quantities,
        names=names,
        modality=modality(verbatim),
        check_worthiness=score,
        check_worthiness_reasons=reasons,
        items=items_of(Parts(start, verbatim, names, quantities, dates, quoted), known.nouns),
    )


def _spoken_then(known: Findings, draft: Draft) -> bool:
    """Tell whether a claim quotes what was said on another day, so that its "yesterday" is the day before that."""
    said = draft.said_on
    if draft.form is not Form.DIRECT or said is None or said.start is None:
        return False
    if said.precision is Precision.DAY:
        return said.start != known.published
    return not is_news(said, known.published)


def _dates_of_then(known: Findings, draft: Draft) -> Sequence[DateValue]:
    """Return the dates of a quotation, counted from the day it was said; without it, those that need none."""
    said = draft.said_on
    anchor = said.start if said is not None and said.precision is Precision.DAY else None
    return find_dates(known.work, anchor=anchor, start=draft.span[0], end=draft.span[1], unresolved=True)


def _within(span: Span | None, aside: Pair | None) -> bool:
    return aside is not None and span is not None and aside[0] <= span.start < aside[1]


def between(values: Sequence[DateValue | Quantity], span: Pair) -> Iterator[DateValue | Quantity]:
    """Yield the values whose expression stands wholly inside `span`."""
    low = bisect_left(values, span[0], key=_start)
    for value in values[low : bisect_left(values, span[1], key=_start)]:
        if value.span is not None and value.span.end <= span[1]:
            yield value


def _start(value: DateValue | Quantity) -> int:
    return value.span.start if value.span is not None else 0


__all__ = ["Draft", "act_of", "between", "make_claim"]
