"""The languages that a person can name: by the code of ISO 639-1, or by name in English or in the language itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from factcheck.text.words import fold

_NAMES = """
aa afar; ab abkhazian; ae avestan; af afrikaans; ak akan; am amharic; an aragonese; ar arabic; as assamese; av avaric
ay aymara; az azerbaijani; ba bashkir; be belarusian; bg bulgarian; bi bislama; bm bambara; bn bengali; bo tibetan
br breton; bs bosnian bosanski; ca catalan catala; ce chechen; ch chamorro; co corsican; cr cree; cs czech cestina
cu slavonic; cv chuvash; cy welsh cymraeg; da danish dansk; de german deutsch; dv divehi; dz dzongkha; ee ewe; el greek
en english; eo esperanto; es spanish espanol castilian; et estonian eesti; eu basque euskara; fa persian farsi; ff fulah
fi finnish suomi; fj fijian; fo faroese; fr french francais; fy frisian frysk; ga irish gaeilge; gd gaelic gaidhlig
gl galician galego; gn guarani; gu gujarati; gv manx; ha hausa; he hebrew; hi hindi; ho motu; hr croatian hrvatski
ht haitian; hu hungarian magyar; hy armenian; hz herero; ia interlingua; id indonesian; ie interlingue; ig igbo
ii yi; ik inupiaq; io ido; is icelandic islenska; it italian italiano; iu inuktitut; ja japanese; jv javanese
ka georgian; kg kongo; ki kikuyu; kj kuanyama; kk kazakh; kl greenlandic kalaallisut; km khmer; kn kannada; ko korean
kr kanuri; ks kashmiri; ku kurdish; kv komi; kw cornish; ky kyrgyz; la latin; lb luxembourgish; lg ganda
li limburgish; ln lingala; lo lao; lt lithuanian lietuviu; lu luba; lv latvian latviesu; mg malagasy; mh marshallese
mi maori; mk macedonian; ml malayalam; mn mongolian; mr marathi; ms malay; mt maltese; my burmese; na nauru
nb bokmal; nd ndebele; ne nepali; ng ndonga; nl dutch nederlands flemish; nn nynorsk; no norwegian norsk; nr ndebele
nv navajo; ny chichewa; oc occitan; oj ojibwa; om oromo; or oriya; os ossetian; pa punjabi; pi pali; pl polish polski
ps pashto; pt portuguese portugues; qu quechua; rm romansh; rn rundi; ro romanian romana; ru russian; rw kinyarwanda
sa sanskrit; sc sardinian; sd sindhi; se sami; sg sango; sh serbo-croatian; si sinhala; sk slovak slovencina
sl slovenian slovenscina; sm samoan; sn shona; so somali; sq albanian shqip; sr serbian srpski; ss swati; st sotho
su sundanese; sv swedish svenska; sw swahili; ta tamil; te telugu; tg tajik; th thai; ti tigrinya; tk turkmen
tl tagalog; tn tswana; to tongan; tr turkish turkce; ts tsonga; tt tatar; tw twi; ty tahitian; ug uighur
uk ukrainian; ur urdu; uz uzbek; ve venda; vi vietnamese; vo volapuk; wa walloon; wo wolof; xh xhosa; yi yiddish
yo yoruba; za zhuang; zh chinese; zu zulu
ast asturian; ceb cebuano; dsb lower-sorbian; frr north-frisian; fur friulian; gsw swiss-german; hsb upper-sorbian
kab kabyle; lld ladin; mul multiple; nds low-german plattdeutsch; rom romani; sco scots; smn inari-sami; stq saterland
und undetermined; yue cantonese; zxx none
"""
_CODES: Mapping[str, tuple[str, ...]] = {
    words.split()[0]: tuple(words.split()[1:]) for words in re.split(r"[;\n]", _NAMES) if words.strip()
}
"""Code -> names, folded. Source: ISO 639-1, and some of ISO 639-2 and 639-3 that archives of Europe have."""
_BY_NAME = {name: code for code, names in reversed(tuple(_CODES.items())) for name in names}
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)


def language_code(named: str) -> str:
    """Return the code of a language that a person names by it or by a name; "" for none that is known.

    A tag keeps its parts: "en-GB".
    """
    named = named.strip()
    tag = _TAG.fullmatch(named)
    if tag and tag[1].casefold() in _CODES:
        return named
    return _BY_NAME.get("-".join(fold(named).split()), "")


def near_languages(named: str) -> tuple[str, ...]:
    """Return names of languages that are written nearly as what is none, the nearest first."""
    return tuple(get_close_matches(fold(named.strip()), _BY_NAME, n=3, cutoff=0.7))
