"""The release check: `python -m tests.release PYTHON...` builds the wheel and runs the worked example from it alone.

Each Python gets an environment of its own with nothing but the wheel and what it asks for, at the versions of
`.ci/constraints.txt`. Ends with 1, and a line that says what failed, at the first thing that does not work.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck import __version__

ROOT = Path(__file__).parent.parent
CONSTRAINTS = ROOT / ".ci/constraints.txt"
SENTENCE = "“The bridge is closed,” said Maren Holt on Tuesday. It opened in 1874.\n"
SHIPPED = (
    "factcheck/py.typed",
    "factcheck/demo/article.txt",
    "factcheck/claims/checkable/worthiness.json",
    "factcheck/reports/claim-list.schema.json",
)
"""One file of each kind that is no code."""


class ReleaseError(Exception):
    """Something that a release must not be made with; the words say what."""


def build(folder: Path) -> Path:
    """Build the wheel into a folder and return it."""
    _run(sys.executable, "-m", "pip", "wheel", "-q", "--disable-pip-version-check", "--no-deps", "-w", folder, ROOT)
    return next(folder.glob("*.whl"))


def faults(wheel: Path) -> Iterator[str]:
    """Yield what is wrong with the wheel itself."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    yield from (f"{name} is not in the wheel" for name in SHIPPED if name not in names)
    yield from (f"{name} is in the wheel" for name in sorted(names) if not name.startswith("factcheck"))
    if not any(name.endswith("licenses/LICENSE") for name in names):
        yield "the licence is not in the wheel"


def install(python: str, wheel: Path, folder: Path) -> Path:
    """Install the wheel into a bare environment; return the command."""
    _run(python, "-m", "venv", folder)
    pip = (folder / "bin/python", "-m", "pip", "--disable-pip-version-check")
    _run(*pip, "install", "-q", "-c", CONSTRAINTS, wheel)
    _run(*pip, "check")
    return folder / "bin/factcheck"


def try_out(command: Path, folder: Path) -> None:
    """Run the command as somebody would who has just installed it."""
    if (said := _run(command, "--version", cwd=folder)).strip() != f"factcheck {__version__}":
        raise ReleaseError(f"--version says {said.strip()!r}")
    if "16 claims" not in _run(command, "demo", cwd=folder):
        raise ReleaseError("the worked example does not list its 16 claims")
    article = folder / "article.txt"
    article.write_text(SENTENCE, "utf-8")
    if "Maren Holt" not in _run(command, "extract", article, cwd=folder):
        raise ReleaseError("extract does not find who said it")
    _run(command, "--workspace", folder / "demo-workspace", "doctor", cwd=folder)


def check(pythons: Sequence[str]) -> Iterator[str]:
    """Check the wheel, then the command from it on each Python; yield a line for each."""
    with tempfile.TemporaryDirectory() as name:
        wheel = build(Path(name))
        for fault in faults(wheel):
            raise ReleaseError(fault)
        yield f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB"
        for number, python in enumerate(pythons):
            folder = Path(name) / str(number)
            command = install(python, wheel, folder / "environment")
            (folder / "work").mkdir()
            try_out(command, folder / "work")
            yield f"{_run(python, '--version').strip()}: installed, worked example, extract and doctor work"


def _run(*command: Path | str, cwd: Path | None = None) -> str:
    """Run a command without anything of this environment; return what it printed."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "FACTCHECK_", "VIRTUAL"))
    }
    words = " ".join(map(str, command))
    try:
        done = subprocess.run([*map(str, command)], cwd=cwd, env=kept, capture_output=True, text=True, check=False)
    except OSError as error:
        raise ReleaseError(f"{words}: {error.strerror}") from error
    if done.returncode:
        raise ReleaseError(f"{words} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def main(pythons: Sequence[str]) -> int:
    """Print a line for each thing that works; return 1 at the first that does not."""
    try:
        for line in check(pythons or [sys.executable]):
            print(line, flush=True)
    except ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
