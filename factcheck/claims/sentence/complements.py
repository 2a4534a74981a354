"""Find where what somebody says begins after a verb of saying: a quotation, a that-clause, a clause, an infinitive.

Between verb and content may stand who was told, when, where and in what medium; these are stepped over. Knows nothing
of speakers.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.grammar import Token, is_adverb, is_finite
from factcheck.text.names.gazetteer import ROLES, TITLES

ADJUNCT_TOKENS = 16  # how long "in an interview with …" may be
YEAR_DIGITS = 4
_WEEKDAYS_WORDS = """
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"""
_WEEKDAYS = frozenset(_WEEKDAYS_WORDS.split())
CLAUSE_TOKENS = 14  # within how many tokens a clause without "that" must show its verb

_THAT = frozenset(["that", "dass"])
_OBJECT_LIKE = frozenset(["of", "about", "with", "from", "over", "as"])  # "warned of a delay that …" is no report
_MEDIA = frozenset(
    ["statement", "release", "interview", "letter", "email", "memo", "tweet", "post", "report", "briefing", "speech"]
)
_RELATIVES = frozenset(["who", "where", "when"])
_WH = frozenset(["how", "why", "whether", "if", "what", "who", "where", "when"])
_ADJUNCT = frozenset(
    ["in", "on", "at", "during", "via", "through", "of", "about", "to", "from", "with", "after", "before", "over", "as"]
)
_OPENS_CLAUSE = (
    grammar.DETERMINERS
    | grammar.PRONOUNS
    | {"more", "fewer", "less", "there", "people", "those", "nothing", "something", "both"}
)
_SPANS = frozenset(["day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "moments"])
_ABOUT = (("at", "least"), ("at", "most"), ("more", "than"), ("up", "to"), ("as", "many", "as"))
_CONCEDES = frozenset(["though", "although", "whereas"])
_BESIDES = frozenset(["while", "after", "before", "as", "since", "because", "despite", "even", "with", "until"])
"""What leads into a clause beside the one that is asked for; those of the second set do only behind a comma."""
_HELPING = frozenset(["is", "are", "was", "were", "has", "have", "had", "does", "did"])
_TITLE_MARKS = frozenset("“”\"‘’'")
_BEFORE_DAY = frozenset(["on", "late", "early", "last"])
_SUBJECTS = frozenset(["he", "she", "they", "there", "we", "i"])
_OBJECTS = frozenset(["him", "her", "them", "me", "us", "you", "it", "reporters", "lawmakers", "viewers", "voters"])


class Complement(StrEnum):
    """What follows a verb of saying."""

    QUOTATION = "quotation"
    COLON = "colon"
    THAT = "that"
    QUESTION = "question"
    CLAUSE = "clause"
    OTHER = "other"
    NONE = "none"


def complement(tokens: Sequence[Token], verb: int, *, telling: bool) -> tuple[Complement, int]:
    """Return what follows the verb at `verb`, and the index of the token where it begins."""
    at = verb + 1
    if telling:
        at = _past_recipient(tokens, at)
    at += 3 * _is_aside(tokens, at)
    if (number := _approximates(tokens, at)) > at and _clause(tokens, number):
        return Complement.CLAUSE, at
    for step in range(5):
        found = _plain(tokens, at)
        if step and found is not None and found[0] is Complement.QUESTION and tokens[found[1]].lower in _RELATIVES:
            return Complement.OTHER, at  # "asked for a list of those who took part"
        if found is not None:
            return found if found[1] < len(tokens) else (Complement.NONE, len(tokens))
        after = _past_adjunct(tokens, at)
        if after <= at:
            break
        at = after
    if at >= len(tokens) or tokens[at].text in ".,;!?)":
        return Complement.NONE, at
    return (Complement.CLAUSE if _clause(tokens, at) else Complement.OTHER), at


def _is_aside(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an adverb between commas stands at `at`: "warned|, however,| that"."""
    marks = at + 2 < len(tokens) and tokens[at].text == tokens[at + 2].text == ","
    return marks and tokens[at + 1].lower in ("however", "though", "too", "meanwhile", "again", "nonetheless")


