"""Cells of tables that may bear on a claim, each judged as it would be as evidence; nothing is kept.

Where row, column and period of a cell are all those of the claim, it is suggested as what bears the claim out or
contradicts it. Any other cell with a figure of the claim is only related: which cells are meant, a person tells.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.corpus.called_cells import Offer, is_bound
from factcheck.domain import Judgement, Stance
from factcheck.errors import InputError
from factcheck.stance.reading.texts import is_deed, is_light
from factcheck.text.words import split_words
from factcheck.workbench.calculating import Wanted, worked_out

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


def offered(bench: Workbench, claim: str, most: int) -> tuple[Offer, ...]:
    """Return cells of the corpus's tables for a claim, those bound to it first.

    Raises:
        NoWorkspaceError: there is no corpus.
    """
    view = bench.claim(claim)
    found: list[Offer] = []
    with bench.open_corpus(article=view.summary.article) as corpus:
        for cell in corpus.cells_for(view.claim.text, most=most):
            with suppress(InputError):  # of a table whose cells cannot be calculated with
                wanted = Wanted(expression=cell.cell, table=cell.source.id)
                judged = worked_out(view.claim, wanted, corpus).judgement
                bound = is_bound(cell, view.claim.text) and _says_all(judged)
                found.append(Offer(cell=cell, judgement=judged if bound else _only_related(judged), bound=bound))
    return tuple(sorted(found, key=lambda one: (one.judgement.stance is Stance.RELATED, not one.bound)))


def _says_all(judgement: Judgement) -> bool:
    """Whether the table has each word of the claim that narrows what is counted ("by private builders")."""
    missing = [word for span in judgement.missing for word in split_words(span.text)]
    return all(is_light(word) or is_deed(word) for word in missing)


def _only_related(judgement: Judgement) -> Judgement:
    return replace(judgement, stance=Stance.RELATED)
