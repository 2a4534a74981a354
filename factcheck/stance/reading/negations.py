"""Negations: which words of a text stand under one, and what negates them.

A negation reaches the verb phrase after it, up to a mark or a word that begins another clause; as the object of a verb
it denies the verb, too ("paid no tax"). A negation under a negation asserts again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from factcheck.stance.reading.german_verbs import is_form_of_verb
from factcheck.stance.reading.lexicon import DENIALS, NEGATIVE_VERBS, NEGATORS, NEVER_AT_ALL, is_past
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.texts import Text, is_name, read, words_between
from factcheck.text.words import Word, stem

_KEPT = 16_384  # spellings
_SCOPE = 7  # words that a negator reaches: the verb phrase it stands in
_WIDE_SCOPE = 25  # "at no time did …" turns round its whole sentence
_OF_A_NOUN = frozenset(["without", "ohne", "no", "none", "lack"])
_RELATIVE = frozenset(["that", "whom", "whose"])
_DETERMINERS = frozenset(["a", "an", "any", "the", "all", "further", "new"])
_RULED_OUT = frozenset(["rule out", "rules out", "ruled out"])
_INVERTING = frozenset(["never", "nor"]) | NEVER_AT_ALL
_AUXILIARIES = frozenset(
    [
        *("did", "does", "do", "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could"),
        *("shall", "should", "may", "might", "must"),
    ]
)
"""What stands right behind a negation that opens its sentence, before whom it is of: "never did she meet him"."""
_CLAUSE_MARKS = frozenset(",;:.!?()–—")
_SCOPE_ENDS = frozenset(
    [
        "but",
        "although",
        "though",
        "because",
        "since",
        "while",
        "whereas",
        "which",
        "who",
        "until",
        "whether",
        "if",
        "ob",
    ]
)
_AFTER_ANSWER = frozenset([",", ":", ";", ".", "!", "-", "–", "—"])
_IDIOMS = frozenset(["only", "just", "doubt", "merely", "least", "nur", "bloß", "bloss", "zuletzt", "als"])
"""What nothing is negated before: "not only", "no doubt", "nicht zuletzt", "nicht mehr als"."""


_BOUND = frozenset(["more", "fewer", "less", "mehr", "weniger"]), frozenset(["than", "als"])

Under = dict[int, Word]
"""The places of words under a negation, each with the word that negates it."""


def negated_words(words: Sequence[Word], text: str) -> dict[int, Word]:
    """Return the places of words of `text` that stand under a negation, each with the word that negates it."""
    under: dict[int, Word] = {}
    for at in [at for at, word in enumerate(words) if is_negative(word.folded, word.stem)]:
        if not negates(words, at, text):
            continue
        word = words[at]
        wide = turns_sentence(words, at)
        last = word
        if at and word.folded in _NO_OBJECT and _takes_object(words[at - 1], text[words[at - 1].end : word.start]):
            under[words[at - 1].start] = word
        verb = _german_verb_of(words, at, text) if word.folded in _OF_GERMAN_VERB else None
        if verb is not None:
            under[verb.start] = word
        for place, follower in enumerate(words[at + 1 : at + 1 + (_WIDE_SCOPE if wide else _SCOPE)], at + 1):
            between = text[last.end : follower.start]
            marked = not (wide or follower.folded == "ever") and any(mark in _CLAUSE_MARKS for mark in between)
            if follower.folded in _SCOPE_ENDS or marked or _asks(follower, words[at + 1 : place], text):
                break
            if follower.folded in _RELATIVE and word.folded in _OF_A_NOUN and last is not word:
                break  # "without the money that it had promised"
            last = follower
            if follower.start in under:
                del under[follower.start]  # a negation under a negation asserts again
            else:
                under[follower.start] = word
    return under


def turns_sentence(words: Sequence[Word], at: int) -> bool:
    """Whether the negation there turns round its whole sentence: "at no time did the minister meet him"."""
    word = words[at]
    if word.folded not in _INVERTING or at + 1 >= len(words):
        return False
    opens = word.text[0].isupper() or (at > 0 and words[at - 1].folded in _JOINTS)
    if word.folded in NEVER_AT_ALL and (opens or words[at + 1].start > word.end + 1):
        return True  # "at no time up to June was it …"
    return words[at + 1].folded in _AUXILIARIES


_JOINTS = frozenset(["that", "and", "because", "dass", "und"])
_KNOWING_WORDS = """
    tell told inform notify know knew known aware notice realise realize learn mention admit acknowledge confirm
    comment disclose reveal explain announce remember recall specify clarify elaborate discuss clear
    wissen wusste wussten erwähnen erfahren informieren"""
KNOWING = frozenset(map(stem, _KNOWING_WORDS.split()))
"""What somebody does who tells or knows of a deed: where that is denied, the deed is not."""
_GIVING_REASONS = KNOWING | frozenset(map(stem, ("say", "said", "reason", "explanation", "sagen", "sagte", "grund")))
_ASKING = frozenset(["why", "how", "when", "where", "what", "warum", "weshalb", "wieso", "wann"])


def _asks(word: Word, before: Sequence[Word], text: str) -> bool:
    """Whether a word begins a clause that a negation before it leaves as it is: "did not say why it left".

    `before`: the words up to it; "how to do it" is what somebody does not know to do.
    """
    if word.folded not in _ASKING or text.startswith(" to ", word.end):
        return False
    return word.folded == "why" or any(one.stem in _GIVING_REASONS for one in before)


_OF_GERMAN_VERB = frozenset(["nicht", "nicht mehr", "nie", "niemals"])
_OF_A_PART = frozenset(["alle", "allen", "jede", "jeder", "jeden", "immer", "ganz", "vollig", "sofort", "unbedingt"])
"""What German denies alone, and not the verb, where it stands behind "nicht"."""


def _german_verb_of(words: Sequence[Word], at: int, text: str) -> Word | None:
    """Return the verb before a German negation of the same clause: "bestätigte das Verbot nicht", "nahm … nicht an"."""
    if at + 1 < len(words) and words[at + 1].folded in _OF_A_PART:
        return None
    found: Word | None = None
    for place in range(at - 1, max(-1, at - 1 - _SCOPE), -1):
        word = words[place]
        if not _CLAUSE_MARKS.isdisjoint(text[word.end : words[place + 1].start]) or word.folded in _GERMAN_JOINTS:
            break
        if is_form_of_verb(word.folded) and word.text.islower():
            found = word
    return found


_GERMAN_JOINTS = frozenset(["und", "oder", "dass", "weil", "sondern", "aber"])
_NO_OBJECT = frozenset(["no", "nothing", "nobody", "none"])
"""What as the object of a verb denies the verb: "paid no tax" is "did not pay any tax"."""
_OF_SPEECH = frozenset(
    stem(word)
    for word in ("say", "tell", "warn", "claim", "insist", "add", "argue", "state", "note", "report", "announce")
)


def _takes_object(verb: Word, between: str) -> bool:
    """Whether a word is a verb that the object behind it belongs to; what is said is no object: "warned no deal …"."""
    if between != " " or verb.is_stop or verb.text[0].isupper() or verb.stem in _OF_SPEECH:
        return False
    return is_past(verb.folded) or verb.folded.endswith("s")


def negated_in(pair: Pair) -> tuple[dict[int, Word], dict[int, Word]]:
    """Return the negated words of the claim, and those of the stretch that answers it."""
    return negations_of(pair.claim.text), _negated_between(pair.passage.text, pair.start, pair.end)


def may_negate(whole: Text) -> bool:
    """Whether a text has a word of negation anywhere: without one nothing of it need be asked."""
    told = whole.vocabulary
    words = not (told.isdisjoint(NEGATORS) and told.isdisjoint(_RULED_OUT))
    return words or not whole.stems.isdisjoint(NEGATIVE_VERBS) or "n't" in " ".join(told)


@lru_cache(256)
def negations_of(text: str) -> dict[int, Word]:
    """Return the negated words of a whole text; kept for the texts asked for last, since several comparators ask."""
    return negated_words(read(text).words, text)


@lru_cache(64)
def _negated_between(text: str, start: int, end: int) -> dict[int, Word]:
    whole = read(text)
    return negated_words(words_between(whole.words, start, end), text) if may_negate(whole) else {}


def negation(word: Word) -> bool:
    """Whether the word is one of negation, whatever follows it."""
    return is_negative(word.folded, word.stem)


@lru_cache(_KEPT)
def is_negative(folded: str, stemmed: str) -> bool:
    """Whether a word of this spelling and stem is one of negation."""
    return folded in NEGATORS or folded.endswith("n't") or stemmed in NEGATIVE_VERBS or folded in _RULED_OUT


def answers(word: Word, text: str) -> bool:
    """Whether a word is an answer, and turns round nothing of what follows: "No, they do not"."""
    return word.folded in ("no", "nein") and text[word.end : word.end + 2].lstrip()[:1] in _AFTER_ANSWER


def negates(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether the word there turns round what follows it ("not only" does not)."""
    word = words[at]
    if answers(word, text):
        return False
    if text[word.end : word.end + 1] == "-" or (word.folded == "not" and at and words[at - 1].folded == "or"):
        return False  # "no-go", "non-stop", "whether or not"
    if [one.folded in told for one, told in zip(words[at + 1 : at + 3], _BOUND, strict=False)] == [True, True]:
        return False  # "no more than 40" sets a bound
    if word.folded in NEGATORS or word.folded.endswith("n't"):
        return at + 1 >= len(words) or words[at + 1].folded not in _IDIOMS
    if word.folded in _RULED_OUT:  # "ruled out closing any school" is "no school will be closed"
        return at + 1 < len(words) and (words[at + 1].folded.endswith("ing") or words[at + 1].folded in _DETERMINERS)
    return at + 1 < len(words) and _fails_to(word, words[at + 1])


