"""Extraction on random and mutated texts: `python -m tests.fuzz --count 20000 --seed 1`; exit 1 if anything fails.

A case fails if extraction raises, takes longer than `SLOW_SECONDS` of processor time, gives a claim that is not the
text it points at, or leaves a visible character without a sentence. Texts are pieces of the demo article, and of
../shared/data/corpora/news where it is there, cut, doubled, shuffled and spoilt, and characters at random. A failing
case is named by its seed and number, so that it can be made again.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TypeVar

from factcheck.claims import extract_claims

SLOW_SECONDS = 2.0
NEWS = Path(__file__).resolve().parents[2] / "shared/data/corpora/news/docs.jsonl.gz"
DEMO = Path(__file__).resolve().parents[1] / "factcheck/demo"
_NEWS_READ = 400
_LONGEST = 6_000  # characters of a piece: a text of twenty paragraphs

_MARKS = "“”„‟\"'‘’«»‹›``''…—–-()[]{}<>|*_#.,;:!?¿¡"
_ODD = "\x00\x01\x07\x1b[31m\u202e\u202d\u2066\u200b\u200d\ufeff\u00ad\u0301\ud800\ufffd\u2028\u2029\x85\r\t\x0b\x0c"
_SPICE = (
    *(
        "See also ",
        "Related materials:",
        "READ MORE: ",
        "https://example.org/?a=b#c",
        "<b>",
        "&amp;",
        "[@click=app.quit]",
    ),
    *("According to him, ", " said Mr ", "“", "”, he added.", " told reporters that ", "„Wir", "“, sagte ", " U.S. "),
    *("On June 2, ", "last Friday", " between 80% and 90%", " 180-340 thousand", "1,000,000.00.00,000", "Sept. 11"),
    *("\n\n\n", "\n- ", "\n1. ", "00:00:01,000 --> 00:00:02,000\n", "SPEAKER: ", "Photo: Reuters"),
)


@cache
def materials() -> tuple[str, ...]:
    """Return texts to spoil: our own demo, and real news where it is there."""
    own = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(DEMO.rglob("*")) if _is_text(path)]
    if not NEWS.is_file():
        return tuple(own)
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        return (*own, *(json.loads(line)["text"] for line in islice(lines, _NEWS_READ)))


def _is_text(path: Path) -> bool:
    return path.suffix in (".txt", ".md")


def texts(count: int, seed: int) -> Iterator[str]:
    """Yield so many texts; the same seed gives the same ones, where the same material is there."""
    for number in range(count):
        dice = random.Random(f"{seed}:{number}")
        text = _piece(dice)
        for _ in range(dice.randint(0, 6)):
            text = dice.choice(_SPOILERS)(text, dice)
        yield text[: 4 * _LONGEST]


def _piece(dice: random.Random) -> str:
    shape = dice.randrange(10)
    if shape == 0:
        return "".join(
            chr(dice.choice((dice.randrange(128), dice.randrange(0x3000)))) for _ in range(dice.randint(0, 800))
        )
    if shape == 1:
        return "".join(dice.choice(_MARKS + "aA b1 \n") for _ in range(dice.randint(0, 2_000)))
    whole = dice.choice(materials())
    start = dice.randrange(max(1, len(whole)))
    return whole[start : start + dice.randint(0, _LONGEST)]


def _insert(pool: Sequence[str]) -> Callable[[str, random.Random], str]:
    def spoil(text: str, dice: random.Random) -> str:
        for _ in range(dice.randint(1, 12)):
            at = dice.randint(0, len(text))
            text = text[:at] + dice.choice(pool) + text[at:]
        return text

    return spoil


def _run(text: str, dice: random.Random) -> str:
    at = dice.randint(0, len(text))
    return text[:at] + dice.choice(_MARKS + "aZ9 \n\u0301") * dice.choice((50, 500, 5_000)) + text[at:]


def _cut(text: str, dice: random.Random) -> str:
    low, high = sorted((dice.randint(0, len(text)), dice.randint(0, len(text))))
    return text[:low] + text[high:]


def _double(text: str, dice: random.Random) -> str:
    low, high = sorted((dice.randint(0, len(text)), dice.randint(0, len(text))))
    return text + text[low:high] * dice.randint(1, 3)


def _shuffle(text: str, dice: random.Random) -> str:
    parts = text.split(dice.choice((" ", ". ", "\n", "“", ", ")))
    dice.shuffle(parts)
    return dice.choice((" ", "", "\n\n", ". ")).join(parts)


def _one_line(text: str, dice: random.Random) -> str:
    return " ".join(text.split()) if dice.random() < 0.5 else "".join(text.split())


def _swap_case(text: str, dice: random.Random) -> str:
    return dice.choice((text.upper(), text.lower(), text.title(), text.swapcase()))


def _drop_marks(text: str, dice: random.Random) -> str:
    return "".join(c for c in text if c not in _MARKS or dice.random() < 0.6)


_SPOILERS: tuple[Callable[[str, random.Random], str], ...] = (
    _insert(_MARKS),
    _insert(_ODD),
    _insert(_SPICE),
    _run,
    _cut,
    _double,
    _shuffle,
    _one_line,
    _swap_case,
    _drop_marks,
)


def fault(text: str) -> str:
    """Return what is wrong with the extraction of a text, or ""."""
    try:
        found = extract_claims(text)
    except Exception as error:  # noqa: BLE001 - any exception is the finding
        return f"{type(error).__name__}: {error}"
    wrong = [claim for claim in found.claims if text[claim.start : claim.end] != claim.verbatim]
    if wrong:
        return f"a claim at {wrong[0].start} is not the text there"
    return _uncovered(text, [(sentence.start, sentence.end) for sentence in found.sentences])


def _uncovered(text: str, spans: Sequence[tuple[int, int]]) -> str:
    at = 0
    for start, end in spans:
        if start < at or text[at:start].strip():
            return f"the sentences do not cover the text in order around {at}"
        at = end
    return "" if not text[at:].strip() else f"no sentence covers the text from {at}"


Case = TypeVar("Case")


def run(
    told: str, noun: str, cases: Callable[[int, int], Iterable[Case]], fault_of: Callable[[Case], str], *, usual: int
) -> int:
    """Run the cases that the command line asks for; print each that fails, and how many did. Return the exit code."""
    parser = argparse.ArgumentParser(description=told)
    parser.add_argument("--count", type=int, default=usual, help=f"how many {noun}s ({usual})")
    parser.add_argument("--seed", type=int, default=1, help=f"which {noun}s (1)")
    asked = parser.parse_args()
    failed, slowest = 0, (0.0, 0)
    for number, one in enumerate(cases(asked.count, asked.seed)):
        what, seconds = _timed(one, fault_of)
        slowest = max(slowest, (seconds, number))
        if what:
            failed += 1
            print(f"seed {asked.seed}, {noun} {number}: {what}", flush=True)
        _tell_progress(number, asked.count)
    print(f"{asked.count} {noun}s, {failed} failed; the slowest took {slowest[0]:.2f} s ({noun} {slowest[1]})")
    return 1 if failed else 0


def _timed(one: Case, fault_of: Callable[[Case], str]) -> tuple[str, float]:
    """Return what is wrong with a case, slowness too, and how long it took; a slow one once more.

    The first page with a date in words loads the words of all languages.
    """
    seconds = 0.0
    for _ in range(2):
        begun = time.process_time()
        what = fault_of(one)
        seconds = time.process_time() - begun
        if what or seconds <= SLOW_SECONDS:
            return what, seconds
    return f"took {seconds:.1f} s", seconds


def _tell_progress(number: int, count: int) -> None:
    """Say how far a run is: on one line of a terminal, and now and then on a line of a log."""
    is_terminal = sys.stderr.isatty()
    if number % (100 if is_terminal else 500) == 0:
        begins, ends = ("\r", "") if is_terminal else ("", "\n")
        print(f"{begins}{number} of {count}", end=ends, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(run(str(__doc__), "text", texts, fault, usual=20_000))
