"""Tell where a sentence of narration only guesses or comments, so that no source could confirm it.

Method: the first finite verb is that of the main clause, but behind a relative pronoun; "seems" there guesses, and a
few openings leave a question open or comment. A sentence with a figure is kept, since the figure can be looked up.
Written on news of ../shared/data/corpora outside the annotated articles.
"""

from __future__ import annotations

import re

from factcheck.claims.sentence.grammar import IRREGULAR, UNCHANGED, Token, is_finite, tokenize

_SEEMING = frozenset(["seem", "seems", "seemed"])
_RELATIVE = frozenset(["that", "which", "who", "whose", "where", "what", "how", "whether", "if", "when", "because"])
_DIGIT = re.compile(r"\d")
_CAN_GUESS = re.compile(
    r"\b(?:may|might|seem|reason|doubt|point in|need to|surprise|wonder|secret|unclear|likely|unlikely|possible|"
    r"impossible|knowing|chance|seen|guess|will tell|possibility|prospect|could|might)"
)
"""What a sentence has that can be a guess: most have none of it, and are not looked at further."""
_OPENING = r"(?:(?:But|And|So|Yet|Still|Now|Then|Well),?\s)?"
_OPEN_QUESTION = re.compile(
    rf"{_OPENING}(?:[Ii]t|[Tt]here)(?:[’']s|\sis|\sare|\swas|\sremains)\s(?:no\s|little\s|every\s|good\s|plenty\sof\s|"
    r"some\s|also\s|still\s|not\s|quite\s)*"
    r"(?:reason|doubt|point\sin|need\sto|surprise|wonder|secret|unclear|likely|unlikely|possible|impossible|way\sof\s"
    r"knowing|chance)\b"
    r"|.{2,80}\b(?:remains\sto\sbe\sseen|(?:is|remains)\s(?:still\s)?unclear|anyone[’']s\sguess)\b|.{0,30}\btime\swill\stell\b"
)
_OPENS_PROSPECT = re.compile(
    r"(?:That|This|It|Which|All\sof\sthis)\s(?:also\s|now\s|could\s|may\s|might\s)*(?:creates?|raises?|opens?|leaves?)\s"
    r"(?:up\s|open\s)?(?:the|a)\s(?:\w+\s)?(?:possibility|prospect|chance)\b"
)
"""What only says that something may come of it: "That raises the prospect of a strike"."""
_MIGHT_BE = re.compile(
    r"(?!.*\b(?:that|which|who|if|whether|because)\b.*\b(?:could|might)\b)(?:[^\s,;:]+\s){1,8}?(?:could|might)\s"
    r"(?:also\s|still\s|yet\s|even\s|well\s|soon\s)*(?:be\s(?:an?|the|another|one|[a-z]+ly)\b|prove\b|become\b|mean\b|turn\sout\b)"
)
"""What a main clause only holds possible: "It could be a turning point", "The consequences might prove grave"."""
_COMMENT = re.compile(
    rf"{_OPENING}(?:[Tt]he\s(?:truth|problem|question|point|trouble|irony|reality|lesson|answer|takeaway)\sis\b|"
    r"One\sthing\sis\s(?:clear|certain)|Make\sno\smistake|To\sbe\s(?:sure|clear|fair|honest),|Of\scourse,|Frankly,|"
    r"Needless\sto\ssay|No\swonder|Surely,?\s|Obviously,|Clearly,|In\sother\swords,|If\syou\b|You(?:[’'](?:re|ll|d|ve))?\s)"
)


_COLOURS = re.compile(
    rf"{_OPENING}(?:[Oo]f\scourse|[Tt]o\sbe\s(?:sure|clear|fair|honest)|Needless\sto\ssay|In\sother\swords|Frankly|Obviously|"
    r"Clearly|Surely|Fortunately|Unfortunately|Sadly|Thankfully|The\struth\sis)(?:,|\sthat)\s"
)
"""What comments on a fact that the sentence then states."""
_FACTIVE = re.compile(
    rf"{_OPENING}(?:It|That|There)(?:[’']s|\sis|\swas)\s(?:\w+\s)?(?:worth\s\w+ing|clear|noteworthy|ironic|sad|no\s(?:doubt|"
    r"secret)|a\s(?:shame|pity)|important\sto\s(?:note|remember))\b[^,;]{0,30}\sthat\s"
)
"""What only speaks of a fact that its that-clause states."""
_FUTURE = re.compile(r"\b(?:will|would|should|could|may|might|must|can|if)\b|[’']ll\b")
_PAST = re.compile(rf"\b(?:was|were|had|has|have|nobody|never|[a-z]+ed|{'|'.join(sorted(IRREGULAR | UNCHANGED))})\b")
_ANNOUNCES = re.compile(
    r"(?:Here(?:[’']s|\sis|\sare)|What|How|Why|Who|Where|Below|These\sare|Among\sthem|A\ssampling|The\sfollowing)\b"
)


_HERE_IS = re.compile(
    r"Here(?:[’']s|\sis|\sare)\s(?:what|how|why|where|who|everything|all\s|a\slook|some\sof|the\sfacts)"
)
_ENDS_IN_ANNOUNCEMENT = re.compile(
    r"^[^.!?:]{3,60}:\s(?:[Ww]hat|[Hh]ow|[Ee]verything|[Aa]ll|[Hh]ere[’']s what)\s"
    r"(?:we|you|to|is known|happened)\b[^.!?:]{0,40}$"
)


def is_guess(sentence: str) -> bool:
    """Tell whether the main clause of a sentence without a figure only seems, or leaves a question open."""
    if not _CAN_GUESS.search(sentence) or _DIGIT.search(sentence):
        return False
    if _OPEN_QUESTION.match(sentence) or _MIGHT_BE.match(sentence) or _OPENS_PROSPECT.match(sentence):
        return True
    tokens = tokenize(sentence)
    first = next((k for k, token in enumerate(tokens) if k and _verb(token)), 0)
    if not first or tokens[first - 1].lower in _RELATIVE:
        return False
    return tokens[first].lower in _SEEMING


def announces(sentence: str) -> bool:
    """Tell whether a sentence only says that something follows: "Here is our list:", "Harbour fire: what we know"."""
    if _HERE_IS.match(sentence) and not _DIGIT.search(sentence):
        return True
    opens = sentence.endswith(":") and _ANNOUNCES.match(sentence) is not None
    return opens or _ENDS_IN_ANNOUNCEMENT.search(sentence) is not None


def is_comment(sentence: str) -> bool:
    """Tell whether a sentence without a figure opens as a comment or speaks to the reader."""
    return _COMMENT.match(sentence) is not None and not _DIGIT.search(sentence)


def colours(sentence: str) -> bool:
    """Tell whether a comment only opens a sentence that states what happened: "Sadly, the bridge fell"."""
    opening = _COLOURS.match(sentence) or _FACTIVE.match(sentence)
    if opening is None:
        return False
    stated = sentence[opening.end() :]
    return _PAST.search(stated) is not None and not _FUTURE.search(stated)


def _verb(token: Token) -> bool:
    return is_finite(token) or token.lower in _SEEMING or (token.lower.endswith("ed") and not token.capital)


__all__ = ["announces", "colours", "is_comment", "is_guess"]
