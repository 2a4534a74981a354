"""Somebody else by one word: the driver of the minister, the deputy mayor, the president-elect.

`doers` asks it of the subject of the claim's verb; this is asked of every noun and name of the claim, so of objects and
passives, too. Levels: *the same, or not told*; *somebody's* ("arrested the senator's driver", "the brother of Olin",
"den Fahrer des Senators" beside "arrested the senator"); *of another office* ("deputy mayor", "former mayor",
"president-elect", "Vizeminister" where the claim has no such word). Where a word stands several times, the one nearest
to what the claim says of it counts. Asked only of what would else be called corroborated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.domain import Reason
from factcheck.stance.names.doers import told_of_another
from factcheck.stance.names.stand_ins import STANDING_FOR, acts_for
from factcheck.stance.names.subjects import is_told
from factcheck.stance.reading.lexicon import is_verb
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.texts import is_name
from factcheck.text.names.gazetteer import ROLES
from factcheck.text.words import STOP_WORDS, Word, fold, stem

_RELATIVES = (
    r"brother|sister|son|daughter|wife|husband|father|mother|cousin|uncle|aunt|nephew|niece|friend|ally|allies|aide"
    r"|advis[eo]r|driver|chauffeur|bodyguard|guard|deputy|assistant|secretary|spokes\w+|lawyer|attorney|doctor|rival"
    r"|opponent|critic|colleague|partner|girlfriend|boyfriend|fianc\w+|widow|widower|neighbou?r|supporter|follower"
    r"|successor|predecessor|associate|relative|namesake|impersonator|parent|child|grand\w+|stepson|stepdaughter"
    r"|owner|founder|heir|subsidiary|subsidiaries|affiliate|supplier|contractor|tenant|landlord"
    r"|brother-in-law|sister-in-law|son-in-law"
)
_VERWANDTE = (
    r"(?:bruder|schwester|sohn|tochter|frau|mann|vater|mutter|cousin|cousine|onkel|tante|neffen?|nichte|freund|freundin"
    r"|berater|beraterin|fahrer|fahrerin|leibwächter|sprecher|sprecherin|stellvertreter|stellvertreterin|anwalt|anwältin"
    r"|sekretär|sekretärin|assistent|assistentin|mitarbeiter|mitarbeiterin|nachbarn?|vorgänger|vorgängerin|nachfolger"
    r"|nachfolgerin|rivalen?|gegner|kollegen?|kollegin|witwe|witwer|vertrauten?|vertrauter|partner|partnerin|enkel"
    r"|schwager|schwägerin|arzt|ärztin|referent|büroleiter)(?:n|en|s|es)?"
)
_OF = re.compile(
    rf"\b(?P<who>(?:{_RELATIVES})s?) (?:of|to|for) (?:(?:the|a|an|his|her|their|its) )?(?P<title>(?:[\w.]+ ){{0,2}})\Z"
    rf"|\b(?P<wer>\w*{_VERWANDTE}) (?:des|der|von|vom|eines|einer) (?P<titel>(?:[\w.]+ ){{0,2}})\Z",
    re.IGNORECASE,
)
_REACH = 60  # characters before a word in which it is told whose friend is meant
_CLASSES = (
    r"former|ex|one-?time|erstwhile|retired|frühere[nmrs]?|ehemalige[nmrs]?|einstige[nmrs]?|alt",
    r"deputy|vice|assistant|associate|stellvertretende[nmrs]?|vize",
    r"shadow|schatten",
    r"co",
    r"acting|interim|caretaker|kommissarische[nmrs]?",
    r"future|incoming|designated|would-be|künftige[nmrs]?|designierte[nmrs]?|angehende[nmrs]?",
    r"self-styled|self-proclaimed|fake|bogus|falsche[nmrs]?|selbsternannte[nmrs]?|vermeintliche[nmrs]?",
)
_BEFORE = tuple(re.compile(rf"\b(?:{words})[ -](?P<gap>\w+ )?\Z", re.IGNORECASE) for words in _CLASSES)
_BEHIND = re.compile(r"[ -](?:elect|designate|in[- ]waiting)\b")
_TOLD = tuple(re.compile(rf"\b(?:{words})(?:\b|(?=minister|kanzler|präsident))", re.IGNORECASE) for words in _CLASSES)
"""Words that make another office of one, by what they say of it, before it and anywhere in a claim."""
_TIMES = re.compile(r"(?:\w+day|year|month|week|night|season|century|decade|tomorrow|[1-9]\d*s?)\Z")


def another_person(pair: Pair) -> Reason | None:
    """Return a reason where the source tells of somebody's somebody, or of another office, than the claim."""
    answered = {one.passage.stem for one in pair.partners}
    for one in pair.partners:
        if one.kind not in ("same", "synonym", "spelling") or one.claim.is_number:
            continue
        word = _nearest(pair, one)
        found = [*_owned(pair, one, word, answered), *_relative(pair, one, word, answered), *_office(pair, one, word)]
        if found:
            return told_of_another(pair, [one.claim], sorted([*found, word], key=lambda each: each.start))
    return None


