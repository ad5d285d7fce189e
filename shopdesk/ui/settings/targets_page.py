"""Within what time each mailbox answers: whose clock, how long, opening hours, colours, peak time. Acts at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QVBoxLayout

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox
from shopdesk.domain.target import OpeningHours, TargetMode, TargetRule, TargetRules
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.overriding import override
from shopdesk.ui.settings.controls import Page, Words, numbers
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.settings.opening_box import Country, OpeningBox, own_zone
from shopdesk.ui.settings.peak_box import PeakBox
from shopdesk.ui.widgets.calm_box import CalmBox
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.widgets.segments import Segments
from shopdesk.ui.words import translate

_MODES = (TargetMode.PLATFORM, TargetMode.COMPANY)
_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)
_MOST_HOURS, _MOST_MINUTES, _MOST_FACTOR = 720, 1_440, 10.0


class TargetsPage(Page):
    """Reads the rules each time it is turned to; every change is written at once and moves what waits."""

    changed = Signal()
    """A rule or the peak was written."""

    def __init__(self, doors: Doors) -> None:
        super().__init__(doors.theme)
        self._doors = doors
        self._mailboxes: Sequence[Mailbox] = ()
        self._rules = TargetRules()
        self._fills = False
        self._asked_countries = False
        self.heading(
            lambda: translate("Targets", "Targets"),
            lambda: translate(
                "Targets", "Within what time each mailbox answers. Due times, colours and the order of work follow."
            ),
        )
        self.said = plain_label("failed", wrap=True)
        self.said.hide()
        self.column.addWidget(self.said)
        self._add_peak()
        self._add_mailbox()
        self._add_lengths()
        self._add_opening()
        self.column.addStretch(1)

    @property
    def rule(self) -> TargetRule:
        """The rule that is shown."""
        place = max(0, self.mailbox.currentIndex())
        number = self._mailboxes[place].id if self._mailboxes else MailboxId(0)
        return self._rules.of(number)

    @override
    def opened(self) -> None:
        """Ask for mailboxes and rules."""
        doors = self._doors
        doors.reading.submit(lambda: (doors.mailboxes.all(), doors.targets.rules()), self._took, self._failed)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._asked_countries = False
        self._show()

    # --- parts --------------------------------------------------------------------------------------------

    def _add_peak(self) -> None:
        part = self.section(
            lambda: translate("Targets", "Peak time"),
            lambda: translate(
                "Targets",
                "On days of many mails: who waits in time when it begins, or asks while it lasts, may wait longer. "
                "What is urgent stays so.",
            ),
        )
        self.peak = PeakBox(self.theme, self._doors.now)
        self.does(self.peak.retranslate)
        part.addWidget(self.peak)
        self.peak.asked.connect(self._ask_peak)

    def _add_mailbox(self) -> None:
        part = self.section(lambda: translate("Targets", "Mailbox"))
        self.mailbox = CalmBox(self.theme)
        self.say(self.mailbox.setAccessibleName, lambda: translate("Targets", "Mailbox"))
        part.addWidget(self.mailbox, 0, Qt.AlignmentFlag.AlignLeft)
        self.modes = Segments(len(_MODES))
        self.does(self._say_modes)
        part.addWidget(self.modes, 0, Qt.AlignmentFlag.AlignLeft)
        self.meaning = plain_label("meta", wrap=True)
        part.addWidget(self.meaning)
        self.mailbox.activated.connect(lambda _: self._show())
        self.modes.chosen.connect(self._choose_mode)

    def _add_lengths(self) -> None:
        part = self.section(lambda: translate("Targets", "Answer within"))
        self.hours = self._number(part, lambda: translate("Targets", "Usually"), 1, _MOST_HOURS, "hours")
        self.urgent = self._number(part, lambda: translate("Targets", "What is urgent"), 1, _MOST_HOURS, "urgent")
        self.amber = self._number(
            part, lambda: translate("Targets", "Turns amber before it is due"), 0, _MOST_MINUTES, "amber"
        )
        self.red = self._number(
            part, lambda: translate("Targets", "Turns red before it is due"), 0, _MOST_MINUTES, "red"
        )
        self.factor = numbers(QDoubleSpinBox())
        self.factor.setRange(1, _MOST_FACTOR)
        self.factor.setSingleStep(0.5)
        self.factor.setDecimals(1)
        self.factor.setPrefix("× ")
        self.row(
            part,
            lambda: translate("Targets", "In peak time"),
            self._calm(self.factor),
            lambda: translate("Targets", "Marketplaces seldom grant more time: × 1.0 leaves their limit as it is."),
        )
        self.factor.valueChanged.connect(lambda value: self._keep(peak_factor=value))

    def _number(self, part: QVBoxLayout, words: Words, least: int, most: int, name: str) -> QSpinBox:
        made = numbers(QSpinBox())
        made.setRange(least, most)
        unit, suffix = (_HOUR, self._hours_suffix) if most == _MOST_HOURS else (_MINUTE, self._minutes_suffix)
        self.say(made.setSuffix, suffix)
        self.row(part, words, self._calm(made))
        made.valueChanged.connect(lambda value: self._keep(**{name: value * unit}))
        return made

    def _calm(self, box: QAbstractSpinBox) -> QAbstractSpinBox:
        """Typed digits act when they are all there, and the wheel scrolls the page."""
        box.setKeyboardTracking(False)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setFixedWidth(self.theme.px(124))
        return box

    def _add_opening(self) -> None:
        part = QVBoxLayout()
        part.setSpacing(self.theme.px(8))
        self.column.addLayout(part)
        self._opening_head = self.label("head", lambda: translate("Targets", "Opening hours"))
        part.addWidget(self._opening_head)
        self.opening = OpeningBox(self.theme)
        self.does(self.opening.retranslate)
        part.addWidget(self.opening)
        self.opening.changed.connect(lambda opening: self._keep(opening=opening))

    # --- filling ------------------------------------------------------------------------------------------

    def _took(self, found: tuple[Sequence[Mailbox], TargetRules]) -> None:
        chosen = self.rule.mailbox
        self._mailboxes, self._rules = found
        self.mailbox.clear()
        for mailbox in self._mailboxes:
            self.mailbox.addItem(mailbox.shown)
        numbers_ = [mailbox.id for mailbox in self._mailboxes]
        self.mailbox.setCurrentIndex(numbers_.index(chosen) if chosen in numbers_ else 0 if numbers_ else -1)
        self.peak.show_peak(self._rules.peak)
        self._show()

    def _show(self) -> None:
        """Fill everything with the rule of the chosen mailbox; nothing is written by that."""
        rule, self._fills = self.rule, True
        self.hours.setValue(round(rule.hours / _HOUR))
        self.urgent.setValue(round(rule.urgent / _HOUR))
        self.amber.setValue(round(rule.amber / _MINUTE))
        self.red.setValue(round(rule.red / _MINUTE))
        self.factor.setValue(rule.relaxed)
        self.modes.show_chosen(_MODES.index(rule.mode))
        self.opening.show_opening(rule.opening)
        self._fills = False
        is_company = rule.mode is TargetMode.COMPANY
        self.opening.setVisible(is_company)
        self._opening_head.setVisible(is_company)
        self.meaning.setText(_meaning(rule.mode))
        for control in (self.modes, self.hours, self.urgent, self.amber, self.red, self.factor, self.mailbox):
            control.setEnabled(bool(self._mailboxes))
        if is_company and not self._asked_countries:
            self._asked_countries = True
            self._doors.reading.submit(self._named_countries, self.opening.show_countries, self._failed)

    def _named_countries(self) -> list[Country]:
        """In the reading lane: the library of holidays takes a moment to come."""
        return named_countries(self._doors.targets.countries(), QLocale().name())

    def _say_modes(self) -> None:
        words = [translate("Targets", "Marketplace"), translate("Targets", "Company")]
        self.modes.say(words, translate("Targets", "Whose clock"))

    @staticmethod
    def _hours_suffix() -> str:
        return translate("Targets", " h", "behind a number of hours")

    @staticmethod
    def _minutes_suffix() -> str:
        return translate("Targets", " min", "behind a number of minutes")

    # --- writing ------------------------------------------------------------------------------------------

    def _choose_mode(self, place: int) -> None:
        opening = self.rule.opening
        is_first = _MODES[place] is TargetMode.COMPANY and opening == OpeningHours()
        self._keep(mode=_MODES[place], opening=replace(opening, zone=own_zone()) if is_first else opening)

    def _keep(self, **changes: Any) -> None:  # noqa: ANN401 - fields of `TargetRule`
        if self._fills or not self._mailboxes:
            return
        if "amber" in changes:  # red never comes first
            changes["red"] = min(self.rule.red, changes["amber"])
        if "red" in changes:
            changes.setdefault("amber", max(self.rule.amber, changes["red"]))
        try:
            rule = replace(self.rule, **changes)
        except InputRefused as refused:
            self._tell(error_text(refused))
            return
        self._rules = replace(self._rules, by_mailbox={**self._rules.by_mailbox, rule.mailbox: rule})
        self._tell("")
        self._show()
        targets = self._doors.targets
        self._doors.writing.submit(lambda: targets.save(rule), lambda _: self._recompute(), self._put_back)

    def _ask_peak(self, until: datetime | None) -> None:
        targets = self._doors.targets

        def done(_: object) -> None:
            self._recompute()
            self.opened()

        self._doors.writing.submit(lambda: targets.peak(until), done, self._put_back)

    def _recompute(self) -> None:
        """What waits gets its new due times."""
        self.changed.emit()
        self._doors.writing.submit(self._doors.targets.recompute, lambda _: None, self._failed)

    def _put_back(self, error: Exception) -> None:
        self._failed(error)
        self.opened()

    def _failed(self, error: Exception) -> None:
        self._tell(error_text(error))

    def _tell(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))


def named_countries(codes: Sequence[str], language: str) -> list[Country]:
    """Codes with their names in a language such as zh_CN, by name."""
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        names = Locale.parse("en").territories
    return sorted(((code, names.get(code, code)) for code in codes), key=lambda pair: pair[1].casefold())


def _meaning(mode: TargetMode) -> str:
    if mode is TargetMode.PLATFORM:
        return translate("Targets", "The clock never stops: nights, weekends and holidays count.")
    return translate("Targets", "Only opening hours count.")
