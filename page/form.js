"use strict";
// The form: a proposal as sections, fields and cards. What is missing stands at its field while one types.

/** @typedef {{key: string, kind: string, title: string, fields?: Field[], smarts?: Record<string, string>, of?: string, form?: string, example?: string, asked?: string, mandatory?: boolean, choices?: Record<string, string>, to?: string[]}} Field */
/** @typedef {(string | number)[]} Path */
/** @typedef {{path: Path, code: string, title: string, level: string, message: string, fix: string}} Told */

const KEPT = "smartcert.draft";
const PAUSE = 250;
/** Milliseconds without a key after which a draft is assessed. */
const NAMED = 8;
/** How many of what blocks it are named. */

/** @type {{data: any, into: string, source: string, fields: Field[] | null, section: string, answer: Answer | null, timer: number, running: boolean, again: boolean}} */
const draft = { data: null, into: "", source: "", fields: null, section: "", answer: null, timer: 0, running: false, again: false };

const editor = h("div", { class: "form" });
const feedback = h("aside", { class: "side", "aria-live": "off" });
const page_ = h("section", null);
const steps = h("nav", { class: "steps" });

/** Return what was kept in this browser; null where nothing was, or nothing may be. */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "null");
  } catch {
    return null;
  }
}

/** Keep the draft, so that it outlives a crash. */
function keep() {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ data: draft.data, into: draft.into, source: draft.source }));
  } catch {
    say(t("form.kept-not"), { wrong: true });
  }
}

function forgetFields() {
  draft.fields = null;
}

/** Return the form, or what there is to begin it with. */
function formView() {
  if (!draft.data) return beginning();
  editor.replaceChildren(steps, page_, feedback);
  if (draft.fields) {
    drawn();
    if (!draft.answer) assess();
  } else python.ask("fields", { profile: state.profile }).then(({ fields, wrong }) => {
    if (wrong) return say(wrong, { wrong: true });
    draft.fields = fields;
    drawn();
    assess();
  });
  return editor;
}

function beginning() {
  const found = kept();
  return h("section", { class: "drop" },
    found && h("p", null, t("form.found")),
    h("p", { class: "buttons" },
      found && h("button", { type: "button", class: "first", onclick: () => resume(found) }, t("form.resume")),
      state.file && h("button", { type: "button", onclick: editOpened }, t("form.of-file")),
      h("button", { type: "button", onclick: () => begin({ smartcert: "1", round: "1" }, "", "") }, t("form.start"))));
}

/** @param {any} data @param {string} into @param {string} source */
function begin(data, into, source) {
  Object.assign(draft, { data, into, source, section: "", answer: null });
  show("form", true);
}

/** @param {{data: any, into: string, source: string}} found */
async function resume(found) {
  if (found.into && !state.files.length) await python.open([{ name: found.into, content: /** @type {ArrayBuffer} */ (new TextEncoder().encode(found.source).buffer) }]);
  begin(found.data, found.into, found.source);
}

async function editOpened() {
  const found = await asked("data", { file: state.file });
  if (!found) return;
  const file = state.files.find(({ name }) => name === state.file);
  const isText = !/\.xlsx$/i.test(state.file);
  begin(found.data, isText ? state.file : "", isText && file ? new TextDecoder().decode(file.content) : "");
}

/** Draw the section that is looked at. */
function drawn() {
  const fields = draft.fields ?? [];
  const own = fields.filter((field) => !field.fields && field.kind !== "by_year");
  const sections = fields.filter((field) => field.fields);
  const names = ["", ...sections.map((field) => field.key)];
  const here = sections.find((field) => field.key === draft.section);
  steps.setAttribute("aria-label", t("form.steps"));
  steps.replaceChildren(...names.map((name) => h("button", {
    type: "button", "data-section": name, "aria-current": name === draft.section ? "step" : null,
    onclick: () => turn(name),
  }, sections.find((field) => field.key === name)?.title ?? t("form.top"), h("small", null))));
  const next = names[names.indexOf(draft.section) + 1];
  page_.replaceChildren(
    h("h2", { tabindex: -1, id: "section" }, here?.title ?? t("form.top")),
    ...(here ? (here.kind === "section" ? [told([here.key]), ...inside(here, [here.key])] : [one(here, [here.key])]) : own.map((field) => one(field, [field.key]))),
    next !== undefined && h("p", null, h("button", { type: "button", class: "first", onclick: () => turn(next) }, t("form.next"))) || "");
  answered();
}

/** @param {string} section */
function turn(section) {
  draft.section = section;
  drawn();
  document.getElementById("section")?.focus();
}

