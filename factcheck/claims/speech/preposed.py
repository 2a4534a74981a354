"""Read "X said (that) …", "X said: “…”" and "Said X: “…”"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.clauses import (
    RELATIVES,
    coordination,
    in_main_clause,
    is_finite_or_past,
    is_own_voice,
    is_plain_subject,
)
from factcheck.claims.sentence.complements import Complement, complement
from factcheck.claims.sentence.grammar import MASK, Token, is_finite
from factcheck.claims.sentence.plurals import is_plural_verb
from factcheck.claims.sentence.subjects import subject_after, subject_before
from factcheck.claims.speech.acts import bids
from factcheck.claims.speech.issuers import is_document, issuer
from factcheck.claims.speech.naming import NAMING
from factcheck.claims.speech.relatives import end_before, relative_clause, what_goes_on
from factcheck.claims.speech.scan import SPEECH, Attribution, Scan, asserts, content_span, parts, quotation_end
from factcheck.claims.speech.told_when import tells_when
from factcheck.claims.speech.voices import other_voice, tells_figure

Range = tuple[int, int]

_ENDED = re.compile(rf"[.?!]{MASK}+$")
_LEADING = frozenset(
    [
        "after",
        "while",
        "as",
        "when",
        "although",
        "though",
        "since",
        "because",
        "before",
        "if",
        "once",
        "until",
        "unless",
    ]
)
_FINDS = frozenset(["found", "finds", "find", "show", "shows", "showed"])
_CLAIMS = frozenset(["claim", "claims", "claimed", "profess", "professes", "professed"])
_ASSERTS = frozenset(["insisted", "insists", "added", "adds", "stressed", "warned", "argued", "maintained", "conceded"])
"""Verbs of which the speaker is likelier the subject than who is spoken of: "said they were sorry but insisted …"."""
_AMBIGUOUS_ACTS = frozenset(
    ["offered", "issued", "discussed", "refused", "declined", "planned", "confirmed", "rejected"]
)
"""Acts that who is spoken of does as often: "said the firm had apologised, and offered £300"."""
NOUN_CLAUSE_TOKENS = 5
NAMED_TOKENS = 10  # "called | the plan to close the mill “a farce”"
TAIL_TOKENS = 8  # ", Lee said on Monday in Arle"
BARE_CLAUSE_TOKENS = 5  # "said some schools stifle debate": fewer words are an object ("said a prayer")


def opening_verb(scan: Scan) -> Iterator[Attribution]:
    """Read "Said Lee: “…”"."""
    tokens = scan.tokens
    if len(tokens) > 3 and tokens[0].lower in cues.SAYING:  # noqa: PLR2004 - verb, name, colon, quotation
        subject = subject_after(tokens, 0)
        begin = subject[1] + 1 if subject else len(tokens)
        if subject and begin < len(tokens) and tokens[begin - 1].text in ":," and tokens[begin].quotation:
            content = content_span(scan.sentence, tokens[begin].start, quotation_end(tokens, begin))
            if content is not None:
                yield Attribution(content, scan.cue(0), scan.span(subject), "opening-verb", 0.85)


def preposed(scan: Scan, index: int) -> Iterator[Attribution]:
    """Read "X said (that) …" and "X said: “…”"."""
    tokens, word = scan.tokens, scan.tokens[index].lower
    subject = subject_before(tokens, index)
    kind, begin = _complement(scan, index, subject)
    if subject is None or not (_accepts(scan, subject, word, kind) and _speaks(scan, subject, index, kind)):
        return
    if kind is Complement.QUESTION and bids(tokens, index):
        return  # "told jurors to ignore | what the papers wrote"
    relative = relative_clause(tokens, subject, index, begin)
    if relative is not None and relative.high is None:
        return  # whose words the main clause would be taken for
    if relative is None and not _leads_clause(scan, subject, word, kind):
        return
    if (cut := coordination(tokens, index)) > 0:
        scan.cuts.append(cut)
    high = min(
        _content_high(scan, kind, begin),
        end_before(tokens, relative.high if relative else None),
        _subordinate_high(tokens, subject[0], begin),
        _reported_high(tokens, kind, begin),
    )
    content = content_span(scan.sentence, tokens[begin].start, high) or _bare_figure(scan, index, begin)
    if content is None or not _asserts(scan, subject, (index, begin, high), kind):
        return  # "announced his decision and …"
    confidence = 0.85 if word in cues.SAYING else 0.65
    mention = scan.span(issuer(tokens, subject) or subject)
    goes_on = what_goes_on(scan, relative) if relative else None
    for part in list(parts(scan.sentence, content)) or [content]:
        yield Attribution(part, scan.cue(index), mention, "preposed", confidence, goes_on=goes_on)


def _accepts(scan: Scan, subject: Range, word: str, kind: Complement) -> bool:
    """Tell whether a verb introduces what follows; a document's findings and another's thoughts need no "that"."""
    if cues.accepts(word, kind):
        return True
    thought = word in cues.THINKING and kind is Complement.CLAUSE
    return thought and (subject[0] in scan.voices or (word in _FINDS and is_document(scan.tokens, subject)))


def _speaks(scan: Scan, subject: Range, index: int, kind: Complement) -> bool:
    """Tell whether a subject, other than the writer, plainly has the verb at `index`, and something is said."""
    plain = is_plain_subject(scan.tokens, subject, index) and not is_own_voice(scan.tokens, subject)
    return plain and kind is not Complement.NONE


def _leads_clause(scan: Scan, subject: Range, word: str, kind: Complement) -> bool:
    """Tell whether a verb that reports thoughts as well as words stands in a main clause or begins another voice."""
    finds = word in _FINDS and is_document(scan.tokens, subject)
    plain = word in cues.SAYING or kind is Complement.QUOTATION or finds
    return plain or subject[0] in scan.voices or in_main_clause(scan.tokens, subject)


def _complement(scan: Scan, index: int, subject: Range | None) -> tuple[Complement, int]:
    """Return what follows the verb at `index` and where it begins; what has not the form of a clause may be one."""
    tokens, word = scan.tokens, scan.tokens[index].lower
    after = index + (word in ("put", "puts"))  # "put it"
    kind, begin = complement(tokens, after, telling=word in cues.TELLING)
    if word == "tell" and kind is Complement.CLAUSE and tokens[after + 1].lower in ("me", "us"):
        return Complement.THAT, begin  # "residents tell me | the water is brown"
    voice = subject is not None and word in cues.CORE and _is_voice(scan, subject, index)
    if voice and kind is Complement.NONE and index + 1 < len(tokens) and tokens[index + 1].word:
        return Complement.CLAUSE, index + 1  # "the builder said July"
    if kind is not Complement.OTHER:
        return kind, begin
    if (
        subject is not None
        and subject[0] > 0
        and tokens[subject[0] - 1].lower in RELATIVES
        and is_finite(tokens[begin])
    ):
        return Complement.CLAUSE, begin  # "who police say drove the van"
    takes_clause = cues.SAYING | cues.THINKING - cues.STRICT
    plain = word in cues.CORE or (word in takes_clause - cues.QUOTED and _past_clause(tokens, begin))
    if word in ("added", "adds") and _adds_to(tokens, begin):
        return kind, begin
    clause = plain and tokens[begin].word and (voice or _long_clause(tokens, begin))
    clause = clause or (word in cues.SAYING - cues.QUOTED and _noun_clause(tokens, begin))
    return Complement.CLAUSE if clause or _infinitive(tokens, word, begin) else kind, begin


def _bare_figure(scan: Scan, verb: int, begin: int) -> tuple[int, int] | None:
    """Return the figure that is all somebody says against another's: "police said 12 died, witnesses said | 30"."""
    alone = bool(scan.found) and scan.tokens[begin].number and tells_figure(scan.tokens, verb)
    return scan.span((begin, begin + 1)) if alone else None


