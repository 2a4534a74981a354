"""What differs between a quotation and the stretch of the source that answers it, word by word."""

from __future__ import annotations

from factcheck.domain import Span
from factcheck.stance.reading.lexicon import excludes, opposites
from factcheck.stance.reading.pair import same_word
from factcheck.stance.reading.slots import alike, same_place
from factcheck.text.diff import Change, diff_words
from factcheck.text.quotations import find_quotations
from factcheck.text.words import split_words


def replaces(left: str, right: str) -> bool:
    """Whether a number, or one of two words that exclude each other, stands in the place of the other."""
    for one in diff_words(left, right):
        ours, theirs = split_words(one.left.text), split_words(one.right.text)
        if one.change is not Change.REPLACED or len(ours) != 1 or len(theirs) != 1:
            continue
        if (ours[0].is_number and theirs[0].is_number) or excludes(ours[0].stem, theirs[0].stem):
            return True
        if opposites(ours[0].stem, theirs[0].stem) or frozenset([ours[0].folded, theirs[0].folded]) in _SIDES:
            return True
    return False


_SIDES = frozenset(
    frozenset(pair.split())
    for pair in ("for against", "before after", "with without", "für gegen", "vor nach", "mit ohne")
)
"""Small words that say the opposite in one place."""


def swaps_a_word(text: str, quotation: str, there: Span) -> bool:
    """Whether two quotations are one but for a word that says something else: "ten schools" beside "ten hospitals".

    Both stand in marks and are long enough that two translations of one saying would differ in more.
    """
    marked = next((one.text for one in find_quotations(text) if one.start < there.end and there.start < one.end), "")
    changed = [one for one in diff_words(quotation, marked) if one.change is not Change.SAME]
    if len(changed) != 1 or changed[0].change is not Change.REPLACED or len(split_words(quotation)) < LONG:
        return False
    ours, theirs = split_words(changed[0].left.text), split_words(changed[0].right.text)
    if len(ours) != 1 or len(theirs) != 1 or ours[0].is_number or theirs[0].is_number:
        return False
    told = all(not word.is_stop and len(word.folded) >= _TELLING for word in (*ours, *theirs))
    return told and not same_word(ours[0], theirs[0])


def names_another(quotation: str, there: str, *, translated: bool) -> bool:
    """Whether one name of a quotation is another there, and nothing else; in a translation, a place that we know."""
    changed = [one for one in diff_words(quotation, there) if one.change is not Change.SAME]
    if len(changed) != 1 or changed[0].change is not Change.REPLACED:
        return False
    one, other = changed[0].left, changed[0].right
    opens = not split_words(quotation[: one.start]) or not split_words(there[: other.start])
    names = all(all(word.text[0].isupper() for word in split_words(side.text)) for side in (one, other))
    if opens or not names or alike(one.text, other.text):
        return False
    return same_place(one.text, other.text) or not translated


_TELLING = 4  # letters of a word that is no slip and no particle


def only_leaves_out(quotation: str, there: str) -> bool:
    """Whether a quotation leaves out a word or two of what was said, and puts nothing in its place."""
    changed = [one for one in diff_words(quotation, there) if one.change is not Change.SAME]
    if any(split_words(one.left.text) for one in changed):
        return False
    left_out = [word for one in changed for word in split_words(one.right.text)]
    length = len(split_words(quotation))
    return len(left_out) <= max(1, length // _FIFTH) and (length >= LONG or all(word.is_stop for word in left_out))


_FIFTH = 5
LONG = 8  # in a shorter quotation each word that says something is a part of what was said


def difference(left: str, right: str) -> str:
    """Return the changed words in a line: [-left-] {+right+}."""
    parts: list[str] = []
    for one in diff_words(left, right):
        if one.change is Change.SAME:
            parts.append(one.left.text)
        else:
            parts.extend(
                part
                for part in (
                    f"[-{one.left.text}-]" * bool(one.left.text),
                    f"{{+{one.right.text}+}}" * bool(one.right.text),
                )
                if part
            )
    return " ".join(parts)
