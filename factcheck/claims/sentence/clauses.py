"""Questions about the clause around a verb: passive, main or relative, coordinated, the writer's own voice."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.grammar import Token, is_finite
from factcheck.claims.sentence.speaking_nouns import head_of
from factcheck.claims.sentence.subjects import DOCUMENTS, before_verb

Range = tuple[int, int]

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "get", "got", "gets"])
_FOR = frozenset(["for", "over"])
_SUFFERED = {
    **dict.fromkeys(
        ["criticised", "criticized", "praised", "slammed", "mocked", "blasted", "lambasted", "denounced"], _FOR
    ),
    "accused": frozenset(["of"]),
    "blamed": frozenset(["for"]),
    "condemned": frozenset(["for", "over", "to"]),
    **dict.fromkeys(["told", "ordered"], frozenset(["to"])),
    "questioned": frozenset(["over", "by"]),
}
"""Verbs without an object behind them, as headlines leave out "is": "Mayor accused | of lying", "told | to quit"."""
RELATIVES = frozenset(["who", "which", "whose", "that"])


def is_passive(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a verb has no speaker as its subject: "was told", "is expected", "dollars promised by"."""
    if tokens[index].lower == "quoted" or tokens[index].lower.endswith("ing"):
        return False
    by = index + 1 < len(tokens) and tokens[index + 1].lower == "by"
    if by and tokens[index].lower not in cues.CORE and not tokens[index - 1].quotation:
        return True
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if following in _SUFFERED.get(tokens[index].lower, ()):
        return True
    at = index - 1
    while at >= 0 and grammar.is_adverb(tokens[at]):
        at -= 1
    return at >= 0 and tokens[at].lower in _BE


def is_own_voice(tokens: Sequence[Token], subject: Range) -> bool:
    """Tell whether the writer speaks ("we can stipulate"): that is the article's own narration."""
    return subject[1] - subject[0] == 1 and tokens[subject[0]].lower in ("i", "we", "you", "wir", "ich")


def is_plain_subject(tokens: Sequence[Token], subject: Range, index: int) -> bool:
    """Tell whether a cue that is as often a noun stands after a plain subject: a name, a pronoun, a plural."""
    closed = max((k + 1 for k in range(subject[1], index) if not tokens[k].word), default=subject[1])
    between = [token.lower for token in tokens[closed:index]]  # "who was not there, | said"
    if any(word in ("not", "never") or word.endswith("n't") for word in between):
        return False  # "did not say that": what follows is nobody's word
    if between or closed > subject[1] or tokens[index].lower not in cues.NOUN_LIKE:
        return True  # adverbs or auxiliaries stand between: it is a verb
    last, word = tokens[subject[1] - 1], tokens[index].lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if _is_noun(word, following, last):
        return False
    if not word.endswith(("s", "d")):  # "reports that …" agrees with one speaker, "report that …" with several
        several = any(t.lower == "and" for t in tokens[subject[0] : subject[1]])
        head = head_of(tokens[subject[0] : subject[1]])
        plural = (
            _is_plural(last)
            or (_is_plural(head) and (grammar.is_person_noun(head) or head.lower in DOCUMENTS))
            or _several_of(tokens[subject[0] : subject[1]])
            or last.lower in ("police", "people", "i", "we", "you", "they", "who", "percent", "cent")
        )
        words = [t.lower for t in tokens[subject[0] : subject[1]]]
        single = words[0] in ("a", "an") and "of" not in words  # "a Courier News report that"
        return not single and (plural or several)
    if last.lower in grammar.DETERMINERS:
        return False
    speaks = last.lower in DOCUMENTS or grammar.is_person_noun(last)
    return speaks or last.capital or last.lower in grammar.PRONOUNS or _is_plural(last)


def _several_of(words: Sequence[Token]) -> bool:
    """Tell whether a phrase names several people by its head ("critics of the plan say")."""
    at = next((k for k, word in enumerate(words) if word.lower == "of"), 0)
    return at > 0 and _is_plural(words[at - 1]) and grammar.is_person_noun(words[at - 1])


def _is_noun(word: str, following: str, last: Token) -> bool:
    """Tell whether a cue is a noun here: "three attacks have been reported", "those hurt in Sunday's attack"."""
    counted = word.endswith("s") and following in grammar.AUXILIARIES - {"do", "does", "did"}
    if following == "from":
        return True  # "and demand from China"
    return counted or (last.lower.endswith("'s") and not (last.capital and following == "to"))


def _is_plural(token: Token) -> bool:
    lower = token.lower
    return lower.endswith("s") and not lower.endswith(("ous", "ss", "us", "is")) and lower not in grammar.DETERMINERS


def in_main_clause(tokens: Sequence[Token], subject: Range) -> bool:
    """Tell whether a subject is that of the main clause: only an adverbial or a coordinate clause stands before it."""
    low, high = subject
    if high < len(tokens) and (tokens[high].lower in RELATIVES or (high + 1 < len(tokens) and _relative(tokens, high))):
        return False
    contact = low > 0 and tokens[low - 1].word and high - low == 1 and tokens[low].lower in grammar.PRONOUNS
    adverbial = any(
        t.lower in grammar.PREPOSITIONS for t in tokens[max(0, low - 4) : low - 1]
    )  # "in an interview | he"
    if contact and not (adverbial or tokens[low - 1].lower in grammar.LEADS or grammar.is_time(tokens[low - 1])):
        return False  # "the ship | she refused to sail"
    if low == 0 or tokens[low - 1].lower in ("and", "but", ";", ":", "—", "–"):
        return True
    if tokens[low - 1].lower in grammar.CONJUNCTIONS | grammar.PREPOSITIONS:
        return False
    leading = tokens[0].lower in grammar.LEADS and tokens[low - 1].text == ","
    return leading or not any(is_finite(t) for t in tokens[:low])


def _relative(tokens: Sequence[Token], high: int) -> bool:
    return tokens[high].text == "," and tokens[high + 1].lower in RELATIVES


def coordination(tokens: Sequence[Token], index: int) -> int:
    """Return the index of the "and" before a verb that shares its subject with an earlier one, or 0."""
    at = before_verb(tokens, index)
    return at if at > 0 and tokens[at].lower in ("and", "but") else 0


def echoes(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether somebody agrees with what was said, or does not, and says no more: "and Lee agreed on Monday"."""
    if tokens[index].lower not in cues.AGREES:
        return False
    rest = tokens[index + 1 : index + 3]
    if len(rest) > 1 and rest[0].lower == "with" and not any(t.word for t in tokens[index + 3 : index + 4]):
        return True  # "and Lee agreed with her"
    return not rest or not rest[0].word or any(grammar.is_time(t) for t in rest)


def is_finite_or_past(token: Token) -> bool:
    """Tell whether a word can be a finite verb by its form."""
    return is_finite(token) or (token.lower.endswith("ed") and not token.capital)


def has_verb(words: Sequence[Token]) -> bool:
    """Tell whether a stretch has a finite verb: "wounded" in "the wounded men" is none."""
    closed = grammar.DETERMINERS | grammar.PREPOSITIONS
    return any(
        (is_finite_or_past(word) or (index > 0 and word.lower in grammar.UNCHANGED))
        and (index == 0 or words[index - 1].lower not in closed)
        for index, word in enumerate(words)
    )


__all__ = [
    "RELATIVES",
    "coordination",
    "echoes",
    "has_verb",
    "in_main_clause",
    "is_finite_or_past",
    "is_own_voice",
    "is_passive",
    "is_plain_subject",
]
