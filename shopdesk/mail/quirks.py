"""What is odd about which provider: all of it data, chosen by host and by capability."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from shopdesk.domain.outbox import FilesSent

DEFAULT_BATCH = 500


@dataclass(frozen=True, slots=True)
class Quirks:
    """How one server wants to be treated; the default is a server without oddities."""

    provider: str = ""
    """Short name for logs and for the sentences about sign-in; empty when unknown."""
    needs_id: bool = False
    """Refuses SELECT until ID was sent, whether it lists the capability or not."""
    no_qresync: bool = False
    """Lists QRESYNC and does not keep to it."""
    max_batch: int = DEFAULT_BATCH
    """Most messages that one command may name."""
    select_instead_of_examine: bool = False
    """Keeps no numbers of mails that it was only examined with."""
    local_part_first: frozenset[str] = frozenset()
    """Mail domains whose users sign in with the part before the @; the full address is the second try."""
    ampersand_as_literal: bool = False
    """Refuses quoted folder names with an ampersand."""
    not_mail: frozenset[str] = frozenset()
    """Folders (casefolded) that hold no mail: calendars, contacts, protocols."""
    files_sent: FilesSent = FilesSent.NEVER
    """Whether SMTP puts a copy into Sent."""


_EXCHANGE_FOLDERS = frozenset({
    "calendar", "contacts", "tasks", "journal", "notes", "sync issues", "conversation history", "rss feeds",
    "rss subscriptions", "outbox", "kalender", "kontakte", "aufgaben", "notizen", "postausgang",
    "synchronisierungsprobleme",
    "calendrier", "contactos", "calendario", "日历", "联系人", "任务", "日记", "便笺", "发件箱", "同步问题",
})  # fmt: skip

_MAY_FILE = Quirks(files_sent=FilesSent.MAYBE)
_BY_HOST: tuple[tuple[tuple[str, ...], Quirks], ...] = (
    (("gmail.com", "googlemail.com"), Quirks("gmail", files_sent=FilesSent.ALWAYS)),
    (
        ("outlook.com", "office365.com", "hotmail.com", "partner.outlook.cn"),
        Quirks(
            "microsoft",
            ampersand_as_literal=True,
            not_mail=_EXCHANGE_FOLDERS,
            max_batch=200,
            files_sent=FilesSent.ALWAYS,
        ),
    ),
    (
        ("mail.yahoo.com", "mail.yahoo.co.jp", "imap.aol.com"),
        Quirks("yahoo", max_batch=200, files_sent=FilesSent.MAYBE),
    ),
    (
        ("mail.me.com", "icloud.com"),
        Quirks("icloud", no_qresync=True, local_part_first=frozenset({"icloud.com", "me.com", "mac.com"})),
    ),
    (("qq.com", "foxmail.com"), Quirks("qq", max_batch=100, files_sent=FilesSent.MAYBE)),
    (
        ("163.com", "126.com", "yeah.net", "188.com"),
        Quirks("netease", needs_id=True, max_batch=100, files_sent=FilesSent.MAYBE),
    ),
    (("yandex.com", "yandex.ru"), Quirks("yandex", files_sent=FilesSent.MAYBE)),
    (("web.de",), Quirks("web.de", local_part_first=frozenset({"web.de"}), files_sent=FilesSent.MAYBE)),
    (("zoho.com", "zoho.eu", "zoho.in", "zoho.com.au", "zoho.jp", "zoho.com.cn", "zohocloud.ca"), _MAY_FILE),
    (("aliyun.com", "mxhichina.com", "gmx.net", "gmx.com", "t-online.de"), _MAY_FILE),
    (("mail.ru", "naver.com", "seznam.cz"), _MAY_FILE),
)


def quirks_of(host: str, capabilities: Collection[str] = ()) -> Quirks:
    """How to treat the server at `host`; the capabilities (upper case, after sign-in) may say more than its name."""
    name = host.casefold().rstrip(".")
    found = next((quirks for ends, quirks in _BY_HOST if any(_is_under(name, end) for end in ends)), Quirks())
    if "X-CM-EXT-1" in capabilities:  # Coremail: NetEase and its customers' own domains
        found = replace(found, needs_id=True)
    if "XAPPLELITERAL" in capabilities:  # iCloud behind another name
        found = replace(found, no_qresync=True)
    if "ACL2=UNION" in capabilities:  # Courier
        found = replace(found, select_instead_of_examine=True)
    if "X-GM-EXT-1" in capabilities:
        found = replace(found, files_sent=FilesSent.ALWAYS)
    return replace(found, max_batch=min(found.max_batch, _message_limit(capabilities)))


def _is_under(name: str, end: str) -> bool:
    return name == end or name.endswith("." + end)


def _message_limit(capabilities: Collection[str]) -> int:
    """MESSAGELIMIT=n (RFC 9738), or the default."""
    for capability in capabilities:
        key, _, value = capability.partition("=")
        if key == "MESSAGELIMIT" and value.isascii() and value.isdigit() and int(value[:9]) > 0:
            return int(value[:9])
    return DEFAULT_BATCH
