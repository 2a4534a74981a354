"""Read "…, X said" and "…, said X", also between the two halves of a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.clauses import is_finite_or_past, is_own_voice, is_plain_subject
from factcheck.claims.sentence.complements import Complement, complement
from factcheck.claims.sentence.grammar import Token, is_finite, is_person_noun
from factcheck.claims.sentence.phrases import noun_phrase_before
from factcheck.claims.sentence.speaking_nouns import head_of
from factcheck.claims.sentence.subjects import subject_after, subject_before
from factcheck.claims.speech.scan import RESUMES, SPEECH, Attribution, Scan, content_span, parts, quotation_end

Range = tuple[int, int]

CLAUSE_WORDS = 2  # words that the content before ", X said" has at least
TOLD_TOKENS = 7  # "told | the Reuters news agency"
_EDGES = frozenset([",", "?", "!", "—", "–", "--"])
_NO_TAILS = frozenset(["to", "of", "with", "for", "against", "like"])
_SUBORDINATES_WORDS = """
    when as while after before asked speaking although though because even if unless since once"""
_SUBORDINATES = frozenset(_SUBORDINATES_WORDS.split())
_QUOTES = frozenset(["quoted", "quotes", "cited", "cites"])
_LEADS_IN = frozenset([",", ":", "-", "—", "–", "--"])
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


def postposed(scan: Scan, index: int) -> Iterator[Attribution]:
    """Read "…, X said" and "…, said X", also between the two halves of a quotation."""
    tokens = scan.tokens
    subject = subject_before(tokens, index)
    if subject is None and _quoted_as(tokens, index) is not None:
        subject = noun_phrase_before(tokens, index - 1)  # whatever quotes somebody: "state television quoted Lee as"
    edge = _edge(tokens, subject[0]) if subject is not None else -1
    inverted = edge < 0 and index > 0
    if inverted:
        edge = _edge(tokens, index)
        subject = subject_after(tokens, index) if edge >= 0 else None
        subject = None if subject is not None and _is_amount(tokens, subject) else subject
    if subject is None or edge < 0 or not is_plain_subject(tokens, subject, index):
        return
    if is_own_voice(tokens, subject) and not tokens[edge].quotation:
        return
    quoted = tokens[edge].quotation
    after = past_told(tokens, index) if subject[1] <= index else subject[1]
    if not quoted and tokens[index].lower in cues.ACTS and tokens[index].lower not in cues.SAYING:
        return
    if quoted and _adverbial_before_report(tokens, index):
        return
    if not quoted and _content_follows(tokens, index, strictly=not inverted):
        return
    if not quoted and (
        _only_described(tokens, edge) or not (_tail_allows(tokens, after) and _says_something(scan, edge))
    ):
        return
    yield from _spoken(scan, (edge, index, after), subject)


def _is_amount(tokens: Sequence[Token], phrase: Range) -> bool:
    """Tell whether a phrase is so much or so many of what does not speak: "earned | $4m", "sold | 900 copies"."""
    first, head = tokens[phrase[0]], head_of(tokens[phrase[0] : phrase[1]])
    counts = first.number or first.lower in grammar.NUMBER_WORDS
    return counts and not (head.capital or is_person_noun(head))


def _spoken(scan: Scan, at: tuple[int, int, int], subject: Range) -> Iterator[Attribution]:
    """Yield what stands before a verb as its subject's words, or as the words of whom the subject quotes."""
    tokens, (edge, index, _) = scan.tokens, at
    quoted = _quoted_as(tokens, index)
    if quoted is None:
        yield from _both_halves(scan, at, subject)
        return
    medium = scan.sentence.text[tokens[subject[0]].start : tokens[subject[1] - 1].end]
    for one in _both_halves(scan, (edge, index, quoted[1] + 2), quoted):
        yield replace(one, medium=medium)


def _quoted_as(tokens: Sequence[Token], index: int) -> Range | None:
    """Return who is quoted by the subject: "“…,” the paper quoted | Lee | as saying"; None where nobody is."""
    limit = min(len(tokens) - 1, index + TOLD_TOKENS)
    at = next((k for k in range(index + 2, limit) if tokens[k].lower == "as"), 0)
    if tokens[index].lower not in _QUOTES or not at or tokens[at + 1].lower not in cues.PARTICIPLES:
        return None
    return index + 1, at


def past_told(tokens: Sequence[Token], verb: int) -> int:
    """Return where a verb ends with who was told: "told reporters |", "told the Courier | on Monday"."""
    at = verb + 1
    if tokens[verb].lower not in cues.TELLING:
        return at
    while at < len(tokens) and at - verb <= TOLD_TOKENS and tokens[at].word and not _ends_told(tokens[at]):
        at += 1
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
        at += 3  # "told the Arle News Agency (ANA)"
    return at if at == len(tokens) or not tokens[at].word or _ends_told(tokens[at]) else verb + 1


def _ends_told(token: Token) -> bool:
    closed = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | {"that", "and"}
    return token.quotation or grammar.is_time(token) or is_finite(token) or token.lower in closed


