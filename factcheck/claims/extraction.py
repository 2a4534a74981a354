"""Turn an article into its sentences and claims: goes over the pieces in order, the headlines last.

What each step knows stands in its own module; this one only leads from one to the next.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from factcheck.claims import Progress, duplicates
from factcheck.claims.checkable.content import why_not_checkable
from factcheck.claims.checkable.empty import SAYS_NOTHING
from factcheck.claims.continued import CONTINUATION
from factcheck.claims.drafts import Draft, between, make_claim
from factcheck.claims.findings import Findings
from factcheck.claims.forms import form_of, quotations_in
from factcheck.claims.going_on import REPORTED_MOOD, continued, in_reported_mood
from factcheck.claims.occasions import Occasions
from factcheck.claims.page.furniture import is_correction, is_note_on_text
from factcheck.claims.page.lists import is_part_of_list, list_mark_end
from factcheck.claims.page.pieces import Piece
from factcheck.claims.people.resolving import captioned, group_at, person_at
from factcheck.claims.people.somebody import is_somebody
from factcheck.claims.repeats import merged
from factcheck.claims.sentence.grammar import tokenize
from factcheck.claims.sentence.masking import MASK, Masked, mask
from factcheck.claims.sources.citations import REFERENCE
from factcheck.claims.sources.notes import is_reference
from factcheck.claims.sources.numbered import number_end, without_number
from factcheck.claims.sources.shown_links import before_links
from factcheck.claims.speakers import Speakers
from factcheck.claims.speech.act_cues import act_cue
from factcheck.claims.speech.attribution import Attribution, attributions, introduces
from factcheck.claims.speech.beats import acts_before_speaking
from factcheck.claims.speech.german.verbs import may_state
from factcheck.claims.speech.halves import joined
from factcheck.claims.speech.headline_speakers import headline_speaker
from factcheck.claims.speech.medium import find_medium, stretch_of
from factcheck.claims.speech.remainders import remainders
from factcheck.claims.speech.saying import beside_cue, says_now, with_day_to_come
from factcheck.claims.speech.subjectless import missing_subject
from factcheck.claims.speech.told_behind import told_behind
from factcheck.claims.stated import STATED_IN_LAYOUT, TABLE_ROW, lead_end, states_as_caption, stating
from factcheck.claims.table_rows import Table, tables_of
from factcheck.domain import Block, Claim, DateValue, Disposition, Form, Sentence, Span
from factcheck.text.glue import with_glue
from factcheck.text.languages.language import UNSUPPORTED, is_german_sentence, is_known, is_unsupported
from factcheck.text.sentences import split_sentences

_ASIDE = {
    Block.LABEL: Disposition.HEADING,
    Block.HEADING: Disposition.HEADING,
    Block.TEASER: Disposition.TEASER,
    Block.DATELINE: Disposition.DATELINE,
    Block.REFERENCE: Disposition.NOT_CHECKABLE,
}

TOLD_BEHIND = "told-behind"
_OF_A_WRITER = frozenset(["comment", "own-opinion", "evaluation", "speculation", SAYS_NOTHING])
"""Why a sentence of the article's own asserts nothing; who says so in a transcript holds a position."""

Pair = tuple[int, int]


