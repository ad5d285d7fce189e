"""The page of reports: the figures of a period as tiles, and charts with a table behind each."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation
from shopdesk.domain.figures import FigureSet
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.page import Page
from shopdesk.ui.report_desk import ReportDesk
from shopdesk.ui.reports.chart_card import ChartCard
from shopdesk.ui.reports.charts import HourMap, TopicBars
from shopdesk.ui.reports.head import ReportsHead
from shopdesk.ui.reports.presenter import ReportsPresenter, Rows, ShownReport
from shopdesk.ui.reports.rise_bar import RiseBar
from shopdesk.ui.reports.wording import (
    busiest_text,
    day_label,
    hour_rows,
    in_hours,
    period_text,
    rate_change,
    rate_text,
    reply_rows,
    slow_text,
    time_change,
    time_text,
    topics_of,
    volume_rows,
)
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.bar_pairs import BarPair, BarPairs, round_top
from shopdesk.ui.widgets.tile import Tile
from shopdesk.ui.words import counted, duration, translate

_MARGIN = 40
_BESIDE = 900
"""From this width, in px at 100 %, two charts stand side by side."""
_TALL = 150


class ReportsPage(Page):
    """Fits `ReportsView`."""

    def __init__(
        self,
        desk: ReportDesk,
        rows: Rows,
        theme: Theme,
        reading: WorkLane,
        now: Now,
        show_conversation: Callable[[Conversation], None],
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "canvas")
        self.presenter = ReportsPresenter(desk, rows, reading, self, now)
        self.head = ReportsHead(theme)
        self.rises = RiseBar(theme)
        self.tiles = [Tile(theme) for _ in range(4)]
        self.days, self.times = BarPairs(theme, _TALL, grows=True), BarPairs(theme, _TALL, grows=True)
        self.bars, self.map = TopicBars(theme), HourMap(theme)
        self.volume, self.replies = ChartCard(theme, self.days, grows=True), ChartCard(theme, self.times, grows=True)
        self.topics, self.hours = ChartCard(theme, self.bars, grows=False), ChartCard(theme, self.map, grows=False)
        self.ask_target: Callable[[], str] = self._asked_target
        self._charts, self._row = QGridLayout(), QGridLayout()
        self._inside = QWidget()
        self._scroll = QScrollArea()
        self._arrange()
        self._connect(show_conversation)
        self._restyle()
        self.retranslate()

    # --- what the window asks -------------------------------------------------------------------------------

    @override
    def opened(self) -> None:
        self.presenter.look()

    @override
    def focus_list(self) -> None:
        self.head.focus_first()

    @override
    def apply(self, changes: Changes) -> None:
        if self.isVisible() and (changes.conversations or changes.removed_conversations):
            self.presenter.look()

    # --- what the presenter shows ---------------------------------------------------------------------------

    def show_report(self, shown: ShownReport) -> None:
        """See `ReportsView`."""
        report = shown.report
        self.head.show_period(period_text(report.now, report.before), *self.presenter.period)
        self.rises.show_rises(shown.rises)
        self._show_tiles(shown)
        self._show_volume(report.now)
        self._show_replies(report.now)
        self._show_topics(report.now)
        self._show_hours(report.now)

    def show_failure(self, error: Exception) -> None:
        """See `ReportsView`."""
        self.failed.emit(error)

    def tell_saved(self, name: str) -> None:
        """See `ReportsView`."""
        self.told.emit(translate("Reports", "Saved as %1").replace("%1", name), "")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(translate("Reports", "Reports"))
        self.head.retranslate(self.presenter.days)
        if self.presenter.shown is not None:
            self.show_report(self.presenter.shown)

    # --- inside -----------------------------------------------------------------------------------------------

    def _show_tiles(self, shown: ShownReport) -> None:
        report = shown.report
        now, before = report.now, report.before
        change, tone = time_change(now.first_reply.median, before.first_reply.median)
        slow = slow_text(now.first_reply)
        self.tiles[0].say(
            translate("Reports", "First reply, median"),
            time_text(now.first_reply.median),
            " · ".join(filter(None, (change, slow))),
            tone,
        )
        change, tone = rate_change(now.solved_rate, before.solved_rate)
        of_all = translate("Reports", "%1 of %2").replace("%1", str(now.solved)).replace("%2", str(now.begun))
        words = " · ".join(filter(None, (change, of_all)))
        self.tiles[1].say(translate("Reports", "Solved"), rate_text(now.solved_rate), words, tone)
        change, tone = rate_change(now.at_once_rate, before.at_once_rate)
        name = translate("Reports", "Solved with one reply")
        self.tiles[2].say(name, rate_text(now.at_once_rate), change, tone)
        self.tiles[2].setToolTip(
            translate("Reports", "Done after a single reply of yours, and the customer wrote no more.")
        )
        oldest = report.backlog.oldest
        longest = translate("Reports", "the longest for %1").replace("%1", duration(oldest)) if oldest else ""
        self.tiles[3].say(translate("Reports", "Waiting for you"), str(report.backlog.count), longest)

    def _show_volume(self, now: FigureSet) -> None:
        days, last = len(now.by_day), now.period.last
        pairs = [BarPair(day_label(day, days), came, left, day == last) for day, came, left in now.by_day]
        self.days.show_pairs(pairs, str(int(round_top(max(max(came, left) for _, came, left in now.by_day)))))
        came = counted(now.received, translate("Reports", "1 received"), translate("Reports", "%1 received"))
        answered = counted(now.answered, translate("Reports", "1 answered"), translate("Reports", "%1 answered"))
        self.volume.say(translate("Reports", "Received and answered"), f"{came} · {answered}", f"{came}, {answered}")
        headers = (translate("Reports", "Day"), translate("Reports", "Received"), translate("Reports", "Answered"))
        self.volume.show_table(headers, volume_rows(now))

    def _show_replies(self, now: FigureSet) -> None:
        days, hours = len(now.reply_by_day), in_hours([took for _, took in now.reply_by_day])
        pairs = [
            BarPair(day_label(day, days), value, None, day == now.period.last)
            for (day, _), value in zip(now.reply_by_day, hours, strict=True)
        ]
        top = round_top(max(hours, default=0.0))
        self.times.show_pairs(pairs, translate("Reports", "%1 h").replace("%1", f"{top:g}"))
        note = translate("Reports", "Median of each day, from the customer’s first mail to your first reply")
        self.replies.say(translate("Reports", "First reply"), note, slow_text(now.first_reply))
        self.replies.show_table((translate("Reports", "Day"), translate("Reports", "First reply")), reply_rows(now))

    def _show_topics(self, now: FigureSet) -> None:
        topics = topics_of(now)
        self.bars.show_topics(topics)
        told = ", ".join(f"{name}: {count}" for name, count in topics)
        note = "" if topics else translate("Reports", "No conversation began in these days.")
        self.topics.say(translate("Reports", "What it was about"), note, told)
        headers = (translate("Reports", "Topic"), translate("Reports", "Conversations"))
        self.topics.show_table(headers, [[name, str(count)] for name, count in topics])

    def _show_hours(self, now: FigureSet) -> None:
        rows = hour_rows(now)
        self.map.show_hours(now.by_hour, [row[0] for row in rows])
        busiest = busiest_text(now)
        self.hours.say(translate("Reports", "When mails come"), busiest, busiest)
        self.hours.show_table((translate("Reports", "Day"), *(f"{hour:02}" for hour in range(24))), rows)

    def _arrange(self) -> None:
        column = QVBoxLayout(self._inside)
        column.addWidget(self.head)
        column.addWidget(self.rises)
        column.addLayout(self._row)
        column.addLayout(self._charts)
        column.addStretch(1)
        self._column = column
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._place()

    def _place(self) -> None:
        beside = self.width() >= self._theme.px(_BESIDE)
        for number, tile in enumerate(self.tiles):
            self._row.addWidget(tile, 0 if beside else number // 2, number if beside else number % 2)
        for number, card in enumerate((self.volume, self.replies, self.topics, self.hours)):
            self._charts.addWidget(card, number // 2 if beside else number, number % 2 if beside else 0)
        for place in (0, 1):
            self._charts.setColumnStretch(place, 1 if beside or place == 0 else 0)

    def _connect(self, show_conversation: Callable[[Conversation], None]) -> None:
        head, presenter = self.head, self.presenter
        head.length_chosen.connect(presenter.choose_length)
        head.days_chosen.connect(presenter.choose_days)
        head.hours_chosen.connect(lambda only: presenter.count_open_hours(only=only))
        head.save_asked.connect(self._save)
        self.rises.chosen.connect(show_conversation)
        self._theme.changed.connect(self._restyle)

    def _save(self) -> None:
        chosen = self.ask_target()
        if chosen:
            self.presenter.save(Path(chosen))

    def _asked_target(self) -> str:
        title, kinds = translate("Reports", "Save the report"), "CSV (*.csv);;Excel (*.xlsx)"
        chosen, kind = QFileDialog.getSaveFileName(self, title, "report.csv", kinds)
        if chosen and "." not in Path(chosen).name:
            chosen += ".xlsx" if "xlsx" in kind else ".csv"
        return chosen

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(_MARGIN), px(36), px(_MARGIN), px(32))
        self._column.setSpacing(px(16))
        for grid in (self._row, self._charts):
            grid.setSpacing(px(12))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
