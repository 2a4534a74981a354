"""Find the phrase that names a speaker beside a verb; any noun phrase may: "police", "two people briefed on the talks".

Method: from the verb leftwards over its auxiliaries and adverbs, then over the words that can join into one noun phrase
(a preposition needs a noun on its left, a lower-case noun before a name must name a person); appositions, relative
clauses, brackets and dates between subject and verb are stepped over. A phrase that cannot name a speaker is None: no
speaker is better than "and". Ranges are half-open, in tokens.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import cues, grammar
from factcheck.claims.grammar import Token, is_adverb, is_finite, is_person_noun
from factcheck.text.gazetteer import ORGANISATION_WORDS

Range = tuple[int, int]

PHRASE_TOKENS = 22  # a longer "phrase" is a clause
NAME_TOKENS = 6  # "Sen. Richard J. van Durbin"
APPOSITION_TOKENS = 32  # how far an apposition may part a subject from its verb
RELATIVE_TOKENS = 10  # how far back a relative pronoun may stand

DASHES = frozenset(["—", "–", "--", "-", "―"])
_BREAKS = frozenset([",", *DASHES])
_OPENS_APPOSITION = frozenset(
    [
        "a",
        "an",
        "the",
        "who",
        "which",
        "whose",
        "then",
        "former",
        "in",
        "on",
        "at",
        "during",
        "his",
        "her",
        "one",
        "now",
    ]
)
_MODIFIERS = frozenset(
    [
        "former",
        "then",
        "senior",
        "ex",
        "late",
        "top",
        "new",
        "prime",
        "vice",
        "deputy",
        "republican",
        "democratic",
        "mr",
    ]
)
DOCUMENTS = frozenset(
    [
        "report",
        "study",
        "poll",
        "survey",
        "statement",
        "letter",
        "memo",
        "documents",
        "data",
        "figures",
        "review",
        "email",
    ]
)
"""What people speak through: a document with its description can be a claimant."""
_DESCRIBES = frozenset(
    ["that", "which", "by", "from", "of", "published", "released", "commissioned", "obtained", "seen", "conducted"]
)
_NO_TITLE = frozenset(["who", "which", "whose"])
_COORDINATES = frozenset(["and", "but", "or", "then"])
_ADVERBIAL = frozenset(["asked", "speaking", "commenting", "pressed", "responding", "writing", "according", "citing"])
_BARE = frozenset(
    ["and", "or", "that", "there", "here", "it's", "motion", "way", "time", "fact", "day", "year", "thing"]
)
_NO_SPEAKERS = frozenset("this its his her their my our your the a an each every let's".split())
_WITHOUT_ARTICLE = frozenset(
    ["police", "people", "staff", "media", "officials", "data", "figures", "documents", "sources"]
)


_SPEECHLESS_WORDS = """
    attack fire blast explosion crash shooting incident accident bombing war storm hurricane tornado flood earthquake
    murder killing death virus pandemic outbreak disease illness injury injuries weapon gun bomb bullet car truck
    vehicle plane aircraft ship train bus building road bridge street door window wall money price rate scene area
    damage smoke weather snow rain heat crisis violence fighting unrest arrest trial election vote economy
    dollar pound euro hour day week month year decade century proceedings"""
_SPEECHLESS = frozenset(word + ending for word in _SPEECHLESS_WORDS.split() for ending in ("", "s", "es"))
"""What happens, or is driven, cannot speak; a sign, a film, a bill or a song can."""


def subject_before(tokens: Sequence[Token], verb: int) -> Range | None:
    """Return the subject of the verb at `verb` that stands before it, or None."""
    at = _before_verb(tokens, verb)
    if at < 0:
        return None
    token = tokens[at]
    if token.lower in _COORDINATES:
        at -= at > 0 and tokens[at - 1].text == ","
        return main_subject(tokens, at, nearest=True)
    if token.lower in ("who", "which", "that"):
        at -= 1 + (at > 0 and tokens[at - 1].text == ",")
        return phrase_before(tokens, at)
    if token.text in _BREAKS:
        return _before_apposition(tokens, at)
    return phrase_before(tokens, at)


def _before_verb(tokens: Sequence[Token], verb: int) -> int:
    """Return the index of the last token before the verb's auxiliaries and adverbs."""
    at = verb - 1
    while at >= 0 and (is_adverb(tokens[at]) or tokens[at].lower in grammar.AUXILIARIES or _goes_on(tokens, at)):
        at -= 1
    return at


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token belongs to "went on to" or "continued to" before the verb."""
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
    verbs = [k for k in range(1, before) if _may_be_finite(tokens, k)]
    saying = [k for k in verbs if tokens[k].lower in cues.SAYING]
    for verb in [*saying, *reversed(verbs)] if nearest else [*saying[:1], *verbs]:
        if tokens[_before_verb(tokens, verb)].lower in _COORDINATES:
            continue  # its subject is that of an earlier verb; looking for it here would look again for each of those
        found = subject_before(tokens, verb)
        if found is not None and not _subordinate(tokens, found[0]) and tokens[found[0]].lower not in ("it", "you"):
            return found
    return None


def _may_be_finite(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word can be the verb of a clause: it is one by its form, or a cue that is no noun here."""
    token, before = tokens[at], tokens[at - 1]
    if token.capital or token.quotation:
        return False
    if is_finite(token) or (token.lower.endswith("ed") and len(token.lower) > 4):  # noqa: PLR2004 - "red"
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
            if found is not None and _is_name(tokens[k + 1 : closing]) and _describes_person(tokens, found):
                return found[0], closing
            if found is not None:
                return _named_before(tokens, found) or found
    return None


