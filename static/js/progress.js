// How far is the work that goes on elsewhere? The part of the page that says so is asked for again until it is over.

const WAIT = 3000;

async function look() {
  const shown = document.querySelector("[data-progress]");
  if (!shown || shown.dataset.progress === "over") return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-progress]");
    // Signed out meanwhile: the page stays as it is, and the next click says so.
    if (!answer.ok || !now) return;
    const open = shown.querySelector("details")?.open;
    shown.replaceWith(now);
    if (open) now.querySelector("details")?.setAttribute("open", "");
    document.querySelector("[data-progress-said]").textContent = now.querySelector("[data-progress-sum]").textContent;
  } catch {
    // The network may come back.
  }
  setTimeout(look, WAIT);
}

setTimeout(look, WAIT);
