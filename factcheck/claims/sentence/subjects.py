"""Find the phrase that names a speaker beside a verb; any noun phrase may: "police", "two people briefed on the talks".

Method: from the verb leftwards over its auxiliaries and adverbs to the noun phrase before them (`phrases`), stepping
over appositions, relative clauses, brackets and dates. A phrase that cannot name a speaker is None: no speaker is
better than "and". Ranges are half-open, in tokens.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.grammar import Token, is_adverb, is_finite, is_person_noun
from factcheck.claims.sentence.phrases import ISSUED, NAME_TOKENS, can_end, leads, phrase_before
from factcheck.claims.sentence.speaking_nouns import PHRASE_TOKENS, can_speak, head_of
from factcheck.text.names.gazetteer import ORGANISATION_WORDS

Range = tuple[int, int]

APPOSITION_TOKENS = 32  # how far an apposition may part a subject from its verb

DASHES = frozenset(["—", "–", "--", "-", "―"])
_BREAKS = frozenset([",", *DASHES])
_OPENS_APPOSITION_WORDS = """
    a an the who which whose then former in on at during his her one now"""
_OPENS_APPOSITION = frozenset(_OPENS_APPOSITION_WORDS.split())
_DOCUMENTS_WORDS = """
    report study poll survey statement letter memo documents data figures review email research analysis statistics
    estimates assessment audit findings results ranking index count guidance petition
    lawsuit complaint filing dossier indictment manifesto records minutes accounts contracts spreadsheet
    emails letters messages filings logs invoices receipts transcripts"""
DOCUMENTS = frozenset(_DOCUMENTS_WORDS.split())
"""What people speak through: a document with its description can be a claimant."""
_DESCRIBES = frozenset(
    ["that", "which", "by", "from", "of", "published", "released", "commissioned", "obtained", "seen", "conducted"]
)
_INSERTS = frozenset(["who", "which", "whose", "whether", "how", "why", "what"])
"""Words behind which a verb of an insertion is not that of the sentence: "Lee, asked whether it was late, said"."""
_MARKS = frozenset("\"“„‘'«")
_BEFORE_NO_PAST = grammar.DETERMINERS | grammar.PREPOSITIONS | grammar.AUXILIARIES | {"to", "and", "or"}
"""Words behind which "cut" or "hit" is a noun or an infinitive."""
_NO_TITLE = (grammar.DETERMINERS | {"who", "which", "whose"}) - {"the"}
_COORDINATES = frozenset(["and", "but", "or", "then"])
_GOING_ON = frozenset(["went", "goes", "going", "on", "to", "continued", "continues"])
_HABITS = frozenset(["liked", "likes", "loved", "loves", "used"])
_STRETCHES = frozenset(f"{word}s" for word in "minute hour day week month year decade".split())  # noqa: SIM905
_APART = frozenset(["later", "afterwards", "afterward", "earlier", "before", "after", "previously"])
_COUNTS = grammar.NUMBER_WORDS | {"a", "couple", "of", "few", "several", "some", "many", "about", "only", "just"}
INTERVAL_TOKENS = 5
_LOOKED_BACK = 80
"""Words in which the subject of a coordinated verb is looked for: an endless list of verbs would cost their square."""


@grammar.once
def subject_before(tokens: Sequence[Token], verb: int) -> Range | None:
    """Return the subject of the verb at `verb` that stands before it, or None."""
    at = before_verb(tokens, verb)
    if at < 0:
        return None
    token = tokens[at]
    if token.lower in _COORDINATES:
        at -= at > 0 and tokens[at - 1].text == ","
        return main_subject(tokens, at, nearest=True)
    if token.lower in ("who", "which", "that"):
        at -= 1 + (at > 0 and tokens[at - 1].text == ",")
        found = _not_another(tokens, phrase_before(tokens, _before_age(tokens, at)))
        return _named_in_apposition(tokens, found) or found if found is not None else None
    if token.text in _BREAKS:
        return _before_apposition(tokens, at)
    return phrase_before(tokens, at)


def _not_another(tokens: Sequence[Token], found: Range | None) -> Range | None:
    """Return who it was, where `found` is who it was not: "It was Lee, not | Hill |, who said"."""
    at = found[0] - 1 if found is not None else 0
    if at > 1 and tokens[at].lower == "not":
        at -= tokens[at - 1].lower in ("and", "but")
    elif at > 2 and (tokens[at - 1].lower, tokens[at].lower) in (("rather", "than"), ("instead", "of")):  # noqa: PLR2004
        at -= 1
    else:
        return found
    return phrase_before(tokens, at - 1 - (tokens[at - 1].text == ",")) or found


def _before_age(tokens: Sequence[Token], at: int) -> int:
    """Return the end of the name whose age ends at `at` ("Ann Lee |, 44"), or `at`."""
    aged = at > 1 and tokens[at].text.isdigit() and tokens[at - 1].text == ","
    return at - 2 if aged else at


def before_verb(tokens: Sequence[Token], verb: int) -> int:
    """Return the index of the last token before a verb's auxiliaries and adverbs, and before "two days later"."""
    at = verb - 1
    while at >= 0 and (is_adverb(tokens[at]) or tokens[at].lower in grammar.AUXILIARIES or _goes_on(tokens, at)):
        at -= 1
    return _before_interval(tokens, at)


