"""Which workspace and which user: the options that every command has, before it or after it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.errors import FactcheckError, InputError

if TYPE_CHECKING:
    from factcheck.corpus import TierRules
    from factcheck.settings import Settings
    from factcheck.workbench import Workbench

F = TypeVar("F", bound=Callable[..., Any])
HELP_NAMES = {"help_option_names": ["-h", "--help"]}


@dataclass(slots=True)
class Place:
    """The workspace, user and database that were named on the command line, if any, and whether --offline was."""

    workspace: str | None = None
    user: str | None = None
    db: str | None = None
    offline: bool = False
    named: dict[str, str] = field(default_factory=dict)
    """What a person named, as an error would call it: by the words that were typed."""

    @property
    def folder(self) -> Path:
        """The workspace: the one named, else the nearest above the current folder, else the current folder."""
        from factcheck.workbench.opening import find_workspace

        return Path(self.workspace) if self.workspace else find_workspace(current_folder())

    def open(self, *, create: bool = False) -> Workbench:
        """Open the workspace; with `create`, make it where there is none."""
        from factcheck.cli.indexing import indexing_told
        from factcheck.cli.passphrases import passphrase_of
        from factcheck.workbench import Workbench

        bench = Workbench.open(self.folder, user=self.user, db=self.db, create=create, offline=self.offline)
        bench.passphrase, bench.indexing = passphrase_of, indexing_told
        return bench

    def tier_rules(self) -> TierRules:
        """Return the rules for tiers, also where there is no workspace yet."""
        from factcheck.corpus import TierRules
        from factcheck.settings import load_settings

        settings = load_settings(self.folder, os.environ)
        return TierRules(default=settings.default_tier, rules=settings.tier_rules)

    def option(self) -> str:
        """Return the options to repeat in a command that is shown to be copied: " --workspace X", or nothing."""
        import shlex

        from factcheck.databases import repeated

        database = f" --db {shlex.quote(repeated(self.db))}" if self.db else ""
        return f" --workspace {shlex.quote(self.workspace)}{database}" if self.workspace else database


def current_folder() -> Path:
    """Return the folder that the command runs in.

    Raises:
        InputError: it was deleted meanwhile.
    """
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        hint = "change to another one, or name the workspace by its whole path with --workspace"
        raise InputError("the current folder is gone", hint=hint) from error


def unusable_settings(settings: Settings) -> tuple[str, ...]:
    """Say which settings the workbench cannot use: a key bound twice, a theme that there is not."""
    face: Any = import_module("factcheck.tui.usable")
    return tuple(face.unusable(settings))


pass_place = click.make_pass_decorator(Place, ensure=True)


def place_options(*, environment: bool = False) -> Callable[[F], F]:
    """Add --workspace, --user and --db. Only the outermost command reads the environment: an option wins over it."""

    def add(function: F) -> F:
        variable = "FACTCHECK_WORKSPACE" if environment else None
        function = _option("user", "NAME", "Who decides (else FACTCHECK_USER, the configuration, the login).")(function)
        text = "The database, a file or a URL (else FACTCHECK_DB, the configuration, factcheck.db)."
        function = _option("db", "URL", text)(function)
        text = "The workspace (else FACTCHECK_WORKSPACE, the current folder or one above it)."
        return _option("workspace", "PATH", text, variable)(function)

    return add


def _option(name: str, metavar: str, text: str, variable: str | None = None) -> Callable[[F], F]:
    return click.option(
        f"--{name}", metavar=metavar, help=text, envvar=variable, expose_value=False, is_eager=True, callback=_remember
    )


def _remember(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    place = context.ensure_object(Place)
    if value is not None and parameter.name:
        setattr(place, parameter.name, value)


class Word(click.Choice[str]):
    """One of an enum's values, and of `more` words. click itself would ask for the names of its members."""

    def __init__(self, kind: type[StrEnum], *more: str) -> None:
        super().__init__([*(member.value for member in kind), *more], case_sensitive=False)


class Command(click.Command):
    """A command that takes --workspace, --user and --db after its name, too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - whatever click takes
        kwargs["context_settings"] = {**HELP_NAMES, **(kwargs.get("context_settings") or {})}
        super().__init__(*args, **kwargs)
        carrier = place_options()(lambda: None)
        self.params.extend(reversed(carrier.__click_params__))  # type: ignore[attr-defined] # set by click.option

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - whatever the command returns
        """Run the command; an error about what a person named calls it as they did."""
        try:
            return super().invoke(ctx)
        except FactcheckError as error:
            place = ctx.find_object(Place)
            error.subject = place.named.get(error.subject, error.subject) if place else error.subject
            raise


class Group(click.Group):
    """A group whose commands take --workspace, --user and --db."""

    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - whatever click takes
        kwargs["context_settings"] = HELP_NAMES
        super().__init__(*args, **kwargs)


def example(*lines: str) -> str:
    """Return the epilog that shows how a command is called."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)
