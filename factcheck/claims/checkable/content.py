"""Tell what a stretch of text asserts: its content kind, its modality, and whether it can be checked at all."""

from __future__ import annotations

import re
from itertools import islice

from factcheck.claims.checkable.empty import SAYS_NOTHING, says_nothing
from factcheck.claims.checkable.guesses import announces, colours, is_comment, is_guess
from factcheck.claims.page.markup import without_markup
from factcheck.claims.sentence import grammar, measured
from factcheck.claims.sentence.addressing import is_greeting, is_order
from factcheck.claims.sentence.plurals import has_plural_verb
from factcheck.domain import Content, Form
from factcheck.text.cued import cued, words_in

WORDS_MIN = 3  # fewer are an interjection
FRAGMENT_WORDS = 12  # a longer sentence without a finite verb is rare, and is kept

_TO_BEGIN = r"(?:begin|start|open|reopen|close|end|finish|be|take|meet|appear|vote|run|arrive|return|go|publish|last)\b"
"""What is due to happen; what is "due to illness" has its reason."""
_PREDICTION = cued(
    r"\b(?:will|won[’']t|shall|’ll|'ll|going to|about to|bound to|is expected to|are expected to|is set to|"
    r"are set to|is likely to|expects?\sto|expects?\s[a-z]+\sof|"
    rf"(?:is|are) (?:now )?due to {_TO_BEGIN}|in the (?:coming|next)|"
    r"(?:could|may|might)\s(?:(?:also|still|soon|even|yet|not|well)\s)?"
    r"(?:rise|fall|grow|drop|double|cost|reach|hit|top|exceed|lose|gain|increase|decrease|shrink|climb|close|open|end|begin|"
    r"start|face|save|lead|be\s(?:cut|closed|lost|delayed|needed|hit|forced|affected|reduced|raised)))\b",
    "will won shall ll going about bound expected set likely expect expects coming next could may might due",
)
_GERMAN_MODALS = cued(r"\b(?P<plan>soll(?:en)?)\b|\b(?:wird|werden)\b", "wird werden soll sollen")
_GERMAN_LIKELY = cued(r"\b(?:[Kk]ünftig|dürften?|[Vv]oraussichtlich)\b", "künftig dürfte dürften voraussichtlich")
_GERMAN_CLAUSE_END = re.compile(r"(?<!\d)\.|;")
_INFINITIVE = re.compile(r"\s[a-zäöüß]+e?n\b")
_DONE_THEN = re.compile(r"(?<!\bzu\s)\b[a-zäöüß]+(?:t|en)\s(?:haben|sein)\b")
"""What makes "soll" a report: "soll davon | gewusst haben"."""
_DONE_NOW = re.compile(
    r"\s(?!gehen|geben|gewinn|gelt|gehör|genieß|gescheh|gesteh|genehmig|gestalt|gewähr|gefähr)"
    r"(?:[a-zäöüß]{0,9}ge[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]+iert|(?:be|ver|er|ent|zer|über|unter)[a-zäöüß]+t)"
    r"(?=[.,;“»]|\sund\b|$)"
)
"""The participle that makes "werden" a passive of what is so: "werden mit vier Jahren | getestet"."""
_SOON_IN_GERMAN = re.compile(r"\b(?:[Aa]b|[Bb]is|bald|demnächst|nächste[nrsm]?|kommende[nrsm]?)\b")
MODALS_READ = 4  # of a claim; more are a list
_FUTURE_OF_THE_PAST = cued(
    r"\b(?:would|wouldn[’']t|was going to|were going to)\s(?!(?:like|rather|have(?!\sto\b))\b)"
    rf"|\b(?:was|were) (?:[a-z]+ly )?(?:(?:un)?likely to\b|due to {_TO_BEGIN})",
    "would wouldn going likely unlikely due",
)
_OWNING = ("admit", "confirm", "acknowledg", "conced", "report", "announc", "meldet")
"""How the verbs begin by which somebody owns, reports or announces that something is so."""
_BIDDING = (
    "urg",
    "demand",
    "ask",
    "order",
    "advis",
    "encourag",
    "told",
    "tell",
    "instruct",
    "begg",
    "forder",
    "verlang",
)
"""How the verbs begin by which somebody is to do something."""
_IMPERATIVE = re.compile(
    r"[“\"‘'„»]*(?:(?:Do\snot|Don[’']t|Never)\s[a-z]+\b|(?:Please\s)?(?:Get|Stop|Stay|Go|Keep|Leave|Give|Take|Put|Make|Come|Bring|Pay|"
    r"Tell|Show|Fix|Hold|Wait|Turn|Drop|Hand|Send|Build|Vote|Ask|Look\sat|Listen\sto)\s"
    r"(?:the|a|an|your|my|our|his|her|their|its|this|that|these|those|me|us|him|them|it|off|out|up|down|away|back|home|"
    r"in|at|on|to|for|calm|safe|quiet|inside|indoors|working|going)\b)"
)
"""What begins with a verb and what follows one, and has no subject."""
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+")
"""Words with capitals inside a sentence, or several at its head."""
_CONDITIONAL = cued(
    r"\b(?:if|unless|provided that|in case|wenn|falls)\b",
    "if unless provided case wenn falls",
)
_MODAL = cued(
    r"\b(?:may|might|could|can|cannot|can[’']t|would|will|won[’']t|shall|should|must|ought to|possibly|perhaps|"
    r"probably|likely|"
    r"reportedly|allegedly|kann|könnte|soll|muss|wird)\b",
    "may might could can cannot would will won shall should must ought possibly perhaps probably likely "
    "reportedly allegedly kann könnte soll muss wird",
)
_DIRECTIVE = cued(
    r"\b(?:urged?s?(?!\son\b)|demand(?:s|ed)?|call(?:s|ed)? (?:on|for)|"
    r"must(?!\sbe\s[a-z]+ing\b|\shave\b)|ought to|should|need(?:s|ed)? to|"
    r"(?<!would )(?<!could )have to|"
    r"let[’']s|let us|(?:ordered|(?<!no )(?<!of )(?<!new )orders)"
    r"(?=\s(?:the|an?|that|all|its|his|her|their|him|them|to|[A-Z]))"
    r"(?!\s(?:(?:about|around|some|nearly|over|more than|at least)\s)?"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\s(?:[\w-]+\s){1,3}"
    r"(?:from|for|in|at|worth|on|that|last|this)\b)|"
    r"appeal(?:s|ed) (?:to|for)|asked .{1,60} to|muss|müssen|sollte)\b",
    "urge urged urges urgeds demand demands demanded call calls called must ought should need needs needed "
    "have let ordered orders appeals appealed asked muss müssen sollte",
)
_POSITION = cued(
    r"\b(?:important|significant|best|worst|better|worse|great|terrible|good|bad|beautiful|horrible|wonderful|"
    r"unacceptable|wrong|right|"
    r"fair|unfair|ridiculous|absurd|outrageous|disgrace(?:ful)?|shame(?:ful)?|dangerous|problems?|believe[sd]?|"
    r"thinks?|feels?|hopes?|(?:i|we) (?:thought|felt)|"
    r"in (?:my|our|his|her) (?:view|opinion)|realistic|support(?:s|ed)?|oppos(?:es|ed)|in solidarity|deserves?|"
    r"prefer(?:s|red)?|wants?|"
    r"seems?|appears?|sad|happy|proud|love|hate|amazing|incredible|tremendous|strong|weak|smart|stupid|crazy|"
    r"interesting)\b",
    "important significant best worst better worse great terrible good bad beautiful horrible wonderful "
    "unacceptable wrong right fair unfair ridiculous absurd outrageous disgrace disgraceful shame shameful "
    "dangerous problem problems believe believes believed think thinks feel feels hope hopes thought felt view "
    "opinion realistic support supports supported opposes opposed solidarity deserve deserves prefer prefers "
    "preferred want wants seem seems appear appears sad happy proud love hate amazing incredible tremendous "
    "strong weak smart stupid crazy interesting",
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|"
    r"should|\w+n[’']t|[a-z]+ed|[a-z]{3,}s|"
    rf"read|shot|burst|cast|{'|'.join(sorted(grammar.IRREGULAR | grammar.UNCHANGED))})\b|[’'](?:s|re|ve|ll|d|m)\b"
)
_FIGURE = re.compile(
    r"[$£€]\s?\d|\d\s?(?:%|(?:per\s?cent|million|billion|trillion|thousand|bn|m)\b)"
    r"|(?i:\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|thousands)\s(?:[a-z]+\s)?"
    r"(?:dead|killed|injured|hurt|wounded|missing|arrested|homeless)\b)"
)
"""What a source can confirm without a verb, too: "Turnout in Arle: 43 percent.", "Seven dead in a fire in Arle."."""
_RESULTS = re.compile(r"(?:[A-Z][\w.&’'-]*(?:\s[\w.&’'-]+){0,3}:?\s\d[\d.,]*(?:%|\b)(?!\s[a-z])[,;]?\s){2}")
"""A line of results: "Green 24, Labour 9, Conservative 8."."""
_WEAK = re.compile(r"(?:[a-z]+ed|[a-z]{3,}s)")
"""What has the form of a verb, and of a participle or a plural as well."""
_COUNTED_SUBJECT = re.compile(
    rf"^\w[^,.;:]*(?:,|\b(?:1[5-9]|20)\d\d)\s(?:[a-z]+\s){{0,2}}(?:\d[\d,.]*|{'|'.join(sorted(grammar.NUMBER_WORDS))})\s"
    r"(?:[a-z]+\s)?[a-z]+ed\b"
)
"""Behind the time or place that opens a sentence a number is its subject: "In 2019, 300 fled"."""
_OPENS_FRAGMENT = grammar.PREPOSITIONS | {"just", "not", "plus", "such"}
_PLURAL_PRESENT = re.compile(r"\b(?:we|they|you|i|people|who|many|some|most|all)\s[a-z]{2,}\b")
_TWO_WORDS = re.compile(
    r"(?:He|She|They)\s(?:(?!asked|added|replied|agreed|nodded|shrugged|laughed|smiled|sighed|paused|continued)"
    r"[a-z]{2,}ed|left|won|lost|fell|fled|quit)[.!]|"
    rf"[A-Z][a-z]{{2,}}\s(?:[a-z]{{2,}}ed|{'|'.join(sorted(grammar.IRREGULAR | grammar.UNCHANGED))})[.!]"
)
"""A subject and what it did, and no more: "Prices doubled."."""
_NO_VERB = "|".join(sorted(grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.DETERMINERS | {"and", "or", "photo"}))
_PLURAL_SUBJECT = re.compile(
    r"(?:(?!(?:This|His|Its|Days|Weeks|Months|Years)\b)[A-Z][a-z’'-]*[a-rt-z]s|Women|Men|People|Children|Police|Those|Others|Both|(?i:[a-z]+\sin\s(?:ten|\d+))|"
    r"(?:The|These|Those|Two|Three|Several|Both|Many|Few|\d[\d,]*)\s(?:[a-z-]+\s){0,2}"
    r"(?:[a-z-]{2,}s|men|women|people|children|police))\s"
    r"(?:(?:in|of|on|from|at|with|for|close\sto)\s(?:(?:the|a|an|his|her|their|its)\s)?(?:(?!(?:the|an?|his|her)\s)[A-Za-z&-]+\s){1,3}?)?"
    r"(?:(?:still|also|now|often|never|always|only|even)\s)*"
    rf"(?!(?:{_NO_VERB})\b)[a-z]{{3,}}(?<!ing|.ly|..s)\b(?!\.?$)"
)
"""A sentence that opens with a plural and a word that may be its verb: "Historians still debate the cause"."""
_OWN_OPINION = re.compile(
    r"\b(?:i|we)\s(?:think|believe|feel|guess|hope|suspect|wonder|love|hate|wish|suppose)\b|"
    r"\bi(?:[’']m|\sam)\s(?:[a-z]+ly\s|so\s|not\s)?(?:grateful|tired|sorry|proud|sure|afraid|convinced|"
    r"glad|happy|certain)\b|\b(?:in my (?:view|"
    r"opinion)|to me)\b"
)
_EVALUATION = re.compile(
    r"(?:(?:And|But|So|Still|Yet|Indeed|Of course),?\s)?(?:It|That|This|There)(?:[’']s|\sis|\swas|\swould\sbe|"
    r"\smay\sbe|"
    r"\smight\sbe|\sseems)\s(?:also\s|all\s|no\s|not\s|so\s|too\s|especially\s|very\s|only\s|perhaps\s|simply\s)*"
    r"(?:hard|easy|difficult|tough|time|clear|fair|worth|sad|wrong|right|tempting|important|ironic|wonder|doubt|shame|"
    r"pity|better|worse|natural|impossible|vital|crucial|essential|noteworthy|good|bad|great|terrible|human|nonsense|madness|misleading|"
    r"absurd|ridiculous|outrageous|unacceptable|troubling|worrying|disturbing|remarkable|striking|understandable|"
    r"inevitable|depressing|"
    r"said\sthat)\b"
    r"|(?:Fortunately|Unfortunately|Sadly|Hopefully|Thankfully|Perhaps|Maybe)\b"
    r"|(?:We|I|You)\s(?:must|should|need\sto|have\sto|ought\sto|deserve)\b"
)
_GERMAN = re.compile(
    r"\b(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|und|nicht|mit|von|vom|für|im|am|zum|zur|auf|sich|als|auch|"
    r"laut|davon|rund|nach|bei|aus|über|er|sie|es|ihr|sein|seine|wir)\b"
)
_ENGLISH = re.compile(r"\b(?:the|of|to|in the|and|that|with|for|on|by|at|from)\b")
_ASIDE = re.compile(r"\s\([^()]*\)(?=\s)|(?<=\w)\s?[—–]\s?[^—–]{3,60}\s?[—–](?=\s?\w)")
"""What stands in brackets or between dashes, away from the subject's verb."""
_TRAILING = " \t\n\"”’»)]*_'"


