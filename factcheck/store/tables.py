"""The tables, as SQLModel classes. They never leave this room; `store` hands out the types of `domain/`.

Articles, revisions, claims and evidence are immutable rows; events are appended; `ClaimStateRow` is the fold of the
events of a claim, kept so that lists are fast, and can be rebuilt from the log at any time.
"""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class ArticleRow(SQLModel, table=True):
    """A text under check; `latest` is its newest revision."""

    __tablename__ = "article"
    id: str = Field(primary_key=True)
    latest: str


class RevisionRow(SQLModel, table=True):
    """One version of an article. `layout`, `sentences`, `turns` and `markers` are JSON."""

    __tablename__ = "revision"
    id: str = Field(primary_key=True)
    article: str = Field(foreign_key="article.id", index=True)
    title: str
    text: str
    path: str
    published: str | None
    published_from: str
    layout: str
    sentences: str | None = None
    turns: str = Field(default="[]", sa_column_kwargs={"server_default": "[]"})
    markers: str = Field(default="[]", sa_column_kwargs={"server_default": "[]"})


class ClaimRow(SQLModel, table=True):
    """A claim: what lists need as columns, the whole as JSON in `payload`."""

    __tablename__ = "claim"
    id: str = Field(primary_key=True)
    revision: str = Field(foreign_key="revision.id", index=True)
    number: int
    start: int
    end: int
    verbatim: str
    text: str
    claimant: str
    said_on: str
    form: str
    content: str
    check_worthiness: float
    sentence: str
    payload: str


class CitationRow(SQLModel, table=True):
    """One of the writer's own sources, in the order of the text; the whole as JSON in `payload`."""

    __tablename__ = "citation"
    id: str = Field(primary_key=True)
    revision: str = Field(foreign_key="revision.id", index=True)
    number: int
    payload: str


class ClaimCitationRow(SQLModel, table=True):
    """That a claim is one that a citation follows."""

    __tablename__ = "claim_citation"
    claim: str = Field(primary_key=True, foreign_key="claim.id")
    citation: str = Field(primary_key=True, foreign_key="citation.id", index=True)


class EvidenceRow(SQLModel, table=True):
    """A candidate with its judgement. `origin` and `stance` are columns for counting; the whole is in `payload`."""

    __tablename__ = "evidence"
    id: str = Field(primary_key=True)
    claim: str = Field(foreign_key="claim.id", index=True)
    origin: str
    stance: str
    payload: str


class EventRow(SQLModel, table=True):
    """One entry of the append-only log. `body` is canonical JSON."""

    __tablename__ = "event"
    __table_args__ = (Index("event_subject", "subject", "seq"), Index("event_user", "user", "seq"))
    seq: int = Field(primary_key=True)
    at: str
    user: str
    kind: str
    subject: str
    revision: str
    body: str
    schema_: int = Field(sa_column_kwargs={"name": "schema"})
    prev: str = Field(unique=True)
    digest: str = Field(unique=True)


class PrivateTextRow(SQLModel, table=True):
    """Personal text that the log knows only by a salted digest, so that it can be erased."""

    __tablename__ = "private_text"
    digest: str = Field(primary_key=True)
    salt: str
    text: str


class ClaimStateRow(SQLModel, table=True):
    """The fold of a claim's events: what lists need as columns, the whole as JSON in `payload`."""

    __tablename__ = "claim_state"
    claim: str = Field(primary_key=True, foreign_key="claim.id")
    review_state: str
    rating: str
    rationale: str
    checker: str
    reviewer: str
    self_signed: bool
    corroborates: int
    conflicts: int
    related: int
    judged: int
    notes: int
    seq: int
    payload: str
    cited_source: str = Field(default="", sa_column_kwargs={"server_default": ""})
    assigned: str = Field(default="", sa_column_kwargs={"server_default": ""})
    bypass: str = Field(default="", sa_column_kwargs={"server_default": ""})
    signed_with: str = Field(default="", sa_column_kwargs={"server_default": ""})
    priority: str = Field(default="normal", sa_column_kwargs={"server_default": "normal"})
    tags: str = Field(default="", sa_column_kwargs={"server_default": ""})
    waiting_until: str = Field(default="", sa_column_kwargs={"server_default": ""})
    closing: str = Field(default="", sa_column_kwargs={"server_default": ""})
    wording: str = Field(default="", sa_column_kwargs={"server_default": ""})
    wording_state: str = Field(default="", sa_column_kwargs={"server_default": ""})
    waived: str = Field(default="", sa_column_kwargs={"server_default": ""})
    waived_by: str = Field(default="", sa_column_kwargs={"server_default": ""})
    held: str = Field(default="", sa_column_kwargs={"server_default": ""})
    position: str = Field(default="", sa_column_kwargs={"server_default": ""})
    exception: str = Field(default="", sa_column_kwargs={"server_default": ""})
    rated: str = Field(default="", sa_column_kwargs={"server_default": ""})
    rating_label: str = Field(default="", sa_column_kwargs={"server_default": ""})
    rating_letter: str = Field(default="", sa_column_kwargs={"server_default": ""})
    falls_short: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})
    was_searched: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})


class ClaimLockRow(SQLModel, table=True):
    """That a person holds a claim for now, until a moment (as in the log); no decision, and so in no event."""

    __tablename__ = "claim_lock"
    claim: str = Field(primary_key=True, foreign_key="claim.id")
    user: str
    until: str


class MarkRow(SQLModel, table=True):
    """What is to be known of this database alone, by name.

    `restored` names its latest restoring from a backup: whoever read it before must read it anew; `unclean`: what was
    erased may still stand in the files of the server.
    """

    __tablename__ = "mark"
    name: str = Field(primary_key=True)
    value: str
