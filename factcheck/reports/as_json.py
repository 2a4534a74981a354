r"""Any type of the domain as JSON. Keys are the names of fields; text stands as it was received.

A JSON text may be looked at in a terminal: control, bidirectional and invisible characters are written as `\uXXXX`,
which parses to the same text. JSON leaves the newsroom: the words of sources that are not open are withheld
(`disclosure`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from factcheck.domain import ClaimSummary
from factcheck.reports.about import About
from factcheck.reports.disclosure import leaving

_UNSAFE = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_PLAIN = (str, int, float, bool, type(None))
Item = TypeVar("Item")
_encoded = json.JSONEncoder(ensure_ascii=False).encode


def to_json(value: Any) -> str:  # noqa: ANN401 - any type of the domain
    """Return one value as JSON, on one line."""
    return harmless(_encoded(_plain(value)))


def harmless(text: str) -> str:
    """Escape in a JSON text what would act on a terminal; it parses to the same."""
    if text.isprintable():  # none of these characters is, and it is ten times as fast to tell
        return text
    return _UNSAFE.sub(lambda found: json.dumps(found.group())[1:-1] if found.group() != "\x7f" else "\\u007f", text)


def with_more(value: Any, **more: Any) -> Mapping[str, Any]:  # noqa: ANN401 - any dataclass of the domain
    """Return a dataclass as a mapping, with more keys after its own."""
    return {name: getattr(value, name) for name in _names(value.__class__)} | more


def claims_as_json(rows: Iterable[ClaimSummary], about: About) -> Iterator[str]:
    """Yield the claim list: what it says of itself (`identity`, `counts`, `aside`, `state`), then its `claims`."""
    head = ", ".join(f'"{name}": {to_json(part)}' for name, part in _head(about).items())
    yield f'{{{head}, "claims": '
    yield from array(rows, lambda row: _row(row, about))
    yield "}\n"


def claims_as_jsonl(rows: Iterable[ClaimSummary], about: About) -> Iterator[str]:
    """Yield the claim list, a record a line: first what it says of itself (`record`: "list"), then each claim."""
    yield to_json({"record": "list", **_head(about)}) + "\n"
    for row in rows:
        yield _row(row, about, record="claim") + "\n"


def _head(about: About) -> dict[str, Any]:
    return {"identity": about.identity, "counts": about.counts, "aside": about.aside, "state": about.stamp}


def _row(row: ClaimSummary, about: About, **before: str) -> str:
    """Return a row of the list as `to_json` does, with what was looked up for it (null: unknown).

    The row itself has nothing but plain values, and there are thousands.
    """
    found = about.looked_up(row)
    names = ("facets", "evidence", "search")
    more = {name: _plain(getattr(found, name)) if found else None for name in names}
    return harmless(_encoded(before | row._asdict() | more))


def array(items: Iterable[Item], written: Callable[[Item], str] = to_json) -> Iterator[str]:
    """Yield a JSON array, one item a line. `written`: what makes JSON of an item."""
    separator = "[\n"
    for item in items:
        yield separator + written(item)
        separator = ",\n"
    yield "[]" if separator == "[\n" else "\n]"


def table(parts: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield a JSON object whose values are JSON already, in chunks."""
    separator = "{"
    for name, chunks in parts.items():
        yield f"{separator}{to_json(name)}: "
        yield from chunks
        separator = ",\n"
    yield "}\n"


def _plain(value: Any) -> Any:  # noqa: ANN401 - any type of the domain
    """Turn a value into what `json` knows. Decimals become texts, so that they stay exact."""
    if isinstance(value, _PLAIN):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, ClaimSummary):
        value = value._asdict()
    value = leaving(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value]


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - any dataclass
    return tuple(f.name for f in fields(kind))
