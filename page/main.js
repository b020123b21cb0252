"use strict";
// The page: files are opened, checked and reported on; what was made is saved.

const python = new Python();

/** @type {{tab: string, files: Opened[], proposals: string[], reviews: string[], file: string, earlier: string, profile: string, result: Answer | null, since: Answer | null, report: string | null, note: string}} */
const state = {
  tab: "open", files: [], proposals: [], reviews: [], file: "", earlier: "", profile: "",
  result: null, since: null, report: null, note: "",
};

const TABS = ["open", "result", "report", "fix", "form"];
const main = /** @type {HTMLElement} */ (document.getElementById("main"));
const status_ = /** @type {HTMLElement} */ (document.getElementById("status"));

/**
 * Say what is going on; while something runs it can be stopped.
 * @param {string} text
 * @param {{busy?: boolean, wrong?: boolean}} [how]
 */
function say(text, { busy = false, wrong = false } = {}) {
  status_.className = wrong ? "wrong" : busy ? "busy" : "";
  status_.replaceChildren(
    h("span", null, text),
    busy && h("button", { type: "button", id: "stop", onclick: () => python.stop("stopped") }, t("stop")) || "",
  );
}

/** @type {Python["tell"]} */
python.tell = (key, values) => {
  const wrong = ["start.failed", "broken", "too-long"].includes(key);
  say(t(key, values), { wrong, busy: /^start\.(unpack|python|smartcert)$/.test(key) });
};

/**
 * Ask, and say meanwhile what is done. What is wrong is said in words, and nothing comes back.
 * @param {string} ask
 * @param {Answer} more
 * @param {string} [doing]
 * @returns {Promise<Answer | null>}
 */
async function asked(ask, more, doing = "busy.other") {
  await python.ready;
  say(t(doing), { busy: true });
  const answer = await python.ask(ask, more);
  if (answer.wrong) {
    say(answer.wrong, { wrong: true });
    return null;
  }
  say(t("start.ready"));
  return answer;
}

/**
 * Return what may be applied for, of which a proposal may say another.
 * @returns {[string, string][]}
 */
function profiles() {
  return [["", t("open.stated")], ...PROFILES.map((name) => /** @type {[string, string]} */ ([name, t(`profile.${name}`)]))];
}
const PROFILES = ["promotion-area", "logo", "renewal", "boi-area"];

/** What is asked of the proposal that is looked at. */
function question() {
  return { file: state.file, reviews: state.reviews, profile: state.profile };
}

/** Check the proposal, and show what came of it. */
async function check() {
  const found = await asked("check", question(), "busy.check");
  if (!found) return;
  state.result = { ...JSON.parse(found.json), text: found.json };
  state.since = state.earlier ? await asked("compare", { ...question(), baseline: state.earlier }) : null;
  state.report = null;
  show("result", true);
}

/**
 * Take files that a person has given, and look for proposals and reviews among them.
 * @param {{name: string, file: File}[]} given
 */
async function take(given) {
  const top = given.map(({ name }) => name.split("/"));
  const shared = top.every((steps) => steps.length > 1 && steps[0] === top[0][0]);
  /** @type {Opened[]} */
  const files = [];
  for (const { name, file } of given) {
    files.push({ name: shared ? name.split("/").slice(1).join("/") : name, content: await file.arrayBuffer() });
  }
  state.files = files;
  state.proposals = [];
  state.reviews = [];
  /** @type {Map<string, number>} */
  const rounds = new Map();
  for (const { name, content } of files) {
    if (name.includes("/") || !/\.(ya?ml|xlsx|txt)$/i.test(name)) continue;
    const text = /\.xlsx$/i.test(name) ? "" : new TextDecoder().decode(content.slice(0, 20000));
    if (/^smartcert-review\s*:/m.test(text)) state.reviews.push(name);
    else if (!/^smartcert-waivers\s*:/m.test(text) && (!/\.txt$/i.test(name) || /^smartcert\s*:/m.test(text))) {
      rounds.set(name, Number(/^round\s*:\s*(\d+)/m.exec(text)?.[1] ?? 0));
      state.proposals.push(name);
    }
  }
  state.proposals.sort((a, b) => (rounds.get(b) ?? 0) - (rounds.get(a) ?? 0) || (a < b ? -1 : 1));
  [state.file, state.earlier] = [state.proposals[0] ?? "", ""];
  const [newest, before] = state.proposals;
  if (before && (rounds.get(before) ?? 0) > 0 && (rounds.get(before) ?? 0) < (rounds.get(newest) ?? 0)) state.earlier = before;
  state.result = state.since = state.report = null;
  if (!state.file) return say(t("open.none"), { wrong: true });
  show("open");
  await python.open(files);
  await check();
}

