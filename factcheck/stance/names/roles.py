"""Who does it to whom: two names that change sides of one verb make another statement of the same words.

Levels: *the same way round, or not told*; *the other way round* (of two names of the claim with an answered word
between them, the passage has the second before that word and the first after it; a "by" turns that round).
It forbids corroboration, and is a conflict only where a date or figure says that both tell of one event, or both
compare the two ("more than"): who sued can be sued, too. Verbs that are the same both ways ("met", "married") are not
asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.origins import origins
from factcheck.stance.names.suffered import is_suffered
from factcheck.stance.names.voices import is_turned_by_voice, tells_behind
from factcheck.stance.reading.german_verbs import is_known_verb
from factcheck.stance.reading.lexicon import is_verb
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.slots import alike, names_in
from factcheck.stance.reading.texts import is_light, is_name
from factcheck.text.words import Word, stem

STRENGTH, ONE_EVENT_STRENGTH = 0.5, 0.6
LEAST_ONE_EVENT = 0.9
"""Share of the claim that is answered where two names that change sides contradict it."""
NEAR, FAR, AGAINST = 12, 25, 60
"""Characters from the first name to the verb, and from the verb to the second, in which the verb is theirs; and to one
that "against", "to" or "from" leads to: "won the handball final against"."""


@dataclass(frozen=True, slots=True)
class _Told:
    """Two names of the claim with a verb of theirs, and where the passage has them; `turned`: in the other order.

    `by`: in one of the two texts alone "by" says who does it.
    """

    doer: Span
    verb: Partner
    other: Span
    first: Span
    last: Span
    turned: bool
    by: bool


def compare_roles(pair: Pair) -> Iterator[Reason]:
    """Yield a reason where two names of the claim stand the other way round."""
    yield from _nouns_turned(pair)
    for one in _told_of_names(pair):
        if one.turned == one.by:
            continue
        ours = _said(pair.claim.text, one.doer, one.verb.claim, one.other)
        theirs = _said(pair.passage.text, one.first, one.verb.passage, one.last)
        yield Reason(
            comparator="roles",
            facet=Facet.WHO,
            polarity=Polarity.CONTEXT,
            strength=STRENGTH,
            message=f"the other way round: {ours} / {theirs}",
            claim_spans=(one.doer, one.other),
            passage_spans=(one.first, one.last),
        )


def is_told_in_passive(pair: Pair) -> bool:
    """Whether the passage says in the passive what the claim says: "B was bought by A" beside "A bought B"."""
    return is_turned_by_voice(pair) or any(one.turned and one.by for one in _told_of_names(pair))


def _told_of_names(pair: Pair) -> Iterator[_Told]:
    """Yield the neighbouring names of the claim that the passage has, too, with an answered verb between them."""
    ours = names_in(pair.claim.text)
    inside = tuple([one for one in names_in(pair.passage.text) if pair.start <= one.start < pair.end]) if ours else ()
    if not inside:
        return  # the word that opens a text can be one name more, and two are asked for
    theirs = _opened(pair.stretch, inside, (ours, pair.claim.words))
    told = _opened(pair.claim.words, ours, (inside, pair.stretch)) if len(theirs) > 1 else ()
    for doer, other in (*pairwise(told), *zip(told, told[2:], strict=False)):  # "bought the Torvik mine from Brixley"
        first = next((one for one in theirs if alike(one.text, other.text)), None)
        last = next((one for one in theirs if alike(one.text, doer.text)), None) if first is not None else None
        if first is None or last is None or alike(doer.text, other.text):
            continue
        verbs = [one for one in pair.partners if _tells(one) and _between(doer, one.claim, other)]
        verbs += [one for one in pair.partners if _tells(one) and _won_against(pair.claim.text, doer, one.claim, other)]
        turned = first.start < last.start
        first, last = sorted((first, last), key=lambda one: one.start)
        text = pair.passage.text
        near = (one for one in verbs if _between(first, one.passage, last))
        verb = next(near, None) or next((one for one in verbs if _won_against(text, first, one.passage, last)), None)
        if (
            verb is None
            or is_suffered(pair, verb)
            or (
                is_known_verb(verb.claim.folded)
                and not (
                    _are_bare(pair.claim.text, doer, verb.claim, other) and _are_bare(text, first, verb.passage, last)
                )
            )
        ):
            continue
        by = _by(pair.claim.text, verb.claim.end, other) != _by(text, verb.passage.end, last)
        by = by or _leads(pair.claim.text, verb.claim, other) * _leads(text, verb.passage, last) < 0
        yield _Told(doer, verb, other, first, last, turned, by)


def _nouns_turned(pair: Pair) -> Iterator[Reason]:
    """Yield at most one reason where what stands on both sides of a verb, not two names, has changed sides."""
    told = [one for one in pair.partners if one.kind != "opposite" and not is_light(one.claim)]
    for doer, verb, other in zip(told, told[1:], told[2:], strict=False):
        named = doer.claim.text[0].isupper() and other.claim.text[0].isupper()
        turned = _stand_in_row(other.passage, verb.passage, doer.passage)
        if named or not turned or not _stand_in_row(doer.claim, verb.claim, other.claim) or not _tells(verb):
            continue
        if is_known_verb(verb.claim.folded) or _only_says_which(pair, doer, verb) or is_suffered(pair, verb):
            continue
        if any(noun is verb for noun, _ in origins(pair)):  # "nurses" is no verb there
            continue
        tells = (
            tells_behind(pair.claim.text, verb.claim, other.claim),
            tells_behind(pair.passage.text, verb.passage, doer.passage),
        )
        if any(tells):
            continue  # "three men were arrested, police said": nobody did it to the police
        by = [
            " by " in text[word.end : last.start + 1]
            for text, word, last in (
                (pair.claim.text, verb.claim, other.claim),
                (pair.passage.text, verb.passage, doer.passage),
            )
        ]
        if by[0] == by[1] and not _told_so_elsewhere(pair, doer, verb, other):
            ours = f"{doer.claim.text} {verb.claim.text} {other.claim.text}"
            theirs = f"{other.passage.text} {verb.passage.text} {doer.passage.text}"
            yield Reason(
                comparator="roles",
                facet=Facet.WHO,
                polarity=Polarity.CONTEXT,
                strength=STRENGTH,
                message=f"the other way round: {ours} / {theirs}",
                claim_spans=(_span(doer.claim), _span(other.claim)),
                passage_spans=(_span(other.passage), _span(doer.passage)),
            )
            return


def _only_says_which(pair: Pair, doer: Partner, verb: Partner) -> bool:
    """Whether the verb of the claim stands before its noun, behind another verb: "has 14 operating reactors"."""
    between = pair.claim.text[doer.claim.end : verb.claim.start].split()
    return verb.claim.folded.endswith("ing") and any(word in _HAS for word in between)


_HAS = frozenset(["has", "have", "had", "is", "are", "was", "were"])


def _stand_in_row(first: Word, verb: Word, last: Word) -> bool:
    return 0 <= verb.start - first.end <= NEAR and 0 <= last.start - verb.end <= FAR


def _told_so_elsewhere(pair: Pair, doer: Partner, verb: Partner, other: Partner) -> bool:
    """Whether the stretch says it the claim's way round, too."""
    places: dict[str, list[Word]] = {}
    for word in pair.stretch:
        places.setdefault(word.stem, []).append(word)
    return any(
        _stand_in_row(first, middle, last)
        for first in places.get(doer.passage.stem, ())
        for middle in places.get(verb.passage.stem, ())
        for last in places.get(other.passage.stem, ())
    )


