"""`factcheck config`: each setting, and where it came from."""

from __future__ import annotations

import os

import click

from factcheck.cli.output import put, put_lines, say
from factcheck.cli.place import Command, Place, example, pass_place, unusable_settings
from factcheck.errors import FactcheckError
from factcheck.reports.as_json import array, to_json


@click.command("config", cls=Command, epilog=example("factcheck config", "factcheck config --json"))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_place
def config(place: Place, *, as_json: bool) -> None:
    """Print each setting and where it came from.

    The shipped defaults, then config/*.toml of the workspace, then its factcheck.toml, then the environment
    (FACTCHECK_MATCHING__KEEP=20): the last one wins. Works without a workspace.
    """
    from factcheck.settings import load_settings
    from factcheck.workbench.users import user_named
    from factcheck.workbench.workflow import workflow_of

    settings = load_settings(place.folder, os.environ)
    settings = settings.kept_offline() if place.offline else settings
    for problem in unusable_settings(settings):
        say(f"factcheck: {problem}")
    try:
        user_named(place.user, settings)
    except FactcheckError as error:
        say(f"factcheck: user: {error}")
    try:
        workflow_of(settings)
    except FactcheckError as error:
        say(f"factcheck: workflow: {error}")
    if as_json:
        put([*array(settings.listing()), "\n"])
        return
    put_lines(f"{s.key} = {to_json(s.value)}  ({s.origin})" for s in settings.listing())
