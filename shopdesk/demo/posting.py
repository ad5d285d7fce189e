"""How real providers take mails, from what was seen of them: data for the sink, and the copies that they file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from shopdesk.demo.behaviour import Behaviour, Quirk
from shopdesk.demo.imap_folder import FolderPlan
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.presets import FULL, GMAIL, ICLOUD, MICROSOFT, NETEASE, QQ, YAHOO, YANDEX
from shopdesk.demo.smtp_sink import Accepted, SinkBehaviour

_MEGA = 1 << 20
_PASSWORD = ("LOGIN", "PLAIN")
_EITHER = ("LOGIN", "PLAIN", "XOAUTH2")


@dataclass(frozen=True)
class Posting:
    """One provider's way with mails that leave, and the IMAP server beside it."""

    imap: Behaviour
    files_copy: bool = False
    """Its SMTP puts a copy into Sent, a moment after it took the mail."""
    new_id: str = ""
    """The domain of the Message-ID that it gives every mail instead of ours; empty where ours stays."""
    id_kept_in: str = ""
    """The header in which ours is kept then."""
    forces_sender: bool = False
    """Puts the account's address into From whatever stood there, instead of refusing another one."""
    foreign_sender: str = "553 5.7.1 Sender address rejected: not owned by the account"
    too_many: str = "450 4.2.1 too many messages, try again later"
    mechanisms: tuple[str, ...] = _PASSWORD
    size_limit: int = 50 * _MEGA

    def sink(self, address: str) -> SinkBehaviour:
        """How its SMTP server answers the account of this address."""
        return SinkBehaviour(
            size_limit=self.size_limit,
            mechanisms=self.mechanisms,
            own_sender="" if self.forces_sender else address,
            foreign_sender=self.foreign_sender,
        )


@dataclass
class Outlet:
    """Files the copies of one account; a copy lies in Sent when `arrive` is called."""

    posting: Posting
    store: MailStore
    user: str
    address: str
    left: list[bytes] = field(default_factory=list)
    """Every mail as it goes out into the world."""
    _waiting: list[bytes] = field(default_factory=list)

    def take(self, mail: Accepted) -> None:
        """A mail was accepted."""
        raw = self._rewritten(mail.raw)
        self.left.append(raw)
        if self.posting.files_copy:
            self._waiting.append(raw)

    def arrive(self) -> None:
        """The moment is over that the provider needs for its copies."""
        while self._waiting:
            self.store.deliver(self.user, self.sent_folder, self._waiting.pop(0), ("\\Seen",))

    @property
    def sent_folder(self) -> str:
        """Where this provider keeps what was sent."""
        plans = self.posting.imap.folders
        marked = [plan.name for plan in plans if "\\Sent" in plan.attributes]
        return marked[0] if marked else next(plan.name for plan in plans if plan.name in _SENT_NAMES)

    def _rewritten(self, raw: bytes) -> bytes:
        posting = self.posting
        head, gap, body = raw.partition(b"\r\n\r\n")
        if posting.new_id:
            found = re.search(rb"(?im)^Message-ID:\s*(<[^>]+>)", head)
            ours = found[1] if found else b""
            new = b"<%s%d@%s>" % (ours[1:9], len(self.left), posting.new_id.encode())
            head = head.replace(ours, new, 1) + b"\r\n%s: %s" % (posting.id_kept_in.encode(), ours)
        if posting.forces_sender:
            pattern = rb"(?im)^(From:.*?<)[^>]+>"
            head = re.sub(pattern, lambda found: found[1] + self.address.encode() + b">", head, count=1)
        return head + gap + body


_SENT_NAMES = frozenset({"Sent", "Sent Messages", "Gesendet", "INBOX.Sent"})


def _named(sent: str, *more: str, marked: bool = True) -> Behaviour:
    """A full server whose folder of sent mails has this name."""
    others = [plan for plan in FULL.folders if "\\Sent" not in plan.attributes]
    here = FolderPlan(sent, ("\\Sent",) if marked else ())
    quirks = FULL.quirks if marked else FULL.quirks | {Quirk.NO_SPECIAL_USE_MARKS}
    without = ("SPECIAL-USE", "CREATE-SPECIAL-USE") if not marked else ()
    kept = tuple(word for word in FULL.capabilities if word not in (*more, *without))
    return replace(FULL, folders=(here, *others), quirks=quirks, capabilities=kept)


