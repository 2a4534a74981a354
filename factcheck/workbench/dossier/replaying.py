"""Doing again what machines did for a dossier, on what is in it: extraction, matching, stance. Each result is compared.

Matching is done again as far as it rests on what is here: the terms that were asked for, and what each passage shares
with them. Which passages an index returns depends on the whole corpus, which no dossier has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import IO

from factcheck.claims import ENGINE as CLAIMS_ENGINE
from factcheck.claims.transcripts import extract_revision
from factcheck.corpus.publishers import unproven_name
from factcheck.domain import BY_HAND, Calculation, Claim, Event, Evidence, Hit, Judgement, Revision, Stance
from factcheck.matching import ENGINE as MATCHING_ENGINE
from factcheck.matching.features import ask
from factcheck.matching.ranking import explain
from factcheck.matching.terms import claim_terms
from factcheck.reports.dossier.container import opened
from factcheck.reports.dossier.records import SOURCE
from factcheck.review.kinds import LISTING, Kind
from factcheck.stance import ENGINE as STANCE_ENGINE
from factcheck.stance import compare
from factcheck.stance.figures.calculations import ENGINE as CALCULATING_ENGINE
from factcheck.stance.figures.calculations import judge_calculation
from factcheck.stance.figures.said import figures_said
from factcheck.stance.reading.badges import AT_ODDS, NOT_IN_FILE, OWN_TEXT, TRANSLATED
from factcheck.workbench.dossier.opening import Contents, Failure, read_manifest, reading
from factcheck.workbench.revisions import own_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A result that is another one now: of which step, about what, and the engine then and now."""

    step: str
    what: str
    then: str
    now: str

    @property
    def is_of_another_engine(self) -> bool:
        """Whether the engine is another one now, so that a difference was to be expected."""
        return self.then != self.now

    def __str__(self) -> str:
        engine = f"{self.then} then, {self.now} now" if self.is_of_another_engine else f"the same engine, {self.now}"
        return f"{self.step}: {self.what} ({engine})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What came of doing it all again. `compared`: how many results of each step; `failures`: what cannot be read."""

    compared: Mapping[str, int]
    skipped: int
    differences: tuple[Difference, ...]
    failures: tuple[Failure, ...]


class _Tally:
    def __init__(self) -> None:
        self.compared = {"extraction": 0, "matching": 0, "stance": 0}
        self.skipped = 0
        self.differences: list[Difference] = []

    def take(self, step: str, what: str, then: str, now: str) -> None:
        """Count a comparison; `what`: the difference in words, "" for none."""
        self.compared[step] += 1
        if what:
            self.differences.append(Difference(step=step, what=what, then=then, now=now))


def replay(file: IO[bytes]) -> Replayed:
    """Extract, match and judge again on what a dossier holds.

    Raises:
        InputError: it is no dossier, or a zip made to harm.
    """
    container = opened(file)
    tally = _Tally()
    with reading(container, read_manifest(container)) as found:
        with found.told("revisions/"):
            for event in found.pack.events(kinds=[Kind.EXTRACTED]):
                _extract(found, event, tally)
        with found.told("evidence.jsonl"):
            _match_and_judge(found, tally)
    return Replayed(
        compared=tally.compared,
        skipped=tally.skipped,
        differences=tuple(tally.differences),
        failures=tuple(dict.fromkeys(found.failures)),
    )


# --- extraction -------------------------------------------------------------------------------------------------------


def _extract(found: Contents, event: Event, tally: _Tally) -> None:
    """Extract a revision again, and compare each claim, and what became of each sentence."""
    revision = _revision(found, event.subject)
    again = extract_revision(revision)
    now = {claim.id: claim for claim in (own_id(claim, revision) for claim in again.claims)}
    for name in event.body["claims"]:
        kept = found.pack.claim(name)[0]
        tally.take("extraction", _claim_differs(kept, now.pop(name, None)), event.body["engine"], CLAIMS_ENGINE)
    subjects = {event.subject, *(name for name, (_, of, _) in found.pack.claims.items() if of == event.subject)}
    kinds = [*LISTING, Kind.REVISED]
    if any(event.subject in subjects for event in found.pack.events(kinds=kinds)):
        return  # people changed the list: what is more, or stands otherwise, is their work
    for claim in now.values():
        told = f"claim {claim.id} is found now: “{claim.verbatim}”"
        tally.take("extraction", told, event.body["engine"], CLAIMS_ENGINE)
    kept_sentences = found.revisions[event.subject].sentences
    told = "" if kept_sentences == again.sentences else f"revision {event.subject}: sentences, or what became of them"
    tally.take("extraction", told, event.body["engine"], CLAIMS_ENGINE)


def _revision(found: Contents, name: str) -> Revision:
    record = found.revisions[name]
    citations = tuple(bound.citation for bound in record.citations)
    return replace(record.revision, text=found.texts[name], citations=citations)


def _claim_differs(kept: Claim, now: Claim | None) -> str:
    if now is None:
        return f"claim {kept.id} is not found any more: “{kept.verbatim}”"
    names = [name for name in Claim.__dataclass_fields__ if getattr(kept, name) != getattr(now, name)]
    return f"claim {kept.id} differs in {', '.join(names)}" if names else ""


# --- matching and stance ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Run:
    """The engines that a piece of evidence, or a search, is from."""

    matching: str
    stance: str


