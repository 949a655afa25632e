// How does a reviewer get about by keyboard: Alt+1…8 to a point, Alt+↓ and Alt+↑ between papers, C to write a comment?

const form = document.querySelector("form[data-review]");

function goTo(element) {
  if (!element) return;
  element.scrollIntoView({ block: "start" });
  (element.querySelector("input:checked, input[type=radio], textarea, select") || element).focus();
}

function otherPaper(step) {
  const papers = [...document.querySelectorAll('nav a[target="paper"]')];
  if (!papers.length) return;
  const now = papers.findIndex((one) => one.getAttribute("aria-current") === "true");
  const next = papers[(Math.max(now, 0) + step + papers.length) % papers.length];
  for (const one of papers) one.removeAttribute("aria-current");
  next.setAttribute("aria-current", "true");
  next.click();
}

function isTyping(target) {
  return Boolean(target.closest("input:not([type=radio]), textarea, select, [contenteditable]"));
}

function emptyComment() {
  return [...form.querySelectorAll("textarea[name^=comment_]")].find((one) => !one.value.trim());
}

function onKey(event) {
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    if (/^Digit[1-8]$/.test(event.code)) goTo(document.getElementById(`point-${event.code.slice(-1)}`));
    else if (event.key === "ArrowDown") otherPaper(1);
    else if (event.key === "ArrowUp") otherPaper(-1);
    else return;
    event.preventDefault();
  } else if (event.key.toLowerCase() === "c" && !event.ctrlKey && !event.metaKey && !isTyping(event.target)) {
    const field = emptyComment();
    if (!field) return;
    event.preventDefault();
    field.focus();
  }
}

if (form) document.addEventListener("keydown", onKey);
