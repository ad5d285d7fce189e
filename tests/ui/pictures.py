"""Draws every screen into PNG files: `python -m tests.ui.pictures FOLDER [NAME …]`, offscreen, at twice the pixels."""

import argparse
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "2")

from PySide6.QtWidgets import QApplication

from tests.ui.shown.stage import Stage, everything_shown

LOOKS = tuple((scheme, language) for scheme in ("light", "dark") for language in ("en", "zh_CN"))


def main(folder: Path, names: list[str]) -> None:
    """Write every picture, or only those whose name begins with one of the given words."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["pictures", "-style", "fusion"])
    for name, show in everything_shown().items():
        if names and not name.startswith(tuple(names)):
            continue
        for scheme, language in LOOKS:
            stage = Stage(app, scheme, language)
            show(stage).grab().save(str(folder / f"{name}-{scheme}-{language}.png"))
            stage.clear()


if __name__ == "__main__":
    words = argparse.ArgumentParser(prog="python -m tests.ui.pictures", description=__doc__)
    words.add_argument("folder", type=Path)
    words.add_argument("name", nargs="*", help="how names of pictures begin; without one all are drawn")
    given = words.parse_args()
    main(given.folder, given.name)
