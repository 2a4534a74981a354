"""Read what is attributed without a verb in front: "according to X", "in X’s words", ", stressing that …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.clauses import is_finite_or_past, is_passive
from factcheck.claims.sentence.complements import Complement, complement
from factcheck.claims.sentence.grammar import Token
from factcheck.claims.sentence.phrases import phrase_before
from factcheck.claims.sentence.subjects import DOCUMENTS, main_subject, subject_after, subject_before
from factcheck.claims.speech.announced import is_person
from factcheck.claims.speech.issuers import issuer
from factcheck.claims.speech.scan import RESUMES, SPEECH, Attribution, Scan, asserts, content_span, quotation_end
from factcheck.claims.speech.unsaid import is_unsaid, names_nobody, tells_unsaid
from factcheck.claims.speech.voices import other_voice

Pair = tuple[int, int]
Range = tuple[int, int]

_QUOTES = frozenset(["quoted", "quotes", "quoting", "cited", "cites", "citing"])
_TELLING = frozenset(["telling", "asking", "reminding", "warning", "urging"])
_INFERS = frozenset(["suggesting", "indicating"])
"""Participles that draw a conclusion from what happened as often as they report words: "Sales fell, suggesting …"."""
_AS_REPORTED_WORDS = """
    reported reports noted notes wrote writes explained explains observed observes pointed argued argues revealed
    reveals acknowledged acknowledges admitted admits warned warns conceded concedes remarked remarks"""
_AS_REPORTED = frozenset(_AS_REPORTED_WORDS.split())
"""Verbs of "As the Courier reported, …"."""
_IN_WORDS = _AS_REPORTED | {"put", "puts", "words", "points", "point"}
_SOURCED = frozenset(["according", "words", "view", "opinion", "per", "reported", "laut"])
"""The words of `cues.ACCORDING`."""
_MEASURES_WORDS = """
    standards title taste plan plans schedule size age needs ability rules custom tradition"""
_MEASURES = frozenset(_MEASURES_WORDS.split())
"""What something is done according to, and nobody says anything by."""
_BEFORE_NOUNS = grammar.DETERMINERS - {"one", "all", "both", "some", "many", "most", "several", "two", "three"}
SOURCE_TOKENS = 12  # from "as" to "put it"
_CAME_OUT = re.compile(
    r"(?:published|released|issued|conducted|compiled|seen|obtained|based|carried\sout|commissioned|written|drawn\sup|dated|"
    r"first\spublished|due\sout)\b(?=[^,]{2,60},\s)"
)
"""How a text came out, behind its comma: "a report by the guild, | published in February, the service …"."""
_RELATIVE_HEADS = ("which ", "who ", "whose ")
DOCUMENT_TOKENS = 6  # from a document to what it is "saying", with a date between
QUOTED_MIN = 30  # characters; a shorter quotation without a cue is a phrase of the sentence around it


def according(scan: Scan) -> Iterator[Attribution]:
    """Read "according to X", at the head of a sentence, at its end or inserted."""
    tokens = scan.tokens
    if _SOURCED.isdisjoint(scan.words):
        return
    for cue in cues.ACCORDING.finditer(scan.sentence.text):
        last = next((k for k, t in enumerate(tokens) if t.end == cue.end("cue")), -1)
        if [t.lower for t in tokens[last + 1 : last + 4]] in _BOUNDS:
            last += 3
        subject = subject_after(tokens, last) or _object_pronoun(tokens, last + 1) if last >= 0 else None
        if subject is None or tokens[subject[1] - 1].lower in _MEASURES:
            continue
        if names_nobody(tokens, subject) and not tokens[subject[0]].capital:  # as "No Limits" has
            continue
        span = scan.sentence.at(*cue.span("cue"))
        first = next(k for k, t in enumerate(tokens) if t.end > cue.start("cue"))
        found = _beside_source(scan, (first, subject[1]), cue.start())
        if found is not None:
            speaker = issuer(tokens, subject) or subject
            yield Attribution(found[0], span, scan.span(speaker), "according-to", found[1])
            return


_BOUNDS = [["no", "fewer", "than"], ["no", "less", "than"], ["not", "fewer", "than"]]


def in_words(scan: Scan) -> Iterator[Attribution]:
    """Read "as X put it" and "in X’s words", at the head of a sentence, at its end or inserted."""
    tokens = scan.tokens
    if _IN_WORDS.isdisjoint(scan.words):
        return
    quoted = [k for k, token in enumerate(tokens) if token.quotation]
    for index in range(2, len(tokens)):
        word = tokens[index].lower
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        out = index + 2 < len(tokens) and following == "out" and tokens[index + 2].text == ","  # "as Lee points out,"
        put = (word in ("put", "puts") and following == "it") or (word in _AS_REPORTED and following == ",")
        put = put or (out and word in ("points", "pointed", "point"))
        if not put and word != "words":
            continue
        begin = _opens_source(tokens, index, "as" if put else "in")
        if begin < 0 or (put and _quoted_apart(tokens, quoted, begin, index + 2)):
            continue
        mention = _as_put(scan, begin, index) if put else _whose_words(scan, begin, index)
        found = (
            _beside_source(scan, (begin, index + 1 + (put and following in ("it", "out"))), tokens[begin].start)
            if mention
            else None
        )
        if mention is not None and found is not None:
            yield Attribution(found[0], scan.cue(index), mention, "in-words", found[1])
            return


def _quoted_apart(tokens: Sequence[Token], quoted: Sequence[int], begin: int, after: int) -> bool:
    """Tell whether "as X put it" stands before a whole quotation, as any verb of saying does."""
    at = bisect_right(quoted, begin)
    completes = at == len(quoted) - 1 and quoted[at] == after + 1 and begin > 1 and is_finite_or_past(tokens[begin - 2])
    return at < len(quoted) and not completes


def _opens_source(tokens: Sequence[Token], before: int, word: str) -> int:
    """Return where "as" or "in" opens the phrase that ends before `before`, at a sentence's head or a comma, or -1."""
    for k in range(before - 1, max(-1, before - SOURCE_TOKENS), -1):
        if tokens[k].lower == word and (k == 0 or not tokens[k - 1].word or tokens[k - 1].lower in grammar.LEADS):
            return k
        if tokens[k].quotation:
            break
    return -1


