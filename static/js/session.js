// Has the session ended while a form was open? Then the password is asked for here, and the form stays as it is.

const dialog = document.querySelector("dialog[data-session]");
const form = document.querySelector("form[data-guard]");
let waiting = null;

async function signedIn() {
  const answer = await fetch(dialog.dataset.session, { cache: "no-store", redirect: "manual" });
  return answer.status === 204;
}

function send(button) {
  waiting = null;
  form.dataset.signedIn = "yes";
  form.requestSubmit(button);
}

form?.addEventListener(
  "submit",
  async (event) => {
    const button = event.submitter;
    if (!dialog || (button && button.formTarget)) return;
    if (form.dataset.signedIn === "yes") {
      delete form.dataset.signedIn;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    try {
      if (await signedIn()) send(button);
      else {
        waiting = button;
        dialog.showModal();
      }
    } catch {
      const status = form.querySelector("[data-status]");
      if (status) status.textContent = dialog.dataset.offline;
    }
  },
  true,
);

dialog?.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const problem = dialog.querySelector("[data-problem]");
  try {
    const answer = await fetch(event.target.action, {
      method: "POST",
      body: new FormData(event.target),
      headers: { Accept: "application/json" },
    });
    const result = await answer.json();
    if (!result.signed_in) {
      problem.textContent = result.problem;
      return;
    }
    // Signing in renews the token; the old one in the page would be refused.
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = result.token;
    dialog.close();
    send(waiting);
  } catch {
    problem.textContent = dialog.dataset.offline;
  }
});
