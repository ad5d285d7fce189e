"""A language that does not exist: every string 40 % longer, with the umlauts and long words of German."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

_LETTERS = str.maketrans("aouAOUs", "äöüÄÖÜß")
_KEEP = re.compile(r"(%\d|%n|\(\*.*|\*\.\w+)")
_FORMATS = {"d MMM", "ddd", "dddd", "d MMM yyyy"}


class PseudoGerman(QTranslator):
    """Answers every string of ours; Qt's own stay."""

    def translate(self, context: str, source: str | None, disambiguation: str | None = None, n: int = -1) -> str | None:
        if not source or context.startswith("Q") or source in _FORMATS:
            return None
        parts = _KEEP.split(source)
        said = "".join(part if _KEEP.fullmatch(part) else part.translate(_LETTERS) for part in parts)
        longer = max(1, round(len(source) * 0.4))
        tail = (" ungen" * longer if " " in source else "ungen" * longer)[:longer]
        return f"{said}{tail}"

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@contextmanager
def speaking_pseudo_german(app: QCoreApplication) -> Iterator[None]:
    """Everything is said in it until the end of the block.

    The garbage collector rests meanwhile: Qt calls us with its list of translators locked, and a translator of an
    earlier test that were collected right then would wait for that lock for ever.
    """
    translator = PseudoGerman()
    gc.disable()
    app.installTranslator(translator)
    try:
        yield
    finally:
        app.removeTranslator(translator)
        gc.enable()
