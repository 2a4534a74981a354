"""Find what a sentence with attributions asserts besides them, in the article's own voice, so that no fact is lost.

"The mayor left on Monday and said that …", "After Lee said it was over, 300 workers walked out", "Police arrested 14
people, saying …", "Lee, who bought the firm in 2019, said …". What asserts nothing by itself is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.clauses import RELATIVES, coordination, has_verb, is_finite_or_past
from factcheck.claims.sentence.grammar import MASK, Token, tokenize
from factcheck.claims.sentence.masking import Masked
from factcheck.claims.sentence.subjects import DOCUMENTS
from factcheck.claims.speech.scan import SPEECH, Attribution, content_span
from factcheck.claims.speech.told_of_speakers import NO_ADJUNCTS, about_speaker, in_present, is_participle
from factcheck.text.names.gazetteer import ROLES

Pair = tuple[int, int]

REPORT_TOKENS = 9  # of a report behind what somebody else said
REMAINDER_TOKENS = 4  # less asserts nothing by itself
YEAR_DIGITS = 4

_PARTS_CLAUSES = frozenset(
    ["because", "as", "while", "when", "after", "before", "although", "though", "since", "but", "which", ",", "and"]
)
_ASSERTING = frozenset(["while", "although", "though", "even", "because", "after", "before", "when", "as", "since"])
"""Conjunctions whose clause tells what was or is so; what "if" and "until" lead into is not asserted."""
_LEADING = _ASSERTING | {"if", "unless", "until", "once", "whether"}
_GOES_ON = frozenset(["while", "and", "but", "although", "though", "because", "since"])
_WHILE = frozenset(["as", "after", "when", "before", "while"])
_LEADS_GERUND = frozenset(["despite", "after", "since", "by", "while", "having", "before"])
_GESTURES = frozenset(["smiled", "laughed", "nodded", "shrugged", "sighed", "grinned", "paused", "wept", "winced"])
_OBJECTS = grammar.DETERMINERS | grammar.PRONOUNS | {"that"}
_NO_PARTICIPLES = frozenset(["united", "red", "king", "reed", "ned", "ted", "fred", "beijing", "reading", "nothing"])
"""Words that only end as participles do: "United coach Erik Lund left"."""
_QUOTES = frozenset(["quoted", "quotes", "cited", "cites", "reported"])
_SPANS = frozenset(["day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minutes"])


def remainders(sentence: Masked, found: Sequence[Attribution]) -> list[Pair]:
    """Return what a sentence asserts besides its attributions (one at least), in order, apart from their contents."""
    tokens = tokenize(sentence.text)
    taken = [words for one in found for words in one.words]
    spans = [
        before(sentence, tokens, found),
        *(about_speaker(sentence, tokens, one) for one in found),
        *(_main(sentence, one, found) for one in found),
        *(one.rebuttal for one in found),
        _behind(sentence, tokens, found),
    ]
    kept: list[Pair] = []
    for span in spans:
        if span is not None and not any(span[0] < b and a < span[1] for a, b in [*taken, *kept]):
            kept.append(span)
    return sorted(kept)


def _main(sentence: Masked, one: Attribution, found: Sequence[Attribution]) -> Pair | None:
    """Return what a main clause goes on with behind a relative clause with somebody's words ("…, | paid no tax")."""
    if one.goes_on is None:
        return None
    low, high = one.goes_on.content
    if _tells_nothing(tokenize(sentence.text[low - sentence.start : high - sentence.start])):
        return None
    later = [other.content if other.whole_clause else other.cue for other in found]
    if any(span is not None and low <= span[0] < high for span in later):
        return None  # "The mayor, who says it is safe, told reporters that …"
    return low, high


def _tells_nothing(words: Sequence[Token]) -> bool:
    """Tell whether a predicate is a gesture, or only says who it was that spoke: "smiled", "is Ann Lee"."""
    names = words[0].lower in ("is", "was") and len(words) > 1 and all(t.capital for t in words[1:])
    return names or (words[0].lower in _GESTURES and not any(map(_counts, words)))


