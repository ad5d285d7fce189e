"""How a customer feels; lists know it, and nothing else of what a mail says."""

from enum import StrEnum


class Mood(StrEnum):
    """How the customer feels, as far as words tell."""

    CALM = "calm"
    UNHAPPY = "unhappy"
    ANGRY = "angry"
