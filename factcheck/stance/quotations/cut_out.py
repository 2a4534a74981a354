"""What stands around quoted words in the source: were they cut out of their own denial, or of what limits them?

Levels: *denied* ("I do not think the plan is good", quoted as “the plan is good”: it conflicts); *not the speaker's*
(somebody else says so, or it is wished, doubted, asked or said under a condition); *limited* ("safe for adults, but
…", quoted as “safe”: altered, with the word difference). The last two bear nothing out. Where the claim says so too,
outside its marks, nothing was cut out.
"""

from __future__ import annotations

import re

from factcheck.domain import Polarity, Reason, Span
from factcheck.stance.quotations.quoted_parts import ALTERED_STRENGTH, BARRING_STRENGTH, told_of_quotation
from factcheck.stance.reading.lexicon import NEGATORS
from factcheck.text.words import split_words

_SENTENCE = re.compile(r"[.!?…][”\"’»“]*\s+|[“”„\"«»]|\n")
_NOT = r"(?:not|never|cannot|n[’']t|nor|nobody|no one|hardly|nicht|nie|niemals|niemand|kaum)"
_LIE = r"(?:lie|lies|myth|nonsense|rubbish|falsehood|hoax|untrue|false|wrong|Lüge|Unsinn|Quatsch|Märchen|falsch|unwahr)"
_THAT = r"(?:,? (?:that|dass)|:|,)?\s*$"
_DENIED = re.compile(
    rf"(?<!can )(?<!could )\b(?:not|never)(?! only)(?: \w+)?"
    rf" (?:think|believe|feel|agree|accept|say|said|claimed){_THAT}"
    rf"|\w*n[’']t(?: \w+)? (?:think|feel|agree|accept){_THAT}|\b(?:do|did|does)n[’']t(?: \w+)? (?:believe|say){_THAT}"
    rf"|\b{_NOT} (?:\w+ ){{0,2}}?(?:true|the case|right|correct|wahr|richtig|der Fall)"
    rf"(?: to (?:say|think|claim))?{_THAT}"
    rf"|\b(?<!no )(?<!not a )(?<!not )(?<!keine )(?<!kein ){_LIE}(?: to (?:say|think|claim|believe))?{_THAT}"
    rf"|\b(?:glauben?|denken?|meinen?|finden?|stimmt|sagen?) (?:\w+ )?(?:nicht|nie),?{_THAT}|trifft nicht zu{_THAT}"
    rf"|\b(?:nie|niemals|nicht) (?:gesagt|behauptet){_THAT}"
    r"|\b(?:not|never|hardly)\s*$",
    re.IGNORECASE,
)
"""What denies the words behind it, to where they begin. "I cannot believe it" is said in wonder."""
_SAY = (
    r"(?:say|says|said|saying|claim|claims|claimed|think|thinks|believe|believes|argue|argues|insist|insists|allege"
    r"|alleges|pretend|pretends|sagen|sagt|behaupten|behauptet|meinen|meint|glauben|glaubt)"
)
_REPORTED = re.compile(rf"\b{_SAY}{_THAT}", re.IGNORECASE)
_OWN = re.compile(r"\b(?:I|[Ww]e|[Ii]ch|[Ww]ir)\b|[Yy]ou can\b")
_OPEN = re.compile(
    r"^\W*(?:(?:but|and|so|aber|und) )?(?:only )?(?:if(?! you ask| anything| I may)|unless|wenn|falls|sofern)\b"
    rf"|(?<!no )(?<!not )(?<!n[’']t )(?<!never )(?<!without )\bdoubt(?:s|ed)?{_THAT}|\b(?:whether|ob|if)\s*$"
    rf"|\b(?:wish|hope|fear|pretend|dream|bezweifle|bezweifeln|hoffe|wünschte|fürchte){_THAT}"
    rf"|\b(?:would|[’']d) (?:love|like) to (?:\w+ ){{0,2}}?(?:say|tell|believe|think)(?: you| them)?{_THAT}"
    r"|(?<!my )(?<!our )\b(?:idea|notion|claim|suggestion|allegation|rumou?r|theory|story|assumption|Idee"
    r"|Behauptung|Gerücht|Annahme|Vorstellung)(?: that|, dass|:)\s*$"
    rf"|\b(?:cannot|can[’']t|could(?:n[’']t| not)|nobody|no one|niemand|keiner)(?: \w+){{0,2}} "
    rf"(?:say|says|think|thinks|believe|believes|claim|claims|promise|guarantee|sagen|sagt|glaubt|behauptet){_THAT}",
    re.IGNORECASE,
)
_WEIGHED = re.compile(r"\b(?:almost|nearly|barely|hardly|fast|beinahe|kaum)\s*$", re.IGNORECASE)
_LIMITS = re.compile(
    r"^,? ?(?:(?:for|in|on|at|with|für|bei|auf|mit) [^.!?“”\"„»]{2,80}?)?,? ?\b"
    r"(?:if|unless|except|until|provided|as long as|but|though|although|only|wenn|falls|sofern|außer|bis auf|solange"
    r"|aber|allerdings|nur)\b(?! also\b| above all\b)[^.!?“”\"„»]*",
)
_LATER = re.compile(r"^,? ?(?:when|once|sobald) [^.!?“”\"„»]*")
_SO_FAR = re.compile(
    r"^,? ?(?:this (?:year|week|month|spring|summer|autumn|winter|term|time)|yet|for now|today|now|before"
    r"|at (?:this|the) (?:time|moment|stage)"
    r"|dieses Jahr|in diesem Jahr|vorerst|derzeit|zurzeit|heute|jetzt|vor)\b[^.!?“”\"„»]*"
)
_WILL = frozenset("will would can could may might shall ll wird werden kann können".split())  # noqa: SIM905
_FRAMING = NEGATORS | frozenset(
    """if unless whether deny denies denied denying doubt doubts doubted lie false untrue wrong myth wenn ob falls
    bestritt dementierte falsch lüge""".split()  # noqa: SIM905
)


