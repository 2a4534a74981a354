"""What sites say in place of a page, in English, German and French, with some Spanish and Italian. Pure.

A sentence tells it that speaks of the page that was asked for ("the page you are looking for …", "dieser Artikel …"),
or to its reader ("to read the full story, …"), and not one in which somebody says so.
"""

from __future__ import annotations

import re

_PAGE = r"(?:web ?)?(?:page|article|story|content|document|link|post|url|file)"
_SEITE = r"(?:web)?(?:seite|artikel|beitrag|inhalt|dokument|link)"
_FR_PAGE = r"(?:page|article|contenu|document|lien)"
_GONE = (
    r"(?:(?:could ?n[o'’]t|can[’']t|cannot|could not|was ?n[o'’]t|was not|is not) (?:be )?found"
    r"|(?:does ?n[o'’]t|does not) exist"
    r"|no longer (?:exists?|available|here)|(?:has|have|had|may have|was|were)(?: been)?(?: either)? "
    r"(?:moved|removed|deleted|expired|archived)|(?:is|are)(?:n['’]t| not)(?: currently)? (?:available|here)"
    r"|unavailable"
    r"|has expired|broken)"
)
_WEG = (
    r"(?:nicht gefunden|existiert|nicht(?: mehr)? (?:verfügbar|vorhanden|online|erreichbar|abrufbar)|gibt es nicht"
    r"|(?:gelöscht|verschoben|entfernt))"
)
_PARTI = (
    r"(?:n['’](?:existe|est) (?:pas|plus)|introuvable|n['’]a pas (?:été|pu être) trouvée?|non trouvée?|indisponible"
    r"|a été (?:supprimée?|déplacée?|retirée?))"
)
MISSING_TITLE = re.compile(
    rf"(?:(?:(?:oops|ups|oups|sorry|hoppla),? )?(?:http |error |fehler |erreur )*404(?: error| fehler)?[!.]?"
    rf"|(?:(?:error )?404\W{{1,4}})?(?:{_PAGE} {_GONE}|{_PAGE} not found|not found|{_PAGE} (?:no longer|not) available)"
    rf"|(?:sorry, )?(?:this|the) {_PAGE} {_GONE}"
    rf"|{_SEITE} (?:wurde )?{_WEG}|{_FR_PAGE} {_PARTI}|{_FR_PAGE} (?:supprimée?|déplacée?)"
    r"|página no encontrada|pagina non trovata|страница не найдена)[!.]?",
    re.IGNORECASE,
)
"""A headline, or a part of one, that says so alone."""
_YOU_ASKED = (
    r"(?:that |which )?you (?:\w+ ){0,3}(?:for|to|requested|tried|followed|entered|seek|want|wanted|open)(?: \w+){0,3}?"
)
MISSING = re.compile(
    r"\A(?:oops|sorry|we['’]re sorry|unfortunately|hoppla|leider|désolée?)?[,!. ]{0,3}(?:but )?(?:"
    rf"(?:the|that) (?:requested |desired )?{_PAGE},? {_YOU_ASKED},? (?:\w+ ){{0,3}}?{_GONE}"
    rf"|(?:(?:this|your|the requested) (?:\w+ )?{_PAGE}|(?:the|that) (?:web ?)?(?:page|url|link"
    rf"|address)) (?:\w+ ){{0,3}}?{_GONE}"
    r"|this \w+ is(?: not|n['’]t| no longer) available\b"
    r"|(?:we|i) (?:could ?n[o'’]t|can['’]t|cannot|could not|were unable to|are unable to) (?:find|locate) (?:the"
    r"|that|this|your) "
    rf"(?:\w+ )?{_PAGE}"
    rf"|(?:diese[rs]?|(?:die|das|der) (?:von ihnen )?\w+[tne]e) {_SEITE} (?:\w+ ){{0,3}}?{_WEG}"
    rf"|(?:die|das|der) {_SEITE}, (?:die|das|den) sie suchen, (?:\w+ ){{0,3}}?{_WEG}"
    rf"|die (?:web)?seite (?:\w+ ){{0,3}}?{_WEG}"
    rf"|existiert die \w+ {_SEITE}|wir konnten (?:die|den|das|diese[ns]?) {_SEITE}"
    rf"|(?:la|le|l['’]) ?{_FR_PAGE} (?:que vous (?:re)?cherch\w+|que vous (?:avez )?demand\w+|demandée?) {_PARTI}"
    rf"|(?:(?:cette|cet|ce|votre) {_FR_PAGE}|la page) {_PARTI}"
    rf"|nous n['’]avons pas (?:pu )?trouv\w+ (?:la|le|l['’]|cette|cet|ce) ?{_FR_PAGE}"
    r"|la página (?:\w+ ){0,3}no (?:existe|se encuentra)|la pagina (?:\w+ ){0,3}non (?:esiste|è stata trovata))",
    re.IGNORECASE,
)
"""How a sentence begins that speaks of the page that was asked for."""
OF_THE_SITE = re.compile(
    r"\b(?:try (?:searching|again|our|the)|(?:use|try|nutzen sie|utiliser|hilft ihnen) (?:the |our |die |unsere "
    r"|la )?(?:search|suche|recherche)"
    r"|home ?page|startseite|page d['’]accueil|à l['’]accueil|check (?:the|to see)|vérifiez|prüfen sie|contact us"
    r"|go back"
    r"|(?:it|the link|she|he|sie|er|elle) (?:may|might|could|kann|pourrait)\b|maybe it (?:was )?moved|most (?:read"
    r"|popular))",
    re.IGNORECASE,
)
"""What such pages say beside it."""

