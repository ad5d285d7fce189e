"""The composer in its states, the template picker, mails on their way out."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from shopdesk.domain.draft import Blank, Draft, DraftFile, DraftKind
from shopdesk.domain.ids import ConversationId, DraftFileId, DraftId, MailboxId, OutboxId, TemplateId
from shopdesk.domain.message import Address
from shopdesk.domain.outbox import OutboxState
from shopdesk.domain.reply_check.facts import CheckResult, Finding, Level, Question, Reading, Rule
from shopdesk.domain.template import AskedInput, InputKind, Template, Variant
from shopdesk.domain.their_zone import Certainty, ZoneGuess, ZoneSource
from shopdesk.ui.actions import Do
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.new_mail import NewMail
from tests.ui.fake_answers import item_of
from tests.ui.shown.stage import Stage

_EN = (
    ("Damaged – replacement", "dmg", 46, ("Hi [[name]],\nI am sorry the lamp shade arrived damaged. We will send you a "
     "new one today, free of charge — it reaches you by [[delivery date]].\nYou can keep the damaged one.")),
    ("Damaged – partial refund", "part", 31, "Hi [[name]],\nI am sorry. You get [[amount]] back today."),
    ("Ask for photos", "pic", 28, "Hi [[name]],\ncould you send us two photos of the damage?"),
    ("Return label", "rma", 19, "Hi [[name]],\nyour return label is attached."),
    ("Lost parcel – search opened", "lost", 9, "Hi [[name]],\nwe opened a search for your parcel today."),
)  # fmt: skip
_ZH = (
    ("破损 - 补发", "dmg", 46, ("[[name]]，您好：\n灯罩破损，非常抱歉。我们今天免费为您补发一个新的，"
     "预计 [[送达日期]] 送达。\n破损的那个您不用寄回。")),
    ("破损 - 部分退款", "part", 31, "[[name]]，您好：\n非常抱歉，今天为您退款 [[金额]]。"),
    ("请提供照片", "pic", 28, "[[name]]，您好：\n麻烦您拍两张破损处的照片发给我们。"),
    ("退货标签", "rma", 19, "[[name]]，您好：\n退货标签见附件。"),
    ("包裹丢失 - 已查件", "lost", 9, "[[name]]，您好：\n我们今天已为您发起查件。"),
)  # fmt: skip


_SIGNATURE_EN = "Mei Lin\nLinen Haus\nKastanienallee 8, Berlin\nlinenhaus.example"
_SIGNATURE_ZH = "林美\n麻布之家\n柏林栗树大街 8 号\nlinenhaus.example"


def with_templates(stage: Stage) -> MainWindow:
    """A window whose library has five templates."""
    window = stage.window()
    lines = _ZH if stage.language == "zh_CN" else _EN
    window._desk.templates.kept = [
        Template(TemplateId(n), name, key, (Variant("en", body), Variant("zh", body)), uses=uses)
        for n, (name, key, uses, body) in enumerate(lines, 1)
    ]
    return window


def press(window: MainWindow, do: Do, stage: Stage) -> MainWindow:
    """One action of the table."""
    window.deeds.run(do)
    stage.settle(80)
    return window


def body(stage: Stage) -> str:
    """Words of a reply."""
    if stage.language == "zh_CN":
        return "Anna，您好：\n灯罩破损，非常抱歉。新的今天免费寄出，预计 送达日期 送达。\n破损的那个您不用寄回。"
    return (
        "Hi Anna,\nI am sorry the shade arrived cracked. A new one leaves today, free of charge: it reaches you by"
        " delivery date. You can keep the damaged one."
    )


def line_only(stage: Stage) -> QWidget:
    """Nothing is written yet: one line waits."""
    return stage.window()


def writing(stage: Stage) -> QWidget:
    """A reply with an open gap."""
    window = press(stage.window(), Do.REPLY, stage)
    text = body(stage)
    word = "送达日期" if stage.language == "zh_CN" else "delivery date"
    room = window.answers
    blank = Blank(text.index(word), len(word), word)
    room.seat.presenter.show(replace(room.seat.presenter.draft, body=text, blanks=(blank,), caret=3), take_keys=True)
    stage.settle()
    return window


def later(stage: Stage) -> QWidget:
    """When it shall leave: the usual moments, and nine o'clock where the customer is."""
    window = writing(stage)
    there = ZoneGuess("America/Denver", Certainty.GUESS, ZoneSource.MAILS)
    berlin = ZoneGuess("Europe/Berlin", Certainty.LIKELY, ZoneSource.ADDRESS)
    conversation = window.answers.seat.presenter.draft.conversation_id
    window._desk.their_time.zones[conversation] = (berlin, there)
    window.answers.composer.bar.later.click()
    stage.settle(80)
    return window


