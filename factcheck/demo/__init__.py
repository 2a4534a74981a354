"""The worked example that `factcheck demo` runs: an invented article about an invented town, and what was written about it.

Ostwick, its people, its papers and every figure are made up for the purpose. This module only says where the files lie;
the article's date stands in its own date line.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["ARTICLE", "CASSETTE", "CORPUS", "PAGES"]

ARTICLE: Path = Path(__file__).with_name("article.txt")
"""The article under check, as scraped."""

CORPUS: Path = Path(__file__).with_name("corpus")
"""The folder of documents to check it against: .txt, .md, .html, .csv and .jsonl."""

_CASSETTES = Path(__file__).parents[1] / "cassettes"  # inside the installed package; beside it in a checkout
CASSETTE: Path = (_CASSETTES if _CASSETTES.is_dir() else _CASSETTES.parents[1] / "cassettes") / "harbour.yaml"
"""The recording that the example's reference pages are played from: nothing is asked of any host."""

PAGES = ("http://harbour.example/bridge",)
"""The reference pages of the example."""
