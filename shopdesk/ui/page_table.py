"""One table of the window's pages: the rail, the keys that turn to them and the palette's places come from it."""

from collections.abc import Mapping

from shopdesk.ui.actions import Do
from shopdesk.ui.widgets.rail import RailEntry
from shopdesk.ui.words import translate

TODAY = "today"
INBOX, TEMPLATES, SETTINGS = "inbox", "templates", "settings"
CASES, CUSTOMERS, REPORTS = "cases", "customers", "reports"
ORDERS = "orders"
"""Not on the rail: commands and the morning's list turn to it."""

RAIL = (
    RailEntry(TODAY, "sun"),
    RailEntry(INBOX, "inbox"),
    RailEntry(CASES, "package-search"),
    RailEntry(CUSTOMERS, "users"),
    RailEntry(TEMPLATES, "notebook-text"),
    RailEntry(REPORTS, "chart-column"),
    RailEntry(SETTINGS, "settings", at_bottom=True),
)
"""From top to bottom; a page appears here when its screen arrives."""

PAGE_KEYS: Mapping[Do, str] = {
    Do.GO_TODAY: TODAY,
    Do.GO_CASES: CASES,
    Do.GO_ORDERS: ORDERS,
    Do.GO_CUSTOMERS: CUSTOMERS,
    Do.GO_TEMPLATES: TEMPLATES,
    Do.GO_REPORTS: REPORTS,
}
"""Which action turns to which page; the inbox has more to do than to be shown."""


def page_titles() -> Mapping[str, str]:
    """What the items of the rail are called."""
    return {
        TODAY: translate("Today", "Today"),
        INBOX: translate("Window", "Inbox"),
        CASES: translate("Cases", "Cases"),
        CUSTOMERS: translate("Customers", "Customers"),
        TEMPLATES: translate("Window", "Templates"),
        REPORTS: translate("Reports", "Reports"),
        SETTINGS: translate("Actions", "Settings"),
    }
