"""Bounces, automatic replies, lists and notices are told from people, also behind marketplaces and shop forms."""
# ruff: noqa: E501, ISC004 - samples of mail read better on one line

import pytest

from shopdesk.domain.message import MailKind
from shopdesk.mail.read_mime import read_mail

DSN = b"""From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: shop@example.com
Subject: Delivery Status Notification (Failure)
In-Reply-To: <sent-1@shop.example>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Your message wasn't delivered to jane@nowhere.example because the address couldn't be found.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.com

Final-Recipient: rfc822; jane@nowhere.example
Original-Recipient: rfc822; Jane@nowhere.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach
 does not exist.

--b
Content-Type: message/rfc822

Message-ID: <sent-1@shop.example>
Subject: Your order

Hello
--b--
"""
# ruff: noqa: E501, ISC004 - samples of mail read better on one line


def _mail(headers: str, body: str = "text") -> bytes:
    return f"{headers}\nContent-Type: text/plain; charset=utf-8\n\n{body}".encode()


def test_a_standard_bounce_names_receiver_mail_and_reason() -> None:
    mail = read_mail(DSN)
    assert mail.kind is MailKind.BOUNCE
    assert mail.bounce is not None
    assert mail.bounce.failed == ("Jane@nowhere.example",)
    assert mail.bounce.original_message_id == "<sent-1@shop.example>"
    assert mail.bounce.reason == "550-5.1.1 The email account that you tried to reach does not exist."


def test_a_bounce_that_returns_only_headers_names_the_mail() -> None:
    raw = DSN.replace(b"message/rfc822", b"text/rfc822-headers").replace(b"In-Reply-To: <sent-1@shop.example>\n", b"")
    bounce = read_mail(raw).bounce
    assert bounce is not None
    assert bounce.original_message_id == "<sent-1@shop.example>"


@pytest.mark.parametrize("action", [b"delayed", b"delivered", b"relayed"])
def test_a_delay_or_success_marks_no_mail_as_failed(action: bytes) -> None:
    mail = read_mail(DSN.replace(b"Action: failed", b"Action: " + action))
    assert (mail.kind, mail.bounce) == (MailKind.NOTICE, None)


BOUNCE_TEXTS = {
    "QQ": ("From: PostMaster <postmaster@qq.com>\nSubject: 来自qq.com的退信",
           "邮件发送失败\n收件人: jane@nowhere.example\n退信原因: 550 Mailbox not found\n", "jane@nowhere.example", "550 Mailbox not found"),
    "NetEase": ("From: Postmaster@163.com\nSubject: 系统退信/Systems bounce",
                "抱歉，您的邮件被退回。\n收件人：<jane@nowhere.example>\n退信原因：550 User not found: jane@nowhere.example\n", "jane@nowhere.example", "550 User not found"),
    "Exchange": ("From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@shop.example>\nSubject: Undeliverable: Your order",
                 "Your message to jane@nowhere.example couldn't be delivered.\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'\n",
                 "jane@nowhere.example", "550 5.1.10 RESOLVER"),
    "qmail": ("From: MAILER-DAEMON@shop.example\nReturn-Path: <>\nSubject: failure notice",
              "Hi. This is the qmail-send program.\n<jane@nowhere.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n--- Below\nMessage-ID: <sent-2@shop.example>\n",
              "jane@nowhere.example", ""),
    "Exim": ("From: Mail Delivery System <Mailer-Daemon@shop.example>\nX-Failed-Recipients: jane@nowhere.example\nSubject: Mail delivery failed: returning message to sender",
             "A message that you sent could not be delivered\n  jane@nowhere.example\n    550 No such user\n", "jane@nowhere.example", "550 No such user"),
    "German": ("From: Mailer-Daemon@web.de\nSubject: Unzustellbar: Ihre Bestellung", "an jane@nowhere.example\nGrund: Postfach voll\n", "jane@nowhere.example", "Postfach voll"),
    "null path": ("From: system@mail.example\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender", "<jane@nowhere.example>: host said: 554 blocked\n",
                  "jane@nowhere.example", "554 blocked"),
}  # fmt: skip


