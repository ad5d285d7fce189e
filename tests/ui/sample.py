"""A small shop for pictures and tests: the people of the design's drawings."""

# ruff: noqa: E501 - one conversation a line reads best

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QPolygonF

from shopdesk.domain.conversation import Conversation, ConversationState, Lane
from shopdesk.domain.ids import ConversationId, MailboxId, MessageId
from shopdesk.domain.mailbox import Health, Mailbox, MailboxState, Security, Server
from shopdesk.domain.message import Address, Attachment, Direction, Mail, Message
from tests.ui.fakes import FakeDesk

NOW = datetime(2026, 11, 18, 9, 24, tzinfo=UTC)
SHOP = Address("Linenhaus", "hello@linenhaus.example")


@dataclass(frozen=True)
class Line:
    """One conversation of the sample in a few words."""

    name: str
    email: str
    market: str
    subject: str
    snippet: str
    waited: timedelta
    messages: int = 1
    unread: int = 0
    files: bool = False


def _hours(hours: int, minutes: int = 0) -> timedelta:
    return timedelta(hours=hours, minutes=minutes)


ENGLISH = (
    Line("Anna Schmidt", "anna@example.de", "amazon", "Parcel arrived damaged",
         "The lamp shade is cracked on one side, see the photos", _hours(24, 35), 5, 1, True),
    Line("Marco Rossi", "marco@example.it", "ebay", "Wrong size sent — order 27-11894",
         "Buongiorno, I ordered M but the label says S", _hours(24, 12), 2, 1),
    Line("Emily Chen", "emily@example.com", "shop", "Can I change the delivery address?",
         "I am moving on Friday, is it still possible to change it?", _hours(22, 55), 1, 1),
    Line("Jonas Weber", "jonas@example.de", "amazon", "Invoice with VAT number",
         "Please send me an invoice with our VAT number", _hours(22, 20), 1, 1),
    Line("Sophie Laurent", "sophie@example.fr", "etsy", "Re: Engraving on the bracelet",
         "Perfect, thank you! Then please engrave “Marie”", _hours(20, 50), 4),
    Line("Daniel Novak", "daniel@example.cz", "amazon", "Where is my order?",
         "Tracking has not moved since Monday. Is it lost?", _hours(19, 40), 2),
    Line("Priya Sharma", "priya@example.in", "", "Bulk order for our café",
         "Hello, we would like 40 of the stoneware mugs in grey", _hours(19)),
    Line("Lars Nilsson", "lars@example.se", "ebay", "Refund still missing",
         "You wrote that the refund was issued last week", _hours(18), 6),
    Line("Camille Dubois", "camille@example.fr", "etsy", "Do you ship to Corsica?",
         "Bonjour, livrez-vous en Corse avant Noël ?", _hours(6)),
    Line("Tomás Silva", "tomas@example.pt", "shop", "Two lamps, one parcel?",
         "Can you put both orders into one parcel?", _hours(3)),
)
CHINESE = (
    Line("王芳", "wangfang@example.cn", "shop", "包裹破损，灯罩有裂纹", "灯罩一侧裂开了，附上两张照片，请看一下", _hours(24, 35), 5, 1, True),
    Line("李伟", "liwei@example.cn", "taobao", "尺码发错了 — 订单 27-11894", "我订的是 M 码，但收到的标签是 S 码", _hours(24, 12), 2, 1),
    Line("陈思雨", "chensiyu@example.cn", "shop", "可以修改收货地址吗？", "我周五搬家，现在还能改到新地址吗？", _hours(22, 55), 1, 1),
    Line("Jonas Weber", "jonas@example.de", "amazon", "Rechnung mit USt-IdNr.", "Bitte senden Sie mir eine Rechnung mit unserer Nummer", _hours(22, 20), 1, 1),
    Line("赵敏", "zhaomin@example.cn", "taobao", "回复：手链刻字", "好的，谢谢！那就按之前说的刻“平安喜乐”。", _hours(20, 50), 4),
    Line("Daniel Novak", "daniel@example.cz", "amazon", "Where is my order?", "Tracking has not moved since Monday. Is it lost?", _hours(19, 40), 2),
    Line("孙丽", "sunli@example.cn", "", "咖啡馆批量采购", "您好，我们想订 40 个粗陶杯，请问有折扣吗？", _hours(19)),
    Line("周杰", "zhoujie@example.cn", "taobao", "退款还没收到", "上周说已经退款，但我一直没有看到到账。", _hours(18), 6),
    Line("Camille Dubois", "camille@example.fr", "etsy", "Do you ship to Corsica?", "Bonjour, livrez-vous en Corse avant Noël ?", _hours(6)),
)


def sample_desk(language: str = "en") -> FakeDesk:
    """The sample shop: people waiting, five waiting for the customer, three snoozed, a few done, two notices."""
    desk = FakeDesk()
    lines = CHINESE if language.startswith("zh") else ENGLISH
    for number, line in enumerate(lines, start=1):
        desk.all_rows[number] = _row(number, line)
    for number in range(101, 106):
        waiting = _row(number, lines[number % len(lines)])
        desk.all_rows[number] = _changed(waiting, ConversationState.WAITING)
    for number in range(111, 114):
        desk.all_rows[number] = _changed(_row(number, lines[number % len(lines)]), ConversationState.SNOOZED)
    for number, subject in ((121, "Invoice for August order"), (122, "Which bulb fits?"), (123, "Delivery to a neighbour")):
        row = _row(number, lines[0])
        desk.all_rows[number] = _changed(row, ConversationState.DONE, subject)
    desk.messages[1] = messages(language)
    for file in range(2):
        desk.files[(1_005, file)] = lamp(file)
    desk.mailbox_health = [health(1, "hello@linenhaus.example")]
    return desk


