"""How a text says that it tells of an earlier time, of another occasion, or of a count that was not over.

English and German, our own lists, 2026-12. Each is asked of a pair that would else take a side: one too many costs a
suggestion, one too few gives a wrong one.
"""

from __future__ import annotations

import re

from factcheck.text.words import fold, stem

_COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|sixty|a hundred|several|some|many|a few|a couple of"
    r"|a dozen|\d{1,3}|ein(?:e[mnr]?|ige[nr]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
    r"|fünfzehn|zwanzig|dreißig|vierzig|fünfzig|hundert|mehrere[nr]?"
    r"|wenige[nr]?)"
)
_UNIT = r"(?:seasons?|years?|months?|weeks?|decades?|centuries|century|days?)"
_EINHEIT = r"(?:Jahr(?:e|en|zehnte?n?|hunderte?n?)?|Monat(?:e|en)?|Wochen?|Tagen?|Saisons?)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_ENDS = r"(?=\W*\Z|[,.;:!?)–—”\"]| (?:and|but|when|while|in|at|on|for|und|aber|als)\b)"
AGO = rf"\b{_COUNT} {_UNIT} ago\b|\bvor {_COUNT} {_EINHEIT}\b"
"""So long before the text was written."""
_BEFORE = (
    rf"\b(?:{_COUNT}|the) (?:\w+ )?{_UNIT} (?:before|earlier|previously|prior){_ENDS}"
    rf"|\b(?:in|during|at|over|for) the (?:previous|preceding|prior) (?:\w+ )?(?:year|month|week|season|decade|term)\b"
    rf"|\b(?:once|twice) before{_ENDS}|\bon an? (?:earlier|previous) occasion\b"
    r"|\b(?:im Vorjahr|im Vormonat|in der Vor(?:woche|saison)|schon einmal|bereits einmal)\b"
    rf"|\b{_COUNT} {_EINHEIT} (?:zuvor|früher|vorher|davor)\b"
)
EARLIER = re.compile(rf"{_BEFORE}|{AGO}", re.IGNORECASE)
"""What says that a deed was done before the time that a text tells of."""
IN_YEAR = re.compile(
    rf"\b(?:back )?in (?P<year>{_YEAR})\b(?!\W*(?:to|and|or|until|–|-)\W*{_YEAR})|\b(?:im Jahr|bereits|schon)"
    rf" (?P<jahr>{_YEAR})\b",
    re.IGNORECASE,
)
_PAST_TURN = (
    rf"\b(?:last (?:year|season|time|month|week|summer|winter|spring|autumn|term)|(?:in )?{_YEAR}|a year ago"
    r"|im Vorjahr|letzte[snm]? (?:Jahr|Mal|Saison|Monat|Woche)|vergangene[snm]? (?:Jahr|Saison|Monat|Woche)|{ago})\b"
).replace("{ago}", AGO)
THEN = re.compile(_PAST_TURN, re.IGNORECASE)
THIS_TIME = re.compile(
    r"\b(?:this (?:time|year|season|month|week|summer|winter|spring|autumn|term|edition)"
    r"|diesmal|dieses Mal|(?:in )?dieses? (?:Jahr|Saison)|in diesem Jahr|in dieser Saison|heuer)\b",
    re.IGNORECASE,
)
"""What sets the present turn against an earlier one (`THEN`)."""

HAD_ONCE = re.compile(
    r"\bhad (?:once|on one occasion)\b|\bhatten? (?:\w+ ){0,4}?(?:schon einmal|einst)\b", re.IGNORECASE
)
"""What says that something was done at some time before."""

_EVENT = (
    r"(?:case|trial|hearing|proceedings?|lawsuit|suit|ruling|judge?ment|verdict|incident|accident|crash|attack|raid"
    r"|operation|fire|blaze|explosion|blast|flood|storm|quake|earthquake|outbreak|deal|transaction|(?:transfer )?window"
    r"|auction|sale|vote|ballot|elections?|poll|referendum|contest|race|match|game|fixture|leg|tie|meeting|encounter"
    r"|final|series|season|tournament|edition|flight|trip|visit|voyage|mission|launch|test|attempt|expedition|survey"
    r"|study|report|inquiry|investigation|strike|protest|march|rally|tour|concert|festival|settlement|dispute|stage"
    r"|bout|fight|debate|interview|speech|session|campaign|agreement|contract|order|occasion|instance|episode|clash"
    r"|dive|climb|eruption|avalanche|landslide|shooting|stabbing|bombing|collision|census|audit|inspection|offer|bid"
    r"|collection|appearance|performance|innings|round)s?"
)
_EREIGNIS = (
    r"(?:[A-ZÄÖÜ]\w*)?(?i:fall|verfahren|prozess|urteil|vorfall|unfall|anschlag|angriff|brand|unglück|spiel|rennen|wahl"
    r"|abstimmung|flug|reise|besuch|versuch|test|start|studie|umfrage|streik|auktion|saison|durchgang|hochwasser"
    r"|erdbeben|sturm|überfall|einsatz|turnier|partie|mission|angebot|prüfung)(?:e|es|s|en)?"
)
_ARTICLE = r"(?:an?|the|one|its|his|her|their|that)"
SEPARATE = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Oo]n|[Dd]uring) (?:{_ARTICLE} (?:completely |entirely |wholly )?"
    rf"(?:earlier|previous|prior|preceding|separate|unrelated|different|similar|comparable|last|first|other|reverse"
    rf"|corresponding|return|second|third|next|later|subsequent|parallel)|another|some other) (?:[\w-]+ ){{0,2}}?"
    rf"{_EVENT}\b"
    r"|\b(?:[Ii]n|[Bb]ei) (?:einem|einer|der|dem|seinem|seiner|ihrem|ihrer) (?:früheren|vorherigen|vorigen|anderen"
    rf"|weiteren|separaten|ähnlichen|gesonderten|letzten|ersten|zweiten|späteren) (?:\w+ )?{_EREIGNIS}\b"
    r"|\b(?:[Ii]m (?:Hin|Rück|Vorrunden)spiel|[Ii]m ersten Wahlgang|[Ii]m (?:letzten|vorigen|ersten|zweiten|anderen)"
    rf" (?:\w+ )?{_EREIGNIS})\b"
)
"""What says that a text tells of another occasion of the kind."""