def another_object(pair: Pair) -> Reason | None:
    """Return a reason where the verb has another object in the source, of which the claim's only says which it is.

    "Opposes the toll for the tunnel" says nothing of the tunnel. Asked of what would else be a conflict; of the plan
    or the building of a thing much the same is said as of the thing.
    """
    answered = {one.passage.stem for one in pair.partners}
    verbs = {one.passage.end: one.claim.end for one in pair.partners if _is_deed(one.claim)}
    for one in pair.partners:
        found = _OF_OBJECT.search(pair.passage.text[: one.passage.start])
        if found is None or one.kind == "opposite" or is_told(one.claim) or found.start() not in verbs:
            continue
        if _OBJECT.fullmatch(pair.claim.text, verbs[found.start()], one.claim.start) is None:
            continue
        noun = next((each for each in pair.stretch if each.start == found.start("noun")), None)
        if noun is not None and noun.stem not in answered | _OF_THE_THING and not noun.is_stop:
            return told_of_another(pair, [one.claim], [noun])
    return None


_ARTICLE = r"(?:(?:the|a|an|any|its|their|his|her) )?"
_OF_OBJECT = re.compile(rf" {_ARTICLE}(?:\w+ )?(?P<noun>\w+) (?:of|for|on|in|at|from|to|near|under) {_ARTICLE}\Z")
_OBJECT = re.compile(rf" {_ARTICLE}")
_MEASURES = frozenset(
    map(
        stem,
        """toll price cost rate level count amount sum number total figure result accident attack site study survey
        report event""".split(),  # noqa: SIM905
    )
)
_OF_THE_THING = (STANDING_FOR - _MEASURES) | frozenset(
    stem(word)
    for word in (
        *("idea", "construction", "building", "creation", "introduction", "adoption", "use", "sale", "purchase"),
        *("concept", "principle", "existence", "presence", "expansion", "extension", "whole", "rest", "part", "kind"),
        *("opening", "closure", "launch", "start", "end", "ratification", "signing", "passage", "approval", "draft"),
        *(
            "application",
            "appeal",
            "bid",
            "calls",
            "request",
            "demand",
            "campaign",
            "motion",
            "scheme",
            "funding",
            "version",
            "terms",
            "text",
            "city",
        ),
    )
)


def _nearest(pair: Pair, one: Partner) -> Word:
    """Return the word of the stretch that stands for one of the claim, next to what the claim says of it."""
    places = [word for word in pair.stretch if word.stem == one.passage.stem]
    others = [each for each in pair.partners if each.claim.stem != one.claim.stem and not is_name(each.claim)]
    beside = min(others, key=lambda each: abs(each.claim.start - one.claim.start), default=None)
    if beside is None or not places:
        return one.passage
    return min(places, key=lambda word: abs(word.start - beside.passage.start))


def _owned(pair: Pair, one: Partner, word: Word, answered: set[str]) -> Iterator[Word]:
    """Yield what a word of the passage owns where it owns nothing in the claim: "driver" of "the senator's driver"."""
    if not _owns(pair.passage.text, one, word) or _owns(pair.claim.text, one, one.claim) or _TIMES.match(word.folded):
        return
    if re.search(r"\b(?:of|von|vom|des)\b[^,.;]{0,30}\Z", pair.claim.text[: one.claim.start]):
        return
    if _says_which(pair.claim.words, one.claim):
        return  # "the NATO summit" is no NATO that does something
    behind = [each for each in pair.stretch if each.start >= word.end][:2]
    if not behind or behind[0].is_stop or behind[0].is_number or _is_deed(behind[0]):
        return
    if behind[0].stem in answered or (len(behind) > 1 and behind[1].stem in answered and not _is_deed(behind[1])):
        return  # "Germany's chancellor" is the chancellor of Germany
    owned = _with_head(pair, behind[0])
    if not any(acts_for(pair, word, each) for each in owned):
        yield owned[-1]


