"""Find who is reported to say what inside one sentence: the content, the cue, the mention of the speaker, the rule.

Method: quotations are masked one character for one, so that a cue inside somebody's words is not a cue of the article.
Then sieves in order of trust, after the deterministic sieves of CoreNLP's quote annotator and citron: content before
its speaker ("…, X said", "…, said X"), "X said (that) …", "X: “…”", "according to X", participles (", stressing that
…"), speech acts ("X urged …"), and last a quotation with its sentence's subject. Who the mention is, is `registry`'s
business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.clauses import has_verb, is_passive
from factcheck.claims.sentence.deeds import is_deed
from factcheck.claims.sentence.grammar import MASK, Token, tokenize
from factcheck.claims.sentence.masking import Masked
from factcheck.claims.sentence.subjects import main_subject, subject_before
from factcheck.claims.speech.acts import speech_acts
from factcheck.claims.speech.announced import announced
from factcheck.claims.speech.convictions import convictions
from factcheck.claims.speech.german.attribution import german
from factcheck.claims.speech.hearsay import hearsay
from factcheck.claims.speech.insertions import inserted, inserted_inversely
from factcheck.claims.speech.naming import naming_participles
from factcheck.claims.speech.passives import passive_acts
from factcheck.claims.speech.postposed import postposed
from factcheck.claims.speech.preposed import opening_verb, preposed
from factcheck.claims.speech.rebuttals import rebuttal
from factcheck.claims.speech.scan import SPEECH, Attribution, Scan, content_span
from factcheck.claims.speech.sourced import according, in_words, participles, subject_of_quotation
from factcheck.claims.speech.unsaid import is_unsaid
from factcheck.text.names.gazetteer import ROLES

Pair = tuple[int, int]

_OF_A_VERB = frozenset(["postposed", "postposed-second-half", "preposed"])
_WHEN = frozenset(["recently", "previously", "early", "only", "nearly", "daily", "weekly", "monthly", "yearly"])
_DECIDING = frozenset(["decide", "decides", "decided"])
TAIL_TOKENS = 8  # ", Lee said | on Monday in Arle"
BESIDE = 6  # tokens between a quotation and a verb that is no listed cue


_NO_VERBS = grammar.AUXILIARIES | grammar.CONJUNCTIONS | grammar.PREPOSITIONS | grammar.PRONOUNS | grammar.DETERMINERS


def attributions(sentence: Masked, *, in_german: bool = False) -> list[Attribution]:
    """Return the attributions of one sentence, in order, their contents apart from each other."""
    if in_german:
        return _apart(german(Scan(sentence, tokenize(sentence.text))))
    if MASK not in sentence.text and not cues.has_any(sentence.text):
        return []
    scan = Scan(sentence, tokenize(sentence.text))
    sieves = (
        hearsay,
        opening_verb,
        in_words,
        inserted,
        inserted_inversely,
        _verbs,
        convictions,
        announced,
        according,
        participles,
        naming_participles,
        speech_acts,
        passive_acts,
    )
    found = _apart(new for sieve in sieves for new in sieve(scan))
    found = [_up_to_rebuttal(scan, _with_manner(scan, one, found)) for one in found]
    return found or sorted(subject_of_quotation(scan), key=lambda a: a.content)


def _with_manner(scan: Scan, one: Attribution, found: Sequence[Attribution]) -> Attribution:
    """Return an attribution whose cue has the adverb that tells how it was said ("said bluntly")."""
    if one.cue is None or one.rule not in _OF_A_VERB:
        return one
    low, end = one.cue[0] - scan.sentence.start, one.cue[1] - scan.sentence.start
    before = next((t for t in reversed(scan.tokens) if t.end <= low), None)
    if before is not None and _tells_manner(before):
        one = replace(one, cue=(scan.sentence.start + before.start, one.cue[1]))
    adverb = next((t for t in scan.tokens if t.start >= end), None)
    if adverb is None or not _tells_manner(adverb) or one.cue is None:
        return one
    low, high = scan.sentence.at(adverb.start, adverb.end)
    if any(a < high and low < b for a, b in (other.content for other in found)):
        return one  # "said nearly 40 people came"
    return replace(one, cue=(one.cue[0], high))


def _up_to_rebuttal(scan: Scan, one: Attribution) -> Attribution:
    """Return an attribution whose content ends where the article itself answers it.

    What was promised is told with the verb where it is no clause ("Lee promised 40 places").
    """
    if one.cue is None or one.aside is not None:
        return one
    low, high, cue, after = (at - scan.sentence.start for at in (*one.content, *one.cue))
    behind = cue >= high  # "“…,” Lee promised; …"
    tokens = [t for t in scan.tokens if behind or t.end <= high]
    begin = next((k for k, t in enumerate(tokens) if t.start >= max(low, after)), len(tokens))
    verb = next((t.lower for t in scan.tokens if cue <= t.start < after and t.lower in cues.VERBS), "")
    answer = rebuttal(tokens, begin - behind, verb)
    if answer is None:
        return one
    own = content_span(scan.sentence, tokens[answer[1]].start, tokens[-1].end)
    if behind:
        return replace(one, rebuttal=own)
    bare = not has_verb(tokens[begin : answer[0]])
    start = min(low, one.mention[0] - scan.sentence.start) if bare and one.mention else low
    content = content_span(scan.sentence, start, tokens[answer[0] - 1].end)
    acts = one.whole_clause or (bare and verb in cues.ACTS)
    return replace(one, content=content, whole_clause=acts, rebuttal=own) if content is not None else one


def _tells_manner(word: Token) -> bool:
    """Tell whether a word is an adverb that can say how something was said, and not when or how often."""
    return (
        word.lower.endswith("ly") and grammar.is_adverb(word) and not grammar.is_time(word) and word.lower not in _WHEN
    )


def _apart(attributions: Iterable[Attribution]) -> list[Attribution]:
    """Return attributions in the order of the text, without those that overlap an earlier one of the order given."""
    found: list[Attribution] = []
    for new in attributions:
        if not any(_overlap(old.content, new.content) for old in found):
            found.append(new)
    return sorted(found, key=lambda a: a.content)


def _overlap(a: Pair, b: Pair) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _verbs(scan: Scan) -> Iterator[Attribution]:
    """Read every verb of saying from left to right: content before it, else content after it."""
    reported: int | None = None
    unsaid = 0  # up to where a content goes that nobody is told to have said
    for index, token in enumerate(scan.tokens):
        if token.start < scan.taken or token.quotation or not _may_introduce(scan.tokens, index):
            continue
        if token.lower not in cues.SAYING:
            reported = _last_report(scan.tokens) if reported is None else reported
            if index < reported - 2:
                continue
        found = list(postposed(scan, index)) or (list(preposed(scan, index)) if token.start >= unsaid else [])
        if found and is_unsaid(scan.tokens, index):
            unsaid = max(a.content[1] for a in found) - scan.sentence.start
            continue
        yield from found
        scan.found += found
        if found:
            ends = max(a.content[1] for a in found) - scan.sentence.start
            scan.taken = max(ends, token.end)


def _last_report(tokens: Sequence[Token]) -> int:
    """Return the index of the verb of ", he said" or ", its chief, Ann Lee, said" that ends a sentence, or -1.

    What somebody believes before it is part of what is said: "Lee doubts that it will pass, he said".
    """
    for k in range(len(tokens) - 1, 2, -1):
        if tokens[k].lower not in cues.CORE:
            continue
        if tokens[k - 1].lower in grammar.PRONOUNS and tokens[k - 2].text == ",":
            return k
        subject = subject_before(tokens, k) if len(tokens) - k <= TAIL_TOKENS else None
        ends = not any(grammar.is_finite(t) or t.quotation for t in tokens[k + 1 :])
        if subject is not None and subject[0] > 1 and _ends_in_comma(tokens, subject[0] - 1) and ends:
            return k
    return -1


def _ends_in_comma(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a comma stands at `at`, maybe inside the marks that close a quotation there."""
    text = tokens[at].text
    return text == "," or text.rstrip(MASK).endswith(",") or (text in "”\"’'" and tokens[at - 1].text == ",")


