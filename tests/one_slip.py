"""Proposals with one slip of the pen, made of those that have none."""

from __future__ import annotations

from functools import cache

from hypothesis import assume
from hypothesis import strategies as st

from smartcert.proposal.document import read_document
from smartcert.proposal.key_slips import names_of
from smartcert.proposal.spec import key_forms, proposal_spec, spec_at
from smartcert.source import Map, Seq, read_source
from smartcert.source.nodes import mark_of
from support import EXAMPLES

SMALL = """\
smartcert: 1
profile: logo
applicant:
  name: เทศบาลเมืองสายธาร
  kind: municipality
  contact: {name: กองยุทธศาสตร์, phone: 02-000-0000}
  committee:
    name: คณะกรรมการ
    members:
    - นายกเทศมนตรี
    - ปลัดเทศบาล
    chair: นายกเทศมนตรี
area:
  name: เมืองสายธาร
  size: 46 ตร.กม.
  vision: เมืองน่าอยู่
  population:
    count: 48,250
    year: 2567
  goals:
    - id: G1
      text: ลดขยะ
      target: {value: 25, year: 2570}
    - id: G2
      text: ลดฝุ่น
  strengths:
    - ตลาดริมน้ำ
    - วัดเก่า
    - โรงเรียน
"""

NAMES = [None, "khon-kaen/round-1.yaml", "khon-kaen/round-2.yaml", "mae-moh/proposal.yaml",
         "samyan/proposal.yaml", "minimum/proposal.yaml"]  # fmt: skip


@cache
def clean(name):
    text = SMALL if name is None else (EXAMPLES / name).read_text(encoding="utf-8")
    document = read_document(read_source(text.encode(), "x", keys=key_forms))
    assert document.source.faults == ()
    return text.split("\n"), [*containers(document.source.root)]


def containers(node, path=()):
    """Yield every mapping and list with its path."""
    if isinstance(node, Map | Seq):
        yield path, node
        for name, child in node.items() if isinstance(node, Map) else enumerate(node):
            yield from containers(child, (*path, name))


def entries(name, *, only=None):
    """Yield the keys of block mappings with a plain value beside them: line, key, place."""
    return (entry for _, entry in places(name, only=only))


@cache
def places(name, *, only=None):
    """Return the same, each with its path."""
    return [*_places(name, only)]


def _places(name, only):
    lines, found = clean(name)
    for path, node in found:
        for key in node if isinstance(node, Map) else ():
            mark = mark_of(node, key)
            line = lines[mark.key_line - 1]
            if (
                isinstance(node[key], str)
                and mark.key_line == mark.line == mark.end_line
                and line[: mark.key_column - 1].strip(" -") == ""
                and line[mark.column - 1] not in "\"'|>[{&*!/"
                and mark.end_column - 1 == len(line)
                and (only is None or only in key_forms().get(key, ()))
            ):
                entry = (mark.line - 1, key, mark.key_column - 1, mark.column - 1)
                yield (*path, key), entry


def one_of(draw, found):
    found = [*found]
    assume(found)
    return draw(st.sampled_from(found))


def replaced(lines, at, *new):
    return "\n".join([*lines[:at], *new, *lines[at + 1 :]])


def colon(draw, name, code, text, back):
    at, key, start, value = one_of(draw, entries(name))
    line = clean(name)[0][at]
    stop = start + len(key)
    column = stop + 1 + back
    return None, replaced(clean(name)[0], at, line[:stop] + text + line[value:]), code, at, column


def hidden(draw, name):
    at, key, start, _ = one_of(draw, entries(name))
    line = clean(name)[0][at]
    column = start + draw(st.integers(0, len(key)))
    slipped = line[:column] + "\u200b" + line[column:]
    return None, replaced(clean(name)[0], at, slipped), "Y106", at, column + 1


def word_quotes(draw, name):
    at, _, _, value = one_of(
        draw, (e for e in entries(name) if len(clean(name)[0][e[0]]) - e[3] < 38)
    )
    line = clean(name)[0][at]
    assume(not set("“”") & set(line))
    slipped = f"{line[:value]}“{line[value:]}”"
    return None, replaced(clean(name)[0], at, slipped), "Y107", at, value + 1


