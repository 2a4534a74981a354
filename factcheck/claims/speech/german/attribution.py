"""Find who is reported to say what in a German sentence: „…“, sagte X; X sagte, …; laut X; X zufolge; so X."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.sentence.grammar import Token
from factcheck.claims.speech.german import words
from factcheck.claims.speech.german.beliefs import believing
from factcheck.claims.speech.german.phrases import (
    LEADING,
    PHRASE_TOKENS,
    first_constituent,
    noun_phrase,
    past_attributes,
    speaker_behind,
)
from factcheck.claims.speech.german.sources import according, following
from factcheck.claims.speech.german.speaking_of import speaking_of
from factcheck.claims.speech.german.unsaid import is_unsaid
from factcheck.claims.speech.scan import Attribution, Scan, content_span, quotation_end
from factcheck.text.languages.german_verbs import may_be_finite

Range = tuple[int, int]

NAME_TOKENS = 2  # a first name and a surname
ADVERBIAL_TOKENS = 18  # how far what is said can stand behind its verb
_CLOSING = frozenset('“”"«»‹›')
_NO_TAGS = words.HAVE | {
    "hätte",
    "hätten",
    "werden",
    "wurden",
    "wurde",
    "konnte",
    "konnten",
    "sollte",
    "sollten",
    "wollte",
}
CONTENT_WORDS = 2  # words that an unquoted content before ", sagte X" has at least


def german(scan: Scan) -> Iterator[Attribution]:
    """Read the attributions of a German sentence, the surest first; their contents can overlap."""
    begin, end = 0, len(scan.tokens)
    for one in speaking_of(scan):
        yield one
        low, high = (at - scan.sentence.start for at in one.content)
        yield from _verbs(scan, 0, next(k for k, t in enumerate(scan.tokens) if t.start >= low))
        begin = next((k + 1 for k, t in enumerate(scan.tokens) if t.start >= high), end)
    yield from _verbs(scan, begin, end)
    yield from _tagged(scan)
    yield from believing(scan)
    yield from according(scan)
    yield from following(scan)
    yield from _announced(scan)


def _verbs(scan: Scan, begin: int, end: int) -> Iterator[Attribution]:
    """Read the verbs of saying from the token `begin` on, where a main clause begins, up to `end`."""
    tokens = scan.tokens
    for index, token in enumerate(tokens[:end]):
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


def _tagged(scan: Scan) -> Iterator[Attribution]:
    """Read the clause of any verb that stands first behind a quotation: "„…“, freute sich X", "„…“, scherzte X"."""
    tokens = scan.tokens
    for index in range(2, len(tokens) - 1):
        tag = tokens[index - 1].text in ",–—" and tokens[index - 2].quotation and not tokens[index].capital
        if tag and may_be_finite(tokens[index].text) and not _is_closed(tokens[index]):
            yield from _behind(scan, index)


def _is_closed(token: Token) -> bool:
    return token.lower in words.PREPOSITIONS | words.ADVERBS | words.DETERMINERS or token.lower in _NO_TAGS


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
    subject = first_constituent(tokens, index) or speaker_behind(tokens, index)
    return subject is not None and tokens[subject[1] - 1].lower.endswith(words.DECIDERS)


def _behind(scan: Scan, index: int) -> Iterator[Attribution]:
    """Read "…, sagte X", with what X goes on to say."""
    tokens = scan.tokens
    at = index - 1
    if at < 0 or not (tokens[at].quotation or tokens[at].text in ",?!–—"):
        return
    edge = at if tokens[at].quotation else at - 1
    subject = speaker_behind(tokens, index)
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
    phrase = noun_phrase(tokens, 1 if tokens[0].lower in LEADING else 0)
    if phrase is None or tokens[verb - 1].text != "," or phrase[1] >= verb:
        return False
    named = any(token.text == "," for token in tokens[: phrase[1]])
    if phrase[1] == verb - 1 or tokens[phrase[1]].text != ",":
        return named and phrase[1] == verb - 1
    begin, closes = phrase[1] + 1, all(token.text != "," for token in tokens[phrase[1] + 1 : verb - 1])
    office = noun_phrase(tokens, begin)
    described = office is not None and past_attributes(tokens, office[1]) == verb - 1
    relative = tokens[begin].lower in words.RELATIVES and not tokens[verb - 2].capital
    return closes and (described or relative)


def _before(scan: Scan, index: int, start: int) -> Iterator[Attribution]:
    """Read "X sagte, …", "Am Montag sagte X: „…“" and, without a clause, "X forderte mehr Geld".

    `start`: where its main clause begins, behind a semicolon.
    """
    tokens = scan.tokens
    finite = _finite(tokens, index)
    first = first_constituent(tokens, finite, start) or _document(tokens, index)
    subject, after = first, index + 1
    if first is None:
        subject = speaker_behind(tokens, finite)
        after = max(after, subject[1]) if subject else after
    if subject is None:
        return
    begin = _content_begin(tokens, after)
    verb = tokens[index].lower
    if begin > 0 and not _denies_clause(tokens, index, begin):
        act = None if tokens[begin].quotation else _next_act(tokens, begin)
        end = quotation_end(tokens, begin) if tokens[begin].quotation else len(scan.sentence.text)
        content = content_span(scan.sentence, tokens[begin].start, tokens[act[0]].start if act else end)
        if content is not None:
            yield Attribution(content, scan.cue(index), scan.span(subject), "preposed", 0.85)
        more = content_span(scan.sentence, tokens[act[1]].start, end) if act else None
        if act and more is not None:
            yield Attribution(more, scan.cue(act[1]), scan.span(subject), "speech-act", 0.6, whole_clause=True)
    elif verb in words.ACTS or words.PARTICLES.get(verb, frozenset()) & words.ACTS_WITH:
        stop = next((k for k in range(after, len(tokens)) if tokens[k].text == ";"), len(tokens))
        goes_on = any(t.quotation or t.lower in words.SAYING for t in tokens[stop:])  # of somebody else
        end = tokens[stop].start if goes_on else len(scan.sentence.text)
        content = content_span(scan.sentence, tokens[start].start if start else 0, end)
        if content is not None:
            yield Attribution(content, scan.cue(index), scan.span(subject), "speech-act", 0.6, whole_clause=True)


def _next_act(tokens: Sequence[Token], begin: int) -> Range | None:
    """Return where a clause with "dass" ends and by which verb its speaker goes on: "dass es stimme|, schloss …"."""
    for at in range(begin + 2, len(tokens) - 2) if tokens[begin].lower in ("dass", "ob", "wie") else ():
        verb = at + 1 + (tokens[at + 1].lower in ("und", "aber"))
        ends = tokens[at].text == "," and tokens[at - 1].word and not tokens[at - 1].capital  # its verb stands last
        if ends and tokens[verb].lower in words.SAYING | words.ACTS | {"schloss", "schließt"}:
            return at, verb
    return None


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


def _announced(scan: Scan) -> Iterator[Attribution]:
    """Read "X tut dies und jenes: „…“": the subject of the clause before the colon speaks."""
    tokens = scan.tokens
    colon = next((k for k in range(1, len(tokens) - 1) if tokens[k].text == ":" and tokens[k + 1].quotation), -1)
    if colon < 0:
        return
    subject = noun_phrase(tokens, int(tokens[0].lower == "für"))  # "Für Lenz ist klar: „…“"
    if subject is None:
        behind = (noun_phrase(tokens, k + 1) for k in range(1, colon - 1) if _may_be_verb(tokens[k]))
        subject = next((found for found in behind if found is not None), None)
    content = content_span(scan.sentence, tokens[colon + 1].start, quotation_end(tokens, colon + 1))
    if subject is not None and content is not None and subject[1] <= colon:
        yield Attribution(content, scan.cue(colon), scan.span(subject), "colon", 0.7)


def _may_be_verb(token: Token) -> bool:
    closed = words.PREPOSITIONS | words.ADVERBS | words.DETERMINERS | words.PRONOUNS
    return token.word and not token.capital and token.lower not in closed


__all__ = ["german"]
