"""The page of today: greeting, the list of the day, promises, and what stands beside them."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation, Undo
from shopdesk.domain.day import WALKED, Check, DayKind, DayUndecided, Item, Walk
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.actions import Do
from shopdesk.ui.day_desk import AgentDesk, DayDesk
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.page import Page, Run
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.today.cases_card import CasesCard
from shopdesk.ui.today.left_rows import LeftRow
from shopdesk.ui.today.lessons import LessonsCard
from shopdesk.ui.today.list_card import ListCard, NoteField
from shopdesk.ui.today.presenter import TodayPresenter, TodayShown
from shopdesk.ui.today.promised import PromisedCard, with_promises
from shopdesk.ui.today.side import SIDE, SideColumn
from shopdesk.ui.today.tasks import AmountField
from shopdesk.ui.today.wording import fact_line, greeting, item_title, list_title
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate


def _always() -> bool:
    return True


class TodayPage(Page):
    """Fits `TodayView`."""

    walk_began = Signal(object, object)
    """(`DayKind`, `Walk`)"""
    conversation_asked = Signal(object)
    """A conversation's number."""
    place_asked = Signal(object)
    """A `Check` whose things are on another page, or a case's number."""
    own_asked = Signal()
    facts_asked = Signal()
    team_asked = Signal()
    reports_asked = Signal()

    def __init__(
        self,
        desks: tuple[DayDesk, AgentDesk],
        rows: Callable[[Sequence[ConversationId]], Sequence[Conversation]],
        take_back: Callable[[Undo], None],
        theme: Theme,
        lanes: tuple[WorkLane, WorkLane],
        now: Now,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self.setProperty("kind", "canvas")
        self.presenter = TodayPresenter(*desks, rows, take_back, lanes, self, now)
        self.greeting, self.facts = plain_label("page"), plain_label("body", wrap=True)
        self.morning, self.evening = Button(theme, "segment", "sun"), Button(theme, "segment", "moon")
        self.list, self.promised, self.side = ListCard(theme, now), PromisedCard(theme), SideColumn(theme)
        self.lessons, self.cases = LessonsCard(theme), CasesCard(theme)
        self.may_leave: Callable[[], bool] = _always
        """Whether the window may close over what is open here."""
        self._arrange()
        self._connect()

    # --- what the window asks -------------------------------------------------------------------------------

    @override
    def opened(self) -> None:
        self.presenter.arrive()

    @override
    def runs(self) -> Mapping[Do, Run]:
        def chosen() -> bool:
            return self.list.chosen is not None

        runs: Mapping[Do, Run] = {
            Do.UNDO: (self.presenter.undo, lambda: self.presenter.can_undo),
            Do.ASSIGN: (lambda: self._with_chosen(LeftRow.hand_over), chosen),
            Do.SNOOZE: (lambda: self._with_chosen(lambda row: row.later.click()), chosen),
            Do.DONE: (lambda: self._with_chosen(lambda row: self.list.menus.settled.emit(row.conversation)), chosen),
            Do.NEXT: (lambda: self._step(1), chosen),
            Do.PREVIOUS: (lambda: self._step(-1), chosen),
        }
        return with_promises(runs, self.promised)

    @override
    def focus_list(self) -> None:
        self.list.focus_first()

    @override
    def forget_steps(self) -> None:
        self.presenter.steps.clear()

    @override
    def apply(self, changes: Changes) -> None:
        counted = (changes.day, changes.conversations, changes.cases, changes.outbox, changes.orders)
        if self.isVisible() and any(counted):
            self.presenter.look()

    @override
    def may_close(self) -> bool:
        self.list.note.save_now()
        self.lessons.keep_typed()
        return self.may_leave()

    # --- what the presenter shows ---------------------------------------------------------------------------

    def show_day(self, shown: TodayShown) -> None:
        """See `TodayView`."""
        digest, kind = shown.digest, shown.digest.run.kind
        focused, chosen = self.focusWidget(), self.list.chosen
        place = self.list.left.index(chosen) if chosen is not None else -1
        had = self.list.isAncestorOf(focused) and not isinstance(focused, (NoteField, AmountField))
        self.greeting.setText(greeting(digest.at, kind, shown.me.name if shown.me is not None else ""))
        self.facts.setText(fact_line(digest, kind))
        for button, one in ((self.morning, DayKind.MORNING), (self.evening, DayKind.WRAP_UP)):
            button.setText(list_title(one))
            button.setChecked(one is kind)
        self.list.show_list(shown)
        self.promised.show_day(digest, self._now())
        self.cases.show_day(digest, self._now())
        self.lessons.show_day(shown)
        self.side.show_day(digest)
        if not self.isVisible():
            return  # whoever is on another page keeps the keys
        if place >= 0:
            self.list.focus_left(place)
        elif had:
            self.list.focus_first()

    def walk(self, kind: DayKind, walk: Walk) -> None:
        """See `TodayView`."""
        self.walk_began.emit(kind, walk)

    def tell(self, deed: str) -> None:
        """See `TodayView`."""
        words = {
            "snoozed": translate("Today", "Snoozed until tomorrow"),
            "later": translate("Toast", "Snoozed"),
            "handed": translate("Today", "Handed over"),
            "done": translate("Today", "Marked done"),
            "kept": translate("Today", "Promise kept"),
            "moved": translate("Today", "Promise moved"),
            "broken": translate("Today", "Not going to happen"),
            "shared": translate("Today", "Shared out evenly"),
        }
        self.told.emit(words[deed], translate("Toast", "Undo  Z"))

    def show_undecided(self, error: DayUndecided) -> None:
        """See `TodayView`."""
        keys = [Item(key) if key in set(Check) else Item("own:0", title=key) for key in error.keys]
        titles = translate("Today", ", ").join(item_title(one, DayKind.WRAP_UP) for one in keys)
        self.told.emit(translate("Today", "Not closed yet: %1").replace("%1", titles), "")

    def show_failure(self, error: Exception) -> None:
        """See `TodayView`."""
        self.failed.emit(error)

    # --- inside ---------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        px = self._theme.px
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.greeting)
        words.addWidget(self.facts)
        switch = QFrame()
        switch.setProperty("kind", "segments")
        both = QHBoxLayout(switch)
        both.setContentsMargins(2, 2, 2, 2)
        both.setSpacing(2)
        for button in (self.morning, self.evening):
            button.setCheckable(True)
            both.addWidget(button)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._arrange_body(head)

    def _arrange_body(self, head: QHBoxLayout) -> None:
        px = self._theme.px
        left = QVBoxLayout()
        left.setSpacing(px(16))
        left.addWidget(self.list)
        left.addWidget(self.promised)
        left.addWidget(self.cases)
        left.addWidget(self.lessons)
        left.addStretch(1)
        self.side.setFixedWidth(px(SIDE))
        body = QHBoxLayout()
        body.setSpacing(px(20))
        body.addLayout(left, 1)
        body.addWidget(self.side, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        inside.setProperty("kind", "canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(40), px(36), px(40), px(36))
        column.setSpacing(px(20))
        column.addLayout(head)
        column.addLayout(body)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        presenter, card = self.presenter, self.list
        self.morning.clicked.connect(lambda _=False: presenter.choose(DayKind.MORNING))
        self.evening.clicked.connect(lambda _=False: presenter.choose(DayKind.WRAP_UP))
        card.acted.connect(self._act)
        card.ticked.connect(presenter.tick)
        card.snoozed.connect(lambda rows: presenter.snooze([row.id for row in rows]))
        card.menus.handed.connect(lambda one, agent: presenter.hand_over([one.id], agent.id))
        card.menus.later.connect(lambda one, until: presenter.snooze([one.id], until))
        card.menus.settled.connect(lambda one: presenter.settle([one.id]))
        card.menus.opened.connect(lambda one: self.conversation_asked.emit(one.id))
        card.menus.team_asked.connect(self.team_asked)
        card.note.paused.connect(presenter.note)
        card.close_asked.connect(presenter.close)
        card.counted.connect(presenter.tick)
        card.edit_asked.connect(self.own_asked)
        card.facts_asked.connect(self.facts_asked)
        card.report_asked.connect(self.reports_asked)
        self.lessons.kept.connect(presenter.remember)
        self.cases.opened.connect(self.place_asked)
        self.side.team_asked.connect(self.team_asked)
        self.promised.opened.connect(self.conversation_asked)
        self.promised.confirmed.connect(presenter.tick)
        self.promised.emptied.connect(card.focus_first)
        self.side.evenly_asked.connect(presenter.assign_evenly)
        self._theme.resized.connect(presenter.look)

    def _with_chosen(self, run: Callable[[LeftRow], None]) -> None:
        row = self.list.chosen
        if row is not None:
            run(row)

    def _step(self, by: int) -> None:
        row = self.list.chosen
        if row is not None:
            self.list.focus_left(self.list.left.index(row) + by)

    def _act(self, item: Item) -> None:
        if item.check is Check.BACKUP:
            self.place_asked.emit(item.check)
        elif item.check is Check.LEFT:
            self.presenter.snooze(item.conversations)
        elif item.check is Check.PROMISES and self.presenter.kind is DayKind.WRAP_UP:
            self.promised.focus_first()
        elif item.check in WALKED and item.conversations:
            self.presenter.start(item)
        elif item.check in (Check.MAILBOXES, Check.UNSENT, Check.CASES, Check.ORDERS, Check.TEMPLATES):
            self.place_asked.emit(item.check)
        else:
            self.presenter.tick(item)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and self.presenter.shown is not None:
            self.show_day(self.presenter.shown)
        super().changeEvent(event)
