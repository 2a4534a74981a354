"""Random people take random steps, through the library and the command, against a plain model of the workflow.

No forbidden step succeeds, no allowed one fails, and after each the claim stands where the model says it does.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Callable
from contextlib import nullcontext, redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from factcheck.cli.running import run
from factcheck.domain import Ending, Outcome, ReviewState, Stance, Tier, WordingState
from factcheck.errors import GuardError
from factcheck.review.kinds import Kind
from factcheck.workbench import Workbench, erasing, handing, wording
from factcheck.workbench.folding import refresh
from factcheck.workbench.outputs import output_digest
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.triaging import set_deadline
from factcheck.workbench.verifying import fault_of
from tests.factory import SEARCH, make_bench, make_evidence
from tests.workspaces import Workspaces

CLAIM = "c0001"
PEOPLE = ("ann", "bob", "eva", "wim")
EVIDENCE = ("a", "b", "p")
PRIMARY = "p"
USERS = st.sampled_from(PEOPLE)
FACES = st.sampled_from(["library", "library", "command"])
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
WORDS = st.sampled_from(["one", "two"])


@dataclass
class Model:
    """A claim as a newsroom would keep it on paper."""

    verdict: tuple[str, str] | None = None
    holder: str = ""
    waiver: str = ""
    stances: dict[str, tuple[Stance, str]] = field(default_factory=dict)
    assigned: bool = False
    submitted: object = None
    signed: object = None
    signer: str = ""
    returned: bool = False
    dispute: tuple[str, str] | None = None
    cut: bool = False
    closing: Ending | None = None
    closer: str = ""
    wording: tuple[str, str] | None = None
    touched: set[str] = field(default_factory=set)
    touched_before: set[str] = field(default_factory=set)

    def content(self) -> object:
        """What a signature binds."""
        stances = tuple(sorted((name, stance) for name, (stance, _) in self.stances.items()))
        return self.verdict, self.waiver, stances, self.wording

    def state(self) -> str:
        """Where the claim stands."""
        stands = (
            (self.dispute, "disputed"),
            (self.cut, "cut"),
            (self.closing is Ending.CUT, "cut"),
            (self.returned, "returned"),
            (self.submitted == self.content(), "in-review"),
            (self.signed is not None, "signed" if self.signed == self.content() else "stale"),
            (self.waiver, "waived"),
            (self.verdict, "proposed"),
            (self.assigned, "assigned"),
        )
        return next((state for holds, state in stands if holds), "extracted")

    def has_primary(self) -> bool:
        """Whether the verdict, which confirms, rests on a primary source."""
        return PRIMARY in self.stances and self.stances[PRIMARY][0] is Stance.CORROBORATES


class Newsroom(RuleBasedStateMachine):
    """One claim, and four people who may each take every step."""

    def __init__(self, workspaces: Workspaces) -> None:
        super().__init__()
        self.workspaces = workspaces
        self.folder = Path(tempfile.mkdtemp())
        with make_bench(self.folder, claims=1) as bench:
            _give_evidence(bench)
        self.desks = {name: Workbench.open(self.folder, user=name) for name in PEOPLE}
        set_deadline(self.desks["eva"], self.desks["eva"].articles()[0], LONG_AGO)
        self.model = Model()

    def teardown(self) -> None:
        bench = self.desks["ann"]
        assert fault_of(bench.store) == ""
        assert list(differing_states(bench.store)) == []
        for desk in self.desks.values():
            desk.close()
        self.workspaces.hand_back(self.folder)
        shutil.rmtree(self.folder)

    @invariant()
    def what_an_editor_closed_stands_where_the_model_says(self) -> None:
        closing = self.desks["ann"].claim(CLAIM).state.stage.closing
        assert (closing.ending if closing else None) is self.model.closing

    @invariant()
    def the_claim_stands_where_the_model_says(self) -> None:
        assert str(self.desks["ann"].claim(CLAIM).state.review_state) == self.model.state()

    @rule(user=USERS, face=FACES)
    def assign(self, user: str, face: str) -> None:
        allowed = self.model.state() not in {"signed", "cut"}
        desk = self.desks[user]
        self._take(user, face, allowed, lambda: handing.assign(desk, CLAIM, "bob"), "claim", "assign", CLAIM, "bob")
        self.model.assigned |= allowed

    @rule(
        user=USERS,
        face=FACES,
        name=st.sampled_from(EVIDENCE),
        stance=st.sampled_from([Stance.CORROBORATES, Stance.UNRELATED]),
    )
    def judge(self, user: str, face: str, name: str, stance: Stance) -> None:
        desk, item = self.desks[user], f"{CLAIM}-{name}"
        given = ("claim", "stance", CLAIM, item, str(stance))
        self._take(user, face, True, lambda: desk.set_stance(CLAIM, item, stance), *given)
        if self.model.stances.get(name) != (stance, user):
            self.model.stances[name] = (stance, user)
            self.model.touched.add(user)

    @rule(user=USERS, face=FACES, words=WORDS)
    def propose(self, user: str, face: str, words: str) -> None:
        model = self.model
        judged = any(stance is not Stance.UNRELATED for stance, _ in model.stances.values())
        allowed = judged and model.state() not in {"disputed", "cut"}
        desk = self.desks[user]
        given = ("claim", "verdict", CLAIM, "--rating", "confirmed", "--rationale", words)
        self._take(user, face, allowed, lambda: desk.set_verdict(CLAIM, "confirmed", words), *given)
        if allowed:
            model.verdict, model.holder, model.waiver, model.returned = ("confirmed", words), user, "", False
            model.closing = None
            model.touched.add(user)

    @rule(user=USERS, face=FACES, words=WORDS)
    def waive(self, user: str, face: str, words: str) -> None:
        model = self.model
        allowed = model.state() in {"extracted", "assigned", "proposed", "returned", "waived", "stale"}
        desk = self.desks[user]
        given = ("claim", "waive", CLAIM, "--reason", words)
        self._take(user, face, allowed, lambda: handing.waive(desk, CLAIM, words), *given)
        if allowed:
            model.waiver, model.holder, model.verdict = words, user, None
            model.returned, model.submitted, model.closing = False, None, None
            model.touched.add(user)

    @rule(user=USERS, face=FACES, excepted=st.booleans())
    def submit(self, user: str, face: str, excepted: bool) -> None:
        model = self.model
        met = model.has_primary()
        allowed = model.state() in {"proposed", "returned", "stale"} and model.verdict is not None and (met or excepted)
        desk, exception = self.desks[user], "the only one" if excepted else ""
        given = ("review", "submit", CLAIM, *(["--exception", exception] if excepted else []))
        self._take(user, face, allowed, lambda: handing.submit(desk, CLAIM, exception=exception), *given)
        if allowed:
            model.submitted, model.returned, model.closing = model.content(), False, None
            model.touched |= set() if met else {user}

    @rule(user=USERS, face=FACES)
    def sign(self, user: str, face: str) -> None:
        model, desk = self.model, self.desks[user]
        allowed = (
            model.state() in {"proposed", "in-review", "waived", "stale"}
            and bool(model.verdict or model.waiver)
            and user not in model.touched
        )
        displayed = desk.claim(CLAIM).state.binding
        given = ("review", "sign", CLAIM, "--yes", "--digest", displayed)
        self._take(user, face, allowed, lambda: desk.sign(CLAIM, displayed), *given)
        if allowed:
            model.signed, model.signer, model.submitted, model.closing = model.content(), user, None, None
            model.touched_before, model.touched = model.touched or model.touched_before, set()

    @rule(user=USERS, face=FACES)
    def send_back(self, user: str, face: str) -> None:
        model, desk = self.model, self.desks[user]
        allowed = model.state() in {"proposed", "in-review", "waived", "stale"}
        given = ("review", "return", CLAIM, "--comment", "why?")
        self._take(user, face, allowed, lambda: handing.send_back(desk, CLAIM, "why?"), *given)
        if allowed:
            model.returned, model.submitted, model.closing = True, None, None

    @rule(user=USERS, face=FACES, ending=st.sampled_from([Ending.CUT, Ending.OPEN]))
    def close(self, user: str, face: str, ending: Ending) -> None:
        model, desk = self.model, self.desks[user]
        allowed = model.state() not in {"signed", "disputed"} and not model.cut
        given = ("review", "close", CLAIM, str(ending), "--reason", "late")
        self._take(user, face, allowed, lambda: handing.close(desk, CLAIM, ending, "late"), *given)
        if allowed:
            model.closing, model.closer = ending, user

    @rule(user=USERS, face=FACES, words=WORDS)
    def propose_wording(self, user: str, face: str, words: str) -> None:
        model, desk = self.model, self.desks[user]
        allowed = model.state() not in {"disputed", "cut"} and model.wording != (words, "open")
        given = ("claim", "wording", CLAIM, "propose", words)
        self._take(user, face, allowed, lambda: wording.propose(desk, CLAIM, words), *given)
        if allowed:
            model.wording, model.closing = (words, "open"), None
            model.touched.add(user)

    @rule(user=USERS, face=FACES, outcome=st.sampled_from(["accepted", "stet", "cut"]))
    def settle_wording(self, user: str, face: str, outcome: str) -> None:
        model, desk = self.model, self.desks[user]
        words, now = model.wording or ("", "")
        allowed = model.state() not in {"disputed", "cut"} and outcome != now and (bool(words) or outcome == "cut")
        given = ("claim", "wording", CLAIM, outcome.removesuffix("ed"), "--reason", "so")
        told = {"reason": "so"}
        self._take(user, face, allowed, lambda: wording.settle(desk, CLAIM, WordingState(outcome), **told), *given)
        if allowed:
            model.wording, model.closing = (words, outcome), None
            model.touched |= set() if outcome == "accepted" else {user}

    @rule(user=USERS, face=FACES)
    def withdraw(self, user: str, face: str) -> None:
        model, desk = self.model, self.desks[user]
        allowed = model.state() in {"signed", "stale"} and model.signer == user
        given = ("review", "withdraw", CLAIM, "--reason", "why?")
        self._take(user, face, allowed, lambda: desk.withdraw(CLAIM, "why?"), *given)
        if allowed:
            self._unsign()

    @rule(user=USERS, face=FACES)
    def disagree(self, user: str, face: str) -> None:
        model, desk = self.model, self.desks[user]
        states = {"proposed", "in-review", "returned", "waived", "signed", "stale", "cut"}
        closed = model.closing is Ending.CUT
        holder = model.closer if closed else model.holder
        allowed = model.state() in states and bool(model.verdict or model.waiver or closed) and holder != user
        given = ("review", "dispute", CLAIM, "--position", "it is not so")
        self._take(user, face, allowed, lambda: handing.dispute(desk, CLAIM, "it is not so"), *given)
        if allowed:
            model.dispute, model.cut, model.closing = (user, holder), False, None

    @rule(user=USERS, face=FACES, outcome=st.sampled_from(Outcome))
    def settle(self, user: str, face: str, outcome: Outcome) -> None:
        model, desk = self.model, self.desks[user]
        parties = {*(model.dispute or ()), *([model.signer] if model.signed is not None else [])}
        allowed = model.dispute is not None and user not in parties
        given = ("review", "settle", CLAIM, str(outcome), "--reason", "why not")
        self._take(user, face, allowed, lambda: handing.settle(desk, CLAIM, outcome, "why not"), *given)
        if not allowed:
            return
        model.dispute, model.cut = None, outcome is Outcome.CUT
        if outcome is Outcome.CHANGE:
            model.returned, model.submitted = True, None
            self._unsign()

    @rule(user=USERS)
    def note_and_erase(self, user: str) -> None:
        """Nothing in the model changes: what was signed or submitted stands where it stood."""
        desk = self.desks[user]
        desk.add_note(CLAIM, "rang Ada Quist")
        erasing.erase(desk, erasing.of_person(desk.store, ["Quist"]), "asked us to", ["Quist"])

    def _unsign(self) -> None:
        model = self.model
        model.signed, model.signer = None, ""
        model.touched, model.touched_before = model.touched | model.touched_before, set()

    def _take(self, user: str, face: str, allowed: bool, step: Callable[[], object], *command: str) -> None:
        """Take a step through one of the faces; it succeeds exactly where the model allows it."""
        if face == "command":
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as told:
                code = run(["--user", user, "--workspace", str(self.folder), *command])
            assert code == (0 if allowed else 3), f"{command} in {self.model.state()}: {told.getvalue()}"
            return
        with nullcontext() if allowed else pytest.raises(GuardError):
            step()


def _give_evidence(bench: Workbench) -> None:
    """Match the claim anew, with two secondary sources and a primary one."""
    found = [make_evidence(CLAIM, name) for name in EVIDENCE]
    found[-1] = replace(found[-1], candidate=replace(found[-1].candidate, tier=Tier.PRIMARY))
    body = {
        "engines": ["test"],
        "run_by": "test",
        "search": {**asdict(SEARCH), "terms": []},
        "evidence": [item.id for item in found],
    }
    with bench.store.transaction() as tx:
        kept = tx.add_evidence(found)
        body["output"] = output_digest(kept)
        tx.append(at=bench.now(), user="factcheck", kind=Kind.MATCHED, subject=CLAIM, revision="r1", body=body)
        refresh(tx, CLAIM)


@pytest.mark.both
def test_no_forbidden_step_succeeds_and_no_allowed_one_fails(workspaces: Workspaces) -> None:
    often = settings(
        max_examples=6 if workspaces.server else 30,  # a server takes several times as long
        stateful_step_count=40,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(lambda: Newsroom(workspaces), settings=often)


def test_the_model_knows_every_state_that_a_listed_claim_can_have() -> None:
    named = {
        "extracted",
        "assigned",
        "proposed",
        "in-review",
        "returned",
        "disputed",
        "waived",
        "signed",
        "stale",
        "cut",
    }
    assert named == {str(state) for state in ReviewState} - {"superseded", "withdrawn", "undone"}