/** @param {Field} field @param {Path} path @returns {Node[]} */
function inside(field, path) {
  if (field.smarts) {
    return Object.entries(field.smarts).map(([key, title]) => {
      const here = [...path, key];
      const isProposed = valueAt(here) !== undefined;
      const box = h("input", { type: "checkbox", checked: isProposed, onchange: () => { put(here, isProposed ? undefined : {}); drawn(); } });
      return h("fieldset", null, h("legend", null, title), h("label", null, box, " ", t("form.smart")), told(here),
        ...(isProposed ? (field.fields ?? []).map((below) => one(below, [...here, below.key])) : []));
    });
  }
  return (field.fields ?? []).map((below) => one(below, [...path, below.key]));
}

/** Return one field. @param {Field} field @param {Path} path @returns {Node} */
function one(field, path) {
  if (field.kind === "list") return list(field, path);
  if (field.fields) return h("fieldset", null, h("legend", null, field.title), told(path), ...inside(field, path));
  const id = idOf(path);
  const control = controlOf(field, path, id);
  return h("div", { class: "field" },
    h(control.matches?.("input, select, textarea") ? "label" : "p", { for: control.matches?.("input, select, textarea") ? id : null, class: "label" }, field.title,
      field.mandatory && h("span", { class: "must" }, ` (${t("level.mandatory")})`)),
    control, told(path),
    h("details", null, h("summary", { "aria-label": `${t("form.help")}: ${field.title}` }, t("form.help")),
      h("p", null, [field.form, field.example, field.asked].filter(Boolean).join("\n"))));
}

/** Return the cards of a list. @param {Field} field @param {Path} path */
function list(field, path) {
  const value = valueAt(path);
  const items = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  const box = h("fieldset", null, h("legend", null, field.title), told(path));
  items.forEach((item, index) => {
    const here = [...path, index];
    const name = `${field.title} ${index + 1}${item?.id ? ` · ${item.id}` : ""}${item?.name ? ` · ${item.name}` : ""}`;
    const remove = () => {
      put(path, items.filter((_, at) => at !== index));
      drawn();
      say(t("form.removed"));
      status_.append(h("button", { type: "button", class: "small", onclick: () => { put(path, items); drawn(); say(t("start.ready")); } }, t("form.undo")));
    };
    box.append(h("fieldset", { class: "card" }, h("legend", null, name), told(here),
      ...(item !== null && typeof item === "object" && !Array.isArray(item)
        ? (field.fields ?? []).map((below) => one(below, [...here, below.key]))
        : [line(here, idOf(here), name)]),
      h("button", { type: "button", class: "small", onclick: remove }, t("form.remove", { title: name }))));
  });
  box.append(h("button", { type: "button", id: `${idOf(path)}-add`, onclick: () => {
    put(path, [...items, {}]);
    drawn();
    const first = /** @type {HTMLElement | null} */ (page_.querySelector(`[id^="${CSS.escape(idOf([...path, items.length]))}"]`));
    first?.focus();
  } }, t("form.add", { title: field.title })));
  return box;
}

/** @param {Field} field @param {Path} path @param {string} id @returns {any} */
function controlOf(field, path, id) {
  const value = valueAt(path);
  if (field.choices && Object.keys(field.choices).length) return choice(field, path, id);
  if (field.kind === "by_year") return years(path, value);
  if (field.kind === "refs") return references(field, path, value);
  if (field.kind === "texts" && (value === undefined || typeof value === "string" || Array.isArray(value) && value.every((each) => typeof each === "string"))) {
    return area(id, [value ?? []].flat().join("\n"), (text) => put(path, text.split("\n").filter((each) => each.trim())));
  }
  if (value !== null && typeof value === "object") return h("p", { class: "hint" }, t("form.parts"));
  if (["text", "state", "or_none"].includes(field.kind)) return area(id, value ?? "", (text) => put(path, text));
  const input = line(path, id);
  if (field.kind === "owner") {
    const names = candidates(field.to ?? []).map(({ name }) => name);
    input.setAttribute("list", `${id}-names`);
    return h("div", null, input, h("datalist", { id: `${id}-names` }, ...names.map((name) => h("option", { value: name }))));
  }
  return input;
}

/** @param {Path} path @param {string} id @param {string} [name] */
function line(path, id, name) {
  return h("input", { type: "text", id, value: valueAt(path) ?? "", "aria-label": name, "aria-describedby": `${id}-told`, oninput: (/** @type {any} */ event) => put(path, event.target.value) });
}

/** @param {string} id @param {string} value @param {(text: string) => void} changed */
function area(id, value, changed) {
  return h("textarea", { id, value, rows: Math.min(12, Math.max(2, Math.ceil(value.length / 70))), "aria-describedby": `${id}-told`, oninput: (/** @type {any} */ event) => changed(event.target.value) });
}

