"""What lies under the app is sound: the Qt wheel, the fonts, the database library."""

from __future__ import annotations

import sys

import pytest


@pytest.mark.gui
@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on None cannot be lost")
def test_qt_gives_back_none_with_a_reference_of_its_own() -> None:
    """PySide6 6.12.0 took one reference to None with every call without a result, until Python aborted."""
    from PySide6.QtCore import QObject

    calls = 500
    thing = QObject()
    before = sys.getrefcount(None)
    for number in range(calls):
        thing.setObjectName(str(number))
    lost = before - sys.getrefcount(None)
    assert lost < calls / 2, (
        f"This PySide6 loses None: {lost} references in {calls} calls; take another version"
    )


@pytest.mark.gui
def test_chinese_and_japanese_have_a_font(qapp) -> None:
    """Without one every screenshot test would pass on rows of empty boxes."""
    from PySide6.QtGui import QFontDatabase

    systems = QFontDatabase.WritingSystem
    for system in (systems.SimplifiedChinese, systems.Japanese):
        assert QFontDatabase.families(system), f"No font for {system.name}: install fonts-wqy-microhei"


def test_the_database_library_is_free_of_the_wal_reset_bug() -> None:
    """SQLite before 3.51.3 corrupts a WAL file when two connections write."""
    import sqlcipher3

    assert sqlcipher3.dbapi2.sqlite_version_info >= (3, 51, 3)