CONSENT_PLACE = re.compile(
    r"\A(?:consent|cmp|privacy-gate|cookiewall)\.|/(?:consent|cookie-?(?:wall|consent)|privacy-gate)\b"
)
YES = re.compile(
    r"\b(?:accept\w*|i agree|agree\w*|allow|consent|akzeptier\w*|zustimmen|einverstanden|einwilligen|zulassen"
    r"|j['’]accepte"
    r"|aceptar|accetta)\b",
    re.IGNORECASE,
)
NO = re.compile(
    r"\b(?:reject|refuse|decline|deny|disagree|do not consent|ablehnen|nur (?:notwendige|erforderliche"
    r"|essen[tz]ielle)|refuser"
    r"|refuse|sans accepter|rechazar|rifiuta)\b",
    re.IGNORECASE,
)
MORE = re.compile(
    r"\b(?:manage|options|(?:cookie|privacy|view) (?:settings|preferences|cookies)|preferences|purposes"
    r"|customi[sz]e|learn more"
    r"|more information|einstellungen|details|mehr erfahren|auswahl|pur\w*|paramétrer|personnaliser|en savoir plus"
    r"|gérer"
    r"|plus d['’]options|without tracking)\b",
    re.IGNORECASE,
)
"""What stands on the buttons of a question about cookies or consent, or in a sentence that names them."""
CONSENT = tuple(
    re.compile(sign, re.IGNORECASE)
    for sign in (
        (
            r"\b(?:we|our|wir|unsere[nr]?|nous|nos|ses)\b.{0,40}\b(?:partners?|partnern?|vendors|third parties"
            r"|partenaires)\b"
        ),
        r"\bcookies?\b|\btraceurs?\b|\b(?:web)?track(?:ing|er)?\b|werbetracking",
        (
            r"\byour privacy|\bprivacy (?:choices|notice)|\bihre privatsphäre|\bprivatsphäre-|\bvie privée"
            r"|\bconfidentialité\b"
            r"|\byour (?:personal )?data\b|\bpersonal data\b|\bpersonenbezogene|\bdonnées personnelles"
        ),
        (
            r"\bpersonali[sz]ed (?:ads|advertising|content)|\bpersonalisierte (?:werbung|anzeigen)|\bpublicité"
            r"|\b(?:with|mit) (?:ads|advertising|werbung)\b|\bwerbung (?:zu zeigen|auszuspielen)|\bfür anzeigen\b"
        ),
        (
            r"\bstore (?:and/or|or|and) access|\blegitimate interest|\b(?:your|ihre[rn]?|eine?|votre|die) (?:consent"
            r"|zustimmung|"
            r"einwilligung|accord|consentement)\b|\bask(?:s|ing)? for (?:your )?consent"
            r"|\bstock(?:er|ons)\b.{0,20}\baccéd"
        ),
        (
            r"\bpur-?abo|\bpur abonnieren|\b(?:or|oder|ou) (?:subscribe|abonnieren|abonnez)|\bs['’]abonner\b"
            r"|\bwithout tracking\b"
        ),
    )
)
"""Other signs of such a question, of different kinds."""
CONSENT_TALK = re.compile(
    r"cookie|consent|partner|vendor|third part|privacy|track|advertis|\bads?\b|personali|device|analytics|einwillig"
    r"|zustimm"
    r"|datenschutz|werb|privatsph|personenbezogen|traceur|publicit|consentement|vie priv|données|partenaire"
    r"|accept|refus|reject|ablehn|legitimate interest|manage (?:settings|options)"
    r"|akzeptier",
    re.IGNORECASE,
)
TO_READER = re.compile(
    r"\b(?:we|our|us|you|your|i|wir|uns\w*|sie|ihnen|ihre[rnms]?|ihr|nous|nos|notre|vous|votre|vos"
    r"|this (?:web ?)?site|diese (?:web)?(?:site|seite)|dieses angebot|ce site)\b",
    re.IGNORECASE,
)
"""What a sentence of such a question has: what it is about, and whom it speaks to."""
SAYING = re.compile(
    r"\b(?:said|says|told|announced|reported|reports|decided|ruled|according|survey|sagte|sagt|teilten?|erklärte"
    r"|berichtete|beschloss"
    r"|heißt es|laut|a (?:dit|annoncé|déclaré|décidé|indiqué)|ont (?:dit|annoncé)|selon)\b",
    re.IGNORECASE,
)
"""What a sentence of an article has, in which somebody says so."""

