"""Tell a footnote that asserts something from one that only names a source.

What only names a source is a citation, and no text of the article. A note that asserts ("The count leaves out Arle,
where 300 people live.") is a part of the article, to be checked like its body. Where it is not plain which a note is,
it is taken to assert: what is read too much is seen, and what is left out is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.sentence.addressing import is_order
from factcheck.claims.sentence.clauses import is_finite_or_past
from factcheck.claims.sentence.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    UNCHANGED,
    Token,
    tokenize,
)
from factcheck.claims.sentence.plurals import has_plural_verb
from factcheck.claims.sources.citations import REFERENCE, URL
from factcheck.text.languages.language import is_german, is_unsupported
from factcheck.text.quotations import find_quotations
from factcheck.text.sentences import split_sentences

_CLOSED = DETERMINERS | (PREPOSITIONS - {"out"}) | CONJUNCTIONS | {"and", "or"}
_POINTING = frozenset(["this", "that"])
_QUALIFIES = re.compile(
    r"(?:Excluding|Including|Except|Without|Not\s\w+ing|Ohne|Einschließlich|Ausgenommen|Inklusive)\b"
)
"""What limits the claim that it stands behind: it has no verb, and is no source."""
_POINTS = re.compile(
    r"(?:(?:[Ss]ee|[Cc]f\.?|[Cc]ompare|[Aa]s\sin|[Ss]iehe|[Vv]gl\.?|[Vv]ergleiche|[Ss]o|[Ee]bd\.?|[Ii]bid\.?|[Oo]p\.\s?cit\.?|"
    r"[Ss]ources?|[Qq]uellen?|[Ff]rom|[Nn]ach|[Ii]n|[Vv]ia|[Aa]vailable\s(?:at|from)|[Rr]etrieved|[Aa]ccessed|[Aa]bgerufen)"
    r"\b\s*:?\s*)"
)
_LOOKED_UP = re.compile(
    r"\b(?:(?:last\s)?(?:accessed|retrieved|viewed|visited|consulted|updated|checked|published|archived|edited|translated|"
    r"quoted|cited)\s(?:on|at|from|by|in)?|zuletzt\s(?:abgerufen|geprüft)|abgerufen\sam|hg\.\svon|hrsg\.\svon)\b",
    re.IGNORECASE,
)
"""What a reference says of its source with the form of a verb."""
_GERMAN_VERB = re.compile(
    r"\b(?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|hatten?|kann|können|konnten?|soll|sollen|muss|müssen|darf|"
    r"gibt|gab|liegt|lag|steht|stand|zählt|gilt|galt|fehlt|fehlen|kam|kamen|ging|gingen|blieb|bleibt|"
    r"[a-zäöüß]{3,}te(?!r)n?)\b"
)


def asserts(note: str) -> bool:
    """Tell whether a note, whole, says anything beside which source it names."""
    return any(not is_reference(note[low:high]) for low, high in split_sentences(note))


def is_reference(sentence: str) -> bool:
    """Tell whether a sentence of a note only names a source: no verb of its own stands beside titles and addresses."""
    bare = _LOOKED_UP.sub(" ", URL.sub(" ", _without_titles(sentence)))
    if is_unsupported(bare) or _QUALIFIES.match(sentence):
        return False
    if is_german(bare):
        return _GERMAN_VERB.search(bare) is None
    if is_order(bare.strip()):
        return True
    opening = _POINTS.match(bare)
    said = bare[opening.end() :] if opening else bare
    tokens = tokenize(said)
    return not (has_plural_verb(said) or any(_is_verb(tokens, k) for k in range(1, len(tokens))))


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word has the form of a verb; in the present that is one behind a noun and before an object."""
    word, before = tokens[at], tokens[at - 1].lower
    if word.capital:
        return False
    if is_finite_or_past(word) or word.lower in UNCHANGED or (before in PRONOUNS and word.lower not in _CLOSED):
        return True
    present = word.lower.endswith("s") and len(word.lower) > len("was")
    after = tokens[at + 1].lower if at + 1 < len(tokens) and tokens[at + 1].word else "of"
    return present and before not in _CLOSED - _POINTING and tokens[at - 1].word and after not in _CLOSED - DETERMINERS


def _without_titles(sentence: str) -> str:
    """Return a sentence with blanks for what it quotes: in a reference that is a title."""
    parts, at = list[str](), 0
    for one in find_quotations(sentence):
        parts += [sentence[at : one.start], " "]
        at = max(at, one.end)
    return "".join([*parts, sentence[at:]])


__all__ = ["REFERENCE", "asserts", "is_reference"]
