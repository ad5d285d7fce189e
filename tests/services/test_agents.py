"""Named people at the desk, without a server: who is on duty, whose conversations are."""

from __future__ import annotations

import pytest

from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.ids import AgentId
from shopdesk.services.agents import Agents
from tests.services.bench import SHOP, Bench, mail


def test_the_first_agent_is_on_duty_and_signs(bench: Bench) -> None:
    agents = bench.shop.agents
    assert agents.on_duty() is None
    mei = agents.add("  Mei   Lin ")
    agents.add("Lin Wei")
    assert agents.on_duty() == mei
    assert mei.name == "Mei Lin"
    assert bench.shop.signatures.agent_name() == "Mei Lin"


def test_each_computer_remembers_who_is_on_duty(bench: Bench) -> None:
    here = Agents(bench.shop.store, bench.clock, "here")
    there = Agents(bench.shop.store, bench.clock, "there")
    mei, lin = here.add("Mei"), here.add("Lin")
    there.go_on_duty(lin.id)
    assert here.on_duty() == mei
    assert there.on_duty() == lin
    there.go_on_duty(None)
    assert there.on_duty() is None
    assert there.name() == ""


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "MEI"])
def test_a_name_is_neither_empty_nor_taken(bench: Bench, name: str) -> None:
    bench.shop.agents.add("Mei")
    with pytest.raises(InputRefused):
        bench.shop.agents.add(name)


def test_who_leaves_keeps_the_name_on_what_they_did_and_frees_it(bench: Bench) -> None:
    agents = bench.shop.agents
    mei = agents.add("Mei")
    agents.retire(mei.id)
    assert agents.all() == []
    assert agents.get(mei.id).name == "Mei"
    assert agents.on_duty() is None
    assert agents.add("Mei").id != mei.id
    with pytest.raises(NotFound):
        agents.go_on_duty(mei.id)
    assert [one.name for one in agents.known()] == ["Mei", "Mei"]


def test_another_name_signs_at_once(bench: Bench) -> None:
    mei = bench.shop.agents.add("Mei")
    bench.shop.agents.rename(mei.id, "Mei Lin")
    assert [(one.id, one.name) for one in bench.shop.agents.all()] == [(mei.id, "Mei Lin")]
    assert bench.shop.signatures.agent_name() == "Mei Lin"


def test_an_assignment_is_seen_on_the_conversation_and_taken_back(bench: Bench) -> None:
    agents = bench.shop.agents
    mei, lin = agents.add("Mei"), agents.add("Lin")
    one = bench.comes(mail("a"))
    first = agents.assign([one], mei.id)
    second = agents.assign([one], lin.id)
    assert bench.row(one).agent == lin.id
    assert bench.row(one).agent_name == "Lin"
    assert agents.assigned(one) == lin
    bench.use.undo(second)
    assert bench.row(one).agent == mei.id
    bench.use.undo(first)
    assert bench.row(one).agent is None
    assert bench.heard[-1].conversations == {one}


def test_nobody_who_left_or_never_was_is_given_work(bench: Bench) -> None:
    one = bench.comes(mail("a"))
    with pytest.raises(NotFound):
        bench.shop.agents.assign([one], AgentId(7))
    with pytest.raises(NotFound):
        bench.shop.agents.assign_evenly()


def test_open_work_is_shared_out_evenly_in_one_step_that_undo_takes_back(bench: Bench) -> None:
    agents = bench.shop.agents
    mei, lin = agents.add("Mei"), agents.add("Lin")
    numbers = [bench.comes(mail(f"m{n}", sender=f"c{n}@x.example", subject=f"S{n}")) for n in range(5)]
    agents.assign(numbers[:2], mei.id)
    undo = agents.assign_evenly()
    shares = [bench.row(one).agent for one in numbers]
    assert shares.count(mei.id) in (2, 3)
    assert shares.count(lin.id) in (2, 3)
    bench.use.undo(undo)
    assert [bench.row(one).agent for one in numbers] == [mei.id, mei.id, None, None, None]


def test_what_a_removed_mailbox_takes_along_is_nobodys(bench: Bench) -> None:
    mei = bench.shop.agents.add("Mei")
    one = bench.comes(mail("a"))
    bench.shop.agents.assign([one], mei.id)
    bench.shop.mailboxes.remove(SHOP)
    bench.shop.finish_removals()
    with bench.shop.store.reading() as work:
        assert work.agents.assigned([one]) == {}
