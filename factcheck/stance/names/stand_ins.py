"""Can other words mean the same thing: "the structure" the bridge, "doctors" the hospital, "she" the mayor?

Levels: *may be* (a word of both, a noun that stands for whatever was told of, a name for what it is called, the people
of a body); *another* (two things of two kinds, a person and a thing, somebody's deputy).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from factcheck.domain import NameKind
from factcheck.stance.reading.pair import Pair, same_word
from factcheck.stance.reading.slots import alike, known
from factcheck.stance.reading.texts import cover, is_name
from factcheck.text.names.finding import find_names
from factcheck.text.names.gazetteer import FIRST_NAMES, ORGANISATION_WORDS, PLACE_WORDS, ROLES
from factcheck.text.names.known import METONYMS
from factcheck.text.words import Word, stem

_THINGS_WORDS = """
    structure building project scheme site facility complex work plan measure bill law act deal agreement proposal
    programme program policy report study survey figure total number sum amount cost price rate level toll count
    result event incident accident attack disaster case move decision company firm group
    business enterprise organisation organization body agency authority institution place
    rally gathering vehicle unternehmen firma konzern
    betrieb gruppe bau gebäude bauwerk projekt vorhaben anlage gesetz plan bericht zahl wert summe
    unglück ereignis"""
_PERSONS_WORDS = "man woman person people pair couple mann frau person leute"
_STANDING_FOR_WORDS = (
    f"{_THINGS_WORDS} {_PERSONS_WORDS} member ally partner vessel thing one latter former same both all beide"
)
STANDING_FOR = frozenset(map(stem, _STANDING_FOR_WORDS.split()))
"""Nouns that may stand for whatever was told of before: "the structure", "the firm"."""
_THINGS, _PERSONS = frozenset(map(stem, _THINGS_WORDS.split())), frozenset(map(stem, _PERSONS_WORDS.split()))
"""Those of them that stand for no person, and those that stand for persons alone."""
_KINDS_WORDS = """
    storm crash crisis trial giant maker concern association union charity party team side club country nation state
    republic kingdom capital region area boy girl child victim suspect defendant author writer painter artist actor
    actress singer player politician lawmaker statesman businessman businesswoman native resident veteran ship boat
    craft plane aircraft jet train car machine device product model version film movie book novel album song series
    show game animal creature hurricane typhoon cyclone fire land staat stadt partei verein verband schiff flugzeug
    zug buch"""
_KINDS = frozenset(map(stem, _KINDS_WORDS.split())) | ROLES | ORGANISATION_WORDS | PLACE_WORDS
"""What a thing with a name of its own may be called: "Elna" and "the storm"; of what has none, each is another."""


def may_be(ours: Sequence[Word], theirs: Sequence[Word], pair: Pair) -> bool:
    """Whether the words in place of the claim's may mean the same thing."""
    if any(same_word(word, each) for word in ours for each in theirs):
        return not _are_two_kinds(ours, theirs)
    if _is_of_somebody(pair.passage.words, theirs[0]):
        return False
    if _is_person(ours) and theirs[-1].stem in _THINGS:
        return False
    if not STANDING_FOR.isdisjoint([ours[-1].stem, theirs[-1].stem]):
        return not _are_two_kinds(ours, theirs)
    return (
        is_staff(ours[-1], theirs[-1]) or are_body_and_staff(ours[-1], theirs[-1]) or _may_be_called(ours, theirs, pair)
    )


def _may_be_called(ours: Sequence[Word], theirs: Sequence[Word], pair: Pair) -> bool:
    """Whether one of two is a name, and the other may be the same by another name or by what it is."""
    one, other = cover(pair.claim.text, ours).text, cover(pair.passage.text, theirs).text
    if all(map(is_name, theirs)) and not _opens_in_plural(pair, theirs):
        return alike(one, other) or (_is_kind(ours[-1]) and not any(map(is_name, ours)))
    named = any(word.text[0].isupper() for word in ours) and not any(word.folded in _BODIES for word in ours)
    return named and _is_kind(theirs[-1]) and _is_named_before(pair, ours, theirs[0].start)


def _is_person(words: Sequence[Word]) -> bool:
    """Whether some words are the name of a person: a known first name with another name behind it."""
    return len(words) > 1 and all(map(_is_capital, words)) and words[0].folded in FIRST_NAMES


_PEOPLE_OF_WORDS = """
    hospital: doctor medic nurse surgeon staff
    clinic: doctor medic nurse surgeon staff
    council: councillor councilor
    court: judge juror justice magistrate
    jury: juror
    school: teacher
    university: professor researcher scientist
    police: officer detective policeman
    parliament: lawmaker mp legislator deputy
    senate: senator
    government: minister official
    ministry: official
    company: manager executive boss
    firm: manager executive boss
    army: soldier troop commander
    fire: firefighter"""
_PEOPLE_OF = {
    stem(body): frozenset(map(stem, people.split()))
    for body, people in (line.split(":") for line in _PEOPLE_OF_WORDS.split("\n") if line.strip())
    for body in [body.strip()]
}
"""Those who do what a body is said to do: "doctors" treat whom "the hospital" treats."""


def is_staff(body: Word, people: Word) -> bool:
    """Whether a word names those who do what a body is said to do."""
    return people.stem in _PEOPLE_OF.get(body.stem, ())


