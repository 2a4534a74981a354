"""A page that evidence is from, asked for once more: the old copy stays, what stands there now is matched at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import InputError
from factcheck.web.network import Access, policy_for
from factcheck.web.secrets import lacks_secrets
from factcheck.web.stopping import Stop
from factcheck.workbench.edited import match_now
from factcheck.workbench.fetching import Errand, FetchReport, Progress, fetch_pages, kept_pages

if TYPE_CHECKING:
    from factcheck.domain import Evidence
    from factcheck.workbench import Workbench


def page_asked(bench: Workbench, item: Evidence, access: Access) -> str:
    """Return the address at which the page of a piece of evidence is asked for again. Asks nothing.

    Raises:
        InputError: its source is no page that was fetched, or its address is not known in full.
        StateError: nothing may be fetched.
    """
    source = item.candidate.source
    page = kept_pages(bench).reached(source.url) if source.url else None
    named = source.url or source.path or source.title
    if page is None:
        raise InputError("was not fetched: there is no copy to hold another against", subject=named)
    policy_for(bench.settings, access)
    if lacks_secrets(page.asked) and not access.only_plays:
        hint = "name the whole address: `factcheck fetch --refetch URL`"
        raise InputError("its address held a key, and keys are not kept", hint=hint, subject=page.asked)
    return page.asked


def refetch(bench: Workbench, claim: str, url: str, access: Access, *, progress: Progress, stop: Stop) -> FetchReport:
    """Ask for a page again, and match a claim (its id) with what stands there now. What people judged stays.

    Raises:
        StateError: nothing may be fetched, it was stopped, the corpus is being written, or the disk failed.
    """
    revision = bench.revision(bench.claim(claim).revision)
    errand = Errand(revision=revision.id, stop=stop)
    report = fetch_pages(bench, [url], access, again=True, errand=errand, progress=progress)
    match_now(bench, revision, [claim])
    return report
