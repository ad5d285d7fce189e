"""`case` and `cases`: open, move through the gates, list, verify."""

from __future__ import annotations

import pytest


@pytest.fixture
def opened(connected, post):
    """A desk with one case, and the command line on it."""
    post.deliver("Broken lamp", "My lamp from order #1042 arrived broken, it has a crack.")
    assert connected("sync").code == 0
    said = connected("case", "new", "1", "--kind", "damaged")
    assert said.code == 0, said.err
    assert said.out.startswith("RC-1001  damaged  accepted/new  Anna")
    return connected


def test_a_case_is_opened_from_a_conversation_and_listed(opened) -> None:
    [case] = opened("cases", "--json").json
    assert (case["id"], case["kind"], case["order"], case["conversations"]) == (1001, "damaged", "1042", [1])
    assert opened("cases").out.startswith("RC-1001  damaged  accepted/new")
    unknown = opened("case", "new", "99")
    assert (unknown.code, unknown.out) == (1, "")


def test_a_closed_gate_ends_with_2_and_names_what_is_missing(opened) -> None:
    refused = opened("case", "move", "RC-1001", "answered", "--json")
    assert refused.code == 2
    assert refused.json == {"missing": ["resolution", "evidence"]}
    assert refused.err == "RC-1001 may not go there yet; it lacks resolution, evidence.\n"
    fields = "resolution=refund amount=39.90_EUR consent=yes evidence_note=seen executed_at=2026-11-02"
    fields += " follow_up_result=content root_cause=packing lesson=paper"
    given = [word for field in fields.split() for word in ("--set", field.replace("_EUR", " EUR"))]
    moved = opened("case", "move", "1001", "archived", *given)
    assert (moved.code, moved.out[:32]) == (0, "RC-1001  damaged  archived/close")
    assert opened("cases").out == "There are no cases.\n"
    [case] = opened("cases", "--all", "--json").json
    assert (case["amount"], case["currency"], case["stage"]) == ("39.90", "EUR", "archived")
    assert opened("case", "ledger").out == "39.90 EUR in 1 case; 500 left of 500 for goodwill\n"
    euros = next(part for part in opened("case", "ledger", "--json").json if part["currency"] == "EUR")
    assert (euros["total"], euros["by_kind"], euros["left"]) == ("39.90", {"damaged": "39.90"}, "500")
    assert opened("case", "ledger", "--month", "2020-01").out == "Nothing was paid.\n"
    assert opened("case", "ledger", "--month", "May").code == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("1001", "waiting", "--set", "amount=much"), "The amount is a number such as 39.90.\n"),
        (("1001", "nowhere"), "invalid choice"),
        (("lamp", "waiting"), "needs the number of a case"),
        (("1001", "waiting", "--set", "amount"), "needs a field and a value"),
    ],
)
def test_what_cannot_be_used_ends_with_2(opened, words, told) -> None:
    said = opened("case", "move", *words)
    assert said.code == 2
    assert told in said.err


def test_the_history_is_verified(opened) -> None:
    opened("case", "move", "1001", "waiting")
    assert opened("case", "verify").out == "2 entries of 1 case: nothing was changed.\n"
    with opened.shop() as shop, shop.store.writing() as work:
        work.cases._database.run("UPDATE shop_case SET content = replace(content, 'Anna', 'Anne')")
    said = opened("case", "verify", "--json")
    assert said.code == 1
    assert said.json == {"entries": 2, "cases": 1, "broken": [{"number": 1001, "what": "case"}]}
    assert said.err == "RC-1001 is not as its history left it.\n"


def test_a_case_is_given_to_somebody_and_listed_by_its_owner(opened) -> None:
    with opened.shop() as shop:
        shop.agents.add("Lin")
    assert opened("case", "give", "1001", "lin").out.endswith("  Lin\n")
    assert opened("cases", "--owner", "Lin").out.startswith("RC-1001")
    assert opened("cases", "--owner", "me", "--json").json[0]["owner_name"] == "Lin"
    assert opened("cases", "--owner", "nobody").out == "There are no cases.\n"
    assert opened("cases", "--owner", "Zoe").code == 1
    opened("case", "give", "RC-1001", "nobody")
    assert opened("cases", "--owner", "nobody", "--json").json[0]["owner"] is None
