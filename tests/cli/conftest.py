"""The full desk of the dossier's tests, for other ways out of the newsroom."""

from __future__ import annotations

from tests.dossier.conftest import desk, made

__all__ = ["desk", "made"]
