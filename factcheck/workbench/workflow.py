"""The workflow of a workspace, from its configuration: checked, so that no claim can get stuck in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

import msgspec

from factcheck.domain import Content, ReviewState
from factcheck.errors import InputError, SettingsError
from factcheck.review.sourcing import SourcePolicy, SourceRule
from factcheck.review.steps import POSSIBLE, ReviewStep, Role, Rule, Workflow, unreachable, untakeable
from factcheck.settings import SHIPPED, Settings
from factcheck.text.names.lookalikes import folded
from factcheck.workbench.users import checked_name

_Word = TypeVar("_Word", bound=StrEnum)


def workflow_of(settings: Settings) -> Workflow:
    """Return the workflow that the settings describe.

    Raises:
        SettingsError: a role or state is unknown, a state cannot be reached, or nobody may take a step; it names file,
            key and what is expected.
    """
    given = settings.values.workflow
    people = _people(settings)
    workflow = Workflow(
        rules=dict(_rules(settings)),
        people=people,
        renamed=_renamed(settings),
        others=frozenset(_words(settings, "workflow.others", given.others, Role)),
        policy=_policy(settings),
        solo=settings.values.review.solo,
        require_keys=settings.values.review.require_keys,
    )
    _check_takeable(settings, workflow)
    _check_reachable(settings, workflow)
    _check_signable(settings, workflow)
    return workflow


def _people(settings: Settings) -> Mapping[str, frozenset[Role]]:
    people: dict[str, frozenset[Role]] = {}
    for name, roles in settings.values.workflow.people.items():
        key = f"workflow.people.{name}"
        if folded(name):
            _check_name(settings, name, key)
        if not folded(name) or folded(name) in people:
            raise SettingsError(
                f"{key!r} names nobody, or somebody who is named already",
                hint="name each person once",
                subject=settings.place(key),
            )
        people[folded(name)] = frozenset(_words(settings, key, roles, Role))
    return people


def _renamed(settings: Settings) -> Mapping[str, str]:
    """Return the name that each former name is now, both as they are compared."""
    renamed: dict[str, str] = {}
    for name, former in settings.values.workflow.renamed.items():
        key = f"workflow.renamed.{name}"
        for one in (name, *former):
            if not folded(one):
                raise SettingsError(f"{key!r} names nobody", hint="give each name", subject=settings.place(key))
            if one is name:
                _check_name(settings, one, key)
            if renamed.setdefault(folded(one), folded(name)) != folded(name):
                told = f"{key!r} names somebody who is named already ({one})"
                raise SettingsError(told, hint="name each person once", subject=settings.place(key))
    return renamed


def _rules(settings: Settings) -> Iterator[tuple[ReviewStep, Rule]]:
    given = msgspec.to_builtins(settings.values.workflow.steps)
    for step in ReviewStep:
        key = f"workflow.steps.{step}"
        who = frozenset(_words(settings, f"{key}.who", given[step]["who"], Role))
        states = frozenset(_words(settings, f"{key}.states", given[step]["states"], ReviewState))
        possible = POSSIBLE.get(step, frozenset())
        if beyond := sorted(states - possible):
            expected = ", ".join(state for state in ReviewState if state in possible)
            raise SettingsError(
                f"'{key}.states': the step '{step}' is never taken in the state '{beyond[0]}'",
                hint=f"expected some of {expected}" if expected else "leave it out: this step is bound to no state",
                subject=settings.place(f"{key}.states"),
            )
        yield step, Rule(who=who, states=states)


def _words(settings: Settings, key: str, names: Iterable[str], kind: type[_Word]) -> Iterator[_Word]:
    for name in names:
        if name not in list(kind):
            raise SettingsError(
                f"wrong value for {key!r}: expected {', '.join(kind)}, found {name!r}",
                hint="the files in config/ show every key with its meaning",
                subject=settings.place(key),
            )
        yield kind(name)


def _policy(settings: Settings) -> SourcePolicy:
    given = settings.values.workflow.policy
    ratings = {rating.id for rating in settings.ratings}
    for place, rule in enumerate(given.rules):
        for name, value, known in (("rating", rule.rating, ratings), ("content", rule.content, set(Content))):
            if value and value not in known:
                key = f"workflow.policy.rules.{place}.{name}"
                raise SettingsError(
                    f"wrong value for {key!r}: expected {', '.join(sorted(known))}, found {value!r}",
                    hint="leave it out for any",
                    subject=settings.place(key),
                )
    rules = tuple(SourceRule(**msgspec.structs.asdict(rule)) for rule in given.rules)
    return SourcePolicy(primary=given.primary, secondary=given.secondary, rules=rules)


def _check_takeable(settings: Settings, workflow: Workflow) -> None:
    for step in untakeable(workflow):
        key = f"workflow.steps.{step}.who"
        who = ", ".join(role for role in Role if role in workflow.rules[step].who)
        raise SettingsError(
            f"nobody may take the step '{step}': {key!r} has {who or 'no role'}"
            + (", which nobody has" if who else ""),
            hint="give it a role that somebody has, under [workflow.people] or workflow.others",
            subject=_changed_by(settings, key, "workflow.others", "workflow.people."),
        )


def _changed_by(settings: Settings, *keys: str) -> str:
    """Return the file that changed one of several keys: the workspace's before the shipped one."""
    set_by = (origin for one in keys for key, origin in settings.origins.items() if key.startswith(one))
    return next((origin for origin in set_by if not origin.startswith(SHIPPED)), settings.origin(keys[0]))


def _check_reachable(settings: Settings, workflow: Workflow) -> None:
    lost = unreachable(workflow)
    if not lost:
        return
    step, key = next((s, f"workflow.steps.{s}.states") for s in POSSIBLE if _may_lead(s, lost[0]))
    expected = ", ".join(state for state in ReviewState if state in POSSIBLE[step])
    raise SettingsError(
        f"no claim can come to the state '{lost[0]}': {key!r} names no state that leads there",
        hint=f"expected one at least of {expected}",
        subject=settings.place(key),
    )


_FOR_A_VERDICT = (
    (ReviewStep.PROPOSE, (ReviewState.EXTRACTED, ReviewState.ASSIGNED), "no claim that is open can get a verdict"),
    (ReviewStep.SIGN, (ReviewState.PROPOSED, ReviewState.IN_REVIEW), "no verdict can be signed"),
)
"""The states of which a step has to have one, that claims come to their signatures by verdicts, and not by waivers."""


def _check_signable(settings: Settings, workflow: Workflow) -> None:
    for step, states, told in _FOR_A_VERDICT:
        if workflow.rules[step].states.isdisjoint(states):
            key, named = f"workflow.steps.{step}.states", " or ".join(states)
            raise SettingsError(
                f"{told}: {key!r} does not name {named}", hint="name one of them", subject=settings.place(key)
            )


def _check_name(settings: Settings, name: str, key: str) -> None:
    try:
        checked_name(name)
    except InputError as error:
        raise SettingsError(
            f"{key!r}: {error.message}", hint="write the name as its person has it", subject=settings.place(key)
        ) from error


def _may_lead(step: ReviewStep, state: ReviewState) -> bool:
    from factcheck.review.steps import LEADS_TO

    return state in LEADS_TO[step] or (state is ReviewState.STALE and step is ReviewStep.SIGN)
