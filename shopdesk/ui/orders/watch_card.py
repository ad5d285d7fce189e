"""What is wrong with one order, all that a file told of it, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.order_watch import Watched
from shopdesk.domain.template import Template
from shopdesk.ui.desk import Now
from shopdesk.ui.orders.watch_words import TONES, facts_of, reason_text, since_text, what_is_wrong, who_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Avatar, Button, Pill, plain_label
from shopdesk.ui.words import initials, market_name, translate


class WatchCard(QWidget):
    """The facts are built anew for each order: they are few."""

    write_asked = Signal()
    aside_asked = Signal()

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self._one: Watched | None = None
        self._template: Template | None = None
        self._language = ""
        self.avatar = Avatar(theme, 44)
        self.who, self.number = ElidedLabel("pane"), plain_label("meta2", selectable=True)
        self.what, self.with_template = plain_label("body", wrap=True), plain_label("meta2", wrap=True)
        self.write, self.aside = Button(theme, "primary", "square-pen"), Button(theme, "secondary", "check")
        self._pills, self._facts = QHBoxLayout(), QVBoxLayout()
        self._inside: QWidget | None = None
        self._arrange()
        self.write.clicked.connect(self.write_asked)
        self.aside.clicked.connect(self.aside_asked)
        self.retranslate()

    def show_one(self, one: Watched, template: Template | None, language: str) -> None:
        """Show this order. In: the template that fits, and the language that the window speaks."""
        self._one, self._template, self._language = one, template, language
        order, now = one.order, self._now()
        self.avatar.show_person(initials(who_text(order)), order.email or who_text(order))
        self.who.setText(who_text(order))
        self.number.setText(" · ".join(part for part in (order.number, market_name(order.market)) if part))
        self.what.setText(what_is_wrong(one, now))
        self._show_pill(one)
        self._show_facts(one)
        self.write.setEnabled(bool(order.email))
        self.with_template.setText(self._template_words(one))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.write.setText(translate("Orders", "Write"))
        self.aside.setText(translate("Orders", "Not a problem"))
        self.aside.setToolTip(translate("Orders", "Leave it alone until something about it changes (E)"))
        self.write.setToolTip(translate("Orders", "Write to the customer (Enter)"))
        if self._one is not None:
            self.show_one(self._one, self._template, self._language)

    # --- inside -----------------------------------------------------------------------------------------------

    def _template_words(self, one: Watched) -> str:
        if not one.order.email:
            return translate("Orders", "The file has no mail address of this customer: write through the marketplace.")
        if self._template is None:
            return translate("Orders", "No template fits; the mail begins empty.")
        words = translate("Orders", "With the template “%1”")
        return words.replace("%1", self._template.titled(self._language))

    def _show_pill(self, one: Watched) -> None:
        while (item := self._pills.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        words = " ".join(part for part in (reason_text(one.reason), since_text(one, self._now())) if part)
        self._pills.addWidget(Pill(self._theme, TONES.get(one.reason, "grey"), "", words))
        self._pills.addStretch(1)

    def _show_facts(self, one: Watched) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside = QFrame()
        inside.setProperty("kind", "card")
        grid, px = QGridLayout(inside), self._theme.px
        grid.setContentsMargins(px(18), px(14), px(18), px(14))
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(facts_of(one.order, self._now())):
            grid.addWidget(plain_label("meta2", label), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(plain_label("text", value, wrap=True, selectable=True), row, 1)
        self._facts.addWidget(inside)

    def _arrange(self) -> None:
        px = self._theme.px
        top, texts, deeds, column = QHBoxLayout(), QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        texts.setSpacing(px(2))
        texts.addWidget(self.who)
        texts.addWidget(self.number)
        top.setSpacing(px(13))
        top.addWidget(self.avatar)
        top.addLayout(texts, 1)
        deeds.setSpacing(px(8))
        deeds.addWidget(self.write)
        deeds.addWidget(self.aside)
        deeds.addStretch(1)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addLayout(top)
        column.addLayout(self._pills)
        column.addWidget(self.what)
        column.addLayout(deeds)
        column.addWidget(self.with_template)
        column.addSpacing(px(4))
        column.addLayout(self._facts)
        column.addStretch(1)
