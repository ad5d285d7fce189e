"""Files mails until it is killed; says on stdout what was committed. Run by `test_kills.py`."""

import sys
from pathlib import Path

from shopdesk.storage.store import open_store
from tests.storage.make import a_conversation, a_mail, a_message, a_place, first_folder, keyed


def main(folder: str) -> None:
    """Write batches of ten mails into the folder, one transaction each."""
    store = open_store(Path(folder), lambda _: None)
    with store.writing() as work:
        inbox = first_folder(work)
        done = len(work.mails.known_uids(inbox))
    while True:
        numbers = range(done + 1, done + 11)
        raws = {number: f"mail {number} ".encode() * 500 for number in numbers}
        store.archive.add(keyed(*raws.values()))
        with store.writing() as work:
            conversations = work.conversations.new_ids(10)
            work.conversations.add([a_conversation(each) for each in conversations])
            work.mails.add_messages([
                a_message(number, conversation, a_mail(f"text {number} " * 100))
                for number, conversation in zip(numbers, conversations, strict=True)
            ])
            work.mails.add_places(inbox, [a_place(number, number, raws[number]) for number in numbers])
            work.conversations.refresh(conversations)
        done += 10
        sys.stdout.write(f"{done}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