def _match_and_judge(found: Contents, tally: _Tally) -> None:
    runs: dict[str, _Run] = {}
    carried: set[str] = set()
    for event in found.pack.events(kinds=[Kind.MATCHED, Kind.CARRIED, Kind.BROUGHT, Kind.CALCULATED]):
        if event.kind == Kind.MATCHED:
            run = _run(found, event.body["engines"])
            runs |= {name: run for name in event.body["evidence"] if name not in runs}
        elif event.kind == Kind.CARRIED:
            carried.update(event.body["evidence"])
        else:
            engine = event.body.get("engine", found.manifest.engines.get("stance", ""))
            runs[event.body["evidence"]] = _Run("", engine)
    for claim in found.states:
        versions = _versions(found, claim)
        _ask_again(found, claim, versions, tally)
        for item in found.items(claim):
            if item.id in carried or found.evidence[item.id].withheld == SOURCE:
                tally.skipped += 1
                continue
            _again(found, item, versions, runs.get(item.id, _run(found, ())), tally)


def _run(found: Contents, engines: Iterable[str]) -> _Run:
    """Return the engines of a run by what it is on record with."""
    named = {engine.partition("/")[0]: engine for engine in engines}
    kept = found.manifest.engines
    return _Run(named.get("matching", kept.get("matching", "")), named.get("stance", kept.get("stance", "")))


def _versions(found: Contents, name: str) -> list[Claim]:
    """Return a claim as it stands, and as it was extracted: a passage may have been judged before it was corrected."""
    claim = found.pack.claim(name)[0]
    return list(dict.fromkeys((found.states[name].corrected(claim), claim)))


def _ask_again(found: Contents, name: str, versions: Iterable[Claim], tally: _Tally) -> None:
    """Compare the terms that the last search asked for."""
    searches = list(found.pack.events(subject=name, kinds=[Kind.MATCHED]))
    if not searches:
        return
    body = searches[-1].body
    asked = [(term["text"], term["weight"]) for term in body["search"]["terms"]]
    same = any(asked == [(term.text, term.weight) for term in claim_terms(claim)] for claim in versions)
    told = "" if same else f"claim {name}: it would be searched by other words"
    tally.take("matching", told, _run(found, body["engines"]).matching, MATCHING_ENGINE)


def _again(found: Contents, item: Evidence, versions: list[Claim], run: _Run, tally: _Tally) -> None:
    if item.is_erased:
        tally.skipped += 1
        return
    by_hand = item.calculation is not None or item.candidate.source.id.startswith(BY_HAND)
    if not by_hand:
        same = any(_matches_again(claim, item) for claim in versions)
        told = "" if same else f"evidence {item.id}: it shares other words with claim {item.claim}"
        tally.take("matching", told, run.matching, MATCHING_ENGINE)
    published = found.revisions[found.pack.claim(item.claim)[1]].revision.published
    now = [one for claim in versions for one in _judged(claim, item, published, by_hand=by_hand)]
    engine = CALCULATING_ENGINE if item.calculation else STANCE_ENGINE
    told = "" if item.judgement in now else _judgement_differs(item, now[0])
    tally.take("stance", told, run.stance, engine)


def _matches_again(claim: Claim, item: Evidence) -> bool:
    terms, match = claim_terms(claim), item.candidate.match
    hit = Hit(source=item.candidate.source, passage=item.candidate.passage, bm25=match.bm25)
    return explain(ask(claim.wording, terms), terms, hit, 1.0) == match


def _judged(claim: Claim, item: Evidence, published: date | None, *, by_hand: bool) -> Iterator[Judgement]:
    """Yield the judgements that the engine comes to now, as each way of asking it could have been."""
    if item.calculation:
        yield from _calculated(claim.words, item.calculation)
        return
    source, said = item.candidate.source, claim.said_on.end if claim.said_on else None
    when = said if by_hand else said or published
    text = item.candidate.passage.text
    judgement = compare(
        claim,
        text,
        claim_date=when,
        passage_date=source.published,
        translated=TRANSLATED in item.judgement.badges,
        heading=source.title,
        self_named=unproven_name(source.publisher),
        publisher=source.publisher,
        own_word=item.candidate.passage.own_word,
    )
    if OWN_TEXT in item.judgement.badges:  # known of its origin, which only the corpus tells
        judgement = replace(judgement, stance=Stance.RELATED, badges=(*judgement.badges, OWN_TEXT))
    told = (AT_ODDS, NOT_IN_FILE)  # known of the other evidence; and of the file, which stayed where it is
    further = tuple(badge for badge in told if badge in item.judgement.badges)
    if further:
        judgement = replace(judgement, badges=(*judgement.badges, *further))
    yield judgement


def _calculated(words: str, made: Calculation) -> Iterator[Judgement]:
    """Yield what a calculation says, whichever figure of the claim the person meant: that is not on record."""
    for figure in ("", *(one.span.text for one in figures_said(words, made.unit, change=made.change))):
        yield judge_calculation(words, made, figure).judgement


def _judgement_differs(item: Evidence, now: Judgement) -> str:
    then = item.judgement
    if then.stance is not now.stance:
        return f"evidence {item.id} of claim {item.claim}: {then.stance} then, {now.stance} now"
    names = [name for name in Judgement.__dataclass_fields__ if getattr(then, name) != getattr(now, name)]
    return f"evidence {item.id} of claim {item.claim}: {now.stance} as then, but other {', '.join(names)}"
