"""What is done once: by one alone, at one place, or to the one who comes into an office.

Another name in such a role contradicts the claim; of what is done again and again, by many or to many, both can be so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.stance.reading.lexicon import is_past, meanings
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.slots import is_of_name, names_in
from factcheck.stance.reading.texts import Text
from factcheck.text.dates.timex.words import MONTHS
from factcheck.text.names.gazetteer import ROLES
from factcheck.text.words import Word, stem

DOER, DONE_TO = "does it", "has it done"
"""What a name is to a verb; any other role is the small word that says where."""


def is_opening_name(whole: Text, word: Word) -> bool:
    """Whether a word opens a text as a name, since it is no word that we know: "Volvo bought …"."""
    return word is whole.words[0] and word.text[0].isupper() and is_of_name(word) and not meanings(word.stem)


def is_verb_of_role(word: Word) -> bool:
    """Whether a word is a verb that somebody does, or that is done somewhere."""
    told = is_past(word.folded) or word.folded in AGENTS or word.stem in BY_ONE | INTO_OFFICE | AT_ONE_PLACE
    return told and word.text[0].islower()


def is_done_once(pair: Pair, verb: Partner, role: str) -> bool:
    """Whether only one does it, it is done at one place, or one comes into the office, at the time both texts name."""
    others = [one.claim for one in pair.partners if one is not verb]
    dated = any(word.is_number or word.folded in _DATED for word in others)
    named = any(is_opening_name(pair.claim, word) or _is_named(pair, word) for word in others)
    if _is_of_any(pair, others) or _tells_another_year(pair):
        return False
    if role == DOER:
        once = verb.claim.stem in BY_ONE or verb.claim.folded in AGENTS
        return once and (dated if verb.claim.stem in _IN_TURN else named or dated)
    if role == DONE_TO:
        return dated and verb.claim.stem in INTO_OFFICE and any(word.folded in ROLES for word in others)
    anybody = pair.claim.words[0].folded in _ANY or pair.claim.words[0].is_number
    told = named or (dated and pair.claim.words[0].folded == "the")
    return told and not anybody and (dated or verb.claim.stem in _LASTING)


def _is_of_any(pair: Pair, others: Sequence[Word]) -> bool:
    """Whether the claim tells of one of many, or of some: "a pump maker", "40 seats"."""
    words = pair.claim.words
    shared = {word.start for word in others}
    return any(
        one.folded in _ANY or (one.is_number and not word.is_number and not _YEAR.fullmatch(one.text))
        for one, word in pairwise(words)
        if word.start in shared and word.text[0].islower() and word.folded not in _SCALES
    )


_SCALES = frozenset(["million", "billion", "trillion", "thousand", "percent"])


def _tells_another_year(pair: Pair) -> bool:
    """Whether the source tells of a year that the claim does not: it may have been done again."""
    return any(_YEAR.fullmatch(word.text) and word.stem not in pair.claim.stems for word in pair.stretch)


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def _is_named(pair: Pair, word: Word) -> bool:
    return any(one.start <= word.start < one.end for one in names_in(pair.claim.text))


_ANY = frozenset(["a", "an", "some", "several", "many"])
_DATED = frozenset([*MONTHS, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
BY_ONE = frozenset(
    stem(word)
    for word in (
        *("win", "won", "buy", "bought", "acquire", "acquired", "purchase", "found", "founded", "invent", "discover"),
        *("design", "write", "wrote", "written", "compose", "paint", "direct", "build", "built", "sentence", "acquit"),
        *("host", "chair", "head", "lead", "led", "kill", "murder", "assassinate", "shoot", "shot", "convict"),
        *("appoint", "elect", "own", "publish", "create", "establish", "open", "opened", "inaugurate", "unveil"),
    )
)
"""What one alone does to one and the same thing."""
AGENTS = frozenset(
    "winner founder author writer inventor discoverer designer architect director composer painter owner host".split()  # noqa: SIM905
)
"""Who has done such a thing, as a noun: "the winner was"."""
_IN_TURN = frozenset(map(stem, ("appoint", "elect", "lead", "led", "head", "chair", "own", "owner", "host", "open")))
"""What one does after the other."""
INTO_OFFICE = frozenset(map(stem, ("appoint", "elect", "name", "named", "choose", "chose", "chosen", "crown")))
_LASTING = frozenset(map(stem, ("headquarters", "headquartered", "based", "born", "buried")))
AT_ONE_PLACE = _LASTING | frozenset(
    stem(word)
    for word in (
        *("held", "take-place", "die", "died", "arrest", "arrested", "crash", "crashed", "sank", "sunk", "marry"),
        *("sentenced", "sworn", "killed", "murdered", "shot", "assassinated", "crowned", "founded", "signed"),
        *("detain", "detained", "wed", "beheaded", "executed", "robbed", "stolen", "opened", "unveiled"),
    )
)
"""What is so, or is done to one and the same, at one place; `_LASTING`: at whatever time."""
