"""Small words that decide what a sentence says, by class: in one place of a sentence only one of a class can be meant.

A line is a class; a bar parts its groups, and the words of a group mean much the same. "_" joins the words of a phrase;
"+" stands for the endings of a German adjective; ">" marks a class whose groups stand from strong to weak.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.text.words import fold

_CLASSES = """
> all every each both | nearly_all almost_all | most majority | many numerous | some several various a_few \
| few not_many hardly_any | half
> alle+ sämtliche+ jede+ | fast_alle | meiste+ mehrheit | viele+ zahlreiche+ \
| einige+ mehrere+ manche+ ein_paar | wenige+ nicht_viele | hälfte halbe+
before prior_to ahead_of until till | after following since | during | within
vor bevor ehe bis | nach nachdem seit seitdem | während | binnen innerhalb
for in_favour_of in_favor_of | against
für zugunsten | gegen
into | out_of
ins in_den in_die | aus
over above | under below beneath
über oberhalb | unter unterhalb
up | down
more | less fewer
mehr | weniger
at_least | at_most
mindestens | höchstens
> must has_to have_to had_to | should ought | may might can could
> müssen muss musste mussten | sollen soll sollte sollten | dürfen darf können kann
if | unless
wenn falls sofern | außer_wenn es_sei_denn
because since due_to | despite although though in_spite_of
weil wegen aufgrund | trotz obwohl
> always constantly | often frequently usually generally | sometimes occasionally | rarely seldom
> immer stets | oft häufig meistens | manchmal gelegentlich | selten
> never | rarely seldom
> nie niemals | selten
first | second | third | fourth | last
erste+ | zweite+ | dritte+ | vierte+ | letzte+
nördlich nördliche+ | südlich südliche+ | östlich östliche+ | westlich westliche+
norden | süden | osten | westen
north | south | east | west
new newly_built | old
state | federal
to until till | from
by | against
> only solely exclusively | mostly mainly largely partly
> wird werden | könnte könnten dürfte dürften
> nur ausschließlich | vor_allem überwiegend größtenteils
"""
_EXCLUDING = """
all | few half
most | few half
many | few
alle | wenige hälfte
meiste | wenige
viele | wenige
before | after
vor | nach
until | since
bis | seit
more | less
mehr | weniger
north | south
east | west
nördlich | südlich
östlich | westlich
norden | süden
osten | westen
"""
"""Groups, by a word of each, that cannot both be so where the rest is the same; the others only leave it open."""
PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
"""Of whom a pronoun is said."""
ORDINALS = frozenset(
    fold(word)
    for word in (
        *("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "2nd", "3rd"),
        *("zweit", "dritt", "viert", "fünft"),
    )
)
_ENDINGS = ("", "n", "r", "s", "m")

Place = tuple[int, int]
"""A class and a group of it, by number."""


def _groups() -> dict[str, frozenset[Place]]:
    found: dict[str, frozenset[Place]] = {}
    for number, line in enumerate(_CLASSES.strip().splitlines()):
        for group, words in enumerate(line.removeprefix(">").split("|")):
            for word in words.split():
                for form in [word.replace("+", one) for one in _ENDINGS] if "+" in word else [word]:
                    found[fold(form)] = found.get(fold(form), frozenset()) | {(number, group)}
    return found


GROUPS: Mapping[str, frozenset[Place]] = _groups()
"""The groups of each word, and of each phrase with "_" between its words."""
PHRASES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    first: tuple(tuple(one.split("_")) for one in GROUPS if one.startswith(f"{first}_"))
    for first in {one.partition("_")[0] for one in GROUPS if "_" in one}
}
"""The phrases by their first word."""


def _excluding() -> frozenset[frozenset[Place]]:
    lines = [[fold(side).split() for side in line.split("|")] for line in _EXCLUDING.strip().splitlines()]
    return frozenset(
        frozenset([one, other])
        for left, right in lines
        for first in left
        for second in right
        for one in GROUPS[first]
        for other in GROUPS[second]
        if one[0] == other[0]
    )


RANKED = frozenset(at for at, line in enumerate(_CLASSES.strip().splitlines()) if line.startswith(">"))
"""The classes whose groups stand from strong to weak."""
EXCLUDING = _excluding()
"""The pairs of groups of which only one can be so."""
