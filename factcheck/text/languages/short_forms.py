"""Words that are shortened with a full stop, in languages other than English and German: it ends no sentence.

Those of English and German stand in `text.abbreviations`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORDS = {
    "fr": "m mm mme mlle dr me mgr st ste av bd cf env etc p ex art no vol chap fig janv févr avr juil sept oct déc",
    "es": "sr sra srta dr dra d dª ud uds ee uu av avda art cap ej etc gral lic núm pág prof tel aprox depto pdte",
    "it": "sig sigg dott dott.ssa prof prof.ssa ing avv on sen gen mons s cfr ecc art pag tel es geom rag arch ca",
    "nl": "dhr mevr mr mw dr drs ir ing prof ds st bv bijv ca enz jl nr o.a t.a.v resp m.a.w blz afd incl excl tel",
    "pt": "sr sra dr dra d eng prof av art cap ex etc gen pág núm tel aprox adm exmo exma",
    "sv": "bl.a t.ex d.v.s s.k m.m o.s.v ca dr kl nr prof st fr.o.m t.o.m f.d resp tel",
    "da": "bl.a f.eks dvs m.m osv ca dr hr fr kl nr prof sct st jf pga ifm mio mia tlf",
    "no": "bl.a f.eks dvs m.m osv ca dr hr kl nr prof st jf pga ifm mill mrd tlf",
    "pl": "m.in np tzn tj itd itp dr prof inż mgr ul al pl nr ok godz im św ks tys mln mld r w",
    "ru": "г гг ул пл пр д им т.д т.п т.е см стр руб тыс млн млрд проф акад св др",
}
SHORT_FORMS: Mapping[str, frozenset[str]] = {language: frozenset(words.split()) for language, words in _WORDS.items()}
"""ISO 639-1 code -> shortened words without their last full stop, in small letters."""

_LOOKED_AT = 40
"""Characters looked at before a full stop: no shortened word is longer."""
_SHORTENED = re.compile(r"(?<![\w.])((?:\w+\.)*\w+)\.$")


def ends_shortened(text: str, end: int, language: str) -> bool:
    """Tell whether `text[:end]` ends with a word that the language shortens, or with an initial ("J.")."""
    known = SHORT_FORMS.get(language)
    found = _SHORTENED.search(text[max(0, end - _LOOKED_AT) : end]) if known else None
    if found is None or known is None:
        return False
    word = found.group(1)
    return word.casefold() in known or (len(word) == 1 and word.isupper())


__all__ = ["SHORT_FORMS", "ends_shortened"]