def _describes_person(tokens: Sequence[Token], phrase: Range) -> bool:
    """Tell whether a phrase says what somebody is ("the envoy to the UN", "one of the pupils") and is no name."""
    words = tokens[phrase[0] : phrase[1]]
    described = words[0].lower in grammar.DETERMINERS and any(is_person_noun(w) for w in words if not w.capital)
    return not words[-1].capital or described


def _is_name(words: Sequence[Token]) -> bool:
    """Tell whether an apposition is a full name, with an office at most ("one of the pupils, coach Ann Lee, said")."""
    low = len(words)
    while low > 0 and words[low - 1].capital:
        low -= 1
    titled = low == 0 or (is_person_noun(words[low - 1]) and words[0].lower not in grammar.DETERMINERS | _NO_TITLE)
    plain = all(word.word and word.lower not in grammar.PREPOSITIONS for word in words[:low])
    return titled and plain and 1 < len(words) - low < NAME_TOKENS


def _opens_clause(tokens: Sequence[Token], closing: int) -> Range | None:
    """Return the name that begins the clause, where all that stands between it and `closing` is in apposition."""
    quoted = [k for k in range(max(0, closing - APPOSITION_TOKENS), closing) if tokens[k].quotation]
    low = quoted[-1] + 1 if quoted else 0
    low += low < closing and tokens[low].lower in ("but", "and")
    high = low
    while high < closing and high - low < NAME_TOKENS and (tokens[high].capital or tokens[high].lower in ("de", "von")):
        high += 1
    if high == low or high >= closing or tokens[high].text not in (",", "(") or _leads(tokens[low]):
        return None
    relative = False
    for token in tokens[high:closing]:
        relative = relative or token.lower in ("who", "which", "whose")
        if token.quotation or (is_finite(token) and not relative):
            return None
    return low, high


def _opens_apposition(tokens: Sequence[Token], low: int, high: int) -> bool:
    if low >= high:
        return False
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


def phrase_before(tokens: Sequence[Token], last: int, *, alone: bool = False) -> Range | None:
    """Return the noun phrase whose last token is `last`, or None where the words cannot name a speaker.

    `alone`: without what "and" joins to it.
    """
    if last >= 0 and tokens[last].text == ")":
        last = next((k for k in range(last, max(-1, last - 12), -1) if tokens[k].text == "("), 0) - 1
    last = _without_time(tokens, last)
    if last < 0:
        return None
    if tokens[last].lower in grammar.PRONOUNS:
        return last, last + 1
    if not _can_end(tokens[last]):
        return None
    low = last
    while low > 0 and last - low < PHRASE_TOKENS and _joins(tokens, low - 1, alone=alone):
        low -= 1
    relative = _relative_before(tokens, low)
    if relative == low - 1 and tokens[relative].lower == "which":
        relative = -1  # "which the minister called a blow": what stands right behind it is the subject
    if relative >= 0:
        antecedent = phrase_before(tokens, relative - 1 - (relative > 0 and tokens[relative - 1].text == ","))
        return (antecedent[0], last + 1) if antecedent and antecedent[1] == relative else antecedent
    while low < last and tokens[low].lower in grammar.LEADS | {"of", "to"}:
        low += 1
    if not alone and any(t.lower == "and" for t in tokens[low:last]):
        low = _list_start(tokens, low)
    if _is_people(tokens[last]) and _singular_before(tokens, low, last):
        low = last
    return (low, last + 1) if can_speak(tokens, (low, last + 1)) else None


