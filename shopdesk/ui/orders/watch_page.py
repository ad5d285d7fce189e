"""The page of parcels and orders that need somebody: the list, and beside it what is known of one."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from shopdesk.domain.changes import Changes
from shopdesk.domain.order import WritingAbout
from shopdesk.domain.order_watch import Watched
from shopdesk.domain.template import Template
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.actions import Do
from shopdesk.ui.desk import Now
from shopdesk.ui.order_desk import OrderDesk
from shopdesk.ui.orders.watch_card import WatchCard
from shopdesk.ui.orders.watch_list import WatchList
from shopdesk.ui.orders.watch_presenter import WatchPresenter, WatchShown
from shopdesk.ui.overriding import override
from shopdesk.ui.page import Page, Run
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.calm_page import CalmPage, CalmWords
from shopdesk.ui.widgets.parts import IconButton, plain_label
from shopdesk.ui.words import counted, translate

LIST, WIDEST = 460, 640


def _always() -> bool:
    return True


class WatchPage(Page):
    """Fits `WatchView`."""

    writing_asked = Signal(object, object)
    """A `WritingAbout`, and the `Template` or None."""
    import_asked = Signal()
    rules_asked = Signal()

    def __init__(
        self,
        desk: OrderDesk,
        library: Callable[[], Sequence[Template]],
        theme: Theme,
        lanes: tuple[WorkLane, WorkLane],
        now: Now,
        language: Callable[[], str],
    ) -> None:
        """In: the lanes of reading and writing; what the window speaks."""
        super().__init__()
        self._theme = theme
        self._language = language
        self.setProperty("kind", "canvas")
        self.presenter = WatchPresenter(desk, library, lanes, self)
        self.title, self.count = plain_label("pane"), plain_label("meta")
        self.rules, self.bring_in = IconButton(theme, "settings"), IconButton(theme, "file-spreadsheet")
        self.list, self.card, self.calm = WatchList(theme, now), WatchCard(theme, now), CalmPage(theme)
        self._stack, self._scroll = QStackedWidget(), QScrollArea()
        self._left, self._column, self._head = QWidget(), QVBoxLayout(), QHBoxLayout()
        self._arrange()
        self._connect()
        self._restyle()
        self.retranslate()

    # --- what the window asks ---------------------------------------------------------------------------------

    @override
    def opened(self) -> None:
        self.presenter.look()

    @override
    def runs(self) -> Mapping[Do, Run]:
        presenter = self.presenter
        return {
            Do.NEXT: (lambda: presenter.step(1), _always),
            Do.PREVIOUS: (lambda: presenter.step(-1), _always),
            Do.REPLY: (presenter.write, self._has_one),
            Do.DONE: (presenter.put_aside, self._has_one),
            Do.UNDO: (presenter.undo, lambda: presenter.can_undo),
            Do.BACK: (self.focus_list, _always),
        }

    @override
    def focus_list(self) -> None:
        shown = self.presenter.shown
        if shown is not None and shown.found:
            self.list.setFocus()
        else:
            (self.calm.button if self.calm.button.isVisible() else self.rules).setFocus()

    @override
    def apply(self, changes: Changes) -> None:
        if self.isVisible():
            self.presenter.apply(changes)

    # --- what the presenter shows -----------------------------------------------------------------------------

    def show_watch(self) -> None:
        """See `WatchView`."""
        if not isValid(self):  # the answer may come when the window is gone
            return
        presenter = self.presenter
        shown, one = presenter.shown or WatchShown(), presenter.current
        language = self._language()
        titles = {reason: template.titled(language) for reason, template in shown.templates.items()}
        was_empty = self.list.isHidden()
        had = self.list.hasFocus() or self.card.isAncestorOf(self.focusWidget())
        self.list.show_found(shown.found, titles, one)
        self.count.setText(self._count_words(shown))
        if one is not None:
            self.card.show_one(one, presenter.template, language)
        self._say_calm(shown)
        self.list.setVisible(bool(shown.found))
        self._stack.setCurrentIndex(0 if one is None else 1)
        if had and one is None:
            self.rules.setFocus()
        elif one is not None and was_empty and self.isVisible() and self.rules.hasFocus():
            self.list.setFocus()

    def tell_put_aside(self, one: Watched) -> None:
        """See `WatchView`."""
        words = translate("Orders", "%1 is left alone until something changes").replace("%1", one.order.number)
        self.told.emit(words, translate("Toast", "Undo  Z"))

    def tell_taken_back(self, one: Watched | None) -> None:
        """See `WatchView`."""
        again = translate("Orders", "%1 is listed again")
        rules = translate("Orders", "The rules are as they were")
        self.told.emit(rules if one is None else again.replace("%1", one.order.number), "")

    def tell_rules(self) -> None:
        """See `WatchView`."""
        self.told.emit(translate("Orders", "The rules were changed"), translate("Toast", "Undo  Z"))

    def write(self, about: WritingAbout, template: Template | None) -> None:
        """See `WatchView`."""
        self.writing_asked.emit(about, template)

    def show_failure(self, error: Exception) -> None:
        """See `WatchView`."""
        self.failed.emit(error)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(translate("Orders", "Parcels to watch"))
        self.list.setAccessibleName(translate("Orders", "Orders that need somebody"))
        self.rules.name(translate("Orders", "When shall an order be looked at?"))
        self.bring_in.name(translate("Actions", "Import orders…"))
        self.card.retranslate()
        self.show_watch()

    # --- inside -----------------------------------------------------------------------------------------------

    def _has_one(self) -> bool:
        return self.presenter.current is not None

    @staticmethod
    def _count_words(shown: WatchShown) -> str:
        orders = len({one.order.id for one in shown.found})
        return counted(orders, translate("Orders", "1 order"), translate("Orders", "%1 orders")) if orders else ""

    def _say_calm(self, shown: WatchShown) -> None:
        if self.presenter.shown is None:
            self.calm.say(CalmWords("truck", translate("Orders", "Looking through the orders…"), ""))
        elif shown.orders:
            words = translate("Orders", "Nothing is late, unpaid or badly addressed: %1.")
            number = counted(shown.orders, translate("Orders", "1 order"), translate("Orders", "%1 orders"))
            title = translate("Orders", "All orders are on their way")
            self.calm.say(CalmWords("truck", title, words.replace("%1", number)))
        else:
            words = translate("Orders", "Bring in a marketplace’s order file: late and faulty orders are listed here.")
            title, button = translate("Orders", "No orders yet"), translate("Actions", "Import orders…")
            self.calm.say(CalmWords("package", title, words, button))

    def _arrange(self) -> None:
        self._left.setLayout(self._column)
        self._head.addWidget(self.title)
        self._head.addWidget(self.count, 1)
        self._head.addWidget(self.bring_in)
        self._head.addWidget(self.rules)
        self._column.addLayout(self._head)
        self._column.addWidget(self.list, 1)
        self._column.addStretch(0)
        inside, across = QWidget(), QHBoxLayout()
        inside.setLayout(across)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.card, 1)
        across.addStretch(0)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(self.calm)
        self._stack.addWidget(self._scroll)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._stack, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        self.list.chosen.connect(presenter.choose)
        self.list.opened.connect(presenter.write)
        self.card.write_asked.connect(presenter.write)
        self.card.aside_asked.connect(presenter.put_aside)
        self.calm.clicked.connect(self.import_asked)
        self.bring_in.clicked.connect(lambda _=False: self.import_asked.emit())
        self.rules.clicked.connect(lambda _=False: self.rules_asked.emit())
        self._theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        px = self._theme.px
        self._left.setFixedWidth(px(LIST))
        self.card.setMaximumWidth(px(WIDEST))
        self._head.setContentsMargins(px(20), px(14), px(12), px(6))
        self._head.setSpacing(px(8))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