def _with_head(pair: Pair, first: Word) -> list[Word]:
    """Return a word with those that go on with its noun: "defence minister" of "Estonia's defence minister said"."""
    found = [first]
    for word in (each for each in pair.stretch if each.start > first.start):
        if word.start != found[-1].end + 1 or word.is_stop or word.is_number or _is_deed(word) or is_name(word):
            break
        found.append(word)
    return found


def _says_which(words: Sequence[Word], name: Word) -> bool:
    """Whether a name only says which the noun right behind it is."""
    noun = next((word for word in words if word.start == name.end + 1), None)
    return noun is not None and not noun.is_stop and noun.text[0].islower() and not _is_deed(noun)


def _owns(text: str, one: Partner, word: Word) -> bool:
    """Whether a word has the mark of an owner: "'s", a plural's "'", or the "s" behind a German name."""
    if word.text.endswith(("'s", "’s")) or re.match(r"['’] (?=[a-zäöü])", text[word.end : word.end + 3]):
        return True
    german = word is not one.claim and word.folded == f"{one.claim.folded}s" and is_name(one.claim)
    return german and re.match(r" [A-ZÄÖÜ]", text[word.end : word.end + 2]) is not None


def _is_deed(word: Word) -> bool:
    return is_told(word) or (word.text[0].islower() and is_verb(word.folded))


def _relative(pair: Pair, one: Partner, word: Word, answered: set[str]) -> Iterator[Word]:
    """Yield who is somebody's: "a cousin of the governor", "den Fahrer des Senators"."""
    start = max(pair.start, word.start - _REACH)
    found = _OF.search(pair.passage.text[start : word.start])
    if found is None:
        return
    titles = (found["title"] or found["titel"] or "").split()
    if not all(each[0].isupper() or fold(each) in ROLES for each in titles):
        return
    at = start + max(found.start("who"), found.start("wer"))
    who = next((each for each in pair.stretch if each.start == at), None)
    before = pair.claim.text[max(0, one.claim.start - _REACH) : one.claim.start]
    if who is not None and who.stem not in answered and not _OF.search(before):
        yield who


def _office(pair: Pair, one: Partner, word: Word) -> Iterator[Word]:
    """Yield the word that makes another office of one: "deputy mayor", "president-elect"."""
    if (is_name(word) and fold(word.text) not in ROLES and not _is_german_noun(pair, word)) or _has_a_name(pair, one):
        return
    text = pair.passage.text
    before = text[max(pair.start, word.start - _REACH) : word.start]
    for pattern, told in zip(_BEFORE, _TOLD, strict=True):
        found = pattern.search(before)
        if found is None or told.search(pair.claim.text):
            continue
        gap = (found["gap"] or "").strip()
        if gap and (word.folded not in ROLES or fold(gap) in STOP_WORDS):
            continue
        at = max(pair.start, word.start - _REACH) + found.start()
        yield from (each for each in pair.stretch if each.start == at)
        return
    behind = _BEHIND.match(text, word.end)
    if behind is not None and not _BEHIND.search(pair.claim.text):
        yield from (each for each in pair.stretch if each.start == behind.start() + 1)


def _is_german_noun(pair: Pair, word: Word) -> bool:
    """Whether a capital is a German noun: an article or an adjective of the German kind stands before it."""
    before = pair.passage.text[max(0, word.start - _REACH) : word.start]
    return re.search(r"\b(?:[Dd](?:er|ie|en|em|es)|[Ee]ine?[rnms]?)\b[^.,;]*\Z", before) is not None


def _has_a_name(pair: Pair, one: Partner) -> bool:
    """Whether the claim names who holds the office, right beside it: then the name says who it is."""
    words = pair.claim.words
    at = next(place for place, word in enumerate(words) if word.start == one.claim.start)
    named = {each.claim.start for each in pair.partners if is_name(each.claim) and fold(each.claim.text) not in ROLES}
    behind = words[at + 1] if at + 1 < len(words) else None
    return (
        behind is not None and behind.start in named and not pair.claim.text[one.claim.end : behind.start].strip(" ,")
    )
