"""One table of everything the keys can do; menus, tool tips and the sheet of keys are made from it."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import translate

_SIGNS = ("?", "/")


class Do(Enum):
    """Every action by name."""

    NEXT = "next"
    PREVIOUS = "previous"
    DONE = "done"
    REOPEN = "reopen"
    SNOOZE = "snooze"
    UNREAD = "unread"
    UNDO = "undo"
    SEARCH = "search"
    TAB_1 = "tab_1"
    TAB_2 = "tab_2"
    TAB_3 = "tab_3"
    TAB_4 = "tab_4"
    TAB_5 = "tab_5"
    BACK = "back"
    UNFOLD = "unfold"
    ORIGINAL = "original"
    PANEL = "panel"
    DENSITY = "density"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual_size"
    NEXT_PANE = "next_pane"
    PREVIOUS_PANE = "previous_pane"
    SETTINGS = "settings"
    PALETTE = "palette"
    ALL_KEYS = "all_keys"
    UNTIL_REPLY = "until_reply"
    GO_INBOX = "go_inbox"
    HEALTH = "health"
    LOG_FOLDER = "log_folder"
    SELECT = "select"
    SELECT_NEXT = "select_next"
    SELECT_PREVIOUS = "select_previous"
    SELECT_ALL = "select_all"
    FILTER = "filter"
    SET_ASIDE = "set_aside"
    ADD_MAILBOX = "add_mailbox"
    REPLY = "reply"
    REPLY_ALL = "reply_all"
    FORWARD = "forward"
    NOTE = "note"
    NEW_MAIL = "new_mail"
    OUTBOX = "outbox"
    FIND = "find"
    LOAD_IMAGES = "load_images"
    SOURCE = "source"
    MERGE = "merge"
    WHY = "why"
    TOPIC = "topic"
    GO_CUSTOMERS = "go_customers"
    GO_TEMPLATES = "go_templates"
    GO_REPORTS = "go_reports"
    IMPORT_ORDERS = "import_orders"
    FACTS = "facts"
    LONGEST = "longest"
    REST = "rest"
    PROMISES = "promises"
    LEARNED = "learned"
    GO_CASES = "go_cases"
    GO_ORDERS = "go_orders"
    GO_TODAY = "go_today"
    ASSIGN = "assign"
    ASSIGN_ME = "assign_me"
    JOIN_CUSTOMER = "join_customer"
    BLOCK = "block"
    NEW_CASE = "new_case"
    MOVE_CASE = "move_case"
    LINK_CASE = "link_case"
    PAYMENTS = "payments"
    NEW_TEMPLATE = "new_template"
    SAVE_TEMPLATE = "save_template"
    TEMPLATE_OF_REPLY = "template_of_reply"


class Group(Enum):
    """Where an action stands in menus and in the sheet of keys."""

    GO = "go"
    CONVERSATION = "conversation"
    LOOK = "look"
    SHOP = "shop"
    """Mailboxes, their health, what was set aside."""
    PROGRAM = "program"


class When(Enum):
    """What must be so before an action can run; `Deeds` knows whether it is."""

    ALWAYS = "always"
    CONVERSATION = "conversation"
    """There is a current conversation."""
    UNDOABLE = "undoable"
    """There is something to take back."""


class ActionFacts(NamedTuple):
    """One line of the table; keys are in Qt's portable notation, the first ones are shown."""

    group: Group
    keys: tuple[str, ...]
    icon: str = ""
    repeats: bool = False
    when: When = When.ALWAYS
    many: bool = False
    """It is done to all selected conversations at once."""


