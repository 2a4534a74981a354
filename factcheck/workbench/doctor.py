"""What is wrong with a workspace, and the command that mends it. Looks, and changes nothing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from factcheck.domain import ReviewState
from factcheck.errors import FactcheckError, StorageError
from factcheck.review.clocks import clock_faults, in_words
from factcheck.settings import Settings, load_settings
from factcheck.workbench import Workbench
from factcheck.workbench.auditing import first_wrong_row
from factcheck.workbench.counting import all_uncounted
from factcheck.workbench.lost_copies import damaged_snapshots
from factcheck.workbench.opening import CORPUS
from factcheck.workbench.snapshots import unfinished_pages
from factcheck.workbench.standing import DOCUMENTS, check_not_lost
from factcheck.workbench.stored_states import Differing, differing_states, remedy_in_words
from factcheck.workbench.users import user_named
from factcheck.workbench.verifying import log_fault
from factcheck.workbench.workflow import workflow_of

LOOKED_UP, STRETCH, DEPTH = 20, 500, 200
"""Documents that the index is asked for, characters of each, and how many answers: most of a small index is read."""
EXAMPLES = 3
"""Snapshots and sign-offs that are named; the others are counted."""
REMEDY = "`factcheck corpus verify` names them: `factcheck corpus remove ID`, then add the file again"
MEND = "mend the file and key it names"
MATCH = (
    "`factcheck check ARTICLE` matches its claims again, and a file that somebody brought is put back, or brought anew"
    " (`factcheck evidence add`); then judge what is there, and sign again"
    " (of what is published, `factcheck check FILE --revision-of ARTICLE` is the correction)"
)
RESTORE = "put a backup back: `factcheck restore FILE --force` (a damaged factcheck.db is moved away first)"
READABLE = "make the workspace and its files readable for you"
SNAPSHOTS = (
    "restore from a backup what is damaged or missing; else `factcheck fetch --refetch URL` (of an article `factcheck"
    " check URL`) keeps the page of today and puts on record that the old copy is lost"
)
UNCLEAN = "words that were erased may still stand in free pages of the file"

STATUS = "`factcheck review status` names the command for each; the rules are in this workspace's factcheck.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: `what`, whether it is `ok`, and if not the `remedy`."""

    what: str
    ok: bool
    detail: str = ""
    remedy: str = ""


def diagnose(
    workspace: Path, unusable: Callable[[Settings], Iterable[str]] = lambda _: (), *, db: str | None = None
) -> tuple[Finding, ...]:
    """Look at configuration, database, erased words, log, states, sign-offs, corpus, snapshots and evidence.

    `unusable`: says in words which settings a face cannot use. `db`: see `Workbench.open`.
    """
    return tuple(_findings(workspace, unusable, db))


def _findings(workspace: Path, unusable: Callable[[Settings], Iterable[str]], db: str | None) -> Iterator[Finding]:
    configuration = _looked_at("configuration", lambda: _settings(workspace), MEND)
    readable = configuration.ok
    yield _looked_at("configuration", lambda: _unusable(workspace, unusable), MEND) if readable else configuration
    if not readable:
        yield Finding(what="database", ok=False, detail="not looked at yet", remedy="mend the configuration first")
        return
    try:
        bench = Workbench.open(workspace, user="doctor", db=db)  # whatever name is configured: nothing is signed here
    except FactcheckError as error:
        yield Finding(what="database", ok=False, detail=str(error), remedy=_remedy(error, RESTORE))
        return
    with bench:
        database = _looked_at("database", bench.store.integrity, RESTORE)
        yield replace(database, detail=database.detail or _kept(bench))
        yield _looked_at("erased words", lambda: "" if bench.store.is_clean() else UNCLEAN, "`factcheck erase --clean`")
        yield _looked_at("log", lambda: log_fault(bench.store), RESTORE)
        yield _looked_at(
            "clock",
            lambda: in_words(clock_faults(bench.events())),
            "set the clock; the times in the log stay, `seq` is the order",
        )
        yield _states(bench)
        yield _looked_at("sign-offs", lambda: _uncounted(bench), STATUS)
        yield _looked_at("corpus", lambda: _corpus(bench), REMEDY)
        snapshots = _looked_at("snapshots", lambda: _snapshots(bench), SNAPSHOTS)
        yield replace(snapshots, detail=_unfinished(bench)) if snapshots.ok else snapshots
        yield _looked_at("evidence", lambda: _touched(bench), MATCH)


def _kept(bench: Workbench) -> str:
    """Say where a database is kept that is no file, and of a file whether it may not be written."""
    where = bench.store.where
    if not isinstance(where, Path):
        return f"fine: {bench.store.name}, {bench.store.about()}"
    writable = os.access(where.parent, os.W_OK) and os.access(where, os.W_OK)
    return "" if writable else "fine to read; you may not write"


