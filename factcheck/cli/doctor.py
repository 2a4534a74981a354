"""`factcheck doctor`: what is wrong, and the command that mends it."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version

import click

from factcheck import __version__
from factcheck.cli.log import log_path
from factcheck.cli.output import columns, put, put_lines
from factcheck.cli.place import Command, Place, example, pass_place, unusable_settings
from factcheck.errors import EXIT_DONE, EXIT_FOUND
from factcheck.reports.as_json import to_json

PACKAGES = ("click", "textual", "sqlmodel", "tantivy", "rapidfuzz", "trafilatura", "msgspec")


@click.command("doctor", cls=Command, epilog=example("factcheck doctor"))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_place
def doctor(place: Place, *, as_json: bool) -> int:
    """Say what is wrong with this workspace, and what mends it.

    Looks at configuration, database, log, states, corpus and evidence, and changes nothing. Exit 1 if something is
    wrong.
    """
    from factcheck.workbench.doctor import diagnose

    findings = diagnose(place.folder, unusable_settings, db=place.db)
    wrong = [f for f in findings if not f.ok]
    about = _about(place)
    if as_json:
        put([to_json({"findings": findings, "about": about}), "\n"])
    else:
        put_lines(f"{name}: {value}" for name, value in about.items())
        for finding in findings:
            tail = f" {finding.detail}" if finding.detail else ""
            put_lines(
                [f"{'ok   ' if finding.ok else 'WRONG'} {finding.what}:{tail or ' fine'}", *_remedy(finding.remedy)]
            )
    return EXIT_FOUND if wrong else EXIT_DONE


def _remedy(remedy: str) -> Iterator[str]:
    if remedy:
        yield f"      what mends it: {remedy}"


def _about(place: Place) -> Mapping[str, str]:
    return {
        "factcheck": __version__,
        "python": f"{platform.python_version()} on {platform.system()}",
        "sqlite": sqlite3.sqlite_version,
        **{name: _version(name) for name in PACKAGES},
        "terminal": f"{_variable('TERM')} {_variable('COLORTERM')}, {columns()} columns",
        "workspace": str(place.folder),
        "log": str(log_path()),
    }


def _variable(name: str) -> str:
    return f"{name}={os.environ.get(name, '')}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed: pip install factcheck-workbench"
