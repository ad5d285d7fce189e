"""`topics`: what mails are about, and why."""

from argparse import ArgumentParser, Namespace

from shopdesk.cli.numbers import whole_number
from shopdesk.cli.output import complain, counted, iso, line, local, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import Lesson, MailReading, Told, Topic
from shopdesk.system.single_instance import hold_folder

_REFUSED = 2
_NONE = "none"
_TOLD = {
    Told.TOPIC: "topic",
    Told.MOOD: "mood",
    Told.URGENCY: "urgency",
    Told.INTENSITY: "loudness",
    Told.CORRECTION: "taught",
}


def _define(parser: ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True, dest="action")
    read = actions.add_parser("read", help="what a conversation is about, and the words that told", allow_abbrev=False)
    correct = actions.add_parser("correct", help="say what it is instead; this is learned", allow_abbrev=False)
    for one in (read, correct):
        one.add_argument("conversation", type=whole_number, metavar="CONVERSATION")
    topics = [topic.value or _NONE for topic in Topic]
    correct.add_argument("--topic", choices=topics, metavar="T", help=f"one of {', '.join(topics)}")
    correct.add_argument("--mood", choices=[mood.value for mood in Mood])
    correct.add_argument("--urgent", choices=("yes", "no"))
    lessons = actions.add_parser("lessons", help="what was learned from corrections", allow_abbrev=False)
    forget = actions.add_parser("forget", help="take a lesson away", allow_abbrev=False)
    forget.add_argument("lesson", type=whole_number, metavar="LESSON")
    reread = actions.add_parser("reread", help="read recent conversations that nobody read yet", allow_abbrev=False)
    for one in (read, correct, lessons, reread):
        one.add_argument("--json", action="store_true", help="for machines")


def _run(arguments: Namespace, shop: CliShop) -> int:
    """Read, correct, list or forget; 2 when a correction says nothing."""
    if arguments.action == "read":
        _tell(shop.topics.read(ConversationId(arguments.conversation)), as_json=arguments.json)
        return 0
    if arguments.action == "lessons":
        return _lessons(shop, as_json=arguments.json)
    with hold_folder(shop.data_folder):
        if arguments.action == "forget":
            shop.topics.forget(arguments.lesson)
            return 0
        return _correct(arguments, shop) if arguments.action == "correct" else _reread(arguments, shop)


def _correct(arguments: Namespace, shop: CliShop) -> int:
    topic = None if arguments.topic is None else Topic("" if arguments.topic == _NONE else arguments.topic)
    mood = None if arguments.mood is None else Mood(arguments.mood)
    urgent = None if arguments.urgent is None else arguments.urgent == "yes"
    if topic is None and mood is None and urgent is None:
        complain("What is it instead? Give --topic, --mood or --urgent.")
        return _REFUSED
    conversation = ConversationId(arguments.conversation)
    shop.topics.correct(conversation, topic, mood, urgent)
    _tell(shop.topics.read(conversation), as_json=arguments.json)
    return 0


def _reread(arguments: Namespace, shop: CliShop) -> int:
    read = shop.topics.reread(SimpleControl())
    if arguments.json:
        say_json({"read": read})
    else:
        say(f"{counted(read, 'conversation')} read.")
    return 0


def _tell(reading: MailReading, *, as_json: bool) -> None:
    if as_json:
        reasons = [{"word": one.word, "told": one.what.value, "about": one.about} for one in reading.reasons]
        say_json(
            {
                "topic": reading.topic.value,
                "mood": reading.mood.value,
                "urgent": reading.urgent,
                "lane": reading.lane.value,
                "reasons": reasons,
            }
        )
        return
    urgent = "  urgent" if reading.urgent else ""
    say(f"{reading.topic.value or 'no topic'}  {reading.mood.value}{urgent}  {reading.lane.value}")
    for one in reading.reasons:
        say(f"    {_TOLD[one.what]}: {line(one.word)}")


def _lessons(shop: CliShop, *, as_json: bool) -> int:
    lessons = shop.topics.lessons()
    if as_json:
        say_json([_lesson_json(one) for one in lessons])
        return 0
    for one in lessons:
        who = line(one.sender) or " + ".join(map(line, one.words))
        when = f"  {local(one.learned_at)}" if one.learned_at is not None else ""
        by = f"  {line(one.by)}" if one.by else ""
        say(f"{one.id}  {_TOLD[one.told]}: {one.was or _NONE} is {one.says or _NONE}  ({who}){when}{by}")
    if not lessons:
        say("Nothing was learned yet.")
    return 0


def _lesson_json(one: Lesson) -> dict[str, object]:
    return {
        "id": one.id,
        "told": one.told.value,
        "was": one.was,
        "says": one.says,
        "sender": one.sender,
        "words": list(one.words),
        "learned_at": iso(one.learned_at),
        "by": one.by,
    }


TOPICS = Command("topics", "what mails are about: read with reasons, correct", _define, _run)