def _looked_at(what: str, look: Callable[[], str], remedy: str) -> Finding:
    """Run one look; it returns "" or what is wrong."""
    try:
        wrong = look()
    except FactcheckError as error:
        return Finding(what=what, ok=False, detail=str(error), remedy=_remedy(error, remedy))
    except OSError as error:
        detail = f"{error.filename or what} cannot be read: {error.strerror or error}"
        return Finding(what=what, ok=False, detail=detail, remedy=READABLE)
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        # Whatever a damaged row does to the code that reads it is a finding here, not a fault.
        return Finding(what=what, ok=False, detail=f"cannot be read: {error}", remedy=remedy)
    return Finding(what=what, ok=not wrong, detail=wrong, remedy=remedy if wrong else "")


def _remedy(error: FactcheckError, remedy: str) -> str:
    """Return what mends an error; whoever is told to see the doctor is here already."""
    return remedy if not error.hint or "factcheck doctor" in error.hint else error.hint


def _settings(workspace: Path) -> str:
    settings = load_settings(workspace, os.environ)
    workflow_of(settings)
    if settings.values.matching.semantic:
        from factcheck.matching.semantic import engine

        engine()
    return ""


def _unusable(workspace: Path, unusable: Callable[[Settings], Iterable[str]]) -> str:
    """Say which settings are well formed and still of no use: a name for nobody, a theme there is not."""
    settings = load_settings(workspace, os.environ)
    told = list(unusable(settings))
    try:
        user_named(None, settings)
    except FactcheckError as error:
        told.append(f"user: {error}")
    return "; ".join(told)


def _states(bench: Workbench) -> Finding:
    """Hold every row against the log: texts, claims, evidence and notes, and the fold of each claim's events."""
    rows = _looked_at("states", lambda: first_wrong_row(bench.store), RESTORE)
    if not rows.ok:
        return rows
    first: list[Differing] = []

    def look() -> str:
        first.extend(islice(differing_states(bench.store), 1))
        return "".join(f"claim {one.claim}: {one}" for one in first)

    found = _looked_at("states", look, RESTORE)
    return replace(found, remedy=remedy_in_words(bench.store, first[0])) if first else found


def _touched(bench: Workbench) -> str:
    """Say which verdicts rest on what changed or is gone; whoever signed one since was shown that."""
    return "; ".join(str(one) for one in bench.touched() if one.claim.review_state is not ReviewState.SIGNED)


def _uncounted(bench: Workbench) -> str:
    """Hold the signatures against the rules of this workspace: who signed may have had others."""
    found = list(all_uncounted(bench))
    more = f"; and {len(found) - EXAMPLES} more" if len(found) > EXAMPLES else ""
    return "; ".join(found[:EXAMPLES]) + more


def _snapshots(bench: Workbench) -> str:
    """Hold the pages that were kept against their digests."""
    found = tuple(damaged_snapshots(bench))
    told = "; ".join(f"{one.path}: {one.reason}" for one in found[:EXAMPLES])
    more = f"; and {len(found) - EXAMPLES} more (`factcheck corpus verify` names what is damaged)"
    return f"{len(found)} files: {told}{more}" if len(found) > EXAMPLES else told


def _unfinished(bench: Workbench) -> str:
    """Say which pages were kept and became no source, since a run was broken off: nothing is wrong with that."""
    found = list(unfinished_pages(bench))
    if not found:
        return ""
    more = f", and {len(found) - EXAMPLES} more" if len(found) > EXAMPLES else ""
    told = f"{', '.join(found[:EXAMPLES])}{more}"
    return f"fine; came before a run was broken off, and became no source: {told} (`factcheck fetch URL` makes one)"


def _corpus(bench: Workbench) -> str:
    """Hold the documents against their digests, and let the index find some of them."""
    if not (bench.workspace / CORPUS / DOCUMENTS).is_file():
        check_not_lost(bench, "is gone")
        return ""
    with bench.open_corpus() as corpus:
        if not corpus.documents:
            check_not_lost(bench, "is empty")
        wrong = corpus.verify()
        broken = corpus.verify_index()
        if broken and not wrong:
            raise StorageError(broken[0].reason, hint=broken[0].remedy, subject=broken[0].path)
        for document in islice(corpus.all(), 0, None, max(1, corpus.documents // LOOKED_UP)):
            corpus.search(document.text[:STRETCH], DEPTH)
    return "; ".join(f"{problem.path}: {problem.reason}" for problem in wrong)
