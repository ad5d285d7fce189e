"""What a person may ask of a message; cards say it, the window carries it out."""

from dataclasses import dataclass
from enum import Enum

from shopdesk.domain.message import Attachment, Message


class Want(Enum):
    """The thing to do."""

    OPEN_FILE = "open_file"
    SAVE_FILE = "save_file"
    DRAG_FILE = "drag_file"
    SAVE_ALL = "save_all"
    LOOK_AT = "look_at"
    FETCH_REST = "fetch_rest"
    BROWSER = "browser"
    SOURCE = "source"
    SAVE_MAIL = "save_mail"
    UNREAD_FROM = "unread_from"
    SPLIT = "split"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing to do with a message, or with one of its files."""

    want: Want
    message: Message
    attachment: Attachment | None = None
