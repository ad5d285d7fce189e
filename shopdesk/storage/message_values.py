"""How enumerations of messages are written in columns; apart from `values`: lists are shown before any message."""

from shopdesk.domain.message import Direction, MailKind

# Written into databases: never change a number.
DIRECTION = {Direction.INCOMING: 0, Direction.OUTGOING: 1, Direction.NOTE: 2}
DIRECTIONS = {number: direction for direction, number in DIRECTION.items()}
KIND = {
    MailKind.PERSONAL: 0,
    MailKind.BOUNCE: 1,
    MailKind.AUTO_REPLY: 2,
    MailKind.LIST: 3,
    MailKind.NOTICE: 4,
    MailKind.BLOCKED: 5,
}
KINDS = {number: kind for kind, number in KIND.items()}
