"""Behaviours of real providers, from what was seen of them; never more than a likeness."""

from __future__ import annotations

from shopdesk.demo.behaviour import Behaviour, Quirk
from shopdesk.demo.imap_folder import FolderPlan

_USUAL = (
    FolderPlan("Drafts", ("\\Drafts",)),
    FolderPlan("Sent", ("\\Sent",)),
    FolderPlan("Junk", ("\\Junk",)),
    FolderPlan("Trash", ("\\Trash",)),
    FolderPlan("Archive", ("\\Archive",)),
)
_TENCENT_AND_APPLE = (
    FolderPlan("Sent Messages"),
    FolderPlan("Drafts"),
    FolderPlan("Deleted Messages"),
    FolderPlan("Junk"),
)


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split())


FULL = Behaviour(
    capabilities=_words(
        "LITERAL+ SASL-IR LOGIN-REFERRALS ID ENABLE IDLE NAMESPACE CONDSTORE QRESYNC UIDPLUS MOVE "
        "SPECIAL-USE CREATE-SPECIAL-USE LIST-EXTENDED LIST-STATUS UNSELECT CHILDREN ESEARCH "
        "COMPRESS=DEFLATE AUTH=PLAIN AUTH=LOGIN AUTH=XOAUTH2 AUTH=OAUTHBEARER"
    ),
    folders=_USUAL,
    announces=True,
)
"""A modern server with everything, like Dovecot."""

PLAIN = Behaviour(capabilities=("AUTH=PLAIN",), folders=_USUAL, quirks=frozenset({Quirk.NO_SPECIAL_USE_MARKS}))
"""IMAP4rev1 and nothing else."""

DOTS = Behaviour(
    capabilities=_words("LITERAL+ ID ENABLE IDLE NAMESPACE CONDSTORE UIDPLUS UNSELECT AUTH=PLAIN"),
    folders=(
        FolderPlan("INBOX.Entwürfe"),
        FolderPlan("INBOX.Gesendet"),
        FolderPlan("INBOX.Papierkorb"),
        FolderPlan("INBOX.Spam"),
    ),
    separator=".",
    prefix="INBOX.",
)
"""Everything lies under INBOX with dots, German names, no special-use marks."""

GMAIL = Behaviour(
    capabilities=_words(
        "UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN X-GM-EXT-1 UIDPLUS COMPRESS=DEFLATE ENABLE "
        "MOVE CONDSTORE ESEARCH UTF8=ACCEPT LIST-EXTENDED LIST-STATUS LITERAL- SPECIAL-USE "
        "APPENDLIMIT=35651584"
    ),
    capabilities_before=_words(
        "UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN X-GM-EXT-1 SASL-IR AUTH=XOAUTH2 AUTH=PLAIN "
        "AUTH=PLAIN-CLIENTTOKEN AUTH=OAUTHBEARER"
    ),
    quirks=frozenset({Quirk.GMAIL_LABELS}),
    folders=(
        FolderPlan("[Gmail]", ("\\Noselect",)),
        FolderPlan("[Gmail]/All Mail", ("\\All",)),
        FolderPlan("[Gmail]/Drafts", ("\\Drafts",)),
        FolderPlan("[Gmail]/Important", ("\\Important",)),
        FolderPlan("[Gmail]/Sent Mail", ("\\Sent",)),
        FolderPlan("[Gmail]/Spam", ("\\Junk",)),
        FolderPlan("[Gmail]/Starred", ("\\Flagged",)),
        FolderPlan("[Gmail]/Trash", ("\\Trash",)),
    ),
    greeting="Gimap ready for requests",
    announces=True,
    max_connections=15,
)
"""Labels as folders, several copies of one mail, no QRESYNC."""

MICROSOFT = Behaviour(
    capabilities=_words("SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+"),
    capabilities_before=_words("SASL-IR AUTH=PLAIN AUTH=XOAUTH2 ID CHILDREN"),
    quirks=frozenset({Quirk.BRACKETED_SEARCH_REFUSED}),
    folders=(
        FolderPlan("Archive", ("\\Archive",)),
        FolderPlan("Deleted", ("\\Trash",)),
        FolderPlan("Drafts", ("\\Drafts",)),
        FolderPlan("Junk Email", ("\\Junk",)),
        FolderPlan("Sent Items", ("\\Sent",)),
    ),
    greeting="The Microsoft Exchange IMAP4 service is ready.",
)
"""Most capabilities appear only after sign-in; special-use marks without the capability; no CONDSTORE."""