/** @param {Field} field @param {Path} path @param {string} id */
function choice(field, path, id) {
  const choices = Object.entries(field.choices ?? {});
  const value = String(valueAt(path) ?? "");
  const known = choices.find(([word, title]) => word === value || title === value)?.[0];
  const other = value && known === undefined ? [[value, value]] : [];
  return h("select", { id, "aria-describedby": `${id}-told`, onchange: (/** @type {any} */ event) => put(path, event.target.value) },
    h("option", { value: "" }, t("form.pick")),
    ...[...other, ...choices].map(([word, title]) => h("option", { value: word, selected: word === (known ?? value) }, title)));
}

/** Return the things that may be referred to, each with a box to tick. @param {Field} field @param {Path} path @param {any} value */
function references(field, path, value) {
  const chosen = new Set([value ?? []].flat().map(String));
  const found = candidates(field.to ?? []);
  const all = [...found, ...[...chosen].filter((id) => !found.some((each) => each.id === id)).map((id) => ({ id, name: "" }))];
  return h("div", { role: "group", "aria-label": field.title, id: idOf(path), tabindex: -1 }, ...all.map(({ id, name }) => h("label", null,
    h("input", { type: "checkbox", checked: chosen.has(id), onchange: (/** @type {any} */ event) => {
      if (event.target.checked) chosen.add(id); else chosen.delete(id);
      put(path, [...chosen]);
    } }), ` ${id}${name && name !== id ? ` ${name}` : ""}`)));
}

/** Return what items of some kinds there are. @param {string[]} kinds @returns {{id: string, name: string}[]} */
function candidates(kinds) {
  /** @type {{id: string, name: string}[]} */
  const found = [];
  /** @param {Field} field @param {any} value */
  const walk = (field, value) => {
    if (value === null || typeof value !== "object") return;
    if (field.smarts) return Object.values(value).forEach((service) => (field.fields ?? []).forEach((below) => walk(below, /** @type {any} */ (service)?.[below.key])));
    if (field.kind === "list") {
      if (kinds.includes(field.of ?? "")) for (const item of [value].flat()) {
        const id = item?.id ?? item?.name ?? item?.title;
        if (id) found.push({ id: String(id), name: String(item.name ?? item.title ?? item.text ?? "") });
      }
      return;
    }
    (field.fields ?? []).forEach((below) => walk(below, value[below.key]));
  };
  (draft.fields ?? []).forEach((field) => walk(field, draft.data[field.key]));
  return found;
}

/** @param {Path} path @param {any} value */
function years(path, value) {
  const rows = value && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];
  const box = h("div", { class: "years", role: "group", id: idOf(path), tabindex: -1 });
  /** @param {[string, any][]} all */
  const written = (all) => put(path, Object.fromEntries(all.filter(([year]) => year)));
  const all = /** @type {[string, any][]} */ ([...rows, ["", ""]]);
  all.forEach((row, index) => box.append(
    h("input", { type: "text", value: row[0], "aria-label": `${t("form.year")} ${index + 1}`, onchange: (/** @type {any} */ event) => { all[index][0] = event.target.value; written(all); drawn(); } }),
    h("input", { type: "text", value: typeof row[1] === "object" ? "" : row[1] ?? "", "aria-label": `${t("form.amount")} ${index + 1}`, oninput: (/** @type {any} */ event) => { all[index][1] = event.target.value; written(all); } }),
    h("span", null)));
  return box;
}

/** @param {Path} path */
function idOf(path) {
  return `f-${path.join("-")}`;
}

/** Return the place where is said what is open at a path. @param {Path} path */
function told(path) {
  return h("div", { id: `${idOf(path)}-told`, "data-path": JSON.stringify(path) });
}

/** @param {Path} path */
function valueAt(path) {
  return path.reduce((node, step) => node?.[step], draft.data);
}

/** Write a value into the draft; nothing in it takes the field out. @param {Path} path @param {any} value */
function put(path, value) {
  let node = draft.data;
  path.slice(0, -1).forEach((step, at) => {
    if (node[step] === null || typeof node[step] !== "object") node[step] = typeof path[at + 1] === "number" ? [] : {};
    node = node[step];
  });
  const last = path[path.length - 1];
  if (value === undefined || value === "" || Array.isArray(value) && !value.length) delete node[last];
  else node[last] = value;
  keep();
  clearTimeout(draft.timer);
  draft.timer = setTimeout(assess, PAUSE);
}

/** Have the draft assessed; of what is typed meanwhile the last is assessed next. */
async function assess() {
  if (draft.running) {
    draft.again = true;
    return;
  }
  draft.running = true;
  const found = await python.ask("draft", { data: draft.data, reviews: state.reviews });
  draft.running = false;
  if (found.wrong) say(found.wrong, { wrong: true });
  else draft.answer = found;
  answered();
  if (draft.again) {
    draft.again = false;
    assess();
  }
}

