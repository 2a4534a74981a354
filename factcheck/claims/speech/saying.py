"""Tell when somebody said it: a date in the clause of the verb of saying, the speaker's last dated words, or neither.

Method: a date belongs to the verb of saying where no other verb stands between the two: behind the verb and its
speaker ("Lee said on Monday"), between them ("Lee, in a speech on Monday, said"), or at the head of the clause ("On
Monday, Lee said"). A verb that only tells how it was made public ("in a letter sent on") does not part them. What an
article reports was not said after it was published.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.clauses import is_finite_or_past
from factcheck.claims.sentence.grammar import Token, tokenize
from factcheck.claims.sentence.masking import Masked
from factcheck.claims.sentence.phrases import ISSUED
from factcheck.claims.sentence.speaking_nouns import PHRASE_TOKENS, head_of
from factcheck.claims.sentence.subjects import DASHES, DOCUMENTS
from factcheck.claims.speech.german import words as german_words
from factcheck.claims.speech.scan import Attribution
from factcheck.domain import DateValue, Precision

WEEKDAY = "weekday"  # the rule of the grammar of dates that read a day without any date beside it
NEAR = 90  # characters between a verb and a date behind it that dates it: about one clause
FAR = 400  # characters between a date at the head of a clause and its verb; more is no clause
NEWS = timedelta(days=7)
"""How old a dated saying may be to be the occasion of its article; an older one is told as background, and says nothing
of when the speaker said the rest. Source: our own choice, a weekly's rhythm."""

_PUBLIC = re.compile(
    r"(?:publish|releas|issu|post|record|deliver|print|televis|dat|conduct|circulat|obtain|review|broadcast|"
    r"given|gave|sent|held|made|aired|written|taken|fil)(?:ed)?"
)  # "in a letter that was published on": the medium is dated, and with it the saying
_SPEAKING_WORDS = """
    asked pressed speaking spoke talking talked testifying testified appearing writing addressing interviewed"""
_SPEAKING = frozenset(_SPEAKING_WORDS.split())
_RELATIVES = frozenset(["who", "which", "whose", "where", "when", "whom"])
RELATIVE_TOKENS = 4  # from "that" to the verb of "that she gave on"
_VIA = frozenset(["in", "at", "during", "on", "via", "through", "with", "from", "by", "to"])
_OCCASION_WORDS = """
    speech rally briefing conference interview statement meeting hearing address appearance tweet post letter debate
    broadcast call event lunch dinner breakfast session email memo report filing testimony editorial message release
    book memoir column article essay blog podcast documentary lecture sermon"""
OCCASIONS = frozenset(_OCCASION_WORDS.split())
"""Where and in what people speak: its date is that of the saying ("at a Tuesday rally", "in his 1993 memoir")."""
_PRESENT = re.compile(r"(?:say|tell|believe|think|argue|claim|insist|know|hope|fear|explain|add|recall)s?")
_BY_DAY = frozenset(["am", "vom", "vor", "letzten", "vergangenen", "seit"])
_BOUND = frozenset([";", *DASHES])
_TOWARDS = frozenset(["on", "in", "at", "late", "early", "last", "earlier", "by", "of", "the", "over", "and", "next"])

_JOINS_DAY = re.compile(r",?\s(?:(?:on|in|by|late|early)\s)?")
_NOW_BEFORE = re.compile(r"\b(?:now|today|jetzt|heute)\s$")
_NOW_BEHIND = re.compile(r"\s(?:now|today|jetzt|heute)\b")

Pair = tuple[int, int]


def beside_cue(
    dates: Sequence[DateValue], sentence: Masked, found: Sequence[Attribution], one: Attribution, published: date | None
) -> DateValue | None:
    """Return the date of `dates` that stands in the clause of the attribution `one` of those `found`, or None."""
    contents = [words for a in found if not a.whole_clause for words in a.words]
    tokens = tokenize(sentence.text)
    for value in (_no_later(value, published) for value in dates):
        if value.span is None or value.start is None or value.end is None or (published and value.start > published):
            continue
        if not _inside(value.span.start, contents) and _dates(tokens, sentence, value, one):
            late = published is not None and value.end > published
            return replace(value, end=published, precision=Precision.INTERVAL) if late else value
    return None


