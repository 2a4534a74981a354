"""The parts of README.md and docs/ that are real output: `python -m tests.readme` writes them anew, a test holds them.

A part stands between `<!-- name -->` and `<!-- /name -->`. The quality table of docs/quality.md is measured, not made
here: hand over a `quality.json` of `make quality` to replace it (`python -m tests.readme quality.json`).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from factcheck.cli.app import COMMANDS as SUBCOMMANDS
from factcheck.settings import load_settings
from factcheck.tui.keys import COMMANDS as KEYS

ROOT = Path(__file__).parent.parent
README, DOCS = ROOT / "README.md", ROOT / "docs"
QUALITY = DOCS / "quality.md"
COLUMNS = 118


def factcheck(*arguments: str, folder: Path | None = None, columns: int = COLUMNS) -> tuple[str, str]:
    """Run the command as a checker would; return what it wrote on stdout and on stderr."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("FACTCHECK_")}
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env=environment | {"COLUMNS": str(columns), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, _PROGRESS.sub("", done.stderr)


_PROGRESS = re.compile(r"^[a-z ]+ \d+(?:/\d+)?\n", re.MULTILINE)
"""What a slow machine says of how far it has come: no part of what the README shows."""


def demo() -> str:
    """Return the claim list of the worked example, and below it the steps it proposes."""
    with tempfile.TemporaryDirectory() as name:
        table, said = factcheck("demo", folder=Path(name))
    return _fenced(f"$ factcheck demo\n{table}\n{said}")


def compare() -> str:
    """Return one judgement with its reasons."""
    claim = "The council voted by 14 to 9 on Tuesday to borrow £4.2 million for Tanner’s Bridge."
    passage = "Councillors voted by 14 to 9 on Tuesday to borrow £4.8 million for Tanner’s Bridge."
    judgement, _ = factcheck("compare", claim, passage)
    return _fenced(f'$ factcheck compare "{claim}" \\\n    "{passage}"\n{judgement}')


def fetch() -> str:
    """Return what fetching prints, with the recording that is shipped."""
    cassette = ROOT / "cassettes/harbour.yaml"
    urls = [f"http://harbour.example/{path}" for path in ("old", "check", "lost")]
    with tempfile.TemporaryDirectory() as name:
        pages, said = factcheck("fetch", "--cassette", str(cassette), *urls, folder=Path(name))
    shown = " \\\n    ".join((" ".join(urls[:2]), urls[2]))
    return _fenced(f"$ factcheck fetch --cassette cassettes/harbour.yaml {shown}\n{pages}{said}")


def commands() -> str:
    """Return the help of the command, and a line for each subcommand's own options."""
    text, _ = factcheck("--help", columns=100)
    told = "`factcheck COMMAND --help` and [docs/commands.md](docs/commands.md) show every option with an example."
    return f"{_fenced(text)}\n\n{told}"


def keys() -> str:
    """Return the table of keys, in the order of the binding table."""
    bound = load_settings(None, {}).values.keys
    rows = [(" ".join(f"`{key}`" for key in bound[c.id]), c.help, f"`{c.id}`") for c in KEYS if c.id in bound]
    return _table(("keys", "what it does", "id"), rows)


def example() -> str:
    """Return the example for programs as it stands in the README, and what it prints."""
    code = part_of(README.read_text(encoding="utf-8"), "example").split("```")[1].removeprefix("python\n")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return f"```python\n{code}```\n\nIt prints:\n\n{_fenced(done.stdout)}"


SHOWN = {
    ("seed", "article"),
    ("seed", "product"),
    ("corpora", "gold held"),
    ("corpora", "seed 1"),
    ("corpora", "docs"),
    ("corpora", "origins"),
    ("polnear", "dev"),
    ("claimbuster", "twoclass_test"),
    ("debates2020", "train"),
    ("article_extraction", "tune"),
    ("checkthat2020", "test"),
    ("wice", "dev"),
    ("emergent", "tune"),
    ("fever_symmetric", "dev"),
    ("fnc1", "train"),
    ("politifact_verdicts", "tune"),
}
"""The parts whose figures docs/quality.md shows; `quality.json` has them all."""


def quality(figures: Path) -> str:
    """Return the table of measured quality, from a `quality.json`."""
    every = json.loads(figures.read_text(encoding="utf-8"))
    rows = [r for r in every if (r["set"], r["part"]) in SHOWN and not r["measure"].startswith(("ledger", "recall@20"))]
    lines = [
        (r["set"], r["part"], r["measure"], f"{r['value']:.3f}", f"{r['low']:.3f}-{r['high']:.3f}", f"{r['n']:,}")
        for r in rows
    ]
    days = sorted({str(r["date"]) for r in rows})
    seeds = sorted({str(r["seed"]) for r in rows})
    head = f"Measured {', '.join(days)}, seed {', '.join(seeds)}; the interval is a 95 % bootstrap:"
    return f"{head}\n\n{_table(('set', 'part', 'measure', 'value', 'interval', 'n'), lines)}"


CHIEF = {
    ("corpora", "gold held", "sentence ends: F1"): "ends of sentences, F1",
    ("corpora", "gold held", "dates: value accuracy"): "days that dates mean, right",
    ("polnear", "dev", "direct recall"): "direct quotations found",
    ("polnear", "dev", "direct right speaker"): "… with the right speaker",
    ("polnear", "dev", "F1 right source"): "all attributed claims with their speaker, F1",
    ("claimbuster", "twoclass_test", "average precision"): "check-worthiness, average precision",
    ("checkthat2020", "test", "recall@50"): "the fact-check that belongs to a claim is among 50 found",
    ("corpora", "origins", "recall of all"): "articles that carry one text told as one origin",
    ("article_extraction", "tune", "4-gram F1 (fetched)"): "text of a fetched page, F1",
    ("article_extraction", "tune", "4-gram F1 (trafilatura alone)"): "… by trafilatura alone",
    ("corpora", "docs", "planted number: recall"): "planted wrong numbers told as conflicts",
    ("corpora", "docs", "planted precision of conflicts"): "suggested conflicts that were planted",
    ("fever_symmetric", "dev", "precision of conflicts"): "claims of Wikipedia: suggested conflicts that are right",
    ("fever_symmetric", "dev", "recall of conflicts"): "… conflicts that are suggested",
    ("emergent", "tune", "precision of conflicts"): "rumours in news: suggested conflicts that are right",
    ("emergent", "tune", "recall of conflicts"): "… conflicts that are suggested",
    ("emergent", "tune", "precision of corroborates"): "… suggested corroborations that are right",
}
"""The few of these that the README shows, in its words."""


def figures() -> str:
    """Return the chief figures of docs/quality.md, in plain words."""
    lines = part_of(QUALITY.read_text(encoding="utf-8"), "quality").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    measured = {(row[0], row[1], row[2]): row for row in cells}
    if lacking := CHIEF.keys() - measured.keys():
        raise LookupError(f"docs/quality.md lacks {sorted(lacking)}: it needs the figures of every set")
    rows = [(told, *measured[name][3:], " ".join(name[:2])) for name, told in CHIEF.items()]
    when = next(line for line in lines if line.startswith("Measured"))
    return f"{when}\n\n{_table(('what', 'value', 'interval', 'n', 'measured on'), rows)}"


PARTS: dict[Path, dict[str, Callable[[], str]]] = {
    README: {"demo": demo, "compare": compare, "commands": commands, "example": example, "figures": figures},
    DOCS / "fetching.md": {"fetch": fetch},
    DOCS / "keys.md": {"keys": keys},
}
"""The parts that follow from the code alone, by the page that they stand in."""


def part_of(text: str, name: str) -> str:
    """Return what stands in a page between the marks of a part."""
    start, end = _place(text, name)
    return text[start:end]


def with_part(text: str, name: str, content: str) -> str:
    """Return a page with the part replaced."""
    start, end = _place(text, name)
    return text[:start] + content + text[end:]


def _place(text: str, name: str) -> tuple[int, int]:
    opening, closing = f"<!-- {name} -->\n", f"\n<!-- /{name} -->"
    if opening not in text or closing not in text:
        raise LookupError(f"the page has no part {name!r}")
    return text.index(opening) + len(opening), text.index(closing)


def commands_named() -> Iterator[str]:
    """Yield the name of every subcommand."""
    yield from SUBCOMMANDS


def _fenced(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
    return f"```text\n{lines}\n```"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def main(arguments: Sequence[str]) -> None:
    """Write the parts into their pages; with a path, the quality table first."""
    if arguments:
        _replace(QUALITY, {"quality": lambda: quality(Path(arguments[0]))})
    for page, parts in PARTS.items():
        _replace(page, parts)


def _replace(page: Path, parts: Mapping[str, Callable[[], str]]) -> None:
    text = page.read_text(encoding="utf-8")
    for name, make in parts.items():
        text = with_part(text, name, make())
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
