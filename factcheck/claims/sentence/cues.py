"""The words that introduce somebody's words, in four tables; finds nothing by itself.

`SAYING` needs no "that"; `THINKING` needs one, or a quotation, or a clause that plainly begins; `ACTS` are speech acts
whose whole clause is the claim; `PARTICIPLES` follow a comma. Written by hand; checked on PolNeAR's train part.
"""

from __future__ import annotations

import re

from factcheck.claims.sentence import measured
from factcheck.claims.sentence.complements import Complement
from factcheck.text.cued import written_words

_SAYING = """
    reason reasoned reasons say says said tell tells told add adds added tweet tweets tweeted state states stated
    explain explains explained insist insists insisted announce announces announced declare declares declared stress
    stresses stressed note notes noted remark remarks remarked reply replies replied respond responds responded quip
    quips quipped joke joked repeat repeats repeated clarify clarifies clarified confide confided swear swears swore
    specify specified relay relayed assures cautions counters recall recalls recalled recount recounted report
    reports reported write writes wrote argue argues argued claim claims claimed warn warns warned admit admits
    admitted acknowledge acknowledges acknowledged concede concedes conceded confirm confirms confirmed emphasize
    emphasizes emphasized emphasise emphasised underline underlined underscore underscored point points pointed
    assert asserts asserted contend contends contended maintain maintains maintained allege alleges alleged suggest
    suggests suggested predict predicts predicted conclude concludes concluded observe observes observed comment
    commented continue continues continued ask asks asked complain complains complained lament lamented shout
    shouted boast boasts boasted vow vows vowed pledge pledges pledged testify testifies testified disclose
    disclosed reveal reveals revealed assure assured reiterate reiterates reiterated counter countered caution
    cautioned thunder thundered charge charged agree agrees agreed opine opined exclaim exclaimed cry cried
    remembers remembered sagt sagte sagten erklärte erklärt erklärten betonte betont teilte berichtete berichtet
    schrieb warnte warnt
    kritisierte kritisiert meinte meint forderte fordert kündigte ergänzte fügte bestätigte entgegnete mahnte
    forecast forecasts answer answers answered chant chants chanted yell yelled scream screamed shouts jokes post
    posts posted blog blogged read reads fume fumed demand demanded echo echoes echoed elaborate elaborated muse
    mused retort retorted scoff scoffed urge urged wonder wonders wondered gush gushed sang sing deadpanned deadpan
    interject interjected intone intoned proclaim proclaims proclaimed profess professed theorize theorized surmise
    surmised hint hinted attest attested affirm affirms affirmed posit posits posited decree decreed concur concurs
    concurred disagree disagrees disagreed"""
_THINKING = """
    believe believes believed think thinks thought know knows knew hope hopes hoped fear fears feared expect expects
    expected feel feels felt understand understands understood realize realizes realized decide
    decided find finds found show shows showed shown indicate indicates indicated estimate estimates estimated see saw
    hear heard learn learned learnt assume assumes assumed imply implied propose proposes proposed
    promise promises promised speculate speculated prove proved wish wishes wished mention mentioned
    imagine guess reckon reckons worry worries worried insinuate signal signaled signalled stipulate stipulates
    recommend recommends recommended demand demands demanded order ordered rule ruled recognize recognizes recognized
    acknowledge agree agreed concede fearing presume presumes presumed suspect suspects suspected conclude determine
    determined discover discovered object objects objected protest protests protested accept
    accepts accepted confess confesses confessed brag brags bragged calculate calculates calculated highlight highlights
    highlighted guarantee guarantees guaranteed submitted infer inferred project projects projected"""
_ACTS = """
    urge urges urged promise promises promised deny denies denied call calls called accuse accuses accused criticize
    criticizes criticized criticise criticised blame blames blamed demand demands demanded threaten threatens
    threatened refuse refuses refused reject rejects rejected condemn condemns condemned praise praises praised offer
    offers offered propose proposes proposed vow vows vowed pledge pledges pledged describe describes described admit
    admits admitted dismiss dismisses dismissed defend defends defended oppose opposes opposed support endorse
    endorses endorsed apologize apologizes apologized apologise apologises apologised
    welcome welcomes welcomed slam slams slammed denounce denounces denounced
    reiterate reiterated advise advised encourage encouraged warn warns warned plan plans planned want wants wanted
    hail hailed blast blasted attack attacks attacked label labeled labelled dub dubbed liken likened referred
    cite cites cited express expresses expressed decline declines declined decry decries decried mock mocks mocked
    thank thanks thanked question questions questioned challenge challenges challenged tout touts touted applaud
    applauds applauded lash lashed fault faulted seek
    seeks sought back backs backed announce announced deem deems deemed issue issued discuss discusses discussed
    mention mentions mentioned dispute disputes disputed rebut rebuts rebutted refute refutes refuted contest contests
    contested reported confirm confirms confirmed lambaste lambasted ridicule ridiculed laud lauded commend commended"""
_PARTICIPLES = """
    saying adding stressing noting arguing claiming warning explaining insisting declaring stating suggesting telling
    asserting alleging writing tweeting pointing emphasizing emphasising underlining acknowledging admitting conceding
    predicting maintaining contending calling describing accusing asking announcing reiterating believing boasting
    chanting shouting yelling singing replying responding urging reminding recalling repeating echoing quipping
    reporting indicating promising vowing pledging complaining joking concluding quoting citing fearing hoping"""
