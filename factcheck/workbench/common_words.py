"""Words that name nobody by themselves, though a title or the head of a sentence gives them a capital. Pure.

Besides the shipped tables of names and of meanings: what papers, letters and recordings are called.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.stance.reading.lexicon import meanings
from factcheck.text.languages.stop_words import STOP_WORDS as SMALL_WORDS
from factcheck.text.names import gazetteer, name_words
from factcheck.text.words import split_words

_PAPERS = """
    abstract account addendum affidavit agenda agreement analysis annex appendix application article attachment audio
    audit bill brief briefing bulletin call cable chapter chart chat chronology circular clip comment complaint
    contract copy correspondence data deed deposition diary directive document dossier draft email enclosure essay
    estimate evidence excerpt extract fax figures file filing final findings folder form guidance guide handout
    handover index information inquiry interview inventory invoice journal judgment judgement leak leaks ledger
    letter list log logbook mail manual material memo memoranda memorandum message messages minutes note notebook
    notes notice offer order outline overview page paper papers part permit photo plan poll preliminary presentation
    proposal protocol receipt recommendation record recording records register reply report request research response
    results review schedule scan section sheet slides source spreadsheet statement story study submission summary
    supplement survey table talk tape testimony text thread ticket timetable transcript update version video warning
    abschrift akte aktenvermerk anfrage anhang anlage antrag antwort aufnahme auszug bericht beschluss beschwerde brief
    dokument entwurf ergebnis ergebnisse fassung gespräch gutachten kopie liste mitschrift mitteilung notiz notizen
    protokoll rechnung schreiben stellungnahme studie tabelle unterlage unterlagen urteil verfügung vermerk vertrag
    vorlage zusammenfassung"""
_OTHERS = """
    authority black blue bank brown building call can chief city company council day deputy desk director editor
    editors employee engineer former green grey harbour harbor head home house insider land left light line low main
    man manager member middle minister money news office officer official pay person place point port press private
    public question red right road side sign source spokesman spokesperson spokeswoman staff state street team time
    town village ward water way week white whistleblower witness woman work worker year yellow zone"""
_DAYS = """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday januar februar märz mai juni juli oktober dezember montag dienstag mittwoch
    donnerstag freitag samstag sonntag"""
_CALENDAR = frozenset(_DAYS.split())
_TABLES = frozenset().union(
    _PAPERS.split(),
    _OTHERS.split(),
    _CALENDAR,
    name_words.NO_PERSON,
    name_words.NO_FIRST,
    name_words.SITES,
    gazetteer.ORGANISATION_WORDS,
    gazetteer.FIRM_WORDS,
    gazetteer.PLACE_WORDS,
    gazetteer.ROLES,
    *SMALL_WORDS.values(),
)


@lru_cache(65_536)
def is_common(word: str) -> bool:
    """Whether a word names nobody by itself, whatever its capital: "Report", "May", "Green"."""
    if word.casefold() in _TABLES:
        return True
    found = split_words(word)
    return all(one.is_stop or one.is_number or one.folded in _TABLES or bool(meanings(one.stem)) for one in found)


def is_calendar(word: str) -> bool:
    """Whether a word is that of a day or a month: as a surname it tells nobody, but beside another name."""
    return word.casefold() in _CALENDAR