ACTIONS: Mapping[Do, ActionFacts] = {
    Do.NEXT: ActionFacts(Group.GO, ("J",), repeats=True),
    Do.PREVIOUS: ActionFacts(Group.GO, ("K",), repeats=True),
    Do.SEARCH: ActionFacts(Group.GO, ("Ctrl+F", "/"), "search"),
    Do.TAB_1: ActionFacts(Group.GO, ("1",)),
    Do.TAB_2: ActionFacts(Group.GO, ("2",)),
    Do.TAB_3: ActionFacts(Group.GO, ("3",)),
    Do.TAB_4: ActionFacts(Group.GO, ("4",)),
    Do.TAB_5: ActionFacts(Group.GO, ("5",)),
    Do.BACK: ActionFacts(Group.GO, ("Esc",), "arrow-left"),
    Do.NEXT_PANE: ActionFacts(Group.GO, ("F6",)),
    Do.PREVIOUS_PANE: ActionFacts(Group.GO, ("Shift+F6",)),
    Do.DONE: ActionFacts(Group.CONVERSATION, ("E",), "check", when=When.CONVERSATION, many=True),
    Do.REOPEN: ActionFacts(Group.CONVERSATION, ("Shift+E",), "inbox", when=When.CONVERSATION, many=True),
    Do.SNOOZE: ActionFacts(Group.CONVERSATION, ("H",), "clock", when=When.CONVERSATION, many=True),
    Do.UNREAD: ActionFacts(Group.CONVERSATION, ("U",), "mail", when=When.CONVERSATION, many=True),
    Do.UNDO: ActionFacts(Group.CONVERSATION, ("Z", "Ctrl+Z"), "undo-2", repeats=True, when=When.UNDOABLE),
    Do.UNFOLD: ActionFacts(Group.CONVERSATION, ("O",), "chevrons-up-down", when=When.CONVERSATION),
    Do.ORIGINAL: ActionFacts(Group.CONVERSATION, ("V",), "code", when=When.CONVERSATION),
    Do.PANEL: ActionFacts(Group.LOOK, ("I",), "panel-right"),
    Do.DENSITY: ActionFacts(Group.LOOK, ("Ctrl+Shift+D",), "layers"),
    Do.LARGER: ActionFacts(Group.LOOK, ("Ctrl++", "Ctrl+="), repeats=True),
    Do.SMALLER: ActionFacts(Group.LOOK, ("Ctrl+-",), repeats=True),
    Do.USUAL_SIZE: ActionFacts(Group.LOOK, ("Ctrl+0",)),
    Do.SETTINGS: ActionFacts(Group.PROGRAM, ("Ctrl+,",), "settings"),
    Do.PALETTE: ActionFacts(Group.GO, ("Ctrl+K",), "search"),
    Do.ALL_KEYS: ActionFacts(Group.PROGRAM, ("?",), "keyboard"),
    Do.UNTIL_REPLY: ActionFacts(Group.CONVERSATION, ("Shift+H",), "clock", when=When.CONVERSATION, many=True),
    Do.ADD_MAILBOX: ActionFacts(Group.SHOP, (), "plus"),
    Do.HEALTH: ActionFacts(Group.SHOP, ("Ctrl+Shift+H",), "refresh-cw"),
    Do.LOG_FOLDER: ActionFacts(Group.PROGRAM, (), "file-text"),
    Do.GO_INBOX: ActionFacts(Group.GO, ("G, I",), "inbox"),
    Do.SELECT: ActionFacts(Group.CONVERSATION, ("X",), "list-checks", when=When.CONVERSATION),
    Do.SELECT_NEXT: ActionFacts(Group.CONVERSATION, ("Shift+J",), repeats=True, when=When.CONVERSATION),
    Do.SELECT_PREVIOUS: ActionFacts(Group.CONVERSATION, ("Shift+K",), repeats=True, when=When.CONVERSATION),
    Do.SELECT_ALL: ActionFacts(Group.CONVERSATION, ("Ctrl+A",), when=When.CONVERSATION),
    Do.FILTER: ActionFacts(Group.GO, ("Ctrl+Shift+F",), "list-filter"),
    Do.SET_ASIDE: ActionFacts(Group.SHOP, (), "file-warning"),
    Do.FIND: ActionFacts(Group.CONVERSATION, ("F3", "Ctrl+Alt+F"), "search", when=When.CONVERSATION),
    Do.LOAD_IMAGES: ActionFacts(Group.CONVERSATION, ("Shift+V",), "image", when=When.CONVERSATION),
    Do.SOURCE: ActionFacts(Group.CONVERSATION, ("Ctrl+U",), "file-text", when=When.CONVERSATION),
    Do.WHY: ActionFacts(Group.CONVERSATION, ("Shift+T",), "clock", when=When.CONVERSATION),
    Do.TOPIC: ActionFacts(Group.CONVERSATION, ("Shift+I",), "tag", when=When.CONVERSATION),
    Do.MERGE: ActionFacts(Group.CONVERSATION, ("Ctrl+Shift+M",), "combine", when=When.CONVERSATION, many=True),
    Do.REPLY: ActionFacts(Group.CONVERSATION, ("R",), "reply", when=When.CONVERSATION),
    Do.REPLY_ALL: ActionFacts(Group.CONVERSATION, ("Shift+R",), "reply-all", when=When.CONVERSATION),
    Do.FORWARD: ActionFacts(Group.CONVERSATION, ("F",), "forward", when=When.CONVERSATION),
    Do.NOTE: ActionFacts(Group.CONVERSATION, ("N",), "notebook-text", when=When.CONVERSATION),
    Do.NEW_MAIL: ActionFacts(Group.SHOP, ("Ctrl+N",), "square-pen"),
    Do.OUTBOX: ActionFacts(Group.SHOP, ("Ctrl+Shift+O",), "send"),
    Do.IMPORT_ORDERS: ActionFacts(Group.SHOP, (), "file-spreadsheet"),
    Do.FACTS: ActionFacts(Group.SHOP, (), "info"),
    Do.LEARNED: ActionFacts(Group.SHOP, (), "tag"),
    Do.PROMISES: ActionFacts(Group.CONVERSATION, ("Shift+P",), "package-plus", when=When.CONVERSATION),
    Do.LONGEST: ActionFacts(Group.GO, ("G, W",), "clock-alert"),
    Do.REST: ActionFacts(Group.SHOP, (), "moon"),
    Do.GO_TODAY: ActionFacts(Group.GO, ("G, T",), "sun"),
    Do.ASSIGN: ActionFacts(Group.CONVERSATION, ("A",), "user-plus", when=When.CONVERSATION, many=True),
    Do.ASSIGN_ME: ActionFacts(Group.CONVERSATION, ("Shift+A",), "user", when=When.CONVERSATION, many=True),
    Do.JOIN_CUSTOMER: ActionFacts(Group.CONVERSATION, ("Ctrl+J",), "link", when=When.CONVERSATION),
    Do.BLOCK: ActionFacts(Group.CONVERSATION, ("Shift+B",), "ban", when=When.CONVERSATION),
    Do.GO_CASES: ActionFacts(Group.GO, ("G, C",), "package-search"),
    Do.GO_ORDERS: ActionFacts(Group.GO, ("G, O",), "truck"),
    Do.NEW_CASE: ActionFacts(Group.CONVERSATION, ("C",), "plus", when=When.CONVERSATION),
    Do.MOVE_CASE: ActionFacts(Group.SHOP, ("M",), "square-kanban"),
    Do.LINK_CASE: ActionFacts(Group.CONVERSATION, ("Shift+C",), "link", when=When.CONVERSATION),
    Do.PAYMENTS: ActionFacts(Group.SHOP, (), "hand-coins"),
    Do.GO_CUSTOMERS: ActionFacts(Group.GO, ("G, U",), "users"),
    Do.GO_TEMPLATES: ActionFacts(Group.GO, ("G, P",), "notebook-text"),
    Do.GO_REPORTS: ActionFacts(Group.GO, ("G, R",), "chart-column"),
    Do.NEW_TEMPLATE: ActionFacts(Group.SHOP, (), "plus"),
    Do.TEMPLATE_OF_REPLY: ActionFacts(Group.CONVERSATION, (), "bookmark-plus", when=When.CONVERSATION),
    Do.SAVE_TEMPLATE: ActionFacts(Group.SHOP, ("Ctrl+S",), "check"),
}