def cut_out(claim: str, passage: str, quotation: Span, there: Span) -> Reason | None:
    """Return what the source's own sentence makes of quoted words that stand `there`; None where it lets them stand."""
    before = passage[_begin(passage, there.start) : there.start]
    outside = {word.folded for word in split_words(claim[: quotation.start] + " " + claim[quotation.end :])}
    if outside.isdisjoint(_FRAMING):
        if found := _DENIED.search(before):
            message = f"the quoted words are denied in the source: “{found.group().strip()} {there.text}”"
            return told_of_quotation(Polarity.OPPOSES, ALTERED_STRENGTH, message, quotation, there)
        asked = "?" not in quotation.text and _is_asked(passage, there.end)
        if asked or _OPEN.search(before) or _WEIGHED.search(before) or _is_of_others(passage, before, there):
            message = f"the source does not say the quoted words as such: “{before.lstrip()}{there.text}{'?' * asked}”"
            return told_of_quotation(Polarity.CONTEXT, BARRING_STRENGTH, message, quotation, there)
    limit = _limit(passage, quotation, there)
    if limit and not {one.folded for one in split_words(limit) if not one.is_stop} <= outside:
        message = f"the quotation is altered: it leaves out what limits it: {there.text} {{+{limit.strip(' ,')}+}}"
        return told_of_quotation(Polarity.CONTEXT, BARRING_STRENGTH, message, quotation, there)
    return None


def _begin(text: str, at: int) -> int:
    """Return where the sentence, or the speech, begins that runs up to `at`."""
    return max(
        (one.end() for one in _SENTENCE.finditer(text, max(0, at - _LONGEST), at)), default=max(0, at - _LONGEST)
    )


_LONGEST = 200
"""Characters before the quoted words in which is looked for what they depend on."""


def _is_asked(text: str, at: int) -> bool:
    return re.compile(r"[^.!?“”\"„»;\n]{0,60}\?").match(text, at) is not None


def _is_of_others(passage: str, before: str, there: Span) -> bool:
    """Whether the speaker, in the marks, gives the words to others ("my opponents say it is safe")."""
    begin = there.start - len(before)
    in_marks = begin > 0 and passage[begin - 1] in '“„"«»' and bool(split_words(before))
    return in_marks and _REPORTED.search(before) is not None and _OWN.search(before) is None


def _limit(passage: str, quotation: Span, there: Span) -> str:
    """Return what goes on behind the quoted words, in the same sentence, and takes something back; "" for nothing."""
    quoted = {word.folded for word in split_words(quotation.text)}
    patterns = [_LIMITS]
    if not quoted.isdisjoint(_WILL):
        patterns.append(_LATER)
    if not quoted.isdisjoint(NEGATORS):
        patterns.append(_SO_FAR)
    rest = passage[there.end : there.end + _LONGEST]
    return next((found.group() for one in patterns if (found := one.match(rest))), "")
