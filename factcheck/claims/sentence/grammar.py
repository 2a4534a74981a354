"""The words of a masked sentence as tokens, and the closed word classes that the search for speakers needs.

No part-of-speech model: closed classes (auxiliaries, prepositions, conjunctions, determiners) are listed, and an open
word is judged by its ending and its capital letter. German words stand beside the English ones where they cost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, wraps
from itertools import pairwise
from typing import NamedTuple, TypeVar, cast

from factcheck.text.abbreviations import BEFORE_PERSON
from factcheck.text.names import particles
from factcheck.text.names.gazetteer import ROLES

Found = TypeVar("Found")

MASK = "\u00a4"
WORDS_KEPT = 8192  # words whose facts are kept: more than most articles have
LONGEST_KEPT = 40  # characters of such a word; what is longer is a quotation, or no word

_TOKEN = re.compile(
    rf"{MASK}+(?:[,.?!—-]\s?{MASK}+)?"  # a quotation, with the punctuation before its closing mark
    r"|(?=[A-Z])(?:(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.(?=\s\d)"
    rf"|(?:[A-Z]\.){{1,4}}(?=[\s,:;)]|$)|(?:{BEFORE_PERSON}|Jr|Sr|Mt)\."
    r"|(?:Inc|Ltd|Corp|Co|Bros|Cos)\.(?=,|\s{1,2}[a-z])|(?:S\.p\.A|S\.r\.l|L\.L\.C)\.)"
    r"|[$£€#@]?\w(?:[\w’'&\u0080-\u00a3\u00a5-\u00aa\u00ac-\u00ba\u00bc-\u00be]|[-.](?=\w)|,(?=\d))*(?:[’'](?!\w))?%?"
    r"|--|\.\.\.|\S"
)

_AUXILIARIES = """
    is are was were be been being am has have had having do does did will would can could may might must shall should
    ist sind waren haben wird werden"""
_PREPOSITIONS = """
    of for in at from with on to by about near against under behind between among into over within inside outside
    across around without like including via toward towards along beyond through amid upon onto
    von für in aus mit bei im zu zur zum"""
_CONJUNCTIONS = """
    that when while as because if although though but than where whether before after since until unless so yet
    whereas what how why which who whom whose nor dass weil wenn als ob"""
_DETERMINERS = """
    the a an this these those his her its their our my your some many most several all both one two three four five six
    seven eight nine ten other another no few every each any either neither der die das ein eine"""
_PRONOUNS = "he she they it we i you who everyone everybody someone somebody nobody others er sie wir ich es"
_IRREGULAR = """
    said says told went took made gave came got saw met held led left won lost found kept began became wrote ran
    sent paid spent built bought brought fell rose grew knew thought felt spoke stood sat understood chose drew
    drove fought broke becomes goes makes takes gets comes stands stays seems appears remains keeps gives begins
    heard meant sought taught caught threw wore hit let shook ate blew bore clung crept dealt dug fled flew forgot
    forgave froze hid hung knelt lent lit rode rang sang sank shone slid sold spun sprang stole stuck struck swam
    swept swore swung tore woke
    laid strung slew wed
    arose awoke befell bit bled bred burnt drank dreamt dwelt fed flung forbade forsook leapt leant learnt shrank shot
    slept slung slunk sped spelt spilt spoilt spat stank stung strode strove trod wept wove wrung undid
    withheld withstood withdrew upheld overthrew overcame overtook oversaw overran overpaid overspent overheard
    overslept overshot overdid undertook underwent undersold undercut outdid outgrew outran outsold outspent outbid
    misled misread misspoke mistook misunderstood rebuilt repaid reran rewrote retook resold retold redid
    remade reset regrew rewound foresaw foretold besought beset beheld unwound"""
_ADVERBS = """
    also then later repeatedly recently previously reportedly not never once often always first further still again
    publicly simply just even only already earlier afterwards afterward long now soon ever sometimes both all himself
    herself themselves itself instead perhaps n't further thus therefore nevertheless too rather quickly """
_NOT_ADVERBS = "family ally reply emily italy july assembly supply rally police bully fly kelly sally molly lily"
_LEADS = """
    but and so yet meanwhile still then also now or however today yesterday later earlier afterwards afterward here
    indeed again instead moreover furthermore nevertheless nonetheless separately finally similarly overall
    additionally perhaps sure yes no well only even when while as if because
    although though on in at by during after before since for from with without
    until once thus therefore there tonight tomorrow besides otherwise hence plus likewise und aber doch"""
_TIMES = """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december yesterday today tonight tomorrow week month year night morning afternoon evening
    weekend earlier later afterwards recently previously ago jan. feb. mar. apr. aug. sep. sept. oct. nov. dec. mon tue
    wed thu fri montag dienstag mittwoch donnerstag freitag samstag sonntag"""