_CAST = (
    r"(?:votes?|ballots?|districts?|precincts?|constituenc(?:y|ies)|polling (?:stations?|places?)|wards?|boxes|seats?)"
)
_SHARE = (
    r"(?:(?:about|around|nearly|almost|only|just|some|more than|less than|over|under|roughly|the first) )*"
    r"(?:half|most|many|some|a (?:third|quarter|fifth|tenth|fraction|few)|(?:two|three)[ -](?:thirds|quarters|fifths)"
    r"|\d[\d.,]*(?: ?%| per ?cent| percent| of (?:the )?\d[\d.,]*)?|\w+ of (?:the )?\w+)"
)
_STIMMEN = r"(?:Stimmen|Stimmzettel|Wahlkreise?n?|Wahlbezirke?n?|Wahllokale?n?|Gemeinden|Bezirke?n?)"
COUNTING = re.compile(
    rf"\bwith {_SHARE} (?:of )?(?:(?:the|all) )?{_CAST} (?:\w+ ){{0,2}}?(?:counted|reporting|declared|tallied|in)\b"
    rf"|\b(?:after|when|once|as) {_SHARE} (?:of )?(?:(?:the|all) )?{_CAST} (?:had |have |has )?(?:been )?"
    r"(?:reported|counted|declared|tallied|were counted|were in|came in)\b"
    r"|\b(?:when|before|until|as) (?:the )?(?:vote[- ]|ballot[- ])?count(?:ing)?(?: of \w+)? (?:was|had been|is)"
    r" (?:suspended|halted|paused|stopped|interrupted|adjourned|broken off|under ?way)"
    r"|\b(?:half-?way|midway|part of the way|partway|part-way|early) (?:through|into|in) (?:the )?(?:\w+ )?"
    r"count(?:ing)?\b"
    r"|\bas (?:the )?(?:vote[- ])?count(?:ing)? (?:continued|went on|began|started|got under ?way)\b"
    rf"|\b{_SHARE} (?:of )?(?:the )?{_CAST} (?:still )?(?:to (?:be counted|report|come)|uncounted|outstanding)"
    r"|\bcount(?:ing)? (?:was|is) (?:still )?(?:going on|under ?way|in progress)\b"
    r"|\bin the first round\b(?! of (?:talks|negotiations))|\bim ersten Wahlgang\b"
    rf"|\bnach Auszählung (?:der Hälfte|eines (?:Drittels|Viertels)|von (?!allen|100)[\w.,]+|etwa|rund|der ersten)\b"
    rf"|\bnach {_COUNT} von {_COUNT} (?:ausgezählten )?{_STIMMEN}\b|\bnach \d+ von \d+ (?:ausgezählten )?{_STIMMEN}\b"
    r"|\bals die Auszählung (?:\w+ ){0,4}?(?:unterbrochen|ausgesetzt|gestoppt|abgebrochen)"
    r"|\bwährend der Auszählung\b|\bnach (?:dem )?(?:ersten )?Zwischenstand\b|\bim Zwischenstand\b",
    re.IGNORECASE,
)
"""What says that votes, or the seats they make, were not all counted. "With all votes counted" is the end."""