def _before_interval(tokens: Sequence[Token], at: int) -> int:
    """Step over how long after something else it was said: "and a couple of days | afterwards told"."""
    if at < 0 or at + 1 >= len(tokens) or tokens[at].lower not in _STRETCHES or tokens[at + 1].lower not in _APART:
        return at
    low = at - 1
    while low >= 0 and at - low <= INTERVAL_TOKENS and (tokens[low].number or tokens[low].lower in _COUNTS):
        low -= 1
    return low if low < at - 1 else at


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token belongs to "went on to", "continued to" or "liked to" before the verb."""
    if tokens[at].lower in _HABITS or (tokens[at].lower == "to" and at > 0 and tokens[at - 1].lower in _HABITS):
        return "to" in (tokens[at].lower, tokens[at + 1].lower)
    if tokens[at].lower not in _GOING_ON:
        return False
    ahead = [t.lower for t in tokens[at : at + 3]]
    if ahead[0] in ("went", "goes", "going"):
        return ahead[1:3] == ["on", "to"]
    if ahead[0] == "on":
        return at > 0 and tokens[at - 1].lower in ("went", "goes", "going") and ahead[1:2] == ["to"]
    before = tokens[at - 1].lower if at > 0 else ""
    if ahead[0] == "to":
        return before in ("on", "continued", "continues") and (
            before != "on" or tokens[at - 2].lower in ("went", "goes")
        )
    return ahead[0] in ("continued", "continues") and ahead[1:2] == ["to"]


def main_subject(tokens: Sequence[Token], before: int, *, nearest: bool = False) -> Range | None:
    """Return the subject of the main clause: of its verb of saying, else of the first (or `nearest`) finite verb."""
    verbs = [k for k in range(max(1, before - _LOOKED_BACK), before) if _may_be_finite(tokens, k)]
    saying = [k for k in verbs if tokens[k].lower in cues.SAYING]
    for verb in [*saying, *reversed(verbs)] if nearest else [*saying[:1], *verbs]:
        if tokens[before_verb(tokens, verb)].lower in _COORDINATES:
            continue  # its subject is that of an earlier verb; looking for it here would look again for each of those
        found = subject_before(tokens, verb)
        if found is None or _subordinate(tokens, found[0]):
            continue
        dummy = tokens[found[0]].lower == "it" and not (verb in saying and found[1] == verb)  # "it says" has a speaker
        if not dummy and tokens[found[0]].lower != "you":
            return found
    return None


def _may_be_finite(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word can be the verb of a clause: it is one by its form, or a cue that is no noun here."""
    token, before = tokens[at], tokens[at - 1]
    if token.capital or token.quotation:
        return False
    if is_finite(token) or (token.lower.endswith("ed") and len(token.lower) > 4):  # noqa: PLR2004 - "red"
        return True
    if token.lower in grammar.UNCHANGED and before.word and before.lower not in _BEFORE_NO_PAST:
        return True
    plain = before.lower in grammar.PRONOUNS or before.capital or before.text == ","
    return token.lower in cues.VERBS and (plain or token.lower not in cues.NOUN_LIKE)


def _subordinate(tokens: Sequence[Token], low: int) -> bool:
    return low > 0 and tokens[low - 1].lower in grammar.CONJUNCTIONS - {"so", "yet", "but"}


def _before_apposition(tokens: Sequence[Token], closing: int) -> Range | None:
    """Return the noun phrase before an apposition or insertion that ends at the comma or dash `closing`."""
    if (named := _opens_clause(tokens, closing)) is not None:
        return named
    mark = tokens[closing].text
    for k in range(closing - 1, max(0, closing - APPOSITION_TOKENS), -1):
        token = tokens[k]
        if token.quotation or token.text in ";:":
            return None
        if token.text == mark and _opens_apposition(tokens, k + 1, closing):
            found = phrase_before(tokens, k - 1)
            if found is not None and _by_whom(tokens, found):
                continue
            if found is not None and _is_name(tokens[k + 1 : closing]) and _describes_person(tokens, found):
                return found[0], closing
            if found is not None:
                return _named_before(tokens, found) or found
    return None


