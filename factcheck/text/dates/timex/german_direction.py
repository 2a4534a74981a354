"""Which way the words around a date look in a German clause, whose participle stands at its end.

"hat am 10. Januar beschlossen" and "soll im März davon gewusst haben" look back, "soll im März beginnen" ahead.
"""

from __future__ import annotations

import re

from factcheck.text.languages.german_verbs import STRONG

_PARTICIPLE = (
    r"(?:[a-zäöü]*ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|miss|über|unter)[a-zäöüß]{3,}(?:t|en)|[a-zäöüß]+iert)"
)
_PERFECT = re.compile(rf"\b{_PARTICIPLE}\s(?:worden\s)?(?:haben|sein|worden)\b|\b{_PARTICIPLE}\sworden\b")
"""What a modal verb makes a report of the past: "soll … gewusst haben"."""
_AHEAD = re.compile(
    r"\b(?:wird|werden|werde|würden?|soll|sollen|sollten?|will|wollen|möchten?|muss|müssen|kann|können|darf|dürfen|bleibt|bleibe|geplant|plant|planen|künftig|"
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
    rf"(?:[a-zäöü]*(?:{'|'.join(sorted(STRONG))})(?:en)?)|"
    r"(?!(?:heute|letzte|leute|erste|zweite|dritte|beste|größte|gute|seite|weite|breite|mitte|städte|"
    r"rechte|echte)n?\b)[a-zäöüß]{3,}te(?:n)?)\b"
)


_SCHEDULED = re.compile(
    r"\b(?:schließt|schließen|öffnet|öffnen|beginnt|beginnen|startet|starten|endet|enden|tagt|tagen|tritt|treten|läuft|"
    r"findet|finden|trifft|treffen|reist|reisen|wählt|wählen|eröffnet|eröffnen)\b"
)
"""Verbs of what has its day, in the present: "Das Werk schließt im Oktober"."""
_PRESENT = re.compile(
    r"\b(?:muss|müssen|kann|können|darf|dürfen|steht|stehen|ist|sind|hat|haben|"
    r"(?!(?:mit|seit|nicht|erst|jetzt|fast|laut|dort|selbst|statt|weit|oft|gut|rot|tot|bereits|sonst|meist|zuletzt|"
    r"damit|somit|derzeit|sagt|erklärt|berichtet|meldet|teilt|mitteilt|heißt|schreibt|betont|zeigt|bestätigt|sucht|fehlt|zufolge|"
    r"ermittelt|gesagt|gehört|liegt|gilt|bekannt|insgesamt|direkt|leicht|schlecht|nackt)\b)(?!ge(?!ht|hört|winnt|lingt|nügt|schieht)\w+t\b)"
    r"[a-zäöü]{2,}t)\b"
)
"""A finite verb of the present, which beside a bare day tells of one to come: "Am Samstag spielt der FC"."""
_SINCE = re.compile(r"\b(?:[Ss]eit|[Vv]om|[Nn]ach\s(?:dem|der)\s[A-ZÄÖÜ][\w-]+\s(?:am|vom|von))\s(?:dem\s)?$")
_BY_DAY = re.compile(r"\b(?:[Aa]m|[Bb]is|[Aa]b|[Zz]um|[Bb]is\szum|[Bb]is\s(?:kommenden|nächsten))\s$")
_UNTIL = re.compile(r"\b[Bb]is\s(?:zum\s)?$")
_ANNOUNCED = re.compile(
    r"\b(?:kündig|plan|sag|erklär|forder|vereinbar|setz|verschob|verschieb|terminier|lud|einig|verschob|angesetzt|"
    r"beantrag|verlang|warn|droh|will|soll|versprach|versprech)\w*|\szu\s[a-zäöü]+en\b"
)
"""What is told in the past of what may be still to come."""


def happened(clause: str) -> bool:
    """Tell whether a German clause that looks back tells of what happened, and not of what was announced or set."""
    return _ANNOUNCED.search(clause) is None


def german_direction(clause: str, at: int) -> tuple[bool, bool]:
    """Return whether the clause around a date (at `at`) looks ahead, and whether it looks back.

    Between its commas first: "sagte, die Brücke werde im Juni gesperrt" looks ahead in its second part.
    """
    low = clause.rfind(",", 0, at) + 1
    high = clause.find(",", at)
    part = clause[low : high if high >= 0 else len(clause)]
    before = clause[:at]
    if _SINCE.search(before):
        return False, True
    looks = _looks(part)
    looks = looks if any(looks) else _looks(clause)
    if any(looks) or _BY_DAY.search(before) is None:
        return looks
    return _UNTIL.search(before) is not None or _PRESENT.search(part) is not None, False


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