def _as_put(scan: Scan, begin: int, verb: int) -> Pair | None:
    subject = subject_before(scan.tokens, verb)
    return scan.span(subject) if subject is not None and subject[0] > begin else None


def _whose_words(scan: Scan, begin: int, words: int) -> Pair | None:
    """Return whose words they are: a name before "’s", or "his", "her" and "their"."""
    at = words - 1 - (scan.tokens[words - 1].lower == "own")
    whose = scan.tokens[at]
    if at == begin + 1 and whose.lower in ("his", "her", "their"):
        return scan.span((at, at + 1))
    if at <= begin or not whose.lower.endswith(("'s", "s'")) or not scan.tokens[begin + 1].word:
        return None
    low, high = scan.tokens[begin + 1].start, whose.end - (2 if whose.lower.endswith("'s") else 1)
    return scan.sentence.at(low, high)


def _beside_source(scan: Scan, at: Range, begin: int) -> tuple[Pair, float] | None:
    """Return what is said beside a phrase that names its source, and how sure that is; `at`: the phrase's tokens.

    The phrase begins at the character `begin`.
    """
    text, tokens = scan.sentence.text, scan.tokens
    low, after = at
    if _inserted(tokens, low + 1, after):
        whole = content_span(scan.sentence, scan.taken, len(text))
        return (whole, 0.8) if whole is not None else None
    if low > 1 and after + 1 < len(tokens) and _completes(tokens[low - 2], tokens[after + 1]):
        whole = content_span(scan.sentence, scan.taken, len(text))  # "The plan is, as Lee put it, “a slow death”"
        return (whole, 0.8) if whole is not None else None
    end = tokens[after - 1].end
    if not text[:begin].strip(" ,") or begin < 6:  # noqa: PLR2004 - "But according to"
        comma = _past_relative(text, text.find(", ", end))
        content = content_span(scan.sentence, comma + 1, _source_end(scan, comma)) if 0 <= comma <= end + 100 else None
    else:
        content = _before_according(scan, begin, after)
    return (content, 0.85) if content is not None else None


def _completes(verb: Token, following: Token) -> bool:
    """Tell whether a verb before an insertion lacks what follows it: "was, … , “a trap”", "is, … , a trap"."""
    goes_on = grammar.CONJUNCTIONS | {"and", "or"}
    bare = verb.lower in ("is", "are", "was", "were") and following.word and following.lower not in goes_on
    return bare or (following.quotation and is_finite_or_past(verb))