def _list_start(tokens: Sequence[Token], low: int) -> int:
    """Return where the full names begin that stand in one list with the phrase at `low` ("Rita Marsh, Colin Weir and")."""
    at = low
    while at > 2 and tokens[at - 1].text == ",":  # noqa: PLR2004 - a name of two words, and the comma
        name = at - 1
        while name > 0 and tokens[name - 1].capital and at - 1 - name < NAME_TOKENS:
            name -= 1
        if at - 1 - name < 2 or _leads(tokens[name]) or grammar.is_time(tokens[at - 2]):  # noqa: PLR2004
            break
        at = name
    return at if at == 0 or not tokens[at - 1].word or _leads(tokens[at - 1]) else low


def _singular_before(tokens: Sequence[Token], low: int, last: int) -> bool:
    """Tell whether a noun of its own stands before the people at `last`: "a position | farmers say is untenable"."""
    between = tokens[low + 1 : last]
    plain = all(t.word and not t.capital and t.lower not in grammar.PREPOSITIONS | {"and", "or"} for t in between)
    return bool(between) and plain and tokens[low].lower in ("a", "an")


def _without_time(tokens: Sequence[Token], last: int) -> int:
    """Step over a date between the subject and its verb: "Lee on Monday said", "the mayor on May 3, 2019 said"."""
    at, named = last, False
    while at >= 0 and ((dates := _is_calendar(tokens, at)) or _belongs_to_date(tokens, at, last)):
        named = named or dates
        at -= 1
    if not named:
        return last
    while at >= 0 and tokens[at].lower in ("on", "last", "this", "late", "early", "in", "earlier", "of", "the"):
        at -= 1
    return at if at >= 0 else last


