"""The checker's hand on who asserts a claim, and when.

A correction is laid over the claim, which keeps its decisions; a sign-off bound what was corrected, so it goes stale.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from factcheck.claims import bounds
from factcheck.domain import CLAIMANT, SAID_ON, Claimant, DateValue
from factcheck.domain.offices import is_former
from factcheck.errors import InputError
from factcheck.review.kinds import Kind
from factcheck.text.dates.iso_dates import GIVEN
from factcheck.workbench.edited import Edited, append, check_open, edited_by, iso, same_person
from factcheck.workbench.folding import refresh

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


class Keep(Enum):
    """Said of what a correction leaves as it is."""

    KEEP = "keep"


KEEP = Keep.KEEP
_FORMER = "former "  # which is not kept: `Claimant.standing` says it


def correct(
    bench: Workbench,
    claim: str,
    *,
    claimant: Claimant | Keep | None = KEEP,
    said_on: DateValue | Keep | None = KEEP,
    seen: int | None = None,
) -> Edited:
    """Correct who asserts a claim (None: the article itself) or when (None: not known).

    The claim is matched and judged again; its verdict stays, and a sign-off is stale from now on.

    Raises:
        InputError: it is so already.
        GuardError: the claim is not in the list.
        ConflictError: somebody changed it since `seen`.
    """
    view = bench.claim(claim)
    body: dict[str, Any] = {}
    if not isinstance(claimant, Keep) and not same_person(claimant, view.claim.claimant):
        body[CLAIMANT] = _claimant_body(claimant)
        body["text"] = bounds.wording(view.claim, claimant)
    if not isinstance(said_on, Keep) and iso(said_on) != iso(view.claim.said_on):
        body[SAID_ON] = _date_body(said_on)
    if not body:
        raise InputError("is so already: nothing to correct", subject=f"claim {view.summary.number}")
    with bench.store.transaction() as tx:
        check_open(bench, tx, tx.state(claim), seen)
        append(bench, tx, Kind.CORRECTED, claim, view.revision, body)
        refresh(tx, claim)
    edited = edited_by(bench, bench.revision(view.revision), [claim], [])
    if view.state.sign_off:
        stale = f"the sign-off of {view.state.sign_off.user} is stale now: another person has to sign again"
        edited = replace(edited, remarks=(stale, *edited.remarks))
    return edited


def person_named(bench: Workbench, claim: str, name: str | None, office: str | None) -> Claimant:
    """Return the claimant that a person means, with the office they have elsewhere in the article if none is given.

    Without `name`, the claim's own claimant with another office.

    Raises:
        InputError: there is no name, and the claim has no claimant.
    """
    view = bench.claim(claim)
    own = view.claim.claimant
    if name is None and own is None:
        raise InputError("has no claimant whose office could be corrected", hint="name one: --claimant NAME")
    wanted = " ".join((name if name is not None else own.name if own else "").split())
    if not wanted:
        raise InputError("a claimant needs a name", hint="--claimant none: the article itself asserts it")
    others = (c.claimant for c in bench.store.listed_claims(view.revision))
    known = next((c for c in (own, *others) if c and c.name == wanted and (c.office or c is own)), None)
    if office is not None:
        plain = office[len(_FORMER) :] if office.lower().startswith(_FORMER) else office
        return Claimant(name=wanted, office=plain, former=is_former(office), rule=GIVEN)
    office, former = (known.office, known.former) if known else ("", False)
    return Claimant(name=wanted, office=office, former=former, rule=GIVEN)


def _claimant_body(claimant: Claimant | None) -> dict[str, Any] | None:
    if claimant is None:
        return None
    return {name: value for name, value in asdict(claimant).items() if name != "mention"}


def _date_body(value: DateValue | None) -> dict[str, Any] | None:
    if value is None:
        return None
    start, end = (day.isoformat() if day else None for day in (value.start, value.end))
    return {"start": start, "end": end, "precision": str(value.precision), "rule": value.rule}
