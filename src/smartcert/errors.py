"""What can go wrong outside a proposal: usage and catalogs. Each becomes one line in one place."""

from __future__ import annotations


class SmartcertError(Exception):
    """A fault that ends a command; its text says what, and `hint` how to mend it."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(SmartcertError):
    """A command was called in a way that can't work."""


class CatalogError(SmartcertError):
    """A catalog can't be used."""

    exit_code = 4
