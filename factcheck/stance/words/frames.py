"""Frames of a clause: what a sentence says of the clause that it has the claim in, in English and German.

Each is what the source has the clause as, in words that a checker reads, and how the frame reads. Our own lists,
2026-12; each is asked of what would else be called corroborated, so a frame too many costs a suggestion, and one too
few a false one.
"""

from __future__ import annotations

import re

from factcheck.text.words import fold

DENIED = "denied"
_NONE = "what nobody says, or only those it mocks"
_DOUBT = "a doubt"
_IDEA = "somebody's idea or claim"
_HOPE = "a hope or a wish"
_IF = "a condition or a question"
_OPEN = "not confirmed or known"
_LIED = "what somebody lied or was wrong about"
_NOT_QUITE = "hardly or not reached"
ACCUSED = "an accusation or a suspicion"
PASSED_ON = "only what somebody claims"
_UNNAMED = "the word of an unnamed or private source"
_FICTION = "fiction"
_FIRST = "a first report or belief"
_MISTAKE = "a mistake"
_HEARD = "what a court was told"
TAKEN_BACK = "what the next sentence takes back"

_LIE = (
    r"(?:(?:simply |just |all |quite |plainly |utterly |complete |total |pure |an? |absolute |outright )*"
    r"(?:lie|lies|myth|nonsense|rubbish|fiction|fabrication|falsehood|hoax|false|untrue|not true|made up|invented))"
)
_GELOGEN = (
    r"(?:(?:schlicht|einfach|glatt|alles|völliger|völlig|reiner|purer|blanker|frei|ein|eine) )*"
    r"(?:gelogen|Lüge|Lügen|Unsinn|Quatsch|Blödsinn|falsch|unwahr|erfunden|Märchen|Mythos|Erfindung|nicht wahr"
    r"|nicht richtig|erlogen)"
)
_SAYS = (
    r"(?:say|says|said|claim|claims|claimed|believe|believes|believed|think|thinks|thought|suggest|suggests|suggested"
    r"|argue|argues|argued|pretend|pretends|pretended|maintain|maintains|expects?|imagines?)"
)
_MEINT = r"(?:glaub|behaupte|sag|denk|mein|erzähl)(?:e|t|te|ten|en|n)?"
_PUBLIC = r"(?:anonyme|unbestätigte|ungenannte|unbekannte|namenlose)\w*"
_PRIVATE = (
    r"(?:\w*[Ii]nitiativen?|Blogger\w*|Nachbar\w*|Anwohner\w*|Insider\w*|\w*[Nn]utzer\w*|Gerücht\w*|Unbekannte\w*"
    r"|Aktivist\w*|Kritiker\w*|Gegner\w*)"
)
_OPENS = r"(?:\A|(?<=[\s“\"„«]))"
_AT_NO_TIME = (
    r"(?:[Nn]owhere|[Nn]ever|[Aa]t no (?:time|point|stage|moment)|[Ii]n no (?:way|case|sense)"
    r"|[Oo]n no (?:account|occasion)|[Bb]y no means|[Nn]ot once|[Uu]nder no circumstances)"
)
"""What stands first and turns the sentence round: "Nowhere did the firm pay"."""
_NOT = r"(?:\b(?:not|never|hardly)|n['’]t)"
_MANNER = r"(?:yet |at all |fully |entirely |quite |wholly |be |been |able to |independently |officially |publicly )*"
_FIRST_WORDS = r"(?:first|initially|at first|originally|wrongly|mistakenly|erroneously)"
_BELIEVED = r"(?:believed|thought|reported|feared|assumed|suspected|presumed|understood)"
_GLAUBTE = r"(?:hieß es|(?:glaub|vermut|meld|bericht|befürcht)e?te[n]?|dachte[n]?|nahm(?:en)? an)"
_THAT = r"(?: that\b| whether\b| if\b)"
_UNSURE = r"(?i:anonymous|unnamed|unidentified|unconfirmed|unverified|undisclosed|unsourced)"
WORKS = (
    r"(?:novels?|thriller|film|movie|blockbuster|sitcom|sketch|skit|satire|parody|spoof|musical|opera|operetta|play"
    r"|drama|melodrama|comedy|tragedy|tragicomedy|romance|epic|saga|novella|comic|comic book|cartoon|manga|anime|fable"
    r"|fairy tale|folk tale|tale|poem|ballad|screenplay|mini-?series|soap opera|telenovela|pantomime|whodunnit|whodunit"
    r"|(?:short|ghost|detective|crime|love|bedtime|children[’']s|spy|horror) story|graphic novel"
    r"|(?:video|computer|board|role-playing) game|(?:TV|television|crime|drama|fantasy|comedy|Netflix|web|animated"
    r"|fictional|science[- ]fiction|period|historical|BBC|HBO|spy|police) (?:series|show|drama|serial))"
)
"""What tells what never was, or what need not have been. A documentary is none; a series alone may be one of games."""
WERKE = (
    r"(?:(?:\w+)?[Rr]oman|Krimi|Thriller|(?:Spiel|Kino|Fernseh|Horror|Action|Zeichentrick|Science-Fiction-)?[Ff]ilm"
    r"|(?:Theater|Bühnen)stück|Drama|Musical|Hörspiel|(?:Computer|Video|Rollen)spiel|Kurzgeschichte|Novelle|Erzählung"
    r"|Fabel|Sage|Legende|Märchen|Komödie|Tragödie|Satire|Parodie|Sketch|Comic|Gedicht|Ballade"
    r"|(?:Fernseh|TV-|Krimi|Drama|Netflix-|Zeichentrick|Comedy-|Fantasy-|Mini)[Ss]erie)"
)
"""The same in German."""

