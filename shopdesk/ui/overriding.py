"""`override` for Python 3.11, where `typing` has none yet: checked by mypy, nothing at run time."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method):  # noqa: ANN001, ANN201 - never seen by mypy
        """Return the method as it is."""
        return method


__all__ = ["override"]
