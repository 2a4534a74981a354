"""How well bytes read as text in an encoding: what a wrong charset makes of a page is told by its letters. Pure.

Looked at are the characters beyond ASCII alone. Each alphabet has its own sign of health: common letters and capitals
where words begin (Cyrillic, Greek), characters of the first level of the standards (Chinese), letters that stand among
ASCII ones (Latin). What is no letter in any language, or stands where none does, speaks against the encoding. Sources:
GB 2312 and Big5 order characters by use, level 1 before level 2; letter frequencies are those of any textbook, and only
their rank counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache

CANDIDATES = (
    "cp1252",
    "cp1251",
    "cp1255",
    "koi8-u",
    "iso8859-5",
    "cp866",
    "gb18030",
    "big5hkscs",
    "cp932",
    "euc_jp",
    "cp949",
    "cp1253",
    "cp1256",
    "cp874",
    "mac_cyrillic",
    "cp1250",
    "iso8859-2",
)
"""Encodings that a page may be in whatever it says; of those in which it reads equally well, the first one counts."""
LATIN = frozenset(["cp1252", "cp1250", "iso8859-2"])
_CHINESE = frozenset(["gb18030", "big5hkscs"])
FEWEST = 10
"""Characters beyond ASCII from which on they say more than what a page declares."""
LEAST = 0.75
MARGIN = 0.2
"""How well bytes must read in another encoding, and how much better, to count as declared wrongly. Own sentences in 17
languages, each read in each of these encodings: the right one has 0.79 and more. Wrong ones of another alphabet that a
site may declare by mistake (Western or UTF-8 for Cyrillic, Chinese, Japanese, Korean, Greek) have 0.4 and fewer."""
PROBE = 50_000
"""Characters beyond ASCII that are looked at."""
_NEUTRAL = frozenset("\u00a0«»“”„‘’‚–—…•·§°©®™€£№¿¡、。，！？：；（）「」『』《》【】・ー～\u3000")
_COMMON = {
    "CYRILLIC": frozenset("оеаинтсрвлкмдпуяіыьзбгй"),
    "GREEK": frozenset("αοιετσνηυρπκμλςάίόέήύ"),
}
_COMMON_SHARE = 0.8
"""Share of those letters in a text of these alphabets, from which on it is whole: they make up 0.85 to 0.92 of it."""
_VOWELS = frozenset("аеёиоуыэюяіїє")
_LEAST_VOWELS = 0.33
"""Share of vowels in a Cyrillic text (0.42 to 0.46); other alphabets read as Cyrillic have 0.25 and fewer."""
_HAN = frozenset(
    "的一是不了人我在有他这這个個中大来來上国國和地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡"
    "用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日"
)
"""The most frequent characters of modern Chinese, in both writings (Jun Da's list of frequencies, 2004)."""
_LEAST_HAN = 0.12
"""Share of those in a Chinese text (0.3 and more); what is another language read as Chinese has few."""
_MOST_KANA = 20
"""A text with more than one kana in so many characters is Japanese."""
_BEYOND = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_RUN = 3
"""Letters beyond ASCII that follow one another in Latin script: "für", "Ää", Czech "příští"; four hardly ever do."""


def plausibility(text: str) -> float:
    """Return how well a text reads (0..1) by its characters beyond ASCII; 1 where it has none."""
    good = total = 0.0
    beyond = sum(character > "\x7f" and not _is_neutral(character) for character in text)
    if not beyond:
        return 1.0
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        script = _script(word)
        letters = sum(1 for letter in word if letter > "\x7f")
        total += letters
        good += letters * _RULES.get(script, _nothing)(word)
    return good / max(beyond, total) * _commonness(text)


def better_than(text: str, body: bytes) -> str:
    """Return the encoding in which bytes read much better than as this text; "" if none does, or too little tells."""
    if not _says_much(body):
        return ""
    here = plausibility(text[:PROBE])
    if here >= 1.0 - MARGIN:
        return ""
    name, best = best_reading(body)
    return name if best >= LEAST and best - here >= MARGIN else ""


def other_script(body: bytes) -> str:
    """Return the encoding of another script than Latin in which bytes read well; "" if Latin will do."""
    if not _says_much(body):
        return ""
    name, best = best_reading(body)
    return name if best >= LEAST and name not in LATIN else ""


def best_reading(body: bytes) -> tuple[str, float]:
    """Return the encoding, of those not Latin, in which bytes read best, and how well."""
    probe = body[: 4 * PROBE]
    scored = ((_as(name, probe.decode(name, "replace")[:PROBE]), name) for name in CANDIDATES)
    best, name = max(scored, key=lambda pair: pair[0])
    return name, best


def _says_much(body: bytes) -> bool:
    return len(_BEYOND.findall(body[: 4 * PROBE])) >= FEWEST and b"\x00" not in body


def _as(encoding: str, text: str) -> float:
    """Return how well a text reads that was decoded so: Chinese has no kana, which have the same bytes in Japanese."""
    found = plausibility(text)
    if encoding not in _CHINESE or (found == 1.0 and text.isascii()):
        return found
    kana = sum("\u3040" <= letter <= "\u30ff" for letter in text)
    return found if kana * _MOST_KANA < sum(letter > "\x7f" for letter in text) else 0.0


@lru_cache(maxsize=8192)
def _is_neutral(character: str) -> bool:
    """Whether a character tells no alphabet: marks that belong to the letter before them, and common signs."""
    return character in _NEUTRAL or unicodedata.category(character).startswith("M")


@lru_cache(maxsize=8192)
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _script(word: str) -> str:
    """Return the script of the letters of a word beyond ASCII; "" for a mixture."""
    scripts = {_script_of(letter) for letter in word if letter > "\x7f"}
    if scripts <= {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK", "HALFWIDTH"}:
        return "CJK" if scripts == {"CJK"} else "KANA"
    is_mixed = len(scripts) != 1 or (scripts != {"LATIN"} and any(letter.isascii() for letter in word))
    return "" if is_mixed else scripts.pop()


def _nothing(_: str) -> float:
    return 0.0


def _cased(word: str) -> float:
    return float(word in (word.lower(), word.capitalize(), word.upper()))


def _latin(word: str) -> float:
    runs = re.findall(r"[^\x00-\x7f]+", word)
    among = any(letter.isascii() for letter in word) or len(word) == 1
    return float(among and all(len(run) <= _LATIN_RUN for run in runs)) * _cased(word)


def _han(word: str) -> float:
    return sum(map(_is_common_han, word)) / len(word)


@lru_cache(maxsize=8192)
def _is_common_han(letter: str) -> bool:
    """Whether a character is of level 1 of GB 2312 or of Big5."""
    for encoding, first, last in (("gb2312", b"\xb0\xa1", b"\xd7\xf9"), ("big5", b"\xa4\x40", b"\xc6\x7e")):
        try:
            if first <= letter.encode(encoding) <= last:
                return True
        except UnicodeEncodeError:
            continue
    return False


def _kana(word: str) -> float:
    """Kana of full width stand between common characters; half-width ones are what other encodings become."""
    kana = sum("\u3040" <= letter <= "\u30ff" for letter in word)
    return (kana + sum(_is_common_han(letter) for letter in word)) / len(word)


def _hangul(word: str) -> float:
    try:
        word.encode("euc_kr")
    except UnicodeEncodeError:
        return 0.0
    return 1.0


def _whole(word: str) -> float:
    """A letter alone proves no alphabet: it may be what one sign (½, ²) of another encoding becomes."""
    return float(len(word) > 1)


def _word(word: str) -> float:
    return _cased(word) * _whole(word)


_RULES: dict[str, Callable[[str], float]] = {
    "LATIN": _latin,
    "CYRILLIC": _word,
    "GREEK": _word,
    "CJK": _han,
    "KANA": _kana,
    "HANGUL": _hangul,
    "HEBREW": _whole,
    "ARABIC": _whole,
    "THAI": _whole,
}


def _commonness(text: str) -> float:
    """Return how near the letters of a text come to their usual shares (0..1); 1 for alphabets without a rule."""
    counted = Counter(letter for letter in text.lower() if letter > "\x7f" and letter.isalpha())
    total = sum(counted.values())
    for script, rules in _SHARES.items():
        own = {letter: count for letter, count in counted.items() if _script_of(letter) == script}
        if 2 * sum(own.values()) > total:
            return min(min(1.0, _share(own, letters) / least) for letters, least in rules)
    return 1.0


def _share(counted: Mapping[str, int], letters: frozenset[str]) -> float:
    return sum(count for letter, count in counted.items() if letter in letters) / sum(counted.values())


_SHARES = {
    "CYRILLIC": ((_COMMON["CYRILLIC"], _COMMON_SHARE), (_VOWELS, _LEAST_VOWELS)),
    "GREEK": ((_COMMON["GREEK"], _COMMON_SHARE),),
    "CJK": ((_HAN, _LEAST_HAN),),
}
"""Script -> sets of letters, and the share of them that its texts have at least."""
