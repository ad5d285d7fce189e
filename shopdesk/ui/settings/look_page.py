"""Colours, language, text size, density, motion."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout

from shopdesk.ui.overriding import override
from shopdesk.ui.preferences import SCALES, Density, Motion, Preferences, Scheme
from shopdesk.ui.settings.controls import Page
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.translation import LANGUAGES
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.widgets.segments import Segments
from shopdesk.ui.words import translate

_SCHEMES = (Scheme.AUTO, Scheme.LIGHT, Scheme.DARK)
_LANGUAGES = ("", *LANGUAGES)
_DENSITIES = (Density.COMFORTABLE, Density.COMPACT)
_MOTIONS = (Motion.AUTO, Motion.FULL, Motion.REDUCED)


class LookPage(Page):
    """In: the look, the preferences, and how a language is chosen."""

    def __init__(self, theme: Theme, preferences: Preferences, choose_language: Callable[[str], None]) -> None:
        super().__init__(theme)
        self._preferences = preferences
        self.heading(lambda: translate("Settings", "Look"))
        self.schemes = self._choice(
            lambda: translate("Settings", "Colours"),
            lambda: [
                translate("Settings", "Like the system"),
                translate("Settings", "Light"),
                translate("Settings", "Dark"),
            ],
            lambda number: theme.choose_scheme(_SCHEMES[number]),
        )
        self.languages = self._choice(
            lambda: translate("Settings", "Language"),
            lambda: [translate("Settings", "Like the system"), *LANGUAGES.values()],
            lambda number: choose_language(_LANGUAGES[number]),
        )
        self._add_size()
        self.densities = self._choice(
            lambda: translate("Settings", "Lists"),
            lambda: [translate("Settings", "Comfortable"), translate("Settings", "Compact")],
            lambda number: theme.choose_density(_DENSITIES[number]),
        )
        self.motions = self._choice(
            lambda: translate("Settings", "Movement"),
            lambda: [
                translate("Settings", "Like the system"),
                translate("Settings", "Gentle"),
                translate("Settings", "None"),
            ],
            lambda number: theme.choose_motion(_MOTIONS[number]),
        )
        self.column.addStretch(1)
        theme.changed.connect(self.opened)
        self.opened()

    @override
    def opened(self) -> None:
        """Show what holds; keys may have changed it meanwhile."""
        chosen = self._preferences
        self.schemes.show_chosen(_SCHEMES.index(chosen.scheme))
        self.languages.show_chosen(_LANGUAGES.index(chosen.language) if chosen.language in _LANGUAGES else 0)
        self.densities.show_chosen(_DENSITIES.index(chosen.density))
        self.motions.show_chosen(_MOTIONS.index(chosen.motion))
        scale = self.theme.type.scale
        with QSignalBlocker(self.text_size):
            self.text_size.setValue(min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - scale)))
        self._percent.setText(f"{scale} %")

    def _choice(
        self, words: Callable[[], str], choices: Callable[[], list[str]], choose: Callable[[int], None]
    ) -> Segments:
        made = Segments(len(choices()))
        part = self.section(words)
        self.does(lambda: made.say(choices(), words()))
        part.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        made.chosen.connect(choose)
        return made

    def _add_size(self) -> None:
        part: QVBoxLayout = self.section(
            lambda: translate("Settings", "Text size"),
            lambda: translate("Settings", "Also with Ctrl + and Ctrl −; Ctrl 0 brings back 100 %."),
        )
        self.text_size = QSlider(Qt.Orientation.Horizontal)
        self.text_size.setRange(0, len(SCALES) - 1)
        self.text_size.setPageStep(1)
        self.text_size.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.text_size.setTickInterval(1)
        self.text_size.setMinimumHeight(28)
        self.say(self.text_size.setAccessibleName, lambda: translate("Settings", "Text size"))
        self._percent = plain_label("label")
        row = QHBoxLayout()
        row.addWidget(self.text_size, 1)
        row.addWidget(self._percent)
        part.addLayout(row)
        self.text_size.valueChanged.connect(lambda place: self.theme.choose_scale(SCALES[place]))
