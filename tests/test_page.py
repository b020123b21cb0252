"""The page in a real browser: the command's bytes, nothing sent, usable by anybody."""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest
import yaml

from support import EXAMPLES, ROOT, TODAY, python, run

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(os.environ.get("AXE_CORE") or ROOT / "node_modules" / "axe-core" / "axe.min.js")
KHON_KAEN = EXAMPLES / "khon-kaen"

api = pytest.importorskip(
    "playwright.sync_api", reason="Playwright is not installed", exc_type=ImportError
)
browses = [
    pytest.mark.tools,
    pytest.mark.installs,
    pytest.mark.xdist_group("page"),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed"),
]


def in_browser(test):
    """Mark a test that drives the page."""
    return functools.reduce(lambda made, mark: mark(made), browses, test)


@pytest.fixture(scope="session")
def built(once):
    """Make the page once for all processes of a run."""

    def build(folder):
        made = subprocess.run(
            [python(), ROOT / "page" / "build.py", folder], capture_output=True, text=True
        )
        (folder / "said").write_text(made.stdout + made.stderr, encoding="utf-8")

    folder = once("page", build)
    if not (folder / "smartcert.html").is_file():
        said = (folder / "said").read_text(encoding="utf-8")
        assert "failed" in said, said
        pytest.skip("what the page is made of can't be fetched here")
    return folder


class Desk:
    """The page as it is open in the browser."""

    def __init__(self, browser, url, **options):
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.errors, self.requests = [], []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on(
            "console",
            lambda said: self.errors.append(said.text) if said.type in ("error", "warning") else 0,
        )
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(url)
        self.said("พร้อมใช้งาน")

    def said(self, text):
        self.page.locator("#status", has_text=text).wait_for(timeout=90_000)

    def ask(self, ask, **more):
        return self.page.evaluate("([ask, more]) => python.ask(ask, more)", [ask, more])

    def give(self, files, key="open.files"):
        self.page.locator("#tab-open").click()
        self.page.locator(f'[id="{key}"]').set_input_files(files)

    def axe(self):
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run(document, {iframes: false})")
        return [(each["id"], each["nodes"][0]["target"]) for each in found["violations"]]


@pytest.fixture(scope="module")
def browser():
    with api.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def desk(browser, built):
    """Open the page as by a double click; at the end no error was told, and nothing was sent."""
    opened = Desk(browser, (built / "smartcert.html").as_uri())
    yield opened
    assert opened.errors == []
    sent = [url for url in opened.requests if not url.startswith(("file:", "blob:", "about:"))]
    assert sent == []


OTHERS = (b"smartcert-review", b"smartcert-waivers")


def proposals(folder, pattern):
    """Return the files of a folder that the page takes for proposals."""
    found = sorted(file for file in folder.glob(pattern) if "catalogs" not in file.parts)
    texts = {file: file.read_bytes() for file in found}
    return [
        file
        for file in found
        if b"smartcert:" in texts[file] and not any(other in texts[file] for other in OTHERS)
    ]


PROPOSALS = proposals(EXAMPLES, "*/*.yaml")
CORPUS = proposals(ROOT / "tests" / "corpus", "*.yaml")[::12]


@in_browser
def test_json_is_the_commands_to_the_byte(desk, monkeypatch, tmp_path):
    for file in [*PROPOSALS, *CORPUS]:
        if file in CORPUS:
            desk.give([file])
        else:
            desk.give(file.parent, "open.folder")
        desk.page.locator(".verdict").wait_for()
        alone = tmp_path / file.stem
        if file in CORPUS:
            alone.mkdir()
            shutil.copy(file, alone)
        monkeypatch.chdir(alone if file in CORPUS else file.parent)
        wanted = run("check", file.name, "--format", "json", "--today", TODAY, "--lang", "th").out
        made = desk.ask("check", file=file.name, today=TODAY.isoformat())
        assert made.get("json") == wanted, file


@in_browser
def test_an_officer_sees_what_is_missing_and_saves_it(desk):
    page = desk.page
    desk.give(KHON_KAEN, "open.folder")
    page.locator(".verdict").wait_for()
    assert "พร้อมยื่น โดยมีข้อเสนอแนะให้ปรับปรุง" in page.inner_text(".verdict h2")
    assert "แก้ไขแล้ว" in page.inner_text(".verdict"), "compared with the earlier round"
    assert page.locator(".findings li").count() > 5
    assert desk.axe() == []
    with page.expect_download() as saved:
        page.get_by_role("button", name="รายงาน HTML").click()
    report = Path(saved.value.path()).read_text(encoding="utf-8")
    assert "Content-Security-Policy" in report
    assert "python.ask" not in report
    with page.expect_download() as saved:
        page.get_by_role("button", name="Excel พร้อมรายการ").click()
    assert Path(saved.value.path()).read_bytes()[:2] == b"PK"
    page.locator("#tab-result").press("ArrowRight")
    frame = page.frame_locator("iframe")
    assert "ขอนแก่น" in frame.locator("h1").inner_text(timeout=30_000)
    page.locator("#tab-report").press("ArrowRight")
    page.get_by_text("ไม่มีสิ่งที่ต้องแก้ไขในรูปแบบของไฟล์").wait_for()
    page.get_by_role("button", name="English").click()
    page.get_by_text("Nothing in the way the file is written").wait_for()
    page.get_by_role("button", name="ภาษาไทย").click()


