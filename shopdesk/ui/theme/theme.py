"""The look that is in force: colours, letters and icons for every widget, switched while the window is open."""

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from shopdesk.ui.preferences import Density, Motion, Preferences, Scheme
from shopdesk.ui.theme.icons import Icons
from shopdesk.ui.theme.palette import palette_of
from shopdesk.ui.theme.tokens import DARK, LIGHT, Tokens, more_contrast
from shopdesk.ui.theme.type import next_scale, type_for

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_SIZES = (1, 2, 3, 4, 6, 7, 8, 10, 11, 12, 13, 14, 16, 18, 20, 22, 24, 28, 32, 36, 38)


class Theme(QObject):
    """Hands out colours by token name, fonts by px and weight, icons by name; `changed` means: ask again."""

    changed = Signal()
    resized = Signal()
    """Letters or lengths are other ones, not colours alone: what was laid out by them has to be built anew."""

    def __init__(self, app: QApplication, resources: Path, preferences: Preferences, language: str = "en") -> None:
        super().__init__()
        self._app = app
        self._sheet = Template((resources / "themes" / "app.qss").read_text("utf-8"))
        self._preferences = preferences
        self._language = language
        self.icons = Icons(resources / "icons")
        self.tokens: Tokens = LIGHT
        self.type = type_for(language, preferences.scale)
        self._lengths: dict[int, int] = {}
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[int, int], QFont] = {}
        self._metrics: dict[tuple[int, int], QFontMetrics] = {}
        self._hints = app.styleHints()
        self._access = self._hints.accessibility()  # both are kept: Qt's objects vanish with the wrappers
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self._access.contrastPreferenceChanged.connect(self.apply)
        self.apply()

    # --- what widgets ask for ---------------------------------------------------------------------

    def colour(self, name: str) -> QColor:
        """The colour of a token of `Tokens`."""
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = QColor(getattr(self.tokens, name))
        return found

    def px(self, size: int) -> int:
        """A length given at 100 % in px as it is now."""
        found = self._lengths.get(size)
        if found is None:
            found = self._lengths[size] = self.type.px(size)
        return found

    def font(self, size: int, weight: int = 400) -> QFont:
        """A font of `size` px at 100 % and a CSS weight; do not change it, it is shared."""
        key = (size, weight)
        if key not in self._fonts:
            font = QFont()
            font.setFamilies(list(self.type.families))
            font.setPixelSize(self.px(size))
            font.setWeight(QFont.Weight(self.type.weight(weight)))
            self._fonts[key] = font
        return self._fonts[key]

    def metrics(self, size: int, weight: int = 400) -> QFontMetrics:
        """Measures of `font(size, weight)`."""
        key = (size, weight)
        if key not in self._metrics:
            self._metrics[key] = QFontMetrics(self.font(size, weight))
        return self._metrics[key]

    def icon(self, name: str, colour: str = "text2") -> "QIcon":
        """An icon that keeps to its token's colour through every switch; for what Qt itself paints."""
        from PySide6.QtGui import QIcon

        from shopdesk.ui.theme.token_icon import TokenIconEngine

        return QIcon(TokenIconEngine(self.icons, name, lambda: self.colour(colour)))

    def avatar(self, seed: str) -> tuple[QColor, QColor]:
        """Background and letters for whoever `seed` (such as a mail address) names; always the same for the same."""
        pairs = self.tokens.avatars
        number = sum((place + 1) * ord(letter) for place, letter in enumerate(seed.casefold()))
        background, letters = pairs[number % len(pairs)]
        return QColor(background), QColor(letters)

    @property
    def density(self) -> Density:
        return self._preferences.density

    @property
    def scheme(self) -> Scheme:
        return self._preferences.scheme

    @property
    def is_dark(self) -> bool:
        return self.tokens.name == DARK.name

    def moving(self, ms: int) -> int:
        """How long a movement that takes `ms` takes here: 0 where nothing shall move."""
        wish = self._preferences.motion
        if wish is Motion.AUTO:
            # Qt 6.12 knows what the system says; before it, only the person does.
            said = getattr(self._access, "motionPreference", lambda: None)()
            return 0 if getattr(said, "name", "") == "ReducedMotion" else ms
        return 0 if wish is Motion.REDUCED else ms

    # --- switching --------------------------------------------------------------------------------

    def choose_scheme(self, scheme: Scheme) -> None:
        """Show light, dark or what the system has, from now on."""
        self._preferences.scheme = scheme
        self.apply()

    def choose_density(self, density: Density) -> None:
        """Show lists comfortably or compactly, from now on."""
        self._preferences.density = density
        self.apply()

    def choose_motion(self, motion: Motion) -> None:
        """Let things move, or not, from now on."""
        self._preferences.motion = motion
        self.changed.emit()

    def choose_scale(self, scale: int) -> None:
        """Show everything at `scale` per cent, from now on."""
        self._preferences.scale = scale
        self.apply()

    def step_scale(self, step: int) -> int:
        """One text size larger (+1) or smaller (-1); returns the new scale in per cent."""
        self.choose_scale(next_scale(self.type.scale, step))
        return self.type.scale

    def choose_language(self, language: str) -> None:
        """Use the letters of a language such as `zh_CN`."""
        self._language = language
        self.apply()

    def apply(self) -> None:
        """Bring palette, font and style sheet in line with the preferences and tell everybody."""
        self.tokens = self._wanted_tokens()
        before, self.type = self.type, type_for(self._language, self._preferences.scale)
        self._colours.clear()
        if self.type != before:
            for cache in (self._lengths, self._fonts, self._metrics):
                cache.clear()
            self.icons.forget()
        self._app.setFont(self.font(13))
        self._app.setPalette(palette_of(self.tokens))
        _put_on(self._app, self._sheet.substitute(self._values()))
        self.changed.emit()
        if self.type != before:
            self.resized.emit()

    def _system_changed(self) -> None:
        if self.scheme is Scheme.AUTO:
            self.apply()

    def _wanted_tokens(self) -> Tokens:
        dark = self.scheme is Scheme.DARK
        if self.scheme is Scheme.AUTO:
            dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        wanted = DARK if dark else LIGHT
        asked = self._access.contrastPreference() is Qt.ContrastPreference.HighContrast
        return more_contrast(wanted) if asked else wanted

    def _values(self) -> dict[str, str]:
        values = self.tokens.colours()
        values |= {f"s{size}": f"{self.px(size)}px" for size in _SIZES}
        values |= {"w500": str(self.type.weight(500)), "w600": str(self.type.weight(600))}
        return values


def _put_on(app: QApplication, sheet: str) -> None:
    worn = app.styleSheet()
    if sheet != worn:
        if worn:
            # Qt polishes a widget once for each of its parents when a sheet takes the place of another, and only
            # twice when one is taken off and the other put on: a switch in a fifth of the time.
            app.setStyleSheet("")
        app.setStyleSheet(sheet)