def _is_voice(scan: Scan, subject: Range, verb: int) -> bool:
    """Tell whether a subject is another voice than one before it: it begins one, or says another figure."""
    parted = bool(scan.found) or (subject[0] > 0 and scan.tokens[subject[0] - 1].text == ";")
    return subject[0] in scan.voices or (parted and tells_figure(scan.tokens, verb))


def _asserts(scan: Scan, subject: Range, at: tuple[int, int, int], kind: Complement) -> bool:
    """Tell whether what begins without "that" has the form of a clause, or stands where nothing else can.

    `at`: the verb and where the content begins, as tokens, and the character where it ends.
    """
    verb, begin, high = at
    sure = kind is not Complement.CLAUSE or _is_voice(scan, subject, verb)
    infinitive = _infinitive(scan.tokens, scan.tokens[verb].lower, begin)
    return sure or infinitive or asserts(_first_conjunct(scan.tokens, begin, high))


def _infinitive(tokens: Sequence[Token], word: str, begin: int) -> bool:
    """Tell whether "claims to have seen it" or "claims to be ill" follows: what is claimed is so by the speaker."""
    verb = tokens[begin + 1] if begin + 1 < len(tokens) else None
    plain = verb is not None and verb.word and not (verb.capital or verb.lower in grammar.DETERMINERS)
    return word in _CLAIMS and tokens[begin].lower == "to" and plain


