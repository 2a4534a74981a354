"""Whether words that are being written name a source that may not be named: found out beside the screen meanwhile.

Which words do is the workbench's rule (`workbench.own_words`). Whoever saves before it is made is told afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.tui.app import FactcheckApp
    from factcheck.workbench import Workbench


Written = Mapping[str, str]
"""What words are (rationale, wording, reason) -> the words."""

Warnings = Callable[[Written], tuple[str, ...]]


class Naming:
    """What is known of the words on claims of an article (id)."""

    def __init__(self, app: FactcheckApp, article: str) -> None:
        self._app = app
        self._warnings: Warnings | None = None
        self._saved: Written = {}

        def made(bench: Workbench) -> Warnings:
            from factcheck.workbench.own_words import OwnWords

            return OwnWords(bench).ready(article)

        app.beside.run(made, self._came, self._failed)

    def warning(self, written: Written) -> str:
        """Say which words name such a source; "" if none do, or if it is not known yet."""
        return "; ".join(self._warnings(written)) if self._warnings else ""

    def saved(self, written: Written) -> None:
        """Words were saved: if it was not known yet whether they name anybody, say so once it is."""
        self._saved = written if self._warnings is None else {}

    def _came(self, warnings: Warnings) -> None:
        self._warnings = warnings
        if self._app.is_running and (warning := self.warning(self._saved)):
            self._app.tell(f"warning: {warning}")

    def _failed(self, error: FactcheckError) -> None:
        if self._app.is_running and self._saved:
            self._app.tell(f"whether the {', '.join(self._saved)} names a confidential source is not known: {error}")
