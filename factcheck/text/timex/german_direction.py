"""Which way the words around a date look in a German clause, whose participle stands at its end.

"hat am 10. Januar beschlossen" and "soll im März davon gewusst haben" look back, "soll im März beginnen" ahead.
"""

from __future__ import annotations

import re

_PARTICIPLE = (
    r"(?:[a-zäöü]*ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|miss|über|unter)[a-zäöüß]{3,}(?:t|en)|[a-zäöüß]+iert)"
)
_PERFECT = re.compile(rf"\b{_PARTICIPLE}\s(?:worden\s)?(?:haben|sein|worden)\b|\b{_PARTICIPLE}\sworden\b")
"""What a modal verb makes a report of the past: "soll … gewusst haben"."""
_AHEAD = re.compile(
    r"\b(?:wird|werden|werde|würden?|soll|sollen|sollten?|will|wollen|möchten?|geplant|plant|planen|künftig|"
    r"voraussichtlich|ab|kommenden?|nächste[nsr]?|bevorstehende[nr]?)\b"
)
_AUXILIARY = re.compile(r"\b(?:hat|habe|haben|hatten?|hätten?|ist|sind|sei|seien|war|waren|wäre|wurden?)\b")
_ENDS_IN_PARTICIPLE = re.compile(
    rf"\b{_PARTICIPLE}\b(?=\s*(?:[.,;:“»”]|$|\s(?:und|oder|hat|haben|habe|ist|sind|sei|war)\b))"
)
_SIMPLE = re.compile(
    r"\b(?:hatten?|waren?|war|wurden?|gab|gaben|kam|kamen|ging|gingen|begann|begannen|fand|fanden|stieg|stiegen|sank|"
    r"sanken|fiel|fielen|starb|starben|schloss|schlossen|verlor|verloren|gewann|gewannen|schrieb|schrieben|sprach|"
    r"sprachen|traf|trafen|trat|traten|nahm|nahmen|ließ|ließen|blieb|blieben|brach|brachen|bekam|bekamen|erhielt|"
    r"erhielten|wuchs|wuchsen|lag|lagen|stand|standen|hieß|zog|zogen|beschloss|beschlossen|entschied|entschieden|"
    r"(?!(?:heute|letzte|leute|erste|zweite|dritte|beste|größte|gute|seite|weite|breite|mitte|städte|"
    r"rechte|echte)n?\b)[a-zäöüß]{3,}te(?:n)?)\b"
)


_SCHEDULED = re.compile(
    r"\b(?:schließt|schließen|öffnet|öffnen|beginnt|beginnen|startet|starten|endet|enden|tagt|tagen|tritt|treten|läuft|"
    r"findet|finden|trifft|treffen|reist|reisen|wählt|wählen|eröffnet|eröffnen)\b"
)
"""Verbs of what has its day, in the present: "Das Werk schließt im Oktober"."""


def german_direction(clause: str, at: int) -> tuple[bool, bool]:
    """Return whether the clause around a date (at `at`) looks ahead, and whether it looks back.

    Between its commas first: "sagte, die Brücke werde im Juni gesperrt" looks ahead in its second part.
    """
    low = clause.rfind(",", 0, at) + 1
    high = clause.find(",", at)
    part = clause[low : high if high >= 0 else len(clause)]
    looks = _looks(part)
    return looks if any(looks) else _looks(clause)


def _looks(clause: str) -> tuple[bool, bool]:
    if _PERFECT.search(clause):
        return False, True
    ahead, simple = _AHEAD.search(clause), _SIMPLE.search(clause)
    perfect = _AUXILIARY.search(clause) is not None and _ENDS_IN_PARTICIPLE.search(clause) is not None
    if ahead is not None and (simple is None or ahead.start() < simple.start()):
        return True, False
    if simple is not None or perfect:
        return False, True
    return _SCHEDULED.search(clause) is not None, False


__all__ = ["german_direction"]