def checked(stage: Stage) -> QWidget:
    """What the reply check says about a draft."""
    window = stage.window()
    chinese = stage.language == "zh_CN"
    asked = ("能补发一个新灯罩吗？", "周六之前能到吗？") if chinese else (
        "Could you send a new shade, or refund part of the price?", "Will it be here by Saturday?"
    )  # fmt: skip
    questions = (Question(asked[0], answered=True), Question(asked[1], answered=False))
    link, soon = ("www.linenhaus.example", "尽快" if chinese else "as soon as possible")
    findings = (
        Finding(Rule.MARKET_LINK, Level.WARNING, 0, 5, (link,)),
        Finding(Rule.ANGER_IGNORED, Level.WARNING, 0, 0, ("太失望了" if chinese else "very disappointed",)),
        Finding(Rule.VAGUE_WORDS, Level.HINT, 0, 5, (soon,)),
    )
    window._desk.reply_check.result = CheckResult(questions, findings, reading=Reading(3, 30, 12))
    press(window, Do.REPLY, stage)
    text = body(stage)
    window.answers.composer.text.insertPlainText(text)
    window.answers.seat.watch.look()
    window.answers.composer.check.more.click()
    stage.settle()
    return window


def looks_good(stage: Stage) -> QWidget:
    """Nothing is amiss in a draft."""
    window = stage.window()
    window._desk.reply_check.result = CheckResult(reading=Reading(2, 20, 12))
    press(window, Do.REPLY, stage)
    window.answers.composer.text.insertPlainText(body(stage))
    window.answers.seat.watch.look()
    stage.settle()
    return window


def signed(stage: Stage) -> QWidget:
    """A reply with the signature of its mailbox, and one whose signature was taken off."""
    window = stage.window()
    chinese = stage.language == "zh_CN"
    window._desk.signatures.kept[1] = _SIGNATURE_ZH if chinese else _SIGNATURE_EN
    press(window, Do.REPLY, stage)
    window.answers.composer.text.insertPlainText(body(stage))
    stage.settle()
    return window


def with_picture(stage: Stage) -> QWidget:
    """A picture inside of a reply."""
    window = press(stage.window(), Do.REPLY, stage)
    text = window.answers.composer.text
    text.insertPlainText(body(stage) + "\n")
    copied = QMimeData()
    picture = QImage(600, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor("#B98F5A"))
    copied.setImageData(picture)
    text.insertFromMimeData(copied)
    stage.settle()
    return window