def _only_quotes(ahead: Sequence[Token], first: Attribution) -> bool:
    """Tell whether a clause says no more than that somebody is quoted: "Lee was quoted by the Courier | saying"."""
    at = next((k for k, t in enumerate(ahead) if t.lower in _QUOTES), len(ahead))
    others = [*ahead[:at], *ahead[at + 1 :]]
    alone = not any(is_finite_or_past(t) and t.lower not in grammar.AUXILIARIES for t in others)
    return first.rule == "participle" and at < len(ahead) and alone and not any(map(_counts, ahead))


def before(sentence: Masked, tokens: Sequence[Token], found: Sequence[Attribution]) -> Pair | None:
    """Return the clause before the first attribution of a sentence, or None."""
    first = found[0]
    high = _first_start(sentence, tokens, first)
    ahead = [t for t in tokens if t.end <= high]
    if len(ahead) < REMAINDER_TOKENS or _speaks(ahead):
        return None
    if is_adjunct(ahead):
        return content_span(sentence, ahead[0].start, ahead[-1].end)
    if (
        not (has_verb(ahead) or _tells_figure_now(ahead))
        or _cleft(sentence, tokens, first)
        or _only_quotes(ahead, first)
    ):
        return None
    if _ends_in_date(ahead):
        ahead = ahead[:-2]
    if ahead[-1].lower in ("the", "a", "an") and ahead[-2].lower in _WHILE:  # "…, after the newspaper | El Faro said"
        ahead = ahead[:-1]
    if len(ahead) > 2 and ahead[-2].lower == "as" and ahead[-1].lower in ("did", "does", "had", "has", "is", "was"):  # noqa: PLR2004
        ahead = ahead[:-2]  # "He mends lamps, | as did | his father, who said"
    ahead = _without_what(ahead)
    joined = ahead[-1].lower in ("and", "but")  # what stands before is a clause of its own, whatever it begins with
    while ahead and (ahead[-1].lower in _PARTS_CLAUSES or _introduces_relative(ahead)):
        ahead = _without_span(ahead[:-1], ahead[-1])
    ahead = ahead if joined and _begins_with_phrase(ahead) else _asserted(ahead)
    if (
        not _suffices(ahead)
        or _compares(ahead)
        or (ahead[0].lower in ("last", "this") and high < len(sentence.text) // 3)
    ):
        return None
    office = len(ahead) > 1 and ahead[1].capital and ahead[1].lower in ROLES  # "Housing Minister Ann Lee left"
    participle = ahead[0].lower.endswith(("ing", "ed")) and ahead[0].lower not in _NO_PARTICIPLES and not office
    if participle or _dangles(ahead[-1]):
        return None
    return content_span(sentence, ahead[0].start, ahead[-1].end)


def _compares(words: Sequence[Token]) -> bool:
    """Tell whether "as" leads into a clause of its own, and not into "as expected", "as part of" or "as mayor"."""
    for at in (k for k, t in enumerate(words) if t.lower == "as"):
        stop = next((k for k in range(at + 1, len(words)) if words[k].text == ","), len(words))
        participle = stop - at == 2  # noqa: PLR2004 - "as", "expected"
        if not participle and has_verb(words[at + 1 : stop]):
            return True
    return False


def _suffices(words: Sequence[Token]) -> bool:
    """Tell whether words are enough to assert something: with a figure few are ("14 people died")."""
    return len(words) >= REMAINDER_TOKENS or (len(words) == REMAINDER_TOKENS - 1 and any(map(_counts, words)))


def _counts(token: Token) -> bool:
    """Tell whether a token is a figure, and no year."""
    year = token.text.isdigit() and len(token.text) == YEAR_DIGITS and token.text[:2] in ("18", "19", "20")
    return (token.number and not year) or token.lower in grammar.NUMBER_WORDS


def is_adjunct(ahead: Sequence[Token]) -> bool:
    """Tell whether a sentence opens with what its subject did or suffered, in figures: "Despite losing 11 seats, |"."""
    if ahead[-1].text != "," or any(t.text == "," for t in ahead[:-1]):
        return False
    if ahead[0].lower == "with":  # "With 300 members, the club said", but "With 3 weeks to go, the club said"
        counted = _counts(ahead[1]) and not any(grammar.is_time(t) or t.lower in _SPANS for t in ahead)
        return counted and not any(is_finite_or_past(t) or t.lower.endswith("ing") for t in ahead)
    led = ahead[0].lower in _LEADS_GERUND
    words = ahead[led:]
    gerund = words[0].lower.endswith("ing") and len(words[0].lower) > len("bring")
    having = ahead[0].lower == "having" and is_finite_or_past(words[0])
    participle = having or gerund or (is_participle(words[0]) and not led)
    return participle and words[0].lower not in NO_ADJUNCTS and any(map(_counts, words))


def _cleft(sentence: Masked, tokens: Sequence[Token], first: Attribution) -> bool:
    """Tell whether a sentence only says who it was that spoke: "It was Lee, not Hill, who said it"."""
    if first.cue is None or tokens[0].lower != "it" or tokens[1].lower not in ("is", "was"):
        return False
    ahead = [t for t in tokens if t.end <= first.cue[0] - sentence.start]
    return any(t.lower == "who" for t in ahead) and not any(map(is_finite_or_past, ahead[2:]))


def _speaks(ahead: Sequence[Token]) -> bool:
    """Tell whether somebody's speech stands in a stretch, and not only a phrase that is quoted."""
    return ahead[0].quotation or any(t.quotation and SPEECH.search(t.text) for t in ahead)


def _ends_in_date(ahead: Sequence[Token]) -> bool:
    """Tell whether a stretch ends with the date of what follows it: "…, and in 2010 | he said"."""
    dated = len(ahead) > 3 and ahead[-2].lower in ("in", "on") and _dates(ahead[-1])  # noqa: PLR2004
    return dated and ahead[-3].lower in ("and", "but")


def _dates(token: Token) -> bool:
    return grammar.is_time(token) or (token.number and token.text.isdigit())


def _introduces_relative(ahead: Sequence[Token]) -> bool:
    """Tell whether a stretch ends in the "in" of ", in which", or in a relative pronoun."""
    last, before = ahead[-1].lower, ahead[-2].text if len(ahead) > 1 else ""
    return last in RELATIVES or (last in grammar.PREPOSITIONS and before == ",")


def _without_what(ahead: list[Token]) -> list[Token]:
    """Leave out what leads to words that name something: "40 houses were lost | in what | Lee called “…”"."""
    if ahead[-1].lower != "what":
        return ahead
    return ahead[: -2 if ahead[-2].lower in grammar.PREPOSITIONS else -1]


def _begins_with_phrase(ahead: Sequence[Token]) -> bool:
    """Tell whether a clause begins with a preposition: "About 400 cows died", "In Arle 400 cows died"."""
    return bool(ahead) and ahead[0].lower in grammar.PREPOSITIONS - {"like", "including"} and has_verb(ahead)


def _asserted(ahead: list[Token]) -> list[Token]:
    """Return what a stretch asserts: a leading clause without its conjunction, where no main clause follows it.

    "Although it was sold in May, | Lee said …" asserts the sale; "In a speech that was long, | Lee said …" nothing.
    """
    if [t.lower for t in ahead[:2]] == ["after", "all"]:
        ahead = ahead[2 + (ahead[2:3] != [] and ahead[2].text == ",") :]
    first = ahead[0].lower if ahead else ""
    if first not in _LEADING | grammar.PREPOSITIONS or first in ("like", "including"):
        return ahead
    if first in ("in", "on", "since") and _dates(ahead[1]) and has_verb(ahead[2:]):
        return ahead  # "In 2008 Lee backed the plan and | said"
    parted = (k for k in range(1, len(ahead) - 1) if ahead[k].text == ",")
    if any(_main_clause(ahead[k + 1 :]) for k in parted):
        return ahead
    inner = ahead[1 + (first == "even") :]
    opens = bool(inner) and not (is_finite_or_past(inner[0]) or inner[0].lower.endswith("ing"))
    return inner if first in _ASSERTING and opens and (has_verb(inner) or _tells_figure_now(ahead)) else []


def _tells_figure_now(ahead: Sequence[Token]) -> bool:
    """Tell whether a leading clause tells a figure in the present: "While the company puts the deficit at £14m, |"."""
    verbs = (
        in_present(ahead[k], ahead[k + 1 :]) and not _counts(ahead[k - 1]) and ahead[k + 1].lower in _OBJECTS
        for k in range(2, len(ahead) - 1)
    )
    return ahead[0].lower in _ASSERTING and any(map(_counts, ahead)) and any(verbs)


def _main_clause(words: Sequence[Token]) -> bool:
    """Tell whether words are a clause with a subject of its own."""
    first = words[0]
    closed = grammar.CONJUNCTIONS | grammar.PREPOSITIONS | {"and", "or", "but"}
    opens = first.word and first.lower not in closed and not is_finite_or_past(first)
    return opens and not first.lower.endswith("ing") and has_verb(words[1:])


def _first_start(sentence: Masked, tokens: Sequence[Token], first: Attribution) -> int:
    """Return where an attribution begins in its sentence, with the subject that it shares with what stands before."""
    starts = [span[0] for span in (first.content, first.cue, first.mention) if span is not None]
    high = min(starts) - sentence.start
    if (relative := _of_document(sentence, tokens, first)) > high:
        return relative
    if first.cue is None or first.content[0] < first.cue[0]:
        return high
    at = first.cue[0] - sentence.start
    cue = next((k for k, t in enumerate(tokens) if t.start == at), -1)
    if cue > 0 and (cut := coordination(tokens, cue)):
        return tokens[cut].start
    trails = first.rule == "participle" or (first.rule == "naming" and tokens[cue].lower.endswith("ing"))
    if trails and cue > 0:
        accompanied = next((t for t in tokens if t.lower == "with" and t.end + 1 == high), None)
        return accompanied.start if accompanied else high if high > 0 and _parted(tokens, high) else at
    return high


def _of_document(sentence: Masked, tokens: Sequence[Token], first: Attribution) -> int:
    """Return where the relative clause of a document begins ("Lee released a memo on Friday | that said"), or 0."""
    if first.cue is None:
        return 0
    ahead = [t for t in tokens if t.end <= first.cue[0] - sentence.start]
    at = next((k for k in range(len(ahead) - 1, 0, -1) if ahead[k].lower in ("that", "which")), 0)
    documents = [k for k in range(1, at) if ahead[k].lower in DOCUMENTS]
    if not documents or any(map(is_finite_or_past, ahead[documents[-1] :])):
        return 0
    return ahead[at].start if has_verb(ahead[: documents[-1]]) else 0


def _parted(tokens: Sequence[Token], low: int) -> bool:
    """Tell whether the speaker of a participle stands after a comma, apart from the clause before."""
    at = next((k for k, t in enumerate(tokens) if t.start >= low), 0)
    return at > 0 and not tokens[at - 1].word


def _without_span(ahead: list[Token], conjunction: Token) -> list[Token]:
    """Leave out a stretch of time before "after" and "before": "he resigned, a day after …"."""
    if conjunction.lower not in ("after", "before") or not ahead or ahead[-1].lower not in _SPANS:
        return ahead
    lasted = len(ahead) > 2 and ahead[-3].lower in grammar.PREPOSITIONS  # noqa: PLR2004 - "jailed for nine years"
    return ahead[:-2] if len(ahead) > 1 and not lasted else ahead


def _behind(sentence: Masked, tokens: Sequence[Token], found: Sequence[Attribution]) -> Pair | None:
    """Return the clause that goes on after the last attribution: "…, Lee said, while sales rose"."""
    spans = [span for one in found for span in (one.content, one.cue, one.mention) if span is not None]
    end = max(high for _, high in spans) - sentence.start
    rest = [t for t in tokens if t.start >= end]
    if len(rest) < REMAINDER_TOKENS + 1 or (len(rest) <= REPORT_TOKENS and any(t.lower in cues.CORE for t in rest)):
        return None  # "Police said it was shut, | Lee told The Courier"
    if apart := _behind_semicolon(rest):
        return content_span(sentence, apart[0].start, len(sentence.text))
    after_content = end == max(one.content[1] for one in found) - sentence.start
    marked = after_content and sentence.text[end - 1] in f'{MASK}”"’'
    acts = after_content and rest[1].lower in cues.ACTS
    if (
        rest[0].lower in ("and", "but")
        and (is_finite_or_past(rest[1]) or acts)
        and (marked or acts or found[-1].rule == "naming")
    ):
        clause: Sequence[Token] = [] if any(t.quotation for t in rest) else rest[1:]
    else:
        inside = marked and sentence.text[end - 2] == ","  # "When Lee says it is “right,” | she has not read it"
        meanwhile = [] if after_content else _meanwhile(rest)
        clause = meanwhile or _goes_on(rest, after_content=after_content, marked=marked, inside=inside)
    return content_span(sentence, clause[0].start, len(sentence.text)) if clause else None


def _behind_semicolon(rest: Sequence[Token]) -> Sequence[Token]:
    """Return the writer's own sentence behind a semicolon: "…, Lee said; the county | closed the pier in May"."""
    at = next((k for k, token in enumerate(rest) if token.text == ";"), len(rest))
    clause = rest[at + 1 :]
    plain = len(clause) >= REMAINDER_TOKENS and not any(t.quotation or t.lower in cues.SAYING for t in clause)
    return clause if plain and clause[0].lower not in _LEADING and has_verb(clause[1:]) else []


def _goes_on(rest: Sequence[Token], *, after_content: bool, marked: bool, inside: bool) -> Sequence[Token]:
    """Return the clause of the writer's that goes on behind a comma, or behind quoted words, or nothing."""
    quoted = marked and rest[0].lower in ("and", "but")
    if rest[0].text != "," and not (quoted or inside):
        return []
    rest = rest if inside else rest[1:]
    if rest[0].lower == "which" and not inside:  # "It is a felony, Lee said, which carries a fine"
        clause = rest if in_present(rest[1], rest[2:]) or has_verb(rest[1:]) else []
        return clause if len(clause) > REMAINDER_TOKENS and not any(t.quotation for t in clause) else []
    if rest[0].lower in _GOES_ON:
        rest = rest[1:]
    elif not after_content:
        return []
    opens = not (rest[0].lower in grammar.PREPOSITIONS | RELATIVES or rest[0].lower.endswith(("ing", "ed")))
    plain = len(rest) >= REMAINDER_TOKENS and opens and not any(t.quotation for t in rest)
    return rest if plain and has_verb(rest[1:]) else []


def _meanwhile(rest: Sequence[Token]) -> Sequence[Token]:
    """Return the clause that tells what happened when somebody spoke ("said Lee, as | 300 people fled"), or nothing.

    Only one with a figure or a name: "as he left" tells nothing to check.
    """
    clause = rest[1 + (rest[0].text == ",") :]
    leads = rest[len(rest) - len(clause) - 1].lower in _WHILE
    opens = leads and len(clause) >= REMAINDER_TOKENS and not clause[0].lower.endswith(("ing", "ed"))
    tells = opens and any(t.number or t.capital or t.lower in grammar.NUMBER_WORDS for t in clause)
    plain = tells and not any(t.quotation or t.lower in cues.SAYING for t in clause)
    return clause if plain and has_verb(clause[1:]) else []


def tells_besides(masked: Masked) -> bool:
    """Tell whether a sentence asserts something with its quotation: "The “war on the poor” has cost £9m"."""
    tokens = tokenize(masked.text)
    first = next((k for k, t in enumerate(tokens) if t.quotation), len(tokens))
    spoken = first < len(tokens) and SPEECH.search(tokens[first].text) is not None
    plain = tokens[:first] if spoken else [t for t in tokens if not t.quotation]
    return tokens[0].word and has_verb(plain)


def _dangles(last: Token) -> bool:
    """Tell whether a stretch stops in the middle of a phrase, so that it asserts nothing by itself."""
    return last.lower in grammar.CONJUNCTIONS | grammar.PREPOSITIONS | grammar.DETERMINERS


__all__ = ["is_adjunct", "remainders", "tells_besides"]