SAYING = frozenset(_SAYING.split())
THINKING = frozenset(_THINKING.split())
ACTS = frozenset(_ACTS.split())
PARTICIPLES = frozenset(_PARTICIPLES.split())

_TELLING_WORDS = """
    tell tells told assure assured remind reminded inform informed warn warns warned ask asks asked"""
TELLING = frozenset(_TELLING_WORDS.split())
_CONVICTIONS_WORDS = """
    convinced confident adamant certain sure hopeful optimistic afraid fearful worried concerned"""
CONVICTIONS = frozenset(_CONVICTIONS_WORDS.split())
"""Adjectives that lead to what somebody holds: "is convinced that it works"."""
_NOUN_LIKE_WORDS = """
    project projects guarantee guarantees highlight highlights
    dispute disputes object objects protest protests contest contests
    question questions issue issues blog challenge challenges fault discusses mention back backs
    reason reasons answer answers demands forecast forecasts hint posts post
    points
    claim claims report reports note notes state states charge call calls plan plans demand demands offer offers
    order support comment point warn find show rule hope hopes fear fears doubt doubts say mean means attack attacks
    see promise promises think estimate estimates shows feel guess wish worry worries label cry hear propose point
    write praise blame vow vows pledge pledges cite signal joke stress stresses tweet tweets remark remarks reply
    replies"""
NOUN_LIKE = frozenset(_NOUN_LIKE_WORDS.split())
"""Cues that are as often nouns: they need a plain subject before them."""


_ENDING_IN_COLON = ("reads", "read", "went", "goes", "put", "puts", "asks", "echoed")
"""Verbs besides those of saying that make a short line ending in a colon an announcement and no label."""


def _alternatives(*tables: frozenset[str]) -> str:
    return "|".join(sorted(frozenset().union(*tables), key=lambda w: (-len(w), w)))


CORE = frozenset(["said", "says", "say", "added", "adds", "told", "tells"])
"""The plainest verbs: what follows them is a clause even where its verb comes late."""
_QUOTED_WORDS = """
    continue continues continued post posts posted blog blogged read reads answer answers answered charge charged sing
    sang tell chant chants chanted wonder demanded demand"""
QUOTED = frozenset(_QUOTED_WORDS.split())
"""Verbs that mean something else without a quotation or "that"."""
AGREES = frozenset(
    ["agree", "agrees", "agreed", "concur", "concurs", "concurred", "disagree", "disagrees", "disagreed"]
)
"""Verbs that say something of what another has said, with no content of their own: "…, and Lee agreed"."""
_TO_WORDS = (
    "decline declines declined refuse refuses refused plan plans planned seek seeks sought threaten threatens offer"
)
WITH_TO = frozenset(_TO_WORDS.split())
"""Speech acts only before an infinitive: sales decline, too."""
STRICT = frozenset(["found", "find", "finds", "see", "saw", "thought", "know", "knew", "decided", "heard"])
"""Verbs that take objects and adverbials as often as clauses: they need "that"."""
_ATTITUDES_WORDS = """
    back backs backed support dub dubbed label
    labeled labelled seek seeks sought want wanted wants plan planned oppose opposes opposed"""
ATTITUDES = frozenset(_ATTITUDES_WORDS.split())
"""What people do or think for years as often as they say it once: "the town has preferred small firms"."""
VERBS = SAYING | THINKING | ACTS
_ANY = (
    VERBS
    | PARTICIPLES
    | measured.VERBS
    | {"according", "According", "laut", "Laut", "words", "view", "opinion", "per"}
    | CONVICTIONS
)
_PUTS_IT = re.compile(r"\bputs?\sit\b")
PARTICIPLE = re.compile(rf"(?:,|—|–)\s(?:and\s)?(?:also\s|further\s)?(?P<cue>{_alternatives(PARTICIPLES)})\b")
ANNOUNCES = re.compile(rf"\s(?:{_alternatives(SAYING | frozenset(_ENDING_IN_COLON))})\b")
ACCORDING = re.compile(
    r"\b(?=[AaIiLl])(?P<cue>[Aa]ccording\sto|[Ii]n\sthe\swords\sof|[Ii]n\sthe\s(?:view|opinion)\sof|[Aa]s\s(?:per|"
    r"reported\sby)|[Ll]aut)\s"
)


def has_any(sentence: str) -> bool:
    """Tell whether a sentence has a word that can tell whose words or thoughts it gives: most have none."""
    return not _ANY.isdisjoint(written_words(sentence)) or _PUTS_IT.search(sentence) is not None


def accepts(word: str, kind: Complement) -> bool:
    """Tell whether `word` introduces what follows it as somebody's words or thoughts."""
    if kind in (Complement.OTHER, Complement.NONE):
        return False
    if kind is Complement.CLAUSE and word in ("point", "report"):
        return False
    if kind is Complement.QUOTATION or (kind is Complement.COLON and word in SAYING):
        return True
    if word in SAYING and word not in QUOTED:
        return True
    if (word in STRICT or word in QUOTED) and kind is not Complement.THAT:
        return False
    return (word in THINKING or word in QUOTED) and kind is not Complement.COLON


__all__ = [
    "ACCORDING",
    "ACTS",
    "AGREES",
    "ATTITUDES",
    "CONVICTIONS",
    "CORE",
    "NOUN_LIKE",
    "PARTICIPLE",
    "PARTICIPLES",
    "QUOTED",
    "SAYING",
    "TELLING",
    "THINKING",
    "VERBS",
    "WITH_TO",
    "accepts",
    "has_any",
]
