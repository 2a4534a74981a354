"""The digest of what a machine run put out: the log has it, so that the rows can be held against it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from factcheck.domain import Claim, Evidence
from factcheck.store.encoding import encode


def output_digest(items: Sequence[Claim] | Sequence[Evidence]) -> str:
    """Digest what a machine run put out, as it is stored, so that the rows can be held against the log."""
    digest = hashlib.sha256()
    for item in items:
        digest.update(f"{encode(item)}\n".encode())
    return digest.hexdigest()
