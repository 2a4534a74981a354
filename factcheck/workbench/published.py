"""That an article is published, and locked: nothing more is decided on it, and a correction is a new revision."""

from __future__ import annotations

from factcheck.errors import GuardError
from factcheck.review.kinds import Kind
from factcheck.workbench.folding import Kept


def lock_of(reader: Kept, revision: str) -> tuple[str, str]:
    """Say that a revision was published, and is locked, and what a correction is; "" twice if it was not."""
    for event in reader.events(subject=revision, kinds=(Kind.ARTICLE_PUBLISHED,)):
        correction = f"a correction is a new revision: `factcheck check FILE --revision-of {revision}`"
        return f"was published on {event.at:%Y-%m-%d}, and is locked", correction
    return "", ""


def check_not_published(reader: Kept, revision: str) -> None:
    """Refuse a decision on an article that is published.

    Raises:
        GuardError: it is.
    """
    told, correction = lock_of(reader, revision)
    if told:
        raise GuardError(told, hint=correction, subject=f"revision {revision}")