def _by_whom(tokens: Sequence[Token], found: Range) -> bool:
    """Tell whether a phrase is only by whom the subject was made: "The memo, dated May 3 and signed by | Lee |,"."""
    at = found[0] - 2
    by = at > 1 and tokens[at + 1].lower == "by" and tokens[at].lower.endswith(("ed", "en"))
    return by and tokens[at - 1].text in (*_BREAKS, "and")


def _describes_person(tokens: Sequence[Token], phrase: Range) -> bool:
    """Tell whether a phrase says what somebody is ("the envoy to the UN", "one of the pupils") and is no name."""
    words = tokens[phrase[0] : phrase[1]]
    described = words[0].lower in grammar.DETERMINERS and any(is_person_noun(w) for w in words if not w.capital)
    return not words[-1].capital or described


def _is_name(words: Sequence[Token]) -> bool:
    """Tell whether an apposition is a full name, with an office at most ("one of the pupils, coach Ann Lee, said")."""
    low = len(words)
    while low > 0 and grammar.of_name(words, low - 1):
        low -= 1
    titled = low == 0 or (is_person_noun(words[low - 1]) and words[0].lower not in _NO_TITLE)
    plain = all(word.word and word.lower not in grammar.PREPOSITIONS for word in words[:low])
    return titled and plain and 1 < len(words) - low < NAME_TOKENS


def _opens_clause(tokens: Sequence[Token], closing: int) -> Range | None:
    """Return the name that begins the clause, where all that stands between it and `closing` is in apposition."""
    quoted = [k for k in range(max(0, closing - APPOSITION_TOKENS), closing) if tokens[k].quotation]
    low = quoted[-1] + 1 if quoted else 0
    low += low < closing and tokens[low].lower in ("but", "and")
    high = low
    while high < closing and high - low < NAME_TOKENS and grammar.of_name(tokens, high):
        high += 1
    if high == low or high >= closing or tokens[high].text not in (",", "(") or leads(tokens[low]):
        return None
    if tokens[high].text == "(" and not _only_brackets(tokens, high, closing):
        return None
    relative = False
    for at in range(high, closing):
        token = tokens[at]
        relative = relative or token.lower in _INSERTS
        if token.quotation or (is_finite(token) and not relative) or (at > high and _goes_on_behind(tokens, at)):
            return None
    return low, high