_COURT = r"(?:[Cc]ourt|[Jj]ury|[Jj]urors|[Jj]udges?|[Tt]ribunal|[Ii]nquest|[Ii]nquiry)"
_WHERE = r"(?: in (?:[A-Z][\w-]+ ?)+)? ?"
_HEARS = r"(?:(?:has |had |also )?heard|(?:was|were) (?:also )?told)"

Sides = tuple[tuple[str, re.Pattern[str]], ...]


def _table(*rows: tuple[str, str]) -> Sides:
    return tuple((kind, re.compile(words)) for kind, words in rows)


_MOCKING = r"(?i:satirical|satiric|satire|parody|spoof|humou?r|satirische)"
_WRITES = (
    r"(?:jok(?:e[sd]?|ing)|quip(?:s|ped)|wrote|writes|reports?|reported|mocks?|mocked|posts?|posted|announces?|announced"
    r"|published|says?|said|claim(?:s|ed)|imagine[sd]?|suggest(?:s|ed)|scherzte|schrieb|schreibt|meldete|witzelte)"
)
BEHIND = _table(
    (_HEARD, rf"\b{_COURT}{_WHERE}\b{_HEARS}(?: on [A-Z][a-z]+)?(?: that\b| how\b|(?= (?:he|she|they|it)\b))"),
    (
        _FIRST,
        (
            r"\b(?:[Ff]irst|[Ee]arly|[Ii]nitial) (?:(?:media|news|police|press|radio) )?(?:reports?|accounts?|rumou?rs?"
            r"|assessments?) (?:had )?(?:said|suggested|stated|claimed|indicated|had it)(?: that\b)?"
            rf"|\b{_FIRST_WORDS} (?:been )?{_BELIEVED}(?: that\b| to\b)?(?= \w)"
            rf"|\b(?:[Zz]unächst|[Aa]nfangs) {_GLAUBTE}[^.,;]{{0,30}}, (?:dass\b)?"
        ),
    ),
    (_FICTION, rf"\b{_MOCKING} [\w’'-]+(?: [A-Z][\w’'-]+){{0,3}} {_WRITES}(?:,? (?:that|dass)\b|:)?"),
    (
        DENIED,
        (
            r"(?:\bI|\b[Ww]e) (?:do not|don['’]t|did not|didn['’]t|cannot|can['’]t|never) (?:really |honestly )?"
            r"(?:for a moment )?(?:think|believe|accept|agree)(?! in\b)(?:,? that\b)?"
        ),
    ),
    (
        DENIED,
        rf"(?<!not )\b(?:[Ii]t is|[Ii]t was|[Ii]t['’]s) {_LIE}(?: (?:to (?:say|claim|suggest|believe)))?(?: that\b)",
    ),
    (DENIED, rf"(?<!not )\b(?:[Ii]t is|[Ii]t was|[Ii]t['’]s) {_LIE} to (?:say|claim|suggest|believe)\b"),
    (
        DENIED,
        (
            r"\b(?:[Ii]ch|[Ww]ir) (?:glaube|glauben|denke|denken|meine|meinen|finde|finden) (?:\w+ )?nicht, dass\b"
            r"|\b(?:glaube|denke|glauben|denken) (?:ich|wir) nicht, dass\b"
        ),
    ),
    (DENIED, rf"\b[Ee]s (?:stimmt nicht|trifft nicht zu|ist {_GELOGEN}|war {_GELOGEN}),? (?:zu behaupten, )?dass\b"),
    (
        _NONE,
        (
            rf"\b(?:[Nn]obody|[Nn]o ?one|[Nn]o-one|[Nn]one of [\w ]{{1,20}}|[Hh]ardly anyone|[Ff]ew(?: people)?) "
            rf"(?:\w+ )??{_SAYS}(?: that\b|:)?"
        ),
    ),
    (_NONE, rf"\b[Oo]nly (?!after\b|when\b)(?:an? |the )?(?:\w+ ){{1,3}}?(?:would |could |can )?{_SAYS}(?: that\b|:)?"),
    (
        _NONE,
        r"\b(?:never|not|n['’]t) (?:once |ever )?(?:said|say|claimed|claim|suggested|suggest|promised)(?: that\b|:)?",
    ),
    (DENIED, rf"{_OPENS}{_AT_NO_TIME} (?:did|does|do|has|have|had|was|were|is|are|will|would|can|could)\b"),
    (
        _OPEN,
        (
            rf"(?:{_NOT}|\b(?:yet|unable|failed|declin(?:ed|es)|refus(?:ed|es)) to) {_MANNER}"
            r"(?:confirm(?:ed|s)?|verif(?:y|ied)|establish(?:ed)?|prov(?:e|ed|en)|show[ns]?|concluded?|acknowledged?"
            r"|admit(?:ted)?|corroborated?|ascertain(?:ed)?|determined?|f(?:ind|ound)|stated?|announced?|say|said"
            rf"|claimed?|reported|guaranteed?|rul(?:e|ed)){_THAT}"
        ),
    ),
    (
        _OPEN,
        (
            rf"(?:{_NOT}|\byet to be) {_MANNER}(?:known|clear|certain|sure|confirmed|proven|proved|established|shown)"
            rf"{_THAT}|\b(?:unclear|unknown|unconfirmed|unproven|unverified){_THAT}"
            r"|\b(?:[Nn]othing|[Nn]obody|[Nn]o one)(?: has| had)? (?:yet )?"
            rf"(?:confirm(?:s|ed)|prove[nsd]|show(?:s|ed|n)|found){_THAT}"
        ),
    ),
    (
        _DOUBT,
        (
            rf"(?:{_NOT}|\bfar from) {_MANNER}(?:convinced|persuaded|satisfied|confident){_THAT}"
            rf"|\b(?:unconvinced|unpersuaded|scepti?cal|skeptical|unsure|uncertain|doubtful|dubious){_THAT}"
        ),
    ),
    (
        _LIED,
        (
            r"\b(?:lie[sd]|lying|(?:was|were|is|are) (?:lying|wrong|mistaken|misled|misinformed|dishonest)"
            r"|misled (?:\w+ ){1,3}?|erred) ?(?:when|by|in) (?:\w+ )?(?:\w+ )?(?:say(?:ing)?|said|claim(?:ing|ed)"
            r"|tell(?:ing)? \w+|told \w+|stat(?:ing|ed)|writing|wrote|assert(?:ing|ed)|testif(?:ying|ied)"
            r"|announc(?:ing|ed)|report(?:ing|ed)|swore|swearing)(?: that\b)?"
        ),
    ),
    (_NONE, r"\bwrong to (?:say|claim|suggest|believe|think)(?: that\b)?"),
    (
        _NONE,
        (
            rf"\b(?:Niemand|niemand|Keiner|keiner|Kaum jemand|Nur (?:\w+ ){{1,2}}?){_MEINT}\b[^.,:;]{{0,30}}"
            r"[,:](?: dass\b)?"
        ),
    ),
    (
        _DOUBT,
        (
            r"(?<!obody )(?<!no one )(?<!not )(?<!n['’]t )(?<!never )(?<!no )(?<!without )(?<!beyond )"
            r"\bdoubt(?:s|ed)?(?: that\b| if\b| whether\b)?(?= \w)"
        ),
    ),
    (_DOUBT, r"(?<!iemand )(?<!einer )\bbezweif(?:le|elt|elte|elten|eln)[^.,]{0,30}, (?:dass|ob)\b"),
    (
        _IDEA,
        r"\b(?:idea|notion|myth|lie|suggestion|theory|illusion|rumou?rs?|legend|pretence|claims?|allegations?) that\b",
    ),
    (
        _HOPE,
        (
            r"\bhope(?:s|d)? (?:that\b)?(?!to\b|for\b)|\b(?:hoping|praying|prays?|dream(?:s|ed|t)?|dreaming) that\b"
            r"|\bdream(?:s|ed|t|ing)? of (?:a|the) (?:day|time) when\b"
        ),
    ),
    (_HOPE, r"\b(?:love|like|glad|happy) to (?:say|tell (?:you|them|him|her|people)|believe|report)(?: that\b)?"),
    (_HOPE, r"\b(?:hoff(?:e|t|en|te|ten)|wünsch(?:e|t|en|te|ten))\b[^.,;]{0,30}, (?:dass\b)?"),
    (
        _HOPE,
        (
            r"\b(?:must|should|needs? to|needed to|ha(?:s|ve|d) to|to|will|would)"
            r" (?:make sure|ensure|see to it)(?: that\b)?"
        ),
    ),
    (
        _HOPE,
        r"\b(?:soll|sollen|muss|müssen|wird|werden|will|wollen)\b[^.;]{0,40}? (?:dafür sorgen|sicherstellen), dass\b",
    ),
    (_IF, r"(?:\A|(?<=[\s“\"„«]))(?:[Ii]f|[Ww]hether)\b(?! any\b| not\b| ever\b| so\b)"),
    (_IF, r"(?:\A|(?<=[\s“\"„«]))(?:[Ww]enn(?! auch\b)|[Ff]alls)\b|, ob\b"),
    (ACCUSED, r"\b(?:wirft|werfen|warf|warfen)\b[^.;!?]{1,60}? vor, "),
    (
        ACCUSED,
        r"\b(?:wird|werden|wurde|wurden) (?:[\w-]+ ){0,5}?(?:vorgeworfen|nachgesagt|unterstellt|zur Last gelegt), ",
    ),
    (
        ACCUSED,
        (
            r"\b(?:Vorw[uü]rfe?|Verdacht|Behauptung|Behauptungen|Gerüchte?|Anschuldigung|Anschuldigungen|These|Mär"
            r"|Vorstellung|Legende|Unterstellung)(?: [\w-]+){0,5}?[,:] "
        ),
    ),
    (ACCUSED, r"\b(?:Vorw[uü]rfe?|Verdacht|Behauptung|Gerücht)(?: [\w-]+){0,2}? (?:lautet|lauten|lautete),? "),
    (ACCUSED, r"\b(?:bezichtig|beschuldig|verdächtig)(?:t|te|en|ten)\b[^.;!?,]{0,60}, "),
    (PASSED_ON, r"\bbehaupte(?:t|te|n|ten)(?: \w+){0,3}[,:] (?:dass\b)?"),
    (_UNNAMED, rf"\b(?:[Aa]ccording to|[Cc]iting) (?:an? |the |some )?(?:\w+ )?{_UNSURE}\b[^.;,]{{0,40}}, "),
    (_UNNAMED, rf"\b{_UNSURE}(?: [\w-]+){{1,4}}? {_SAYS}(?: that\b)?"),
    (
        _UNNAMED,
        (
            rf"\b(?:[Ll]aut|[Nn]ach (?:Angaben?|Aussagen?|Darstellung|Meinung)(?: von| der| des| eines| einer)?)"
            rf" (?:\w+ ){{0,2}}?(?:{_PUBLIC}|{_PRIVATE})(?=\W)"
        ),
    ),
    (
        _FICTION,
        (
            rf"\b(?:{WORKS}|song|series|story|episode|scene|book) (?:by (?:[A-Z][\w’'-]+ ){{1,3}}|of [\w ]{{1,20}} )?"
            r"(?:(?:tells|told|shows|showed|depicts|depicted|imagines|imagined|is about|describes|envisages|envisions"
            r"|supposes|invents|pretends|has it) (?:how|that)\b"
            r"|(?:begins?|began|opens?|opened|starts?|started|ends?|ended|closes?|closed|culminates?|climaxes) "
            r"(?:when|with|as|after|in)\b|(?:is|was) set in [^.;]{1,60}? (?:where|in which|when|after|whose)\b"
            r"|(?:is|was) about\b)"
            rf"|\b(?:{WERKE}|Lied|Serie|Geschichte|Folge) (?:von (?:[A-Z]\w+ ){{1,3}})?(?:erzählt|zeigt|schildert"
            r"|handelt davon|beginnt damit|beginnt|endet damit|spielt in [^.,;]{1,40}), (?:wie|dass|in de[mr]|als|wo)\b"
            r"|\bjok(?:e[sd]?|ing)(?: [\w’'-]+){0,3}? that\b|\bquip(?:s|ped)? that\b|\b(?:scherz|witzel|spott|spött)"
            r"(?:te|ten|elte|elten|t|en)(?: [\wäöüß-]+){0,4}?, dass\b"
        ),
    ),
)
"""What stands before the clause: it reaches the words behind it."""
BEFORE = _table(
    (_HEARD, rf"[,”\"] (?:[Tt]he |[Aa] )?(?:[\w’'-]+ ){{0,2}}?{_COURT}{_WHERE}\b{_HEARS}(?=[.,;]| on\b| in\b)"),
    (
        _FIRST,
        (
            rf",[”\"]? (?:(?!as |than |not |nor )[\w’'-]+ ){{1,4}}?"
            rf"(?:{_FIRST_WORDS} {_BELIEVED}|{_BELIEVED} {_FIRST_WORDS})(?=[.,;]|\Z)"
            rf"|, {_GLAUBTE}(?: \w+){{0,3}}? (?:zunächst|anfangs)(?=[.,;]|\Z)"
        ),
    ),
    (
        _MISTAKE,
        (
            r"\b(?:printed|published|posted|sent out|released|issued|aired|written|prepared|uploaded) (?:too early"
            r"|too soon|prematurely|by (?:mistake|accident)|in error|in haste|erroneously|mistakenly)\b"
            r"|\b(?:zu früh|versehentlich|irrtümlich|aus Versehen) (?:ge\w+t|veröffentlicht|verschickt|verbreitet)\b"
        ),
    ),
    (DENIED, rf"(?<=,) (?:ist|sind|war) {_GELOGEN}\b|(?<=,) (?:stimmt nicht|trifft nicht zu)\b"),
    (_IDEA, r"\b(?:is|was|are) (?:absurd|ridiculous|laughable|preposterous|ludicrous|a joke)\b"),
    (PASSED_ON, r",[“\"]? (?:so )?behaupte(?:t|te|n|ten)\b(?! etwas| ander| das Gegenteil)"),
    (_UNNAMED, rf",[”\"]? (?:an? |the |some )?{_UNSURE}(?: [\w-]+){{1,4}}? {_SAYS}\b"),
    (_FICTION, rf",[”\"]? (?:an? |the )?{_MOCKING} [\w’'-]+(?: [\w’'-]+){{0,3}}? {_WRITES}\b"),
    (_FICTION, r",[”\"]? (?:[\w’'-]+ ){1,5}?(?:joked|quipped|joke)(?=[.,;]|\Z)"),
)
"""What stands behind the clause: it reaches the words before it, in its sentence."""
BETWEEN = _table(
    (
        "a report or a rumour",
        r"\bsoll(?:en)?\b[^.;!?]{1,140}?[a-zäöüß](?:t|en) (?:worden )?(?:haben|sein)(?=[\s.,;!?”“\"]|\Z)(?!-)",
    ),
    (
        _NOT_QUITE,
        r"\b(?:far from|barely|hardly|scarcely|anything but|less than|kaum|alles andere als) (?=[a-zäöü])(?P<to>\w+)",
    ),
)
"""What stands within the clause: it reaches what stands before it, too."""
OVER = re.compile(
    r"(?:(?<=[.!?] )|(?<=[.!?][”\"“] ))[“\"„«]?(?:"
    rf"(?:That|This|It|Both|All of this|All of it|These|Those|Such claims?)(?: report| claim)?"
    rf" (?:is|was|are|were) {_LIE}\b"
    rf"|(?:Das|Dies|Beides|Alles) (?:ist|war|sind|waren) {_GELOGEN}\b"
    r"|(?:Das|Dies|Beides) (?:stimmt|stimmte) (?:\w+ )?nicht\b|Das trifft nicht zu\b)(?! (?:that|to)\b|, dass\b)"
)
"""How a sentence takes back the one before it."""
_IT = r"(?:It|He|She|They|That|This|We)"
_HEAD = r"(?:(?<=[.!?] )|(?<=[.!?][”\"“] ))(?:But |Yet |In the end,? |However, |Sadly,? |Aber )?"
TAKES_BACK = re.compile(
    rf"{_HEAD}(?:{_IT} (?:did|does|do|was|were|is|are|had|has|have)(?: not|n['’]t)(?=[.:;!–—]| [–—])"
    rf"|(?:{_IT} (?:never|did not|didn['’]t)|Nothing of the (?:kind|sort)|No such thing)(?: ever)?"
    r" (?:happen(?:ed)?|took place|take place|occurr?(?:ed)?)\b"
    r"|(?:Das|Dies|So) (?:tat|war|ist|geschah|passierte) (?:(?:er|sie|es|das|jedoch|aber|so) ){0,2}?"
    r"nicht(?: so| der Fall)?(?=[.:;!]))"
)
"""The same in few words, of a sentence that asserts: "It did not."."""
TURNED_OUT = re.compile(
    rf"{_HEAD}(?:{_IT}|The [\w ]{{1,20}}?) (?:later |soon |then )?turned out (?:to|that|not)\b"
    r"(?! be (?:true|right|correct))"
    rf"|{_HEAD}(?:Es|Das|Dies|Sie|Er) (?:\w+ )?(?:stellte|erwies|entpuppte) sich "
    rf"|{_HEAD}In (?:reality|truth|Wirklichkeit|Wahrheit)\b"
)
"""The same of a sentence that tells what was believed (`BELIEVED`)."""
BELIEVED = re.compile(
    r"\b(?:believed?|thought|feared|suspected|assumed|rumou?r\w*|reports?|reported|appeared|seemed|hoped|Bericht\w*"
    r"|glaubte\w*|vermutete\w*|Gerücht\w*|meldete\w*|hieß)\b"
)
DENYING = re.compile(r"\b(?:not|never|no|nobody|nothing|nicht|nie|kein\w*|would|wollte\w*)\b|n['’]t\b")

