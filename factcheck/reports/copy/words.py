"""What the templates of the annotated copy write over and over: who, when, and from where, as escaped HTML.

They are functions, not macros, which take ten times as long. The extra `html` brings what escapes.
"""

from __future__ import annotations

from datetime import datetime

from markupsafe import Markup, escape

from factcheck.domain import Source
from factcheck.reports.cells import shown_line
from factcheck.reports.copy.languages import PAGE, language_of
from factcheck.reports.linked_data import web_address
from factcheck.text.display import short_name


def in_language(text: str, declared: str = "") -> Markup:
    """Return the attribute that tells the language of a text, where it is not that of the page."""
    return tagged(language_of(text, declared))


def tagged(language: str) -> Markup:
    """Return the attribute of a language, where it is not that of the page."""
    return Markup(f' lang="{escape(language)}"') if language != PAGE else Markup("")  # noqa: S704 - escaped


def person(name: str) -> Markup:
    """Return a name that may be of any script."""
    return Markup(f"<bdi>{escape(shown_line(name))}</bdi>")  # noqa: S704 - escaped


def moment(at: datetime) -> Markup:
    """Return a time to the minute; programs read it to the last digit."""
    return Markup(f'<time datetime="{at.isoformat()}">{at:%Y-%m-%d %H:%M} UTC</time>')  # noqa: S704 - digits


def named(source: Source) -> Markup:
    """Return what a source is called, with a link to its page where it has one."""
    address = web_address(source.url)
    title = person(short_name(source.title) or source.publisher or address or "untitled source")
    if not address:
        return title
    link = f'<a href="{escape(address)}" rel="noopener noreferrer nofollow">{title}</a>'
    return Markup(link)  # noqa: S704 - escaped