OVER = re.compile(
    rf"\b(?:until|till|up to)(?! (?:now|today|this day|further))\b|\bfrom {_YEAR} (?:to|until|till|through) {_YEAR}\b"
    rf"|\bbetween {_YEAR} and {_YEAR}\b|\b(?:formerly|used to|no longer|at one time|in those days|at the time)\b"
    r"|\b(?:was|were|had|who|which|that|been) once\b|\bonce (?:was|were|\w+ed\b|held|led|ran|stood|belonged)"
    r"|\b(?:was|were|who|which|had) (?:then|previously)\b"
    r"|\bas an? (?:teenager|child|student|schoolboy|schoolgirl|boy|girl|youth|junior|apprentice|young \w+)\b"
    r"|\b(?:before|prior to) (?:the|his|her|its|their|that|then)\b|\bvor (?:dem|der) [A-ZÄÖÜ]"
    rf"|\bvon {_YEAR} bis {_YEAR}\b|\bzwischen {_YEAR} und {_YEAR}\b|\bbis (?!heute|jetzt|auf|zu\b)"
    rf"(?:zum|zur|{_YEAR}|Ende|Anfang|[A-ZÄÖÜ]\w+)"
    r"|\b(?:einst|früher|ehemals|einmal|damals|seinerzeit|nicht mehr)\b"
    r"|\bals (?:Jugendlicher?|Kind|Student(?:in)?|junger? \w+)\b"
    r"|\bwurde(?:n)? (?:\w+ ){1,4}?abgelöst\b"
    rf"|{_BEFORE}|{AGO}",
    re.IGNORECASE,
)
"""What says of a state that it is over."""
DURING = re.compile(
    rf"\b(?:back )?in (?:the )?{_YEAR}s?\b|\bin (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b|\b(?:during|throughout) (?:the|his|her|their|its|World) \w+"
    r"|\blast (?:year|season|month|week|summer|winter|spring|autumn)\b"
    rf"|\b(?:for|over) (?:(?:about|nearly|almost|more than|over|some|just) )*{_COUNT} (?:\w+ )?"
    r"(?:hours?|nights?|minutes?|days?|weeks?|months?|years?|decades?|seasons?)\b"
    rf"|\b(?:im Jahr {_YEAR}|in den {_YEAR}ern)\b|(?<=te ){_YEAR}\b"
    r"|\bwährend (?:der|des) \w+|\bim (?:letzten|vergangenen|vorigen) \w+"
    r"|\bletzte[sn]? (?:Jahr|Monat|Woche|Saison)\b"
    rf"|\b{_COUNT} (?:\w+ )?(?:Stunden?|Tage|Wochen|Monate|Jahre|Jahrzehnte?) lang\b",
    re.IGNORECASE,
)
"""What says when a state was so, where the text tells it in the past tense."""
HOURS = re.compile(
    rf"\bfor (?:(?:about|nearly|almost|more than|over|some|just) )*{_COUNT} (?:\w+ )?"
    r"(?:hours?|nights?|minutes?|days?)\b"
    rf"|\b{_COUNT} (?:\w+ )?(?:Stunden?|Tage|Minuten) lang\b",
    re.IGNORECASE,
)
"""How long something was shut or blocked that is told in the past tense; longer stretches may still run."""
NOW = re.compile(
    r"\b(?:now|today|currently|these days|heute|inzwischen|mittlerweile|jetzt|nun)\b(?: [\w-]+){0,3}", re.IGNORECASE
)
STATES = frozenset(
    stem(fold(word))
    for word in """head lead led chair hold held own run ran manage employ work play live belong coach teach taught
    serve supply rule govern control host present edit represent sponsor fund finance operate study reside command
    possess occupy use house produce train inhabit administer direct oversee support back
    leiten leitet leitete führen führt führte halten hält hielt besitzen besitzt besaß gehören gehört gehörte arbeiten
    arbeitet arbeitete spielen spielt spielte leben lebt lebte wohnen wohnt wohnte trainieren trainiert trainierte
    betreiben betreibt betrieb beschäftigen beschäftigt beschäftigte vertreten vertritt vertrat regieren regiert
    regierte unterrichten unterrichtet unterrichtete""".split()  # noqa: SIM905
)
"""Verbs of what goes on: told in the past tense, with a time, it need not go on."""
WAS_GERMAN = frozenset(
    fold(word)
    for word in """leitete führte hielt besaß gehörte arbeitete spielte lebte wohnte trainierte betrieb beschäftigte
    vertrat regierte unterrichtete leiteten führten hielten besaßen gehörten arbeiteten spielten lebten wohnten
    trainierten betrieben beschäftigten vertraten regierten unterrichteten""".split()  # noqa: SIM905
)
"""The same in the German past."""
MEASURES_AHEAD = re.compile(
    r"\b(?:ban|barred|suspend|jail|imprison|sentenc|disqualif|exclud|detain|remand|extend|lease|rent|sign|elect|appoint"
    r"|exil|expel|grant|licen[cs]|approv|gesperrt|verurteilt|gewählt|ernannt|inhaftiert)\w*",
    re.IGNORECASE,
)
"""What is done for a time that begins with it: "was banned for ten years" may be so now."""
FOR_GOOD = frozenset(
    stem(fold(word))
    for word in """buy bought acquire purchase sell sold found founded invent discover design write wrote written
    compose paint build built murder assassinate create establish die died born marry merge abolish demolish
    retire resign quit leave left join joined divorce dissolve inherit baptise
    kaufen kaufte verkaufen verkaufte gründen gründete erfinden erfand entdecken bauen baute errichten schreiben
    sterben starb geboren heiraten heiratete abreißen zurücktreten""".split()  # noqa: SIM905
)
"""What is done once to one and the same: told as done before, it is that deed all the same."""
