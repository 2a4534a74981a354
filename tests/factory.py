"""Small real workspaces for tests: made through the store, as `checking.py` does it, without extracting or matching."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from factcheck.corpus import TierRules
from factcheck.corpus.records import make_document
from factcheck.domain import (
    Candidate,
    Claim,
    Content,
    Event,
    Evidence,
    Form,
    Judgement,
    Match,
    Passage,
    Revision,
    Search,
    Source,
    Stance,
    Target,
    Tier,
)
from factcheck.review.kinds import Kind
from factcheck.store.log import line_of, verified
from factcheck.workbench import Workbench
from factcheck.workbench.folding import refresh
from factcheck.workbench.outputs import output_digest
from factcheck.workbench.revisions import log_run, revision_body
from factcheck.workbench.signing import ticks_lacking
from factcheck.workbench.ticking import tick_left

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SEARCH = Search(terms=(), corpus_digest="c0", documents=2, retrieved=2)


def ticking(start: datetime = NOON) -> Callable[[], datetime]:
    """A clock that is one second later at each look."""
    moments = iter(range(10**9))
    return lambda: start + timedelta(seconds=next(moments))


def first_fault(events: Iterable[Event]) -> str:
    """Verify the chain of events; "" or what is wrong with the first that does not fit."""
    return verified(map(line_of, events)).fault


def make_claim(number: int, text: str, start: int) -> Claim:
    return Claim(
        id=f"c{number:04d}",
        start=start,
        end=start + len(text),
        verbatim=text,
        text=text,
        form=Form.NONE,
        content=Content.FACT,
        check_worthiness=0.5,
    )


def make_evidence(claim: str, name: str, stance: Stance = Stance.RELATED, *, origin: str = "") -> Evidence:
    source = Source(id=f"s-{name}", digest=f"d-{name}", origin=origin or f"o-{name}", title=f"Report {name}")
    candidate = Candidate(
        source=source,
        passage=Passage(text=f"The harbour report {name} says six.", start=0, end=31 + len(name)),
        score=0.5,
        rank=1,
        origin=source.origin,
        tier=Tier.SECONDARY,
        locator="paragraph 1",
        digest=source.digest,
        match=Match(bm25=0.5, token_set=0.5),
    )
    judgement = Judgement(stance=stance, target=Target.SO, scores={stance: 0.9}, confidence=0.9)
    return Evidence(id=f"{claim}-{name}", claim=claim, candidate=candidate, judgement=judgement)


def fill(bench: Workbench, claims: int = 2) -> list[str]:
    """Put an article with so many claims into a workspace, each with a corroborating and a conflicting source."""
    sentences = [f"The harbour has {n} cranes." for n in range(1, claims + 1)]
    text = " ".join(sentences)
    revision = Revision(
        id="r1", article="a1", title="Cranes", text=text, path="cranes.txt", published=date(2026, 11, 1)
    )
    made = [make_claim(n, s, text.index(s)) for n, s in enumerate(sentences, start=1)]
    with bench.store.transaction() as tx:
        tx.add_revision(revision)
        tx.add_claims("r1", [], [(claim, claim.verbatim) for claim in made])
        for claim in made:
            found = [make_evidence(claim.id, "a", Stance.CORROBORATES), make_evidence(claim.id, "b", Stance.CONFLICTS)]
            tx.add_evidence(found)
            body = {
                "engines": ["test"],
                "run_by": "test",
                "search": {**asdict(SEARCH), "terms": []},
                "evidence": [e.id for e in found],
                "output": output_digest(found),
            }
            tx.append(at=bench.now(), user="factcheck", kind=Kind.MATCHED, subject=claim.id, revision="r1", body=body)
            refresh(tx, claim.id)
        log_run(bench, tx, Kind.REVISION, "r1", revision, revision_body(revision))
        extracted = {"engine": "test", "input": "", "output": output_digest(made), "claims": [c.id for c in made]}
        log_run(bench, tx, Kind.EXTRACTED, "r1", revision, extracted)
    return [claim.id for claim in made]


def give_corpus(bench: Workbench) -> None:
    """Give a workspace a corpus with a document: its claims were matched with some."""
    with bench.open_corpus(create=True) as corpus:
        corpus.add([make_document({"text": "The ferry stops at the old pier."}, "ferry.txt", TierRules())])


def tick_items(bench: Workbench, claim: str) -> None:
    """Tick what a sign-off asks for against the evidence of the verdict, and waive what that does not speak of."""
    if ticks_lacking(bench, bench.store, claim)[0]:
        tick_left(bench, claim, reason="known to the desk")


def make_bench(folder: Path, user: str = "alice", claims: int = 2) -> Workbench:
    """A workbench on a new workspace with one article."""
    bench = Workbench.open(folder, user=user, create=True, clock=ticking())
    fill(bench, claims)
    return bench
