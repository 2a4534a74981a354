"""Find the office beside a name ("press secretary of the Duma", ", former head of the bank"), and compare offices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.sentence import cues, grammar
from factcheck.domain import Name
from factcheck.domain.offices import FORMER, THEN, is_former
from factcheck.text.names.gazetteer import ROLES
from factcheck.text.names.known import DEMONYMS
from factcheck.text.names.name_words import is_german_role

FORMER_WORDS = 4  # words between "former" and an office: "former world tennis union | leader"
CONTEXT = 110  # characters beside a name that can hold its office
DETERMINER = re.compile(
    r"^(?:the|a|an|his|her|their|its|this|that|der|die|das|dem|den|des|ein|eine[rmns]?)\s", re.IGNORECASE
)
_BEFORE = re.compile(r"((?:[\w’'.&-]+\s){1,9})$")
_TITLE = r"(?:[Dd]ame|[Ss]ir|[Ll]ord|[Ll]ady|Dr|Prof|[Pp]rofessor|Rev|[Rr]everend|Cllr|[Cc]ouncill?or)\.?"
_TITLES_BEFORE = re.compile(rf"(?<![\w’'-])(?:{_TITLE}\s){{1,3}}$")
_ONLY_TITLES = re.compile(rf"{_TITLE}(?:\s{_TITLE})*")
_MEMBER = re.compile(r"\b(?:cabinet|board|committee|council|panel|executive|assembly)\smember\b", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:\s\([^()\n]{1,40}\))?,\s(?:who\s(?:is|was)\s)?(?:the\s|an?\s)?"
    r"(?P<office>(?:[A-Z]\.|\b[ai]\.(?=\s?[DR]\.)|[^,.;:\n(“\"]){3,90})"
)
_RETIRED_BEFORE = re.compile(r"\s(?P<retired>(?:a\.\s?D|i\.\s?R)\.)\s$")
_OPENS_OFFICE = re.compile(
    r"(?<![\w’'.-])(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Dd]er|[Dd]ie|[Dd]as|[\w.-]{2,30}[’']s?)\s"
)
_PLAIN_OFFICE = re.compile(r"(?:[\w’'& -]|\.(?!\s)){3,80}")
_CLAUSE = re.compile(r"\b(?:and|but|that|[a-z]{3,}ed)\b|[’']s\s")
_WORD = re.compile(r"[\w’'-]+")
_VERB = re.compile(r"\b(?:said|says|told|is|was|are|were|has|had|will|would|who|and\s(?:he|she|they|the))\b")
_SYNONYMS = {
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "secretary-general": "secretary",
    "premier": "minister",
    "kremlin": "russia",
    "moscow": "russia",
    "defence": "defense",
    "chairman": "chair",
    "chairwoman": "chair",
    "congressman": "representative",
    "congresswoman": "representative",
    "rep": "representative",
    "sen": "senator",
    "gov": "governor",
    "boss": "chief",
    "chef": "chief",
    "organisation": "organization",
    "alliance": "nato",
    "businessman": "candidate",
    "nominee": "candidate",
    "frontrunner": "candidate",
    "lawyer": "attorney",
}
_STOP_WORDS = """
    the a an of for and in to his her its their also with by at on who is was from then general
    der die das dem den des"""
_STOP = frozenset(_STOP_WORDS.split())
_CLOSED = (
    grammar.AUXILIARIES | grammar.CONJUNCTIONS | grammar.DETERMINERS | grammar.IRREGULAR | grammar.PREPOSITIONS
) | {*grammar.PRONOUNS, "and", "or", "to"}
"""Words that stand in no office between "former" and its noun."""
_RELATIONS = frozenset(["wife", "husband", "girlfriend", "boyfriend", "lover", "friend", "partner", "classmate"])
_BEFORE_OFFICE_WORDS = """
    press defense defence foreign prime vice deputy interior police military army navy campaign company union party team
    city state county council school hospital airline government federal national security senior aviation opposition
    health education finance trade justice home transport energy environment housing labour agriculture culture shadow
    assistant"""
_BEFORE_OFFICE = frozenset(_BEFORE_OFFICE_WORDS.split())
_NO_OFFICE = frozenset(
    [
        *("although", "though", "but", "and", "when", "while", "as", "if", "after", "before", "since", "because", "on"),
        *("in", "see", "also", "read", "watch", "more", "related", "laut", "nach", "gemäß"),
    ]
)
_COURTESY = frozenset(["mr", "mrs", "ms", "miss", "herr", "frau"])
"""Titles that are no office."""
_NO_APPOSITION = frozenset(["not", "and", "but", "or", "rather", "instead", "see", "unlike"])
"""Words behind a name's comma that lead to somebody else: "Lee, not the mayor", "Lee, see also the minister"."""
ROLE_KEYS = frozenset(_SYNONYMS.get(w, w) for w in ROLES)


def role_words(office: str) -> set[str]:
    """Return the words of an office that tell it from others, by their common form."""
    words = {
        w.lower().strip("’'")
        for w in _WORD.findall(office.replace("press secretary", "spokesman").replace("Press Secretary", "spokesman"))
    }
    plain = {w.removeprefix("ex-").removesuffix("’s").removesuffix("'s") for w in words} - _STOP - FORMER - THEN
    nations = {DEMONYMS.get(w.capitalize(), w).lower() for w in plain}
    return {_SYNONYMS.get(w, w) for w in nations}


def office_keys(words: set[str]) -> set[str]:
    """Return which of the words of an office name it: "landrat", "minister"."""
    return words & ROLE_KEYS | {word for word in words if is_german_role(word)}


