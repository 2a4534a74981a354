"""The seed corpus: every claim against every document, by its gold passage and by the product's own way.

Two views. *pairs*: the labelled passage where there is one, else each passage of the document, is compared with the
gold claim. *product*: the claim as extracted, its candidates from a real index, each compared as `check` does; a
document's stance is the strongest of its passages'; a third ranks by meaning, too, where that extra is installed. Pairs
that no label lists are unrelated. A pair of facet `modality` labelled a conflict is right too where the badge is shown.
`python -m tests.quality.seed` prints what was confused.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.claims import extract_claims
from factcheck.corpus import Corpus
from factcheck.corpus.passages import split_passages
from factcheck.domain import (
    Candidate,
    Claim,
    Claimant,
    Content,
    DateValue,
    Document,
    Form,
    Judgement,
    Precision,
    Source,
    Span,
    Stance,
)
from factcheck.matching import find_candidates
from factcheck.settings import load_settings
from factcheck.stance import compare
from factcheck.stance.predicates.modality import STRONGER, WEAKER
from tests.quality import semantic
from tests.quality.parts import records
from tests.quality.rows import Row, bootstrap

PUBLISHED = date(2023, 6, 8)
LABELS = ("labels", "labels_extra")
MOST = 0.8
FLOOR = load_settings(None, {}).values.matching.floor
STRENGTH = (Stance.CONFLICTS, Stance.CORROBORATES, Stance.RELATED, Stance.UNRELATED)


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and a document: what the labels say, what was found, and the reasons, for the list of confusions."""

    claim: str
    doc: str
    gold: Stance
    facet: str
    found: Stance
    why: str
    passage: str

    @property
    def wrong(self) -> bool:
        """Whether a stance was claimed or missed."""
        bold = (Stance.CONFLICTS, Stance.CORROBORATES)
        return self.found is not self.gold and (self.found in bold or self.gold in bold)


def score(folder: Path, *, seed: int) -> list[Row]:
    """Score both views; resampled by claim, since pairs of one claim are not independent."""
    if not (folder / "labels.jsonl").is_file():
        return []
    rows = []
    for view, pairs in views(folder).items():
        names = sorted({one.claim for one in pairs})
        groups = [[one for one in pairs if one.claim == name] for name in names]
        for measure, of in _MEASURES.items():
            rows.append(Row("seed", view, measure, of(groups), *bootstrap(groups, of, seed=seed), len(pairs)))
    return rows