@pytest.mark.parametrize("provider", BOUNCE_TEXTS)
def test_a_bounce_in_words_is_understood(provider: str) -> None:
    headers, body, failed, reason = BOUNCE_TEXTS[provider]
    mail = read_mail(_mail(headers, body))
    assert mail.kind is MailKind.BOUNCE
    assert mail.bounce is not None
    assert mail.bounce.failed == (failed,)
    assert mail.bounce.reason.startswith(reason)


def test_a_bounce_in_words_may_quote_the_message_id() -> None:
    headers, body, _, _ = BOUNCE_TEXTS["qmail"]
    bounce = read_mail(_mail(headers, body)).bounce
    assert bounce is not None
    assert bounce.original_message_id == "<sent-2@shop.example>"


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied", "Auto-Submitted: auto-replied (vacation)", "X-Autoreply: yes", "X-Autorespond: 1", "Precedence: auto_reply",
        "X-Autogenerated: Reply", "Reply-To: jane.autoreply@mail.ru", "Subject: Automatic reply: Your order", "Subject: Out of office: Your order",
        "Subject: Automatische Antwort: Bestellung", "Subject: Abwesenheitsnotiz", "Subject: Réponse automatique : Commande", "Subject: Respuesta automática: Pedido",
        "Subject: Resposta automática: Pedido", "Subject: 自动回复: 订单", "Subject: Re:自动回复：您好", "Subject: 自動回覆: 訂單", "Subject: 自動応答: 注文", "Subject: Auto: away",
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=x",
    ],
)  # fmt: skip
def test_an_automatic_reply_waits_for_no_answer(header: str) -> None:
    assert read_mail(f"From: jane@example.com\n{header}\n\nI am away".encode()).kind is MailKind.AUTO_REPLY


@pytest.mark.parametrize(
    "headers",
    [
        "From: news@brand.example\nList-Id: <news.brand.example>", "From: x@brand.example\nList-Unsubscribe: <https://x>\nPrecedence: bulk",
        "From: x@brand.example\nList-Unsubscribe: <https://x>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click",
    ],
)  # fmt: skip
def test_list_mail_is_told(headers: str) -> None:
    assert read_mail(_mail(headers)).kind is MailKind.LIST


@pytest.mark.parametrize(
    "headers",
    [
        "From: noreply@carrier.example", "From: no-reply@dhl.com", "From: DoNotReply@ups.com", "From: bounce-no_reply@shop.example", "From: service@paypal.com",
        "From: seller-notification@amazon.com", "From: auto-confirm@amazon.de", "From: ebay@ebay.com", "From: transaction@etsy.com", "From: notifications@stripe.com",
        "From: Shop <orders@shop.example>\nAuto-Submitted: auto-generated", "From: trackingupdates@fedex.com",
    ],
)  # fmt: skip
def test_a_notice_is_told(headers: str) -> None:
    assert read_mail(_mail(headers)).kind is MailKind.NOTICE


