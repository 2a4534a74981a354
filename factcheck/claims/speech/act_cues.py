"""Tell where the verb that somebody spoke with makes the kind of a claim: "urged", "denied", "called it “…”"."""

from __future__ import annotations

from factcheck.claims.speech.attribution import Attribution
from factcheck.claims.speech.german import words as german_words

Pair = tuple[int, int]

_ASKING = frozenset(["asked", "asks", "told", "tells"])


def act_cue(text: str, one: Attribution) -> str:
    """Return the cue of an attribution in small letters, where the act of speaking tells what kind of claim it is."""
    if one.cue is None:
        return ""
    cue = text[slice(*one.cue)].lower()
    acts = one.whole_clause or one.rule == "naming" or _bids(text, one.cue) or _denies(text, cue, one)
    acts = acts or (cue in _ASKING and text[one.cue[1] : one.content[0]].endswith(" to "))  # "asked them to “wait”"
    return cue if acts else ""


def _denies(text: str, cue: str, one: Attribution) -> bool:
    """Tell whether a German denial is said: "wies das zurück: …", and not "wies darauf hin, …"."""
    rebuffs = "zurück" in text[one.cue[1] : one.content[0]] if one.cue else False
    return cue in german_words.DENYING and (rebuffs or not cue.startswith(("weis", "wies")))


def _bids(text: str, cue: Pair) -> bool:
    """Tell whether a cue makes what is said a directive, also in reported words ("urged them to “wait”")."""
    return text[slice(*cue)].lower().startswith(("urge", "demand", "order", "forder", "verlang"))


__all__ = ["act_cue"]
