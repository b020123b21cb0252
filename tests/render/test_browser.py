"""The report in a real browser: Debian's Chromium, driven by Playwright, with axe-core from npm."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from smartcert.render.html import render
from support import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(os.environ.get("AXE_CORE") or ROOT / "node_modules" / "axe-core" / "axe.min.js")

api = pytest.importorskip(
    "playwright.sync_api", reason="Playwright is not installed", exc_type=ImportError
)
pytestmark = [
    pytest.mark.tools,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


@pytest.fixture(scope="module")
def browser():
    with api.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def opened(browser, tmp_path, second):
    """Open the report in a language; at the end no error was logged, no request left the file."""
    contexts, errors, requests = [], [], []

    def open_(lang="en", **options):
        file = tmp_path / f"report.{lang}.html"
        file.write_text(render(options.pop("report", None) or second(lang)), encoding="utf-8")
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda message: (
                errors.append(message.text) if message.type in ("error", "warning") else None
            ),
        )
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert errors == []
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("lang", ["th", "en"])
def test_no_error_and_the_font_is_our_own(opened, lang):
    page = opened(lang)
    assert page.evaluate("[...document.fonts].map(font => font.status)") == ["loaded", "loaded"]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_fits_a_phone(opened, lang):
    page = opened(lang, viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    hidden = page.evaluate(
        "[...document.querySelectorAll('.table')].filter((box) => box.scrollWidth > "
        "box.clientWidth).map((box) => box.ariaLabel)"
    )
    assert hidden == [], "no table has columns beside the screen"
    narrow = page.evaluate(
        "[...document.querySelectorAll('tbody th')].filter((head) => head.clientWidth < "
        "60).map((head) => head.textContent)"
    )
    assert narrow == []


CUT = """() => {
  const cut = [], range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("svg, select, script")) continue;
    const top = (at) => {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().top;
    };
    for (const { index } of node.data.matchAll(/(?<=[ก-๛])[ก-ฮเ-ไ]/g)) {
      if (top(index) > top(index - 1) + 8) {
        cut.push(`${node.data.slice(0, index)}|${node.data.slice(index)}`);
      }
    }
  }
  return cut;
}"""
"""Where a line ends between two letters of Thai, and no mark stands between them."""


@pytest.mark.parametrize("wide", [320, 390, 1280])
def test_lines_of_thai_end_between_words(opened, wide):
    page = opened("th", viewport={"width": wide, "height": 800})
    assert page.evaluate(CUT) == []


def visible(page, kind):
    return page.locator(f"{kind}:visible").count()


@pytest.mark.parametrize("kind", [".step"])
def test_filters(opened, kind):
    page = opened()
    form = page.locator(f'form[data-for="{kind}"]')
    everything = visible(page, kind)
    for name, value in (("level", "mandatory"), ("status", "missing"), ("smart", "economy")):
        wanted = page.locator(f'{kind}[data-{name}="{value}"]').count()
        assert 0 < wanted < everything
        form.locator(f"select[name={name}]").select_option(value)
        assert visible(page, kind) == wanted
        assert form.locator("output").inner_text() == f"{wanted} of {everything} shown"
        form.locator(f"select[name={name}]").select_option("")
    assert visible(page, kind) == everything


def test_filters_work_together_and_hide_agencies_without_rows(opened):
    page = opened()
    form = page.locator('form[data-for=".step"]')
    form.locator("select[name=smart]").select_option("economy")
    form.locator("select[name=level]").select_option("recommended")
    both = page.locator('.step[data-smart="economy"][data-level="recommended"]').count()
    assert 0 < both == visible(page, ".step")
    assert visible(page, ".agency") < page.locator(".agency").count()


def test_what_lies_in_the_annex_opens_where_a_link_leads(opened):
    page = opened()
    assert not page.locator("#kpis").is_visible()
    page.evaluate("location.hash = 'kpis'")
    api.expect(page.locator("#kpis")).to_be_visible()


def test_a_stub_is_copied(opened):
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    button = page.locator("button.copy").first
    button.click()
    api.expect(button).to_have_text("Copied")
    stub = page.locator(".stub pre").first.text_content()
    assert page.evaluate("navigator.clipboard.readText()") == stub


def test_reads_with_script_off(opened, second):
    page = opened(java_script_enabled=False)
    assert visible(page, ".step") == len(second().plan.steps)
    assert visible(page, "form.filters") == 0
    assert visible(page, "button") == 0


def test_on_paper_everything_is_there(opened, second):
    page = opened()
    page.emulate_media(media="print")
    assert visible(page, ".step") == len(second().plan.steps)
    assert visible(page, "button") == 0
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_on_paper_no_text_is_cut_and_names_have_room(opened):
    page = opened("th", viewport={"width": 672, "height": 950})
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    cut = page.evaluate(
        "[...document.querySelectorAll('pre, .table')].filter((box) => box.scrollHeight > "
        "box.clientHeight + 1).length"
    )
    assert cut == 0
    shares = page.evaluate(
        "(() => { const row = document.querySelector('.measures thead tr'); return "
        "[...row.cells].map((cell) => cell.offsetWidth / row.offsetWidth); })()"
    )
    assert shares[0] > 0.28, "name"
    assert shares[5] < 0.22, "reference"


def test_hostile_proposal_does_nothing(opened, hostile):
    page = opened(report=hostile(), viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("img, iframe, script").count() == 1


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed (npm install)")
@pytest.mark.parametrize("wide", [390, 1280])
@pytest.mark.parametrize(("lang", "scheme"), [("th", "light"), ("en", "light"), ("th", "dark")])
def test_axe_finds_no_violation(opened, lang, wide, scheme):
    # The policy of the page would keep axe out too.
    size = {"width": wide, "height": 800}
    page = opened(lang, bypass_csp=True, viewport=size, color_scheme=scheme)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations', 'incomplete']})")
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]] == []
    undecided = [
        (rule["id"], node["html"])
        for rule in found["incomplete"]
        for node in rule["nodes"]
        if not any((check["data"] or {}).get("messageKey") == "nonBmp" for check in node["any"])
    ]
    assert [(rule, html) for rule, html in undecided if not html.startswith("<text ")] == [], (
        "axe can't tell colours in pictures only"
    )


def test_a_gap_leads_to_its_line_in_the_copy(opened, second):
    page = opened()
    page.locator("a[href^='#L']").first.click()
    line = page.locator(":target")
    api.expect(line).to_be_visible()
    finding = second().plan.steps[0].finding
    numbers = page.evaluate("[...document.querySelectorAll('.copy .line')].map((b) => b.id)")
    assert f"L{finding.location.span.line}" in numbers
    said = page.evaluate("document.querySelector('pre.copy').textContent").splitlines()
    assert len(said) == len(second().copy)


def test_steps_are_sorted_and_searched(opened):
    page = opened()
    form = page.locator('form[data-for=".step"]')
    numbers = "[...document.querySelectorAll('.step')].map((row) => +row.dataset.no)"
    by_agency = page.evaluate(numbers)
    form.locator("[data-sort]").select_option("no")
    assert page.evaluate(numbers) == sorted(by_agency) != by_agency
    assert visible(page, ".who") == 0
    form.locator("[data-sort]").select_option("")
    assert page.evaluate(numbers) == by_agency
    form.locator("input[type=search]").fill("C4-R4")
    assert 0 < visible(page, ".step") < len(by_agency)


def test_comments_are_filtered_by_how_they_are_answered(opened):
    page = opened()
    form = page.locator('form[data-for=".comment"]')
    form.locator("[name=status]").select_option("unanswered")
    assert visible(page, ".comment") == page.locator('.comment[data-status="unanswered"]').count()
    form.locator("[name=status]").select_option("")
    agencies = "() => [...document.querySelectorAll('.comment')].map((one) => one.dataset.agency)"
    as_asked = page.evaluate(agencies)
    form.locator("[name=agency]").select_option(as_asked[0])
    assert visible(page, ".comment") == as_asked.count(as_asked[0])
    form.locator("[name=agency]").select_option("")
    form.locator("[data-sort]").select_option("agency")
    sorted_ = page.evaluate(agencies)
    assert [
        name for name, last in zip(sorted_, [None, *sorted_], strict=False) if name != last
    ] == list(dict.fromkeys(sorted_)), "each agency's comments stand together"
    form.locator("[data-sort]").select_option("")
    assert page.evaluate(agencies) == as_asked


def test_only_what_scrolls_or_does_something_is_a_stop(opened):
    page = opened(viewport={"width": 1280, "height": 800})
    idle = page.evaluate(
        "[...document.querySelectorAll('[tabindex]')].filter((box) => box.scrollWidth <= "
        "box.clientWidth && box.scrollHeight <= box.clientHeight + 1).length"
    )
    assert idle == 0


def test_dark_pages_have_light_ink(opened):
    page = opened(color_scheme="dark")
    ink, paper = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert ink == "rgb(230, 234, 239)"
    assert paper == "rgb(20, 25, 31)"


def test_the_figures_then_and_now_are_whole_on_a_phone(opened):
    page = opened("th", viewport={"width": 360, "height": 740})
    box = "document.querySelector('.then-now').parentElement"
    assert page.evaluate(f"{box}.scrollWidth <= {box}.clientWidth")
