"""Cases: opened from mails, moved through their gates, asked about outside, undone; their history only grows."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from shopdesk.domain.case import Case, CaseKind, Column, Stage
from shopdesk.domain.case_gates import ALWAYS
from shopdesk.domain.case_history import Deed
from shopdesk.domain.errors import InputRefused, MoveNotAllowed, NotFound, ShopdeskError
from shopdesk.domain.ids import CaseId, ConversationId, MessageId, OrderId
from shopdesk.domain.order import Order, OrderItem
from shopdesk.domain.outbox import OutboxState
from shopdesk.services.case_forgetting import cases_of_people, forget_people
from shopdesk.services.case_ledger_table import ledger_csv, ledger_rows, ledger_xlsx
from shopdesk.services.cases import Cases
from tests.services.bench import NOW, SHOP, Bench, ago, mail

DAY = timedelta(days=1)
BROKEN = "Hello,\n\nmy lamp from order #1042 arrived broken, the shade has a crack. What now?\n\nAnna"
PICTURE = "\n".join(["QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHU="] * 120)
SETTLED = {
    "evidence_note": "cracked",
    "resolution": "refund",
    "amount": "39.90 EUR",
    "consent": "by mail",
    "executed_at": "2026-11-02",
    "follow_up_result": "content",
    "root_cause": "packing",
    "lesson": "more paper",
}


@pytest.fixture
def cases(bench: Bench) -> Cases:
    """The cases of the shop."""
    return bench.shop.cases


@pytest.fixture
def broken(bench: Bench) -> ConversationId:
    """A conversation about a broken lamp."""
    return bench.comes(mail("ask", subject="Broken lamp", body=BROKEN, when=ago(2)), when=ago(2))


def with_picture(
    name: str, answers: str = "", text: str = "Here it is.", sender: str = "", kind: str = "image/jpeg"
) -> bytes:
    """A mail with a photograph, or with a file of another kind."""
    parts = [
        "--cut",
        "Content-Type: text/plain; charset=utf-8",
        "",
        text,
        "--cut",
        f'Content-Type: {kind}; name="lamp.jpg"',
        'Content-Disposition: attachment; filename="lamp.jpg"',
        "Content-Transfer-Encoding: base64",
        "",
        PICTURE,
        "--cut--",
    ]
    more = {"sender": sender} if sender else {}
    extra = 'Content-Type: multipart/mixed; boundary="cut"'
    return mail(name, answers=answers, body="\n".join(parts), extra=extra, **more)


# --- opening -------------------------------------------------------------------------------------------------


def test_a_case_is_filled_from_the_mails(cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    assert (case.kind, case.stage, case.column) == (CaseKind.DAMAGED, Stage.ACCEPTED, Column.NEW)
    assert (case.customer_name, case.order_number, case.shop) == ("Anna Schmidt", "1042", SHOP)
    assert "arrived broken" in case.reason
    assert "Hello" not in case.reason
    assert case.next_at is not None
    assert [step.key for step in case.steps][:2] == ["apologise", "look_photos"]
    assert case.number == f"RC-{case.id}" == "RC-1001"
    assert cases.get(case.id) == case


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The mug is shattered into many parts.", CaseKind.DAMAGED),
        ("It is too small, can I exchange it for an L?", CaseKind.EXCHANGE),
        ("I want my money back.", CaseKind.REFUND),
        ("The lamp does not work any more.", CaseKind.REPAIR),
        ("我的包裹还没收到，物流好几天没有更新了。", CaseKind.NOT_RECEIVED),
        ("I have opened a PayPal case against you.", CaseKind.DISPUTE),
        ("Ich möchte den Artikel zurückgeben.", CaseKind.RETURN),
        ("I am not happy at all.", CaseKind.COMPLAINT),
    ],
)
def test_the_kind_is_guessed_from_the_words(bench: Bench, cases: Cases, words: str, kind: CaseKind) -> None:
    assert cases.propose(bench.comes(mail("ask", subject="Hi", body=words))).kind is kind


def test_case_and_conversation_know_each_other(bench: Bench, cases: Cases, broken: ConversationId) -> None:
    bench.heard.clear()
    case = cases.open_from(broken, CaseKind.REFUND)
    assert [one.id for one in cases.of_conversation(broken)] == [case.id]
    assert cases.homes(case.id) == (broken,)
    assert cases.board().homes == {case.id: (broken,)}
    [changes] = bench.heard
    assert (changes.cases, changes.conversations) == (True, frozenset({broken}))


def test_the_link_follows_the_mails_when_conversations_are_joined_and_parted(
    bench: Bench, cases: Cases, broken: ConversationId
) -> None:
    other = bench.comes(mail("other", subject="Another matter", sender="Bo <bo@mail.example>"))
    case = cases.open_from(other)
    undo = bench.use.merge([broken, other])
    assert cases.homes(case.id) == (broken,)
    bench.use.undo(undo)
    assert cases.homes(case.id) == (other,)


def test_a_case_is_opened_by_hand_but_not_an_empty_one(cases: Cases) -> None:
    case = cases.open(Case(CaseId(0), CaseKind.REPAIR, NOW, NOW, customer_name="Anna", item="Lamp"))
    assert (case.item, case.playbook) == ("Lamp", "repair")
    with pytest.raises(InputRefused):
        cases.open(Case(CaseId(0), CaseKind.REPAIR, NOW, NOW))


def test_a_further_conversation_is_linked_once(bench: Bench, cases: Cases, broken: ConversationId) -> None:
    other = bench.comes(mail("other", subject="Another matter", sender="Bo <bo@mail.example>"))
    case = cases.open_from(broken)
    cases.link(case.id, other)
    cases.link(case.id, other)
    assert cases.homes(case.id) == (broken, other)
    with pytest.raises(NotFound):
        cases.link(case.id, ConversationId(999))


def test_a_linked_conversation_is_part_of_the_evidence_until_it_is_parted(
    bench: Bench, cases: Cases, broken: ConversationId
) -> None:
    other = bench.comes(mail("other", subject="The shipper", body="It fell.", sender="Bo <bo@mail.example>"))
    case = cases.open_from(broken)
    cases.link(case.id, other)
    assert "It fell." in bench.shop.case_packs.page(case.id)
    parted = cases.unlink(case.id, other)
    assert cases.homes(case.id) == (broken,)
    assert cases.of_conversation(other) == []
    assert "It fell." not in bench.shop.case_packs.page(case.id)
    cases.undo(parted)
    assert cases.homes(case.id) == (broken, other)
    assert [entry.deed for entry in cases.history(case.id)] == ["opened", "linked", "unlinked", "undone"]
    with pytest.raises(NotFound):
        cases.unlink(case.id, ConversationId(999))
    assert cases.verify().is_whole


def test_of_several_items_those_that_the_mails_name_are_meant(
    bench: Bench, cases: Cases, broken: ConversationId
) -> None:
    lamp, vase, mug = (
        OrderItem(title, sku, price=Decimal(price))
        for title, sku, price in (("Linen lamp", "L-1", "78"), ("Ceramic vase", "V-2", "64"), ("Mug", "M-3", "13"))
    )
    bought = {"items": (lamp, vase, mug), "total": Decimal(155), "currency": "EUR", "email": "anna@mail.example"}
    with bench.shop.store.writing() as work:
        run = work.orders.begin_staging()
        work.orders.stage(run, [Order(OrderId(0), "#1042", **bought)], NOW)  # type: ignore[arg-type]
        work.orders.swap(run)
    named = cases.propose(broken)
    assert (named.item, named.sku, named.value, named.currency) == ("Linen lamp", "L-1", 78, "EUR")
    words = "All of it is wrong, order #1042."
    other = bench.comes(mail("all", subject="Order #1042", body=words, sender="Bo <bo@mail.example>", when=ago(1)))
    everything = cases.propose(other)
    assert (everything.item, everything.value) == ("Linen lamp + Ceramic vase + Mug", 155)


# --- moving --------------------------------------------------------------------------------------------------


def test_a_closed_gate_keeps_nothing(cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    with pytest.raises(MoveNotAllowed) as refused:
        cases.move(case.id, Stage.ANSWERED, {"amount": "39.90 EUR"})
    assert refused.value.missing == ("resolution", "evidence")
    assert cases.get(case.id) == case
    assert len(cases.history(case.id)) == 1


def test_with_all_fields_it_goes_into_the_archive(cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    cases.move(case.id, Stage.ARCHIVED, SETTLED)
    closed = cases.get(case.id)
    assert (closed.stage, closed.column, closed.decided_at) == (Stage.ARCHIVED, Column.CLOSED, NOW)
    assert cases.board().cases == ()
    assert [one.id for one in cases.closed()] == [case.id]
    assert cases.board().closed == 1


def test_another_column_has_another_date(cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    cases.move(case.id, Column.WAITING, {"next_step": "Photo asked"})
    waiting = cases.get(case.id)
    assert (waiting.next_step, waiting.next_at, waiting.stage) == ("Photo asked", NOW + 3 * DAY, Stage.IN_HAND)
    cases.move(case.id, Column.DECIDE, {"next_at": "2026-11-05T10:00+00:00"})
    decide = cases.get(case.id)
    assert (decide.next_step, decide.next_at) == ("", NOW.replace(day=5, hour=10))


def test_what_a_stage_needs_cannot_be_emptied(cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    cases.move(case.id, Stage.ARCHIVED, SETTLED)
    with pytest.raises(MoveNotAllowed) as refused:
        cases.change(case.id, {"lesson": ""})
    assert refused.value.missing == ("lesson",)


def test_who_carried_it_out_is_asked_for_a_follow_up_three_days_later(cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    cases.change(case.id, {"executed_at": "2026-11-02T08:00+00:00"})
    assert cases.get(case.id).follow_up_at == NOW + 3 * DAY


def test_what_is_due_comes_the_most_urgent_first(cases: Cases, broken: ConversationId) -> None:
    soon, later, far = (cases.open_from(broken) for _ in range(3))
    cases.change(soon.id, {"platform_deadline": "2026-11-02T09:00+00:00"})
    cases.change(later.id, {"next_at": "2026-11-02T20:00+00:00"})
    cases.change(far.id, {"next_at": "2026-12-02"})
    assert [case.id for case in cases.due(NOW + DAY)] == [soon.id, later.id]


def test_another_kind_brings_its_own_playbook_and_keeps_what_was_done(cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    cases.tick(case.id, "offer")
    cases.change(case.id, {"kind": "not_received"})
    lost = cases.get(case.id)
    assert lost.playbook == "lost"
    assert [step.key for step in lost.steps if step.done_at] == ["offer"]
    cases.change(case.id, {"playbook": "late"})
    assert cases.get(case.id).steps[0].key == "check_tracking"
    cases.tick(case.id, "check_tracking")
    cases.tick(case.id, "check_tracking", done=False)
    assert cases.get(case.id).steps[0].done_at is None


# --- whose it is ---------------------------------------------------------------------------------------------


def test_a_case_is_given_to_somebody_and_the_history_says_so(
    bench: Bench, cases: Cases, broken: ConversationId
) -> None:
    lin, wei = bench.shop.agents.add("Lin"), bench.shop.agents.add("Wei")
    case = cases.open_from(broken)
    assert case.owner == lin.id  # who is on duty opened it
    given = cases.change(case.id, {"owner": str(wei.id)})
    board = cases.board()
    assert [one.owner for one in board.cases] == [wei.id]
    assert ([one.name for one in board.team], board.me) == (["Lin", "Wei"], lin.id)
    assert '["owner","1","2"]' in str(cases.history(case.id)[-1].details)
    assert bench.shop.case_packs.page(case.id).count("Wei") == 1
    cases.undo(given)
    assert cases.get(case.id).owner == lin.id
    cases.change(case.id, {"owner": ""})
    assert cases.get(case.id).owner is None
    bench.shop.agents.retire(wei.id)
    for nobody in (str(wei.id), "99", "Wei"):
        with pytest.raises(InputRefused):
            cases.change(case.id, {"owner": nobody})
        with pytest.raises(InputRefused):
            cases.move(case.id, Column.WAITING, {"owner": nobody})
    assert cases.verify().is_whole


def test_whose_conversation_it_is_gets_the_case_that_is_opened_from_it(
    bench: Bench, cases: Cases, broken: ConversationId
) -> None:
    bench.shop.agents.add("Lin")
    wei = bench.shop.agents.add("Wei")
    bench.shop.agents.assign([broken], wei.id)
    assert cases.propose(broken).owner == wei.id


# --- limits --------------------------------------------------------------------------------------------------


def test_more_than_a_case_may_cost_wants_an_approval(cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    given = {"evidence_note": "seen", "resolution": "compensate", "amount": "50.01 EUR", "consent": "yes"}
    with pytest.raises(MoveNotAllowed) as refused:
        cases.move(case.id, Stage.ANSWERED, given)
    assert refused.value.missing == ("approved_by",)
    cases.move(case.id, Stage.ANSWERED, given | {"amount": "50 EUR"})
    with pytest.raises(MoveNotAllowed):
        cases.change(case.id, {"amount": "60 EUR"})
    cases.change(case.id, {"amount": "60 EUR", "approved_by": "Lin"})
    assert cases.get(case.id).amount == 60


def test_the_month_has_a_limit_and_the_ledger_sums_it_up(bench: Bench, cases: Cases, broken: ConversationId) -> None:
    given = {"evidence_note": "seen", "resolution": "compensate", "amount": "50 EUR", "consent": "yes"}
    for _ in range(10):
        cases.move(cases.open_from(broken).id, Stage.ANSWERED, given)
    with pytest.raises(MoveNotAllowed):
        cases.move(cases.open_from(broken).id, Stage.ANSWERED, given | {"amount": "0.01 EUR"})
    cases.move(cases.open_from(broken, CaseKind.REFUND).id, Stage.ANSWERED, given | {"resolution": "refund"})
    euros = next(part for part in bench.shop.payments.month(NOW) if part.currency == "EUR")
    assert (euros.total, euros.goodwill, euros.left, len(euros.cases)) == (550, 500, 0, 11)
    assert euros.by_kind == {CaseKind.DAMAGED: Decimal(500), CaseKind.REFUND: Decimal(50)}
    december = next(part for part in bench.shop.payments.month(NOW.replace(month=12)) if part.currency == "EUR")
    assert (december.total, december.left) == (0, 500)


def test_who_is_about_to_pay_hears_what_is_left(bench: Bench, cases: Cases, broken: ConversationId) -> None:
    given = {"evidence_note": "seen", "resolution": "compensate", "amount": "50 EUR", "consent": "yes"}
    for _ in range(9):
        cases.move(cases.open_from(broken).id, Stage.ANSWERED, given)
    last = cases.open_from(broken)
    euros = bench.shop.payments.allowances(last, NOW)["EUR"]
    assert (euros.a_case, euros.left, euros.month) == (50, 50, 500)
    assert [euros.is_beyond(Decimal(amount)) for amount in ("50", "50.01")] == [False, True]
    cases.move(last.id, Stage.ANSWERED, given)
    assert bench.shop.payments.allowances(cases.get(last.id), NOW)["EUR"].left == 50  # its own part is not counted
    rows = list(ledger_rows(bench.shop.payments.month(NOW)))
    assert rows[1][1:4] == ["RC-1001", "damaged", "Anna Schmidt"]
    assert rows[1][6:] == ["compensate", "50", "EUR", "yes"]
    assert next(row for row in rows[12:] if row[0] == "EUR") == ["EUR", "500", "500", "500", "0", "50"]
    assert ledger_csv(bench.shop.payments.month(NOW)).startswith(b"\xef\xbb\xbfDecided")
    assert ledger_xlsx(bench.shop.payments.month(NOW)).startswith(b"PK")


# --- evidence ------------------------------------------------------------------------------------------------


def test_a_picture_that_arrives_is_evidence(bench: Bench, cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    assert bench.comes(with_picture("photo", "ask")) == broken
    shown = cases.get(case.id)
    assert [piece.name for piece in shown.evidence] == ["lamp.jpg"]
    assert shown.evidence_at == NOW
    assert cases.history(case.id)[-1].deed == Deed.EVIDENCE
    assert cases.verify().is_whole


def test_pictures_that_are_there_already_are_evidence_from_the_beginning(bench: Bench, cases: Cases) -> None:
    case = cases.open_from(bench.comes(with_picture("photo", text="It is broken.")))
    assert [piece.name for piece in case.evidence] == ["lamp.jpg"]
    assert case.evidence_at == NOW


def test_pictures_of_other_conversations_and_of_closed_cases_are_not(
    bench: Bench, cases: Cases, broken: ConversationId
) -> None:
    case = cases.open_from(broken)
    bench.comes(with_picture("photo", sender="Bo <bo@mail.example>"))
    cases.move(case.id, Stage.ARCHIVED, SETTLED)
    bench.comes(with_picture("late", "ask"))
    assert cases.get(case.id).evidence == ()


def test_a_file_of_a_mail_is_taken_as_evidence(bench: Bench, cases: Cases) -> None:
    home = bench.comes(with_picture("photo", kind="application/pdf"))
    case = cases.open_from(home)
    assert case.evidence == ()
    message = bench.messages(home)[0].id
    cases.attach(case.id, message, 0, "the crack")
    cases.attach(case.id, message, 0)
    [piece] = cases.get(case.id).evidence
    assert (piece.name, piece.note, piece.message_id) == ("lamp.jpg", "the crack", message)
    for message_id, number in ((message, 7), (MessageId(5), 0)):
        with pytest.raises(NotFound):
            cases.attach(case.id, message_id, number)


def test_who_waits_for_the_customer_is_told_that_they_answered(
    bench: Bench, cases: Cases, broken: ConversationId
) -> None:
    case = cases.open_from(broken)
    cases.move(case.id, Column.WAITING)
    bench.comes(mail("more", answers="ask", subject="Re: Broken lamp"))
    assert cases.get(case.id).next_at == NOW


# --- asking others -------------------------------------------------------------------------------------------


def test_an_escalation_leaves_by_mail_and_waits_until_its_own_date(
    bench: Bench, cases: Cases, broken: ConversationId
) -> None:
    case = cases.open_from(broken)
    use = bench.shop.escalations
    sent = use.ask(case.id, "supplier", "maker@works.example", "Who pays for this?", NOW + timedelta(hours=3))
    with bench.shop.store.reading() as work:
        item = work.outbox.get(sent)
    assert (item.state, item.conversation_id) == (OutboxState.QUEUED, broken)
    assert item.subject.startswith("RC-1001 ")
    [asked] = cases.get(case.id).escalations
    assert (asked.to, asked.address, asked.answered_at) == ("supplier", "maker@works.example", None)
    assert cases.get(case.id).due_at == NOW + timedelta(hours=3)
    assert use.address_of("supplier") == "maker@works.example"
    bench.comes(mail("reply", sender="Maker <maker@works.example>", answers="ask", body="We do."))
    assert cases.get(case.id).escalations[0].answered_at == NOW


def test_an_answer_by_telephone_ends_an_escalation(bench: Bench, cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    bench.shop.escalations.ask(case.id, "owner", "o@works.example", "May I?", NOW + DAY)
    undo = bench.shop.escalations.answered(case.id, 0)
    assert cases.get(case.id).escalations[0].answered_at == NOW
    cases.undo(undo)
    assert cases.get(case.id).escalations[0].answered_at is None
    with pytest.raises(NotFound):
        bench.shop.escalations.answered(case.id, 1)


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"to": "friend"}, "to"), ({"address": "@"}, "address"), ({"due": ago(1)}, "due"), ({"words": " "}, "words")],
)
def test_an_escalation_wants_who_and_what_and_when(
    bench: Bench, cases: Cases, broken: ConversationId, changes: dict[str, str], field: str
) -> None:
    given = {"to": "owner", "address": "o@works.example", "words": "May I?", "due": NOW + DAY, **changes}
    with pytest.raises(InputRefused) as refused:
        bench.shop.escalations.ask(cases.open_from(broken).id, **given)
    assert refused.value.field == field


def test_a_case_without_mails_cannot_ask_by_mail(bench: Bench, cases: Cases) -> None:
    case = cases.open(Case(CaseId(0), CaseKind.REPAIR, NOW, NOW, item="Lamp"))
    with pytest.raises(NotFound):
        bench.shop.escalations.ask(case.id, "owner", "o@works.example", "May I?", NOW + DAY)


# --- evidence pack -------------------------------------------------------------------------------------------


def test_the_evidence_pack_holds_mails_pictures_facts_and_history(bench: Bench, cases: Cases, tmp_path: Path) -> None:
    import json
    import zipfile

    home = bench.comes(with_picture("photo", text="破了 <b>broken</b>"), when=ago(2))
    case = cases.open_from(home)
    bench.shop.replies.add_note(home, "Only for us")
    cases.move(case.id, Column.WAITING)
    bench.shop.case_packs.write(case.id, tmp_path / "pack.zip")
    with zipfile.ZipFile(tmp_path / "pack.zip") as archive:
        names = archive.namelist()
        page = archive.read("case.html").decode()
        assert archive.read("evidence/001-0-lamp.jpg").startswith(b"ABCDEFG")
        assert b"Subject: Lamp" in archive.read(next(name for name in names if name.endswith(".eml")))
        assert [entry["deed"] for entry in json.loads(archive.read("history.json"))] == ["opened", "moved"]
        assert json.loads(archive.read("case.json"))["number"] == "RC-1001"
    assert "破了 &lt;b&gt;broken" in page
    assert "Only for us" not in page
    assert page == bench.shop.case_packs.page(case.id)
    with pytest.raises(NotFound):
        bench.shop.case_packs.write(CaseId(7), tmp_path / "none.zip")


# --- undo and history ----------------------------------------------------------------------------------------


def test_an_undo_is_a_further_entry(cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    undo = cases.move(case.id, Column.WAITING)
    cases.change(case.id, {"item": "Table lamp"})
    cases.undo(undo)
    after = cases.get(case.id)
    assert (after.column, after.next_at, after.item) == (Column.NEW, case.next_at, "Table lamp")
    assert [entry.deed for entry in cases.history(case.id)] == ["opened", "moved", "changed", "undone"]
    assert cases.verify().is_whole


def test_an_undo_does_not_bring_an_unfinished_case_back_into_the_archive(cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    cases.move(case.id, Stage.ARCHIVED, SETTLED)
    undo = cases.move(case.id, Column.DECIDE)
    cases.change(case.id, {"lesson": ""})
    with pytest.raises(MoveNotAllowed):
        cases.undo(undo)


def test_a_change_of_nothing_leaves_no_entry(cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    assert not cases.change(case.id, {"item": ""}).changes_anything
    assert len(cases.history(case.id)) == 1


def test_random_days_shrink_no_history_and_archive_nothing_unfinished(
    bench: Bench, cases: Cases, broken: ConversationId
) -> None:
    dice = Random(7)
    values = [*SETTLED.items(), *((name, "") for name in SETTLED), ("reason", "?")]
    undos = []
    mine = [cases.open_from(broken, kind) for kind in (CaseKind.DAMAGED, CaseKind.REFUND)]
    length = 2
    for _ in range(120):
        case = dice.choice(mine).id
        with suppress(ShopdeskError):
            match dice.randrange(4):
                case 0:
                    undos.append(cases.move(case, dice.choice([*Stage, *Column]), dict(dice.sample(values, 3))))
                case 1:
                    undos.append(cases.change(case, dict(dice.sample(values, 2))))
                case 2 if undos:
                    cases.undo(undos.pop(dice.randrange(len(undos))))
                case _:
                    cases.move(case, Stage.ARCHIVED, SETTLED if dice.random() < 0.5 else {})
        bench.clock.advance(timedelta(minutes=5))
        entries = sum(len(cases.history(one.id)) for one in mine)
        assert entries >= length
        length = entries
        for one in mine:
            now = cases.get(one.id)
            if now.stage is Stage.ARCHIVED:
                assert all(getattr(now, name) for name in ALWAYS[Stage.ARCHIVED])
    assert length > 40
    assert cases.verify().is_whole


def test_changed_history_is_detected_and_sqlite_itself_refuses_it(
    bench: Bench, cases: Cases, broken: ConversationId, shop_folder: Path
) -> None:
    from sqlcipher3 import dbapi2

    case = cases.open_from(broken)
    cases.move(case.id, Column.WAITING)
    database = dbapi2.connect(str(shop_folder / "desk.db"))
    for refused in ("DELETE FROM case_history", "UPDATE case_history SET by = 'Mo'"):
        with pytest.raises(dbapi2.DatabaseError, match="history"):
            database.execute(refused)
    database.execute("DROP TRIGGER case_history_holds")
    database.execute("UPDATE case_history SET by = 'Mo' WHERE number = 1")
    database.commit()
    assert cases.verify().broken == ((1, "changed"),)
    database.execute("UPDATE shop_case SET content = replace(content, 'Anna', 'Anne')")
    database.commit()
    database.close()
    assert cases.verify().broken == ((1, "changed"), (int(case.id), "case"))


def test_a_person_who_is_forgotten_leaves_the_chain_whole(bench: Bench, cases: Cases, broken: ConversationId) -> None:
    case = cases.open_from(broken)
    cases.move(case.id, Stage.ARCHIVED, SETTLED)
    with bench.shop.store.writing() as work:
        assert [one.id for one in cases_of_people(work, ["ANNA@mail.example"])] == [case.id]
        assert forget_people(work, ["anna@mail.example"], NOW, "Lin") == 1
        assert forget_people(work, ["anna@mail.example"], NOW) == 0
    bare = cases.get(case.id)
    assert (bare.customer_name, bare.reason, bare.messages, str(bare.amount)) == ("", "", (), "39.90")
    assert cases.verify().is_whole
    assert [entry.details for entry in cases.history(case.id)][:2] == [None, None]
    assert "Anna" not in str(cases.history(case.id))


def test_every_field_survives_the_desk(cases: Cases) -> None:
    full = Case(CaseId(0), CaseKind.DISPUTE, NOW, NOW, item="灯", value=Decimal("1.50"), currency="EUR", owner=3)
    case = cases.open(replace(full, platform_deadline=NOW + DAY))
    cases.change(case.id, {"amount": "0.10 EUR", "resolution": "partial_refund", "next_at": "2026-11-09"}, UTC)
    again = cases.get(case.id)
    assert (again.value, again.amount, again.owner, again.item) == (Decimal("1.50"), Decimal("0.10"), 3, "灯")
    assert again.next_at == NOW.replace(day=9, hour=17)
    with pytest.raises(NotFound):
        cases.get(CaseId(7))