def views(folder: Path) -> dict[str, list[Pair]]:
    """Return the judged pairs of each view."""
    labels = [
        one for name in LABELS if (folder / f"{name}.jsonl").is_file() for one in records(folder / f"{name}.jsonl")
    ]
    gold = {(one["claim"], one["doc"]): one for one in labels}
    article = (folder / "article.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch, Corpus.open(Path(scratch)) as corpus:
        corpus.add([folder / "corpus"])
        documents = {name: corpus.document(one) for one, name in _names(corpus.sources()).items()}
        claims = seed_claims(folder)
        found = {"pairs": list(_labelled(claims, documents, gold))}
        claims = _as_extracted(claims, article)
        for by_meaning in (False, True) if semantic.installed() else (False,):
            name = semantic.part_with_it("product") if by_meaning else "product"
            found[name] = list(_produced(claims, documents, corpus, gold, by_meaning=by_meaning))
        return found


def _names(sources: Iterable[Source]) -> dict[str, str]:
    """Return the names of sources (ids) in the labels: `file#record`, records from 0, in the order of their files."""
    seen: Counter[str] = Counter()
    names = {}
    for source in sources:
        file = Path(source.path).name.partition("#")[0]
        names[source.id] = f"{file}#{seen[file]}"
        seen[file] += 1
    return names


Found = tuple[Judgement, str]


def _labelled(
    claims: dict[str, Claim | str], documents: dict[str, Document], gold: dict[tuple[str, str], dict[str, Any]]
) -> Iterator[Pair]:
    for claim_id, claim in claims.items():
        for doc, document in documents.items():
            label = gold.get((claim_id, doc))
            texts = [label["passage"]] if label else [one.text for one in split_passages(document.text)]
            found = [(_compare(claim, text, document.source.published), text) for text in texts]
            yield _pair(claim_id, doc, label, found)


def _produced(
    claims: dict[str, Claim | str],
    documents: dict[str, Document],
    corpus: Corpus,
    gold: dict[tuple[str, str], dict[str, Any]],
    *,
    by_meaning: bool,
) -> Iterator[Pair]:
    named = {document.source.id: name for name, document in documents.items()}
    for claim_id, claim in claims.items():
        candidates, _ = find_candidates(claim, corpus, floor=FLOOR, semantic=by_meaning)
        found: dict[str, list[Found]] = {doc: [] for doc in documents}
        for candidate in candidates:
            for source in _carried(candidate):
                judged = _compare(claim, candidate.passage.text, source.published, source.title)
                found[named[source.id]].append((judged, candidate.passage.text))
        for doc, judgements in found.items():
            yield _pair(claim_id, doc, gold.get((claim_id, doc)), judgements)


def _carried(candidate: Candidate) -> Sequence[Source]:
    return (candidate.source, *candidate.carriers)


def _compare(claim: Claim | str, passage: str, published: date | None, heading: str = "") -> Judgement:
    said = claim.said_on.end if not isinstance(claim, str) and claim.said_on and claim.said_on.end else PUBLISHED
    return compare(claim, passage, claim_date=said, passage_date=published, heading=heading)


def _pair(claim: str, doc: str, label: dict[str, Any] | None, found: Sequence[Found]) -> Pair:
    gold = Stance(label["stance"]) if label else Stance.UNRELATED
    facet = label["facet"] if label else ""
    if not found:
        return Pair(claim, doc, gold, facet, Stance.UNRELATED, "not retrieved", "")
    judgement, passage = min(found, key=lambda one: (STRENGTH.index(one[0].stance), -one[0].confidence))
    stance = judgement.stance
    if label and stance in (Stance.CONFLICTS, Stance.CORROBORATES) and not _same_place(passage, label["passage"]):
        gold = Stance.RELATED  # right about the document, but on the ground of another passage, is not right
    badged = any(badge in (WEAKER, STRONGER) for one, _ in found for badge in one.badges)
    if facet == "modality" and gold is Stance.CONFLICTS and stance is not Stance.CORROBORATES and badged:
        stance = Stance.CONFLICTS
    why = "; ".join(f"{one.comparator}{_SIGNS[one.polarity]} {one.message}" for one in judgement.reasons)
    missing = ", ".join(span.text for span in judgement.missing)
    return Pair(claim, doc, gold, facet, stance, f"{why} [missing: {missing}]", passage)


def _same_place(passage: str, labelled: str) -> bool:
    """Tell whether a passage holds most of the words of the labelled one, or the other way round."""
    found, wanted = set(passage.casefold().split()), set(labelled.casefold().split())
    return len(found & wanted) >= MOST * min(len(found), len(wanted))


_SIGNS = {"supports": "+", "opposes": "-", "context": "·"}


def _precision(stance: Stance) -> Callable[[Sequence[list[Pair]]], float]:
    return lambda groups: _mean([one.gold is stance for some in groups for one in some if one.found is stance])


def _recall(stance: Stance) -> Callable[[Sequence[list[Pair]]], float]:
    return lambda groups: _mean([one.found is stance for some in groups for one in some if one.gold is stance])


def _mean(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


_MEASURES = {
    f"{name} of {stance}": of(stance)
    for stance in (Stance.CONFLICTS, Stance.CORROBORATES)
    for name, of in (("precision", _precision), ("recall", _recall))
}


# --- the gold claims --------------------------------------------------------------------------------------------------


def seed_claims(folder: Path) -> dict[str, Claim | str]:
    """Return the gold claims by id, as claims anchored to the article; the extra ones are bare sentences."""
    article = (folder / "article.txt").read_text(encoding="utf-8")
    gold = json.loads((folder / "gold_claims.json").read_text(encoding="utf-8"))["claims"]
    extra = json.loads((folder / "extra_claims.json").read_text(encoding="utf-8"))["claims"]
    return {one["id"]: _claim(one, article) for one in gold} | {one["id"]: one["normalised"] for one in extra}


def _claim(gold: dict[str, Any], article: str) -> Claim:
    start, end = gold["claim_span"]["span"]
    claimant = gold.get("claimant") or {}
    name = claimant.get("name")
    return Claim(
        id=gold["id"],
        start=start,
        end=end,
        verbatim=article[start:end],
        text=gold["content"],
        form=Form.INDIRECT if name else Form.NONE,
        content=Content.FACT,
        said_on=_said_on(gold),
        claimant=Claimant(name=name, office=claimant.get("role") or "") if name else None,
        quotations=tuple(Span(*one["span"], one["text"]) for one in gold["quotes"]),
    )


def _said_on(gold: dict[str, Any]) -> DateValue | None:
    value = (gold.get("utterance_date") or {}).get("value") or ""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return None
    day = date.fromisoformat(value)
    return DateValue(start=day, end=day, precision=Precision.DAY)


def _as_extracted(claims: dict[str, Claim | str], article: str) -> dict[str, Claim | str]:
    """Return each gold claim as the product extracts it: the extracted one that overlaps it most, else itself."""
    extracted = extract_claims(article, published=PUBLISHED).claims
    return {name: _nearest(claim, extracted) for name, claim in claims.items()}


def _nearest(claim: Claim | str, extracted: Sequence[Claim]) -> Claim | str:
    if isinstance(claim, str):
        return claim
    best = max(extracted, key=lambda one: _overlap(claim, one))
    return best if _overlap(claim, best) >= 0.5 else claim


def _overlap(one: Claim, other: Claim) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))


def main(folder: Path) -> None:
    """Print the figures and every pair that was confused."""
    for view, pairs in views(folder).items():
        print(f"== {view}")
        for one in sorted(pairs, key=lambda pair: (pair.found, pair.gold, pair.claim)):
            if one.wrong:
                print(f"{one.claim:5} {one.doc:34} gold {one.gold} {one.facet}, found {one.found}: {one.why}")
        for measure, of in _MEASURES.items():
            print(f"{view} {measure}: {of([pairs]):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/seed"))
