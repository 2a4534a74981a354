"""How a person writes a scope, columns and a language on a command line."""

from __future__ import annotations

from typing import Any

import click

from factcheck.errors import InputError

FORGET = "forget"
"""What a person writes in place of a value: what was said of the path before holds no longer."""


class Scope(click.ParamType[str]):
    """`all`, or the desk or article that sources belong to."""

    name = "scope"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - click's own
        """Read the scope ("" for all), or say what is expected."""
        from factcheck.corpus.marks import SCOPES, read_scope

        scope = read_scope(str(value))
        if scope is None:
            self.fail(f"{value!r} is no scope; write {SCOPES}", param, ctx)
        return scope


class ColumnNames(click.ParamType[dict[str, str]]):
    """Which column is which field: `text=Body,published=Day`; or `forget`, which is none."""

    name = "columns"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, str]:  # noqa: ANN401 - click's own
        """Read the columns, or say what is expected."""
        from factcheck.corpus.columns import parse_columns

        if value == FORGET:
            return {}
        try:
            return parse_columns([value])
        except InputError as error:
            self.fail(f"{error.subject!r} {error.message}; {error.hint}", param, ctx)


class Language(click.ParamType[str]):
    """A language by its code or its name; or `forget`, which is ""."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - click's own
        """Return the code, or say which languages are near."""
        from factcheck.text.languages.named import language_code, near_languages

        code = language_code(value)
        if not code and value != FORGET:
            near = ", ".join(near_languages(value))
            hint = f"did you mean {near}?" if near else "write a code (en, de) or a name (English, German)"
            self.fail(f"{value!r} is no language that is known; {hint}", param, ctx)
        return code
