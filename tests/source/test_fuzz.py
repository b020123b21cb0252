"""Whatever a file says, it is read or refused, and what is read is what PyYAML reads as text."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smartcert.messages.codes import code_text
from smartcert.messages.message import message
from smartcert.source import Limits, Map, Seq, read_source
from smartcert.source import yaml_reader as reader
from smartcert.source.nodes import mark_of
from smartcert.source.span import BREAK

pytestmark = pytest.mark.long

VALID = """\
# ข้อเสนอ
smartcert: 1
applicant: &applicant
  name: "เทศบาลนครขอนแก่น"
  contact: {phone: 043-221-185, email: 'info@kk.go.th'}
area:
  size: 46 ตร.กม.
  vision: >-
    เมืองน่าอยู่
    ทุกคนเท่าเทียม
  goals:
    - id: G-1
      text: ลดเวลาเดินทาง   # นาที
      target: {value: 25, year: 2570}
    - id: G-2
      text: |
        ลดฝุ่น
        PM2.5
  copy: *applicant
  empty: ~
"""

PIECES = st.sampled_from(
    [": ", ":", "- ", "-", "\n", "\n  ", "\n\t", "\r", " ", "[", "]", "{", "}", ", ", "?", "? ",
     "|", ">", "'", '"', "\\", "#", " # ", "&a ", "*a", "*a ",
     "!", "!x ", "!!str ", "!%ED%A0%80 ", "%TAG ! x", "%", "@", "`", "<<: ", "~", "null", "---\n",
     "...\n", "a", "ก", "ก้", "a: 1\n", "\x00", "\x85", "\u2028",
     "\ufeff", "😀", "\\u0e01", '"\\ud800"', "  ", "    ", "a" * 1030]
)  # fmt: skip

NULLS = {"", "~", "null", "Null", "NULL"}


@st.composite
def mutated(draw):
    """Give the valid file with some stretches replaced."""
    text = VALID
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 6))
        text = text[:start] + draw(PIECES) + text[end:]
    return text


snippets = st.lists(PIECES, max_size=25).map("".join)
texts = mutated() | snippets | st.text()

ODD = [
    "",
    "~",
    "null",
    "NO",
    "012",
    "1:30",
    "2567-02-29",
    "<<",
    "=",
    "- ",
    "a: b",
    "#",
    " ก",
    "ก ",
    "ก\nข\n",
    "\n",
    "'",
    '"',
    "%",
    "*a",
]
words = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029\ufeff")
) | st.sampled_from(ODD)
sections = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=20,
)
data = st.dictionaries(words, sections)


def spans_of(source):
    """Give the span of every path, key and value, of a source."""
    waiting = [((), source.root)]
    while waiting:
        path, node = waiting.pop()
        yield source.span(path)
        yield source.span(path, key=True)
        if isinstance(node, Map | Seq):
            waiting += [
                ((*path, step), node[step])
                for step in (node if isinstance(node, Map) else range(len(node)))
            ]


def nodes_of(root):
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Map | Seq):
            waiting += node.values() if isinstance(node, Map) else node


def judge_node(node):
    """Hold a value against what is promised of its type: text or containers that know places."""
    assert type(node) in (Map, Seq, str, type(None))
    if isinstance(node, Map):
        assert node.keys() == node.marks.keys()
        assert all(type(key) is str for key in node)
    if isinstance(node, Seq):
        assert len(node) == len(node.marks)


def marks_of(node):
    """Return the marks of all that a container holds; nothing for what is none."""
    if isinstance(node, Map):
        return [mark_of(node, key) for key in node]
    return [mark_of(node, index) for index in range(len(node))] if isinstance(node, Seq) else []


def judge(source):
    """Hold a source against all that is promised of one."""
    lines = BREAK.split(source.text)

    def inside(line, column):
        return 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1

    for node in nodes_of(source.root):
        judge_node(node)
        for mark in marks_of(node):
            start, end = (mark.line, mark.column), (mark.end_line, mark.end_column)
            assert inside(mark.key_line, mark.key_column)
            # An empty value may stand behind the end: a lone `?` on the last line has one there.
            assert inside(*start) or start == end
            assert start <= end
            assert mark.end_line <= len(lines) + 1
    for span in spans_of(source):
        assert inside(span.line, span.column)
        assert span.end_line <= len(lines)
        assert (span.end_line, span.end_column) >= (span.line, span.column)
        assert span.end_column <= len(lines[span.end_line - 1]) + 2
    for fault in source.faults:
        assert source.text == "" or inside(fault.span.line, fault.span.column)
        assert (fault.span.end_line, fault.span.end_column) >= (fault.span.line, fault.span.column)
        for lang in ("th", "en"):
            params = dict(fault.params)
            if "reason" in params:
                params["reason"] = message(f"syntax.reasons.{params['reason']}", lang)
            assert code_text(fault.code, "message", lang, **params)
    assert source.fatal == any(fault.fatal for fault in source.faults)
    assert source.fatal or isinstance(source.root, Map)
    if source.root is not None:
        assert not source.fatal or {fault.code for fault in source.faults} & {"Y017"}


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes(raw):
    judge(read_source(raw, "x"))


@given(texts, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp874", "latin-1"]))
@settings(max_examples=500, deadline=None)
def test_any_text_in_any_encoding(text, encoding):
    judge(read_source(text.encode(encoding, "replace"), "x"))


@given(texts, st.integers(1, 30), st.integers(1, 4), st.integers(0, 3))
def test_any_text_within_narrow_limits(text, nodes, depth, faults):
    judge(
        read_source(text.encode(), "x", Limits(nodes=nodes, depth=depth, repeated=3, faults=faults))
    )


@given(snippets | mutated())
@settings(max_examples=100, deadline=None)
def test_any_text_without_libyaml(text):
    assume('"\\ud' not in text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_LOADER", yaml.SafeLoader)
        judge(read_source(text.encode(), "x"))


def same(ours, theirs):
    """Whether data is what PyYAML reads when it takes every scalar for text but empty ones."""
    if ours is None:
        return theirs is None or theirs in NULLS
    if isinstance(ours, str):
        return ours == theirs
    if isinstance(ours, dict):
        return (
            isinstance(theirs, dict)
            and list(ours) == list(theirs)
            and all(same(ours[key], theirs[key]) for key in ours)
        )
    return isinstance(theirs, list) and len(ours) == len(theirs) and all(map(same, ours, theirs))


@given(texts)
@settings(max_examples=500, deadline=None)
def test_pyyaml_agrees(text):
    source = read_source(text.encode(), "x")
    codes = {fault.code for fault in source.faults}
    assume(not codes & {"Y009", "Y012", "Y015"} and "%TAG" not in text)
    try:
        theirs = yaml.load(text, Loader=yaml.CBaseLoader)
    except UnicodeDecodeError:
        assert "Y001" in codes or "Y008" in codes
    except (yaml.scanner.ScannerError, yaml.parser.ParserError):
        assert codes & {"Y001", "Y003", "Y008"}
    except (yaml.YAMLError, TypeError) as problem:
        # Unknown aliases, several documents, loops and keys that are not text. An anchor may come
        # again in YAML 1.2.
        again = "duplicate anchor" in str(problem)
        assert again or codes & {"Y001", "Y005", "Y008", "Y014", "Y018"}
    else:
        assert "Y001" not in codes
        if not codes - {"Y007", "Y016", "Y017"}:
            assert same(source.root, theirs)


@st.composite
def written(draw):
    """Give data and a way of writing it as YAML."""
    value = draw(data)
    text = yaml.dump(
        value,
        Dumper=yaml.CSafeDumper,
        default_style=draw(st.sampled_from([None, '"', "'", "|", ">"])),
        default_flow_style=draw(st.sampled_from([None, True, False])),
        allow_unicode=draw(st.booleans()),
        line_break=draw(st.sampled_from(["\n", "\r\n", "\r"])),
        indent=draw(st.integers(2, 9)),
        width=draw(st.sampled_from([10, 80])),
        explicit_start=draw(st.booleans()),
    )
    return value, text


@given(written())
@settings(max_examples=200, deadline=None)
def test_what_is_written_as_yaml_comes_back(case):
    value, text = case
    source = read_source(text.encode(), "x")
    assert source.faults == ()
    assert source.root == value
    judge(source)


@given(written())
@settings(max_examples=200, deadline=None)
def test_places_are_those_of_pyyaml(case):
    _, text = case
    waiting = [(read_source(text.encode(), "x").root, yaml.compose(text, Loader=yaml.CBaseLoader))]
    while waiting:
        ours, theirs = waiting.pop()
        if isinstance(ours, Map):
            entries = [
                (mark_of(ours, key.value), key, value, ours[key.value])
                for key, value in theirs.value
            ]
        elif isinstance(ours, Seq):
            assert len(ours) == len(theirs.value)
            entries = [
                (mark_of(ours, index), item, item, ours[index])
                for index, item in enumerate(theirs.value)
            ]
        else:
            continue
        for mark, key, value, node in entries:
            end = value.end_mark if isinstance(node, str) else value.start_mark
            assert (mark.key_line, mark.key_column) == (
                key.start_mark.line + 1,
                key.start_mark.column + 1,
            )
            assert (mark.line, mark.column) == (
                value.start_mark.line + 1,
                value.start_mark.column + 1,
            )
            assert (mark.end_line, mark.end_column) == (end.line + 1, end.column + 1)
            waiting.append((node, value))