_TITLES: Mapping[Do, object] = {
    Do.NEXT: QT_TRANSLATE_NOOP("Actions", "Next conversation"),
    Do.PREVIOUS: QT_TRANSLATE_NOOP("Actions", "Previous conversation"),
    Do.SEARCH: QT_TRANSLATE_NOOP("Actions", "Search"),
    Do.TAB_1: QT_TRANSLATE_NOOP("Actions", "Go to Needs reply"),
    Do.TAB_2: QT_TRANSLATE_NOOP("Actions", "Go to Waiting"),
    Do.TAB_3: QT_TRANSLATE_NOOP("Actions", "Go to Snoozed"),
    Do.TAB_4: QT_TRANSLATE_NOOP("Actions", "Go to Done"),
    Do.TAB_5: QT_TRANSLATE_NOOP("Actions", "Go to Notices"),
    Do.BACK: QT_TRANSLATE_NOOP("Actions", "Back"),
    Do.NEXT_PANE: QT_TRANSLATE_NOOP("Actions", "Next pane"),
    Do.PREVIOUS_PANE: QT_TRANSLATE_NOOP("Actions", "Previous pane"),
    Do.DONE: QT_TRANSLATE_NOOP("Actions", "Mark done"),
    Do.REOPEN: QT_TRANSLATE_NOOP("Actions", "Back to Needs reply"),
    Do.SNOOZE: QT_TRANSLATE_NOOP("Actions", "Snooze"),
    Do.UNREAD: QT_TRANSLATE_NOOP("Actions", "Mark unread"),
    Do.UNDO: QT_TRANSLATE_NOOP("Actions", "Undo"),
    Do.UNFOLD: QT_TRANSLATE_NOOP("Actions", "Unfold earlier messages"),
    Do.ORIGINAL: QT_TRANSLATE_NOOP("Actions", "Show the original mail"),
    Do.PANEL: QT_TRANSLATE_NOOP("Actions", "Customer panel"),
    Do.DENSITY: QT_TRANSLATE_NOOP("Actions", "Compact list"),
    Do.LARGER: QT_TRANSLATE_NOOP("Actions", "Larger text"),
    Do.SMALLER: QT_TRANSLATE_NOOP("Actions", "Smaller text"),
    Do.USUAL_SIZE: QT_TRANSLATE_NOOP("Actions", "Usual text size"),
    Do.SETTINGS: QT_TRANSLATE_NOOP("Actions", "Settings"),
    Do.PALETTE: QT_TRANSLATE_NOOP("Actions", "Commands, customers, orders"),
    Do.ALL_KEYS: QT_TRANSLATE_NOOP("Actions", "All keys"),
    Do.UNTIL_REPLY: QT_TRANSLATE_NOOP("Actions", "Snooze until the customer replies"),
    Do.GO_INBOX: QT_TRANSLATE_NOOP("Actions", "Go to Inbox"),
    Do.SELECT: QT_TRANSLATE_NOOP("Actions", "Select"),
    Do.SELECT_NEXT: QT_TRANSLATE_NOOP("Actions", "Extend the selection down"),
    Do.SELECT_PREVIOUS: QT_TRANSLATE_NOOP("Actions", "Extend the selection up"),
    Do.SELECT_ALL: QT_TRANSLATE_NOOP("Actions", "Select all in this list"),
    Do.FILTER: QT_TRANSLATE_NOOP("Actions", "Filter the list"),
    Do.SET_ASIDE: QT_TRANSLATE_NOOP("Actions", "Mails that could not be read"),
    Do.ADD_MAILBOX: QT_TRANSLATE_NOOP("Actions", "Add mailbox"),
    Do.REPLY: QT_TRANSLATE_NOOP("Actions", "Reply"),
    Do.REPLY_ALL: QT_TRANSLATE_NOOP("Actions", "Reply to all"),
    Do.FORWARD: QT_TRANSLATE_NOOP("Actions", "Forward"),
    Do.NOTE: QT_TRANSLATE_NOOP("Actions", "Internal note"),
    Do.NEW_MAIL: QT_TRANSLATE_NOOP("Actions", "New mail"),
    Do.OUTBOX: QT_TRANSLATE_NOOP("Actions", "Outbox"),
    Do.FIND: QT_TRANSLATE_NOOP("Actions", "Find in this conversation"),
    Do.LOAD_IMAGES: QT_TRANSLATE_NOOP("Actions", "Load remote images"),
    Do.SOURCE: QT_TRANSLATE_NOOP("Actions", "View source"),
    Do.MERGE: QT_TRANSLATE_NOOP("Actions", "Merge conversations…"),
    Do.WHY: QT_TRANSLATE_NOOP("Actions", "Why is it due then?"),
    Do.TOPIC: QT_TRANSLATE_NOOP("Actions", "What is it about?"),
    Do.HEALTH: QT_TRANSLATE_NOOP("Actions", "Mailboxes and sync"),
    Do.LOG_FOLDER: QT_TRANSLATE_NOOP("Actions", "Show the log folder"),
    Do.IMPORT_ORDERS: QT_TRANSLATE_NOOP("Actions", "Import orders…"),
    Do.FACTS: QT_TRANSLATE_NOOP("Actions", "Today’s facts…"),
    Do.LEARNED: QT_TRANSLATE_NOOP("Actions", "What Shopdesk has learned…"),
    Do.PROMISES: QT_TRANSLATE_NOOP("Actions", "What was promised?"),
    Do.LONGEST: QT_TRANSLATE_NOOP("Actions", "Open who waits longest"),
    Do.REST: QT_TRANSLATE_NOOP("Actions", "Do not disturb…"),
    Do.GO_TODAY: QT_TRANSLATE_NOOP("Actions", "Go to Today"),
    Do.ASSIGN: QT_TRANSLATE_NOOP("Actions", "Assign…"),
    Do.ASSIGN_ME: QT_TRANSLATE_NOOP("Actions", "Assign to me"),
    Do.JOIN_CUSTOMER: QT_TRANSLATE_NOOP("Actions", "Join the customer with…"),
    Do.BLOCK: QT_TRANSLATE_NOOP("Actions", "Block the sender…"),
    Do.GO_CASES: QT_TRANSLATE_NOOP("Actions", "Go to Cases"),
    Do.GO_ORDERS: QT_TRANSLATE_NOOP("Actions", "Go to Parcels to watch"),
    Do.NEW_CASE: QT_TRANSLATE_NOOP("Actions", "New case"),
    Do.MOVE_CASE: QT_TRANSLATE_NOOP("Actions", "Move the case"),
    Do.LINK_CASE: QT_TRANSLATE_NOOP("Actions", "Link with a case…"),
    Do.PAYMENTS: QT_TRANSLATE_NOOP("Actions", "Compensation ledger"),
    Do.GO_CUSTOMERS: QT_TRANSLATE_NOOP("Actions", "Go to Customers"),
    Do.GO_TEMPLATES: QT_TRANSLATE_NOOP("Actions", "Go to Templates"),
    Do.GO_REPORTS: QT_TRANSLATE_NOOP("Actions", "Go to Reports"),
    Do.NEW_TEMPLATE: QT_TRANSLATE_NOOP("Actions", "New template"),
    Do.TEMPLATE_OF_REPLY: QT_TRANSLATE_NOOP("Actions", "Save the reply as a template"),
    Do.SAVE_TEMPLATE: QT_TRANSLATE_NOOP("Actions", "Save the template"),
}
"""What the actions are called in menus and in the sheet of keys, in English."""


