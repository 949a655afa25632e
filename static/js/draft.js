// What was typed here before the page was lost? Kept in this tab only: the next person at this desk must not find it.

const form = document.querySelector("form[data-draft]");
const key = form && `draft:${form.dataset.draft}`;
let sending = null;
const KEPT = "input:not([type=hidden], [type=password], [type=file]), select, textarea";

function controls() {
  return [...form.querySelectorAll(KEPT)].filter((control) => control.name);
}

function read() {
  return controls().map((control) => [control.name, control.value, control.checked, control.type]);
}

function write(kept) {
  const byName = new Map(kept.map(([name, value, checked, type]) => [`${name}=${/radio|checkbox/.test(type) ? value : ""}`, { value, checked }]));
  for (const control of controls()) {
    const choice = /radio|checkbox/.test(control.type);
    const found = byName.get(`${control.name}=${choice ? control.value : ""}`);
    if (!found) continue;
    if (choice) control.checked = found.checked;
    else control.value = found.value;
  }
}

function save() {
  try {
    sessionStorage.setItem(key, JSON.stringify(read()));
  } catch {
    return; // a full or forbidden store: the guard against leaving still stands
  }
  say(form.dataset.saved);
}

function say(words) {
  const status = form.querySelector("[data-status]");
  const time = new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });
  if (status) status.textContent = `${words} ${time}`;
}

// On the server too, for the same person at another desk. Where that fails, what lies in this tab is enough.
async function keep() {
  sending?.abort();
  sending = new AbortController();
  const body = new FormData(form);
  for (const input of form.querySelectorAll("input[type=file]")) body.delete(input.name);
  try {
    const headers = { Accept: "application/json" };
    const answer = await fetch(form.dataset.keep, { method: "POST", body, headers, signal: sending.signal, redirect: "error" });
    if (!answer.ok) return;
    say(form.dataset.kept);
    form.dispatchEvent(new CustomEvent("kept"));
  } catch {
    return; // offline, or overtaken by the next settled input
  }
}

function offer() {
  const kept = sessionStorage.getItem(key);
  const note = form.querySelector("[data-draft-note]");
  if (!kept || !note || kept === JSON.stringify(read()) || form.hasAttribute("data-changed")) return;
  note.hidden = false;
  note.querySelector("[data-restore]").addEventListener("click", () => {
    write(JSON.parse(kept));
    note.hidden = true;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  note.querySelector("[data-discard]").addEventListener("click", () => {
    sessionStorage.removeItem(key);
    note.hidden = true;
  });
}

if (form) {
  offer();
  form.addEventListener("settled", () => {
    save();
    if (form.dataset.keep) keep();
  });
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!event.defaultPrevented && button && button.hasAttribute("data-final")) sessionStorage.removeItem(key);
  });
}
