"""What a reviewer decides at the desk: one call, one event on disk, and what the status bar says of it.

Errors pass through: the screen shows them in their own words. `desk.saved` and `desk.last` change only after the
workbench has returned, that is, after the event is on disk. What a decision alone needs is imported with the first
one: the first paint must not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.domain import ClaimView, Event, Evidence, Item, ReviewState, Stance, WordingState
from factcheck.errors import StateError
from factcheck.reports.cells import counted
from factcheck.reports.log_lines import in_words
from factcheck.review.binding import is_stale
from factcheck.review.guards import doubts, rating_named
from factcheck.review.kinds import Kind
from factcheck.review.scale import given_in
from factcheck.stance.reading.badges import NOT_IN_FILE
from factcheck.tui.keys import key_of
from factcheck.tui.state import Desk

if TYPE_CHECKING:
    from factcheck.workbench.undoing import Undone

CLOCK = "%H:%M"


class Decisions:
    """Decides about the claim in view."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.said = ""
        """What was said of the latest decision."""

    def judge(self, stance: Stance | None) -> str:
        """Set or clear the stance of the evidence under the cursor, then move on if the settings say so."""
        view, item = self._evidence()
        before = view.state.stances.get(item.id)
        self.desk.bench.set_stance(view.claim.id, item.id, stance, seen=view.state.seq)
        place = self.desk.evidence_cursor + 1
        if stance and self.desk.bench.settings.values.workbench.advance_after_stance:
            self.desk.move_evidence(1)
        what = f"stance {stance}" if stance else "stance cleared"
        same = before.stance == stance and before.user == self.desk.bench.user if before else stance is None
        if same:
            what += ", as it was"
        theirs = before and before.user != self.desk.bench.user and before.stance != stance
        instead = f", instead of {before.user}'s {before.stance}" if before and theirs else ""
        return self.done(
            view.claim.id, f"{what} on evidence {place} of claim {view.summary.number}{instead}", undoable=not same
        )

    def pin(self) -> str:
        """Cite the evidence under the cursor, or no longer."""
        view, item = self._evidence()
        cited = item.id not in view.state.cited
        self.desk.bench.cite(view.claim.id, item.id, cited=cited, seen=view.state.seq)
        what = "cited" if cited else "no longer cited"
        return self.done(
            view.claim.id, f"evidence {self.desk.evidence_cursor + 1} of claim {view.summary.number} {what}"
        )

    def verdict(self, view: ClaimView, rating: str, rationale: str) -> str:
        """Propose a verdict on a claim as it was shown."""
        said = rationale.strip().removesuffix(";")  # what the dialog begins with ends so, for words to follow
        chosen = rating_named(rating, self.desk.bench.ratings)
        state = self.desk.bench.set_verdict(view.claim.id, rating, said, seen=view.state.seq)
        odd = doubts(state, chosen, view.evidence)
        warning = f"; warning: {'; '.join(odd)}" if odd else ""
        return self.done(view.claim.id, f"verdict {self.rating(rating)} on claim {view.summary.number}{warning}")

    def clear_verdict(self, view: ClaimView) -> str:
        """Take the verdict on a claim back."""
        self.desk.bench.clear_verdict(view.claim.id, seen=view.state.seq)
        return self.done(view.claim.id, f"no verdict on claim {view.summary.number}")

    def gather(self, view: ClaimView, item: Evidence) -> str:
        """Keep a passage that a person found or selected as evidence, and put the cursor on it."""
        from factcheck.workbench.gathering import gather

        gather(self.desk.bench, view.claim.id, item, seen=view.state.seq)
        return self.brought(view, item)

    def brought(self, view: ClaimView, item: Evidence) -> str:
        """Say that evidence was brought, and put the cursor on it."""
        number = view.summary.number
        judging = " ".join(map(key_of, ("stance-corroborates", "stance-conflicts", "stance-related", "stance-dismiss")))
        unlike = f"; look: {NOT_IN_FILE}" if NOT_IN_FILE in item.judgement.badges else ""
        message = self.done(view.claim.id, f"claim {number}: evidence added{unlike}; judge it: {judging}")
        shown = self.desk.view
        if shown and shown.claim.id == view.claim.id:
            places = [one.id for one in shown.evidence]
            self.desk.select_evidence(places.index(item.id) if item.id in places else 0)
        return message

    def confirm(self, view: ClaimView, item: Evidence, *, ticks: bool = False) -> str:
        """Confirm a plain fact by a piece of evidence; `ticks`: tick what stands in it, too."""
        from factcheck.workbench.confirming import confirm

        done = confirm(self.desk.bench, view.claim.id, item.id, ticks=ticks, seen=view.state.seq)
        words = ", ".join(one.span.text for one in done.left)
        left = f"; left to tick ({key_of('items')}): {words}" if done.left else ""
        ticked = ", ".join(one.span.text for one in done.ticked)
        also = f"; ticked: {ticked}" if ticked else ""
        return self.done(view.claim.id, f"claim {view.summary.number}: {done.rating.label}{also}{left}")

    def tick(self, view: ClaimView, items: Sequence[str], evidence: str) -> str:
        """Tick items (by place) against a piece of evidence."""
        from factcheck.workbench.ticking import tick

        ticked = tick(self.desk.bench, view.claim.id, items, evidence=evidence, seen=view.state.seq)
        return self._ticked(view, "ticked", ticked)

    def untick(self, view: ClaimView, items: Sequence[str]) -> str:
        """Take ticks back."""
        from factcheck.workbench.ticking import untick

        return self._ticked(
            view, "no longer ticked", untick(self.desk.bench, view.claim.id, items, seen=view.state.seq)
        )

    def waive_items(self, view: ClaimView, items: Sequence[str], reason: str) -> str:
        """Say that items (by place; none: all that are left) need no check, and why."""
        from factcheck.workbench.ticking import tick

        return self._ticked(
            view, "waived", tick(self.desk.bench, view.claim.id, items, reason=reason, seen=view.state.seq)
        )

    def _ticked(self, view: ClaimView, word: str, items: Sequence[Item]) -> str:
        return self.done(view.claim.id, f"{word}: {', '.join(item.span.text for item in items)}")

    def propose_wording(self, view: ClaimView, text: str) -> str:
        """Propose other words for a claim as it was shown."""
        from factcheck.workbench.wording import propose

        propose(self.desk.bench, view.claim.id, text, seen=view.state.seq)
        return self.done(view.claim.id, f"other words proposed for claim {view.summary.number}")

    def settle_wording(self, view: ClaimView, outcome: WordingState, reason: str) -> str:
        """Accept the words proposed for a claim, let its own stand, or cut them."""
        from factcheck.workbench.wording import settle

        settle(self.desk.bench, view.claim.id, outcome, reason=reason, seen=view.state.seq)
        return self.done(view.claim.id, f"wording of claim {view.summary.number}: {outcome}")

    def clear_wording(self, view: ClaimView) -> str:
        """Take the words proposed for a claim back."""
        from factcheck.workbench.wording import take_back

        take_back(self.desk.bench, view.claim.id, seen=view.state.seq)
        return self.done(view.claim.id, f"no other words for claim {view.summary.number}")

    def note(self, view: ClaimView, evidence: str, text: str) -> str:
        """Leave a note on a claim, or on a piece of its evidence."""
        self.desk.bench.add_note(view.claim.id, text, evidence=evidence)
        self.desk.drafts.keep(view.claim.id, {evidence: None})
        return self.done(view.claim.id, f"note on claim {view.summary.number}")

    def sign(self, view: ClaimView, *, bypass: str = "") -> str:
        """Sign a claim exactly as it was shown. `bypass`: why the rules are passed over."""
        self.desk.bench.sign(view.claim.id, displayed=view.state.binding, bypass=bypass)
        return self.done(
            view.claim.id, f"claim {view.summary.number} signed ({key_of('withdraw')} withdraws)", undoable=False
        )

    def withdraw(self, view: ClaimView, reason: str) -> str:
        """Withdraw one's own sign-off."""
        self.desk.bench.withdraw(view.claim.id, reason)
        return self.done(view.claim.id, f"sign-off of claim {view.summary.number} withdrawn", undoable=False)

    def undo(self) -> str:
        """Take this user's latest decision back and show the claim; "" if there is none."""
        return self._taken_back(self.desk.bench.undo(), "undone")

    def redo(self) -> str:
        """Bring back what was undone and show the claim; "" if there is nothing."""
        return self._taken_back(self.desk.bench.redo(), "redone")

    def rating(self, name: str) -> str:
        """Return the label of a rating."""
        return next((r.label for r in self.desk.bench.ratings if r.id == name), name)

    def _taken_back(self, undone: Undone | None, word: str) -> str:
        from factcheck.workbench.log_names import names_in
        from factcheck.workbench.undoing import overruled

        if undone is None:
            return ""
        if undone.lists or undone.others:
            self.desk.load()
        self.desk.go_to(undone.claim)
        view = self.desk.view
        places = {item.id: number for number, item in enumerate(view.evidence, start=1)} if view else {}
        names = names_in(self.desk.bench, undone.events)
        told = dict.fromkeys(words_of(event, self.rating, places, names) for event in undone.events)
        words = "; ".join(sorted(told, key=len))  # a rationale last: where the line is cut, all kinds are named
        touched = (places[e.body["evidence"]] for e in undone.events if str(e.body.get("evidence")) in places)
        self.desk.select_evidence(next(touched, 1) - 1)
        others = f" and {counted(undone.others, 'other')}" if undone.others else ""
        number = view.summary.number if view else ""
        but = "".join(f", but {told}" for told in overruled(self.desk.bench, undone))
        return self.done(undone.claim, f"claim {number}{others}: {word}{but}: {words}", undoable=False)

    def _evidence(self) -> tuple[ClaimView, Evidence]:
        view, item = self.desk.view, self.desk.evidence
        if view is None or item is None:
            raise StateError(
                "the claim has no evidence to judge",
                hint=f"{key_of('search-corpus')} searches the corpus, {key_of('add-evidence')} adds a file or page",
            )
        return view, item

    def done(self, claim: str, message: str, *, undoable: bool = True) -> str:
        """Say what was decided, and read the claim again ("": it was about none)."""
        before = self.desk.view if claim and not self.desk.overtaken else None
        if claim:
            self.desk.refresh(claim)
        after = self.desk.view
        lost = lost_by(before, after) if before and after and before.claim.id == after.claim.id == claim else ""
        message = f"{lost}: {message}" if lost else message  # first: what is cut at the right is known to who decided
        self.desk.saved = self.desk.bench.now().astimezone().strftime(CLOCK)
        self.desk.last = self.said = message
        self.desk.undoable = undoable
        return message


