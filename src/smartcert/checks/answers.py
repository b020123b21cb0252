"""The check of a later round: every comment of the committee is answered, at a place there is."""

from __future__ import annotations

from typing import Any

from smartcert.checks.scope import NOT_APPLICABLE, Gap, Outcome, Params, Scope, missing
from smartcert.proposal.address import locate
from smartcert.source.path import FieldPath
from smartcert.suggest import Guesses


def any_responses(scope: Scope, _: Params) -> Outcome:
    """In a later round there are responses; where there are none, each comment lacks its own."""
    data = scope.context.data
    if data.get("round", 1) < 2:
        return NOT_APPLICABLE
    if data.get("responses"):
        return Outcome(passed=1, asked={("responses",): True})
    outcome = Outcome(asked={("responses",): False})
    _unanswered(outcome, dict(scope.context.comments))
    if not outcome.gaps:
        outcome.gaps.append(missing(("responses",)))
    return outcome


def responses(scope: Scope, _: Params) -> Outcome:
    """In a later round that answers comments, it answers every one.

    Each response says what was done, and where: at a place that is in the file.
    """
    data = scope.context.data
    if data.get("round", 1) < 2 or not data.get("responses"):
        return NOT_APPLICABLE
    comments = dict(scope.context.comments)
    outcome = Outcome(asked={("responses",): True})
    guesses = Guesses(comments)
    answered = set()
    for path, answer in scope.select("/responses[*]"):
        answered.add(answer.get("comment"))
        lacking = tuple(name for name in ("comment", "action", "where") if name not in answer)
        if lacking:
            outcome.gaps.append(Gap(kind="missing", path=path, fields=lacking))
        comment = answer.get("comment")
        if comments and comment not in (None, *comments):
            guess = guesses.closest(comment) or ""
            outcome.gap("no-comment", (*path, "comment"), value=comment, guess=guess)
        _judge_where(outcome, scope, path, answer.get("where") or ())
    _unanswered(outcome, {key: comments[key] for key in comments.keys() - answered})
    outcome.gaps.sort(key=lambda gap: str(gap.params.get("id", "")))
    return outcome


def _unanswered(outcome: Outcome, comments: dict[str, str]) -> None:
    """Add a gap for each comment, a text by its id, that has no response."""
    for key, text in comments.items():
        outcome.gap("unanswered", ("responses",), id=key, text=text)


def _judge_where(outcome: Outcome, scope: Scope, path: FieldPath, places: Any) -> None:
    source = scope.context.source
    for index, where in enumerate(places):
        if where is not None:
            there = source is None or source.exists(locate(where, source.root))
            outcome.expect(there, "nowhere", (*path, "where", index), where=where)