_CALENDAR = frozenset(_TIMES.split()) - {
    *("week", "month", "year", "night", "morning", "afternoon", "evening", "weekend", "earlier", "later", "ago"),
    *("recently", "previously", "afterwards"),
}
_PEOPLE = """
    police people men women man woman crowd staff media press team family lawyer source voter critic witness
    resident supporter opponent neighbour neighbor friend father mother brother sister son daughter wife husband
    parent teacher student pupil doctor nurse farmer worker owner player fan driver firefighter soldier rebel activist
    protester demonstrator campaigner union company firm bank council court jury board agency department ministry
    government administration committee commission party group panel study report survey poll paper newspaper
    statement letter document memo filing lawsuit complaint data figures documents records magazine journal website
    blog article editorial message tweet campaign charity trust club hospital university church embassy office
    headteacher academic scholar researcher trader investor observer insider veteran shopper visitor passer-by
    customer client tenant patient ally allies rival veteran founder donor delegate
    victim suspect defendant plaintiff judge guard clerk child children boy girl couple pilot priest monk relative
    airline carrier authority association federation league institute coalition retailer watchdog
    refugee employee detainee uncle aunt cousin colleague nephew guest hostage inmate widow"""
_THING_WORDS = """
    order water river power number matter border tower weather center winter summer number quarter computer chapter
    offer answer disorder shelter disaster murder factor sector terror error horror motor floor door mirror corridor
    list twist plant restaurant grant moment event payment agreement movement investment argument development treatment
    amendment environment requirement employment settlement unemployment punishment element experiment impeachment
    commitment improvement adjustment shipment apartment assessment equipment measurement content extent percent
    accident incident continent rent talent intent print paint point"""
_THINGS = frozenset(_THING_WORDS.split())
_NUMBERS_WORDS = """
    two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty half"""
NUMBER_WORDS = frozenset(_NUMBERS_WORDS.split())
AUXILIARIES = frozenset(_AUXILIARIES.split())
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
CONJUNCTIONS = frozenset(_CONJUNCTIONS.split())
DETERMINERS = frozenset(_DETERMINERS.split())
PRONOUNS = frozenset(_PRONOUNS.split())
IRREGULAR = frozenset(_IRREGULAR.split())
"""Finite forms that no ending tells."""
UNCHANGED = frozenset(["cut", "put", "set", "hit", "let", "shut", "cost", "quit", "split", "beat", "hurt", "spread"])
"""Verbs whose past has the form of the infinitive, and often of a noun."""
ADVERBS = frozenset(_ADVERBS.split())
LEADS = frozenset(_LEADS.split())
TIMES = frozenset(_TIMES.split())
PEOPLE = frozenset(_PEOPLE.split()) | ROLES
_PARTICLES_TOGETHER = 2
"""Small words in a row, and the capital beside them: "van der Berg"."""
_NO_ADVERBS = frozenset(_NOT_ADVERBS.split())
_ALSO_NAMES = frozenset(["May", "Will"])
_ALSO_NOUNS = frozenset(["war", "hat"])
"""German auxiliaries that are English nouns: they show a verb in a line, and none in a sentence that is read."""
_PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ess", "ian", "ant", "ent", "men", "women")


class Token(NamedTuple):
    """A word, a mark or a whole quotation at `[start, end)` of its sentence.

    `lower` is what tables know it by: "May" and "Will" keep their capital there, since they are a month or somebody's
    name, and no auxiliaries. `capital`: it begins with a capital letter, behind "al-" or "d’" too. `word`: it is a word
    or a number. `number`: it begins with a digit or a sign of money. `quotation`: it is a masked quotation.
    """

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    word: bool
    number: bool
    quotation: bool


class Tokens(list[Token]):
    """The tokens of a masked sentence, in order; nobody changes them. `found` is what `once` keeps of them."""

    __slots__ = ("found",)

    def __init__(self, tokens: Iterable[Token]) -> None:
        super().__init__(tokens)
        self.found: dict[tuple[object, ...], object] = {}


def once(search: Callable[[Sequence[Token], int], Found]) -> Callable[[Sequence[Token], int], Found]:
    """Let a search at a place of a sentence run once: one rule after another asks for the subject of the same verb."""

    @wraps(search)
    def kept(tokens: Sequence[Token], at: int) -> Found:
        if not isinstance(tokens, Tokens):
            return search(tokens, at)
        if (search, at) not in tokens.found:
            tokens.found[search, at] = search(tokens, at)
        return cast("Found", tokens.found[search, at])

    return kept