YAHOO = Behaviour(
    capabilities=_words(
        "ID MOVE NAMESPACE ENABLE OBJECTID CONDSTORE QRESYNC UIDPLUS UNSELECT SPECIAL-USE MESSAGELIMIT=1000"
    ),
    capabilities_before=_words("AUTH=PLAIN AUTH=LOGIN AUTH=OAUTHBEARER SASL-IR ID"),
    quirks=frozenset({Quirk.PARTIAL_VIEW}),
    folders=(
        FolderPlan("Archive", ("\\Archive",)),
        FolderPlan("Bulk Mail", ("\\Junk",)),
        FolderPlan("Draft", ("\\Drafts",)),
        FolderPlan("Sent", ("\\Sent",)),
        FolderPlan("Trash", ("\\Trash",)),
    ),
    message_limit=1000,
)
"""At most 1,000 messages in a command, and only the newest 1,000 of a folder are shown; no IDLE."""

ICLOUD = Behaviour(
    capabilities=_words("CONDSTORE ENABLE QRESYNC UIDPLUS UNSELECT SORT ESEARCH IDLE LIST-STATUS NAMESPACE"),
    capabilities_before=_words("SASL-IR AUTH=PLAIN AUTH=ATOKEN"),
    quirks=frozenset({Quirk.EMPTY_RFC822, Quirk.SILENT_ENABLE, Quirk.NO_SPECIAL_USE_MARKS}),
    folders=_TENCENT_AND_APPLE,
)
"""RFC822 is empty, ENABLE says nothing, no MOVE and no special-use."""

QQ = Behaviour(
    capabilities=_words("ID IDLE UIDPLUS NAMESPACE AUTH=PLAIN AUTH=LOGIN AUTH=XOAUTH2"),
    quirks=frozenset(
        {
            Quirk.FALLING_RANGE_REFUSED,
            Quirk.SEARCH_TEXT_REFUSED,
            Quirk.SEARCH_RETURNS_ALL,
            Quirk.STRAY_BACKSLASH,
            Quirk.NO_SPECIAL_USE_MARKS,
        }
    ),
    folders=(*_TENCENT_AND_APPLE, FolderPlan("其他文件夹", ("\\Noselect",)), FolderPlan("其他文件夹/订单")),
    greeting="[CAPABILITY IMAP4 IMAP4rev1 ID AUTH=PLAIN AUTH=LOGIN NAMESPACE] XMIMAP4Server ready",
)
"""Refuses falling ranges and SEARCH TEXT, finds everything, breaks ENVELOPE."""

NETEASE = Behaviour(
    capabilities=_words("XLIST SPECIAL-USE ID LITERAL+ XAPPLEPUSHSERVICE UIDPLUS X-CM-EXT-1 AUTH=PLAIN"),
    quirks=frozenset({Quirk.ID_WALL, Quirk.SEARCH_CHARSET_REFUSED}),
    folders=(
        FolderPlan("草稿箱", ("\\Drafts",)),
        FolderPlan("已发送", ("\\Sent",)),
        FolderPlan("已删除", ("\\Trash",)),
        FolderPlan("垃圾邮件", ("\\Junk",)),
        FolderPlan("病毒文件夹"),
        FolderPlan("广告邮件"),
        FolderPlan("订阅邮件"),
    ),
    refused_folders=frozenset({"病毒文件夹"}),
    greeting="Coremail System IMap Server Ready(163com)",
)
"""Wants ID on every connection before SELECT; no IDLE, MOVE or CONDSTORE; one folder never opens."""

YANDEX = Behaviour(
    capabilities=_words(
        "CHILDREN UNSELECT LITERAL+ NAMESPACE XLIST UIDPLUS ENABLE ID IDLE MOVE AUTH=PLAIN AUTH=XOAUTH2"
    ),
    folders=(
        FolderPlan("Drafts", ("\\Drafts",)),
        FolderPlan("Spam", ("\\Junk",)),
        FolderPlan("Отправленные", ("\\Sent",)),
        FolderPlan("Trash", ("\\Trash",)),
    ),
    separator="|",
    greeting="Yandex IMAP4rev1 at demo ready to talk with you",
)
"""No CONDSTORE; folder levels are parted by ``|``."""

COURIER = Behaviour(
    capabilities=_words("UIDPLUS CHILDREN NAMESPACE SORT QUOTA IDLE ACL ACL2=UNION ENABLE UTF8=ACCEPT"),
    quirks=frozenset({Quirk.NO_SPECIAL_USE_MARKS, Quirk.NUMBERS_KEPT_BY_SELECT}),
    folders=tuple(FolderPlan(f"INBOX.{name}") for name in ("Drafts", "Junk", "Sent", "Trash")),
    separator=".",
    prefix="INBOX.",
    greeting="Courier-IMAP ready.",
    announces=True,
)
"""Of a folder that was never selected it keeps no numbers: each EXAMINE finds another UIDVALIDITY."""

PROVIDERS: dict[str, Behaviour] = {
    "full": FULL,
    "plain": PLAIN,
    "dots": DOTS,
    "gmail": GMAIL,
    "microsoft": MICROSOFT,
    "yahoo": YAHOO,
    "icloud": ICLOUD,
    "qq": QQ,
    "netease": NETEASE,
    "yandex": YANDEX,
    "courier": COURIER,
}
"""Every preset by name."""
