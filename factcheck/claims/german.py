"""Find who is reported to say what in a German sentence: „…“, sagte X; X sagte, …; laut X; X zufolge; so X.

Method: a German main clause has its verb second, so that its subject is the whole first constituent, or stands right
behind the verb where that constituent is an adverbial or the words themselves. A noun phrase is read from its article
or its capital letter rightwards over genitives; what names nobody is no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims import german_words as words
from factcheck.claims import grammar
from factcheck.claims.german_unsaid import is_unsaid
from factcheck.claims.grammar import MASK, Token
from factcheck.claims.scan import Attribution, Scan, content_span, quotation_end
from factcheck.text.particles import PARTICLES

Range = tuple[int, int]

NAME_TOKENS = 2  # a first name and a surname
PHRASE_TOKENS = 16  # a longer "phrase" is a clause
ADVERBIAL_TOKENS = 18  # how far what is said can stand behind its verb
_CLOSING = frozenset('“”"«»')
CONTENT_WORDS = 2  # words that an unquoted content before ", sagte X" has at least

_ACCORDING = re.compile(
    rf"\b(?P<cue>[Ll]aut|[Nn]ach\s(?!eigenen){words.STATEMENTS}(?:\s(?:von|vom))?|[Gg]emäß)\s"
    r"|\b[Nn]ach\s(?P<compound>[A-ZÄÖÜ][\wäöüß-]+?)s?angaben\b"
)
_LEADING = frozenset(["und", "aber", "doch", "denn", "auch", "selbst", "sogar", "nur"])
"""Words that stand before the first constituent: "Auch | der Bund kritisierte …"."""
_RETIRED = (["a", ".", "D."], ["a.D", "."], ["i", ".", "R."], ["i.R", "."])
_DATED = re.compile(r"\s(?:aus\sdem\sJahre?|von|vom\s[A-ZÄ]\w{2,8})\s(?:19|20)\d\d\b")
"""When a document is of, which is no part of what it says: "laut einem Gutachten aus dem Jahr 2022"."""
_PARTY = re.compile(r"\s\([^()\n]{1,40}\)")
"""What stands in brackets behind a name: "nach Angaben der Bürgermeisterin Sabine Kroll (SPD)"."""
_OWN = re.compile(rf"\b(?:[Nn]ach\seigene[nr]\s{words.STATEMENTS}|[Ee]igene[nr]\s{words.STATEMENTS}\szufolge)")
_NOMINAL = re.compile(rf"(?:\w+en\s)?{words.STATEMENTS}\s(?:von\s|vom\s)?")


def german(scan: Scan) -> Iterator[Attribution]:
    """Read the attributions of a German sentence, the surest first; their contents can overlap."""
    yield from _verbs(scan)
    yield from _according(scan)
    yield from _following(scan)
    yield from _announced(scan)


# --- verbs of saying --------------------------------------------------------------------------------------------------


def _verbs(scan: Scan) -> Iterator[Attribution]:
    tokens, begin = scan.tokens, 0
    for index, token in enumerate(tokens):
        if index < begin or token.lower not in words.SAYING or (token.capital and index > 0):
            continue
        if not _whole_verb(tokens, index):
            continue
        if is_unsaid(tokens, index) or _contests(tokens, index) or _does(tokens, index):
            continue
        found = list(_behind(scan, index)) or list(_before(scan, index, begin))
        yield from found
        if found:
            begin = next((k + 1 for k in range(index, len(tokens)) if tokens[k].text == ";"), len(tokens))


def _whole_verb(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a verb with a particle ("fügte … hinzu") has it in its clause."""
    wanted = words.PARTICLES.get(tokens[index].lower)
    if wanted is None:
        return True
    return any(t.lower in wanted for t in tokens[index + 1 :] if not t.capital)


