// What would the paper say now? It is drawn anew beside the form when typing has settled, and never in the middle of a word.

const frame = document.querySelector("iframe[data-live]");
const form = frame && document.getElementById("act");
const status = document.querySelector("[data-preview-status]");
// settled comes 350 ms after the last key (settle.js): together 400 ms.
const REST = 50;
let timer = null;
let running = null;
let stale = false;
let visible = false;

function say(words) {
  if (status) status.textContent = words || "";
}

function typed() {
  const data = new FormData(form);
  for (const input of form.querySelectorAll("input[type=file]")) data.delete(input.name);
  data.delete("step");
  const chosen = frame.contentDocument?.querySelector("[data-paper]")?.dataset.paper;
  if (chosen) data.set("paper", chosen);
  return data;
}

function show(html) {
  const inside = frame.contentDocument;
  // A frame without a page of its own lays out by the rules of the last century.
  if (inside.compatMode === "BackCompat") {
    frame.srcdoc = html;
    return;
  }
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const sheets = (page) => [...page.querySelectorAll("link[rel=stylesheet]")].map((link) => link.getAttribute("href")).join();
  // Only the sheet changes where it can: the reader stays on the line where he was reading.
  if (inside.body && sheets(inside) === sheets(fresh)) {
    inside.body.replaceWith(inside.adoptNode(fresh.body));
    inside.title = fresh.title;
  } else {
    inside.replaceChild(inside.adoptNode(fresh.documentElement), inside.documentElement);
  }
}

async function refresh() {
  running?.abort();
  running = new AbortController();
  stale = false;
  try {
    const answer = await fetch(frame.dataset.live, { method: "POST", body: typed(), signal: running.signal, redirect: "error" });
    if (!answer.ok) throw new Error(String(answer.status));
    show(await answer.text());
    say("");
  } catch (problem) {
    if (problem.name !== "AbortError") say(frame.dataset.lost);
  }
}

function wanted() {
  stale = true;
  clearTimeout(timer);
  if (visible) timer = setTimeout(refresh, REST);
}

if (form) {
  form.addEventListener("settled", wanted);
  form.addEventListener("change", wanted);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget !== frame.name) return;
    event.preventDefault();
    refresh();
  });
  // A yellow place leads to its field: one goes on typing there.
  window.addEventListener("hashchange", () => {
    const place = document.getElementById(location.hash.slice(1));
    const field = place?.matches("input, select, textarea") ? place : place?.querySelector("input, select, textarea");
    field?.focus();
  });
  // On a telephone the sheet lies below the form: it is drawn when somebody looks at it.
  new IntersectionObserver((entries) => {
    visible = entries[entries.length - 1].isIntersecting;
    if (visible && stale) refresh();
  }).observe(frame);
  stale = frame.hasAttribute("data-typed");
}
