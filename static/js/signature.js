// How does a party sign on the screen? The strokes go into the hidden field as a picture; without this file one signs on paper.

const pad = document.querySelector("[data-sign-pad]");
const canvas = pad?.querySelector("[data-sign-canvas]");
const form = pad?.closest("form");
const field = form?.querySelector("[name=signature]");
const drawn = form?.querySelector("[name=signing][value=drawn]");
let last = null;

function at(event) {
  const box = canvas.getBoundingClientRect();
  return [((event.clientX - box.left) * canvas.width) / box.width, ((event.clientY - box.top) * canvas.height) / box.height];
}

function pen() {
  const context = canvas.getContext("2d");
  Object.assign(context, { lineWidth: 5, lineCap: "round", lineJoin: "round", strokeStyle: "#000" });
  return context;
}

function stroke(event) {
  if (!last) return;
  const here = at(event);
  const context = pen();
  context.beginPath();
  context.moveTo(...last);
  context.lineTo(...here);
  context.stroke();
  last = here;
}

function begin(event) {
  event.preventDefault();
  canvas.setPointerCapture(event.pointerId);
  last = at(event);
}

function end(event) {
  if (!last) return;
  stroke(event);
  last = null;
  field.value = canvas.toDataURL("image/png");
  if (drawn) drawn.checked = true;
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function again() {
  canvas.getContext("2d").clearRect(0, 0, canvas.width, canvas.height);
  field.value = "";
  if (drawn) drawn.checked = false;
}

function show(kept) {
  const picture = new Image();
  picture.addEventListener("load", () => canvas.getContext("2d").drawImage(picture, 0, 0));
  picture.src = kept;
}

if (pad) {
  pad.hidden = false;
  if (field.value.startsWith("data:image/png;base64,")) show(field.value);
  canvas.addEventListener("pointerdown", begin);
  canvas.addEventListener("pointermove", stroke);
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", end);
  pad.querySelector("[data-sign-again]").addEventListener("click", again);
  // The draft of the first page has served: the next party must not be offered this one's name.
  form.addEventListener("submit", (event) => {
    if (!event.defaultPrevented && event.submitter?.hasAttribute("data-final")) {
      sessionStorage.removeItem(`draft:${location.pathname}`);
    }
  });
}
