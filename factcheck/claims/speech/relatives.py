"""Find where a relative clause with a verb of saying ends, and what the main clause around it goes on with.

"A clerk who told jurors he “never saw it” | was jailed", "The firm, which says it employs 200, | paid no tax", "The
plant, which the owner says is safe, | leaked": the words of the clause are the speaker's, the main clause is the
writer's. Behind a comma the clause ends at the comma before a verb; without one it ends at the verb that follows the
verb of its own. Where neither can be told although the sentence needs a main verb, the clause is unread: no speaker is
better than one who is given the whole sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.clauses import is_finite_or_past
from factcheck.claims.sentence.grammar import MASK, Token, is_finite
from factcheck.claims.sentence.phrases import noun_phrase_before
from factcheck.claims.speech.scan import GoesOn, Scan, content_span

Range = tuple[int, int]

_PRONOUNS = frozenset(["who", "which", "that"])
_BEFORE_SUBJECT = _PRONOUNS | {"whose"}
_SUBORDINATES = (grammar.CONJUNCTIONS - {"so", "yet", "than", "but"}) | {"that"}
_JOINS = _SUBORDINATES | {"and", "or", "but", "to"}
_HELPS = grammar.AUXILIARIES | grammar.ADVERBS
"""What a verb follows that belongs to the same verb: "has since been | seen"."""
_CLOSING = frozenset("”\"’'»")
_OBJECT = grammar.DETERMINERS | grammar.PREPOSITIONS | grammar.PRONOUNS | grammar.NUMBER_WORDS | {"no", "to"}


@dataclass(frozen=True, slots=True)
class Relative:
    """A relative clause: the phrase it belongs to, and whether a comma parts the two; `high` is where it ends.

    `high` is a token; None where the sentence needs a main verb, and none was found.
    """

    antecedent: Range
    parted: bool
    high: int | None


def relative_clause(tokens: Sequence[Token], subject: Range, verb: int, begin: int) -> Relative | None:
    """Return the relative clause in which `subject` says at `verb` what begins at `begin`, or None for no such."""
    found = _antecedent(tokens, subject, verb)
    if found is None:
        return None
    antecedent, parted = found
    leads = _leads_sentence(tokens, antecedent[0])
    if parted:
        high = _parted_end(tokens, begin)
    else:
        high = _joined_end(tokens, begin, begins=subject[0] > antecedent[0]) if leads else None
    return Relative(antecedent, parted, len(tokens) if high is None and not leads else high)


def _antecedent(tokens: Sequence[Token], subject: Range, verb: int) -> tuple[Range, bool] | None:
    """Return the phrase that a relative clause belongs to and whether a comma stands between the two, or None."""
    at = verb - 1
    while at > 0 and (grammar.is_adverb(tokens[at]) or tokens[at].lower in grammar.AUXILIARIES):
        at -= 1
    parted = tokens[at - 1].text == ","
    if tokens[at].lower in _PRONOUNS and at - parted >= subject[1]:
        return (subject, parted) if not (parted and tokens[at].lower == "that") else None
    if tokens[at].lower in ("and", "but") and (opened := _opened_behind(tokens, subject[1], at)) is not None:
        return subject, opened
    at = subject[0] - 1
    at -= at > 1 and tokens[at - 1].lower == "whose" and grammar.is_person_noun(tokens[at])
    if at < 1 or tokens[at].lower not in _BEFORE_SUBJECT:
        return None
    parted = tokens[at - 1].text == ","
    phrase = noun_phrase_before(tokens, at - 1 - parted)
    return (phrase, parted) if phrase is not None and (parted or tokens[at].lower != "that") else None


def _opened_behind(tokens: Sequence[Token], high: int, verb: int) -> bool | None:
    """Tell whether a comma parts the relative clause behind a phrase that "and" goes on with; None for no clause."""
    parted = high + 1 < verb and tokens[high].text == ","
    at = high + parted
    plain = at < verb and tokens[at].lower in _PRONOUNS and all(t.text != "," for t in tokens[at:verb])
    return parted if plain else None


def _leads_sentence(tokens: Sequence[Token], low: int) -> bool:
    """Tell whether a phrase is the subject of a main clause whose verb is still to come."""
    subordinate = low > 0 and tokens[0].lower in _SUBORDINATES
    first = max((k + 1 for k in range(low) if tokens[k].text == ","), default=0) if subordinate else 0
    ahead = tokens[first:low]
    if any(t.quotation or t.text in ";:" or is_finite_or_past(t) for t in ahead):
        return False
    return not ahead or ahead[-1].text == "," or ahead[-1].lower in grammar.LEADS - grammar.PREPOSITIONS


def _parted_end(tokens: Sequence[Token], begin: int) -> int | None:
    """Return the comma before the verb of the main clause ("which says it is full, | paid"), or None."""
    for at in range(begin, len(tokens) - 1):
        inside = tokens[at].quotation and tokens[at].text.rstrip(MASK).endswith(",")
        comma = tokens[at].text == "," and at > begin
        after = at + 1 + (comma and tokens[at + 1].text in _CLOSING)  # "“no regrets,” moved"
        if (inside or comma) and after < len(tokens) and opens_predicate(tokens, after):
            return after if inside or after > at + 1 else at
    return None


def opens_predicate(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a verb with what it needs stands at `at`, an adverb aside: "paid no", "also owns three"."""
    while at < len(tokens) - 1 and grammar.is_adverb(tokens[at]):
        at += 1
    verb, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if verb.capital or verb.quotation or not verb.word:
        return False
    if is_finite(verb) or (verb.lower.endswith("ed") and len(verb.lower) > 3):  # noqa: PLR2004 - "red"
        return after is None or after.lower != "by"
    needs = after is not None and (after.lower in _OBJECT or after.number or after.capital or after.quotation)
    plural = verb.lower.endswith(("ss", "us", "'s")) or verb.lower in grammar.DETERMINERS | grammar.PRONOUNS
    return needs and ((verb.lower.endswith("s") and not plural) or verb.lower in grammar.UNCHANGED | cues.VERBS)