def lost_by(before: ClaimView, after: ClaimView) -> str:
    """Say what a decision on a claim undid of what stood before: its place in review, a signature; "": nothing."""
    stood, stands = before.state, after.state
    number, lost = after.summary.number, list[str]()
    if stood.review_state is ReviewState.IN_REVIEW and stands.review_state is ReviewState.PROPOSED:
        lost.append(f"claim {number} is out of review")
    if stands.sign_off and stands.sign_off == stood.sign_off and is_stale(after) and not is_stale(before):
        lost.append(f"{stands.sign_off.user}'s signature of claim {number} is stale")
    return ", ".join(lost)


def words_of(
    event: Event, named: Callable[[str], str], places: Mapping[str, int], names: Callable[[str], str] = str
) -> str:
    """Say in words what an event decided. `named` gives the label of a rating; `places`: evidence id -> number.

    `names`: what people call other claims and evidence (ids).
    """
    body = event.body
    about = f" on evidence {places[body['evidence']]}" if str(body.get("evidence")) in places else ""
    match event.kind:
        case Kind.STANCE:
            words = f"stance {body['stance'] or 'cleared'}{about}"
        case Kind.CITED:
            words = f"{'cited' if body['cited'] else 'no longer cited'}{about}"
        case Kind.VERDICT:
            meant = given_in(body)
            label = meant.label if meant else named(body["rating"])
            words = f"verdict {label}: {body['rationale']}" if body["rating"] else "verdict cleared"
        case Kind.NOTE:
            words = f"note{about}"
        case Kind.SIGNED:
            words = "self-signed" if body["self_signed"] else f"signed, identity {body['identity']}"
        case Kind.WITHDRAWN:
            words = f"sign-off withdrawn: {body['reason']}"
        case Kind.MATCHED:
            words = f"matched: {counted(len(body['evidence']), 'candidate')} (run by {body.get('run_by', '?')})"
        case _:
            words = in_words(event, names)
    return words