/** @param {DataTransfer} dropped */
async function dropped(dropped) {
  /** @type {{name: string, file: File}[]} */
  const found = [];
  /** @param {any} entry @param {string} above */
  const walk = async (entry, above) => {
    if (entry.isFile) {
      found.push({ name: above + entry.name, file: await new Promise((resolve, reject) => entry.file(resolve, reject)) });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!some.length) return;
      for (const each of some) await walk(each, `${above}${entry.name}/`);
    }
  };
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  if (!entries.length) found.push(...[...dropped.files].map((file) => ({ name: file.name, file })));
  for (const entry of entries) await walk(entry, "");
  await take(found);
}

/**
 * @param {boolean} folder
 * @param {string} key
 */
function chooser(folder, key) {
  const input = h("input", {
    type: "file", multiple: true, webkitdirectory: folder, class: "unseen", id: key, tabindex: -1, "aria-hidden": "true",
    onchange: () => take([...input.files].map((file) => ({ name: file.webkitRelativePath || file.name, file }))),
  });
  return h("span", null, input, h("button", { type: "button", onclick: () => input.click() }, t(key)));
}

/**
 * @param {string} key
 * @param {[string, string][]} choices
 * @param {string} value
 * @param {(value: string) => void} changed
 */
function select(key, choices, value, changed) {
  return h("label", null, h("span", null, t(key)),
    h("select", { onchange: (/** @type {any} */ event) => changed(event.target.value) },
      ...choices.map(([word, label]) => h("option", { value: word, selected: word === value }, label))));
}

const VIEWS = {
  open() {
    const zone = h("section", { class: "drop", "aria-label": t("open.head") },
      h("h2", null, t("open.head")), h("p", null, t("open.drop")),
      h("p", { class: "buttons" }, chooser(false, "open.files"), chooser(true, "open.folder"),
        h("button", { type: "button", onclick: () => show("form", true) }, t("open.new"))));
    return [zone, state.file && h("section", { class: "chosen" },
      h("p", null, t("open.opened", { count: state.files.length })),
      select("open.proposal", state.proposals.map((name) => [name, name]), state.file, (name) => { state.file = name; }),
      select("open.profile", profiles(), state.profile, (name) => { state.profile = name; }),
      select("open.earlier", [["", t("open.no-earlier")], .../** @type {[string, string][]} */ (state.proposals.map((name) => [name, name]))], state.earlier, (name) => { state.earlier = name; }),
      h("button", { type: "button", class: "first", onclick: check }, t("open.check")))];
  },

  result() {
    const found = state.result;
    if (!found) return [h("p", null, t("result.first"))];
    const open = found.counts.mandatory.missing + found.counts.mandatory.partial;
    return [
      h("section", { class: `verdict ${found.verdict}` },
        h("h2", null, t(`verdict.${found.verdict}`)),
        h("p", { class: "name" }, [found.proposal.name, found.proposal.file].filter(Boolean).join(" · ")),
        h("dl", null, ...["readiness", "completeness", "evidence"].flatMap((name) => share(name, found.score[name]))),
        found.verdict !== "unreadable" && h("p", null, t("result.mandatory", { count: open })),
        state.since && h("p", null, t("result.since", /** @type {any} */ (state.since)))),
      saving(),
      h("section", null,
        h("h2", null, found.findings.length ? t("result.findings", { count: found.findings.length }) : t("result.none")),
        h("ol", { class: "findings" }, ...found.findings.map(finding))),
    ];
  },

  report() {
    if (!state.result) return [h("p", null, t("result.first"))];
    const frame = h("iframe", { title: t("report.frame"), sandbox: "allow-scripts" });
    madeReport().then((made) => { if (made) frame.srcdoc = withoutLinks(made); });
    return [saving(), frame];
  },

  fix() {
    if (!state.file) return [h("p", null, t("result.first"))];
    const box = h("section", null);
    asked("fix", { file: state.file }).then((found) => {
      if (!found) return;
      if (!found.count) return box.append(h("p", null, t("fix.nothing")), ...(found.left ? [h("p", null, t("fix.count", found))] : []));
      box.append(
        h("h2", null, t("fix.count", { count: found.count, left: found.left })),
        h("button", { type: "button", class: "first", onclick: () => save(state.file, bytesOf(found.base64), "application/yaml") }, t("fix.save")),
        h("h3", null, t("fix.diff")),
        h("pre", { class: "diff", tabindex: 0 }, ...found.diff.split("\n").map((/** @type {string} */ line) =>
          h("span", { class: { "+": "in", "-": "out", "@": "at" }[line[0]] ?? "" }, `${line}\n`))));
    });
    return [box];
  },

  form() {
    return [formView()];
  },

};

/**
 * @param {string} name
 * @param {{value: number | null, points: number, out_of: number} | null} share
 */
function share(name, share) {
  if (!share || share.value === null) return [];
  return [h("div", null, h("dt", null, t(`result.${name}`)),
    h("dd", null, `${share.value.toFixed(1)}%`, h("small", null, ` ${share.points}/${share.out_of}`)))];
}

