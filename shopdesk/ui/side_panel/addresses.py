"""The other addresses of a customer, each with the way to part it, and who else may be the same person."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.customer import Customer
from shopdesk.domain.customer_join import Alike
from shopdesk.ui.people_words import reason_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, IconButton, plain_label
from shopdesk.ui.words import translate

WIDEST = 460
"""What is done with an address stands near it also on a wide page, in px at 100 %."""


class AddressLines(QWidget):
    """Built anew whenever something changes: most customers have nothing here."""

    part_asked = Signal(str)
    """An address."""
    join_asked = Signal(object)
    """A `Customer`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._own = ""
        self._joined: tuple[Customer, ...] = ()
        self._alike: tuple[Alike, ...] = ()
        self.parts: list[IconButton] = []
        self.joins: list[Button] = []
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def addresses(self) -> list[str]:
        """What is listed as further addresses."""
        return [one.address for one in self._others()]

    def forget(self) -> None:
        """Somebody else is shown now."""
        self._joined, self._alike = (), ()
        self._build()

    def show_joined(self, own: str, joined: Sequence[Customer]) -> None:
        """All addresses of the customer; `own` is that of the conversation beside."""
        if (own, tuple(joined)) != (self._own, self._joined):
            self._own, self._joined = own, tuple(joined)
            self._build()

    def show_alike(self, found: Sequence[Alike]) -> None:
        """Who may be the same person."""
        if tuple(found) != self._alike:
            self._alike = tuple(found)
            self._build()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._build()

    # --- inside ----------------------------------------------------------------------------------------

    def _others(self) -> list[Customer]:
        return [one for one in self._joined if one.address.casefold() != self._own.casefold()]

    def _build(self) -> None:
        self.parts, self.joins = [], []
        old, self._content = self._content, None
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.setVisible(bool(self._joined or self._alike))
        if self.isHidden():
            return
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        self._content.setMaximumWidth(self._theme.px(WIDEST))
        if self._joined:
            column.addWidget(plain_label("meta", translate("People", "Also writes from")))
        for one in self._others():
            column.addLayout(self._address_line(one))
        if self._joined and self._alike:
            column.addSpacing(self._theme.px(6))
        if self._alike:
            column.addWidget(plain_label("meta", translate("People", "Also this customer?")))
        for found in self._alike:
            column.addLayout(self._alike_line(found))
        self._column.addWidget(self._content)

    def _address_line(self, one: Customer) -> QHBoxLayout:
        line, label = QHBoxLayout(), ElidedLabel("text")
        label.setText(one.address)
        part = IconButton(self._theme, "unlink", 24)
        part.name(translate("People", "Part %1 from this customer").replace("%1", one.address))
        part.clicked.connect(self._teller(self.part_asked.emit, one.address))
        self.parts.append(part)
        line.addWidget(label, 1)
        line.addWidget(part)
        return line

    def _alike_line(self, found: Alike) -> QHBoxLayout:
        one, line, words, who = found.customer, QHBoxLayout(), QVBoxLayout(), ElidedLabel("text")
        who.setText(" · ".join(part for part in (one.name, one.address) if part))
        words.setSpacing(0)
        words.addWidget(who)
        words.addWidget(plain_label("meta", reason_text(found), wrap=True))
        join = Button(self._theme, "link")
        join.setText(translate("People", "Join"))
        join.setAccessibleName(translate("People", "Join with %1").replace("%1", one.address))
        join.clicked.connect(self._teller(self.join_asked.emit, one))
        self.joins.append(join)
        line.setSpacing(self._theme.px(8))
        line.addLayout(words, 1)
        line.addWidget(join)
        return line

    @staticmethod
    def _teller(tell: Callable[[object], None], what: object) -> Callable[[bool], None]:
        def clicked(_: bool = False) -> None:  # noqa: FBT002 - a clicked button says so
            tell(what)

        return clicked
