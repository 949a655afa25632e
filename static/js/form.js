// How does a form for an act help: nearby dates, chosen files, nothing lost by leaving or by pressing twice?

const form = document.querySelector("form[data-guard]");

function day(offset) {
  const date = new Date();
  date.setDate(date.getDate() + offset);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function addDayButton(input, words, offset) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--small";
  button.textContent = words;
  button.addEventListener("click", () => {
    input.value = day(offset);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  input.parentElement.append(button);
}

function addDayButtons() {
  const { today, yesterday } = form.dataset;
  for (const input of form.querySelectorAll("input[type=date]:not([autocomplete=bday])")) {
    input.parentElement.classList.add("with-days");
    addDayButton(input, today, 0);
    addDayButton(input, yesterday, -1);
  }
}

function describe(file, limit) {
  const megabytes = (file.size / 1048576).toFixed(1);
  return file.size > limit ? `${file.name} (${megabytes} MB) — ${form.dataset.tooLarge}` : `${file.name} (${megabytes} MB)`;
}

function showFiles(input) {
  const list = input.closest(".field").querySelector("[data-files]");
  const limit = Number(input.dataset.maxBytes || Infinity);
  list.replaceChildren(...[...input.files].map((file) => {
    const row = document.createElement("li");
    row.textContent = describe(file, limit);
    return row;
  }));
}

function guard() {
  let changed = form.hasAttribute("data-changed");
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("kept", () => { changed = false; });
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (event.defaultPrevented || (button && button.formTarget)) return;
    if (form.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    changed = false;
    form.setAttribute("aria-busy", "true");
    const status = form.querySelector("[data-status]");
    if (status) status.textContent = form.dataset.sending;
  });
  // The back button may bring this page out of the browser's memory with its old state.
  window.addEventListener("pageshow", () => form.removeAttribute("aria-busy"));
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
}

if (form) {
  addDayButtons();
  form.addEventListener("change", (event) => {
    if (event.target.type === "file") showFiles(event.target);
  });
  guard();
}