def _first_conjunct(tokens: Sequence[Token], begin: int, high: int) -> list[Token]:
    """Return the words from `begin` up to where "and" goes on with another verb, or to the character `high`."""
    words = [t for t in tokens[begin:] if t.end <= high]
    joined = (
        k for k in range(1, len(words) - 1) if words[k].lower in ("and", "but") and is_finite_or_past(words[k + 1])
    )
    return words[: next(joined, len(words))]


def _acts_besides(tokens: Sequence[Token], at: int, *, quoted: bool) -> bool:
    """Tell whether "and" goes on, behind quoted words, with another speech act: "was “a sham” and urged the court".

    `quoted`: nothing but a quotation is said, so that any other verb is the writer's ("said “it is over” and left").
    """
    verb = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    acts = verb in cues.ACTS - cues.ATTITUDES and verb.endswith("ed")
    if tokens[at - 1].text == ",":
        return acts and verb not in _AMBIGUOUS_ACTS  # "said it was lost, | and accused him of lying"
    if not tokens[at - 1].quotation and tokens[at - 1].text not in '”"’»':
        return False
    return acts or (quoted and at + 2 < len(tokens) and is_finite_or_past(tokens[at + 1]) and tokens[at + 2].word)


def _acts_now(tokens: Sequence[Token], begin: int, at: int) -> bool:
    """Tell whether a speech act in the present follows a past: "says the door was shut | and blames the waves"."""
    verb = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    acts = verb in cues.ACTS - cues.ATTITUDES and verb.endswith("s") and tokens[at + 1].word
    if not acts or tokens[begin - 1].lower not in ("says", "insists", "argues", "claims", "denies", "maintains"):
        return False
    finite = [t.lower for t in tokens[begin:at] if is_finite_or_past(t)]
    return bool(finite) and all(word.endswith("ed") or word in ("was", "were", "had", "did") for word in finite)


def _long_clause(tokens: Sequence[Token], begin: int) -> bool:
    """Tell whether a clause with a long or bare subject begins at `begin` ("memories of the raid are not far")."""
    first = tokens[begin]
    if (
        not first.word
        or is_finite(first)
        or first.lower in grammar.PREPOSITIONS
        or first.lower in ("and", "or", "nothing", "so")
    ):
        return False
    said = tokens[begin - 1].lower in ("said", "says", "say")
    return any(map(is_finite_or_past, tokens[begin + 1 :])) or (said and len(tokens) - begin >= BARE_CLAUSE_TOKENS)


