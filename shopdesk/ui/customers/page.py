"""The page of customers: the list, and beside it all that is known of one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation
from shopdesk.domain.customer import Customer
from shopdesk.domain.erasing import ToErase
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.actions import Do, action_tip
from shopdesk.ui.customer_desk import ErasingDesk, PeopleDesk
from shopdesk.ui.customers.people_list import PeopleList
from shopdesk.ui.customers.presenter import CustomersPresenter
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.page import Page, Run
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.calm_page import CalmPage, CalmWords
from shopdesk.ui.widgets.parts import Button, line, plain_label
from shopdesk.ui.widgets.search_field import SearchField
from shopdesk.ui.words import counted, translate

LIST, WIDEST = 376, 760
QWIDGETSIZE_MAX = (1 << 24) - 1


def _always() -> bool:
    return True


def _never() -> bool:
    return False


class CardRoom(Protocol):
    """Shows the card of a customer; made outside, since the same card stands beside conversations."""

    @property
    def widget(self) -> QWidget: ...
    def show_row(self, row: Conversation | None) -> None: ...
    def sleep(self) -> None:
        """Nobody sees it; what was typed is kept."""

    def wake(self) -> None: ...
    def apply(self, changes: Changes) -> None: ...


class CustomersPage(Page):
    """Fits `CustomersView`."""

    join_asked = Signal(object)
    """Who else is this `Customer`?"""
    block_asked = Signal(str, QPoint)
    """Hear this address no more; where on the screen to ask."""

    erasing_began = Signal()
    """Nothing that was done in this window before may be taken back any more."""

    def __init__(
        self,
        desk: PeopleDesk,
        erasing: Callable[[], ErasingDesk],
        card: CardRoom,
        theme: Theme,
        lanes: tuple[WorkLane, WorkLane],
        now: Now,
        undo: Run = (_always, _never),
    ) -> None:
        """In: `undo` takes the newest step back that was done in this window."""
        super().__init__()
        self._undo = undo
        self._theme = theme
        self.setProperty("kind", "canvas")
        self.presenter = CustomersPresenter(desk, erasing, lanes, self)
        self.card = card
        self.title, self.count = plain_label("pane"), plain_label("meta")
        self.search = SearchField(theme, QKeySequence("Ctrl+F"))
        self.list = PeopleList(theme, now)
        self.join, self.block = Button(theme, "secondary", "link"), Button(theme, "secondary", "ban")
        self.erase = Button(theme, "danger", "trash-2")
        self.calm = CalmPage(theme)
        self.confirm: Callable[[Customer, ToErase], bool] = self._confirmed
        self._stack, self._right = QStackedWidget(), QWidget()
        self._line_between = line()
        self._column, self._head = QVBoxLayout(), QHBoxLayout()
        self._arrange()
        self._connect()
        self._restyle()
        self.retranslate()

    # --- what the window asks -------------------------------------------------------------------------------

    @override
    def opened(self) -> None:
        self.presenter.look()

    @override
    def runs(self) -> Mapping[Do, Run]:
        step = self.presenter.step
        return {
            Do.NEXT: (lambda: step(1), _always),
            Do.PREVIOUS: (lambda: step(-1), _always),
            Do.SEARCH: (self._focus_search, _always),
            Do.BACK: (self._back, _always),
            Do.JOIN_CUSTOMER: (self.ask_join, self._has_one),
            Do.BLOCK: (self.ask_block, self._has_one),
            Do.UNDO: self._undo,
        }

    @override
    def focus_list(self) -> None:
        self.list.setFocus()

    @override
    def apply(self, changes: Changes) -> None:
        self.card.apply(changes)
        if self.isVisible():
            self.presenter.apply(changes)

    def ask_join(self) -> None:
        """Who else is the customer whose card is shown?"""
        if self.presenter.chosen is not None:
            self.join_asked.emit(self.presenter.chosen)

    def ask_block(self) -> None:
        """Hear them no more?"""
        if self.presenter.chosen is not None:
            at = self.block.mapToGlobal(self.block.rect().topLeft())
            self.block_asked.emit(self.presenter.chosen.address, at)

    def copy(self, text: str) -> None:
        """Put an address or a number into the clipboard."""
        QApplication.clipboard().setText(text)
        self.told.emit(translate("Toast", "Copied %1").replace("%1", text), "")

    def _has_one(self) -> bool:
        return self.presenter.chosen is not None

    # --- what the presenter shows ---------------------------------------------------------------------------

    def show_list(self, people: Sequence[Customer], current: str, *, searched: bool) -> None:
        """See `CustomersView`."""
        self.list.show_people(people, current)
        self.list.setVisible(bool(people))
        one, many = translate("Customers", "1 customer"), translate("Customers", "%1 customers")
        self.count.setText(counted(len(people), one, many))
        if not people:
            self._say_calm(searched=searched)

    def show_customer(self, row: Conversation | None) -> None:
        """See `CustomersView`."""
        self.card.show_row(row)
        self._stack.setCurrentIndex(0 if row is None else 1)

    def ask_erase(self, who: Customer, found: ToErase) -> None:
        """See `CustomersView`."""
        if self.confirm(who, found):
            self.presenter.erase(who)

    def tell_erasing(self) -> None:
        """See `CustomersView`."""
        self.erasing_began.emit()

    def tell_erased(self, who: Customer) -> None:
        """See `CustomersView`."""
        self.told.emit(translate("Customers", "Erased %1").replace("%1", who.shown), "")
        self.list.setFocus()

    def show_failure(self, error: Exception) -> None:
        """See `CustomersView`."""
        self.failed.emit(error)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(translate("Customers", "Customers"))
        self.list.setAccessibleName(translate("Customers", "Customers"))
        self.search.setAccessibleName(translate("Customers", "Search customers"))
        words = translate("Customers", "Name or address")
        self.search.offer(words, words)
        self.join.setText(translate("People", "Join with…"))
        self.join.setToolTip(action_tip(Do.JOIN_CUSTOMER))
        self.block.setText(translate("People", "Block…"))
        self.block.setToolTip(action_tip(Do.BLOCK))
        self.erase.setText(translate("Customers", "Erase for good…"))
        self.erase.setToolTip(translate("Customers", "Take everything of this customer off the desk"))
        self._say_calm(searched=bool(self.presenter.words))
        if self.presenter.people:
            self.show_list(self.presenter.people, self.presenter.current, searched=bool(self.presenter.words))

    # --- inside -----------------------------------------------------------------------------------------------

    def _confirmed(self, who: Customer, found: ToErase) -> bool:
        box = QMessageBox(self.window())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(translate("Customers", "Erase for good"))
        box.setText(translate("Customers", "Erase %1 for good? Nobody can bring this back.").replace("%1", who.shown))
        box.setInformativeText(erase_words(found))
        yes = box.addButton(translate("Customers", "Erase"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(translate("Customers", "Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.exec()
        return box.clickedButton() is yes

    def _say_calm(self, *, searched: bool) -> None:
        if searched:
            title = translate("Customers", "Nobody found")
            words = translate("Customers", "Try another name, or a part of the address.")
            self.calm.say(CalmWords("search", title, words))
        else:
            title = translate("Customers", "No customers yet")
            self.calm.say(CalmWords("users", title, translate("Customers", "Whoever writes to the shop appears here.")))

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _back(self) -> None:
        if self.search.text():
            self.search.clear()
        self.list.setFocus()

    def _arrange(self) -> None:
        # From the outside in: a widget is styled anew, with all that is in it, at each parent that it comes into.
        self._left = QWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._line_between)
        row.addWidget(self._stack, 1)
        self._left.setLayout(self._column)
        self._column.addLayout(self._head)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.count)
        self._line = QHBoxLayout()
        self._line.addWidget(self.search)
        self._column.addLayout(self._line)
        self._column.addWidget(self.list, 1)
        self._column.addStretch(0)
        self._arrange_right()

    def _arrange_right(self) -> None:
        self._stack.addWidget(self.calm)
        middle = QWidget()
        self._stack.addWidget(middle)
        middle.setProperty("kind", "surface")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._right, 1)
        across.addStretch(0)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self._deeds = QHBoxLayout()
        for button in (self.join, self.block):
            self._deeds.addWidget(button)
        self._deeds.addStretch(1)
        self._deeds.addWidget(self.erase)
        right.addLayout(self._deeds)
        right.addWidget(self.card.widget, 1)
        self._line_between.setFixedWidth(1)
        self._line_between.setMinimumHeight(0)
        self._line_between.setMaximumHeight(QWIDGETSIZE_MAX)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.presenter.type)
        self.search.down_pressed.connect(self.list.setFocus)
        self.list.chosen.connect(self.presenter.choose)
        self.join.clicked.connect(lambda _=False: self.ask_join())
        self.block.clicked.connect(lambda _=False: self.ask_block())
        self.erase.clicked.connect(self.presenter.begin_erase)
        self._theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        px = self._theme.px
        self._left.setFixedWidth(px(LIST))
        self._right.setMaximumWidth(px(WIDEST))
        self._head.setContentsMargins(px(20), px(14), px(16), px(10))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self.search.setFixedHeight(px(36))
        self._line.setContentsMargins(px(16), 0, px(16), 0)
        self._deeds.setSpacing(px(8))
        self._column.setStretch(2, 1)
        layout = self._right.layout()
        if layout is not None:
            layout.setContentsMargins(px(20), px(14), px(20), 0)
        self._deeds.setContentsMargins(px(20), px(6), px(20), px(4))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def erase_words(found: ToErase) -> str:
    """What goes, in lines."""
    mails = found.mails
    lines = [
        (mails.conversations, translate("Customers", "1 conversation"), translate("Customers", "%1 conversations")),
        (mails.messages, translate("Customers", "1 mail"), translate("Customers", "%1 mails")),
        (mails.files, translate("Customers", "1 attached file"), translate("Customers", "%1 attached files")),
        (mails.notes, translate("Customers", "1 note"), translate("Customers", "%1 notes")),
        (mails.drafts, translate("Customers", "1 draft"), translate("Customers", "%1 drafts")),
        (found.orders, translate("Customers", "1 order"), translate("Customers", "%1 orders")),
    ]
    words = [counted(count, one, many) for count, one, many in lines if count]
    if len(found.addresses) > 1:
        listed = translate("Words", ", ", "between the parts of a spoken sentence").join(found.addresses)
        words.insert(0, translate("People", "All their addresses: %1").replace("%1", listed))
    if found.cases:
        one = translate("Customers", "1 case stays without the name")
        words.append(counted(found.cases, one, translate("Customers", "%1 cases stay without the name")))
    words.append(translate("Customers", "Mails on your provider’s server stay there; delete them there too."))
    words.append(translate("Customers", "The backup lets go of them with the next backup, which is due at once."))
    return "\n".join(words)
