"""The panel beside a conversation: the customer, their order numbers, what else they wrote, what is noted."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from shopdesk.domain.case import Case
from shopdesk.domain.conversation import Conversation
from shopdesk.domain.customer import CustomerCard
from shopdesk.domain.customer_join import Alike
from shopdesk.domain.order import OrdersBeside
from shopdesk.domain.promise import Promise
from shopdesk.domain.their_zone import ZoneGuess
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.preferences import Preferences
from shopdesk.ui.side_panel.area import WIDTH
from shopdesk.ui.side_panel.cards import Cards
from shopdesk.ui.side_panel.cases import FEW, MANY, CaseLines
from shopdesk.ui.side_panel.earlier import EarlierLines
from shopdesk.ui.side_panel.head import CustomerHead
from shopdesk.ui.side_panel.notes import NoteLines
from shopdesk.ui.side_panel.order import CASES, EARLIER, NOTES, ORDERS, PROMISES
from shopdesk.ui.side_panel.orders import OrderLines
from shopdesk.ui.side_panel.presenter import PanelPresenter
from shopdesk.ui.side_panel.promises import PromiseLines
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import counted, translate

CLOCK_MS = 300
"""Who goes through conversations quickly does not make raw mails be read for each."""


class SidePanel(QScrollArea):
    """Fits `PanelView`; made once, filled for every conversation."""

    copy_asked = Signal(str)
    search_asked = Signal(str)
    """Words for the search field."""
    insert_asked = Signal(str)
    """Words for the answer."""
    earlier_clicked = Signal(object)
    """A `ConversationId`."""
    case_asked = Signal(object)
    """A `CaseId`."""
    promises_asked = Signal()
    failed = Signal(object)
    """An exception."""

    def __init__(
        self,
        theme: Theme,
        presenter: PanelPresenter,
        preferences: Preferences,
        now: Now,
        *,
        beside_one: bool = True,
    ) -> None:
        """In: whether a conversation stands beside it; on a page of its own it lists all of them."""
        super().__init__()
        self._beside_one = beside_one
        self._ground = "canvas" if beside_one else "surface"
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(CLOCK_MS if beside_one else 0)
        self._soon.timeout.connect(presenter.clock.look)
        self._theme = theme
        self._presenter = presenter
        self._preferences = preferences
        self._now = now
        self._row: Conversation | None = None
        self._card: CustomerCard | None = None
        self._beside: OrdersBeside | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        self._look = theme.type
        theme.changed.connect(self._restyle)

    # --- what the presenter asks -----------------------------------------------------------------------

    def show_person(self, row: Conversation, *, same: bool) -> None:
        """Who it is, at once; what was read of somebody else goes."""
        self._row = row
        self.head.show_person(row, same=same)
        self.orders.show_numbers(row.order_numbers)
        if same:
            self._show_earlier(same=True)
        else:
            self._card, self._beside = None, None
            self.orders.forget()
            self.cases.show_cases((), self._now())
            self.promises.show_promises((), self._now())
            self.earlier.clear()
            self.notes.clear()
            self.verticalScrollBar().setValue(0)
        self.setFocusProxy(self._first())
        self._show_titles()

    def show_card(self, card: CustomerCard) -> None:
        """What was read about them."""
        same, self._card = self._card is not None, card
        now = self._now()
        self.head.show_card(card, now)
        self._show_earlier(same=same)
        self.notes.show_card(card, now)
        self._soon.start()
        self._show_titles()

    def show_orders(self, beside: OrdersBeside) -> None:
        """What was read of the orders."""
        self._beside = beside
        self.orders.show_orders(beside.orders, self._now())
        self.head.show_purchases(beside.purchases)
        self._show_titles()

    def show_cases(self, cases: Sequence[Case]) -> None:
        """What was read of the cases."""
        if isValid(self):  # the window may have gone while it was read
            self.cases.show_cases(cases, self._now())
            self.head.show_case_count(len(cases))
            self._show_titles()

    def show_promises(self, promises: Sequence[Promise]) -> None:
        """What was read of the promises that are open."""
        if isValid(self):
            self.promises.show_promises(promises, self._now())
            self._show_titles()

    def show_zone(self, zone: ZoneGuess | None) -> None:
        """Where their clock may stand."""
        if isValid(self):
            self.head.habits.show_zone(zone, self._now())

    def show_alike(self, found: Sequence[Alike]) -> None:
        """Who may be the same person."""
        if isValid(self):
            self.head.addresses.show_alike(found)

    def show_tags_to_choose(self, tags: Sequence[str]) -> None:
        """Tags that may be meant."""
        self.head.tags.field.offer(tags)

    def show_failure(self, error: Exception) -> None:
        """Something could not be read or written."""
        self.failed.emit(error)

    # --- what other screens ask --------------------------------------------------------------------------

    def write_note(self) -> None:
        """Begin a note, in an unfolded card."""
        if self._row is not None and self._row.customer_email:
            self.cards.unfold(NOTES)
            self.notes.begin()
            self.ensureWidgetVisible(self.notes.editor)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._presenter.keep_drafts()  # the window may be closing
        super().hideEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour(self._ground))
        painter.end()
        super().paintEvent(event)

    # --- building --------------------------------------------------------------------------------------

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        self.head = CustomerHead(theme, wide=not self._beside_one)
        self.orders, self.earlier = OrderLines(theme), EarlierLines(theme)
        self.cases, self.promises = CaseLines(theme, FEW if self._beside_one else MANY), PromiseLines(theme)
        self.notes = NoteLines(theme, self._presenter.draft)
        bodies: dict[str, QWidget] = {
            ORDERS: self.orders, CASES: self.cases, PROMISES: self.promises, EARLIER: self.earlier, NOTES: self.notes
        }  # fmt: skip
        self.cards = Cards(theme, bodies, self._preferences)
        page = QWidget()
        page.setProperty("kind", self._ground)
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(px(20), px(20), px(20), px(20))
        column.setSpacing(px(14))
        column.addWidget(self.head)
        column.addWidget(self.cards)
        column.addStretch(1)
        if self._beside_one:
            self.setFixedWidth(px(WIDTH))
        self.setWidget(page)
        self._show_titles()
        self._connect()

    def _connect(self) -> None:
        presenter, notes, tags = self._presenter, self.notes, self.head.tags
        presenter.orders.view = self
        presenter.cases.view = presenter.joins.view = presenter.clock.view = self
        presenter.promises.view = self if self._beside_one else None
        self.cases.case_asked.connect(self.case_asked)
        self.promises.asked.connect(self.promises_asked)
        self.head.copy_asked.connect(self.copy_asked)
        self.orders.copy_asked.connect(self.copy_asked)
        self.orders.search_asked.connect(self.search_asked)
        self.orders.insert_asked.connect(self.insert_asked)
        self.earlier.chosen.connect(self.earlier_clicked)
        tags.added.connect(presenter.tags.add)
        tags.removed.connect(presenter.tags.remove)
        tags.asked.connect(presenter.tags.ask)
        self.head.addresses.part_asked.connect(presenter.joins.part)
        self.head.addresses.join_asked.connect(presenter.joins.join)
        notes.typed.connect(presenter.type)
        notes.paused.connect(presenter.keep_drafts)
        notes.saved.connect(presenter.save)
        notes.discarded.connect(presenter.discard)
        notes.remove_asked.connect(presenter.remove)
        add = self.cards.sections[NOTES].add
        if add is not None:
            add.clicked.connect(self.write_note)
            notes.left.connect(partial(add.setFocus, Qt.FocusReason.OtherFocusReason))

    # --- inside ----------------------------------------------------------------------------------------

    def _others(self) -> list[Conversation]:
        """The customer's conversations but the one beside the panel; where none stands beside it, all."""
        card, row = self._card, self._row
        if card is None or row is None:
            return []
        return [each for each in card.conversations if not self._beside_one or each.id != row.id]

    def _show_earlier(self, *, same: bool) -> None:
        if self._card is not None and self._row is not None:
            self.earlier.show_rows(self._others(), self._now(), same=same)

    def _show_titles(self) -> None:
        orders, cases = self.orders.count, self.cases.count
        card, row = self._card, self._row
        notes = len(card.notes) if card is not None else 0
        beside, alone = translate("Panel", "Other conversations"), translate("Panel", "Conversations")
        earlier = beside if self._beside_one else alone
        self.cards.show_titles(
            {
                ORDERS: (counted(orders, translate("Panel", "Order"), translate("Panel", "Orders")), orders),
                CASES: (counted(cases, translate("Cases", "Case"), translate("Cases", "Cases")), cases),
                PROMISES: (translate("Promises", "Promised"), self.promises.count),
                EARLIER: (earlier, len(self._others())),
                NOTES: (translate("Panel", "Notes"), notes),
            }
        )
        add = self.cards.sections[NOTES].add
        if add is not None:
            add.name(translate("Panel", "Write a note"))
            add.setVisible(row is not None and bool(row.customer_email))

    def _first(self) -> QWidget:
        copy = self.head.copy
        return self.cards.sections[EARLIER].head if copy.isHidden() else copy

    def _retranslate(self) -> None:
        self.head.retranslate()
        self.notes.retranslate()
        if self._row is not None:
            self.head.show_person(self._row, same=True)
            self.orders.show_numbers(self._row.order_numbers)
        if self._card is not None:
            self.head.show_card(self._card, self._now())
        if self._beside is not None:
            self.show_orders(self._beside)
        self.earlier.retranslate()
        self._show_titles()

    def _restyle(self) -> None:
        """Colours are looked up when painting; other letters need other widgets."""
        if self._theme.type == self._look:
            self.viewport().update()
            return
        self._look = self._theme.type
        self._presenter.keep_drafts()
        self._build()
        row, card, beside = self._row, self._card, self._beside
        if row is not None:
            self.show_person(row, same=False)
        if card is not None:
            self.show_card(card)
        if beside is not None:
            self.show_orders(beside)
