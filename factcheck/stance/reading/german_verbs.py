"""German verbs in all their forms as one word: "nahm … an", "annahm", "angenommen" are "annehmen".

A separable verb stands in two places of its clause, so that the forms of one verb share no word: each gets the stem of
the infinitive, and the particle at the end of the clause counts as a small word. The verbs are those that news tells
decisions and changes with; of others only the plural of the past is that of the singular ("feierten", "feierte").
The cases of an ordinal are one word, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcheck.text.languages.language import is_german_sentence
from factcheck.text.languages.stop_words import STOP_WORDS
from factcheck.text.words import Word, fold, stem, words_of

_VERBS = """
    nehmen nimmt nehme nahm nahmen genommen : an auf ab aus ein fest teil zu zurück weg hin vor
    lehnen lehnt lehnte lehnten gelehnt : ab auf
    kündigen kündigt kündigte kündigten gekündigt : an auf
    schlagen schlägt schlug schlugen geschlagen : um vor aus ab zu nieder
    stimmen stimmt stimmte stimmten gestimmt : zu ab überein
    stellen stellt stellte stellten gestellt : ein vor fest her aus um bereit sicher
    sagen sagt sagte sagten gesagt : ab zu aus voraus
    treten tritt trat traten getreten : zurück bei aus an ein auf
    heben hebt hob hoben gehoben : auf an ab
    legen legt legte legten gelegt : vor bei fest still lahm ab
    schaffen schafft schaffte schafften schuf schufen geschafft geschaffen : ab an
    führen führt führte führten geführt : ein durch aus fort an
    geben gibt gab gaben gegeben : auf zu ab bekannt nach weiter heraus statt aus
    lassen lässt ließ ließen gelassen : frei zu aus
    sprechen spricht sprach sprachen gesprochen : frei ab aus an
    weisen weist wies wiesen gewiesen : zurück aus an ab
    schieben schiebt schob schoben geschoben : ab auf vor
    finden findet fand fanden gefunden : statt
    fallen fällt fiel fielen gefallen : aus auf
    steigen steigt stieg stiegen gestiegen : an aus ein um
    sinken sinkt sank sanken gesunken : ab
    gehen geht ging gingen gegangen : zurück aus auf
    brechen bricht brach brachen gebrochen : ab aus ein zusammen
    reißen reißt riss rissen gerissen : ab ein
    bauen baut baute bauten gebaut : ab aus auf um wieder
    räumen räumt räumte räumten geräumt : ein auf
    stocken stockt stockte stockten gestockt : auf
    setzen setzt setzte setzten gesetzt : durch ein aus fort ab fest um
    kommen kommt kam kamen gekommen : um an zurück
    ziehen zieht zog zogen gezogen : zurück ab ein vor hinzu
    halten hält hielt hielten gehalten : ein fest ab auf
    rufen ruft rief riefen gerufen : auf an aus zurück
    schließen schließt schloss schlossen geschlossen : ab aus an
    bieten bietet bot boten geboten : an
    wachsen wächst wuchs wuchsen gewachsen : an
    erkennen erkennt erkannte erkannten erkannt : an
    streichen streicht strich strichen gestrichen :
    öffnen öffnet öffnete öffneten geöffnet :
    eröffnen eröffnet eröffnete eröffneten :
    verkaufen verkauft verkaufte verkauften :
    kaufen kauft kaufte kauften gekauft : auf
    behandeln behandelt behandelte behandelten :
    versorgen versorgt versorgte versorgten :
    verlängern verlängert verlängerte verlängerten :
    verhängen verhängt verhängte verhängten :
    verhaften verhaftet verhaftete verhafteten :
    verabschieden verabschiedet verabschiedete verabschiedeten :
    leihen leiht lieh liehen geliehen :
    liefern liefert lieferte lieferten geliefert : ab
    überleben überlebt überlebte überlebten :
    gründen gründet gründete gründeten gegründet :
    behalten behält behielt behielten : bei
    kippen kippt kippte kippten gekippt :
    unterstützen unterstützt unterstützte unterstützten :
    unterschreiben unterschreibt unterschrieb unterschrieben :
    unterzeichnen unterzeichnet unterzeichnete unterzeichneten :
    genehmigen genehmigt genehmigte genehmigten :
    beschließen beschließt beschloss beschlossen :
    verbieten verbietet verbot verboten :
    erlauben erlaubt erlaubte erlaubten :
    bestätigen bestätigt bestätigte bestätigten :
    bestreiten bestreitet bestritt bestritten :
    leugnen leugnet leugnete leugneten geleugnet :
    widerlegen widerlegt widerlegte widerlegten :
    zeigen zeigt zeigte zeigten gezeigt :
    kennen kennt kannte kannten gekannt :
    wissen weiß wusste wussten gewusst :
    treffen trifft traf trafen getroffen :
    stehlen stiehlt stahl stahlen gestohlen :
    schreiben schreibt schrieb schrieben geschrieben :
    sehen sieht sah sahen gesehen : vor ab
    betrügen betrügt betrog betrogen :
    fahren fährt fuhr fuhren gefahren : ab
    tragen trägt trug trugen getragen : bei
    verursachen verursacht verursachte verursachten :
    dementieren dementiert dementierte dementierten :
    verurteilen verurteilt verurteilte verurteilten :
    gewinnen gewinnt gewann gewannen gewonnen :
    verlieren verliert verlor verloren :
    sterben stirbt starb starben gestorben :
    verletzen verletzt verletzte verletzten :
    töten tötet tötete töteten getötet :
    zerstören zerstört zerstörte zerstörten :
    erhöhen erhöht erhöhte erhöhten :
    senken senkt senkte senkten gesenkt :
    kürzen kürzt kürzte kürzten gekürzt :
    verlassen verlässt verließ verließen :
    entlassen entlässt entließ entließen :
    zahlen zahlt zahlte zahlten gezahlt : zurück aus ein
    kosten kostet kostete kosteten gekostet :
    verschieben verschiebt verschob verschoben :
    überweisen überweist überwies überwiesen :
    wählen wählt wählte wählten gewählt : ab
    fordern fordert forderte forderten gefordert : auf an"""
_WEAK_VERBS = """
    verlangen sperren streiken planen klagen warnen stoppen schicken demonstrieren protestieren evakuieren einigen
    erklären kritisieren loben begrüßen bezahlen beantragen vereinbaren scheitern wohnen leben arbeiten starten landen
    enden beenden eröffnen melden verkünden fehlen prüfen untersuchen besuchen reisen retten löschen sichern schützen
    helfen kontrollieren produzieren exportieren importieren investieren reduzieren verdoppeln halbieren verkürzen
    kommentieren äußern
    vertagen verlegen versprechen ersetzen bestellen sammeln spenden suchen stürzen kollidieren explodieren"""
"""Verbs whose forms are made by rule, with a few strong ones of which those made do no harm."""
"""The infinitive and its other forms; behind the colon the particles that it is news with."""
_ORDINAL_WORDS = """
    erst first, zweit second, dritt third, viert fourth, fünft fifth, sechst sixth, siebt seventh, acht eighth,
    neunt ninth, zehnt tenth"""
_ORDINALS = {
    fold(german + ending): stem(english)
    for german, english in (one.split() for one in _ORDINAL_WORDS.split(","))
    for ending in ("e", "en", "er", "es", "em")
}
"""Ordinals in their cases, as the English ones: those are known to exclude one another."""
_PAST_PLURAL = re.compile(r"[a-z]{2,}[a-z]ten")
_CLAUSE_MARKS = frozenset(",;:!?()–—\n")
_SHORT_FORMS = frozenset(["mio", "mrd", "tsd", "ca", "rd", "bzw", "dr", "prof", "st", "nr"])
_GOES_ON = frozenset(["und", "oder", "sowie"])
_HINT_WORDS = """
    der das dem des ein eine einen einem und nicht ist sind wurde wurden wird werden haben im bei von vom zum zur für
    mit nach auf kein keine niemand sich waren ohne mehr prozent prozentpunkte"""
_HINTS = frozenset(map(fold, _HINT_WORDS.split()))
"""Small words of German of which one stands in nearly every sentence, and which are no words of English."""
_WEAK_HINTS = frozenset(["die", "den", "hat", "kann", "am", "aus", "zu"])
"""Those that are: two of them tell, or one with a verb or a letter of German."""
_ANY_HINT = _HINTS | _WEAK_HINTS
_FEWEST_WEAK = 2
_LETTERS = re.compile("[äöüßÄÖÜ]")


def _weak_forms(infinitive: str) -> tuple[str, ...]:
    """Return the forms of a verb that are made by rule: "sperrt", "sperrte", "sperrten", "gesperrt"."""
    bare = infinitive.removesuffix("n").removesuffix("e")
    bare += "e" if bare.endswith(("t", "d")) else ""
    joined = infinitive.startswith(_UNSTRESSED) or infinitive.endswith("ieren")
    return infinitive, f"{bare}t", f"{bare}te", f"{bare}ten", *(() if joined else (f"ge{bare}t",))


_UNSTRESSED = ("be", "ent", "er", "ver", "zer", "ge", "unter")


def _tables() -> tuple[Mapping[str, str], Mapping[str, Mapping[str, str]]]:
    """Return the stem by each form that is one word, and by each form and particle of those that are two."""
    whole: dict[str, str] = {}
    parted: dict[str, dict[str, str]] = {}
    for verb in map(fold, _WEAK_VERBS.split()):
        for form in _weak_forms(verb):
            whole.setdefault(form, stem(verb))
    for line in _VERBS.strip().splitlines():
        told, _, particles = line.partition(":")
        infinitive, *others = map(fold, told.split())
        others.append(infinitive.removesuffix("n"))  # as it is reported: "sie erhöhe die Preise"
        for form in (infinitive, *others):
            whole.setdefault(form, stem(infinitive))
        for particle in map(fold, particles.split()):
            joined = stem(particle + infinitive)
            whole[f"{particle}zu{infinitive}"] = joined
            for form in (infinitive, *others):
                whole[particle + form] = joined
                parted.setdefault(form, {})[particle] = joined
    return whole, parted


_WHOLE, _PARTED = _tables()
_VERBS_ALONE = frozenset(_WHOLE) - {"sank", "bot", "fallen", "an", "plant", "sage", "lasse", "trug", "stahl"}
"""Forms that are no words of English."""
_ENGLISH = STOP_WORDS["en"] - STOP_WORDS["de"] - _ANY_HINT
_SMALL = STOP_WORDS["de"] - {"nicht", "nichts", "ohne", *(one for one in STOP_WORDS["de"] if one.startswith("kein"))}


def with_german_verbs(text: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of a German text, each form of a known verb with the stem of its infinitive; others as they are.

    The small words of German are such there, too.
    """
    folded = [word.folded for word in words]
    if not _tell_german(folded, text):
        return words
    stems = {at: found for at, one in enumerate(folded) if not _is_noun(words, at) and (found := _stem_of(one))}
    particles: set[int] = set()
    for at in [at for at in stems if folded[at] in _PARTED]:
        last = _end_of_clause(text, words, at)
        joined = _PARTED[folded[at]].get(folded[last]) if last > at else None
        if joined is not None:
            stems[at] = joined
            particles.add(last)
    return tuple(
        [
            word._replace(
                stem=stems.get(at, word.stem), is_stop=word.is_stop or at in particles or word.folded in _SMALL
            )
            for at, word in enumerate(words)
        ]
    )


