"""What the faces call: check an article, decide, sign, undo. No face reaches a room behind this one's back.

A workbench is one user at one workspace. Everything that changes something is one transaction that appends to the log
and brings the stored state up to date, so a kill at any moment loses nothing that was acknowledged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from factcheck.domain import (
    ArticleSummary,
    BoundCitation,
    ClaimLock,
    ClaimState,
    ClaimSummary,
    ClaimView,
    Clock,
    Event,
    Rating,
    Revision,
    Sentence,
    Stance,
)
from factcheck.errors import InputError
from factcheck.review.kinds import SIGNATURES, Kind
from factcheck.settings import Settings
from factcheck.store import Store
from factcheck.workbench.folding import history, logged, refresh, sentences_of
from factcheck.workbench.meeting import all_standing, check_not_held
from factcheck.workbench.opening import CORPUS, opened
from factcheck.workbench.users import passphrase_set, user_named

if TYPE_CHECKING:
    from factcheck.corpus import Corpus, Tell
    from factcheck.keyfiles import SigningKey
    from factcheck.review.steps import Workflow
    from factcheck.store.reading import Reader
    from factcheck.store.writing import Transaction
    from factcheck.workbench.standing import Lost, Touched
    from factcheck.workbench.undoing import Undone


class Workbench:
    """One user at one workspace."""

    def __init__(self, workspace: Path, store: Store, settings: Settings, user: str, clock: Clock) -> None:
        self.workspace = workspace
        self.store = store
        self.settings = settings
        self.user = user
        self._clock = clock
        self.passphrase: Callable[[Path], str] = passphrase_set
        """Asked for the passphrase of the user's key file, when something is first signed with it."""
        self.indexing: Callable[[], AbstractContextManager[Tell | None]] = nullcontext
        """What is told of documents that are indexed as the corpus is opened, as by a face that shows it."""
        self.signing_key: SigningKey | None = None
        """The user's key, once it was unlocked."""
        if settings.changes("workflow."):
            _ = self.workflow  # what cannot work is told at once; what is shipped can

    @classmethod
    def open(
        cls,
        workspace: Path | str,
        *,
        user: str | None = None,
        db: Path | str | None = None,
        create: bool = False,
        offline: bool = False,
        clock: Clock = lambda: datetime.now(UTC),
    ) -> Self:
        """Open the workspace in the folder `workspace`; with `create`, make it where there is none.

        `user` wins over FACTCHECK_USER, the configuration and the login name, in that order. `db` is the database, if
        it is not that of the configuration or the workspace's own factcheck.db: a path, or a URL like
        sqlite:///team/factcheck.db or postgresql+psycopg://desk@localhost/factcheck. `offline` forbids fetching,
        whatever the configuration says.

        Raises:
            NoWorkspaceError: there is no workspace in that folder.
            InputError: `db` or `user` cannot be used.
            SettingsError: its configuration is wrong.
            StateError: it is locked, damaged, of a newer version, or on a server that cannot be reached.
        """
        folder = Path(workspace)
        settings, store = opened(folder, db, create=create)
        try:
            settings = settings.kept_offline() if offline else settings
            return cls(folder, store, settings, user_named(user, settings), clock)
        except BaseException:
            store.close()
            raise

    def close(self) -> None:
        """Let go of the workspace."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def now(self) -> datetime:
        """Tell the time by this workbench's clock (aware UTC)."""
        return self._clock()

    # --- reading ------------------------------------------------------------------------------------------------------

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """The scale of verdicts, in order."""
        return self._ratings

    @cached_property
    def _ratings(self) -> tuple[Rating, ...]:
        return self.settings.ratings

    @cached_property
    def workflow(self) -> Workflow:
        """Who may take which step, and what a verdict needs; made when first asked for: no list needs it."""
        from factcheck.workbench.workflow import workflow_of

        return workflow_of(self.settings)

    @property
    def solo(self) -> bool:
        """Whether one person may sign what they proposed."""
        return self.settings.values.review.solo

    def articles(self, lost: Lost | None = None) -> tuple[ArticleSummary, ...]:
        """Return the articles, oldest first. `lost`: what `lost_sources` says, where that is known."""
        from factcheck.workbench.standing import articles_with_states

        return articles_with_states(self.store.articles(), self.store, self.lost_sources() if lost is None else lost)

    def lost_sources(self) -> Lost:
        """Return what verdicts rest on that changed or is gone since: a look at every verdict."""
        from factcheck.workbench.standing import states_by_claim

        return states_by_claim(self.store, self.workspace / CORPUS)

    def summaries(self, article: str = "", *, unlisted: bool = False, first: int = 0) -> Iterator[ClaimSummary]:
        """Yield the claim list: all, or that of one article.

        `unlisted`: with what a person took out of it; `first`: only so many rows (0: all).
        """
        from factcheck.workbench.cited_lost import rows_with_lost
        from factcheck.workbench.standing import rows_with_states

        read = self.store.summaries(article, unlisted=unlisted, first=first)
        rows = rows_with_lost(read, self.store, self.workspace)
        return rows_with_states(rows, self.store, self.lost_sources())

    def touched(self) -> tuple[Touched, ...]:
        """Return the listed claims whose verdict rests on a source that has changed or is gone since."""
        from factcheck.workbench.standing import touched

        return touched(self.store, self.lost_sources())

    def held(self) -> list[ClaimLock]:
        """Return who holds which claim now."""
        return all_standing(self.store, self.now)

    def aside(self, article: ArticleSummary) -> Mapping[str, int]:
        """Count what an article's claim list leaves out: claims superseded and withdrawn, sentences set aside."""
        from factcheck.workbench.unlisted import aside

        return aside(self, article)

    def unticked(self) -> tuple[ClaimSummary, ...]:
        """Return the claims taken out of the list that no reviewer ticked, or whose tick counts for nothing here."""
        from factcheck.workbench.unlisted import unticked

        return unticked(self)

    def revision(self, identifier: str) -> Revision:
        """Return a revision with its text."""
        found = self.store.revision(identifier)
        if found is None:
            raise InputError("there is no such revision", subject=identifier)
        return found

    def sentences(self, revision: str) -> tuple[Sentence, ...]:
        """Return the sentences of a revision with what became of them, by extraction and by a person's hand."""
        return sentences_of(self.store, revision)

    def citations(self, revision: str) -> tuple[BoundCitation, ...]:
        """Return the writer's own sources for a revision, with the claims they follow."""
        return self.store.citations(revision)

    def claim(self, identifier: str) -> ClaimView:
        """Return a claim with its state and evidence."""
        from factcheck.workbench.views import views

        return next(views(self, [identifier]))

    def find_claim(self, reference: str, article: str = "", *, earlier: bool = False) -> str:
        """Return the id of the claim that a person means: its number in the list, or the start of its id.

        `article`: the start of an article's id, or a part of its title or path, where several are numbered alike;
        `earlier`: claims of earlier revisions are meant, too: to be looked at, for nobody decides on them any more.

        Raises:
            InputError: none fits, or several do.
        """
        from factcheck.workbench.finding import find_claim

        return find_claim(self, reference, article, earlier=earlier)

    def history(self, claim: str) -> tuple[Event, ...]:
        """Return the events that a claim is folded from, oldest first: those taken over have the names of here."""
        _, revision, _ = self.store.claim(claim)
        return tuple(history(self.store, claim, revision))

    def logged(self, claim: str) -> tuple[Event, ...]:
        """Return the events of a claim, and of those whose decisions it took over, as they stand in the log."""
        return tuple(logged(self.store, claim))

    def events(self) -> Iterator[Event]:
        """Yield the whole log, oldest first."""
        return self.store.events()

    def blockers(self, claim: str) -> tuple[str, ...]:
        """Return in words what keeps this user from signing the claim."""
        from factcheck.workbench.signing import blockers

        return blockers(self, claim)

    def identity(self) -> str:
        """Say how sure it will be that what this user signs is theirs: "by key", or "asserted"."""
        from factcheck.workbench.trusting import identity

        return identity(self, self.store)

    def missing_sources(self, claim: str) -> str:
        """Say what a submission of the verdict on a claim would lack; "" if nothing, or there is none."""
        from factcheck.workbench.signing import missing_sources

        return missing_sources(self, self.store, claim, self.store.state(claim))

    @property
    def has_corpus(self) -> bool:
        """Whether the workspace's corpus is where it belongs, without opening it."""
        return (self.workspace / CORPUS / "documents.db").is_file()

    def open_corpus(self, *, create: bool = False, article: str = "") -> Corpus:
        """Open the workspace's corpus, as this desk sees it; with `article` (an id), also what belongs to that one."""
        from factcheck.workbench.opening import corpus_of

        return corpus_of(self, create=create, article=article)

    # --- deciding -----------------------------------------------------------------------------------------------------

    def set_stance(self, claim: str, evidence: str, stance: Stance | None, *, seen: int | None = None) -> ClaimState:
        """Judge a piece of evidence; None goes back to unjudged. `seen`: the `seq` of the state that was displayed.

        What this user judged so already is no new decision: undo takes back the one before.
        """
        from factcheck.workbench.deciding import set_stance

        return set_stance(self, claim, evidence, stance, seen)

    def cite(self, claim: str, evidence: str, *, cited: bool = True, seen: int | None = None) -> ClaimState:
        """Cite a piece of evidence in the report, or no longer."""
        from factcheck.workbench.deciding import cite

        return cite(self, claim, evidence, seen, cited=cited)

    def set_verdict(
        self,
        claim: str,
        rating: str,
        rationale: str,
        *,
        cite: Iterable[str] = (),
        wording: str = "",
        seen: int | None = None,
    ) -> ClaimState:
        """Propose a verdict (`rating`: id, label or letter), citing evidence with it.

        What the faces warn of (`guards.doubts`) is on record with it. `wording`: what is to stand in place of the
        claim's words; the one that is proposed already need not be proposed again.

        Raises:
            GuardError: there is no rationale, what the rating must cite is missing, or the wording is no other one.
        """
        from factcheck.workbench.deciding import set_verdict

        return set_verdict(self, claim, rating, rationale, cited=cite, wording=wording, seen=seen)

    def clear_verdict(self, claim: str, *, seen: int | None = None) -> ClaimState:
        """Take the verdict back, leaving none."""
        from factcheck.workbench.deciding import clear_verdict

        return clear_verdict(self, claim, seen)

    def add_note(self, claim: str, text: str, *, evidence: str = "") -> ClaimState:
        """Leave a note on a claim, or on one piece of its evidence."""
        from factcheck.workbench.deciding import add_note

        return add_note(self, claim, text, evidence)

    def set_original(
        self, claim: str, wording: str, language: str, *, translator: str = "", seen: int | None = None
    ) -> ClaimState:
        """Keep what was said in its own language, where the article quotes a translation.

        Raises:
            GuardError: there are no words, or the language is no BCP 47 tag.
        """
        from factcheck.workbench.deciding import set_original

        return set_original(self, claim, wording, language, translator=translator, seen=seen)

    def clear_original(self, claim: str, *, seen: int | None = None) -> ClaimState:
        """Take the original wording back, leaving none."""
        from factcheck.workbench.deciding import clear_original

        return clear_original(self, claim, seen)

    def sign(self, claim: str, displayed: str, *, bypass: str = "") -> ClaimState:
        """Sign a claim. `displayed`: the `binding` of the state that was on screen; anything else is refused.

        One that was withdrawn from the list is ticked with it. `bypass`: why the rules of the workflow are passed over.

        Raises:
            GuardError: the workflow does not allow it; says why.
            ConflictError: the claim changed since it was displayed.
        """
        from factcheck.workbench.signing import sign

        return sign(self, claim, displayed, bypass)

    def withdraw(self, claim: str, reason: str) -> ClaimState:
        """Withdraw one's own signature.

        Raises:
            GuardError: it is another's, or there is no reason.
        """
        from factcheck.workbench.deciding import withdraw

        return withdraw(self, claim, reason)

    def undo(self) -> Undone | None:
        """Take back this user's latest decision, all that was decided in one go; None if there is none.

        Raises:
            GuardError: it is a sign-off, which is withdrawn with a reason, or such a withdrawal.
            ConflictError: it brought claims into the list that others have decided on since.
        """
        from factcheck.workbench.undoing import undo

        return undo(self)

    def redo(self) -> Undone | None:
        """Bring back what this user undid last; None if there is nothing, or they have decided since.

        Raises:
            ConflictError: it takes claims out of the list that others have decided on since.
        """
        from factcheck.workbench.undoing import redo

        return redo(self)

    def append(self, tx: Transaction, claim: str, kind: Kind, body: Mapping[str, Any]) -> ClaimState:
        """Append a decision of this user on a claim, signed where it needs to be, and fold the claim anew.

        Raises:
            GuardError: the step is not for this user, takes a key that is not trusted, or the article is published.
            InputError: the user's key cannot be used.
        """
        _, revision, _ = tx.claim(claim)
        self.allow(tx, kind, revision, claim)
        key = self.key_for(tx, kind)
        tx.append(at=self.now(), user=self.user, kind=kind, subject=claim, revision=revision, body=body, key=key)
        return refresh(tx, claim)

    @contextmanager
    def signing(self, kind: Kind) -> Iterator[Transaction]:
        """Write an event that may take this user's key. It is unlocked first: nobody waits while a passphrase is typed.

        Raises:
            GuardError: it takes a key that is trusted, and there is none.
            InputError: the user's key cannot be used.
        """
        self.key_for(self.store, kind)
        with self.store.transaction() as tx:
            yield tx

    def key_for(self, reader: Reader, kind: Kind) -> SigningKey | None:
        """Return this user's key where an event of a kind is signed with it; see `trusting.key_for`."""
        if kind not in SIGNATURES:
            return None
        from factcheck.workbench.trusting import key_for

        return key_for(self, reader, kind)

    def allow(self, reader: Reader, kind: Kind, revision: str, claim: str = "") -> None:
        """Refuse a decision that is not for this user, on an article that is published, or on a claim that is held.

        Raises:
            GuardError: says who may take the step, or what is done instead.
            ConflictError: somebody else holds the claim.
        """
        from factcheck.review.steps import STEP_OF, ReviewStep, check_permitted
        from factcheck.workbench.published import check_not_published

        check_not_published(reader, revision)
        if claim and kind is not Kind.NOTE:
            check_not_held(reader, claim, self.user, self.now)
        check_permitted(self.workflow, self.user, STEP_OF.get(kind, ReviewStep.JUDGE), claim)