def is_title(office: str) -> bool:
    """Tell whether an office is only what somebody is called by ("Dame", "Dr"), and not what they do."""
    return _ONLY_TITLES.fullmatch(office) is not None


def offices(text: str, name: Name) -> list[str]:
    """Return the offices beside a name: inside its mention, before it, after its comma."""
    own = name.name.split()
    mention = name.span.text
    at = mention.find(own[0]) if own[0] in mention else mention.find(own[-1])
    begin = name.span.start + max(at, 0)
    before = text[max(0, begin - CONTEXT) : begin].rsplit("\n", 1)[-1]
    titles = _TITLES_BEFORE.search(before)
    before = before[: titles.start()] if titles else before  # "its former chief, Dr | Ann Lee"
    found = [_office_before(before), _office_of_apposition(before), titles.group().strip() if titles else ""]
    after = _AFTER.match(text, name.span.end, min(len(text), name.span.end + CONTEXT))
    if after and _is_office(after.group("office")):
        found.append(after.group("office").strip())
    tail = mention[at + len(name.name) :].strip() if at >= 0 else ""
    return [office for office in [*found, tail] if office and (_has_role(office) or is_former(office))]


def _office_of_apposition(before: str) -> str:
    """Return the office to which a name is in apposition: "the firm’s chief of design, " before "Ann Lee"."""
    if not before.endswith(", "):
        return ""
    for opening in _OPENS_OFFICE.finditer(before):
        words = before[opening.end() : -2]
        if _PLAIN_OFFICE.fullmatch(words) and not _CLAUSE.search(words) and _is_office(words):
            return words
    return ""


def _has_role(words: str) -> bool:
    if _MEMBER.search(words):
        return True
    return any(_role(word) and word.lower().strip("’'") not in _COURTESY for word in _WORD.findall(words))


def _is_office(apposition: str) -> bool:
    """Tell whether the words after a name's comma are its office, and not the clause that goes on."""
    words = apposition.split()
    if words[:1] and words[0].lower() in _NO_APPOSITION:
        return False
    clause = any(w in cues.VERBS and w not in cues.NOUN_LIKE for w in words)
    return _has_role(apposition) and _VERB.search(apposition) is None and not clause


def _office_before(before: str) -> str:
    """Return the office directly before a name, without what stands before the office."""
    if retired := _RETIRED_BEFORE.search(before):  # "Minister a. D. | Kurt Lenz"
        noun = before[: retired.start()]
        held = _office_before(f"{noun} ") or noun.rpartition(" ")[2]
        return f"{held} {retired['retired']}"
    match = _BEFORE.search(re.split(r"[,.;:“”\"()]\s?", before)[-1])
    words = match.group(1).split() if match else []
    last = next((i for i in range(len(words) - 1, -1, -1) if _role(words[i])), -1)
    if last < 0 or (last < len(words) - 1 and not _belongs(words, last)):
        first = _former_before(words, len(words))
        return "" if words[-1:] and words[-1].lower() in _RELATIONS else " ".join(words[first:])
    first = last
    while first > 0 and _can_precede(words, first):
        first -= 1
    return DETERMINER.sub("", " ".join(words[_former_before(words, first) :]), count=1).strip()


def formerly_of_both(words: Sequence[str]) -> bool:
    """Tell whether words before "and" only begin what one person was: "the former Barclays | and Lloyds chief"."""
    whose = len(words) > 1 and words[1].endswith(("’s", "'s"))
    at = int(bool(words) and DETERMINER.fullmatch(f"{words[0]} ") is not None) + whose
    named = words[at + 1 :]
    former = bool(words[at:]) and words[at].lower() in FORMER
    plain = bool(named) and all(word.islower() for word in named) and any(map(_role, named))  # "former chairman"
    return former and bool(named) and (plain or all(word[:1].isupper() and not _role(word) for word in named))


def _former_before(words: Sequence[str], first: int) -> int:
    """Return where "former" stands before the nouns that lead to an office ("former health | minister"), or `first`."""
    if first > 1 and words[first - 1] == "and":
        begins = range(max(0, first - 1 - FORMER_WORDS), first - 1)
        return next((k for k in begins if words[k].lower() in FORMER and formerly_of_both(words[k : first - 1])), first)
    for at in range(first - 1, max(-1, first - 1 - FORMER_WORDS), -1):
        word = words[at].lower()
        late = word in THEN and at > 0 and words[at - 1].lower() == "the"
        if at + 1 < len(words) and (late or word in FORMER):
            return at
        verb = (word.endswith("ed") or (word in cues.VERBS and word not in cues.NOUN_LIKE)) and words[at].islower()
        if verb or word in _CLOSED:
            return first
    return first


def _role(word: str) -> bool:
    plain = word.lower().strip("’'").removeprefix("ex-").removeprefix("then-")
    return plain in ROLES or is_german_role(plain) or is_german_role(word.lower()) or word == "OB"


def _belongs(words: list[str], last: int) -> bool:
    rest = words[last + 1 :]
    return (rest[0] == "of" and len(rest) > 1) or all(w[:1].isupper() for w in rest)


def _can_precede(words: list[str], first: int) -> bool:
    word = words[first - 1]
    if word.lower() in _NO_OFFICE | grammar.TIMES:
        return False
    if word[:1].isupper() or _role(word) or word.lower() in FORMER | _BEFORE_OFFICE:
        return True
    return word in ("of", "the") and first > 1 and (_role(words[first - 2]) or words[first - 2] == "of")


__all__ = ["DETERMINER", "ROLE_KEYS", "formerly_of_both", "is_title", "office_keys", "offices", "role_words"]
