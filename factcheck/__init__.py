"""factcheck: a fact-check workbench. The public names are loaded when first used, so that this import is cheap."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.claims import extract_claims
    from factcheck.corpus import Corpus
    from factcheck.domain import Candidate, Claim, Extraction, Judgement
    from factcheck.errors import FactcheckError
    from factcheck.stance import compare, compare_article
    from factcheck.workbench import Workbench

__version__ = "0.1.0"

__all__ = [
    "Candidate",
    "Claim",
    "Corpus",
    "Extraction",
    "FactcheckError",
    "Judgement",
    "Workbench",
    "compare",
    "compare_article",
    "extract_claims",
]

_HOME = {
    "Candidate": "domain",
    "Claim": "domain",
    "Corpus": "corpus",
    "Extraction": "domain",
    "FactcheckError": "errors",
    "Judgement": "domain",
    "Workbench": "workbench",
    "compare": "stance",
    "compare_article": "stance",
    "extract_claims": "claims",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the module protocol
    """Load a public name from its room."""
    if name not in _HOME:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    return getattr(import_module(f"factcheck.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