def health(number: int, address: str, state: MailboxState = MailboxState.READY, problem: str = "") -> Health:
    """How a mailbox fares."""
    server = Server("imap.example.org", 993, Security.TLS)
    mailbox = Mailbox(MailboxId(number), address, server, None, address)
    return Health(mailbox, state, last_success=NOW - timedelta(minutes=1), problem=problem)


def _row(number: int, line: Line) -> Conversation:
    at = NOW - line.waited
    return Conversation(
        id=ConversationId(number),
        state=ConversationState.NEEDS_REPLY,
        subject=line.subject,
        customer_name=line.name,
        customer_email=line.email,
        mailbox_id=MailboxId(1),
        last_at=at,
        waiting_since=at,
        messages=line.messages,
        unread=line.unread,
        snippet=line.snippet,
        has_attachments=line.files,
        market=line.market,
        order_numbers=("304-8812047",) if number == 1 else (),
    )


def _changed(row: Conversation, state: ConversationState, subject: str = "") -> Conversation:
    from dataclasses import replace

    until = NOW + timedelta(hours=20) if state is ConversationState.SNOOZED else None
    return replace(
        row, state=state, subject=subject or row.subject, snoozed_until=until, waiting_since=None, unread=0,
        last_at=row.last_at - timedelta(days=3), lane=Lane.PEOPLE,
    )


def message(
    number: int,
    sender: Address,
    text: str,
    at: datetime,
    *,
    direction: Direction = Direction.INCOMING,
    html: str = "",
    own: str = "",
    html_own: str = "",
    attachments: tuple[Attachment, ...] = (),
    remote_images: int = 0,
) -> Message:
    """A message of the first conversation."""
    mail = Mail(
        message_id=f"<{number}@example.org>",
        subject="Parcel arrived damaged",
        sender=sender,
        sent_at=at,
        text=text,
        own_words=own or text,
        html=html,
        attachments=attachments,
        remote_images=remote_images,
    )
    return Message(MessageId(number), ConversationId(1), direction, mail, at, fold=lambda _: html_own)


def messages(language: str) -> tuple[Message, ...]:
    """Six messages: three older ones, our answer, the complaint with two photos, a note."""
    chinese = language.startswith("zh")
    anna = Address("王芳", "wangfang@example.cn") if chinese else Address("Anna Schmidt", "anna@example.de")
    kai = Address("小凯", "kai@linenhaus.example") if chinese else Address("Kai Berg", "kai@linenhaus.example")
    old = "这是一条较早的消息。" if chinese else "This is an earlier message."
    ours = (
        "您好，台灯今天已从仓库发出，预计明天送达，可在账户中查看物流。" if chinese
        else "Hi Anna, your lamp left our warehouse today. You can follow it with the link in your account — it should be with you tomorrow."
    )
    html = (
        "<p>您好，包裹今天早上到了，但是<b>灯罩一侧裂开了</b>。附上两张照片。可以补发一个新灯罩，或者退一部分款吗？我周六要用。</p>"
        if chinese else
        "<p>Hello, the parcel came this morning but the lamp shade is <b>cracked on one side</b>. I have attached two photos. Could you send a new shade, or refund part of the price? I need it for Saturday.</p>"
    )
    quoted = f"{html}<blockquote><p>{ours}</p></blockquote>"
    note = "灯罩有库存（14 个）。先提出免费补发，比退货划算。" if chinese else "Shade is in stock (14). Offer a free replacement first, it is cheaper than a return."
    photos = tuple(
        Attachment(n, f"IMG_{2041 + n}.jpg", "image/jpeg", 1_400_000) for n in range(2)
    )
    return (
        message(1_001, anna, old, NOW - timedelta(days=6)),
        message(1_002, SHOP, old, NOW - timedelta(days=5), direction=Direction.OUTGOING),
        message(1_003, anna, old, NOW - timedelta(days=3)),
        message(1_004, SHOP, ours, NOW - timedelta(hours=17), direction=Direction.OUTGOING),
        message(1_005, anna, "Hello, the parcel came this morning …\n> quoted", NOW - timedelta(minutes=10),
                html=quoted, html_own=html, attachments=photos),
        message(1_006, kai, note, NOW - timedelta(minutes=2), direction=Direction.NOTE),
    )


def lamp(kind: int) -> bytes:
    """A photo of a lamp with a crack, as PNG bytes."""
    tones = (("#D2B48C", "#B08D5E"), ("#C9D2CA", "#93A598"))[kind]
    image = QImage(660, 480, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shade = QLinearGradient(0, 0, 660, 480)
    shade.setColorAt(0, QColor(tones[0]))
    shade.setColorAt(1, QColor(tones[1]))
    painter.fillRect(image.rect(), shade)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#F5E9DA"))
    painter.drawPolygon(QPolygonF([QPointF(230, 120), QPointF(430, 120), QPointF(510, 320), QPointF(150, 320)]))
    painter.fillRect(310, 320, 40, 110, QColor("#6B4F34"))
    painter.setPen(QPen(QColor("#4A3320"), 9))
    painter.drawPolyline([QPointF(400, 130), QPointF(380, 200), QPointF(410, 240), QPointF(390, 310)])
    painter.end()
    buffer, content = QBuffer(), QByteArray()
    buffer.setBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content.data())
