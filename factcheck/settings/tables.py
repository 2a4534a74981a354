"""The tables of the configuration: which keys there are, and of which type each value is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the configuration: every key is known, every value of its type."""


class ReviewSettings(Table, frozen=True):
    """Who may sign, what has to be ticked before, and whether it takes a key."""

    solo: bool
    require_ticks: bool
    require_keys: bool


class MatchingSettings(Table, frozen=True):
    """How many passages are looked at, and whether their meaning counts."""

    retrieve: Annotated[int, msgspec.Meta(ge=1, le=1000)]
    keep: Annotated[int, msgspec.Meta(ge=1, le=200)]
    floor: Annotated[float, msgspec.Meta(ge=0, le=1)]
    semantic: bool


class WorkbenchSettings(Table, frozen=True):
    """How the terminal workbench behaves."""

    theme: str
    advance_after_stance: bool
    blind: bool
    open_page: list[str]
    open_file: list[str]


class FetchSettings(Table, frozen=True):
    """Whether pages are fetched, how politely, and what is believed and asked."""

    allowed: bool
    contact: str
    connections: Annotated[int, msgspec.Meta(ge=1, le=64)]
    connections_per_host: Annotated[int, msgspec.Meta(ge=1, le=8)]
    host_delay_seconds: Annotated[float, msgspec.Meta(ge=0, le=600)]
    networks: list[str]
    ca_file: str
    archives: list[str]
    references: list[str]
    results: Annotated[int, msgspec.Meta(ge=0, le=20)]
    withheld: list[str]


class RatingSettings(Table, frozen=True):
    """One step of the scale."""

    label: Annotated[str, msgspec.Meta(min_length=1)]
    letter: Annotated[str, msgspec.Meta(min_length=1, max_length=1)]
    meaning: str
    needs: Literal["evidence", "search", "nothing"]
    direction: Literal["supports", "against", "neither"] = "neither"
    number: float | None = None
    exported: bool = True


class PublisherSettings(Table, frozen=True):
    """Who publishes the fact-checks, for what readers and machines get."""

    name: str
    url: str
    review_url: str


class TierRule(Table, frozen=True):
    """One rule that gives a source its default tier."""

    field: Literal["publisher", "host", "path"]
    pattern: str
    tier: Literal["primary", "secondary", "tertiary"]


class SourceSettings(Table, frozen=True):
    """Default tiers of sources."""

    default: Literal["primary", "secondary", "tertiary"]
    rules: list[TierRule]


class StepSettings(Table, frozen=True):
    """Who may take a step (roles), and in which review states of a claim."""

    who: list[str]
    states: list[str] = []


class StepsSettings(Table, frozen=True, rename="kebab"):
    """The steps of the workflow, as `review/steps.py` names them."""

    judge: StepSettings
    assign: StepSettings
    propose: StepSettings
    waive: StepSettings
    submit: StepSettings
    sign: StepSettings
    return_: StepSettings = msgspec.field(name="return")
    withdraw: StepSettings
    dispute: StepSettings
    settle: StepSettings
    sign_article: StepSettings
    publish: StepSettings
    bypass: StepSettings
    trust: StepSettings
    close: StepSettings
    reword: StepSettings
    erase: StepSettings


Enough = Annotated[int, msgspec.Meta(ge=0, le=20)]


class PolicyRule(Table, frozen=True):
    """What verdicts with a rating, or on claims with a content, need instead."""

    primary: Enough
    secondary: Enough
    rating: str = ""
    content: str = ""


class PolicySettings(Table, frozen=True):
    """How many sources of independent origin a verdict needs before it is submitted."""

    primary: Enough
    secondary: Enough
    rules: list[PolicyRule]


class WorkflowSettings(Table, frozen=True):
    """Roles, who may take which step, and the source policy."""

    others: list[str]
    people: dict[str, list[str]]
    renamed: dict[str, list[str]]
    steps: StepsSettings
    policy: PolicySettings


class Values(Table, frozen=True):
    """All values, merged and checked."""

    user: str
    db: str
    desk: str
    offline: bool
    review: ReviewSettings
    matching: MatchingSettings
    workbench: WorkbenchSettings
    fetch: FetchSettings
    publisher: PublisherSettings
    ratings: Annotated[dict[str, RatingSettings], msgspec.Meta(min_length=1)]
    sources: SourceSettings
    workflow: WorkflowSettings
    keys: dict[str, list[str]]


TABLES: Mapping[str, type[Table]] = {
    "": Values,
    "review": ReviewSettings,
    "matching": MatchingSettings,
    "workbench": WorkbenchSettings,
    "fetch": FetchSettings,
    "publisher": PublisherSettings,
    "sources": SourceSettings,
    "sources.rules": TierRule,
    "workflow": WorkflowSettings,
    "workflow.steps": StepsSettings,
    "workflow.policy": PolicySettings,
    "workflow.policy.rules": PolicyRule,
    "ratings": RatingSettings,
}
"""Which keys a table knows; those of `ratings` and of `workflow.steps` are tables of one kind each."""


def table_of(key: str) -> type[Table]:
    """Return the table that a key names."""
    if key.startswith("ratings."):
        return RatingSettings
    if key.startswith("workflow.steps."):
        return StepSettings
    return TABLES.get(key, Values)


def keys_of(table: type[Table]) -> tuple[str, ...]:
    """Return the keys that a table knows, as a file writes them."""
    return tuple(sorted(table.__struct_encode_fields__))
