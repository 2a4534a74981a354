"""Quoted words that the source has, but not together: nobody said them so.

Levels: *reported* (in the source's own words: the same words side by side, but for tense and person); *spliced* (they
stand in two sentences or two quotations); *scattered* ("dignity of work" beside "dignity of every life by working").
The last two bear nothing out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from factcheck.domain import Polarity, Reason, Span
from factcheck.stance.quotations.quoted_parts import ALTERED_STRENGTH, BARRING_STRENGTH, SPLICED, told_of_quotation
from factcheck.text.words import Word

_FEWEST = 2  # words of content: a quotation with fewer is anybody's
_APART = re.compile(r"[“”\"«»„]|[.!?] +[A-Z]|\n")
_GOES_ON = re.compile(
    r"[,.!?]?[”\"“«](?:,)? (?:(?:he|she|they|er|sie) (?:\w+ )?(?:said|says|added|went on|sagte|erklärte)"
    r"|(?:sagte|erklärte) (?:er|sie))[^“”\"„«».]{0,40}[.,] [“\"„»]"
)
"""Where one speech goes on behind who gives it: “… a package,” he said. “It will …”."""
_JOINING = frozenset("und oder aber der die das des dem den von zu".split())  # noqa: SIM905
_SHIFTED = frozenset(
    """i we you he she it they me us him them my our your his her their mine ours myself ourselves am is are was were be
    been will would shall should can could may might must have has had do does did that this these those here there now
    today ll ve re ich wir er sie es mich uns ihn ihm mein meine unser unsere sein seine ihr ihre bin ist sind war waren
    sei seien wäre wären wird werden würde würden hat haben habe hatte hätte hätten kann können könne könnte könnten
    dass zu""".split()  # noqa: SIM905
)
"""What another tense, another person, or a clause of its own changes in words that are reported."""


def compare_apart(text: str, quotation: Span, quoted: Sequence[Word], words: Sequence[Word]) -> Reason | None:
    """Return that a quotation joins two runs of words that the source has in two sentences, far apart."""
    matcher = LCSseq.editops([word.folded for word in quoted], [word.folded for word in words])
    runs = [block for block in matcher.as_matching_blocks() if block.size >= _RUN]
    if len(runs) < _RUNS or sum(run.size for run in runs) < _RUN_SHARE * len(quoted):
        return None
    gaps = [text[words[one.b + one.size - 1].end : words[other.b].start + 1] for one, other in pairwise(runs)]
    if not any(map(_are_apart, gaps)):
        return None
    there = Span.cut(text, words[runs[0].b].start, words[runs[-1].b + runs[-1].size - 1].end)
    return told_of_quotation(Polarity.CONTEXT, ALTERED_STRENGTH, SPLICED, quotation, there)


_RUN, _RUNS = 3, 2
"""Words of a run of a quotation, and how many runs are told apart."""
_RUN_SHARE = 0.75
"""Share of a quotation that these runs must make up. Source: as of what is nearly the same, 2026 notes."""


def compare_scattered(text: str, quotation: Span, quoted: Sequence[Word], words: Sequence[Word]) -> Reason | None:
    """Return that a text has all the telling words of a quotation, but apart; None where it lacks one, or reports them.

    `words`: those of the text.
    """
    wanted = Counter(word.stem for word in quoted if not word.is_stop and word.folded not in _JOINING)
    if sum(wanted.values()) < _FEWEST or is_reported(quoted, words):
        return None
    found = [word for word in words if word.stem in wanted]
    if wanted - Counter(word.stem for word in found):
        return None
    first, last = _closest(found, wanted)
    there = Span.cut(text, first.start, last.end)
    if _are_apart(there.text):
        return told_of_quotation(Polarity.CONTEXT, ALTERED_STRENGTH, SPLICED, quotation, there)
    message = f"the quoted words do not stand together in the source: “{there.text}”"
    return told_of_quotation(Polarity.CONTEXT, BARRING_STRENGTH, message, quotation, there)


def _are_apart(between: str) -> bool:
    return _APART.search(_GOES_ON.sub(" ", between)) is not None


def _closest(found: Sequence[Word], wanted: Counter[str]) -> tuple[Word, Word]:
    """Return the first and last of the shortest run of `found` words that has all that are wanted."""
    have: Counter[str] = Counter()
    best, low = (found[0], found[-1]), 0
    for word in found:
        have[word.stem] += 1
        while not wanted - have:
            if word.end - found[low].start < best[1].end - best[0].start:
                best = found[low], word
            have[found[low].stem] -= 1
            low += 1
    return best


def is_reported(quoted: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether quoted words stand side by side in a text, but for tense and person: "that they would close it"."""
    ours = Counter(word.stem for word in quoted if word.folded not in _SHIFTED)
    theirs = [word.stem for word in words if word.folded not in _SHIFTED]
    size = sum(ours.values())
    return size > 0 and any(Counter(theirs[at : at + size]) == ours for at in range(len(theirs) - size + 1))
