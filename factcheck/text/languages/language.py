"""Tell German text from English by its small words, and either from any other language: those are not supported."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.text.cued import written_words
from factcheck.text.languages.language_signs import ENOUGH, signs, without_particles
from factcheck.text.runs import word_runs

UNSUPPORTED = "unsupported-language"
"""Why a sentence was only split: it is neither English nor German, so that no claim was looked for."""
SAMPLE = 20_000  # characters that are enough to tell
SAMPLES_KEPT = 64  # samples whose small words are kept

_GERMAN_WORDS = """
    und der die das nicht ist wurde wurden den dem ein eine mit für im zum zur auf sich auch als nach bei aus sind sie
    wir waren haben wird werden hatte hatten über noch nur jede jeder keine dass sagte sagten sei seien habe werde"""
_GERMAN = frozenset(_GERMAN_WORDS.split())
_ENGLISH_WORDS = """
    and the of is not was a to that with has said says were would for from by at on it he she are be have had which
    who their they"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_GERMAN_WRITTEN = _GERMAN | {word.capitalize() for word in _GERMAN}
_ENGLISH_WRITTEN = _ENGLISH | {word.capitalize() for word in _ENGLISH}
"""Small words as they stand in a text, also at the head of a sentence; in capitals they may be letters ("MIT")."""
_ENGLISH_ALONE = _ENGLISH_WRITTEN - {"was", "Was", "not", "Not", "a", "A", "at", "At", "he", "He", "be", "Be"}
FEW_TO_TELL = 6  # small words; fewer stand in names and titles ("Die Zeit"), and other words are asked, too
_OTHER_WORDS = """
    el un una por como está fue más pero sus sobre según también este esta nadie muy que han
    los las sera pendant mois ans leurs fait après avant contre depuis très même aussi notre selon ses
    durante desde hasta cuando donde porque años gobierno ayer hoy fueron será tiene hay
    dopo prima perché questo questa stata anni foram depois ontem anos omdat toen jaar geen
    les une est dans qui sur avec au aux ce cette sont été mais il elle nous vous leur ont cela
    gli che sono è stato anche nel alla dei più della hanno del
    uma não foi são ao pela pelo seu sua ele ela mas
    het een voor niet zijn aan werd wordt ook bij naar maar hebben heeft
    się jest że oraz przez który jak są był była
    bir ve bu için ile olarak daha çok
    att som på är för av inte ett har jag og ikke ble til det
    și este din pentru cu sunt că egy és nem az hogy jsou není také je bylo
    että oli mutta myös"""
_KNOWN_WORDS = """
    the of and a to in that is was for on with as by at from has have had said it he she they his her its not be are
    were will would but this which who an der die das und nicht ist wurde den dem ein eine mit von für auf im des sich
    sie er es auch als nach bei aus am zum zur werden hat haben"""
_KNOWN = frozenset(_KNOWN_WORDS.split())
_FOREIGN = frozenset(_OTHER_WORDS.split()) - _KNOWN
"""Small words of other languages in Latin letters, without those that names have ("Luis de la Torre") and those that
are English or German words as well ("pour", "met", "nie")."""
_LETTERS = re.compile(r"[^\W\d_]")
_LATIN_LETTERS = re.compile(r"[A-Za-zÀ-ɏ]")
_WORDS = re.compile(r"(?<![\w’'-])[^\W\d_]+(?![\w’'-])")
_ELISION = re.compile(r"(?<!\w)(?:(?:[cdjlmnst]|qu)[’'](?=[^\W\d_])|(?:[CDJLMNST]|Qu)[’'](?=[a-zé]))")
_SIGNS = re.compile(rf"[¿¡]|«\s|\s»|{_ELISION.pattern}|(?<![^\W\d_])[^\W\d_A-Z]{{2,}}[óáíúòùìãõ]\b")
"""What English and German have not: Spanish marks, spaced guillemets, French elisions, and accents at the end of words,
but for "é"."""
_BEYOND_ENGLISH = re.compile(r"[^\x00-\x7f“”„‘’‚–—…€£]")
_WEAK_WORDS = """
    de la le en el los il per di del al ha si se ne du par sur tous trois deux ses è y su lo con ya muy da dos das
    em um sem mais por ao os het van zijn ze te om dat aan naar uit maar na za od po nie się w z przez v ve ki ile
    bu og af med til fra et den det av till är ett jag mot ja ei oli cu pe nu mai ca să à où ou déjà après voté ça
    leur elle ils elles cet leurs fait fut sera serait ont avait étaient était que qui"""