def _approximates(tokens: Sequence[Token], at: int) -> int:
    """Return where the number stands that is only approximate at `at` ("said at least five barges sank"), else `at`."""
    ahead = tuple(t.lower for t in tokens[at : at + 3])
    length = next((len(words) for words in _ABOUT if ahead[: len(words)] == words), 0)
    length = length or int(
        ahead[:1] in (("about",), ("around",), ("over",), ("only",), ("just",), ("nearly",), ("almost",), ("roughly",))
    )
    number = at + length
    counts = number < len(tokens) and (tokens[number].number or tokens[number].lower in grammar.NUMBER_WORDS)
    return number if length and counts else at


def _plain(tokens: Sequence[Token], at: int) -> tuple[Complement, int] | None:
    """Return the complement that a mark or a conjunction announces at `at`, or None."""
    if at >= len(tokens):
        return Complement.NONE, at
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    quoted = following is not None and following.quotation
    alone = following is None or is_finite(following)
    kinds = (
        (token.quotation, Complement.QUOTATION, at),
        (token.text in (",", ":") and quoted, Complement.QUOTATION, at + 1),
        (token.text == ":", Complement.COLON, at + 1),
        (
            token.text == "," and not alone and following is not None and following.lower == "that",
            Complement.THAT,
            at + 2,
        ),
        (token.lower in _THAT and alone, Complement.CLAUSE, at),
        (token.lower in _THAT, Complement.THAT, at + 1),
        (token.lower in _WH, Complement.QUESTION, at),
    )
    return next(((kind, begin) for holds, kind, begin in kinds if holds), None)


def _past_recipient(tokens: Sequence[Token], at: int) -> int:
    """Step over who was told: "told the Reuters news agency", "told her"."""
    if at >= len(tokens):
        return at
    if tokens[at].lower in grammar.PREPOSITIONS:
        return at  # "asked for a list"
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    possessive = tokens[at].lower == "her" and following is not None and _noun_follows(following)
    if tokens[at].lower in _OBJECTS and not possessive:
        return at + 1
    for high in range(at, min(len(tokens), at + ADJUNCT_TOKENS)):
        token = tokens[high]
        if _ends_recipient(tokens, at, high):
            return high
        if is_finite(token) or not (token.word or token.text == "&" or _in_titled_name(tokens, high)):
            return at
    return at


def _in_titled_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a mark stands around capitals that name a broadcast: "told Radio 4's | "Today" | programme that"."""
    if tokens[at].text not in _TITLE_MARKS:
        return False
    opens = at + 1 < len(tokens) and tokens[at + 1].capital and tokens[at - 1].word
    closes = tokens[at - 1].capital and at + 1 < len(tokens) and tokens[at + 1].word and not tokens[at + 1].capital
    return opens or closes


def _ends_recipient(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether the content, or a mark or pronoun that opens it, begins at `high`."""
    token = tokens[high]
    if token.quotation or token.lower in _THAT or token.text in (",", ":") or token.lower in _WH:
        return True
    if high == at:
        return False
    if token.lower in _BEFORE_DAY and _time_follows(tokens, high):
        return True
    new_phrase = token.lower in grammar.DETERMINERS and tokens[high - 1].lower not in grammar.PREPOSITIONS | {
        "and",
        "or",
    }
    titled = not tokens[high - 1].capital and _titled_clause(tokens, high)  # "told the paper | President Lee is ill"
    return token.lower in grammar.PRONOUNS or _contracted(token) or new_phrase or titled


def _noun_follows(token: Token) -> bool:
    closed = grammar.PRONOUNS | grammar.DETERMINERS | grammar.PREPOSITIONS | grammar.CONJUNCTIONS | {"that", "dass"}
    return token.word and not token.quotation and token.lower not in closed and not grammar.is_time(token)


def _past_adjunct(tokens: Sequence[Token], at: int) -> int:
    """Step over an adverb, a date or a phrase with a preposition, where the content can begin after it."""
    token = tokens[at]
    if steps := _short_adjunct(tokens, at):
        return at + steps
    return _past_phrase(tokens, at) if token.lower in _ADJUNCT else at


