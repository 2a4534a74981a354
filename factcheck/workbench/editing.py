"""The checker's hand on the list of claims: split, join, move the bounds of, add, withdraw, restore.

Each edit is one event; claims are never changed or deleted. New bounds make a new claim, which starts without verdict
and evidence and is matched at once where there is a corpus; the claim that it stands for leaves the list and keeps its
history. Claims may overlap (whether it was said, and whether it is so, can be two claims on the same words): that is
told, not refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

from factcheck.claims import bounds
from factcheck.claims.transcripts import placed
from factcheck.domain import LISTED, Claim, ClaimState, ClaimView, ReviewState, Revision
from factcheck.errors import ConflictError, GuardError, InputError
from factcheck.review.hand import RESTORE
from factcheck.review.kinds import Kind
from factcheck.workbench.edited import Edited, append, check_open, edited_by, iso, same_person
from factcheck.workbench.folding import refresh_list

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.store.writing import Transaction
    from factcheck.workbench import Workbench

CONTEXT = 30
"""Characters shown on either side of words that stand in several places."""

PLACES = 5
"""Places listed of words that stand in several."""


# --- bounds -----------------------------------------------------------------------------------------------------------


def split(bench: Workbench, claim: str, at: int, *, seen: int | None = None) -> Edited:
    """Split a claim before the character at `at` (an offset of the article's text) into two.

    Raises:
        InputError: a part would have no word, or is a claim already.
        GuardError: the claim is not in the list.
        ConflictError: somebody changed it since `seen`.
    """
    view = bench.claim(claim)
    text = bench.revision(view.revision).text
    return _replace(bench, "split", [view], bounds.split_bounds(text, view.claim, at), seen)


def place_after(bench: Workbench, claim: str, words: str) -> int:
    """Return the offset at which a claim is split after `words`: behind the marks that close them.

    Raises:
        InputError: the words stand nowhere in the claim, or in several places.
    """
    view = bench.claim(claim)
    text = bench.revision(view.revision).text
    found = bounds.places_of(words, text, view.claim.start, view.claim.end)
    _, end = _only(found, words, text, "this claim", "write more of the words before it")
    return bounds.after(text, end, view.claim.end)


def join(bench: Workbench, claims: Sequence[str]) -> Edited:
    """Make one claim of several, from the start of the first to the end of the last; the first one's speaker is kept.

    Raises:
        InputError: they are not several claims of one article, or one of them has all the words.
        GuardError: one is not in the list.
    """
    views = sorted(
        (bench.claim(claim) for claim in dict.fromkeys(claims)), key=lambda v: (v.claim.start, v.summary.number)
    )
    if len(views) < 2 or len({view.revision for view in views}) != 1:  # noqa: PLR2004 - a pair
        raise InputError("to join takes two claims of one article", hint="`factcheck claim-list` shows the claims")
    wanted = bounds.joined_bounds([view.claim for view in views])
    for view in views:
        if (view.claim.start, view.claim.end) == wanted:
            raise InputError(
                f"claim {view.summary.number} has all these words already",
                hint="`factcheck claim withdraw` takes the others out of the list",
            )
    done = _replace(bench, "join", views, [wanted], None)
    names = [view.claim.claimant.name if view.claim.claimant else "the article" for view in views]
    if len(set(names)) == 1:
        return done
    told = f"the claims had several claimants: {names[0]} is taken; `factcheck claim edit` corrects it"
    return replace(done, remarks=(told, *done.remarks))


def set_bounds(bench: Workbench, claim: str, start: int, end: int, *, seen: int | None = None) -> Edited:
    """Give a claim other bounds in the text.

    Raises:
        InputError: there is no word in them, or they are those of a claim already.
        GuardError: the claim is not in the list.
        ConflictError: somebody changed it since `seen`.
    """
    view = bench.claim(claim)
    wanted = bounds.trimmed(bench.revision(view.revision).text, start, end)
    if wanted == (view.claim.start, view.claim.end):
        raise InputError("has these bounds already", subject=f"claim {view.summary.number}")
    return _replace(bench, "bounds", [view], [wanted], seen)


def place_of(bench: Workbench, revision: str, words: str, *, near: str = "") -> tuple[int, int]:
    """Return where `words` stand in the text of a revision; of several places, the only one in the claim `near`.

    Raises:
        InputError: they stand nowhere, or in several places; the message says where.
    """
    text = bench.revision(revision).text
    found = bounds.places_of(words, text)
    if near and len(found) > 1:
        claim = bench.claim(near).claim
        found = tuple(place for place in found if place[0] < claim.end and claim.start < place[1]) or found
    return _only(
        found, words, text, "the article", "write more of the words around it; to the command, give --start and --end"
    )


def add(bench: Workbench, revision: str, start: int, end: int) -> Edited:
    """Make a claim of words that are none yet. Inside another claim, it takes over that one's speaker and date.

    Raises:
        InputError: there is no word in the bounds, or they are those of a claim already.
    """
    whole = bench.revision(revision)
    wanted = bounds.trimmed(whole.text, start, end)
    like = bounds.nearest(bench.store.listed_claims(revision), *wanted)
    (claim,) = bounds.claims_at(whole.text, [(wanted, like)], published=whole.published)
    claim = claim if like else placed(claim, whole)
    with bench.store.transaction() as tx:
        (named,), made = _kept(tx, whole, [claim], ())
        _append_edit(bench, tx, revision, "add", [], [named.id], made)
        refresh_list(tx, revision, [named.id])
    return edited_by(bench, whole, [named.id], [])


# --- the list ---------------------------------------------------------------------------------------------------------


def withdraw_claim(bench: Workbench, claim: str, reason: str, *, seen: int | None = None) -> Edited:
    """Take a claim out of the list, with a reason: it is none, or is not to be checked.

    Raises:
        GuardError: there is no reason, or the claim is not in the list.
        ConflictError: somebody changed it since `seen`.
    """
    if not reason.strip():
        raise GuardError("to withdraw a claim takes a reason", hint="say in a few words why it is not to be checked")
    view = bench.claim(claim)
    with bench.store.transaction() as tx:
        check_open(bench, tx, tx.state(claim), seen)
        append(bench, tx, Kind.CLAIM_WITHDRAWN, claim, view.revision, {"reason": reason.strip()})
        refresh_list(tx, view.revision, [claim])
    return edited_by(bench, bench.revision(view.revision), [], [view])


def restore(bench: Workbench, claim: str) -> Edited:
    """Bring a claim back into the list, with its decisions. What stands for it leaves; what went with it comes, too.

    Raises:
        InputError: it is in the list.
    """
    view = bench.claim(claim)
    with bench.store.transaction() as tx:
        state = tx.state(claim)
        if state.review_state in LISTED:
            raise InputError("is in the list", subject=f"claim {view.summary.number}")
        if state.review_state is not ReviewState.SUPERSEDED:
            append(bench, tx, Kind.RESTORED, claim, view.revision, {})
            back: list[str] = [claim]
            gone: list[str] = []
        else:
            back, gone = _family(tx, state)
            _append_edit(bench, tx, view.revision, RESTORE, gone, back, ())
        refresh_list(tx, view.revision, [*back, *gone])
    return edited_by(bench, bench.revision(view.revision), back, [bench.claim(one) for one in gone])


def _replace(
    bench: Workbench, how: str, views: Sequence[ClaimView], wanted: Iterable[tuple[int, int]], seen: int | None
) -> Edited:
    """Put claims at other bounds in place of those in `views`, with the speaker and date of the first of these."""
    revision = bench.revision(views[0].revision)
    old = [view.claim.id for view in views]
    places = ((place, views[0].claim) for place in wanted)
    claims = bounds.claims_at(revision.text, places, published=revision.published)
    with bench.store.transaction() as tx:
        for view in views:
            state = tx.state(view.claim.id)
            check_open(bench, tx, state, seen)
            if state.seq != view.state.seq:
                raise ConflictError(
                    "changed meanwhile", hint="look at it and try again", subject=f"claim {state.claim}"
                )
        named, made = _kept(tx, revision, claims, old)
        by = [claim.id for claim in named]
        _append_edit(bench, tx, revision.id, how, old, by, made)
        refresh_list(tx, revision.id, [*old, *by])
    return edited_by(bench, revision, by, views)


def _kept(
    tx: Transaction, revision: Revision, claims: Sequence[Claim], leaving: Sequence[str]
) -> tuple[list[Claim], list[Claim]]:
    """Name claims and keep those that are new; return all, and the new ones.

    Raises:
        InputError: the list has a claim with the same bounds that is not `leaving` it.
    """
    known = {claim.id: claim for claim in tx.claims(revision.id)}
    for listed in tx.listed_claims(revision.id):
        same = any((claim.start, claim.end) == (listed.start, listed.end) for claim in claims)
        if same and listed.id not in leaving:
            number = tx.summary(listed.id).number
            raise InputError(
                f"claim {number} has exactly these words already", hint=f"`factcheck claim show {listed.id}` shows it"
            )
    named = [_named(tx, known, revision.id, claim) for claim in claims]
    made = [claim for claim in named if claim.id not in known]
    sentences = tx.sentences(revision.id) or ()
    tx.append_claims(revision.id, [(claim, _sentence(claim, sentences)) for claim in made])
    return named, made


def _sentence(claim: Claim, sentences: Sequence[Any]) -> str:
    from factcheck.workbench.revisions import sentence_of

    return sentence_of(claim, sentences) or claim.verbatim


def _named(reader: Reader, known: Mapping[str, Claim], revision: str, claim: Claim) -> Claim:
    """Name a claim after its revision and bounds. One kept before with the same speaker and date is that one.

    So a claim that is split and joined again is the same claim, with its decisions.
    """
    for attempt in count():
        identity = f"{revision}:{claim.start}:{claim.end}" + (f":{attempt}" if attempt else "")
        identifier = hashlib.sha256(identity.encode()).hexdigest()[:12]
        if identifier not in known:
            break
        before = reader.state(identifier).corrected(known[identifier])
        if same_person(before.claimant, claim.claimant) and iso(before.said_on) == iso(claim.said_on):
            break
    return replace(claim, id=identifier)


def _family(reader: Reader, state: ClaimState) -> tuple[list[str], list[str]]:
    """Return what comes back with a superseded claim, and what leaves for it.

    What stands for it leaves, down to what is listed; what that stood for besides comes back, too (joined claims come
    apart together), so that no words of the list are lost.
    """
    descendants: dict[str, ClaimState] = {}
    waiting = list(state.removal.by if state.removal else ())
    while waiting:
        one = waiting.pop()
        if one not in descendants and one != state.claim:
            descendants[one] = reader.state(one)
            removal = descendants[one].removal
            waiting += removal.by if removal else ()
    back = [state.claim]
    for descendant in descendants.values():
        back += [c for c in descendant.replaces if c not in descendants and c not in back]
    return back, [one for one, stands in descendants.items() if stands.review_state in LISTED]


def _append_edit(
    bench: Workbench,
    tx: Transaction,
    revision: str,
    how: str,
    replaced: Sequence[str],
    by: Sequence[str],
    made: Sequence[Claim],
) -> None:
    body = {
        "how": how,
        "replaced": list(replaced),
        "by": list(by),
        "made": [claim.id for claim in made],
        "output": _digest(made),
    }
    append(bench, tx, Kind.EDITED, revision, revision, body)


def _digest(made: Sequence[Claim]) -> str:
    from factcheck.workbench.outputs import output_digest

    return output_digest(made)


def _only(found: Sequence[tuple[int, int]], words: str, text: str, where: str, remedy: str) -> tuple[int, int]:
    if len(found) == 1:
        return found[0]
    if not found:
        raise InputError(
            f"{words!r} does not stand in {where}", hint="the exact words, as `factcheck claim show` shows them"
        )
    shown = "; ".join(f"{a} to {b} (…{_around(text, a, b)}…)" for a, b in found[:PLACES])
    more = f" and {len(found) - PLACES} more" if len(found) > PLACES else ""
    raise InputError(f"{words!r} stands in {len(found)} places: {shown}{more}", hint=remedy)


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - CONTEXT) : end + CONTEXT].split())
