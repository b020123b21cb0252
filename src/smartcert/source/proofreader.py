"""Reading a text line by line as its writer meant it, where YAML would read something else.

The lines are followed as YAML follows them: which mappings and lists are open at which column, and
what the last entry waits for. What is proper is passed over, and so is what can't be made out;
libyaml has the last word on both.
"""

from __future__ import annotations

import re

from smartcert.patterns import lazy_pattern
from smartcert.source.forms import KeyForms
from smartcert.source.key import Key, find_key
from smartcert.source.outline import Level, Node, Outline
from smartcert.source.prose import BOUNDARY, ENTRY, indent_paragraph, is_paragraph
from smartcert.source.sheet import Sheet, Slip
from smartcert.source.signs import BULLET, DASH, blank_end
from smartcert.source.span import spot
from smartcert.source.syntax_fault import SyntaxFault
from smartcert.source.value_reader import ValueReader

_PROPER = lazy_pattern(
    r"""(\ *)(-\ )?([A-Za-z_]\w*):(?:
      \ (?:
        ([^\s\#:"'\[\]{}|>&*!%@`,?“‘„”’-][^\#:]*)
        |(\[[^\[\]{}\#:"'“‘]*\]
          |\{(?:\w+:\ [^\s\#:"'\[\]{}|>&*!%@`,?“‘„”’-][^\#:\[\]{},"']*(?:,\ (?=\w)|(?=\})))+\}
          |"[^"\\]*"
          |'[^']*'
        )\ *
      )
      |\ *(?:\ \#\ .*)?
    )$""",
    re.VERBOSE,
)
"""A line that holds nothing to look at: indentation, dash, key, and a plain text or what has an
end: `  - id: G1`, `    target: {value: 25, year: 2570}`, `  size:  # ขนาด`."""

_EXPLICIT = lazy_pattern(r"[?:](?=[ \t]|$)")
"""What marks a key or a value as one."""