def _span(word: Word) -> Span:
    return Span(word.start, word.end, word.text)


def settle_roles(pair: Pair, reasons: Sequence[Reason]) -> list[Reason]:
    """Return the reasons, with names that change sides as a conflict where a date or figure agrees, or both compare."""
    if not any(one.comparator == "roles" for one in reasons):
        return list(reasons)
    agreed = any(one.comparator in ("dates", "numbers") and one.polarity is Polarity.SUPPORTS for one in reasons)
    agreed = agreed or all("than" in text for text in (pair.claim.vocabulary, pair.told))  # "more cars than Japan"
    agreed = agreed or _changes_hands_once(pair)
    if not agreed or pair.coverage < LEAST_ONE_EVENT:
        return list(reasons)
    return [
        replace(one, polarity=Polarity.OPPOSES, strength=ONE_EVENT_STRENGTH) if one.comparator == "roles" else one
        for one in reasons
    ]


def _changes_hands_once(pair: Pair) -> bool:
    """Whether both texts tell who gave one and the same thing to whom: "supplied the missiles"."""
    given = any(one.kind == "same" and one.claim.stem in _GIVING for one in pair.partners)
    return given and any(
        one.kind == "same" and not is_name(one.claim) and _is_definite(pair.claim.text, one.claim)
        and _is_definite(pair.passage.text, one.passage)
        for one in pair.partners
    )  # fmt: skip


