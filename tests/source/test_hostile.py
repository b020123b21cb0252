"""Files made to crash, stall or deceive a reader. None raises, and each is named for what it is."""

from __future__ import annotations

import pytest
import yaml

from smartcert.source import Limits, read_source
from smartcert.source import yaml_reader as reader


def found(raw, **limits):
    """Give each fault's code and place, and the data."""
    source = read_source(raw, "proposal.yaml", Limits(**limits) if limits else None)
    return [
        (fault.code, fault.span.line, fault.span.column) for fault in source.faults
    ], source.root


def bomb(levels, width=9):
    """Give a file of a few hundred bytes that stands for `width ** levels` values."""
    lines = ["a0: &a0 [" + ", ".join(["x"] * width) + "]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * width) + "]" for n in range(1, levels)]
    return "\n".join(lines).encode()


def merge_bomb(levels, width=9):
    lines = ["a0: &a0 {k: v}"]
    lines += [
        f"a{n}: &a{n} {{<<: [" + ", ".join([f"*a{n - 1}"] * width) + "]}" for n in range(1, levels)
    ]
    return "\n".join(lines).encode()


@pytest.mark.parametrize(
    ("raw", "codes", "data"),
    [
        pytest.param(b"[" * 100_000, [("Y003", 1, 51)], None, id="brackets"),
        pytest.param(b"{a: " * 20_000, [("Y003", 1, 201)], None, id="braces"),
        pytest.param(b"- " * 100_000, [("Y003", 1, 101)], None, id="dashes"),
        pytest.param(
            b"? " * 100_000,
            [*[("Y014", 1, 2 * n + 1) for n in range(1, 50)], ("Y003", 1, 101)],
            None,
            id="questions",
        ),
        pytest.param(b"a: " + b"'" * 100_001, [("Y001", 1, 100_005)], None, id="quotes"),
        pytest.param(b"a: &a [*a]", [("Y005", 1, 8)], {"a": [None]}, id="itself"),
        pytest.param(b"a: 1\nb: 2\na: 3", [("Y006", 3, 1)], {"a": "1", "b": "2"}, id="duplicate"),
        pytest.param(
            "ชื่อ: เทศบาล".encode("cp874"), [("Y011", 1, 1)], {"ชื่อ": "เทศบาล"}, id="windows-874"
        ),
        pytest.param("a: 1\nกข: ".encode() + b"\xe0\xb8", [("Y010", 2, 5)], None,
            id="broken-utf-8"),
        pytest.param("\ufeffชื่อ: ก".encode(), [], {"ชื่อ": "ก"}, id="utf-8-mark"),
        pytest.param("ชื่อ: ก".encode("utf-16"), [("Y012", 1, 1)], {"ชื่อ": "ก"}, id="utf-16"),
        pytest.param(b"a: b\x00c", [("Y009", 1, 5)], {"a": "b\ufffdc"}, id="nul"),
        pytest.param(b"a: b\x07c", [("Y009", 1, 5)], {"a": "b\ufffdc"}, id="bell"),
        pytest.param(b"a:\n\tb: 1", [("Y001", 2, 1)], None, id="tab"),
        pytest.param(b"a: 1\n---\nb: 2", [("Y008", 2, 1)], {"a": "1"}, id="documents"),
        pytest.param(
            b"a: !!python/object/apply:os.system [ls]", [("Y007", 1, 4)], {"a": ["ls"]}, id="python"
        ),
        pytest.param(b"a: " + b"9" * 5000, [], {"a": "9" * 5000}, id="digits"),
        pytest.param("ก".encode() * 2000 + b": 1", [("Y001", 1, 2001)], None, id="long-key"),
        pytest.param('a: "ก\u0085ข"\nb: 1'.encode(), [("Y015", 1, 6)], {"a": "ก ข", "b": "1"},
            id="nel"),
        pytest.param('a: "ก\u2028ข"\nb: 1'.encode(), [("Y015", 1, 6)], {"a": "ก ข", "b": "1"},
            id="u2028"),
        pytest.param('a: "ก\u2029ข"\nb: 1'.encode(), [("Y015", 1, 6)], {"a": "ก ข", "b": "1"},
            id="u2029"),
        pytest.param("a: ".encode("utf-32"), [("Y010", 1, 1)], None, id="utf-32"),
        pytest.param(b"\x00" * 1000, [("Y009", 1, 1), ("Y017", 1, 1)], "\ufffd" * 1000, id="nuls"),
        pytest.param(b"a: !%ED%A0%80 x", [("Y001", 1, 4)], None, id="tag-of-half-characters"),
        pytest.param(b"a: !%FF x", [("Y001", 1, 5)], None, id="tag-of-no-character"),
        pytest.param(b'a: "\\ud83d\\ude00"', [("Y001", 1, 7)], None, id="half-characters"),
    ],
)  # fmt: skip
def test_hostile_files(raw, codes, data):
    assert found(raw) == (codes, data)