def _short_adjunct(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens an adverb, a date or "under oath" takes at `at`; 0 where none stands there."""
    token = tokens[at]
    ahead = [t.lower for t in tokens[at : at + 3]]
    if grammar.is_time(token) and at + 1 < len(tokens) and is_finite(tokens[at + 1]):
        return 0  # "said Monday is too soon": the day is what is spoken of
    if len(ahead) == 3 and ahead[1] in _SPANS and ahead[2] in ("earlier", "later", "ago", "before"):  # noqa: PLR2004
        return 3
    dated = token.lower in ("last", "this", "late", "early", "on") and _time_follows(tokens, at)
    if dated or (token.lower == "in" and _month_or_year(tokens, at + 1)):
        return 1 + _date_length(tokens, at + 1)
    if steps := _for_a_time(ahead):
        return steps
    if grammar.is_time(token):
        return _date_length(tokens, at)
    limits = token.lower in ("only", "just") and at + 1 < len(tokens) and _counts(tokens[at + 1])
    limits = limits or (token.lower in ("both", "all", "each") and at + 1 < len(tokens) and is_finite(tokens[at + 1]))
    adverb = is_adverb(token) and not limits  # "says only 40 will go": it belongs to the figure
    return int(adverb or token.lower in ("out", "too", "aloud", "back"))


def _for_a_time(ahead: Sequence[str]) -> int:
    """Return how many words "for months", "for two years" or "under oath" takes; 0 where none of them begins."""
    if ahead[:2] == ["under", "oath"]:
        return 2
    spans = ahead[:1] == ["for"] and any(word in _SPANS | {"decades"} for word in ahead[1:])
    return 2 + (ahead[1] not in _SPANS) if spans else 0


def _counts(token: Token) -> bool:
    return token.number or token.lower in grammar.NUMBER_WORDS


def _month_or_year(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a month or a year stands at `at`, and no figure that counts something."""
    if at >= len(tokens):
        return False
    year = tokens[at].text.isdigit() and len(tokens[at].text) == YEAR_DIGITS
    month = tokens[at].capital and (grammar.is_time(tokens[at]) or tokens[at].text == "May")
    return month or year


def _date_length(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens the date takes that begins with a day or month: "June 2", "Monday, June 2, 2019,"."""
    end = at + 1
    while end < len(tokens):
        after_comma = tokens[end].text == "," and end + 1 < len(tokens)
        ahead = tokens[end + after_comma]
        figure = ahead.number and ahead.text.isdigit() and len(ahead.text) <= YEAR_DIGITS
        day = figure and tokens[end - 1].lower.removesuffix(".") not in _WEEKDAYS and tokens[end - 1].capital
        year = figure and len(ahead.text) == YEAR_DIGITS and after_comma
        calendar = grammar.is_calendar(tokens, end + after_comma) and ahead.capital and after_comma
        if not (calendar or year or (day and not after_comma)):
            break
        end += 1 + after_comma
    return end - at + _closes_date(tokens, at, end)


def _closes_date(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether a comma closes a date that has one inside: "on Monday, June 3|,| the bridge"."""
    inside = any(token.text == "," for token in tokens[at:end])
    return inside and end + 1 < len(tokens) and tokens[end].text == "," and _opens_bare_clause(tokens[end + 1])


def _past_phrase(tokens: Sequence[Token], at: int) -> int:
    """Return where a phrase with a preposition ends before a content; `at` where it does not."""
    preposition = tokens[at].lower
    if preposition == "to" and at + 1 < len(tokens) and not _told(tokens[at + 1]):
        return at  # "agreed to delay the plan that …": an infinitive
    for high in range(at + 1, min(len(tokens), at + ADJUNCT_TOKENS)):
        follows = tokens[high]
        if follows.quotation or follows.text == ":" or (follows.lower in _THAT and preposition not in _OBJECT_LIKE):
            return high
        if (after := _bare_clause_behind(tokens, high)) > high:
            return after
        if follows.text == ",":
            quoted = high + 1 < len(tokens) and (tokens[high + 1].quotation or tokens[high + 1].lower == "that")
            return high if quoted else at
        if is_finite(follows) or follows.text in ";()":
            return at
    return at


def _bare_clause_behind(tokens: Sequence[Token], at: int) -> int:
    """Return where a clause without "that" begins behind a medium or a date ("in a statement on Friday | it"), or `at`.

    Behind a date that is a pronoun or an article; a name may belong to it ("the Friday Club").
    """
    token = tokens[at]
    if token.lower in _MEDIA and at + 1 < len(tokens) and _opens_bare_clause(tokens[at + 1]):
        return at + 1
    after = at + _date_length(tokens, at) if grammar.is_time(token) else len(tokens)
    plain = after < len(tokens) and tokens[after].lower in grammar.PRONOUNS | grammar.DETERMINERS
    return after if plain and not token.lower.endswith(("'s", "s'")) else at


def _told(token: Token) -> bool:
    """Tell whether a word after "to" begins who was told: "to Reuters", "to the court", "to reporters"."""
    plain = token.lower in grammar.DETERMINERS | _OBJECTS or token.lower.endswith("s")
    return token.capital or token.number or token.quotation or plain or grammar.is_person_noun(token)


def _opens_bare_clause(token: Token) -> bool:
    """Tell whether a clause without "that" begins here ("said in a statement it would appeal")."""
    return token.lower in grammar.PRONOUNS | grammar.DETERMINERS or (token.capital and not grammar.is_time(token))


def _time_follows(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].lower in grammar.TIMES


def _contracted(token: Token) -> bool:
    """Tell whether a word is a pronoun with its verb: "they'll", "he's"."""
    base, mark, _ = token.lower.partition("'")
    return mark != "" and base in grammar.PRONOUNS and is_finite(token)


def _titled_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a title, a name and a verb follow one another: "President Lee is", "Mayor Ann Lee needs"."""
    if not tokens[at].capital or tokens[at].lower not in ROLES | TITLES:
        return False
    verb = next(
        (
            k
            for k in range(at + 1, min(len(tokens), at + CLAUSE_TOKENS))
            if not tokens[k].capital and not is_adverb(tokens[k])
        ),
        at,
    )
    if verb - at < 2 or tokens[verb].lower in grammar.PREPOSITIONS:  # noqa: PLR2004 - a title and a name
        return False
    return is_finite(tokens[verb]) or (tokens[verb].word and tokens[verb].lower.endswith(("s", "ed")))


def _unchanged(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "it cost" or "this hit" begins at `at`, whose verb has no form of its own."""
    verb = at + 1 < len(tokens) and tokens[at + 1].lower in grammar.UNCHANGED
    return verb and tokens[at].lower in ("it", "that", "this")


def _clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a clause with a verb of its own begins at `at`."""
    first = tokens[at]
    if not (
        first.lower in _OPENS_CLAUSE or _contracted(first) or first.capital or first.number or first.lower.endswith("s")
    ):
        return False
    if first.lower in _SUBJECTS and at + 2 < len(tokens) and tokens[at + 1].word:
        return True
    if (_contracted(first) and at + 1 < len(tokens)) or _titled_clause(tokens, at) or _unchanged(tokens, at):
        return True  # "they'll serve"
    words = _without_subordinate(tokens, at)
    for index, token in enumerate(words):
        ends = token.text in ";:" or token.lower in ("that", "who", "which", "when", "because")
        if ends or _goes_on_with_verb(words, index) or _next_clause(words, index):
            return False  # "noted | three errors and left"
        if is_finite(token) or token.quotation:
            return True
    return False


def _goes_on_with_verb(words: Sequence[Token], at: int) -> bool:
    """Tell whether the subject's next verb stands behind "and" or behind the comma that closes its relative clause.

    "Two rooms, | sold the house" is no clause; "40 people, among them 9 children, died" is one.
    """
    if at + 1 >= len(words) or not is_finite(words[at + 1]) or words[at + 1].lower in grammar.AUXILIARIES - _HELPING:
        return False
    joined = words[at + 1].start - words[at].end <= 1  # nothing is left out between
    comma = words[at].text == "," and joined and not any(t.text == "," for t in words[:at])
    return comma or words[at].lower in ("and", "but")


def _next_clause(words: Sequence[Token], at: int) -> bool:
    """Tell whether an object ends and another clause begins: "announced | a ban, | and Wales will follow"."""
    if words[at].text != "," or at + 2 >= len(words) or words[at + 1].lower not in ("and", "but"):
        return False
    return not any(t.text == "," or is_finite(t) for t in words[:at])


def _without_subordinate(tokens: Sequence[Token], at: int) -> list[Token]:
    """Return the words in which a clause must show its verb, without a clause beside it: "the plan, | though …, | is".

    Where nothing follows that one, its verb is not looked at: "agreed the plans at once, | though 40 had signed".
    """
    words = list(tokens[at : at + CLAUSE_TOKENS])
    low = next((k for k in range(1, len(words)) if _subordinates(words, k)), len(words))
    high = next((k for k in range(low + 1, len(words)) if words[k].text == ","), len(words))
    return words[:low] + words[high + 1 :]


def _subordinates(words: Sequence[Token], at: int) -> bool:
    concedes = words[at].lower in _CONCEDES
    return concedes or (words[at - 1].text == "," and words[at].lower in _BESIDES)


__all__ = ["Complement", "complement"]
