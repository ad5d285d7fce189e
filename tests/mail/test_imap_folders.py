"""Folder lists: every way to write a name, and what a folder is for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.mailbox import FolderRole, ServerFolder
from shopdesk.mail.imap_folders import decoded, encoded, read_list, read_object_ids, server_folders
from shopdesk.mail.quirks import quirks_of


def folders(*lines: object, not_mail: frozenset[str] = frozenset()) -> dict[str, ServerFolder]:
    return {folder.name: folder for folder in server_folders(read_list(lines), {}, not_mail)}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (b'(\\HasNoChildren) "/" INBOX', "INBOX"),
        (b'(\\HasNoChildren) "/" "inbox"', "INBOX"),
        (b'() NIL "with \\"quotes\\" and \\\\"', 'with "quotes" and \\'),
        (b'(\\Marked) "\\\\" &XfJT0ZAB-', "已发送"),
        (b'() "." "INBOX.R&-D"', "INBOX.R&D"),
        (b'() "/" "&broken"', "&broken"),
        (b'() "/" "\xc3\xbcber"', "über"),
        (b'() "/" "\xfcber"', "über"),
        ((b'() "/" {9}', b"a (b) \"c\""), 'a (b) "c"'),
        (b'() "/" "&2D3eAA- smile"', "😀 smile"),
        (b"() \"/\" per%cent*", "per%cent*"),
    ],
)  # fmt: skip
def test_names_in_every_form(line: object, name: str) -> None:
    rest = (line, b"") if isinstance(line, tuple) else (line,)
    assert [listed.name for listed in read_list(rest)] == [name]


def test_lines_without_sense_are_left_out_and_doubles_come_once() -> None:
    lines = [b"nonsense", b"", b'() "/" ""', b'() "/" a', b'(\\Sent) "/" a', b'() "/" "x\x00y"', b'() "/" b']
    assert [listed.name for listed in read_list(lines)] == ["a", "b"]


@given(st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=50))
def test_names_come_back_as_they_were(name: str) -> None:
    expected = "INBOX" if name.upper() == "INBOX" else name
    assert decoded(encoded(name)) == expected


@given(st.lists(st.one_of(st.binary(max_size=60), st.tuples(st.binary(max_size=60), st.binary(max_size=60)))))
def test_arbitrary_lists_never_raise(lines: list[object]) -> None:
    found = server_folders(read_list(lines), read_object_ids(lines))
    assert len({folder.name for folder in found}) == len(found)


def test_marks_count_more_than_names() -> None:
    found = folders(b'(\\Trash) "/" Sent', b'(\\Sent) "/" "Mein Ausgang"', b'(\\All \\HasNoChildren) "/" "Everything"')
    assert (found["Sent"].role, found["Mein Ausgang"].role) == (FolderRole.TRASH, FolderRole.SENT)
    assert not found["Everything"].role.is_wanted


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Sent Messages", FolderRole.SENT),
        ("INBOX.Gesendet", FolderRole.SENT),
        ("Отправленные", FolderRole.SENT),
        ("Éléments envoyés", FolderRole.SENT),
        ("已发送", FolderRole.SENT),
        ("送信済み", FolderRole.SENT),
        ("INBOX/Entwürfe", FolderRole.DRAFTS),
        ("草稿箱", FolderRole.DRAFTS),
        ("Deleted Messages", FolderRole.TRASH),
        ("Papierkorb", FolderRole.TRASH),
        ("Bulk Mail", FolderRole.JUNK),
        ("垃圾邮件", FolderRole.JUNK),
        ("病毒文件夹", FolderRole.JUNK),
        ("Archives", FolderRole.ARCHIVE),
        ("[Gmail]/Alle Nachrichten", FolderRole.ALL),
        ("[Gmail]/Wichtig", FolderRole.ALL),
        ("[Google Mail]/Gesendet", FolderRole.SENT),
        ("订单", FolderRole.OTHER),
        ("Suppliers", FolderRole.OTHER),
        ("订阅邮件", FolderRole.OTHER),
    ],
)
def test_names_tell_the_role_where_marks_are_missing(name: str, role: FolderRole) -> None:
    separator = b"." if "." in name else b"/"
    found = folders(b'() "' + separator + b'" "' + encoded(name) + b'"')
    assert found[name].role is role


def test_what_lies_in_the_bin_is_rubbish_too() -> None:
    found = folders(b'() "/" Trash/2020/May', b'(\\Noselect) "/" Trash', b'() "/" Trash/2020', b'() "/" Sent/2020')
    assert {found[name].role for name in ("Trash", "Trash/2020", "Trash/2020/May")} == {FolderRole.TRASH}
    assert found["Sent/2020"].role is FolderRole.OTHER
    assert not found["Trash"].selectable
    assert found["Trash/2020"].selectable


def test_exchange_keeps_things_that_are_no_mail() -> None:
    not_mail = quirks_of("outlook.office365.com").not_mail
    found = folders(b'() "/" Calendar', b'() "/" Customers', b'() "/" Customers/Notes', not_mail=not_mail)
    assert [found[name].role.is_wanted for name in ("Calendar", "Customers", "Customers/Notes")] == [False, True, True]


def test_xlist_says_which_is_the_inbox() -> None:
    found = folders(b'(\\HasNoChildren \\Inbox) "/" "Posteingang"', b'(\\Starred) "/" "[Gmail]/Markiert"')
    assert found["INBOX"].role is FolderRole.INBOX
    assert found["[Gmail]/Markiert"].role is FolderRole.ALL


def test_object_ids_are_found_by_the_servers_own_name() -> None:
    status = [
        b'"a \\"b\\"" (MESSAGES 3 MAILBOXID (F2212ea87-6097-4256-9d51-71338625))',
        b"c (MAILBOXID (x))",
        b"d (MESSAGES 1)",
    ]
    ids = read_object_ids(status)
    listing = read_list([b'() "/" "a \\"b\\""', b'() "/" c', b'() "/" d'])
    found = {folder.name: folder.object_id for folder in server_folders(listing, ids)}
    assert found == {'a "b"': "F2212ea87-6097-4256-9d51-71338625", "c": "x", "d": ""}
