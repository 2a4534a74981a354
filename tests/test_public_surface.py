"""What `import factcheck` promises: few names, sorted, typed, and cheap to import."""

from __future__ import annotations

import subprocess
import sys

import factcheck
from factcheck import errors

HEAVY = {"textual", "sqlmodel", "sqlalchemy", "httpx", "trafilatura", "rapidfuzz", "tantivy", "pydantic"}


def loaded_by(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sorted({{m.split('.')[0] for m in sys.modules}}))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


def test_public_names_are_sorted_complete_and_loadable() -> None:
    assert factcheck.__all__ == sorted(factcheck.__all__)
    for name in factcheck.__all__:
        assert getattr(factcheck, name).__doc__


def test_importing_factcheck_loads_nothing_heavy() -> None:
    assert loaded_by("import factcheck; factcheck.__version__") & HEAVY == set()


def test_each_error_has_an_exit_code_and_stands_in_the_tree() -> None:
    kinds = [v for v in vars(errors).values() if isinstance(v, type) and issubclass(v, Exception)]
    assert len(kinds) > 5
    for kind in kinds:
        assert kind.exit_code in {errors.EXIT_USAGE, errors.EXIT_INPUT}
        assert kind.__name__ in (errors.__doc__ or "")


def test_an_error_says_where_what_and_what_to_do() -> None:
    error = errors.InputError("is empty", hint="save it again", subject="a.txt")
    assert str(error) == "a.txt: is empty (save it again)"