def _is_german(bare: str) -> bool:
    """Tell whether a sentence is German, whose finite verbs no short list holds: then it is narration by default."""
    lower = bare.lower()
    return _GERMAN.search(lower) is not None and _ENGLISH.search(lower) is None and any(map(str.islower, bare.split()))


def _has_verb(bare: str) -> bool:
    """Tell whether a finite verb can stand in a sentence; "Just two weeks after the flood" has none.

    Where a sentence opens as fragments do, a plural behind a number, an article or a preposition is no verb.
    """
    words = bare.split()
    opens = words and (words[0].lower() in _OPENS_FRAGMENT or words[0].isdigit())
    if not opens or len(words) > FRAGMENT_WORDS:
        return _FINITE.search(bare) is not None
    if not all(_WEAK.fullmatch(match.group()) for match in _FINITE.finditer(bare)):
        return True
    closed = grammar.PREPOSITIONS | grammar.DETERMINERS | grammar.NUMBER_WORDS | {"and", "or", "no"}
    if _COUNTED_SUBJECT.search(bare):
        return True
    before = (words[k - 1].lower() for k in range(1, len(words)) if _WEAK.fullmatch(words[k].strip(",.;:")))
    return any(word not in closed and not word[0].isdigit() for word in before)


def _states(bare: str) -> bool:
    """Tell whether a sentence has a finite verb, or a figure that a source can confirm without one."""
    if (
        _has_verb(bare)
        or _FIGURE.search(bare)
        or _RESULTS.search(f"{bare} ")
        or _PLURAL_PRESENT.search(bare.lower())
        or _is_german(bare)
    ):
        return True
    outside = _ASIDE.sub("", bare)  # "Prices (including tax) double each year"
    return _PLURAL_SUBJECT.match(outside) is not None or has_plural_verb(outside)


