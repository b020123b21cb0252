"""A fault of a file that could be read: a value, a key or a reference that is not right."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from smartcert.source.path import FieldPath


class Code(StrEnum):
    """What can be wrong, each as `messages/faults.yaml` and `smartcert explain` tell it.

    `P` is of a proposal and its fields, `W` of waivers, `R` of reviews, `S` of whole sections.
    """

    UNREADABLE_VALUE = "P001"
    PLACEHOLDER = "P002"
    UNKNOWN_KEY = "P003"
    WRONG_FORM = "P004"
    MIXED_CALENDARS = "P005"
    UNKNOWN_CHOICE = "P006"
    REPEATED_ID = "P007"
    MISSING_FILE = "P008"
    OUTSIDE_FILE = "P009"
    NEWER_FORMAT = "P010"
    UNKNOWN_PROFILE = "P011"
    COMMA_IN_BRACES = "P012"
    UNKNOWN_SUPPORT = "P013"
    OTHER_FILE = "P014"
    UNKNOWN_ANNEX = "P015"
    EMPTY_FILE = "P016"
    WRONG_TOTAL = "P017"
    TORN_TEXT = "P018"
    NO_ANSWER = "P019"
    COPY = "P020"
    WAIVER_REFUSED = "W001"
    WAIVER_EXPIRED = "W002"
    WAIVER_OF_NOTHING = "W003"
    WAIVER_ENDS_BEFORE = "W004"
    WAIVER_TO_COME = "W005"
    WAIVER_UNKNOWN_KEY = "W006"
    COMMENT_NOWHERE = "R001"
    COMMENT_ON_NOTHING = "R002"
    REPEATED_COMMENT = "R003"
    REVIEW_BY_NOBODY = "R004"
    JUDGEMENT_REFUSED = "R005"
    JUDGEMENT_LAPSED = "R006"
    JUDGEMENT_IDLE = "R007"
    JUDGEMENT_ON_NOTHING = "R008"
    MISSING_SECTION = "S001"
    REPEATED_SENTENCE = "S002"
    UNLIKE_SENTENCES = "S003"


class Fault(NamedTuple):
    """A fault of the file itself, before any requirement is asked."""

    code: Code
    path: FieldPath
    """Where in the file."""
    at_key: bool = False
    """The key is at fault, not its value."""
    params: Mapping[str, str] = {}
    """What the message names."""
    related: tuple[FieldPath, ...] = ()
    """Other places that a reader must see to understand it."""


def fault_at(
    path: FieldPath,
    code: Code,
    /,
    *,
    at_key: bool = False,
    related: tuple[FieldPath, ...] = (),
    **params: str,
) -> Fault:
    """Return the fault of what stands at a path; `params` is what its message names."""
    return Fault(code=code, path=path, at_key=at_key, params=params, related=related)
