"""Cases: their stages, gates, fields and the chain of their history."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.case import (
    Case,
    CaseKind,
    CaseStep,
    Column,
    Escalation,
    Evidence,
    Resolution,
    Stage,
)
from shopdesk.domain.case_changes import CaseUndo, differences, put_back
from shopdesk.domain.case_fields import FIELDS, FieldKind, filled, is_filled
from shopdesk.domain.case_gates import ALWAYS, read_gates
from shopdesk.domain.case_history import FIRST, Entry, canonical, hash_of, verify
from shopdesk.domain.case_rules import Condition, ReturnVerdict, read_case_rules
from shopdesk.domain.errors import InputRefused, MoveNotAllowed
from shopdesk.domain.ids import CaseId, MessageId
from shopdesk.system.rule_files import load_rules

NOW = datetime(2026, 11, 2, 8, tzinfo=UTC)
RESOURCES = Path(__file__).parents[2] / "resources" / "cases"
RULES = read_case_rules(load_rules(RESOURCES, Path("nowhere")))
SAMPLE = {
    FieldKind.TEXT: "something",
    FieldKind.LONG: "something\nlonger",
    FieldKind.MONEY: "39.90 EUR",
    FieldKind.MOMENT: "2026-11-20",
    FieldKind.RESOLUTION: "refund",
    FieldKind.OWNER: "1",
}


def a_case(kind: CaseKind = CaseKind.DAMAGED, **more: object) -> Case:
    return Case(CaseId(1001), kind, NOW, NOW, **more)  # type: ignore[arg-type]


def fill(case: Case, name: str) -> Case:
    if name == "evidence":
        return case.with_evidence(Evidence(MessageId(1), 0, "a.jpg", "image/jpeg"), NOW)
    text = "EUR" if name == "currency" else SAMPLE[FIELDS[name].kind]
    return filled(case, {name: text})


# --- gates ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(CaseKind))
def test_every_gate_names_what_is_missing_and_opens_when_it_is_filled(kind: CaseKind) -> None:
    for resolution, to in product([None, *Resolution], [*Stage, *Column]):
        case = a_case(kind, resolution=resolution)
        missing = case.missing_for(to, RULES.gates)
        if missing:
            with pytest.raises(MoveNotAllowed) as refused:
                case.moved(to, NOW, RULES.gates)
            assert refused.value.missing == missing
        while missing:
            for name in missing:
                case = fill(case, name)
            missing = case.missing_for(to, RULES.gates)  # a refund wants an amount as soon as it is one
        moved = case.moved(to, NOW, RULES.gates)
        assert to in {moved.stage, moved.column}


def test_no_file_opens_the_way_into_the_archive() -> None:
    lax = read_gates({"stages": {"archived": []}})
    with pytest.raises(MoveNotAllowed) as refused:
        a_case().moved(Stage.ARCHIVED, NOW, lax)
    assert refused.value.missing == ("follow_up_result", "root_cause", "lesson")


def test_gates_leave_out_what_nobody_could_fill() -> None:
    gates = read_gates({"stages": {"in_hand": ["reason", "weather", 7], "answered": "no list"}, "kinds": []})
    assert gates.stages[Stage.IN_HAND] == ("reason",)
    assert gates.stages[Stage.ANSWERED] == ()
    assert read_gates("nothing").missing(a_case(), Stage.ANSWERED) == ()


def test_the_way_back_is_free() -> None:
    case = a_case(stage=Stage.ANSWERED, column=Column.SETTLE)
    assert case.moved(Column.NEW, NOW, RULES.gates).stage is Stage.ACCEPTED


def test_what_was_followed_up_stays_in_its_column_until_it_is_archived() -> None:
    case = a_case(CaseKind.COMPLAINT)
    for name in ("reason", "resolution", "amount", "consent", "executed_at", "follow_up_result"):
        case = fill(case, name)
    case = case.moved(Stage.FOLLOWED_UP, NOW, RULES.gates)
    assert case.column is Column.SETTLE
    assert case.moved(Column.SETTLE, NOW, RULES.gates) is case


def test_the_decision_gets_its_date_when_it_is_told() -> None:
    case = filled(a_case(), {"reason": "broken", "resolution": "explain", "evidence_note": "seen"})
    assert case.moved(Stage.ANSWERED, NOW, RULES.gates).decided_at == NOW


_MOVES = st.one_of(
    st.sampled_from([*Stage, *Column]),
    st.sampled_from(sorted(name for name, one in FIELDS.items() if one.kind in SAMPLE)),
)


@settings(max_examples=50)
@given(st.sampled_from(list(CaseKind)), st.lists(st.tuples(_MOVES, st.booleans()), max_size=40))
def test_no_random_way_leads_into_the_archive_without_a_follow_up(
    kind: CaseKind, ways: list[tuple[Stage | Column | str, bool]]
) -> None:
    case = a_case(kind)
    for way, fills in ways:
        if isinstance(way, Stage | Column):
            missing = case.missing_for(way, RULES.gates)
            with suppress(MoveNotAllowed):
                case = case.moved(way, NOW, RULES.gates)
            assert not any(is_filled(case, name) for name in missing)
        elif fills or case.stage is Stage.ACCEPTED:
            case = fill(case, way) if fills else filled(case, {way: ""})
        if case.stage is Stage.ARCHIVED:
            assert all(is_filled(case, name) for name in ALWAYS[Stage.ARCHIVED])


# --- fields --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("amount", "a lot"),
        ("amount", "-1"),
        ("amount", "NaN"),
        ("amount", "1e30"),
        ("amount", "1.23456"),
        ("amount", "5 euros"),
        ("next_at", "some day"),
        ("next_at", "9999-99-99"),
        ("resolution", "shout"),
        ("kind", ""),
        ("owner", "Lin"),
        ("reason", "x" * 4_001),
        ("evidence", "photo"),
        ("colour", "red"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_by_its_name(name: str, text: str) -> None:
    with pytest.raises(InputRefused) as refused:
        filled(a_case(), {name: text})
    assert refused.value.field == name


def test_typed_texts_become_values() -> None:
    case = filled(
        a_case(),
        {"amount": "39.90 eur", "next_at": "2026-11-20", "executed_at": "2026-11-03T09:30+01:00", "owner": "2"},
    )
    assert (case.amount, case.currency, case.owner) == (Decimal("39.90"), "EUR", 2)
    assert case.next_at == datetime(2026, 11, 20, 17, tzinfo=UTC)
    assert case.executed_at == datetime(2026, 11, 3, 8, 30, tzinfo=UTC)
    emptied = filled(case, {"amount": "", "next_at": "", "owner": "", "resolution": ""})
    assert (emptied.amount, emptied.next_at, emptied.owner, emptied.resolution) == (None, None, None, None)


def test_an_amount_without_a_currency_is_not_filled() -> None:
    assert not is_filled(a_case(amount=Decimal(5)), "amount")


def test_steps_are_filled_when_all_are_done() -> None:
    case = a_case(steps=(CaseStep("look"), CaseStep("pay")))
    assert not is_filled(case, "steps")
    assert is_filled(case.ticked("look", NOW).ticked("pay", NOW), "steps")
    assert case.ticked("look", NOW, "Lin").ticked("look", None) == case


# --- dates ---------------------------------------------------------------------------------------------------


def test_the_earliest_date_is_when_it_is_due() -> None:
    day = timedelta(days=1)
    case = a_case(
        next_at=NOW + 3 * day,
        platform_deadline=NOW + 2 * day,
        follow_up_at=NOW + 4 * day,
        escalations=(Escalation("supplier", "s@x.example", "?", NOW, NOW + day),),
    )
    assert case.due_at == NOW + day
    answered = replace(case, escalations=(replace(case.escalations[0], answered_at=NOW),))
    assert answered.due_at == NOW + 2 * day
    assert replace(answered, stage=Stage.ARCHIVED).due_at is None
    assert a_case().due_at is None


def test_the_same_file_is_evidence_once_and_only_pictures_tell_that_it_came() -> None:
    picture = Evidence(MessageId(1), 0, "a.jpg", "image/jpeg")
    paper = Evidence(MessageId(1), 1, "a.pdf", "application/pdf")
    case = a_case().with_evidence(paper, NOW)
    assert case.evidence_at is None
    case = case.with_evidence(picture, NOW).with_evidence(picture, NOW + timedelta(hours=1))
    assert (case.evidence, case.evidence_at) == ((paper, picture), NOW)


def test_at_stake_is_the_amount_that_was_decided_else_the_price() -> None:
    assert a_case(value=Decimal(78)).at_stake == 78
    assert a_case(value=Decimal(78), amount=Decimal(10)).at_stake == 10


# --- changes and history -------------------------------------------------------------------------------------


def test_putting_back_leaves_what_came_since() -> None:
    before = a_case(item="Lamp")
    after = replace(before, item="Table lamp", stage=Stage.IN_HAND, column=Column.WAITING)
    since = replace(after, reason="It broke")
    undone = put_back(since, CaseUndo(before, after), NOW)
    assert (undone.item, undone.column, undone.reason) == ("Lamp", Column.NEW, "It broke")
    assert differences(before, after) == (
        ("stage", "accepted", "in_hand"),
        ("column", "new", "waiting"),
        ("item", "Lamp", "Table lamp"),
    )


def test_differences_are_told_as_text() -> None:
    after = a_case(
        next_at=NOW,
        evidence=(Evidence(MessageId(1), 0, "a.jpg", "image/jpeg"),),
        steps=(CaseStep("look", NOW), CaseStep("pay")),
        escalations=(Escalation("supplier", "s@x.example", "?", NOW, NOW, NOW),),
    )
    assert [new for _, _, new in differences(a_case(), after)] == [
        "a.jpg",
        "2026-11-02T08:00+00:00",
        "look ✓, pay",
        "supplier s@x.example 2026-11-02T08:00+00:00 ✓",
    ]


def _chain(count: int) -> list[Entry]:
    entries: list[Entry] = []
    previous = FIRST
    for number in range(1, count + 1):
        details = canonical([["reason", "", f"{number}"]])
        case, digest = CaseId(1001 + number % 2), hash_of(details)
        one = Entry(number, case, "2026", "Lin", "moved", details, digest, f"{number}", "")
        one = replace(one, hash=one.expected_hash(previous))
        previous = one.hash
        entries.append(one)
    return entries


def test_an_untouched_chain_is_whole() -> None:
    verdict = verify(_chain(4), {CaseId(1001): "4", CaseId(1002): "3"})
    assert verdict.is_whole
    assert (verdict.entries, verdict.cases) == (4, 2)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"by": "Mo"}, (2, "changed")),
        ({"at": "2025"}, (2, "changed")),
        ({"deed": "undone"}, (2, "changed")),
        ({"content": "x"}, (2, "changed")),
        ({"hash": "0" * 64}, (2, "changed")),
        ({"case_id": CaseId(1005)}, (2, "changed")),
        ({"digest": "0" * 64}, (2, "changed")),
        ({"details": "[]"}, (2, "details")),
    ],
)
def test_a_changed_entry_is_found(change: dict[str, object], found: tuple[int, str]) -> None:
    entries = _chain(4)
    entries[1] = replace(entries[1], **change)  # type: ignore[arg-type]
    assert found in verify(entries, {CaseId(1001): "4", CaseId(1002): "3"}).broken


def test_a_missing_entry_a_changed_case_and_a_case_without_history_are_found() -> None:
    entries = _chain(4)
    cases = {CaseId(1001): "4", CaseId(1002): "3"}
    assert verify([entries[0], *entries[2:]], cases).broken[0] == (2, "missing")
    assert verify(entries[:-1], cases).broken == ((1001, "case"),)
    assert verify(entries, cases | {CaseId(1001): "5"}).broken == ((1001, "case"),)
    assert verify(entries, cases | {CaseId(1009): "5"}).broken == ((1009, "case"),)


def test_forgotten_details_leave_the_chain_whole() -> None:
    entries = [replace(entry, details=None) for entry in _chain(4)]
    assert verify(entries, {CaseId(1001): "4", CaseId(1002): "3"}).is_whole


# --- rules ---------------------------------------------------------------------------------------------------


def test_every_kind_has_a_playbook_in_both_languages() -> None:
    for kind in CaseKind:
        book = RULES.playbook_for(kind)
        assert book is not None
        for step in book.steps:
            assert step.said("zh_CN") != step.said("en") != step.key
    assert {"late", "lost", "damaged", "wrong_size", "not_as_described", "refund", "chargeback"} <= set(RULES.playbooks)


def test_playbooks_and_policy_name_templates_of_the_starter_pack() -> None:
    import json

    packs = [json.loads(file.read_text("utf-8")) for file in (RESOURCES.parent / "starter").glob("*.json")]
    text = json.dumps(packs)
    named = {book.template for book in RULES.playbooks.values()} | {row.template for row in RULES.returns}
    assert [key for key in named if f'"key": "{key}"' not in text] == []


@pytest.mark.parametrize(
    ("reason", "days", "condition", "price", "verdict", "shop_pays", "template"),
    [
        ("damaged", 3, Condition.DAMAGED, "12", ReturnVerdict.KEEP, True, "dmg-money"),
        ("damaged", 3, Condition.DAMAGED, "78", ReturnVerdict.ACCEPT, True, "dmg"),
        ("damaged", 90, Condition.DAMAGED, "78", ReturnVerdict.REFUSE, False, "return-late"),
        ("changed_mind", 30, Condition.UNUSED, "78", ReturnVerdict.ACCEPT, False, "return"),
        ("changed_mind", 31, Condition.UNUSED, "78", ReturnVerdict.REFUSE, False, "return-late"),
        ("changed_mind", 10, Condition.USED, "78", ReturnVerdict.PARTLY, False, "part-paid"),
        ("defect", 400, Condition.USED, None, ReturnVerdict.ACCEPT, True, "warranty"),
    ],
)
def test_the_return_policy_decides(
    reason: str,
    days: int,
    condition: Condition,
    price: str | None,
    verdict: ReturnVerdict,
    shop_pays: bool,
    template: str,
) -> None:
    found = RULES.decide_return(reason, days, condition, Decimal(price) if price else None)
    assert (found.verdict, found.shop_pays, found.template) == (verdict, shop_pays, template)


def test_the_shops_own_file_replaces_the_parts_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "limits.json").write_text('{"currencies": {"eur": {"case": "5", "month": null}}}', "utf-8")
    (tmp_path / "playbooks.json").write_text('{"damaged": {"kinds": ["damaged"], "steps": [{"key": "look"}]}}', "utf-8")
    rules = read_case_rules(load_rules(RESOURCES, tmp_path))
    assert rules.limits["EUR"].a_case == 5
    assert rules.limits["EUR"].a_month is None
    book = rules.playbook_for(CaseKind.DAMAGED)
    assert book is not None
    assert [step.said("en") for step in book.steps] == ["look"]
    assert rules.gates == RULES.gates


def test_a_slip_in_an_edited_list_stops_nothing() -> None:
    rules = read_case_rules(
        {
            "gates": {"days": {"waiting": "soon"}},
            "playbooks": {"x": "?", "y": {"kinds": ["flood"], "steps": ["a", {"key": ""}]}},
            "returns": {"lines": ["?", {"days": "x", "share": 300, "up_to": "cheap", "decision": "maybe"}]},
            "limits": {"currencies": {"EUR": {"case": "much"}}, "counts": ["pay"]},
        }
    )
    assert (rules.reminders, rules.limits["EUR"].a_case, rules.counted) == ({}, None, frozenset())
    assert [row.verdict for row in rules.returns] == [ReturnVerdict.REFUSE, ReturnVerdict.REFUSE]
