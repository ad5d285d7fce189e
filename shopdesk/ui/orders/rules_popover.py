"""From when on somebody should look at an order, and where the shop sends to."""

import re

from PySide6.QtCore import QLocale, QRect, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from shopdesk.domain.order_watch import WatchRules
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

WIDTH = 460
MOST_DAYS, MOST_HOURS = 60, 24 * 14
_MARGIN = 8
_BETWEEN = re.compile(r"[\s,;，、；]+")


class RulesPopover(Overlay):
    """Asks for all rules at once; Save hands them over."""

    saved = Signal(object)
    """`WatchRules`."""

    def __init__(self, theme: Theme, window: QWidget, rules: WatchRules) -> None:
        super().__init__(theme, window, scrim=True)
        self._rules = rules
        self.days, self.hours = self._number(MOST_DAYS), self._number(MOST_HOURS)
        self.countries = QLineEdit()
        self.countries.setProperty("kind", "field")
        self.refusal = plain_label("failed", wrap=True)
        self.refusal.hide()
        self.save, self.cancel = Button(theme, "primary"), Button(theme, "secondary")
        self._arrange_inside()
        self.days.setValue(rules.no_scan_days)
        self.hours.setValue(rules.unpaid_hours)
        self.countries.setText(", ".join(sorted(rules.countries)))
        for line in (self.days.lineEdit(), self.hours.lineEdit(), self.countries):
            line.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.close_now)

    def show_rules(self) -> None:
        """Open it."""
        self.open(self.days)
        self.days.selectAll()

    @override
    def frame_place(self) -> QRect:
        width = min(self._theme.px(WIDTH), self.width() - self._theme.px(32))
        layout = self.frame.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        height = max(height, self.frame.sizeHint().height())
        return QRect((self.width() - width) // 2, max(0, (self.height() - height) // 3), width, height)

    # --- inside -----------------------------------------------------------------------------------------------

    def _number(self, most: int) -> QSpinBox:
        box = QSpinBox()
        box.setProperty("kind", "field")
        box.lineEdit().setTextMargins(_MARGIN, 0, _MARGIN, 0)
        box.setRange(1, most)
        box.setFixedWidth(self._theme.px(96))
        return box

    def _arrange_inside(self) -> None:
        px, column, form, foot = self._theme.px, QVBoxLayout(self.frame), QFormLayout(), QHBoxLayout()
        title = translate("Orders", "When shall an order be looked at?")
        self.setAccessibleName(title)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(plain_label("pane", title))
        form.setHorizontalSpacing(px(16))
        form.setVerticalSpacing(px(10))
        rows = (
            (translate("Orders", "Days without a scan"), self.days),
            (translate("Orders", "Hours without payment"), self.hours),
            (translate("Orders", "Countries the shop sends to"), self.countries),
        )
        for words, box in rows:
            label: QLabel = plain_label("label", words)
            label.setBuddy(box)
            box.setAccessibleName(words)
            form.addRow(label, box)
        hint = translate("Orders", "Codes of two letters such as DE, AT, FR; empty: all countries")
        self.countries.setPlaceholderText(translate("Orders", "All countries"))
        self.countries.setAccessibleDescription(hint)
        column.addLayout(form)
        column.addWidget(plain_label("meta", hint, wrap=True))
        column.addWidget(self.refusal)
        self.save.setText(translate("Orders", "Save"))
        self.cancel.setText(translate("Orders", "Cancel"))
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column.addLayout(foot)

    def _save(self) -> None:
        words = [word.upper() for word in _BETWEEN.split(self.countries.text()) if word]
        unknown = next((word for word in words if not _is_country(word)), None)
        if unknown is not None:
            text = translate("Orders", "“%1” is no code of a country. Germany is DE, China is CN.")
            self.refusal.setText(text.replace("%1", unknown))
            self.refusal.show()
            self.arrange()
            self.countries.setFocus()
            return
        rules = WatchRules(self.days.value(), self.hours.value(), frozenset(words), self._rules.watched_days)
        self.close_now()
        self.saved.emit(rules)


def _is_country(code: str) -> bool:
    return len(code) == 2 and QLocale.codeToTerritory(code) is not QLocale.Country.AnyCountry  # noqa: PLR2004