class Proofreader:
    """Reads one text."""

    def __init__(self, text: str, keys: KeyForms) -> None:
        self.sheet = Sheet(text)
        self.lines = self.sheet.lines
        self.outline = Outline(keys)
        self.values = ValueReader(self.sheet, self.outline)
        if "<<<<<<< " in text:
            find_merges(self.sheet)
        self.proper = [*map(_PROPER.match, self.lines), None]
        """The parts of a line that can have no slip."""

    def read(self, most: int) -> tuple[SyntaxFault, ...]:
        """Return the slips in the order of the text; reading stops when there are so many."""
        sheet = self.sheet
        while sheet.at < len(self.lines) and len(sheet.slips) < most:
            sheet.at += 1
            if not self.pass_line(sheet.at - 1):
                self.read_line(sheet.at - 1)
        return sheet.faults()

    # Lines

    def pass_line(self, number: int) -> bool:
        """Pass a line that can have no slip, and that no other belongs to; whether it is one."""
        here = self.proper[number]
        outline = self.outline
        top = outline.top
        if here is None or (top and top.shift):
            return False
        _, (_, indent), (_, dash), (column, key), (_, text), (_, closed) = here.regs
        if text > 0 and self.may_go_on(number + 1, column):
            return False
        beside = dash < 0 and top and not top.is_list and top.indent == indent
        if not beside and not self.open(indent, column, is_item=dash > 0):
            return False
        outline.key = self.lines[number][column:key]
        outline.waits = text < 0 and closed < 0
        return True

    def may_go_on(self, number: int, column: int) -> bool:
        """Whether a line may belong to a plain text whose key stands at a column."""
        below = self.proper[number] or (
            number < len(self.lines) and ENTRY.match(self.lines[number])
        )
        return not below or below.end(1) > column

    def open(self, indent: int, column: int, *, is_item: bool) -> bool:
        """Open what a key at a column needs, perhaps behind a dash; whether it can stand there."""
        outline = self.outline
        if not (outline.waits and indent > outline.indent):
            depth = self.depth_at(indent, is_list=is_item)
            if depth is None:
                return False
            del outline.levels[depth:]
        elif is_item:
            outline.push(indent, is_list=True)
        if is_item:
            outline.key = ""
        if outline.indent != column:
            outline.push(column, is_list=False)
        return True

    def depth_at(self, indent: int, *, is_list: bool) -> int | None:
        """Return how many levels are open around an entry at a column, its own among them."""
        levels = self.outline.levels
        depth = len(levels)
        while depth and levels[depth - 1].indent > indent:
            depth -= 1
        if depth and levels[depth - 1].is_list and not is_list:
            depth -= 1
        level = levels[depth - 1] if depth else None
        fits = level and level.indent == indent and level.is_list == is_list
        return depth if fits else None

    def read_line(self, number: int) -> None:
        """Read a line that begins something, and the lines that belong to it."""
        line = self.lines[number]
        start, width = self.sheet.measure(number)
        if start == len(line) or line[start] == "#":
            self.sheet.straighten(number, width)
        elif number in self.sheet.barred or (line[0] == "%" and not self.outline.levels):
            return
        elif BOUNDARY.match(line):
            self.read_boundary(number)
        else:
            self.read_entry(number, start, width)

    def read_boundary(self, number: int) -> None:
        """Read what begins or ends a document; no other than the first of a file is read."""
        line = self.lines[number]
        if line[0] == "-" and self.outline.waits and not self.outline.levels:
            self.values.read(number, blank_end(line, 3))
        else:
            self.sheet.at = len(self.lines)

    def read_entry(self, number: int, start: int, width: int) -> None:
        """Read a line that stands below or beside the entry before it."""
        sheet, outline = self.sheet, self.outline
        if outline.waits and width > outline.indent:
            sheet.straighten(number, width)
            outline.move(sheet, number)
            self.read_node(Node(number, start, width, "child"))
            return
        above = outline.close(width)
        if outline.indent != width:
            level = self.nearest(number, start, width, above)
            if level is None:
                # Nobody knows where the line belongs, nor what tabs before it stand for.
                outline.waits = False
                return
            if level is above:
                outline.levels.append(level)
            width = level.indent
            if not sheet.straighten(number, width):
                self.align(number, start, width)
        else:
            sheet.straighten(number, width)
        outline.move(sheet, number)
        self.read_node(Node(number, start, width, "next"))

    def nearest(self, number: int, start: int, width: int, above: Level | None) -> Level | None:
        """Return the mapping beside which a line stands that begins with a key."""
        key = find_key(self.lines[number], start, "next", self.outline)
        below = self.outline.top
        if key is None or not self.outline.is_key(key.name):
            return None
        if above is None:
            return None if below is None or below.is_list else below
        # Half-way between, it stands further in than the section: it is one of its entries.
        if below is None or below.is_list or above.indent - width <= width - below.indent:
            return None if above.is_list else above
        return below

    def align(self, number: int, start: int, column: int) -> None:
        """Note a line that stands beside its mapping."""
        slip = self.sheet.run("Y116", number, start)
        spare = max(start - column, 0)
        self.sheet.edit(slip, number, start - spare, start, " " * (column - start))

    # Entries

    def read_node(self, node: Node) -> None:
        """Read what begins at a column: an item, a key or a text."""
        sheet, outline = self.sheet, self.outline
        line = self.lines[node.line]
        if _EXPLICIT.match(line, node.start):
            # Nobody who writes so needs help.
            if node.place != "next":
                outline.push(node.width, is_list=False)
            outline.waits = False
            sheet.skip(node.width)
        elif dash := DASH.match(line, node.start):
            self.read_item(node, dash.end())
        elif bullet := self.find_bullet(node):
            self.read_marked_item(node, bullet.end())
        elif key := find_key(line, node.start, node.place, outline):
            level = outline.mapping_at(node.width, node.place)
            self.read_pair(node.line, key, level)
        elif node.place != "next":
            self.values.read(node.line, node.start)
        elif outline.waits and is_paragraph(sheet, outline, node.line):
            indent_paragraph(sheet, outline, node.line)
            self.values.read(node.line, node.start)
        else:
            outline.waits = False

    def read_pair(self, number: int, key: Key, level: Level | None) -> None:
        """Read a key and its value."""
        self.outline.waits = level is not None
        if level is not None:
            self.sheet.mend_colon(number, key.stop, key.colon, key.value)
            self.outline.key = key.name
            self.values.read(number, key.value)

    def read_item(self, node: Node, after: int) -> None:
        """Read an item of a list behind its dash."""
        level = self.outline.list_at(node.width, node.place)
        self.outline.key, self.outline.waits = "", level is not None
        line = self.lines[node.line]
        content = blank_end(line, after)
        if level is None or content == len(line):
            return
        odd = line[after:content].lstrip(" ")
        if odd:
            code = "Y114" if odd[0] == "\t" else "Y105"
            slip = self.sheet.run(code, node.line, after, odd[0])
            self.sheet.edit(slip, node.line, after, content, " " * (content - after))
        inner = node.width + content - node.start
        self.read_node(Node(node.line, content, inner, "item"))

    def find_bullet(self, node: Node) -> re.Match[str] | None:
        """Return the mark before an item, where an item may stand."""
        outline, top = self.outline, self.outline.top
        line = self.lines[node.line]
        bullet = BULLET.match(line, node.start)
        if bullet is None or node.place == "item":
            return None
        if node.place == "next" and top and top.is_list and top.indent == node.width:
            return bullet
        if not outline.waits or not outline.key:
            return None
        if bullet[0] == "-" and line[node.start + 1].isdigit():
            return None
        forms = outline.forms(outline.key)
        # Under a key for a text, and one that is not known, lines to its right are a text.
        is_list = forms & {"list", "section"} or (not forms and node.place == "next")
        return bullet if is_list else None

    def read_marked_item(self, node: Node, after: int) -> None:
        """Read an item behind a mark that is no dash with a space."""
        sheet, outline = self.sheet, self.outline
        level = outline.list_at(node.width, node.place)
        if level is None:
            outline.waits = False
            return
        line = self.lines[node.line]
        content = blank_end(line, after)
        slip = self.note_mark(level, node, after)
        sheet.edit(slip, node.line, node.start, content, "- ")
        outline.key, outline.waits = "", True
        key = find_key(line, content, "item", outline)
        if key is None:
            self.read_node(Node(node.line, content, node.width + 2, "item"))
        elif not outline.forms(key.name):
            self.values.text(node.line, content, slip)
        else:
            # Further keys stand below the first, which moves: `1. id: G1`, `   text: ก`.
            below = sheet.below(node.line)
            column = sheet.measure(below)[1] if below < len(self.lines) else 0
            column = column if column > node.width else node.width + 2
            shift = node.width + 2 - column
            self.read_pair(
                node.line, key, outline.push(column, is_list=False, shift=shift, mover=slip)
            )

    def note_mark(self, level: Level, node: Node, after: int) -> Slip:
        """Note a mark before an item, once for each list."""
        mark = self.lines[node.line][node.start : after]
        code = "Y102" if mark == "-" else "Y103"
        if code in level.slips:
            level.slips[code].count += 1
        else:
            level.slips[code] = self.sheet.slip(code, node.line, node.start, after, written=mark)
        return level.slips[code]


def find_merges(sheet: Sheet) -> None:
    """Note what git left where two versions did not fit together; such lines are read by nobody.

    What both come from may stand between them, and is read by nobody either.
    """
    ours = base = middle = -1
    for number, line in enumerate(sheet.lines):
        if line[:1] not in "<|=>":
            continue
        if line.startswith("<<<<<<< "):
            ours, base, middle = number, -1, -1
        elif line.startswith("|||||||") and ours >= 0 > base:
            base = number
        elif line == "=======" and ours >= 0:
            middle = number
        elif line.startswith(">>>>>>> ") and middle >= 0:
            ends = base if base >= 0 else middle
            sheet.barred.update((ours, *range(ends, middle + 1), number))
            related = (spot(ends, 0, 7), spot(number, 0, 7))
            sides = {"ours": _lines(ours, ends), "theirs": _lines(middle, number)}
            sheet.slip("Y115", ours, 0, 7, related, **sides)
            ours = base = middle = -1


def _lines(above: int, below: int) -> str:
    """Return the numbers, from 1, of the lines between two others."""
    first, last = above + 2, below
    return f"{first}–{last}" if first < last else str(first) if first == last else "–"