@lru_cache(maxsize=8)
def tokenize(text: str) -> Tokens:
    """Return the tokens of a masked sentence; each sentence is asked for twice."""
    new = tuple.__new__  # what `Token(…)` comes to, at half the time
    known = _known_facts
    return Tokens(
        [
            new(Token, match.span() + (known(spelt) if len(spelt := match.group()) <= LONGEST_KEPT else _facts(spelt)))
            for match in _TOKEN.finditer(text)
        ]
    )


def token_of(text: str, start: int = 0) -> Token:
    """Return the token that stands at `start`."""
    return Token(start, start + len(text), *_facts(text))


def _facts(text: str) -> tuple[str, str, bool, bool, bool, bool]:
    """Return a token and what its letters tell, in the order of its fields; most words of an article recur."""
    first = text[0]
    return (
        text,
        text if text in _ALSO_NAMES else text.lower().replace("’", "'"),
        particles.begins_with_capital(text),
        text[-1].isalnum() or first.isalnum(),
        first.isdigit() or first in "$£€",
        first == MASK,
    )


_known_facts = lru_cache(WORDS_KEPT)(_facts)


def of_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token has a capital, or is the "de" or "van der" of "Wim de Graaf"."""
    return tokens[at].capital or in_name(tokens, at)


def in_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token is a small word inside a name, between its capitals."""
    if tokens[at].text not in particles.PARTICLES:
        return False
    low = max(0, at - _PARTICLES_TOGETHER)
    return particles.in_name([token.text for token in tokens[low : at + _PARTICLES_TOGETHER + 1]], at - low)


def before_surname(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a surname begins with the small word at `at`, whatever stands before it: "said | van Dijk"."""
    low = at
    while low > 0 and {tokens[low].text, tokens[low - 1].text} <= particles.PARTICLES:
        low -= 1
    first = tokens[low].text
    end = next((k for k in range(at, len(tokens)) if tokens[k].text not in particles.PARTICLES), len(tokens))
    return first in particles.ALONE and end < len(tokens) and tokens[end].capital


def is_adverb(token: Token) -> bool:
    """Tell whether a word can stand between a subject and its verb."""
    lower = token.lower
    return lower in ADVERBS or (lower.endswith("ly") and not token.capital and lower not in _NO_ADVERBS)


def is_time(token: Token) -> bool:
    """Tell whether a word dates: a day, a month, or "week" and the like, which are no part of a name."""
    if token.lower == "today" and token.capital and token.start > 0:
        return False  # a paper or programme
    return token.lower in TIMES and (not token.capital or token.lower in _CALENDAR)


def is_calendar(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word names a day, a month or "week"; "May" only beside a number."""
    token = tokens[at]
    beside = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]]
    return is_time(token) or (token.text == "May" and any(t.number and t.text[0].isdigit() for t in beside))


def is_finite(token: Token) -> bool:
    """Tell whether a word plainly is a finite verb: an auxiliary, an irregular past, a negated auxiliary."""
    lower = token.lower
    if lower in AUXILIARIES or lower in IRREGULAR or lower.endswith("n't"):
        return True
    base, mark, ending = lower.partition("'")
    return mark != "" and (ending in ("re", "ve", "ll", "d", "m") or (ending == "s" and base in PRONOUNS | {"there"}))


def has_finite(sentence: str) -> bool:
    """Tell whether a sentence has a word that plainly is a finite verb, or a past tense by its form and its place."""
    tokens = tokenize(sentence)
    return any(
        is_finite(token) or token.lower in _ALSO_NOUNS or _is_past(before, token)
        for before, token in pairwise([None, *tokens])
        if token
    )


def _is_past(before: Token | None, token: Token) -> bool:
    """Tell whether a word has the form of a past tense and stands behind its subject: "prices rebounded", "it cost"."""
    if before is None or not before.word or before.lower in DETERMINERS | PREPOSITIONS:
        return False
    return (token.lower.endswith("ed") or token.lower in UNCHANGED) and not token.capital


def is_person_noun(token: Token) -> bool:
    """Tell whether a lower-case noun can name who speaks: "police", "spokesman", "voters"."""
    word = token.lower.removesuffix("'s").removesuffix("'").removeprefix("ex-")
    singular = word.removesuffix("s")
    if word in PEOPLE or singular in PEOPLE:
        return True
    return singular.endswith(_PERSON_ENDINGS) and singular not in _THINGS


__all__ = [
    "AUXILIARIES",
    "CONJUNCTIONS",
    "DETERMINERS",
    "IRREGULAR",
    "LEADS",
    "MASK",
    "NUMBER_WORDS",
    "PEOPLE",
    "PREPOSITIONS",
    "PRONOUNS",
    "TIMES",
    "UNCHANGED",
    "Token",
    "Tokens",
    "before_surname",
    "has_finite",
    "in_name",
    "is_adverb",
    "is_calendar",
    "is_finite",
    "is_person_noun",
    "is_time",
    "of_name",
    "once",
    "tokenize",
]