def _contests(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "bestritt" tells of a match, or of a living, and of no denial."""
    contests = tokens[index].lower.startswith("bestr")
    return contests and any(t.capital and t.lower.endswith(words.CONTESTED) for t in tokens)


def _does(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "lehnte … ab" tells of a decision, and "meldete" of what is no report."""
    verb, behind = tokens[index].lower, tokens[index + 1 :]
    if verb in words.REPORTED:
        return any(t.lower in words.NO_REPORTS for t in behind if not t.capital)
    if verb not in words.REJECTS or any(t.quotation or t.lower.endswith(words.CHARGES) for t in tokens):
        return False
    subject = _first_constituent(tokens, index) or _speaker_behind(tokens, index)
    return subject is not None and tokens[subject[1] - 1].lower.endswith(words.DECIDERS)


def _behind(scan: Scan, index: int) -> Iterator[Attribution]:
    """Read "…, sagte X", with what X goes on to say."""
    tokens = scan.tokens
    at = index - 1
    if at < 0 or not (tokens[at].quotation or tokens[at].text in ",?!–—"):
        return
    edge = at if tokens[at].quotation else at - 1
    subject = _speaker_behind(tokens, index)
    if subject is None or edge < 0:
        return
    quoted = tokens[edge].quotation or tokens[edge].text in _CLOSING  # two quoted words are not masked
    if not quoted and _only_subject(tokens, index):
        return
    if not quoted and sum(t.word for t in tokens[: edge + 1]) < CONTENT_WORDS:
        return
    content = content_span(scan.sentence, 0, tokens[edge].end)
    if quoted and any(t.text == ":" for t in tokens[:edge]):
        content = content_span(scan.sentence, tokens[edge].start, tokens[edge].end)
    if content is not None:
        yield Attribution(content, scan.cue(index), scan.span(subject), "postposed", 0.9 if quoted else 0.8)
    second = next((k for k in range(subject[1], len(tokens)) if tokens[k].quotation), -1)
    if quoted and second > 0 and tokens[second - 1].text in ",:.–—":
        more = content_span(scan.sentence, tokens[second].start, quotation_end(tokens, second))
        if more is not None:
            yield Attribution(more, scan.cue(index), scan.span(subject), "postposed-second-half", 0.9)


def _only_subject(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether only a verb's subject with its apposition or clause stands before it: "Jan Kohl, Leiter, |"."""
    phrase = noun_phrase(tokens, 1 if tokens[0].lower in _LEADING else 0)
    if phrase is None or tokens[verb - 1].text != "," or phrase[1] >= verb:
        return False
    named = any(token.text == "," for token in tokens[: phrase[1]])
    if phrase[1] == verb - 1 or tokens[phrase[1]].text != ",":
        return named and phrase[1] == verb - 1
    begin, closes = phrase[1] + 1, all(token.text != "," for token in tokens[phrase[1] + 1 : verb - 1])
    office = noun_phrase(tokens, begin)
    described = office is not None and _past_attributes(tokens, office[1]) == verb - 1
    relative = tokens[begin].lower in words.RELATIVES and not tokens[verb - 2].capital
    return closes and (described or relative)


def _speaker_behind(tokens: Sequence[Token], verb: int) -> Range | None:
    """Return the subject behind a verb; of "heißt es in dem Bericht" it is the document."""
    at = verb + 1
    while at < len(tokens) and tokens[at].lower in ("sich", "auch", "dazu", "darauf"):
        at += 1
    if at < len(tokens) and tokens[at].lower == "es":
        if at + 1 < len(tokens) and tokens[at + 1].lower in ("in", "im", "aus", "bei", "beim", "von"):
            return noun_phrase(tokens, at + 2)
        return None
    return noun_phrase(tokens, at)


def _before(scan: Scan, index: int, start: int) -> Iterator[Attribution]:
    """Read "X sagte, …", "Am Montag sagte X: „…“" and, without a clause, "X forderte mehr Geld".

    `start`: where its main clause begins, behind a semicolon.
    """
    tokens = scan.tokens
    finite = _finite(tokens, index)
    first = _first_constituent(tokens, finite, start) or _document(tokens, index)
    subject, after = first, index + 1
    if first is None:
        subject = _speaker_behind(tokens, finite)
        after = max(after, subject[1]) if subject else after
    if subject is None:
        return
    begin = _content_begin(tokens, after)
    verb = tokens[index].lower
    if begin > 0 and not _denies_clause(tokens, index, begin):
        end = quotation_end(tokens, begin) if tokens[begin].quotation else len(scan.sentence.text)
        content = content_span(scan.sentence, tokens[begin].start, end)
        if content is not None:
            yield Attribution(content, scan.cue(index), scan.span(subject), "preposed", 0.85)
    elif verb in words.ACTS or words.PARTICLES.get(verb, frozenset()) & words.ACTS_WITH:
        stop = next((k for k in range(after, len(tokens)) if tokens[k].text == ";"), len(tokens))
        goes_on = any(t.quotation or t.lower in words.SAYING for t in tokens[stop:])  # of somebody else
        end = tokens[stop].start if goes_on else len(scan.sentence.text)
        content = content_span(scan.sentence, tokens[start].start if start else 0, end)
        if content is not None:
            yield Attribution(content, scan.cue(index), scan.span(subject), "speech-act", 0.6, whole_clause=True)


def _finite(tokens: Sequence[Token], index: int) -> int:
    """Return where the auxiliary of a perfect stands ("Lenz | hat das bestritten: …"), or `index`."""
    low = index
    while low > 0 and (tokens[low - 1].word or _closes_apposition(tokens, low - 1)):
        low -= 1
    has = next((k for k in range(low, index) if tokens[k].lower in ("hat", "haben", "hatte", "hatten")), index)
    return has if tokens[index].lower in words.DENYING | words.SAID else index


def _closes_apposition(tokens: Sequence[Token], comma: int) -> bool:
    """Tell whether a comma stands on either side of a name: "hatte der Leiter, Jan Kohl, | gesagt"."""
    if tokens[comma].text != ",":
        return False
    before = next((k for k in range(comma - 1, -1, -1) if not tokens[k].capital), -1)
    behind = next((k for k in range(comma + 1, len(tokens)) if not tokens[k].capital), len(tokens))
    named = (before, comma) if before >= 0 and tokens[before].text == "," else (comma, behind)
    closed = named[1] < len(tokens) and tokens[named[1]].text == ","
    return closed and NAME_TOKENS <= named[1] - named[0] - 1 <= PHRASE_TOKENS


def _denies_clause(tokens: Sequence[Token], verb: int, begin: int) -> bool:
    """Tell whether what follows is what somebody denies, and not what they say: "bestritt, | dass …"."""
    if (
        tokens[verb].lower not in words.DENYING
        or tokens[begin].quotation
        or any(t.lower == "hin" for t in tokens[verb:])
    ):
        return False
    return tokens[begin - 1].text != ":"


def _document(tokens: Sequence[Token], verb: int) -> Range | None:
    """Return the document of "In dem Bericht heißt es"."""
    it = verb + 1 < len(tokens) and tokens[verb + 1].lower == "es"
    return noun_phrase(tokens, 1) if it and tokens[0].lower in ("in", "im", "aus", "bei") and verb > 1 else None


def _first_constituent(tokens: Sequence[Token], verb: int, start: int = 0) -> Range | None:
    """Return the subject that stands before a verb, from the head of its clause; None for an adverbial."""
    low = start + (verb > start + 1 and tokens[start].lower in _LEADING)
    phrase = noun_phrase(tokens, low)
    if phrase is None or tokens[low].lower in words.OBJECTS:
        return None
    following = tokens[phrase[1]].lower
    if following in words.APART and words.SPANS & {t.lower for t in tokens[slice(*phrase)]}:
        return None  # "Drei Wochen | später sagte sie"
    if phrase[1] == verb or following in words.ADVERBS:
        return phrase
    if following in words.HAVE and tokens[verb].lower in words.DENIED | words.SAID:
        return phrase
    parted = tokens[phrase[1]].text in (",", "(") and tokens[verb - 1].text in (",", ")")
    return phrase if parted and verb - low <= PHRASE_TOKENS + phrase[1] else None


def _content_begin(tokens: Sequence[Token], after: int) -> int:
    """Return where what is said begins: a quotation, or what follows a comma or colon; -1 where nothing does."""
    limit = min(len(tokens) - 1, after + ADVERBIAL_TOKENS)
    for at in range(after, limit):
        if tokens[at].text == ";":
            return -1
        if tokens[at].quotation:
            return at
        if tokens[at].text == ":" or (tokens[at].text == "," and not _apposition(tokens, at)):
            return at + 1
    return -1


def _apposition(tokens: Sequence[Token], comma: int) -> bool:
    """Tell whether a noun phrase and a second comma follow: "sagte Anna Weber, Sprecherin der Stadt, …"."""
    phrase = noun_phrase(tokens, comma + 1)
    return phrase is not None and phrase[1] < len(tokens) and tokens[phrase[1]].text == ","


# --- "laut X", "X zufolge", "nach Angaben von X", "so X", "wie X mitteilte" -------------------------------------------


def _according(scan: Scan) -> Iterator[Attribution]:
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
        if token.lower == "zufolge" and index > 0 and (subject := _phrase_ending(tokens, index)):
            start = tokens[subject[0]].start
            named = _NOMINAL.match(text, start)
            low = named.end() if named and named.end() < tokens[index - 1].end else start
            mention = scan.sentence.at(low, tokens[index - 1].end)
            yield from _around(scan, start, token.end, mention, scan.cue(index))


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
    """Return the noun phrase that ends right before `end`, the longest one."""
    for low in range(max(0, end - PHRASE_TOKENS), end):
        opens = low == 0 or not tokens[low].capital or not tokens[low - 1].capital
        phrase = noun_phrase(tokens, low) if opens else None
        if phrase is not None and phrase[1] == end:
            return phrase
    return None


def _following(scan: Scan) -> Iterator[Attribution]:
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


def _announced(scan: Scan) -> Iterator[Attribution]:
    """Read "X tut dies und jenes: „…“": the subject of the clause before the colon speaks."""
    tokens = scan.tokens
    colon = next((k for k in range(1, len(tokens) - 1) if tokens[k].text == ":" and tokens[k + 1].quotation), -1)
    if colon < 0:
        return
    subject = noun_phrase(tokens, 0)
    if subject is None:
        behind = (noun_phrase(tokens, k + 1) for k in range(1, colon - 1) if _may_be_verb(tokens[k]))
        subject = next((found for found in behind if found is not None), None)
    content = content_span(scan.sentence, tokens[colon + 1].start, quotation_end(tokens, colon + 1))
    if subject is not None and content is not None and subject[1] <= colon:
        yield Attribution(content, scan.cue(colon), scan.span(subject), "colon", 0.7)


def _may_be_verb(token: Token) -> bool:
    closed = words.PREPOSITIONS | words.ADVERBS | words.DETERMINERS | words.PRONOUNS
    return token.word and not token.capital and token.lower not in closed


# --- noun phrases -----------------------------------------------------------------------------------------------------


def noun_phrase(tokens: Sequence[Token], low: int) -> Range | None:
    """Return the noun phrase that begins at `low`, with its genitives and a name in apposition; None for none."""
    if low >= len(tokens) or not tokens[low].word:
        return None
    first = tokens[low]
    if first.lower in words.PRONOUNS and first.lower != "es":
        return low, low + 1
    if first.lower in words.DETERMINERS:
        high = _past_adjectives(tokens, low + 1)
        high = _past_nouns(tokens, high)
        return (low, _past_attributes(tokens, high)) if high > low + 1 else None
    if not first.capital or first.lower in words.PREPOSITIONS | words.ADVERBS or first.lower in words.SAYING:
        return None
    high = _past_nouns(tokens, low)
    return (low, high) if high > low else None


def _past_adjectives(tokens: Sequence[Token], at: int) -> int:
    """Step over adjectives, where a noun follows them."""
    high = at
    while high < len(tokens) and high - at < 4 and _adjective(tokens[high]):  # noqa: PLR2004 - more is a clause
        high += 1
    return high if high < len(tokens) and tokens[high].capital else at


def _adjective(token: Token) -> bool:
    plain = token.word and not token.capital and token.lower not in words.PREPOSITIONS | words.DETERMINERS
    return plain and token.lower.endswith(("e", "en", "er", "es", "em"))


def _past_nouns(tokens: Sequence[Token], at: int) -> int:
    high = at
    while high < len(tokens) and _names(tokens, high) and high - at < PHRASE_TOKENS:
        high += 1
        high += _retired(tokens, high)
    return high


def _retired(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens "a. D." or "i. R." takes behind an office: who bears it holds it no longer."""
    written = [token.text for token in tokens[at : at + 3]]
    return next((len(one) for one in _RETIRED if written[: len(one)] == one), 0)


def _names(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text in PARTICLES and at > 0:
        return grammar.in_name(tokens, at) and not _is_noun(tokens[at - 1])
    marks = token.text in "„“”»«" and 0 < at < len(tokens) - 1 and (tokens[at - 1].capital or tokens[at + 1].capital)
    return marks or (token.word and token.capital and token.lower not in words.TIMES)


def _is_noun(token: Token) -> bool:
    """Tell whether a capitalised word before "von" is a noun that "von" parts from a name ("Sprecher von Siemens")."""
    return token.lower.endswith(("er", "in", "ung", "rat", "chef", "mann", "frau", "ent"))


def _past_attributes(tokens: Sequence[Token], at: int) -> int:
    """Step over genitives, "von X", "für X" and a name in apposition behind a noun."""
    high = at
    while high + 1 < len(tokens) and high - at < PHRASE_TOKENS:
        joins = tokens[high].lower in words.GENITIVE | {"von", "vom", "für", "beim"}
        begin = high + 1 + (tokens[high].lower in ("von", "für") and tokens[high + 1].lower in words.DETERMINERS)
        end = _past_nouns(tokens, _past_adjectives(tokens, begin))
        if not joins or end <= begin or tokens[end - 1].lower.endswith(words.OUTLETS):
            break
        high = end
    if high + 2 < len(tokens) and tokens[high].text == ",":
        end = _past_nouns(tokens, high + 1)
        closes = end >= len(tokens) or tokens[end].text in ",.:"
        if end - high > 2 and closes:  # noqa: PLR2004 - a full name: two words behind the comma
            return end
    return high


__all__ = ["german", "noun_phrase"]
