"""Addresses: one key for all the ways in which one web address or file name is written. Opens and fetches nothing.

Of a URL the key drops what does not tell pages apart: scheme, `www.`, port, fragment, trailing slash, the name of an
index page, tracking parameters and the order of the others. A copy in a known archive has the key of what was copied;
DOI and arXiv numbers have the key of the page that they lead to.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

LONGEST = 2_000
"""Characters of an address; longer ones carry data, not a place."""

_TRACKING = re.compile(
    r"utm_\w*|mtm_\w*|pk_(?:campaign|kwd|source)|at_(?:campaign|medium|custom\d?|link\w*|ptr\w*)|[a-z]{1,3}clid|msclkid|"
    r"mc_[ce]id|_ga|_gl|igsh(?:id)?|cmpid|ito|ns_(?:campaign|mchannel|source|linkname|fee)|ref_(?:src|url)|smid|smtyp|"
    r"spm|xtor|guccounter|guce_\w+|feature|si",
    re.IGNORECASE,
)
"""Parameters that say where a reader came from, and name no page."""
_POINTING = re.compile(r"(?:t|time_continue)=\d{1,6}s?|ref=[a-z_-]*", re.IGNORECASE)
"""Parameters that only with such a value name no page: where in a film to begin, who sent the reader."""
_ARCHIVED = re.compile(
    r"(?:https?://)?(?:web\.archive\.org/web|archive\.(?:today|ph|is|li|vn|fo|md)|arquivo\.pt/wayback"
    r"|(?:www\.)?webarchive\.org\.uk/wayback/archive|webarchive\.nationalarchives\.gov\.uk(?:/ukgwa)?)"
    r"/\d{4}[\d.-]{0,15}[a-z_]{0,4}/(?P<url>.+)",
    re.IGNORECASE,
)
_DOI = re.compile(r"\bdoi:?\s{0,2}(?P<number>10\.\d{4,9}/[^\s\"<>,;]{1,200})", re.IGNORECASE)
_ARXIV = re.compile(r"\barxiv:\s{0,2}(?P<number>\d{4}\.\d{4,5})(?:v\d+)?", re.IGNORECASE)
_ARXIV_PAGE = re.compile(r"arxiv\.org/(?:abs|pdf)/(?P<number>\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?\Z")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp|shtml)\Z", re.IGNORECASE)
_EDITIONS = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id is it ja ka kk km"
    " kn ko ky lo lt lv mk ml mn mr ms mt my nb ne nl nn no pa pl ps pt ro ru si sk sl sq sr sv sw ta te tg th tl tr uk"
    " ur uz vi yo zh zu at au br ch gb ie mx nz us za"
).replace(" ", "|")
"""The languages that sites have editions in (ISO 639-1), and countries. Not each code is one: "/to", "/so", "/we"."""
_EDITION = rf"(?:{_EDITIONS})(?:[-_](?:[a-z]{{2}}|han[st]|latn|cyrl|\d{{3}}))?"
_HOME = re.compile(rf"(?:(?:/{_EDITION})*/(?:home|homepage|start|welcome)(?:\.(?:html?|php|aspx?))?)?", re.IGNORECASE)
_EDITION_ONLY = re.compile(rf"(?:/{_EDITION}(?:\.(?:html?|php|aspx?))?)+", re.IGNORECASE)
_WRITTEN = re.compile(
    r"(?:https?://|(?<![\w/:])//|\bwww\.)[^\s<>\"“”«»|\\^`{}]+|[^\s<>()@:]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<![\w@/.-])(?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_]{2,24}(?::\d{1,5})?/[^\s<>\"“”«»|\\^`{}]*"
    rf"|{_DOI.pattern}|{_ARXIV.pattern.replace('number', 'preprint')}",
    re.IGNORECASE,
)
"""An address within a text; a bare host ("Booking.com") is not taken for one, since firms are called so."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,12}:", re.IGNORECASE)
_HOST = re.compile(r"(?:[^\W_][\w-]{0,62}\.)+[^\W\d_][\w-]{1,62}")
_NUMBERS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
"""A host without a name: only where a scheme stands before it, since a version or a date looks the same."""
_PORTS = frozenset([None, 80, 443])
_SAFE = "/~!$&'()*+,;=:@-._"
_ENDINGS = "md|markdown|txt|text|html?|pdf|docx?|odt|rtf|csv|tsv|xlsx?|ods|jsonl?|xml|srt|vtt|eml|pptx?"
_FILE = re.compile(
    rf"(?<![\w/.\\%-])[\w()/\\.%+~-]{{0,200}}[\w)]\.(?:{_ENDINGS})(?:#\d{{1,7}})?(?![\w/])", re.IGNORECASE
)