/** Show at each field, at each section and beside the form what came of it. */
function answered() {
  const found = draft.answer;
  if (!found) return aside();
  /** @type {Map<string, Node[]>} */
  const at = new Map();
  /** @param {Path} path @param {Node} node */
  const add = (path, node) => {
    for (let end = path.length; end > 0; end -= 1) {
      const key = JSON.stringify(path.slice(0, end));
      if (page_.querySelector(`[data-path="${CSS.escape(key)}"]`)) {
        at.set(key, [...(at.get(key) ?? []), node]);
        return;
      }
    }
  };
  for (const each of found.findings) add(each.path, h("p", { class: `open ${each.level}`, title: each.fix }, `${each.code} ${each.message}`));
  for (const each of found.readings) add(each.path, h("p", { class: "read" }, t("form.read", { read: each.read })));
  for (const place of page_.querySelectorAll("[data-path]")) {
    place.replaceChildren(...(at.get(/** @type {HTMLElement} */ (place).dataset.path ?? "") ?? []));
  }
  for (const step of /** @type {NodeListOf<HTMLElement>} */ (steps.querySelectorAll("button"))) {
    const name = step.dataset.section;
    const open = found.findings.filter((/** @type {Told} */ each) => each.level === "mandatory" && (sectionOf(each.path) === name)).length;
    /** @type {HTMLElement} */ (step.querySelector("small")).textContent = open ? t("form.missing", { count: open }) : t("form.done");
  }
  aside();
}

/** @param {Path} path */
function sectionOf(path) {
  const field = (draft.fields ?? []).find(({ key }) => key === path[0]);
  return field?.fields ? field.key : "";
}

/** Go to where a finding is. @param {Path} path */
function go(path) {
  turn(sectionOf(path));
  for (let end = path.length; end > 0; end -= 1) {
    const node = document.getElementById(idOf(path.slice(0, end))) ?? document.getElementById(`${idOf(path.slice(0, end))}-add`);
    if (node) return node.focus();
  }
}

/** Show beside the form how far it is, what blocks it, and how it is saved. */
function aside() {
  const found = draft.answer;
  const blocks = /** @type {Told[]} */ (found?.findings.filter((/** @type {Told} */ each) => each.level === "mandatory") ?? []);
  const share = found?.readiness ? (100 * found.readiness[0]) / (found.readiness[1] || 1) : 0;
  const text = () => python.ask("yaml", { data: draft.data, into: draft.into });
  feedback.replaceChildren(
    h("h2", null, found ? t(`verdict.${found.verdict}`) : t("busy.check")),
    found && h("p", null, `${t("result.readiness")} ${share.toFixed(1)}%`, h("meter", { min: 0, max: 100, value: share, "aria-label": t("result.readiness") })) || "",
    found && h("h3", null, blocks.length ? t("form.blockers") : t("form.no-blockers")) || "",
    h("ul", { class: "blocks" }, ...blocks.slice(0, NAMED).map((each) => h("li", null,
      h("button", { type: "button", class: "link", onclick: () => go(each.path) }, each.title)))),
    blocks.length > NAMED && h("p", null, t("form.more", { count: blocks.length - NAMED })) || "",
    h("p", { class: "buttons" },
      h("button", { type: "button", class: "first", onclick: async () => { const made = await text(); if (made.text) save(draft.into || "proposal.yaml", made.text, "application/yaml"); } }, t("save.yaml")),
      h("button", { type: "button", onclick: async () => { const made = await asked("workbook", { data: draft.data }); if (made) save("proposal.xlsx", bytesOf(made.base64), SHEET); } }, t("save.form")),
      h("button", { type: "button", onclick: checkDraft }, t("open.check"))),
    h("p", { class: "hint" }, t("form.kept")),
    h("button", { type: "button", class: "small", onclick: () => {
      try { localStorage.removeItem(KEPT); } catch { /* nothing was kept */ }
      draft.data = null;
      show("form", true);
      say(t("form.erased"));
    } }, t("form.erase")));
}

/** Check the draft as the file that it would be, beside the annexes that are open. */
async function checkDraft() {
  const made = await python.ask("yaml", { data: draft.data, into: draft.into });
  if (made.wrong) return say(made.wrong, { wrong: true });
  const name = draft.into || "proposal.yaml";
  const content = /** @type {ArrayBuffer} */ (new TextEncoder().encode(made.text).buffer);
  state.files = [...state.files.filter((file) => file.name !== name), { name, content }];
  if (!state.proposals.includes(name)) state.proposals = [name, ...state.proposals];
  [state.file, draft.into, draft.source] = [name, name, made.text];
  keep();
  await python.open(state.files);
  await check();
}
