"""Find who is reported to say what inside one sentence: the content, the cue, the mention of the speaker, the rule.

Method: quotations are masked one character for one, so that a cue inside somebody's words is not a cue of the article.
Then sieves in order of trust, after the deterministic sieves of CoreNLP's quote annotator and citron: content before
its speaker ("…, X said", "…, said X"), "X said (that) …", "X: “…”", "according to X", participles (", stressing that
…"), speech acts ("X urged …"), and last a quotation with its sentence's subject. Who the mention is, is `registry`'s
business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.claims import cues, grammar
from factcheck.claims.complements import Complement, complement
from factcheck.claims.grammar import MASK, Token, is_finite, tokenize
from factcheck.claims.masking import Masked
from factcheck.claims.subjects import DASHES, DOCUMENTS, main_subject, phrase_before, subject_after, subject_before
from factcheck.text.paragraphs import trim

Pair = tuple[int, int]
Range = tuple[int, int]

CONTENT_MIN = 4  # characters; less is no clause
QUOTED_MIN = 30  # characters; a shorter quotation without a cue is a phrase of the sentence around it
BARE_CLAUSE_TOKENS = 5  # "said some schools stifle debate": fewer words are an object ("said a prayer")
REMAINDER_TOKENS = 5  # less asserts nothing by itself
CLAUSE_WORDS = 2  # words that the content before ", X said" has at least
PART_MIN = 15  # characters; a shorter part is no claim of its own

_SPEECH = re.compile(rf"[,.?!—-]\s?{MASK}+$")
_EDGES = frozenset([",", "?", "!", "—", "–", "--"])
_NO_TAILS = frozenset(["to", "of", "with", "for", "against", "like"])
_LEADS_IN = frozenset([",", ":", "-", "—", "–", "--"])
_RESUMES = frozenset([",", ";", ":", ".", "—", "–", "--", "and", "but"])
_TAILS = frozenset(
    [
        "who",
        "when",
        "as",
        "while",
        "after",
        "before",
        "last",
        "this",
        "late",
        "early",
        "later",
        "earlier",
        "again",
        "too",
    ]
)
_JOINED = frozenset(["—", "–", "--", "...", "…", "and"])
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "get", "got", "gets"])
_RELATIVES = frozenset(["who", "which", "whose", "that"])
_SPLIT = re.compile(r",\s(?:and|but)\s(?=\S)")
_SUBJECT_VERB = re.compile(
    r"(?:(?:the|a|an|this|that|these|those|its|his|her|their|our|my|some|many)\s(?:[\w’'-]+\s){1,5}?|(?:"
    r"he|she|it|they|we|i|you|there)\s"
    r"|(?:[A-Z][\w’'.-]*\s){1,4}?)(?:is|are|was|were|will|would|can|could|may|might|must|should|has|have|"
    r"had|does|did|do|[a-z]{3,}ed)\b"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content that somebody is reported to have said; `mention` is None where the speaker has to be inferred."""

    content: Pair
    cue: Pair | None
    mention: Pair | None
    rule: str
    confidence: float
    whole_clause: bool = False


@dataclass(slots=True)
class _Scan:
    """One sentence as it is read: its tokens, how far its characters are taken, where "and said" cuts it."""

    sentence: Masked
    tokens: list[Token]
    taken: int = 0
    cuts: list[int] = field(default_factory=list)

    def span(self, found: Range) -> Pair:
        """Return the span of a range of tokens in the article."""
        return self.sentence.at(self.tokens[found[0]].start, self.tokens[found[1] - 1].end)

    def cue(self, index: int) -> Pair:
        """Return the span of one token in the article."""
        return self.span((index, index + 1))


def attributions(sentence: Masked) -> list[Attribution]:
    """Return the attributions of one sentence, in order, their contents apart from each other."""
    if MASK not in sentence.text and not cues.ANY.search(sentence.text):
        return []
    scan = _Scan(sentence, tokenize(sentence.text))
    found: list[Attribution] = []
    for sieve in (_opening_verb, _verbs, _announced, _according, _participles, _speech_acts):
        for new in sieve(scan):
            if not any(_overlap(old.content, new.content) for old in found):
                found.append(new)
    if not found:
        found.extend(_subject_of_quotation(scan))
    return sorted(found, key=lambda a: a.content)


