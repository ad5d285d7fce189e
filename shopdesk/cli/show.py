"""`show`: the messages of a conversation as text."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from shopdesk.cli.numbers import whole_number
from shopdesk.cli.output import block, counted, iso, line, local, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.conversation import OpenConversation
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.message import Address, Message

_RULE = "-" * 72


def define(parser: ArgumentParser) -> None:
    """The words after `show`."""
    parser.add_argument("conversation", metavar="CONVERSATION", type=whole_number, help="as 'search' shows it")
    parser.add_argument("--json", action="store_true", help="for machines")


def run(arguments: Namespace, shop: CliShop) -> int:
    """Say what was written, oldest first."""
    opened = shop.conversations.open(ConversationId(arguments.conversation))
    if arguments.json:
        say_json(_as_json(opened))
        return 0
    conversation = opened.conversation
    say(f"{line(conversation.subject) or '(no subject)'}")
    say(f"{_shown(Address(conversation.customer_name, conversation.customer_email))}, {_standing(opened)}")
    for message in opened.messages:
        say(_RULE)
        _say_message(message)
    return 0


def _standing(opened: OpenConversation) -> str:
    conversation = opened.conversation
    words = [conversation.state.value.replace("_", " "), counted(len(opened.messages), "message")]
    if conversation.market:
        words.append(line(conversation.market))
    if conversation.order_numbers:
        words.append(f"order {', '.join(map(line, conversation.order_numbers))}")
    return ", ".join(words)


def _say_message(message: Message) -> None:
    mail = message.mail
    say(f"From: {_shown(mail.sender)}")
    for name, addresses in (("To", mail.to), ("Cc", mail.cc), ("Reply-To", mail.reply_to)):
        if addresses:
            say(f"{name}: {_listed(addresses)}")
    say(f"Date: {local(message.at)}")
    say(f"Subject: {line(mail.subject)}")
    if mail.attachments:
        say(f"Attachments: {', '.join(line(attachment.name) for attachment in mail.attachments)}")
    if message.bounced:
        say(f"Not delivered: {line(message.bounced)}")
    say()
    say(block(mail.text).rstrip())


def _listed(addresses: Sequence[Address]) -> str:
    return ", ".join(map(_shown, addresses))


def _shown(address: Address) -> str:
    name, email = line(address.name), line(address.email)
    return f"{name} <{email}>" if name and name != email else email or "(nobody)"


def _as_json(opened: OpenConversation) -> dict[str, object]:
    conversation = opened.conversation
    return {
        "conversation": conversation.id,
        "subject": conversation.subject,
        "customer": conversation.customer_name,
        "email": conversation.customer_email,
        "state": conversation.state.value,
        "lane": conversation.lane.value,
        "waiting_since": iso(conversation.waiting_since),
        "snoozed_until": iso(conversation.snoozed_until),
        "market": conversation.market or None,
        "orders": list(conversation.order_numbers),
        "messages": [_message_json(message) for message in opened.messages],
    }


def _message_json(message: Message) -> dict[str, object]:
    mail = message.mail
    return {
        "message": message.id,
        "direction": message.direction.value,
        "kind": mail.kind.value,
        "message_id": mail.message_id or None,
        "from": _shown(mail.sender),
        "to": [_shown(address) for address in mail.to],
        "cc": [_shown(address) for address in mail.cc],
        "reply_to": [_shown(address) for address in mail.reply_to],
        "date": iso(message.at),
        "received": iso(message.received_at),
        "subject": mail.subject,
        "attachments": [attachment.name for attachment in mail.attachments],
        "bounced": message.bounced or None,
        "gone": message.gone,
        "text": mail.text,
        "own_words": mail.own_words,
    }


COMMAND = Command("show", "the messages of a conversation as text", define, run)