@dataclass(slots=True)
class Reader:
    """Reads pieces in order, and keeps what each sentence came to."""

    known: Findings
    spoken: tuple[Pair, ...] = ()  # where somebody speaks as a transcript's labels tell, in order
    progress: Progress = lambda _, __: None
    sentences: list[Sentence] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    headlines: list[Piece] = field(default_factory=list)
    foreign: bool = False  # whether the paragraph is in a language that is not supported
    tables: Table = field(default_factory=Table)
    before: Pair = (0, 0)  # the claims of the sentence before, by their places
    speakers: Speakers = field(init=False)
    occasions: Occasions = field(init=False)

    def __post_init__(self) -> None:
        """Begin with nothing read."""
        self.speakers = Speakers(self.known)
        self.occasions = Occasions(self.known)

    def read(self, pieces: Sequence[Piece]) -> None:
        """Read all pieces; the headlines last, since they repeat the body."""
        stated = set(stating(self.known.text, pieces))
        self.tables = tables_of(self.known.text, pieces)
        for index, piece in enumerate(pieces):
            if piece.boilerplate:
                self._aside(piece, Disposition.BOILERPLATE)
            elif piece.block is Block.HEADLINE or index in stated:
                self.headlines.append(piece)
            elif piece.block is Block.CAPTION:
                self._caption(piece)
            elif piece.block in _ASIDE:
                self._aside(piece, _ASIDE[piece.block])
            elif piece.block is Block.PULL_QUOTE:
                self._pull_quote(piece)
            else:
                if piece.block is Block.NOTE:
                    self._forget()  # it goes on with its own mark's sentence, and not with the last of the text
                words = self.known.work[piece.start : piece.end]
                self.foreign = is_unsupported(words, within_german=self.known.german)
                spans = before_links(split_sentences(self.known.work, piece.start, piece.end), self.known.links)
                whole = with_glue(self.known.text, spans, piece.start, piece.end)
                for span, with_all in zip(spans or [(piece.start, piece.end)], whole, strict=True):
                    self._sentence(span, with_all, piece.block)
        told = duplicates.Told(self.claims)
        self.foreign = False
        for piece in self.headlines:
            self._headline(piece) if piece.block is Block.HEADLINE else self._stated(piece, told)
        self.sentences.sort(key=lambda s: s.start)
        self.claims.sort(key=lambda c: (c.start, c.end))
        self.claims, self.sentences = merged(self.claims, self.sentences, self.spoken)

    def _aside(self, piece: Piece, disposition: Disposition) -> None:
        reason = REFERENCE if piece.block is Block.REFERENCE else piece.reason
        self._note((piece.start, piece.end), piece.block, disposition, reason)

    def _note(self, span: Pair, block: Block, disposition: Disposition, reason: str) -> None:
        text = self.known.text[span[0] : span[1]]
        self.sentences.append(
            Sentence(start=span[0], end=span[1], text=text, block=block, disposition=disposition, reason=reason)
        )

    def _pull_quote(self, piece: Piece) -> None:
        span = (piece.start, piece.end)
        mention = _signature(self.known.text, *piece.speaker) if piece.speaker else None
        claimant = self.speakers.resolve(mention, "caption", 0.95) if mention else None
        if claimant is not None and mention is not None:
            claimant = captioned(claimant, mention)
        said_on = self.occasions.said_on(claimant, None, span)
        self._note(span, piece.block, Disposition.CLAIMS, piece.reason)
        self._add(Draft(span, Form.DIRECT, claimant, said_on=said_on, quotations=(span,)))
        self.speakers.spoke(claimant)

    def _sentence(self, span: Pair, whole: Pair, block: Block) -> None:
        """Read a sentence; `whole`: the same with what a page glued behind it, which is accounted for with it."""
        self.progress(span[1], len(self.known.text))
        words = self.known.text[slice(*span)]
        if is_correction(words) or is_note_on_text(words):
            self._note(whole, block, Disposition.BOILERPLATE, "correction" if is_correction(words) else "note-on-text")
            return
        if block is Block.NOTE and is_reference(without_number(words)):
            self._note(whole, block, Disposition.NOT_CHECKABLE, REFERENCE)
            return
        mark = (
            number_end(self.known.text, *span)
            if block is Block.NOTE
            else list_mark_end(self.known.text, *span, german=self.known.some_german)
        )
        inner = (mark, span[1])
        masked = mask(self.known.work, *inner, quotations_in(self.known, inner))
        before, self.before = self.before, (len(self.claims), len(self.claims))
        if self._tells_who_said(masked, self.claims[slice(*before)], before[0]):
            self._note(whole, block, Disposition.NOT_CHECKABLE, TOLD_BEHIND)
            return
        drafts, reason, disposition = self._drafts(inner, masked)
        if mark > span[0] and reason == "narration" and is_part_of_list(masked.text):
            drafts, reason, disposition = [], "part-of-list", Disposition.NOT_CHECKABLE
        self.speakers.gap += 1
        speaker = None
        for draft in drafts:
            self._add(draft)
            self.speakers.spoke(draft.claimant)
            speaker = draft.claimant or speaker
        self.before = (self.before[0], len(self.claims))
        self.speakers.foregoing.read(masked, speaker)
        if speaker is None and (acting := acts_before_speaking(masked)) is not None:
            self.speakers.spoke(self.speakers.resolve(Span.cut(self.known.text, *acting), "introduced", 0.6))
        self._note(whole, block, Disposition.CLAIMS if drafts else disposition, reason)

    def _tells_who_said(self, masked: Masked, before: Sequence[Claim], at: int) -> bool:
        """Tell whether a sentence only tells who said the one `before`; then its claims, from `at` on, are theirs."""
        in_german = self._is_german(masked.text.replace(MASK, ""))
        found = told_behind(tokenize(masked.text), german=in_german) if before else None
        if found is None:
            return False
        mention = Span.cut(self.known.text, *masked.at(*found[0]))
        claimant = self.speakers.resolve(mention, TOLD_BEHIND, 0.8)
        if any(one.claimant is not None and one.claimant.name != claimant.name for one in before):
            return False
        day = next(iter(self._dates(masked.at(0, len(masked.text)))), None)
        for index, one in enumerate(before, at):
            span = one.start, one.end
            if one.claimant is None:
                said_on = self.occasions.said_on(claimant, day, span)
                draft = Draft(span, form_of(self.known, span), claimant, masked.at(*found[1]), said_on=said_on)
                self.claims[index] = make_claim(self.known, draft)
            elif day is not None:
                self.claims[index] = replace(one, said_on=day)
        self.speakers.spoke(claimant)
        return True

    def _is_german(self, own: str) -> bool:
        return self.known.some_german and is_german_sentence(own, within_german=self.known.german)

    def _drafts(self, span: Pair, masked: Masked) -> tuple[list[Draft], str, Disposition]:
        """Return the claims of a sentence, or the reason and disposition of one without."""
        own = masked.text.replace(MASK, "")
        if self._is_unsupported(span, own):
            return [], UNSUPPORTED, Disposition.NOT_CHECKABLE
        in_german = self._is_german(own)
        found = joined(self.known.text, attributions(masked, in_german=in_german))
        if found:
            drafts = self._attributed(span, masked, found)
            if not in_german:
                drafts += [Draft(left, Form.NONE, None) for left in remainders(masked, found)]
                drafts = [self._with_subject(masked, one, found) for one in drafts]
            return drafts, found[0].rule, Disposition.CLAIMS
        draft = continued(self.speakers, self.occasions, span, masked)
        asks_mood = in_german and draft is None
        mood = in_reported_mood(self.speakers, self.occasions, span, masked) if asks_mood else None
        if draft is not None or mood is not None:
            kept = [one for one in (draft, mood) if one is not None]
            return kept, CONTINUATION if draft else REPORTED_MOOD, Disposition.CLAIMS
        if mention := introduces(masked):
            named = Span.cut(self.known.text, *mention)
            self.speakers.spoke(self.speakers.resolve(named, "introduced", 0.7))
            return [], "introduces-quotation", Disposition.NOT_CHECKABLE
        words = self.known.text[slice(*span)]
        words = words.lower() if words.isupper() else words  # the verbs of a line in capitals are told by small letters
        why = why_not_checkable(words, own=own if MASK in masked.text else None)
        if why in ("no-finite-verb", "too-short") and in_german and may_state(words, own):
            why = ""
        if why and not (why in _OF_A_WRITER and self._is_spoken(span)):
            return [], why, Disposition.QUESTION if why == "question" else Disposition.NOT_CHECKABLE
        return [Draft(span, Form.NONE, None)], "narration", Disposition.CLAIMS

    def _is_unsupported(self, span: Pair, own: str) -> bool:
        """Tell whether a sentence is neither English nor German; `own`: without what it quotes."""
        asked = own if any(map(str.isalpha, own)) else self.known.text[slice(*span)]
        return is_unsupported(asked, within_german=self.known.german) or (self.foreign and not is_known(asked))

    def _is_spoken(self, span: Pair) -> bool:
        at = bisect_right(self.spoken, span) - 1
        return at >= 0 and span[0] < self.spoken[at][1]

    def _with_subject(self, masked: Masked, draft: Draft, found: Sequence[Attribution]) -> Draft:
        span = missing_subject(masked, draft.span, found) if draft.form is not Form.DIRECT else None
        return replace(draft, subject=self.known.text[slice(*span)]) if span else draft

    def _attributed(self, span: Pair, masked: Masked, found: Sequence[Attribution]) -> list[Draft]:
        dates = self._dates(span)
        drafts: list[Draft] = []
        for one in (with_day_to_come(one, masked, dates, self.known.published) for one in found):
            date_here = beside_cue(dates, masked, found, one, self.known.published)
            last = drafts[-1] if drafts else None
            if last and last.claimant and ";" in masked.text[last.span[1] - span[0] : one.content[0] - span[0]]:
                self.speakers.foregoing.spoke(last.claimant)  # as in a sentence before: "…; she said"
            claimant = self.speakers.speaker_of(one, masked)
            mention = self.known.text[slice(*one.mention)] if one.mention else ""
            speaker = mention.removeprefix("the ").removeprefix("The ")
            medium = one.medium or find_medium(self.known.text, *stretch_of(span, one, found), claimant=speaker)
            said_on = self.occasions.said_on(claimant, date_here, one.content, now=says_now(self.known.work, one))
            drafts.append(
                Draft(
                    one.content,
                    form_of(self.known, *one.words),
                    claimant,
                    cue=one.cue,
                    aside=one.aside,
                    medium=medium,
                    said_on=said_on,
                    act=act_cue(self.known.text, one),
                )
            )
        return drafts

    def _dates(self, span: Pair) -> tuple[DateValue, ...]:
        return tuple(d for d in between(self.known.dates, span) if isinstance(d, DateValue))

    def _headline(self, piece: Piece) -> None:
        index = duplicates.body_claim_of(self.known.text[piece.start : piece.end], self.claims)
        if index is not None:
            self._appears(index, piece)
            return
        self._forget()
        span = (piece.start, piece.end)
        masked = mask(self.known.work, *span, quotations_in(self.known, span))
        self.known.registry.reads_headline = True
        drafts, reason, disposition = self._drafts(span, masked)
        if not any(draft.claimant for draft in drafts) and (said := self._said_in_headline(masked)):
            drafts, reason, disposition = self._attributed(span, masked, [said]), said.rule, Disposition.CLAIMS
        self.known.registry.reads_headline = False
        unread = Disposition.HEADING if disposition is Disposition.NOT_CHECKABLE else disposition
        self._carries(piece, drafts, reason, unread)

    def _said_in_headline(self, masked: Masked) -> Attribution | None:
        """Return what a headline lets somebody say whom the article knows, or a noun for people."""
        said = headline_speaker(masked)
        if said is None or said.mention is None:
            return None
        mention = Span.cut(self.known.text, *said.mention)
        registry = self.known.registry
        known = person_at(registry, mention) or group_at(registry, mention, "they")
        return said if known or is_somebody(mention.text.lower().removeprefix("ex-")) else None

    def _stated(self, piece: Piece, told: duplicates.Told) -> None:
        """Read a line of the layout that states something: a claim, unless the text says the very same."""
        span = (piece.start + lead_end(self.known.text[piece.start : piece.end]), piece.end)
        index = told.same_as(self.known.text[slice(*span)])
        if index is not None:
            self._appears(index, piece)
            return
        self._forget()
        if piece.start in self.tables.heads:
            self._aside(piece, Disposition.HEADING)
            return
        if (columns := self.tables.rows.get(piece.start)) is not None:
            self._carries(piece, [Draft(span, Form.NONE, None, columns=columns)], TABLE_ROW)
            return
        drafts, reason, _ = self._drafts(span, mask(self.known.work, *span, quotations_in(self.known, span)))
        reason = reason if drafts else STATED_IN_LAYOUT
        self._carries(piece, drafts or [Draft(span, Form.NONE, None)], reason)

    def _caption(self, piece: Piece) -> None:
        """Read a caption: a sentence that tells more than what is seen is a claim, as anywhere."""
        spans = split_sentences(self.known.work, piece.start, piece.end)
        for states, group in groupby(spans, lambda span: states_as_caption(self.known.work[slice(*span)])):
            run = list(group)
            for span in run if states else ():
                self._sentence(span, span, piece.block)
            if not states:
                self._note((run[0][0], run[-1][1]), piece.block, Disposition.CAPTION, piece.reason)

    def _appears(self, index: int, piece: Piece) -> None:
        also = duplicates.appearance(piece.start, piece.end, self.known.text, piece.block)
        self.claims[index] = replace(self.claims[index], appearances=(*self.claims[index].appearances, also))
        self._aside(piece, Disposition.HEADING)

    def _forget(self) -> None:
        self.before = (len(self.claims), len(self.claims))
        self.speakers.forget()

    def _carries(
        self, piece: Piece, drafts: Sequence[Draft], reason: str, otherwise: Disposition = Disposition.HEADING
    ) -> None:
        for draft in drafts:
            self._add(draft)
        self._note((piece.start, piece.end), piece.block, Disposition.CLAIMS if drafts else otherwise, reason)

    def _add(self, draft: Draft) -> None:
        self.claims.append(make_claim(self.known, draft))


def _signature(text: str, low: int, high: int) -> Span:
    """Return the words of a caption or signature without its dash."""
    words = text[low:high].lstrip("-–—― ")
    return Span.cut(text, high - len(words), high)


__all__ = ["Reader"]
