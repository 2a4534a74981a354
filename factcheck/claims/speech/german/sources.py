"""Read the sources that a German sentence names: laut X; X zufolge; nach Angaben von X; so X; wie X mitteilte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims.sentence.grammar import MASK, Token
from factcheck.claims.speech.german import words
from factcheck.claims.speech.german.phrases import PHRASE_TOKENS, noun_phrase
from factcheck.claims.speech.scan import Attribution, Scan, content_span
from factcheck.text.languages.german_verbs import may_be_finite

Range = tuple[int, int]

_ACCORDING = re.compile(
    rf"\b(?P<cue>[Ll]aut|[Nn]ach\s(?!eigenen){words.STATEMENTS}(?:\s(?:von|vom))?|[Gg]emäß|"
    r"[Aa]us\s(?:der\s)?(?:Sicht|Perspektive)(?:\s(?:von|vom))?)\s"
    r"|\b[Nn]ach\s(?P<compound>[A-ZÄÖÜ][\wäöüß-]+?)s?angaben\b"
)
_DATED = re.compile(r"\s(?:aus\sdem\sJahre?|von|vom\s[A-ZÄ]\w{2,8})\s(?:19|20)\d\d\b")
"""When a document is of, which is no part of what it says: "laut einem Gutachten aus dem Jahr 2022"."""
_PARTY = re.compile(r"\s\([^()\n]{1,40}\)")
"""What stands in brackets behind a name: "nach Angaben der Bürgermeisterin Sabine Kroll (SPD)"."""
_OWN = re.compile(rf"\b(?:[Nn]ach\seigene[nr]\s{words.STATEMENTS}|[Ee]igene[nr]\s{words.STATEMENTS}\szufolge)")
_NOMINAL = re.compile(rf"(?:\w+en\s)?{words.STATEMENTS}\s(?:von\s|vom\s)?")


def according(scan: Scan) -> Iterator[Attribution]:
    """Read "laut X", "nach Angaben von X", "nach eigenen Angaben" and "X zufolge"."""
    text, tokens = scan.sentence.text, scan.tokens
    for cue in _ACCORDING.finditer(text):
        if compound := cue.group("compound"):
            low = cue.start("compound")
            mention = scan.sentence.at(low, low + len(compound))
            yield from _around(scan, cue.start(), cue.end(), mention, scan.sentence.at(*cue.span()))
            continue
        at = next((k for k, t in enumerate(tokens) if t.start >= cue.end("cue")), len(tokens))
        subject = noun_phrase(tokens, at)
        if subject is not None:
            behind = _DATED.match(text, tokens[subject[1] - 1].end) or _PARTY.match(text, tokens[subject[1] - 1].end)
            end = behind.end() if behind else tokens[subject[1] - 1].end
            yield from _around(scan, cue.start(), end, scan.span(subject), scan.sentence.at(*cue.span("cue")))
    own = _OWN.search(text)
    if own and (subject := _own_subject(tokens, own)):
        yield from _around(scan, own.start(), own.end(), scan.span(subject), scan.sentence.at(*own.span()))
    for index, token in enumerate(tokens):
        names = token.lower == "zufolge" or (token.text == "nach" and _opens_with_source(tokens, index))
        if names and index > 0 and (subject := _phrase_ending(tokens, index)):
            start = tokens[subject[0]].start
            named = _NOMINAL.match(text, start)
            low = named.end() if named and named.end() < tokens[index - 1].end else start
            mention = scan.sentence.at(low, tokens[index - 1].end)
            yield from _around(scan, start, token.end, mention, scan.cue(index))


def _opens_with_source(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "nach" stands behind its source, before the verb: "Einer Studie der Stadt | nach sind …"."""
    dative = tokens[0].lower in ("einer", "einem", "dem", "den", "der", "ihren", "seinen", "diesen", "dieser", "diesem")
    verb = index + 1 < len(tokens) and may_be_finite(tokens[index + 1].text)
    phrase = noun_phrase(tokens, 0) if dative else None
    return phrase is not None and phrase[1] == index and (verb or tokens[index + 1].lower in ("ist", "sind", "war"))


def _own_subject(tokens: Sequence[Token], own: re.Match[str]) -> Range | None:
    """Return whose "own statements" they are: the subject at the head, else the one behind the verb that follows."""
    if own.start() > 0:
        return noun_phrase(tokens, 0)
    verb = next((k for k, t in enumerate(tokens) if t.start >= own.end() and t.word), len(tokens))
    at = verb + 1
    while at < len(tokens) and tokens[at].lower in ("sich", "auch", "dabei", "damit", "inzwischen"):
        at += 1
    return noun_phrase(tokens, at)


def _around(scan: Scan, low: int, high: int, mention: Range, cue: Range) -> Iterator[Attribution]:
    """Attribute what stands beside an adverbial at `[low, high)`: what follows it, precedes it, or all around it."""
    text = scan.sentence.text
    before, after = text[:low].strip(" ,"), text[high:].strip(" ,.!?")
    if not before or (len(before.split()) == 1 and MASK not in before):
        content = content_span(scan.sentence, high, len(text))
    elif not after:
        content = content_span(scan.sentence, 0, low)
    else:
        content = content_span(scan.sentence, 0, len(text))
    if content is not None:
        yield Attribution(content, cue, mention, "according-to", 0.85)


def _phrase_ending(tokens: Sequence[Token], end: int) -> Range | None:
    """Return the noun phrase that ends right before `end`, the longest one; or the pronoun of "ihr zufolge"."""
    if tokens[end - 1].lower in ("ihm", "ihr", "ihnen"):
        return end - 1, end
    for low in range(max(0, end - PHRASE_TOKENS), end):
        opens = low == 0 or not tokens[low].capital or not tokens[low - 1].capital
        phrase = noun_phrase(tokens, low) if opens else None
        if phrase is not None and phrase[1] == end:
            return phrase
    return None


def following(scan: Scan) -> Iterator[Attribution]:
    """Read "…, so X" and "wie X mitteilte"."""
    tokens = scan.tokens
    for index, token in enumerate(tokens):
        parted = index > 0 and (tokens[index - 1].quotation or tokens[index - 1].text == ",")
        subject = noun_phrase(tokens, index + 1)
        if subject is None:
            continue
        if token.lower == "so" and parted and _ends(tokens, subject[1]):
            last = subject[1] if _adverb(tokens, subject[1]) else subject[1] - 1
            yield from _around(scan, token.start, tokens[last].end, scan.span(subject), scan.cue(index))
        elif token.lower == "wie" and (parted or index == 0):
            stop = next((k for k in range(subject[1], len(tokens)) if tokens[k].text == ","), len(tokens))
            verb = next((k for k in range(subject[1], stop) if _reports(tokens[k])), -1)
            if verb >= 0:
                end = tokens[stop - 1].end if stop < len(tokens) else len(scan.sentence.text)
                yield from _around(scan, token.start, end, scan.span(subject), scan.cue(verb))


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an insertion ends at `at`, but for an adverb ("so die Ministerin weiter")."""
    at += _adverb(tokens, at)
    return at >= len(tokens) or not tokens[at].word


def _adverb(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in words.ADVERBS


def _reports(token: Token) -> bool:
    return token.lower in words.SAYING or token.lower in words.REPORTING


__all__ = ["according", "following"]