def with_day_to_come(
    one: Attribution, sentence: Masked, dates: Sequence[DateValue], published: date | None
) -> Attribution:
    """Return an attribution whose content has the day right behind it, if that is still to come: nobody spoke then.

    "Lee said “we will close” on Monday, June 16", in an article of June 5; a bare weekday is one that has passed.
    """
    high, text = one.content[1], sentence.text
    for value in dates:
        if value.span is None or value.start is None or published is None or value.start <= published:
            continue
        bare = _no_later(value, published) is not value and not _dated_further(value, dates)
        low, end = (at - sentence.start for at in (high, value.span.start))
        if not bare and low <= end and _JOINS_DAY.fullmatch(text, low, end):
            high = value.span.end
    return replace(one, content=(one.content[0], high)) if high > one.content[1] else one


def _dated_further(day: DateValue, dates: Sequence[DateValue]) -> bool:
    """Tell whether a weekday has its date behind it: "Monday, | June 16"."""
    return day.span is not None and any(
        other.span is not None and other.start == day.start and 0 < other.span.start - day.span.end <= len(", ")
        for other in dates
    )


def _no_later(value: DateValue, published: date | None) -> DateValue:
    """Return a bare weekday as the last one: the quotation beside it can look ahead, and nothing said is to come."""
    if published is None or value.start is None or value.rule != WEEKDAY or not value.start > published:
        return value
    day = value.start - timedelta(days=7)
    return replace(value, start=day, end=day)


def _inside(at: int, spans: Sequence[Pair]) -> bool:
    return any(low <= at < high for low, high in spans)


def _dates(tokens: Sequence[Token], sentence: Masked, value: DateValue, one: Attribution) -> bool:
    """Tell whether a date stands in the clause of an attribution, and dates its verb."""
    if value.span is None or one.cue is None or abs(value.span.start - one.cue[0]) > FAR:
        return False
    cue, mention = (_tokens_of(tokens, sentence, span) for span in (one.cue, one.mention or one.cue))
    low, high = _tokens_of(tokens, sentence, (value.span.start, value.span.end))
    if low >= high or cue[0] >= cue[1] or mention[0] >= mention[1]:
        return False
    german = tokens[cue[0]].lower in german_words.SAYING | german_words.REPORTING
    if german or not _dates_saying(tokens, (low, high), value) or not _in_its_tense(tokens, (low, high), cue[0]):
        return german and _in_one_clause(tokens, (low, high), cue[0])
    before, after = min(cue[0], mention[0]), max(cue[1], mention[1])
    if low >= after:
        return _dates_behind(tokens, (after, low), one)
    if low >= before:
        return low < mention[1] or _between(tokens, (mention[1], low), cue[0], one)
    return _ahead(tokens, (low, high), before, cue[0])


def _in_one_clause(tokens: Sequence[Token], at: Pair, cue: int) -> bool:
    """Tell whether a date stands in the clause of a German verb of saying: no mark and no quotation parts the two."""
    low, high = at
    if low and tokens[low - 1].lower in german_words.BOUNDS:
        return False
    between = tokens[min(low, cue) : max(high, cue + 1)]
    if low > cue and (closing := next((k for k, t in enumerate(between) if t.quotation), 0)):
        said = closing == len(between) - (high - low) - 2 and between[closing + 1].lower in _BY_DAY
        between = (
            [*between[: closing - (between[closing - 1].text == ":")], *between[closing + 1 :]] if said else between
        )
    return not any(token.quotation or token.text in ",:;–—" for token in between)


def _tokens_of(tokens: Sequence[Token], sentence: Masked, span: Pair) -> Pair:
    """Return the range of tokens that begin inside a span of the article."""
    low = bisect_left(tokens, span[0] - sentence.start, key=lambda t: t.start)
    return low, bisect_left(tokens, span[1] - sentence.start, lo=low, key=lambda t: t.start)


def _dates_saying(tokens: Sequence[Token], at: Pair, value: DateValue) -> bool:
    """Tell whether a date can date a saying: as an adverb, or as the date of the occasion ("at a Tuesday rally")."""
    low, high = at
    occasion = next((t for t in tokens[high : high + 4] if t.lower in OCCASIONS), None)
    if tokens[high - 1].lower.endswith(("'s", "s'")) and occasion is None:
        return False
    before = tokens[low - 1].lower if low else ""
    noun = (before in grammar.DETERMINERS or before.endswith("'s")) and high < len(tokens) and tokens[high].word
    if noun and occasion is None and not grammar.is_time(tokens[high]):
        return False  # "the 1986 air raid", "his Saturday debate"
    adverb = before == "in" or tokens[low].lower in ("in", "this", "last")
    return value.precision is not Precision.YEAR or adverb or occasion is not None


