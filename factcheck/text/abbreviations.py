"""Tell whether the full stop behind a word ends a sentence, or only shortens the word or follows a number."""

from __future__ import annotations

from factcheck.text.names.gazetteer import FIRST_NAMES, ORGANISATION_WORDS, PLACE_WORDS, ROLES

# Abbreviations that stand before a name or a number: never the end of a sentence.
_BEFORE_NAME_WORDS = """
    mr mrs ms dr prof sen rep reps sens gov gen lt col sgt capt cmdr adm maj cpl pvt rev hon st ste messrs mme mlle
    fr pres supt det insp atty asst assoc vs v cf viz fig figs no nos vol pp p art sec ch al ed eds approx ca jan
    feb mar apr jun jul aug sept sep oct nov dec hr hrn dipl ing nr bzw ggf gem vgl bspw evtl inkl zzgl abs str tel geb
    verh gest rt brig cllr dep const u.a z.b d.h o.ä i.d.r s.o mio mrd tsd bd jh n.chr v.chr u.s.c e.g i.e"""
_BEFORE_NAME = frozenset(_BEFORE_NAME_WORDS.split())
BEFORE_PERSON = "|".join(
    [
        *("Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "Rt", "Hon", "St", "Sen", "Rep", "Gov", "Pres", "Cllr", "Gen"),
        *("Brig", "Col", "Maj", "Capt", "Lt", "Sgt", "Cpl", "Pvt", "Adm", "Cmdr", "Det", "Insp", "Supt"),
        *("Asst", "Const"),
    ]
)
"""The titles and ranks whose stop is a part of a name ("Det. Insp. Ann Lee"), as alternatives of a pattern."""
_ALSO_WORDS = frozenset(["no", "art", "ed"])  # shortened before a number only: "No. 4"
_MONTHS = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"])
# Abbreviations that can end a sentence: they do before a word that usually begins one.
_MAY_END_WORDS = """
    inc corp co ltd llc plc bros jr sr etc u.s u.k u.n e.u u.s.a d.c a.m p.m b.c a.d ph.d m.d usw dept univ est mt
    hrs min secs ft ave blvd rd calif fla tex ariz pa mass mich minn conn wash ore ill ind wis tenn va ga ala miss la
    okla colo kan ky md del n.y n.j n.c s.c n.h n.d s.d r.i w.va ph m s"""
_MAY_END = frozenset(_MAY_END_WORDS.split())
_MAY_END_OR_MONTH = _MAY_END | _MONTHS
_STARTERS_WORDS = """
    the a an this that these those he she it they we you i in on at by for from with after before but and or so yet
    however when while if as although since because there here his her its their our my what who why how where most
    many some all both each no not one two another other others such even still also according meanwhile instead
    nobody everyone everybody someone nothing none
    then now last next earlier later under over during despite among between asked to der die das ein eine einer er
    sie es wir ihr ich in im am an auf aus bei mit nach seit von vor zu doch aber auch wenn als dass weil dort hier
    nun so zudem dagegen damit dabei laut gegen nur noch"""
_STARTERS = frozenset(_STARTERS_WORDS.split())
_GERMAN_MONTHS_WORDS = """
    januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert"""
_GERMAN_MONTHS = frozenset(_GERMAN_MONTHS_WORDS.split())


_CLOSES_PHRASE_WORDS = """
    inc corp co ltd llc plc etc u.s u.k u.n e.u u.s.a d.c a.m p.m calif fla tex ariz pa mass mich minn conn wash ore
    wis tenn n.y n.j n.c"""
_CLOSES_PHRASE = frozenset(_CLOSES_PHRASE_WORDS.split())
"""Abbreviations of firms, countries and hours: no part of a person's name, so that a person behind one begins anew."""
_ALSO_PLACES_WORDS = """
    virginia georgia carolina florence jordan charlotte victoria chad dallas austin"""
_ALSO_PLACES = frozenset(_ALSO_PLACES_WORDS.split())


def is_abbreviation(word: str) -> bool:
    """Tell whether `word` (without its last full stop) is an abbreviation this module knows."""
    lower = word.lower()
    return lower in _BEFORE_NAME or lower in _MAY_END


def stop_ends(word: str, following: str, then: str = "", *, german: bool = False) -> bool:
    """Tell whether the full stop after `word` ends its sentence, where `following` is the next word.

    Where only a full name tells ("in the U.S. Ann Lee said"), the word after the next, `then`, is asked.
    """
    lower, starter = word.lower(), following.lower().rstrip(".") in _STARTERS
    if word.isdigit():
        ordinal = following.lower() in _GERMAN_MONTHS or (german and len(word) <= 2)  # noqa: PLR2004 - a day or rank
        return not ordinal or (starter and following.lower() not in _GERMAN_MONTHS)
    if lower in _ALSO_WORDS:
        return not following[0].isdigit()
    if lower in _BEFORE_NAME and lower not in _MONTHS:
        return False
    initial = len(word) == 1 and word.isalpha()
    dotted = "." in word and all(len(part) == 1 and part.isalpha() for part in word.split("."))
    if initial or dotted or lower in _MAY_END_OR_MONTH:
        named = lower in _CLOSES_PHRASE and _names_person(following, then)
        named = named or (lower in ("a.m", "p.m") and following.lower() in ROLES and then[:1].isupper())
        return (starter or named) and not following[0].isdigit()
    return True


def _names_person(first: str, then: str) -> bool:
    """Tell whether two words are somebody's first name and surname; "U.S. Virgin Islands" is a place."""
    known = first[:1].isupper() and first.lower() in FIRST_NAMES and first.lower() not in _ALSO_PLACES
    second = then.lower().rstrip(".,")
    return known and then[:1].isupper() and second not in ORGANISATION_WORDS and second not in PLACE_WORDS


__all__ = ["BEFORE_PERSON", "is_abbreviation", "stop_ends"]
