"""Whether the pages that were kept as received are still so, and whether each became a source."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError, StorageError
from factcheck.review.kinds import Kind
from factcheck.workbench.opening import CORPUS

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.domain import Event
    from factcheck.workbench import Workbench

FOLDER = "snapshots"
GONE = "snapshots/pages/gone"
NOTES = "snapshots/pages/notes"
STUBS = "snapshots/pages/stubs"
"""Where `web/kept.py` names the documents of pages that are not shown whole: importing it takes too long for a list."""
RECORDED = "snapshots/pages/recorded"
COPIES = "snapshots/pages/copies"
AGAIN = "fetch it from the web before you rely on it"
ARTICLE = "article"
"""What became of a page that is the article under check: no source."""
OTHER_FILE = "the snapshot is not what was kept: the log has another digest of the file"
_NO_TEXT = hashlib.sha256(b"").hexdigest()
"""Of what is kept and becomes no source: faults, searches, redirects that lead nowhere."""


def snapshot_files(bench: Workbench) -> list[Path]:
    """Return all files of pages as they were received."""
    return sorted((bench.workspace / FOLDER).glob("*/*/*.warc.gz"))


def unfinished_pages(bench: Workbench) -> Iterator[str]:
    """Yield the addresses of pages that were kept, and that nothing became of: the run ended in between, by a kill.

    Cheap: only what the log does not name is read.
    """
    from factcheck.web.snapshots import read_snapshot

    named = map(snapshot_of, bench.store.events(kinds=(Kind.FETCHED,)))
    logged = {name.split("/")[2] for name in named if name}
    had = {event.body["asked"]: event.at for event in bench.store.events(kinds=(Kind.FETCHED,))}
    for path in snapshot_files(bench):
        if path.parent.name in logged:
            continue
        try:
            kept = read_snapshot(path)
        except FactcheckError:  # `lost_copies` tells it
            continue
        is_had = kept.asked in had and had[kept.asked] > kept.exchanges[-1].asked_at
        if kept.text_digest != _NO_TEXT and not is_had:
            yield kept.asked


def notices_of(workspace: Path, sources: Collection[str] | None = None) -> dict[str, str]:
    """Return what is said of documents (ids), all or these.

    That they are what a feed sums a page up with, an archive's copy, not whole, retracted, corrected, or only played.

    Raises:
        StorageError: what is kept of them cannot be read.
    """
    from factcheck.store.summaries import read_summaries
    from factcheck.web.stubs import stub_told

    stubs = {source: stub_told(name, "") for source, name in _noted(workspace / STUBS, sources).items()}
    played = _noted(workspace / RECORDED, sources).items()
    told = (
        read_summaries(workspace / CORPUS / "documents.db", sources),
        _noted(workspace / COPIES, sources),
        _noted(workspace / NOTES, sources),
        {source: notice.reason for source, notice in stubs.items() if notice},
        {source: from_recording(recording) for source, recording in played},
    )
    known = dict.fromkeys(source for one in told for source in one)
    return {source: "; ".join(one[source] for one in told if source in one) for source in known}


def from_recording(recording: str) -> str:
    """Say of a page that it was played from a recording, and not received from the web."""
    return f"played from a recording ({recording}), not received from the web"


def _noted(folder: Path, sources: Collection[str] | None) -> dict[str, str]:
    """Return what is noted in a folder of documents (ids), of all or of these."""
    try:
        listed = list(folder.iterdir()) if folder.is_dir() else []
        return {path.name: path.read_text("utf-8") for path in listed if sources is None or path.name in sources}
    except (OSError, UnicodeDecodeError) as error:
        hint = "delete it, and fetch the page again"
        raise StorageError("cannot be read", subject=str(folder), hint=hint) from error


def gone_pages(workspace: Path) -> dict[str, str]:
    """Return the documents (ids) of pages that were gone when they were asked for last, and what was said of each.

    Raises:
        StorageError: what is kept of them cannot be read.
    """
    return _noted(workspace / GONE, None)


def fetched_on(workspace: Path) -> dict[str, date]:
    """Return the documents (ids) that were made of pages, and the day on which each page was fetched last."""
    if not (workspace / FOLDER).is_dir():
        return {}
    from factcheck.web.kept import KeptPages
    from factcheck.web.salted import PAGES

    return {source: page.at.date() for page in KeptPages(workspace / PAGES).all() for source in page.sources}


def snapshot_of(event: Event) -> str:
    """Return the file, from the workspace's folder on, that a fetch was kept in; "" for none.

    Of what an earlier version kept, the folder.
    """
    payload, (name, _) = event.body.get("snapshot", ""), event.body.get("file") or ("", "")
    return "/".join(filter(None, (FOLDER, payload[:2], payload, name))) if payload else ""


def snapshot_digest(event: Event) -> str:
    """Return the SHA-256 (hexadecimal) of the file that a fetch was kept in; "" where the log has none."""
    digest: str = (event.body.get("file") or ("", ""))[1]
    return digest


def is_of_article(event: Event) -> bool:
    """Whether a fetch, which was kept in a file, is of the page that an article was read from."""
    return event.kind == Kind.FETCHED and event.body.get("became") == ARTICLE and bool(event.body.get("file"))


def named_from(bench: Workbench, path: Path) -> str:
    """Return a file's name from the workspace's folder on."""
    return str(path.relative_to(bench.workspace))