def _adverbial_before_report(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a quotation stands in an adverbial before a report ("Calling it “a farce,” Lee said that …")."""
    kind, _ = complement(tokens, index, telling=tokens[index].lower in cues.TELLING)
    first = tokens[0].lower
    return kind is Complement.THAT and (first.endswith("ing") or first in grammar.LEADS)


def _content_follows(tokens: Sequence[Token], index: int, *, strictly: bool) -> bool:
    """Tell whether the verb rather has a subject before and a content after it ("Lee, who left, told him: “…”")."""
    kind, _ = complement(tokens, index, telling=tokens[index].lower in cues.TELLING)
    if not strictly and _clause_of_pronoun(tokens, index + 1):
        return True  # "Lee, who resigned, said she “never wanted it”"
    begun = strictly and any(t.quotation for t in tokens[:index])
    before = None if strictly else subject_before(tokens, index)
    follows = kind in (Complement.CLAUSE, Complement.OTHER) and any(map(is_finite_or_past, tokens[index + 1 :]))
    if before is not None and before[0] == 0 and follows:
        return True  # "A memo, seen by the Courier, says 14 men lied"
    if begun or kind not in (Complement.QUOTATION, Complement.THAT):
        return False
    return strictly or before is not None


def _clause_of_pronoun(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a pronoun with its verb or a quotation stands at `at`, and none that ends a report ("said she")."""
    if at + 1 >= len(tokens) or tokens[at].lower not in grammar.PRONOUNS:
        return False
    after = tokens[at + 1]
    closed = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | {"and"}
    return after.quotation or (after.word and not grammar.is_time(after) and after.lower not in closed)


def _edge(tokens: Sequence[Token], low: int) -> int:
    """Return the index of the last token of the content that ends right before `low`, or -1."""
    at = low - 1
    if at > 0 and tokens[at].text in "'\"’”" and tokens[at - 1].quotation:
        at -= 1
    if at < 1 and not (at == 0 and tokens[0].quotation):
        return -1
    if tokens[at].quotation:
        return at if SPEECH.search(tokens[at].text) or at == 0 else -1
    if tokens[at].text in _EDGES:
        return at - 1
    closes = tokens[at].text in "”\"’'" and tokens[at - 1].text == ","  # "left “with regret,” | her office said"
    return at if closes else -1


def _says_something(scan: Scan, edge: int) -> bool:
    """Tell whether the words before ", X said" are a clause and not an adverbial ("In a statement, X said")."""
    words = [t for t in scan.tokens[: edge + 1] if t.start >= scan.taken]
    if len(words) < CLAUSE_WORDS or words[-1].lower in ("and", "but"):
        return False
    first = words[0].lower
    adverbial = first in grammar.PREPOSITIONS or first in grammar.LEADS
    clause = any(is_finite_or_past(t) or t.quotation for t in words) or (
        not adverbial and (any(t.lower.endswith("s") and not t.capital for t in words[1:]) or _has_unchanged(words))
    )
    if first in _SUBORDINATES:
        return sum(t.text == "," for t in words) > 0
    return clause


def _only_described(tokens: Sequence[Token], edge: int) -> bool:
    """Tell whether only a subject with its relative clause stands before a verb: "Ann Berg, who wrote a book, |"."""
    comma = next((k for k in range(edge) if tokens[k].text == ","), 0)
    described = comma > 0 and tokens[comma + 1].lower in ("who", "which", "whose")
    plain = not any(map(is_finite_or_past, tokens[:comma])) and not any(
        t.text == "," for t in tokens[comma + 1 : edge + 1]
    )
    return described and plain


def _has_unchanged(words: Sequence[Token]) -> bool:
    """Tell whether a past that has the form of a noun stands between its subject and its object: "it cost £3m"."""
    closed = grammar.DETERMINERS | grammar.PREPOSITIONS
    return any(
        verb.lower in grammar.UNCHANGED and before.word and before.lower not in closed and after.word
        for before, verb, after in zip(words, words[1:], words[2:], strict=False)
    )


def _tail_allows(tokens: Sequence[Token], after: int) -> bool:
    """Tell whether what follows can follow a postposed cue: the sentence's end, an adjunct, or the quotation again."""
    if after >= len(tokens):
        return True
    token = tokens[after]
    if token.quotation or not token.word or token.lower in grammar.TIMES or token.lower in _TAILS:
        return token.text not in ("(", "“", '"')
    return token.lower in grammar.PREPOSITIONS - _NO_TAILS or token.lower.endswith(("ing", "ly"))


def _both_halves(scan: Scan, at: tuple[int, int, int], subject: Range) -> Iterator[Attribution]:
    edge, index, after = at
    tokens, sentence = scan.tokens, scan.sentence
    cue, mention = scan.cue(index), scan.span(subject)
    low = _content_low(scan, edge)
    end = tokens[edge].end
    quoted = any(t.quotation for t in tokens[: edge + 1] if t.start >= low)
    second = next((k for k in range(after, len(tokens)) if tokens[k].quotation), -1)
    if not quoted and second == after + 1 and not any(map(is_finite, tokens[: edge + 1])) and not scan.taken:
        whole = content_span(sentence, 0, quotation_end(tokens, second))  # "All of it, he said, “is subject to …”"
        if whole is not None:
            yield Attribution(whole, cue, mention, "inserted", 0.75)
        return
    first = content_span(sentence, low, end)
    if first is not None:
        confidence = 0.9 if quoted else 0.8
        for part in parts(sentence, first):
            yield Attribution(part, cue, mention, "postposed", confidence)
    resumed = second >= 0 and (second == after or tokens[second - 1].lower in RESUMES)
    if quoted and resumed and not _cue_between(tokens, after, second):
        content = content_span(sentence, tokens[second].start, quotation_end(tokens, second))
        if content is not None:
            yield Attribution(content, cue, mention, "postposed-second-half", 0.9)


def _content_low(scan: Scan, edge: int) -> int:
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


__all__ = ["past_told", "postposed"]
