"""The right column: tiles, a week in bars, the team, what the evening or tomorrow brings."""


from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.day import DayKind, Digest
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.today.painted import WeekBars
from shopdesk.ui.today.presenter import WRAP_UP_AT
from shopdesk.ui.today.wording import length_words
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Avatar, Button, Picture, plain_label
from shopdesk.ui.words import counted, initials, translate

SIDE = 416


class SideColumn(QWidget):
    """Built anew at each look: it is small."""

    evenly_asked = Signal()
    team_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.evenly: Button | None = None
        self.people: Button | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None

    def show_day(self, digest: Digest) -> None:
        """What goes with the list that is shown."""
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(12))
        if digest.run.kind is DayKind.MORNING:
            self._add_morning(column, digest)
        else:
            self._add_evening(column, digest)
        column.addStretch(1)
        self._column.addWidget(inside)

    # --- inside ---------------------------------------------------------------------------------------------

    def _add_morning(self, column: QVBoxLayout, digest: Digest) -> None:
        overdue = _late(digest)
        first = length_words(digest.first_reply)
        column.addLayout(
            self._pair(
                self._tile(translate("Today", "Waiting for you"), _number(digest.waiting), *overdue),
                self._tile(translate("Today", "First reply, median"), first, translate("Today", "today"), "meta"),
            )
        )
        column.addWidget(self._week(digest))
        column.addWidget(self._team(digest))
        column.addWidget(self._evening())

    def _add_evening(self, column: QVBoxLayout, digest: Digest) -> None:
        answered = digest.week[-1][2] if digest.week else 0
        usual = sum(sent for _, _, sent in digest.week[:-1]) / max(len(digest.week) - 1, 1)
        more = round(answered - usual)
        words = translate("Today", "%1 more than usual").replace("%1", str(more)) if more > 0 else ""
        days = counted(digest.streak, translate("Today", "1 day in a row"), translate("Today", "%1 days in a row"))
        column.addLayout(
            self._pair(
                self._tile(translate("Today", "Answered today"), _number(answered), words, "good"),
                self._tile(translate("Today", "First reply, median"), length_words(digest.first_reply), "", "meta"),
            )
        )
        column.addLayout(
            self._pair(
                self._tile(translate("Today", "Cases moved"), _number(digest.cases_moved), _archived(digest), "meta"),
                self._tile(
                    translate("Today", "Overdue now"),
                    _number(digest.overdue),
                    days if digest.streak else "",
                    "failed" if digest.overdue else "good",
                ),
            )
        )
        column.addWidget(self._tomorrow(digest))

    def _pair(self, left: QWidget, right: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        return row

    def _card(self, kind: str = "card") -> tuple[QFrame, QVBoxLayout]:
        px, card = self._theme.px, QFrame()
        card.setProperty("kind", kind)
        column = QVBoxLayout(card)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(6))
        return card, column

    def _tile(self, name: str, number: str, words: str, kind: str) -> QFrame:
        card, column = self._card()
        column.addWidget(plain_label("meta2", name))
        column.addWidget(plain_label("number", number))
        column.addWidget(plain_label(kind, words))
        return card

    def _week(self, digest: Digest) -> QFrame:
        card, column = self._card()
        head = QHBoxLayout()
        head.addWidget(plain_label("card-head", translate("Today", "Last 7 days")), 1)
        for token, words in (
            ("border2", translate("Today", "Received")),
            ("accent", translate("Today", "Answered")),
        ):
            head.addWidget(_Swatch(self._theme, token))
            head.addWidget(plain_label("meta2", words))
        column.addLayout(head)
        bars = WeekBars(self._theme)
        bars.show_week(digest.week)
        column.addWidget(bars)
        return card

    def _team(self, digest: Digest) -> QFrame:
        card, column = self._card()
        head = QHBoxLayout()
        head.addWidget(plain_label("card-head", translate("Today", "Team today")), 1)
        self.people = Button(self._theme, "link")
        self.people.setText(translate("Today", "Who is on duty…"))
        self.people.clicked.connect(lambda _=False: self.team_asked.emit())
        head.addWidget(self.people)
        self.evenly = Button(self._theme, "link")
        if not digest.team:
            self.evenly.hide()  # never shown by hand: without a parent yet it would be a window of its own
        self.evenly.setText(translate("Today", "Assign evenly"))
        self.evenly.clicked.connect(lambda _=False: self.evenly_asked.emit())
        head.addWidget(self.evenly)
        column.addLayout(head)
        for share in digest.team:
            name = share.name or translate("Today", "Nobody yet")
            where = translate("Today", "You") if share.on_duty else ""
            if not share.active:
                where = translate("Today", "Left")
            many = translate("Today", "%1 open").replace("%1", _number(share.open))
            column.addLayout(self._person(name, where, many))
        return card

    def _person(self, name: str, where: str, many: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(10))
        avatar = Avatar(self._theme, 28)
        avatar.show_person(initials(name), name)
        row.addWidget(avatar)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_elided("label", name))
        if where:
            words.addWidget(plain_label("meta2", where))
        row.addLayout(words, 1)
        row.addWidget(plain_label("text", many))
        return row

    def _evening(self) -> QFrame:
        card, column = self._card("evening")
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(14))
        row.addWidget(Picture(self._theme, "moon", 16, "violet"))
        words = QVBoxLayout()
        words.setSpacing(2)
        at = f"{WRAP_UP_AT:%H:%M}"
        words.addWidget(plain_label("name", translate("Today", "Wrap-up opens at %1").replace("%1", at)))
        words.addWidget(plain_label("meta2", translate("Today", "Snooze, hand over, note for tomorrow")))
        row.addLayout(words, 1)
        column.addLayout(row)
        return card

    def _tomorrow(self, digest: Digest) -> QFrame:
        card, column = self._card()
        column.addWidget(plain_label("card-head", translate("Today", "Tomorrow")))
        promises = counted(
            digest.tomorrow_promises, translate("Today", "1 promise"), translate("Today", "%1 promises")
        )
        snoozed = counted(
            digest.tomorrow_snoozed,
            translate("Today", "1 snoozed returns"),
            translate("Today", "%1 snoozed return"),
        )
        for icon, words, first in (
            ("package-plus", promises, digest.tomorrow_first),
            ("alarm-clock", snoozed, digest.tomorrow_snooze_first),
        ):
            row = QHBoxLayout()
            row.setSpacing(self._theme.px(12))
            row.addWidget(Picture(self._theme, icon, 16, "text2"))
            row.addWidget(plain_label("text", words), 1)
            row.addWidget(plain_label("meta2", f"{first.astimezone():%H:%M}" if first is not None else ""))
            column.addLayout(row)
        return card


class _Swatch(QFrame):
    def __init__(self, theme: Theme, token: str) -> None:
        super().__init__()
        self.setProperty("kind", "swatch")
        self.setProperty("tone", token)
        self.setFixedSize(theme.px(10), theme.px(10))


def _elided(kind: str, text: str) -> ElidedLabel:
    label = ElidedLabel(kind)
    label.setText(text)
    return label


def _archived(digest: Digest) -> str:
    count = sum(1 for case in digest.moved if not case.is_open)
    return counted(count, translate("Today", "1 archived"), translate("Today", "%1 archived")) if count else ""


def _late(digest: Digest) -> tuple[str, str]:
    if digest.overdue:
        return translate("Today", "%1 overdue").replace("%1", _number(digest.overdue)), "failed"
    return translate("Today", "nothing is overdue"), "good"


def _number(number: int) -> str:
    return QLocale().toString(number)
