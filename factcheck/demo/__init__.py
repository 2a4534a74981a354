"""The worked example that `factcheck demo` runs: an invented article about an invented town, and what was written about it.

Ostwick, its people, its papers and every figure are made up for the purpose. This module only says where the files lie;
the article's date stands in its own date line.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["ARTICLE", "CORPUS"]

ARTICLE: Path = Path(__file__).with_name("article.txt")
"""The article under check, as scraped."""

CORPUS: Path = Path(__file__).with_name("corpus")
"""The folder of documents to check it against: .txt, .md, .html, .csv and .jsonl."""