def _fails_to(verb: Word, follower: Word) -> bool:
    """Whether a verb turns round what follows it: "failed to", "avoided a loss"; "avoided the question" was asked."""
    if verb.stem in _AVOIDING:
        return follower.folded not in _DEFINITE
    return verb.stem in NEGATIVE_VERBS and follower.folded in ("to", "from")


_AVOIDING = frozenset([stem("avoid")])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "his", "her", "its", "their"])


_DENYING = frozenset(stem(word) for word in ("deny", "denies", "denied", "denying", "denial"))
_ASKED_FOR = frozenset(
    stem(word)
    for word in (
        *("application", "request", "permit", "permission", "bid", "petition", "appeal", "motion", "visa", "entry"),
        *("access", "bail", "asylum", "licence", "license", "parole", "citizenship"),
    )
)
"""What is denied to somebody who asks for it: that is a refusal, and says of nothing that it is not so."""
_OBJECT = 5  # words behind the verb


def is_denial(words: Sequence[Word], at: int) -> bool:
    """Whether the word there says that something is not so; "denied the application" refuses it."""
    return words[at].stem in DENIALS and not refuses(words, at)


def refuses(words: Sequence[Word], at: int) -> bool:
    """Whether the word there is "deny", of what somebody asks for."""
    if words[at].stem not in _DENYING:
        return False
    behind = words[at + 1 : at + 1 + _OBJECT]
    clause = next((place for place, word in enumerate(behind) if word.folded in _CLAUSES), len(behind))
    return any(word.stem in _ASKED_FOR and not word.folded.endswith("ing") for word in behind[:clause])


