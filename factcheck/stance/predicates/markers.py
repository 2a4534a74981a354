"""The words that say how sure a text is of what it says: each with its level, and what it has it as, in words.

What a marker reaches, and what follows from it, is told in `factuality`. Our own list; see there for its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.stance.predicates.accusers import ACCUSING
from factcheck.stance.predicates.refusals import DROPPING, PROPOSED, REJECTING
from factcheck.stance.words.frames import LIKELY
from factcheck.text.words import Word

UNDECIDED, PLANNED, SO = 0, 1, 2

_BE = r"(?:is|are|was|were|be|been|being)(?: also| now| still)?"
ACCUSATION = "an accusation"
TURNED_DOWN = "turned down"
ALL_BUT_DONE = "nearly done, and not done"
FORETOLD = "planned or foretold"
LIKELY_ONLY = "only likely"
# The weakest first: of two markers that begin in one place (“would have”, “would”) the first counts.
MARKERS: tuple[tuple[int, str, str], ...] = (
    (UNDECIDED, "only possible", r"(?:could|might)(?:n['’]t)?|may|maybe|perhaps|possibly"),
    (UNDECIDED, "only possible", r"könnten?|möglicherweise|womöglich|vielleicht"),
    (UNDECIDED, LIKELY_ONLY, LIKELY),
    (UNDECIDED, "only reported", r"(?:is|are|was|were) (?:said|reported|rumou?red|claimed) to(?= (?:have|be)\b)"),
    (UNDECIDED, "only reported", r"angeblich|mutmaßlich"),
    (UNDECIDED, "only possible", r"consider(?:s|ed|ing)?(?= [a-z]+ing\b)|unlikely to"),
    (UNDECIDED, "a condition", r"would(?: not|n['’]t)? have|if|unless|whether|had it not"),
    (
        UNDECIDED,
        "a wish or a demand",
        (
            r"(?:hop|aim|want|seek|wish|push|need|requir|like)(?:e|es|s|ed|ing)? to"
            r"|(?:should|must(?! serve ))(?:n['’]t)?|ought to|ha(?:s|ve) to"
        ),
    ),
    (
        UNDECIDED,
        "a wish or a demand",
        (
            r"(?:urg|ask|call|want|wish|press|lobby|demand|need|requir|request|tell|told|order|encourag|invit|beg)"
            r"(?:es|s|ed|ing|e)?(?: on| for)?(?: (?!that\b|whether\b|if\b)[\w’'.-]+){1,5}? to"
        ),
    ),
    (
        UNDECIDED,
        "a wish or a demand",
        r"demand(?:s|ed|ing)? that|calls? for|called for|suggest(?:s|ed|ing)?(?= that| [a-z]+ing)",
    ),
    (UNDECIDED, "an attempt", r"(?:attempt|tri|try|offer)(?:ing|ed|es|s)? to|sought to|efforts? to"),
    (UNDECIDED, "a belief", r"(?:believe|think|suspect|assume|imagine|speculate)(?:s|d)?(?: that|(?= \w+ \w+))"),
    (UNDECIDED, ACCUSATION, ACCUSING),
    (UNDECIDED, "a threat", r"threat(?:en)?(?:ing|ed|s)? (?:to|of)"),
    (UNDECIDED, TURNED_DOWN, rf"(?:{REJECTING}|{DROPPING}){PROPOSED}"),
    (UNDECIDED, TURNED_DOWN, rf"(?:{REJECTING})(?= (?:an?|the|any|all|his|her|its|their)\b)"),
    (
        UNDECIDED,
        "put off",
        (
            r"(?:held|hold(?:s|ing)?) (?:off|back)(?: on| from)?|put(?:s|ting)? off|stopp?(?:ed|s|ing)? short of"
            r"|refrain(?:ed|s|ing)? from|shied away from|ruled out|(?:decided|chose|chosen) against"
            r"(?: (?:an?|the|any|all|its|their|his|her) (?:[a-z]+ )?(?:proposals?|plans?|ideas?|bids?) (?:to|of|for))?"
            r"|avoid(?:s|ed|ing)?(?= (?:the |any |all )?(?:use|[a-z]+ing)\b)"
            r"|(?:died|dies|dismissed|sacked|left|quit)(?: (?:it|office|the [a-z]+))? before(?= [a-z]+ing\b)"
            r"|vot(?:es?|ed|ing) (?:[^,.;:]{1,40}? )?against(?= [a-z]+ing\b| an? | the (?:ban|plan|idea|proposal)\b)"
        ),
    ),
    (
        UNDECIDED,
        ALL_BUT_DONE,
        (
            r"(?:nearly|almost)(?= (?!all|every|each|always|half|twice|certain|entire|exclusive|complete|immediate"
            r"|never|doubl|tripl|quadrupl|halv|an?\b|the\b|as\b|no\b)[a-z]+\b)"
            r"|(?:came|come|comes|coming) (?:very |so |dangerously |within a whisker )?(?:close|near) to"
            r"|narrowly (?:avoided|escaped|missed)"
            r"|um ein Haar|(?:beinahe?|fast)(?= (?:[\w-]+ ){0,5}(?:hätten?|wären?)\b)"
            r"|(?:hätten?|wären?) (?:[\w-]+ ){0,4}?(?:beinahe?|fast|um ein Haar)"
        ),
    ),
    (UNDECIDED, "a wish or a demand", r"(?:time|reason|need|call|plea|chance)s?(?: for [^,.;:]{1,60}?)? to(?= [a-z])"),
    (PLANNED, FORETOLD, r"will|won['’]t|shall|(?<=\w)['’]ll|going to"),
    (PLANNED, FORETOLD, rf"{_BE} to(?= [a-z])"),
    (
        PLANNED,
        FORETOLD,
        rf"(?:{_BE} )?(?:due|set|scheduled|slated|poised|about|bound|supposed|meant|budgeted|tipped) to",
    ),
    (PLANNED, FORETOLD, r"dürften?"),
    (
        PLANNED,
        FORETOLD,
        r"(?<!\bthan )(?<!\bas )(?:expected|forecasts?|predict(?:s|ed)?|projected|anticipated)|likely to",
    ),
    (PLANNED, FORETOLD, r"expects?(?= .{1,60}\bto\b)"),
    (
        PLANNED,
        FORETOLD,
        r"plan(?:s|ned|ning)?(?: (?:to|for))?|intend(?:s|ed|ing)? to|propos(?:es|ed|als?)",
    ),
    (PLANNED, FORETOLD, r"(?:vow|promise|pledge|prepare|undertake|undertook)(?:s|d|ed)? to"),
    (
        PLANNED,
        FORETOLD,
        (
            r"(?:vot(?:e|es|ed|ing)|agree(?:s|d|ing)?|decid(?:e|es|ed|ing)|cho(?:se|sen|ose|oses|osing))"
            r"(?: [^,.;:]{1,60}?)? to(?= [a-z])"
        ),
    ),
    (PLANNED, FORETOLD, r"would(?:n['’]t)?"),
)
MARKER = re.compile(
    "|".join(rf"(?P<m{at}>\b(?:{words})(?!\w))" for at, (_, _, words) in enumerate(MARKERS)), re.IGNORECASE
)
NOT_MEANT = frozenset(["a threat", "put off", "called off", TURNED_DOWN, ALL_BUT_DONE])
"""What is no wish, no demand and no possibility either, though no surer than they are."""


def markers(words: Iterable[Word], text: str, end: int) -> Iterator[re.Match[str]]:
    """Yield the markers among some words, in order; most words begin none, and are not asked in vain."""
    last = 0
    for word in words:
        short = word.folded.endswith("'ll")
        begins = word.folded[:_BEGINNING] in _BEGINNINGS or word.folded in _NEARLY
        if word.start < last or not (short or begins):
            continue
        found = MARKER.match(text, word.end - len("'ll") if short else word.start, end)
        if found is not None:
            yield found
            last = found.end()


_BEGINNING = 3  # letters
_NEARLY = frozenset(
    """allege alleges alleged alleging claiming nearly almost came come comes coming narrowly beinah beinahe fast hatte
    hatten ware waren um""".split()  # noqa: SIM905
)
"""Words that begin a marker, where many others begin so."""
_BEGINNINGS = frozenset(
    """kon mog wom vie ang mut acc cha cho won bei cou mig may per pos con unl wou if whe had hop aim wan see sou
    wis pus nee lik sho oug mus urg ask cal pre lob dem req tel tol ord enc inv beg sug att tri try off eff bel thi
    sus ass ima spe thr hel hol put sto ref shi dec rul tim rea ple wil sha goi is are was wer be bee due set sch
    sla poi abo bou sup mea rej reb vet tur bru blo def dro she aba scr leh avo die dis sac lef qui exp for pro ant
    pla int vow und vot agr has hav sol dur bud tip lik mos ver tho app fea""".split()  # noqa: SIM905
)
"""How the words begin that a marker can begin with, but for ’ll."""