def _adds_to(tokens: Sequence[Token], begin: int) -> bool:
    """Tell whether something is added to something: "added | £5m to a fund that was empty"."""
    verb = next((k for k in range(begin, len(tokens)) if is_finite_or_past(tokens[k])), len(tokens))
    relative = tokens[verb - 1].lower in RELATIVES  # "added | 40 jobs that were lost in May"
    commas = sum(t.text == "," for t in tokens[begin:verb])
    goes_on = tokens[verb - 1].lower in ("and", "but") or (commas == 1 and tokens[verb - 1].text == ",")
    return relative or goes_on or any(t.lower == "to" for t in tokens[begin + 1 : verb])


def _past_clause(tokens: Sequence[Token], begin: int) -> bool:
    """Tell whether somebody and what they did follow, and no object: "claim | stewards locked an exit"."""
    verb = next((k for k in range(begin + 1, min(len(tokens), begin + 4)) if is_finite_or_past(tokens[k])), 0)
    first = tokens[begin]
    noun = first.lower in grammar.DETERMINERS and verb > begin + 1 and not tokens[verb - 1].lower.endswith("ly")
    if (
        not verb
        or not all(t.word for t in tokens[begin:verb])
        or not (noun or (first.lower.endswith("s") and not first.capital))
    ):
        return False
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    return after is not None and (after.lower in grammar.DETERMINERS or after.number)


def _noun_clause(tokens: Sequence[Token], begin: int) -> bool:
    """Tell whether a short subject and its verb follow, which need no "that": "insisted | emergency care would"."""
    first = tokens[begin]
    closed = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | {"to", "and", "or", "no", "not", "that", "how", "what"}
    if first.lower.endswith(("ed", "en")) or first.lower in ("missing", "dead"):
        return False  # "six people reported | injured were treated"
    for verb in range(begin + 1, min(len(tokens) - 1, begin + NOUN_CLAUSE_TOKENS)):
        word = tokens[verb - 1]
        if not word.word or word.lower in closed or is_finite(word) or grammar.is_adverb(word):
            return False
        helps = tokens[verb].lower in grammar.AUXILIARIES and is_finite(tokens[verb])
        several = first.lower in grammar.DETERMINERS and first.lower not in ("a", "an", "one")
        if (helps and not first.capital) or (several and verb > begin + 1 and is_plural_verb(tokens, verb)):
            return True
    return False


def _content_high(scan: Scan, kind: Complement, begin: int) -> int:
    """Return where a content ends that begins at token `begin`: before the next thing the same speaker says."""
    tokens = scan.tokens
    full = kind is Complement.QUOTATION and tokens[begin - 1].text in ",:"
    ended = kind is Complement.QUOTATION and _ENDED.search(tokens[begin].text) is not None
    if ended or (full and SPEECH.search(tokens[begin].text)):
        return quotation_end(tokens, begin)
    if kind is Complement.QUOTATION or (kind is Complement.THAT and tokens[begin].quotation):
        last = quotation_end(tokens, begin)
        if tells_when(tokens, next((k for k in range(begin, len(tokens)) if tokens[k].start >= last), len(tokens))):
            return last
    if voice := other_voice(tokens, begin):
        scan.voices.append(voice[1])
    limit = voice[0] if voice else len(tokens)
    for at in range(begin + 1, limit):
        if tokens[at].lower in ("and", "but") and (
            _acts_besides(tokens, at, quoted=kind is Complement.QUOTATION) or _acts_now(tokens, begin, at)
        ):
            return tokens[at - 1].end
        if tokens[at].lower in ("and", "but") and (_says_again(tokens, at + 1) or _names_again(tokens, at + 1)):
            return tokens[at].start
        if tokens[at].text in (",", "—", "–") and at + 1 < len(tokens) and _adds(tokens, at + 1):
            return tokens[at].start
    return end_before(tokens, limit) if voice else len(scan.sentence.text)


