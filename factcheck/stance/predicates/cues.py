"""Cues: words by which a text says how far it stands behind what it reports.

Kinds: *false* (fake, hoax), *deny* (denies, no evidence), *doubt* (unclear, unverified), *hedge* (reportedly, may),
*report* (according to, says), *confirm* (confirmed, official), *but* (however, despite), *overdone* (exaggerates,
lacks context), *negated* (not, never), *asking* and *quoting* (by their marks). They point nowhere by themselves: they
are signs for the trained scores of a passage and for the combiner of articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from factcheck.stance.reading.negations import is_negative
from factcheck.text.words import Word

_WORDS = {
    "false": "fake* faking hoax* false* untrue bogus fabricat* myth myths debunk* satir* photoshop* prank* fiction* "
    "fictitious incorrect* inaccura* wrong* mistaken* misleading mislead* baseless unfounded nonsense retract* "
    "lie lies lied lying disprov* discredit* refut* dismiss* ridiculous made_up not_true not_real not_accurate "
    "no_truth never_happened didn't_happen shot_down shoots_down",
    "deny": "deny denies denied denying denial* reject* disput* contradict* no_evidence no_proof no_basis rule_out "
    "rules_out ruled_out ruling_out no_plans no_plan no_indication no_sign no_record",
    "doubt": "doubt* sceptic* skeptic* question* unclear unverif* unconfirmed unlikely dubious suspicio* independently "
    "authentic* verify no_word not_confirmed not_clear yet_to could_not couldn't",
    "hedge": "alleg* reported* apparent* supposed* purported* rumor* rumour* claim* speculat* may might could possible "
    "possibly perhaps believed suspected suggest* appear appears seem seems likely potential* if_true said_to",
    "report": "according report reports reporting source sources said says told tells tweet* posted statement "
    "spokes* interview* cited citing wrote added",
    "confirm": "confirm* announc* reveal* verified verifies official* proof proves proved admit* acknowledg* indeed "
    "fact evidence",
    "but": "but however although though despite yet actually instead while whereas nevertheless except turns_out",
    "overdone": "exaggerat* overstat* understat* overlook* omit* ignor* cherry context caveat* nuance* oversimplif* "
    "selective* partial* partly somewhat roughly technically",
}
KINDS = (*_WORDS, "negated", "asking", "quoting")
_SPELT = [(kind, word) for kind, words in _WORDS.items() for word in words.split()]
_EXACT = {word: kind for kind, word in _SPELT if word.isalpha() or "'" in word}
_SHORTEST_START = 3
_STARTS: dict[str, list[tuple[str, str]]] = {}
"""How words of a kind begin, by their first letters."""
for _of, _word in _SPELT:
    if _word.endswith("*"):
        _STARTS.setdefault(_word[:_SHORTEST_START], []).append((_word[:-1], _of))
_TWO = {tuple(word.split("_")): kind for kind, word in _SPELT if "_" in word}
_SECOND = frozenset(second for _, second in _TWO)
_KEPT = 16_384  # spellings
_QUOTE = re.compile(r"“|”|\"|‘(?=\w)|'(?<=\s')(?=\w)")  # each way begins with a character: the engine skips to it


def cues_of(words: Sequence[Word], text: str) -> dict[str, int]:
    """Count the cues of each kind in `words`; `text` is theirs, and has the marks."""
    found = dict.fromkeys(KINDS, 0)
    before = ""
    for word in words:
        folded = word.folded
        kind = _kind(folded)
        if kind:
            found[kind] += 1
        if folded in _SECOND and (before, folded) in _TWO:
            found[_TWO[before, folded]] += 1
        if is_negative(folded, word.stem):
            found["negated"] += 1
        before = folded
    found["asking"] = text.count("?")
    found["quoting"] = len(_QUOTE.findall(text))
    return found


def kinds_told(words: Sequence[Word], text: str) -> frozenset[str]:
    """Return the kinds of which `words` have a cue at all; `text` is theirs, and has the marks."""
    folded = [word.folded for word in words]
    found = set[str]().union(
        *[_kinds_of_word(word.folded, word.stem) for word in words if word.folded not in _TELL_NOTHING]
    )
    if not _SECOND.isdisjoint(folded):
        found |= {_TWO[two] for two in pairwise(folded) if two in _TWO}
    if "?" in text:
        found.add("asking")
    if _QUOTE.search(text):
        found.add("quoting")
    return frozenset(found)


_TELL_NOTHING: set[str] = set()
"""Spellings known to be no cue by themselves, as most are: a text is held against all of them at once."""


@lru_cache(_KEPT)
def _kinds_of_word(folded: str, stem: str) -> frozenset[str]:
    """Return the kinds that a word is a cue of, by itself."""
    kinds = frozenset([_kind(folded), "negated" if is_negative(folded, stem) else ""]) - {""}
    if not kinds:
        if len(_TELL_NOTHING) >= _KEPT:
            _TELL_NOTHING.clear()
        _TELL_NOTHING.add(folded)
    return kinds


@lru_cache(_KEPT)
def _kind(folded: str) -> str:
    """Return the kind of a word, or nothing."""
    exact = _EXACT.get(folded)
    likely = _STARTS.get(folded[:_SHORTEST_START], ()) if exact is None else ()
    return exact or next((kind for start, kind in likely if folded.startswith(start)), "")
