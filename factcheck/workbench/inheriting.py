"""The events of a claim of an earlier revision, told as events of the claim that took its decisions over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from factcheck.domain import Claim, Event
from factcheck.review.kinds import Kind

_BY_EVIDENCE = ("sources", "instead")
"""Parts of a signature's body that are kept by evidence."""

_CLAIMS = ("by", "replaced", "made")
"""Parts of an edit's body that name claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What is called otherwise here: the claim, its evidence and its items."""

    old: str
    new: str
    evidence: Mapping[str, str]
    items: Mapping[str, str]


def names_of(carried: Event) -> Names:
    """Read the names out of an event that took decisions over."""
    body = carried.body
    evidence = dict(zip(body["of"], body["evidence"], strict=True))
    return Names(old=body["from"], new=carried.subject, evidence=evidence, items=body["items"])


def inherited(events: Iterable[Event], names: Names, claim: Claim) -> Sequence[Event]:
    """Return the events with the names that hold here; what is about evidence or items that are not here is left out.

    `claim`: the one that takes over; the wording of a corrected claimant is made of its words.
    """
    told = [(event, _body(event, names, claim)) for event in events]
    subject = {names.old: names.new}
    return [
        replace(event, body=body, subject=subject.get(event.subject, event.subject))
        for event, body in told
        if body is not None
    ]


def _body(event: Event, names: Names, claim: Claim) -> Mapping[str, Any] | None:
    if event.kind == Kind.CORRECTED:
        return _corrected(dict(event.body), claim)
    told = _TOLD.get(event.kind)
    return told(dict(event.body), names) if told else event.body


def _on_evidence(body: dict[str, Any], names: Names) -> Mapping[str, Any] | None:
    evidence = names.evidence.get(body["evidence"])
    return {**body, "evidence": evidence} if evidence else None


def _note(body: dict[str, Any], names: Names) -> Mapping[str, Any]:
    return {**body, "evidence": names.evidence.get(body["evidence"], "")}


def _signed(body: dict[str, Any], names: Names) -> Mapping[str, Any]:
    parts = [part for part in _BY_EVIDENCE if part in body]
    return {**body, **{part: {names.evidence.get(e, e): how for e, how in body[part].items()} for part in parts}}


def _signed_anew(body: dict[str, Any], names: Names) -> Mapping[str, Any]:
    bindings = {names.new if claim == names.old else claim: digest for claim, digest in body["bindings"].items()}
    own = [names.new if claim == names.old else claim for claim in body["self_signed"]]
    return {**body, "bindings": bindings, "self_signed": own, **_of_sources(body, names)}


def _of_sources(body: dict[str, Any], names: Names) -> dict[str, Any]:
    """Return what a sign-off of several claims says of their sources, with this claim and its evidence as here."""
    return {
        part: {
            names.new if claim == names.old else claim: {names.evidence.get(e, e): how for e, how in told.items()}
            for claim, told in body[part].items()
        }
        for part in _BY_EVIDENCE
        if part in body
    }


def _edited(body: dict[str, Any], names: Names) -> Mapping[str, Any]:
    return {**body, **{part: [names.new if one == names.old else one for one in body[part]] for part in _CLAIMS}}


def _ticked(body: dict[str, Any], names: Names) -> Mapping[str, Any] | None:
    items = [names.items[item] for item in body["items"] if item in names.items]
    evidence = names.evidence.get(body["evidence"], "")
    there = bool(items) and (bool(evidence) or not body["evidence"])
    return {**body, "items": items, "evidence": evidence} if there else None


def _carried(body: dict[str, Any], names: Names) -> Mapping[str, Any]:
    """Name the items of a still earlier revision as they are called here; what is not here is left out."""
    items = {there: names.items[here] for there, here in body["items"].items() if here in names.items}
    return {**body, "items": items}


def _matched(body: dict[str, Any], names: Names) -> Mapping[str, Any]:
    body["evidence"] = [names.evidence[e] for e in body["evidence"] if e in names.evidence]
    cited = [
        {**one, "evidence": [names.evidence[e] for e in one["evidence"] if e in names.evidence]}
        for one in body.get("cited", ())
    ]
    return {**body, "cited": cited}


def _corrected(body: dict[str, Any], claim: Claim) -> Mapping[str, Any]:
    if "claimant" not in body:
        return body
    from factcheck.claims.bounds import wording
    from factcheck.domain import Claimant

    who = Claimant(**body["claimant"]) if body["claimant"] else None
    return {**body, "text": wording(claim, who)}


_TOLD: Mapping[str, Callable[[dict[str, Any], Names], Mapping[str, Any] | None]] = {
    Kind.MATCHED: _matched,
    Kind.STANCE: _on_evidence,
    Kind.CITED: _on_evidence,
    Kind.CALCULATED: _on_evidence,
    Kind.BROUGHT: _on_evidence,
    Kind.NOTE: _note,
    Kind.TICKED: _ticked,
    Kind.CARRIED: _carried,
    Kind.SIGNED: _signed,
    Kind.EDITED: _edited,
    Kind.NOTHING_MATERIAL: _signed_anew,
}
"""What an event says here, by its kind; the others name neither evidence, items nor claims."""