LIKELY = (
    r"(?:most |very |quite )?likely(?! to\b| voters?\b| candidates?\b)|(?:most |very |quite )?probabl[ey]|presumably"
    r"|almost certainly|(?:seem|appear)(?:s|ed)?(?: to(?= [a-z])| that\b)|thought(?: that\b)"
    r"|(?:understood|feared) that\b|dürften?|schein(?:t|en)(?= )|schien(?:en)?(?= )"
    r"|(?:is|are|was|were)(?: widely| generally| now| still)? (?:believed|thought|understood|assumed|presumed|reckoned"
    r"|suspected|considered|feared|supposed|held) to(?= (?:have|be)\b)"
)
"""What says of the words behind it that they are only likely, as a marker of how sure a text is."""
BELIEF = re.compile(
    r",[”\"]? (?P<theirs>(?:(?:the|some|many|most|several) )?(?:[\w’'-]+ ){1,3}?"
    r"(?:believes?|suspects?|thinks?|assumes?|reckons?|presumes?|fears?))(?=[.,;!]|\Z)"
    r"|, (?P<apart>it (?:seems|appears|is (?:believed|thought|assumed|presumed|suspected))|(?:most |very )?(?:probably"
    r"|likely)|presumably)(?=[.,;!]|\Z)"
    r"|\b(?P<all>in all (?:likelihood|probability))\b"
    r"|\b(?P<adverb>(?:höchst)?wahrscheinlich|vermutlich|offenbar|anscheinend|aller Wahrscheinlichkeit nach)\b"
    r"|, (?P<deutsch>(?:so )?(?:vermute[tn]|glaub(?:t|en)) (?:(?:der|die|das) )?[\wäöüß-]+(?: [\wäöüß-]+)?"
    r"|(?:nimmt|nehmen) (?:(?:der|die|das) )?[\wäöüß-]+ an)(?=[.,;!]|\Z)",
    re.IGNORECASE,
)
"""What says so of the whole sentence, wherever it stands in it: "…, police suspect", "löste … vermutlich aus"."""
BELIEVING = frozenset(
    fold(word)
    for word in """believe believes believed suspect suspects suspected think thinks thought assume assumes assumed
    reckon reckons presume presumes presumed fear fears seems appears probably presumably likely likelihood probability
    wahrscheinlich höchstwahrscheinlich wahrscheinlichkeit vermutlich offenbar anscheinend vermutet vermuten glaubt
    glauben nimmt nehmen""".split()  # noqa: SIM905
)
"""Words without one of which nothing does."""
