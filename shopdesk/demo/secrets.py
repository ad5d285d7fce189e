"""The demo's passwords: in memory, so that trying Shopdesk leaves nothing in anybody's keychain."""


class DemoSecrets:
    """Fits `services.ports.Secrets`."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def load(self, name: str) -> str | None:
        """The secret stored under a name, None when there is none."""
        return self._kept.get(name)

    def save(self, name: str, secret: str) -> None:
        """Keep a secret until the program ends."""
        self._kept[name] = secret

    def remove(self, name: str) -> None:
        """Forget a secret."""
        self._kept.pop(name, None)
