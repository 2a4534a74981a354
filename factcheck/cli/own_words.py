"""Warning of what people write on a claim that no export will have: words that name a source that may not be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.output import say

if TYPE_CHECKING:
    from factcheck.domain import ClaimView
    from factcheck.workbench import Workbench


def warn_of_names(bench: Workbench, view: ClaimView, **written: str) -> None:
    """Warn of each of the texts `written` on a claim, called by what it is, that names a confidential source."""
    from factcheck.workbench.own_words import OwnWords

    for warning in OwnWords(bench).warnings(view.summary.article, written):
        say(f"warning: {warning}")
