"""Find where another story's headline, glued to the front of a paragraph, ends and the paragraph itself begins.

A headline has no full stop, so only what stands around a word can tell: how the words before it are capitalised, what
it is, what follows it, and which words stand elsewhere in the article. Each capitalised word and opening mark is a
candidate, and so is the end of the line, where nothing is glued on. The best by a conditional logit model begins the
paragraph. The weights, in `teasers.json`, were fitted by `tests/training/teasers.py` on headlines and paragraphs of
../shared/data/corpora/news joined at random.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import chain, pairwise

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.clauses import is_finite_or_past
from factcheck.claims.sentence.grammar import Token, is_person_noun, tokenize
from factcheck.text.abbreviations import BEFORE_PERSON, is_abbreviation
from factcheck.text.names.gazetteer import COUNTRIES, ORGANISATIONS, PLACES, ROLES
from factcheck.text.names.name_words import FIRST
from factcheck.text.words import STOP_WORDS

TEASER_MIN = 8  # characters of another story's headline before its own text can begin again
TELLING_WORDS = 120  # words and pairs of words, some 60 words of text
RELUCTANCE = 0.7  # a paragraph lost in a teaser is worse than a headline read as text; costs no accuracy
RELUCTANCE_STOPPED = 1.4  # the same for a line with a full stop, which few headlines have
TEASER_LIMIT = 220  # a teaser is a headline: no longer than one
_LONG_WORD = 4  # characters; shorter words stay small in title case
_AHEAD = 12  # tokens after a candidate that are looked at
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_DOUBLE = frozenset('“”"„«»')
_MARKS = frozenset("“\"„«»‘'([")
_OPENERS_WORDS = """
    we i the but this that these those it he she they there if in on at according you our my as when while a an for wir
    ich die der das es er sie"""
_OPENERS = frozenset(_OPENERS_WORDS.split())
_CLOSED = grammar.PREPOSITIONS | grammar.DETERMINERS | {"and", "or", "to"}
_NEVER_LAST_WORDS = """
    and or of that told than into from with at by between whose which who when while because if is was are were"""
_NEVER_LAST = grammar.DETERMINERS | frozenset(_NEVER_LAST_WORDS.split())
_NEVER_LAST_WITH_CAPITAL_WORDS = """
    the a an of and or as at with from after into than amid but if who their its his our my new will would could should
    has have was when former during without whose while because versus"""
_NEVER_LAST_WITH_CAPITAL = frozenset(_NEVER_LAST_WITH_CAPITAL_WORDS.split())
"""Words that no headline ends in, though they have capitals in most: in 3,000 of ../shared/data/corpora/news."""
_TITLES = frozenset(f"{title.lower()}." for title in BEFORE_PERSON.split("|"))
_OPEN_MARKS = frozenset([",", ":", ";", "—", "–", "-", "--", "(", "“", "„", "«", "/", "&", "$", "£", "€"])
_SHARES = ((0.8, "all"), (0.5, "most"), (0.25, "some"), (0.0, "few"))
_LENGTHS = ((17, "17"), (13, "13"), (10, "10"), (7, "7"), (5, "5"), (3, "3"), (0, "0"))


class Article:
    """An article with what stands in it, counted when first asked for: few articles have a teaser."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in the article, and each two words side by side."""
        return counted(self.text)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The words of an article outside a stretch of it: what they tell is more likely its own than another story's."""

    whole: Counter[str]
    stretch: Counter[str]

    def tells(self) -> bool:
        """Tell whether there is enough of it to know the article's words by: more than a short statement."""
        return self.whole.total() - self.stretch.total() >= TELLING_WORDS

    def has(self, *words: str) -> bool:
        """Tell whether a word, or two side by side, stands elsewhere in the article."""
        told = " ".join(map(_plain, words))
        return self.whole.get(told, 0) > self.stretch.get(told, 0)


def counted(text: str) -> Counter[str]:
    """Count the words of a text, and each two with a blank between them."""
    found = [(match.start(), match.end(), _plain(match.group())) for match in _WORD.finditer(text)]
    pairs = (f"{a[2]} {b[2]}" for a, b in pairwise(found) if b[0] == a[1] + 1)
    return Counter(chain((word for _, _, word in found), pairs))


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def resumption(article: Article, low: int, high: int) -> int | None:
    """Return where the text itself begins again after a headline that begins at `low`, or None where it does not."""
    stretch = article.text[low : min(high, low + 2 * TEASER_LIMIT)]
    elsewhere = Elsewhere(article.counts, counted(stretch))
    tokens = tokenize(stretch)
    stopped = tokens[-1:] != [] and tokens[-1].text in ".!?"
    reluctance = RELUCTANCE_STOPPED if stopped else RELUCTANCE
    whole = score(features(tokens, len(tokens), elsewhere)) - reluctance
    best, found = -math.inf if _has_dialogue(tokens) or (stopped and _reports(tokens)) else whole, None
    for index in candidates(tokens):
        value = score(features(tokens, index, elsewhere))
        if value > best:
            best, found = value, tokens[index].start
    found = _opener(tokens) if found is None else found
    return None if found is None else low + found


