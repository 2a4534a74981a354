"""Score claim extraction: the seed article, attributions on PolNeAR, and news into which scraping noise is glued.

PolNeAR's labels map to ours so: an attribution's content spans are a claim's span (claims that share a cue are one
attribution), its source is the claimant's mention. A content is found at character IoU >= .5, one to one. A direct
quotation is a gold content that begins and ends with a quotation mark. The speaker is right where the mention overlaps
the gold source, or (continued quotations) where the claimant's last name stands in it.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck.claims import extract_claims
from factcheck.domain import Claim, Disposition, Extraction, Precision
from tests.quality.rows import Row, bootstrap

SPAN_IOU = 0.8
CONTENT_IOU = 0.5
CONTINUED_WITHIN = 250  # characters between the halves of a quotation: "," Lee told reporters in Bonn on Monday. "
MARKS = "\"“”'‘’„«»`"

Pair = tuple[int, int]


def score(data: Path, *, seed: int, sample: int | None = None) -> list[Row]:
    """Return the rows of the seed article and of each part of PolNeAR except train; `sample` documents of each."""
    rows = score_seed(data) if (data / "seed").is_dir() else []
    for path in sorted((data / "quotes" / "polnear").glob("*.jsonl.gz")):
        part = path.name.removesuffix(".jsonl.gz")
        if part != "train":
            rows.extend(score_polnear(data, part, seed=seed, sample=sample))
    return rows


# --- the seed ---------------------------------------------------------------------------------------------------------


def score_seed(data: Path) -> list[Row]:
    """Return counts on the seed article: spans, speakers, dates, set-aside spans, claims that are none."""
    text = (data / "seed" / "article.txt").read_text(encoding="utf-8")
    gold = json.loads((data / "seed" / "gold_claims.json").read_text(encoding="utf-8"))
    extraction = extract_claims(text)
    spoken = [c for c in gold["claims"] if c["claimant"]["name"]]
    found = {c["id"]: _claim_at(extraction, c["claim_span"]["span"]) for c in gold["claims"]}
    values = {
        "spans": (sum(claim is not None for claim in found.values()), len(found)),
        "speaker": (sum(_right_name(found[c["id"]], c["claimant"]["name"]) for c in spoken), len(spoken)),
        "date": (sum(_right_date(found[c["id"]], c["utterance_date"]) for c in spoken), len(spoken)),
        "set aside": (sum(_set_aside(extraction, n["span"]) for n in gold["noise"]), len(gold["noise"])),
        "claims that are none": (sum(_is_none(c, gold) for c in extraction.claims), len(extraction.claims)),
    }
    return [
        Row("seed", "article", name, float(value), float(value), float(value), n) for name, (value, n) in values.items()
    ]


def _claim_at(extraction: Extraction, span: Sequence[int]) -> Claim | None:
    for claim in extraction.claims:
        places = [(claim.start, claim.end), *((a.span.start, a.span.end) for a in claim.appearances)]
        if any(iou([place], [(span[0], span[1])]) >= SPAN_IOU for place in places):
            return claim
    return None


def _right_name(claim: Claim | None, name: str) -> bool:
    return claim is not None and claim.claimant is not None and claim.claimant.name == name


def _right_date(claim: Claim | None, gold: dict[str, object] | None) -> bool:
    if claim is None or gold is None or claim.said_on is None:
        return False
    value = str(gold["value"])
    if value.startswith(".."):
        return claim.said_on.precision is Precision.UNTIL and claim.said_on.end == date.fromisoformat(value[2:])
    return claim.said_on.iso == value and claim.said_on.inherited == bool(gold.get("inherited"))


def _set_aside(extraction: Extraction, span: Sequence[int]) -> bool:
    inside = [s for s in extraction.sentences if s.start < span[1] and s.end > span[0]]
    kept = any(c.start < span[1] and c.end > span[0] for c in extraction.claims)
    return not kept and all(s.disposition is not Disposition.CLAIMS for s in inside)


def _is_none(claim: Claim, gold: dict[str, list[dict[str, dict[str, list[int]]]]]) -> bool:
    spans = [c["claim_span"]["span"] for c in gold["claims"]]
    return not any(claim.start < b and claim.end > a for a, b in spans)


# --- PolNeAR ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tally:
    """What one document adds to the figures."""

    direct: int
    direct_found: int
    direct_speaker: int
    gold: int
    predicted: int
    found: int
    found_source: int


def score_polnear(data: Path, part: str, *, seed: int, sample: int | None = None) -> list[Row]:
    """Return recall of direct quotations, right speaker, F1 of attributions and F1 with the right source."""
    with gzip.open(data / "quotes" / "polnear" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    if sample is not None and sample < len(documents):
        documents = random.Random(seed).sample(documents, sample)
    tallies = [tally(document) for document in documents]
    measures: dict[str, tuple[Callable[[Sequence[Tally]], float], int]] = {
        "direct recall": (lambda t: _ratio(t, "direct_found", "direct"), sum(t.direct for t in tallies)),
        "direct right speaker": (lambda t: _ratio(t, "direct_speaker", "direct"), sum(t.direct for t in tallies)),
        "F1": (lambda t: _f1(t, "found"), sum(t.gold for t in tallies)),
        "F1 right source": (lambda t: _f1(t, "found_source"), sum(t.gold for t in tallies)),
    }
    return [
        Row("quotes/polnear", part, name, measure(tallies), *bootstrap(tallies, measure, seed=seed), n)
        for name, (measure, n) in measures.items()
    ]


def _ratio(tallies: Sequence[Tally], part: str, whole: str) -> float:
    return sum(getattr(t, part) for t in tallies) / max(1, sum(getattr(t, whole) for t in tallies))


def _f1(tallies: Sequence[Tally], found: str) -> float:
    return 2 * sum(getattr(t, found) for t in tallies) / max(1, sum(t.gold + t.predicted for t in tallies))


def tally(document: dict[str, object]) -> Tally:
    """Compare the attributions found in one document with the gold ones."""
    text = str(document["text"])
    gold = [a for a in document["attributions"] if a["content"]]  # type: ignore[attr-defined]
    predicted = _attributions(extract_claims(text).claims)
    pairs = _matched([[(s[0], s[1]) for s in a["content"]] for a in gold], [spans for spans, _ in predicted])
    direct = {i for i, a in enumerate(gold) if _is_direct(a["content"])}
    right = {i for i, j in pairs.items() if _right_source(predicted[j][1], gold[i]["source"])}
    return Tally(
        direct=len(direct),
        direct_found=len(direct & set(pairs)),
        direct_speaker=len(direct & right),
        gold=len(gold),
        predicted=len(predicted),
        found=len(pairs),
        found_source=len(right),
    )


def _attributions(claims: Sequence[Claim]) -> list[tuple[list[Pair], Claim]]:
    """Join the claims that share a cue, and a quotation with its continuation, into one attribution."""
    grouped: dict[tuple[int, int], list[Claim]] = {}
    key = (0, 0)
    for claim in claims:
        if claim.claimant is None and claim.form not in ("direct", "mixed"):
            continue
        continued = claim.claimant is not None and claim.claimant.rule == "continuation"
        close = key in grouped and claim.start - grouped[key][-1].end <= CONTINUED_WITHIN
        if not (continued and close and grouped[key][0].form == "direct"):
            key = (claim.cue.start, claim.cue.end) if claim.cue else (claim.start, -1)
        grouped.setdefault(key, []).append(claim)
    return [([(c.start, c.end) for c in group], group[0]) for group in grouped.values()]


def _is_direct(content: Sequence[tuple[int, int, str]]) -> bool:
    first, last = content[0][2].strip(), content[-1][2].strip().rstrip(".,")
    return bool(first and last) and first[0] in MARKS and last[-1] in MARKS


def _right_source(claim: Claim, sources: Sequence[tuple[int, int, str]]) -> bool:
    if claim.claimant is None:
        return not sources
    mention = claim.claimant.mention
    if mention is not None and any(mention.start < b and mention.end > a for a, b, _ in sources):
        return True
    last = claim.claimant.name.split()[-1:] or [""]
    return any(last[0] in re.findall(r"[\w-]+", source[2]) for source in sources)


def _matched(gold: Sequence[Sequence[Pair]], predicted: Sequence[Sequence[Pair]]) -> dict[int, int]:
    """Pair gold and predicted contents one to one, the best overlaps first."""
    scored = sorted(
        ((iou(g, p), -i, -j) for i, g in enumerate(gold) for j, p in enumerate(predicted) if _near(g, p)), reverse=True
    )
    pairs: dict[int, int] = {}
    for value, i, j in scored:
        if value >= CONTENT_IOU and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _near(a: Sequence[Pair], b: Sequence[Pair]) -> bool:
    return a[0][0] < b[-1][1] and b[0][0] < a[-1][1]


def iou(a: Sequence[Pair], b: Sequence[Pair]) -> float:
    """Return intersection over union of the characters of two sets of spans."""
    left = {i for low, high in a for i in range(low, high)}
    right = {i for low, high in b for i in range(low, high)}
    return len(left & right) / max(1, len(left | right))