def content_kind(text: str, *, act: str = "", form: Form | None = None) -> Content:
    """Return what kind of thing `text` asserts; `act` is the cue verb where the claim is a speech act.

    `form`, where it is known, tells how it is said: in other words than the speaker's "would" stands for their "will",
    and a figure of the article's own is a fact whatever is fair or strong beside it.
    """
    words = words_in(text)
    bidden = act.startswith(_BIDDING) or (form in (Form.DIRECT, Form.MIXED) and _IMPERATIVE.match(text) is not None)
    if bidden or _DIRECTIVE.search(text, words):
        return Content.DIRECTIVE if act or bidden or not _PREDICTION.search(text, words) else Content.PREDICTION
    lower = text.lower()
    promises = act.startswith(("promis", "vow", "pledg", "threaten", "plan"))
    depends = _CONDITIONAL.search(lower, words) is not None and _MODAL.search(text, words) is not None
    if (
        promises
        or act in measured.EXPECTS | measured.EXPECTS_IN_GERMAN
        or _PREDICTION.search(text, words)
        or _is_german_plan(text, words)
        or (depends and act not in measured.VERBS)
    ):
        return Content.PREDICTION
    opines = _opines(text, words) and not (form is Form.NONE and _FIGURE.search(text))
    if act in measured.VERBS or (act.startswith(_OWNING) and not opines):
        return Content.FACT
    if act or opines:
        return Content.POSITION
    foretells = form in (Form.INDIRECT, Form.MIXED) and _FUTURE_OF_THE_PAST.search(lower, words) is not None
    return Content.PREDICTION if foretells else Content.FACT


