"""The reference in docs/, made from the program: `python -m tests.reference` writes it anew, a test holds it.

Commands are told by their own help, settings by the files that ship with them, the Python API by its signatures and
docstrings. Nothing in it is written by hand.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import click

import factcheck as factcheck_api
from factcheck.cli.app import app
from factcheck.settings.files import shipped_folder

DOCS = Path(__file__).parent.parent / "docs"
COLUMNS = 100
SETTINGS = ("factcheck.toml", "sources.toml", "workflow.toml", "ratings.toml")


def commands() -> str:
    """Return the help of every command, those of the groups too, in the order of the work."""
    told = [f"## `{path}`\n\n```text\n{text}\n```" for path, text in _helps(app, "factcheck")]
    return _page(
        "Commands",
        "What `--help` says of each command. `--workspace`, `--db` and `--user` may stand before or after its name.",
        told,
    )


def configuration() -> str:
    """Return the shipped files of settings, each value with the comment above it."""
    told = [f"## `config/{name}`\n\n```toml\n{(shipped_folder() / name).read_text('utf-8')}```" for name in SETTINGS]
    return _page(
        "Configuration",
        "The defaults as they ship. A workspace's own files of these names under `config/` override them, then its"
        " `factcheck.toml`, then `FACTCHECK_` variables (`FACTCHECK_MATCHING__KEEP=20` is `matching.keep`);"
        " `factcheck config` shows what holds, and why.",
        told,
    )


def api() -> str:
    """Return what `import factcheck` offers, each name with its parameters, fields and methods."""
    told = [_told(name, getattr(factcheck_api, name)) for name in factcheck_api.__all__]
    return _page(
        "Python API",
        "What `import factcheck` offers; all else may change without notice. [An example](../README.md#how-to).",
        told,
    )


PAGES: dict[str, Callable[[], str]] = {"commands.md": commands, "configuration.md": configuration, "api.md": api}
"""The pages that follow from the code alone."""


def _page(title: str, about: str, told: list[str]) -> str:
    note = "<!-- Made by `make docs`: change the program, not this page. -->"
    return "\n\n".join((f"# {title}", note, about, *told)) + "\n"


def _helps(command: click.Command, path: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    width = {"terminal_width": COLUMNS, "max_content_width": COLUMNS}
    context = click.Context(
        command, info_name=path.rsplit(maxsplit=1)[-1], parent=parent, **{**command.context_settings, **width}
    )
    yield path, "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            if (found := command.get_command(context, name)) and not found.hidden:
                yield from _helps(found, f"{path} {name}", context)


def _told(name: str, thing: object) -> str:
    if not inspect.isclass(thing):
        return f"## `{name}`\n\n{_code(name + _signature(thing))}\n\n{_text(thing)}"
    pieces = [f"## `{name}`", _text(thing)]
    if is_dataclass(thing):
        rows = "\n".join(f"{one.name}: {one.type}" for one in fields(thing) if one.name[0] != "_")
        pieces += ["Fields:", _code(rows)] if rows else []
    pieces += [f"### `{name}.{part}`\n\n{told}" for part, told in _own(thing)]
    return "\n\n".join(pieces)


def _own(thing: type) -> Iterator[tuple[str, str]]:
    """Yield the public methods and properties that a class defines, in their order, and those of what it is made of."""
    ours = [one for one in thing.__mro__ if one.__module__.startswith("factcheck.")]
    for name, kept in {name: kept for one in reversed(ours) for name, kept in vars(one).items()}.items():
        if name.startswith("_") or not getattr(thing, name, None).__doc__:
            continue
        if isinstance(kept, property):
            yield name, _text(kept)
        elif callable(getattr(thing, name)) and not inspect.isclass(kept):
            called = getattr(thing, name)
            yield name, f"{_code(name + _signature(called))}\n\n{_text(called)}"


def _signature(thing: object) -> str:
    """Return parameters and result with their types; a default that only the code can name is `…`."""
    found = inspect.signature(thing)  # type: ignore[arg-type] # what is asked for can be called
    told = [_named(one) for one in found.parameters.values() if one.name not in ("self", "cls")]
    return str(found.replace(parameters=told, return_annotation=_Word(str(found.return_annotation))))


def _named(parameter: inspect.Parameter) -> inspect.Parameter:
    by_code = callable(parameter.default) and parameter.default is not inspect.Parameter.empty
    default = _Word("…") if by_code else parameter.default
    return parameter.replace(annotation=_Word(str(parameter.annotation)), default=default)


class _Word:
    """Something that is shown as it is, without quotation marks."""

    def __init__(self, shown: str) -> None:
        self.shown = shown

    def __repr__(self) -> str:
        return self.shown


def _text(thing: object) -> str:
    """Return a docstring as it is: its lists would not be lists of Markdown."""
    first, _, rest = (inspect.getdoc(thing) or "").partition("\n\n")
    return f"{first}\n\n```text\n{rest}\n```" if rest else first


def _code(text: str) -> str:
    return f"```python\n{text}\n```"


def main() -> None:
    """Write the pages."""
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main()
