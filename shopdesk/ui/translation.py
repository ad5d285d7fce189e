"""The language of the window: English or Chinese, switched while it is open."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from shopdesk.ui.preferences import Preferences

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""Codes with the names they give themselves."""


class Languages:
    """Installs translators; every widget hears of it through its LanguageChange event."""

    def __init__(self, app: QCoreApplication, folder: Path, preferences: Preferences) -> None:
        self._app = app
        self._folder = folder
        self._preferences = preferences
        self._installed: list[QTranslator] = []
        self.current = ""
        self.apply()

    def choose(self, language: str) -> str:
        """Use a language code, or empty for the system's, from now on; returns the language in force."""
        self._preferences.language = language
        self.apply()
        return self.current

    def apply(self) -> None:
        """Bring translators and number formats in line with the preferences."""
        wanted = self._preferences.language or system_language()
        if wanted == self.current:
            return
        self.current = wanted
        QLocale.setDefault(QLocale(wanted))
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        for file in (_qt_words(wanted), self._folder / f"shopdesk_{wanted}"):
            translator = QTranslator()
            if file is not None and translator.load(str(file)):
                self._app.installTranslator(translator)
                self._installed.append(translator)


def _qt_words(language: str) -> Path | None:
    """Where Qt's own words are; None for English, which they are written in."""
    if language == "en":
        return None
    from PySide6.QtCore import QLibraryInfo

    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}"


def system_language() -> str:
    """The nearest of our languages to the system's."""
    return "zh_CN" if QLocale.system().language() is QLocale.Language.Chinese else "en"
