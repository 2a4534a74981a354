"""Cues: the words by which a text says how far it stands behind what it reports, by kind.

Kinds: *false* (fake, hoax), *deny* (denies, no evidence), *doubt* (unclear, unverified), *hedge* (reportedly, may),
*report* (according to, says), *confirm* (confirmed, official), *but* (however, despite), *asking* and *quoting* by
their marks. They point nowhere by themselves: they are signs for trained weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.text.words import Word

_WORDS = {
    "false": "fake fakes faked hoax hoaxes false falsely untrue bogus fabricated fabricates fabrication fabrications "
    "myth myths debunk debunks debunked debunking satire satirical photoshopped photoshop prank pranks prankster "
    "fiction fictional fictitious incorrect incorrectly inaccurate inaccurately inaccuracy inaccuracies wrong wrongly "
    "mistaken mistakenly misleading baseless unfounded nonsense retract retracts retracted retraction lie lies lied "
    "lying disprove disproves disproved disproven discredit discredits discredited refute refutes refuted refuting "
    "dismiss dismisses dismissed dismissing exaggerate exaggerates exaggerated exaggeration ridiculous",
    "deny": "deny denies denied denying denial denials reject rejects rejected rejecting rejection dispute disputes "
    "disputed disputing contradict contradicts contradicted contradicting contradiction isn't wasn't aren't weren't "
    "didn't doesn't don't hasn't haven't won't not no never",
    "doubt": "doubt doubts doubted doubtful sceptical sceptics scepticism skeptical skeptics skepticism question "
    "questions questioned questioning questionable unclear unverified unverifiable unconfirmed unlikely dubious "
    "suspicious suspicion suspicions independently authentic authenticity verify",
    "hedge": "alleged allegedly alleges allege alleging allegation allegations reported reportedly apparent apparently "
    "supposed supposedly purported purportedly rumor rumors rumored rumour rumours rumoured claim claims claimed "
    "claiming speculation speculate speculated speculates may might could possible possibly perhaps believed suspected "
    "suggest suggests suggested suggesting appears appear appeared seems seem seemed likely potential potentially",
    "report": "according report reports reporting source sources said says told tells tweet tweets tweeted posted "
    "statement spokesman spokeswoman spokesperson interview interviewed interviews cited citing wrote added",
    "confirm": "confirm confirms confirmed confirming confirmation announce announces announced announcement reveal "
    "reveals revealed revealing verified verifies official officials officially proof prove proves proved proven admit "
    "admits admitted acknowledge acknowledges acknowledged indeed fact evidence",
    "but": "but however although though despite yet actually instead while whereas nevertheless except",
}
_PHRASES = {
    "false": "not true|made up|not real|on fire|no truth|never happened|didn't happen|shot down|shoots down",
    "deny": "no evidence|no proof|ruled out|rules out|no plans|no plan|no sign|no indication",
    "doubt": "not confirmed|not verified|yet to|could not|no word|not clear|if true",
    "hedge": "is said|are said",
    "but": "turns out|in fact",
}
KINDS = (*_WORDS, "asking", "quoting")
_QUOTES = frozenset("“”\"‘'")


_KIND_OF = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_KIND_OF_PHRASE = {tuple(one.split()): kind for kind, some in _PHRASES.items() for one in some.split("|")}
_OPENERS = frozenset(first for first, _ in _KIND_OF_PHRASE)


def cues_of(text: str, words: Sequence[Word]) -> Counter[str]:
    """Count the cues of each kind in `words`, which are those of `text`."""
    found: Counter[str] = Counter()
    last = ""
    for word in words:
        kind = _KIND_OF.get(word.folded)
        if kind is not None:
            found[kind] += 1
        if last in _OPENERS:
            phrase = _KIND_OF_PHRASE.get((last, word.folded))
            if phrase is not None:
                found[phrase] += 1
        last = word.folded
    if "?" in text:
        found["asking"] += text.count("?")
    if not _QUOTES.isdisjoint(text):
        marks = sum(one in _QUOTES and (not at or text[at - 1] in " (“") for at, one in enumerate(text))
        if marks:
            found["quoting"] += marks
    return found
