"""Workspaces for the tests of the workbench, filled through the store: nothing else of the package is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.domain import (
    Block,
    BoundCitation,
    Calculation,
    Candidate,
    Citation,
    CitationKind,
    Claim,
    Claimant,
    Content,
    DateValue,
    Disposition,
    Evidence,
    Facet,
    Form,
    Item,
    ItemKind,
    Judgement,
    Match,
    Passage,
    Polarity,
    Precision,
    Quantity,
    Reason,
    Revision,
    Search,
    Sentence,
    Source,
    Span,
    Stance,
    TableCell,
    Target,
    Term,
    Tier,
)
from factcheck.store import Store
from factcheck.store.rows import state_row
from factcheck.store.tables import ClaimStateRow
from factcheck.text.quantities.finding import find_quantities
from factcheck.workbench import Workbench
from factcheck.workbench.folding import citation_digest, folded, refresh
from factcheck.workbench.opening import DATABASE
from tests.factory import tick_items

START = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
SENTENCES = (
    "Bus fares in the district rose by 12% in March.",
    "We have planted 40,000 trees in two years, and more will follow.",
    "No other council has [ever] cut parking charges.",
    "The queue for allotments has halved since May.",
    "Cycle traffic over the old bridge doubled between 2015 and 2020.",
    "One in four shops on the high street stands empty.",
)
MATCHED = 200
"""Claims of a big workspace that may have candidates: all of a working day."""
SUGGESTED = (Stance.CORROBORATES, Stance.CONFLICTS, Stance.RELATED, Stance.UNRELATED)


class SteadyClock:
    """Tells 14:00 UTC, one second later at each call."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def make_claims(count: int, sentences: tuple[str, ...] = SENTENCES) -> tuple[str, list[tuple[Claim, str]]]:
    """Return an article's text and its claims with their sentences."""
    text, claims = "", []
    for number in range(count):
        sentence = sentences[number % len(sentences)]
        verbatim = sentence.partition(", and")[0]
        start = len(text)
        claim = Claim(
            id=f"claim{number + 1:06}",
            start=start,
            end=start + len(verbatim),
            verbatim=verbatim,
            text=verbatim,
            form=Form.DIRECT if number % 2 else Form.NONE,
            content=Content.FACT,
            claimant=Claimant(name="Ada Reed", office="leader of the council") if number % 2 else None,
            said_on=DateValue(start=date(2026, 11, 20), end=date(2026, 11, 20), precision=Precision.DAY),
            check_worthiness=((number * 37) % 100) / 100,
            check_worthiness_reasons=("has a number",),
            quantities=_quantities(verbatim, start),
            items=tuple(Item(kind=ItemKind.NUMBER, span=one.span) for one in _quantities(verbatim, start)),
        )
        claims.append((claim, sentence))
        text += sentence + " "
    return text, claims


def make_sentences(text: str, claims: Sequence[tuple[Claim, str]]) -> list[Sentence]:
    """Return the sentences of an article of `make_claims`."""
    return [
        Sentence(
            start=claim.start,
            end=claim.start + len(sentence),
            text=text[claim.start : claim.start + len(sentence)],
            block=Block.BODY,
            disposition=Disposition.CLAIMS,
        )
        for claim, sentence in claims
    ]


def _quantities(verbatim: str, start: int) -> tuple[Quantity, ...]:
    """Return what is counted in a claim, placed in the article."""
    return tuple(
        replace(one, span=Span(one.span.start + start, one.span.end + start, one.span.text))
        for one in _counted(verbatim)
    )


_counted = lru_cache(find_quantities)


