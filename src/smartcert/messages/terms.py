"""Words and short phrases of the terminal output and the summary."""

from smartcert.messages.message import message


def term(key: str, lang: str, **params: object) -> str:
    """Return a phrase in a language, with its names filled in."""
    return message(f"terminal.{key}", lang, **params)
