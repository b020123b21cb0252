#!/usr/bin/env python3
"""Draws the pictures of README and `docs/start.*.md`: what is typed, what is said of it, a report.

    python docs/pictures.py        # needs `chromium`, Playwright and a Thai font

What a terminal shows here is what the program says of the text in the editor, not a drawing of it.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parents[1]
CHROMIUM = shutil.which("chromium")
IMAGES = Path(__file__).parent / "images"
WIDTH, LINE, ROOM = 860, 26, 62
"""Pixels: of a picture, of a line, and of what is above and below the lines."""

DRAFT = """\
smartcert: 1
profile: logo
area:
  name:เทศบาลเมืองสายธาร
  size: 46 ตร.กม.
  vision: เมืองอาหารปลอดภัยริมน้ำ ที่คนทุกวัยเดินทางได้โดยไม่ต้องใช้รถส่วนตัว
  goals:
    - ลดขยะที่ต้องส่งฝังกลบจาก 15.2 เหลือ 11 ตันต่อวัน ภายในปี 2572
"""
SLIP = 4
"""The line of the draft that has a slip of the pen: no blank behind the colon."""

PAGE = """\
<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 12px; background: #eef1f4 }}
.window {{ font: 16px/{line}px "DejaVu Sans Mono", "Noto Sans Thai", Loma, monospace }}
.window {{ border: 1px solid #9aa5b1; border-radius: 8px; overflow: hidden }}
.window {{ background: {ground}; color: {ink} }}
.bar {{ padding: 5px 14px; background: {bar}; color: {ink} }}
.line {{ display: flex; white-space: pre-wrap; padding: 0 14px }}
.number {{ width: 34px; color: #8a94a0 }}
.marked {{ background: #fff3c4 }}
</style><div class="window"><div class="bar">{title}</div>{lines}</div>
"""
EDITOR = {"ground": "#ffffff", "ink": "#1f2933", "bar": "#dde3ea"}
TERMINAL = {"ground": "#1b2430", "ink": "#e6edf3", "bar": "#2b3747"}


def draw(name: str, title: str, lines: list[str], looks: dict[str, str]) -> None:
    """Write one picture; `lines` are HTML."""
    page = PAGE.format(line=LINE, title=html.escape(title), lines="".join(lines), **looks)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        size = f"--window-size={WIDTH},{len(lines) * LINE + ROOM}"
        target = f"--screenshot={IMAGES / name}"
        browser = ["chromium", "--headless", "--no-sandbox", "--hide-scrollbars", size, target]
        subprocess.run([*browser, file.as_uri()], check=True, capture_output=True)


def editor(number: int, text: str) -> str:
    """Return a line as an editor shows it, with its number."""
    marked = " marked" if number == SLIP else ""
    return (
        f'<div class="line{marked}"><span class="number">{number}</span>'
        f"<span>{html.escape(text)}</span></div>"
    )


def said(lang: str) -> list[str]:
    """Return what `smartcert fix` says of the draft."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "proposal.yaml").write_text(DRAFT, encoding="utf-8")
        command = ["smartcert", "fix", "proposal.yaml", "--lang", lang]
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    return (done.stdout + done.stderr).rstrip("\n").split("\n")


def report() -> None:
    """Draw the head of the report on Khon Kaen's second round, and one comment with its answer."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        command = ["smartcert", "report", "round-2.yaml", "--baseline", "round-1.yaml", "--html"]
        more = ["--today", "2563-09-01", "--lang", "th", "--quiet", "-o", str(page)]
        subprocess.run([*command, *more], check=True, cwd=HERE / "examples" / "khon-kaen")
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            opened = browser.new_page(viewport={"width": 900, "height": 980})
            opened.goto(page.as_uri())
            opened.screenshot(path=IMAGES / "report.png")
            answered = opened.locator('.comment[data-status="answered-changed"]').first
            answered.scroll_into_view_if_needed()
            answered.screenshot(path=IMAGES / "comment.png")
            browser.close()


def main() -> None:
    """Draw all of them."""
    report()
    lines = [editor(number, text) for number, text in enumerate(DRAFT.splitlines(), 1)]
    draw("start-editor.png", "proposal.yaml", lines, EDITOR)
    for lang in ("th", "en"):
        command = "> smartcert fix proposal.yaml"
        shown = [f'<div class="line">{html.escape(x) or " "}</div>' for x in (command, *said(lang))]
        draw(f"start-fix.{lang}.png", "Windows PowerShell", shown, TERMINAL)


if __name__ == "__main__":
    main()
