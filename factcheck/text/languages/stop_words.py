"""The small words of a language: those that carry grammar, not content, and tell which language a text is in.

Knows the languages of `STOP_WORDS` and guesses no other. Words are folded (`text.words.fold`), so that a text is read
the same with and without its accents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain

from factcheck.text.chunks import Chunks
from factcheck.text.words import STOP_WORDS as ENGLISH
from factcheck.text.words import fold

LOOKED_AT = 400
"""Code points of a text that are looked at: some 65 words, half of them small ones."""
FEWEST = 5
"""Small words that a text of a language has at least. Source: of the first 120 code points of 6,000 English news texts
five were told wrongly by three (2026-11)."""
MARGIN = 1.5
"""How many times as many small words as of any other language. Source: of 6,000 English news texts none is told
wrongly, and one is not told (2026-11). Danish and Norwegian share most of theirs and are seldom told apart."""

_SMALL_WORDS = {
    "de": """
        aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis
        bist da dabei dadurch dafur dagegen damit danach dann daran darauf darum das dass dazu dein dem den
        denen denn der deren derer des deshalb dessen desto die dies diese diesem diesen dieser dieses doch
        dort du durch ein eine einem einen einer eines einige er erst es etwa etwas euch fur gegen gewesen hab
        habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem
        ins ist ja jede jedem jeden jeder jedes jedoch jene kann kein keine keinem keinen keiner konnen konnte
        konnten man mehr mein meine mich mir mit muss mussen musste nach nachdem neben nicht nichts noch nun
        nur ob oder ohne sagt sagte schon sehr sein seine seinem seinen seiner seit selbst sich sie sind so
        sogar solche soll sollen sollte sollten sondern sonst sowie uber um und uns unser unter viel vom von
        vor wahrend war waren warum was wegen weil welche welchem welchen welcher wenn wer werde werden wie
        wieder will wir wird wo wollen wollte worden wurde wurden zu zum zur zwar zwischen""",
    "fr": """
        ainsi apres au aucun aussi autre aux avait avant avec avoir c'est ce cela ces cet cette chez comme
        contre d'un d'une dans de depuis des deux devant dit dont du elle elles en encore entre est et etaient
        etait ete etre fait il ils je jusqu l'on la le les leur leurs lors lui mais meme moins n'est ne ni nos
        notre nous on ont ou par parce pas pendant peu peut plus pour pourquoi qu'il qu'elle quand que quel
        quelle qui s'est sa sans se selon sera ses si son sont sous sur tandis tous tout toute toutes tres un
        une vers vos votre vous y""",
    "es": """
        al algo ante antes aunque cada como con contra cual cuando de del desde dijo donde durante e el ella
        ellas ellos en entre era eran es esa ese eso esta estaba estan estas este esto estos fue fueron ha
        habia han hasta hay la las le les lo los mas me mi mientras muy nada ni no nos nosotros o otra otro
        para pero poco por porque que quien se segun ser si sido sin sobre son su sus tambien tanto tiene todo
        todos tras tu un una uno unos y ya yo""",
    "it": """
        a ad agli ai al alla alle allo anche ancora aveva c'e che chi ci come con contro cosi cui da dagli dai
        dal dalla dalle dei del dell'anno della delle dello di dopo dove due e ed era erano essere fino fra
        gia gli ha hanno i il in io la le lei li lo loro lui ma mentre molto ne negli nei nel nella nelle non
        o ogni ora per perche piu piuttosto poi prima quando quella quello questa queste questi questo se
        secondo sempre senza si sia sono stata stati stato su sua sugli sui sul sulla sulle suo suoi tra tutti
        tutto un una uno""",
    "nl": """
        aan al alle als altijd andere ben bij daar dan dat de der deze die dit doen door dus een eens en er ge
        geen haar had heb hebben heeft hem het hier hij hoe hun iets ik in is ja je kan kon kunnen maar me
        meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over reeds sinds te
        tegen toch toen tot tussen u uit uw van veel volgens voor want was wat we wel werd werden wie wij
        worden wordt zal ze zei zich zij zijn zo zonder zou""",
    "pt": """
        a ainda ao aos apos as ate cada com como contra da das de dela dele depois desde disse do dos e ela
        elas ele eles em entre era eram essa esse esta estao estava este eu foi foram ha isso isto ja la lhe
        mais mas mesmo muito na nao nas nem no nos nossa nosso num numa o onde os ou para pela pelas pelo
        pelos por porque qual quando que quem se segundo sem ser seu seus so sobre sua suas tambem tem teve
        todo todos um uma voce""",
    "sv": """
        alla allt att av blev bli blir da de dem den denna deras dess det detta dig din du efter ej eller en
        enligt er ett fran for ha hade han hans har henne hon hur i icke inte inom jag ju kan kunde man med
        mellan men mig min mot mycket ni nu nar nagot och om oss pa sade sedan sig sin sina ska skulle som sa
        till under upp ut utan vad var vara varit vi vid vilka ar over""",
    "da": """
        af alle andet at begge to blev blive bliver da de dem den denne der deres det dette din du efter eller en
        end er et for fra ga gor ham han hans har havde hende her hos hun hvad hvis hvor i ifolge ikke ind jeg
        jer kan kunne man mange med meget mellem men mig min mod ned nogen nogle nu nar og ogsa om op os over
        pa sagde sig sin skal skulle som sadan thi til ud under var ved vi vil ville vaere vaeret""",
    "no": """
        alle at av to ble bli blir da de dem den denne der deres det dette din du eller en enn er et etter for
        fordi fra gjor ha hadde han hans har henne her hun hva hvis hvor i ifolge ikke inn jeg kan kunne man
        mange med meget mellom men mer mot ned noe noen na nar og ogsa om opp oss over pa sa seg selv sier sin
        skal skulle som til ut uten var ved vi vil ville vaere vaert""",
    "pl": """
        a aby ale bardzo bez bo by byc byl byla bylo byly bedzie co czy dla do gdy gdzie go i ich ile im ja
        jak jako je jego jej jest jeszcze jesli juz kiedy kto ktora ktore ktory ktorych ktorzy ma mi mnie moze
        na nad nam nas nie niz o od oraz po pod podczas poniewaz przed przez przy rowniez sa sie tak takze tam
        te tego tej ten to tylko tym u w we wedlug wiec wszystko z za ze zostal zostala""",
    "ru": """
        а без более бы был была были было быть в вам вас во вот все всех вы где да даже для до его ее если
        есть еще же за и из или им их к как ко когда который которая которые кто ли мне можно мы на над не
        него нет ни но ну о об он она они оно от по под после при про с со так также там то того тоже только
        том ты у уже чем что чтобы эта эти это этого этот я""",
}

STOP_WORDS: Mapping[str, frozenset[str]] = {
    "en": ENGLISH,
    **{language: frozenset(map(fold, words.split())) for language, words in _SMALL_WORDS.items()},
}
"""ISO 639-1 code -> folded small words."""

_SPELT = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LANGUAGES: dict[str, tuple[str, ...]] = {
    word: tuple(language for language, words in STOP_WORDS.items() if word in words)
    for word in frozenset(chain.from_iterable(STOP_WORDS.values()))
}
"""Small word -> the languages that have it."""


_BITS = 12
"""Bits in which the small words of one language are counted: more than LOOKED_AT code points can hold."""
_ONE = {language: 1 << _BITS * place for place, language in enumerate(STOP_WORDS)}
_MOST = (1 << _BITS) - 1


def small_words(text: str) -> dict[str, int]:
    """Count the small words of each language in the head of a text."""
    counted = sum(_CHUNKS.of(text[:LOOKED_AT]))  # all languages at once, each in its own bits of one number
    return {language: counted >> _BITS * place & _MOST for place, language in enumerate(STOP_WORDS)}


def _counted(chunk: str) -> int:
    words = map(fold, _SPELT.findall(chunk))
    return sum(_ONE[language] for word in words if word in _LANGUAGES for language in _LANGUAGES[word])


_CHUNKS = Chunks(_counted)


def stop_words_of(text: str) -> frozenset[str]:
    """Return the small words of the language that a text has the most of; of English where none has more."""
    counted = small_words(text)
    language = max(STOP_WORDS, key=lambda one: counted[one])  # the first among equals
    return STOP_WORDS[language]


def language_by_small_words(text: str) -> str:
    """Return the language (ISO 639-1) of a text, or "" where its small words do not tell."""
    counted = small_words(text)
    (best, language), (other, _) = sorted(((number, one) for one, number in counted.items()), reverse=True)[:2]
    return language if best >= FEWEST and best >= MARGIN * other else ""


__all__ = ["STOP_WORDS", "language_by_small_words", "small_words", "stop_words_of"]
