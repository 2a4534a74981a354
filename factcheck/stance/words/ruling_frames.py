"""How a sentence rules on a clause, in English and German: our own lists, 2026-12.

Each pattern has what it rules on as `clause`, and its verdict as a group named for the way it points. Who rules is told
apart from these: see `factcheck.stance.reading.ruling_clauses`.
"""

from __future__ import annotations

import re

from factcheck.text.rulings import LABELS

_ADVERBS = (
    r"(?:(?:simply|just|also|entirely|completely|totally|largely|mostly|basically|essentially|clearly|demonstrably"
    r"|quite|plainly|not only|widely|long been|since|now|again|an?|absolute|complete|pure|utter|old) )*"
)
_WRONG = (
    r"(?:false|untrue|not true|not accurate|inaccurate|not correct|wrong|incorrect|baseless|groundless|fabricated|hoax"
    r"|fake|bogus|misleading|unfounded|without foundation|debunked|refuted|disprove[dn]|discredited|invented|lie"
    r"|myth|fabrication|falsehood|nonsense|made[- ]up|made up)"
)
_RIGHT = r"(?:true|correct|accurate|right|on the money|on target)"
_BE = (
    r"(?:['’]s|\b(?:is|was|are|were|has been|have been|had been)"
    r"|\b(?:has |have |had )?(?:prove[sdn]?|proven|turn(?:s|ed) out)(?: to be)?)"
)
_THING = (
    r"(?:claim|statement|rumou?r|story|stories|report|post|assertion|allegation|idea|notion|belief|suggestion|theory"
    r"|theories|message|myth|legend|lie)s?"
)
_LINK = r"(?: (?!that\b|of\b|about\b)[\w’'-]+){0,6}?,? that "
"""Between what is said and that it is said: "the claim, widely shared, that …"."""
_FALLS = r"(?:(?:does|do|did)(?: not|n['’]t) (?:hold up|stand up|add up|hold water)|holds? no water)"
_STANDS = r"(?:holds? up|checks? out|stands? up)"
_OBJECT = r"(?P<clause>[^\n]{6,400}?)"
_RATES = (
    r"\b(?:(?:rat|rul|label|labell|mark)(?:e|es|s|ed|ing)?"
    r"|(?P<calls>(?:judg|find|found|declar|deem|call)(?:e|es|s|ed|ing)?))\b"
)
_CLAIM_IS = re.compile(
    rf"\b{_THING}{_LINK}{_OBJECT}(?:,)? ?(?:{_BE} {_ADVERBS}(?:(?P<wrong>{_WRONG})|(?P<right>{_RIGHT}))"
    rf"|(?P<falls>{_FALLS})|(?P<stands>\b{_STANDS}))\b(?! (?:that|to|is|was|are|were|has|have)\b)",
    re.IGNORECASE,
)
"""“The claim that the lock leaks is false.”"""
_BARE_CLAIM_IS = re.compile(
    rf"\b{_THING} (?!(?:of|about|on|by|from|in|that|was|is|are|were|has|have|which|who)\b)"
    rf"(?-i:(?P<clause>(?:[A-Z]|the |an? |his |her |its |their )[^\n,]{{6,400}}?)) ?{_BE} {_ADVERBS}"
    rf"(?P<wrong>{_WRONG})\b",
    re.IGNORECASE,
)
"""The same without "that": “The claim Lena Ost owns a casino is false.”"""
_IT_IS = re.compile(
    rf"\b(?:it|that)(?:['’]s| is| was| has been| would be) {_ADVERBS}(?P<wrong>{_WRONG})"
    r"(?: to (?:say|claim|suggest|state|assert|believe|think))?,? that (?P<clause>[^\n]{6,400})",
    re.IGNORECASE,
)
"""“It is a myth that the lock leaks.”"""
_RATED = re.compile(
    rf"{_RATES} (?:[\w’'.-]+ ){{0,5}}?{_THING}{_LINK}(?P<clause>[^\n]{{6,400}}?)"
    rf"(?:,)?(?: as| to be)? [“\"‘']?(?P<label>{LABELS}|{_WRONG})(?=[”\"’'.!]*(?:\s*\Z|[,;(]| because\b))",
    re.IGNORECASE,
)
"""“We rate the claim that the lock leaks False.”"""
_CALLED = re.compile(
    rf"(?:\b(?P<wrong>debunk(?:s|ed|ing)?|refut(?:es?|ed|ing)|disprov(?:es?|ed|ing)|discredit(?:s|ed|ing)?) "
    rf"(?:(?:the|this|a|an|those|these|his|her|its|their|viral|old|popular|widespread|online) )*{_THING}"
    rf"|\b(?P<attribute>false|fake|bogus|debunked|baseless|untrue|unfounded|fabricated) {_THING}){_LINK}"
    r"(?P<clause>[^\n]{6,400})",
    re.IGNORECASE,
)
"""“Doctors debunked the claim that …”, “the false claim that …”."""
_FALSELY = re.compile(
    r"\b(?P<wrong>falsely|wrongly|incorrectly|mistakenly) (?:claim|say|said|stat|suggest|assert|report|alleg|tell|told"
    r"|tweet|post|wrote|writ|announc|argu|insist|maintain)(?:e|s|es|ed|ing)?,? (?:[\w’'-]+ ){0,2}?that "
    r"(?P<clause>[^\n]{6,400})",
    re.IGNORECASE,
)
"""“Posts falsely claim that the lock leaks.”"""
_GERMAN_THING = r"(?:Behauptung|Aussage|Meldung|Nachricht|Gerücht|Geschichte|These)(?:en|e)?"
_GERMAN_WRONG = (
    r"(?:(?:falsch|unwahr|nicht wahr|nicht richtig|nicht korrekt|(?:frei )?erfunden|irreführend|widerlegt"
    r"|eine Falschmeldung|eine Lüge|ein Mythos|Unsinn))"
)
_GERMAN_CLAIM_IS = re.compile(
    rf"\b{_GERMAN_THING}(?: [\w-]+){{0,4}}?, (?:dass )?(?P<clause>[^\n,]{{6,300}}), "
    rf"(?:(?:ist|sind|war|waren|wurde) (?:\w+ ){{0,2}}?(?P<wrong>{_GERMAN_WRONG})"
    r"|(?P<falls>stimmt nicht|trifft nicht zu|entspricht nicht der Wahrheit))"
)
_GERMAN_IT_IS = re.compile(
    rf"\bEs (?:(?:ist|war) (?:\w+ )?(?P<wrong>{_GERMAN_WRONG})|(?P<falls>stimmt nicht|trifft nicht zu)), "
    r"dass (?P<clause>[^\n]{6,300})"
)
PATTERNS = (_RATED, _CLAIM_IS, _BARE_CLAIM_IS, _IT_IS, _CALLED, _FALSELY, _GERMAN_CLAIM_IS, _GERMAN_IT_IS)
SIGNS = {"not true that", "not the case that", "stimmt nicht, dass", "nicht wahr, dass"} | frozenset(
    """falsely wrongly incorrectly mistakenly false untrue true accurate inaccurate correct wrong incorrect baseless
    groundless fabricated hoax fake bogus
    misleading unfounded foundation debunk debunks debunked debunking refute refutes refuted refuting disprove disproves
    disproved disproven disproving discredit discredits discredited invented lie myth fabrication falsehood nonsense
    made made-up right money target hold holds stand stands add check checks fire falsch unwahr wahr richtig korrekt
    erfunden irrefuhrend widerlegt falschmeldung luge mythos unsinn stimmt trifft entspricht""".split()  # noqa: SIM905
)
"""Folded words without one of which no text has such a ruling."""
OPEN = re.compile(
    r"\b(?:if|whether|unless|not|never|nor|cannot|yet to|no one|nobody|neither|ob|falls|wenn|nicht|niemand)\b|n['’]t\b"
    r"|\b(?:den(?:y|ies|ied|ying)|disput(?:e[sd]?|ing)|reject(?:s|ed|ing)?|bestritt\w*|bestreite\w*)\b",
    re.IGNORECASE,
)
"""What before a ruling says that it is none, or that somebody takes it back."""
CLAUSE_ENDS = re.compile(r"[,;:–—](?= )|\b(?:and|but|because|though|although)\b", re.IGNORECASE)
OBJECT_ENDS = re.compile(
    r",[”\"]|, (?:[A-Z][\w’'-]+ ){1,3}(?:said|says|told|wrote|insisted)\b"
    r"|, (?:but|said|says|which|who|and (?:it|he|she|they|that)|the [\w ]{1,40}? said)\b|;|[“”\"]? –"
)
_SAYS = (
    r"(?:said|says|say|told|tells|tweeted|wrote|writes|insist(?:s|ed)|argue[sd]|claim(?:s|ed)|add(?:s|ed)|maintain(?:s|ed)"
    r"|replied|responded|think|thinks|thought|believe[sd]?|declared|stated|complained|shouted|sagte|sagt|erklärte|meinte)"
)
BEFORE = re.compile(
    rf"(?:(?:\A|[,;:] |\b(?:and|but) )(?P<who>(?:[\w’'.-]+,? ){{1,8}}?){_SAYS}"
    r"(?: (?:reporters|him|her|them|us|[A-Z][\w’'-]+|the [\w-]+))?(?: (?:on|in|at) [\w ]{1,20}?)?(?: that|:|,)?"
    r"|\b(?:[Aa]ccording to|[Ll]aut) (?P<source>[^,.;\n]{2,60}),)"
    r" ?[“\"„]?(?:(?:the|this|these|any|such|all|a|die|das|dass) )?(?:[\w-]+ ){0,2}\Z"
)
BEHIND = re.compile(
    rf"\A[^.\n]{{0,80}}?,[”\"“]? (?:{_SAYS} (?P<who>[^,.;\n]{{2,60}})|(?P<other>(?:[\w’'.-]+ ){{1,8}}?){_SAYS}\b)"
    r"|\A,? (?:according to|laut) (?P<source>[^,.;\n]{2,60})"
)
OFFICIAL = re.compile(
    r"\b(?:we|I|police|polizei|court|gericht|judges?|officials?|offices?|amt|behörden?|authorit(?:y|ies)|ministry"
    r"|ministerium|department|agency|commission|committee|council|government|experts?|scientists?|researchers?|doctors?"
    r"|physicians?|historians?|academics?|engineers?|divers?|inspectors?|checkers?|analysts?|economists?|statisticians?"
    r"|\w+ologists?|chemists?|physicists?|specialists?|stud(?:y|ies)|stud(?:ie|ien)|forscher\w*|company|firm|spokes\w+|sprecher\w*"
    r"|fact[- ]?check\w*|faktencheck\w*|investigat\w+|inquiry|regulators?|reviewers?|university|hospital|museum"
    r"|newspaper|paper|editors?|snopes|politifact|reuters|afp|ap|dpa|bbc|organi[sz]ation|institute|bank|union|auditors?|report)\b",
    re.IGNORECASE,
)
"""Whose word is the source's own: itself, an office, or those who looked into it; not that of one person."""
BEHIND_IT = re.compile(
    r"(?:(?<=[.!?”\"] )|(?<=\n)|(?<= )(?=VERDICT\b))[“\"*#]{0,3}(?:"
    r"(?:that|this|it|(?:the|this|that|these|those|his|her|their|its)"
    r" (?:claim|story|report|rumou?r|statement|post|quote)s?) ?"
    rf"{_BE} {_ADVERBS}(?P<wrong>{_WRONG})\b(?! (?:that|to)\b)"
    rf"|(?:das|dies) (?:(?:ist|war) (?:\w+ )?(?P<falsch>{_GERMAN_WRONG})"
    r"|(?P<falls>stimmt nicht|trifft nicht zu))\b(?!, dass)"
    r"|(?:(?:so )?we |[\w ]{3,30} )rates? (?:this|that|it|these|those|the)(?: (?:claim|statement|post)s?)?(?: as)? "
    rf"[“\"]?(?P<label>{LABELS})\b"
    r"|(?:(?:our|the|[A-Z][\w.]*[’']s?) )?"
    r"(?:assessment|verdict|rating|ruling|conclusion|finding|fact[- ]?check|bewertung|urteil|fazit|einstufung)(?: is)?"
    rf"\s?[:–—-]?\s+[“\"]?(?P<titled>{LABELS}|{_WRONG}|falsch|unwahr|frei erfunden)\b)",
    re.IGNORECASE,
)
STATED = re.compile(
    r"\W*(?:the )?(?:claim|statement|what was claimed|myth|fact[- ]?check(?:ed)?|behauptung)\s?[:–—-]\s*",
    re.IGNORECASE,
)
"""The label that a statement can stand under."""
NAMES_IT = re.compile(
    r"\W*(?:the|his|her|their|its) (?:claim|story|report|rumou?r|statement|post|quote)", re.IGNORECASE
)
TOLD_OF = re.compile(
    r"[“”\"]|\b(?:claim|alleg|post|rumou?r|stor(?:y|ies)|report|sa(?:y|id)|quot|shar|viral|circulat|spread)",
    re.IGNORECASE,
)
"""What a sentence says that tells a claim, so that "The claim is false" behind it can be on that."""
SIDE_CLAUSE = re.compile(
    r"\b(?:after|before|because|since|when|while|although|though|saying|arguing|insisting|claiming|as|that|if|who|whose)"
    r" (?:[\w’'-]+ ){1,5}?(?:is|was|are|were|been|be|proved|turned out|revealed as|exposed as) \Z"
    r"|(?:;|, (?:and|but|while)) (?:[\w’'-]+ ){1,6}?(?:of|about|on) (?:[\w’'-]+ ){1,8}?(?:is|was|are|were|been) \Z"
    r"|(?<=\w )(?:that|which|who) (?:is|was|are|were|had been|has been|have been|proved|turned out to be) \Z",
    re.IGNORECASE,
)
"""A clause beside the main one up to its verb: "because her diploma was", "a story that was"."""
