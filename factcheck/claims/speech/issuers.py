"""Find who speaks through a document that they are said to have made public: "the White House released a memo that"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence.grammar import Token
from factcheck.claims.sentence.phrases import ISSUED
from factcheck.claims.sentence.speaking_nouns import head_of
from factcheck.claims.sentence.subjects import DOCUMENTS, subject_before

Range = tuple[int, int]

BEHIND_TOKENS = 8  # from a document to the verb of "which the White House released"
_ISSUES = ISSUED | {"wrote", "sent", "circulated", "filed", "made", "gave", "signed", "drafted", "shared"}


def issuer(tokens: Sequence[Token], mention: Range) -> Range | None:
    """Return who issued the document that a mention names, before it or in a relative clause behind it, or None."""
    if not is_document(tokens, mention):
        return None
    verb = mention[0] - 1
    if verb > 0 and tokens[verb].lower in _ISSUES:
        return subject_before(tokens, verb)
    for at in range(mention[1] + 1, min(len(tokens), mention[1] + BEHIND_TOKENS)):
        if tokens[at].lower in _ISSUES:
            found = subject_before(tokens, at)
            return found if found is not None and found[0] >= mention[1] else None
        if tokens[at].quotation or tokens[at].text in ",;:":
            return None
    return None


def is_document(tokens: Sequence[Token], mention: Range) -> bool:
    """Tell whether a mention names a document."""
    return head_of(tokens[slice(*mention)]).lower in DOCUMENTS


__all__ = ["is_document", "issuer"]