def _opener(tokens: Sequence[Token]) -> int | None:
    """Return where a word that opens sentences stands in a headline whose words are small, as a capital of its own."""
    for index in candidates(tokens):
        plain = tokens[index].lower in _OPENERS and tokens[index - 1].word and tokens[index - 1].lower not in _CLOSED
        small = _share([t for t in tokens[1:index] if len(t.text) >= _LONG_WORD]) in ("some", "few")
        if plain and small and index + 1 < len(tokens) and not tokens[index + 1].capital and tokens[index + 1].word:
            return tokens[index].start
    return None


def candidates(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the tokens at which a paragraph can begin: a capital, a number or an opening mark after a blank."""
    for index in range(1, len(tokens)):
        token = tokens[index]
        if token.start > TEASER_LIMIT:
            return
        opens = token.capital or token.number or (token.text in _MARKS and _glued(tokens, index))
        if (
            opens
            and token.start >= TEASER_MIN
            and token.start > tokens[index - 1].end
            and not _unfinished(tokens, index)
        ):
            yield index


def _unfinished(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether no headline can end before `index`: "… told", "… the", "In" among small words, "he said."."""
    last = tokens[index - 1]
    if last.text in ".!?" and _has_dialogue(tokens[:index]):
        return True
    possessive = last.lower.endswith("'s") and last.word
    if last.text in _OPEN_MARKS or possessive or last.lower in _TITLES or last.lower in _NEVER_LAST_WITH_CAPITAL:
        return True
    small = _share([t for t in tokens[1 : index - 1] if len(t.text) >= _LONG_WORD and t.word]) in ("some", "few")
    surname = index > 1 and tokens[index - 2].lower in FIRST  # "Ann Lee |"
    if small and last.capital and last.lower in FIRST and not surname:
        here = tokens[index]  # "at Arle Paul | Dorn told"
        return here.capital and here.lower not in _CLOSED | _OPENERS
    if not last.word or not last.capital:
        return last.lower in _NEVER_LAST
    if last.lower not in _CLOSED:
        return False
    return small


def _has_dialogue(before: Sequence[Token]) -> bool:
    """Tell whether a quotation with its speaker behind it stands here, as in no headline: “Is it?” he asked."""
    return any(
        mark.text in _DOUBLE and stop.text in ",?!" and (verb.lower in cues.SAYING or verb.lower in grammar.PRONOUNS)
        for stop, mark, verb in zip(before, before[1:], before[2:], strict=False)
    )


def _reports(tokens: Sequence[Token]) -> bool:
    """Tell whether somebody named said something, in the past, which headlines tell in the present."""
    return any(name.capital and verb.lower in ("said", "told") for name, verb in pairwise(tokens))


def _glued(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].start == tokens[index].end


def score(found: Sequence[str]) -> float:
    """Return the sum of the weights of some features."""
    table = weights()
    return sum(table.get(name, 0.0) for name in found)


@cache
def weights() -> Mapping[str, float]:
    """Return the shipped weights."""
    table = resources.files("factcheck.claims.page").joinpath("teasers.json").read_text(encoding="utf-8")
    return {str(name): float(value) for name, value in json.loads(table).items()}


def features(tokens: Sequence[Token], index: int, elsewhere: Elsewhere) -> list[str]:
    """Return what speaks for and against a paragraph that begins at `index`; at the number of tokens: for none."""
    before = tokens[:index]
    long_before = [t for t in before[1:] if t.word and len(t.text) >= _LONG_WORD]
    style = _share(long_before)
    length = next(name for least, name in _LENGTHS if len(before) >= least)
    stops = sum(t.text in ".!?" for t in before[:-1])
    if index >= len(tokens):
        ends = tokens[-1].text if tokens and tokens[-1].text in ".!?" else "word"
        long_line = "long" if len(tokens) > 20 else "short"  # noqa: PLR2004 - twice a headline
        known = _known(tokens[1:], elsewhere) if elsewhere.tells() else "unasked"
        return ["end", f"end:{ends}", f"end:{long_line}", f"end:{length}", f"end:{style}", f"end:stops:{min(stops, 2)}",
                f"end:known:{known}", f"end:known:{known}:{length}"]  # fmt: skip
    here, last = _kind(tokens, index), _ending(tokens, index)
    rest = tokens[index + 1 : index + 1 + _AHEAD]
    long_rest = [t for t in rest if t.word and len(t.text) >= _LONG_WORD]
    follows = _kind(tokens, index + 1) if index + 1 < len(tokens) else "nothing"
    second = _kind(tokens, index + 2) if index + 2 < len(tokens) else "nothing"
    run = _run(tokens, index)
    verb = index + run < len(tokens) and is_finite_or_past(tokens[index + run])
    stopped = _stops_at(tokens, index)
    two_back = _kind(tokens, index - 2) if index > 1 else "none"
    found = [
        f"here:{here}", f"last:{last}", f"next:{follows}", f"length:{length}", f"style:{style}",
        f"stops:{min(stops, 2)}", f"styles:{style}:{_share(long_rest)}", f"last:{last}:{style}", f"here:{here}:{style}",
        f"last:{last}:here:{here}", f"here:{here}:next:{follows}", f"run:{min(run, 4)}:{'verb' if verb else 'other'}",
        f"run:{min(run, 4)}:{style}", f"last2:{two_back}:{last}", f"next2:{second}", f"next:{follows}:{second}",
        f"run-before:{min(_run_before(tokens, index), 4)}:{style}", f"length:{length}:{style}",
        f"inside:{_inside(before)}:{here == 'mark'}", f"here:{here}:verb:{verb}:{min(run, 3)}",
        f"verb-before:{any(map(is_finite_or_past, before))}", f"verb-behind:{any(map(is_finite_or_past, rest))}",
        f"stop:{stopped}:{min(stops, 2)}", f"stop:{stopped}:{style}:{length}",
        f"inside-name:{_inside_name(tokens, index)}", f"stop:{stopped}:quoted:{any(t.text in _DOUBLE for t in before)}",
        f"clause:{_clause(tokens, index)}", f"left:{_left(tokens, index)}", f"left:{_left(tokens, index)}:{style}",
    ]  # fmt: skip
    found += _of_article(tokens, index, elsewhere)
    word = _SHORTENED.sub("", tokens[index].lower)
    if word in _TOLD_APART:
        found.append(f"word:{word}")
    if before[-1].lower in _TOLD_APART:
        found.append(f"word-before:{before[-1].lower}")
    return found


def _of_article(tokens: Sequence[Token], index: int, elsewhere: Elsewhere) -> Iterator[str]:
    """Yield what the rest of the article tells: its words recur in its paragraphs rather than in the headline."""
    if not elsewhere.tells():
        return
    before, behind = _known(tokens[1:index], elsewhere), _known(tokens[index : index + _AHEAD], elsewhere)
    yield f"known:{before}:{behind}"
    yield f"known-behind:{behind}"
    last = tokens[index - 1]
    here = elsewhere.has(tokens[index].lower)
    if tokens[index].word and last.word:
        yield f"across:{elsewhere.has(last.lower, tokens[index].lower)}:{last.capital}"
        yield f"known-last:{elsewhere.has(last.lower)}:{last.capital}:{here}"
    if index + 1 < len(tokens) and tokens[index].word and tokens[index + 1].word:
        pair = elsewhere.has(tokens[index].lower, tokens[index + 1].lower)
        yield f"pair:{pair}:{tokens[index + 1].capital}"
        yield f"known-here:{here}:{pair}:{_run(tokens, index) > 1}"
    if index > 1 and last.word and tokens[index - 2].word:
        yield f"pair-before:{elsewhere.has(tokens[index - 2].lower, last.lower)}:{last.capital}"


def _known(tokens: Sequence[Token], elsewhere: Elsewhere) -> str:
    """Return the share of the longer words that stand elsewhere in the article."""
    words = [t.lower for t in tokens if t.word and len(t.text) >= _LONG_WORD and t.lower not in STOP_WORDS]
    if not words:
        return "none"
    share = sum(map(elsewhere.has, words)) / len(words)
    return next(name for least, name in _SHARES if share >= least)


def _stops_at(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a sentence ends right before `index`, as where the headline has a full stop of its own."""
    before = tokens[index - 1].text
    return before in ".!?…" and index > 1 and not is_abbreviation(tokens[index - 2].text)


def _inside_name(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a name known to be one stands on both sides: "Hong | Kong"."""
    return (tokens[index - 1].lower, tokens[index].lower) in _PAIRS


def _clause(tokens: Sequence[Token], index: int) -> str:
    """Tell how far from `index` the first finite verb is, and what stands right before it."""
    for at in range(index, min(index + _AHEAD, len(tokens))):
        if tokens[at].text in ".!?" and at > index:
            return "none"
        if is_finite_or_past(tokens[at]) or tokens[at].lower in cues.VERBS:
            return f"{min(at - index, 4)}:{_kind(tokens, at - 1)}"
    return "none"


def _left(tokens: Sequence[Token], index: int) -> str:
    """Tell what a headline would be left open by: the kind of its last word that no headline ends in."""
    last = tokens[index - 1]
    if last.lower in cues.VERBS and last.word:
        subject = index > 1 and tokens[index - 2].capital
        return f"saying:{subject}"
    if last.lower in FIRST and last.capital:
        return "first-name"
    if last.lower in _CLOSED:
        return "closed-capital" if last.capital else "closed-small"
    return "none"


def _share(words: Sequence[Token]) -> str:
    share = sum(w.capital or w.number for w in words) / len(words) if words else 0.0
    return next(name for least, name in _SHARES if share >= least)


def _run(tokens: Sequence[Token], index: int) -> int:
    """Return how many capitalised words stand together from `index` on."""
    high = index
    while high < len(tokens) and tokens[high].capital:
        high += 1
    return high - index


def _run_before(tokens: Sequence[Token], index: int) -> int:
    """Return how many capitalised words stand together right before `index`."""
    low = index
    while low > 0 and tokens[low - 1].capital:
        low -= 1
    return index - low


def _inside(before: Sequence[Token]) -> str:
    """Tell whether the words before leave a quotation or a bracket open."""
    doubles = sum(t.text in "“„«" for t in before) - sum(t.text in "”»" for t in before)
    straight = sum(t.text == '"' for t in before) % 2
    brackets = sum(t.text == "(" for t in before) - sum(t.text == ")" for t in before)
    return "open" if doubles > 0 or straight or brackets > 0 else "closed"


_PAIRS = frozenset(
    pair for name in re.split(r"[;,|\n]", COUNTRIES + PLACES + ORGANISATIONS) for pair in pairwise(name.lower().split())
)
_SHORTENED = re.compile(r"'(?:d|ll|m|re|s|ve)$")  # "I’d", "we’re", "it’s"
_TOLD_APART = frozenset(
    (grammar.PREPOSITIONS | grammar.DETERMINERS | grammar.PRONOUNS | grammar.CONJUNCTIONS | grammar.LEADS)
    | {"not", "what", "there", "these", "according", "asked", "mr", "mrs", "ms", "president", "sen.", "rep.", "even"}
)


_CLASSES = (
    ("pronoun", grammar.PRONOUNS),
    ("determiner", grammar.DETERMINERS),
    ("preposition", grammar.PREPOSITIONS),
    ("conjunction", grammar.CONJUNCTIONS | grammar.LEADS | {"and", "or", "to"}),
)


def _kind(tokens: Sequence[Token], index: int) -> str:
    """Return the class of a word or mark by itself."""
    token = tokens[index]
    if token.text in _MARKS:
        return "mark"
    if not token.word:
        return token.text if token.text in ",.:;?!-—–" else "sign"
    case = "capital" if token.capital else "small"
    word = _SHORTENED.sub("", token.lower)
    closed = next((name for name, words in _CLASSES if word in words), "")
    if token.number or closed:
        return "number" if token.number else f"{closed}-{case}"
    if grammar.is_time(token):
        return "time"
    if is_finite_or_past(token) or token.lower in cues.VERBS:
        return f"verb-{case}"
    return _name_kind(token) if token.capital else _small_kind(token)


def _small_kind(token: Token) -> str:
    return "adverb" if grammar.is_adverb(token) else "plural" if token.lower.endswith("s") else "word"


def _name_kind(token: Token) -> str:
    lower = token.lower
    if lower in FIRST:
        return "first-name"
    if lower.strip(".") in ROLES or is_person_noun(token):
        return "office"
    return "acronym" if token.text.isupper() and len(lower) > 1 else "ing" if lower.endswith("ing") else "name"


def _ending(tokens: Sequence[Token], index: int) -> str:
    """Return the class of the word before `index`, by which a headline ends or does not."""
    return _kind(tokens, index - 1)


__all__ = [
    "TEASER_LIMIT",
    "TEASER_MIN",
    "Article",
    "Elsewhere",
    "candidates",
    "counted",
    "features",
    "resumption",
    "score",
    "weights",
]