def are_body_and_staff(one: Word, other: Word) -> bool:
    """Whether of two words one names a body, and the other in the plural those who do what it does.

    A single councillor is not the council.
    """
    return any(
        is_staff(body, people) and people.folded.endswith(_PLURAL) for body, people in ((one, other), (other, one))
    )


_PLURAL = ("s", "men", "staff")


def acts_for(pair: Pair, owner: Word, owned: Word) -> bool:
    """Whether what somebody's does is told as done by whose it is: "Kenya's government", "the minister's spokesman"."""
    kinds = {owned.folded, owned.stem}
    speaks = not _SPEECH.isdisjoint(pair.claim.vocabulary)
    names = find_names(owner.text) if owner.text[0].isupper() else []
    if any(one.kind is NameKind.PLACE or one.name in METONYMS for one in names):
        return not kinds.isdisjoint(_ACTING | _OFFICES | ROLES)
    if not kinds.isdisjoint(_PERSONS_ACTING):
        return speaks
    body = owner.text[0].isupper() and not any(one.kind is NameKind.PERSON for one in names)
    body = body or not {owner.folded, owner.stem}.isdisjoint(_BODIES)
    return not kinds.isdisjoint(_ACTING) or ((body or speaks) and not kinds.isdisjoint(_OFFICES))


_ACTING = frozenset(
    """government administration authorities army military forces force police parliament president
    spokesman spokeswoman spokesperson board management officials leadership leaders
    govern administr author forc polic presid offici leader regierung armee polizei sprecher sprecherin""".split()  # noqa: SIM905
)
"""Those who act in the name of the one whose they are: "Kenya's government"."""
_VENUES = frozenset(
    """bakery bistro brewery cafe café church club college diner hochschule hospital hotel klinikum laboratory magazine
    museum orchestra pharmacy registry restaurant school shop store supermarket universität university""".split()  # noqa: SIM905
)
"""Bodies that do and suffer things of their own: a theatre's restaurant can close, and the theatre stay open."""
_OFFICES = ORGANISATION_WORDS - _VENUES
ACTS_FOR = _ACTING | _OFFICES
_PERSONS_ACTING = frozenset(
    """president presid spokesman spokeswoman spokesperson officials offici leader leaders sprecher
    sprecherin""".split()  # noqa: SIM905
)
_SPEECH = frozenset("said says say told announced sagte sagt teilte erklärte".split())  # noqa: SIM905


def _are_two_kinds(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether two nouns say the same, and what stands before them does not: "ticket prices" and "parking fees"."""
    if min(len(ours), len(theirs)) < _WITH_KIND or any(map(_is_capital, [*ours[1:], *theirs[1:]])):
        return False
    return not any(same_word(word, each) for word in ours[:-1] for each in theirs)


_WITH_KIND = 2  # words of a noun that says of which kind it is


def person_for_thing(ours: Sequence[Word], theirs: Sequence[Word]) -> Word | None:
    """Return the pronoun of a person in the place of a thing: "she" in that of "the firm"."""
    if {ours[-1].stem, ours[-1].folded}.isdisjoint(_THINGS | ORGANISATION_WORDS):
        return None
    return next((word for word in theirs if word.folded in OF_PERSONS), None)


OF_PERSONS = frozenset(["he", "she", "i"])
"""Pronouns of a person."""


def _opens_in_plural(pair: Pair, words: Sequence[Word]) -> bool:
    """Whether a lone word that opens a sentence can be a common noun in the plural: "Hospitals"."""
    opens = any(start == words[0].start for start, _ in pair.passage.sentences)
    return opens and len(words) == 1 and words[0].folded.endswith("s") and not known(words[0].text)


def _is_capital(word: Word) -> bool:
    return word.text[0].isupper()


def _is_named_before(pair: Pair, ours: Sequence[Word], at: int) -> bool:
    """Whether a passage has any of the claim's words before a place: what comes later is not meant by "the town"."""
    stems = {word.stem for word in ours}
    stems |= {one.passage.stem for one in pair.partners if one.claim in ours}
    return any(word.stem in stems for word in pair.passage.words[: bisect_left(pair.passage.words, at, key=_start)])


def _is_of_somebody(words: Sequence[Word], word: Word) -> bool:
    """Whether a word is told as somebody's: "her deputy", "its rival", "sein Bruder"."""
    before = words[max(0, bisect_left(words, word.start, key=_start) - 1)]
    return not {before.folded, word.folded}.isdisjoint(_POSSESSIVES)


_POSSESSIVES = frozenset("his her its their our my ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner".split())  # noqa: SIM905


_IN_ITS_NAME_WORDS = """
    militant fighter gunman gunmen force troop soldier rebel insurgent terrorist officer executive director official
    boss lawmaker leader chief"""
_IN_ITS_NAME = frozenset(map(stem, _IN_ITS_NAME_WORDS.split()))
"""Those who do what the one whose they are is said to do: "Kessel executives"."""


def stands_for_it(owner: Word, noun: Word) -> bool:
    """Whether a noun behind a name is the named itself or its people: "the Uber group", "police officers"."""
    acting = _IN_ITS_NAME | _PEOPLE_OF.get(owner.stem, frozenset())
    return noun.stem in STANDING_FOR or noun.stem in acting or _is_kind(noun)


def _is_kind(noun: Word) -> bool:
    return not {noun.folded, noun.stem}.isdisjoint(_KINDS)


_BODIES = ORGANISATION_WORDS | PLACE_WORDS
"""Where such a word is part of the name, another one is another body: "Halm Hospital" and "the school"."""


_start = attrgetter("start")
