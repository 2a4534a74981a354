"""Tell which of an article's people a surname means: where a woman and a man bear it, their titles part them.

"Mrs Ray" is Ann Ray and "Mr Ray" is Tom Ray, whoever is named more often; where the only bearer is a woman, "Mr Ray" is
somebody else, and stays "Mr Ray". A surname alone is who is named most often.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from factcheck.text.names.gazetteer import FEMALE_NAMES
from factcheck.text.names.name_words import EITHER, FIRST, MORE_FEMALE_NAMES

_OF_WOMEN = frozenset(["mrs", "ms", "miss", "dame", "lady", "frau"])
_OF_MEN = frozenset(["mr", "sir", "lord", "herr"])
_KNIGHTED = frozenset(["Sir", "Dame"])
"""Titles that stand before a first name alone."""
_FEMALE = (FEMALE_NAMES | MORE_FEMALE_NAMES) - EITHER
_MALE = FIRST - _FEMALE - EITHER


def gender_of_title(word: str) -> str:
    """Return "f" or "m" for a title of women or men ("Mrs", "Herr"), else ""."""
    plain = word.strip(".").casefold()
    return "f" if plain in _OF_WOMEN else "m" if plain in _OF_MEN else ""


def gender_of_first_name(word: str) -> str:
    """Return "f" or "m" for a first name that is known and borne by one of them, else ""."""
    plain = word.casefold()
    return "f" if plain in _FEMALE else "m" if plain in _MALE else ""


def bearer(full: Mapping[str, str], mention: str, surname: str) -> str:
    """Return whom a mention with a bare surname means ("Mrs Ray"), with its title where that is nobody known."""
    key = f"{gender_of_title(mention.split(maxsplit=1)[0])} {surname}"
    if key not in full:
        return full.get(surname, surname)
    other = ("m" if key[0] == "f" else "f") + key[1:]
    return full[key] or (mention if surname in full or other in full else surname)


def who_bears(counts: Mapping[str, Mapping[str, int]], mentions: Iterable[str]) -> dict[str, str]:
    """Return who bears each surname, also with a gender before it.

    `counts`: how often each full name of a surname is mentioned; `mentions`: all names as they stand, with titles.
    """
    full = {last: max(bearers, key=lambda name: bearers[name]) for last, bearers in counts.items()}
    words = [mention.split() for mention in mentions]
    told = [(gender, parts) for parts in words if len(parts) > 1 and (gender := gender_of_title(parts[0]))]
    genders = {" ".join(parts[1:]): gender for gender, parts in told}
    for gender, last in dict.fromkeys((gender, parts[-1]) for gender, parts in told):
        bearers = counts.get(last, {})
        known = {name: genders.get(name) or gender_of_first_name(name.split()[0]) for name in bearers}
        fits = [name for name in bearers if known[name] == gender] or [name for name in bearers if not known[name]]
        full[f"{gender} {last}"] = max(fits, key=lambda name: bearers[name], default="")
    return full | dict(_knights(words, {name for bearers in counts.values() for name in bearers}))


def _knights(mentions: Iterable[Sequence[str]], names: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Yield who bears a first name with a knight's title before it: "Sir Alan" is the one Sir Alan Pym of the text."""
    knights: dict[str, set[str]] = {}
    for parts in mentions:
        if len(parts) > 2 and parts[0] in _KNIGHTED and (name := " ".join(parts[1:])) in names:  # noqa: PLR2004
            knights.setdefault(f"{gender_of_title(parts[0])} {parts[1]}", set()).add(name)
    yield from ((key, next(iter(found))) for key, found in knights.items() if len(found) == 1)


__all__ = ["bearer", "gender_of_first_name", "gender_of_title", "who_bears"]
