"use strict";
// The page of guidegen preview: shows the two sides of a guide, keeps them up to date, and tells of a message what there is to know.

const byId = (id) => document.getElementById(id);
const frames = ["original", "translation"].map(byId).filter(Boolean);
const SEVEREST = ["wrong", "faulty", "missing", "stale", "fuzzy", "translated"];
const WORDS = {
  translated: "translated", fuzzy: "fuzzy", stale: "of a former text", faulty: "with an error", missing: "not translated", wrong: "with an error",
};
const view = { state: null, shown: {}, nodes: { original: [], translation: [] }, chosen: -1, context: "", leader: frames[frames.length - 1] };

const made = (tag, properties, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};

// -- the two sides --------------------------------------------------------------------------------------------------------------

async function load(frame) {
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.src = `/guide/${frame.id}`;
  await loaded;
  const page = frame.contentDocument;
  page.head.append(Object.assign(page.createElement("link"), { rel: "stylesheet", href: "/guide.css" }));
  page.addEventListener("click", (event) => chooseNode(event.target));
  page.addEventListener("keydown", (event) => pressed(event, frame));
  page.addEventListener("scroll", () => requestAnimationFrame(() => scrollOther(frame)));
  for (const kind of ["pointerenter", "pointermove", "focusin"]) page.addEventListener(kind, () => (view.leader = frame));
}

async function show(frame) {
  const page = frame.contentDocument;
  const top = page && page.scrollingElement ? page.scrollingElement.scrollTop : 0;
  const html = view.shown[frame.id] && (await (await fetch(`/guide/${frame.id}`)).text());
  const fresh = html && new page.defaultView.DOMParser().parseFromString(html, "text/html");
  const styles = (of) => [...of.querySelectorAll("style")].map((sheet) => sheet.textContent).join();
  // The policy of a page that is shown names its own style sheets; with others it is loaded anew.
  if (fresh && styles(fresh) === styles(page)) page.body.replaceWith(page.adoptNode(fresh.body));
  else await load(frame);
  frame.contentDocument.scrollingElement.scrollTop = top;
}

function mark(frame) {
  const found = new Map();
  const page = frame.contentDocument;
  const all = (selector) => found.get(selector) || found.set(selector, page.querySelectorAll(selector)).get(selector);
  view.nodes[frame.id] = view.state.elements.map(([selector, index]) => all(selector)[index]);
  view.nodes[frame.id].forEach((node, number) => {
    if (!node) return;
    const status = statusOf(view.state.elements[number][2]);
    Object.assign(node.dataset, { preview: number, status });
    node.ariaDescription = WORDS[status] === "translated" ? null : WORDS[status] || null;
  });
}

function statusOf(contexts) {
  const wrong = view.state.findings.filter((finding) => finding.severity === "error").map((finding) => finding.context);
  const statuses = contexts.map((context) => (wrong.includes(context) ? "wrong" : view.state.statuses[context]));
  return SEVEREST.find((status) => statuses.includes(status)) || "none";
}

function scrollOther(frame) {
  if (view.leader !== frame || !byId("together").checked) return;
  const number = view.nodes[frame.id].findIndex((node) => node && node.getBoundingClientRect().bottom > 0);
  for (const other of frames) {
    const [here, there] = [frame, other].map((side) => view.nodes[side.id][number]);
    if (other === frame || !here || !there) continue;
    other.contentWindow.scrollBy(0, there.getBoundingClientRect().top - here.getBoundingClientRect().top);
  }
}

// -- choosing a paragraph -------------------------------------------------------------------------------------------------------

function chooseNode(target) {
  const node = target.closest("[data-preview]");
  if (node) choose(Number(node.dataset.preview));
}

function choose(number, context) {
  if (number < 0 || number >= view.state.elements.length) return;
  view.chosen = number;
  view.context = context || view.state.elements[number][2][0];
  showChosen();
  for (const frame of frames) {
    const node = view.nodes[frame.id][number];
    if (node) node.scrollIntoView({ block: "nearest" });
  }
  tell(view.state.elements[number][2]);
}

function showChosen() {
  for (const frame of frames) {
    view.nodes[frame.id].forEach((node, number) => {
      if (!node) return;
      node.toggleAttribute("data-chosen", number === view.chosen);
      node.ariaCurrent = number === view.chosen ? "true" : null;
      node.tabIndex = number === Math.max(view.chosen, 0) ? 0 : -1;
    });
  }
}

function step(by, frame, open) {
  const fits = (number) => view.nodes[frame.id][number] && (!open || !["translated", "none"].includes(statusOf(view.state.elements[number][2])));
  let number = view.chosen + by;
  while (number >= 0 && number < view.state.elements.length && !fits(number)) number += by;
  choose(number);
}

// Keys of a paragraph that has the focus: one in each side stands in the order of the Tab key.
const KEYS = {
  Enter: (frame, node) => chooseNode(node),
  " ": (frame, node) => chooseNode(node),
  j: (frame) => step(1, frame),
  k: (frame) => step(-1, frame),
  t: (frame) => step(1, frame, true),
};

