"""The ordinals that are written out, up to the twentieth, in order; the German ones without their endings."""

from __future__ import annotations

_ORDINAL_WORDS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
_GERMAN_ORDINAL_WORDS = """
    erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt
    fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst"""
ORDINALS, GERMAN_ORDINALS = _ORDINAL_WORDS.split(), _GERMAN_ORDINAL_WORDS.split()

__all__ = ["GERMAN_ORDINALS", "ORDINALS"]
