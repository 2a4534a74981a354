"""The group `factcheck claim` with all its commands: what `app` imports when one of them is called."""

from __future__ import annotations

from factcheck.cli import assigning, calculating, confirming, editing, revising, ticking, triaging, wording
from factcheck.cli.claim import claim

__all__ = ["assigning", "calculating", "claim", "confirming", "editing", "revising", "ticking", "triaging", "wording"]
