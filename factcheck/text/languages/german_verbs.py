"""The past of German strong verbs, which no ending tells, and what else may be a finite verb by its ending."""

from __future__ import annotations

_STRONG_WORDS = """
    gewann verlor fiel stieg starb traf hielt schlug brach fand kam ging gab nahm sah stahl zog floh blieb lag schloss
    ließ sprach schrieb rief lief wuchs trank flog trat bot schwamm schwieg warf begann verschwand stand sprang schoss
    sank log trug lud grub fuhr hob litt riss biss schied stritt unterlag glich wich verbot verdarb betrug erschien bat
    saß aß las schlief riet hieß hing fing sang klang zwang band schwand rang goss kroch schob wog bog genoss verdross
    half galt warb barg barst erschrak entschied mied schien trieb verzieh wies pries schwor"""
STRONG = frozenset(_STRONG_WORDS.split())
_PASTS = tuple(sorted(STRONG))
_ENDINGS = ("t", "te", "en", "eln", "ern")


def may_be_finite(word: str) -> bool:
    """Tell whether a German word may be a finite verb by its form: "ertranken", "meldet", "zerbrach"."""
    if not word.isalpha() or not word.islower():
        return False
    return word.endswith(_ENDINGS) or word.endswith(_PASTS)


__all__ = ["STRONG", "may_be_finite"]