_FULL_SENT = _named("Sent")
_COREMAIL_SENDER = "553 Mail from must equal authorized user"
_COREMAIL_TOO_MANY = "451 RP:TRC too many mails from this address"

POSTINGS: dict[str, Posting] = {
    "gmail": Posting(
        GMAIL, files_copy=True, forces_sender=True, too_many="550 5.4.5 Daily user sending limit exceeded",
        mechanisms=_EITHER, size_limit=35_882_577,
    ),
    "outlook": Posting(
        MICROSOFT, files_copy=True, new_id="AM6PR03MB5170.eurprd03.prod.outlook.com",
        id_kept_in="X-Microsoft-Original-Message-ID", mechanisms=("LOGIN", "XOAUTH2"), size_limit=37_748_736,
        foreign_sender="550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        too_many="432 4.3.2 Concurrent connections limit exceeded",
    ),
    "microsoft365": Posting(
        MICROSOFT, files_copy=True, mechanisms=("LOGIN", "XOAUTH2"), size_limit=157_286_400,
        foreign_sender="550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        too_many="432 4.3.2 Concurrent connections limit exceeded",
    ),
    "yahoo": Posting(
        YAHOO, files_copy=True, size_limit=41_697_280, too_many="421 4.7.0 [TSS04] Messages temporarily deferred",
        foreign_sender="550 Request failed; Mailbox unavailable: From header sender not authorized",
    ),
    "icloud": Posting(
        ICLOUD, size_limit=28_311_552, foreign_sender='550 5.7.0 From address is not one of your addresses',
        too_many="450 4.7.0 Daily message limit exceeded",
    ),
    "qq": Posting(
        QQ, files_copy=True, size_limit=73_400_320, mechanisms=_EITHER,
        foreign_sender="501 Mail from address must be same as authorization user.",
        too_many="550 Connection frequency limited",
    ),
    "netease": Posting(
        NETEASE, size_limit=73_400_320, foreign_sender=_COREMAIL_SENDER, too_many=_COREMAIL_TOO_MANY
    ),
    "aliyun": Posting(_named("已发送"), foreign_sender="553 Mail from must equal authorized user"),
    "zoho": Posting(_FULL_SENT, files_copy=True, foreign_sender="553 Relaying disallowed as other@shop.example"),
    "fastmail": Posting(
        _FULL_SENT, size_limit=73_400_320, foreign_sender="551 5.7.1 Not authorised to send from this header address"
    ),
    "gmx": Posting(_named("Gesendet", "SPECIAL-USE"), foreign_sender="550 5.7.1 Sender address is not allowed"),
    "t-online": Posting(
        replace(_named("INBOX.Sent", marked=False), separator=".", prefix="INBOX."),
        foreign_sender="550 5.7.0 Sender address rejected",
    ),
    "mail.ru": Posting(_named("Отправленные"), files_copy=True, foreign_sender="550 not local sender over smtp"),
    "yandex": Posting(YANDEX, foreign_sender="553 5.7.1 Sender address rejected: not owned by auth user."),
    "naver": Posting(_named("Sent Messages", marked=False), files_copy=True),
    "seznam": Posting(_named("sent", "SPECIAL-USE")),
    "proton": Posting(_FULL_SENT),  # its Bridge files a copy, and lets one that is appended be the same mail
}  # fmt: skip
"""By the keys of the presets, several of which go one way (see `posting_of`)."""

_AS = {
    "aol": "yahoo", "exmail": "qq", "netease-qiye": "netease", "alimail": "aliyun", "web.de": "gmx", "gmx.com": "gmx",
}  # fmt: skip


def posting_of(preset: str) -> Posting:
    """The way of a provider, by the key of its preset."""
    known = "zoho" if preset.startswith("zoho") else _AS.get(preset, preset)
    return POSTINGS[known]
