"""Every guard of the workflow, through the library and through the command: both refuse, in the same words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.domain import Ending, Outcome, Stance
from factcheck.errors import FactcheckError
from factcheck.workbench import Workbench, erasing, handing
from factcheck.workbench.articles import publish, sign_article, status_of
from factcheck.workbench.bringing import Brought, bring
from factcheck.workbench.meeting import hold, let_go
from factcheck.workbench.triaging import set_deadline
from tests.cli.command import called
from tests.factory import make_bench, ticking

CLAIM = "c0001"
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
Step = Callable[[Workbench], object]
Desk = Callable[[str], Workbench]


@dataclass(frozen=True, slots=True)
class Guard:
    """What `user` may not do once `before` was done; `words` stand in what both faces say."""

    name: str
    user: str
    step: Step
    command: tuple[str, ...]
    words: str
    before: tuple[str, ...] = ()
    settings: str = ""


def _binding(bench: Workbench) -> str:
    return bench.claim(CLAIM).state.binding


def _article_binding(bench: Workbench) -> str:
    return status_of(bench, bench.articles()[0]).binding


BEFORE: dict[str, Callable[[Desk], object]] = {
    "judged": lambda desk: desk("alice").set_stance(CLAIM, f"{CLAIM}-a", Stance.CORROBORATES),
    "proposed": lambda desk: desk("alice").set_verdict(CLAIM, "confirmed", "the report"),
    "signed": lambda desk: desk("bob").sign(CLAIM, _binding(desk("bob"))),
    "disputed": lambda desk: handing.dispute(desk("wim"), CLAIM, "it is five"),
    "cut": lambda desk: handing.settle(desk("eva"), CLAIM, Outcome.CUT, "out"),
    "late": lambda desk: set_deadline(desk("eva"), desk("eva").articles()[0], LONG_AGO),
    "held": lambda desk: hold(desk("alice"), CLAIM, minutes=60),
    "noted": lambda desk: desk("alice").add_note(CLAIM, "rang Ada Quist"),
    "article signed": lambda desk: sign_article(desk("eva"), desk("eva").articles()[0], _article_binding(desk("eva"))),
    "published": lambda desk: publish(desk("eva"), desk("eva").articles()[0], _article_binding(desk("eva"))),
}
PROPOSED = ("judged", "proposed")
SIGNED = (*PROPOSED, "signed")
VERDICT = ("claim", "verdict", CLAIM, "--yes", "--rating")
ROLES = '[workflow.people]\nolga = ["auditor"]\ncarl = ["checker"]\n'
GUARDS = (
    Guard(
        "a verdict has a rationale",
        "alice",
        lambda b: b.set_verdict(CLAIM, "contradicted", " "),
        (*VERDICT, "contradicted", "--rationale", " "),
        "needs a rationale",
        ("judged",),
    ),
    Guard(
        "a verdict rests on evidence",
        "alice",
        lambda b: b.set_verdict(CLAIM, "confirmed", "so"),
        (*VERDICT, "confirmed", "--rationale", "so"),
        "needs evidence that you judged or cited",
    ),
    Guard(
        "a waiver has a reason",
        "alice",
        lambda b: handing.waive(b, CLAIM, " "),
        ("claim", "waive", CLAIM, "--reason", " "),
        "reason",
    ),
    Guard(
        "what is submitted meets the source policy",
        "alice",
        lambda b: handing.submit(b, CLAIM),
        ("review", "submit", CLAIM),
        "primary",
        PROPOSED,
    ),
    Guard(
        "what is submitted has a verdict",
        "alice",
        lambda b: handing.submit(b, CLAIM),
        ("review", "submit", CLAIM),
        "is extracted: the step 'submit' is not for that",
    ),
    Guard(
        "another person signs",
        "alice",
        lambda b: b.sign(CLAIM, _binding(b)),
        ("review", "sign", CLAIM, "--yes"),
        "another person has to sign",
        PROPOSED,
    ),
    Guard(
        "what was displayed is signed",
        "bob",
        lambda b: b.sign(CLAIM, "0" * 64),
        ("review", "sign", CLAIM, "--yes", "--digest", "0" * 64),
        "look at it again",
        PROPOSED,
    ),
    Guard(
        "what nobody gave a verdict is not signed",
        "bob",
        lambda b: b.sign(CLAIM, _binding(b)),
        ("review", "sign", CLAIM, "--yes"),
        "no verdict",
    ),
    Guard(
        "what is disputed is not signed",
        "bob",
        lambda b: b.sign(CLAIM, _binding(b)),
        ("review", "sign", CLAIM, "--yes"),
        "is disputed",
        (*PROPOSED, "disputed"),
    ),
    Guard(
        "a reviewer signs",
        "bob",
        lambda b: b.sign(CLAIM, _binding(b)),
        ("review", "sign", CLAIM, "--yes"),
        "may not take the step 'sign'",
        PROPOSED,
        '[workflow.people]\nbob = ["checker"]\n',
    ),
    Guard(
        "to pass over the rules is a permission of its own",
        "alice",
        lambda b: b.sign(CLAIM, _binding(b), bypass="no time"),
        ("review", "sign", CLAIM, "--yes", "--bypass", "no time"),
        "may not take the step 'bypass'",
        PROPOSED,
    ),
    Guard(
        "a return has a comment",
        "bob",
        lambda b: handing.send_back(b, CLAIM, " "),
        ("review", "return", CLAIM, "--comment", " "),
        "comment",
        PROPOSED,
    ),
    Guard(
        "a signer withdraws their own",
        "alice",
        lambda b: b.withdraw(CLAIM, "why"),
        ("review", "withdraw", CLAIM, "--reason", "why"),
        "who alone may withdraw it",
        SIGNED,
    ),
    Guard(
        "a withdrawal has a reason",
        "bob",
        lambda b: b.withdraw(CLAIM, " "),
        ("review", "withdraw", CLAIM, "--reason", " "),
        "a withdrawal needs a reason",
        SIGNED,
    ),
    Guard(
        "nobody disputes what they hold",
        "alice",
        lambda b: handing.dispute(b, CLAIM, "it is five"),
        ("review", "dispute", CLAIM, "--position", "it is five"),
        "holds this position already",
        PROPOSED,
    ),
    Guard(
        "a dispute has a position",
        "bob",
        lambda b: handing.dispute(b, CLAIM, " "),
        ("review", "dispute", CLAIM, "--position", " "),
        "a dispute needs your position",
        PROPOSED,
    ),
    Guard(
        "a third person settles",
        "wim",
        lambda b: handing.settle(b, CLAIM, Outcome.KEEP, "so"),
        ("review", "settle", CLAIM, "keep", "--reason", "so"),
        "a third person settles it",
        (*PROPOSED, "disputed"),
    ),
    Guard(
        "a settlement has a reason",
        "eva",
        lambda b: handing.settle(b, CLAIM, Outcome.KEEP, " "),
        ("review", "settle", CLAIM, "keep", "--reason", " "),
        "a settlement needs a reason",
        (*PROPOSED, "disputed"),
    ),
    Guard(
        "what was cut gets no verdict",
        "alice",
        lambda b: b.set_verdict(CLAIM, "confirmed", "so"),
        (*VERDICT, "confirmed", "--rationale", "so"),
        "is cut",
        (*PROPOSED, "disputed", "cut"),
    ),
    Guard(
        "a claim is closed at the deadline",
        "eva",
        lambda b: handing.close(b, CLAIM, Ending.OPEN, "late"),
        ("review", "close", CLAIM, "open", "--reason", "late"),
        "the deadline of its article is not set",
        PROPOSED,
    ),
    Guard(
        "a claim is closed with a reason",
        "eva",
        lambda b: handing.close(b, CLAIM, Ending.OPEN, " "),
        ("review", "close", CLAIM, "open", "--reason", " "),
        "reason",
        (*PROPOSED, "late"),
    ),
    Guard(
        "an article is signed when it is ready",
        "eva",
        lambda b: sign_article(b, b.articles()[0], _article_binding(b)),
        ("review", "sign-article", "a1", "--yes"),
        "is not ready",
        PROPOSED,
    ),
    Guard(
        "an article is published when it is signed",
        "eva",
        lambda b: publish(b, b.articles()[0], _article_binding(b)),
        ("review", "publish", "a1", "--yes"),
        "sign",
        SIGNED,
    ),
    Guard(
        "what is published is locked",
        "alice",
        lambda b: b.add_note(CLAIM, "too late"),
        ("claim", "note", CLAIM, "too late"),
        "published",
        (*SIGNED, "article signed", "published"),
    ),
    Guard(
        "an auditor decides nothing",
        "olga",
        lambda b: b.set_stance(CLAIM, f"{CLAIM}-a", Stance.CONFLICTS),
        ("claim", "stance", CLAIM, "e1", "conflicts"),
        "may not take the step 'judge'",
        settings=ROLES,
    ),
    Guard(
        "who decides nothing holds no claim",
        "olga",
        lambda b: hold(b, CLAIM, minutes=5),
        ("claim", "lock", CLAIM),
        "may not take the step 'judge'",
        settings=ROLES,
    ),
    Guard(
        "who decides nothing takes no claim over",
        "olga",
        lambda b: let_go(b, CLAIM, take=True),
        ("claim", "unlock", CLAIM, "--take"),
        "may not take the step 'judge'",
        ("held",),
        settings=ROLES,
    ),
    Guard(
        "a checker signs nothing",
        "carl",
        lambda b: handing.send_back(b, CLAIM, "why"),
        ("review", "return", CLAIM, "--comment", "why"),
        "may not take the step 'return'",
        PROPOSED,
        ROLES,
    ),
    Guard(
        "evidence has a pointer",
        "alice",
        lambda b: bring(b, CLAIM, Brought(what="https://example.org/a", pointer="somewhere", words="six")),
        ("evidence", "add", CLAIM, "https://example.org/a", "--at", "somewhere", "--text", "six"),
        "is asked for",
    ),
    Guard(
        "a contact has a day",
        "alice",
        lambda b: bring(b, CLAIM, Brought(what="call:Ada Quist", words="six")),
        ("evidence", "add", CLAIM, "call:Ada Quist", "--text", "six"),
        "a contact needs its day",
    ),
    Guard(
        "a note has some text",
        "alice",
        lambda b: b.add_note(CLAIM, " "),
        ("claim", "note", CLAIM, " "),
        "a note needs some text",
    ),
    Guard(
        "to erase takes a reason",
        "eva",
        lambda b: erasing.erase(b, erasing.of_person(b.store, ["Quist"]), " ", ["Quist"]),
        ("erase", "--person", "Quist", "--yes", "--reason", " "),
        "to erase takes a reason",
        ("noted",),
    ),
    Guard(
        "to erase takes the right",
        "carl",
        lambda b: erasing.erase(b, erasing.of_person(b.store, ["Quist"]), "asked", ["Quist"]),
        ("erase", "--person", "Quist", "--yes", "--reason", "asked"),
        "may not take the step 'erase'",
        ("noted",),
        ROLES,
    ),
)


@pytest.mark.parametrize("guard", GUARDS, ids=[guard.name for guard in GUARDS])
def test_a_guard_holds_through_both_faces(guard: Guard, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_bench(tmp_path, claims=1).close()

    def desk(user: str) -> Workbench:
        return Workbench.open(tmp_path, user=user, clock=ticking())

    for step in guard.before:
        BEFORE[step](desk)
    (tmp_path / "factcheck.toml").write_text(guard.settings)
    with desk(guard.user) as bench:
        events = len(list(bench.events()))
        with pytest.raises(FactcheckError, match=guard.words):
            guard.step(bench)
    ended = called(capsys, "--user", guard.user, "--workspace", str(tmp_path), *guard.command)
    assert (ended.code, guard.words in ended.complaint) == (3, True), ended.err
    with desk("auditor") as bench:
        assert len(list(bench.events())) == events, "what is refused is no event"