@pytest.mark.parametrize("make", [bomb, merge_bomb])
def test_bombs_are_stopped_by_what_they_stand_for(make):
    codes, data = found(make(40, width=3))
    assert [code for code, _, _ in codes if code != "Y013"] == ["Y005"]
    assert data is None


def test_a_bomb_is_stopped_where_it_passes_the_limit():
    # 10, 91, 820, 7,381 and 66,430 values: one of the last is too much after nine of each before.
    codes, _ = found(bomb(10))
    assert codes == [("Y005", 6, 10)]


def test_what_aliases_stand_for_is_really_bounded():
    source = read_source(bomb(4), "x")
    waiting, seen = [source.root], 0
    while waiting:
        node = waiting.pop()
        seen += 1
        waiting += (
            list(node.values())
            if isinstance(node, dict)
            else node
            if isinstance(node, list)
            else []
        )
    assert source.faults == ()
    assert seen < Limits().repeated + Limits().nodes


def test_nesting_through_aliases_is_bounded():
    """A recursive walk over what is read can't pass the limit of depth."""
    chain = b"a0: &a0 [x]\n" + b"".join(
        b"a%d: &a%d [*a%d]\n" % (n, n, n - 1) for n in range(1, 400)
    )
    codes, data = found(chain)
    assert codes == [("Y003", 50, 12)]
    assert data is None
    depth = 0
    node = found(chain[: chain.index(b"a48:")])[1]["a47"]
    while isinstance(node, list):
        node, depth = node[0], depth + 1
    assert (node, depth) == ("x", 48)


@pytest.mark.parametrize("separator", ["\n", "\r", "\r\n"])
def test_thousands_of_directives_are_not_compared_with_each_other(separator, monkeypatch):
    seen = []
    loader = reader._LOADER
    monkeypatch.setattr(reader, "_LOADER", lambda text: seen.append(text) or loader(text))
    lines = [f"%TAG !a{n}! x" for n in range(5000)]
    codes, data = found(separator.join([*lines, "---", "a: 1"]).encode())
    assert (codes, data) == ([("Y007", 1, 1)], {"a": "1"})
    assert "%TAG" not in seen[0]


def test_a_million_faults_are_not_listed():
    codes, data = found(b"a: 1\n" * 100_000)
    assert codes[-1] == ("Y019", 1002, 1)
    assert (len(codes), data) == (1001, None)


def test_a_size_too_large_is_not_even_decoded(monkeypatch):
    monkeypatch.setattr(reader, "decode", lambda raw: pytest.fail("decoded"))
    assert found(b"\xff" * 11, size=10) == ([("Y002", 1, 1)], None)


def test_nodes_are_counted_as_they_come():
    codes, data = found(b"a: [" + b"x, " * 600_000 + b"]")
    # The mapping, its key and the list are the first three; 499,997 items fit.
    assert (codes, data) == ([("Y004", 1, 5 + 3 * 499_997)], None)


@pytest.fixture
def without_libyaml(monkeypatch):
    monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)


@pytest.mark.usefixtures("without_libyaml")
@pytest.mark.parametrize(
    ("raw", "codes", "data"),
    [
        ("ชื่อ: เทศบาล\nก: [ข, ~]\n".encode(), [], {"ชื่อ": "เทศบาล", "ก": ["ข", None]}),
        (b"[" * 5000, [("Y003", 1, 51)], None),
        (b"a:\n\tb: 1", [("Y001", 2, 1)], None),
        (b"a: 1\na: !x 2", [("Y006", 2, 1), ("Y007", 2, 4)], {"a": "1"}),
        (b"a: !%ED%A0%80 x", [("Y001", 1, 5)], None),
        (b'a: "\\UFFFFFFFF"', [("Y001", 1, 1)], None),
        (b'a: "\\U00110000"', [("Y001", 1, 1)], None),
    ],
)
def test_the_slow_parser_reads_the_same(raw, codes, data):
    assert found(raw) == (codes, data)