def _is_calendar(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word names a day, a month or "week"; "May" only beside a number."""
    token = tokens[at]
    beside = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]]
    return grammar.is_time(token) or (token.text == "May" and any(t.number and t.text[0].isdigit() for t in beside))


def _belongs_to_date(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether a number, or the comma before the year, can be part of the date that ends at `last`."""
    if tokens[at].text == ",":
        return 0 < at < last and tokens[at + 1].number and (tokens[at - 1].number or _is_calendar(tokens, at - 1))
    return tokens[at].number and tokens[at].text[0].isdigit()


def _can_end(token: Token) -> bool:
    lower = token.lower
    if not token.word or lower in grammar.PREPOSITIONS or lower in grammar.CONJUNCTIONS or is_finite(token):
        return False
    return not is_adverb(token) and lower not in ("and", "or", "the", "a", "an", "to")


def _joins(tokens: Sequence[Token], at: int, *, alone: bool) -> bool:  # noqa: PLR0911 - one line a class of words
    """Tell whether the token at `at` belongs to the noun phrase that so far begins with the next one."""
    token, right = tokens[at], tokens[at + 1]
    lower = token.lower
    if not token.word:
        return token.text == "&"
    if lower in grammar.PREPOSITIONS:
        return at > 0 and _noun_like(tokens[at - 1]) and (at > 1 or lower == "of" or not _leads(tokens[0]))
    if right.lower in grammar.DETERMINERS and right.lower not in ("other", "one", "two", "three", "several", "many"):
        return lower in ("all", "both", "half") or (lower in ("and", "or") and not alone and _coordinated(tokens, at))
    if lower in ("and", "or"):
        return not alone and _coordinated(tokens, at)
    if lower in grammar.CONJUNCTIONS or lower in grammar.PRONOUNS or grammar.is_time(token) or is_finite(token):
        return False
    if is_adverb(token):
        return at > 0 and tokens[at - 1].lower in grammar.DETERMINERS
    if lower in grammar.DETERMINERS or token.number:
        return True
    if not token.capital and right.capital:
        modifies = at > 0 and tokens[at - 1].lower in ("a", "an")
        return (
            modifies
            or is_person_noun(token)
            or lower in _MODIFIERS
            or lower.endswith("-elect")
            or lower.startswith("ex-")
        )
    if lower.endswith(("ed", "ing")) and not token.capital and len(lower) > 4:  # noqa: PLR2004 - "red", "king"
        return _participle_joins(tokens, at)
    return True


def _participle_joins(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a participle modifies a noun: "people briefed on the talks", "the wounded man"."""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.lower in grammar.DETERMINERS:
        return True
    return (not before.capital or is_person_noun(before)) and _noun_like(before)


def _coordinated(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "and" joins two speakers: what stands before it is a noun phrase that begins a clause."""
    left = phrase_before(tokens, at - 1, alone=True)
    if left is None or left[1] != at:
        return False
    low = left[0]
    return low == 0 or not tokens[low - 1].word or _leads(tokens[low - 1]) or tokens[low - 1].lower == "and"


def _leads(token: Token) -> bool:
    return token.lower in grammar.LEADS or token.lower in grammar.CONJUNCTIONS


def _noun_like(token: Token) -> bool:
    lower = token.lower
    if not token.word or grammar.is_time(token) or is_finite(token) or is_adverb(token):
        return lower in ("most", "all", "both")
    return lower not in grammar.PREPOSITIONS and lower not in grammar.CONJUNCTIONS and lower not in ("and", "or", "to")


def _relative_before(tokens: Sequence[Token], low: int) -> int:
    """Return the index of a relative pronoun shortly before `low` in the same stretch, or -1."""
    for k in range(low - 1, max(-1, low - RELATIVE_TOKENS), -1):
        if tokens[k].lower in ("who", "which", "whose") and k > 0:
            return k
        if not tokens[k].word or tokens[k].lower in grammar.CONJUNCTIONS:
            return -1
    return -1


def can_speak(tokens: Sequence[Token], phrase: Range) -> bool:
    """Tell whether a phrase can name a speaker: a name, a pronoun, a person noun, or a noun with its article."""
    words = tokens[phrase[0] : phrase[1]]
    if (
        not words
        or words[0].lower in _ADVERBIAL
        or len(words) > PHRASE_TOKENS
        or (len(words) == 1 and words[0].lower in _BARE | _NO_SPEAKERS)
    ):
        return False
    head = _head(words)
    if head.lower in grammar.PRONOUNS or head.lower in _WITHOUT_ARTICLE:
        return True
    if head.lower in _BARE or head.lower in _SPEECHLESS or not head.word or is_finite(head) or grammar.is_time(head):
        return False
    if head.capital:
        return head.lower not in grammar.LEADS
    first = words[0]
    if is_person_noun(head) and (head.lower.endswith("s") or len(words) > 1):
        return True
    modified = first.lower in grammar.DETERMINERS or first.number or any(w.lower.endswith(("'s", "s'")) for w in words)
    return modified or (head.lower.endswith("s") and not head.lower.endswith("ss"))


def _is_people(token: Token) -> bool:
    return is_person_noun(token) and token.lower.endswith("s")


def _head(words: Sequence[Token]) -> Token:
    """Return the head of a noun phrase: its last word before a preposition, a participle or a relative clause."""
    for index, word in enumerate(words):
        stops = word.lower in grammar.PREPOSITIONS or word.lower in ("who", "which", "whose", "that")
        going = word.lower.endswith("ing") and not word.capital and _is_people(words[index - 1]) if index else False
        if index and (stops or going or (word.lower.endswith("ed") and not word.capital and index > 1)):
            head = words[index - 1]
            return words[-1] if head.lower in grammar.DETERMINERS else head
    return words[-1]


def subject_after(tokens: Sequence[Token], verb: int) -> Range | None:
    """Return the subject that follows a verb ("said White House press secretary Karine Lee"), or None."""
    low = verb + 1
    while low < len(tokens) and is_adverb(tokens[low]):
        low += 1
    if low >= len(tokens):
        return None
    if tokens[low].lower in grammar.PRONOUNS:
        return None if tokens[low].lower in ("it", "you") else (low, low + 1)
    high = low
    while high < len(tokens) and high - low < PHRASE_TOKENS and _goes_right(tokens, low, high):
        high += 1
    while high > low and not _can_end(tokens[high - 1]):
        high -= 1
    if high > low and _head(tokens[low:high]).lower in DOCUMENTS:
        high = _document_end(tokens, high)
    if high == low or not can_speak(tokens, (low, high)):
        return None
    return low, _name_end(tokens, verb, low, high)


def _name_end(tokens: Sequence[Token], verb: int, low: int, high: int) -> int:
    """Return where the name ends that stands in apposition to a description: "said a guard at the mill, Ann Lee"."""
    head = _head(tokens[low:high])
    described = (
        tokens[verb].lower in cues.VERBS
        and tokens[low].lower in grammar.DETERMINERS
        and not head.capital
        and is_person_noun(head)
    )
    if not described or high >= len(tokens) or tokens[high].text != ",":
        return high
    end = next(
        (k for k in range(high + 1, len(tokens)) if not tokens[k].capital or grammar.is_time(tokens[k])), len(tokens)
    )
    ends = end == len(tokens) or not tokens[end].word or grammar.is_time(tokens[end])
    return end if 1 < end - high - 1 < NAME_TOKENS and ends else high


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
        return lower not in grammar.PREPOSITIONS and lower != "to"
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
    titled = any(is_person_noun(t) for t in tokens[at : at + 3])
    plain = lower not in grammar.PRONOUNS and not is_adverb(token)
    return plain and (token.capital or not before.capital or titled or modifier)


__all__ = ["DASHES", "DOCUMENTS", "can_speak", "main_subject", "phrase_before", "subject_after", "subject_before"]
