"""A workspace with an article whose every sentence rests on a page of its own: what the dossier is measured on.

`python -m tests.bench.packing FOLDER PAGES` makes it; the pages come from a recording that it writes, of 50 kB each.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

from tests.bench import material
from tests.bench.fetching import page

ARTICLE = "packed.txt"


def make(folder: Path, pages: int) -> None:
    """Record the pages, fetch them, and check an article of their first sentences."""
    from factcheck.cli.running import run

    folder.mkdir(parents=True)
    dice = random.Random(3)
    sentences = [f"In case {number}, {material.sentence(dice)}" for number in range(pages)]
    addresses = [f"http://page{number}.example/votes" for number in range(pages)]
    cassette, article = folder / "pages.yaml", folder / ARTICLE
    recorded = [one for pair in zip(addresses, sentences, strict=True) for one in _recorded(*pair)]
    cassette.write_text(json.dumps({"interactions": recorded, "version": 1}), encoding="utf-8")  # JSON is YAML
    article.write_text("14 November 2024\n\n" + "\n\n".join(sentences) + "\n", encoding="utf-8")
    place = ["--workspace", str(folder / "ws"), "--user", "bench"]
    for command in (["init"], ["fetch", "--cassette", str(cassette), *addresses], ["check", str(article)]):
        if code := run([*place, *command]):
            raise SystemExit(f"{command[0]} ended with {code}")


def _recorded(address: str, sentence: str) -> Iterator[dict[str, object]]:
    host = address.removesuffix("/votes")
    yield _exchange(f"{host}/robots.txt", 404, "none")
    yield _exchange(address, 200, page().decode().replace("<h1>Votes</h1>", f"<h1>Votes</h1><p>{sentence}</p>"))


def _exchange(address: str, status: int, body: str) -> dict[str, object]:
    return {
        "request": {"method": "GET", "uri": address, "headers": {}, "body": None},
        "response": {
            "status": {"code": status, "message": "Status"},
            "headers": {"content-type": ["text/html; charset=utf-8"], "content-length": [str(len(body))]},
            "body": {"string": body},
        },
    }


if __name__ == "__main__":
    with redirect_stdout(sys.stderr):
        make(Path(sys.argv[1]), int(sys.argv[2]))
    print("{}")