_CLAUSES = frozenset(["that", "having", "he", "she", "it", "they", "was", "were", "had", "is", "claims", "reports"])


_ORDERING = frozenset(
    stem(word)
    for word in (
        *("order", "tell", "told", "ask", "urge", "advise", "warn", "instruct", "command", "beg", "implore", "direct"),
        *("encourage", "request", "remind", "instruction", "advice", "want", "anweisung", "befehl", "auftrag"),
        *(
            "appell",
            "auffordern",
            "aufgefordert",
            "gebeten",
            "bat",
            "baten",
            "angewiesen",
            "gewarnt",
            "fordern",
            "forderte",
        ),
    )
)
_SHALL = frozenset(["soll", "sollte", "sollten", "sollen"])
"""What somebody is told to do by: whether he did it, the order leaves open."""
_ORDERED = 8  # words before the negation


def is_of_order(words: Sequence[Word], at: int) -> bool:
    """Whether the negation there is of what somebody is told: "ordered the army not to …", "sollte nicht …"."""
    before, behind = words[max(0, at - _ORDERED) : at], words[at + 1 : at + 1 + _ORDERED]
    if any(word.folded in _SHALL for word in before):
        return True
    told = any(word.folded == "zu" or word.folded[2:-3].endswith("zu") for word in behind)
    told = told or (bool(behind) and behind[0].folded == "to")
    return told and any(word.stem in _ORDERING for word in before)


