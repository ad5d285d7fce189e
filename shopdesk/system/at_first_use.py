"""Parts that are made when something is first asked of them."""

from collections.abc import Callable
from typing import Any


class AtFirstUse:
    """Stands for a part: who only looks at mailboxes, as the window does, loads no keychain and no protocols.

    `part` hands out the part, always the same one; every attribute is the part's.
    """

    def __init__(self, part: Callable[[], object]) -> None:
        self._part = part

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the part has
        return getattr(self._part(), name)
