"""The parts of README.md that are real output: `python -m tests.readme` writes them anew, a test holds them.

A part stands between `<!-- name -->` and `<!-- /name -->`. The quality table is measured, not computed here:
hand over a `quality.json` of `make quality` to replace it (`python -m tests.readme quality.json`).
"""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import factcheck as factcheck_api
from factcheck.cli.app import COMMANDS as SUBCOMMANDS
from factcheck.settings import load_settings
from factcheck.tui.keys import COMMANDS as KEYS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
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


def config() -> str:
    """Return the table of settings; ratings, keys and the steps of the workflow have tables of their own."""
    own = ("keys.", "ratings.", "sources.rules", "workflow.steps.")
    found = [s for s in load_settings(None, {}).listing() if not s.key.startswith(own)]
    return _table(
        ("key", "default", "from"), [(f"`{s.key}`", f"`{json.dumps(s.value)}`", f"`{s.origin}`") for s in found]
    )


def api() -> str:
    """Return what `import factcheck` offers: each name with how it is called, and the first line of what it says."""
    rows = []
    for name in factcheck_api.__all__:
        thing = getattr(factcheck_api, name)
        rows.append((f"`{name}{_call(thing)}`", _first_line(thing)))
        rows += [
            (f"`{name}.{method}{_call(getattr(thing, method))}`", _first_line(getattr(thing, method)))
            for method in METHODS.get(name, ())
        ]
    return _table(("name", "what it does"), rows)


def example() -> str:
    """Return the example for programs as it stands in the README, and what it prints."""
    code = part_of(README.read_text(encoding="utf-8"), "example").split("```")[1].removeprefix("python\n")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return f"```python\n{code}```\n\nIt prints:\n\n{_fenced(done.stdout)}"


METHODS = {
    "Corpus": ("open", "add", "search"),
    "Workbench": ("open", "articles", "claim", "summaries", "set_verdict", "sign", "open_corpus"),
}
"""What scripts call of the two classes that open something; `help(factcheck.Workbench)` has the rest."""


def _call(thing: object) -> str:
    """Return the parameters of a function, without their types; "" for a class."""
    if inspect.isclass(thing) or not callable(thing):
        return ""
    told = [one for one in inspect.signature(thing).parameters.values() if one.name not in ("self", "cls")]
    return str(inspect.Signature([_plain(one) for one in told]))


def _plain(parameter: inspect.Parameter) -> inspect.Parameter:
    """Return a parameter without its type, and without a default that only the code can name."""
    named = callable(parameter.default) and parameter.default is not inspect.Parameter.empty
    default = _ByCode() if named else parameter.default
    return parameter.replace(annotation=inspect.Parameter.empty, default=default)


class _ByCode:
    """A default that only the code can name."""

    def __repr__(self) -> str:
        return "…"


def _first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").split("\n\n")[0].replace("\n", " ")


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
"""The parts whose figures the README shows; `quality.json` has them all."""


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


PARTS: dict[str, Callable[[], str]] = {
    "demo": demo,
    "compare": compare,
    "fetch": fetch,
    "commands": commands,
    "keys": keys,
    "config": config,
    "api": api,
    "example": example,
}
"""The parts that follow from the code alone."""


def part_of(text: str, name: str) -> str:
    """Return what stands in a README between the marks of a part."""
    start, end = _place(text, name)
    return text[start:end]


def with_part(text: str, name: str, content: str) -> str:
    """Return a README with the part replaced."""
    start, end = _place(text, name)
    return text[:start] + content + text[end:]


def _place(text: str, name: str) -> tuple[int, int]:
    opening, closing = f"<!-- {name} -->\n", f"\n<!-- /{name} -->"
    if opening not in text or closing not in text:
        raise LookupError(f"README.md has no part {name!r}")
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
    """Write the parts into README.md; with a path, the quality table too."""
    text = README.read_text(encoding="utf-8")
    for name, make in PARTS.items():
        text = with_part(text, name, make())
    if arguments:
        text = with_part(text, "quality", quality(Path(arguments[0])))
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