def tab(draw, name):
    lines = clean(name)[0]
    at, _, start, _ = one_of(
        draw, (e for e in entries(name) if not clean(name)[0][e[0]][: e[2]].strip())
    )
    assume(start and start % 2 == 0)
    slipped = "\t" * (start // 2) + lines[at][start:]
    return None, replaced(lines, at, slipped), "Y114", at, 1


def beside(draw, name):
    lines = clean(name)[0]
    known = {(at, start) for at, _, start, _ in entries(name)}
    at, _, start, _ = one_of(
        draw,
        (
            (at, key, start, value)
            for at, key, start, value in entries(name)
            if not lines[at][:start].strip()
            and (at - 1, start) in known
            and (key in key_forms() or key.isdigit())
        ),
    )
    return None, replaced(lines, at, f" {lines[at]}"), "Y116", at, start + 2


TEXTS = [
    ("มติที่ประชุม: เห็นชอบ", "Y112", 12),
    ("เมือง #ทุกวัย", "Y109", 6),
    ("#214/2568", "Y109", 0),
    ("*หมายเหตุ", "Y113", 0),
    ("@เมือง", "Y113", 0),
    ("%50", "Y113", 0),
    (">50 คน", "Y113", 0),
    ("“ก: ข”", "Y107", 0),
]


def unquoted(draw, name):
    lines = clean(name)[0]
    at, _, _, value = one_of(draw, entries(name, only="prose"))
    text, code, offset = draw(st.sampled_from(TEXTS))
    proper = replaced(lines, at, f'{lines[at][:value]}"{text.strip("“”")}"')
    return proper, replaced(lines, at, lines[at][:value] + text), code, at, value + 1 + offset


def paragraph(draw, name):
    lines = clean(name)[0]
    at, _, start, value = one_of(draw, entries(name, only="prose"))
    line, more = lines[at][:value] + "เมืองน่าอยู่", "และปลอดภัย"
    proper = replaced(lines, at, line, " " * (start + 2) + more)
    column = draw(st.sampled_from([start, 0]))
    return proper, replaced(lines, at, line, " " * column + more), "Y111", at + 1, column + 1


def open_quote(draw, name):
    lines = clean(name)[0]
    at, _, _, value = one_of(draw, entries(name, only="prose"))
    mark = draw(st.sampled_from("\"'"))
    line = f"{lines[at][:value]}{mark}เมือง: น่าอยู่"
    return replaced(lines, at, line + mark), replaced(lines, at, line), "Y117", at, value + 1


def marks(draw, name):
    lines, found = clean(name)
    lists = [
        node
        for path, node in found
        if isinstance(node, Seq)
        and node
        and all(
            isinstance(item, str)
            and mark_of(node, index).line == mark_of(node, index).end_line
            and lines[mark_of(node, index).line - 1].lstrip() == f"- {item}"
            for index, item in enumerate(node)
        )
        and "list" in key_forms().get(str(path[-1]), set())
    ]
    node = one_of(draw, lists)
    mark, code = draw(
        st.sampled_from([("-", "Y102"), ("• ", "Y103"), ("{}. ", "Y103"), ("– ", "Y103")])
    )
    assume(code != "Y102" or not any(item[0] in "-0123456789" for item in node))
    slipped = [*lines]
    for index, item in enumerate(node):
        place = mark_of(node, index)
        column = place.column - 3
        slipped[place.line - 1] = " " * column + mark.format(index + 1) + item
    first = mark_of(node, 0)
    return None, "\n".join(slipped), code, first.line - 1, first.column - 2


def number_in_braces(draw, name):
    lines, found = clean(name)
    values = [
        mark_of(node, key)
        for _, node in found
        for key in (node if isinstance(node, Map) else ())
        if isinstance(node[key], str)
        and "{" in lines[mark_of(node, key).line - 1][: mark_of(node, key).key_column]
        and lines[mark_of(node, key).line - 1][mark_of(node, key).column - 1].isalnum()
    ]
    mark = one_of(draw, values)
    line, at = lines[mark.line - 1], mark.line - 1
    before, after = line[: mark.column - 1], line[mark.end_column - 1 :]
    number = draw(st.sampled_from(["147,579", "12,000,000", "IoT, AI", "ก, ข ค"]))
    proper = replaced(lines, at, f'{before}"{number}"{after}')
    return proper, replaced(lines, at, before + number + after), "Y110", at, mark.column


def thai_key(draw, name):
    lines = clean(name)[0]
    found = []
    for path, entry in places(name):
        spec, section = spec_at(path), spec_at(path[:-1])
        thai = spec.names.get("th", "") if spec else ""
        if thai and section.fields and names_of(section).get(thai.casefold()) == path[-1]:
            found.append((thai, entry))
    thai, (at, key, start, _) = one_of(draw, found)
    slipped = lines[at][:start] + thai + lines[at][start + len(key) :]
    return None, replaced(lines, at, slipped), "Y120", at, start + 1


def numbered_key(draw, name):
    lines = clean(name)[0]
    known = (entry for path, entry in places(name) if spec_at(path) and spec_at(path[:-1]).fields)
    at, _, start, _ = one_of(draw, known)
    number = draw(st.sampled_from(["1.2 ", "3. ", "๒) "]))
    assume(lines[at][:start].strip() != "-")
    slipped = lines[at][:start] + number + lines[at][start:]
    return None, replaced(lines, at, slipped), "Y120", at, start + 1


def capital(draw, name):
    lines = clean(name)[0]
    known = (entry for path, entry in places(name) if spec_at(path) and spec_at(path[:-1]).fields)
    at, key, start, value = one_of(draw, known)
    written = draw(st.sampled_from([key.capitalize(), key.upper()]))
    between = draw(st.sampled_from([": ", " : "]))
    slipped = lines[at][:start] + written + between + lines[at][value:]
    return None, replaced(lines, at, slipped), "Y120", at, start + 1


def at_the_margin(draw, name):
    lines, found = clean(name)
    top = next(node for path, node in found if path == ())
    sections = [
        (mark_of(top, key).key_line, mark_of(section, next(iter(section))))
        for key, section in top.items()
        if isinstance(section, Map)
        and section
        and key != "services"
        and proposal_spec().fields.keys().isdisjoint(section)
        and all(
            not lines[number - 1].strip() or lines[number - 1][:2] == "  "
            for number in range(mark_of(top, key).key_line + 1, end_of(top, key, lines))
        )
    ]
    section, first = one_of(draw, sections)
    slipped = [*lines]
    number = section
    while number < len(lines) and (not lines[number].strip() or lines[number][:2] == "  "):
        slipped[number] = lines[number][2:]
        number += 1
    return None, "\n".join(slipped), "Y121", first.key_line - 1, 1


def end_of(top, key, lines):
    """Return the number of the line where the next section begins, or of the last line."""
    keys = [*top]
    following = keys[keys.index(key) + 1 :]
    return mark_of(top, following[0]).key_line if following else len(lines)


def vowel_apart(draw, name):
    lines = clean(name)[0]
    at, _, _, value = one_of(draw, entries(name, only="prose"))
    whole, torn, column = draw(
        st.sampled_from([("สำเร็จ", "ส าเร็จ", 0), ("เมืองน้ำใส", "เมืองน ้าใส", 5), ("ดี ที่", "ดี ท ี่", 3)])
    )
    proper = replaced(lines, at, lines[at][:value] + whole)
    return proper, replaced(lines, at, lines[at][:value] + torn), "Y118", at, value + 1 + column


def backslashes(draw, name):
    lines = clean(name)[0]
    at, _, _, value = one_of(draw, entries(name, only="prose"))
    text = "C:\\แผน\\new.pdf"
    proper = replaced(lines, at, f"{lines[at][:value]}'{text}'")
    return proper, replaced(lines, at, f'{lines[at][:value]}"{text}"'), "Y108", at, value + 1


KINDS = {
    "a key by its Thai name": thai_key,
    "a key with capitals": capital,
    "a key behind a number": numbered_key,
    "a section at the margin": at_the_margin,
    "a vowel in two parts": vowel_apart,
    "backslashes in quotes": backslashes,
    "no space after the colon": lambda draw, name: colon(draw, name, "Y101", ":", 0),
    "another colon": lambda draw, name: colon(draw, name, "Y104", "： ", 0),
    "another space": lambda draw, name: colon(draw, name, "Y105", ":\xa0", 1),
    "something hidden": hidden,
    "quotation marks of Word": word_quotes,
    "a tab": tab,
    "beside the others": beside,
    "not quoted": unquoted,
    "a paragraph": paragraph,
    "a quotation left open": open_quote,
    "marks of a list": marks,
    "a comma in braces": number_in_braces,
}