def _may_introduce(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a token is a cue: a listed verb, or any verb in the past right beside a quotation."""
    token = tokens[index]
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if token.lower in _NO_VERBS or is_passive(tokens, index) or grammar.in_name(tokens, index):
        return False
    if token.lower == "reported" and _is_somebody_s(tokens, index):
        return False
    if token.lower in _DECIDING and is_deed(tokens, index) and not any(t.quotation for t in tokens):
        return False  # "…, the board decided by 7 votes to 2": the decision is the fact
    idiom = (token.lower in ("put", "puts") and following == "it") or (token.lower == "shot" and following == "back")
    if token.lower in cues.VERBS or idiom:
        return not token.capital
    past = token.lower.endswith("ed") or token.lower in grammar.IRREGULAR
    named = index > 0 and (tokens[index - 1].capital or tokens[index - 1].lower in grammar.PRONOUNS)
    named = named or _opens_report(tokens, index)
    present = token.lower.endswith("s") and named and token.lower not in ROLES  # "Lee mocks", but "Rovers boss"
    if token.capital or not token.word or not (past or present):
        return False
    near = tokens[max(0, index - BESIDE) : index]
    relative = any(t.lower in ("who", "whose", "which") for t in near)  # "“…,” Lee, whose firm | lost £3m, said"
    before = not relative and any(t.quotation and SPEECH.search(t.text) for t in near)
    after = (
        token.lower not in grammar.IRREGULAR  # "called what Lee made | “sloppy work at best.”"
        and index + 1 < len(tokens)
        and tokens[index + 1].quotation
        and SPEECH.search(tokens[index + 1].text) is not None
    )
    announced = index + 2 < len(tokens) and tokens[index + 1].text in ",:" and tokens[index + 2].quotation
    return before or after or announced


def _opens_report(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word stands between speech and what can be its speaker: "“…,” | remembers | Ann Lee"."""
    if index < 1 or index + 1 >= len(tokens) or not SPEECH.search(tokens[index - 1].text):
        return False
    following = tokens[index + 1]
    person = grammar.is_person_noun(tokens[index])  # "“…,” | owners | Ann and Tom Lee say"
    return not person and (following.capital or following.lower in grammar.DETERMINERS)


def _is_somebody_s(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "reported" describes a noun: "Acme’s | reported loss", unlike "Lloyd’s | reported a loss"."""
    of = index > 0 and tokens[index - 1].lower.endswith(("'s", "’s"))
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    opens = grammar.DETERMINERS | grammar.PRONOUNS | {"that"}
    return of and following is not None and not (following.lower in opens or following.number)


def introduces(sentence: Masked) -> Pair | None:
    """Return the speaker's mention where a sentence only announces a quotation ("She told reporters:"), or None."""
    if not sentence.text.endswith((":", ",")):
        return None
    scan = Scan(sentence, tokenize(sentence.text))
    subject = main_subject(scan.tokens, len(scan.tokens))
    return scan.span(subject) if subject else None


__all__ = ["Attribution", "attributions", "introduces"]