def _is_german_plan(text: str, words: frozenset[str]) -> bool:
    """Tell whether a German text tells what is planned or likely, and not what is only reported or done."""
    if _GERMAN_LIKELY.search(text, words):
        return True
    if _GERMAN_MODALS.words.isdisjoint(words):
        return False
    for modal in islice(_GERMAN_MODALS.pattern.finditer(text), MODALS_READ):
        end = _GERMAN_CLAUSE_END.search(text, modal.end())
        rest = text[modal.end() : end.start() if end else len(text)]
        if modal["plan"]:
            plans = _INFINITIVE.search(rest) is not None and _DONE_THEN.search(rest) is None
        else:
            plans = _DONE_NOW.search(rest) is None or _SOON_IN_GERMAN.search(rest) is not None
        if plans:
            return True
    return False


def _opines(text: str, words: frozenset[str]) -> bool:
    """Tell whether a word of a text judges, and is no part of a name: "a great day", but "Good Friday"."""
    lower = text.lower()
    if _POSITION.search(lower, words) is None:
        return False
    named = _NAMED.sub(lambda match: " " * len(match.group()), text)
    return _POSITION.search(named.lower(), words) is not None


def modality(text: str) -> str:
    """Return the first modal word of `text`, lower-cased, with "if" where it depends on a condition; "" for neither."""
    words = words_in(text)
    modal = _MODAL.search(text, words)
    condition = _CONDITIONAL.search(text.lower(), words)
    parts = [modal.group().lower() if modal else "", "if" if condition else ""]
    return " ".join(part for part in parts if part)


