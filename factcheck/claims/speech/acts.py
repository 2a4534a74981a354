"""Read speech acts ("X urged …"): the whole clause is the claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.sentence import cues, grammar, measured
from factcheck.claims.sentence.clauses import (
    RELATIVES,
    echoes,
    in_main_clause,
    is_finite_or_past,
    is_own_voice,
    is_passive,
    is_plain_subject,
)
from factcheck.claims.sentence.deeds import is_deed
from factcheck.claims.sentence.grammar import Token, is_finite
from factcheck.claims.sentence.measured import measures
from factcheck.claims.sentence.speaking_nouns import head_of
from factcheck.claims.sentence.subjects import DOCUMENTS, subject_before
from factcheck.claims.speech.naming import NAMING, OBJECT_TOKENS, OPENING, done_besides, named_as
from factcheck.claims.speech.relatives import end_before, relative_clause, what_goes_on
from factcheck.claims.speech.scan import Attribution, Scan, content_span, parts
from factcheck.claims.speech.told_when import quoted_end
from factcheck.claims.speech.unsaid import is_unsaid
from factcheck.claims.speech.voices import other_voice

Range = tuple[int, int]

_SEVERAL_WORDS = """
    those some most many both all few states countries nations cities towns counties parties authorities firms
    companies families agencies universities charities democrats republicans conservatives liberals progressives
    electors markets males females households sides critics allies"""
_SEVERAL = frozenset(_SEVERAL_WORDS.split())
"""What besides nouns for persons can urge and promise; a process that "raises questions" cannot."""
_PERFECT = frozenset(["has", "have", "had"])
_VOTES_WORDS = """
    rejected reject approved approve backed back supported support opposed oppose agreed agree disagreed disagree
    favoured favored endorsed accepted refused"""
_VOTES = frozenset(_VOTES_WORDS.split())
"""What so many can be told to have done by ballot or survey."""
_SHARES = frozenset(["percent", "cent", "per", "half", "thirds", "third", "quarter", "quarters", "majority", "one"])
MANY = 10  # people counted in figures: fewer may have spoken together ("three councillors rejected it")
LEAD_TOKENS = 4  # of a subject, in which it is counted: "more than two thirds of voters"
_BIDDING = frozenset(["told", "tells", "asked", "asks", "instructed", "instructs", "begged", "ordered", "orders"])
_VERBS = cues.ACTS | measured.VERBS | _BIDDING | cues.AGREES
BIDDEN_TOKENS = 8  # from "told" to "to leave"
CONTENT_MIN = 2  # characters behind the verb: "denies it"


def speech_acts(scan: Scan) -> Iterator[Attribution]:
    """Read "X urged …": the whole clause is the claim, up to where another voice begins."""
    tokens = scan.tokens
    if _VERBS.isdisjoint(scan.words):
        return
    taken = scan.taken
    for index, token in enumerate(tokens):
        if not _is_act(tokens, index) or _narrates(tokens, index):
            continue
        cut = next((k for k in scan.cuts if k > index), 0)
        if token.start < taken and not cut and not _before_voices(scan, index):
            continue
        subject = subject_before(tokens, index)
        if subject is None or _only_names(tokens, subject, index) or not _acts(scan, subject, index):
            continue
        if _counts_votes(tokens, subject, index):
            continue
        if is_unsaid(tokens, index):
            continue
        voice = None if cut else other_voice(tokens, index)
        stop = cut or (voice[0] if voice else 0)
        ends = [tokens[stop].start] if stop else []
        ends += [at for at in scan.trailing if at > token.end]  # "called it “a gamble”, | warning that"
        found = _act(scan, subject, index, min(ends, default=len(scan.sentence.text)))
        if found is None:
            continue
        yield found
        if voice is None:
            return
        scan.voices.append(voice[1])
        taken = tokens[voice[0]].start


def _before_voices(scan: Scan, index: int) -> bool:
    """Tell whether an act stands before another voice whose words are found ("Lee denied it, but police say")."""
    at = scan.sentence.start + scan.tokens[index].start
    voice = other_voice(scan.tokens, index)
    starts = [min(one.content[0], one.cue[0] if one.cue else one.content[0]) for one in scan.found]
    return voice is not None and all(at < start for start in starts)


def _is_act(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the verb of a speech act, an estimate or a forecast stands at `index`."""
    token = tokens[index]
    return (token.lower in _VERBS and not token.capital) and (
        _names_act(tokens, index) or measures(tokens, index) or bids(tokens, index) or echoes(tokens, index)
    )