FORM = "You received a new message from your online store's contact form.\n\nName:\nJane\n\nEmail:\njane@example.com\n\nBody:\nWhere is my parcel?\n"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("From: Jane <jane@example.com>", "hello"),
        ("From: Jane - Amazon Marketplace <abcdefghij12345@marketplace.amazon.co.uk>\nPrecedence: bulk\nList-Id: <x>\nAuto-Submitted: auto-generated", "x"),
        ("From: abcdefghij12345+a-1@marketplace.amazon.de", "x"),
        ("From: eBay Member: jane <jane_x123@members.ebay.com>\nPrecedence: bulk\nList-Unsubscribe: <x>", "x"),
        ("From: 0123456789ABCDEF0123456789abcdef@relay.walmart.com", "x"),
        ("From: Etsy Conversations <conversations@mail.etsy.com>\nList-Unsubscribe: <x>\nPrecedence: bulk", "x"),
        ("From: masked@fw.rakuten.ne.jp", "x"),
        ("From: Shop (Shopify) <mailer@shopify.com>\nReply-To: jane@example.com\nList-Unsubscribe: <x>\nPrecedence: bulk\nAuto-Submitted: auto-generated", FORM),
        ("From: WordPress <wordpress@shop.example>\nReply-To: Jane <jane@example.com>\nAuto-Submitted: auto-generated", FORM),
        ("From: no-reply@shop.example\nReply-To: jane@example.com", "Message sent over the contact form"),
        ("From: Jane <jane@example.com>\nList-Id: <support.shop.example>\nPrecedence: list\nX-Google-Group-Id: 12345", "hello"),
        ("From: Jane <jane@example.com>\nAuto-Submitted: no", "hello"),
        ("From: Jane <jane@example.com>\nSubject: Automatic umbrella does not open", "hello"),
        ("From: Noreen <noreen@example.com>", "hello"),
        ("From: c1@mail.example\nList-Unsubscribe: <https://market.example/u/1>", "buyer words"),
    ],
)  # fmt: skip
def test_words_of_a_person_are_personal_whatever_the_headers_claim(headers: str, body: str) -> None:
    mail = read_mail(_mail(headers, body))
    assert (mail.kind, mail.bounce) == (MailKind.PERSONAL, None)


FRAMES = {
    "Amazon": ("abcdefghij12345@marketplace.amazon.com", "You have received a message.\n\nOrder ID 123-1234567-1234567:\n\n------------- Begin message -------------\n\n"
               "Where is it?\n\n------------- End message -------------\n\nFor Your Information: ..."),
    "Amazon German": ("abcdefghij12345@marketplace.amazon.de", "Sie haben eine Nachricht erhalten.\n\nNachricht:\n\nWhere is it?\n\nWar diese E-Mail hilfreich?"),
    "eBay": ("jane@members.ebay.com", "New message from: jane (12)\n\nWhere is it?\n\nReply\n\nItem Id: 123456789012"),
    "Etsy": ("conversations@mail.etsy.com", "Hello shop,\nJane sent you a message:\n\nWhere is it?\n\nView message\nhttps://etsy.com"),
    "Walmart": ("0123456789abcdef0123456789abcdef@relay.walmart.com", "Customer message:\nWhere is it?\n\nOrder details\nPO 1234567890123"),
    "Shopify": ("mailer@shopify.com", FORM.replace("Where is my parcel?", "Where is it?")),
    "Contact Form 7": ("wordpress@shop.example", "From: Jane jane@example.com\nSubject: Hi\n\nMessage Body:\nWhere is it?\n\n--\nThis e-mail was sent from a contact form"),
}  # fmt: skip


@pytest.mark.parametrize("market", FRAMES)
def test_the_buyers_words_are_taken_out_of_the_frame(market: str) -> None:
    sender, body = FRAMES[market]
    mail = read_mail(_mail(f"From: {sender}", body))
    assert mail.own_words == "Where is it?"
    assert mail.text.strip() == body.strip()


def test_an_unknown_frame_keeps_the_whole_text() -> None:
    body = "A new layout that nobody has seen.\nWhere is it?"
    assert read_mail(_mail("From: abcdefghij12345@marketplace.amazon.com", body)).own_words == body


def test_a_form_that_somebody_quotes_is_not_taken_for_his_words() -> None:
    quoted = "\n".join(f"> {line}" for line in FORM.split("\n"))
    mail = read_mail(_mail("From: jane@example.com", f"Thank you!\n\nOn 02/09/2024 10:03, Shop wrote:\n{quoted}"))
    assert mail.own_words == "Thank you!"
