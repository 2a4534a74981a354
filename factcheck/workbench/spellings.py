"""Spellings of one name that an address may carry: what looks like it, what is written for it in other letters. Pure.

Each fold maps all spellings of its kind to one; two texts that a fold makes equal may be the same name. Folds are
coarse on purpose: a word too many that is held back does less harm than a name that is let through.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable

_MARKED = {
    "ß": "ss",
    "ẞ": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ħ": "h",
    "ı": "i",
    "ŧ": "t",
    "ŋ": "n",
    "ə": "e",
    "ɑ": "a",
    "ɡ": "g",
    "ɩ": "i",
    "ʀ": "r",
}
"""Latin letters that have no parts to take off."""
_EXPANDED = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe"}
"""How German, Danish and Norwegian names are written without marks."""
_LOOKING = dict(
    zip(
        "авекмнорстухіјѕһԁԛԝьӏүгпαβεζηικνορτυχωγµμѵϲϳ01357!|$@",
        "abekmhopctyxijshdqwblyrnabeznikvoptuxwyuuvcjoiestiisa",
        strict=True,
    )
)
"""Letters, figures and signs -> the Latin small letter that they look like. Sources: UTS 39, confusables.txt, for
Cyrillic and Greek; the rest is how names are disguised."""
_CYRILLIC = {
    **dict(zip("абвгдежзийклмнопрстуфхыэіїєґ", "abvgdegziiklmnoprstufhieiieg", strict=True)),
    "ё": "e",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sh",
    "ъ": "",
    "ь": "",
    "ю": "iu",
    "я": "ia",
    "ј": "i",
    "љ": "li",
    "њ": "ni",
    "ћ": "ch",
    "ђ": "di",
    "џ": "d",
    "ў": "u",
}
_GREEK = {
    **dict(zip("αβγδεζηικλμνξορσςτυφχω", "avgdeziiklmnxorsstifho", strict=True)),
    "θ": "th",
    "π": "p",
    "ψ": "ps",
}
_READ = _CYRILLIC | _GREEK
"""Cyrillic and Greek letters -> how names in them are written in Latin ones; the many ways are made one below."""
_ONE_WAY = (
    (re.compile(r"tsch|tch|cz|č"), "ch"),
    (re.compile(r"sch|sz|sh|š"), "sh"),
    (re.compile(r"(?:sh|ch)t?ch|shtsh"), "sh"),
    (re.compile(r"(?<=[sc]h)o(?=[vw](?![a-z]))"), "e"),
    (re.compile(r"kh|ch(?=[aourl])"), "h"),
    (re.compile(r"(?<![a-z])[yj](?=e)"), ""),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"zh|dj"), "g"),
    (re.compile(r"t[sz]|z"), "s"),
    (re.compile(r"ck|q|c(?![hs])"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"(?<=[bdfghklmnprstvz])i(?=[au])"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Ways of writing one sound in Latin letters -> one of them: English, German, French and Polish ones ("Khrushchev",
"Chruschtschow", "Khrouchtchev", "Chruszczow")."""
_ENDING = re.compile(
    r"(?<=[a-z]{4})(?:ov(?:a|e|i|u|oi|ei|oiu|ie|im|em|om|na|ni)|ogo|omu|iami|ami|iah|ah|oiu|iei|ich|oi|ei|om|im|em|iu|ia|ii|ov|[aeiou])"
    r"(?![a-z])"
)
"""How Slavic languages decline names, and make those of wives and daughters of them, in the letters of `as_read`
("Zelenskogo", "Zelenskomu", "Kowalczykova")."""
_UNSEEN = re.compile("[\u115f\u1160\u2800\u3164\uffa0]")
"""Letters that are blank on a screen. Source: Unicode, DerivedCoreProperties.txt, Default_Ignorable_Code_Point."""
_INVISIBLE = ("Cf", "Cc", "Mn")  # Mn: marks, but also joiners and selectors of variants, which show nothing


def plain(text: str) -> str:
    """Return a text in small letters without marks, and without characters that nobody sees."""
    unescaped = html.unescape(text) if "&" in text else text
    apart = unicodedata.normalize("NFKD", "".join(_MARKED.get(c, c) for c in unescaped.casefold())).casefold()
    seen = "".join(c for c in apart if unicodedata.category(c) not in _INVISIBLE and not unicodedata.combining(c))
    return _UNSEEN.sub("", seen)


def expanded(text: str) -> str:
    """Return a text in which "ü" is written as "ue"."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return plain("".join(_EXPANDED.get(c, c) for c in composed))


def as_seen(text: str) -> str:
    """Return a text by its looks: letters of other alphabets, figures and pairs as the Latin letters they look like."""
    seen = "".join(_LOOKING.get(c, c) for c in plain(text))
    return seen.replace("rn", "m").replace("vv", "w").replace("l", "i")


def as_read(text: str) -> str:
    """Return a text as it would be written in Latin letters."""
    read = "".join(_READ.get(c, c) for c in plain(text))
    for pattern, one in _ONE_WAY:
        read = pattern.sub(one, read)
    return read


def as_declined(text: str) -> str:
    """Return a text as it would be written in Latin letters, its words without the endings of their cases."""
    return _ENDING.sub("", as_read(text))


FOLDS: tuple[Callable[[str], str], ...] = (plain, expanded, as_seen, as_read, as_declined)