/** @param {Answer} found */
function finding(found) {
  const place = found.cell ? `${found.sheet} ${found.cell}` : found.line ? t("place", { line: found.line }) : "";
  return h("li", { class: found.level },
    h("p", null, h("b", { class: "level" }, t(`level.${found.level}`)), " ", h("code", null, found.code), " ", found.message),
    h("p", { class: "place" }, [place, found.path].filter(Boolean).join(" · ")),
    found.fix && h("details", null, h("summary", null, t("result.how")), h("p", null, found.fix)));
}

/** Return the report as HTML, made once. */
async function madeReport() {
  if (state.report === null) {
    const made = await asked("report", { ...question(), format: "html", baseline: state.earlier }, "busy.report");
    state.report = made ? made.text : null;
  }
  return state.report;
}

/**
 * In the frame nothing leads anywhere: the page makes no connection. A saved report has its links.
 * @param {string} html
 */
function withoutLinks(html) {
  return html.replace(/ href="(?:https?|mailto):[^"]*"/g, "");
}

/** @param {string} ending */
function named(ending) {
  return `${state.file.replace(/^.*\//, "").replace(/\.\w+$/, "")}${ending}`;
}

function saving() {
  const terms = () => ({ ...question(), baseline: state.earlier });
  /** @type {Record<string, () => Promise<void>>} */
  const kinds = {
    html: async () => { const made = await madeReport(); if (made) save(named(`.report.${spoken.lang}.html`), made, "text/html"); },
    markdown: async () => { const made = await asked("report", { ...terms(), format: "markdown" }); if (made) save(named(`.report.${spoken.lang}.md`), made.text, "text/markdown"); },
    json: async () => save(named(".json"), state.result?.text ?? "", "application/json"),
    workbook: async () => { const made = await asked("workbook", { ...question(), gaps: true }); if (made) save(named(".gaps.xlsx"), bytesOf(made.base64), SHEET); },
    review: async () => { const made = await asked("review", question()); if (made) save(`review-${state.result?.proposal.round ?? 1}.yaml`, made.text, "application/yaml"); },
    form: async () => { const made = await asked("workbook", question()); if (made) save(named(".xlsx"), bytesOf(made.base64), SHEET); },
    yaml: async () => { const made = await asked("yaml", { file: state.file }); if (made) save(named(".yaml"), made.text, "application/yaml"); },
  };
  const isBook = /\.xlsx$/i.test(state.file);
  return h("section", { class: "saving" }, h("h2", null, t("save.head")),
    h("p", { class: "buttons" }, ...Object.entries(kinds)
      .filter(([kind]) => kind !== (isBook ? "form" : "yaml"))
      .map(([kind, make]) => h("button", { type: "button", onclick: make }, t(`save.${kind}`)))),
    h("p", { class: "hint" }, t("save.word")));
}

const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Show one of the views. `moved` is whether its head takes the focus.
 * @param {string} tab
 * @param {boolean} [moved]
 */
function show(tab, moved = false) {
  state.tab = tab;
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-t]"))) node.textContent = t(node.dataset.t ?? "");
  document.documentElement.lang = spoken.lang;
  const tabs = /** @type {HTMLElement} */ (document.getElementById("tabs"));
  tabs.setAttribute("aria-label", t("tabs"));
  tabs.replaceChildren(...TABS.map((name) => h("button", {
    type: "button", role: "tab", id: `tab-${name}`, "aria-selected": name === tab ? "true" : "false", "aria-controls": "main",
    tabindex: name === tab ? 0 : -1, onclick: () => show(name, true),
  }, t(`tab.${name}`))));
  main.setAttribute("role", "tabpanel");
  main.setAttribute("aria-labelledby", `tab-${tab}`);
  const views = /** @type {Record<string, () => (Node | null | false | "")[]>} */ (VIEWS)[tab]();
  main.replaceChildren(.../** @type {Node[]} */ (views.filter(Boolean)));
  if (moved) main.focus({ preventScroll: true });
}

document.getElementById("tabs")?.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  show(TABS[(TABS.indexOf(state.tab) + step + TABS.length) % TABS.length]);
  document.getElementById(`tab-${state.tab}`)?.focus();
});

const language = /** @type {HTMLButtonElement} */ (document.getElementById("language"));
/** @param {Lang} lang */
async function speak(lang) {
  spoken.lang = lang;
  const other = lang === "th" ? "en" : "th";
  language.textContent = t("language");
  language.lang = other;
  state.report = null;
  forgetFields();
  show(state.tab);
}
language.addEventListener("click", async () => {
  await speak(spoken.lang === "th" ? "en" : "th");
  if (state.result && ["result", "report"].includes(state.tab)) {
    const tab = state.tab;
    await check();
    if (tab !== "result") show(tab);
  }
});

for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    const given = /** @type {DragEvent} */ (event).dataTransfer;
    if (name === "drop" && given) dropped(given).catch((problem) => say(String(problem), { wrong: true }));
  });
}

speak("th");
python.start().catch(() => {});
