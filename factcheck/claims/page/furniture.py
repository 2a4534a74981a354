"""Tell the furniture of a page from the text of an article: forms, menus, bylines, credits, captions, notes on authors.

Decides over one line at a time, by its own words; where a line stands, and what its file says of it, is `layout`'s.
"""

from __future__ import annotations

import re

from factcheck.claims.page.lists import is_row
from factcheck.claims.page.published import BY
from factcheck.claims.sentence.cues import ANNOUNCES
from factcheck.claims.sentence.grammar import has_finite
from factcheck.domain import Block

LABEL_WORDS = 8
BOILERPLATE_LIMIT = 320  # characters; a longer line is text that happens to say "subscribe"

FORM_LIMIT, FORM_SIGNS = 1_500, 3
"""A paragraph that says so many of the things that only a form of the page says is that form, whatever its length."""
SPOKEN_WORDS = 14  # a longer line that begins with a mark is somebody's words
NOTE_LIMIT = 220  # characters
BIO_LIMIT = 240  # characters
CAPTION_LIMIT = 420  # characters of a line that its credit shows to be a caption

_LABEL = re.compile(r"[^.!?\n]{1,60}:")
_RIGHTS = re.compile(r"^\W*©|(?<!Ã)©\s{0,2}(?:\d{4}\b|[A-Z])")
_BOILERPLATE = re.compile(
    r"(?:all rights reserved|copyright (?:\(c\)|\d{4}\b)|"
    r"(?:image|photo) copyright|"
    r"(?:/|via |\(|photo: ?)getty images|^copyright\b[^.]{0,60}$|"
    r"story continues below|read the rest here|^contribut(?:ing|ors?):\s(?=[a-z])|"
    r"contributed to this (?:report|story|article)|email the author|send your tips to|"
    r"this article originally appeared|"
    r"(?:delivered |sent |straight |daily |right )+(?:to|in) your inbox|sign up (?:here|now|today|below)\b|"
    r"become a (?:member|subscriber) (?:today|now)\b|add .{2,40} to your (?:facebook|twitter)|"
    r"^\W*the (?:opinions|views)(?: (?:and|or) (?:opinions|views))?(?: (?:expressed|stated|shared)\b[^.;:]{0,50})?"
    r" (?:are|is) (?:solely |entirely )?(?:their|his|her|our|the authors?[’']s?) own"
    r"(?: and (?:do|does) not (?:necessarily )?(?:represent|reflect)\b.*)?\W*$|"
    r"^\W*the (?:opinions|views) (?:expressed|stated) (?:here|in this (?:article|column|post|piece|commentary))\b|"
    r"^this site is protected by recaptcha\b|^add .{2,80} as an interest to stay up to date|"
    r"^\(\s?also on [^:()]{2,30}:.*\)$|"
    r"^\W*(?:this|the) (?:post|article|story|piece|page) (?:has been|was|will be) (?:updated|corrected|revised)|"
    r"^we will update this|^this is a rush transcript|^\W*(?:editor|publisher)s?[’']s? note\b)"
)
_PERHAPS_BOILERPLATE = re.compile(
    r"(?:\bfollow (?-i:[A-Z]\w+ [A-Z]\w+) on\b|photo(?:graph)? (?:by|credit)|copyright by|"
    r"getty images\W*$|image (?:credit|source)|send tips to|"
    r"^\W*updates? (?:with|to|throughout|stock|adds)\b|^an earlier version of this|"
    r"^an? (?:photo|video|post) (?:posted|shared) by|^\(?(?:additional |with )?reporting by |"
    r"^\(?(?:writing|editing) by |^more videos)",
    re.IGNORECASE,
)
"""What pages say of themselves, and what news speaks of, too: "A photo by Lee sold for £3m", "sued by Getty Images"."""
_OFFERS = re.compile(
    r"\b(?:subscribe (?:to|now)|sign up (?:for|to)|newsletters?|share (?:this|on)\b|"
    r"follow (?:us|me|him|her)(?: (?:on|at|here)\b| @|[:.!]|$)|to your inbox|in your inbox|"
    r"click here|cookies?\b.{0,40}\b(?:use|accept|policy|consent)|advertis(?:e)?ment|"
    r"terms of (?:use|service)|privacy policy|join the conversation|leave a comment|view comments|download our app|"
    r"support our journalism)",
    re.IGNORECASE,
)
"""What a page offers its reader, and what news speaks of, too: "3 million people have to sign up for insurance"."""
_TO_READER = re.compile(
    r"\b(?:you|your|us|our|here|please)\b|@|^\W*to (?:read|get|see|receive|find|learn)\b", re.IGNORECASE
)
_STATES = re.compile(r"\b(?:said|says|told|wrote)\b")
_SENTENCE_OPENS = re.compile(r"(?:^|[.!?:|•*])[\s\W]*$")
_ENDS = re.compile(r"[.!?][”\"’')]*$")
_MINE = (
    r"(?:mine|ours|added|supplied|in (?:the )?original|by (?:the )?(?:author|writer|editors?|us|me)|my own|"
    r"von mir|hinzugefügt|im original|durch die redaktion|der redaktion)"
)
_TALK = r"(?:\w+ )?(?:interview|conversation|transcript|discussion|exchange|q ?& ?a|remarks|answers)"
_BEEN = r"(?:has|have|was|were) (?:been )?(?:(?:lightly|slightly|also) )*"
_EDITED = r"(?:edited|condensed|shortened|abridged|cut|trimmed|transcribed|translated)"
_FOR_LENGTH = r"for (?:length|clarity|style|brevity|space|concision)\b"
_NOTE_ON_TEXT = re.compile(
    r"\W*(?:note:\s)?(?:(?:all|the|some|any)\s)?(?:bold(?:ing|face| type| text)?|emphas[ie]s|italics?|"
    r"underlin(?:e|ing)|highlight(?:s|ing)|capitali[sz]ation|brackets?|links?|translations?|ellips[ie]s|parenthes[ie]s|"
    rf"hervorhebung(?:en)?|fettung|übersetzung)"
    rf"\s(?:(?:is|are|was|were|ha(?:s|ve) been|ist|sind|wurden?)\s)?{_MINE}\b.{{0,30}}"
    r"|\W*(?:this is a developing story|story developing|check back (?:here )?for (?:more )?updates)\b.{0,60}"
    r"|\W*this (?:post|article|story|piece|column|essay|item|blog post) (?:(?:was|is|has been) )?"
    r"(?:(?:first|originally|last|also|since) )*(?:adapted|excerpted|translated|published|posted|appeared|updated|"
    r"produced)\b.{0,140}"
    rf"|\W*(?:this {_TALK} {_BEEN}{_EDITED}(?:[.;,]| and | for | by ).{{0,140}}"
    rf"|(?:the|our|these) {_TALK} (?:below |above )?{_BEEN}[^.]{{0,40}}{_EDITED} (?:and \w+ )?{_FOR_LENGTH}.{{0,60}})"
    r"|\W*(?:das (?:interview|gespräch) führte|die fragen stellte)n? [^.]{2,60}\.?"
    r"|\W*(?:the|this) (?:interview|conversation) was conducted (?:by|on|in) [^.]{2,80}\.?"
    r"|\W*(?:the author[’']s|(?:his|her|their) (?:new|latest|next)) (?:[a-z]+ )?(?:book|novel|memoir|album)\b[^.]{0,60}"
    r" is (?:published by|out now)\b.{0,60}"
    r"|\W*(?:dieses|das) (?:interview|gespräch) wurde [^.]{0,60}(?:gekürzt|bearbeitet|übersetzt|redigiert)\b.{0,60}"
    rf"|\W*{_EDITED} (?:and \w+ )?{_FOR_LENGTH}.{{0,60}}"
    r"|\W*(?:we|i)(?:[’']ve| have)? (?:since |now )?(?:updated|corrected|amended|edited) (?:this|the) "
    r"(?:post|article|story|piece|column|headline)\b.{0,140}",
    re.IGNORECASE,
)
"""What a writer says of the text itself: whose the bold letters are, where it stood first, that it was changed."""
CORRECTION_LIMIT = 900  # characters of a note that corrects its own article
_OF_THIS = r"(?:this|the|our)\s(?:[a-z]+\s)?(?:post|article|story|piece|page|report|column|item|headline|caption)\b"
_CORRECTION = re.compile(
    r"\W*(?:(?:corrections?|clarifications?|updates?|(?:editor|publisher)s?[’']?s?\snotes?|note)\b[^.\n]{0,40}?[:.—–-]\s*)?"
    r"(?:(?:in\s)?(?:an?|the|this|our)\s(?:earlier|previous|original|prior|initial|first)\s"
    rf"(?:versions?|headline|caption|edition)\s(?:(?:of|on|in|to|for|accompanying)\s{_OF_THIS}|"
    r"(?:incorrectly|wrongly|erroneously|misstated|misspelled|misidentified)\b)"
    r"|this\s(?:post|article|story|piece|page|report|headline|caption|column|item)\s"
    r"(?:has\s(?:since\s|now\s)?been|was|is\sbeing|originally|initially|previously)\s"
    r"(?:[a-z]+ly\s)?(?:updated|corrected|revised|amended|clarified|edited|misstated|misspelled|misidentified|stated|said)\b)"
    r"|\W*(?:corrections?|clarifications?)\s?(?:\([^)\n]{1,30}\)\s?)?:\s",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"you['’]re not a robot|invalid e-?mail address|please re-enter|select a newsletter|opt[- ]out at any time|"
    r"special offers|updates and promotions|sign up|continue reading the main story|manage (?:your )?preferences|"
    r"thank you for subscribing"
)
_IN_FORMS = (
    *("not a robot", "mail address", "please re-enter", "a newsletter", "at any time", "special offers", "promotions"),
    *("sign up", "preferences"),
)
"""Of these each paragraph with three of the signs has one: of the two others there are two."""
_SHORT_NAV = re.compile(
    r"(?:(?:just|must) watch(?:ed)?\b.*|.*\breplay more videos\b.*|story continue[sd] below.*|.*\btoggle caption\b.*"
    r"|enlarge this image.*|continue reading.*|media playback is unsupported.*|sign in.*|log in.*|"
    r"skip to .*|back to top.*|notes? (?:to|for) editors?|[-–—\s]*ends[-–—\s]*"
    r"|(?:[^|•\n]{2,30}[|•]\s?){3,}[^|•\n]{0,40}|https?://\S+|www\.\S+"
    r"|share|tweet|print|email|e-mail|comments?|menu|home|search|advertisement|loading|facebook|twitter|"
    r"whatsapp|reddit"
    r"|video|photos?|gallery|image|play video|show caption|"
    r"hide caption|read more|"
    r"(?:first|second|third|fourth|last) of (?:two|three|four|five|several) (?:parts|stories))\W*",
    re.IGNORECASE,
)
_NAV_OPENS = re.compile(r"(?:most (?:read|popular)|trending|watch(?: (?:live|the video|this))?)\b", re.IGNORECASE)
BYLINE = re.compile(rf"{BY}\s[A-Z][\w.’'-]+(?:,?\s(?:and\s|und\s|&\s)?[A-Z][\w.’'-]+){{1,7}}(?:\s?[|,–·•-].{{0,60}})?")
_PHOTO = re.compile(
    r"\(?(?:photo(?:graph)?s?|pictured?|credits?|image|picture|foto|file photo|caption)\b\s?[:–-].*|\(AP Photo.*",
    re.IGNORECASE,
)
_AGENCY = (
    r"(?:REUTERS|Reuters|AFP|AP|EPA|Getty|Staff|Bloomberg|The\s(?:[A-Z]\w+\s?){1,3}|"
    r"[A-Z]\w+\s(?:News|Times|Post|Images))"
)
_PERSON = r"(?:[A-ZÀ-Ý][\w’'.-]+\s){1,3}[A-ZÀ-Ý][\w’'-]+"
_CREDITED = re.compile(
    rf"\(?{_PERSON}\s?/\s?(?:[A-ZÀ-Ý][\w’'&-]*\s?){{1,5}}\)?"  # a line of its own
    rf"|{_PERSON}/{_AGENCY}\s[A-Z].*"  # "Ann Lee/Reuters Villagers cross …"
    rf"|.*\s\({_PERSON}\s?/\s?{_AGENCY}\)"
    rf"|.*\s(?:REUTERS|AFP|AP|EPA)\s?/\s?{_PERSON}"
    rf"|.*\b(?:AFP|AP|EPA|REUTERS)\sPHOTO\b.*"
    rf"|.*\((?:Photo|Image|Foto)(?:graph)?s?:\s[^()\n]{{2,60}}\)(?:\sMore)?"
    rf"|.*\|\s(?:{_AGENCY}|AP Photo).*"
    rf"|(?:Image\s)?.*\sCredit\.{{2,3}}\s?{_PERSON}.*"
)
_HINTS = re.compile(r"/|PHOTO|\((?:Photo|Image|Foto)|\||Credit\.\.")
_BIO = re.compile(
    rf"[•*\s]*{_PERSON},?\s(?:is|was)\s(?:an?|the|one\sof\sthe)?\s?(?:[\w’'-]+\s){{0,4}}?"
    r"(?:editor|columnist|reporter|correspondent|host|contributor|writer|fellow|journalist|producer|blogger|author)\b.*"
)
_CONTACT = re.compile(
    r"(?:(?:media|press|news)\s)?(?:contacts?|enquiries|inquiries|kontakt|pressekontakt|press office|pressestelle|"
    r"(?:tel(?:ephone|efon)?|phone|fax|mobile|e-?mail)(?=\s?[.:]))\b.{0,200}(?:@|\+?\d[\d\s()/-]{6,}).{0,80}",
    re.IGNORECASE | re.DOTALL,
)
_MUSIC = re.compile(r"[\[(]?[♪♫].*")
"""What is sung or played, which subtitles mark so."""
_SENTENCE_INSIDE = re.compile(r"[a-z]{3,}[.!?]\s[A-Z]")


