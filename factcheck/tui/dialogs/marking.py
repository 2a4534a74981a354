"""A form whose answer is marked in the article: keys or the mouse move the ends of the mark, and Enter takes it.

The answer may be typed all the same; what it marks is shown then, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.domain import Span
from factcheck.tui.dialogs.form import Answers, Form, FormDialog
from factcheck.tui.lines import Bar
from factcheck.tui.marking import MOVES, PLACE, Marking, Place
from factcheck.tui.pieces import Line, Piece, Role, line, marked, wrap
from factcheck.tui.selecting import place_in, stretch_in

MARKS = (
    ("Enter", "take"),
    ("h l", "end"),
    ("H L", "start"),
    ("j k J K", "by clause"),
    ("Tab", "type"),
    ("Esc", "close"),
)
TYPES = (("Enter", "take it"), ("Tab", "mark"), ("ctrl+e", "editor"), ("Esc", "close"))


class MarkingDialog(FormDialog):
    """Shows the words around a claim, and what of them is marked; the line below has the answer that it is."""

    AUTO_FOCUS = "#body"

    def __init__(self, form: Form, marking: Marking) -> None:
        super().__init__(form)
        self.hints: Sequence[tuple[str, str]] = MARKS
        self.marking = marking
        self.mark = marking.mark
        self._written = ""
        """The answer that was written for what is marked; "" where it was typed."""

    @property
    def answers(self) -> dict[str, str]:
        """What is answered, and where it stands if it was marked."""
        answers = super().answers
        if self._written and answers[self.ask.name] == self._written:
            answers[PLACE] = "{} {}".format(*self.mark.place)
        return answers

    def _meant(self, answers: Answers) -> Answers:
        place = {PLACE: answers[PLACE]} if PLACE in answers else {}
        return {**super()._meant(answers), **place}

    def body_lines(self, width: int) -> Sequence[Line]:
        """The words around the claim."""
        text, offset = self.marking.text, self.marking.offset
        spans = [Span.cut(text, max(0, start - offset), end - offset) for start, end in self.marking.strong]
        return wrap(marked(text, spans, Role.STRONG), width)

    def start(self) -> None:
        """Show the words, what is marked of them, and what is asked."""
        self.body.show_text(self.body_lines, see=Role.STRONG, stay=True)
        self.query_one("#label", Bar).show(line(Piece(f" {self.ask.name}: {self.ask.hint}", Role.DIM)))
        self._show(self.mark.place)
        self.on_input_changed()  # what was begun earlier

    def _show(self, place: Place) -> None:
        """Select what is marked, and bring the end that moved into sight."""
        (start, end), text, offset = place, self.marking.text, self.marking.offset
        if not self.body.text or not offset <= start < end <= offset + len(text):  # not wrapped yet, or out of it
            self.body.select(None)
            return
        (first, low), (last, high) = stretch_in(text, self.body.text, (start - offset, end - offset))
        self.body.select(((first, low), (last, high)))
        moved = first if end == self.mark.place[1] and start != self.mark.place[0] else last
        top = self.body.scroll_offset.y
        if not top <= moved < top + self.body.size.height:
            self.body.see_line(moved)

    def _take(self, place: Place) -> None:
        """Mark a place, and write the answer that it is."""
        self._put(place)
        self._written = self.marking.written(place)
        self._field.write(self._written)

    def on_lines_resized(self) -> None:
        """The words are wrapped anew: what is marked stands elsewhere."""
        self._show(self.mark.place)

    def on_input_changed(self) -> None:
        """What is typed is marked where it stands."""
        answer = self._field.value
        if answer not in {self._written, self.marking.written(self.mark.place)}:
            start, _ = self.mark.place
            self._written = ""
            self._put(self.marking.found(answer) or (start, start))

    def _put(self, place: Place) -> None:
        self._show(place)
        self.mark = replace(self.mark, place=place)

    def on_dragged_chosen(self) -> None:
        """What the mouse was dragged over is marked."""
        stretch = self.body.stretch
        place = place_in(self.marking.text, self.body.text, stretch) if stretch else None
        if place:
            self._take(self.mark.over(*(self.marking.offset + at for at in place)).place)

    def steers(self, key: str) -> bool:
        """From the line, Tab goes back to the words."""
        if key not in {"tab", "shift+tab", "up", "down"}:
            return super().steers(key)
        self.body.focus()
        return True

    def pressed(self, key: str) -> bool:
        """Keys move an end of the mark, Tab goes to the line, Enter takes what is marked."""
        if self.is_typing:
            return super().pressed(key)
        if key in MOVES:
            self._take(self.mark.moved(key).place)
        elif key == "tab":
            self._field.focus()
        else:
            return super().pressed(key)
        return True

    def on_descendant_focus(self) -> None:
        """What the keys do depends on where the focus is."""
        self.show_hints(TYPES if self.is_typing else MARKS)

    def came_from_editor(self) -> None:
        """Go on in the line."""
        self._field.focus()
