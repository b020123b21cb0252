"""The types of a proposal's fields, as the JSON Schemas write them.

YAML hands over text exactly as the city wrote it; a field's type says what that text means: a year
in B.E. or C.E., baht, rai, a yes. `x-type` is the name of that meaning, by which
`smartcert.proposal` finds the reader; the rest is for editors. Pydantic declares and does not
validate, so a type has no meaning of its own in Python.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import WithJsonSchema

_SCALAR = ("string", "number", "boolean")


def _declared(name: str, *kinds: str, **more: Any) -> Any:
    """Return a type of a field: its name, and what an editor may find written there."""
    kind = kinds[0] if len(kinds) == 1 else list(kinds)
    return Annotated[Any, WithJsonSchema({"type": kind, **more, "x-type": name})]


def choice(name: str, *words: str, named: bool = False) -> Any:
    """Return a closed set of words; `messages/schema/choices.yaml` has their names.

    Behind a word that is `named` the name of one may stand: `เทศบาลตำบลแม่เมาะ`.
    """
    body = {"enum": words, "x-type": "choice", "x-choices": name}
    return Annotated[Any, WithJsonSchema({**body, "x-named": True} if named else body)]


def _text(asks: str = "") -> Any:
    """Return a type of text, which may be written in both languages, and what it asks for.

    `smartcert.thai.substance` says which words are no answer to it.
    """
    languages = {"th": {"type": "string"}, "en": {"type": "string"}}
    more: dict[str, Any] = {"properties": languages, "additionalProperties": False}
    return _declared("text", *_SCALAR, "object", **more, **({"x-asks": asks} if asks else {}))


Text = _text()
"""Text about what is planned, or about anything else of which no more can be known."""

Who = _text("who")
"""A person, an office or a place by its name."""

Thing = _text("thing")
"""Something that has to be there already: an order, an event, a source."""

Arrangement = _text("arrangement")
"""How something is done or to be done: that it is not there is no answer, a plan is one."""

Resolution = _text("consent")
"""What a meeting resolved: that it refused is no answer."""

Aim = _text("aim")
"""What is to be reached; several sections may say it alike."""

MeasureName = _text("measure")
"""What is measured; a goal and its KPI may call it alike."""

Trouble = _text("problem")
"""What is wrong or not there."""

Matter = _text("matter")
"""What an item of a list is for, or came to: what another is for is no answer."""

State = _declared("state", *_SCALAR)
"""Text that says how far something is: `in progress` is an answer here."""

OrNone = _declared("or_none", *_SCALAR)
"""Text about something a city may have none of: `none` is an answer here."""

Texts = _declared("texts", *_SCALAR, "array", items={"type": list(_SCALAR)})
People = _declared("texts", *_SCALAR, "array", items={"type": list(_SCALAR)}, **{"x-asks": "who"})
"""Names of persons or offices."""
Id = _declared("id", "string", "number")
Refs = _declared("refs", "string", "number", "array", items={"type": ["string", "number"]})
"""Ids or names of things that stand elsewhere, one or several."""


def _refs_to(*sections: str) -> Any:
    """Return ids or names of items of some sections, one or several."""
    items = {"type": ["string", "number"]}
    return _declared("refs", "string", "number", "array", items=items, **{"x-to": sections})


AnnexRefs = _refs_to("Annex")
DatasetRefs = _refs_to("Dataset")
FundingRefs = _refs_to("Funding")
GoalRefs = _refs_to("Goal", "ServiceGoal")
KpiRefs = _refs_to("Kpi")
OwnerRefs = _declared(
    "owner", *_SCALAR, "array", items={"type": "string"}, **{"x-to": ("Agency", "Partner")}
)
"""Who does something: one name, or several."""
PartyRefs = _refs_to("Agency", "Partner")
PartnerRefs = _refs_to("Partner")
WorkRefs = _refs_to("Project", "InfrastructureItem")


Url = _declared("url", "string")
FilePath = _declared("file", "string")
Number = _declared("number", "number", "string")
TargetValue = _declared("target", "number", "string")
"""A figure, a limit, a range, a change from the baseline, or that something is there."""
Whole = _declared("whole", "integer", "string")
Ordinal = _declared("ordinal", "integer", "string")
Year = _declared("year", "integer", "string")
Date = _declared("date", "string", "integer")
Amount = _declared("amount", "number", "string")
ProjectBudget = _declared(
    "budget",
    "number",
    "string",
    "object",
    "array",
    additionalProperties={"type": ["number", "string"]},
)
"""An amount, or amounts by year."""
Yearly = _declared("yearly", "number", "string")
AreaSize = _declared("area", "string")
Flag = _declared("flag", "boolean", "string")
Confirmed = _declared("confirmed", "boolean", "string")
"""Whether money is confirmed, or how far it is: `อยู่ระหว่างเสนอ ครม.` is a state, and no yes."""
