// Alt+↓ opens the next paper.
const papers = document.querySelectorAll('nav [target="paper"]');
let at = 0;
addEventListener("keydown", (event) => {
  if (event.altKey && event.key === "ArrowDown") papers[++at % papers.length]?.click();
});