def _subordinate_high(tokens: Sequence[Token], low: int, begin: int) -> int:
    """Return where a leading clause ends ("After Lee said it was over, 300 workers left"), or the sentence's end."""
    first = int(tokens[0].lower in ("so", "but", "and", "yet"))  # "So when Lee says …"
    where = tokens[first].lower in grammar.PREPOSITIONS and tokens[low - 1].lower in ("where", "which", "when")
    if low == 0 or not (where or tokens[first].lower in _LEADING) or any(map(is_finite_or_past, tokens[:low])):
        return tokens[-1].end
    for at in range(begin + 1, len(tokens) - 2):
        quoted = tokens[at].quotation and tokens[at].text.rstrip(MASK).endswith(",")
        after = at + 1 + (tokens[at + 1].lower.endswith("ly") and grammar.is_adverb(tokens[at + 1]))
        if (quoted or tokens[at].text == ",") and _main_clause(tokens, after):
            return tokens[at].end if quoted else tokens[at].start
    return tokens[-1].end


def _reported_high(tokens: Sequence[Token], kind: Complement, begin: int) -> int:
    """Return where a content ends that somebody else is said to have told ("Police said it was shut, Lee said")."""
    end = tokens[-1].end
    if kind is Complement.QUOTATION:
        return end
    for verb in range(len(tokens) - 1, max(begin + 2, len(tokens) - TAIL_TOKENS), -1):
        if tokens[verb].lower in cues.CORE and not tokens[verb].capital:
            subject = subject_before(tokens, verb)
            ends = subject is not None and subject[0] > begin + 1 and tokens[subject[0] - 1].text == ","
            return tokens[subject[0] - 1].start if ends and subject is not None else end
    return end


def _main_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a clause with a subject and a verb of its own begins at `at`."""
    first = tokens[at]
    if not first.word or first.lower in grammar.CONJUNCTIONS | grammar.PREPOSITIONS | {"and", "or", "who", "which"}:
        return False
    opens = first.capital or first.number or first.lower in grammar.DETERMINERS | grammar.PRONOUNS
    stop = next((k for k in range(at, len(tokens)) if tokens[k].text in ",;:"), len(tokens))
    plain = opens or first.lower.endswith("s") or grammar.is_person_noun(first)
    return plain and any(map(is_finite_or_past, tokens[at + 1 : stop]))


def _says_again(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a verb of saying with a content of its own follows "and" or "but"."""
    while at < len(tokens) and (grammar.is_adverb(tokens[at]) or tokens[at].lower in ("has", "had", "have")):
        at += 1
    if at >= len(tokens) or tokens[at].lower not in cues.SAYING | cues.THINKING:
        return False
    kind, begin = complement(tokens, at, telling=tokens[at].lower in cues.TELLING)
    bare = kind is Complement.CLAUSE or (kind is Complement.OTHER and _noun_clause(tokens, begin))
    return kind in (Complement.QUOTATION, Complement.THAT) or (bare and tokens[at].lower in _ASSERTS)


def _names_again(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the same speaker goes on to call something something: "… and called the report “a farce”"."""
    named = at < len(tokens) and tokens[at].lower in NAMING
    return named and any(t.quotation or t.text in '“"' for t in tokens[at : at + NAMED_TOKENS])


def _adds(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a participle with a content of its own follows a comma (", adding that …")."""
    if tokens[at].lower not in cues.PARTICIPLES:
        return False
    kind, _ = complement(tokens, at, telling=tokens[at].lower == "telling")
    return kind in (Complement.QUOTATION, Complement.THAT, Complement.CLAUSE)


__all__ = ["opening_verb", "preposed"]