def _goes_on_behind(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a comma closes an insertion, and a present goes on: "The firm, which runs 11 ships, | plans to"."""
    if tokens[at].text != "," or at + 2 >= len(tokens):
        return False
    verb, behind = tokens[at + 1], tokens[at + 2]
    present = verb.lower.endswith("s") and not verb.capital and verb.lower not in grammar.DETERMINERS
    return present and (behind.lower in grammar.DETERMINERS | {"to"} or behind.number)


def _only_brackets(tokens: Sequence[Token], low: int, closing: int) -> bool:
    """Tell whether brackets that open at `low` are followed by a mark, as no clause is: "The firm (NFC) | plans …"."""
    end = next((k for k in range(low, closing) if tokens[k].text == ")"), closing)
    return end + 1 >= closing or tokens[end + 1].text in _BREAKS


def _opens_apposition(tokens: Sequence[Token], low: int, high: int) -> bool:
    if low >= high:
        return False
    low += tokens[low].text in _MARKS and low + 1 < high
    first = tokens[low]
    if first.lower in ("who", "which", "whose", "in", "on", "at", "during") or first.number:
        return True
    clause = any(is_finite(t) for t in tokens[low:high] if t.lower not in ("who", "which"))
    relative = any(t.lower in ("who", "which", "whose") for t in tokens[low:high])
    return (not clause or relative) and (first.lower in _OPENS_APPOSITION or first.word)


def _named_before(tokens: Sequence[Token], found: Range) -> Range | None:
    """Return the name that `found` is itself an apposition to ("Lee, a spokesman, in a statement, said")."""
    low = found[0]
    if low < 2 or tokens[low - 1].text != "," or tokens[low].lower not in ("a", "an", "the"):  # noqa: PLR2004
        return None
    name = phrase_before(tokens, low - 2)
    return name if name is not None and tokens[name[1] - 1].capital else None


def _named_in_apposition(tokens: Sequence[Token], found: Range) -> Range | None:
    """Return the full name that `found` describes behind a comma: "Ann Lee, a mill owner, who said"."""
    low = found[0]
    if low < 3 or tokens[low - 1].text != "," or tokens[low].capital:  # noqa: PLR2004 - two words of a name, a comma
        return None
    if not is_person_noun(head_of(tokens[low : found[1]])):
        return None
    at = low - 1
    while (
        at > 0 and grammar.of_name(tokens, at - 1) and not grammar.is_time(tokens[at - 1]) and low - at <= NAME_TOKENS
    ):
        at -= 1
    return (at, low - 1) if low - 1 - at > 1 and not leads(tokens[at]) else None


def subject_after(tokens: Sequence[Token], verb: int) -> Range | None:
    """Return the subject that follows a verb ("said White House press secretary Karine Lee"), or None."""
    low = verb + 1
    while low < len(tokens) and is_adverb(tokens[low]):
        low += 1
    if low >= len(tokens):
        return None
    if tokens[low].lower in ("no", "yes", "so", "nothing", "little", "goodbye") and _stands_alone(tokens, low):
        return None  # "the union said no"
    if tokens[low].lower in grammar.PRONOUNS:
        return None if tokens[low].lower in ("it", "you") else (low, low + 1)
    high = low
    while high < len(tokens) and high - low < PHRASE_TOKENS:
        if not grammar.in_name(tokens, high) and not _goes_right(tokens, low, high):
            break
        high += 1
    while high > low and (not can_end(tokens[high - 1]) or tokens[high - 1].lower in ISSUED | {"last", "this"}):
        high -= 1
    if high > low and head_of(tokens[low:high]).lower in DOCUMENTS:
        high = _document_end(tokens, high)
    if high == low or not can_speak(tokens, (low, high)):
        return None
    return low, _name_end(tokens, verb, low, high)


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 >= len(tokens) or not tokens[at + 1].word


def _name_end(tokens: Sequence[Token], verb: int, low: int, high: int) -> int:
    """Return where the name ends that stands in apposition to a description: "said a guard at the mill, Ann Lee"."""
    head = head_of(tokens[low:high])
    described = (
        (tokens[verb].lower in cues.VERBS or _of_a_source(tokens, verb))
        and tokens[low].lower in grammar.DETERMINERS
        and not head.capital
        and is_person_noun(head)
    )
    if not described or high >= len(tokens) or tokens[high].text != ",":
        return high
    end = next(
        (k for k in range(high + 1, len(tokens)) if not grammar.of_name(tokens, k) or grammar.is_time(tokens[k])),
        len(tokens),
    )
    ends = end == len(tokens) or not tokens[end].word or grammar.is_time(tokens[end])
    return end if 1 < end - high - 1 < NAME_TOKENS and ends else high


def _of_a_source(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether "according to" ends at `last`."""
    return last > 0 and (tokens[last - 1].lower, tokens[last].lower) == ("according", "to")


def _document_end(tokens: Sequence[Token], high: int) -> int:
    """Return where the description of a document ends: "a report that the council published three weeks ago"."""
    if high >= len(tokens) or tokens[high].lower not in _DESCRIBES:
        return high
    limit = min(len(tokens), high + PHRASE_TOKENS // 2)
    end = next((k for k in range(high, limit) if not tokens[k].word), limit)
    return end if end == len(tokens) or not tokens[end].word else high


def _goes_right(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Tell whether the token at `at` still belongs to the phrase that began at `low`."""
    token, lower = tokens[at], tokens[at].lower
    if not token.word or lower in grammar.CONJUNCTIONS or is_finite(token) or grammar.is_time(token):
        return token.text == "&"
    if at == low:
        return grammar.before_surname(tokens, at) or (lower not in grammar.PREPOSITIONS and lower != "to")
    before = tokens[at - 1]
    if lower in grammar.PREPOSITIONS:
        organisation = before.lower in ORGANISATION_WORDS
        return lower == "of" or (
            (organisation or not before.capital) and lower in ("for", "from", "with", "at", "in", "on", "to")
        )
    if lower in ("and", "or"):
        named = any(t.capital for t in tokens[at + 1 : at + 4]) and is_person_noun(before) and not before.capital
        return at + 1 < len(tokens) and ((tokens[at + 1].capital and before.capital) or named)
    if lower in grammar.DETERMINERS:
        return before.lower in grammar.PREPOSITIONS or before.lower in ("and", "one", "all", "both")
    modifier = (  # "a guard at the Arle mill"
        at - low > 2  # noqa: PLR2004 - preposition, determiner, name
        and tokens[at - 2].lower in grammar.DETERMINERS
        and tokens[at - 3].lower in grammar.PREPOSITIONS
        and lower not in ("last", "this", "next", "late", "early")
    )
    titled = any(is_person_noun(t) or t.lower in DOCUMENTS for t in tokens[at : at + 3])
    plain = lower not in grammar.PRONOUNS and not is_adverb(token)
    return plain and (token.capital or not before.capital or titled or modifier)


__all__ = ["DASHES", "DOCUMENTS", "before_verb", "main_subject", "subject_after", "subject_before"]
