"""The page of templates: the library, a new one, faults, offers, versions, the choice of a conversation, nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import Template, TemplateFile, Variant
from shopdesk.domain.template_exchange import ImportPreview, ImportRow, ImportState
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.templates.page import TemplatesPage
from tests.ui.library_shop import library_shop
from tests.ui.shown.stage import Stage


def window_of(stage: Stage, templates: Sequence[Template] | None = None) -> tuple[MainWindow, TemplatesPage]:
    """A window turned to its templates."""
    window = stage.window(library_shop(stage.language, templates))
    window.pages.show("templates")
    stage.settle()
    window.pages.let_go()
    return window, window.pages.templates


def chosen(stage: Stage, key: str = "dmg") -> tuple[MainWindow, TemplatesPage]:
    """With one template in the editor."""
    window, page = window_of(stage)
    number = next(one.id for one in page.presenter.library.all() if one.key == key)
    page.presenter.choose(number)
    stage.settle(250)
    return window, page


def with_files(stage: Stage) -> QWidget:
    """Two files go along with it."""
    window, page = chosen(stage)
    row = page.editor.files
    row.show_files(
        [
            TemplateFile("Care instructions — linen lamp shades.pdf", "application/pdf", 482_133, 1),
            TemplateFile("包装说明.png", "image/png", 91_200, 2),
        ]
    )
    bar = page._area.verticalScrollBar()
    stage.settle(60)
    bar.setValue(bar.maximum())
    stage.settle(60)
    return window


def library(stage: Stage) -> QWidget:
    """A template with several languages and a question."""
    return chosen(stage)[0]


def faulty(stage: Stage) -> QWidget:
    """A misspelt placeholder, and the template not saved."""
    window, page = chosen(stage)
    page.editor.body.setPlainText("Hi {{ customer.frist_name }},\n\nyour parcel {{ order.tracking }} left today.")
    stage.settle(300)
    return window


def offering(stage: Stage) -> QWidget:
    """Placeholders are offered while somebody types."""
    window, page = chosen(stage, "pic")
    page.keys.focus_body()
    QTest.keyClicks(page.editor.body, "{{ or")
    stage.settle(300)
    return window


def new(stage: Stage) -> QWidget:
    """A template that was just begun."""
    window, page = window_of(stage)
    page.begin()
    stage.settle(250)
    return window


def versions(stage: Stage) -> QWidget:
    """What a template was."""
    window, page = chosen(stage)
    page.editor.versions.click()
    stage.settle()
    return window


def choosing(stage: Stage) -> QWidget:
    """For whom the preview is."""
    window, page = chosen(stage)
    page.preview.choose.click()
    stage.settle()
    return window


def nothing(stage: Stage) -> QWidget:
    """An empty library."""
    return window_of(stage, ())[0]


def not_found(stage: Stage) -> QWidget:
    """A search without a hit."""
    window, page = window_of(stage)
    page.column.search.setText("xyz")
    stage.settle()
    return window


def bringing_in(stage: Stage) -> QWidget:
    """What a file of templates would do."""
    window, page = window_of(stage)
    preview = ImportPreview(import_rows(page.presenter.library.all()))
    page.exchange._show(preview)
    stage.settle()
    return window


def import_rows(mine: Sequence[Template]) -> tuple[ImportRow, ...]:
    """One of each kind."""
    damaged = next(one for one in mine if one.key == "dmg")
    theirs = replace(damaged, variants=(Variant("en", "Hi, sorry."), *damaged.variants[1:]), tags=("amazon",))
    new = replace(damaged, id=TemplateId(0), name="Invoice with VAT number", key="vat")
    return (
        ImportRow(1, ImportState.NEW, "vat", new),
        ImportRow(2, ImportState.CHANGED, "dmg", theirs, damaged),
        ImportRow(3, ImportState.SAME, "pic", mine[0], mine[0]),
        ImportRow(4, ImportState.REFUSED, "odd", field="template", why="order.numbr"),
    )


SHOWN = {
    "templates-import": bringing_in,
    "templates": library,
    "templates-files": with_files,
    "templates-faulty": faulty,
    "templates-offering": offering,
    "templates-new": new,
    "templates-versions": versions,
    "templates-choosing": choosing,
    "templates-none": nothing,
    "templates-not-found": not_found,
}