def action_text(do: Do, speak: Callable[[str, str], str] = translate) -> str:
    """What an action is called in menus and in the sheet of keys; in English with another way to `speak`."""
    return speak("Actions", str(_TITLES[do]))


def shown_keys(do: Do) -> str:
    """The keys of an action as this system writes them; empty when it has none."""
    keys = ACTIONS[do].keys
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def action_tip(do: Do) -> str:
    """The tool tip of a button that does this: what it is called, and its keys."""
    keys = shown_keys(do)
    return f"{action_text(do)} ({keys})" if keys else action_text(do)


class Actions:
    """The table as Qt actions of one window; they have words once `retranslate` was called, icons after `dress`."""

    def __init__(self, owner: QWidget, theme: Theme) -> None:
        self._theme = theme
        self._actions = {do: self._made(owner, facts) for do, facts in ACTIONS.items()}

    def __getitem__(self, do: Do) -> QAction:
        return self._actions[do]

    @staticmethod
    def for_many() -> list[Do]:
        """What the bar of selected conversations offers, in its order, as far as it exists."""
        bar = ("DONE", "SNOOZE", "UNREAD", "MERGE")
        return [Do[name] for name in bar if name in Do.__members__ and ACTIONS[Do[name]].many]

    def retranslate(self) -> None:
        """Name everything in the present language."""
        for do, action in self._actions.items():
            action.setText(action_text(do))
            action.setToolTip(action_tip(do))

    def dress(self) -> None:
        """Give them the icons that menus show: nobody sees one before the first paint."""
        for do, facts in ACTIONS.items():
            if facts.icon:
                self._actions[do].setIcon(self._theme.icon(facts.icon))

    def _made(self, owner: QWidget, facts: ActionFacts) -> QAction:
        action = QAction(owner)
        # Signs that some keyboards have above a digit come with Shift on systems that do not look behind it.
        shifted = [f"Shift+{keys}" for keys in facts.keys if keys in _SIGNS]
        action.setShortcuts([QKeySequence(keys) for keys in (*facts.keys, *shifted)])
        action.setAutoRepeat(facts.repeats)
        owner.addAction(action)
        return action