def _is_definite(text: str, word: Word) -> bool:
    return text[max(0, word.start - 4) : word.start].casefold() == "the "


_GIVING = frozenset(
    stem(word)
    for word in (
        *("supply", "supplied", "sell", "sold", "buy", "bought", "give", "gave", "given", "deliver", "lend", "lent"),
        *("send", "sent", "donate", "lease", "transfer", "export", "ship", "cede"),
    )
)
"""By what one thing changes hands."""


def _tells(partner: Partner) -> bool:
    word = partner.claim
    told = any(is_verb(one.folded) or is_known_verb(one.folded) for one in (word, partner.passage))
    told = told and word.stem not in MUTUAL
    return told and not (are_converse(partner) or is_name(word) or is_light(word) or partner.kind == "opposite")


def are_converse(partner: Partner) -> bool:
    """Whether a verb and the one that stands for it say the same of each other's sides."""
    return partner.kind == "converse" or frozenset([partner.claim.stem, partner.passage.stem]) in _CONVERSES


_CONVERSES = frozenset(
    frozenset(map(stem, pair.split()))
    for pair in (
        "spend cost",
        "spent cost",
        "spends cost",
        "ausgeben kosten",
        "employ work",
        "defeat lose",
        "defeat lost",
        "beat lose",
        "beat lost",
    )
)
"""Verbs that say the same of each other's sides: the town spends what the hall costs it."""


MUTUAL = frozenset(
    stem(word)
    for word in (
        *("meet", "met", "marry", "wed", "divorce", "fight", "fought", "face", "play", "debate", "embrace", "join"),
        *("border", "resemble", "draw", "drew", "tie", "merge", "date", "talk", "match", "equal", "rival"),
    )
)
"""Verbs that say the same both ways."""


def _are_bare(text: str, first: Span, verb: Word, last: Span) -> bool:
    """Whether two names of a German sentence stand right beside its verb, with no article to tell who does it.

    "Frankreich lieh Portugal …" can be read one way; "Den Vertrag schloss der Minister" tells who did it by its cases.
    """
    return first.start == 0 and text[first.end : verb.start] == text[verb.end : last.start] == " "


def _between(first: Span, verb: Word, last: Span) -> bool:
    return 0 <= verb.start - first.end <= NEAR and 0 <= last.start - verb.end <= FAR


def _won_against(text: str, first: Span, verb: Word, last: Span) -> bool:
    """Whether a verb between two names is that of the first, and the second is whom it was done against."""
    told = 0 <= verb.start - first.end <= NEAR and 0 <= last.start - verb.end <= AGAINST
    return told and text[verb.end : last.start].endswith((" against ", " over ", " gegen ", *_TO, *_FROM))


_TO, _FROM = (" to ", " an "), (" from ", " von ")


def _leads(text: str, verb: Word, last: Span) -> int:
    """Return 1 where a verb leads to the second name by "to", -1 by "from": who leases to one, that one leases from."""
    between = text[verb.end : last.start]
    return between.endswith(_TO) - between.endswith(_FROM)


def _by(text: str, start: int, name: Span) -> bool:
    """Whether "by" stands before a name: the one who does it comes last."""
    return " by " in f"{text[start : name.start]} "


def _said(text: str, doer: Span, verb: Word, other: Span) -> str:
    """Return who does it to whom, with the "by" that turns it round."""
    by = " by" if _by(text, verb.end, other) else ""
    return f"{doer.text} {verb.text}{by} {other.text}"


def _opened(
    words: Sequence[Word], names: tuple[Span, ...], others: tuple[tuple[Span, ...], Sequence[Word]]
) -> tuple[Span, ...]:
    """Return the names with the word that opens the text, where the other text has that with a capital, too.

    `others`: the names and the words of the other text.
    """
    if not words or not words[0].text[0].isupper() or (names and names[0].start <= words[0].start):
        return names
    first = Span(words[0].start, words[0].end, words[0].text)
    told = not words[0].is_stop and any(one.text == first.text for one in others[1])
    return (first, *names) if told or any(alike(first.text, one.text) for one in others[0]) else names