def _in_its_tense(tokens: Sequence[Token], at: Pair, cue: int) -> bool:
    """Tell whether a verb can have a date: "she says last week they met" has one only of an occasion or none."""
    low, high = at
    if high < len(tokens) and is_finite_or_past(tokens[high]) and low > cue:
        return False  # "say December is too late"
    occasion = any(t.lower in OCCASIONS for t in tokens[max(0, low - PHRASE_TOKENS) : high + 3])
    return occasion or _PRESENT.fullmatch(tokens[cue].lower) is None


def _dates_behind(tokens: Sequence[Token], between: Pair, one: Attribution) -> bool:
    """Tell whether a date behind a verb and its speaker dates them: no other verb stands between."""
    low, high = between
    quoted = sum(len(t.text) for t in tokens[low:high] if t.quotation)
    if tokens[high].start - tokens[low - 1].end - quoted > NEAR:
        return False
    named = one.rule == "naming"  # "described it as frank on Monday": no clause
    if one.whole_clause and any(
        t.lower == "to" and _infinitive(tokens, k) for k, t in enumerate(tokens[:high]) if k >= low
    ):
        return False
    others = _other_verbs(tokens, low, high, documented=False)
    return not any(not (named and token.lower == "as") for token in others)


def _infinitive(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a verb follows "to" ("promised to pay on Friday"), and no one who is told."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    closed = grammar.DETERMINERS | grammar.PRONOUNS | {"comment", "parliament", "congress"}
    return (
        following is not None
        and following.word
        and not following.capital
        and following.lower not in closed
        and not following.lower.endswith("s")
        and not grammar.is_person_noun(following)
    )


def _between(tokens: Sequence[Token], between: Pair, cue: int, one: Attribution) -> bool:
    """Tell whether a date between a speaker and the verb dates it; a participle shares that of the verb before."""
    low, high = between
    mention = tokens[:low]
    verbs_of_issue = [k for k in range(low, high) if tokens[k].lower in ISSUED]  # "Lee released a memo on Friday that"
    issued = bool(verbs_of_issue) and any(t.lower in DOCUMENTS for t in tokens[verbs_of_issue[0] : high])
    document = issued or (bool(mention) and head_of(mention[-4:]).lower in DOCUMENTS)
    verbs = list(_other_verbs(tokens, low, high, documented=document))
    if one.rule != "participle":
        return not verbs
    joined = any(t.lower in ("and", "or", "but", "to") for t in tokens[low:cue])
    plain = len(verbs) <= 1 and not any(t.lower in ("will", "would", "can", "could") for t in verbs)
    return plain and not joined


def _ahead(tokens: Sequence[Token], at: Pair, before: int, cue: int) -> bool:
    """Tell whether a date at the head of a clause dates its verb: "On Monday, after the vote was lost, Lee said"."""
    low, high = at
    if any(_other_verbs(tokens, _clause_start(tokens, low), low, documented=False)):
        return False
    aside, seen = False, False
    for index in range(high, min(before, cue)):
        token = tokens[index]
        if token.text in _BOUND:
            return False
        if token.lower in grammar.CONJUNCTIONS:
            aside, seen = True, False
        elif _is_verb(tokens, index):
            if not aside and not _made_public(tokens, index, documented=False):
                return False
            seen = True
        elif token.text == "," and seen:
            aside = False
    return not aside or tokens[min(before, cue) - 1].text == ","


def _clause_start(tokens: Sequence[Token], low: int) -> int:
    """Return where the clause begins at whose head a date at `low` stands: behind a dash, "and" or a comma."""
    at = low
    while at > 0 and tokens[at - 1].lower in _TOWARDS - {"and"}:
        at -= 1
    if at > 0 and (tokens[at - 1].text in _BOUND or tokens[at - 1].lower in ("and", "but", ",")):
        return at
    return max((k + 1 for k in range(at) if tokens[k].text in _BOUND or tokens[k].lower == "but"), default=0)


def _other_verbs(tokens: Sequence[Token], low: int, high: int, *, documented: bool) -> Iterator[Token]:
    """Yield what shows that another clause begins in a range: its verb, conjunction or relative pronoun."""
    skipped = low
    for index in range(low, high):
        token = tokens[index]
        if token.quotation or index < skipped:
            continue
        if (closed := _aside_end(tokens, index, high)) > index:
            skipped = closed
        elif token.text in _BOUND:
            yield token
        elif token.lower == "that" and index + 1 < high and tokens[index + 1].quotation:
            continue  # "said that “we are ready” | on Monday"
        elif token.lower in grammar.CONJUNCTIONS | {"that"}:
            spoken = any(
                t.lower in _SPEAKING or _PUBLIC.fullmatch(t.lower) for t in tokens[index + 1 : index + RELATIVE_TOKENS]
            )
            if token.lower not in ("before", "after", "since", "until") and not spoken:
                yield token
        elif _is_verb(tokens, index) and not _made_public(tokens, index, documented=documented):
            yield token


def _aside_end(tokens: Sequence[Token], comma: int, high: int) -> int:
    """Return where a relative clause ends that begins at a comma and is closed before `high`, else `comma`."""
    if tokens[comma].text != "," or comma + 1 >= high or tokens[comma + 1].lower not in _RELATIVES:
        return comma
    closing = (
        k for k in range(comma + 2, high) if tokens[k].text == "," and not (k + 1 < high and tokens[k + 1].number)
    )
    return next(closing, comma)


def _is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word is a verb of a clause or a participle, and no adjective ("a televised speech")."""
    token, before = tokens[index], tokens[index - 1] if index else None
    if token.lower in _SPEAKING or token.capital:
        return False
    if token.lower.endswith("ing") and before is not None:
        return before.text == "," or before.lower in grammar.PREPOSITIONS | grammar.CONJUNCTIONS
    if not is_finite_or_past(token):
        return False
    if before is not None and grammar.is_adverb(before) and index > 1:
        before = tokens[index - 2]
    modifies = before is not None and before.lower in grammar.DETERMINERS
    return not (modifies and token.lower.endswith("ed"))


def _made_public(tokens: Sequence[Token], index: int, *, documented: bool) -> bool:
    """Tell whether a participle says how words were made public: "in a report published on", "a letter sent on"."""
    passive = tokens[index].lower in grammar.AUXILIARIES and index + 1 < len(tokens)
    if _PUBLIC.fullmatch(tokens[index + passive].lower) is None:
        return False
    at = index - 1
    while at >= 0 and tokens[at].lower in ("was", "were", "that", "which", "he", "she", "they", "had", "been"):
        at -= 1
    told = at >= 0 and (tokens[at].capital or tokens[at].lower in OCCASIONS | DOCUMENTS | {"story"})
    while told and at >= 0 and tokens[at].word and tokens[at].lower not in _VIA:
        at -= 1
    return documented or (told and at >= 0 and tokens[at].lower in _VIA)


def is_public(word: str) -> bool:
    """Tell whether a verb only says how words were made public ("a letter | published on Monday")."""
    return _PUBLIC.fullmatch(word) is not None


def inherited(value: DateValue) -> DateValue:
    """Return a date as one taken over from an earlier sentence."""
    return replace(value, inherited=True)


def is_news(value: DateValue, published: date | None) -> bool:
    """Tell whether a dated saying is recent enough to be what its article is about."""
    return published is None or value.end is None or value.end >= published - NEWS


def says_now(text: str, one: Attribution) -> bool:
    """Tell whether "now" or "today" stands beside a verb of saying: "He | now | says he was misquoted"."""
    if one.cue is None:
        return False
    return bool(_NOW_BEFORE.search(text, max(0, one.cue[0] - 8), one.cue[0]) or _NOW_BEHIND.match(text, one.cue[1]))


def until(published: date | None) -> DateValue | None:
    """Return "not later than the day of publication", or None where that is not known."""
    if published is None:
        return None
    return DateValue(start=None, end=published, precision=Precision.UNTIL, rule="until-published")


__all__ = ["beside_cue", "inherited", "is_news", "is_public", "says_now", "until", "with_day_to_come"]
