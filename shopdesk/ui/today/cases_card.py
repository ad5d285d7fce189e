"""The cases of the day: in the evening those that moved, and those that are due."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.case import Case
from shopdesk.domain.day import DayKind, Digest
from shopdesk.ui.case_words import KIND_ICONS, due_line, kind_text, stage_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, Picture, plain_label
from shopdesk.ui.words import translate

SHOWN = 12
_TONES = {"red": "failed", "amber": "warning"}


class CasesCard(QFrame):
    """Built anew at each look: it is small."""

    opened = Signal(object)
    """A case's number."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        self._inside: QWidget | None = None

    def show_day(self, digest: Digest, now: datetime) -> None:
        """Those that moved come first, with what is next in them; the others that are due follow."""
        px = self._theme.px
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(10), px(6), px(10), px(6))
        column.setSpacing(px(8))
        evening = digest.run.kind is DayKind.WRAP_UP
        moved = digest.moved if evening else ()
        rest = [case for case in digest.cases_due if case.id not in {one.id for one in moved}]
        if moved:
            self._part(column, translate("Today", "Cases moved today"), moved, now)
        if rest:
            due = translate("Today", "Cases due until tomorrow") if evening else translate("Today", "Cases due today")
            self._part(column, due, rest, now)
        self._column.addWidget(inside)
        self.setVisible(bool(moved or rest))

    # --- inside ---------------------------------------------------------------------------------------------

    def _part(self, column: QVBoxLayout, title: str, cases: Sequence[Case], now: datetime) -> None:
        head = QHBoxLayout()
        head.addWidget(plain_label("card-head", title))
        head.addWidget(plain_label("meta2", str(len(cases))), 1)
        column.addLayout(head)
        for case in cases[:SHOWN]:
            column.addLayout(self._line(case, now))

    def _line(self, case: Case, now: datetime) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        row.addWidget(Picture(self._theme, KIND_ICONS[case.kind], 16, "text2"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_elided("label", " · ".join(part for part in (case.customer_name, case.number) if part)))
        about = (kind_text(case.kind), case.item, stage_text(case.stage))
        words.addWidget(_elided("meta2", " · ".join(part for part in about if part)))
        row.addLayout(words, 1)
        if case.is_open:
            due = due_line(case, now)
            row.addWidget(plain_label(_TONES.get(due.tone, "meta2"), due.text))
        else:
            row.addWidget(plain_label("good", translate("Today", "Archived")))
        go = Button(self._theme, "link")
        go.setText(translate("Today", "Open"))
        go.setAccessibleName(f"{go.text()}: {case.number}, {case.customer_name}")
        go.clicked.connect(lambda _=False: self.opened.emit(case.id))
        row.addWidget(go)
        return row


def _elided(kind: str, text: str) -> ElidedLabel:
    label = ElidedLabel(kind)
    label.setText(text)
    return label
