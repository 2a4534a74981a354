"""What sites say in place of a page, in many words and three languages: it never becomes evidence; articles stay.

Each stands on a page of the test server, with status 200. The wordings were written for this test, two thirds of them
before the rules, and the others after, to see how these do with what they do not know.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.web.site import Site, reply
from tests.web.test_fetch_command import Command, factcheck, listed, pages, workspace
from tests.web.test_pages import BODY

__all__ = ["factcheck", "workspace"]  # fixtures

MISSING = [
    ("Page not found", "Sorry, the page you are looking for could not be found. It may have been moved or deleted."),
    ("Oops!", "We can't find that page. Try searching or go back to the home page."),
    ("404", "The link you followed may be broken, or the page may have been removed."),
    (
        "This page isn't available",
        (
            "The link may be broken, or the page may have been removed. Check to see if the link you're "
            "trying to open is correct."
        ),
    ),
    (
        "Article no longer available",
        "This article has been removed from our archive after thirty days under our licence.",
    ),
    ("Sorry, nothing here", "The story you requested has expired or does not exist any more."),
    ("Content unavailable", "The content you requested is no longer available on this site. Please use the search."),
    (
        "Seite nicht gefunden",
        "Die von Ihnen aufgerufene Seite konnte leider nicht gefunden werden. Bitte nutzen Sie die Suche.",
    ),
    ("Fehler 404", "Leider existiert die angeforderte Seite nicht oder nicht mehr. Zur Startseite."),
    ("Ups!", "Diese Seite gibt es nicht mehr. Vielleicht hilft Ihnen unsere Suche weiter."),
    ("Artikel nicht verfügbar", "Der gewünschte Artikel ist leider nicht mehr verfügbar."),
    ("Hoppla", "Der Artikel, den Sie suchen, wurde gelöscht oder verschoben."),
    ("Page introuvable", "La page que vous recherchez n'existe pas ou n'existe plus. Retour à l'accueil."),
    ("Erreur 404", "Désolé, la page demandée est introuvable. Vérifiez l'adresse saisie."),
    ("Oups", "Cette page n'existe plus. Vous pouvez utiliser la recherche ou revenir à la page d'accueil."),
    ("Contenu indisponible", "L'article demandé n'est plus disponible ou a été supprimé."),
    ("Article supprimé", "L'article que vous cherchez a été déplacé ou supprimé par la rédaction."),
    ("File not found", "The requested file was not found on this server."),
    ("We couldn't find what you were looking for", "The page you tried to open does not exist. Go to our front page."),
    ("Lost?", "Unfortunately, the story you are looking for has been deleted."),
    ("Error", "This article is no longer available. Please see our latest news."),
    ("Page unavailable", "This content has expired."),
    ("Not Found", "The requested URL /harbour was not found on this server."),
    ("Die Seite existiert nicht", "Bitte überprüfen Sie die eingegebene Adresse."),
    ("Entschuldigung", "Die gesuchte Seite ist leider nicht verfügbar."),
    ("Inhalt nicht gefunden", "Der angeforderte Inhalt wurde entfernt."),
    ("Nicht gefunden", "Dieser Beitrag ist nicht mehr online."),
    ("Seite nicht verfügbar", "Wir konnten die Seite nicht finden."),
    ("Oups, erreur 404", "Nous n'avons pas trouvé la page que vous cherchez."),
    ("Page non trouvée", "Cette adresse ne correspond à aucune page."),
    ("Article introuvable", "L'article demandé a été retiré."),
    ("Désolé", "Ce contenu n'est plus accessible."),
]
"""Headline, and what stands below it."""
CONSENT = [
    (
        "Before you continue",
        "We and our 842 partners store and access information on your device. You can accept all or reject all.",
        "Accept all",
        "Reject all",
        "Manage options",
    ),
    (
        "We value your privacy",
        (
            "We use cookies to enhance your browsing experience, serve personalised ads or content, and "
            "analyse our traffic. By clicking Accept All you consent to our use of cookies."
        ),
        "Accept All",
        "Customise",
        "Reject All",
    ),
    (
        "Your privacy choices",
        "We, and our partners, process personal data such as your IP address using technology such as cookies.",
        "I Accept",
        "Show purposes",
    ),
    (
        "Cookies on The Bell",
        "We would like to set optional cookies to understand how you use this site.",
        "Accept cookies",
        "Reject cookies",
        "View cookies",
    ),
    (
        "Continue with ads",
        "Read The Bell with advertising and tracking by our partners, or take out a subscription without tracking.",
        "Accept and continue",
        "Subscribe now",
        "Already a subscriber? Log in",
    ),
    (
        "Consent required",
        "To visit this site you must agree to the use of cookies and tracking technologies.",
        "Agree",
        "Disagree",
        "More information",
    ),
    (
        "Wir schätzen Ihre Privatsphäre",
        (
            "Wir und unsere 180 Partner speichern Informationen auf einem Gerät, wie Cookies, und "
            "verarbeiten personenbezogene Daten."
        ),
        "Alle akzeptieren",
        "Alle ablehnen",
        "Einstellungen",
    ),
    (
        "Willkommen bei Der Bote",
        (
            "Mit Werbung weiterlesen: Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Die Zustimmung "
            "ist jederzeit widerrufbar."
        ),
        "Akzeptieren und weiter",
        "Jetzt Pur-Abo abschließen",
        "Bereits Pur-Abonnent? Hier anmelden",
    ),
    (
        "Ihre Zustimmung",
        (
            "Um unsere Inhalte kostenlos zu nutzen, benötigen wir Ihre Einwilligung zur Verwendung von "
            "Cookies und Werbung."
        ),
        "Zustimmen",
        "Einstellungen",
        "Datenschutz",
        "Impressum",
    ),
    (
        "Datenschutzeinstellungen",
        "Wir verwenden Cookies und ähnliche Technologien, um personalisierte Werbung zu zeigen und Inhalte zu messen.",
        "Alle akzeptieren",
        "Nur notwendige",
        "Auswahl speichern",
    ),
    (
        "Cookie-Einstellungen",
        "Diese Website verwendet Cookies. Einige sind notwendig, andere helfen uns, Werbung auszuspielen.",
        "Zustimmen",
        "Ablehnen",
        "Mehr erfahren",
    ),
    (
        "Bienvenue",
        (
            "Avec votre accord, nos 340 partenaires et nous utilisons des cookies pour stocker et accéder à "
            "des données personnelles."
        ),
        "Accepter et fermer",
        "Continuer sans accepter",
        "En savoir plus",
    ),
    (
        "Vos choix de confidentialité",
        "Nous et nos partenaires utilisons des traceurs pour afficher de la publicité personnalisée.",
        "Tout accepter",
        "Tout refuser",
        "Paramétrer",
    ),
    (
        "Le respect de votre vie privée est notre priorité",
        (
            "Avec nos partenaires, nous stockons des informations sur votre appareil. Vous pouvez retirer "
            "votre consentement à tout moment."
        ),
        "J'accepte",
        "Je refuse",
        "Personnaliser",
    ),
    (
        "Accéder au site",
        "Vous avez refusé les cookies. Pour continuer, acceptez les cookies ou abonnez-vous à partir de 2 euros.",
        "Accepter les cookies",
        "S'abonner",
        "Déjà abonné ? Se connecter",
    ),
    (
        "Privacy notice",
        (
            "We and selected third parties use cookies or similar technologies for technical purposes. You "
            "can accept, refuse or customise."
        ),
        "Accept",
        "Refuse",
        "Learn more",
    ),
    (
        "Manage your consent",
        "To provide the best experiences, we use technologies like cookies to store and/or access device information.",
        "Accept",
        "Deny",
        "View preferences",
    ),
    (
        "The Bell asks for your consent",
        (
            "to use your personal data to: personalised advertising and content, advertising measurement, "
            "audience research."
        ),
        "Consent",
        "Do not consent",
        "Manage options",
    ),
    (
        "Your data, your choice",
        "We use essential cookies to make our site work. With your consent we also set analytics cookies.",
        "Accept all cookies",
        "Reject non-essential",
        "Cookie preferences",
    ),
    (
        "Privatsphäre-Einstellungen",
        (
            "Wir nutzen Cookies auf unserer Website. Einige von ihnen sind essenziell, während andere uns "
            "helfen, diese Website zu verbessern."
        ),
        "Alle akzeptieren",
        "Speichern",
        "Nur essenzielle Cookies akzeptieren",
    ),
    (
        "Der Bote mit Werbung lesen",
        "Mit Ihrer Einwilligung verarbeiten wir und unsere Partner Daten für Anzeigen.",
        "Einwilligen und weiter",
        "Der Bote Pur abonnieren",
        "Datenschutzerklärung",
    ),
    (
        "Cookies zustimmen",
        "Nutzen Sie unser Angebot mit Werbetracking, indem Sie der Nutzung aller Cookies zustimmen.",
        "Alle Cookies zulassen",
        "Ablehnen",
        "Details",
    ),
    (
        "Nous respectons votre vie privée",
        "Nous et nos 120 partenaires stockons et/ou accédons à des informations stockées sur un terminal.",
        "Accepter",
        "Refuser",
        "Plus d'options",
    ),
    (
        "Gestion des cookies",
        "Ce site utilise des cookies pour mesurer son audience et vous proposer des publicités adaptées.",
        "Tout accepter",
        "Tout refuser",
        "Personnaliser",
    ),
    (
        "Votre consentement",
        "Le Courrier et ses partenaires utilisent des traceurs. Vous pouvez accepter ou refuser.",
        "J'accepte tout",
        "Je refuse tout",
        "Gérer mes choix",
    ),
]
"""Headline, question, and what stands on the buttons."""
PAYWALL = [
    "Subscribe to continue reading.",
    "This article is for subscribers only.",
    "To read the full story, start your free trial today.",
    "You have reached your limit of free articles.",
    "Unlock this article",
    "Create a free account to keep reading this story.",
    "The rest of this article is available to members.",
    "Continue reading with a digital subscription.",
    "Jetzt weiterlesen mit Bote Plus.",
    "Dieser Artikel ist nur für Abonnenten lesbar.",
    "Lesen Sie diesen Artikel mit einem Digitalabo.",
    "Weiterlesen mit F+",
    "Den vollständigen Artikel lesen Sie mit unserem Plus-Abo.",
    "Cet article est réservé aux abonnés.",
    "La suite est réservée aux abonnés.",
    "Abonnez-vous pour lire la suite.",
    "Pour lire la suite de cet article, créez un compte gratuit.",
    "Log in to read the full article.",
    "This story is exclusive to our subscribers.",
    "Keep reading for just £1.",
    "You've read your last free article this month.",
    "Support us and read on: become a member to unlock this story.",
    "Premium content. Please log in or subscribe.",
    "Weiterlesen mit dem Plus-Zugang.",
    "Dieser Inhalt ist exklusiv für Abonnentinnen und Abonnenten.",
    "Um diesen Artikel zu lesen, schließen Sie ein Abo ab.",
    "Melden Sie sich an, um weiterzulesen.",
    "Lisez la suite avec notre offre numérique.",
    "Article réservé à nos abonnés.",
    "Connectez-vous pour lire la suite.",
    "Vous avez lu 10 % de cet article. La suite est réservée aux abonnés.",
]
"""What stands below the free beginning."""
ARTICLES = [
    (
        "Ship not found after storm",
        "The ship that left Ostwick on Monday was not found, the coast guard said; the search goes on.",
    ),
    (
        "Minister: page has turned",
        "The page has been turned, the minister said on Monday; the article of the law is no longer needed.",
    ),
    (
        "The document does not exist, ministry says",
        "The document that the Bell described does not exist, the ministry said on Monday in Ostwick.",
    ),
    (
        "Readers want free news",
        "Sign in to read: that is what most papers ask, a survey of 40 papers by the Bell shows.",
    ),
    (
        "New cookie law passed",
        (
            "The parliament passed a law on cookies on Monday: sites must ask for consent, and reject all "
            "must be as easy as accept all. Partners of sites must be named, the law says, and data may be "
            "stored for a year. It will hold from spring on, and fines reach a million euros."
        ),
    ),
    (
        "Bote startet Pur-Abo",
        (
            "Der Bote führt ein Pur-Abo ohne Werbung ein, teilte der Verlag am Montag mit. Wer kein Abo "
            "hat, muss dem Tracking zustimmen."
        ),
    ),
    (
        "L'article 5 supprimé",
        "L'article 5 de la loi a été supprimé lundi par le parlement, a annoncé la ministre de l'intérieur.",
    ),
    (
        "Der Artikel 5 wurde gelöscht",
        "Der Artikel 5 des Gesetzes wurde gelöscht, teilte das Ministerium am Montag in Ostwick mit.",
    ),
    (
        "Members get a vote",
        "The rest of the story is known to members: the club told them on Monday that it has 400 of them.",
    ),
    ("Port closes link", "The link between the port and the town is no longer available, the county said on Monday."),
    (
        "Page not found: how a town lost its archive",
        "The archive of Ostwick lost 4,000 pages, the council said on Monday; visitors read that each was not found.",
    ),
    (
        "Papers and paywalls",
        "Readers must subscribe to continue reading, the Bell decided on Monday, and 5,000 did so within a week.",
    ),
    ("404 dead in the flood", "The flood killed 404 people in the valley, the ministry said on Monday."),
    ("Le voilier reste introuvable", "Le voilier parti d'Ostwick lundi reste introuvable, a dit la police."),
    (
        "Vermisster Segler nicht gefunden",
        "Die Suche nach dem Segler vor Ostwick blieb am Montag ohne Erfolg, teilte die Polizei mit.",
    ),
    (
        "Rat will zustimmen",
        "Der Rat will dem Bau des Krans zustimmen, sagte die Vorsitzende am Montag; andere ablehnen.",
    ),
    (
        "Bell gains subscribers",
        "The Bell now has 5,000 subscribers, its publisher said on Monday, 500 more than a year ago.",
    ),
]
"""Short reports on just these matters."""
BANNER = (
    "<div><p>We value your privacy. We and our partners use cookies and similar technologies. You may accept "
    "all or reject all, or manage options.</p><button>Accept all</button><button>Reject all</button></div>"
)


def page(title: str, *paragraphs: str, before: str = "", buttons: tuple[str, ...] = ()) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    body += "".join(f"<button>{button}</button>" for button in buttons)
    head = f"<!doctype html><html><head><meta charset=utf-8><title>{title} | The Bell</title></head><body>{before}"
    menu = "<header><nav><a href=/>Home</a> <a href=/news>News</a> <a href=/sport>Sport</a></nav></header>"
    return f"{head}{menu}<main><h1>{title}</h1>{body}</main><footer><p>© The Bell</p></footer></body></html>".encode()


def fetched(site: Site, factcheck: Command, *bodies: bytes) -> list[dict[str, object]]:
    """Fetch pages with these bodies; return what became of them."""
    urls = [site.add(f"/news/{number}", reply(200, body)) for number, body in enumerate(bodies)]
    found = list(pages(factcheck("fetch", "--json", *urls)))
    assert len(found) == len(bodies)
    return found


def test_what_says_that_there_is_no_such_page_is_no_source(site: Site, factcheck: Command) -> None:
    found = fetched(site, factcheck, *(page(title, said) for title, said in MISSING))
    assert [MISSING[n] for n, one in enumerate(found) if one["sources"] or "no such page" not in str(one)] == []


@pytest.mark.parametrize("as_buttons", [True, False])
def test_a_question_about_cookies_in_place_of_a_page_is_no_source(
    site: Site, factcheck: Command, *, as_buttons: bool
) -> None:
    bodies = [
        page(title, asked, buttons=tuple(buttons)) if as_buttons else page(title, asked, *buttons)
        for title, asked, *buttons in CONSENT
    ]
    found = fetched(site, factcheck, *bodies)
    assert [CONSENT[n] for n, one in enumerate(found) if one["sources"] or "cookies or consent" not in str(one)] == []


def test_the_free_beginning_of_a_page_is_told_and_what_asks_to_pay_is_no_text(
    site: Site, factcheck: Command, tmp_path: Path
) -> None:
    bodies = [page(f"Crane number {n}", f"{BODY[0]} It is number {n}.", asked) for n, asked in enumerate(PAYWALL)]
    found = fetched(site, factcheck, *bodies)
    assert [PAYWALL[n] for n, one in enumerate(found) if "free beginning" not in str(one)] == []
    assert all("free beginning" in str(one["notice"]) for one in listed(factcheck))
    for asked in PAYWALL:
        told = factcheck("corpus", "search", asked, "--json").out
        assert asked not in [json.loads(line)["passage"]["text"] for line in told.splitlines() if line.startswith("{")]


def test_short_reports_on_such_matters_stay(site: Site, factcheck: Command) -> None:
    found = fetched(site, factcheck, *(page(title, said) for title, said in ARTICLES))
    assert [ARTICLES[n] for n, one in enumerate(found) if not one["sources"] or one["problems"]] == []


def test_an_article_with_a_line_or_a_banner_about_cookies_stays(site: Site, factcheck: Command) -> None:
    lines = (
        "We use cookies to improve your experience. Accept all",
        "Diese Website verwendet Cookies.",
        "Tout accepter",
    )
    bodies = [page(f"Five cranes, {n}", *BODY, line) for n, line in enumerate(lines)]
    bodies += [
        page("Five cranes", *BODY, before=BANNER),
        page("One crane", *BODY[:2], buttons=("Accept all", "Reject all")),
    ]
    found = fetched(site, factcheck, *bodies)
    assert [n for n, one in enumerate(found) if not one["sources"] or one["problems"]] == []