def _overlap(a: Pair, b: Pair) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _content(sentence: Masked, low: int, high: int) -> Pair | None:
    """Trim a content: no outer punctuation, but a quotation's own marks."""
    text = sentence.text
    low, high = trim(text, low, high)
    while low < high and text[low] in ",:;—–- ":
        low += 1
    while high > low and text[high - 1] in ",.:;—–- ":
        high -= 1
    if text[low:high].startswith(("that ", "dass ")):
        low += 5
    if high - low < CONTENT_MIN or not any(c.isalpha() or c == MASK for c in text[low:high]):
        return None
    return sentence.at(low, high)


# --- verbs ------------------------------------------------------------------------------------------------------------


def _verbs(scan: _Scan) -> Iterator[Attribution]:
    """Read every verb of saying from left to right: content before it, else content after it."""
    for index, token in enumerate(scan.tokens):
        if token.start < scan.taken or token.quotation or not _may_introduce(scan.tokens, index):
            continue
        found = list(_postposed(scan, index)) or list(_preposed(scan, index))
        yield from found
        if found:
            ends = max(a.content[1] for a in found) - scan.sentence.start
            scan.taken = max(ends, token.end)


def _may_introduce(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a token is a cue: a listed verb, or any verb in the past right beside a quotation."""
    token = tokens[index]
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if token.lower in grammar.AUXILIARIES or _passive(tokens, index):
        return False
    idiom = (token.lower in ("put", "puts") and following == "it") or (token.lower == "shot" and following == "back")
    if token.lower in cues.VERBS or idiom:
        return not token.capital
    past = token.lower.endswith("ed") or token.lower in grammar.IRREGULAR
    present = token.lower.endswith("s") and index > 0 and not _is_adjective(tokens[index - 1])
    if token.capital or not token.word or not (past or present):
        return False
    before = any(t.quotation and _SPEECH.search(t.text) for t in tokens[max(0, index - BESIDE) : index])
    after = (
        index + 1 < len(tokens) and tokens[index + 1].quotation and _SPEECH.search(tokens[index + 1].text) is not None
    )
    announced = index + 2 < len(tokens) and tokens[index + 1].text in ",:" and tokens[index + 2].quotation
    return before or after or announced


def _passive(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a verb has no speaker as its subject: "was told", "is expected", "dollars promised by"."""
    if tokens[index].lower == "quoted" or tokens[index].lower.endswith("ing"):
        return False
    by = index + 1 < len(tokens) and tokens[index + 1].lower == "by"
    if by and tokens[index].lower not in cues.CORE and not tokens[index - 1].quotation:
        return True
    at = index - 1
    while at >= 0 and grammar.is_adverb(tokens[at]):
        at -= 1
    return at >= 0 and tokens[at].lower in _BE


def _own_voice(tokens: Sequence[Token], subject: Range) -> bool:
    """Tell whether the writer speaks ("we can stipulate"): that is the article's own narration."""
    return subject[1] - subject[0] == 1 and tokens[subject[0]].lower in ("i", "we", "you", "wir", "ich")


BESIDE = 6  # tokens between a quotation and a verb that is no listed cue


def _is_adjective(token: Token) -> bool:
    return token.lower in grammar.DETERMINERS or token.lower in grammar.PREPOSITIONS


def _opening_verb(scan: _Scan) -> Iterator[Attribution]:
    """Read "Said Lee: “…”"."""
    tokens = scan.tokens
    if len(tokens) > 3 and tokens[0].lower in cues.SAYING:  # noqa: PLR2004 - verb, name, colon, quotation
        subject = subject_after(tokens, 0)
        begin = subject[1] + 1 if subject else len(tokens)
        if subject and begin < len(tokens) and tokens[begin - 1].text in ":," and tokens[begin].quotation:
            content = _content(scan.sentence, tokens[begin].start, _quotation_end(tokens, begin))
            if content is not None:
                yield Attribution(content, scan.cue(0), scan.span(subject), "opening-verb", 0.85)


def _postposed(scan: _Scan, index: int) -> Iterator[Attribution]:
    """Read "…, X said" and "…, said X", also between the two halves of a quotation."""
    tokens = scan.tokens
    subject = subject_before(tokens, index)
    edge = _edge(tokens, subject[0]) if subject is not None else -1
    inverted = edge < 0 and index > 0
    if inverted:
        edge = _edge(tokens, index)
        subject = subject_after(tokens, index) if edge >= 0 else None
    if subject is None or edge < 0 or not _plain_subject(tokens, subject, index):
        return
    if _own_voice(tokens, subject) and not tokens[edge].quotation:
        return
    quoted = tokens[edge].quotation
    after = max(index + 1, subject[1])
    if not quoted and tokens[index].lower in cues.ACTS - cues.SAYING:
        return
    if not quoted and _content_follows(tokens, index, strictly=not inverted):
        return
    if not quoted and not (_tail_allows(tokens, after) and _says_something(scan, edge)):
        return
    yield from _both_halves(scan, (edge, index, after), subject)


def _content_follows(tokens: Sequence[Token], index: int, *, strictly: bool) -> bool:
    """Tell whether the verb rather has a subject before and a content after it ("Lee, who left, told him: “…”")."""
    kind, _ = complement(tokens, index, telling=tokens[index].lower in cues.TELLING)
    begun = strictly and any(t.quotation for t in tokens[:index])
    if begun or kind not in (Complement.QUOTATION, Complement.THAT):
        return False
    return strictly or subject_before(tokens, index) is not None


def _edge(tokens: Sequence[Token], low: int) -> int:
    """Return the index of the last token of the content that ends right before `low`, or -1."""
    at = low - 1
    if at > 0 and tokens[at].text in "'\"’”" and tokens[at - 1].quotation:
        at -= 1
    if at < 1 and not (at == 0 and tokens[0].quotation):
        return -1
    if tokens[at].quotation:
        return at if _SPEECH.search(tokens[at].text) or at == 0 else -1
    if tokens[at].text in _EDGES:
        return at - 1
    return -1


def _says_something(scan: _Scan, edge: int) -> bool:
    """Tell whether the words before ", X said" are a clause and not an adverbial ("In a statement, X said")."""
    words = [t for t in scan.tokens[: edge + 1] if t.start >= scan.taken]
    if len(words) < CLAUSE_WORDS:
        return False
    first = words[0].lower
    adverbial = first in grammar.PREPOSITIONS or first in grammar.LEADS
    clause = any(is_finite_or_past(t) or t.quotation for t in words) or (
        not adverbial and any(t.lower.endswith("s") and not t.capital for t in words[1:])
    )
    if first in ("when", "as", "while", "after", "before", "asked", "speaking", "although", "though", "because"):
        return sum(t.text == "," for t in words) > 0
    return clause


def _tail_allows(tokens: Sequence[Token], after: int) -> bool:
    """Tell whether what follows can follow a postposed cue: the sentence's end, an adjunct, or the quotation again."""
    if after >= len(tokens):
        return True
    token = tokens[after]
    if token.quotation or not token.word or token.lower in grammar.TIMES or token.lower in _TAILS:
        return token.text not in ("(", "“", '"')
    return token.lower in grammar.PREPOSITIONS - _NO_TAILS or token.lower.endswith(("ing", "ly"))


def _both_halves(scan: _Scan, at: tuple[int, int, int], subject: Range) -> Iterator[Attribution]:
    edge, index, after = at
    tokens, sentence = scan.tokens, scan.sentence
    cue, mention = scan.cue(index), scan.span(subject)
    low = _content_low(scan, edge)
    end = tokens[edge].end
    quoted = any(t.quotation for t in tokens[: edge + 1] if t.start >= low)
    first = _content(sentence, low, end)
    if first is not None:
        confidence = 0.9 if quoted else 0.8
        for part in _parts(sentence, first):
            yield Attribution(part, cue, mention, "postposed", confidence)
    second = next((k for k in range(after, len(tokens)) if tokens[k].quotation), -1)
    resumed = second >= 0 and (second == after or tokens[second - 1].lower in _RESUMES)
    if quoted and resumed and not _cue_between(tokens, after, second):
        content = _content(sentence, tokens[second].start, _quotation_end(tokens, second))
        if content is not None:
            yield Attribution(content, cue, mention, "postposed-second-half", 0.9)


def _content_low(scan: _Scan, edge: int) -> int:
    """Return where the content before the cue begins: after what was taken, a colon, or an adverbial of the cue."""
    tokens, low = scan.tokens, scan.taken
    lead = cues.ACCORDING.match(scan.sentence.text, low)
    comma = scan.sentence.text.find(", ", lead.end(), lead.end() + 80) if lead else -1
    if 0 < comma < tokens[edge].end:
        return comma + 1
    if tokens[edge].quotation and edge > 0 and tokens[edge - 1].text in _LEADS_IN and tokens[edge - 1].start >= low:
        first = next(t for t in tokens if t.start >= low)
        if tokens[edge - 1].text != "," or first.lower in grammar.LEADS or first.lower.endswith(("ed", "ing")):
            return tokens[edge].start
    return low


def _cue_between(tokens: Sequence[Token], low: int, high: int) -> bool:
    return any(t.lower in cues.VERBS or t.lower in cues.PARTICIPLES for t in tokens[low:high])


def _quotation_end(tokens: Sequence[Token], at: int) -> int:
    """Return where speech that begins with the quotation at `at` ends: at the last one joined to it."""
    while at + 2 < len(tokens) and tokens[at + 2].quotation and tokens[at + 1].text in _JOINED:
        at += 2
    return tokens[at].end


def _preposed(scan: _Scan, index: int) -> Iterator[Attribution]:
    """Read "X said (that) …" and "X said: “…”"."""
    tokens = scan.tokens
    word = tokens[index].lower
    after = index + (word in ("put", "puts"))  # "put it"
    kind, begin = complement(tokens, after, telling=word in cues.TELLING)
    if kind is Complement.OTHER and word in cues.CORE and _long_clause(tokens, begin):
        kind = Complement.CLAUSE
    if not cues.accepts(word, kind):
        return
    subject = subject_before(tokens, index)
    if subject is None or not _plain_subject(tokens, subject, index) or _own_voice(tokens, subject):
        return
    if word not in cues.SAYING and kind is not Complement.QUOTATION and not _main_clause(tokens, subject):
        return
    if (cut := _coordination(tokens, index)) > 0:
        scan.cuts.append(cut)
    high = min(_content_high(scan, kind, begin), _relative_high(tokens, subject[1], begin))
    content = _content(scan.sentence, tokens[begin].start, high)
    if content is None:
        return
    confidence = 0.85 if word in cues.SAYING else 0.65
    for part in _parts(scan.sentence, content):
        yield Attribution(part, scan.cue(index), scan.span(subject), "preposed", confidence)


def _long_clause(tokens: Sequence[Token], begin: int) -> bool:
    """Tell whether a clause with a long or bare subject begins at `begin` ("memories of the raid are not far")."""
    first = tokens[begin]
    if (
        not first.word
        or is_finite(first)
        or first.lower in grammar.PREPOSITIONS
        or first.lower in ("and", "or", "nothing", "so")
    ):
        return False
    said = tokens[begin - 1].lower in ("said", "says", "say")
    return any(map(is_finite_or_past, tokens[begin + 1 :])) or (said and len(tokens) - begin >= BARE_CLAUSE_TOKENS)


def _main_clause(tokens: Sequence[Token], subject: Range) -> bool:
    """Tell whether a subject is that of the main clause: only an adverbial or a coordinate clause stands before it."""
    low, high = subject
    if high < len(tokens) and (
        tokens[high].lower in _RELATIVES or (high + 1 < len(tokens) and _relative(tokens, high))
    ):
        return False
    if low == 0 or tokens[low - 1].lower in ("and", "but", ";", "—", "–"):
        return True
    if tokens[low - 1].lower in grammar.CONJUNCTIONS | grammar.PREPOSITIONS:
        return False
    leading = tokens[0].lower in grammar.LEADS and tokens[low - 1].text == ","
    return leading or not any(is_finite(t) for t in tokens[:low])


def _relative(tokens: Sequence[Token], high: int) -> bool:
    return tokens[high].text == "," and tokens[high + 1].lower in _RELATIVES


def _coordination(tokens: Sequence[Token], index: int) -> int:
    """Return the index of the "and" before a verb that shares its subject with an earlier one, or 0."""
    at = index - 1
    while at > 0 and (grammar.is_adverb(tokens[at]) or tokens[at].lower in grammar.AUXILIARIES):
        at -= 1
    return at if at > 0 and tokens[at].lower in ("and", "but") else 0


def _content_high(scan: _Scan, kind: Complement, begin: int) -> int:
    """Return where a content ends that begins at token `begin`: before the next thing the same speaker says."""
    tokens = scan.tokens
    full = kind is Complement.QUOTATION and tokens[begin - 1].text in ",:"
    if full and _SPEECH.search(tokens[begin].text):
        return _quotation_end(tokens, begin)
    for at in range(begin + 1, len(tokens)):
        if tokens[at].lower in ("and", "but") and _says_again(tokens, at + 1):
            return tokens[at].start
        if tokens[at].text in (",", "—", "–") and at + 1 < len(tokens) and _adds(tokens, at + 1):
            return tokens[at].start
    return len(scan.sentence.text)


def _relative_high(tokens: Sequence[Token], after: int, begin: int) -> int:
    """Return where a relative clause ends ("Lee, who said it was late, left"), or the sentence's end."""
    if after + 1 < len(tokens) and tokens[after].text == "," and tokens[after + 1].lower == "who":
        for at in range(begin + 1, len(tokens) - 1):
            verb = tokens[at + 1]
            if tokens[at].text == "," and (is_finite(verb) or verb.lower.endswith("ed") or verb.lower in cues.VERBS):
                return tokens[at].start
    return tokens[-1].end


def _says_again(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a verb of saying with a content of its own follows "and" or "but"."""
    while at < len(tokens) and (grammar.is_adverb(tokens[at]) or tokens[at].lower in ("has", "had", "have")):
        at += 1
    if at >= len(tokens) or tokens[at].lower not in cues.SAYING | cues.THINKING:
        return False
    kind, _ = complement(tokens, at, telling=tokens[at].lower in cues.TELLING)
    return kind in (Complement.QUOTATION, Complement.THAT)


def _adds(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a participle with a content of its own follows a comma (", adding that …")."""
    if tokens[at].lower not in cues.PARTICIPLES:
        return False
    kind, _ = complement(tokens, at, telling=tokens[at].lower == "telling")
    return kind in (Complement.QUOTATION, Complement.THAT, Complement.CLAUSE)


def _plain_subject(tokens: Sequence[Token], subject: Range, index: int) -> bool:
    """Tell whether a cue that is as often a noun stands after a plain subject: a name, a pronoun, a plural."""
    if tokens[index].lower not in cues.NOUN_LIKE:
        return True
    last = tokens[subject[1] - 1]
    if last.lower in grammar.DETERMINERS:
        return False
    return last.capital or last.lower in grammar.PRONOUNS or last.lower.endswith("s")


def _parts(sentence: Masked, content: Pair) -> Iterator[Pair]:
    """Split a content at ", and" before a subject with a finite verb of its own, or before a quotation."""
    text = sentence.text
    low, high = content[0] - sentence.start, content[1] - sentence.start
    begin = low
    for match in _SPLIT.finditer(text, low, high):
        rest = text[match.end() : high]
        whole = rest.startswith(MASK) and not rest.strip(MASK + ",.?!—- ")
        long = match.start() - begin > PART_MIN
        if match.group() != ", but " and long and (whole or _SUBJECT_VERB.match(rest)):
            part = _content(sentence, begin, match.start())
            if part is not None:
                yield part
                begin = match.end()
    last = _content(sentence, begin, high)
    if last is not None:
        yield last


# --- other sieves -----------------------------------------------------------------------------------------------------


def _announced(scan: _Scan) -> Iterator[Attribution]:
    """Read "X: “…”", as in headlines, and "“…” — X", as under pull quotes."""
    tokens = scan.tokens
    for index in range(1, len(tokens) - 1):
        if tokens[index].text == ":" and tokens[index + 1].quotation:
            subject = phrase_before(tokens, index - 1)
            if subject is None or not tokens[subject[1] - 1].capital:
                subject = main_subject(tokens, index) or subject
            content = _content(scan.sentence, tokens[index + 1].start, _quotation_end(tokens, index + 1))
            if subject is not None and content is not None:
                yield Attribution(content, scan.cue(index), scan.span(subject), "colon", 0.7)
            return
        if tokens[index].text in DASHES and tokens[index - 1].quotation and tokens[index + 1].capital:
            subject = subject_after(tokens, index)
            content = _content(scan.sentence, tokens[index - 1].start, tokens[index - 1].end)
            if subject is not None and content is not None and _ends(tokens, subject[1]):
                yield Attribution(content, scan.cue(index), scan.span(subject), "signed", 0.7)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a sentence ends at `at`, but for an apposition ("— Ann Lee, teacher")."""
    return at >= len(tokens) or tokens[at].text in ",.("


def _according(scan: _Scan) -> Iterator[Attribution]:
    text, tokens = scan.sentence.text, scan.tokens
    for cue in cues.ACCORDING.finditer(text):
        last = next((k for k, t in enumerate(tokens) if t.end == cue.end("cue")), -1)
        subject = subject_after(tokens, last) or _object_pronoun(tokens, last + 1) if last >= 0 else None
        if subject is None:
            continue
        if _inserted(tokens, last, subject[1]):
            content = _content(scan.sentence, scan.taken, len(text))
            if content is not None:
                yield Attribution(content, scan.sentence.at(*cue.span("cue")), scan.span(subject), "according-to", 0.8)
            return
        span, end = scan.sentence.at(*cue.span("cue")), tokens[subject[1] - 1].end
        if not text[: cue.start()].strip(f" {MASK},") or cue.start() < 6:  # noqa: PLR2004 - "But according to"
            comma = text.find(", ", end)
            content = _content(scan.sentence, comma + 1, len(text)) if 0 <= comma <= end + 100 else None
        else:
            content = _content(scan.sentence, scan.taken, cue.start())
        if content is not None:
            yield Attribution(content, span, scan.span(subject), "according-to", 0.85)
            return


def _inserted(tokens: Sequence[Token], cue: int, after: int) -> bool:
    """Tell whether ", according to X," is inserted into a clause that goes on after it."""
    if cue < 2 or after + 2 >= len(tokens) or tokens[cue - 2].text != "," or tokens[after].text != ",":  # noqa: PLR2004
        return False
    before, rest = tokens[: cue - 2], tokens[after + 1 :]
    return not any(map(is_finite_or_past, before)) and any(map(is_finite_or_past, rest))


def _object_pronoun(tokens: Sequence[Token], at: int) -> Range | None:
    wanted = at < len(tokens) and tokens[at].lower in ("him", "her", "them", "ihm", "ihr", "ihnen")
    return (at, at + 1) if wanted else None


def _participles(scan: _Scan) -> Iterator[Attribution]:
    """Read ", stressing that …": the speaker is the subject of the sentence."""
    tokens = scan.tokens
    for index, token in enumerate(tokens):
        if token.lower not in cues.PARTICIPLES or index == 0:
            continue
        kind, begin = complement(tokens, index, telling=token.lower == "telling")
        parted = tokens[index - 1].text in _RESUMES or tokens[index - 1].lower in ("and", "also", "further")
        plain = kind in (Complement.QUOTATION, Complement.THAT)
        if not plain and not (parted and kind in (Complement.CLAUSE, Complement.COLON)):
            continue
        subject = _beside(tokens, index, parted=parted) or main_subject(tokens, index)
        content = _content(scan.sentence, tokens[begin].start, len(scan.sentence.text))
        if subject is not None and content is not None:
            yield Attribution(content, scan.cue(index), scan.span(subject), "participle", 0.75)


def _beside(tokens: Sequence[Token], index: int, *, parted: bool) -> Range | None:
    """Return the people right before a participle that no comma parts from them ("voters saying …")."""
    beside = None if parted else phrase_before(tokens, index - 1)
    if beside is None:
        return None
    head = tokens[beside[1] - 1]
    people = grammar.is_person_noun(head) and head.lower not in DOCUMENTS
    return beside if head.capital or people else None


def _speech_acts(scan: _Scan) -> Iterator[Attribution]:
    """Read "X urged …": the whole clause is the claim."""
    tokens = scan.tokens
    for index, token in enumerate(tokens):
        cut = next((k for k in scan.cuts if k > index), 0)
        if token.lower not in cues.ACTS or token.capital or (token.start < scan.taken and not cut):
            continue
        subject = subject_before(tokens, index)
        if subject is None or not _acts(tokens, subject, index):
            continue
        high = tokens[cut].start if cut else len(scan.sentence.text)
        rest = scan.sentence.text[token.end : high].strip(" .,")
        content = _content(scan.sentence, tokens[subject[0]].start, high)
        if content is not None and len(rest) >= CONTENT_MIN:
            yield Attribution(content, scan.cue(index), scan.span(subject), "speech-act", 0.6, whole_clause=True)
            return


def _acts(tokens: Sequence[Token], subject: Range, index: int) -> bool:
    """Tell whether a subject performs the speech act at `index` in the main clause."""
    if _passive(tokens, index) or _own_voice(tokens, subject) or not _plain_subject(tokens, subject, index):
        return False
    head = tokens[subject[1] - 1]
    speaks = head.capital or head.lower in grammar.PRONOUNS or grammar.is_person_noun(head) or head.lower.endswith("s")
    relative = subject[1] < index and any(t.lower in _RELATIVES for t in tokens[subject[1] : index])
    main = relative and sum(t.text == "," for t in tokens[subject[1] : index]) > 1
    return speaks and (main or _main_clause(tokens, subject))


def remainder(sentence: Masked, found: Sequence[Attribution]) -> Pair | None:
    """Return what a sentence with attributions asserts besides them in the article's own voice, or None.

    "The mayor left on Monday and said that …", "The road is shut because police said …".
    """
    tokens = tokenize(sentence.text)
    first = found[0]
    starts = [span[0] for span in (first.content, first.cue, first.mention) if span is not None]
    high = min(starts) - sentence.start
    cue = next((k for k, t in enumerate(tokens) if first.cue and t.start == first.cue[0] - sentence.start), -1)
    if cue > 0 and first.content[0] > first.cue[0] and (cut := _coordination(tokens, cue)):  # type: ignore[index]
        high = tokens[cut].start
    before = [t for t in tokens if t.end <= high]
    if len(before) < REMAINDER_TOKENS or any(t.quotation for t in before) or not any(map(is_finite_or_past, before)):
        return None
    if any(t.lower == "as" for t in before) or before[0].lower in ("last", "this") and high < len(sentence.text) // 3:
        return None
    if before[0].lower in grammar.LEADS or before[0].lower.endswith(("ing", "ed")) or _dangles(before[-1]):
        return None
    return _content(sentence, 0, before[-1].end)


def _dangles(last: Token) -> bool:
    """Tell whether a stretch stops in the middle of a phrase, so that it asserts nothing by itself."""
    return last.lower in grammar.CONJUNCTIONS - {"because", "as", "while", "when", "after", "although", "though"} or (
        last.lower in grammar.PREPOSITIONS or last.lower in grammar.DETERMINERS
    )


def is_finite_or_past(token: Token) -> bool:
    """Tell whether a word can be a finite verb by its form."""
    return is_finite(token) or (token.lower.endswith("ed") and not token.capital)


def introduces(sentence: Masked) -> Pair | None:
    """Return the speaker's mention where a sentence only announces a quotation ("She told reporters:"), or None."""
    if not sentence.text.endswith((":", ",")):
        return None
    scan = _Scan(sentence, tokenize(sentence.text))
    subject = main_subject(scan.tokens, len(scan.tokens))
    return scan.span(subject) if subject else None


def _subject_of_quotation(scan: _Scan) -> Iterator[Attribution]:
    """Give a quotation that no cue introduces to the subject of its sentence, at low confidence."""
    first = next((k for k, t in enumerate(scan.tokens) if t.quotation), 0)
    subject = main_subject(scan.tokens, first) if first else None
    if subject is None:
        return
    for token in scan.tokens:
        if token.quotation and token.end - token.start >= QUOTED_MIN:
            content = scan.sentence.at(token.start, token.end)
            yield Attribution(content, None, scan.span(subject), "subject-of-quotation", 0.45)


__all__ = ["Attribution", "attributions", "introduces", "remainder"]
