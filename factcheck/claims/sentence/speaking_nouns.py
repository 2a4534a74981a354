"""Which nouns can speak: names, people, bodies and texts can; events, objects and what is abstract cannot.

Whether a noun phrase names a speaker is told by its head; where a phrase begins is the business of `phrases`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.grammar import Token, is_finite, is_person_noun

Range = tuple[int, int]

PHRASE_TOKENS = 22  # a longer "phrase" is a clause
_ADVERBIAL = frozenset(["asked", "speaking", "commenting", "pressed", "responding", "writing", "according", "citing"])
_BARE_WORDS = """
    and or that there here it's motion way time fact day year thing"""
_BARE = frozenset(_BARE_WORDS.split())
_NO_SPEAKERS_WORDS = """
    this its his her their my our your the a an each every let's those these that such"""
_NO_SPEAKERS = frozenset(_NO_SPEAKERS_WORDS.split())
WITHOUT_ARTICLE = frozenset(
    [
        "police",
        "people",
        "staff",
        "media",
        "officials",
        "data",
        "figures",
        "documents",
        "sources",
        "research",
        "analysis",
    ]
)
_PARTICIPLES = frozenset(["seen", "written", "sent", "held", "shown", "drawn", "kept"])
"""Those of texts that do not end in -ed: "figures seen by the paper"."""
_PLURALS = frozenset(["people", "men", "women", "children", "police"])
LIKE = frozenset([("such", "as"), ("close", "to"), ("loyal", "to"), ("opposed", "to")])
_EVENTS_WORDS = """
    attack fire blast explosion crash shooting incident accident bombing war storm hurricane tornado flood earthquake
    murder killing death virus pandemic outbreak disease illness injury injuries weapon gun bomb bullet car truck
    vehicle plane aircraft ship train bus building road bridge street door window wall money price rate scene area
    damage smoke weather snow rain heat crisis violence fighting unrest arrest trial election vote economy
    dollar pound euro hour day week month year decade century proceedings"""
_COUNTING = frozenset(["couple", "handful", "dozen"])
"""What only counts what stands behind "of": "a couple of | days"."""
_MADE_WORDS = """
    plan programme program project scheme win flight deal delay move step change cut gain loss rise fall effort idea
    language excuse standard visit trip war fight battle name life eye share leave shirt detour deficit
    ritual settlement answer comparison circle allegiance freedom policy strategy tactic law's success failure victory
    defeat job work task issue problem question topic matter case thing reason cause result's risk threat chance hope
    fear anger hostility reaction record debt tax budget salary wage income profit sale stock share market export
    import product food drug vaccine test dose system process method model age popularity dynasty"""
_EVENTS, _MADE = (
    frozenset(
        word[:-1] + "ies" if ending == "es" and word.endswith("y") else word + ending
        for word in words.split()
        for ending in ("", "s", "es")
    )
    for words in (_EVENTS_WORDS, _MADE_WORDS)
)
"""What happens or is driven, and what is made or thought of, cannot speak; a sign, a film, a bill or a song can."""
_ABSTRACT = re.compile(r".{2,}(?:tions?|sions?|ments?|ness|ity|ities|ances?|ences?|isms?|ships?|hoods?|ages?|ings?)")
_SPEAKING_WORDS = """
    legislation statement statements organization organizations organisation organisations administration publication
    publications commission commissions delegation delegations documentation investigation declaration resolution
    resolutions petition petitions constitution projection projections regulations institution institutions association
    associations corporation coalition coalitions opposition convention federation foundation foundations generation
    congregation nation nations station stations television government governments department departments parliament
    parliaments document documents regiment tournament announcement announcements assessment assessments indictment
    indictments amendment amendments judgment judgement advertisement university universities city cities community
    communities authority authorities majority majorities minority charity charities entity entities celebrity
    celebrities conference conferences intelligence audience audiences alliance leadership membership partnership
    neighbourhood page pages message messages village villages filing filings ruling rulings finding findings polling
    briefing listing king kings ranking rankings reading posting writing writings meeting showing parishioner movement
    regiment management establishment testament correspondence evidence agency agencies sentence motion motions
    translation transcription notification proclamation prosecution jurisdiction mission missions faction factions
    population citation citations section caption captions inscription description presentation application session
    union unions person persons footage"""
_TEXTS = frozenset(["records"])
"""What is made like a film or a song, and tells: "company records show"."""
_SPEAKING = frozenset(_SPEAKING_WORDS.split())
"""What ends like an abstract noun and speaks: people together, and texts."""


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
    head = head_of(words)
    if head.lower in grammar.PRONOUNS or head.lower in WITHOUT_ARTICLE:
        return True
    if head.lower in _BARE or not head.word or is_finite(head) or grammar.is_time(head) or _is_thing(head):
        return False
    if head.capital:
        return head.lower not in grammar.LEADS
    first = words[0]
    if is_person_noun(head) and (head.lower.endswith("s") or len(words) > 1):
        return True
    modified = first.lower in grammar.DETERMINERS or first.number or any(w.lower.endswith(("'s", "s'")) for w in words)
    return modified or (head.lower.endswith("s") and not head.lower.endswith("ss"))


def _is_thing(head: Token) -> bool:
    """Tell whether a noun names what cannot speak: an event, an object, something abstract."""
    if head.lower in _EVENTS or (head.lower in _MADE and head.lower not in _TEXTS and not head.capital):
        return True
    abstract = _ABSTRACT.fullmatch(head.lower) is not None and head.lower not in _SPEAKING
    return abstract and not head.capital and not is_person_noun(head)


def is_people(token: Token) -> bool:
    """Tell whether a noun names several people: "critics", "police"."""
    return is_person_noun(token) and (token.lower.endswith("s") or token.lower in _PLURALS)


def head_of(words: Sequence[Token]) -> Token:
    """Return the head of a noun phrase: its last word before a preposition, a participle or a relative clause."""
    for index, word in enumerate(words):
        if index and word.lower == "of" and words[index - 1].lower in _COUNTING:
            continue
        stops = word.lower in grammar.PREPOSITIONS or word.lower in ("who", "which", "whose", "that", "including")
        stops = stops or (word.lower, words[min(index + 1, len(words) - 1)].lower) in LIKE
        going = word.lower.endswith("ing") and not word.capital and is_people(words[index - 1]) if index else False
        if index and (stops or going or _reduced(words, index)):
            head = words[index - 1]
            return words[-1] if head.lower in grammar.DETERMINERS else head
    numbered = len(words) > 1 and words[-1].text.isdigit() and words[-2].capital
    return words[-2] if numbered else words[-1]  # "Channel 4"


def _reduced(words: Sequence[Token], index: int) -> bool:
    """Tell whether a participle opens a clause behind its noun: "people | briefed on the talks"."""
    word, before = words[index], words[index - 1]
    if word.capital or not (word.lower.endswith("ed") or word.lower in _PARTICIPLES):
        return False
    by = index + 1 < len(words) and words[index + 1].lower == "by"  # "contracts | seen by the Post"
    return index > 1 or is_people(before) or (by and before.lower.endswith("s"))


__all__ = ["LIKE", "PHRASE_TOKENS", "WITHOUT_ARTICLE", "can_speak", "head_of", "is_people"]