@in_browser
def test_a_form_becomes_a_proposal_that_the_command_reads(desk, monkeypatch, tmp_path):
    page = desk.page
    page.evaluate("localStorage.clear(); draft.data = null")
    page.locator("#tab-form").click()
    page.get_by_role("button", name="เริ่มเขียนใหม่").press("Enter")
    page.locator(".side meter").wait_for(timeout=60_000)
    page.locator("[data-section=applicant]").press("Enter")
    page.locator("#f-applicant-kind").select_option(index=1)
    page.locator("#f-applicant-name").fill("เทศบาลนครขอนแก่น")
    page.locator("[data-section=area]").press("Enter")
    page.locator("#f-area-goals-add").press("Enter")
    page.locator("#f-area-goals-0-text").fill("ลดฝุ่น PM2.5: ปี 2575")
    page.locator("#f-area-vision").fill("เมืองดี")
    page.locator("#f-area-vision-told .open").wait_for(timeout=60_000)
    assert desk.axe() == []
    desk.page.reload()
    desk.said("พร้อมใช้งาน")
    page.locator("#tab-form").click()
    page.get_by_role("button", name="เขียนต่อ").press("Enter")
    page.locator(".side meter").wait_for(timeout=60_000)
    said = desk.ask("draft", data=page.evaluate("draft.data"), today=TODAY.isoformat())
    for name, ending in (("ข้อเสนอ YAML", ".yaml"), ("ข้อเสนอ Excel", ".xlsx")):
        with page.expect_download() as saved:
            page.locator(".side").get_by_role("button", name=name).click()
        shutil.copy(saved.value.path(), tmp_path / f"proposal{ending}")
    monkeypatch.chdir(tmp_path)
    for file in ("proposal.yaml", "proposal.xlsx"):
        made = json.loads(run("check", file, "--format", "json", "--today", TODAY).out)
        readiness = made["score"]["readiness"]
        assert [readiness["points"], readiness["out_of"]] == said["readiness"], file
    page.get_by_role("button", name="ลบร่างที่เก็บไว้").click()
    assert page.evaluate("localStorage.length") == 0


@in_browser
def test_what_is_not_touched_in_a_form_stays_to_the_byte(desk):
    page = desk.page
    desk.give([KHON_KAEN / "round-2.yaml"])
    page.locator(".verdict").wait_for()
    page.evaluate("draft.data = null")
    page.locator("#tab-form").click()
    page.get_by_role("button", name="แก้ไขข้อเสนอที่เปิดไว้").click()
    page.locator(".side meter").wait_for(timeout=60_000)
    with page.expect_download() as saved:
        page.locator(".side").get_by_role("button", name="ข้อเสนอ YAML").click()
    assert Path(saved.value.path()).read_bytes() == (KHON_KAEN / "round-2.yaml").read_bytes()


HOSTILE = """smartcert: 1
applicant: {name: "<img src=x onerror=alert(1)><script>alert(1)</script>"}
area: {vision: "</script><script>document.title='taken'</script>"}
"""


@in_browser
def test_a_hostile_file_leaves_the_page_alive(desk, tmp_path):
    page = desk.page
    hostile, bomb = tmp_path / "markup.yaml", tmp_path / "bomb.yaml"
    hostile.write_text(HOSTILE, encoding="utf-8")
    bomb.write_text("smartcert: 1\na: &a [x]\n" + "b: [" * 20_000, encoding="utf-8")
    desk.give([hostile])
    page.locator(".verdict").wait_for()
    page.locator("#tab-report").click()
    page.frame_locator("iframe").locator("h1").wait_for(timeout=30_000)
    assert page.title() == "smartcert"
    desk.give([bomb])
    page.get_by_role("heading", name="อ่านไฟล์ไม่ได้").wait_for(timeout=60_000)


@in_browser
def test_what_runs_can_be_stopped_and_starts_again(desk):
    desk.give([KHON_KAEN / "round-1.yaml"])
    stopped = desk.page.evaluate(
        "() => { const waits = python.ask('check', {file: 'round-1.yaml'});"
        " setTimeout(() => python.stop('stopped'), 50); return waits; }"
    )
    assert "หยุดแล้ว" in stopped["wrong"]
    assert "json" in desk.ask("check", file="round-1.yaml"), "the files are still open"


@in_browser
def test_served_in_parts_and_on_a_phone(browser, built):
    handler = functools.partial(Quiet, directory=built / "page")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        here = f"http://127.0.0.1:{server.server_port}/"
        phone = Desk(browser, here, viewport={"width": 360, "height": 740})
        phone.give([KHON_KAEN / "round-1.yaml"])
        phone.page.locator(".verdict").wait_for()
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360
        server.shutdown()
    assert phone.errors == []
    assert [url for url in phone.requests if not url.startswith((here, "blob:"))] == []


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


TSC = ROOT / "node_modules" / "typescript" / "bin" / "tsc"


@pytest.mark.tools
@pytest.mark.skipif(not TSC.is_file(), reason="TypeScript is not installed")
def test_the_types_of_the_scripts_agree():
    judged = subprocess.run(["node", TSC, "-p", ROOT / "page"], capture_output=True, text=True)
    assert judged.stdout == ""


def test_every_sentence_is_in_both_languages_and_is_said():
    words = yaml.safe_load((ROOT / "page" / "words.yaml").read_text(encoding="utf-8"))
    said = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "page").glob("*.[jh]*"))

    def walk(node, key):
        if "th" not in node:
            for name, below in node.items():
                yield from walk(below, f"{key}.{name}" if key else name)
            return
        assert set(node) == {"th", "en"}, key
        assert placeholders(node["th"]) == placeholders(node["en"]), key
        group, _, name = key.rpartition(".")
        if f'"{key}"' not in said and f"`{group}.${{" not in said:
            yield key

    assert list(walk(words, "")) == []


def placeholders(text):
    return {part.partition("}")[0] for part in text.split("{")[1:]}
