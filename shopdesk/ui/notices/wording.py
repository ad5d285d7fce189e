"""What a notice says."""

from collections.abc import Sequence

from shopdesk.domain.conversation import Conversation
from shopdesk.ui.words import counted, translate

LONGEST = 120
_NAMED = 3
_PLAIN = str.maketrans({"<": "‹", ">": "›"})


def notice_words(new: Sequence[Conversation], *, hide_content: bool) -> tuple[str, str]:
    """Title and text of a notice about conversations, the newest first; nothing of the mail when it is to be hidden."""
    many = translate("Notices", "%1 new messages need a reply")
    count = counted(len(new), translate("Notices", "A new message needs a reply"), many)
    if hide_content:
        return count, translate("Notices", "Open Shopdesk to read.")
    if len(new) == 1:
        row = new[0]
        return _plain(_name(row)), _plain(row.subject) or count
    comma = translate("Notices", ", ", "between names")
    names = comma.join(dict.fromkeys(_plain(_name(row)) for row in new[:_NAMED]))
    return count, names if len(new) <= _NAMED else f"{names} …"


def _name(row: Conversation) -> str:
    return row.customer_name or row.customer_email


def _plain(text: str) -> str:
    """One short line; some systems take a notice for HTML, and a stranger wrote this."""
    line = " ".join(text.split()).translate(_PLAIN)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
