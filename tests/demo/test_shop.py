"""The demo shop holds what its window shall show, byte for byte the same for the same moment."""

from __future__ import annotations

import email
import imaplib
import re
import smtplib
import time
from datetime import UTC, datetime, timedelta
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from imapclient import IMAPClient

from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.servers import DemoServers
from shopdesk.demo.shop import DemoShop, build_demo_mailboxes

FOLDER = Path(__file__).parents[2] / "resources" / "demo"
NOW = datetime(2026, 11, 19, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def shop() -> DemoShop:
    return build_demo_mailboxes(NOW, FOLDER)


@pytest.fixture(scope="module")
def letters(shop: DemoShop) -> list[Message]:
    return [email.message_from_bytes(mail.raw) for mail in shop.mails]


def header(letter: Message, name: str) -> str:
    return str(make_header(decode_header(re.sub(r"\r?\n", "", letter.get(name, "")))))


def text_of(letter: Message) -> str:
    for part in letter.walk():
        if part.get_content_type() == "text/plain":
            raw = part.get_payload(decode=True)
            assert isinstance(raw, bytes)
            charset = {"gb2312": "gb18030"}.get(part.get_content_charset("utf-8"), part.get_content_charset("utf-8"))
            return raw.decode("latin-1" if charset.startswith("x-") else charset)
    return ""


def with_subject(letters: list[Message], words: str) -> list[Message]:
    return [letter for letter in letters if words in header(letter, "Subject")]


def test_the_same_moment_gives_the_same_bytes(shop: DemoShop) -> None:
    assert build_demo_mailboxes(NOW, FOLDER) == shop
    assert build_demo_mailboxes(NOW + timedelta(days=1), FOLDER) != shop


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        build_demo_mailboxes(NOW.replace(tzinfo=None), FOLDER)


def test_about_sixty_conversations_of_the_last_two_weeks(shop: DemoShop, letters: list[Message]) -> None:
    starts = [letter for letter in letters if not letter["In-Reply-To"]]
    assert len(starts) >= 60
    assert all(NOW - timedelta(days=14) < mail.at <= NOW for mail in shop.mails)
    dates = [parsedate_to_datetime(letter["Date"]) for letter in letters]
    assert dates == sorted(dates)
    assert {mail.folder for mail in shop.mails} == {"INBOX", "Sent", "Archive"}


@pytest.mark.parametrize(
    "name",
    [
        "Anna Schmidt", "Marco Rossi", "Emily Chen", "Jonas Weber", "Sophie Laurent", "Daniel Novak", "Priya Sharma",
        "Lars Nilsson", "Camille Dubois", "王芳", "李伟", "陈思雨", "赵敏", "孙丽", "周杰",
        "田中 由美", "Lucía Fernández",
    ],
)  # fmt: skip
def test_the_people_of_the_window_write(letters: list[Message], name: str) -> None:
    assert any(name in header(letter, "From") + header(letter, "Reply-To") for letter in letters)


def test_every_ordinary_mail_is_sound(letters: list[Message]) -> None:
    for letter in letters:
        if "scratched table" not in header(letter, "Subject"):
            assert not [part.defects for part in letter.walk() if part.defects]
            assert text_of(letter).strip()
    assert len({letter["Message-ID"] for letter in letters}) == len(letters)
    assert all(len(line) < 999 for letter in letters for line in letter.as_bytes().split(b"\n"))


def test_answers_refer_to_mails_that_are_there(letters: list[Message]) -> None:
    known = {letter["Message-ID"] for letter in letters}
    answered = [letter["In-Reply-To"] for letter in letters if letter["In-Reply-To"]]
    assert len(answered) > 40
    assert set(answered) <= known


def test_the_lamp_conversation_has_five_mails_and_two_photos(letters: list[Message]) -> None:
    lamp = with_subject(letters, "Parcel arrived damaged")
    assert len(lamp) == 5
    assert [part.get_filename() for part in lamp[-1].walk() if part.get_filename()] == ["lamp-1.jpg", "lamp-2.jpg"]
    assert "304-8812047-5521934" in header(lamp[-1], "Subject")
    assert lamp[-1]["From"].endswith("@marketplace.amazon.de>")


def test_pictures_stand_in_the_text_of_a_qq_mail(letters: list[Message]) -> None:
    cracked = with_subject(letters, "包裹破损")[-1]
    assert cracked.get_content_type() == "multipart/related"
    html = next(part for part in cracked.walk() if part.get_content_type() == "text/html")
    raw = html.get_payload(decode=True)
    assert isinstance(raw, bytes)
    ids = re.findall(rb'src="cid:([^"]+)"', raw)
    assert [f"<{name.decode()}>" for name in ids] == [
        part["Content-ID"] for part in cracked.walk() if part["Content-ID"]
    ]


@pytest.mark.parametrize(
    "words",
    [
        "wrote:\n> ", "------------------ 原始邮件", "发件人： ", "写道：", "schrieb", "escribió:", "a écrit :",
        "Gesendet: ", "Sent from my iPhone",
    ],
)  # fmt: skip
def test_quotes_look_as_mail_programs_make_them(letters: list[Message], words: str) -> None:
    assert any(words in text_of(letter).replace("\r\n", "\n") for letter in letters)


def test_labels_lie_about_charsets_as_in_life(letters: list[Message]) -> None:
    mislabelled = [part for letter in letters for part in letter.walk() if part.get_content_charset() == "gb2312"]
    raw = [part.get_payload(decode=True) for part in mislabelled]
    assert any(isinstance(each, bytes) and "喆".encode("gb18030") in each for each in raw)
    assert any(part.get_content_charset() == "iso-2022-jp" for letter in letters for part in letter.walk())


def test_the_bounce_names_the_mail_that_failed(letters: list[Message]) -> None:
    (bounce,) = with_subject(letters, "Undelivered Mail")
    assert bounce.get_content_type() == "multipart/report"
    parts = {part.get_content_type(): part for part in bounce.walk()}
    returned = parts["text/rfc822-headers"].get_payload()
    sent = [letter["Message-ID"] for letter in with_subject(letters, "Gift note") if "lumen" in letter["From"]]
    assert sent[0] in str(returned)


def test_machine_mails_say_so(letters: list[Message]) -> None:
    marks = {letter["Auto-Submitted"] for letter in letters if letter["Auto-Submitted"]}
    assert marks == {"auto-replied", "auto-generated"}


def test_forms_carry_the_customer_in_reply_to(letters: list[Message]) -> None:
    form = with_subject(letters, "Can I change the delivery address?")[0]
    assert "mailer@shopify.com" in form["From"]
    assert "emily.chen@example.com" in form["Reply-To"]


def test_marketplace_frames_hold_remote_pictures_and_nested_tables(letters: list[Message]) -> None:
    html = b"".join(
        part.get_payload(decode=True) or b""  # type: ignore[misc]
        for part in with_subject(letters, "gift season")[0].walk()
        if part.get_content_type() == "text/html"
    )
    assert html.count(b"<table") > 6
    assert html.count(b"<img src=") >= 4
    assert b"$" not in html


def test_files_of_all_kinds_are_attached(letters: list[Message]) -> None:
    kinds = {part.get_content_type() for letter in letters for part in letter.walk() if part.get_filename()}
    assert {"image/jpeg", "application/pdf", "application/ms-tnef"} <= kinds


def test_mail_goes_on_arriving_with_ids_of_its_own(shop: DemoShop) -> None:
    arrivals = [shop.next_arrival(number, NOW) for number in range(20)]
    ids = {email.message_from_bytes(mail.raw)["Message-ID"] for mail in arrivals}
    assert len(ids) == 20
    assert all(mail.folder == "INBOX" and mail.at == NOW for mail in arrivals)


def test_a_filled_store_has_every_mail_once(shop: DemoShop) -> None:
    store = MailStore()
    shop.fill(store)
    held = [mail for box in shop.mailboxes for folder in store.folders(box.user) for mail in folder.mails]
    assert len(held) == len(shop.mails)


def test_the_servers_let_two_mailboxes_in_and_refuse_the_third() -> None:
    with DemoServers(FOLDER, arrival_seconds=None, clock=lambda: NOW) as servers:
        to = servers.connections
        for mailbox in to.mailboxes:
            client = IMAPClient(to.imap_host, to.imap_port, ssl=False)
            if mailbox.is_refused:
                with pytest.raises(imaplib.IMAP4.error, match="AUTHENTICATIONFAILED"):
                    client.login(mailbox.user, mailbox.password)
            else:
                client.login(mailbox.user, mailbox.password)
                assert client.select_folder("INBOX")[b"EXISTS"] > 20
            client.shutdown()


def test_mail_arrives_while_the_demo_runs() -> None:
    with DemoServers(FOLDER, arrival_seconds=0.02, clock=lambda: NOW) as servers:
        user = servers.connections.mailboxes[0].user
        before = servers.store.folder(user, "INBOX").uidnext
        limit = time.monotonic() + 5
        while servers.store.folder(user, "INBOX").uidnext == before and time.monotonic() < limit:
            time.sleep(0.01)
        assert servers.store.folder(user, "INBOX").uidnext > before


def test_mail_between_own_mailboxes_arrives_and_other_mail_is_kept() -> None:
    with DemoServers(FOLDER, arrival_seconds=None, clock=lambda: NOW) as servers:
        to = servers.connections
        hello, market = to.mailboxes[:2]
        client = smtplib.SMTP(to.smtp_host, to.smtp_port, timeout=5)
        client.login(hello.user, hello.password)
        client.sendmail(hello.address, [market.address, "anna@example.org"], b"Subject: inside\r\n\r\nx\r\n")
        client.quit()
        assert servers.store.folder(market.user, "INBOX").mails[-1].raw.startswith(b"Subject: inside")
        assert servers.smtp.accepted[0].recipients[1] == "anna@example.org"


def test_a_demo_that_begins_anew_does_not_pass_for_the_old_one() -> None:
    old = DemoServers(FOLDER, clock=lambda: NOW)
    new = DemoServers(FOLDER, clock=lambda: NOW + timedelta(minutes=5))
    user = old.shop.mailboxes[0].user
    assert old.store.folder(user, "INBOX").uidvalidity < new.store.folder(user, "INBOX").uidvalidity