def _past_relative(text: str, comma: int) -> int:
    """Return the comma behind what describes a source from a comma on ("the guild, which has 40, |"), or it."""
    if comma < 0 or not (text.startswith(_RELATIVE_HEADS, comma + 2) or _CAME_OUT.match(text, comma + 2)):
        return comma
    closing = text.find(", ", comma + 2)
    return closing if closing >= 0 else comma


def _before_according(scan: Scan, high: int, after: int) -> Pair | None:
    """Return what stands before ", according to X": the whole sentence where it only begins there ("By 2080, …").

    None for an adjunct behind what is taken already: "“…,” he said in a speech, according to the Courier".
    """
    ahead = [t for t in scan.tokens if scan.taken <= t.start and t.end <= high]
    if asserts(ahead):
        return content_span(scan.sentence, scan.taken, high)
    rest = scan.tokens[after:]
    goes_on = len(rest) > len(ahead) and rest[0].text == "," and any(map(is_finite_or_past, rest))
    return content_span(scan.sentence, 0, len(scan.sentence.text)) if goes_on and scan.taken == 0 else None


def _source_end(scan: Scan, comma: int) -> int:
    """Return where what a source says behind a comma ends: with its speech, or before another voice."""
    begin = next((k for k, t in enumerate(scan.tokens) if t.start > comma), len(scan.tokens))
    voice = other_voice(scan.tokens, begin)
    return min(_speech_end(scan, comma), scan.tokens[voice[0]].start if voice else len(scan.sentence.text))


def _speech_end(scan: Scan, comma: int) -> int:
    """Return where what stands behind a comma ends: with the speech that begins there, else with the sentence."""
    at = next((k for k, t in enumerate(scan.tokens) if t.start > comma), len(scan.tokens))
    speech = at < len(scan.tokens) and SPEECH.search(scan.tokens[at].text) is not None
    return quotation_end(scan.tokens, at) if speech else len(scan.sentence.text)


def _inserted(tokens: Sequence[Token], cue: int, after: int) -> bool:
    """Tell whether ", according to X," is inserted into a clause that goes on after it."""
    if cue < 2 or after + 2 >= len(tokens) or tokens[cue - 2].text != "," or tokens[after].text != ",":  # noqa: PLR2004
        return False
    before, rest = tokens[: cue - 2], tokens[after + 1 :]
    return not any(map(is_finite_or_past, before)) and any(map(is_finite_or_past, rest))


def _object_pronoun(tokens: Sequence[Token], at: int) -> Range | None:
    wanted = at < len(tokens) and tokens[at].lower in ("him", "her", "them", "ihm", "ihr", "ihnen")
    return (at, at + 1) if wanted else None


def participles(scan: Scan) -> Iterator[Attribution]:
    """Read ", stressing that …": the speaker is the subject of the sentence."""
    tokens = scan.tokens
    for index, token in enumerate(tokens):
        if token.lower not in cues.PARTICIPLES or index == 0 or tokens[index - 1].lower in _BEFORE_NOUNS:
            continue  # "despite a warning that"
        if is_unsaid(tokens, index):
            continue  # "denied saying that"
        kind, begin = complement(tokens, index, telling=token.lower in _TELLING)
        parted = (
            tokens[index - 1].text in RESUMES
            or _is_quoted(tokens, index)
            or tokens[index - 1].lower in ("and", "also", "further")
        )
        plain = kind in (Complement.QUOTATION, Complement.THAT) or (
            kind is Complement.CLAUSE and _written(tokens, index) and not is_passive(tokens, index)
        )
        if not plain and not (parted and kind in (Complement.CLAUSE, Complement.COLON)):
            continue
        apart = parted or _written(tokens, index)
        if (spoken := _contracted(scan, index)) is not None:
            content = content_span(scan.sentence, tokens[begin].start, len(scan.sentence.text))
            if content is not None:
                yield Attribution(content, scan.cue(index), spoken, "participle", 0.75)
            continue
        subject = _quoted_as(tokens, index) or _beside(tokens, index, parted=apart) or main_subject(tokens, index)
        if subject is None and kind is Complement.QUOTATION:
            subject = main_subject(tokens, index, nearest=True)
        if token.lower in _INFERS and kind is not Complement.QUOTATION and not _speech_before(tokens, index):
            continue
        content = content_span(scan.sentence, tokens[begin].start, len(scan.sentence.text))
        mention = (_said_before(scan, index) if parted else None) or (scan.span(subject) if subject else None)
        if mention is not None and content is not None:
            scan.trailing += [token.start] if parted else []
            yield Attribution(content, scan.cue(index), mention, "participle", 0.75)


