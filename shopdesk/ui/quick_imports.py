"""Imports made quick beside PySide6."""

import sys

import PySide6.QtCore  # noqa: F401 - puts the look into sources in place


def leave_sources_unread() -> None:
    """Keep PySide6 from reading the source of each module that is imported from now on.

    It looks there for its own name, to know in which modules `from __feature__ import …` may have been written; this
    program never writes that. Reading them all takes a tenth of the start. Where PySide6 does it in another way,
    nothing happens.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda module: False  # type: ignore[union-attr]  # noqa: SLF001