def refused(stage: Stage) -> QWidget:
    """Sending is refused, and the gap is chosen."""
    window = writing(stage)
    QTest.keyClick(window.answers.composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    return window


def envelope(stage: Stage) -> QWidget:
    """A forwarded mail with recipients, a subject and files."""
    window = press(stage.window(), Do.FORWARD, stage)
    room = window.answers
    files = (
        DraftFile(DraftFileId(1), "invoice 304-8812047 with a long name for a chip.pdf", "application/pdf", 48_210),
        DraftFile(DraftFileId(2), "photo.jpg", "image/jpeg", 912_004),
        DraftFile(DraftFileId(3), "label.pdf", "application/pdf", 20_004),
    )
    people = (Address("Warehouse", "warehouse@linenhaus.example"), Address("", "kai@linenhaus.example"))
    draft = replace(room.seat.presenter.draft, to=people[:1], cc=people[1:], body=body(stage), files=files)
    room.seat.presenter.show(draft, take_keys=True)
    stage.settle()
    return window


def note(stage: Stage) -> QWidget:
    """A note for the team."""
    window = press(stage.window(), Do.NOTE, stage)
    chinese = stage.language == "zh_CN"
    said = "库存还有 14 个灯罩，先补发。" if chinese else "Shade is in stock (14). Offer a new one first."
    window.answers.composer.text.insertPlainText(said)
    stage.settle()
    return window


def picking(stage: Stage) -> QWidget:
    """The template picker over the composer."""
    window = press(with_templates(stage), Do.REPLY, stage)
    QTest.keyClick(window.answers.composer.text, "/")
    stage.settle()
    return window


def picking_nothing(stage: Stage) -> QWidget:
    """No template has these words."""
    window = picking(stage)
    window.answers.seat.picker.picker.field.setText("xyz")
    stage.settle()
    return window


def asking(stage: Stage) -> QWidget:
    """A template asks for values before it is inserted."""
    window = with_templates(stage)
    first = window._desk.templates.kept[0]
    inputs = (
        AskedInput("reason", InputKind.TEXT, "Reason"),
        AskedInput("until", InputKind.DATE, "Until"),
        AskedInput("amount", InputKind.AMOUNT, "Amount"),
        AskedInput("carrier", InputKind.CHOICE, "Carrier", ("DHL", "UPS", "Hermes")),
    )
    window._desk.templates.kept[0] = replace(first, inputs=inputs)
    press(window, Do.REPLY, stage)
    QTest.keyClick(window.answers.composer.text, "/")
    stage.settle()
    QTest.keyClick(window.answers.seat.picker.picker.field, Qt.Key.Key_Return)
    stage.settle()
    return window


def mails(stage: Stage, window: MainWindow) -> None:
    """Four mails of the first conversation, each in another state."""
    to = (Address("Anna Schmidt", "anna@example.de"),)
    number = ConversationId(1)
    draft = Draft(DraftId(1), DraftKind.REPLY, MailboxId(1), number, to, subject="Re: Parcel arrived damaged")
    soon = item_of(draft, OutboxId(1), stage.now + timedelta(hours=2))
    kept = {
        1: soon,
        2: replace(soon, id=OutboxId(2), state=OutboxState.UNKNOWN),
        3: replace(
            soon, id=OutboxId(3), state=OutboxState.REFUSED, problem="SendRefused", problem_host="smtp.example.de",
            problem_detail="550 mailbox unavailable",
        ),
        4: replace(soon, id=OutboxId(4), problem="ServerUnreachable", send_after=stage.now),
    }  # fmt: skip
    window._desk.outbox.kept = kept
    window.answers.outbox.look()
    stage.settle()


def under_way(stage: Stage) -> QWidget:
    """Mails of the open conversation that have not left."""
    window = stage.window()
    mails(stage, window)
    return window


def outbox(stage: Stage) -> QWidget:
    """The list of all mails on their way."""
    window = stage.window()
    mails(stage, window)
    return stage.keep(window.answers.outbox.open_list())


def outbox_empty(stage: Stage) -> QWidget:
    """Nothing waits."""
    return stage.keep(stage.window().answers.outbox.open_list())


def new_mail(stage: Stage) -> QWidget:
    """A mail that answers nothing."""
    window = press(stage.window(), Do.NEW_MAIL, stage)
    (dialog,) = window.findChildren(NewMail)
    dialog.composer.text.insertPlainText(body(stage))
    stage.settle()
    return dialog


SHOWN = {
    "compose-new-mail": new_mail,
    "compose-line": line_only,
    "compose-writing": writing,
    "compose-later": later,
    "compose-refused": refused,
    "compose-checked": checked,
    "compose-picture": with_picture,
    "compose-signed": signed,
    "compose-looks-good": looks_good,
    "compose-forward": envelope,
    "compose-note": note,
    "compose-picker": picking,
    "compose-picker-nothing": picking_nothing,
    "compose-asking": asking,
    "compose-outbox-cards": under_way,
    "compose-outbox": outbox,
    "compose-outbox-empty": outbox_empty,
}
