"""Tell a sentence that names nothing of the world: no name, number, day, thing or deed, only words about telling.

"What happens next is unclear", "That changed everything": each word is a function word or one of the few nouns, verbs
and adjectives that fit any story. Nothing in such a sentence could be looked up; one other word keeps it. Who is meant
by "he", "she" or "they" is somebody, whose deeds can be.
"""

from __future__ import annotations

import re

SAYS_NOTHING = "says-nothing"
"""Why such a sentence carries no claim."""

LONGEST = 16  # words; a longer sentence says something

_ENGLISH_WORDS = """
    a an the this that these those it its here all none some any each every much more most many few little less
    least enough nothing everything something anything nobody everybody somebody anybody everyone someone anyone no one
    others another other else what why how when where which who whether if that's it's there's what's here's and but or
    so yet still then now next soon again already never ever always often sometimes once too very quite rather only
    just even also however instead perhaps maybe indeed of in on at to for from with by about as than like over up out
    into not is isn't are aren't was wasn't were weren't be been being has hasn't have haven't had hadn't do don't does
    doesn't did didn't can can't could couldn't may might must will won't would wouldn't should shall
    seem seems seemed remain remains remained become becomes became get gets got make makes made matter matters mattered
    goes going know knows known tell tells told see sees seen say says comes mean means meant
    change changes changed differ differs begin begins began start starts started end ends continue continues continued
    happens need needs take takes took lie lies lay exist exists explain explains explained understand understood
    thing things story stories question questions answer answers reason reasons problem problems issue issues point
    points time times way ways day days moment rest history matter mystery debate argument part parts whole side sides
    idea ideas stakes irony lesson lessons difference differences picture detail details
    guess deal kind sort lot bit beginning start end future past present
    clear unclear simple complicated complex difficult hard easy new old different same familiar similar uncertain
    unknown certain sure obvious plain strange odd unusual surprising important long short big small great good bad
    better worse high higher low lower deep deeper far further early late ongoing over likely unlikely
    differently simply exactly precisely entirely completely partly largely mostly really actually hardly rarely
    seldom scarcely barely"""
_GERMAN_WORDS = """
    der die das den dem des ein eine einen einem einer kein keine keinen dies dieses diese dieser alles nichts etwas
    viel vieles mehr wenig genug niemand jemand alle jeder manche andere anderes was warum wieso weshalb wie wann wo wer
    ob dass und aber oder doch noch nur auch schon nie immer oft wieder nun jetzt dann hier da so sehr ganz eher nicht
    von vom in im an am auf zu zum zur für mit bei aus über als
    ist sind war waren wird wurde werden bleibt bleiben blieb hat haben hatte kann könnte muss soll weiß scheint geht
    weitergeht weiter gibt gab liegt kommt heißt bedeutet ändert änderte es
    frage fragen antwort antworten grund gründe problem geschichte sache ding dinge rätsel teil zeit weg moment anfang
    ende zukunft klar unklar offen ungewiss einfach schwierig neu alt anders gleich wichtig sicher genau"""
_ENGLISH, _GERMAN = frozenset(_ENGLISH_WORDS.split()), frozenset(_GERMAN_WORDS.split())
_THERE_IS = re.compile(r"^(?:(?:and|but|so|yet|then|still),?\s)?there\b")
"""What says that something is, and no place: "There is more to it", unlike "No one was there"."""
_MARKS = ".,;:!?…\"”’“„«»()'"
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def says_nothing(sentence: str) -> bool:
    """Tell whether each word of a sentence fits any story."""
    last = sentence.rpartition(" ")[2].lower().strip(_MARKS)  # of most sentences one that tells at once
    if (last not in _ENGLISH and last not in _GERMAN) or sentence.count(" ") >= LONGEST:
        return False
    words = set(_WORD.findall(_THERE_IS.sub("", sentence.lower().replace("’", "'"))))
    return bool(words) and (words <= _ENGLISH or words <= _GERMAN)


__all__ = ["says_nothing"]
