"""Read speech acts ("X urged …"): the whole clause is the claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import cues, grammar
from factcheck.claims.clauses import RELATIVES, in_main_clause, is_own_voice, is_passive, is_plain_subject
from factcheck.claims.grammar import Token
from factcheck.claims.scan import Attribution, Scan, content_span
from factcheck.claims.subjects import subject_before

Range = tuple[int, int]

_SEVERAL_WORDS = """
    those some most many both all few states countries nations cities towns counties parties authorities firms
    companies families agencies universities charities democrats republicans conservatives liberals progressives
    electors markets males females households sides critics allies"""
_SEVERAL = frozenset(_SEVERAL_WORDS.split())
"""What besides nouns for persons can urge and promise; a process that "raises questions" cannot."""
CONTENT_MIN = 4  # characters; less is no clause


def speech_acts(scan: Scan) -> Iterator[Attribution]:
    """Read "X urged …": the whole clause is the claim."""
    tokens = scan.tokens
    for index, token in enumerate(tokens):
        cut = next((k for k in scan.cuts if k > index), 0)
        if token.lower not in cues.ACTS or token.capital or (token.start < scan.taken and not cut):
            continue
        if token.lower in cues.WITH_TO and (index + 1 >= len(tokens) or tokens[index + 1].lower != "to"):
            continue
        subject = subject_before(tokens, index)
        if subject is None or _only_names(tokens, subject, index) or not _acts(tokens, subject, index):
            continue
        high = tokens[cut].start if cut else len(scan.sentence.text)
        rest = scan.sentence.text[token.end : high].strip(" .,")
        content = content_span(scan.sentence, tokens[subject[0]].start, high)
        if content is not None and len(rest) >= CONTENT_MIN:
            yield Attribution(content, scan.cue(index), scan.span(subject), "speech-act", 0.6, whole_clause=True)
            return


def _only_names(tokens: Sequence[Token], subject: Range, index: int) -> bool:
    """Tell whether a verb tells what somebody is called: "a fisher called Ann Lee was there"."""
    names = tokens[index].lower in ("called", "dubbed", "labelled", "labeled") and subject[1] == index
    following = index + 1 < len(tokens) and tokens[index + 1].capital
    return names and following and tokens[subject[0]].lower in ("a", "an", "another")


def _acts(tokens: Sequence[Token], subject: Range, index: int) -> bool:
    """Tell whether a subject performs the speech act at `index` in the main clause."""
    if is_passive(tokens, index) or is_own_voice(tokens, subject) or not is_plain_subject(tokens, subject, index):
        return False
    head = tokens[subject[1] - 1]
    speaks = head.capital or head.lower in grammar.PRONOUNS | _SEVERAL or grammar.is_person_noun(head)
    relative = subject[1] < index and any(t.lower in RELATIVES for t in tokens[subject[1] : index])
    main = relative and sum(t.text == "," for t in tokens[subject[1] : index]) > 1
    return speaks and (main or in_main_clause(tokens, subject))


__all__ = ["speech_acts"]
