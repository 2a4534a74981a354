"""Texts that are read beside the screen: the handover, and an article as a whole with its signature."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain import ArticleSummary
from factcheck.tui import lists
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.form import Ask, Form, FormDialog
from factcheck.tui.dialogs.frame import Dialog
from factcheck.tui.dialogs.read_through import READ_ON, ReadThrough
from factcheck.tui.lines import Bar, app_of
from factcheck.tui.pieces import Line, Piece, Role, line, row_text, wrap
from factcheck.workbench import articles

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

INDENT = 13


class BesideReader(Dialog):
    """Shows lines that are read beside the screen."""

    hints: Sequence[tuple[str, str]] = (("Esc", "close"), ("j k", "scroll"))

    def __init__(self, title: str = "", load: Callable[[Workbench], Sequence[Line]] = lambda _: ()) -> None:
        super().__init__()
        self.title_line = line(Piece(title, Role.STRONG))
        self._load = load
        self._lines: Sequence[Line] = ()

    def start(self) -> None:
        """Read the lines."""
        self.body.show_text(self.body_lines)
        self.attempt_beside(self._load, self._came)

    def body_lines(self, width: int) -> Sequence[Line]:
        """What was read, wrapped."""
        return [part for told in self._lines for part in wrap(told, width, indent=INDENT)]

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show lines, if the dialog is still there."""
        if self._gone:
            return
        self._lines = lines
        self.say("")
        self.body.show_text(self.body_lines)
        self.query_one("#title", Bar).refresh(layout=True)
        self.call_after_refresh(self._show_title)

    def _came(self, lines: Sequence[Line]) -> None:
        self.show_lines(lines)

    def pressed(self, key: str) -> bool:
        """`q` closes."""
        if key == "q":
            self.close()
            return True
        return False


@dataclass(frozen=True, slots=True)
class _Standing:
    status: articles.ArticleStatus
    lines: Sequence[Line]


class ArticleDialog(ReadThrough, BesideReader):
    """Where an article stands and what blocks it; `p` records the publication.

    `y` signs exactly what it shows, once all of it was on screen.
    """

    def __init__(self, decisions: Decisions, article: ArticleSummary) -> None:
        super().__init__()
        self.decisions = decisions
        self._now: articles.ArticleStatus | None = None
        self._show_of(article)

    def _show_of(self, article: ArticleSummary) -> None:
        self.article = article
        self._now = None
        self.read_anew()
        self.title_line = line(Piece(f"Article {row_text(article.title or article.path)}", Role.STRONG))
        self.hints = self._hints()

    def _hints(self) -> tuple[tuple[str, str], ...]:
        several = (("] [", "other article"),) if len(self.decisions.desk.articles) > 1 else ()
        sign = () if self._blocked else (("y", "sign it" if self.was_read or self._now is None else READ_ON),)
        return (
            *sign,
            ("p", "is published"),
            ("Enter", "to what blocks it"),
            *several,
            ("Esc", "close"),
        )

    @property
    def _blocked(self) -> bool:
        return self._now is not None and bool(self._now.blockers)

    def more_was_read(self) -> None:
        """What `y` does changes with the last line."""
        self.hints = self._hints()
        self.show_hints(self.hints)

    def start(self) -> None:
        """Read where the article stands."""
        self.body.show_text(self.body_lines)
        self.attempt_beside(self._read, self._read_it)

    def _read(self, bench: Workbench) -> _Standing:
        status = articles.status_of(bench, self.article)
        return _Standing(status, lists.article_lines(status, bench))

    def _read_it(self, found: _Standing) -> None:
        self._now = found.status
        self.show_lines(found.lines)

    def pressed(self, key: str) -> bool:
        """`y` signs, `p` publishes, Enter goes to what blocks it, brackets take another article."""
        if key == "enter":
            self._to_blocker()
        elif key == "y":
            self._sign()
        elif key == "p":
            self._publish()
        elif key in {"right_square_bracket", "left_square_bracket"}:
            known = self.decisions.desk.articles
            place = [one.id for one in known].index(self.article.id)
            self._show_of(known[(place + (1 if key.startswith("right") else -1)) % len(known)])
            self.start()
        else:
            return super().pressed(key)
        return True

    def _to_blocker(self) -> None:
        claims = [one.claim for one in self._now.blockers if one.claim] if self._now else []
        if claims:
            self.decisions.desk.go_to(claims[0])
            self.dismiss()
        else:
            self.say("no claim blocks it")

    def _sign(self) -> None:
        now = self._now
        if now is None:
            return
        if not self.was_read and not self._blocked:
            self.read_on()
            return
        article, displayed = self.article, now.binding
        self.attempt_beside(lambda bench: articles.sign_article(bench, article, displayed), self._signed)

    def _signed(self, _: object) -> None:
        self.decisions.done("", f"article {self.article.title or self.article.path} signed", undoable=False)
        if not self._gone:
            self.start()

    def _publish(self) -> None:
        now, article, decisions = self._now, self.article, self.decisions
        if now is None:
            return

        def done(_: object) -> None:
            decisions.done("", f"article {article.title or article.path} is published, and locked", undoable=False)
            if not self._gone:
                self.start()

        form = Form(
            title=f"Record that {row_text(article.title or article.path)} is published: it is locked from then on",
            asks=(Ask("where", hint="its address; may be empty"),),
            draft="publish",
            subject=article.id,
            work=lambda bench, answers, _: articles.publish(bench, article, now.binding, answers["where"]),
            done=done,
        )
        app_of(self).push_screen(FormDialog(form))
