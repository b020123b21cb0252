"""Headings and phrases of the gap report."""

from smartcert.messages.message import message


def word(key: str, lang: str, **params: object) -> str:
    """Return a phrase of the report in a language, with its names filled in."""
    return message(f"report.{key}", lang, **params)