def make_evidence(claim: Claim, number: int, *, hostile: str = "") -> Evidence:
    """Return a piece of evidence for a claim; every field that comes from outside carries `hostile`."""
    text = f"The parks office counted 31,000 trees, not 40,000, in its report of Thursday.{hostile} Its head said so."
    source = Source(
        id=f"source{number}",
        digest=f"{number:064x}",
        origin=f"origin{number}",
        title=f"Tree count {number}{hostile}",
        publisher=f"Parks Office {number}{hostile}",
        author=hostile,
        published=date(2026, 10, 1 + number),
        url=f"https://parks.example/{number}{hostile}",
        path=f"corpus/report{number}.txt{hostile}",
    )
    reason = Reason(
        comparator="quantities",
        facet=Facet.HOW_MANY,
        polarity=Polarity.OPPOSES,
        strength=0.9,
        message=f"The passage says 31,000 where the claim says 40,000{hostile}",
        claim_spans=tuple(one.span for one in _quantities(claim.verbatim, 0)),
        passage_spans=(Span.cut(text, 25, 31),),
    )
    judgement = Judgement(
        stance=SUGGESTED[number % 4],
        target=Target.SO,
        scores=dict.fromkeys(Stance, 0.25),
        confidence=0.8,
        reasons=(reason,),
        missing=(Span(0, 2, f"in two years{hostile}"),),
        badges=(f"later than the claim{hostile}",),
        aligned=Span.cut(text, 0, 38),
    )
    candidate = Candidate(
        source=source,
        passage=Passage(text=text, start=1204, end=1204 + len(text), locator=f"paragraph 3{hostile}"),
        score=round(0.91 - number / 10, 2),
        rank=number + 1,
        origin=source.origin,
        tier=Tier.PRIMARY if number == 0 else Tier.SECONDARY,
        locator=f"paragraph 3{hostile}",
        digest=source.digest,
        match=Match(bm25=12.5, token_set=0.79, shared=(f"trees{hostile}", "40,000"), names=("Parks Office",)),
        carriers=(source,) if number == 0 else (),
    )
    return Evidence(id=f"{claim.id}-e{number}", claim=claim.id, candidate=candidate, judgement=judgement)


def fill(
    folder: Path,
    count: int = 10,
    *,
    sentences: tuple[str, ...] = SENTENCES,
    hostile: str = "",
    title: str = "Council budget speech",
    each: int = 4,
    every: int = 2,
) -> Path:
    """Make a workspace of `count` claims; of the first 200, every second one (or as `every` says) has candidates."""
    folder.mkdir(parents=True, exist_ok=True)
    store = Store(folder / DATABASE)
    text, claims = make_claims(count, sentences)
    with store.transaction() as tx:
        tx.add_revision(
            Revision(
                id="revision1",
                article="article1",
                title=f"{title}{hostile}",
                text=text,
                path=f"speech.txt{hostile}",
                published=date(2026, 11, 20),
            )
        )
        tx.add_claims("revision1", make_sentences(text, claims), claims)
        for number, (claim, _) in enumerate(claims):
            if number % every == every - 1 and number < MATCHED:
                _match(tx, claim, [make_evidence(claim, n, hostile=hostile) for n in range(each)])
            elif number < MATCHED:
                refresh(tx, claim.id)
        _put_bare(tx, [claim.id for claim, _ in claims[MATCHED:]])
        found = {"engine": "test", "input": "", "output": "", "claims": [claim.id for claim, _ in claims]}
        tx.append(at=START, user="factcheck", kind="extracted", subject="revision1", revision="revision1", body=found)
    store.close()
    return folder


def work(folder: Path) -> Path:
    """Decide about some claims of a filled workspace.

    Claim 2 is left; 4 is signed by alice; 6 was signed by bob and has changed since; 8 is proposed by bob; 10 is signed
    by bob.
    """
    with bench_at(folder, "bob") as bob, bench_at(folder) as alice:
        claims = {row.number: row.id for row in bob.summaries()}
        for number, checker, reviewer in ((4, bob, alice), (6, alice, bob), (10, alice, bob)):
            _propose(checker, claims[number])
            tick_items(checker, claims[number])
            reviewer.sign(claims[number], displayed=reviewer.claim(claims[number]).state.binding)
        _propose(bob, claims[8])
        tick_items(bob, claims[8])
        alice.add_note(claims[6], "The office sent a newer table.")
        alice.set_stance(claims[6], alice.claim(claims[6]).evidence[2].id, Stance.UNRELATED)
    return folder


def calculate(folder: Path) -> Path:
    """Have alice calculate over a table for claim 2 of a filled workspace."""
    with bench_at(folder) as bench:
        claim = bench.claim(next(row.id for row in bench.summaries() if row.number == 2))
        item = make_calculation(claim.claim)
        with bench.store.transaction() as tx:
            tx.add_evidence([item])
            body = {"evidence": item.id, "expression": "C17-C12", "rounded": "31145", "unit": ""}
            tx.append(
                at=bench.now(), user="alice", kind="calculated", subject=item.claim, revision="revision1", body=body
            )
            refresh(tx, item.claim)
    return folder


