// When has a person finished typing? Not while an input method is composing: pinyin is not yet text.

const PAUSE = 350;
const timers = new WeakMap();

function settle(field) {
  clearTimeout(timers.get(field));
  timers.set(field, setTimeout(() => field.dispatchEvent(new CustomEvent("settled", { bubbles: true })), PAUSE));
}

document.addEventListener("input", (event) => {
  if (!event.isComposing) settle(event.target);
});
document.addEventListener("compositionend", (event) => settle(event.target));

// Enter that chooses a candidate must not send the form; Safari reports it after the composition with code 229.
document.addEventListener(
  "keydown",
  (event) => {
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key === "Enter" && composing && event.target.matches("input")) event.preventDefault();
  },
  true,
);