_IN_FIGURES = re.compile(
    r"(?!.*(?:\d|\b(?:\w+ed|come|comes|came|return|returns|is|are|was|were|has|have|had)\b))(?:\S+\s+){1,8}?"
    r"(?:in\s+(?:figures|numbers|brief|charts|graphs|maps|pictures|zahlen|kürze|bildern)|at\s+a\s+glance|"
    r"by\s+(?:the\s+)?numbers|auf\s+einen\s+blick)",
    re.IGNORECASE,
)
"""A title that only says that figures follow: "The harbour in figures"; "They came in numbers" tells something."""


def why_not_checkable(text: str, *, own: str | None = None) -> str:
    """Return the reason why a sentence of narration asserts nothing checkable; "" where it may.

    `own`: the sentence without what it quotes, so that nobody's "I think" is taken for the writer's.
    """
    bare = text.strip(_TRAILING + "“„«‘([")
    words = bare.split()
    plain = without_markup(text)
    voiced = bare if own is None else own.strip(_TRAILING + "“„«‘([")
    reasons = (
        ("markup", plain is not text and sum(w[:1].isalpha() for w in plain.split()) < WORDS_MIN),
        ("question", text.rstrip(_TRAILING).endswith("?")),
        ("too-short", len(words) < WORDS_MIN and not _TWO_WORDS.fullmatch(bare)),
        ("greeting", is_greeting(bare)),
        ("imperative", is_order(bare)),
        ("no-finite-verb", not _states(bare)),
        ("evaluation", _EVALUATION.match(voiced) and not re.search(r"\d", bare) and not colours(voiced)),
        (SAYS_NOTHING, says_nothing(bare)),
        ("own-opinion", _OWN_OPINION.search(voiced.lower()) and not re.search(r"\d", bare)),
        ("announces", announces(text.rstrip()) or _IN_FIGURES.fullmatch(bare)),
        ("comment", is_comment(bare) and not colours(bare)),
        ("speculation", is_guess(bare) and not colours(bare)),
    )
    return next((reason for reason, holds in reasons if holds), "")


__all__ = ["content_kind", "modality", "why_not_checkable"]