READ_ON = re.compile(
    r"\b(?:(?:continue|keep) reading|read(?:ing)? (?:on|more|it|this|the)\b|(?:full|rest of (?:this"
    r"|the)) (?:article|story|text)"
    r"|(?:this|the) (?:article|story|content|page|text|post|report)\b|to (?:read|access|unlock|view|keep"
    r"|continue)\b|premium content"
    r"|(?:jetzt )?weiterlesen|weiterzulesen|(?:diese[rnms]?|den|vollständigen?|ganzen) (?:\w+ )?(?:artikel|inhalte?"
    r"|text|beitrag)"
    r"|(?:artikel|inhalt|text|beitrag) (?:zu )?lesen|la suite|(?:cet|l['’]) ?article|article réservé|ce contenu"
    r"|(?:subscribers|members)[- ]only"
    r"|(?:for|(?:open|free|only|available|limited|restricted|reserved|exclusive(?:ly)?) to)"
    r" (?:our )?(?:subscribers|members)|(?:für|nur) abonnent\w*"
    r"|aux abonnés|solo para)\b",
    re.IGNORECASE,
)
ACCESS = re.compile(
    r"\b(?:subscri\w+|members?(?:hip)?|account|trial|sign(?:ed)? (?:in|up)|log(?:ged)?[ -]?in|register|unlock"
    r"|offers?|upgrade|join"
    r"|abonn\w*|abos?|(?:plus|digital|probe|monats)-?(?:abo|zugang)\w*|anmelden|melden sie sich|registrier\w*|konto"
    r"|einloggen"
    r"|bote plus|plus-\w+|f\+|abonnez|connectez|compte|suscriptores|offre)\b|[£€$]\s?\d|\d\s?(?:£|€|euros?\b)|\w\+",
    re.IGNORECASE,
)
"""What a line says together that asks to pay or to log in for the rest of a page: to read on, and by which access."""
METERED = re.compile(
    r"you(?:['’]ve| have) (?:reached|used|read|\d{1,3}|one|two|three|four|five"
    r"|no)\b[^.!?]{0,60}\b(?:free )?(?:articles?|stories)\b"
    r"|you(?:['’]ve| have) reached (?:your|the)\b[^.!?]{0,40}\blimit\b|(?:get|enjoy) (?:unlimited|full) access\b"
    r"|start (?:your|a) (?:free )?(?:trial|subscription)\b|already an? (?:subscriber|member)\b|jetzt abonnieren\b"
    r"|(?:sie haben )?bereits (?:ein )?(?:abo\w*|registriert)\b|il vous reste \d{1,3}\s?% de cet article"
    r"|déjà abonnée?\b",
    re.IGNORECASE,
)
"""How other such lines begin."""
NOT_TO_PAY = re.compile(r"newsletter|comment|kommentar|commentaire|e-?mail|podcast|app\b", re.IGNORECASE)
"""What else a site asks its readers to sign up or to log in for."""
BROWSER = re.compile(
    r"\b(?:enable|requires?|turn on|activate|without) java ?script"
    r"|java ?script (?:is )?(?:required|disabled|not enabled)|\bchecking your browser|\bare you a robot"
    r"|\bverify(?:ing)? (?:that )?you are (?:a )?(?:not a )?(?:human|robot|bot)"
    r"|\bjavascript (?:aktivieren|einschalten)|\bactive[rz] (?:le )?javascript|\bunusual traffic",
    re.IGNORECASE,
)