def is_form(paragraph: str) -> bool:
    """Tell whether a paragraph is a form of the page ("Invalid e-mail address …")."""
    if len(paragraph) > FORM_LIMIT:
        return False
    lower = paragraph.lower()
    return any(word in lower for word in _IN_FORMS) and len(set(_FORM.findall(lower))) >= FORM_SIGNS


def is_correction(words: str) -> bool:
    """Tell whether a sentence or paragraph corrects its own article ("An earlier version of this story said …")."""
    return len(words) <= CORRECTION_LIMIT and _CORRECTION.match(words) is not None


def is_note_on_text(sentence: str) -> bool:
    """Tell whether a sentence speaks of the article itself: "Emphasis added.", "This post first appeared in …"."""
    return len(sentence) <= NOTE_LIMIT and _NOTE_ON_TEXT.fullmatch(sentence.rstrip("\n")) is not None


def is_bio(line: str) -> bool:
    """Tell whether a line says no more than who wrote the article ("Ann Lee is a reporter for The Courier.")."""
    return len(line) <= BIO_LIMIT and _BIO.fullmatch(line) is not None and not _SENTENCE_INSIDE.search(line)


def is_captioned(line: str) -> bool:
    """Tell whether the credit of a picture shows a line of two sentences at most to be its caption."""
    if len(line) > CAPTION_LIMIT or not _HINTS.search(line) or _CREDITED.fullmatch(line) is None:
        return False
    return len(_SENTENCE_INSIDE.findall(line)) <= 1