def undoes_denial(words: Sequence[Word], at: int, answered: Collection[int]) -> bool:
    """Whether the negation there is of a word of denial: "did not deny", "bestritt nicht", "refused to quash it".

    `answered`: where words stand that both texts have; of these it is a negation like any.
    """
    beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 3])
    undone = (word for word in beside if word.stem in DENIALS or word.stem in _TURNING_DOWN)
    return any(word.start not in answered for word in undone)


EVERY = frozenset(["all", "every", "each", "everyone", "everybody", "alle", "allen", "samtliche", "jede", "jeder"])


def is_of_all(words: Sequence[Word], at: int) -> bool:
    """Whether the negation there only says that it is so of some: "not all of them"."""
    return at + 1 < len(words) and words[at + 1].folded in EVERY


_TURNING_DOWN = frozenset(
    stem(word)
    for word in (
        *("bestreiten", "dementieren", "leugnen", "widerlegen", "dispute", "rebut", "contradict", "quash", "overturn"),
        *("reverse", "annul", "vacate", "retract", "revoke"),
    )
)


def is_predicate(partner: Partner) -> bool:
    """Whether the two words say something, and name and count nothing."""
    named = is_name(partner.claim) or (partner.claim.text[0].isupper() and partner.passage.text[0].isupper())
    return not (named or partner.claim.is_number)


def of_a_verb_of_its_own(pair: Pair, under: Under) -> list[Word]:
    """Return the negations of the passage that deny a verb which the claim has nothing of: "cannot use the road"."""
    answered = {one.passage.stem for one in pair.partners}
    return [
        negator
        for negator in set(under.values())
        if (negator.folded in _OF_A_VERB or negator.folded.endswith("n't"))
        and not turns_sentence(pair.stretch, pair.stretch.index(negator))
        for head in [next((word for word in pair.stretch if word.start > negator.start and _heads_it(word)), None)]
        if (head is not None and head.stem not in answered and under.get(head.start) is negator)
        or (head is None and negator.folded in _YET_TO)  # "has yet to say why"
    ]


_YET_TO = frozenset(["has yet to", "have yet to", "had yet to", "is yet to", "are yet to"])
_OF_A_VERB = _YET_TO | NEVER_AT_ALL | {"not", "cannot", "never"}


def _heads_it(word: Word) -> bool:
    """Whether a word behind a negation can be the verb that it denies; of being something, that is denied."""
    return not (word.is_stop or word.folded.endswith("ly") or word.stem == "becom" or negation(word))
