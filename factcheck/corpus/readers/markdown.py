"""Markdown with front matter: metadata, and plain text with its headings marked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from factcheck.corpus.columns import fields_of
from factcheck.corpus.readers.heads import with_head
from factcheck.corpus.readers.markdown_article import read_body, unread_links
from factcheck.domain import Block, Marker, Problem

LONGEST_HEAD = 20_000
"""Characters of front matter; what is longer is a text between rulers."""
_TOML = re.compile(rf"\A\ufeff?\+\+\+[ \t]*\r?\n(?P<head>.{{0,{LONGEST_HEAD}}}?\n)\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_YAML = re.compile(rf"\A\ufeff?---[ \t]*\r?\n(?P<head>.{{0,{LONGEST_HEAD}}}?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"(?P<name>[A-Za-z][\w -]{0,40}):[ \t]+(?P<value>\S.{0,1000})")


def read_records(text: str) -> Iterator[tuple[dict[str, object], tuple[Marker, ...]] | Problem]:
    """Yield the one record of a Markdown file, and whether its links could not be read."""
    metadata, body = split_front_matter(text)
    read, _ = read_body(body, notes=False)
    plain = read.text
    heading = next((plain[h.start : h.end] for h in read.layout if h.block is Block.HEADLINE), "")
    said = fields_of(metadata)
    head = {name: value for name, value in with_head(said, plain).items() if value != said[name]}
    yield {"title": heading, **{k: v for k, v in metadata.items() if v}, **head, "text": plain}, ()
    yield from unread_links(body, "")


def split_front_matter(text: str) -> tuple[dict[str, object], str]:
    """Split front matter, in YAML or TOML, from the body. What is no valid front matter is left in the body.

    YAML with a colon in a title, which it forbids and people write, is read line by line.
    """
    import frontmatter
    import yaml

    if found := _TOML.match(text):
        try:
            return tomllib.loads(found["head"].replace("\r\n", "\n")), text[found.end() :]
        except tomllib.TOMLDecodeError:
            return {}, text
    try:
        metadata, body = frontmatter.parse(text)
    except (yaml.YAMLError, ValueError, TypeError):
        return _by_lines(text)
    return {str(k): v for k, v in metadata.items()}, body


def _by_lines(text: str) -> tuple[dict[str, object], str]:
    """Read front matter of plain `name: value` lines; with any other line it is left in the body."""
    found = _YAML.match(text)
    pairs = [_PAIR.fullmatch(line) for line in found["head"].splitlines() if line.strip()] if found else []
    if found is None or not all(pairs):
        return {}, text
    metadata: dict[str, object] = {pair["name"]: pair["value"].strip(" \"'") for pair in pairs if pair}
    return metadata, text[found.end() :]
