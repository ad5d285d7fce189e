"""`today` and `day`: what is due, and the day's lists from the command line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from shopdesk.domain.ids import ConversationId


def test_today_says_what_waits_and_what_ticks_itself(connected, post) -> None:
    post.deliver("Lamp")
    connected("sync")
    told = connected("today")
    assert told.code == 0
    assert "1 conversation waits for a reply" in told.out
    assert "Morning review: " in told.out
    as_json = connected("today", "--json").json
    assert (as_json["waiting"], as_json["overdue"]) == (1, 0)
    items = {item["key"]: item for item in as_json["run"]["items"]}
    assert items["overdue"]["state"] == "automatic"
    assert items["mailboxes"]["count"] == 0
    assert len(as_json["week"]) == 7
    assert items["backup"]["problem"] == "BackupNotChosen"
    assert "No backup yet. No folder for backups is chosen yet" in told.out


def test_today_tells_how_old_the_backup_is_and_what_was_promised(connected, post, tmp_path) -> None:
    post.deliver("Lamp", "Where is my lamp?")
    connected("sync")
    with connected.shop() as shop:
        shop.promises.add(ConversationId(1), "a new lamp today", datetime.now(UTC) + timedelta(seconds=1))
    assert connected("backup", str(tmp_path / "drive")).code == 0
    told, as_json = connected("today"), connected("today", "--json").json
    assert "[=] backup        0  Backup: 0 hours old\n" in told.out
    assert "Anna, a new lamp today (conversation 1)" in told.out
    assert [one["quoted"] for one in as_json["promised"]] == ["a new lamp today"]
    items = {item["key"]: item for item in as_json["run"]["items"]}
    assert (items["backup"]["age_hours"], items["backup"]["state"]) == (0.0, "automatic")


def test_a_list_is_begun_ticked_and_the_day_closed_when_nothing_is_left(connected, post) -> None:
    post.deliver("Lamp")
    connected("sync")
    assert connected("day", "start", "--json").json["begun_at"] is not None
    ticked = connected("day", "tick", "facts", "--json").json
    assert {item["key"]: item["state"] for item in ticked["items"]}["facts"] == "ticked"
    refused = connected("day", "close")
    assert (refused.code, refused.err) == (1, "The day cannot be closed yet: Conversations to decide about.\n")
    with connected.shop() as shop:
        shop.conversations.mark_done([ConversationId(1)])
    closed = connected("day", "close")
    assert closed.code == 0
    assert "1 received, 0 answered." in closed.out
    assert connected("day", "close", "--json").json["closed_at"] is not None


def test_what_is_no_item_is_one_sentence(connected) -> None:
    assert connected("day", "tick").code == 2
    unknown = connected("day", "tick", "own:9")
    assert unknown.code == 1
    assert unknown.err == "Not found: item own:9 on this list; see 'today', or tick with --wrap-up.\n"
