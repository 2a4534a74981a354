"""Claim x index -> candidates: terms for the index, its BM25 ranking re-ranked, each origin once."""

from __future__ import annotations

from factcheck.matching.search import ENGINE, filters, find_candidates, left_out, trace
from factcheck.matching.terms import claim_terms

__all__ = ["ENGINE", "claim_terms", "filters", "find_candidates", "left_out", "trace"]