def _names_act(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the verb of a speech act stands at `index`, and no deed of that name."""
    verb = tokens[index].lower
    if verb not in cues.ACTS or is_deed(tokens, index) or _is_plural_noun(tokens, index):
        return False
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if verb == "reported" and not _reports(tokens, index):
        return False
    return verb not in cues.WITH_TO or following == "to"


def _is_plural_noun(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word such as "calls" is a subject itself: another verb follows it ("urgent calls averaged 9")."""
    if not tokens[index].lower.endswith("s") or index + 2 >= len(tokens) or not is_finite_or_past(tokens[index + 1]):
        return False
    after = tokens[index + 2]  # "calls planned cuts a gamble": what is planned is an object
    closed = grammar.PREPOSITIONS | grammar.DETERMINERS | grammar.CONJUNCTIONS | {"to"}
    return not after.word or after.number or after.lower in closed or grammar.is_adverb(after)


def _reports(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether "reported" has a fact for its object ("reported a loss"), and is no way to the police or to work."""
    following = tokens[verb + 1 : verb + 2]
    closed = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.PRONOUNS | {"to"}
    if not following or not following[0].word or following[0].lower in closed or grammar.is_adverb(following[0]):
        return False
    if following[0].lower.endswith("ed") or following[0].lower in ("missing", "dead"):
        return False  # "six people reported | injured were treated"
    return not any(t.lower == "to" for t in tokens[verb + 1 : verb + OBJECT_TOKENS])


def bids(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether somebody is told to do something: "told jurors to leave", "asked the court to wait"."""
    if tokens[index].lower not in _BIDDING:
        return False
    for k in range(index + 1, min(len(tokens) - 1, index + BIDDEN_TOKENS)):
        token, verb = tokens[k], tokens[k + 1]
        if token.lower == "to":
            closed = grammar.DETERMINERS | grammar.PRONOUNS | grammar.PREPOSITIONS
            return k > index + 1 and verb.word and not (verb.capital or verb.number or verb.lower in closed)
        if not token.word or is_finite(token) or token.lower in grammar.CONJUNCTIONS | {"that"}:
            return False
    return False


def _act(scan: Scan, subject: Range, index: int, high: int) -> Attribution | None:
    """Return the speech act of `subject` at `index`, whose clause ends at the character `high`."""
    tokens = scan.tokens
    if len(scan.sentence.text[tokens[index].end : high].strip(" .,")) < CONTENT_MIN and not echoes(tokens, index):
        return None
    relative = relative_clause(tokens, subject, index, index + 1)
    if relative is not None and relative.high is None:
        return None  # whose clause the main clause would be taken for
    high = min(high, end_before(tokens, relative.high)) if relative else high
    goes_on = what_goes_on(scan, relative) if relative else None
    if (named := named_as(tokens, index)) is not None:
        end = quoted_end(tokens, named, min(high, done_besides(tokens, named, high)))
        content = content_span(scan.sentence, tokens[named].start, end)
        if content is not None:
            content = next(parts(scan.sentence, content))  # what ", and" goes on with is the writer's
            return Attribution(content, scan.cue(index), scan.span(subject), "naming", 0.6, goes_on=goes_on)
    low = tokens[subject[0]].start
    between = scan.span((subject[0], index + 1))
    shared = any(one.content[0] < between[1] and between[0] < one.content[1] for one in scan.found)
    content = content_span(scan.sentence, tokens[index].start if shared else low, high)
    if content is None:
        return None
    return Attribution(
        content, scan.cue(index), scan.span(subject), "speech-act", 0.6, whole_clause=True, goes_on=goes_on
    )


def _only_names(tokens: Sequence[Token], subject: Range, index: int) -> bool:
    """Tell whether a verb tells what somebody is called: "a fisher called Ann Lee was there"."""
    names = tokens[index].lower in ("called", "dubbed", "labelled", "labeled") and subject[1] == index
    following = index + 1 < len(tokens) and tokens[index + 1].capital
    return names and following and tokens[subject[0]].lower in ("a", "an", "another")


def _narrates(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the writer tells an attitude over time, with nobody's words: "has long backed", "have dubbed"."""
    if tokens[index].lower not in cues.ATTITUDES or any(t.quotation for t in tokens[index : index + 2 * OBJECT_TOKENS]):
        return False
    at = index - 1
    while at > 0 and grammar.is_adverb(tokens[at]):
        at -= 1
    return at >= 0 and tokens[at].lower in _PERFECT


def _counts_votes(tokens: Sequence[Token], subject: Range, index: int) -> bool:
    """Tell whether so many are told to have been for or against something, in no words of theirs.

    "54 percent of voters rejected the plan" and "Two thirds of voters agreed" are figures of the article's own.
    """
    words = [t.lower for t in tokens[subject[0] : subject[1]]]
    many = any((w.isdigit() and int(w) >= MANY) or ("," in w and w[0].isdigit()) for w in words)
    shares = any(w in _SHARES or w.endswith("%") for w in words[:LEAD_TOKENS])
    votes = tokens[index].lower in _VOTES
    quoted = any(t.quotation or t.text in OPENING for t in tokens[index:])
    return votes and (shares or many) and not quoted


def _acts(scan: Scan, subject: Range, index: int) -> bool:
    """Tell whether a subject performs the speech act at `index` in the main clause."""
    tokens = scan.tokens
    if is_passive(tokens, index) or is_own_voice(tokens, subject) or not is_plain_subject(tokens, subject, index):
        return False
    head = tokens[subject[1] - 1]
    speaks = (
        measures(tokens, index)
        or head.lower in DOCUMENTS
        or _described(tokens[slice(*subject)])
        or head.capital
        or head.lower in grammar.PRONOUNS | _SEVERAL
        or grammar.is_person_noun(head)
    )
    relative = subject[1] < index and any(t.lower in RELATIVES for t in tokens[subject[1] : index])
    main = relative and (
        sum(t.text == "," for t in tokens[subject[1] : index]) > 1 or _own_verb(tokens, subject, index)
    )
    ahead = tokens[index + 1 : index + OBJECT_TOKENS]
    quoted = relative and tokens[index].lower in NAMING and any(t.quotation or t.text in OPENING for t in ahead)
    return speaks and (main or quoted or subject[0] in scan.voices or in_main_clause(tokens, subject))


def _described(words: Sequence[Token]) -> bool:
    """Tell whether a phrase is people with a clause that describes them: "the union that speaks for the pilots"."""
    return any(t.lower in RELATIVES for t in words) and grammar.is_person_noun(head_of(words))


def _own_verb(tokens: Sequence[Token], subject: Range, index: int) -> bool:
    """Tell whether a clause without commas behind a subject has its own verb: "the union that speaks for 90 men"."""
    clause = tokens[subject[1] + 1 : index]
    if any(not t.word for t in clause) or len(clause) < 2:  # noqa: PLR2004 - a verb and what it needs
        return False
    present = clause[0].lower.endswith("s") and not clause[0].capital
    return present or any(map(is_finite_or_past, clause))


__all__ = ["bids", "speech_acts"]