def _joined_end(tokens: Sequence[Token], begin: int, *, begins: bool) -> int | None:
    """Return the verb of the main clause behind a clause without commas, or None.

    `begins`: the clause itself begins with its verb ("who police say | fired the gun | was held").
    """
    wanted = 1  # verbs that the clause itself still needs
    groups = dict(_verb_groups(tokens, begin))
    for at in range(begin, len(tokens)):
        token = tokens[at]
        if token.text in ";:" or (token.text == "," and at > begin):
            return None
        if token.lower in _SUBORDINATES and at > begin:
            wanted += 1
        elif token.quotation and wanted == 1:
            wanted = 0
        elif at in groups or (begins and at == begin):
            joined = at > begin and tokens[at - 1].lower in _JOINS - {"that"}
            if joined and tokens[at - 1].lower in ("and", "or", "but", "to"):
                continue
            if wanted == 0 and tokens[at - 1].lower not in grammar.PRONOUNS - {"it", "him", "her", "them", "you"}:
                return at
            wanted = max(0, wanted - 1)
    only = min(groups, default=0)
    return only if len(groups) == 1 and _present_before(tokens, begin, only) else None


def _present_before(tokens: Sequence[Token], begin: int, high: int) -> bool:
    """Tell whether a word that can be a verb in the present stands before `high`: "the water tastes of metal | has"."""
    for at in range(begin + 1, high - 1):
        word, before = tokens[at], tokens[at - 1]
        if before.lower in grammar.DETERMINERS | grammar.PREPOSITIONS or not word.word or word.capital:
            continue
        plural = before.lower.endswith("s") or before.lower in grammar.PRONOUNS
        agrees = word.lower.endswith("s") != plural and not word.lower.endswith(("ss", "us"))
        if agrees and (tokens[at + 1].lower in _OBJECT or tokens[at + 1].number or grammar.is_adverb(tokens[at + 1])):
            return True
    return False


def _verb_groups(tokens: Sequence[Token], low: int) -> Iterator[Range]:
    """Yield where each finite verb begins and ends, with its auxiliaries: "has been seen" is one."""
    at = low
    while at < len(tokens):
        if not _finite(tokens, at):
            at += 1
            continue
        end = at + 1
        while (
            (tokens[end - 1].lower in _HELPS or tokens[end - 1].lower.endswith("n't"))
            and end < len(tokens)
            and (is_finite_or_past(tokens[end]) or tokens[end].lower in _HELPS)
        ):
            end += 1
        yield at, end
        at = end


def _finite(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a verb in the past or an auxiliary stands at `at`, and no participle ("the wounded", "run by")."""
    token, before = tokens[at], tokens[at - 1] if at else None
    if token.quotation or not is_finite_or_past(token):
        return False
    if is_finite(token) and token.lower not in grammar.IRREGULAR:
        return True
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    modifies = before is not None and before.lower in grammar.DETERMINERS | grammar.PREPOSITIONS | {"'s"}
    return not modifies and after != "by"


def end_before(tokens: Sequence[Token], at: int | None) -> int:
    """Return the character at which the token at `at` begins, or the sentence's end; a quotation ends with itself."""
    if at is None or at >= len(tokens):
        return tokens[-1].end
    return tokens[at - 1].end if tokens[at - 1].quotation else tokens[at].start


def what_goes_on(scan: Scan, relative: Relative) -> GoesOn | None:
    """Return what the main clause around a relative clause goes on with, up to the sentence's end, and its subject."""
    tokens, at = scan.tokens, relative.high
    if at is None or at >= len(tokens):
        return None
    low = at + (tokens[at].text == ",")
    content = content_span(scan.sentence, tokens[low].start, len(scan.sentence.text)) if low < len(tokens) else None
    return GoesOn(content, scan.span(relative.antecedent)) if content is not None else None


__all__ = ["Relative", "end_before", "opens_predicate", "relative_clause", "what_goes_on"]
