"""Quashed: does the passage say that a conviction which the claim tells of was set aside?

Levels: *set aside* (the claim says that somebody was convicted, and of no day: it conflicts); *set aside, another
claim* (of the deed, or of when he was convicted: both can be so, and nothing is borne out); *nothing set aside*, or the
claim tells of it, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.shared import unshared_names
from factcheck.stance.predicates.factuality import marks_in
from factcheck.stance.predicates.markers import SO
from factcheck.stance.reading.negations import negated_in
from factcheck.stance.reading.pair import Pair

STRENGTH, OPEN_STRENGTH = 0.7, 0.5
LEAST_COVERAGE = 0.5
"""Share of the claim to be answered. Source: as for polarity."""
_VERDICT = r"(?:convictions?|(?:guilty )?verdicts?|sentences?)"
_SET_ASIDE = r"(?:quashed|overturned|reversed|annulled|vacated|voided|set aside|thrown out|struck down)"
_QUASHED = re.compile(
    r"\b(?P<done>(?:quash|overturn|revers|annul|vacat|void)(?:e?s|e?d|led|ing)?|sets? aside|threw out|struck down)\b"
    rf"(?: [\w’'.-]+){{0,6}}? {_VERDICT}\b"
    rf"|\b{_VERDICT}\b[^.;!?]{{0,100}}? (?:is|was|were|been|had) (?:later |[a-z]+ly )?(?P<was>{_SET_ASIDE})\b"
    r"|\b(?:Urteile?|Verurteilung(?:en)?|Schuldsprüche?|Schuldspruch)\b[^.;!?]{0,100}?"
    r"\b(?P<weg>aufgehoben|kassiert|aufhob|(?:hob|hebt|hoben)\b(?=[^.;!?]{0,60}? auf\b))"
    r"|\b(?P<hob>(?:hob|hebt|hoben)(?=\b[^.;!?]{0,140}? auf\b)|kassiert(?:e|en)?|kippt(?:e|en)?)\b"
    r"[^.;!?]{0,80}?\b(?:Urteile?|Verurteilung(?:en)?|Schuldspruch)\b",
    re.IGNORECASE,
)
_SIGNS = frozenset(
    """conviction convictions verdict verdicts sentence sentences urteil urteile verurteilung verurteilungen
    schuldspruch schuldspruche""".split()  # noqa: SIM905
)
"""Folded words without one of which nothing was set aside."""
_CONVICTED = re.compile(r"\b(?:convict(?:ed|s)|found guilty|verurteilte?n?|schuldig gesprochen)\b", re.IGNORECASE)


def compare_quashed(pair: Pair) -> Iterator[Reason]:
    """Yield at most one reason: the passage says that a conviction was set aside."""
    if _SIGNS.isdisjoint(pair.told) or pair.coverage < LEAST_COVERAGE or _QUASHED.search(pair.claim.text):
        return
    found = _QUASHED.search(pair.passage.text, pair.start, pair.end)
    if found is None:
        return
    place = Span(found.start(found.lastgroup or 0), found.end(found.lastgroup or 0), found[found.lastgroup or 0])
    mark = marks_in(pair.passage.text, pair.start, pair.end).get(place.start)
    convicted = _CONVICTED.search(pair.claim.text)
    undecided = place.start in negated_in(pair)[1] or (mark is not None and mark.level < SO)
    dated = any(word.is_number for word in pair.claim.words)
    clash = convicted is not None and not (undecided or dated or unshared_names(pair))
    yield Reason(
        comparator="polarity" if clash else "modality",
        facet=Facet.WHAT,
        polarity=Polarity.OPPOSES if clash else Polarity.CONTEXT,
        strength=STRENGTH if clash else OPEN_STRENGTH,
        message=f"the source says of the conviction that it was set aside (“{place.text}”)"
        if not undecided
        else f"the source asks whether the conviction stands (“{place.text}”)",
        claim_spans=(Span.cut(pair.claim.text, *convicted.span()),) if convicted else (),
        passage_spans=(place,),
    )
