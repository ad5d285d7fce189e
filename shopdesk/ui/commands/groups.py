"""What the groups of actions are called."""

from shopdesk.ui.actions import Group
from shopdesk.ui.words import translate


def group_text(group: Group) -> str:
    """The title of a menu and of a part of the sheet of keys."""
    return {
        Group.GO: translate("Actions", "Go"),
        Group.CONVERSATION: translate("Actions", "Conversation"),
        Group.LOOK: translate("Actions", "View"),
        Group.SHOP: translate("Actions", "Shop"),
        Group.PROGRAM: translate("Actions", "Shopdesk"),
    }[group]