function pressed(event, frame) {
  if (!(event.key in KEYS) || !event.target.dataset.preview || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  KEYS[event.key](frame, event.target);
  view.nodes[frame.id][view.chosen]?.focus({ preventScroll: true });
}

// -- the panel ------------------------------------------------------------------------------------------------------------------

async function tell(contexts) {
  const answers = await Promise.all(contexts.map((context) => fetch(`/message?context=${encodeURIComponent(context)}`)));
  const messages = await Promise.all(answers.filter((answer) => answer.ok).map((answer) => answer.json()));
  byId("message").replaceChildren(...messages.map(described));
}

function described(message) {
  const rows = [["Context", made("code", {}, message.context)], ["Source text", quoted(message.source)]];
  const translation = message.translation;
  if (translation) {
    rows.push([`Translation: ${WORDS[translation.status]}`, quoted(translation)]);
    if (translation.former) rows.push(["Translates the former text", words(translation.former, message.source)]);
    if (translation.comments.length) rows.push(["Comments", made("div", {}, translation.comments.join("\n"))]);
  }
  if (message.findings.length) rows.push(["Findings", made("ul", {}, ...message.findings.map(finding))]);
  if (message.terms.length) rows.push(["Glossary", made("ul", {}, ...message.terms.map((term) => termOf(term, translation)))]);
  return made("dl", {}, ...rows.flatMap(([name, value]) => [made("dt", {}, name), made("dd", {}, value)]));
}

function quoted(text) {
  return made("div", {}, made("code", { className: "place" }, text.place), words(text.text || "—", text));
}

// Marks and placeholders are written from left to right in every language.
const MARKS = /(\[@[^\]]+\]|\[\^[^\]]+\]|\[\]\([^)]+\)|\{\w+\})/;

function words(text, { lang, dir }) {
  const parts = text.split(MARKS).map((part, number) => (number % 2 ? made("bdi", { dir: "ltr" }, part) : part));
  return made("blockquote", { lang, dir }, ...parts);
}

function termOf(term, translation) {
  const forms = term.forms.map((form) => made("bdi", translation ? { lang: translation.lang, dir: translation.dir } : {}, form));
  return made("li", {}, `${term.term}: `, ...forms.flatMap((form, number) => (number ? [" or ", form] : [form])));
}

function finding(one) {
  const hint = one.hint ? ` (${one.hint})` : "";
  return made("li", {}, made("code", {}, one.place), " ", made("span", { className: one.severity }, one.severity), `: ${one.message}${hint} [${one.rule}]`);
}

function showState() {
  const { statuses, findings, catalogues } = view.state;
  byId("findings").replaceChildren(...(findings.length ? findings.map(finding) : [made("li", {}, "none")]));
  if (!byId("totals")) return;
  const all = Object.keys(statuses);
  const open = all.filter((context) => statuses[context] !== "translated");
  byId("totals").textContent = `${all.length - open.length} of ${all.length} messages of this guide are translated.`;
  byId("open").replaceChildren(...open.map((context) => made("li", {}, opener(context, statuses[context]))));
  const row = (one) => ["path", "translated", "fuzzy", "stale", "faulty", "missing"].map((name) => made("td", {}, String(one[name])));
  byId("catalogues").replaceChildren(...catalogues.map((one) => made("tr", {}, ...row(one), made("td", {}, one.reviewed ? "yes" : "no"))));
}

function opener(context, status) {
  const onclick = () => {
    const number = view.state.elements.findIndex((element) => element[2].includes(context));
    if (number < 0) tell([context]);
    else choose(number, context);
  };
  return made("button", { type: "button", onclick }, `${context} (${WORDS[status]})`);
}

// -- keeping up -----------------------------------------------------------------------------------------------------------------

async function update() {
  const next = await (await fetch("/state")).json();
  for (const frame of frames) {
    if (next.pages[frame.id] && next.pages[frame.id] !== view.shown[frame.id]) {
      await show(frame);
      view.shown[frame.id] = next.pages[frame.id];
    }
  }
  view.state = next;
  frames.forEach(mark);
  view.chosen = next.elements.findIndex((element) => element[2].includes(view.context));
  showChosen();
  showState();
  if (view.chosen >= 0) tell(next.elements[view.chosen][2]);
  const errors = next.findings.filter((one) => one.severity === "error").length;
  byId("news").textContent = errors ? `Errors: ${errors}. What is broken is shown as it last was sound.` : "Up to date.";
}

let updating = Promise.resolve();
const news = new EventSource("/events");
news.onmessage = () => (updating = updating.then(update).catch((error) => (byId("news").textContent = String(error))));
news.onerror = () => (byId("news").textContent = "guidegen preview does not answer; it may have been stopped.");
byId("previous").onclick = () => step(-1, frames[frames.length - 1]);
byId("next").onclick = () => step(1, frames[frames.length - 1]);
if (byId("next-open")) byId("next-open").onclick = () => step(1, frames[frames.length - 1], true);