def make_calculation(claim: Claim, *, hostile: str = "") -> Evidence:
    """Return evidence that a person had calculated; what comes from the table carries `hostile`."""
    like = make_evidence(claim, 9, hostile=hostile)
    cells = tuple(
        TableCell(
            table=f"Table 1a{hostile}",
            cell=cell,
            text=f"{value:,}{hostile}",
            value=Decimal(value),
            unit="",
            label=f"{year}; Trees{hostile}",
            source="source9",
            digest="9" * 64,
        )
        for cell, value, year in (("C17", 40145, 2026), ("C12", 9000, 2024))
    )
    reason = replace(
        like.judgement.reasons[0],
        comparator="calculations",
        message=f"the claim says 40,000; C17-C12 gives 31,145{hostile}",
        passage_spans=(),
    )
    text = "\n".join(f"{cell.table}!{cell.cell} ({cell.label}): {cell.text}" for cell in cells)
    candidate = replace(
        like.candidate,
        rank=0,
        score=1.0,
        locator="cells C17, C12",
        match=Match(bm25=0.0, token_set=0.0),
        passage=Passage(text=text, start=0, end=len(text), locator="cells C17, C12"),
    )
    made = Calculation(
        expression=f"C17-C12{hostile}",
        cells=cells,
        result=Decimal(31145),
        unit="",
        change=True,
        rounded=Decimal(31145),
        places=0,
        engine="",
    )
    judgement = replace(like.judgement, reasons=(reason,), badges=(), aligned=None)
    return replace(like, candidate=candidate, judgement=judgement, calculation=made)


def _propose(bench: Workbench, claim: str) -> None:
    bench.set_stance(claim, bench.claim(claim).evidence[0].id, Stance.CONFLICTS)
    bench.set_verdict(claim, "contradicted", "The report counts 31,000.")


def cite(folder: Path, *, hostile: str = "") -> Path:
    """Let the writer cite five sources for claim 2: its third piece of evidence is one of them, and stands first."""
    notes = ("Parks Office, tree count", "The budget", "Trees of the district, p. 4", "See report.", "Council minutes")
    citations = [
        Citation(
            anchor=Span(0, 0, ""), kind=CitationKind.FOOTNOTE, target=f"{note}{hostile}", pointer="p. 4" * (at == 2)
        )
        for at, note in enumerate(notes)
    ]
    with bench_at(folder) as bench, bench.store.transaction() as tx:
        claim = next(row.id for row in bench.summaries() if row.number == 2)
        third, *rest = sorted(bench.claim(claim).evidence, key=lambda item: item.id[-1] != "2")
        tx.put_citations("revision1", [BoundCitation(citation=one, claims=(claim,)) for one in citations])
        said = (
            ("silent", f"found by its title (Tree count 2{hostile})", [third.candidate.source.id], [third.id]),
            ("conflicts", "found by its address (Tree count 1)", [rest[1].candidate.source.id], [rest[1].id]),
            ("not in the corpus", "no document of the corpus has the title that it names", [], []),
            ("pointer too vague", "it names no document", [], []),
        )
        cited = [
            {
                "citation": citation_digest(one),
                "status": status,
                "reason": reason,
                "sources": sources,
                "evidence": found,
            }
            for one, (status, reason, sources, found) in zip(citations, said, strict=False)
        ]
        matched = next(e for e in tx.events(subject=claim) if e.kind == "matched")
        order = [third.id, rest[1].id, rest[0].id, rest[2].id]
        body = {**matched.body, "evidence": order, "citing": "c", "cited": cited}
        tx.append(at=START, user="factcheck", kind="matched", subject=claim, revision="revision1", body=body)
        refresh(tx, claim)
    return folder


def bench_at(folder: Path, user: str = "alice") -> Workbench:
    """Open a workspace as somebody, with a clock that stands nearly still."""
    return Workbench.open(folder, user=user, clock=SteadyClock())


def _put_bare(tx: Any, claims: Sequence[str]) -> None:
    """Keep the states of claims that nobody has touched: but for the name, all have the same, so one is folded."""
    if claims:
        state, counts = folded(tx, claims[0])
        tx.insert_rows(ClaimStateRow.__table__, [state_row(replace(state, claim=claim), counts) for claim in claims])


def _match(tx: Any, claim: Claim, evidence: list[Evidence]) -> None:
    tx.add_evidence(evidence)
    search = Search(
        terms=(Term(text="trees"),), corpus_digest="0" * 64, documents=12, retrieved=50, dropped={"scored low": 46}
    )
    body = {
        "engines": ["matching", "stance"],
        "run_by": "alice",
        "search": {**asdict(search), "terms": [asdict(t) for t in search.terms]},
        "evidence": [e.id for e in evidence],
        "output": "",
    }
    tx.append(at=START, user="factcheck", kind="matched", subject=claim.id, revision="revision1", body=body)
    refresh(tx, claim.id)
