"""What a reader raises when text is not what it should be."""

from __future__ import annotations


class ValueReadError(ValueError):
    """The text can't be read as what it should be."""

    def __init__(self, reason: str, hint: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        """A short key, such as `no-unit` or `no-such-day`."""
        self.hint = hint
        """How it may have been meant, ready to paste and readable itself, when that can be told."""