def _stem_of(folded: str) -> str:
    """Return the stem of a German word that has one of its own here, else ""."""
    known = _WHOLE.get(folded) or _ORDINALS.get(folded, "")
    return known or (stem(folded[:-1]) if _PAST_PLURAL.fullmatch(folded) else "")


def is_known_verb(folded: str) -> bool:
    """Whether a folded word is a form of a German verb that is known here."""
    return folded in _VERBS_ALONE


def is_form_of_verb(folded: str) -> bool:
    """Whether a folded word is such a form in a text known to be German, where "sank" is no kitchen's."""
    return folded in _WHOLE


def is_in_german(text: str) -> bool:
    """Whether a text is plainly German."""
    return _tell_german([word.folded for word in words_of(text)], text)


def _tell_german(folded: Sequence[str], text: str) -> bool:
    """Whether the folded words of a text say that it is German; of most texts one look at them says that it is not."""
    if _ANY_HINT.isdisjoint(folded):
        return False
    told = frozenset(folded)
    if _HINTS.isdisjoint(told):
        weak = len(told & _WEAK_HINTS)
        if weak < _FEWEST_WEAK and told.isdisjoint(_VERBS_ALONE) and _LETTERS.search(text) is None:
            return False
    if is_german_sentence(text, within_german=False):
        return True
    return not told.isdisjoint(_VERBS_ALONE) and _ENGLISH.isdisjoint(told)  # "Der Rat beschloss den Neubau"


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a word has a capital that the head of a sentence does not explain: "Kosten", "Steigen"."""
    return at > 0 and words[at].text[0].isupper()


def _end_of_clause(text: str, words: Sequence[Word], at: int) -> int:
    """Return the place of the last word of the clause that a verb stands in."""
    for place in range(at + 1, len(words)):
        before = words[place - 1]
        between = text[before.end : words[place].start]
        stopped = "." in between and not (before.is_number or before.folded in _SHORT_FORMS)
        ended = stopped or not _CLAUSE_MARKS.isdisjoint(between)
        if ended or words[place].folded in _GOES_ON:
            return place - 1
    return len(words) - 1