def url_key(url: str) -> str:
    """Return the key of a web address, or "" for what is none (a path, a mail address, a script)."""
    asked = url.strip()[:LONGEST]
    if not asked:
        return ""
    if number := _ARXIV.match(asked):
        return f"arxiv.org/abs/{number['number']}"
    if number := _DOI.match(asked):
        return f"doi.org/{number['number'].rstrip('.)').lower()}"
    if copied := _ARCHIVED.fullmatch(asked):
        asked = copied["url"]
    split = _split(asked)
    if split is None:
        return ""
    host, path, query = split
    path = _INDEX.sub("", quote(unquote(path), safe=_SAFE)).rstrip("/")
    kept = sorted(pair for pair in parse_qsl(query, keep_blank_values=True) if not _tracks(*pair))
    key = f"{host}{path}" + (f"?{urlencode(kept)}" if kept else "")
    return _numbered(key)


def is_home_page(key: str) -> bool:
    """Whether a key is that of a site as a whole, which names no page of it: "example.org", "example.org/home"."""
    return (path := _path_of(key)) is not None and _HOME.fullmatch(path) is not None


def may_be_home_page(key: str) -> bool:
    """Whether a key is that of a site as a whole, or may be: of "example.org/en" only the contents of its page tell."""
    return is_home_page(key) or ((path := _path_of(key)) is not None and _EDITION_ONLY.fullmatch(path) is not None)


def _path_of(key: str) -> str | None:
    """Return the path of a key without parameters; None for any other."""
    place, _, query = key.partition("?")
    name, slash, path = place.partition("/")
    return f"{slash}{path}" if not query and "." in name else None


def numbers_in(text: str) -> list[str]:
    """Return the DOI and arXiv numbers that stand in a text, as they stand there ("doi:10.1000/182")."""
    return [found.group() for pattern in (_DOI, _ARXIV) for found in pattern.finditer(text)]


def without_addresses(text: str) -> str:
    """Return a text of the same length with blanks for each address in it: of a page, of mail, a DOI."""
    return _WRITTEN.sub(lambda found: " " * len(found.group()), text)


def files_in(text: str) -> list[str]:
    """Return the names of files, with what stands of their paths, that a text gives ("minutes/2024-05.pdf")."""
    return [found.group() for found in _FILE.finditer(unquote(text))]


def file_key(path: str) -> str:
    """Return the key of a file: its name alone, in small letters; the record in it (`#3`) belongs to the name."""
    return re.split(r"[/\\]", path)[-1].casefold()


def path_parts(path: str) -> tuple[str, ...]:
    """Return the folders and the name of a path, in small letters, the name last; "." and ".." left out."""
    return tuple(part.casefold() for part in re.split(r"[/\\]+", path) if part not in ("", ".", ".."))


def _split(url: str) -> tuple[str, str, str] | None:
    """Return host, path and query; None for what is no address of the web."""
    named = _SCHEME.match(url)
    if named and not re.match(r"https?://", url, re.IGNORECASE) and not re.match(r"[\w.-]+:\d{1,5}(?:/|\Z)", url):
        return None
    try:
        found = urlsplit(url if re.match(r"https?://", url, re.IGNORECASE) else f"https://{url.removeprefix('//')}")
        host, port = (found.hostname or "").rstrip("."), found.port
    except ValueError:
        return None
    host = host.removeprefix("www.")
    if not _HOST.fullmatch(host) and not (named and _NUMBERS.fullmatch(host)):
        return None
    if not host.isascii():
        try:
            host = host.encode("idna").decode()
        except UnicodeError:
            return None
    return host if port in _PORTS else f"{host}:{port}", found.path, found.query


def _numbered(key: str) -> str:
    """Return the key of a page that stands for a number: such numbers have no case and no version."""
    if found := _ARXIV_PAGE.match(key):
        return f"arxiv.org/abs/{found['number']}"
    key = key.removeprefix("dx.") if key.startswith("dx.doi.org/") else key
    return key.lower() if key.startswith("doi.org/") else key


def _tracks(name: str, value: str) -> bool:
    return bool(_TRACKING.fullmatch(name) or _POINTING.fullmatch(f"{name}={value}"))