def furniture(line: str) -> tuple[Block, str] | None:
    """Return the block and the reason of a line that is no text of the article's own, or None."""
    if len(line) > BOILERPLATE_LIMIT:
        return None
    spoken = line[0] in '“"„«' and line.count(" ") >= SPOKEN_WORDS  # somebody may speak of cookies
    label = _LABEL.fullmatch(line) and line.count(" ") < LABEL_WORDS and not ANNOUNCES.search(line)
    kinds = (
        ((_SHORT_NAV.fullmatch(line) and not is_row(line)) or _opens_menu(line), Block.BODY, "boilerplate"),
        (not spoken and (_is_boilerplate(line) or _is_of_page(line) or _offers(line)), Block.BODY, "boilerplate"),
        (_CONTACT.fullmatch(line) or _MUSIC.fullmatch(line), Block.BODY, "boilerplate"),
        (BYLINE.fullmatch(line), Block.DATELINE, "byline"),
        (_PHOTO.fullmatch(line), Block.CAPTION, "photo-caption"),
        (label, Block.LABEL, "ends-in-colon"),
    )
    return next(((block, reason) for holds, block, reason in kinds if holds), None)


def _is_boilerplate(line: str) -> bool:
    """Tell whether a line speaks of rights, of its page or to its reader as news never does."""
    return _RIGHTS.search(line) is not None or _BOILERPLATE.search(line.lower()) is not None


def _is_of_page(line: str) -> bool:
    """Tell whether a line says of its page what a whole sentence would report of others."""
    return _PERHAPS_BOILERPLATE.search(line) is not None and not _reports(line)


def _reports(line: str) -> bool:
    """Tell whether a line is a whole sentence that does not speak to the reader."""
    return _ENDS.search(line) is not None and has_finite(line) and _TO_READER.search(line) is None


def _offers(line: str) -> bool:
    """Tell whether a line offers something to its reader, unlike one that reports on newsletters or cookies."""
    found = _OFFERS.search(line)
    if found is None:
        return False
    reports = _reports(line) or (_STATES.search(line) is not None and _ENDS.search(line) is not None)
    opens = _SENTENCE_OPENS.search(line[: found.start()]) is not None
    return not reports and bool(opens or _TO_READER.search(line) or not _ENDS.search(line))


def _opens_menu(line: str) -> bool:
    """Tell whether a line begins as menus do ("Most read", "Watch live") and is no sentence of the article."""
    return _NAV_OPENS.match(line) is not None and not (_ENDS.search(line) and has_finite(line))


__all__ = ["BYLINE", "furniture", "is_bio", "is_captioned", "is_correction", "is_form"]
