"""Allegations: does the source say it itself, or only that one side of a dispute does?

Levels: *its own word, or not told*; *alleged* (what answers most of the claim is what rebels, critics, the opposition,
state media, prosecutors, a lawsuit, residents or a former aide say: "rebels said that …", "according to the
indictment", "…, campaigners say"). It bears out that it was said, not that it is so, and contradicts nothing. A claim
that is given to the same speaker, or itself tells of what they say, is not asked; nor is what those in court and those
who saw it say of themselves. Offices, police, courts and scientists are no side: what the statistics office says is
the source's word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain import Claim, Facet, Polarity, Reason, Span
from factcheck.stance.predicates.accusers import names_claimant
from factcheck.stance.reading.pair import Pair
from factcheck.stance.words.partisans import FOLDED_OTHERS, FOLDED_SIDES, MOVEMENTS, OTHERS, SIDES
from factcheck.text.sentences import sentence_at
from factcheck.text.words import fold

STRENGTH = 0.5
_MOST = 0.5
"""Share of what answers the claim that has to stand in the allegation: else the source says the rest itself."""
_OF_THE_STATE = r"state(?:-run|-owned|-controlled)? (?:media|television|tv|radio|broadcaster|news agency)"
_OF_A_PARTY = r"(?:ruling|governing|opposition|rival) party"
_OF_OLD = (
    r"(?:former |ex-|ehemalige[rnms]? )(?:aides?|drivers?|employees?|colleagues?|partners?|wife|husband|girlfriend"
    r"|boyfriend|bodyguards?|assistants?|advis[eo]rs?|managers?|secretary|staffers?|workers?|officials?|Fahrer(?:in)?"
    r"|Mitarbeiter(?:in)?|Ehefrau|Ehemann)"
)
_PAPERS = r"(?:charge sheet|court (?:papers|filings?|documents))"
_WHO = rf"(?:{'|'.join((*SIDES, *OTHERS, *MOVEMENTS))}|{_OF_THE_STATE}|{_OF_A_PARTY}|{_OF_OLD}|{_PAPERS})"
_WORDS = (
    FOLDED_SIDES | FOLDED_OTHERS | {one.casefold() for one in MOVEMENTS},
    frozenset(["former", "ehemalige", "ehemaliger", "ehemaligen", "sheet", "court"]),
    frozenset(["media", "television", "tv", "radio", "broadcaster", "agency"]),
    frozenset(["ruling", "governing", "rival"]),
)
"""Words without one of which no side is named."""
_SAY = (
    r"(?:sa(?:y|ys|id)|claim(?:s|ed)?|alleg(?:e|es|ed)|report(?:s|ed)?|assert(?:s|ed)?|insist(?:s|ed)?|stat(?:es?|ed)|wr(?:ites?|ote)|post(?:s|ed)"
    r"|maintain(?:s|ed)?|announced|charged?|contend(?:s|ed)?|declared|believe[sd]?|argue[sd]?|told"
    r"|sag(?:t|te|ten|en)|behaupte(?:t|te|ten|n)|erklär(?:t|te|ten|en)|bericht(?:et|ete|eten|en)|melde(?:t|te|ten|n)"
    r"|teil(?:t|te|ten|en)(?= (?:[\w-]+ ){0,4}mit\b))"
)
_LINKS = r"(?:which|who|whose|that|after|as|while|when|because|where|but|and|der|die|das|nachdem|als|weil|und|aber)\b"
"""What begins a clause of its own behind a comma: "which critics said would hurt"."""
_ALLEGED = re.compile(
    rf"(?P<source>\b(?:according to|nach angaben|laut|so) [^.;:!?,]{{0,40}}?\b(?P<of>{_WHO})\b"
    rf"|\b(?P<zufolge>{_WHO})[^.;:!?,]{{0,20}} zufolge\b)"
    rf"|(?P<after>[,”\"“] (?:(?!{_LINKS})[\w’'-]+ ){{0,4}}?(?P<behind>{_WHO})\b[^.;:!?,]{{0,40}}? {_SAY}\b"
    r"(?=[^.;:!?,]{0,25}(?:[.;:!?,]|$))"
    rf"|[,”\"“] {_SAY} (?:[\w’'-]+ ){{0,3}}?(?P<inverted>{_WHO})\b)"
    rf"|(?P<before>\b(?P<ahead>{_WHO})\b(?:(?! (?:that|dass|daß)\b)[^.;:!?,]){{0,40}}? {_SAY}\b)",
    re.IGNORECASE,
)

_PARTYS = r"(?:lawyers?|attorneys?|solicitors?|barristers?|counsel|anwalt|anwält(?:e|in|innen)|verteidiger(?:in)?)"
_DEFENCE = r"(?:defen[cs]e(?: team)?|verteidigung)"
_NAMED = r"(?: (?:for|of) [^.;:!?,]{1,40}?|,? (?-i:[A-ZÄÖÜ])[\w’'-]+(?: (?-i:[A-ZÄÖÜ])[\w’'-]+)*,?)?"
_HOLD = rf"(?:(?:also|again|has|have|had|hat|haben) )?(?:{_SAY}|den(?:y|ies|ied)|bestritt(?:en)?|bestreite[nt])"
_COUNSEL = rf"(?:{_PARTYS}\b{_NAMED}|{_DEFENCE}) {_HOLD}\b"
_COUNSEL_HOLDS = re.compile(
    rf"(?P<source>\b(?:according to|laut|nach angaben) [^.;:!?,]{{0,40}}?\b(?P<of>{_PARTYS}|{_DEFENCE}(?=,))"
    rf"|[,”\"“] (?:(?!{_LINKS})[\w’'-]+ ){{0,4}}?(?P<behind>{_COUNSEL})(?=[^.;:!?,]{{0,25}}(?:[.;:!?,]|$))"
    rf"|[,”\"“] {_SAY} (?:[\w’'-]+ ){{0,3}}?(?P<inverted>{_PARTYS}|{_DEFENCE})(?=[.;:!?,]|$))"
    rf"|\b(?P<ahead>{_COUNSEL})",
    re.IGNORECASE,
)
"""How a report tells what the lawyer of a party holds: "its lawyer said", "the defence denied"."""


def held_by_counsel(pair: Pair, against: list[Reason]) -> Reason | None:
    """Return that only a party's lawyer says that it is not so: it is that one's word, and contradicts nothing."""
    if any(one.comparator != "polarity" for one in against) or _COUNSEL_HOLDS.search(pair.claim.text) is not None:
        return None
    places = [span.start for one in against for span in one.passage_spans]
    for found in _COUNSEL_HOLDS.finditer(pair.passage.text):
        start, end = sentence_at(pair.passage.sentences, found.start()) or (pair.start, pair.end)
        start, end = (found.start(), end) if found["ahead"] is not None else (start, end)
        inside = bool(places) and all(start <= one < end for one in places)
        if inside and not names_claimant(pair, found.start(), found.start() + found[0].rfind(" ")):
            name = next(name for name in ("of", "behind", "inverted", "ahead") if found[name] is not None)
            who = found[name].split()[0].strip(",")
            return _only_word_of(Span(found.start(name), found.start(name) + len(who), who))
    return None


def compare_allegations(pair: Pair, claim: Claim | str) -> Iterator[Reason]:
    """Yield at most one reason: what answers most of the claim is what one side of a dispute says.

    Where the claim is given to that side, it is the same speaker.
    """
    if all(words.isdisjoint(pair.told) for words in _WORDS) or _ALLEGED.search(pair.claim.text) is not None:
        return
    for found in _ALLEGED.finditer(pair.passage.text, pair.start, pair.end):
        speaker = _who_in(found)
        if not _reaches(pair, found) or _tells_of_itself(pair, speaker):
            continue
        if _is_claimant(claim, speaker.text):
            if fold(speaker.text) in FOLDED_SIDES:  # of who has a name `names.who` tells
                yield _as_claimed(speaker)
            return
        if names_claimant(pair, found.start(), found.start() + found[0].rfind(" ")):
            return  # "opposition leader Anna Berg says", and the claim is hers
        yield _only_word_of(speaker)
        return


def _only_word_of(speaker: Span) -> Reason:
    return Reason(
        comparator="modality",
        facet=Facet.WHAT,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"the source only reports the word of “{speaker.text}”: that it was said, not that it is so",
        passage_spans=(speaker,),
    )


def _tells_of_itself(pair: Pair, speaker: Span) -> bool:
    """Whether the claim tells of those who say it, and they are no side of a dispute: "residents say they left"."""
    own = fold(speaker.text) not in FOLDED_SIDES
    return own and any(speaker.start <= one.passage.start < speaker.end for one in pair.partners)


def _who_in(found: re.Match[str]) -> Span:
    who = next(name for name in ("of", "zufolge", "behind", "inverted", "ahead") if found[name] is not None)
    return Span(found.start(who), found.end(who), found[who])


def _as_claimed(speaker: Span) -> Reason:
    return Reason(
        comparator="speakers",
        facet=Facet.WHO,
        polarity=Polarity.SUPPORTS,
        strength=STRENGTH,
        message=f"the source gives the words to “{speaker.text}”, as the claim does",
        passage_spans=(speaker,),
    )


def _is_claimant(claim: Claim | str, who: str) -> bool:
    """Whether the claim is given to the same side: "rebels", "the rebels"."""
    return not isinstance(claim, str) and claim.claimant is not None and fold(who) in fold(claim.claimant.name).split()


def _reaches(pair: Pair, found: re.Match[str]) -> bool:
    """Whether most of what answers the claim stands in the allegation: behind "said", or before a "…, they say"."""
    start, end = sentence_at(pair.passage.sentences, found.start()) or (pair.start, pair.end)
    if found["before"] is not None:
        start = found.end()
    elif found["after"] is not None:
        end = found.start()
    told = [one for one in pair.partners if not found.start() <= one.passage.start < found.end()]
    inside = sum(start <= one.passage.start < end for one in told)
    return inside > _MOST * len(told) and bool(told)