def _said_before(scan: Scan, index: int) -> Pair | None:
    """Return who speaks in a cue with its subject behind it, where a participle goes on: "said Lee, | adding that"."""
    at = scan.sentence.start + scan.tokens[index].start
    ends = [one for one in scan.found if one.cue is not None and one.mention is not None and one.cue[1] <= at]
    last = max(ends, key=lambda one: one.cue or (0, 0), default=None)
    inverted = (
        last is not None and last.cue is not None and last.mention is not None and last.cue < last.mention < (at, at)
    )
    return last.mention if inverted and last is not None else None


def _quoted_as(tokens: Sequence[Token], index: int) -> Range | None:
    """Return who is quoted, and not who quotes: "state media quoted | Mr Lee | as saying"."""
    if tokens[index - 1].lower != "as":
        return None
    quoted = phrase_before(tokens, index - 2)
    return quoted if quoted is not None and tokens[quoted[0] - 1].lower in _QUOTES else None


def _is_quoted(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "saying" tells how somebody is quoted: "Lee was quoted (by the Courier) as saying it closed"."""
    near = tokens[max(1, index - DOCUMENT_TOKENS) : index]
    quoted = next((k for k, t in enumerate(near) if t.lower in ("quoted", "cited", "reported")), len(near))
    between = near[quoted + 1 :]
    return quoted < len(near) and (tokens[index - 1].lower == "as" or [t.lower for t in between[:1]] == ["by"])


def _contracted(scan: Scan, index: int) -> Pair | None:
    """Return the pronoun of "he’s saying", whose verb stands in one word with it, or None."""
    pronoun, mark, _ = scan.tokens[index - 1].lower.partition("'")
    start = scan.tokens[index - 1].start
    speaks = mark and pronoun in ("he", "she", "they")
    return scan.sentence.at(start, start + len(pronoun)) if speaks else None


def _written(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a document stands before a participle, a date aside: "a statement in May | saying it would"."""
    for k in range(index - 1, max(0, index - DOCUMENT_TOKENS), -1):
        token = tokens[k]
        if token.lower in DOCUMENTS:
            return tokens[k - 1].lower in grammar.DETERMINERS or not tokens[k - 1].capital
        dates = grammar.is_time(token) or token.text == "May"
        if not (dates or token.number or token.lower in grammar.PREPOSITIONS or token.text == ","):
            return False
    return False


def _speech_before(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether somebody speaks before a participle: "Lee wrote to the town, suggesting that …"."""
    return any(t.lower in cues.VERBS and not t.capital for t in tokens[:index])


def _beside(tokens: Sequence[Token], index: int, *, parted: bool) -> Range | None:
    """Return the people right before a participle that no comma parts from them ("voters saying …")."""
    beside = None if parted else phrase_before(tokens, index - 1)
    if beside is None:
        return None
    head = tokens[beside[1] - 1]
    people = (grammar.is_person_noun(head) and head.lower not in DOCUMENTS) or head.lower in ("one", "another")
    return beside if head.capital or people else None


def subject_of_quotation(scan: Scan) -> Iterator[Attribution]:
    """Give a quotation that no cue introduces to the subject of its sentence, at low confidence."""
    first = next((k for k, t in enumerate(scan.tokens) if t.quotation), 0)
    subject = main_subject(scan.tokens, first) if first else None
    agents = (k for k in range(1, first) if scan.tokens[k].lower == "by")
    agent = any(scan.tokens[k - 1].lower.endswith("ed") for k in agents)  # "once called by the Courier “a farce”"
    if subject is None or agent or tells_unsaid(scan.tokens) or not is_person(scan.tokens[subject[1] - 1]):
        return
    for token in scan.tokens:
        if token.quotation and token.end - token.start >= QUOTED_MIN and SPEECH.search(token.text):
            content = scan.sentence.at(token.start, token.end)
            yield Attribution(content, None, scan.span(subject), "subject-of-quotation", 0.45)


__all__ = [
    "according",
    "in_words",
    "participles",
    "subject_of_quotation",
]