_SHARED_WORDS = "a an on in as at for is was had has he it to by not his will from es er des die das den dem im am"
_SHARED = frozenset(_SHARED_WORDS.split())
"""Small words of English or German that are small words of other languages, too: they tell nothing for either."""
_WEAK = frozenset(_WEAK_WORDS.split()) - (_KNOWN - _SHARED)
"""Small words of other languages that stand in names, too: they count only where no word of English or German is."""
_ODD_LETTERS = re.compile(r"[ąęłńśźżćřěůčšžőűğışãõñêèìòùåøæîôûëâáíóúàŕľťďňățș]")
_NO_GERMAN_LETTERS = re.compile(rf"(?![âêîôûéèáàñç]){_ODD_LETTERS.pattern}")
_OTHER = _FOREIGN | _WEAK
_IN_NAME = re.compile(r"\b([A-ZÀ-Þ][\w’'-]{0,40})\s(?:[a-zé]{1,3}\s){1,3}(?=[A-ZÀ-Þ])")
FEW_WEAK = 2  # such words, or words with letters that English and German have not, where nothing speaks for these
FEW_SMALL = 5  # words without a capital to each of these: a language's own small words are more than one in five
FEW_KNOWN = 2  # of different small words of English or German among another language: one may be that language's
FEW_OTHER = 2  # small words of another language; one can stand in a title or a name


def is_german(text: str) -> bool:
    """Tell whether a text, judged by its head, has more German than English small words."""
    return _is_german(text[:SAMPLE])


def german_words(text: str) -> int:
    """Count the German small words in the head of a text."""
    return _small_words(text[:SAMPLE])[0]


def is_german_sentence(sentence: str, *, within_german: bool) -> bool:
    """Tell whether a sentence is German; one without any small word is what the text around it is."""
    plain = sentence.lower().replace("a. d.", "")  # "Minister a. D." has no English article
    if not within_german and _GERMAN.isdisjoint(word_runs(plain)):
        return False  # as most sentences
    german, english = _small_words(plain)
    return german >= english if within_german else _tells_german(sentence, (german, english))


@lru_cache(SAMPLES_KEPT)
def _is_german(sample: str) -> bool:
    """Tell whether there are more German than English small words, or other signs where these are few."""
    runs = word_runs(sample)
    german = not _GERMAN.isdisjoint(runs)
    if not german and not _ENGLISH_ALONE.isdisjoint(runs):
        return False  # as most texts
    found = _small_words(sample)
    return _tells_german(sample, found if german else (0, found[1]))


def _tells_german(text: str, small: tuple[int, int]) -> bool:
    """Tell whether a text with so many small words of German and English is German: by other words, where few are."""
    if sum(small) >= FEW_TO_TELL:
        return small[0] > small[1]
    plain = without_particles(text)
    german, english = signs(plain)
    if small[0] > small[1] and (plain == text or any(_small_words(plain))):
        return german >= english
    return german >= ENOUGH and german > english


@lru_cache(SAMPLES_KEPT)
def _small_words(sample: str) -> tuple[int, int]:
    """Count the German and the English small words; each room asks of the same article and its paragraphs."""
    runs = word_runs(sample)
    return sum(map(_GERMAN_WRITTEN.__contains__, runs)), sum(map(_ENGLISH_WRITTEN.__contains__, runs))


def is_unsupported(text: str, *, within_german: bool = False) -> bool:
    """Tell whether a stretch plainly is neither English nor German: by its script, else by its small words.

    Capitalised words do not count, so that a name is no language; what leaves it open is supported. `within_german`:
    it stands in a German text, where "den", "die" and "um" are that language's and not another's.
    """
    elides = "’" in text or "'" in text
    if (  # most of what is asked
        _BEYOND_ENGLISH.search(text) is None
        and _OTHER.isdisjoint(written_words(text))
        and not (elides and _ELISION.search(text))
    ):
        return False
    sample = text[:SAMPLE]
    letters = len(_LETTERS.findall(sample))
    if letters and len(_LATIN_LETTERS.findall(sample)) * 2 < letters:
        return True
    words = _WORDS.findall(sample)
    other = sum(word in _FOREIGN for word in words) + len(_SIGNS.findall(sample))
    known = sum(word in _KNOWN for word in words)
    if other >= FEW_OTHER and other > 2 * known:
        return True
    if within_german and not other and is_german(sample.lower()) and not _NO_GERMAN_LETTERS.search(sample):
        return False
    return _is_other(sample)


def _is_other(sample: str) -> bool:
    """Tell whether a stretch without any word that only English or German has, has words of another language.

    What stands between two capitalised words is a name's ("Luis de la Torre").
    """
    if any(word in _KNOWN and word not in _SHARED for word in map(str.lower, _WORDS.findall(sample))):
        return False
    plain = _IN_NAME.sub(r"\1 ", sample)
    words = _WORDS.findall(plain[:1].lower() + plain[1:])
    small = [word for word in words if word[0].islower()]
    other = sum(word in _OTHER or _ODD_LETTERS.search(word) is not None for word in small)
    return other >= FEW_WEAK and other * FEW_SMALL >= len(small)


def is_small_elsewhere(word: str) -> bool:
    """Tell whether a word in small letters is a small word of another language than English and German."""
    return word in _OTHER


def is_known(text: str) -> bool:
    """Tell whether a stretch has a few small words of English or German, and is not plainly of another language."""
    known = {word.lower() for word in _WORDS.findall(text[:SAMPLE])} & _KNOWN
    return len(known) >= FEW_KNOWN and not is_unsupported(text)


__all__ = [
    "SAMPLE",
    "UNSUPPORTED",
    "german_words",
    "is_german",
    "is_german_sentence",
    "is_known",
    "is_small_elsewhere",
    "is_unsupported",
]
