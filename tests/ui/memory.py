"""Settings that are forgotten."""


class Memory(dict):
    """Fits what the window asks of its settings."""

    def value(self, key: str, defaultValue: object = None) -> object:  # noqa: N803
        return self.get(key, defaultValue)

    def setValue(self, key: str, value: object) -> None:  # noqa: N802
        self[key] = value
